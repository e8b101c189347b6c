"""Find the clause beside a Chinese quotation that says who speaks.

``外交部发言人毛宁20日在例行记者会上表示：“…”``; ``“…，”毛宁说。`` Chinese parts no words, so that a speaker is what
stands between the beginning of a clause and the first word that goes on to when, where and to whom.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from statements_cli.languages.clauses.clause import Clause
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import Span

REACH = 160
"""Characters on either side of a quotation that are read."""
TELLING = ("告诉", "告訴")
"""Verbs behind which the one told stands."""
LONGEST_TOLD = 16
"""Characters of the longest phrase that names whom somebody told."""
SURNAMES = ("曾", "于", "向", "从", "和")
"""Surnames that are small words, too: right behind an office they begin a name."""
_NAME = 3  # characters of a name with its surname
LONGEST_SPEAKER = 40
"""Characters of the longest phrase that names a speaker."""


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[。！？!?；;\n\r…]")


@cache
def _pause() -> re.Pattern[str]:
    return re.compile(r"[，,：:、]")


@cache
def _opener() -> re.Pattern[str]:
    """Match days, places and occasions before a speaker."""
    agency = "新华社|新華社|中新社|中新网|中通社|本报|本報|人民网|央视网"
    dateline = rf"(?:【[^】\n]{{1,16}}】)?(?:(?:{agency})[^，。]{{1,16}}?[电電]\s*(?:（[^）\n]*）\s*)?)?"
    day = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚间|晚上|晚|凌晨)?"
    return re.compile(dateline + day)


@cache
def _beyond_names() -> re.Pattern[str]:
    """Match what no phrase that names a speaker holds."""
    return re.compile(r"[\d（(“「《]")


@cache
def longest_first(words: frozenset[str]) -> re.Pattern[str]:
    """Match any of the words, the longest that fits."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")


def chinese_before(text: str, limit: int, end: int, known: LanguageWords) -> Clause | None:
    """Return the clause that leads up to a quotation, its verb right before it."""
    start = max(limit, end - REACH)
    for match in _stop().finditer(text, start, end):
        start = match.end()
    stop = end
    while stop > start and text[stop - 1] in "：:，, \u3000":
        stop -= 1
    verbs = list(longest_first(known.verbs).finditer(text, start, stop))
    if not verbs:
        return None
    last = verbs[-1]
    direct = last.end() == stop and text[stop : stop + 1] in ("：", ":", "，", ",", "")
    telling = next((verb for verb in verbs if verb[0] in TELLING and 0 < stop - verb.end() <= LONGEST_TOLD), None)
    if not direct and telling is not None and stop < end and not _pause().search(text, telling.end(), stop):
        last, direct = telling, True  # "他告诉记者：“…”"
    if not direct and stop == end and last.end() < stop:
        # "毛宁表示，中方“坚决反对”": a part of what is said, behind the verb and a pause
        last = next((verb for verb in verbs if text[verb.end() : verb.end() + 1] in ("，", "：", ",", ":")), last)
        if text[last.end() : last.end() + 1] not in ("，", "：", ",", ":"):
            return None
    elif not direct:
        return None
    source = speaker_before(text, start, last.start(), known)
    sure = (0.85 if text[stop:end].strip() else 0.7) if direct else 0.55
    return Clause(last.span(), source, end, sure if source else sure - 0.2, "verb before quotation")


def chinese_after(text: str, start: int, limit: int, known: LanguageWords) -> Clause | None:
    """Return the clause that follows a quotation: its subject first, then its verb."""
    limit = min(limit, start + REACH)
    stop = _stop().search(text, start, limit)
    end = stop.start() if stop else limit
    if stop is not None and stop.start() == start and text[start] == "。":
        return None
    while start < end and text[start] in "，, \u3000—":
        start += 1
    for verb in longest_first(known.verbs).finditer(text, start, end):
        after = "" if verb[0] in TELLING else text[verb.end() : verb.end() + 1]
        if verb.end() < limit and after not in "，,：:。！？“「；;\n" and after != "":
            continue
        head = _head(text, start, verb.start(), known)
        if head is None or head[0] - start > 12:
            return None
        return Clause(verb.span(), head, verb.end(), 0.85, "clause behind quotation")
    return None


