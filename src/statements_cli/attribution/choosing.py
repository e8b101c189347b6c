"""Choose among candidates whose contents have words in common, and leave out what says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.regions import merge
from statements_cli.attribution.bounds.token_classes import NAMED, SURELY
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.certainty.promises import promises
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CLOSING, CUE_TAGS, Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

COLON = hash_word(":")
LISTED = 3  # paragraphs that begin with a word and a colon, from which on they are a list
PUNCTUATION = 4  # the shape of a token that is none of letters and digits
WITH, TO, TODAY = hash_word("with"), hash_word("to"), hash_word("today")
ANSWERS = frozenset(map(hash_word, ("no", "yes")))
ADVERBIAL = frozenset((TAGS.index("RB"), TAGS.index("DAY")))
POINTERS = frozenset(("PRP", "DT", "W", "EX", "IN", "RB", "TO"))
ACCEPTED = 0.03
"""From this probability of its content on a finding is kept.

A statement left out can't be found again, and one too many has its confidence beside it, by which every command
leaves out what is doubtful unless it is asked for.
"""
ACCEPTED_WIDER = 0.12
"""From this probability on what isn't a statement of news is kept as one by the corpus's wider notion.

Lower, so many more are kept that they lead the resolution of speakers astray.
"""
NEIGHBOURS = 4  # candidates before and behind one that may report it
DOUBTFUL = 0.2  # below this worth a candidate is left out where another surely relays its words
OUTER = 0.6  # from this worth on a candidate goes before those inside its content


def points_only(made: Columns, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a content only points at something said elsewhere: it, that, so."""
    tokens = made.tokens
    words = [i for a, b in content for i in range(a, b) if tokens.shapes[i] != PUNCTUATION]
    answers = len(words) == 1 and tokens.words[words[0]] in ANSWERS  # "Asked if he would go, she said [no]."
    return len(words) == 1 and not answers and not made.marks[words[0]] and TAGS[tokens.tags[words[0]]] in POINTERS


