"""Make the key that all names of one body share."""

from __future__ import annotations

from functools import lru_cache

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.places import bare, place_named, places_in

_SMALL = frozenset(["the", "of", "for", "and", "s", "a", "an", "in", "at", "news", "agency"])
# Words that names of one body differ in.
_SAME = {
    **{"defense": "defence", "organisation": "organization", "center": "centre", "labor": "labour"},
    **{"programme": "program", "kiev": "kyiv", "turkiye": "turkey", "peking": "beijing", "odessa": "odesa"},
    **{"kharkov": "kharkiv", "lvov": "lviv", "bombay": "mumbai", "burma": "myanmar", "rangoon": "yangon"},
    **{"department": "ministry", "dept": "ministry", "affairs": "", "republic": ""},
}


@lru_cache(maxsize=4096)
def body_key(name: str, type: str, country: str) -> str:
    """Return the key of a speaker that is no person.

    "China's foreign ministry", "Chinese Foreign Ministry" and a "Foreign Ministry" that speaks for CN
    share a key; so do a medium's names, and the names of a country.
    """
    short = bare(name)
    known = name_lexicon.media().get(short) or name_lexicon.media().get(short.removesuffix(" News Agency"))
    if known is not None or type == "media":
        return "medium " + fold(bare(known or short))
    place = place_named(short)
    if place is not None and place.how != "adjective":
        return f"place {place.name}"
    if type in ("group", "anonymous"):
        return f"{type} {fold(short)}"
    words = short.split()
    found = [place for place in places_in(words) if place[2].how != "region"]  # two cities have two police forces
    codes = [one.code for _, _, one in found if one.how in ("adjective", "country", "capital")]
    kept = [word for at, word in enumerate(words) if not any(low <= at < high for low, high, _ in found)]
    plain = sorted({_SAME.get(word, word) for word in fold(" ".join(kept)).split()} - _SMALL - {""})
    if not plain or len(codes) > 1 or not _of_state(plain):
        return "body " + " ".join(_SAME.get(word, word) for word in fold(short).split() if word != "the")
    return f"body {codes[0] if codes else country} " + " ".join(plain)


def _of_state(words: list[str]) -> bool:
    return any(name_lexicon.body_nouns().get(word, ("", False))[1] for word in words)
