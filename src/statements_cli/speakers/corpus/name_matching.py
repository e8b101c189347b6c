"""Match names of persons that can be one person's."""

from __future__ import annotations

from functools import lru_cache

from statements_cli.speakers.mentions.roles import role_noun
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.latin_names import latin_name
from statements_cli.speakers.names.places import place_named
from statements_cli.speakers.names.same_person import SUFFIXES, family_first

_ALIKE = 85.0  # likeness of two transliterations of one surname or first name
_ALIKE_FIRST = 80.0  # of two first names that the same surname follows: Sergei, Sergey
_ALIKE_SPELT = 65.0  # of two first names with the same consonants: Dmytro, Dmitry
_ALIKE_SURNAME = 75.0  # of two surnames with the same consonants: Shoigu, Shoygu
_FORMS = 12  # spellings of one person that another name is compared with
_EMPTY = frozenset(["of", "the", "for", "and", "a", "an", "in", "at", "to", "s", "former", "then", "senior", "deputy"])


class CorpusSpeaker:
    """What the corpus says under one name, or under all names of one speaker."""

    __slots__ = (
        "_best",
        "count",
        "countries",
        "country",
        "forms",
        "heads",
        "keys",
        "name",
        "names",
        "role_words",
        "suffix",
        "type",
        "words",
    )

    def __init__(self, name: str, type: str, country: str) -> None:
        self.name = name
        self.type = type
        self.country = country
        self._best = ""
        self.count = 0
        self.words = name_words(name)
        self.suffix = _suffix(name)
        self.forms: tuple[tuple[str, ...], ...] = (self.words,)
        self.keys: list[tuple[str, str, str]] = [(name, type, country)]
        self.names: dict[str, int] = {}
        self.countries: dict[str, int] = {}
        self.heads: dict[str, int] = {}
        self.role_words: dict[str, int] = {}

    def add(self, role: str | None, count: int) -> None:
        """Count mentions, with the words of the role they give."""
        self.count += count
        self._best = ""
        self.names[self.name] = self.names.get(self.name, 0) + count
        if self.country:
            self.countries[self.country] = self.countries.get(self.country, 0) + count
        if role:
            head, words = role_parts(role)
            if head:
                self.heads[head] = self.heads.get(head, 0) + count
            for word in words:
                self.role_words[word] = self.role_words.get(word, 0) + count

    def copy(self) -> CorpusSpeaker:
        """Return an independent copy, to be merged with others."""
        other = CorpusSpeaker(self.name, self.type, self.country)
        other.count = self.count
        other.names = dict(self.names)
        other.countries = dict(self.countries)
        other.heads = dict(self.heads)
        other.role_words = dict(self.role_words)
        return other

    def absorb(self, other: CorpusSpeaker, named: bool = True) -> None:
        """Take over what is known of ``other``.

        With ``named`` its name can become the canonical one.
        """
        self.count += other.count
        self._best = ""
        self.keys += other.keys
        self.country = self.country or other.country
        if named and len(self.forms) < _FORMS:
            self.forms = (*self.forms, *(form for form in other.forms if form not in self.forms))
        for mine, theirs in (
            (self.names, other.names),
            (self.countries, other.countries),
            (self.heads, other.heads),
            (self.role_words, other.role_words),
        ):
            for word, count in theirs.items():
                mine[word] = mine.get(word, 0) + count

    @property
    def best_name(self) -> str:
        """Return the fullest name.

        Most words that are no initials, then the commonest, then the first in order.
        """
        if not self.names:
            return self.name
        if not self._best and len(self.names) == 1:  # as most have
            self._best = min(self.names)
        elif not self._best:
            full = _fullness_of_body if self.type == "organisation" else _fullness
            self._best = min(self.names, key=lambda name: (-full(name), -self.names[name], _unlisted(name), name))
        return self._best

    @property
    def best_country(self) -> str:
        """Return the country told, empty where the articles tell several."""
        return min(self.countries) if len(self.countries) == 1 else ""


def _unlisted(name: str) -> bool:
    """Return whether a name is in none of the lists.

    Of equally full and common forms a listed one wins.
    """
    return name not in name_lexicon.leaders() and place_named(name) is None


@lru_cache(maxsize=2048)
def role_parts(role: str) -> tuple[str, frozenset[str]]:
    """Return the noun of a role, and its telling words folded."""
    return role_noun(role), frozenset(fold(role).split()) - _EMPTY


def _fullness(name: str) -> int:
    """Return how many words a name has, initials, suffixes and titles not counted."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".") in name_lexicon.titles():
        words = words[1:]
    return sum(len(word.strip(".")) > 1 for word in words if word.rstrip(".").lower() not in SUFFIXES)


def _fullness_of_body(name: str) -> int:
    """Return how many words a body's name has, without those that its names differ in."""
    return sum(word.lower() not in ("of", "the", "affairs") for word in name.split())


