"""Classify a source mention and take it apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from statements_cli.speakers.mentions.bodies_explained import explained_body
from statements_cli.speakers.mentions.joined_sources import joined_sources
from statements_cli.speakers.mentions.nouns import head_noun, is_people, is_share
from statements_cli.speakers.mentions.person_named import person_named
from statements_cli.speakers.mentions.phrase_trimming import MONTHS, trimmed, without_aside
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.name_parts import Named, Sort, take_apart
from statements_cli.speakers.names.places import bare

MentionKind: TypeAlias = Literal["none", "pronoun", "relative", "person", "name", "nominal", "both"]

_PRONOUNS = {
    **{
        "he": "m",
        "him": "m",
        "his": "m",
        "himself": "m",
        "she": "f",
        "her": "f",
        "herself": "f",
        "it": "n",
        "its": "n",
    },
    **{
        "itself": "n",
        "they": "p",
        "them": "p",
        "themselves": "p",
        "their": "p",
        "i": "s",
        "we": "w",
        "us": "w",
        "you": "y",
    },
}
_SEVERAL, _ALL = frozenset(("they", "we")), frozenset(("all", "each"))
_SORTS: dict[str, Sort] = {"media": "media", "organisation": "body"}
_LINK = 4  # letters from which a word of a body's name has a capital
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))


class SourceMention:
    """A source as mentioned.

    ``words`` is the mention with white space folded and articles kept, ``gender`` that of a pronoun
    (m, f, n for it, p for they, s, w, y for I, we, you). For a person ``named`` is the name, for a
    name of something else it is that name. For a nominal ``head`` is its noun, lower case; for two
    sources joined by "and", ``parts`` are both.
    """

    __slots__ = ("gender", "head", "kind", "named", "parts", "words")

    def __init__(
        self,
        kind: MentionKind,
        words: str,
        gender: str = "",
        named: Named | None = None,
        head: str = "",
        parts: tuple[str, ...] = (),
    ) -> None:
        self.kind: MentionKind = kind
        self.words = words
        self.gender = gender
        self.named = named
        self.head = head
        self.parts = parts


@cache
def _of_calendar() -> re.Pattern[str]:
    """Match what names a time and nobody.

    A weekday, a year, a month with its day or year.
    """
    months = "|".join(MONTHS)
    return re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|(?:{months}) \d{{1,4}}")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r" (?:is|are|was|were|has|have|had|says?|said) ")


@cache
def _relative_left() -> re.Pattern[str]:
    """Match what is left of a relative clause: "Supporters who", "the chairs that Politico"."""
    return re.compile(r" (?:who|which|that|whom)(?: [A-Z]\w*)?$")


@cache
def _occasion() -> re.Pattern[str]:
    """Match where somebody spoke, found with the name: "Stumpf in a televised interview"."""
    return re.compile(r" (?:in|at|during) (?:an?|his|her) [a-z]")


_PARTICLES = (
    *("al-", "el-", "as-", "ar-", "an-", "ad-", "ash-", "at-", "van ", "von ", "der ", "den ", "de ", "del ", "della "),
    *("di ", "da ", "dos ", "du ", "la ", "le ", "ten ", "ter ", "bin ", "ibn "),
)


@cache
def _year_old() -> re.Pattern[str]:
    return re.compile(r"(?:[Tt]he|[Aa]n?|[Aa]nother) \d{1,3}-year-old\b")


@cache
def _surname() -> re.Pattern[str]:
    """Match a surname alone that begins small: "al-Karkhi", "von der Heide"."""
    return re.compile(rf"(?:{'|'.join(_PARTICLES)}){{1,3}}[A-Z][\w’'-]+")


def _is_bodys(words: str, head: str) -> bool:
    """Return whether a name that ends in a noun for a person is a body's.

    For example: "the National Guard", "The Independent".
    """
    spoken = words.split()
    if head not in name_lexicon.words("names/body_closings.txt") or "Chief" in spoken:
        return False
    return spoken[:1] in (["the"], ["The"]) and all(word[0].isupper() or len(word) < _LINK for word in spoken[1:])


@lru_cache(maxsize=1024)
def read_mention(phrase: str) -> SourceMention:
    """Return what kind of mention a source phrase is, and take it apart."""
    words = trimmed(phrase)
    if not words or not any(letter.isalnum() for letter in words):
        return SourceMention("none", "")
    if _of_calendar().fullmatch(words) is not None:
        return SourceMention("none", "")  # "posted Wednesday", "by 2026"
    lower = words.lower()
    acronym = words.isupper() and len(words) > 1 and not phrase.islower()  # "WHO", "US"
    pronoun, _, all_of_them = lower.partition(" ")
    if pronoun in _SEVERAL and all_of_them == "both":
        return read_mention(all_of_them)  # of whom there are two
    if pronoun in _SEVERAL and all_of_them in _ALL:
        return SourceMention("pronoun", words.split(" ")[0], _PRONOUNS[pronoun])
    if lower in _PRONOUNS and not acronym:
        return SourceMention("pronoun", words, _PRONOUNS[lower])
    if lower in _RELATIVES and not acronym:
        return SourceMention("relative", words)
    parts = joined_sources(words)
    if parts:
        return SourceMention("both", words, parts=parts)
    if lower.startswith("one of ") and "," not in words:
        return SourceMention("nominal", words, head=head_noun(words)[0])
    if is_share(words):
        return SourceMention("nominal", words, head=head_noun(words)[0])
    person = person_named(words)
    if person is not None:
        return SourceMention("person", words, named=person)
    explained = explained_body(words)
    if explained is not None:
        named = Named("", explained.name, "", _SORTS[explained.type])
        return SourceMention("name", explained.name, named=named, head=explained.noun)
    words = without_aside(_relative_left().sub("", _verb().split(words, maxsplit=1)[0]))
    if words.startswith(_PARTICLES) and _surname().fullmatch(words) is not None:
        return SourceMention("name", words, named=Named("", words, "", "single"))
    head, plain = head_noun(words)
    if "-year-old" in words and _year_old().match(words) is not None:
        return SourceMention("nominal", words, head=head)  # "The 34-year-old"
    last = words.rpartition(" ")[2]
    if not plain and " of " in words and last.islower() and last in name_lexicon.person_nouns():
        head, plain = last, True  # "a Ministry of Justice spokesman"
    if plain:
        return SourceMention("nominal", words, head=head)
    if _is_bodys(words, head):
        return SourceMention("name", words, named=Named("", words, "", "body"))
    words = _occasion().split(words, maxsplit=1)[0] if " " in words else words
    named = take_apart(bare(words))
    if named.place is not None and named.sort == "place" and named.place.how == "body":
        return SourceMention("name", words, named=named, head=head)  # "the UN High Commissioner for Refugees"
    if (head in name_lexicon.group_nouns() and " " in words) or is_people(words.split()[-1]):
        return SourceMention("nominal", words, head=head)  # "fellow Democrats", "Mexicans"
    if named.sort == "title" or (head in name_lexicon.person_nouns() and " " in words):
        return SourceMention("nominal", words, head=head)  # "the Prime Minister"
    return SourceMention("name", words, named=named, head=head)
