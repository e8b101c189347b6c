"""Read the signs by which a capitalised name is a body's, and no person's."""

from __future__ import annotations

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.places import places

_COLOURS = frozenset(("Red", "Blue"))  # of bodies, with another word for one behind them, and of persons


def is_body(words: list[str]) -> bool:
    """Return whether capitalised words hold one that makes a name a body's or place's."""
    listed = name_lexicon.body_words()
    if len(words) == 2 and name_lexicon.gender_of(words[0]) and words[0] not in places() and words[0] not in listed:
        return words[1].endswith(("County", "University"))  # "Chris Park", but not "Muslim Brotherhood"
    if len(words) == 2 and words[0] in name_lexicon.family_names() and _is_hyphenated(words[1]):
        return False  # "Park Geun-hye"
    if len(words) == 2 and words[0] in _COLOURS and words[1].lower() in name_lexicon.surnames():
        return words[1] == "Cross"  # "Red Whittaker" is a person
    if len(words) > 1 and words[-1].lower() in name_lexicon.media_words():
        return True
    for word in words:  # noqa: SIM110  (asked of every name: a generator costs more than all else here)
        if word in listed or "&" in word or word.rstrip(".") in listed:
            return True
    return False


def _is_hyphenated(word: str) -> bool:
    """Return whether a word has the form of a Korean or Chinese given name: "Geun-hye"."""
    first, _, second = word.partition("-")
    return first.istitle() and second.isalpha() and second.islower()
