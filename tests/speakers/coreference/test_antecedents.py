"""Whom a pronoun may mean is described by where and how they were mentioned."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import exp, log

import pytest

from statements_cli.speakers.coreference.pronouns.antecedents import (
    FEATURES,
    AntecedentCandidate,
    Mentions,
    disagrees,
    probabilities,
    weights,
)
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

Marks = dict[str, list[tuple[int, int]]]
BEFORE = "nearest, sentence before, same paragraph"
OPENS = f"{BEFORE}, opens a sentence, opens the paragraph"

# Sources in [], contents in {}, quotations in “”, the pronoun in <>. What speaks for the candidate, in any order, but
# for the salience, how often the person is named, and the gender, in numbers of their own: e to the salience, mentions
ROWS = [
    ("Karl Moe left. <He> sang.", "Karl Moe", f"subject, {OPENS}", 0.88, 1),
    ("It rained. Then Karl Moe left. <He> sang.", "Karl Moe", f"subject, {BEFORE}, opens a sentence", 0.88, 1),
    ("They saw Karl Moe. <He> sang.", "Karl Moe", f"object, {BEFORE}", 0.484, 1),
    ("Karl Moe met Otto Kern. <He> sang.", "Otto Kern", f"object, {BEFORE}", 0.44, 1),
    ("Karl Moe met Otto Kern. <He> sang.", "Karl Moe", f"subject, {OPENS[9:]}", 0.88, 1),
    ("Karl Moe's dog left. <He> sang.", "Karl Moe", f"possessor, {BEFORE}", 0.44, 1),
    # how far away, in sentences and paragraphs
    ("Karl Moe, <he> sang.", "Karl Moe", f"subject, {OPENS}, beside the pronoun".replace("sentence before", "same sentence"), 1.53, 1),
    ("Karl Moe left; <he> sang.", "Karl Moe", f"subject, {OPENS}".replace("sentence before", "same sentence"), 1.8, 1),
    ("Karl Moe left. One. <He> sang.", "Karl Moe", f"subject, {OPENS}".replace("sentence before", "two sentences before"), 0.6, 1),
    ("Karl Moe left. One. Two. <He> sang.", "Karl Moe", f"subject, {OPENS}".replace("sentence before", "farther"), 0.42, 1),
    ("Karl Moe left.\n<He> sang.", "Karl Moe", "subject, nearest, sentence before, opens a sentence", 0.88, 1),
    # named again
    ("Karl Moe left. Moe came. Moe sat. <He> sang.", "Karl Moe", f"subject, {BEFORE}, opens a sentence", 0.88 + 0.12 * 0.6 + 0.12 * 0.42, 3),
    ("Moe left. “Karl Moe left.” <He> sang.", "Karl Moe", f"subject, {OPENS}".replace("sentence before", "two sentences before"), 0.6 + 0.12 * 0.88 * 0.15, 2),
    # in a quotation, in a report, in what the pronoun itself is the source of
    ("“Karl Moe left.” It rained. <He> sang.", "Karl Moe", "in a quotation", 0.09, 1),
    ("[Anna Berg] said {Karl Moe left}. It rained. <He> sang.", "Karl Moe", "in a report, nearest, two sentences before, same paragraph", 0.3, 1),
    ("{Karl Moe left}, <he> sang.", "Karl Moe", "in a quotation, named in the content", 1.8 * 0.5 * 0.2, 1),
    # who spoke, last and before
    ("[Karl Moe] said {so}. <He> sang.", "Karl Moe", f"source, spoke last, {OPENS}", 1.1, 1),
    ("[Karl Moe] said {so}. [Anna Berg] said {so}. <He> sang.", "Karl Moe", f"source, spoke last but one, {OPENS[9:]}".replace("sentence before", "two sentences before"), 0.75, 1),
    ("[Karl Moe] said {so}. [Anna Berg] said {so}. [Anna Berg] said {so}. <He> sang.", "Karl Moe", f"source, spoke earlier, {OPENS[9:]}".replace("sentence before", "farther"), 0.525, 1),
    # who heads a source, and who only stands in it
    ("[Karl Moe's dog] said {so}. <He> sang.", "Karl Moe", f"inside a source, {BEFORE}", 0.308, 1),
    ("[The Karl Moe campaign] said {so}. <He> sang.", "Karl Moe", f"inside a source, {BEFORE}", 0.308, 1),
    ("[Karl Moe himself] said {so}. <He> sang.", "Karl Moe", f"source, spoke last, {OPENS}", 1.1, 1),
    ("[Karl Moe of Lund] said {so}. <He> sang.", "Karl Moe", f"source, spoke last, {OPENS}", 1.1, 1),
    ("[Otto Kern and Karl Moe] said {so}. <He> sang.", "Karl Moe", f"source, spoke last, {BEFORE}", 1.1, 1),
    ("[Otto Kern, friend of Karl Moe,] said {so}. <He> sang.", "Karl Moe", f"inside a source, {BEFORE}", 0.308, 1),
    ("[The aide to Karl Moe in Lund] said {so}. <He> sang.", "Karl Moe", f"inside a source, {BEFORE}", 0.308, 1),
    ("[Director Karl Moe of Lund] said {so}. <He> sang.", "Karl Moe", f"source, spoke last, {OPENS}", 1.1, 1),
]  # fmt: skip

# the text, and what of the gender speaks for its candidate
GENDERS = [
    ("Karl Moe left. <He> sang.", "gender of first name"),
    ("Mr. Karl Moe left. <He> sang.", "gender told"),
    ("Anna Kern left. <He> sang.", "gender of first name disagrees"),
    ("Karl Moe left. <She> sang.", "gender of first name disagrees"),
    ("Minister Quarles left. <He> sang.", "gender unknown, one name only"),
    ("Mr. Quarles left. <He> sang.", "gender told"),
    ("Mrs. Anna Kern left. <He> sang.", ""),
]


def read(story: str) -> tuple[str, Marks]:
    """Return the text without marks, and the spans of each mark."""
    text, marks, opened = "", {mark: [] for mark in "[{<"}, {}  # type: tuple[str, Marks, dict[str, int]]
    for sign in story:
        if sign in "[{<":
            opened[sign] = len(text)
        elif sign in "]}>":
            opening = "[{<"["]}>".index(sign)]
            marks[opening].append((opened[opening], len(text)))
        else:
            text += sign
    return text, marks


def candidates_of(scan_of: Callable[[str], MentionScan], story: str) -> list[AntecedentCandidate]:
    """Return the candidates of the pronoun of a story; a content right before it is its own."""
    text, marks = read(story)
    ((at, end),) = marks["<"]
    cast = Cast(scan_of(text), marks["["])
    mentions = Mentions(cast.scan, [one.span() for one in re.finditer("“[^”]*”", text)], marks["["], marks["{"])
    for start, behind, person in zip(cast.starts, cast.ends, cast.who, strict=True):
        mentions.add(start, behind, person)
    own = tuple(span for span in marks["{"] if span[1] == at - 2)
    return mentions.candidates(at, {"he": "m", "she": "f"}[text[at:end].lower()], own, None)


@pytest.mark.parametrize(("story", "name", "expected", "salience", "named"), ROWS)
def test_features(
    scan_of: Callable[[str], MentionScan], story: str, name: str, expected: str, salience: float, named: int
) -> None:
    """Each candidate has the features of where it was mentioned, and stands out as its mentions do."""
    found = candidates_of(scan_of, story)
    (one,) = [one for one in found if one.person is not None and one.person.name == name]
    features = {FEATURES[place]: value for place, value in one.features.items()}

    assert abs(salience - exp(features.pop("salience"))) < 1e-6
    assert abs(log(1 + named) - features.pop("mentions")) < 1e-6
    assert set(expected.split(", ")) == {key for key in features if not key.startswith("gender")}
    assert {1.0} == set(features.values())
    assert AntecedentCandidate(None, {FEATURES.index("nobody"): 1.0}) == found[-1]


@pytest.mark.parametrize(("story", "expected"), GENDERS)
def test_gender(scan_of: Callable[[str], MentionScan], story: str, expected: str) -> None:
    """A gender shown by more than a first name decides, a first name only speaks for it."""
    found = candidates_of(scan_of, story)
    told = [FEATURES[place] for one in found[:1] for place in one.features]

    assert expected == ", ".join(key for key in told if "gender" in key or "name only" in key)


def test_nine_sentences(scan_of: Callable[[str], MentionScan]) -> None:
    """Beyond eight sentences nobody is looked for where somebody nearer is found."""
    far = "Karl Moe left. " + "It rained. " * 7
    farther = "Karl Moe left. " + "It rained. " * 8

    assert [2, 3] == [len(candidates_of(scan_of, f"{far}{more}<He> sang.")) for more in ("", "Otto Kern sat; ")]
    assert [2, 2] == [len(candidates_of(scan_of, f"{farther}{more}<He> sang.")) for more in ("", "Otto Kern sat; ")]


def test_pronoun_before(scan_of: Callable[[str], MentionScan]) -> None:
    """Whom the last pronoun meant is marked."""
    scan = scan_of("Karl Moe met Otto Kern. He sang.")
    cast = Cast(scan, ())
    mentions = Mentions(scan, (), (), ())
    for start, end, person in zip(cast.starts, cast.ends, cast.who, strict=True):
        mentions.add(start, end, person)
    found = mentions.candidates(24, "m", (), cast.people[0])

    assert ["Karl Moe"] == [
        one.person.name for one in found if one.person and FEATURES.index("pronoun before") in one.features
    ]


def test_pronouns_before(scan_of: Callable[[str], MentionScan]) -> None:
    """Whom a pronoun meant is marked for the next of its gender, from the first pronoun on."""
    scan = scan_of("Karl Moe met Ann Kern. He sang. She left. He came.")
    pronouns = Pronouns(Cast(scan, ()), (), (), {})
    marked = [
        [one.person.name for one in found if one.person and FEATURES.index("pronoun before") in one.features]
        for word in ("He sang", "She left", "He came")
        for found in [pronouns.candidates(scan.text.index(word), "f" if word[0] == "S" else "m")]
    ]

    assert [[], [], ["Karl Moe"]] == marked


def test_disagrees() -> None:
    """Only a gender that more than a first name shows is another's."""
    person = Entity("Kim Moe", "person", 0)
    unknown = disagrees(person, "m")
    person.gender = "f"
    guessed = disagrees(person, "m")
    person.told("f")

    assert [False, False, True, False] == [unknown, guessed, disagrees(person, "m"), disagrees(person, "f")]