def accompanies(made: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> bool:
    """Return whether a content only names the audience: "spoke [today with the President]"."""
    tokens = made.tokens
    if promises(made, cue, content):
        return False  # "vowed to lower taxes", whatever "lower" is taken for
    at = content[0][0]
    while at < content[-1][1] and (tokens.tags[at] in ADVERBIAL or tokens.words[at] == TODAY):
        at += 1
    words = range(at, content[-1][1])
    return (
        at < content[-1][1]
        and tokens.words[at] in (WITH, TO)
        and not any(tokens.tags[i] in CUE_TAGS or made.marks[i] for i in words)
    )


def asks(made: Columns, source: tuple[TokenSpan, ...]) -> bool:
    """Return whether a source is a question's word, or stands for a sentence ("Which")."""
    if len(source) != 1 or source[0][1] - source[0][0] != 1:
        return False
    at = source[0][0]
    return at == made.sentence[at] and TAGS[made.tokens.tags[at]] == "W"


def relays(made: Columns, start: int, end: int) -> bool:
    """Return whether a medium passes on others' words by this cue, so that statements nest."""
    words, relaying = made.tokens.words, _relaying()
    if end - start == 1:
        return words[start] in relaying
    return any(words[i] in relaying for i in range(start, end))


@cache
def _relaying() -> frozenset[int]:
    return frozenset(map(hash_word, ("according", "reported", "reports", "report", "citing", "cited", "cites", "per")))


def choose(made: Columns, judged: list[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the likely ones, the likelier of two with common words, in text order.

    A cue inside the content of a likelier one is part of what was said there, unless that one only relays
    it ("Putin agreed, Reuters reported"): then both are kept, for the chain to join.
    """
    kept: list[AttributionCandidate] = []
    taken: set[int] = set()
    cues: set[int] = set()
    listed = _listing(made)
    judged = [one for number, one in enumerate(judged) if not _is_doubtful_inside(made, judged, number)]
    ranks = _ranks(made, judged)
    for candidate, _ in sorted(zip(judged, ranks, strict=True), key=lambda ranked: ranked[1]):
        cue = candidate.cue[0]
        if candidate.worth < ACCEPTED and (candidate.either or 0.0) < ACCEPTED_WIDER:
            continue
        if cue[0] in listed and not any(made.marks[i] for a, b in candidate.content for i in range(a, b)):
            continue
        if (
            points_only(made, candidate.content)
            or accompanies(made, candidate.content, cue)
            or asks(made, candidate.source)
        ):
            continue
        words = [i for a, b in candidate.content for i in range(a, b)]
        if relays(made, *cue) and not cues.isdisjoint(words):
            kept.append(candidate)
            continue
        free = [i for i in words if i not in taken]
        if not taken.isdisjoint(range(*cue)):
            continue
        if 2 * len(free) < len(words):
            free = _beside(made, candidate, taken)
            if not free:
                continue
        if len(free) < len(words):
            candidate = candidate._replace(content=merge((i, i + 1) for i in free))
        taken.update(free)
        cues.update(range(*cue))
        kept.append(candidate)
    kept.sort(key=lambda c: c.content)
    return kept


def _listing(made: Columns) -> frozenset[int]:
    """Return the colons behind the first words of paragraphs that list subjects."""
    tokens = made.tokens
    colons = [first + 1 for first in tokens.paragraphs if first + 2 < len(tokens) and tokens.words[first + 1] == COLON]
    return frozenset(colons) if len(colons) >= LISTED else frozenset()


def _ranks(made: Columns, judged: Sequence[AttributionCandidate]) -> list[tuple[bool, float, tuple[TokenSpan, ...]]]:
    """Return by what candidates are ranked: those of relays last, the likelier first.

    One that is reported inside another's content comes behind that, where the other is surely worth it:
    "Sources said [that Ann Moe promised to pay]".
    """
    ranks = []
    relaying = [relays(made, *one.cue[0]) for one in judged]
    for number, one in enumerate(judged):
        worth = one.worth + _is_told_behind(made, one)
        for at in range(max(0, number - NEIGHBOURS), min(len(judged), number + NEIGHBOURS + 1)):
            outer = judged[at]
            if at != number and not relaying[at] and outer.worth >= OUTER and _is_inside(made, one, outer):
                worth = min(worth, outer.worth - 0.001)
        ranks.append((relaying[number], -worth, one.cue))
    return ranks


def _is_doubtful_inside(made: Columns, judged: Sequence[AttributionCandidate], number: int) -> bool:
    """Return whether a candidate is hardly a statement, within what a medium surely relays."""
    one = judged[number]
    if one.worth >= DOUBTFUL:
        return False
    near = judged[max(0, number - NEIGHBOURS) : number + NEIGHBOURS + 1]
    return any(
        outer.worth >= OUTER and relays(made, *outer.cue[0]) and _is_inside(made, one, outer)
        for outer in near
        if outer is not one
    )


def _is_told_behind(made: Columns, one: AttributionCandidate) -> bool:
    """Return whether a content is a quotation right before its speaker and verb."""
    cue, (start, end) = one.cue[0], one.content[0]
    if len(one.content) > 1 or not one.source or not (made.marks[start] and made.marks[end - 1] == CLOSING):
        return False
    edge = min(cue[0], one.source[0][0])
    comma = made.tokens.text[made.tokens.starts[end - 1] - 1] == ","
    near = edge == end and max(cue[1], one.source[-1][1]) - edge <= NAMED + cue[1] - cue[0]
    return comma and near and max(made.cueness[cue[0] : cue[1]]) >= SURELY


def _is_inside(made: Columns, one: AttributionCandidate, outer: AttributionCandidate) -> bool:
    """Return whether a candidate, source and all, is within one piece of another's content, unquoted."""
    parts = (*one.cue, *one.source, *one.content)
    first, last = min(a for a, _ in parts), max(b for _, b in parts)
    return any(a <= first and last <= b and not made.marks[first] for a, b in outer.content)


def _beside(made: Columns, candidate: AttributionCandidate, taken: set[int]) -> list[int]:
    """Return the tokens of a quotation right before a cue that no likelier candidate takes.

    "[“It fell,”] she said, adding ... “It rose.”": only the second is another's.
    """
    edge = min(a for a, _ in (*candidate.cue, *candidate.source))
    for a, b in candidate.content:
        if 0 <= edge - b <= 1 and made.marks[a] and made.marks[b - 1] and taken.isdisjoint(range(a, b)):
            return list(range(a, b))
    return []
