"""Find the head noun of a phrase, and classify it."""

from __future__ import annotations

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.places import place_named

_FRACTIONS = frozenset(("thirds", "quarters", "fifths", "tenths"))
_WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def head_noun(words: str) -> tuple[str, bool]:
    """Return a phrase's head noun, lower case, and whether it is no name."""
    chunk: list[str] = []
    whole = words.split()
    if whole and _is_compound(whole):
        return whole[-1], True
    for word in whole:
        plain = word.strip(',;:()"“”')
        if (
            plain.lower() in name_lexicon.words("names/mention_ends.txt")
            and chunk
            and chunk[-1].lower() not in ("the", "a", "an", "those", "all", "some")
        ):
            break
        if chunk and word.endswith(("ing", "ed", "seen", "sent", "written")) and is_known(chunk[-1].lower()):
            break  # "the doctors offering to help", "the letter signed by three"
        if plain and not (chunk and plain in _WEEKDAYS):  # "a report Monday from"
            chunk.append(plain)
        if word.endswith((",", ";", ":")) and any(part[0].islower() for part in chunk[1:] or chunk):
            break
    if not chunk:
        return "", False
    last = chunk[-1]
    for ending in ("'s", "’s", "‘s", "'", "’"):
        last = last.removesuffix(ending)
    plain_noun = last[:1].islower() or (len(chunk) == 1 and words[:1].isupper() and is_plain(last))
    if not plain_noun and last[:1].isupper() and len(chunk) == 1:
        plain_noun = False
    return last.lower(), plain_noun


def _is_compound(words: list[str]) -> bool:
    """Return whether a person's noun closes a body's name: "a Ministry of Justice spokesman"."""
    if len(words) < 4 or "of" not in words[1:-2] or words[-1] not in name_lexicon.person_nouns():
        return False
    at = words.index("of", 1)
    return words[at - 1][0].isupper() and all(
        word[0].isupper() or word in ("and", "the") for word in words[at + 1 : -1]
    )


def is_plain(word: str) -> bool:
    """Return whether a capitalised word may be a plain noun that opens its sentence."""
    lower = word.lower()
    if lower in name_lexicon.group_nouns() or lower in name_lexicon.words("names/nobody_words.txt"):
        return True
    return is_known(lower) and place_named(word) is None


def is_known(lower: str) -> bool:
    """Return whether a lower-case word is a listed noun, singular or plural."""
    return bool(
        lower in name_lexicon.person_nouns()
        or lower in name_lexicon.body_nouns()
        or lower in name_lexicon.group_nouns()
        or lower in name_lexicon.document_nouns()
        or lower in name_lexicon.words("names/collective_words.txt")
        or singular(lower)
    )


def singular(lower: str) -> str:
    """Return the person or body noun that a plural is of.

    Empty where it is none.
    """
    candidates = (lower[:-1], lower[:-2], lower[:-3] + "y") if lower.endswith("s") else (lower.replace("men", "man"),)
    for word in candidates:
        if word != lower and (word in name_lexicon.person_nouns() or word in name_lexicon.body_nouns()):
            return word
    return ""


def is_plural(head: str) -> bool:
    """Return whether an unlisted plain noun is a plural, of speakers if it speaks."""
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is", "news", "ics"))


def is_share(words: str) -> bool:
    """Return whether a phrase counts people by their share.

    For example: "18% of respondents", "about two in ten".
    """
    tokens = words.lower().replace("-", " ").split()
    at = 0
    while at < len(tokens) and tokens[at] in name_lexicon.words("names/about_words.txt"):
        at += 1
    if at == len(tokens) or not (tokens[at][0].isdigit() or tokens[at] in name_lexicon.words("names/number_words.txt")):
        return False
    while at + 1 < len(tokens) and tokens[at + 1] in name_lexicon.words("names/number_words.txt"):
        at += 1  # "sixty six"
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if after in _FRACTIONS and tokens[at + 2 : at + 3] == ["of"]:
        return True  # "two-thirds of respondents"
    counted = tokens[at + 2] if at + 2 < len(tokens) else ""
    return tokens[at].endswith("%") or after in ("percent", "per") or (after == "in" and _is_number(counted))


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in name_lexicon.words("names/number_words.txt")


def is_people(word: str) -> bool:
    """Return whether a capitalised word is the plural of a people's name: "Mexicans"."""
    if not word.endswith("s") or not word[:1].isupper():
        return False
    place = place_named(word)
    return place is not None and place.how == "adjective"