def test_probabilities() -> None:
    """Probabilities add up to one, and a weight of log 3 makes a candidate three times as likely."""
    found = probabilities([AntecedentCandidate(None, {0: 1.0}), AntecedentCandidate(None, {1: 2.0})], (log(3), 0.0))

    assert [0.75, 0.25] == [round(share, 9) for share in found]
    assert len(FEATURES) == len(weights())
    assert all(weights())


@pytest.mark.parametrize("word", ["and", "or", "who", "of", "also", "himself", "herself", "aide"])
def test_who_heads_a_source(scan_of: Callable[[str], MentionScan], word: str) -> None:
    """A name that such a word follows is who speaks; another noun makes it somebody else."""
    (one, *_) = [
        one
        for one in candidates_of(scan_of, f"[Karl Moe {word} Berg] said {{so}}. <He> sang.")
        if one.person is not None and one.person.name == "Karl Moe"
    ]

    assert (word != "aide") == (FEATURES.index("spoke last") in one.features)


@pytest.mark.parametrize("word", ["to", "for", "with", "by", "from", "of", "and"])
def test_whom_a_speaker_serves(scan_of: Callable[[str], MentionScan], word: str) -> None:
    """A name behind such a preposition is not who speaks, where the source goes on."""
    found = candidates_of(scan_of, f"[The aide {word} Karl Moe, an old man,] said {{so}}. <He> sang.")

    assert (word == "and") == (FEATURES.index("spoke last") in found[0].features)


def test_pronouns_as_mentions(scan_of: Callable[[str], MentionScan]) -> None:
    """A pronoun's role is where it stands, and one that opens a sentence does so for whom it means."""
    scan = scan_of("He sat. “He ate,” he said, and he left. He sang.")
    mentions = Mentions(scan, [(8, 17)], [(18, 20)], ())
    roles = [mentions.pronoun_role(at, at + 2) for at in (0, 9, 18, 31)]
    mentions.add(0, 2, Entity("Karl Moe", "person", 0), roles[0])
    (one, _) = mentions.candidates(40, "m", (), None)
    found = {FEATURES[place] for place in one.features}

    assert ["pronoun", "in a quotation", "source", "pronoun within a sentence"] == roles
    assert {"pronoun", "opens a sentence", "opens the paragraph", "two sentences before"} <= found
