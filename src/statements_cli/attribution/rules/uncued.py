"""Add statements that have no cue of their own.

A quotation that no cue claims continues the statement it stands beside, the quotation of the paragraph
before, or the words before a colon; a signed motto names its speaker without any verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statements_cli.attribution.bounds.regions import Regions, shared
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.attribution.rules.following import FOLLOWS, goes_on, unsigned
from statements_cli.attribution.rules.joining import Joining, paragraph_start
from statements_cli.model import Clue

COLON_REACH = 12  # tokens between a cue and the colon that ends its paragraph
SIGNED = 0.8
DOUBTFUL = 0.3  # how sure a report within a quotation must be to stand for it
PUNCTUATION = 4


def add_uncued(
    made: Columns, regions: Regions, kept: Sequence[AttributionCandidate], found: Sequence[Finding]
) -> list[AttributionCandidate]:
    """Return the candidates with uncued quotations joined to them or added.

    They are in text order.
    """
    statements = without_nested(made, regions, kept)
    owners = _owners(regions, statements)
    ahead = _ahead(regions, owners)
    waiting = _waiting_at_colons(made, found, statements)
    cue_tokens = {i for candidate in statements for a, b in candidate.cue for i in range(a, b)}
    joining = Joining(made, statements)
    previous = -1
    for number, quotation in enumerate(regions.quotations):
        if quotation.depth:
            continue
        before, previous = previous, number
        if number in owners:
            continue
        span = regions.spans[number]
        if before in owners and _resumes(made, regions.spans[before], span):
            joining.join(owners[before], span)
            owners[number] = owners[before]
            continue
        paragraph = paragraph_start(made, span[0])
        if _answers(made, regions, number):
            asked = _asked(made, span, paragraph, statements)
            if asked is not None:
                owners[number] = joining.add(asked)
                joining.join(owners[number], span)
                continue
        if not regions.is_utterance(number) and not _is_whole_sentence(made, span):
            continue
        if any(i in cue_tokens for i in range(span[0], min(span[1], span[0] + 400))):
            continue
        owner = owners.get(before) if quotation.continues else None
        if owner is None and _begins_something(made, span[0], paragraph):
            owner = joining.beside(span, paragraph)
        if owner is None and paragraph not in waiting:
            owner = ahead.get(number)
        if owner is None:
            alone = _standing_alone(made, span, paragraph, waiting, has_others=paragraph in joining.last)
            if alone is None and goes_on(made, regions, number, statements):
                alone = unsigned(span)
            if alone is None:
                continue
            owner = joining.before(span[0]) if not alone.cue and not alone.source else None
            if owner is None:
                owner = joining.add(alone)
        joining.join(owner, span)
        owners[number] = owner
    told = (one for one in joining.done() if _says_anything(made, one))
    return sorted(told, key=lambda candidate: candidate.content)


def _is_whole_sentence(made: Columns, span: TokenSpan) -> bool:
    """Return whether a quotation begins its sentence and ends as one, however short.

    For example: "“They ran.”".
    """
    return made.sentence[span[0]] == span[0] and _is_sentence(made, span)


def _answers(made: Columns, regions: Regions, number: int) -> bool:
    """Return whether a quotation stands behind a question of the writer's, and is whole.

    For example: "Does she regret it? “No.”".
    """
    start, quotation = regions.spans[number][0], regions.quotations[number]
    if not start or not quotation.closed or made.marks[start - 1]:
        return False
    whole = regions.text[quotation.inner[1] - 1] in ".!…"
    return whole and made.tokens.text[made.tokens.starts[start - 1]] == "?"


def _asked(
    made: Columns, span: TokenSpan, paragraph: int, statements: Sequence[AttributionCandidate]
) -> AttributionCandidate | None:
    """Return the statement of the one who speaks in the paragraph of a question.

    Before it, else next behind it.
    """
    stop = made.tokens.paragraph_of(paragraph).stop
    places = [(one.cue or one.content)[0][0] for one in statements]
    here = sorted((at, one) for at, one in zip(places, statements, strict=True) if paragraph <= at < stop and one.cue)
    if not here:
        return None
    before = any(at < span[0] for at, _ in here)
    source = () if before else here[0][1].source
    return AttributionCandidate((), source, (span,), FOLLOWS, (Clue("uncued quotation"),)) if before or source else None


def without_nested(made: Columns, regions: Regions, kept: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates but the doubtful ones reported inside a quotation that nobody else claims.

    "“I heard that they [were invited] ...”": the quotation is whose it is, no matter who is spoken of in it. So is one
    whose next paragraph has a speaker, however sure the report in it is.
    """
    within = [one for one in kept if one.cue and made.marks[one.cue[0][0]]]
    if not within:
        return list(kept)
    going_on = _ahead(regions, _owners(regions, [one for one in kept if one not in within]))
    doubtful = [
        one for one in within if one.worth < DOUBTFUL or any(number in going_on for number in regions.of(one.cue))
    ]
    if not doubtful:
        return list(kept)
    sure = _owners(regions, [one for one in kept if one not in doubtful])
    nested = {
        number
        for number, one in enumerate(doubtful)
        for quotation in regions.of(one.cue)
        if quotation not in sure and not regions.quotations[quotation].depth and regions.is_utterance(quotation)
    }
    dropped = [one for number, one in enumerate(doubtful) if number in nested]
    return [one for one in kept if one not in dropped]


