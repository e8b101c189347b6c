"""Give quotations and headings to names beside them, which no verb ties to them.

``— Ann Holt, chair of the board`` below a quotation, ``And from Mayor Ann Holt:`` and ``From the desk of Ann Holt.``
above one, ``Added Ann Holt, the mayor:`` before one in its paragraph; ``: Ann Holt`` at the end of a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.turns.labels import begins_as_name
from statements_cli.attribution.bounds.regions import Regions, shared
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word
from statements_cli.text.straight_marks import straight

SIGNED = 0.8
LONGEST_LINE = 160
"""Characters of a line with a name and what is said of its bearer."""
LONGEST_SIGN = 8
"""Characters of a list's sign at a text's beginning."""
POST_LINES = 6  # lines of a post above its last one
HEADED = 3  # tokens of a name that ends a heading
SHORTEST = 4  # tokens of the shortest heading before it
SAYING = 6  # the cueness of verbs of saying
COLON = hash_word(":")
_BESIDE = 1000  # characters, more than a name and an office beside a quotation take
# all with straight marks, as the stretches are in which they are looked for
_WORD = r"(?:[A-Z][\w.'-]{0,30}|de|la|van|von|der|bin|al)"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{1,6}})"
_LETTERS = r"(?: (?:MP|MEP|MSP|MLA|TD|QC|KC|OBE|MBE|CBE|PhD|MD))"
_DASHES = tuple("-–—―~")
_SAID = ("said", "added", "wrote", "replied", "continued", "concluded", "says", "adds", "writes")
_VERBS = (*_SAID, *map(str.capitalize, _SAID))


@cache
def _below() -> re.Pattern[str]:
    """Match a line that a dash opens, with a name and perhaps an office."""
    handle = r"(?P<handle> \(@\w{1,20}\))(?: \w{3,9} \d{1,2}, \d{4}| \d{1,2} \w{3,9} \d{4})?"
    name = _NAME.replace("{1,6}", "{1,6}?")
    return re.compile(rf"[-–—―~]{{1,2}}\s?{name}{_LETTERS}?(?:{handle}|, [^.!?\"]{{2,110}})?\.?")


@cache
def _beside() -> re.Pattern[str]:
    """Match what closes the line of a quotation.

    A dash or a bracket with a name and perhaps an office; or the next line.
    """
    office = r"(?:, [^\n\"]{2,110}?| \([^\n()]{2,60}\))?"
    return re.compile(rf"[ \t]*(?:[-–—―~]{{1,2}}\s?|\(|(?P<below>\n)){_NAME}{office}\)?\.?[ \t]*(?=\n|$)")


@cache
def _list_sign() -> re.Pattern[str]:
    """Match what may stand before a quotation on its line.

    The number or sign of a list.
    """
    return re.compile(r"[ \t]*(?:\(?\d{1,3}[.)]|[•*·▪◦»-])?[ \t]*")


@cache
def _above() -> re.Pattern[str]:
    """Match a line that says from whom the quotation below is."""
    return re.compile(rf"(?:And |Also )?[Ff]rom (?:the (?:desk|office|pen) of )?{_NAME}(?:, [^!?\"]{{2,110}}?)?[.:]")


@cache
def _before() -> re.Pattern[str]:
    """Match a paragraph's beginning that is a verb, the speaker behind it, and a colon."""
    who = _NAME.removesuffix(")") + r"|(?:one|an?|another|the) [a-z][a-z -]{2,40})"  # "Said one aide:"
    return re.compile(rf"(?P<cue>(?:So )?(?:{'|'.join(_VERBS)})) {who}(?:, [^:.!?\"]{{2,80}})?: ?(?=[\"‘'])")


