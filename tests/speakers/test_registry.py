"""One name for one speaker across a corpus, whatever the order of its files."""

from __future__ import annotations

import random

import pytest

from statements_cli.model import SpeakerType
from statements_cli.speakers.registry import Registry

Mention = tuple[str, SpeakerType, str | None, str | None]

CORPUS: list[Mention] = [
    ("Volodymyr Zelensky", "person", "President", "UA"),
    ("Volodymyr Zelenskyy", "person", "Ukrainian President", "UA"),
    ("Vladimir Zelensky", "person", None, None),
    ("Zelenskiy", "person", None, None),
    ("Donald Trump", "person", "US President", "US"),
    ("Donald J. Trump", "person", None, "US"),
    ("Trump", "person", None, None),
    ("Xi Jinping", "person", "Chinese President", "CN"),
    ("Xi", "person", None, None),
    ("Guo Jiakun", "person", "spokesperson", "CN"),
    ("Jiakun Guo", "person", None, None),
    ("Guo Jia-kun", "person", None, "CN"),
    ("Recep Tayyip Erdoğan", "person", "President", "TR"),
    ("Recep Tayyip Erdogan", "person", None, "TR"),
    ("Rafael Grossi", "person", None, "IAEA"),
    ("Rafael Mariano Grossi", "person", "director general", "IAEA"),
    ("Sergei Lavrov", "person", "foreign minister", "RU"),
    ("Sergey Lavrov", "person", None, None),
    ("J.D. Vance", "person", "Vice President", "US"),
    ("JD Vance", "person", None, None),
    ("Muammar Gaddafi", "person", None, "LY"),
    ("Muammar Qaddafi", "person", None, None),
    ("Joe Biden", "person", "President", "US"),
    ("Hunter Biden", "person", None, None),
    ("Biden", "person", None, None),
    ("Wang Wei", "person", "minister", "CN"),
    ("Wang Wei", "person", "minister", "SG"),
    ("John Smith", "person", "police chief", None),
    ("John Smith", "person", "economist", "GB"),
    ("China's foreign ministry", "organisation", None, "CN"),
    ("Chinese Foreign Ministry", "organisation", None, "CN"),
    ("Foreign Ministry", "organisation", None, "CN"),
    ("Foreign Ministry", "organisation", None, "RU"),
    ("The New York Times", "media", None, None),
    ("New York Times", "media", None, None),
    ("NYT", "media", None, None),
    ("Kiev city council", "organisation", None, None),
    ("Kyiv city council", "organisation", None, None),
    ("Turkey", "country", None, "TR"),
    ("Türkiye", "country", None, "TR"),
    ("sources", "anonymous", None, None),
]

TOGETHER = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelensky", "Vladimir Zelensky"),
    ("Volodymyr Zelensky", "Zelenskiy"),
    ("Donald Trump", "Donald J. Trump"),
    ("Donald Trump", "Trump"),
    ("Xi Jinping", "Xi"),
    ("Guo Jiakun", "Jiakun Guo"),
    ("Guo Jiakun", "Guo Jia-kun"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Rafael Grossi", "Rafael Mariano Grossi"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("J.D. Vance", "JD Vance"),
    ("Muammar Gaddafi", "Muammar Qaddafi"),
    ("China's foreign ministry", "Chinese Foreign Ministry"),
    ("The New York Times", "NYT"),
    ("The New York Times", "New York Times"),
    ("Kiev city council", "Kyiv city council"),
    ("Turkey", "Türkiye"),
]

APART = [
    (("Joe Biden", "US"), ("Hunter Biden", None)),
    (("Joe Biden", "US"), ("Biden", None)),
    (("Foreign Ministry", "CN"), ("Foreign Ministry", "RU")),
]


def registry(corpus: list[Mention]) -> Registry:
    """Return a registry that holds a corpus."""
    one = Registry()
    for name, kind, role, country in corpus:
        one.add(name, kind, role, country)
    return one


def kind_of(name: str) -> tuple[SpeakerType, str | None]:
    """Return type and country under which a name first stands in the corpus."""
    return next((kind, country) for known, kind, _, country in CORPUS if known == name)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_spellings_are_one_speaker(one: str, other: str) -> None:
    """Spellings, orders, initials and short forms of one name get one canonical name."""
    known = registry(CORPUS)
    assert known.canonical(one, *kind_of(one)) == known.canonical(other, *kind_of(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_namesakes_stay_apart(one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    """Persons of one surname and bodies of one name but another country are kept apart."""
    known = registry(CORPUS)
    answers = [set(known.spellings(name, kind_of(name)[0], country)) for name, country in (one, other)]
    assert answers[0] != answers[1]


def test_same_name_another_country() -> None:
    """Two ministers of one name and two countries keep their countries."""
    known = registry(CORPUS)
    assert known.country("Wang Wei", "person", "CN") == "CN"
    assert known.country("Wang Wei", "person", "SG") == "SG"


def test_the_fullest_name_is_canonical() -> None:
    """The name with most words wins, initials not counted."""
    known = registry(CORPUS)
    assert known.canonical("Rafael Grossi", "person", "IAEA") == "Rafael Mariano Grossi"
    assert known.canonical("Donald J. Trump", "person", "US") == "Donald Trump"
    assert known.canonical("Xi", "person") == "Xi Jinping"


def test_country_told_elsewhere() -> None:
    """A country that only another article tells is known."""
    assert registry(CORPUS).country("Sergey Lavrov", "person") == "RU"


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed: int) -> None:
    """The outcome depends on what was added, not on the order."""
    shuffled = list(CORPUS)
    random.Random(seed).shuffle(shuffled)
    one, other = registry(CORPUS), registry(shuffled)
    for name, kind, _, country in CORPUS:
        assert one.canonical(name, kind, country) == other.canonical(name, kind, country)


def test_taking_back() -> None:
    """What is taken back leaves no trace."""
    known = registry([("Rafael Grossi", "person", None, None)])
    known.add("Rafael Mariano Grossi", "person")
    known.add("Rafael Mariano Grossi", "person", count=-1)
    assert known.canonical("Rafael Grossi", "person") == "Rafael Grossi"


def test_unknown_names_stay() -> None:
    """A name that was never added is its own canonical form."""
    assert Registry().canonical("Nobody At All", "person") == "Nobody At All"
