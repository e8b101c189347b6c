"""One name for one speaker across a corpus, whatever the order of its files."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
from statements_cli.speakers.corpus.registry import Key, shown_as

Mention = tuple[str, str, str | None, str | None]
Meant = Callable[..., dict[Key, CorpusSpeaker]]

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
    (("Joe Biden", "person", "US"), ("Hunter Biden", "person", "")),
    (("Joe Biden", "person", "US"), ("Biden", "person", "")),
    (("Wang Wei", "person", "CN"), ("Wang Wei", "person", "SG")),
    (("Foreign Ministry", "organisation", "CN"), ("Foreign Ministry", "organisation", "RU")),
]


def key_of(name: str) -> Key:
    """Return what a name is told under where it first stands in the corpus."""
    return next((name, kind, country or "") for known, kind, _, country in CORPUS if known == name)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_spellings_are_one_speaker(meant: Meant, one: str, other: str) -> None:
    """Spellings, orders, initials and short forms of one name are one speaker's."""
    known = meant(CORPUS)

    assert known[key_of(one)] is known[key_of(other)]


@pytest.mark.parametrize(("one", "other"), APART)
def test_namesakes_stay_apart(meant: Meant, one: Key, other: Key) -> None:
    """Persons of one surname and bodies of one name but another country are kept apart."""
    known = meant(CORPUS)

    assert known[one] is not known[other]


def test_the_fullest_name_is_canonical(meant: Meant) -> None:
    """The name with most words wins, initials not counted."""
    known = meant(CORPUS)

    assert known["Rafael Grossi", "person", "IAEA"].best_name == "Rafael Mariano Grossi"
    assert known["Donald J. Trump", "person", "US"].best_name == "Donald Trump"
    assert known["Xi", "person", ""].best_name == "Xi Jinping"


def test_country_told_elsewhere(meant: Meant) -> None:
    """A country that only another article tells is shown where an article tells neither country nor role."""
    known = meant(CORPUS)

    assert shown_as(known["Sergey Lavrov", "person", ""], "person", None, None) == ("Sergei Lavrov", "RU")
    assert shown_as(known["Sergey Lavrov", "person", ""], "person", "envoy", None) == ("Sergei Lavrov", None)


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(meant: Meant, seed: int) -> None:
    """The outcome depends on what is told, not on the order."""
    shuffled = list(CORPUS)
    random.Random(seed).shuffle(shuffled)

    assert names_of(meant(CORPUS)) == names_of(meant(shuffled))


def names_of(known: dict[Key, CorpusSpeaker]) -> dict[Key, tuple[str, str]]:
    """Return the name and country of whoever is meant by each name."""
    return {key: (one.best_name, one.best_country) for key, one in known.items()}
