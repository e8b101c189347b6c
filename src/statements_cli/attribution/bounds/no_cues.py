"""Recognise verbs and participles that look like cues and attribute nothing.

``concluded a second round of talks``, ``old and proposed tolls remain``, ``broke off the talks, citing violence``.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import CC, FINITE, NOMINAL, end_of, letter
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import table, word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

CITED = 8  # tokens behind "citing" that tell who or what is cited
PHRASE = 6  # tokens of the noun phrase that a participle stands before
CITING = hash_word("citing")
_BEFORE_NOUNS = frozenset(TAGS.index(tag) for tag in ("DT", "CC", "JJ", "PRP$", "POS"))
_NOUNS = NOMINAL - {TAGS.index("DT")}


def attributes_nothing(columns: Columns, finding: Finding) -> bool:
    """Return whether a finding's cue ends something, describes a noun, or cites a reason."""
    return _ends_something(columns, finding) or _describes(columns, finding) or _cites_reason(columns, finding)


@cache
def _ending() -> frozenset[int]:
    return frozenset(map(hash_word, ("conclude", "concluded", "concludes", "concluding")))


@cache
def _participles() -> frozenset[int]:
    """Return participles of attribution that stand before the noun they describe."""
    return frozenset(map(hash_word, word_list("cues/participles_before_nouns.txt")))


@cache
def _speakers() -> frozenset[int]:
    """Return nouns for what may be cited because it says something: persons, bodies, documents."""
    nouns = [row[0] for name in ("names/person_nouns.tsv", "names/body_nouns.tsv") for row in table(name)]
    nouns += [*word_list("names/group_nouns.txt"), *word_list("channels/document_nouns.txt")]
    plurals = [noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns]
    return frozenset(map(hash_word, [*nouns, *plurals, *word_list("outlets/media_nouns.txt"), "sources", "data"]))


def _ends_something(columns: Columns, finding: Finding) -> bool:
    """Return whether something is concluded that has no verb: "concluded a round of talks"."""
    if columns.tokens.words[finding.cue.start] not in _ending() or not finding.content:
        return False
    inside = [i for a, b in finding.content for i in range(a, b)]
    behind = inside[0] == finding.cue.end and columns.tokens.tags[inside[0]] in NOMINAL
    return behind and not any(columns.tokens.tags[i] in FINITE or columns.marks[i] for i in inside)


def _describes(columns: Columns, finding: Finding) -> bool:
    """Return whether the cue is a participle before a subject: "proposed tolls remain"."""
    tokens, at = columns.tokens, finding.cue.start
    if finding.cue.end - at != 1 or tokens.words[at] not in _participles() or not at:
        return False
    if tokens.tags[at - 1] not in _BEFORE_NOUNS:
        return False
    stop = at + 1
    while stop < min(len(tokens), at + PHRASE) and tokens.tags[stop] in _NOUNS:
        stop += 1
    if stop == at + 1:
        return False
    return tokens.tags[at - 1] != CC or (stop < len(tokens) and tokens.tags[stop] in FINITE)


def _cites_reason(columns: Columns, finding: Finding) -> bool:
    """Return whether "citing" leads to a reason and nobody: ", citing rebel violence."."""
    tokens, cue = columns.tokens, finding.cue
    if tokens.words[cue.start] != CITING or columns.marks[cue.start]:
        return False
    end = min(end_of(columns, cue.start), cue.end + CITED)
    stop = next((i for i in range(cue.end, end) if tokens.tags[i] not in NOMINAL), end)
    named = any(letter(columns, i).isupper() or columns.marks[i] for i in range(cue.end, end))
    return not named and stop > cue.end and tokens.words[stop - 1] not in _speakers()
