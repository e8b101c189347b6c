"""Resolve the labels of a transcript to speakers, by its title and introductions.

What tells it is written out as a little article, the title, the lines above the turns, the words around
each speaker's first turn and the labels in ordinary spelling, and resolved as any other article is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.turns.interviewees import answering_office, interviewee
from statements_cli.articles.turns.labels import is_titled, kind_of, plain
from statements_cli.data import table
from statements_cli.model import Article, Attribution, Block, Clue, Resolution, Span, Spans, SpeakerEvidence
from statements_cli.speakers.coreference.resolve import resolve
from statements_cli.speakers.mentions.country_spoken_for import holds_office
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.folding import fold
from statements_cli.transcripts.label_spelling import spelt_out, spelt_role
from statements_cli.transcripts.office_labels import office_holder, presiding, spelt_heading, with_notes

if TYPE_CHECKING:
    from statements_cli.speakers.user_names import Names
    from statements_cli.transcripts.spoken_turns import SpokenTurn

ABOVE = 3000
"""Characters above the first turn that are read for who speaks."""
LONGEST_HEADING = 200
"""Characters of a line above the turns that is part of their heading."""
MOST_LINES = 1000
"""Lines above the first turn that are read for who speaks, from the top."""
AROUND = 1200
"""Characters read before a speaker's first turn, and of it."""
TOGETHER = 500
"""Labels that are resolved together, beside the words around them all: more than any transcript has."""
UNNAMED = "interviewee"
"""The one who answers where nothing says who does."""
_NAMELESS = SpeakerEvidence((Clue("unnamed in transcript"),))
_UNNAMED = Resolution(UNNAMED, "anonymous", None, None, 0.9, _NAMELESS)


def resolve_labels(
    article_text: ArticleText, turns: Sequence[SpokenTurn], names: Names | None = None
) -> dict[str, Resolution]:
    """Return who speaks under each label of the turns, by the label's words.

    Unnamed people who ask or lead through are anonymous under what the label calls them. Of many labels ``TOGETHER``
    are resolved at a time.
    """
    article, text = article_text.article, article_text.text
    first: dict[str, int] = {}
    for at, turn in enumerate(turns):
        first.setdefault(turn.words, at)
    named = [words for words in first if kind_of(words) not in ("question", "moderator", "outlet")]
    headings = _headings(article, text, turns[0].label[0])
    above = _above(article, text, turns[0].label[0])
    found: dict[str, Resolution] = {}
    for low in range(0, len(named), TOGETHER):
        portion = named[low : low + TOGETHER]
        around = _around(text, turns, [first[words] for words in portion])
        introductions = list(dict.fromkeys((*above, *around)))
        found |= _resolve_named(article, portion, headings, introductions, names)
    for words in first:
        if words not in found:
            name = plain(words).capitalize() if words.isupper() else plain(words)
            found[words] = presiding(words) or Resolution(name, "anonymous", None, None, 0.9, _NAMELESS)
    return found


def _resolve_named(
    article: Article, labels: Sequence[str], headings: Sequence[str], introductions: list[str], names: Names | None
) -> dict[str, Resolution]:
    """Return who speaks under labels that name somebody."""
    held = {words: name for words in labels if (name := office_holder(words, headings, labels))}
    mentions = [
        interviewee("\n".join(introductions)) or answering_office(headings) or UNNAMED
        if kind_of(words) == "answer"
        else held.get(words) or _spelt_office(spelt_out(words), introductions)
        for words in labels
    ]
    home, bodies = _home(article), _affiliations(introductions)
    found = {}
    for words, mention, resolution in zip(
        labels, mentions, _resolve(article, introductions, mentions, names), strict=True
    ):
        if mention == UNNAMED:
            found[words] = _UNNAMED
            continue
        chair = presiding(words)
        if chair is not None and mention == spelt_out(words):
            resolution = chair
        elif words in held and resolution.role is None:
            resolution = resolution._replace(role=spelt_role(words))
        found[words] = with_notes(_completed(resolution, mention, bodies, home), words)
    return found