def _resumes(made: Columns, before: TokenSpan, span: TokenSpan) -> bool:
    """Return whether a quotation goes on with the one before in its sentence.

    For example: "“The pier,” she said, smiling, “is done.”".
    """
    text, starts = made.tokens.text, made.tokens.starts
    inner = text[starts[span[0]] : starts[span[0]] + 3].lstrip("\"'“‘„«`")
    broken = text[starts[before[0]] : starts[span[0]]]
    closed = text[starts[before[1] - 1] - 1 : starts[before[1] - 1] + 2]
    same = made.sentence[before[0]] == made.sentence[span[0]]
    return same and inner[:1].islower() and "," in closed and broken.rstrip().endswith(",")


def _says_anything(made: Columns, candidate: AttributionCandidate) -> bool:
    """Return whether a content holds a word, and not marks alone."""
    shapes = made.tokens.shapes
    return any(shapes[i] != PUNCTUATION for start, end in candidate.content for i in range(start, end))


def _owners(regions: Regions, statements: Iterable[AttributionCandidate]) -> dict[int, int]:
    """Return which statement each quotation belongs to, where a fifth of it is content."""
    owners: dict[int, int] = {}
    for number, candidate in enumerate(statements):
        for quotation in regions.of(candidate.content):
            span = regions.spans[quotation]
            if shared(candidate.content, (span,)) > 0.2 * (span[1] - span[0]):
                owners.setdefault(quotation, number)
    return owners


def _ahead(regions: Regions, owners: dict[int, int]) -> dict[int, int]:
    """Return which statement each unclosed quotation belongs to, where a later paragraph of it tells."""
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


def _waiting_at_colons(
    made: Columns, found: Sequence[Finding], statements: Sequence[AttributionCandidate]
) -> dict[int, Finding]:
    """Return cues before a colon that ends a paragraph, without a content there.

    They are keyed by the next paragraph's first token.
    """
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
    *,
    has_others: bool,
) -> AttributionCandidate | None:
    """Return a quotation that is a paragraph, with a cue before or a signature below."""
    start, end = span
    if start != paragraph:
        return None
    stop = made.tokens.paragraph_of(start).stop
    if paragraph in waiting:
        finding = waiting.pop(paragraph)
        cue = ((finding.cue.start, finding.cue.end),)
        evidence = (Clue("cue before colon"),)
        return AttributionCandidate(cue, finding.source, (span,), round(0.9 * finding.cue.probability, 3), evidence)
    signature = _signature(made, end, stop)
    if signature is not None:
        return AttributionCandidate((), (signature,), (span,), SIGNED, (Clue("signature"),))
    if has_others or stop - end > 0.3 * (end - start) or not _is_sentence(made, span):
        return None
    return unsigned(span)


def without_signed(
    made: Columns, regions: Regions, judged: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return the candidates whose cue is no part of a signature under a quotation.

    No name is a verb of saying.
    """
    signed: set[int] = set()
    for number, (start, end) in enumerate(regions.spans):
        if regions.quotations[number].depth or start != paragraph_start(made, start):
            continue
        stop = made.tokens.paragraph_of(start).stop
        if _signature(made, end, stop) is not None:
            signed.update(range(end, stop))
    return [one for one in judged if one.cue[0][0] not in signed] if signed else list(judged)


def _is_sentence(made: Columns, span: TokenSpan) -> bool:
    """Return whether a quotation ends as a sentence does: a heading in quotation marks doesn't."""
    end = span[1]
    words = [i for i in range(max(span[0], end - 3), end) if made.tokens.text[made.tokens.starts[i]] in ".?!…"]
    return bool(words)


def _signature(made: Columns, start: int, stop: int) -> TokenSpan | None:
    """Return the name after a dash behind a quotation, as in ``"..." ― Name, office``."""
    tokens = made.tokens
    if start + 1 >= stop or tokens.text[tokens.starts[start]] not in "―—–-~":
        return None
    end = start + 1
    while end < stop and (tokens.shapes[end] in (1, 2) or tokens.word(end) == "."):
        end += 1
    if end == start + 1 or stop - end > 20:
        return None
    return start + 1, end
