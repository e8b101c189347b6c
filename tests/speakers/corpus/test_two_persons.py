"""Two of one name are two persons where offices, countries or suffixes say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Speaker
from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
from statements_cli.speakers.corpus.registry import Key
from statements_cli.store.resolution.speaker_summaries import speakers_of

Meant = Callable[..., dict[Key, CorpusSpeaker]]

# of one, and of the other, and whether they are one
BESIDE_EACH_OTHER: list[tuple[tuple[str, str, str | None, str | None], tuple[str, str, str | None, str | None], bool]] = [
    # who speaks for an international body has a country, too; roles part common names
    (("Nikki Haley", "person", "UN ambassador", "UN"), ("Nikki Haley", "person", "US Ambassador", "US"), True),
    (("Ana Lind", "person", "minister", "NATO"), ("Ana Lind", "person", "minister", "SE"), True),
    (("Ana Lind", "person", "minister", "NO"), ("Ana Lind", "person", "minister", "SE"), False),
    (("John Smith", "person", "economist", "UN"), ("John Smith", "person", "minister", "GB"), False),
    # the son, not another form of one name
    (("Donald Trump Jr.", "person", None, None), ("Donald Trump", "person", "President", "US"), False),
    (("Joseph R. Biden Jr.", "person", None, None), ("Joe Biden", "person", "President", "US"), True),
    # a common surname in an office that no name of the person holds
    (("Mr Justice Kelly", "person", "Mr Justice", None), ("John Kelly", "person", "secretary", "US"), False),
    (("Kelly", "person", None, None), ("John Kelly", "person", "secretary", "US"), True),
    (("Secretary Kelly", "person", "Secretary", None), ("John Kelly", "person", "secretary", "US"), True),
    (("Lord Fowler", "person", None, None), ("Susan Fowler", "person", "engineer", None), False),
    (("Lord Fowler", "person", None, None), ("Norman Fowler", "person", "engineer", None), True),
    # cities have bodies of one name
    (("Houston Police Department", "organisation", None, "US"), ("Dallas Police Department", "organisation", None, "US"), False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), BESIDE_EACH_OTHER)
def test_beside_each_other(
    meant: Meant,
    one: tuple[str, str, str | None, str | None],
    other: tuple[str, str, str | None, str | None],
    same: bool,
) -> None:
    """Offices, suffixes and cities show whether two names are one speaker's."""
    known = meant([one, other])

    assert same == (known[one[0], one[1], one[3] or ""] is known[other[0], other[1], other[3] or ""])


@pytest.mark.parametrize(("countries", "rows"), [
    (("US", "UN", None), 1), (("US", "GB", None), 3), (("NATO", "EU"), 1), (("US", None), 1), (("NATO", "NL", "BE"), 3),
])  # fmt: skip
def test_listed(countries: tuple[str | None, ...], rows: int) -> None:
    """Who speaks for one country and international bodies is listed once, who speaks for two countries twice."""
    told = [Speaker("Ana Lind", "person", "minister", country, 1, None, None) for country in countries]

    assert rows == len(speakers_of(told))
