"""A class with annotated fields comes in; a dataclass or named tuple goes out, at a fraction of the cost.

``dataclasses`` writes the methods of every class as source and compiles it, about a millisecond a class, and
loads ``inspect`` for it: together more than Python itself takes to start. The classes made here are built,
compared, hashed, shown, copied, pickled and matched as those are, and ``dataclasses.fields``, ``replace`` and
``asdict`` take them; what few ask for (the fields' descriptions, the signature) is made when it is asked for.
So it is with ``NamedTuple``, each of which costs a quarter of a millisecond where ``typing`` makes it.
"""

from __future__ import annotations

from operator import attrgetter, itemgetter

try:  # what the standard library's own named tuples are read through, three times as fast
    from _collections import _tuplegetter  # type: ignore[import-not-found]
except ImportError:

    def _tuplegetter(at: int, _: str) -> property:
        return property(itemgetter(at))


TYPE_CHECKING = False
if TYPE_CHECKING:  # for whoever checks types, the ordinary ones
    from collections.abc import Iterable, Sequence
    from dataclasses import dataclass, field, replace
    from typing import Any, Literal, NamedTuple
else:

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """Return what makes a value of a class; there are only frozen and slotted ones here."""
        if not (frozen and slots):
            raise ValueError("only frozen, slotted classes are made here")
        return _made

    class field:  # noqa: N801
        """The default of a field that does not count where values are compared."""

        def __init__(self, *, default: Any, compare: Literal[False]) -> None:
            self.default, self.compare = default, compare

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return the value with some of its fields changed."""
        names = value.__match_args__
        values = [changes.pop(name) if name in changes else getattr(value, name) for name in names]
        return type(value)(*values, **changes)  # a change of no field is refused there

    class _NamedTupleMaker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """Return a tuple whose places have names; of ``NamedTuple`` itself, a plain class to derive from."""
            return type(name, (tuple,), _named_body(name, body)) if bases else type.__new__(cls, name, bases, body)

    class NamedTuple(metaclass=_NamedTupleMaker):
        """Made a named tuple where a class derives from it."""


__all__ = ["NamedTuple", "dataclass", "field", "replace"]


def _made(cls: Any) -> Any:
    body = {name: held for name, held in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    names = tuple(body["__annotations__"])
    defaults = _defaults(cls.__name__, names, body)
    hidden = {name for name, held in defaults.items() if not getattr(held, "compare", True)}
    defaults |= {name: defaults[name].default for name in hidden}
    compared = tuple(name for name in names if name not in hidden)
    setters: list[Any] = []
    count = len(names)

    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807
        values: Sequence[Any] = given
        if named or len(given) != count:
            values = _completed(cls.__name__, names, defaults, given, named)
        for store, value in zip(setters, values):  # noqa: B905  (as many as there are; asking costs)
            store(self, value)

    body |= {
        "__init__": __init__,
        "__slots__": names,
        "__match_args__": names,
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _shown,
        "__reduce__": _reduced,
        "__setattr__": _refused,
        "__delattr__": _refused,
        "__dataclass_fields__": _OnDemand("__dataclass_fields__"),
        "__signature__": _OnDemand("__signature__"),
        "_compared": compared,
        "_defaults": defaults,
        "_key": attrgetter(*compared),
    }
    made = type(cls)(cls.__name__, cls.__bases__, body)
    setters += [made.__dict__[name].__set__ for name in names]
    return made


def _named_body(title: str, body: dict[str, Any]) -> dict[str, Any]:
    names = tuple(body.get("__annotations__", ()))
    defaults = _defaults(title, names, body)
    count, make = len(names), tuple.__new__

    def __new__(cls: Any, *given: Any, **named: Any) -> Any:  # noqa: N807
        if named or len(given) != count:
            return make(cls, _completed(title, names, defaults, given, named))
        return make(cls, given)

    def _make(cls: Any, values: Iterable[Any]) -> Any:
        return cls(*values)

    return {
        "__new__": __new__,
        "__slots__": (),
        "__match_args__": names,
        "__repr__": _shown,
        "__getnewargs__": lambda self: (*self,),
        "_fields": names,
        "_field_defaults": defaults,
        "_make": classmethod(_make),
        "_replace": lambda self, **changes: type(self)(**(self._asdict() | changes)),
        "_asdict": lambda self: dict(zip(names, self, strict=True)),
        **{name: _tuplegetter(at, "") for at, name in enumerate(names)},
        **body,
    }


def _completed(
    title: str, names: tuple[str, ...], defaults: dict[str, Any], values: tuple[Any, ...], named: dict[str, Any]
) -> Sequence[Any]:
    if not named and 0 < (missing := len(names) - len(values)) <= len(defaults):
        return values + tuple(defaults.values())[-missing:]
    if not values and tuple(named) == names:
        return tuple(named.values())
    held = {**defaults, **named}
    if values:
        held |= zip(names, values)  # noqa: B905  (too many or one given twice is seen below)
    try:
        complete = [held[name] for name in names]
    except KeyError as error:
        raise TypeError(f"{title}() is missing {error}") from None
    twice = values and not named.keys().isdisjoint(names[: len(values)])
    if twice or len(held) > len(names) or len(values) > len(names):
        raise TypeError(f"{title}() takes only {', '.join(names)}, each once")
    return complete


def _defaults(title: str, names: tuple[str, ...], body: dict[str, Any]) -> dict[str, Any]:
    """The defaults in a class's body, taken out of it; they must stand behind the fields without."""
    defaults = {name: body.pop(name) for name in names if name in body}
    if tuple(defaults) != names[len(names) - len(defaults) :]:
        raise TypeError(f"a field of {title} without a default follows one that has one")
    return defaults


def _values(value: Any) -> tuple[Any, ...]:
    return tuple([getattr(value, name) for name in value.__match_args__])


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self._key(self) == self._key(other)


def _hash(self: Any) -> int:
    return hash(self._key(self))


def _shown(self: Any) -> str:
    pairs = zip(self.__match_args__, _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={held!r}' for name, held in pairs)})"


def _reduced(self: Any) -> tuple[Any, ...]:
    return type(self), _values(self)


def _refused(self: Any, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


class _OnDemand:
    """What ``dataclasses`` itself would have made for a class, made when it is first read."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, _: object, owner: Any) -> Any:
        from dataclasses import field as full_field
        from dataclasses import make_dataclass
        from inspect import signature

        described: list[Any] = []
        for name, kind in owner.__annotations__.items():
            compare = name in owner._compared
            more = {"default": owner._defaults[name]} if name in owner._defaults else {}
            described.append((name, kind, full_field(compare=compare, **more)))
        twin = make_dataclass(owner.__name__, described)
        owner.__dataclass_fields__ = twin.__dataclass_fields__  # type: ignore[attr-defined]
        owner.__signature__ = signature(twin)
        return getattr(owner, self.name)
