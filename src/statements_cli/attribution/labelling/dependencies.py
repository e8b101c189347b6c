"""Parse the sentences around cues into dependency trees."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.tagging.arcs import parse_all
from statements_cli.text.tagging.linear import Model, load

LONGEST = 200  # tokens parsed together: a longer sentence is read in parts


@cache
def parser_model() -> Model:
    """Return the weights of the parser."""
    return load("weights/parser.bin")


def parse_around(made: Columns, spans: Iterable[TokenSpan], model: Model) -> None:
    """Fill in ``heads``, ``begins`` and ``ends`` for sentences that the spans touch.

    Every other token is a tree of its own.
    """
    tokens, own = made.tokens, array("i", range(len(made.tokens) + 1))
    made.heads, made.begins, made.ends = own[:-1], own[:-1], own[1:]
    stretches = array("i")
    for begin, end in _sentences(made, spans):
        for first in range(begin, end, LONGEST):
            stretches.append(first)
            stretches.append(min(end, first + LONGEST))
    parse_all(
        tokens.words, tokens.tags, made.narrow, stretches, model.keys, model.rows, model.mask, made.heads, made.begins,
        made.ends,
    )  # fmt: skip


def _sentences(made: Columns, spans: Iterable[TokenSpan]) -> list[TokenSpan]:
    """Return the sentences that hold a token of the spans, each once, in text order."""
    bounds = [*made.tokens.sentences, len(made.tokens)]
    starts = sorted({made.sentence[i] for start, end in spans for i in range(start, end)})
    return [(start, bounds[bisect_right(bounds, start)]) for start in starts]
