"""Define the options that name the articles to read, and how they are read."""

import os
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import typer

from statements_cli.cli.errors import UsageError
from statements_cli.model import ModelName

ARTICLES_PANEL = "Articles"

Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        help="Work on so many documents at once; 0 is one a core, as many as more than 50 documents get anyway.",
        metavar="N",
        rich_help_panel=ARTICLES_PANEL,
    ),
]


@dataclass(slots=True, eq=False, repr=False)
class ArticleOptions:
    """The articles of a command."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders or archives to read, in any format; - is standard input.",
            metavar="[PATH]...",
            show_default=False,
        ),
    ] = None
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            "--corpus",
            "-c",
            help="Files, folders, archives or indexes to read, as the paths, or a pattern: 'shards/*.db'; may be given "
            "several times.",
            metavar="PATH",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None
    names: Annotated[
        str | None,
        typer.Option(
            "--names",
            help="A names.toml with aliases, roles and countries of speakers; one that lies beside the articles is "
            "taken too, but by extract.",
            metavar="FILE",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None
    map: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="Which column or key of records holds what, where its name doesn't tell: text=body,date=pubDate; "
            "also title, source, author, url, language.",
            metavar="FIELD=COLUMN",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None

    max_size: Annotated[
        int | None,
        typer.Option(
            "--max-size",
            help="Read no document of more megabytes than these; files of many documents may be larger. [default: 256]",
            metavar="MB",
            min=1,
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None
    model: Annotated[
        ModelName | None,
        typer.Option(
            "--model",
            help="What finds statements in English: fast, unless accurate is chosen, which is slower and more often "
            "right. An extra: accurate.",
            show_default=False,
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None
    jobs: Jobs = None

    @property
    def named(self) -> tuple[str, ...]:
        """Return the paths given, by option or as arguments."""
        return (*(self.corpus or ()), *(self.paths or ()))


@dataclass(slots=True, eq=False, repr=False)
class CachedArticleOptions(ArticleOptions):
    """The articles of a command that keeps what it finds in them."""

    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help="Neither use nor keep what was found in these articles before.",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = False


def is_path(text: str) -> bool:
    """Return whether ``text`` names a file or folder, or standard input."""
    return text == "-" or os.path.exists(text)  # noqa: PTH110


def refuse_loose_words(command: str, query: str, articles: ArticleOptions) -> None:
    """Raise ``UsageError`` where words after the query look like more of it, not paths."""
    following = articles.paths or []
    loose = [word for word in following if not is_path(word) and not looks_like_path(word)]
    options = [word for word in following if word.startswith("-") and not is_path(word)]
    if not loose and not options:
        return
    from shlex import join

    if options:  # only behind -- are they taken for paths
        place = following.index(options[0])
        rest = join(["statements", command, *following[place:], "--", query, *following[:place]])
        raise UsageError(f"{options[0]} stands behind --, where nothing is an option", f"Put it before: {rest}")
    paths = [word for word in following if word not in loose]
    words = f'"{" ".join([query, *loose])}"' + (f" {join(paths)}" if paths else "")
    raise UsageError(
        f"there is no file or folder called {loose[0]}, and a query is one argument",
        f"Quote it: statements {command} {words}",
    )


def looks_like_path(word: str) -> bool:
    """Return whether a word looks like a file's or folder's name, existing or not."""
    return os.sep in word or "/" in word or bool(os.path.splitext(word)[1])  # noqa: PTH122
