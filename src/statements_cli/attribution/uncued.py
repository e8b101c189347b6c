"""Statements found by their cues in; the same with what is said without a cue beside it out.

A quotation that no cue claims continues the statement it stands beside, the quotation of the paragraph
before, or the words before a colon; a signed motto and a turn of a transcript name their speaker without
any verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from statements_cli.attribution.candidate import Candidate
from statements_cli.attribution.columns import Columns
from statements_cli.attribution.contents import Regions, merge, shared
from statements_cli.attribution.labeller import Finding, TokenSpan

REACH = 40  # tokens over which a quotation joins a statement of its paragraph
COLON_REACH = 12  # tokens between a cue and the colon that ends its paragraph
FOLLOWS = 0.5  # how sure it is that an uncued quotation is of whoever spoke last
SIGNED = 0.8
TURN = 0.7
PUNCTUATION = 4


def add_uncued(
    made: Columns, regions: Regions, kept: Sequence[Candidate], found: Sequence[Finding]
) -> list[Candidate]:
    """The kept candidates with uncued quotations joined to them, and statements of such quotations, in text order."""
    turns = _turns(made)
    statements = [one for one in kept if not turns or _paragraph(made, one.content[0][0]) not in turns]
    owners = _owners(regions, statements)
    ahead = _ahead(regions, owners)
    waiting = _waiting_at_colons(made, found, statements)
    cue_tokens = {i for candidate in statements for a, b in candidate.cue for i in range(a, b)}
    by_paragraph: dict[int, list[int]] = {}
    for number, candidate in enumerate(statements):
        by_paragraph.setdefault(_paragraph(made, candidate.content[0][0]), []).append(number)
    previous = -1
    for number, quotation in enumerate(regions.quotations):
        if quotation.depth:
            continue
        before, previous = previous, number
        if number in owners or not regions.is_utterance(number):
            continue
        start, end = regions.spans[number]
        if any(i in cue_tokens for i in range(start, min(end, start + 400))):
            continue
        owner = owners.get(before) if quotation.continues else None
        paragraph = _paragraph(made, start)
        if owner is None and _begins_something(made, start, paragraph):
            owner = _beside(made, statements, by_paragraph.get(paragraph, ()), (start, end))
        if owner is None and paragraph not in waiting:
            owner = ahead.get(number)
        if owner is not None:
            joined = merge((*statements[owner].content, (start, end)))
            statements[owner] = replace(statements[owner], content=joined)
            owners[number] = owner
            continue
        new = _standing_alone(made, (start, end), paragraph, waiting, by_paragraph)
        if new is not None and not new.cue and not new.source:
            owner = _before(made, statements, by_paragraph, start)
            if owner is not None:
                statements[owner] = replace(
                    statements[owner], content=merge((*statements[owner].content, (start, end)))
                )
                owners[number] = owner
                by_paragraph.setdefault(paragraph, []).append(owner)
                continue
        if new is not None:
            owners[number] = len(statements)
            by_paragraph.setdefault(paragraph, []).append(len(statements))
            statements.append(new)
    statements = [one for one in statements if not turns or _paragraph(made, one.content[0][0]) not in turns]
    statements += turns.values()
    return sorted(statements, key=lambda candidate: candidate.content)


def _paragraph(made: Columns, token: int) -> int:
    return made.tokens.paragraph_of(token).start


def _owners(regions: Regions, statements: Iterable[Candidate]) -> dict[int, int]:
    """Which statement each quotation belongs to, where a fifth of it is content."""
    owners: dict[int, int] = {}
    for number, candidate in enumerate(statements):
        for quotation in regions.of(candidate.content):
            span = regions.spans[quotation]
            if shared(candidate.content, (span,)) > 0.2 * (span[1] - span[0]):
                owners.setdefault(quotation, number)
    return owners


def _ahead(regions: Regions, owners: dict[int, int]) -> dict[int, int]:
    """Which statement each unclosed quotation belongs to, where a later paragraph of it tells."""
    ahead: dict[int, int] = {}
    later = -1
    for number in reversed(range(len(regions.quotations))):
        quotation = regions.quotations[number]
        if quotation.depth:
            continue
        if not quotation.closed and later >= 0 and regions.quotations[later].continues:
            owner = owners.get(later, ahead.get(later))
            if owner is not None:
                ahead[number] = owner
        later = number
    return ahead


def _begins_something(made: Columns, start: int, paragraph: int) -> bool:
    tokens = made.tokens
    return start == paragraph or tokens.text[tokens.ends[start - 1] - 1] in ".:,?!\"”’'"


def _beside(
    made: Columns, statements: Sequence[Candidate], numbers: Iterable[int], span: TokenSpan
) -> int | None:
    """The nearest quoted statement of the paragraph that a quotation continues, if one is near."""
    best, chosen = REACH, None
    for number in numbers:
        for a, b in statements[number].content:
            distance = span[0] - b if b <= span[0] else a - span[1]
            if 0 <= distance < best and (made.marks[a] or made.marks[b - 1]):
                best, chosen = distance, number
    return chosen


def _before(
    made: Columns, statements: Sequence[Candidate], by_paragraph: dict[int, list[int]], start: int
) -> int | None:
    """The statement that a quoted paragraph goes on with: the last one of the paragraph before, if it is quoted."""
    if start == 0:
        return None
    numbers = by_paragraph.get(_paragraph(made, start - 1), ())
    last = max(numbers, key=lambda number: statements[number].content[-1], default=None)
    if last is None or not made.marks[statements[last].content[-1][1] - 1]:
        return None
    return last


def _waiting_at_colons(
    made: Columns, found: Sequence[Finding], statements: Sequence[Candidate]
) -> dict[int, Finding]:
    """Cues that a colon ends a paragraph after, without a content there, by the next paragraph's first token."""
    used = {candidate.cue[0] for candidate in statements if candidate.cue}
    tokens = made.tokens
    waiting: dict[int, Finding] = {}
    for finding in found:
        cue = finding.cue
        paragraph = tokens.paragraph_of(cue.start)
        last = paragraph.stop - 1
        if last + 1 >= len(tokens) or tokens.text[tokens.ends[last] - 1] != ":":
            continue
        if last - cue.end < COLON_REACH and (cue.start, cue.end) not in used:
            earlier = waiting.get(last + 1)
            if earlier is None or cue.probability > earlier.cue.probability:
                waiting[last + 1] = finding
    return waiting


