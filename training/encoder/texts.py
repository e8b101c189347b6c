"""Annotated texts in; the same as tokens and spans of tokens out, as the encoder learns from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from statements_cli.model import Spans
from statements_cli.text.tokens import Tokens, tokenize
from training.corpus import Gold, Text, paragraphs, read_corpus

ROLES = ("content", "cue", "source")
CORPUS, NEWS = 0, 1  # whose notion of a statement an annotation follows

TokenSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """One annotated attribution as spans of tokens; an optional one is neither wanted nor wrong."""

    content: tuple[TokenSpan, ...]
    cue: tuple[TokenSpan, ...]
    source: tuple[TokenSpan, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """A tokenized text with its attributions, and whose notion they follow."""

    name: str
    tokens: Tokens
    links: tuple[Link, ...]
    notion: int


def annotated(name: str, text: str, golds: Iterable[tuple[Gold, bool]], notion: int) -> Annotated:
    """A text with its annotation as spans of tokens."""
    tokens = tokenize(text, paragraphs(text))

    def spans(role: Spans) -> tuple[TokenSpan, ...]:
        return tuple((found.start, found.stop) for found in map(tokens.within, role) if len(found))

    links = tuple(
        Link(spans(gold.content), spans(gold.cue), spans(gold.source), optional) for gold, optional in golds
    )  # fmt: skip
    return Annotated(name, tokens, links, notion)


def corpus_texts(folder: Path, part: str) -> list[Annotated]:
    """The texts of a part of the corpus."""
    return [annotation_of(text) for text in read_corpus(folder, part)]


def annotation_of(text: Text) -> Annotated:
    """A text of the corpus with its annotation as spans of tokens."""
    return annotated(text.name, text.text, ((gold, False) for gold in text.attributions), CORPUS)


def article_texts(folder: Path) -> list[Annotated]:
    """Articles annotated with resolved speakers: ``NAME.txt`` beside ``NAME.gold.json``."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
        golds = []
        for one in json.loads(path.read_text("utf-8"))["statements"]:
            content, cue, source = (tuple(sorted((a, b) for a, b in one[role] or ())) for role in ROLES)
            golds.append((Gold(content, cue, source), bool(one.get("optional"))))
        found.append(annotated(f"{folder.name}/{name}", text, golds, NEWS))
    return found


def held_out(texts: Sequence[Annotated]) -> list[Annotated]:
    """The texts that the judge learns from: a seventh of the corpus, a third of the articles."""
    return [one for number, one in enumerate(texts) if _is_held_out(one, number)]


def kept(texts: Sequence[Annotated]) -> list[Annotated]:
    """The texts that the encoder learns from while those of ``held_out`` are kept aside."""
    return [one for number, one in enumerate(texts) if not _is_held_out(one, number)]


def _is_held_out(one: Annotated, number: int) -> bool:
    return sum(map(ord, one.name)) % 7 == 0 if one.notion == CORPUS else number % 3 == 0