def _headings(article: Article, text: str, top: int) -> list[str]:
    """Return the short lines above the turns, the headline among them, not more than ``MOST_LINES``."""
    short = (block.span for block in article.blocks if block.span[0] < top and _size(block.span) < LONGEST_HEADING)
    return [" ".join(text[start:end].split()) for start, end in islice(short, MOST_LINES)]


def _size(span: Span) -> int:
    return span[1] - span[0]


def _above(article: Article, text: str, top: int) -> list[str]:
    """Return the title and what stands above the turns."""
    passages = [_as_prose(spelt_heading(article.headline))] if article.headline else []
    for block in islice(article.blocks, MOST_LINES):
        start, end = block.span
        if start >= top:
            break
        if block.role != "headline" and end - start < ABOVE and not _is_field(text[start:end]):
            passages.append(spelt_heading(" ".join(text[start:end].split())))
    return [*passages, article.byline] if article.byline else passages


def _around(text: str, turns: Sequence[SpokenTurn], firsts: Sequence[int]) -> Iterator[str]:
    """Yield the words around the first turn of each label."""
    for at in firsts:
        if at:
            yield from (words[-AROUND:] for words in _paragraphs(text, turns[at - 1].paragraphs[-2:]))
        yield from (words[:AROUND] for words in _paragraphs(text, turns[at].paragraphs[:2]))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:After|Ahead|And|As|At|Before|By|During|En Route|Following|For|From|In|Of|On|To|With"
        r"|Delivers?|Gives?|Holds?|Hosts?)\b"
    )


def _as_prose(title: str) -> str:
    """Return a title as prose, with small words lower-case and lists parted.

    "Biden Before Departure" is no name, and in "by A, Senior Advisor B" the advisor is another.
    """
    prose = _between().sub(lambda match: match[0].lower(), title)
    return prose.replace(", and ", "; ").replace(", ", "; ") if " by " in prose else prose


@cache
def _field() -> re.Pattern[str]:
    return re.compile(r"---|[a-z_]+:\s")


def _is_field(line: str) -> bool:
    """Return whether a line above the turns is front matter."""
    return _field().match(line) is not None or not any(map(str.isalpha, line))


def _paragraphs(text: str, paragraphs: Sequence[Spans]) -> list[str]:
    return [" ".join(" ".join(text[start:end].split()) for start, end in pieces) for pieces in paragraphs]


def _resolve(
    article: Article, passages: Sequence[str], mentions: Sequence[str], names: Names | None
) -> tuple[Resolution, ...]:
    """Resolve the mentions, each a paragraph below the passages of a little article."""
    parts: list[str] = []
    blocks: list[Block] = []
    attributions: list[Attribution] = []
    at = 0
    for number, words in enumerate((*passages, *mentions)):
        mention = number >= len(passages)
        paragraph = f"{words}{',' * (', ' in words)} spoke." if mention else words
        if mention:
            attributions.append(Attribution((), (), (), ((at, at + len(words)),), "direct"))
        blocks.append(Block((at, at + len(paragraph)), "paragraph"))
        parts.append(paragraph)
        at += len(paragraph) + 2
    little = replace(article, span=(0, max(0, at - 2)), blocks=tuple(blocks))
    return resolve(ArticleText.plain(little, "\n\n".join(parts)), attributions, names)


@cache
def _affiliated() -> re.Pattern[str]:
    name = r"[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
    return re.compile(
        rf"\b(?:[Tt]his is|I[’']m|I am|[Mm]y name is|[Ii]t[’']s) ({name}),? (?:here )?(?:from|with|of|at) (?:the )?"
        r"([A-Z][\w'’-]+(?:,? (?:(?:of|for|on|and) (?:the )?)?[A-Z][\w'’-]+){0,6})"
    )


