"""Reduce a text to what its versions keep.

Words of substance without tense and person, numbers, names, negations.
"""

from __future__ import annotations

from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from statements_cli.data import table, word_set
from statements_cli.text.straight_marks import straight

# Weights are whole tenths of bits, so that sums of them don't depend on the order in which they are added.
UNKNOWN_WEIGHT = 90  # of a word that the list of frequent words doesn't have
_PLACE_WEIGHT = 40  # of a country or body, by whatever name
_NUMBER_WEIGHT = 60
_PIECE_WEIGHT = 45  # of two letters of a script without spaces
_LETTER_WEIGHT = 15  # a letter, for the short words of languages that no list is of
_LEAST_ROOT = 4  # letters that must be left of a word whose ending goes
_MOST_WORDS = 120  # of substance that are compared: longer texts are recognised by their beginning
_TITLED = 0.6  # share of words in capitals from which on a text is a headline, whose capitals name nothing

_NEGATION = "¬"  # stands for a word that negates
_PLACE = "="  # stands before the code of a country or body
_PIECES = "‥"  # stands before a run of a script without spaces
_SPECIAL_BEGINNINGS = frozenset({_NEGATION, _PLACE, _PIECES})
_UNSPACED = (("\u0e00", "\u0e7f"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
"""First and last letters of the scripts that have no spaces."""
_ENDINGS = (
    *("ations", "ation", "ating", "ated", "ates", "ate", "ments", "ment", "fully", "ful", "ities", "ity", "ions"),
    *("ion", "ings", "ing", "edly", "ed", "ies", "es", "ly", "e", "y", "s"),
)
_SHORT = frozenset({"ing", "ings", "ed", "s"})  # go from shorter words, too: ending, acted, ways
_NO_ENDINGS = ("eed", "ss", "us", "is", "news")
_NEGATIONS = frozenset({"not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "cannot"})
_NO_NEGATIONS = {"no": frozenset({"matter", "doubt"}), "not": frozenset({"only"})}


class Wording(NamedTuple):
    """What a text comes down to.

    ``stems`` are its words of substance in order, ``weights`` the tenths of bits that each is worth, ``total``
    their sum; ``numbers`` and ``names`` are those of the stems that are such. ``numbered`` are the neighbours of
    numbers, each with its number, ``negated`` the words behind a negation.
    """

    stems: tuple[str, ...]
    weights: dict[str, int]
    total: int
    numbers: frozenset[str]
    names: frozenset[str]
    numbered: frozenset[tuple[str, str]]
    negated: frozenset[str]

    def __hash__(self) -> int:
        """Return the hash of the stems: weights have none, and follow from these."""
        return hash(self.stems)


@lru_cache(maxsize=2048)  # the wording of one statement may be wanted twice
def wording_of(text: str, country: str | None = None) -> Wording:
    """Return what a text comes down to.

    Texts that differ in tense, person or spelling come down to nearly the same.

    ``country`` is the code of the one that the speaker speaks for: its name stands for "we", which indirect speech
    puts in its place, and is left out as that is.
    """
    own = f"={country}"
    words = _word().findall(straight(text))
    stems: list[str] = []
    numbers: set[str] = set()
    names: set[str] = set()
    numbered: set[tuple[str, str]] = set()
    negated: set[str] = set()
    negating = behind_number = False
    second = 0  # the place of a name's second word, which is read with the first
    for place, word in enumerate(words, 1):
        stem, kind = _known(word)
        if not kind or place == second:
            continue
        if kind == _SPECIAL:
            following = words[place] if place < len(words) else ""
            stem, second = _with_following(word, stem, following, place)
            if stem == _NEGATION:
                negating = following.lower() not in _NO_NEGATIONS.get(word.lower(), ())
                continue
            if not stem or stem == own:
                continue
            if stem[0] == _PIECES:
                stems.extend(stem[i : i + 2] for i in range(1, max(2, len(stem) - 1)))
                behind_number = False
                if len(stems) >= _MOST_WORDS:
                    break
                continue
        if negating:
            negated.add(stem)
            negating = False
        if kind == _SPECIAL and stem[0].isdigit():
            numbers.add(stem)
            numbered.update((before, stem) for before in stems[-1:])
            behind_number = True
        elif behind_number:
            numbered.add((stem, stems[-1]))
            behind_number = False
        stems.append(stem)
        if kind != _PLAIN and word[0].isupper() and (place > 1 or second):
            names.add(stem)
        if len(stems) >= _MOST_WORDS:
            break
    if names and sum([word[0].isupper() for word in words]) > _TITLED * len(words):
        names.clear()
    weights = {stem: weight_of(stem) for stem in stems}
    return Wording(
        tuple(stems),
        weights,
        sum(weights.values()),
        frozenset(numbers),
        frozenset(names),
        frozenset(numbered),
        frozenset(negated),
    )


_PLAIN, _CAPITAL, _SPECIAL = 1, 2, 3  # words in lower case, with a capital, and those that need a closer look


@lru_cache(maxsize=4096)  # the frequent words, each as it is written: a store of millions keeps no more
def _known(word: str) -> tuple[str, int]:
    """Return the stem of a word as it is written, and its kind.

    The kind is 0 for a word of grammar, which begins no name of two words.
    """
    stem = stem_of(word if word.isupper() else word.lower())
    special = stem[:1] in _SPECIAL_BEGINNINGS or stem[:1].isdigit()
    if word in _place_phrases() or (stem and special):
        return stem, _SPECIAL
    if not stem:
        return stem, 0
    return stem, _CAPITAL if word[0].isupper() else _PLAIN


def _with_following(word: str, stem: str, following: str, place: int) -> tuple[str, int]:
    """Return the stem of a word, or of a name that it begins.

    With the place of the name's second word, 0 where there is none.
    """
    name = _place_phrases().get(word, {}).get(following)
    return (stem, 0) if name is None else (name, place + 1)


def placed_stems(text: str) -> list[tuple[str, int, int]]:
    """Return the words of substance of a text, each with where it begins and ends."""
    found = []
    for word in _word().finditer(straight(text)):
        stem = stem_of(word[0] if word[0].isupper() else word[0].lower())
        if stem and stem != _NEGATION:
            found.append((stem, *word.span()))
    return found


@lru_cache(maxsize=4096)  # the frequent words: a store of millions keeps no more
def stem_of(word: str) -> str:
    """Return the stem of a word, in lower case unless it is all capitals.

    "" for a word of grammar.
    """
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".:")
    plain = word if word.isalpha() else word.replace("’", "'").replace(".", "").removesuffix("'s")
    known = _places().get(plain)
    if known:
        return known
    plain = plain.lower()
    if plain in _NEGATIONS or plain.endswith("n't"):
        return _NEGATION
    plain = plain.partition("'")[0]
    if not plain or plain in word_set("utterances/empty_words.txt") or (len(plain) < 2 and plain.isascii()):
        return ""
    if figure := _figures().get(plain):
        return figure
    if _is_unspaced(plain):
        return _PIECES + plain
    plain = _irregular().get(plain, plain)
    for ending in _endings().get(plain[-1], ()):
        least = _LEAST_ROOT - (ending in _SHORT and not plain.endswith(_NO_ENDINGS))
        if plain.endswith(ending) and len(plain) - len(ending) >= least:
            plain = plain[: -len(ending)]
            break
    if len(plain) > _LEAST_ROOT and plain[-1] == plain[-2] and plain[-1] not in "sl":
        plain = plain[:-1]
    return plain.rstrip("e") or plain


@lru_cache(maxsize=4096)  # the frequent words: a store of millions keeps no more
def weight_of(stem: str) -> int:
    """Return how many tenths of bits a stem is worth.

    The rarer in news, the more.
    """
    known = _weights().get(stem)
    if known is not None:
        return int(known)
    if stem[0] == "=":
        return _PLACE_WEIGHT
    if stem[0].isdigit():
        return _NUMBER_WEIGHT
    if _is_unspaced(stem):
        return _PIECE_WEIGHT
    return min(UNKNOWN_WEIGHT, _LETTER_WEIGHT * len(stem))


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['\-][^\W\d_]+)*")


def _is_unspaced(word: str) -> bool:
    """Return whether a word begins with a letter of a script without spaces."""
    first = word[0]
    return first >= _UNSPACED[0][0] and any(low <= first <= high for low, high in _UNSPACED)


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Return the endings by their last letters, in their order."""
    return {last: tuple(one for one in _ENDINGS if one[-1] == last) for last in {one[-1] for one in _ENDINGS}}


@cache
def _weights() -> dict[str, str]:
    """Return the weights of stems as they are written: most are never asked for."""
    return {row[0]: row[1] for row in table("utterances/word_weights.tsv")}


@cache
def _figures() -> dict[str, str]:
    return {row[0]: row[1] for row in table("utterances/number_words.tsv")}


@cache
def _irregular() -> dict[str, str]:
    return {form: row[0] for row in table("utterances/irregular_forms.tsv") for form in row}


@cache
def _place_names() -> dict[str, str]:
    """Return names, adjectives, capitals and seats of countries and bodies, with codes."""
    names: dict[str, str] = {}
    for code, name, others, adjectives, capitals, *_ in ((*row, "", "", "") for row in table("places/countries.tsv")):
        for form in (name, *others.split("|"), *adjectives.split("|"), *capitals.split("|")):
            names.setdefault(form, f"={code}")
    for name, _, _, code in table("places/seats.tsv"):
        if code:
            names.setdefault(name, f"={code}")
    names.pop("", None)
    return names


@cache
def _places() -> dict[str, str]:
    single = {name: code for name, code in _place_names().items() if " " not in name}
    lowered = {name.lower(): code for name, code in single.items() if len(name) > 3 and name.lower() not in _COMMON}
    people = {f"{name}s": code for name, code in lowered.items() if name.endswith(("an", "i"))}
    return {name: code for name, code in single.items() if name.isupper()} | people | lowered | _ACRONYMS


_COMMON = frozenset({"turkey", "polish", "jordan", "chad", "mali", "male", "georgia", "lima", "nice", "hamilton"})
_ACRONYMS = {"US": "=US", "USA": "=US", "UK": "=GB", "EU": "=EU", "UN": "=UN", "european": "=EU"}


@cache
def _place_phrases() -> dict[str, dict[str, str]]:
    """Return the names of two words by the first and then the second."""
    found: dict[str, dict[str, str]] = {}
    for name, code in (*_place_names().items(), ("European Union", "=EU"), ("United Nations", "=UN")):
        first, _, second = name.partition(" ")
        if second and " " not in second:
            found.setdefault(first, {})[second] = code
    return found
