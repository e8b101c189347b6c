"""Recognise verbs and participles that look like cues and attribute nothing.

``concluded a second round of talks``, ``old and proposed tolls remain``, ``broke off the talks, citing violence``.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.distant_subjects import quoting, written_by
from statements_cli.attribution.bounds.token_classes import (
    CC,
    FINITE,
    LIKELY,
    NOMINAL,
    PROPER,
    THAT,
    end_of,
    letter,
    speaking_nouns,
)
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

CITED = 8  # tokens behind "citing" that tell who or what is cited
PHRASE = 6  # tokens of the noun phrase that a participle stands before
CITING, REFERRING = hash_word("citing"), hash_word("referring")
TO, OF, SHORT, YET = hash_word("to"), hash_word("of"), hash_word("short"), hash_word("yet")
WORTH = hash_word("worth")
TITLED, ENTITLED = hash_word("titled"), hash_word("entitled")
CLAIMING = 3  # from this cueness on a noun may lead to what is claimed
NEGATED = 3  # tokens from a negation to the verb it negates
VBN = TAGS.index("VBN")
_BEFORE_NOUNS = frozenset(TAGS.index(tag) for tag in ("DT", "CC", "JJ", "PRP$", "POS"))
_PHRASES = PROPER | frozenset(TAGS.index(tag) for tag in ("NNS", "DT", "PRP$", "PRP", "CD"))
_THINGS = frozenset(TAGS.index(tag) for tag in ("NN", "NNS"))
_NOUNS = NOMINAL - {TAGS.index("DT")}


def attributes_nothing(columns: Columns, finding: Finding) -> bool:
    """Return whether a finding's cue ends, describes, names or explains something, or cites a reason."""
    return (
        _ends_something(columns, finding)
        or _describes(columns, finding)
        or _cites_reason(columns, finding)
        or _quotes_document(columns, finding)
        or _names(columns, finding)
        or _explains(columns, finding)
        or _brings_about(columns, finding)
        or _leads_to_relative(columns, finding)
        or _is_worth_it(columns, finding)
    )


def _is_worth_it(columns: Columns, finding: Finding) -> bool:
    """Return whether the writer speaks: "it is worth noting that A"."""
    at = finding.cue.start
    return bool(at) and columns.tokens.words[at - 1] == WORTH and not columns.marks[at]


@cache
def _ending() -> frozenset[int]:
    return frozenset(map(hash_word, ("conclude", "concluded", "concludes", "concluding")))


@cache
def _participles() -> frozenset[int]:
    """Return participles of attribution that stand before the noun they describe."""
    return frozenset(map(hash_word, word_list("cues/participles_before_nouns.txt")))


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
    return not named and stop > cue.end and tokens.words[stop - 1] not in speaking_nouns()


def _quotes_document(columns: Columns, finding: Finding) -> bool:
    """Return whether a verb only names what it quotes.

    For example: "quoted [a letter by Ann Moe]".
    """
    cue, content = finding.cue, finding.content
    if columns.tokens.words[cue.start] not in quoting() or not content or content[0][0] != cue.end:
        return False
    inside = [i for a, b in content for i in range(a, b)]
    plain = not any(columns.tokens.tags[i] in FINITE or columns.marks[i] for i in inside)
    return plain and written_by(columns, cue.end - 1) is not None


def _names(columns: Columns, finding: Finding) -> bool:
    """Return whether a participle tells a thing's name.

    For example: "a forum [called] “Oak”", "the law, [called] the Oak Act".
    """
    tokens, cue = columns.tokens, finding.cue
    at = cue.start
    if cue.end - at != 1 or tokens.words[at] not in _naming() or at < 1 or not finding.content:
        return False
    if finding.content[0][0] != cue.end or columns.sentence[at] == at:
        return False
    before = letter(columns, at - 1)
    first = columns.letters.find(",", columns.sentence[at], at) == at - 1  # "Ann Moe, the mayor, called it a joke"
    apart = before == "(" or (first and at > 1 and tokens.tags[at - 2] in _THINGS)
    participle = tokens.tags[at] == VBN or tokens.words[at] in (TITLED, ENTITLED)
    return apart or (tokens.tags[at - 1] in _NOUNS and participle)


@cache
def _naming() -> frozenset[int]:
    """Return participles that stand before a name."""
    return frozenset(map(hash_word, ("called", "named", "titled", "entitled", "dubbed", "nicknamed")))


def _leads_to_relative(columns: Columns, finding: Finding) -> bool:
    """Return whether a clause only describes the object of a deed.

    For example: "struck down tolls [that the mayor had imposed]". Its verb then has no object of its own, and
    the noun before it is none that can hold what is claimed or feared.
    """
    tokens, cue = columns.tokens, finding.cue
    told = [piece for piece in finding.content if piece not in finding.source]
    if len(told) != 1 or told[0][0] < cue.end:
        return False
    start, end = told[0]
    that = start if tokens.words[start] == THAT else start - 1
    if tokens.words[that] != THAT or tokens.tags[that - 1] not in _THINGS or columns.marks[that]:
        return False
    object_told = cue.head < that - 1 < cue.end  # an object within the cue is as likely as the cue
    claimed = columns.cueness[that - 1] >= CLAIMING and not object_told
    if claimed or tokens.words[that - 1] in _clause_nouns():
        return False
    if any(columns.cueness[i] >= LIKELY and tokens.tags[i] in CUE_TAGS for i in range(cue.start, cue.end)):
        return False
    return tokens.tags[end - 1] in CUE_TAGS and any(tokens.tags[i] in FINITE for i in range(that + 1, end))


