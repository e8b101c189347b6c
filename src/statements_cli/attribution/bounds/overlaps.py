"""Separate a content from what belongs to neighbouring statements, or to none.

A clause in which somebody speaks again is a statement of its own; the occasion on which something was said is no
part of it; what stands before its source reaches up to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    CC,
    FINITE,
    LIKELY,
    OF,
    SURELY,
    THAT,
    VBG,
    W,
    letter,
)
from statements_cli.attribution.certainty.promises import asking
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.judge import Straight
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

NEXT = 6  # tokens from a quotation's end in which its own verb and speaker stand
DT, PUNCTUATION, VBD, VBN = (TAGS.index(tag) for tag in ("DT", "PUNCTUATION", "VBD", "VBN"))
SPITE = hash_word("spite")
LEADING = 2  # tokens of a subject before the source within it
MARK = 4  # the shape of a token that is none of letters and digits


@cache
def _meanwhile() -> frozenset[int]:
    """Return those by which a speaker goes on to say something else."""
    return frozenset(map(hash_word, ("as", "while")))


def off_source(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose contents have no piece that is its source.

    For example: "[“Is it over?”] asked Putin", "[“It rains,”] says Anil who has a roof".
    """
    source, cue = finding.source, finding.cue
    if not source or all(len(outline.spans) == 1 for outline in finding.contents):
        return finding  # nearly always
    contents = []
    for outline in finding.contents:
        edge = cue.start if outline.spans[-1][0] >= cue.end else -1
        kept = tuple([piece for piece in outline.spans if not _is_source(columns, source, piece, edge)])
        contents.append(outline._replace(spans=kept or outline.spans))
    return finding._replace(contents=tuple(contents))


def _is_source(columns: Columns, source: tuple[TokenSpan, ...], piece: TokenSpan, edge: int) -> bool:
    """Return whether a piece is a source.

    With the article, "what" or "which" before it, the "who" behind it, or all of the subject up to its verb, where that
    stands at ``edge`` and what is said behind it.
    """
    (start, end), tags = piece, columns.tokens.tags
    for first, last in source:
        if first <= start and end <= last:
            return True
        led = start == first - 1 and end == last and tags[start] in (DT, W)
        whole = first - LEADING <= start <= first < end <= edge and not any(columns.marks[start:end])
        if led or whole or (start == first < last < end and tags[last] == W):
            return True
    return False


def parted(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...], other: Finding) -> tuple[TokenSpan, ...]:
    """Return content without a clause in which somebody speaks again.

    For example: "the Kremlin said A [and Trump said B]".

    Or the same one: "he confirmed that A [as he noted that B]".
    """
    if not content:
        return content
    tokens, tags = columns.tokens, columns.tokens.tags
    start, end = content[-1]
    if len(content) > 1 and _next_speakers(columns, finding, content[-1], other):
        return content[:-1]
    if not finding.cue.end <= start < other.cue.start < end:
        return content  # nearly always
    if start < (added := _added(columns, finding, other)):
        return (*content[:-1], (start, added))
    if (again := _again(columns, finding, content[-1], other)) >= 0:
        return (*content[:-1], (start, again))
    if not other.source or not finding.cue.end <= start < other.source[0][0] < other.cue.start < end:
        return content
    joint = other.source[0][0] - 1
    same = tags[finding.cue.head] == tags[other.cue.head] and tags[other.cue.head] in FINITE
    near = other.cue.start - other.source[-1][1] <= 1
    if not (same and near and joint > start and columns.cueness[other.cue.head] >= LIKELY):
        return content
    if tokens.words[joint] in _meanwhile():
        if not other.content or other.content[-1][1] < end or columns.cueness[other.cue.head] < SURELY:
            return content
        if columns.marks[joint]:
            return content
    elif tags[joint] != CC or tokens.words[start] == THAT or letter(columns, finding.cue.end) == ",":
        return content  # "And, he added, [it fell but others saw that it rose]"
    if any(columns.marks[start:end]) and tokens.words[joint] not in _meanwhile():
        return content
    if FINITE.isdisjoint(tags[start:joint]):
        return content
    cut = joint - 1 if letter(columns, joint - 1) == "," else joint
    return (*content[:-1], (start, cut))


def _next_speakers(columns: Columns, finding: Finding, piece: TokenSpan, other: Finding) -> bool:
    """Return whether the last piece of a split quotation is another's.

    Its own verb and speaker stand right behind it.

    "“A,” she said Tuesday. [“B,” he added.]"
    """
    start, end = piece
    if start < finding.cue.end or not other.source or not other.content or columns.cueness[other.cue.head] < SURELY:
        return False
    own = any(a <= start + 1 and end - 1 <= b <= other.cue.start for a, b in other.content)
    near = end <= other.cue.start <= end + NEXT and end <= other.source[0][0] <= end + NEXT
    return (
        own
        and near
        and any(columns.marks[start:end])
        and columns.sentence[start] != columns.sentence[finding.cue.start]
    )


