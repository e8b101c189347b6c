"""A folder of annotated texts in; documents with their attributions and token tags out.

Reads brat standoff as PolNeAR ships it (Newell, Margolin and Ruths, LREC 2018): ``text/NAME.txt``,
``attributions/NAME_ANNOTATOR.ann``; and the corpus's automatic tokens, ``tokens/PART.tsv.gz``. Of
several annotators of a text the first by name counts.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

from statements_cli.model import Span, Spans


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution: its spans by role, in characters of the text, half-open.

    An ``optional`` one is neither missed where it isn't found nor wrong where it is.
    """

    content: Spans
    cue: Spans
    source: Spans
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One of the corpus's own tokens: its span, Penn tag and named-entity class."""

    start: int
    end: int
    tag: str
    entity: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the corpus with all that is annotated in it."""

    name: str
    text: str
    attributions: tuple[Gold, ...]
    tokens: tuple[Token, ...]
    news: bool = False

    @property
    def publisher(self) -> str:
        """The publisher, by which the corpus's file names begin."""
        return self.name.split("_")[0]


def read_corpus(folder: Path, part: str) -> list[Text]:
    """The texts of one part (``train`` or ``dev``), in the order of their names."""
    tokens = read_tokens(folder / "tokens" / f"{part}.tsv.gz")
    texts = []
    for path in sorted((folder / part / "text").glob("*.txt")):
        annotations = sorted((folder / part / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            continue
        gold = parse_brat(annotations[0].read_text("utf-8"))
        text = path.read_bytes().decode("utf-8")
        texts.append(Text(path.stem, text, gold, tokens.get(path.stem, ())))
    return texts


def paragraphs(text: str) -> Spans:
    """The lines of a text that hold something: the corpus has one paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def parse_brat(annotation: str) -> tuple[Gold, ...]:
    """The attributions of one brat standoff file that have a content."""
    spans: dict[str, list[Span]] = {}
    found = []
    for line in annotation.split("\n"):  # not splitlines(): annotated text holds other line separators
        if re.match(r"T\d+\t", line):
            name, middle = line.split("\t")[:2]
            offsets = middle.split(" ", 1)[1]
            spans[name] = [(int(part.split()[0]), int(part.split()[1])) for part in offsets.split(";")]
        elif re.match(r"E\d+\t", line):
            roles: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
            for role in line.strip().split()[1:]:
                key, name = role.split(":")
                roles.setdefault(re.sub(r"\d+$", "", key).lower(), []).extend(spans.get(name, []))
            if roles["content"]:
                content, cue, source = (tuple(sorted(roles[key])) for key in ("content", "cue", "source"))
                found.append(Gold(content, cue, source))
    return tuple(found)


def read_tokens(path: Path) -> dict[str, tuple[Token, ...]]:
    """The corpus's automatic tokens by document."""
    documents: dict[str, tuple[Token, ...]] = {}
    name, tokens = "", list[Token]()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# ") and "\t" not in line:
                documents[name] = tuple(tokens)
                name, tokens = line[2:].strip(), []
            elif len(cells := line.rstrip("\n").split("\t")) == 4:
                tokens.append(Token(int(cells[0]), int(cells[1]), cells[2], cells[3]))
    documents[name] = tuple(tokens)
    return documents
