"""Split a document into articles: blocks, headline, byline, outlet, day published."""

from __future__ import annotations

import re
from dataclasses import replace

from statements_cli.articles.block_roles import assign_roles
from statements_cli.articles.boundaries import find_starts
from statements_cli.articles.credits import appeared_first, closing_credit
from statements_cli.articles.dating.dated_head import mark_day
from statements_cli.articles.dating.published_day import day_published
from statements_cli.articles.front_matter import read_front_matter
from statements_cli.articles.head import Head, read_again, read_head
from statements_cli.articles.lines import join_lines, may_be_labelled, read_lines
from statements_cli.articles.metadata.datelines import Dateline, read_dateline
from statements_cli.articles.metadata.day_order import decide_day_first
from statements_cli.articles.metadata.outlets import country_of, domain_outlet, known_outlet, self_references
from statements_cli.articles.metadata.published import occasion_day
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph, read_forms
from statements_cli.documents import digest
from statements_cli.model import Article, Clue, Document, Metadata, PublishedBasis, Span
from statements_cli.text.repair.soundness import is_english

SAMPLE = 3000
"""Characters by which English is told."""
SHORT = 600
"""Characters of running text that don't tell the language surely by themselves."""
OPENING = 4
"""Paragraphs within which the running text begins, behind captions and adverts."""
ABOVE_REPEAT = 2
"""Paragraphs of running text, adverts and captions, that may stand above a headline told again."""
TIMED = 48
"""Characters of a line that may be the time of a live blog's entry."""
READ_FOR_OUTLET = 40_000
"""Characters of an article that are read for what names its own outlet."""


def split(document: Document) -> tuple[Article, ...]:
    """Return the articles of a document, in order; none where the text is empty.

    Blocks are in text order, do not overlap and lie within their article. What the text doesn't state
    is None. A document with metadata is one article, and what its metadata say comes before the text.
    """
    text = document.text
    front, start = read_front_matter(text)
    paragraphs = mark_day(text, front + _read_body(text, start))
    if not paragraphs:
        return ()
    said = document.metadata
    entries = _entries(text, paragraphs, said.published if said else None)
    if said is not None and entries is None:
        return (_with_metadata(_make_article(document, paragraphs), said),)
    paragraphs = entries or paragraphs
    starts = _without_repeats(text, paragraphs, find_starts(text, paragraphs))
    articles = [
        _make_article(document, paragraphs[start:stop] if len(starts) > 1 else paragraphs)
        for start, stop in zip(starts, [*starts[1:], len(paragraphs)], strict=True)
    ]
    if said is not None:
        articles[0] = _with_metadata(articles[0], said)
    return tuple(_entry_of(articles[0], article) for article in articles) if entries else tuple(articles)


def _without_repeats(text: str, paragraphs: list[Paragraph], starts: list[int]) -> list[int]:
    """Return the starts but those that repeat the headline above behind an advert alone."""
    kept = starts[:1]
    for start in starts[1:]:
        above = paragraphs[kept[-1] : start]
        body = [p for p in above if p.kind in BODY_KINDS]
        title = read_head(text, above).title
        repeated = title is not None and " ".join(title.split()) == paragraphs[start].words
        if not (repeated and len(body) <= ABOVE_REPEAT):
            kept.append(start)
    return kept


def _entry_of(blog: Article, entry: Article) -> Article:
    """Return an entry of a live blog, with what only the blog's head tells."""
    return replace(
        entry,
        headline=entry.headline or blog.headline,
        byline=entry.byline or blog.byline,
        outlet=entry.outlet or blog.outlet,
        url=entry.url or blog.url,
    )


def _entries(text: str, paragraphs: list[Paragraph], published: str | None) -> list[Paragraph] | None:
    """Return the paragraphs of a live blog, its entries' times as stamps.

    None for any other text, told cheaply.
    """
    timed = 0
    for paragraph in paragraphs:
        short = paragraph.end - paragraph.start < TIMED
        if text[paragraph.start].isdigit() or (short and any(map(str.isdigit, paragraph.words))):
            timed += 1
    if timed < 3:
        return None
    from statements_cli.articles.live_blogs import mark_entries  # few documents need it

    return mark_entries(text, paragraphs, published)


def _read_body(text: str, start: int) -> list[Paragraph]:
    """Return the paragraphs from an offset on with their kinds, and a transcript's turns."""
    lines = read_lines(text, start)
    if not may_be_labelled(text, lines):
        return read_forms(text, join_lines(text, lines))
    from statements_cli.articles.turns.detect import find_turns  # few documents need it
    from statements_cli.articles.turns.record_labels import part_labels

    parted = part_labels(text, lines)
    turns = find_turns(text, parted)
    if turns is None:
        return read_forms(text, join_lines(text, lines))
    from statements_cli.articles.turns.blocks import mark_turns

    lines = join_lines(text, parted, turns.apart)
    del parted  # of a long transcript these are many
    return mark_turns(text, read_forms(text, lines), turns)


