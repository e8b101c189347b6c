"""Read news articles that nobody annotated, for the accurate model to annotate.

The file is a table of articles (CSV, alone in a zip) with a column ``text``, whose paragraphs were joined. They are
parted again as newspapers part them: after a sentence or a few, never within a quotation or before the next sentence
of its speaker. Those of the same table that somebody annotated (``annotated.jsonl``) are left out.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from training.corpus import Text

ANNOTATION = Path(__file__).with_name("annotated.jsonl")
SHORTEST, LONGEST = 800, 7_000  # characters of an article that is read
PARAGRAPH = (60, 300)  # characters from which on a paragraph may end; drawn for each
JOINED = re.compile(r"\s{3,}")  # where a paragraph ended and the table shows it
BROKEN = re.compile(r"(?<=[A-Za-z])\"(?=(?:t|s|re|ve|ll|d|m)\b)")  # an apostrophe printed as a quotation mark
END = re.compile(r"[.!?]['\"”’]?\s+(?=[\"“A-Z])")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.\s+$"
)


def read_articles(path: Path, count: int | None = None, seed: int = 1) -> list[Text]:
    """Articles of a table that nobody annotated, in an order drawn by ``seed``: so many, or all."""
    rows = read_table(path)
    random.Random(seed).shuffle(rows)
    annotated = {json.loads(line)["article"] for line in ANNOTATION.read_text("utf-8").splitlines()}
    texts, seen = list[Text](), set[str]()
    for row in rows:
        body = BROKEN.sub("'", row["text"].strip())
        if not SHORTEST <= len(body) <= LONGEST or "\ufffd" in body or body[:60] in seen:
            continue
        seen.add(body[:60])
        if row["article_id"] in annotated:
            continue
        name = f"unannotated_{row['article_id']}"
        texts.append(Text(name, "\n".join(paragraphs_of(body, random.Random(name))), (), ()))
        if len(texts) == count:
            break
    return texts


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of the table in a zip, a field a column."""
    with zipfile.ZipFile(path) as folder:
        table = folder.read(folder.namelist()[0]).decode("utf-8")
    csv.field_size_limit(1 << 24)
    return list(csv.DictReader(io.StringIO(table)))


def paragraphs_of(body: str, chance: random.Random) -> Iterator[str]:
    """The paragraphs of an article that was printed in one line."""
    for part in JOINED.split(body):
        start, least = 0, chance.randint(*PARAGRAPH)
        for found in END.finditer(part):
            at = found.end()
            before = part[start:at]
            if len(before) < least or ABBREVIATION.search(before) or _is_open(before):
                continue
            if part[at] in '"“' and ('"' in before or "“" in before):
                continue  # "A," he said. "B."
            yield before.strip()
            start, least = at, chance.randint(*PARAGRAPH)
        if part[start:].strip():
            yield part[start:].strip()


def _is_open(text: str) -> bool:
    """Whether a quotation that began in a text has not ended."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")