@cache
def _clause_nouns() -> frozenset[int]:
    """Return nouns for what is claimed, feared or known, which a "that" clause spells out."""
    nouns = word_list("cues/clause_nouns.txt")
    return frozenset(
        map(hash_word, [*nouns, *(noun[:-1] + "ies" if noun[-1] == "y" else noun + "s" for noun in nouns)])
    )


def _brings_about(columns: Columns, finding: Finding) -> bool:
    """Return whether a thing brings something about: "The custom [sees] the mayor read it out"."""
    tokens, cue, source = columns.tokens, finding.cue, finding.source
    if cue.end - cue.start != 1 or tokens.words[cue.start] not in _seeing() or len(source) != 1:
        return False
    start, end = source[0]
    stop = next((i for i in range(start, end) if tokens.tags[i] not in NOMINAL), end)
    if stop == start or end > cue.start:
        return False
    return tokens.tags[stop - 1] in _THINGS and tokens.words[stop - 1] not in _beholders()


@cache
def _seeing() -> frozenset[int]:
    return frozenset(map(hash_word, ("sees", "saw", "see")))


@cache
def _beholders() -> frozenset[int]:
    """Return nouns for who can see something: those of speakers but for what is written."""
    return speaking_nouns() - frozenset(map(hash_word, word_list("channels/document_nouns.txt")))


def _explains(columns: Columns, finding: Finding) -> bool:
    """Return whether the reporter explains what was meant.

    For example: "“It fell,” she said, [referring to the tower]".
    """
    cue = finding.cue
    if columns.tokens.words[cue.start] != REFERRING or columns.marks[cue.start]:
        return False
    return not any(columns.marks[i] for a, b in finding.content for i in range(a, b))


def withholds(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether nothing is said: "declined [to comment]", "has not said [whether he will go]"."""
    tokens, cue = columns.tokens, finding.cue
    if not content or content[0][0] != cue.end or columns.marks[cue.start]:
        return False
    first = content[0][0]
    if any(tokens.words[i] == SHORT for i in range(max(columns.sentence[cue.start], cue.head - NEGATED), cue.head)):
        return tokens.words[cue.head - 1] == OF  # "stopped short of calling for a truce"
    if tokens.words[cue.end - 1] in _refusing():
        if letter(columns, first).isdigit():
            return True  # "declined 0.2 per cent"
        return any(tokens.words[i] in _answering() for i in range(first, min(content[0][1], first + 2)))
    indicated = tokens.words[cue.head] in _indicating()
    if not indicated and (tokens.words[cue.head] not in _telling_all() or tokens.words[first] not in _open()):
        return False
    low = max(columns.sentence[cue.start], cue.head - NEGATED)
    yet = tokens.words[cue.head - 1] == TO and tokens.words[cue.head - 2] == YET  # "has yet to say how"
    return yet or any(tokens.words[i] in _negations() or tokens.word(i) in ("’t", "'t") for i in range(low, cue.head))


def commanded(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether the source is who was told to act: "She was ordered [to pay]"."""
    tokens, cue = columns.tokens, finding.cue
    if tokens.tags[cue.head] != VBN or not finding.source or finding.source[0][0] > cue.start:
        return False
    passive = any(tokens.words[i] in _being() for i in range(max(0, cue.head - 2), cue.head))
    to = cue.head + 1
    acts = to + 1 < len(tokens) and tokens.words[to] == TO and tokens.tags[to + 1] not in _PHRASES
    return passive and acts and content[0][0] >= to  # "opposed to measures" is somebody's view


@cache
def _being() -> frozenset[int]:
    return frozenset(map(hash_word, ("be", "been", "being", "is", "are", "was", "were")))


@cache
def _refusing() -> frozenset[int]:
    return frozenset(map(hash_word, ("decline", "declined", "declines", "declining", "refused", "refuses", "refusing")))


@cache
def _answering() -> frozenset[int]:
    """Return what one declines to do who says nothing."""
    return frozenset(map(hash_word, ("comment", "elaborate", "respond", "answer", "reply")))


@cache
def _telling_all() -> frozenset[int]:
    """Return verbs of telling that, negated before an open question, tell nothing."""
    words = (
        "say said confirm confirmed indicate indicated specify specified disclose disclosed reveal revealed denied deny"
        " tell told explain explained"
    )
    return frozenset(map(hash_word, words.split()))


@cache
def _indicating() -> frozenset[int]:
    """Return verbs of telling that, negated, tell nothing at all."""
    return frozenset(map(hash_word, ("indicate", "indicated", "specify", "specified")))


@cache
def _open() -> frozenset[int]:
    """Return words that open a question."""
    return frozenset(map(hash_word, ("whether", "if", "how", "what", "when", "where", "which", "who", "why")))


@cache
def _negations() -> frozenset[int]:
    return frozenset(map(hash_word, ("not", "never", "nor", "neither")))
