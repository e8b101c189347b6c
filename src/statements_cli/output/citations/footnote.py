"""Write the footnote of a statement that holds.

Who said what, when, where it was printed and how to check it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from statements_cli.model import Statement
from statements_cli.model.signs import gaps_marked
from statements_cli.output.safe import markdown_text, one_line

_BASES = {
    "stated": "stated in the text",
    "relative": "reckoned from the day published",
    "article": "the day published",
    "inferred": "inferred",
}


class Markup(NamedTuple):
    """How a footnote writes plain text, the title of an outlet, and an address."""

    text: Callable[[str], str] = one_line
    title: Callable[[str], str] = one_line
    address: Callable[[str], str] = one_line


PLAIN = Markup()
MARKDOWN = Markup(markdown_text, lambda text: f"*{markdown_text(text)}*", lambda url: f"<{one_line(url)}>")


def footnote(statement: Statement, markup: Markup = PLAIN, printed: str | None = None) -> str:
    """Return the footnote of a statement on one line.

    ``printed`` is the reference of its article in a style.
    """
    work = printed if printed is not None else _printed(statement, markup)
    return " ".join(filter(None, (saying(statement, markup), f"In: {work}", retrieval(statement, markup))))


def saying(statement: Statement, markup: Markup = PLAIN) -> str:
    """Return who said what, the relays, when, and how that is known."""
    about = f" ({statement.role})" if statement.role else ""
    via = f", relayed by {', '.join(statement.via)}" if statement.via else ""
    words, _ = gaps_marked(statement.text, statement.spans.content)
    said = f": “{words}”" if statement.kind == "direct" else f", as reported: {words}"
    day = f"said {statement.date}" if statement.date else "day unknown"
    basis = f" ({_BASES[statement.date_basis]})" if statement.date_basis else ""
    return markup.text(f"{statement.speaker or 'Unknown speaker'}{about}{via}{said}; {day}{basis}.")


def retrieval(statement: Statement, markup: Markup = PLAIN) -> str:
    """Return from which file the statement is, and which of its characters hold it."""
    spans = ", ".join(f"{start}-{end}" for start, end in statement.spans.content)
    characters = f", characters {spans}" if spans else ""
    return markup.text(f"Retrieved from {statement.path}{characters}, statement {statement.id}.")


def _printed(statement: Statement, markup: Markup) -> str:
    byline = f"{statement.byline}, " if statement.byline else ""
    headline = f"“{statement.headline}”, " if statement.headline else "an article without a headline, "
    published = f"published {statement.published[:10]}" if statement.published else "day published unknown"
    inferred = " (inferred)" if statement.published_basis == "inferred" else ""
    outlet = markup.title(statement.outlet) if statement.outlet else "outlet unknown"
    address = f" {markup.address(statement.url)}" if statement.url else ""
    return f"{markup.text(byline + headline)}{outlet}, {published}{inferred}.{address}"
