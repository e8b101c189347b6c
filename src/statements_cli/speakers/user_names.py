"""Read a user's ``names.toml``: aliases, roles, countries and types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from statements_cli.model import SpeakerType
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.places import place_named

_KEYS = ("aliases", "role", "country", "type")
_LARGEST = 16_000_000  # bytes; a device such as /dev/zero never ends


class NamesError(ValueError):
    """A ``names.toml`` that cannot be used, with what is wrong and where."""


@dataclass(frozen=True, slots=True)
class UserSpeaker:
    """What the user says of one speaker.

    What is None stays as the articles tell it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    type: SpeakerType | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Speakers the user describes, found by any of their names."""

    known: tuple[UserSpeaker, ...] = ()
    by_name: Mapping[str, UserSpeaker] = field(default_factory=dict)

    def find(self, name: str | None) -> UserSpeaker | None:
        """Return the entry that ``name`` is a name or alias of, None without one."""
        return self.by_name.get(_key(name)) if name and self.by_name else None


def load_names(path: str) -> Names:
    """Read the file at ``path``.

    A table a speaker, headed by the name to use, all keys optional::

        ["Volodymyr Zelenskyy"]
        aliases = ["Zelensky", "Zelenskiy"]
        role = "President of Ukraine"
        country = "UA"
        type = "person"

    Raises:
        NamesError: the file is too large, is not TOML or says something that cannot be used.
        OSError: the file cannot be read.

    """
    import tomllib

    with open(path, "rb") as file:  # noqa: PTH123
        held = file.read(_LARGEST + 1)
    if len(held) > _LARGEST:
        raise NamesError(f"{path} is larger than {_LARGEST // 1_000_000} MB, which no names.toml is")
    try:
        tables = tomllib.loads(held.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NamesError(f"{path} is not valid TOML: {error}") from error
    return names_from(tables, path)


def names_from(tables: Mapping[str, Any], path: str = "names.toml") -> Names:
    """Make ``Names`` of tables already read; ``path`` is for messages.

    Raises:
        NamesError: a table or key that cannot be used, or a name given to two speakers.

    """
    known = tuple(_entry(name, entry, path) for name, entry in tables.items())
    by_name: dict[str, UserSpeaker] = {}
    for one in known:
        for name in (one.name, *one.aliases):
            other = by_name.setdefault(_key(name), one)
            if other is not one:
                raise NamesError(f"{path}: {name!r} is given to both {other.name!r} and {one.name!r}")
    return Names(known, by_name)


def _key(name: str) -> str:
    """Return a name as it is compared: "the Houthis" and "Houthis" are one."""
    return fold(name).removeprefix("the ")


def _entry(name: str, entry: object, path: str) -> UserSpeaker:
    if not isinstance(entry, Mapping):
        raise NamesError(f'{path}: {name!r} must be a table, written ["{name}"] on a line of its own')
    if not fold(name):
        raise NamesError(f"{path}: a table without a name")
    for key in entry:
        if key not in _KEYS:
            raise NamesError(f"{path}: {name!r} has an unknown key {key!r}; known are {', '.join(_KEYS)}")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise NamesError(f"{path}: aliases of {name!r} must be a list of strings")
    for key in ("role", "country", "type"):
        if not isinstance(entry.get(key, ""), str):
            raise NamesError(f"{path}: {key} of {name!r} must be a string")
    kind = entry.get("type")
    if kind is not None and kind not in get_args(SpeakerType):
        raise NamesError(f"{path}: type of {name!r} must be one of {', '.join(get_args(SpeakerType))}")
    country = _code(entry.get("country"))
    if country is not None and not (2 <= len(country) <= 12 and country.replace("+", "").isalnum()):
        raise NamesError(f"{path}: country of {name!r} must be a two-letter code or the acronym of a body")
    return UserSpeaker(name, tuple(aliases), entry.get("role"), country, kind)


def _code(country: str | None) -> str | None:
    """Return the code of a country or body as a user names it.

    What isn't known stays as it is.
    """
    if country is None:
        return None
    place = place_named(country) or place_named(country.title())
    if place is not None and place.code and place.how != "region":
        return place.code
    return country.upper() if len(country) == 2 else country
