"""Find a relative's name beside the same words: "his wife, Evgenia"."""

from __future__ import annotations

import re

from statements_cli.speakers.coreference.pronouns.other_mentions import may_be_surname
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names import name_lexicon


def relative_named(words: str, head: str, at: int, cast: Cast) -> Entity | None:
    """Return the person whom "his wife" at ``at`` means.

    The article has "his wife, Evgenia" somewhere.
    """
    owner = words.split(" ")[0].lower()
    if owner not in ("his", "her") or head not in name_lexicon.words("names/kin_words.txt"):
        return None
    found = re.search(rf"\b(?i:{owner}) {head},? ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b", cast.scan.text)
    if found is None or not may_be_surname(found.group(1).split()[-1]):
        return None
    return cast.person(found.group(1), at) or cast.newcomer(found.group(1), found.start(1))
