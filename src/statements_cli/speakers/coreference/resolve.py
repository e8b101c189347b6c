"""Resolve the source mentions of an article to people and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Attribution, Clue, Resolution, Span, SpeakerEvidence, SpeakerType
from statements_cli.speakers.coreference.pronouns.other_mentions import other_mentions
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.referring import Referring
from statements_cli.speakers.mentions.nouns import is_people
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.mentions.source_span import source_of
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan

if TYPE_CHECKING:
    from statements_cli.speakers.user_names import (  # its dataclasses cost start-up time that few calls need
        Names,
        UserSpeaker,
    )

_HEADS = frozenset(("leader", "head", "chief", "boss", "executive"))  # whose offices have other names
_DESCRIBED = 4  # words from which on a description tells of one person, one less behind "its" and "one"
_FEWEST = 2  # of which it tells of a spokesman who is then named without a role
_SPEAKING = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_OF_ANY_OFFICE = frozenset(("official", "officer", "executive"))  # who may be called by any office
_FEWER = frozenset(("its", "their", "one"))
_DESCRIBING = frozenset(("a", "an", "the")) | _FEWER
_NAMED_NEXT = 0.8  # how sure it is that who is named next is the one described
_LONGEST = 600  # characters of a source mention that are read


def resolve(
    article_text: ArticleText, attributions: Sequence[Attribution], names: Names | None = None
) -> tuple[Resolution, ...]:
    """Resolve each attribution's source as far as the article tells; one resolution each, in order.

    A mention that cannot be resolved
    stays the speaker as mentioned, with lower confidence and a note. ``names`` are the user's own.
    """
    if not attributions:
        return ()
    text = article_text.text
    places = [_place(attribution, len(text)) for attribution in attributions]
    mentioned = _mentioned(article_text, attributions)
    cast = Cast(mentioned.scan, mentioned.sources)
    bodies = Bodies(mentioned.scan)
    pronouns = _pronouns(attributions, mentioned, cast, bodies)
    referring = Referring(article_text.article, mentioned.scan, cast, bodies, pronouns)
    referring.learn([text[start : min(end, start + _LONGEST)] for start, end in mentioned.sources])
    resolved: list[Resolution] = [Resolution()] * len(attributions)
    for index in sorted(range(len(attributions)), key=places.__getitem__):
        resolved[index] = referring.refer(attributions[index], mentioned.mended[index])
    resolved = named_next(resolved, places, mentioned, cast)
    if names is not None:
        resolved = [as_user_says(resolution, names) for resolution in resolved]
    return tuple(resolved)


def named_next(
    resolved: Sequence[Resolution], places: Sequence[int], mentioned: _Mentioned, cast: Cast
) -> list[Resolution]:
    """Give somebody described the name under which the next quotation comes.

    For example: "A union leader said ...", "..., said Ida Holm".

    Newspapers often open with a description and name its bearer with the first quotation. The one who is named there
    must be new to the article, and speak next in the same paragraph or the following one.
    """
    scan, found = mentioned.scan, list(resolved)
    order = sorted(range(len(found)), key=places.__getitem__)
    for place, before in enumerate(order):
        one, span = found[before], mentioned.mended[before]
        if one.type != "anonymous" or span is None:
            continue
        words = scan.text[slice(*span)].split()
        first = words[0].lower() if words else ""
        if first not in _DESCRIBING or len(words) < _FEWEST:
            continue
        others = [index for index in order[place + 1 :] if found[index].speaker != one.speaker]
        follows = _next_speaker(others, mentioned)
        named = mentioned.mended[follows] if follows is not None else None
        if follows is None or named is None or found[follows].type != "person":
            continue
        person = cast.at(*named)
        on = scan.block(named[0]) - scan.block(span[0])
        if on > 1 or person is None or person.name != found[follows].speaker:
            continue
        # a bare name new to the article is the spokesman's told of before
        bare_name = scan.text[slice(*named)].strip(" ,") == person.name and not is_people(person.name.split()[-1])
        told = bool(person.roles) or not bare_name or read_mention(scan.text[slice(*span)]).head not in _SPEAKING
        if told and (len(words) < _DESCRIBED - (first in _FEWER) or (on == 0 and first in ("a", "an", "one"))):
            continue
        if person.first < span[1] or not _may_be(scan.text[slice(*span)], person):
            continue
        clue = Clue("identified as", (one.speaker or "", person.name))
        evidence = SpeakerEvidence((clue,))
        sure = round(min(one.confidence, found[follows].confidence) * _NAMED_NEXT, 3)
        for again in order[place : order.index(follows)]:
            if found[again].speaker != one.speaker:
                continue  # "they", beside him
            found[again] = found[follows]._replace(confidence=min(sure, found[again].confidence), evidence=evidence)
    return found


def _next_speaker(following: Sequence[int], mentioned: _Mentioned) -> int | None:
    """Return the next attribution whose source is no pronoun."""
    for index in following:
        span = mentioned.mended[index]
        if span is None or read_mention(mentioned.scan.text[slice(*span)]).kind != "pronoun":
            return index
    return None


@cache
def _unnamed_on_purpose() -> re.Pattern[str]:
    """Match what tells that somebody's name is kept back."""
    return re.compile(
        r"n[’']t (?:authori[sz]ed|want|wish)|\b(?:not (?:authori[sz]ed|be (?:named|identified)|want|wish)|anonym"
        r"|(?:asked|requested|declined|refused|preferred) (?:not )?(?:to|that)|condition)"
    )


