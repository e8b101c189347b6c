"""Score statements of annotated articles within one process, by folds of articles, in seconds.

    python benchmarks/articles.py [--shared ../shared] [--news FOLDER ... [--alone]] [--cross-validate] [--errors]

The scorer is the evaluation's own script (``eval/news.py``), called with the records at hand in place of a command's
output. Articles fall into five folds, always the same; a figure is the share over all articles, with the spread
(standard deviation) over the folds beside it.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import stdev
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.accuracy import read_counts

TOP = Path(__file__).resolve().parent.parent
FOLDS = 5
FOLDERS = ("gold/news", "gold/newer")  # articles used for development; gold/blind is judged beside them
BLIND = "gold/blind"
KNOTS = (0.33, 0.45, 0.55, 0.7, 0.8, 0.9, 1.0)  # the likelihoods of weights/confidence.tsv
DOUBTFUL = 0.25  # the confidence of the first, below which commands leave records out
NEAR = 0.1  # how far from one of them a record may be and still count
ROWS = ("found", "speaker", "canonical name", "kind", "act", "type", "via", "day said", "not invented", "attributed F1")

Records = Sequence[dict[str, Any]]


class Counts(NamedTuple):
    """What is right, and of how much, by the scorer's names for it."""

    right: Counter[str]
    total: Counter[str]

    def share(self, name: str) -> float:
        """The share that is right; of ``attributed F1``, found with the right speaker against all gold and records."""
        if name == "attributed F1":
            whole = self.total["found"] + self.total["not invented"]
            return 2 * self.right["speaker"] / max(1, whole)
        return self.right[name] / max(1, self.total[name])


class Annotated(NamedTuple):
    """One annotated article: its text's path and the scorer's counts of given records."""

    path: Path

    @property
    def name(self) -> str:
        """The folder and number of the article."""
        return f"{self.path.parent.name}_{self.path.stem}"

    @property
    def fold(self) -> int:
        """The fold the article belongs to."""
        return sum(map(ord, self.name)) % FOLDS


def annotated(folders: Iterable[Path]) -> list[Annotated]:
    """The articles of folders that have a gold file."""
    paths = (path for folder in folders for path in sorted(folder.glob("*.txt")))
    return [Annotated(path) for path in paths if path.with_suffix(".gold.json").exists()]


