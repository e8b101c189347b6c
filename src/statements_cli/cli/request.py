"""Parsed options come in; what a command needs for its answer goes out: corpus, filter, format, streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from statements_cli.cli.exits import FAILED, FOUND, NOTHING
from statements_cli.cli.faults import UsageError
from statements_cli.cli.settings import Settings, load_settings
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages
from statements_cli.output.records import Row, picked
from statements_cli.query.filters import DEFAULT_ACTS, Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statements_cli.model import Statement
    from statements_cli.output.table import Highlights
    from statements_cli.output.table_columns import Layout
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.results import Found
    from statements_cli.store.store import Store

__all__ = ["Request", "UsageError"]

Given = TypeVar("Given")
Result = TypeVar("Result")
_CANDIDATES = 5  # ids named where several begin alike


class Request:
    """One call of a command: its options, and the environment it runs in."""

    def __init__(self, command: str, options: dict[str, Any], environment: Environment) -> None:
        self.command = command
        self.options = options
        self.environment = environment
        self.index: str | None = None  # the one that is asked
        self.messages = Messages(
            environment, options.get("quiet", False), options.get("verbose", False), options.get("debug", False)
        )
        self.settings: Settings = load_settings(environment.folder, environment.variables, self.messages.warn)
        self._check_choices()
        self.format()  # a contradiction is said before anything is read
        environment.color = self.setting("color") or environment.color

    def setting(self, name: str) -> Any:
        """Return an option's value, or the default that a configuration file sets for it."""
        given = self.options.get(name)
        return given if given is not None else self.settings.option(self.command, name)

    def _check_choices(self) -> None:
        from statements_cli.cli.parameters import CHOICES

        for name, choices in CHOICES.items():
            given = self.setting(name)
            for value in given if isinstance(given, (list, tuple)) else [given]:
                if value is not None and value not in choices:
                    raise UsageError(f"--{name} {value} means nothing", f"Use one of {', '.join(choices)}")

    # what to read

    def paths(self) -> list[str]:
        """Return the paths to read."""
        from statements_cli.cli.corpus import corpus_paths

        return corpus_paths(self.paths_named(), self.settings, self.environment, self.messages)

    def paths_named(self) -> list[str]:
        """Return the paths that the command itself names."""
        return [*(self.options.get("corpus") or ()), *(self.options.get("paths") or ())]

    def names_articles(self) -> bool:
        """Return whether the command, the environment or the settings name articles, so that it isn't the samples."""
        return bool(self.paths_named() or self.environment.variables.get("STATEMENTS_CORPUS") or self.settings.corpus)

    def document_paths(self) -> list[str]:
        """Return the paths to read documents from. Raises ``UsageError`` where an index is among them."""
        from statements_cli.cli.corpus import index_among

        paths = self.paths()
        if index := index_among(paths):
            raise UsageError(
                f"{index} is an index, and {self.command} reads documents",
                f"Name files or folders, or ask the index: statements list -c {index} --format jsonl",
            )
        return paths

    def store(self) -> Store:
        """Open the index named, or read and parse the corpus into a store, saying what can't be read."""
        from statements_cli.cli.corpus import Told, index_among, read_documents

        paths = self.paths()
        if index := index_among(paths):
            from statements_cli.cli.opening import opened

            self.index = index
            return opened(index, self.options)
        from statements_cli.cli.opening import parser
        from statements_cli.pipeline import attempt
        from statements_cli.store.store import Store

        names = self.names(paths)
        parse = parser(self.environment.variables, cached=not self.options.get("no_cache"))
        told = Told(self.messages)
        documents = read_documents(paths, self.environment, told, self.columns())
        attempts = (attempt(document, names, parse) for document in documents)
        store = Store((one.parsed for one in attempts if not told.failed(one.fault)), names)
        told.sum_up()
        self.messages.explain(f"{len(store)} statements read")
        return store

    def worked(self, work: Callable[[Given], Result], things: Iterable[Given]) -> Iterator[Result]:
        """Yield ``work(thing)`` for each of ``things``, in their order, by as many processes as ``--jobs`` says."""
        jobs = self.setting("jobs")
        if jobs is None or jobs == 1:
            return (work(thing) for thing in things)  # in which, unlike in map, StopIteration is an error
        from statements_cli.cli.workers import in_order, wanted_jobs

        return in_order(work, things, wanted_jobs(jobs))

    def columns(self) -> dict[str, str] | None:
        """Return which column of a record holds which field. Raises ``UsageError`` for what maps nothing."""
        given = self.setting("map")
        if not given:
            return None
        from statements_cli.cli.mapping import columns_of

        return columns_of([given] if isinstance(given, str) else given)

    def names(self, beside: Sequence[str] = ()) -> Names | None:
        """Return what the user's own ``names.toml`` says: the one given, or one beside these paths.

        Raises ``UsageError`` for a file that cannot be used.
        """
        from statements_cli.cli.corpus import names_beside

        path = self.setting("names") or names_beside(beside)
        if path is None:
            return None
        from statements_cli.speakers.user_names import NamesError, load_names

        self.messages.explain(f"speakers are named after {path}")
        try:
            return load_names(path)
        except NamesError as error:
            raise UsageError(str(error), "Mend that file") from error

    def is_path(self, text: str) -> bool:
        """Return whether ``text`` names a file or folder, or standard input."""
        return text == "-" or os.path.exists(text)  # noqa: PTH110

    def refuse_loose_words(self, name: str) -> None:
        """Raise ``UsageError`` where what follows the query looks like more of its words, not like paths."""
        following = self.options["paths"] or []
        loose = [word for word in following if not self.is_path(word) and not _looks_like_path(word)]
        if loose:
            query = " ".join([self.options[name], *following])
            raise UsageError(
                f"there is no file or folder called {loose[0]}, and a query is one argument",
                f'Quote it: statements {self.command} "{query}"',
            )

    # what to answer

    def filter(self) -> Filter:
        """Return the filter the options ask for, speakers as typed. Raises ``UsageError`` for no date."""
        from statements_cli.cli.filtering import filter_of

        return filter_of(self)

    def resolved(self, wanted: Filter, store: Store) -> Filter:
        """Return the filter with speakers under the names the store has, saying what was taken for what."""
        from statements_cli.cli.filtering import resolved

        return resolved(wanted, store, self.messages) if wanted.speakers else wanted

    def statement(self, id: str, store: Store) -> Statement | None:
        """Return the statement whose id begins so; None, said on stderr, where none has.

        Raises ``UsageError`` where several have.
        """
        candidates = store.with_id(id)
        if len(candidates) > 1:
            ids = [statement.id for statement in candidates]
            more = f" and {len(ids) - _CANDIDATES} more" if len(ids) > _CANDIDATES else ""
            raise UsageError(
                f"{len(ids)} statements have an id that begins with {id}",
                f"Give more of it: {', '.join(ids[:_CANDIDATES])}{more}",
            )
        if not candidates:
            self.messages.warn(f"no statement has an id that begins with {id}; statements list shows the ids")
            return None
        return candidates[0]

    def acts(self) -> tuple[str, ...]:
        """Return the acts asked for; all but attitude unless said otherwise, for ``extract`` all."""
        return tuple(self.options.get("act") or (("any",) if self.command == "extract" else DEFAULT_ACTS))

    def limit(self, default: int | None) -> int | None:
        """Return how many things to answer with at most; None is all."""
        given: int | None = self.setting("limit")
        if given is not None and given < 0:
            raise UsageError(f"a limit of {given} means nothing", "Give a number, or 0 for all")
        return default if given is None else min(given, sys.maxsize) or None

    def sort(self, orders: Sequence[str]) -> str:
        """Return the key to order by. Raises ``UsageError`` for one that is not among ``orders``."""
        given: str = self.setting("sort") or orders[0]
        if given.removeprefix("-") not in orders:
            raise UsageError(f"nothing can be ordered by {given}", f"Use one of {', '.join(orders)}")
        return given

    def fields(self, known: Sequence[str]) -> tuple[str, ...]:
        """Return the fields asked for, none for the command's own. Raises ``UsageError`` for unknown ones."""
        given: str = self.setting("fields") or ""
        fields = tuple(field.strip() for field in given.split(",") if field.strip())
        if unknown := [field for field in fields if field not in known]:
            raise UsageError(f"there is no field {unknown[0]}", f"Fields are {', '.join(known)}")
        return fields

    # how to write it

    def format(self) -> str:
        """Return the format to write. Raises ``UsageError`` where two are asked for."""
        default = "jsonl" if self.command == "extract" else "table"
        given: str | None = self.options.get("format")
        if self.options.get("json"):
            if given not in (None, "json"):
                raise UsageError(f"--json and --format {given} exclude each other", "Leave one out")
            return "json"
        chosen: str = given or self._set_format() or default
        return chosen

    def _set_format(self) -> Any:
        # what extract writes is read by other programs: a default for all commands is not meant for it
        own = self.settings.options.get(self.command, {}).get("format")
        return own if self.command == "extract" else self.settings.option(self.command, "format")

    def drawn(self) -> bool:
        """Return whether the answer is drawn as a table, not written in plain lines or for machines."""
        explicit = self.options.get("format") or self._set_format()
        return self.format() == "table" and (self.environment.stdout_is_terminal or explicit == "table")

    def write(
        self,
        rows: Iterable[Row],
        keys: Sequence[str],
        fields: Sequence[str],
        layout: Layout | None,
        highlights: Highlights | None = None,
    ) -> int:
        """Write rows in the format asked for; return how many. ``keys`` are all the fields there are."""
        from statements_cli.output.table_columns import STATEMENTS
        from statements_cli.output.writers import writer

        layout = layout or STATEMENTS
        if self.drawn():
            from statements_cli.output.table import write_table

            return write_table(rows, fields, layout, self.environment, highlights)
        format_ = self.format()
        if not fields:
            fields = layout.fields if format_ in ("table", "markdown") else keys
        return writer(format_)(rows, fields, self.environment)

    def write_object(self, row: Mapping[str, Any], fields: Sequence[str]) -> None:
        """Write one JSON object."""
        from statements_cli.output.writers import json_encoder

        encode = json_encoder(self.environment, indent=2)
        self.environment.stdout.write(encode(picked(row, fields)) + "\n")

    def answer(
        self,
        rows: Iterable[Row],
        found: Found[Any],
        things: str,
        keys: Sequence[str],
        fields: Sequence[str],
        layout: Layout,
        highlights: Highlights | None = None,
    ) -> int:
        """Write what was found, say what was left out, and return the exit status."""
        count = self.write(rows, keys, fields, layout, highlights)
        self.environment.stdout.flush()
        if count < found.total:
            of = found.total if found.exact else f"about {found.total}"
            self.messages.note(f"{count} of {of} {things}; -n 0 shows all")
        if found.undated:
            self.messages.note(f"{found.undated} without a day left out; --undated brings them in")
        self.note_doubtful(found.doubtful)
        if self.messages.failed:
            return FAILED
        if not count:
            self.messages.note(f"no {things} found")
        return FOUND if count else NOTHING

    def note_doubtful(self, count: int) -> None:
        """Say how many statements the least confidence left out, unless the reader has set it."""
        if count and self.setting("min_confidence") is None:
            self.messages.note(f"{count} doubtful left out; --min-confidence 0 brings them in")

    def nothing(self) -> int:
        """Write what stands for nothing in the format asked for, and return the exit status."""
        if self.format() == "json":
            self.environment.stdout.write("[]\n")
        return FAILED if self.messages.failed else NOTHING


def _looks_like_path(word: str) -> bool:
    return os.sep in word or "/" in word or bool(os.path.splitext(word)[1])  # noqa: PTH122