def _again(columns: Columns, finding: Finding, piece: TokenSpan, other: Finding) -> int:
    """Return where a second verb of the same speaker's parts what is said.

    For example: "said A [and asked B]"; -1: nowhere.

    Of such verbs that attribute more often than not 23 of 26 are no part of what was said, in annotated news.
    """
    tags, (start, end) = columns.tokens.tags, piece
    joint = other.cue.start - 1
    if not finding.cue.end <= start < joint < other.cue.start < end or any(columns.marks[start : joint + 1]):
        return -1
    verb = other.cue.head
    same = tags[finding.cue.head] == tags[verb] and tags[verb] in FINITE
    same = same or (tags[finding.cue.head] == VBD and tags[verb] == VBN and verb == other.cue.start)
    if not same or (columns.cueness[verb] < LIKELY and columns.tokens.words[verb] not in asking()):
        return -1
    who = any(tags[i] == W and columns.tokens.words[i] != THAT for i in range(start, joint))
    if columns.cueness[verb] < SURELY and who:
        return -1  # "portrayed him as one who knew kings but puzzled bankers"
    if tags[joint] != CC or not any(tags[i] in FINITE for i in range(start, joint)):
        return -1
    return joint - 1 if letter(columns, joint - 1) == "," else joint


def _added(columns: Columns, finding: Finding, other: Finding) -> int:
    """Return the comma before which a participle ends what is said, to say more.

    For example: "said A[, adding B]"; -1: there is none.
    """
    at = other.cue.start - 1
    more = columns.tokens.tags[other.cue.head] == VBG and columns.cueness[other.cue.head] >= SURELY and other.content
    same = not other.source or other.source == finding.source
    inside = columns.marks[at] or columns.marks[other.cue.start]
    if not more or not same or inside or letter(columns, at) != ",":
        return -1
    ends = finding.content[-1][1] <= other.content[-1][1] and other.content[0][0] >= other.cue.end
    return at if ends and columns.sentence[other.cue.start] == columns.sentence[finding.cue.start] else -1


def off_remark(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content without the reporter's remark after it.

    For example: "said he was close[, though he has not said how]".

    What follows quotations alone is no part of them either: "chanted “A” and “B,” [as hundreds looked on]".
    """
    start, end = content[-1]
    tokens, tags, marks = columns.tokens, columns.tokens.tags, columns.marks
    if start < cue[1] or marks[cue[0]]:
        return content
    if len(content) > 1 and content[-2][1] <= cue[0] and _meanwhile_done(columns, (start, end)):
        return content[:-1]
    if _openers().isdisjoint(tokens.words[start:end]):
        return content
    inside = [i for a, b in content for i in range(a, b)]
    told = next((i for i in inside if not (marks[i] or tags[i] == CC or tokens.shapes[i] == MARK)), end)
    verb = next((i for i in range(start, end) if tags[i] in FINITE), end)
    last = next((i for i in reversed(inside) if marks[i]), start)  # what is quoted after a remark is no remark
    for at in range(last + 1, end - 1):
        begins = tokens.words[at + 1] in _remarks() or (at + 3 < end and _in_spite(columns, at + 1))
        remarks = letter(columns, at) == "," and begins and verb < at
        if remarks or (at == told and tokens.words[at] in _meanwhile()):
            return (*content[:-1], (start, at)) if at > start else content
    return content


def _meanwhile_done(columns: Columns, piece: TokenSpan) -> bool:
    """Return whether a piece tells what a speaker did meanwhile.

    For example: "A, she said [as she left the hall]".
    """
    words, (start, end) = columns.tokens.words, piece
    first = start - (words[start - 1] in _meanwhile())
    acts = any(tag in FINITE for tag in columns.tokens.tags[start:end])
    plain = letter(columns, first - 1) != "," and not any(columns.marks[start:end])
    return plain and acts and words[first] in _meanwhile()


@cache
def _remarks() -> frozenset[int]:
    """Return conjunctions after which reporters mostly speak themselves.

    They stand behind a comma (8 of 9 in annotated news).
    """
    return frozenset(map(hash_word, ("though", "although", "despite")))


def _in_spite(columns: Columns, at: int) -> bool:
    """Return whether "in spite of" begins at a token."""
    return columns.tokens.words[at + 1] == SPITE and columns.tokens.words[at + 2] == OF


@cache
def _openers() -> frozenset[int]:
    """Return words of which every remark has one."""
    return _remarks() | _meanwhile() | {SPITE}


def adjoining(columns: Columns, ways: Sequence[Straight]) -> Sequence[Straight]:
    """Return ways to bound a content that stands before its source.

    Those that reach up to it, where there are any.

    "[According to what we heard], it seems that they left, he noted": no clause stands between the two.
    """
    finding = ways[0].finding if ways else None
    if finding is None or not finding.source:
        return ways
    edge = min(finding.source[0][0], finding.cue.start)
    reaching = [one for one in ways if one.content[-1][1] <= edge and _nothing_between(columns, one.content, edge)]
    if not reaching or any(one.content[-1][1] > edge for one in ways):
        return ways
    return reaching


def _nothing_between(columns: Columns, content: tuple[TokenSpan, ...], edge: int) -> bool:
    return all(columns.tokens.tags[i] == PUNCTUATION for i in range(content[-1][1], edge))
