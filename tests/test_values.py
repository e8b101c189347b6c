"""Values behave as the dataclasses and named tuples that they stand in for."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements_cli.model import Block, Document, StatementSpans
from statements_cli.values import NamedTuple, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Made:
    """One made here."""

    name: str
    number: int = 1
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def doubled(self) -> int:
        """What a class's own body says stays."""
        return 2 * self.number


@dataclasses.dataclass(frozen=True, slots=True)
class Ordinary:
    """The same, made by the standard library."""

    name: str
    number: int = 1
    notes: tuple[str, ...] = dataclasses.field(default=(), compare=False)


ARGUMENTS = st.tuples(
    st.lists(st.sampled_from(["a", 1, 2, ()]), max_size=4),
    st.dictionaries(st.sampled_from(["name", "number", "notes", "other"]), st.sampled_from(["a", 1, ()])),
)


def outcome(made: Any, given: tuple[list[Any], dict[str, Any]]) -> Any:
    """Return the fields of what the class makes of the arguments, or the error's type."""
    try:
        return dataclasses.asdict(made(*given[0], **given[1]))
    except TypeError:
        return TypeError


@settings(max_examples=100)
@given(ARGUMENTS)
def test_arguments(given: tuple[list[Any], dict[str, Any]]) -> None:
    """Arguments by place and by name, defaults and refusals are those of an ordinary dataclass."""
    assert outcome(Ordinary, given) == outcome(Made, given)


@settings(max_examples=50)
@given(st.tuples(st.text(), st.integers(0, 2)), st.tuples(st.text(), st.integers(0, 2)))
def test_equality(one: tuple[str, int], other: tuple[str, int]) -> None:
    """Values are equal, and hash alike, where their compared fields are."""
    assert (one == other) == (Made(*one) == Made(*other))
    assert Made(*one) == Made(*one, notes=("said",))
    assert hash(Made(*one)) == hash(Made(*one, notes=("said",)))
    assert Made(*one).__eq__(Ordinary(*one)) is NotImplemented


def test_frozen_and_slotted() -> None:
    """Nothing can be set, deleted or added."""
    value: Any = Made("a")

    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    with pytest.raises(AttributeError):
        value.other = 1
    assert not hasattr(value, "__dict__")


def test_shown_matched_and_read() -> None:
    """A value is shown with its fields, matched by place, and keeps its class's own methods."""
    match Made("a", 3):
        case Made(name, number):
            assert ("a", 3) == (name, number)
    assert "Made(name='a', number=3, notes=())" == repr(Made("a", 3))
    assert 6 == Made("a", 3).doubled
    assert "One made here." == Made.__doc__


@pytest.mark.parametrize("value", [Made("a", 2, ("b",)), Block((0, 2), "paragraph"), StatementSpans(((0, 1),))])
def test_copied(value: Any) -> None:
    """A value goes to other processes and back, and is copied, unchanged."""
    assert [value] * 3 == [pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)]


def test_what_dataclasses_offers() -> None:
    """The functions of the standard library take these values."""
    described = [(f.name, f.default, f.compare) for f in dataclasses.fields(Ordinary)]

    assert dataclasses.is_dataclass(Made)
    assert described == [(f.name, f.default, f.compare) for f in dataclasses.fields(Made)]
    assert str(inspect.signature(Ordinary)) == str(inspect.signature(Made))
    assert Made("a", 5) == dataclasses.replace(Made("a"), number=5) == replace(Made("a"), number=5)
    with pytest.raises(TypeError):
        replace(Made("a"), other=5)  # type: ignore[call-arg]
    assert {"path", "text", "digest", "url", "metadata"} <= set(dataclasses.asdict(Document("a", "b", "c")))


class Place(NamedTuple):
    """A named tuple made here."""

    name: str
    number: int = 1
    notes: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        """What a class's own body says stays."""
        return 2 * self.number


class OrdinaryPlace(typing.NamedTuple):
    """The same, made by the standard library."""

    name: str
    number: int = 1
    notes: tuple[str, ...] = ()


@settings(max_examples=100)
@given(ARGUMENTS)
def test_named_tuples_take_arguments(given: tuple[list[Any], dict[str, Any]]) -> None:
    """Arguments by place and by name, defaults and refusals are those of an ordinary named tuple."""
    results = []
    for made in (OrdinaryPlace, Place):
        try:
            results.append(tuple(made(*given[0], **given[1])))
        except TypeError:
            results.append(("refused",))

    assert results[0] == results[1]


def test_defaults_stand_last() -> None:
    """A field without a default cannot follow one that has one."""
    annotations = {"one": "int", "other": "int"}

    make_tuple: Any = type(NamedTuple)
    with pytest.raises(TypeError):
        dataclass(frozen=True, slots=True)(type("Wrong", (), {"__annotations__": annotations, "one": 1}))
    with pytest.raises(TypeError):
        make_tuple("Wrong", (NamedTuple,), {"__annotations__": annotations, "one": 1})


def test_named_tuples() -> None:
    """A named tuple is a tuple, and has what named tuples have."""
    place = Place("a", 3)

    assert ("a", 3, ()) == (*place,)
    assert ("a", 3, 6, ()) == (place.name, place.number, place.doubled, place.notes)
    assert [place] * 3 == [pickle.loads(pickle.dumps(place)), copy.copy(place), copy.deepcopy(place)]
    assert Place is type(pickle.loads(pickle.dumps(place)))
    assert (Place("b", 3), Place("x")) == (place._replace(name="b"), Place._make(["x", 1, ()]))
    assert {"name": "a", "number": 3, "notes": ()} == place._asdict()
    assert "Place(name='a', number=3, notes=())" == repr(place)
    assert OrdinaryPlace._fields == Place._fields == Place.__match_args__
    with pytest.raises(AttributeError):
        place.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        place.other = "b"  # type: ignore[attr-defined]
