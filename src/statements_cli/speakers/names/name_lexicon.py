"""Load the sets and tables of names when first asked for."""

from __future__ import annotations

from functools import cache, lru_cache

from statements_cli.data import SortedWords, table, word_list

_ORIGINS = frozenset(("born", "based", "raised", "educated", "trained", "old", "backed", "led", "owned", "majority"))
"""What compounds end in that describe who is named behind them."""


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list as a set, by its file's name."""
    return frozenset(word_list(name))


@cache
def titles() -> frozenset[str]:
    """Return capitalised words that stand before a person's name and are not part of it."""
    return frozenset(word_list("names/titles.txt"))


@cache
def not_names() -> frozenset[str]:
    """Return words that are capitalised for where they stand, and begin no name."""
    return frozenset(word_list("names/not_names.txt"))


def begins_no_name(word: str) -> bool:
    """Return whether a word before a name is none of it: "When", "Oslo-born", "Thirty-year-old"."""
    if word.rstrip(".") in not_names() or word[0].islower():
        return True
    before, _, last = word.rpartition("-")
    return bool(before) and last in _ORIGINS


@cache
def openings() -> frozenset[str]:
    """Return the commonest words that begin a sentence and no name.

    No names need be looked for there.
    """
    return frozenset(word_list("names/sentence_openings.txt"))


@cache
def body_words() -> frozenset[str]:
    """Return capitalised words that make a name a body's or place's."""
    return frozenset(word_list("names/body_words.txt"))


@cache
def family_names() -> frozenset[str]:
    """Return family names that stand before the given name."""
    return frozenset(word_list("names/family_names_first.txt"))


@cache
def group_nouns() -> frozenset[str]:
    """Return nouns for several persons or bodies at once."""
    return frozenset(word_list("names/group_nouns.txt"))


@cache
def document_nouns() -> frozenset[str]:
    """Return nouns for what is written or published."""
    return frozenset(word_list("channels/document_nouns.txt"))


@cache
def person_nouns() -> dict[str, tuple[str, bool]]:
    """Return nouns for one person, with their gender and whether they name an office.

    The gender is m, f or empty. Those written with capitals ("Democrat", "MP") are found in lower case, too.
    """
    rows = table("names/person_nouns.tsv")
    return {form: (gender, office == "o") for noun, gender, office in rows for form in (noun, noun.lower())}


@cache
def body_nouns() -> dict[str, tuple[str, bool]]:
    """Return nouns for one body, with its type and whether it is a state's."""
    return {noun: (kind, state == "s") for noun, kind, state in table("names/body_nouns.tsv")}


@cache
def body_kin() -> dict[str, tuple[str, ...]]:
    """Return nouns for bodies, and what closes the names of those they can stand for."""
    return {row[0]: row[1:] for row in table("names/body_kin.tsv")}


@cache
def role_kin() -> dict[str, tuple[str, ...]]:
    """Return nouns for persons, and the nouns of roles they can stand for."""
    return {row[0]: row[1:] for row in table("names/role_kin.tsv")}


@cache
def role_stops() -> frozenset[str]:
    """Return words that belong to no description of a person."""
    return frozenset(word_list("names/role_stops.txt"))


@cache
def office_words() -> frozenset[str]:
    """Return words that make a description or a body's name a state's."""
    return frozenset(word_list("names/office_words.txt"))


@cache
def not_state_words() -> frozenset[str]:
    """Return words in a description whose holder speaks for no state."""
    return frozenset(word_list("names/not_state_words.txt"))


@cache
def nicknames() -> dict[str, str]:
    """Return short forms of first names and the full form, both folded."""
    return {short.lower(): full.lower() for short, full in table("names/nicknames.tsv")}


@cache
def _male() -> SortedWords:
    return SortedWords("names/first_names_male.txt")


@cache
def _female() -> SortedWords:
    return SortedWords("names/first_names_female.txt")


@lru_cache(maxsize=2048)
def gender_of(first_name: str) -> str:
    """Return the gender that a first name tells.

    For example: ``m``, ``f``, or empty where it tells none.
    """
    name = first_name.lower()
    if name in _male():
        return "m"
    if name in _female():
        return "f"
    return gender_of(name.split("-")[0]) if "-" in name[1:] else ""


def is_noun(lower: str) -> bool:
    """Return whether a word in lower case is a noun for persons, groups or media."""
    return lower in person_nouns() or lower in group_nouns() or lower in media_words()


def is_thing_noun(lower: str) -> bool:
    """Return whether a word is a noun for a document, group or term of office."""
    return lower in document_nouns() or lower in group_nouns() or lower in ("campaign", "administration")


def is_given(word: str) -> bool:
    """Return whether a place's name is a first name too: Jordan, Virginia."""
    return bool(gender_of(word)) or word.lower() in words("names/first_names_places.txt")


@cache
def surnames() -> SortedWords:
    """Return common surnames, lower case."""
    return SortedWords("names/surnames.txt")


@cache
def leaders() -> dict[str, str]:
    """Return well-known office-holders, and the country or body they spoke for in office."""
    return {row[0]: row[1] for row in table("names/leaders.tsv")}


@cache
def _leaders_by_surname() -> dict[str, str]:
    codes: dict[str, str] = {}
    for name, code in leaders().items():
        surname = name.split()[-1]
        codes[surname] = code if codes.get(surname, code) == code else ""
    return codes


def leader_of(name: str) -> str:
    """Return a well-known office-holder's country, by name or unique surname."""
    if " " not in name:
        return _leaders_by_surname().get(name, "")
    return leaders().get(name) or _leaders_in_full().get(_in_full(name), "")


def _in_full(name: str) -> str:
    """Return a name with initials left out and a short first name spelt out.

    For example: "Joe Biden" as "joseph biden".
    """
    words = [word for word in name.lower().split() if len(word.rstrip(".")) > 1]
    return " ".join([nicknames().get(words[0], words[0]), *words[1:]]) if words else ""


@cache
def _leaders_in_full() -> dict[str, str]:
    return {_in_full(name): code for name, code in leaders().items()}


@cache
def media() -> dict[str, str]:
    """Return names of media as printed, the article left out, and the name to give."""
    ambiguous = frozenset(word_list("outlets/outlets_ambiguous.txt"))
    known: dict[str, str] = {}
    for canonical, _, others, *_ in table("outlets/outlets.tsv"):
        for name in (canonical, *others.split("|")):
            short = name.removeprefix("The ")
            if short and short not in ambiguous and not short.islower():
                known.setdefault(short, canonical)
    known.update((row[0], row[1]) for row in table("outlets/relays.tsv"))
    return known


@cache
def media_words() -> frozenset[str]:
    """Return lower-case words that close the name of a medium."""
    return frozenset(word_list("outlets/media_words.txt"))
