"""Classify a source mention and take it apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from statements_cli.speakers.mentions.nouns import head_noun, is_known, is_people, is_share, singular
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import Named, take_apart
from statements_cli.speakers.names.places import bare, place_named

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
_ASIDES = frozenset(("a", "an", "the", "who", "which", "whose", "where", "including", "led", "one", "now"))
_CONJUNCTIONS = frozenset(("but", "and", "yet", "while", "although", "because"))
_NAME = 80  # characters of a body's name before "and"
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
def _space() -> re.Pattern[str]:
    return re.compile(r"\s+")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r" (?:is|are|was|were|has|have|had|says?|said) ")


@cache
def _weekday() -> re.Pattern[str]:
    month = "January|February|March|April|May|June|July|August|September|October|November|December"
    return re.compile(
        r",? (?:(?:late|early|earlier) )?(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|year)"
        rf"|in (?:{month})(?: \d{{4}})?)$"
    )


@cache
def _day_ahead() -> re.Pattern[str]:
    """A day found with the name behind it: "Two weeks ago Bailey", "On Monday Powell"."""
    return re.compile(
        r"^(?:(?:(?:Late |Early )?(?:[Oo]n |[Ll]ast )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday"
        r"|Last (?:week|month|year|night)|\w+ (?:\w+ )?(?:days?|weeks?|months?|years?) ago),? )(?=[A-Z]|the |a )"
    )


@cache
def _occasion() -> re.Pattern[str]:
    """Where somebody spoke, found with the name: "Stumpf in a televised interview"."""
    return re.compile(r" (?:in|at|during) (?:an?|his|her) [a-z]")


@cache
def _relative_clause() -> re.Pattern[str]:
    return re.compile(
        r", (?:who|whose|whom|which|where)(?:[’'](?:s|d|ve|re))? [^,]*(?:,(?! and)|$)"
        r"|(?<=\w)(?<![.,]) who (?:is|was|has|had|[a-z]+s|[a-z]+ed) [^,]*$"
    )


@cache
def _company() -> re.Pattern[str]:
    """Those with whom somebody speaks: "Moreau, joined by two judges"."""
    return re.compile(
        r",? (?:(?:was|were) )?(?:led|headed|chaired|joined|accompanied|represented|flanked|backed|advised|assisted)"
        r" by .*$"
    )


@cache
def _aside_ahead() -> re.Pattern[str]:
    """What a sentence begins with before its subject, taken in with it: "Regarding the pictures, advocate Moe"."""
    return re.compile(
        r"^(?:Regarding|Concerning|Asked about|Shortly after|Soon after|After|Before|During|In|On|At"
        r"|Speaking (?:in|at|on|to)|Following|Amid|Despite|According to|As for|Earlier|Later|Meanwhile|However)"
        r"\b[^,]*, (?=[\w“\"])"
    )


@cache
def _aside_behind() -> re.Pattern[str]:
    """An adverb between a subject and its verb: "The department, however"."""
    return re.compile(
        r",? (?:however|meanwhile|though|too|also|in turn|then|for (?:its|his|her|their) part|by contrast|instead),?$"
    )


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(r", [a-z]+ing | (?:where|when|after|as|because|while|if|before) (?:he|she|they|it)\b")


@cache
def _surname() -> re.Pattern[str]:
    """A surname alone that begins small: "al-Karkhi", "von der Heide"."""
    particles = r"(?:al|el|as|ar|an|ad|ash|at)-|(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|ibn) "
    return re.compile(rf"(?:{particles}){{1,3}}[A-Z][\w’'-]+")


@cache
def _both() -> re.Pattern[str]:
    return re.compile(r",? (?:and|or|as well as|along with) ")


@lru_cache(maxsize=1024)
def read_mention(phrase: str) -> SourceMention:
    """Tell what kind of mention a source phrase is, and take it apart."""
    if "(" in phrase:
        phrase = _bracketed().sub("", phrase)
        if " (" in phrase and ")" not in phrase:
            phrase = phrase.partition(" (")[0]  # "New York Times (NYT"
    words = _space().sub(" ", phrase).strip(" \"“”'‘,;:-–—")
    words = _doing().split(_weekday().sub("", words), maxsplit=1)[0]
    if " ago " in words or words.startswith(("On ", "Last ", "Late ", "Early ", "Yesterday ")):
        words = _day_ahead().sub("", words)
    if " wh" in words:
        words = _relative_clause().sub("", words)
    if " by " in words:
        words = _company().sub("", words)
    if ", " in words and words[:1].isupper() and _aside_ahead().match(words):
        words = _subject_behind(words)
    words = _aside_behind().sub("", words)
    first, _, rest = words.partition(" ")
    if rest and first.lower() in _CONJUNCTIONS:
        words = rest
    if not words or not any(letter.isalnum() for letter in words):
        return SourceMention("none", "")
    lower = words.lower()
    acronym = words.isupper() and len(words) > 1 and not phrase.islower()  # "WHO", "US"
    if lower in _PRONOUNS and not acronym:
        return SourceMention("pronoun", words, _PRONOUNS[lower])
    if lower in _RELATIVES and not acronym:
        return SourceMention("relative", words)
    parts = _joined(words)
    if parts:
        return SourceMention("both", words, parts=parts)
    if lower.startswith("one of ") and "," not in words:
        return SourceMention("nominal", words, head=head_noun(words)[0])
    if is_share(words):
        return SourceMention("nominal", words, head=head_noun(words)[0])
    person = _person(words)
    if person is not None:
        return SourceMention("person", words, named=person)
    words = _without_aside(_verb().split(words, maxsplit=1)[0])
    if _surname().fullmatch(words) is not None:
        return SourceMention("name", words, named=Named("", words, "", "single"))
    head, plain = head_noun(words)
    if plain:
        return SourceMention("nominal", words, head=head)
    words = _occasion().split(words, maxsplit=1)[0] if " " in words else words
    named = take_apart(bare(words))
    if named.place is not None and named.sort == "place" and named.place.how == "body":
        return SourceMention("name", words, named=named, head=head)  # "the UN High Commissioner for Refugees"
    if (head in name_lexicon.group_nouns() and " " in words) or is_people(words.split()[-1]):
        return SourceMention("nominal", words, head=head)  # "fellow Democrats", "Mexicans"
    if named.sort == "title" or (head in name_lexicon.person_nouns() and " " in words):
        return SourceMention("nominal", words, head=head)  # "the Prime Minister"
    return SourceMention("name", words, named=named, head=head)


def _subject_behind(words: str) -> str:
    """Return the subject of a phrase that begins with an adverbial, where one stands behind its comma."""
    rest = _aside_ahead().sub("", words)
    opens = rest.split(" ")[0].lower() in ("the", "a", "an", "he", "she", "they", "it") or _person(rest) is not None
    single = " " not in rest and rest[:1].isupper()
    titled = re.fullmatch(r"[a-z]+ [A-Z][\w’'-]+", rest) is not None  # "advocate Molefe"
    return rest if opens or single or titled else words


def _without_aside(words: str) -> str:
    """Return the mention without what follows a comma: "Blinken, a diplomat", "the body, which met"."""
    first, comma, rest = words.partition(", ")
    if not comma or not first or not rest:
        return words
    if rest.split(" ")[0].lower() in _ASIDES:
        return first
    if all(word[0].isupper() for word in first.split()) and _both().search(rest) is None:
        return first  # "Ukraine, on the other hand"; not "Immigration, Refugees and Citizenship"
    return words


@cache
def _body_of() -> re.Pattern[str]:
    """The beginning of a body's name that "and" goes on: "Bureau of Fisheries and {Marine Resources}"."""
    return re.compile(
        r"(?<![\w’'])(?:[A-Z][\w’']++ )?(?:Bureau|Department|Ministry|Office|Board|Agency|Secretariat|Directorate"
        r"|Commission|Institute|Centers?|Centres?) (?:of|for) (?:the )?[A-Z]\w++(?:,? [A-Z]\w++){0,9},? and $"
    )


