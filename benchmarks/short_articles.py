"""Write many short articles in several languages and formats, one big file among small ones.

Half of them are cut out of the samples, a quarter is made of walks through their sentences (``synthetic.py``), a
quarter of wordings in other languages, from the tests. They are the same each time, fewer of them the first of more.
"""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks import languages, streaming
from benchmarks.synthetic import Corpus

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”»“])\s|(?<=[.!?])\s|(?<=。)")
_FIRST = 100_000  # of the articles' numbers, whose digits are as many in all


def write_short_articles(folder: Path, samples: Path, count: int, characters: int) -> None:
    """Write so many articles of about so many characters: a quarter in one file, an eighth in each other format."""
    folder.mkdir()
    articles = list(islice(short_articles(samples, characters), count))
    writers: list[Callable[[Path, Sequence[str]], None]] = [
        lambda path, part: streaming.write_files(path, part, str.encode, ".txt"),
        lambda path, part: streaming.write_files(path, part, str.encode, ".md"),
        lambda path, part: streaming.write_files(path, part, lambda text: gzip.compress(text.encode()), ".txt.gz"),
        lambda path, part: streaming.write_files(path, part, page, ".html"),
        streaming.write_list,
        streaming.write_tar,
    ]
    streaming.write_lines(folder / "big", articles[:: len(writers) + 2] + articles[1 :: len(writers) + 2])
    for number, write in enumerate(writers, 2):
        write(folder / f"part{number}", articles[number :: len(writers) + 2])


def short_articles(samples: Path, characters: int) -> Iterator[str]:
    """Yield articles of about so many characters, without end."""
    corpus = Corpus(samples)
    told = [list(filter(str.strip, path.read_text("utf-8").splitlines())) for path in sorted(samples.glob("*.txt"))]
    foreign = [[text for text, _ in rows] for _, rows in sorted(languages.wordings().items())]
    number = _FIRST
    while True:
        random = Random(number)
        if random.random() < 0.25:
            parts = _quoting(corpus, random)
        elif random.random() < 1 / 3:
            parts = _somewhere(random.choice(foreign), random)
        else:
            parts = _somewhere(random.choice(told), random)
        yield "\n\n".join([*_beginning(parts, characters), f"Copy {number}.\n"])
        number += 1


def page(text: str) -> bytes:
    """Return an article as a web page."""
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{html.escape(one)}</p>\n" for one in paragraphs)
    head = f"<head><meta charset='utf-8'><title>{html.escape(title[:80])}</title></head>"
    return f"<html>{head}<body><article><h1>{html.escape(title)}</h1>\n{body}</article></body></html>".encode()


def _quoting(corpus: Corpus, random: Random) -> Iterator[str]:
    """Yield a headline and paragraphs in each of which somebody says something."""
    yield corpus.sentence(random)[:80]
    while True:
        yield f"“{corpus.sentence(random)}” said {random.choice(corpus.speakers).name}."


def _somewhere(parts: Sequence[str], random: Random) -> Iterator[str]:
    """Yield parts from one of them on, the first behind the last."""
    at = random.randrange(len(parts))
    while True:
        yield parts[at % len(parts)].strip()
        at += 1


def _beginning(parts: Iterator[str], characters: int) -> Iterator[str]:
    """Yield parts until they have so many characters, the last of them up to the end of a sentence."""
    while characters > 0:
        part = next(parts)
        end = _SENTENCE_END.search(part, characters)
        yield part[: end.start()] if end else part
        characters -= len(part) + 2
