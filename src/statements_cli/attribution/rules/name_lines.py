"""Give quotations to the names on lines beside them, which no verb ties to them.

``— Ann Holt, chair of the board`` below a quotation, ``And from Mayor Ann Holt:`` and ``From the desk of Ann Holt.``
above one, ``Added Ann Holt, the mayor:`` before one in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.regions import Regions, shared
from statements_cli.attribution.candidate import Candidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue

SIGNED = 0.8
LONGEST_LINE = 160
"""Characters of a line with a name and what is said of its bearer."""
_WORD = r"(?:[A-Z][\w.’'-]{0,30}|de|la|van|von|der|bin|al)"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{1,6}})"
_DASHES = tuple("-–—―~")
_SAID = ("said", "added", "wrote", "replied", "continued", "concluded", "says", "adds", "writes")
_VERBS = (*_SAID, *map(str.capitalize, _SAID))


@cache
def _below() -> re.Pattern[str]:
    """A line that a dash opens, with a name and perhaps an office."""
    return re.compile(rf"[-–—―~]{{1,2}}\s?{_NAME}(?:, [^.!?“”\"]{{2,110}})?\.?")


@cache
def _above() -> re.Pattern[str]:
    """A line that says from whom the quotation below is."""
    return re.compile(rf"(?:And |Also )?[Ff]rom (?:the (?:desk|office|pen) of )?{_NAME}(?:, [^!?“”\"]{{2,110}}?)?[.:]")


@cache
def _before() -> re.Pattern[str]:
    """A paragraph's beginning that is a verb, the speaker behind it, and a colon."""
    return re.compile(rf"(?P<cue>(?:So )?(?:{'|'.join(_VERBS)})) {_NAME}(?:, [^:.!?“”\"]{{2,80}})?: ?(?=[“\"‘'])")


def with_name_lines(made: Columns, regions: Regions, kept: Sequence[Candidate]) -> list[Candidate]:
    """The kept candidates, and those of quotations beside a line with a name, which come before others."""
    tokens = made.tokens
    starts = [*tokens.paragraphs, len(tokens)]
    wholes = {span[0]: span for n, span in enumerate(regions.spans) if not regions.quotations[n].depth}
    found: list[Candidate] = []
    for at, first in enumerate(tokens.paragraphs):
        line, begin = _line(made, first, starts[at + 1])
        opening = _before().match(line) if line.removeprefix("So ").startswith(_VERBS) and ":" in line else None
        if opening is not None:
            found += _quoted(made, wholes, opening, begin, first, starts[at + 1])
            continue
        below = _below().fullmatch(line) if line[:1] in _DASHES else None
        other = at - 1 if below is not None else at + 1
        above = at + 2 < len(starts) and line.endswith((".", ":")) and "rom " in line[:10]
        match = below or (_above().fullmatch(line) if above else None)
        if match is None or other < 0:
            continue
        span = wholes.get(starts[other])
        if span is not None and span[1] >= starts[other + 1] - 1:
            found.append(Candidate((), (_tokens(made, match, "name", begin),), (span,), SIGNED, (Clue("signature"),)))
    if not found:
        return list(kept)
    taken = [one.content for one in found]
    return [*(one for one in kept if not any(shared(one.content, content) for content in taken)), *found]


def _quoted(
    made: Columns, wholes: dict[int, TokenSpan], match: re.Match[str], begin: int, first: int, stop: int
) -> list[Candidate]:
    """The candidate of a paragraph that opens with verb, name and colon before its quotation."""
    spans = [span for start, span in wholes.items() if first < start < stop]
    if len(spans) != 1:
        return []
    cue, source = _tokens(made, match, "cue", begin), _tokens(made, match, "name", begin)
    return [Candidate((cue,), (source,), (spans[0],), SIGNED, (Clue("cue before colon"),))]


def _line(made: Columns, first: int, stop: int) -> tuple[str, int]:
    """The words of a short paragraph, and where they begin in the text; of a long one its beginning."""
    begin, end = made.tokens.starts[first], made.tokens.ends[stop - 1]
    return made.tokens.text[begin : min(end, begin + LONGEST_LINE)], begin


def _tokens(made: Columns, match: re.Match[str], group: str, begin: int) -> TokenSpan:
    within = made.tokens.within((begin + match.start(group), begin + match.end(group)))
    return within.start, within.stop
