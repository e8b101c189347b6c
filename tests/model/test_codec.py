"""Values of the model as plain tuples, as JSON and as records, and back."""

from __future__ import annotations

import json
import marshal
from dataclasses import fields, replace
from typing import Any

import pytest

from statements_cli.model import (
    RECORD_KEYS,
    Article,
    Block,
    Clue,
    DayEvidence,
    Evidence,
    SpeakerEvidence,
    Statement,
    StatementSpans,
)
from statements_cli.model.codec import decoded, encoded, fits, record_of, row_of_record

ARTICLE = Article(
    "a1", "a.txt", (0, 90), (Block((0, 10), "headline"), Block((12, 90), "paragraph")), "Talks", published="2025-05-20",
    published_basis="dateline", language="en", evidence=(Clue("place of outlet", ("byline",)), Clue("day of update")),
)  # fmt: skip
STATEMENT = Statement(
    id="s1", date="2025-05-20", date_basis="relative", speaker="Mao Ning", type="person", role=None, country="CN",
    kind="direct", act="speech", text="We hope so", quotes=("We hope so",), cue="said", source="she", via=("Tass",),
    audience=None, channel=None, headline="Talks", outlet=None, byline=None, published="2025-05-20",
    published_basis="dateline", article="a1", path="a.txt", url=None,
    spans=StatementSpans(((13, 23), (30, 40)), ((25, 29),), ((42, 45),)), confidence=0.9, language="en",
    evidence=Evidence(
        (Clue("no source"),), (), SpeakerEvidence((Clue("named as", ("Mao",)),), ("Wang Yi",)),
        DayEvidence("last week", carried=True, period=("2025-05-12", "2025-05-18")),
    ),
)  # fmt: skip


def same(one: Any, other: Any) -> bool:
    """Whether two values agree in every field, those not compared among them."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(one))


@pytest.mark.parametrize("value", [ARTICLE, STATEMENT, replace(STATEMENT, evidence=Evidence(), speaker=None)])
def test_there_and_back(value: Any) -> None:
    """Nothing is lost, by way of plain tuples, of bytes or of JSON."""
    kind, row = type(value), encoded(value)
    assert same(value, decoded(row, kind))
    assert same(value, decoded(marshal.loads(marshal.dumps(row)), kind))
    assert same(value, decoded(json.loads(json.dumps(row)), kind))
    assert fits(row, kind)


def test_several() -> None:
    """Tuples of values are encoded and decoded as well."""
    assert ARTICLE.blocks == decoded(json.loads(json.dumps(encoded(ARTICLE.blocks))), tuple[Block, ...])
    assert () == decoded([], tuple[Block, ...])


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("id", 1), ("kind", "spoken"), ("confidence", "0.9"), ("via", ["Tass"]), ("spans", ((), ())),
        ("spans", (((1, 2, 3),), (), ())), ("evidence", ((), (), ((), ()), 3)), ("speaker", ()),
        ("evidence", ((("no such kind", ()),), (), ((), ()), None)),
    ],
)  # fmt: skip
def test_what_does_not_fit(field: str, wrong: Any) -> None:
    """A row of another shape, or with another type or word in a field, is no statement's."""
    row = list(encoded(STATEMENT))
    row[Statement.__match_args__.index(field)] = wrong
    assert not fits(tuple(row), Statement)
    assert not fits(row, Statement)
    assert not fits(encoded(STATEMENT)[:-1], Statement)


def test_record() -> None:
    """The record has the documented keys in their order, spans by their part, and no evidence."""
    record = record_of(STATEMENT)
    assert list(RECORD_KEYS) == list(record)
    assert "evidence" not in record
    assert {"content": [[13, 23], [30, 40]], "cue": [[25, 29]], "source": [[42, 45]]} == record["spans"]


@pytest.mark.parametrize(
    ("key", "value", "fitting"),
    [
        ("role", "minister", True),
        ("role", None, True),
        ("role", 5, False),
        ("text", None, False),
        ("confidence", 1, True),
        ("confidence", True, False),
        ("non_answer", True, True),
        ("non_answer", 1, False),
        ("kind", "mixed", True),
        ("kind", "told", False),
        ("date_basis", None, True),
        ("date_basis", "told", False),
        ("via", ["Tass"], True),
        ("via", [5], False),
        ("via", None, False),
    ],
)
def test_values_of_a_record(key: str, value: object, fitting: bool) -> None:
    """A record is taken where each value has its key's type, and is one of its key's where these are listed."""
    record = record_of(STATEMENT) | {key: value}
    if fitting:
        assert (tuple(value) if isinstance(value, list) else value) in row_of_record(json.loads(json.dumps(record)))
    else:
        with pytest.raises(ValueError, match=key):
            row_of_record(record)