def _may_be(words: str, person: Entity) -> bool:
    """Return whether somebody described can be a person: an office of another kind is another's."""
    if _unnamed_on_purpose().search(words) is not None:
        return False
    mention = read_mention(words)
    head = mention.head
    if mention.kind != "nominal" or head not in name_lexicon.person_nouns():
        return False
    if head in _OF_ANY_OFFICE and person.heads:
        told = {word.lower() for word in words.split()[1:] if word[:1].isupper()}
        if told and told <= person.role_words:
            return True  # "a Federal Reserve official", "Federal Reserve Bank president Ida Holm"
    kin = {head, *name_lexicon.role_kin().get(head, ())}
    return not person.heads or bool(kin & person.heads) or head in name_lexicon.words("names/leader_words.txt") | _HEADS


class _Mentioned(NamedTuple):
    """Where the sources of an article are named.

    One place or none for each attribution, and all places in order.
    """

    scan: MentionScan
    mended: list[Span | None]
    sources: list[Span]


def _mentioned(article_text: ArticleText, attributions: Sequence[Attribution]) -> _Mentioned:
    scan = article_text.once(MentionScan)
    mended = [source_of(attribution, scan) for attribution in attributions]
    sources = sorted({span for span in mended if span is not None and _inside(span, len(scan.text))})
    return _Mentioned(scan, mended, sources)


def pronouns_of(article_text: ArticleText, attributions: Sequence[Attribution]) -> Pronouns:
    """Return the pronouns of an article, resolved, in which these attributions were found.

    Their weights are learned from them.
    """
    mentioned = _mentioned(article_text, attributions)
    return _pronouns(attributions, mentioned, Cast(mentioned.scan, mentioned.sources), Bodies(mentioned.scan))


def _pronouns(attributions: Sequence[Attribution], mentioned: _Mentioned, cast: Cast, bodies: Bodies) -> Pronouns:
    size = len(mentioned.scan.text)
    quotes = [span for attribution in attributions for span in attribution.quotes if _inside(span, size)]
    contents = {attribution.source[0][0]: attribution.content for attribution in attributions if attribution.source}
    others = other_mentions(cast, bodies, mentioned.sources)
    return Pronouns(cast, quotes, mentioned.sources, contents, others)


def _inside(span: Span, size: int) -> bool:
    return 0 <= span[0] < span[1] <= size


def _place(attribution: Attribution, size: int) -> int:
    for spans in (attribution.source, attribution.cue, attribution.content):
        if spans:
            return spans[0][0]
    return size


def as_user_says(resolution: Resolution, names: Names) -> Resolution:
    """Return the resolution with what the user's names file says of the speaker."""
    known = names.find(resolution.speaker)
    if known is None:
        return resolution
    return Resolution(
        known.name,
        known.type or _type(resolution, known),
        known.role or resolution.role,
        known.country or resolution.country,
        resolution.confidence,
        resolution.evidence._replace(clues=(*resolution.evidence.clues, Clue("names file"))),
    )


def _type(resolution: Resolution, known: UserSpeaker) -> SpeakerType | None:
    """Return what an unlisted single word is, by its bearer's other names.

    For example: "Ze" of Volodymyr Zelenskyy.
    """
    from statements_cli.speakers.names.name_parts import take_apart

    if resolution.type != "organisation" or not resolution.speaker or " " in resolution.speaker:
        return resolution.type
    named = (take_apart(name).sort for name in (known.name, *known.aliases))
    return "person" if "person" in named else resolution.type
