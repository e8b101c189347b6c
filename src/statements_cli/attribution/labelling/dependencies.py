"""Parse the sentences around cues into dependency trees."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.tagging.arcs import parse
from statements_cli.text.tagging.linear import Model, load

STRIDE = 50  # features a state, as arc_features writes them
LONGEST = 200  # tokens parsed together: a longer sentence is read in parts


@cache
def parser_model() -> Model:
    """Return the weights of the parser."""
    return load("weights/parser.bin")


def parse_around(made: Columns, spans: Iterable[TokenSpan], model: Model) -> None:
    """Fill in ``heads``, ``begins`` and ``ends`` for sentences that the spans touch.

    Every other token is a tree of its own.
    """
    tokens = made.tokens
    count = len(tokens)
    made.heads, made.begins = array("i", range(count)), array("i", range(count))
    made.ends = array("i", range(1, count + 1))
    left, right, stack = (array("i", bytes(4 * LONGEST)) for _ in range(3))
    lefts, rights = (array("b", bytes(LONGEST)) for _ in range(2))
    features = array("I", bytes(4 * STRIDE))
    for begin, end in _sentences(made, spans):
        for first in range(begin, end, LONGEST):
            parse(
                tokens.words, tokens.tags, made.narrow, first, min(end, first + LONGEST), model.keys, model.rows,
                model.mask, left, right, lefts, rights, stack, features, made.heads, made.begins, made.ends,
            )  # fmt: skip


def _sentences(made: Columns, spans: Iterable[TokenSpan]) -> list[TokenSpan]:
    """Return the sentences that hold a token of the spans, each once, in text order."""
    bounds = [*made.tokens.sentences, len(made.tokens)]
    starts = sorted({made.sentence[i] for start, end in spans for i in range(start, end)})
    return [(start, bounds[bisect_right(bounds, start)]) for start in starts]
