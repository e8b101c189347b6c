"""Recognise promises: verbs by which somebody commits himself to do something.

"has vowed to lower taxes" is a statement of who vowed it (a commissive: Searle, Expression and Meaning, 1979).
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word

TO = hash_word("to")


def promises(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a cue promises what its content tells: "vowed [to leave]"."""
    words, last = columns.tokens.words, cue[1] - 1
    if words[last] not in _promising() or not content or content[0][0] != cue[1] or columns.marks[last]:
        return False
    return words[cue[1]] == TO and columns.tokens.tags[last] in CUE_TAGS


@cache
def _promising() -> frozenset[int]:
    """Return the forms of verbs of promising and threatening."""
    return frozenset(map(hash_word, word_list("cues/promising_verbs.txt")))
