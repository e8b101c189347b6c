"""Complete a content by the grammar of its clauses.

What a likely labelling may break and grammar does not: a "that" clause has a verb and does not end before a
possessive; it may stand apart from its cue by an adjunct; an aside does not end it; the end of a relative clause does.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    ADJUNCT,
    ASIDE,
    CC,
    DAY,
    FINITE,
    IN,
    LIKELY,
    NOMINAL,
    OF,
    POS,
    PREPOSITIONS,
    PRONOUN,
    PROPER,
    THAT,
    UNENDING,
    VBG,
    VERBS,
    W,
    adjuncts,
    end_of,
    letter,
    subordinators,
    telling,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import ACCORDING, Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

_DASHES = frozenset("—–-")


VBN, RB, PUNCTUATION = TAGS.index("VBN"), TAGS.index("RB"), TAGS.index("PUNCTUATION")
AS, BY, WHO = hash_word("as"), hash_word("by"), hash_word("who")
RELATIVE = 4  # tokens between "who" and its verb: "who has also said"


def completed(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content with its cue's whole "that" clause, and nothing before its "that"."""
    if columns.tokens.words[cue[0]] == ACCORDING:
        return governed(columns, content, cue)
    begin = that_after(columns, cue)
    if begin >= 0:
        content = tuple((max(a, begin), b) for a, b in content if b > begin and a >= cue[1])
        content = ((begin, content[0][1]), *content[1:]) if content else ((begin, end_of(columns, begin)),)
    else:
        content = from_that(columns, content, cue)
    return as_ordered(columns, resumed(columns, unfinished(columns, begun(columns, content, cue), cue), cue), cue)