def _standing_alone(
    made: Columns,
    span: TokenSpan,
    paragraph: int,
    waiting: dict[int, Finding],
    by_paragraph: dict[int, list[int]],
) -> Candidate | None:
    """A quotation that is a paragraph of its own, with the cue before its colon or the name under it."""
    start, end = span
    if start != paragraph:
        return None
    stop = made.tokens.paragraph_of(start).stop
    if paragraph in waiting:
        finding = waiting.pop(paragraph)
        cue = ((finding.cue.start, finding.cue.end),)
        note = ("the cue stands before a colon that ends the paragraph before",)
        return Candidate(cue, finding.source, (span,), round(0.9 * finding.cue.probability, 3), note)
    signature = _signature(made, end, stop)
    if signature is not None:
        return Candidate((), (signature,), (span,), SIGNED, ("signed with the name that follows",))
    if paragraph in by_paragraph or stop - end > 0.3 * (end - start) or not _is_sentence(made, span):
        return None
    return Candidate((), (), (span,), FOLLOWS, ("a quotation without a cue: taken for whoever spoke last",))


def _is_sentence(made: Columns, span: TokenSpan) -> bool:
    """Whether a quotation ends as a sentence does: a heading in quotation marks doesn't."""
    end = span[1]
    words = [i for i in range(max(span[0], end - 3), end) if made.tokens.text[made.tokens.starts[i]] in ".?!…"]
    return bool(words)


def _signature(made: Columns, start: int, stop: int) -> TokenSpan | None:
    """The name after a dash behind a quotation, as in ``"..." ― Name, office``."""
    tokens = made.tokens
    if start + 1 >= stop or tokens.text[tokens.starts[start]] not in "―—–-~":
        return None
    end = start + 1
    while end < stop and (tokens.shapes[end] in (1, 2) or tokens.word(end) == "."):
        end += 1
    if end == start + 1 or stop - end > 20:
        return None
    return start + 1, end


def _turns(made: Columns) -> dict[int, Candidate]:
    """Paragraphs that open with a name in capitals and a colon, as transcripts have them, by their first token.

    One such line may be a label ("UPDATE: ..."); two make a conversation.
    """
    tokens = made.tokens
    ends = [*tokens.paragraphs[1:], len(tokens)]
    found: dict[int, Candidate] = {}
    for start, stop in zip(tokens.paragraphs, ends, strict=True):
        colon = start
        while colon < min(stop, start + 6) and (tokens.shapes[colon] == 2 or tokens.word(colon) == "."):
            colon += 1
        if colon == start or colon >= stop - 1 or tokens.word(colon) != ":":
            continue
        if all(tokens.ends[i] - tokens.starts[i] < 4 for i in range(start, colon)):
            continue  # Q: and US: are too short to be names
        cue, source, content = ((colon, colon + 1),), ((start, colon),), ((colon + 1, stop),)
        found[start] = Candidate(cue, source, content, TURN, ("a turn of a transcript",))
    return found if len(found) > 1 else {}
