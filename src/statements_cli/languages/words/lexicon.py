"""Load a language's words of attribution: verbs, offices, pronouns, ends of phrases.

The lists lie in ``data/languages/CODE/``, one a file, in the form of all word lists here. A folder of one's own
that ``STATEMENTS_LANGUAGES`` names may hold the same files under the same names: its lines are added to those
that ship, and a language with a ``reporting_verbs.txt`` there is read as the others are.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from statements_cli.data import FOLDER, lines_of
from statements_cli.languages.words.declined import SLAVONIC, declined
from statements_cli.model import Act

FOLDER_VARIABLE = "STATEMENTS_LANGUAGES"
"""The environment variable that names a folder of word lists of one's own."""


_SEEN = 10_000  # words whose ends are remembered: most of a text's come again


class WordSet:
    """Words in lower case, and ends that make any longer word one of them.

    ``words`` holds both.
    """

    __slots__ = ("_seen", "ends", "words")

    def __init__(self, lines: list[str]) -> None:
        self.words = frozenset(word.lstrip("-") for word in lines)
        self.ends = tuple(word[1:] for word in lines if word.startswith("-"))
        self._seen: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        if word in self.words or not self.ends:
            return word in self.words
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) == _SEEN:
                self._seen.clear()
            found = self._seen[word] = word.endswith(self.ends)
        return found


class LanguageWords(NamedTuple):
    """What attribution in one language goes by; see the heads of the lists.

    ``genders`` are those of pronouns, f or m; ``according`` holds phrases parted into words, the longest first,
    and ``openings`` their first words; ``owners`` are the places, bodies and links together: what may stand
    before an office or a name; ``groups`` are words for people without a name, and what they are; ``media`` the names
    of media in lower case, and those that records give. ``epithets`` are descriptions of several words that stand for
    somebody named before, ``general_offices`` words that may be said of anyone who has some office,
    ``capital_nouns`` whether all nouns have capitals; ``calling`` are verbs that may
    quote one word, ``no_subjects`` articles of another case than a subject's. ``plural_ends``
    and ``verb_genders`` are ends of verbs that show how many and of which gender speak. ``auxiliaries`` stand before a
    participle, ``impersonal`` verbs before what says something ("it says in"); ``backs`` are phrases that mean the
    sentence before. ``quoting`` verbs have the speaker as their object; ``feminine_ends`` are ends of nouns that
    show that a masculine article before them is another case's. ``genitives`` join a noun to the one before.
    ``demonyms`` are ends of words for those of a place or an age, which have no capitals in some languages
    (``small_demonyms``); ``sames`` mean that the noun behind them was named before. ``interviews`` are nouns
    behind which stands to whom one speaks, ``complements`` prepositions that join an office to what it is for;
    ``ones`` and ``ones_of`` together begin "one of those who". ``general_bodies`` may be said of any body;
    ``media_heads`` are the first words of the names of media, ``times`` weekdays and nouns such as "week";
    ``heads`` are heads of states, cities and bodies, offices of which nobody has two;
    ``with_words`` are phrases such as "in these words", behind which somebody is quoted.
    """

    verbs: frozenset[str]
    writing: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    openings: frozenset[str]
    roles: WordSet
    bodies: WordSet
    pronouns: frozenset[str]
    genders: dict[str, str]
    ends: frozenset[str]
    prepositions: frozenset[str]
    links: frozenset[str]
    places: dict[str, str]
    owners: frozenset[str]
    groups: dict[str, str]
    media: dict[str, str]
    epithets: tuple[str, ...]
    article_genders: dict[str, str]
    demonstratives: frozenset[str]
    general_offices: frozenset[str]
    capital_nouns: bool
    calling: frozenset[str]
    no_subjects: frozenset[str]
    plural_ends: tuple[str, ...]
    verb_genders: tuple[tuple[str, str], ...]
    auxiliaries: frozenset[str]
    impersonal: frozenset[str]
    backs: tuple[tuple[str, ...], ...]
    quoting: frozenset[str]
    feminine_ends: tuple[str, ...]
    possessives: frozenset[str]
    documents: dict[str, Act]
    ministerial: tuple[str, ...]
    comparisons: frozenset[str]
    indefinites: frozenset[str]
    genitives: frozenset[str]
    demonyms: WordSet
    small_demonyms: bool
    sames: frozenset[str]
    interviews: frozenset[str]
    complements: frozenset[str]
    ones: frozenset[str]
    ones_of: frozenset[str]
    general_bodies: frozenset[str]
    media_heads: frozenset[str]
    times: frozenset[str]
    heads: frozenset[str]
    with_words: tuple[tuple[str, ...], ...]


