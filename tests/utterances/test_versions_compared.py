"""The versions of an utterance: which is the fullest, which came first, who relays whom."""

from __future__ import annotations

import pytest

from statements_cli.model import Statement, StatementSpans
from statements_cli.utterances.versions_compared import COMPARED_KEYS, compared

FULL = "Dialogue is the only way out of this crisis, and we have always said so"


def version(
    id: str,
    text: str = FULL,
    published: str | None = "2025-05-20",
    outlet: str | None = None,
    via: tuple[str, ...] = (),
    byline: str | None = None,
) -> Statement:
    """A statement with what matters here."""
    return Statement(
        id=id, date=None, date_basis=None, speaker="Mao Ning", type="person", role=None, country="CN", kind="direct",
        act="speech", text=text, quotes=(), cue=None, source=None, via=via, audience=None, channel=None, headline=None,
        outlet=outlet or f"Outlet {id}", byline=byline, published=published, published_basis=None, article=f"a{id}",
        path=f"{id}.txt", url=None, spans=StatementSpans(), confidence=1.0, language="en", utterance="a",
    )  # fmt: skip


def test_the_fullest_comes_first() -> None:
    """The longest version stands at the head, the others follow by day."""
    found = compared(
        [
            version("a", "Dialogue is the only way", "2025-05-21"),
            version("b", published="2025-05-22"),
            version("c", "Dialogue", "2025-05-19"),
        ]
    )

    assert ["b", "c", "a"] == [one.statement.id for one in found]
    assert [True, False, False] == [one.is_fullest for one in found]
    assert (("out of this crisis, and we have always said so",), ()) == (found[2].leaves_out, found[2].adds)


@pytest.mark.parametrize(
    ("published", "first"),
    [
        (("2025-05-20", "2025-05-21"), "a"),
        (("2025-05-20", "2025-05-20"), "ab"),
        (("2025-05-20T10:00+00:00", "2025-05-20T09:00+00:00"), "b"),
        (("2025-05-20T10:00+02:00", "2025-05-20T09:00+00:00"), "a"),
        (("2025-05-20T10:00", "2025-05-20T09:00"), "ab"),
        (("2025-05-20T10:00+00:00", "2025-05-20"), "ab"),
        ((None, "2025-05-20"), "b"),
        ((None, None), ""),
    ],
)
def test_what_came_first(published: tuple[str | None, ...], first: str) -> None:
    """The day decides, and times where all have a zone; otherwise several may be the first."""
    found = compared([version(id, published=day) for id, day in zip("ab", published, strict=True)])

    assert first == "".join(sorted(one.statement.id for one in found if one.is_first))


@pytest.mark.parametrize(
    ("later", "relays"),
    [
        ({"via": ("Tass",)}, ("a",)),
        ({"byline": "TASS"}, ("a",)),
        ({"via": ("Reuters",)}, ()),
        ({}, ()),
    ],
)
def test_who_relays_whom(later: dict[str, object], relays: tuple[str, ...]) -> None:
    """A version that names another's outlet as its source, or has it as its byline, relays that version."""
    found = compared([version("a", outlet="TASS"), version("b", "Dialogue is the only way", **later)])  # type: ignore[arg-type]

    assert relays == found[1].relays
    assert () == found[0].relays


def test_rows() -> None:
    """A row has every key, and the alignment as JSON has it."""
    rows = [one.to_dict() for one in compared([version("a"), version("b", "Dialogue is the way")])]

    assert [COMPARED_KEYS] * 2 == [tuple(row) for row in rows]
    assert ["gone", "only"] in rows[1]["alignment"]
    assert rows[1]["differences"].startswith("Dialogue is the [-only-] way")
