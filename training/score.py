"""Texts and a set of model files in; how much of what is annotated they find out, by the evaluation's rules."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from statements_cli import data
from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.attribution import finder
from statements_cli.attribution.labelling import dependencies, first_pass
from statements_cli.attribution.labelling import judge as acceptance
from statements_cli.attribution.labelling import token_columns as columns
from statements_cli.model import Spans
from statements_cli.text.tagging import tagger
from statements_cli.text.tokens import Tokens, tokenize
from training.corpus import Text, paragraphs

FUNCTION_WORDS = frozenset(("the", "a", "an", "of", "and", "in", "at", "for", "to", "on", "s", "who", "which"))


@dataclass(slots=True)
class Score:
    """Counts over texts: what is annotated, what was found, and how much of that is right."""

    gold: int = 0
    found: int = 0
    statements: int = 0
    attributed: int = 0
    confidence: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """F1 of statements and of attributed statements."""
        total = max(1, self.gold + self.found)
        return {"statement": round(2 * self.statements / total, 3), "attributed": round(2 * self.attributed / total, 3)}


@contextmanager
def shipped(files: Mapping[str, bytes]) -> Iterator[None]:
    """Have the package read these model files in place of its own."""
    own = data.FOLDER
    caches = (
        data.word_list, data.table, tagger.model, columns.lexicon, first_pass.first_model, first_pass.second_model,
        acceptance.judge_model, acceptance.news_model, acceptance.calibration, dependencies.parser_model,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for path in Path(own).rglob("*"):
            name = path.relative_to(own).as_posix()
            if path.is_file() and name not in files:
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / name).symlink_to(path)
        for name, content in files.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        data.FOLDER = folder
        try:
            for cached in caches:
                cached.cache_clear()
            yield
        finally:
            data.FOLDER = own
            for cached in caches:
                cached.cache_clear()


def attributed(texts: Sequence[Text], files: Mapping[str, bytes]) -> Score:
    """Content right where half the words agree (Jaccard), one to one; source right where it shares a word."""
    score = Score()
    with shipped(files):
        for text in texts:
            lines = paragraphs(text.text)
            tokens = tokenize(text.text, lines)
            found = finder.find_attributions(text_of_paragraphs(text.text, lines))
            mine = [_words(tokens, one.content) for one in found]
            gold = [_words(tokens, one.content) for one in text.attributions]
            pairs = sorted(
                (-len(a & b) / len(a | b), g, p)
                for g, b in enumerate(gold)
                for p, a in enumerate(mine)
                if a & b and 2 * len(a & b) >= len(a | b)
            )
            matched: dict[int, int] = {}
            for _, g, p in pairs:
                if g not in matched and p not in matched.values():
                    matched[g] = p
            score.gold += len(gold)
            score.found += len(mine)
            score.statements += len(matched)
            agreed = set()
            for g, p in matched.items():
                wanted = _names(tokens, text.attributions[g].source)
                if not wanted or not wanted.isdisjoint(_names(tokens, found[p].source)):
                    agreed.add(p)
            score.attributed += len(agreed)
            score.confidence += [one.confidence for one in found]
            score.right += [p in agreed for p in range(len(found))]
    return score


def _words(tokens: Tokens, spans: Spans) -> frozenset[int]:
    return frozenset(i for span in spans for i in tokens.within(span) if tokens.shapes[i] != 4)


def _names(tokens: Tokens, spans: Spans) -> frozenset[int]:
    return frozenset(i for i in _words(tokens, spans) if tokens.word(i).lower() not in FUNCTION_WORDS)
