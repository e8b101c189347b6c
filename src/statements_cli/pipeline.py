"""A document in, its articles and statements out: the walk through all rooms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.model import (
    Article,
    Attribution,
    Chain,
    Document,
    Resolution,
    SaidOn,
    Spans,
    Statement,
    StatementSpans,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from statements_cli.documents.notices import Notice
    from statements_cli.speakers.user_names import Names

PROSE_ROLES = frozenset({"paragraph"})
CONTENT_ROLES = PROSE_ROLES | {"headline", "standfirst"}


class Parsed(NamedTuple):
    """What one document holds."""

    document: Document
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]


class Attempt(NamedTuple):
    """A document parsed, or nothing of it and the notice that says which exception parsing raised."""

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


def parse(document: Document, names: Names | None = None) -> Parsed:
    """All articles and statements of a document, speakers and days resolved within each article.

    A damaged text is mended first; what is said is worded from the mended text, offsets are the document's own.
    ``names`` are the user's own aliases, roles and countries. It raises nothing, whatever the text, unless by a
    fault of the program; ``attempt`` turns even that into a notice.
    """
    if document.form == "markdown":
        return _parse_markdown(document, names)
    from statements_cli.text.repair.soundness import is_sound, plain_spaces

    mended = None
    if not is_sound(document.text):
        from statements_cli.text.repair.mending import mend

        mended = mend(document.text)
    if mended is None:
        plain = replace(document, text=plain_spaces(document.text))
        return _parse_sound(plain, names)._replace(document=document)
    parsed = _parse_sound(replace(document, text=plain_spaces(mended.text)), names)
    articles, found = map(mended.article, parsed.articles), map(mended.statement, parsed.statements)
    statements = (replace(one, id=statement_id(document, one.spans.content)) for one in found)
    return Parsed(document, tuple(articles), tuple(statements))


def _parse_sound(document: Document, names: Names | None) -> Parsed:
    from statements_cli.articles import split

    articles, statements = [], list[Statement]()
    for article in split(document):
        known, found = _parse_article(document, article, names)
        articles.append(known)
        statements += found
    return Parsed(document, tuple(articles), tuple(statements))


def _parse_markdown(document: Document, names: Names | None) -> Parsed:
    """What a text holds without its markup, with the spans of the text as it stands."""
    from statements_cli.documents.markdown import seen
    from statements_cli.text.offsets import Offsets

    kept = seen(document.text)
    text = "".join(document.text[start:end] for start, end in kept)
    parsed = parse(replace(document, text=text, form="plain"), names)
    offsets = Offsets(kept)
    articles, found = map(offsets.article, parsed.articles), map(offsets.statement, parsed.statements)
    statements = (replace(one, id=statement_id(document, one.spans.content)) for one in found)
    return Parsed(document, tuple(articles), tuple(statements))


def _parse_article(document: Document, article: Article, names: Names | None) -> tuple[Article, list[Statement]]:
    spoken = any(block.role == "label" for block in article.blocks)  # turns are read alike in any language
    foreign = article.language != "en" and (article.language or _is_foreign(document.text, article))
    if foreign and not spoken:
        article = _dated_abroad(article, document.text)
        return article, _parse_foreign(document, article, article.language or "", names)
    return _parse_english(document, article, names)


def _is_foreign(text: str, article: Article) -> bool:
    from statements_cli.text.repair.soundness import is_foreign

    return is_foreign(text[article.span[0] : min(article.span[1], article.span[0] + 3000)])


def _dated_abroad(article: Article, text: str) -> Article:
    """An undated article in another language with the day that its head or dateline states."""
    if article.published is not None:
        return article
    from statements_cli.languages.day_published import published_in

    stated = published_in(article, text)
    if stated is None:
        return article
    return replace(article, published=stated[0], published_basis=stated[1], notes=(*article.notes, stated[2]))


def _parse_foreign(document: Document, article: Article, language: str, names: Names | None) -> list[Statement]:
    """The statements of an article in another language; what its text says of days and channels isn't read."""
    from statements_cli.languages.quotations import read_foreign
    from statements_cli.languages.speaker_resolution import resolve_foreign

    text = document.text
    roles = {*CONTENT_ROLES, "crosshead"}  # told by English forms: a short paragraph may be taken for one
    paragraphs = [block.span for block in article.blocks if block.role in roles]
    attributions = read_foreign(text, paragraphs, language)
    resolutions = resolve_foreign(text, article.span, attributions, language, names)
    day = SaidOn(article.published[:10], "article") if article.published else SaidOn()
    return [
        _statement(document, article, attribution, Chain(), who, day)
        for attribution, who in zip(attributions, resolutions, strict=True)
    ]


