"""Mend findings of "NAME was quoted as saying" and "the agency quoted NAME as saying".

The wording leaves no doubt about what is said, but three phrases stand between its words: who is quoted, by whom, and
on which day. The labellers meet it seldom, and take one of the three for a part of what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.regions import Regions, merge
from statements_cli.attribution.bounds.token_classes import FINITE, NOMINAL, PRONOUN
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.attribution.rules.plain_quotations import whole_quotations

_END = r"as\s+(?:saying|telling|writing|stating|warning)"
SURE = 0.6  # how probable such a finding is at least
LAST = 2  # tokens of "as saying"
BEFORE, AFTER = 2, 1  # tokens of a cue beside the words of the wording


@cache
def _wording() -> re.Pattern[str]:
    between = r"(?:\s+[^\s,;:.!?“”\"]+){0,9}?"
    return re.compile(rf"\b(?:quoted|quotes|quoting|cited|cites|citing){between},?\s+{_END}\b")


@cache
def _end_of_wording() -> re.Pattern[str]:
    return re.compile(_END)


@cache
def _aside() -> re.Pattern[str]:
    """Match who quotes, set beside a name.

    It says nothing itself: "Holt, [quoted] by the agency, said".
    """
    return re.compile(r"(?<=, )(?:as )?(?:quoted|cited)(?= by )")


def with_quoted_as_saying(
    made: Columns, regions: Regions, judged: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return the candidates, those of such a wording surer and without its phrases.

    A quotation right before such a wording gets a candidate where it has none: “It flows,” she was quoted as saying.
    """
    text, tokens = made.tokens.text, made.tokens
    asides = (
        {i for match in _aside().finditer(text) for i in tokens.within(match.span())}
        if "quoted by " in text or "cited by " in text
        else set()
    )
    judged = [one for one in judged if not one.cue or one.cue[0][0] not in asides]
    ended = _end_of_wording().search(text) is not None  # which is looked for many times faster
    wordings = [tokens.within(match.span()) for match in _wording().finditer(text)] if ended else []
    if not wordings:
        return list(judged)
    found = list(judged)
    for within in wordings:
        own = [number for number, one in enumerate(found) if one.cue and _belongs(one.cue[0], within)]
        if not own:
            found += _behind_quotation(made, regions, within) or _whom_it_quotes(made, regions, within)
            continue
        best = max(own, key=lambda number: found[number].worth)
        by_whom = found[best].source and found[best].source[0][0] >= within.stop  # "he was quoted as saying by {Skarv}"
        if by_whom and (behind := _behind_quotation(made, regions, within)):
            found = [one for number, one in enumerate(found) if number not in own] + behind
            continue
        content = _without(found[best].content, (within.start - BEFORE, within.stop))
        if not content:
            continue
        chosen = found[best]
        found[best] = chosen._replace(
            content=content, probability=max(SURE, chosen.probability), worth=max(SURE, chosen.worth)
        )
        found = [one for number, one in enumerate(found) if number == best or number not in own]
    return found


def _behind_quotation(made: Columns, regions: Regions, within: range) -> list[AttributionCandidate]:
    """Return the quotation that ends before a speaker and the wording, if one does."""
    tags, verb, ends = made.tokens.tags, within.start - 1, whole_quotations(regions)
    start = verb
    while start > 0 and start not in ends and (tags[start - 1] in NOMINAL or tags[start - 1] == PRONOUN):
        start -= 1
    if not start < verb or start not in ends or tags[verb] not in FINITE:
        return []
    return [
        AttributionCandidate(((verb, within.stop),), ((start, verb),), (ends[start],), probability=SURE, worth=SURE)
    ]


def _whom_it_quotes(made: Columns, regions: Regions, within: range) -> list[AttributionCandidate]:
    """Return the quotation before who quotes it: "“It flows,” the site quoted [Moe]"."""
    tags, start, ends = made.tokens.tags, within.start, whole_quotations(regions)
    speaker = range(within.start + 1, within.stop - LAST)
    while start > 0 and start not in ends and (tags[start - 1] in NOMINAL or tags[start - 1] == PRONOUN):
        start -= 1
    named = bool(speaker) and all(tags[i] in NOMINAL or tags[i] == PRONOUN for i in speaker)
    if not start < within.start or start not in ends or not named:
        return []
    cue, source = (speaker.stop, within.stop), (speaker.start, speaker.stop)
    return [AttributionCandidate((cue,), (source,), (ends[start],), probability=SURE, worth=SURE)]


def _belongs(cue: TokenSpan, within: range) -> bool:
    """Return whether a cue is words of the wording, or the auxiliary before them."""
    return within.start - BEFORE <= cue[0] and cue[1] <= within.stop + AFTER


def _without(content: tuple[TokenSpan, ...], cut: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return the parts of a content before and behind the tokens to be cut."""
    before = [(start, min(end, cut[0])) for start, end in content]
    behind = [(max(start, cut[1]), end) for start, end in content]
    return merge((start, end) for start, end in before + behind if start < end)