def as_ordered(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content with who ordered what it tells.

    For example: "said it was shut[, as ordered by the court]".
    """
    words, (start, end) = columns.tokens.words, content[-1]
    end -= letter(columns, end - 1) == ","
    if start < cue[1] or end + 3 >= len(words) or letter(columns, end) != "," or words[end + 1] != AS:
        return content
    ordered = words[end + 2] in _ordered() and words[end + 3] == BY and not columns.marks[end]
    return (*content[:-1], (start, max(end, end_of(columns, start)))) if ordered else content


@cache
def _ordered() -> frozenset[int]:
    """Return participles that tell whose order or plan is carried out, and attribute nothing."""
    return frozenset(
        map(
            hash_word,
            (
                "ordered",
                "required",
                "demanded",
                "requested",
                "planned",
                "prescribed",
                "mandated",
                "decreed",
                "directed",
            ),
        )
    )


def begun(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content before its speaker with its sentence's beginning, where it begins within a clause.

    For example: "[A team from] Lund came on Monday, the mayor told reporters".
    """
    tags, start, end = columns.tokens.tags, content[0][0], content[-1][1]
    sentence = columns.sentence[start]
    if end > cue[0] or start == sentence or sentence != columns.sentence[cue[0]] or end >= len(tags):
        return content
    if letter(columns, end) != "," or tags[start - 1] == PUNCTUATION or any(columns.marks[sentence:start]):
        return content
    if tags[sentence] in (W, IN) or any(letter(columns, i) in ":;" for i in range(sentence, start)):
        return content
    return ((sentence, end),)


def governed(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return what a closing "according to" governs, with the participle that opens the sentence.

    For example: "Saying that ..., Xi ...".
    """
    sentence = columns.sentence[cue[0]]
    opens = columns.tokens.tags[sentence] == VBG and columns.cueness[sentence] >= LIKELY
    if opens and sentence < content[0][0] and content[-1][1] <= cue[0]:
        return ((sentence, content[-1][1]),)
    content = off_relative(columns, content, cue)
    first, last = content[0], content[-1]
    behind = last[0] >= cue[1] and columns.tokens.tags[last[0]] != IN and not any(columns.marks[last[0] : last[1]])
    whole = columns.tokens.tags[first[1] - 1] not in UNENDING and columns.tokens.tags[first[1] - 1] != W
    if behind and whole and first[1] <= cue[0] and any(columns.tokens.tags[i] in FINITE for i in range(*first)):
        return tuple([piece for piece in content if piece[1] <= cue[0]])  # "[It fell], according to Moe, the builder"
    return content


def off_relative(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content behind "according to" without what is said of its source."""
    start, end = content[0]
    if start < cue[1] or columns.tokens.tags[start] != W or letter(columns, start - 1) != ",":
        return content
    comma = next((i for i in range(start, end) if letter(columns, i) == "," and not columns.marks[i]), end)
    clause = any(columns.tokens.tags[i] in FINITE for i in range(comma + 1, end))
    return ((comma + 1, end), *content[1:]) if clause else content


def that_after(columns: Columns, cue: TokenSpan) -> int:
    """Return where the "that" clause of a cue begins which an adjunct parts from it.

    -1: there is none.

    "said on Tuesday that", "saying on Monday after he held two calls with the president that".
    """
    tokens = columns.tokens
    start, quoted = cue[1], columns.marks[cue[0]]
    if start >= len(tokens):
        return -1
    if tokens.words[start] not in adjuncts() and tokens.tags[start] != DAY:
        start = audience_end(columns, cue)
        if start < 0 or tokens.words[start] not in adjuncts():
            return -1
    if not max(columns.cueness[cue[0] : cue[1]]) >= LIKELY:
        return -1
    within = False
    for i in range(start, min(end_of(columns, cue[0]), start + ADJUNCT)):
        word, tag = tokens.words[i], tokens.tags[i]
        if word == THAT and (tag == IN or tokens.tags[i - 1] == DAY or _opens_clause(columns, i)):
            return i
        if columns.marks[i] and not quoted:
            return -1
        if word in subordinators():
            within = True
        elif (tag == VBN and BY in tokens.words[i + 1 : i + 2]) or (word == BY and tokens.tags[i - 1] == VBN):
            continue  # "in a report carried by the agency that"
        elif tag in VERBS:
            if not within or columns.cueness[i] >= LIKELY:
                return -1
        elif (tag == IN and word != OF and word not in adjuncts() and not within) or letter(columns, i) in ":;—–-":
            return -1
    return -1


def _opens_clause(columns: Columns, that: int) -> bool:
    """Return whether a subject follows a "that".

    For example: "at a briefing that officials began", not "at a briefing that began".
    """
    tags, at = columns.tokens.tags, that + 1
    while at < len(tags) and (tags[at] in NOMINAL or tags[at] == PRONOUN):
        at += 1
    return that + 1 < at < len(tags) and tags[at] in FINITE


def audience_end(columns: Columns, cue: TokenSpan) -> int:
    """Return where those end who are told something: "told [reporters] at a briefing that".

    -1 where nobody is.
    """
    tokens, at = columns.tokens, cue[1]
    if tokens.words[cue[1] - 1] not in telling():
        return -1
    while at < min(len(tokens) - 1, cue[1] + ADDRESSEE) and tokens.tags[at] in NOMINAL and not columns.marks[at]:
        at += 1
    return at if at > cue[1] else -1


def from_that(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content without the one spoken to or of before its "that".

    For example: "told [the President that] they agree".
    """
    start, end = content[0]
    tokens = columns.tokens
    if start < cue[1]:
        return content
    named = True
    for i in range(start, min(end - 1, start + ADDRESSEE)):
        if tokens.words[i] == THAT:
            addressed = tokens.tags[start - 1] in PREPOSITIONS
            return ((i, end), *content[1:]) if i > start and (named or addressed) else content
        if columns.marks[i] or tokens.tags[i] not in NOMINAL:
            return content
        named = named and tokens.tags[i] in PROPER
    return content


def unfinished(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content that breaks off within a clause, led on to its sentence's end."""
    tokens, tags = columns.tokens, columns.tokens.tags
    start, end = content[-1]
    if start < cue[1] or columns.marks[end - 1] or end >= len(tokens):
        return content
    if columns.sentence[end] != columns.sentence[end - 1]:
        return content
    clause = tokens.words[content[0][0]] == THAT and tags[content[0][0]] == IN
    verbless = clause and not any(tags[i] in FINITE for a, b in content for i in range(a, b))
    if not verbless and tags[end] != POS and not (clause and tags[end - 1] in UNENDING):
        return content
    return (*content[:-1], (start, max(end, end_of(columns, start))))


def resumed(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return a clause with its second verb, after an aside.

    For example: "he had a call [-- their first -- and agreed to meet]".
    """
    tags, (start, end) = columns.tokens.tags, content[-1]
    if start < cue[1] or columns.sentence[start] != columns.sentence[cue[0]]:
        return content
    if _DASHES.isdisjoint(columns.letters[end : end + ASIDE + 1]):
        return content  # nearly always
    if not any(_is_dash(columns, i) for i in range(end, min(len(columns.tokens), end + ASIDE + 1))):
        return content
    stop = end_of(columns, cue[0])
    finite = next((i for i in range(start, end) if tags[i] in FINITE), -1)
    dashes = [i for i in range(end, stop) if _is_dash(columns, i)]
    if finite < 0 or len(dashes) < 2 or dashes[1] + 2 >= stop:
        return content
    again = dashes[1] + 2
    return (*content[:-1], (start, stop)) if tags[again - 1] == CC and tags[again] == tags[finite] else content


def _is_dash(columns: Columns, token: int) -> bool:
    return letter(columns, token) in _DASHES and not columns.marks[token]


def within_relative(columns: Columns, finding: Finding) -> Finding:
    """Return a relative clause's finding up to its end: "Lee, who said [A], was"."""
    tokens, cue = columns.tokens, finding.cue
    low = max(columns.sentence[cue.start], cue.start - RELATIVE)
    if not finding.content or finding.content[0][0] < cue.end or columns.marks[cue.start]:
        return finding
    if not any(tokens.words[i] == WHO and letter(columns, i - 1) == "," for i in range(low + 1, cue.start)):
        return finding
    start, end = finding.content[0][0], finding.content[-1][1]
    finite = next((i for i in range(start, end) if tokens.tags[i] in FINITE), end)
    for at in range(finite + 1, end - 1):
        main = at + 1 if tokens.tags[at + 1] != RB else at + 2
        if letter(columns, at) == "," and main < end and tokens.tags[main] in FINITE and not columns.marks[at]:
            return finding._replace(contents=tuple([_up_to(outline, at) for outline in finding.contents]))
    return finding


def _up_to(outline: Outline, stop: int) -> Outline:
    spans = tuple([(a, min(b, stop)) for a, b in outline.spans if a < stop])
    return outline._replace(spans=spans) if spans else outline
