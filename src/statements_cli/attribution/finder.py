"""Find the attributions of an article: cue, source and content, nothing resolved.

Cues get source and content, set straight, judged and kept where no better one claims them; rules add what has no cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.attribution.bounds.clause_ends import completed
from statements_cli.attribution.bounds.complements import joined, mended
from statements_cli.attribution.bounds.overlaps import adjoining, off_day, off_occasion, off_remark, parted
from statements_cli.attribution.bounds.regions import Regions, merge, shared, size, snap
from statements_cli.attribution.bounds.spans import to_attribution
from statements_cli.attribution.bounds.split_quotations import side_by_side
from statements_cli.attribution.candidate import AttributionCandidate
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
from statements_cli.attribution.labelling.judge import BEST, CONTENT, RIGHT, Straight, describe, judge, probability
from statements_cli.attribution.labelling.second_pass import second_look
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns, columns
from statements_cli.attribution.rules.interviews import with_interview
from statements_cli.attribution.rules.name_lines import with_name_lines
from statements_cli.attribution.rules.plain_quotations import with_plain_quotations
from statements_cli.attribution.rules.quoted_as_saying import with_quoted_as_saying
from statements_cli.attribution.rules.talk_before import with_talk_before
from statements_cli.attribution.rules.uncued import add_uncued, with_headings, without_signed
from statements_cli.model import ACCURATE, FAST, Attribution, Clue, ClueKind, ModelName
from statements_cli.quotations import find_quotations
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

_NO_SOURCE = Clue("no source")
COLON = hash_word(":")
LISTED = 3  # paragraphs that begin with a word and a colon, from which on they are a list
PUNCTUATION = 4  # the shape of a token that is none of letters and digits
WITH, TO, TODAY = hash_word("with"), hash_word("to"), hash_word("today")
ANSWERS = frozenset(map(hash_word, ("no", "yes")))
ADVERBIAL = frozenset((TAGS.index("RB"), TAGS.index("DAY")))
POINTERS = frozenset(("PRP", "DT", "W", "EX", "IN", "RB", "TO"))
ACCEPTED = 0.1
"""From this probability of its content on a finding is kept.

A statement left out can't be found again, and one too many has its confidence beside it, by which every command
leaves out what is doubtful unless it is asked for.
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
    return encoded_candidates(made, straight) if model == ACCURATE else labelled_candidates(made, straight)


def encoded_candidates(made: Columns, straight: Sequence[Sequence[Straight]]) -> list[AttributionCandidate]:
    """Return findings of the encoder, each bounded as its judge ranks highest."""
    from statements_cli.attribution.encoder.runtime import encoder
    from statements_cli.attribution.encoder.verdicts import verdicts

    chosen = []
    for ways in straight:
        judged = verdicts(made, ways, encoder().folder)
        number = max(range(len(ways)), key=lambda way: judged[way].best)
        chosen.append(_candidate(ways[number], judged[number].right, judged[number].content))
    return chosen


def labelled_candidates(made: Columns, straight: Sequence[Sequence[Straight]]) -> list[AttributionCandidate]:
    """Return findings of both labellers, each bounded as their judge ranks highest."""
    chosen = []
    scores = judge(describe(made, [one for ways in straight for one in ways]))
    first = 0
    for ways in straight:
        bounds = scores[first + BEST : first + 3 * len(ways) : 3]
        number = bounds.index(max(bounds))
        one, at = ways[number], first + 3 * number
        right, worth = probability(scores[at + RIGHT]), probability(scores[at + CONTENT], CONTENT)
        chosen.append(_candidate(one, right, worth))
        first += 3 * len(ways)
    return chosen


def _candidate(one: Straight, right: float, worth: float) -> AttributionCandidate:
    cue = ((one.finding.cue.start, one.finding.cue.end),)
    return AttributionCandidate(cue, one.finding.source, one.content, right, _clues(one), worth)


def straightened(made: Columns, regions: Regions, found: Sequence[Finding]) -> list[list[Straight]]:
    """Return findings with a content, their ways to bound it, and their neighbours' overlaps."""
    mendings = [mended(made, one) for one in found]
    mendings = side_by_side(made, mendings)
    mendings = [joined(made, one, mendings[number - 1]) if number else one for number, one in enumerate(mendings)]
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
    whole = off_remark(made, off_occasion(made, completed(made, off_day(made, content, cue), cue), cue), cue)
    return content if whole is content is merged else snap(merge(whole), cue, regions)


def _holds(content: tuple[TokenSpan, ...], at: int) -> bool:
    """Return whether a token is of a content."""
    if not content[0][0] <= at < content[-1][1]:
        return False
    return len(content) == 1 or any(a <= at < b for a, b in content)


def points_only(made: Columns, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a content only points at something said elsewhere: it, that, so."""
    tokens = made.tokens
    words = [i for a, b in content for i in range(a, b) if tokens.shapes[i] != PUNCTUATION]
    answers = len(words) == 1 and tokens.words[words[0]] in ANSWERS  # "Asked if he would go, she said [no]."
    return len(words) == 1 and not answers and not made.marks[words[0]] and TAGS[tokens.tags[words[0]]] in POINTERS


def accompanies(made: Columns, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a content only names the audience: "spoke [today with the President]"."""
    tokens = made.tokens
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
    ranked = sorted(judged, key=lambda c: (relays(made, *c.cue[0]), -c.worth, c.cue))
    for candidate in ranked:
        cue = candidate.cue[0]
        if candidate.worth < ACCEPTED:
            continue
        if cue[0] in listed and not any(made.marks[i] for a, b in candidate.content for i in range(a, b)):
            continue
        if points_only(made, candidate.content) or accompanies(made, candidate.content) or asks(made, candidate.source):
            continue
        words = [i for a, b in candidate.content for i in range(a, b)]
        if relays(made, *cue) and not cues.isdisjoint(words):
            kept.append(candidate)
            continue
        free = [i for i in words if i not in taken]
        if 2 * len(free) < len(words) or not taken.isdisjoint(range(*cue)):
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
