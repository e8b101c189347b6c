"""Compare what two installations of the project find in the same documents.

Each installation is a checkout (its ``src`` goes on the module path), a Python interpreter that has the
project installed, or a file written by ``--keep``. Both read every corpus through the commands of
``RUNS`` without a cache, and then ask an index of it. Every record, message and exit status that differs
is listed. The exit status is 0 where nothing differs, 1 where something does, 2 where the comparison
could not be made.

    python tools/compare_records.py ../before . seeds ../news --ignore evidence
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.installations import SAMPLES, Installation, first_answers, questions, second_answers
from tools.record_differences import Answer, Difference, gathered, rows_of

MAX_SHOWN = 200  # characters of a value in the listing

Kept = dict[str, dict[str, Answer]]  # corpus: name of a run: its answer


def read_kept(path: Path) -> Kept:
    """Read the answers that ``--keep`` wrote."""
    kept = json.loads(path.read_text("utf-8"))
    return {corpus: {name: Answer(**given) for name, given in runs.items()} for corpus, runs in kept.items()}


def write_kept(path: Path, answers: Kept) -> None:
    """Write answers, to be compared with again without running the old installation."""
    plain = {corpus: {name: asdict(answer) for name, answer in runs.items()} for corpus, runs in answers.items()}
    path.write_text(json.dumps(plain), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two installations, the old one perhaps as the answers kept of it."""

    old: Installation | Kept
    new: Installation
    shown: int  # ids a corpus that ``show`` is asked for

    def of_corpus(self, corpus: str) -> tuple[dict[str, Answer], dict[str, Answer]]:
        """Return all answers of both; raise ``KeyError`` where those kept have none of this corpus."""
        with (
            tempfile.TemporaryDirectory() as one,
            tempfile.TemporaryDirectory() as other,
            ThreadPoolExecutor(1) as pool,
        ):
            if isinstance(self.old, Installation):
                waiting = pool.submit(first_answers, self.old, corpus, Path(one))
                new = first_answers(self.new, corpus, Path(other))
                old = waiting.result()
                asked = questions(old, self.shown)
                later = pool.submit(second_answers, self.old, asked, Path(one))
                new |= second_answers(self.new, asked, Path(other))
                return old | later.result(), new
            old = self.old[corpus]
            new = first_answers(self.new, corpus, Path(other))
            return old, new | second_answers(self.new, questions(old, self.shown), Path(other))


def listing(found: Mapping[Difference, list[str]], limit: int) -> Iterator[str]:
    """Yield the lines of the report: each difference once, with the runs that show it; 0 is no limit."""
    per_field = Counter(difference.field for difference in found)
    for field, number in per_field.most_common():
        yield f"{field}: {number}"
        ones = [(difference, runs) for difference, runs in found.items() if difference.field == field]
        for difference, runs in ones[: limit or None]:
            where = ", ".join(runs[:3]) + (f" and {len(runs) - 3} more" if len(runs) > 3 else "")
            yield f"  {difference.key or 'the whole'}  ({where})"
            for sign, value in (("-", difference.old), ("+", difference.new)):
                yield from (f"    {sign} {_cut(line)}" for line in value.splitlines()[:5])
        if limit and number > limit:
            yield f"  ... {number - limit} more; --limit 0 lists all"


def _cut(line: str) -> str:
    return line if len(line) <= MAX_SHOWN else line[:MAX_SHOWN] + " ..."


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n    ")[0])
    parser.add_argument("old", type=Path, help="a checkout, an interpreter, or a file written by --keep")
    parser.add_argument("new", type=Path, help="a checkout or an interpreter")
    parser.add_argument("corpora", nargs="*", metavar="PATH", help="files and folders to read, beside the samples")
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="FIELD", help="a field of rows, or order, stderr, status"
    )
    parser.add_argument("--limit", type=int, default=10, help="differences listed a field; 0 is all [10]")
    parser.add_argument("--show", type=int, default=100, help="records a corpus that show is asked for [100]")
    parser.add_argument("--timeout", type=float, default=600, help="seconds a command may take [600]")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write what OLD answered, to be given as OLD later")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the two installations that the command line names."""
    options = parse_arguments(arguments)
    missing = [path for path in (str(options.old), *options.corpora) if not Path(path).exists()]
    if missing:
        print(f"no such file or folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    try:
        is_kept = options.old.suffix == ".json"
        old = read_kept(options.old) if is_kept else Installation(options.old, options.timeout)
        new = Installation(options.new, options.timeout)
        with tempfile.TemporaryDirectory() as folder:
            for installation in (old, new):
                if isinstance(installation, Installation):
                    installation.start(Path(folder))
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    comparison, equal, kept = Comparison(old, new, options.show), True, {}
    for corpus in [SAMPLES, *options.corpora]:
        try:
            before, after = comparison.of_corpus(corpus)
        except KeyError:
            print(f"{options.old} has no answers for {corpus}", file=sys.stderr)
            return 2
        kept[corpus] = before
        found = gathered(before, after, options.ignore)
        rows = len(rows_of(before["list"].out))
        print(f"== {corpus}: {rows} records, {len(before)} runs, {len(found)} differences")
        print(*listing(found, options.limit), sep="\n", end="\n" if found else "")
        equal = equal and not found
    if options.keep:
        write_kept(options.keep, kept)
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