def body_begun(words: str, start: int, end: int) -> int | None:
    """Where the name begins that "and" goes on at ``start``: "Bureau of Fisheries and {Marine Resources}".

    None where it is another speaker's name that stands there.
    """
    begun = _body_of().search(words, max(0, start - _NAME), start)
    last = words[start:end].strip(" ,.").rpartition(" ")[2].lower()
    return begun.start() if begun is not None and last.endswith("s") and last not in name_lexicon.surnames() else None


def _joined(words: str) -> tuple[str, ...]:
    """Return the two sources that "and" joins, none where it stands inside a name or a description."""
    body = words[5:] if words.lower().startswith("both ") else words
    if ", " in body:
        names = [
            part for piece in body.replace(", and ", ", ").replace(" and ", ", ").split(", ") if (part := piece.strip())
        ]
        if all((place := place_named(name)) is not None and place.how != "adjective" for name in names):
            return tuple(names)
    if body.split()[-1] in name_lexicon.words("names/body_ends.txt") and all(
        word[0].isupper() or len(word) < 4 for word in body.split()
    ):
        first = bare(body.partition(" and ")[0])
        if place_named(first) is None and first not in name_lexicon.media() and not first.isupper():
            return ()  # "the Energy and Natural Resources Committee"
    for found in _both().finditer(body):
        left, right = body[: found.start()], body[found.end() :]
        if body_begun(body, found.end(), len(body)) is not None:
            continue  # "the Bureau of Fisheries and Marine Resources"
        other = _person(right)
        if right[:1].isupper() and ", " in left and (other is None or other.sort == "likely") and _person(left):
            continue  # "Wang Yi, head of the Office for Exchange and Judicial Cooperation"
        if place_named(right) is not None and head_noun(left)[1] and place_named(left) is None:
            continue  # "sources in the United States and China"
        if _stands_alone(left, last=True) and _stands_alone(right, last=False):
            return left.strip(" ,"), right.strip(" ,")
    return ()


