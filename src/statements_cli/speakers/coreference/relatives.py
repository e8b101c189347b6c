"""Find whom "his" and "her" mean before a noun.

For example: "his wife, Evgenia", "Lee was late. {His} office said".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from statements_cli.speakers.coreference.pronouns.other_mentions import may_be_surname
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names import name_lexicon

_OPENING = 3  # characters between a sentence's start and a possessive that opens it


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


def named_alone_before(at: int, gender: str, cast: Cast) -> Entity | None:
    """Return who alone is named before a possessive at ``at``, in the sentence before.

    The paragraph means nobody else.

    What a sentence begins with "his" goes on with the one the sentence before is about (Grosz, Joshi and Weinstein,
    Centering, 1995).
    """
    scan = cast.scan
    low, sentence = scan.blocks[scan.block(at)][0], scan.sentence(at)
    named = range(bisect_left(cast.starts, low), bisect_left(cast.starts, at))
    people = {id(cast.who[index]): cast.who[index] for index in named}
    pronoun = any(low <= start < at for start, _, _ in scan.pronouns)
    if pronoun or len(people) != 1 or at - scan.sentences[sentence] > _OPENING:
        return None
    person = cast.who[named[-1]]
    return person if sentence - scan.sentence(cast.starts[named[-1]]) == 1 and person.gender in ("", gender) else None