def load_scorer(shared: Path) -> ModuleType:
    """The evaluation's script as a module."""
    folder = str(shared / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("news_scorer", shared / "eval" / "news.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, articles: Iterable[Annotated], records: Records, errors: bool = False) -> str:
    """What the scorer prints of these articles, given the records of all of them."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    scorer.run = lambda *_: SimpleNamespace(returncode=0, stdout=lines)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        for article in articles:
            for path in (article.path, article.path.with_suffix(".gold.json")):
                (Path(folder) / path.name).symlink_to(path.resolve())
        arguments = sys.argv
        sys.argv = ["news.py", folder, *(["--list"] if errors else [])]
        try:
            scorer.main()
        finally:
            sys.argv = arguments
    return printed.getvalue()


def counts_of(printed: str) -> Counts:
    """The counts in what the scorer prints."""
    rows = {name: row for name, row in read_counts(printed).items() if "of" in row}
    right, total = (Counter({name: row[key] for name, row in rows.items()}) for key in ("right", "of"))
    return Counts(right, total)


def extracted(articles: Iterable[Annotated], least: float) -> Records:
    """The records of articles that are at least as sure as ``least``."""
    import statements_cli
    from statements_cli.model.codec import record_of

    return [
        row
        for article in articles
        for document in statements_cli.read(article.path)
        for row in map(record_of, statements_cli.parse(document).statements)
        if row["confidence"] >= least
    ]


def cross_validated(shared: Path, folders: Sequence[Path], articles: Sequence[Annotated]) -> Records:
    """The records of articles, each by weights adapted to the articles of the other folds (some minutes).

    The weights at hand are to be those before annotated news were learned from.
    """
    from training import adaptation
    from training.corpus import read_corpus
    from training.news import read_news
    from training.score import shipped

    news = read_news(folders)
    records: list[dict[str, Any]] = []
    for fold, files in adaptation.cross_validated(news, read_corpus(shared / "polnear", "train")):
        with shipped(files):
            records += extracted([article for article in articles if article.fold == fold], 0.0)
    return records


def judged(scorer: ModuleType, articles: Sequence[Annotated], records: Records) -> list[tuple[float, bool]]:
    """The confidence of each record that the scorer counts, and whether content and speaker are right."""
    found: list[tuple[float, bool]] = []
    for article in articles:
        mine = [record for record in records if Path(record["path"]) == article.path]
        text = article.path.read_bytes().decode("utf-8")
        gold = json.loads(article.path.with_suffix(".gold.json").read_text("utf-8"))["statements"]
        tokens = scorer.Tokens(text)
        said = [tokens.content(record["spans"]["content"]) for record in mine]
        wanted = [tokens.content(statement["content"]) for statement in gold]
        optional = [one for one, statement in zip(wanted, gold, strict=True) if statement.get("optional")]
        matched = {record: number for number, record in scorer.match(said, wanted, 0.5).items()}
        for number, (record, words) in enumerate(zip(mine, said, strict=True)):
            statement = gold[matched[number]] if number in matched else None
            if statement is None:
                cue = tokens.within(record["spans"].get("cue"))
                beside = any(words and one and len(words & one) >= 0.3 * min(len(words), len(one)) for one in optional)
                if beside or record.get("act") == "attitude" or (cue and any(cue <= one for one in wanted)):
                    continue
            elif statement.get("optional"):
                continue
            right = statement is not None and scorer.same(record["speaker"], statement["speaker"])
            found.append((record["confidence"], bool(right)))
    return found


def knots(told: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Confidences and how often records about as sure are right, never falling; the first is doubtful."""
    held = DOUBTFUL
    found = [(KNOTS[0], held)]
    for at in KNOTS[1:-1]:
        near = [(max(0.0, 1 - abs(given - at) / NEAR), right) for given, right in told if given >= KNOTS[0]]
        held = max(held, (at + sum(w * right for w, right in near)) / (1 + sum(w for w, _ in near)))
        found.append((at, held))
    return [*found, (1.0, 1.0)]


def counted(scorer: ModuleType, articles: Sequence[Annotated], records: Records) -> Counts:
    """The counts of articles of several folders."""
    right, total = Counter[str](), Counter[str]()
    folders = {article.path.parent for article in articles}
    for folder in folders:
        mine = [article for article in articles if article.path.parent == folder]
        theirs = [record for record in records if Path(record["path"]).parent == folder]
        counts = counts_of(score(scorer, mine, theirs))
        right += counts.right
        total += counts.total
    return Counts(right, total)


def table(columns: Mapping[str, Sequence[Counts]]) -> str:
    """Rows of figures; a column of several counts gets the spread between them."""
    lines = [" " * 16 + "".join(f"{name:>18}" for name in columns)]
    for row in ROWS:
        cells = []
        for parts in columns.values():
            whole = Counts(sum((p.right for p in parts), Counter()), sum((p.total for p in parts), Counter()))
            spread = f" ±{stdev(part.share(row) for part in parts):.3f}" if len(parts) > 1 else ""
            cells.append(f"{whole.share(row):.3f}{spread}")
        lines.append(f"{row:16}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def main() -> int:
    """Print the figures of the articles used for development by fold, and those of the blind ones."""
    parser = argparse.ArgumentParser(description="Score statements of annotated articles, by folds.")
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--news", type=Path, action="append", default=[], help="another folder of annotated articles")
    parser.add_argument("--min-confidence", type=float, default=0.25, help="as the commands have it by default")
    parser.add_argument("--cross-validate", action="store_true", help="judge each fold by weights of the other folds")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the articles used for development")
    parser.add_argument("--alone", action="store_true", help="the folders of --news, and none used for development")
    parser.add_argument("--calibrate", action="store_true", help="print the rows of weights/confidence.tsv, by folds")
    options = parser.parse_args()
    scorer = load_scorer(options.shared)
    known = () if options.alone else FOLDERS
    used = [*(options.shared / folder for folder in known), *options.news]
    articles = annotated(used)
    blind = annotated([options.shared / BLIND])
    whole = options.cross_validate
    records = cross_validated(options.shared, used, articles) if whole else extracted(articles, 0.0)
    if options.calibrate:  # of records whose confidence is not yet calibrated
        print(*(f"{given:.2f}\t{right:.3f}" for given, right in knots(judged(scorer, articles, records))), sep="\n")
        return 0
    records = [record for record in records if record["confidence"] >= options.min_confidence]
    folds = [
        counted(scorer, [article for article in articles if article.fold == number], records) for number in range(FOLDS)
    ]
    columns: dict[str, list[Counts]] = {"folds": folds}
    for folder in used:
        mine = [article for article in articles if article.path.parent == folder]
        columns[folder.name] = [counted(scorer, mine, records)]
        if options.errors:
            theirs = [record for record in records if Path(record["path"]).parent == folder]
            print(score(scorer, mine, theirs, errors=True))
    columns["blind"] = [counted(scorer, blind, extracted(blind, options.min_confidence))]
    print(table(columns))
    return 0


if __name__ == "__main__":
    sys.exit(main())
