"""Find the attributions of an article: cue, source and content, nothing resolved.

Cues get source and content, set straight, judged and kept where no better one claims them; rules add what has no cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.attribution.bounds.clause_ends import completed
from statements_cli.attribution.bounds.complements import mended
from statements_cli.attribution.bounds.content_edges import off_day, off_occasion, whole_series
from statements_cli.attribution.bounds.distant_subjects import continuing, joined
from statements_cli.attribution.bounds.overlaps import adjoining, off_remark, parted
from statements_cli.attribution.bounds.regions import Regions, merge, shared, size, snap
from statements_cli.attribution.bounds.spans import to_attribution
from statements_cli.attribution.bounds.split_quotations import side_by_side
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.certainty.doubted_sources import with_doubted
from statements_cli.attribution.certainty.likelihoods import bounded
from statements_cli.attribution.choosing import choose, relays
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from statements_cli.attribution.labelling.first_pass import (
    Finding,
    TokenSpan,
    first_model,
    first_view,
    likely_cues,
    second_model,
    survey_of,
)
from statements_cli.attribution.labelling.judge import (
    BEST,
    CONTENT,
    RIGHT,
    SCORES,
    WIDE,
    Straight,
    describe,
    judge,
    probability,
)
from statements_cli.attribution.labelling.second_pass import second_look
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.attribution.rules.estimates import with_estimates
from statements_cli.attribution.rules.hearings import with_hearings
from statements_cli.attribution.rules.interviews import with_interview
from statements_cli.attribution.rules.name_lines import with_headings, with_name_lines
from statements_cli.attribution.rules.plain_quotations import with_plain_quotations
from statements_cli.attribution.rules.quoted_as_saying import with_quoted_as_saying
from statements_cli.attribution.rules.speaking_documents import with_documents
from statements_cli.attribution.rules.talk_before import with_talk_before
from statements_cli.attribution.rules.told_accounts import with_told_accounts
from statements_cli.attribution.rules.uncued import add_uncued, without_signed
from statements_cli.model import ACCURATE, FAST, Attribution, Clue, ClueKind, ModelName
from statements_cli.quotations import find_quotations

_NO_SOURCE = Clue("no source")
WIDER = 0.4
"""The part of the corpus's notion of a statement, which is wider than that of news, in what a content is taken for.

