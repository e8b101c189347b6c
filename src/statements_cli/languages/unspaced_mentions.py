"""Parse a mention of a speaker in a script that parts no words.

What comes out is name, office, country and type.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.languages.chinese import longest_first
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import SpeakerType

STATE = 3
"""Characters of the longest name in a script that parts no words which is surely a state's, not a body's."""
_BODY_ENDS = tuple("市省县縣区區州部局院校社国國厅廳处處委会會的")
"""Characters by which words before an office end that are a place's or body's, or another's, not a name."""


class SourceDescription(NamedTuple):
    """What a source says.

    A person's name, the office with the body it belongs to, the country, and what it is.
    """

    name: str | None
    role: str | None
    country: str | None
    type: SpeakerType


def _surnamed(words: str, known: LanguageWords) -> bool:
    """Return whether a phrase is a short name with an office behind it."""
    office = next((role for role in known.roles.words if words.endswith(role)), "")
    return bool(office) and 0 < len(words) - len(office) <= STATE and not _counted().match(words)


@cache
def _counted() -> re.Pattern[str]:
    """Match a number of people or a word that points to them: ``两名``, ``该``."""
    return re.compile("[该該这這那有某一两兩二三四五六七八九十几幾多数數\\d]+[名位個个些]?|其中|当地|當地|部分")


def unspaced_mention(words: str, known: LanguageWords) -> SourceDescription:
    """Return a phrase whose words nothing parts: places, bodies and offices first, then the name."""
    place = longest_first(frozenset(known.places)).search(words)
    country = known.places[place[0]] if place else None
    if words in known.places or words in known.bodies:
        whole: SpeakerType = "organisation" if words in known.bodies or len(words) > STATE else "country"
        return SourceDescription(words, None, country, whole)
    owner, of, person = words.rpartition("的")
    if of and owner and _surnamed(person, known):
        words = person  # "家住城西的王阿姨"
    offices = list(longest_first(known.roles.words).finditer(words))
    at = offices[-1].end() if offices else 0
    prefix = longest_first(known.owners)
    while match := prefix.match(words, at):
        at = match.end()
    name = words[at:].strip("·、 ，")
    if not name and offices and offices[-1].start() > 0 and not offices[:-1] and not place:
        before = words[: offices[-1].start()]
        if len(before) == 1 and not _counted().match(before):
            return SourceDescription(words, None, country, "person")  # 王阿姨, 李先生
        body = before.endswith(_BODY_ENDS) or _counted().match(before)
        if len(before) in (2, 3) and prefix.match(before) is None and not body:
            return SourceDescription(
                before, offices[-1][0], country, "person"
            )  # the office behind the name: 王小明教授
    if name and not offices and at:
        kind: SpeakerType = "organisation"
        return SourceDescription(words, None, country, kind)
    if name:
        return SourceDescription(name, words[:at] or None, country, "person")
    if offices:
        return SourceDescription(None, words, country, "person")
    state = place is not None and place[0] == words
    return SourceDescription(words, None, country, "country" if state else "organisation")
