"""Read what configuration files set: the corpus, and defaults of options.

The nearest ``statements.toml`` in the working folder or above it comes before the user's own, in the
platform's configuration folder. Both may say::

    corpus = ["news/", "more.txt"]    # paths, relative to the file
    min-confidence = 0.5              # defaults of options, for the commands that have them

    [search]                          # for one command only
    limit = 10
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, get_args

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.output import FORMATS, Color
from statements_cli.model import ModelName
from statements_cli.query.filters import DEFAULT_CONFIDENCE

FILE_NAME = "statements.toml"
_OPTIONS: dict[str, type | tuple[type, ...]] = {
    "format": str,
    "fields": str,
    "color": str,
    "sort": str,
    "limit": int,
    "jobs": int,
    "names": str,
    "map": str,
    "max_size": int,
    "model": str,
    "min_confidence": (int, float),
}
BUILT_IN: dict[str, str] = {
    "format": "table",
    "color": "auto",
    "fields": "each command's own",
    "sort": "date; search score",
    "limit": "all; list on a terminal 50; search 20",
    "jobs": "one a core for more than 50 documents, else 1",
    "names": "names.toml beside the articles",
    "map": "none",
    "max_size": "256",
    "model": "fast",
    "min_confidence": f"{DEFAULT_CONFIDENCE:g}",
}
"""What holds for options of all commands where nothing is set."""
_CHOICES: dict[str, tuple[str, ...]] = {"format": FORMATS, "color": get_args(Color), "model": get_args(ModelName)}
_BOUNDS: dict[str, tuple[float, float]] = {
    "limit": (0, math.inf),
    "jobs": (0, math.inf),
    "max_size": (1, math.inf),
    "min_confidence": (0, 1),
}
_ONE_COMMAND = frozenset({"fields", "sort"})  # what they may be differs from command to command
_CONTRADICTING = frozenset({"format", "names", "map", "max_size", "model"})  # --json, and an index


class Settings(NamedTuple):
    """What the configuration files set: paths of the corpus, and defaults by command (``""``: all)."""

    corpus: tuple[str, ...]
    options: Mapping[str, Mapping[str, Any]]
    files: tuple[str, ...]

    def option(self, command: str, name: str) -> Any:
        """Return the default set for an option of a command, None where there is none."""
        own = self.options.get(command, {}).get(name)
        return own if own is not None else self.options.get("", {}).get(name)

    def defaults(self, command: str) -> dict[str, Any]:
        """Return what Typer takes where an option of a command isn't given.

        What contradicts other options when it is given, but not when it is set here, is not among it.
        """
        held = {**self.options.get("", {}), **self.options.get(command, {})}
        return {name: value for name, value in held.items() if name not in _CONTRADICTING}

    def over(self, other: Settings) -> Settings:
        """Return these settings, with those of ``other`` where these say nothing."""
        commands = {*self.options, *other.options}
        merged = {c: {**other.options.get(c, {}), **self.options.get(c, {})} for c in commands}
        return Settings(self.corpus or other.corpus, merged, (*self.files, *other.files))


def load_settings(folder: str, variables: Mapping[str, str], warn: Callable[[str], None]) -> Settings:
    """Read the project's and the user's file; ``warn`` is mentioned keys that mean nothing.

    Raises ``UsageError`` for a file that isn't TOML or sets a value of the wrong type.
    """
    settings = Settings((), {}, ())
    for path in settings_paths(folder, variables):
        if os.path.isfile(path):  # noqa: PTH113
            settings = settings.over(read_settings(path, warn))
    return settings


def settings_paths(folder: str, variables: Mapping[str, str]) -> list[str]:
    """Return the configuration files that are read, what comes first first.

    The project's, if any, and the user's.
    """
    return list(dict.fromkeys(filter(None, (_project_file(folder), _user_file(variables)))))


def _project_file(folder: str) -> str | None:
    here = os.path.abspath(folder)  # noqa: PTH100
    while True:
        path = os.path.join(here, FILE_NAME)  # noqa: PTH118
        if os.path.isfile(path):  # noqa: PTH113
            return path
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here:
            return None
        here = above


def _user_file(variables: Mapping[str, str]) -> str | None:
    if sys.platform == "win32":
        base = variables.get("APPDATA")
    elif sys.platform == "darwin":
        base = _under_home(variables, "Library", "Application Support")
    else:
        base = variables.get("XDG_CONFIG_HOME") or _under_home(variables, ".config")
    return os.path.join(base, "statements", FILE_NAME) if base else None  # noqa: PTH118


def _under_home(variables: Mapping[str, str], *parts: str) -> str | None:
    home = variables.get("HOME")
    return os.path.join(home, *parts) if home else None  # noqa: PTH118


def read_settings(path: str, warn: Callable[[str], None]) -> Settings:
    """Read one configuration file; ``warn`` is mentioned tables and keys that mean nothing.

    Raises ``UsageError`` for a file that isn't TOML or sets a value of the wrong type.
    """
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123
            held = tomllib.load(file)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror})", "Make it readable or remove it") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}", "Mend that line") from error
    if _holds_nul(held):
        raise UsageError(f"{path} has a NUL character in a value, which no path or word can have", "Take it out")
    corpus = held.pop("corpus", [])
    corpus = [corpus] if isinstance(corpus, str) else corpus
    if not isinstance(corpus, list) or not all(isinstance(name, str) for name in corpus):
        raise UsageError(f"corpus in {path} is not a path or a list of paths", 'Write corpus = ["news/"]')
    paths = tuple(_from(path, name) for name in corpus)
    sections: dict[str, dict[str, Any]] = {"": {}}
    for key, value in held.items():
        if isinstance(value, dict):
            if _is_command(key, path, warn):
                sections[key] = _checked(value, path, warn)
        else:
            if key in _ONE_COMMAND:
                raise UsageError(f"{key} in {path} stands outside a command", f"Put it under [list]: {key} = ...")
            sections[""] |= _checked({key: value}, path, warn)
    return Settings(paths, sections, (path,))


def _is_command(key: str, path: str, warn: Callable[[str], None]) -> bool:
    from statements_cli.cli.group import COMMANDS

    if key in COMMANDS:
        return True
    warn(f"{path}: there is no command for [{key}]{_did_you_mean(key, COMMANDS)}; what it sets isn't used")
    return False


def _did_you_mean(given: str, known: Iterable[str]) -> str:
    from statements_cli.text.similarity import closest

    near = closest(given.replace("_", "-"), known)
    return f"; did you mean {near[0]}?" if near else ""


def _holds_nul(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_nul, (*value, *value.values())))
    if isinstance(value, list):
        return any(map(_holds_nul, value))
    return isinstance(value, str) and "\0" in value


def _from(settings_file: str, path: str) -> str:
    folder = os.path.dirname(settings_file)  # noqa: PTH120
    return os.path.join(folder, os.path.expanduser(path))  # noqa: PTH111, PTH118


def _checked(options: Mapping[str, Any], path: str, warn: Callable[[str], None]) -> dict[str, Any]:
    kept = {}
    for key, value in options.items():
        name = key.replace("-", "_")
        if name == "fields" and isinstance(value, list):
            value = ",".join(map(str, value))
        if name not in _OPTIONS:
            known = [option.replace("_", "-") for option in ("corpus", *_OPTIONS)]
            warn(f"{path}: {key} means nothing here{_did_you_mean(key, known)}; known are {', '.join(known)}")
        elif not isinstance(value, _OPTIONS[name]) or isinstance(value, bool):
            raise UsageError(f"{key} in {path} has a value of the wrong kind", "See the reference for its values")
        elif value not in _CHOICES.get(name, (value,)):
            raise UsageError(f"{key} = {value} in {path} means nothing", f"Use one of {', '.join(_CHOICES[name])}")
        elif bounds := _broken_bounds(name, value):
            raise UsageError(f"{key} = {value} in {path} means nothing", f"Use a number, {bounds}")
        else:
            kept[name] = _from(path, str(value)) if name == "names" else value
    return kept


def _broken_bounds(name: str, value: Any) -> str:
    """Return in words the bounds that a value lies outside of, nothing for one within."""
    least, most = _BOUNDS.get(name, (None, None))
    if least is None or most is None or least <= value <= most:
        return ""
    return f"at least {least:g}" if most == math.inf else f"between {least:g} and {most:g}"