It orders what is doubtful by the one and what is not by the other (chosen on texts and articles held out).
"""


def find_attributions(
    article_text: ArticleText, *, readout: bool = False, model: ModelName = FAST
) -> list[Attribution]:
    """Return attributions of an article's paragraphs, in order, of a ``readout`` or not.

    Raises ``MissingModelError`` where the model's extra is not installed.
    """
    tokens = article_text.tokens
    if not len(tokens):
        return []
    quotations = find_quotations(article_text.text, article_text.paragraphs)
    made = columns(tokens, quotations)
    regions = Regions(made, quotations)
    seen = findings(made, model)
    judged = with_quoted_as_saying(made, regions, candidates(made, regions, seen, model))
    judged = with_plain_quotations(made, regions, with_talk_before(made, regions, judged))
    judged = with_estimates(made, with_documents(made, with_told_accounts(made, with_hearings(made, judged))))
    judged = without_signed(made, regions, judged)
    chosen = with_name_lines(made, regions, with_headings(made, choose(made, judged)))
    kept = with_interview(made, add_uncued(made, regions, chosen, seen))
    if readout:
        from statements_cli.attribution.rules.readout_clauses import with_readout

        kept = with_readout(made, kept)
    found = [to_attribution(made, regions, candidate) for candidate in kept]
    found.sort(key=lambda attribution: (attribution.content, attribution.cue))
    return found


def findings(made: Columns, model: ModelName = FAST) -> list[Finding]:
    """Return what a model finds, unjudged: by both labellers, or by the encoder."""
    if model == ACCURATE:
        from statements_cli.attribution.encoder.findings import encoded_findings
        from statements_cli.attribution.encoder.runtime import encoder

        return encoded_findings(made, encoder())
    view = first_view(made, first_model())
    cues = likely_cues(made, view)
    if not cues:
        return []
    view.survey = survey_of(made, view.labels)
    parse_around(made, ((cue.start, cue.end) for cue in cues), parser_model())
    return second_look(made, view, cues, second_model())


def candidates(
    made: Columns, regions: Regions, found: Sequence[Finding], model: ModelName = FAST
) -> list[AttributionCandidate]:
    """Return findings with their contents set straight and judged, in text order."""
    straight = straightened(made, regions, found)
    chosen = encoded_candidates(made, straight) if model == ACCURATE else labelled_candidates(made, straight)
    return with_doubted(made, straight, chosen)


def encoded_candidates(made: Columns, straight: Sequence[Sequence[Straight]]) -> list[AttributionCandidate]:
    """Return findings of the encoder, each bounded as its judge ranks highest."""
    from statements_cli.attribution.encoder.runtime import encoder
    from statements_cli.attribution.encoder.verdicts import verdicts

    chosen = []
    for ways in straight:
        judged = verdicts(made, ways, encoder().folder)
        number = max(range(len(ways)), key=lambda way: judged[way].best)
        chosen.append(_candidate(made, ways[number], judged[number].right, judged[number].content))
    return chosen


def labelled_candidates(made: Columns, straight: Sequence[Sequence[Straight]]) -> list[AttributionCandidate]:
    """Return findings of both labellers, each bounded as their judge ranks highest."""
    chosen = []
    scores = judge(describe(made, [one for ways in straight for one in ways]))
    first = 0
    for ways in straight:
        bounds = scores[first + BEST : first + SCORES * len(ways) : SCORES]
        number = bounds.index(max(bounds))
        one, at = ways[number], first + SCORES * number
        right, worth = probability(scores[at + RIGHT]), probability(scores[at + CONTENT], CONTENT)
        wide = probability(scores[at + WIDE], WIDE)
        chosen.append(_candidate(made, one, right, worth, wide))
        first += SCORES * len(ways)
    return chosen


def _candidate(
    made: Columns, one: Straight, right: float, worth: float, wide: float | None = None
) -> AttributionCandidate:
    """Return a candidate.

    ``wide`` is how probable its content is by the corpus's notion of a statement, where that is known.
    """
    known, (right, worth) = worth, bounded(made, one.finding, one.content, right, worth)
    either = worth if wide is None or worth != known else worth + WIDER * (wide - worth)
    cue = ((one.finding.cue.start, one.finding.cue.end),)
    return AttributionCandidate(cue, one.finding.source, one.content, right, _clues(one), worth, either)


def straightened(made: Columns, regions: Regions, found: Sequence[Finding]) -> list[list[Straight]]:
    """Return findings with a content, their ways to bound it, and their neighbours' overlaps."""
    mendings = [mended(made, one) for one in found]
    mendings = side_by_side(made, mendings)
    mendings = [joined(made, one, mendings[number - 1]) if number else one for number, one in enumerate(mendings)]
    mendings = [continuing(made, one, mendings[max(0, number - 3) : number]) for number, one in enumerate(mendings)]
    snapped = [
        (finding, content)
        for finding in mendings
        if finding.content and (content := _straight(made, finding.content, finding, regions))
    ]
    relaying = [relays(made, finding.cue.start, finding.cue.end) for finding, _ in snapped]
    straight = []
    for number, (finding, first) in enumerate(snapped):
        low, after = max(0, number - 3), number + 1
        near = snapped[low:number] + snapped[after : after + 3]
        alike = relaying[low:number] + relaying[after : after + 3]
        rivals = [near[k] for k in range(len(near)) if alike[k] == relaying[number]]
        hulls = [(content[0][0], content[-1][1], content) for _, content in rivals]
        beside = [(one.cue.start, one.cue.probability) for one, _ in near]
        at, within = finding.cue.start, 0.0
        for one, content in rivals:  # to part a content may only shorten it
            if one.cue.probability > within and _holds(content, at):
                within = one.cue.probability if _holds(parted(made, one, content, finding), at) else within
        ways: dict[tuple[TokenSpan, ...], Straight] = {}
        for way, outline in enumerate(finding.contents):
            content = first if not way else _straight(made, outline.spans, finding, regions)
            for other, _ in snapped[after : after + 2]:
                content = parted(made, finding, content, other)
            if not content or content in ways:
                continue
            start, end = content[0][0], content[-1][1]
            claimed, holds = 0, 0.0
            for first_token, last_token, rival in hulls:
                if first_token < end and last_token > start:
                    claimed = max(claimed, shared(content, rival))
            for cue, chance in beside:
                if start <= cue < end and chance > holds and _holds(content, cue):
                    holds = chance
            ways[content] = Straight(finding, outline, way, content, claimed / max(1, size(content)), within, holds)
        straight.append(list(adjoining(made, list(ways.values()))))
    return straight


def _straight(made: Columns, spans: tuple[TokenSpan, ...], finding: Finding, regions: Regions) -> tuple[TokenSpan, ...]:
    cue = (finding.cue.start, finding.cue.end)
    merged = merge(spans)
    content = snap(merged, cue, regions)
    if not content:
        return content
    whole = whole_series(made, completed(made, off_day(made, content, cue), cue), cue)
    whole = off_remark(made, off_occasion(made, whole, cue), cue)
    return content if whole is content is merged else snap(merge(whole), cue, regions)


def _holds(content: tuple[TokenSpan, ...], at: int) -> bool:
    """Return whether a token is of a content."""
    if not content[0][0] <= at < content[-1][1]:
        return False
    return len(content) == 1 or any(a <= at < b for a, b in content)


def _clues(straight: Straight) -> tuple[Clue, ...]:
    finding = straight.finding
    return (
        _clue("cue probability", f"{finding.cue.probability:.2f}"),
        _clue("content probability", f"{straight.outline.margin:.2f}"),
        _clue("source probability", f"{finding.source_margin:.2f}") if finding.source else _NO_SOURCE,
    )


@lru_cache(maxsize=512)  # three kinds, a hundred hundredths each
def _clue(kind: ClueKind, hundredths: str) -> Clue:
    return Clue(kind, (hundredths,))