def speaker_before(text: str, start: int, stop: int, known: LanguageWords) -> Span | None:
    """Return the speaker before a verb: in the last clause that names one."""
    pauses = [start, *(match.end() for match in _pause().finditer(text, start, stop))]
    for first, last in zip(reversed(pauses), [stop, *reversed(pauses[1:])], strict=True):
        found = _head(text, first, last, known)
        if found is not None:
            return found
    return None


def _head(text: str, start: int, end: int, known: LanguageWords) -> Span | None:
    """Return what a clause opens with that names somebody.

    Up to when, where, to whom and how.
    """
    match = _opener().match(text, start, end)
    start = match.end() if match else start
    while start < end and text[start] in " \u3000，,":
        start += 1
    at = _offices_end(text, start, end, known)
    stop = end
    ending = longest_first(known.ends).search(text, at, end)
    if ending and at > start and ending.start() == at and ending[0] in SURNAMES and _is_surname(text, at, end, known):
        ending = longest_first(known.ends).search(text, at + 1, end)
    if ending:
        stop = ending.start()
    digit = _beyond_names().search(text, at, stop)
    if digit:
        stop = digit.start()
    while stop > start and text[stop - 1] in " \u3000，,：:于":
        stop -= 1
    if not 0 < stop - start <= LONGEST_SPEAKER:
        return None
    name = text[at:stop]
    if at == start and not _is_name(name, known):
        return None
    return start, stop


def _is_surname(text: str, at: int, end: int, known: LanguageWords) -> bool:
    """Return whether a small word behind an office begins a name.

    The clause ends with it, or a verb follows it.
    """
    if 1 < end - at <= _NAME:
        return True
    verbs = longest_first(known.verbs)
    return any(verbs.match(text, at + size, end) for size in (2, 3))


def _offices_end(text: str, start: int, end: int, known: LanguageWords) -> int:
    """Return where the places, bodies and offices end that a phrase begins with."""
    at = start
    last = start
    ending = longest_first(known.ends).search(text, start, end)
    for office in longest_first(known.roles.words).finditer(text, start, min(end, start + LONGEST_SPEAKER)):
        if last and ending and last <= ending.start() < office.start():
            break  # "研究员李小明对记者表示": the second office is the audience's
        last = office.end()
    if last and not (ending and _ends_within(text, ending, start, last, known)):
        at = last
    prefix = longest_first(known.owners)
    while match := prefix.match(text, at, end):
        at = match.end()
    return at


def _ends_within(text: str, ending: re.Match[str], start: int, last: int, known: LanguageWords) -> bool:
    """Return whether a phrase ends before its last office.

    Not where the ending is a part of a place's or body's name.
    """
    if ending.start() >= last:
        return False
    prefix = longest_first(known.owners)
    return not any(m.start() <= ending.start() < m.end() for m in prefix.finditer(text, start, last))


def _is_name(name: str, known: LanguageWords) -> bool:
    """Return whether a phrase without an office can be a name.

    Two to four characters, or parts with dots between.
    """
    if name in known.pronouns or name in known.bodies or name in known.places:
        return True
    letters = name.replace("·", "").replace("•", "")
    if not letters or not all("\u3400" <= c <= "\u9fff" or c.isalpha() for c in letters):
        return False
    return 2 <= len(letters) <= (16 if len(letters) < len(name) else 6)


def chinese_named(text: str, start: int, end: int, known: LanguageWords) -> Span | None:
    """Return the last phrase of a stretch that holds an office and a name."""
    clauses = [start, *(match.end() for match in _clause_end().finditer(text, start, end)), end]
    for first, last in reversed(list(pairwise(clauses))):
        head = _head(text, first, last, known)
        office = longest_first(known.roles.words).search(text, *head) if head is not None else None
        if head is not None and office is not None:
            verb = longest_first(known.verbs).search(text, office.end(), head[1])
            end = verb.start() if verb else head[1]
            if end - office.end() <= _NAME:
                return head[0], end
            if office.start() - max(head[0], text.rfind("的", head[0], office.start()) + 1) in (1, 2, 3):
                return head[0], office.end()  # "家住城西的王阿姨今年…"
    return None


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r"[。！？!?；;，,：:、\n]")