def _make_article(document: Document, paragraphs: list[Paragraph]) -> Article:
    text = document.text
    said = document.metadata
    head = read_head(text, paragraphs, said.headline if said else None)
    body = paragraphs[head.length :]
    opening = next((p for p in body[:OPENING] if p.kind in BODY_KINDS), None)  # captions may stand before it
    spoken = opening is None or opening.kind in ("turn", "speech")
    dateline = None if opening is None or spoken else read_dateline(text, opening.start, opening.end)
    tail = appeared_first(body)
    lead = dateline or _deck_dateline(text, paragraphs[: head.length])
    url = head.url or document.url or _closing_address(body)
    blocks = assign_roles(text, paragraphs, head, dateline)
    span = paragraphs[0].start, paragraphs[-1].end
    turns = any(p.kind == "turn" for p in body)
    own = [] if turns else body  # what speakers say of media tells nothing of who prints it
    outlet, outlet_clues = _decide_outlet(text, own, head, lead, url, tail.outlet if tail else None)
    headline = head.title or (tail.headline if tail else None)
    if any(stamp.ambiguous for stamp, _ in head.stamps):
        lines = " ".join(p.words for p in paragraphs[: head.length] if p.kind == "stamp")
        read_again(head, paragraphs, decide_day_first(text[slice(*span)], country_of(outlet), lines))
    published = day_published(text, paragraphs, head, lead.day if lead else None, url)
    if turns and published.date is None and headline:
        published = occasion_day(headline, published)
    return Article(
        id=digest(f"{document.digest}:{span[0]}".encode())[:12],
        path=document.path,
        span=span,
        blocks=blocks,
        headline=" ".join(headline.split()) if headline else None,
        byline=head.byline,
        outlet=outlet,
        published=published.date,
        published_basis=published.basis,
        language=_stated_language(paragraphs) or _told_language(text, body, span),
        url=url,
        evidence=(*published.clues, *outlet_clues),
    )


def _deck_dateline(text: str, top: list[Paragraph]) -> Dateline | None:
    """Return the dateline of a very short text.

    The time stamp below it makes it look like a standfirst.
    """
    deck = (p for p in top if p.kind in BODY_KINDS and p.kind not in ("turn", "speech"))
    return next((found for p in deck if (found := read_dateline(text, p.start, p.end))), None)


def _with_metadata(article: Article, said: Metadata) -> Article:
    """Return the article under what its document says of it beside the text."""
    published = said.published or article.published
    basis: PublishedBasis | None = "metadata" if said.published else article.published_basis
    return replace(
        article,
        headline=said.headline or article.headline,
        byline=said.byline or article.byline,
        outlet=_outlet_of(said.outlet, said.url) or article.outlet,
        published=published,
        published_basis=basis,
        # English is told surely, and what a theme or an export claims of all its articles isn't
        language=article.language if article.language == "en" else said.language or article.language,
        url=said.url or article.url,
        evidence=(*said.evidence, *article.evidence),
    )


def _stated_language(paragraphs: list[Paragraph]) -> str | None:
    """Return the language that a line of metadata states, as a code or by name."""
    stated = next((p.value for p in paragraphs if p.field == "language" and p.value), None)
    if not stated:
        return None
    from statements_cli.text.languages import language_code

    return language_code(stated)


def _outlet_of(said: str | None, url: str | None) -> str | None:
    """Return the outlet that metadata or the address name, by its usual name."""
    if not said:
        return None
    return known_outlet(said) or (domain_outlet(said) if "." in said else None) or domain_outlet(url or "") or said


def _told_language(text: str, body: list[Paragraph], span: Span) -> str | None:
    """Return the language of an article's running text.

    With its head where there is little of it.
    """
    start = body[0].start if body and span[1] - body[0].start > SHORT else span[0]
    if is_english(text[start : min(span[1], start + SAMPLE)]):
        return "en"  # nothing need be loaded for it
    from statements_cli.text.languages import language_of

    return language_of(text, start, span[1])


def _closing_address(body: list[Paragraph]) -> str | None:
    return next((p.value for p in body[-5:] if p.kind == "url" or p.field == "url"), None)


def _decide_outlet(
    text: str, body: list[Paragraph], head: Head, dateline: Dateline | None, url: str | None, tail: str | None
) -> tuple[str | None, tuple[Clue, ...]]:
    """Return the outlet, and the place by which it is known.

    By the first of the places that says.
    """
    byline = _outlet_in(head.byline)
    credit = closing_credit(body)
    for outlet, place in (
        (head.outlet if head.outlet_known else None, "above the text"),
        (tail, "closing line"),
        (domain_outlet(url) if url else None, "address"),
        (byline, "byline"),
        (dateline.agency if dateline else None, "dateline"),
        (credit, "credit line"),
        (head.outlet, "above the time stamp"),
    ):
        if outlet:
            return outlet, (Clue("place of outlet", (place,)),)
    if not body:
        return None, ()
    start = body[0].start
    counts = self_references(text, start, min(body[-1].end, start + READ_FOR_OUTLET))
    best = sorted(counts.items(), key=lambda item: -item[1])[:2]
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0], (Clue("place of outlet", ("self-references",)),)
    return None, ()


def _outlet_in(byline: str | None) -> str | None:
    """Return the outlet that a byline names: "GT staff reporters", "Chris Cillizza, CNN Editor-at-large"."""
    if not byline:
        return None
    for part in re.split(r",\s*|\s[|-]\s", byline):
        words = part.split()
        for length in range(min(4, len(words)), 0, -1):
            name = " ".join(words[:length])
            found = known_outlet(name)
            if found and (length > 1 or name.isupper() or len(words) == length):
                return found
    return None