def _stands_alone(phrase: str, last: bool) -> bool:
    """Whether a phrase can be a source by itself, told by its end (``last``) or its beginning."""
    words = phrase.split()
    if not words:
        return False
    if any(word in ("between", "Between") for word in words):
        return False
    if last and words[-1][0].isupper() and words[0][0].islower() and " of " in phrase and _person(phrase) is None:
        return False  # "the manual of the Fish and Wildlife Service"
    if _person(phrase) is not None:
        # "senior economist Andrew Hencic" needs its first half; "Foreign Minister Wang Yi" doesn't
        return last or words[0][0].isupper() or words[0] in ("the", "a", "an", "his", "her")
    name = bare(phrase)
    place = place_named(phrase)
    if place is not None or name in name_lexicon.media():
        return place is None or place.how != "adjective" or phrase.endswith("s")
    head, plain = head_noun(phrase)
    if plain and (head in name_lexicon.group_nouns() or singular(head)):
        return True
    runs = runs_in(name)
    if len(runs) == 1 and runs[0][2] == name:
        named = take_apart(name)
        if named.sort == "single":
            return not last or len(words) == 1
        return named.sort in ("media", "likely") or (named.sort == "body" and len(words) > (0 if last else 1))
    return words[0].lower() in ("the", "a", "an", "his", "her", "their") and plain and is_known(head)


def _person(words: str) -> Named | None:
    """Return the person a phrase names; None where the name only qualifies another noun."""
    runs = runs_in(words)
    best: Named | None = None
    for start, end, run in runs:
        before, after = words[:start].split(), words[end:]
        named = take_apart(run, inside=bool(before))
        if named.sort not in ("person", "likely") or not named.name or body_begun(words, start, end) is not None:
            continue
        if named.sort == "likely" and named.name.split()[-1].lower() in name_lexicon.group_nouns():
            continue
        if after[:2] in ("'s", "’s", "‘s") and after[2:].strip(" ,"):
            continue
        following = after.split()
        if (
            following
            and after[:1] == " "
            and following[0][:1].islower()
            and following[0].lower() not in name_lexicon.words("names/mention_ends.txt") | _JOINING
        ):
            continue  # "a Reddit user"
        ahead = words[:start].rstrip().endswith((",", "–", "—", "-"))
        if before and not ahead and not named.before and _behind_preposition(before):
            continue
        if before and not named.before and before[-1].lower() in name_lexicon.body_nouns():
            continue  # "financial firm JP Morgan"
        if named.sort == "likely" and before and before[-1].endswith(("'s", "’s", "‘s")):
            continue  # "The Washington Post's Fact Checker"
        if named.sort == "likely" and " " not in named.name:
            continue
        if best is None or named.sort == "person" != best.sort:
            best = named
    return best


_JOINING = frozenset(
    ("and", "or", "himself", "herself", "earlier", "later", "also", "then", "now", "aged", "who", "jr")
)


def _behind_preposition(before: list[str]) -> bool:
    """Whether a name stands behind a preposition, not closing "envoy to Ukraine" or "minister of mines"."""
    last = before[-1].lower()
    if last in name_lexicon.words("names/mention_ends.txt"):
        return True
    if last in ("the", "a", "an", "its", "their", "his", "her") or place_named(before[-1]) is not None:
        return len(before) > 1 and before[-2].lower() in name_lexicon.words("names/mention_ends.txt")
    return False