def _parse_english(document: Document, article: Article, names: Names | None) -> tuple[Article, list[Statement]]:
    from statements_cli.attribution.finder import read
    from statements_cli.dates.said import said_on
    from statements_cli.provenance.chain import chain
    from statements_cli.provenance.frame import Framer
    from statements_cli.speakers.coreference.resolve import resolve

    text = document.text
    article = _dated(article, text)
    spoken = any(block.role == "label" for block in article.blocks)
    roles = PROSE_ROLES if spoken else CONTENT_ROLES
    paragraphs = tuple(block.span for block in article.blocks if block.role in roles)
    framer = Framer(text, [block.span for block in article.blocks])
    readout = _is_readout(article, text)
    chained = _once_each(chain(text, article, read(text, paragraphs, readout=readout).attributions, framer))
    attributions = [attribution for attribution, _ in chained]
    resolutions = resolve(article, text, attributions, names)
    if readout:
        from statements_cli.speakers.coreference.readout_parties import with_parties

        resolutions = with_parties(article, text, attributions, resolutions)
    days = said_on(article, text, attributions, [resolution.speaker for resolution in resolutions], framer)
    found = [
        _statement(document, article, attribution, links, resolution, day)
        for (attribution, links), resolution, day in zip(chained, resolutions, days, strict=True)
    ]
    if spoken:
        found = sorted(found + _spoken(document, article, names), key=lambda statement: statement.spans.content)
    return article, found


def _is_readout(article: Article, text: str) -> bool:
    """Whether an article is the readout of a meeting; only a title that may be one has to be looked at."""
    title = (article.headline or "").lower()
    if " with" not in title and not title.startswith("read"):
        return False
    from statements_cli.articles.readouts import is_readout

    return is_readout(article, text)


def _spoken(document: Document, article: Article, names: Names | None) -> list[Statement]:
    """The statements of a transcript's turns."""
    from statements_cli.transcripts.day import spoken_on
    from statements_cli.transcripts.label_speakers import resolve_labels
    from statements_cli.transcripts.turn_statements import read_turns, statements

    text = document.text
    turns = read_turns(text, article)
    speakers = resolve_labels(article, text, turns, names)
    words = {turn.label: turn.words for turn in turns}
    day = spoken_on(article, text)
    found = []
    for attribution, links in statements(text, article, turns):
        asker = speakers.get(links.asked_by or "")
        if asker is not None and asker.type == "person":
            links = replace(links, asked_by=asker.speaker)
        who = speakers[words[attribution.source[0]]]
        found.append(_statement(document, article, attribution, links, who, day))
    return found


def _once_each(chained: Sequence[tuple[Attribution, Chain]]) -> list[tuple[Attribution, Chain]]:
    """Each content once, as its likeliest attribution has it: two findings may come down to the same words."""
    likeliest: dict[Spans, tuple[Attribution, Chain]] = {}
    for one in chained:
        content = one[0].content
        if content not in likeliest or likeliest[content][0].confidence < one[0].confidence:
            likeliest[content] = one
    return list(likeliest.values())


def _dated(article: Article, text: str) -> Article:
    """An undated article with the day that its own text betrays, marked as inferred."""
    if article.published is not None:
        return article
    from statements_cli.dates.from_own_text import infer_published

    inferred = infer_published(article, text)
    if inferred is None:
        return article
    day, notes = inferred
    return replace(article, published=day, published_basis="inferred", notes=(*article.notes, *notes))


def _statement(
    document: Document, article: Article, attribution: Attribution, links: Chain, who: Resolution, day: SaidOn
) -> Statement:
    text = document.text
    content = wording(text, attribution.content)
    return Statement(
        id=statement_id(document, attribution.content),
        date=day.date,
        date_basis=day.basis,
        speaker=who.speaker,
        type=who.type,
        role=who.role,
        country=who.country,
        kind=attribution.kind,
        act=attribution.act,
        text=content,
        quotes=tuple(wording(text, (span,)) for span in attribution.quotes),
        cue=wording(text, attribution.cue) or None,
        source=wording(text, attribution.source) or None,
        via=tuple(medium for medium in links.via if medium != who.speaker),  # nobody relays what they say themselves
        audience=links.audience,
        channel=links.channel,
        headline=article.headline,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        published_basis=article.published_basis,
        article=article.id,
        path=document.path,
        url=article.url or document.url,
        spans=StatementSpans(attribution.content, attribution.cue, attribution.source),
        confidence=round(attribution.confidence * who.confidence, 3),
        language=article.language,
        question=links.question,
        asked_by=links.asked_by,
        non_answer=links.non_answer,
        evidence=(*attribution.notes, *links.notes, *who.notes, *day.notes, *article.notes),
    )


def wording(text: str, spans: Spans) -> str:
    """What the spans hold, joined by spaces, white space folded."""
    if len(spans) == 1:  # nearly always
        start, end = spans[0]
        return " ".join(text[start:end].split())
    return " ".join([" ".join(text[start:end].split()) for start, end in spans]).strip()


def statement_id(document: Document, content: Spans) -> str:
    """Twelve hexadecimal digits that the same document bytes and content always give."""
    from statements_cli.documents import digest

    return digest(f"{document.digest}:{content}".encode())[:12]