@cache
def words_of(code: str) -> LanguageWords | None:
    """Return the words of a language by its ISO 639-1 code.

    None where there are no lists of it.
    """
    if len(code) != 2 or not code.isalpha():
        return None
    verbs = [line.split("\t") for line in lines(code, "reporting_verbs.txt")]
    if not verbs:
        return None
    pronouns = [line.split("\t") for line in lines(code, "pronouns.txt")]
    bodies, links = WordSet(lines(code, "bodies.txt")), frozenset(lines(code, "phrase_links.txt"))
    places = pairs(code, "places.tsv")
    according = {tuple(line.split()) for line in lines(code, "according_to.txt")}
    rows = pairs(code, "grammar.tsv")
    calling = frozenset(lines(code, "calling_verbs.txt"))
    media = _media(code)
    return LanguageWords(
        frozenset((*(row[0] for row in verbs), *calling)),
        frozenset(row[0] for row in verbs if row[1:] == ["writing"]),
        tuple(sorted(according, key=len, reverse=True)),
        frozenset(phrase[0] for phrase in according),
        WordSet(lines(code, "roles.txt")),
        bodies,
        frozenset(row[0] for row in pronouns),
        {row[0]: row[1] for row in pronouns if len(row) > 1}
        | dict(one.split(":") for one in rows.get("possessive gender", "").split()),
        frozenset((*lines(code, "phrase_ends.txt"), *rows.get("finite", "").split())),
        frozenset(lines(code, "prepositions.txt")),
        links,
        places,
        frozenset((*links, *bodies.words, *places)),
        pairs(code, "groups.tsv"),
        media,
        tuple(sorted((row[0] for row in pronouns if " " in row[0]), key=len, reverse=True)),
        dict(one.split(":") for one in rows.get("article gender", "").split()),
        frozenset(rows.get("demonstrative", "").split()),
        frozenset(rows.get("general office", "").split()),
        "capital-nouns" in rows.get("traits", ""),
        calling,
        frozenset(rows.get("not subject", "").split()),
        tuple(rows.get("plural", "\0").split()),
        tuple((one.split(":")[0], one.split(":")[1]) for one in rows.get("verb gender", "").split()),
        frozenset(rows.get("auxiliary", "").split()),
        frozenset(rows.get("impersonal", "").split()),
        tuple(tuple(phrase.split()) for phrase in rows.get("back", "").split(",") if phrase),
        frozenset(rows.get("quoting", "").split()),
        tuple(rows.get("feminine", "\0").split()),
        frozenset(rows.get("possessive", "").split()),
        {word: "report" if act == "report" else "writing" for word, act in pairs(code, "documents.tsv").items()},
        tuple(rows.get("ministerial", "\0").split()),
        frozenset(rows.get("as", "").split()),
        frozenset(rows.get("indefinite", "").split()),
        frozenset(rows.get("genitive", "").split()),
        WordSet(rows.get("demonym", "").split()),
        "small-demonyms" in rows.get("traits", ""),
        frozenset(rows.get("same", "").split()),
        frozenset(rows.get("interview", "").split()),
        frozenset(rows.get("complement", "").split()),
        frozenset(rows.get("one", "").split()),
        frozenset(rows.get("of them", "").split()),
        frozenset(rows.get("general body", "").split()),
        frozenset(name.split()[0] for name in media),
        frozenset((*rows.get("time", "").split(), *_weekdays(code))),
        frozenset(rows.get("head", "").split()),
        tuple(tuple(phrase.split()) for phrase in rows.get("with words", "").split(",") if phrase),
    )


def _weekdays(code: str) -> list[str]:
    rows = (line.split("\t") for line in lines(code, "days.tsv"))
    return [word for kind, _, words in rows if kind == "weekday" for word in words.split()]


def _media(code: str) -> dict[str, str]:
    """Return the names of media, in all their cases."""
    listed = pairs(code, "media.tsv")
    if code not in SLAVONIC:
        return listed
    return {form: name for low, name in listed.items() for form in declined(low, name)} | listed


def pairs(code: str, name: str) -> dict[str, str]:
    """Return the first and last column of a list."""
    return {row[0]: row[-1] for row in (line.split("\t") for line in lines(code, name))}


def lines(code: str, name: str) -> list[str]:
    """Return the lines of a list of the package and of the user's own.

    None where there is no such file.
    """
    own = os.environ.get(FOLDER_VARIABLE)
    found = []
    for folder in (os.path.join(FOLDER, "languages"), own):  # noqa: PTH118
        path = folder and os.path.join(folder, code, name)  # noqa: PTH118
        if path and os.path.isfile(path):  # noqa: PTH113
            with suppress(OSError):  # one that may not be read adds nothing
                found += lines_of(path)
    return found