def _completed(resolution: Resolution, mention: str, bodies: Mapping[str, str], home: str | None) -> Resolution:
    """Return a resolution completed from the label, the speaker and the place."""
    if resolution.type != "person":
        return resolution
    resolution = _in_office(resolution, mention)
    if resolution.role is None:
        resolution = resolution._replace(role=bodies.get(fold(resolution.speaker or "")))
    resolution = _leader(resolution, home)
    if resolution.country is None and home and _is_at_home(resolution.role or ""):
        resolution = resolution._replace(country=home)
    return resolution


def _is_at_home(role: str) -> bool:
    """Return whether an office is the site's own state's, not also its guests'."""
    words = role.lower().replace("-", " ").split()
    guests = "foreign" in words or "general" in words or _leads(" ".join(words).replace("secretary", ""))
    return holds_office(role) and not guests


def _leads(role: str) -> bool:
    return not name_lexicon.words("names/leader_words.txt").isdisjoint(role.lower().split())


def _in_office(resolution: Resolution, mention: str) -> Resolution:
    """Return a leader by the label's own words where the passages know only a namesake.

    A president beside a spouse.
    """
    role, _, name = mention.rpartition(" ")
    if (
        not _leads(role)
        or _leads(resolution.role or "")
        or name.lower() in name_lexicon.words("names/leader_words.txt")
    ):
        return resolution
    return Resolution(name, "person", role, None, resolution.confidence, SpeakerEvidence((Clue("named as", (name,)),)))


def _affiliations(passages: Sequence[str]) -> dict[str, str]:
    """Return the bodies that speakers say to come from, by their folded names.

    For example: "This is Sean Savett from the National Security Council".
    """
    found: dict[str, str] = {}
    for passage in passages:
        for match in _affiliated().finditer(passage):
            found.setdefault(fold(match[1]), match[2])
    return found


def _leader(resolution: Resolution, home: str | None) -> Resolution:
    """Return a well-known leader's full name and country, where just one fits."""
    name, role = resolution.speaker or "", resolution.role or ""
    known = name_lexicon.leaders()
    if resolution.country is None and " " in name:
        short = " ".join(word for word in name.split() if len(word.strip(".")) > 1)
        if holds_office(role) and short in known:
            return resolution._replace(country=known[short])
    if not _leads(role) or not (" " not in name or name[:1].islower()):
        return resolution
    full = [leader for leader in known if leader.endswith(f" {name}")]
    full = [leader for leader in full if known[leader] == home] if len(full) > 1 else full
    if len(full) != 1:
        return resolution
    clues = (*resolution.evidence.clues, Clue("only leader of that name", (full[0],)))
    return resolution._replace(
        speaker=full[0], country=known[full[0]], evidence=resolution.evidence._replace(clues=clues)
    )


def _home(article: Article) -> str | None:
    """Return the country or body on whose own site a transcript stands."""
    host = re.match(r"(?:https?://)?([\w.-]+)", article.url or "")
    parts = host[1].lower().split(".") if host else []
    sites = {row[0]: row[1] for row in table("outlets/official_sites.tsv")}
    return next((sites[end] for at in range(len(parts)) if (end := ".".join(parts[at:])) in sites), None)


def _spelt_office(mention: str, passages: Sequence[str]) -> str:
    """Return an office label ("The President") with the name the passages give."""
    office = mention.removeprefix("The ")
    if not office[:1].isupper() or not is_titled(office.split()) or "," in office:
        return mention
    before = "" if office.startswith(("Vice", "Deputy", "First")) else r"(?<!Vice )(?<!Deputy )"
    pattern = re.compile(rf"{before}\b{re.escape(office)} ((?:[A-Z][\w.’'-]*[ ]?){{1,3}})(?=[^\w]|$| [a-z])")
    for passage in passages:
        found = pattern.search(passage) if office in passage else None
        if found is not None and not is_titled(found[1].split()):
            return f"{office} {found[1].strip()}"
    return mention
