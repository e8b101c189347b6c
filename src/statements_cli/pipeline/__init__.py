"""Parse a document into its articles and statements, each article by its genre."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.model import ACCURATE, FAST, Article, Document, ModelName, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from statements_cli.articles.article_text import ArticleText
    from statements_cli.documents.notices import Notice
    from statements_cli.pipeline.packed_statements import PackedStatements
    from statements_cli.speakers.user_names import Names
    from statements_cli.text.text_view import TextView

SAMPLE = 3000
"""Characters by which an article whose language nothing tells is taken for English or not."""


class Parsed(NamedTuple):
    """A document with the articles and statements in it.

    The statements of a document that is too long to be read as a whole are held packed, and made as they are read.
    """

    document: Document
    articles: tuple[Article, ...]
    statements: Sequence[Statement]


class Attempt(NamedTuple):
    """A document parsed, or the notice of the exception that parsing raised."""

    parsed: Parsed
    fault: Notice | None = None


def attempt(
    document: Document, names: Names | None = None, parser: Callable[[Document, Names | None], Parsed] | None = None
) -> Attempt:
    """Parse a document with ``parser``, usually ``parse``; what it raises becomes a failed notice.

    So one document can't keep others from being read. Raises nothing but what ends the program.
    """
    try:
        return Attempt((parser or parse)(document, names))
    except Exception as error:
        from statements_cli.documents.notices import fault

        return Attempt(Parsed(document, (), ()), fault(document.path, error, "parsed"))


def require(model: ModelName) -> None:
    """Raise ``MissingModelError`` where a model's extra isn't installed, ``ValueError`` for a model there isn't."""
    if model not in (FAST, ACCURATE):
        raise ValueError(f"there is no model {model!r}: it is {FAST!r} or {ACCURATE!r}")
    if model == ACCURATE:
        from statements_cli.attribution.encoder.runtime import require as require_encoder

        require_encoder()


def parse(document: Document, names: Names | None = None, model: ModelName = FAST) -> Parsed:
    """Return all articles and statements of a document, speakers and days resolved within each article.

    Markup is left out and a damaged text is mended first; statements are worded from the text as read, and all
    offsets are the document's own. ``names`` are the user's own aliases, roles and countries; ``model`` finds what is
    said in English. It raises nothing, whatever the text, unless by a fault of the program; ``attempt`` turns even
    that into a notice. The accurate model takes an extra, and ``MissingModelError`` is raised where that is missing.
    """
    from statements_cli.articles import split
    from statements_cli.articles.article_text import ArticleText
    from statements_cli.pipeline.packed_statements import PackedStatements
    from statements_cli.pipeline.pieces import LONGEST_WHOLE
    from statements_cli.pipeline.rejoining import rejoined

    view = view_of(document)
    found: list[Article] = []
    statements: list[Statement] | PackedStatements = [] if len(view.text) <= LONGEST_WHOLE else PackedStatements()
    for article in rejoined(split(replace(document, text=view.text))):
        article_text = _parse_article(ArticleText(article, document, view), names, model, statements)
        found.append(article_text.article_of_document)
    return Parsed(document, tuple(found), tuple(statements) if isinstance(statements, list) else statements)


def view_of(document: Document) -> TextView:
    """Return the text of a document as it is read.

    Without markup, mended, its spaces plain ones.
    """
    from statements_cli.text.repair.soundness import is_shouted, is_sound, plain_spaces
    from statements_cli.text.text_view import TextView

    view = TextView(document.text)
    if document.form == "markdown":
        from statements_cli.documents.markdown import markup

        view = view.edited(markup(view.text))
    if not is_sound(view.text):
        from statements_cli.text.repair.mending import repairs_of_unsound

        view = view.edited(repairs_of_unsound(view.text))
    spaced = plain_spaces(view.text)
    if is_shouted(spaced):
        from statements_cli.text.repair.truecasing import truecased

        spaced = truecased(spaced)
    return view.respelt(spaced)


def _parse_article(
    article_text: ArticleText, names: Names | None, model: ModelName, statements: list[Statement] | PackedStatements
) -> ArticleText:
    """Add an article's statements to the others.

    Return it with its day, where its text tells that.
    """
    from statements_cli.pipeline.pieces import pieces_of

    parse_genre: Callable[[ArticleText, Names | None], Sequence[Statement]]
    if article_text.is_spoken:  # turns are read alike in any language
        from statements_cli.pipeline import transcript
        from statements_cli.pipeline.english import dated

        parse_genre = partial(transcript.parse, model=model)
    elif _is_english(article_text):
        from statements_cli.pipeline import english
        from statements_cli.pipeline.english import dated

        parse_genre = partial(english.parse, model=model)
    else:  # rules find what is said, whichever the model
        from statements_cli.pipeline import other_language
        from statements_cli.pipeline.other_language import dated

        parse_genre = other_language.parse
    for number, piece in enumerate(pieces_of(article_text)):
        if not number and article_text.article.published is None:  # an article tells its day where it begins
            article_text = _dated_as(article_text, dated(piece))
        statements.extend(parse_genre(_dated_as(piece, article_text), names))
    return article_text


def _dated_as(article_text: ArticleText, other: ArticleText) -> ArticleText:
    """Return an article's text under the day published that another piece of it tells."""
    told = other.article
    if article_text is other or article_text.article.published == told.published:
        return article_text
    return article_text.of(
        replace(
            article_text.article,
            published=told.published,
            published_basis=told.published_basis,
            evidence=told.evidence,
        )
    )


def _is_english(article_text: ArticleText) -> bool:
    article = article_text.article
    if article.language:
        return article.language == "en"
    from statements_cli.text.repair.soundness import is_foreign

    start, end = article.span
    return not is_foreign(article_text.text[start : min(end, start + SAMPLE)])
