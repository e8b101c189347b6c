"""In a readout "they" are the parties of the meeting, and an office alone is the first of two holders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.readouts import LEAD
from statements_cli.model import Article, Attribution, Block, Resolution
from statements_cli.speakers.coreference.referents.readout_parties import with_parties

THEY = Resolution("They", "anonymous", None, None, 0.3)
PRESIDENTS = "President Ann Lee spoke with President Bo Berg of Norland today."


def read(lead: str, sources: Sequence[str], resolved: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return the resolutions of sources, each a sentence below the lead, with the parties in their places."""
    text = "\n".join([lead, *(f"{source} agreed." for source in sources)])
    lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    blocks = tuple(Block((start, stop - 1), "paragraph") for start, stop in pairwise(lines))
    article = Article("a", "a.txt", (0, len(text)), blocks)
    attributions = [
        Attribution((), (), (), ((start, start + len(source)),), "indirect")
        for start, source in zip(lines[1:], sources, strict=False)
    ]
    return with_parties(ArticleText.plain(article, text), attributions, resolved)


@pytest.mark.parametrize(
    ("lead", "source", "speaker"),
    [
        (PRESIDENTS, "They", "Ann Lee and Bo Berg"),
        (PRESIDENTS, "Both sides", "Ann Lee and Bo Berg"),
        (PRESIDENTS, "The leaders", "Ann Lee and Bo Berg"),
        (PRESIDENTS, "Their aides", "They"),
        # an office that meets somebody is a party without a name
        ("The Prime Minister spoke to President Bo Berg today.", "They", "Prime Minister and Bo Berg"),
        ("The Prime Minister met President Bo Berg and Ida Holm.", "They", "Prime Minister and Bo Berg"),
        # one party, or nobody who meets
        ("President Ann Lee spoke with reporters today.", "They", "They"),
        ("President Ann Lee likes President Bo Berg.", "They", "They"),
    ],
)
def test_parties(lead: str, source: str, speaker: str) -> None:
    """Both parties of the first paragraphs' meeting are meant together, in their order."""
    assert speaker == read(lead, [source], [THEY])[0].speaker


def test_what_parties_are() -> None:
    """The parties are a group, nearly surely, and the evidence says why."""
    one = read(PRESIDENTS, ["They"], [THEY])[0]

    assert ("group", None, None, 0.9) == (one.type, one.role, one.country, one.confidence)
    assert ["parties of readout"] == [clue.kind for clue in one.evidence.clues]


@pytest.mark.parametrize(("before", "speaker"), [(0, "Ann Lee and Bo Berg"), (LEAD, "They")])
def test_only_the_beginning_counts(before: int, speaker: str) -> None:
    """Who meets far behind the beginning of a paragraph is no party."""
    assert speaker == read("rain " * (before // 5) + PRESIDENTS, ["They"], [THEY])[0].speaker


def test_an_office_is_the_first_of_two() -> None:
    """The President of a readout is the one named first, as resolved elsewhere or by the lead."""
    other = Resolution("Bo Berg", "person", "President", None, 0.7)
    known = Resolution("Ann Lee", "person", "President of Sudland", "SX", 0.97)

    one = read(PRESIDENTS, ["The President"], [other])[0]
    assert ("Ann Lee", "person", "President", None, 0.8) == (
        one.speaker,
        one.type,
        one.role,
        one.country,
        one.confidence,
    )
    assert (known, known) == read(PRESIDENTS, ["The President", "Ann Lee"], [other, known])
    assert (known,) == read(PRESIDENTS, ["The President"], [known])
    assert (other,) == read(PRESIDENTS, ["The minister"], [other])
    # where an office alone meets somebody, it isn't the other's
    assert (other,) == read("The Prime Minister spoke to President Bo Berg.", ["The President"], [other])