@lru_cache(maxsize=4096)
def _suffix(name: str) -> str:
    """Return the suffix that a son has and his father hasn't, folded, or empty."""
    last = fold(name.rpartition(" ")[2])
    return last if last in ("jr", "sr") else ""  # a king is often named without his number


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return a person's name as folded words, forms of address and suffixes left out."""
    words = latin_name(name).split()
    while len(words) > 1 and words[0].rstrip(".") in name_lexicon.titles():
        words = words[1:]
    plain = fold(" ".join(words)).split()
    kept = [word for word in plain if word not in SUFFIXES] or plain or [name]
    if len(kept) > 1 and family_first(" ".join(words)):
        return (*kept[1:], kept[0])  # the family name goes last, as it does elsewhere
    return tuple(kept)


@lru_cache(maxsize=4096)
def surname_block(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the blocks to look for a name in.

    By surname, by its consonants, and by all words.
    """
    first = _skeleton(name_lexicon.nicknames().get(words[0], words[0]))
    return (first[:1] + words[-1], f"~{_skeleton(words[0])} {_skeleton(words[-1])}", "<" + " ".join(sorted(words)))


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """Return what a word keeps of its letters however it is transliterated.

    Its consonants, some of them taken for one.
    """
    plain = word.replace("ph", "f").replace("kh", "h").replace("ou", "u").replace("x", "ks")
    plain = plain.removeprefix("y") if plain.startswith("ye") else plain  # Yevgeny, Evgeny
    plain = plain.translate(str.maketrans("qcyjzw", "kkiisv"))
    first, rest = plain[:1], plain[1:]
    if first in "eiou":
        first = "a"  # Ebrahim, Ibrahim
    if first == "g":
        first = "k"  # Gaddafi, Qaddafi, Kadafi
    letters = [letter for letter in rest if letter not in "aeiouh"]
    return first + "".join(letter for at, letter in enumerate(letters) if not at or letter != letters[at - 1])[:4]


def surnames_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names share a surname, in two spellings or another word order."""
    if one[-1] == other[-1] or sorted(one) == sorted(other):
        return True
    if min(len(one[-1]), len(other[-1])) < 5:
        return False
    if one[0] != other[0] and (not _one_skeleton(one[-1], other[-1]) or not same_first(one, other)):
        return False
    from statements_cli.text.similarity import likeness

    likely = likeness(one[-1], other[-1])
    if likely >= _ALIKE:
        return one[0] == other[0] or _one_skeleton(one[-1], other[-1])
    both_known = one[-1] in name_lexicon.surnames() and other[-1] in name_lexicon.surnames()  # Hansen and Hanson
    return likely >= _ALIKE_SURNAME and not both_known and _one_skeleton(one[-1], other[-1])


def same_first(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether first names agree.

    Equal, an initial, a short form, or two spellings of one.
    """
    if sorted(one) == sorted(other):
        return True
    mine, theirs = one[0], other[0]
    if mine == theirs:
        return _middles_agree(one, other)
    if len(mine) == 1 or len(theirs) == 1:
        return mine[0] == theirs[0]
    if (min(len(mine), len(theirs)) == 2 and mine in _initials(other)) or theirs in _initials(one):
        return True
    if "".join(one[:-1]) == "".join(other[:-1]):  # "Jia-kun", "Jiakun"
        return True
    short = name_lexicon.nicknames()
    if short.get(mine, mine) == short.get(theirs, theirs):
        return True
    if min(len(mine), len(theirs)) < 4:
        return False
    if len({name_lexicon.gender_of(mine), name_lexicon.gender_of(theirs)} - {""}) > 1:
        return False
    from statements_cli.text.similarity import likeness

    likely = likeness(mine.replace("x", "ks"), theirs.replace("x", "ks"))  # Alexei, Aleksey
    if mine[0] == theirs[0] and likely >= _ALIKE_FIRST:
        return True
    return min(len(mine), len(theirs)) > 4 and likely >= _ALIKE_SPELT and _one_skeleton(mine, theirs)


def _one_skeleton(one: str, other: str) -> bool:
    return _skeleton(one) == _skeleton(other)


def _initials(words: tuple[str, ...]) -> tuple[str, ...]:
    letters = "".join(word[0] for word in words[:-1])
    return (letters,) if len(letters) > 1 else ()


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether middle names, where both have one, begin alike."""
    mine, theirs = one[1:-1], other[1:-1]
    return not mine or not theirs or mine[0][0] == theirs[0][0]