def with_name_lines(
    made: Columns, regions: Regions, kept: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return the candidates with those of quotations beside a name's line.

    These come before others.
    """
    tokens = made.tokens
    starts = [*tokens.paragraphs, len(tokens)]
    wholes = {span[0]: span for n, span in enumerate(regions.spans) if not regions.quotations[n].depth}
    found: list[AttributionCandidate] = []
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
        if below is not None and below["handle"]:  # a post set into the article, without quotation marks
            name = _tokens(made, match, "name", begin)
            content = (starts[_first_line(made, other, starts)], starts[other + 1])
            found.append(AttributionCandidate((), (name,), (content,), SIGNED, (Clue("post"),)))
            continue
        span = wholes.get(starts[other])
        if span is not None and span[1] >= starts[other + 1] - 1:
            found.append(
                AttributionCandidate((), (_tokens(made, match, "name", begin),), (span,), SIGNED, (Clue("signature"),))
            )
    found += _listed(made, regions, found)
    if not found:
        return list(kept)
    taken = [one.content for one in found]
    return [*(one for one in kept if not any(shared(one.content, content) for content in taken)), *found]


def _first_line(made: Columns, last: int, starts: Sequence[int]) -> int:
    """Return the paragraph that begins a post of several lines, below a blank one."""
    first = last
    while first > max(0, last - POST_LINES) and not _is_parted(made, starts[first]):
        first -= 1
    return first if _is_parted(made, starts[first]) else last


def _is_parted(made: Columns, token: int) -> bool:
    """Return whether a blank line or nothing stands above a paragraph's first token."""
    tokens = made.tokens
    return not token or tokens.text.count("\n", tokens.ends[token - 1], tokens.starts[token]) > 1


def _listed(made: Columns, regions: Regions, others: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return candidates of quotations on one line with a name, and maybe a number."""
    text, found = made.tokens.text, list[AttributionCandidate]()
    taken = {span for one in others for span in one.content}
    for number, span in enumerate(regions.spans):
        quotation = regions.quotations[number]
        if quotation.depth or not quotation.closed or span in taken:
            continue
        start, end = quotation.outer
        line = text.rfind("\n", max(0, start - LONGEST_LINE), start) + 1
        if line == 0 and start > LONGEST_SIGN:
            continue
        beside = text[end : end + 3].strip(" \t")[:1] in tuple("-–—―~(\n")
        match = _beside().match(straight(text[end : end + _BESIDE])) if beside else None
        if match is None or (match["below"] and not begins_as_name(match["name"].split())):
            continue
        if _list_sign().fullmatch(text, line, start) is None:
            continue
        name = _tokens(made, match, "name", end)
        if name[0] < name[1]:  # a line that is read as none of the article's has no tokens
            found.append(AttributionCandidate((), (name,), (span,), SIGNED, (Clue("signature"),)))
    return found


def _quoted(
    made: Columns, wholes: dict[int, TokenSpan], match: re.Match[str], begin: int, first: int, stop: int
) -> list[AttributionCandidate]:
    """Return the candidate of a paragraph with verb, name and colon before its quotation."""
    spans = [span for start, span in wholes.items() if first < start < stop]
    if len(spans) != 1:
        return []
    cue, source = _tokens(made, match, "cue", begin), _tokens(made, match, "name", begin)
    return [AttributionCandidate((cue,), (source,), (spans[0],), SIGNED, (Clue("cue before colon"),))]


def _line(made: Columns, first: int, stop: int) -> tuple[str, int]:
    """Return the words of a short paragraph, and where they begin in the text.

    Of a long one its beginning.
    """
    begin, end = made.tokens.starts[first], made.tokens.ends[stop - 1]
    return straight(made.tokens.text[begin : min(end, begin + LONGEST_LINE)]), begin


def _tokens(made: Columns, match: re.Match[str], group: str, begin: int) -> TokenSpan:
    within = made.tokens.within((begin + match.start(group), begin + match.end(group)))
    return within.start, within.stop


def with_headings(made: Columns, kept: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the same with headings that end in a name after a colon.

    For example: "[China will promote peace talks]: Xi".
    """
    tokens, found = made.tokens, list(kept)
    for first, stop in zip(tokens.paragraphs, [*tokens.paragraphs[1:], len(tokens)], strict=True):
        colon = next((i for i in range(max(first, stop - HEADED - 1), stop - 1) if tokens.words[i] == COLON), -1)
        if colon < first + SHORTEST or made.marks[first] or made.sentence[colon - 1] != first:
            continue
        if tokens.tags[colon - 1] in CUE_TAGS and made.cueness[colon - 1] >= SAYING:
            continue  # "Talks will fail, Moe says : NRK": the medium's name
        # where a heading's own words are not capitalised, a capitalised one behind the colon is a name
        plain = sum(tokens.word(i)[:1].islower() for i in range(first, colon))
        if 2 * plain < colon - first or not all(tokens.word(i)[:1].isupper() for i in range(colon + 1, stop)):
            continue
        if any(tokens.tags[i] in CUE_TAGS for i in range(first, colon)):
            found = [one for one in found if not one.cue or not first <= one.cue[0][0] < stop]
            evidence = (Clue("heading"),)
            found.append(
                AttributionCandidate(((colon, colon + 1),), ((colon + 1, stop),), ((first, colon),), SIGNED, evidence)
            )
    return found
