"""Trace the provenance of attributions.

The chain of each that is a statement of its own.

The chain says who relays a statement, to whom it was made, by what channel and on what ground.
Attributions that only relay another one are merged into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.model import Attribution, Chain, Clue
from statements_cli.provenance.act import act_of
from statements_cli.provenance.audience import audience_of, named_audience, told_subject
from statements_cli.provenance.channel import channel_of
from statements_cli.provenance.frame import Frame, Framer
from statements_cli.provenance.grounds import grounds
from statements_cli.provenance.media import last_medium
from statements_cli.provenance.noun_heads import document_of, head_words, words_of
from statements_cli.provenance.relaying.cited import cited_source, quoted_source
from statements_cli.provenance.relaying.merging import SourceMedia, merged, unwrapped
from statements_cli.provenance.relaying.relays import relays
from statements_cli.provenance.relaying.reporters import poll, speaking_for, whose_sources

GOING_ON = 1
"""Statements within which a channel holds for a source that is named again; more finds wrong ones."""

SURE = 0.8
"""How sure a statement is of which a relay is surely one."""

_POST = Clue("post")
_SLIDES = ("slideshow", "presentation", "slide")


def chain(article_text: ArticleText, attributions: Sequence[Attribution]) -> tuple[tuple[Attribution, Chain], ...]:
    """Return the attributions that are statements, in order, with chain and act.

    A source that only quotes another ("Pham quoted an article by To Lam, stating ...") is replaced by
    the one quoted, and goes to ``via``.
    """
    text, outlet = article_text.text, article_text.article.outlet
    sources = SourceMedia(text, outlet)
    ordered = unwrapped(text, outlet, attributions, sources)
    framer = article_text.once(Framer)
    frames = framer.frames(ordered)
    media = sources.media(ordered)
    relayed, merging = merged(text, ordered, media)
    chains = _Chains(text, outlet, framer)
    chained = []
    for index, attribution in enumerate(ordered):
        it = next((medium for medium in reversed(media[max(0, index - 2) : index]) if medium), None)
        if index not in merging:
            sure = max([ordered[outer].confidence for outer, inner in merging.items() if inner == index], default=0.0)
            if SURE * sure > attribution.confidence:  # the one who relays it is surer to have been found
                attribution = attribution._replace(confidence=round(SURE * sure, 3))
            via = list(relayed.get(index, ()))
            chained.append(chains.make(attribution, frames[index], media[index], via, it))
    return tuple(chained)


class _Occasion(NamedTuple):
    """By which channel somebody spoke, and where."""

    who: str
    channel: str
    number: int
    paragraph: int


class _Chains:
    """Makes chains in text order; remembers channels and obtained documents for what follows."""

    def __init__(self, text: str, outlet: str | None, framer: Framer) -> None:
        self._text = text
        self._outlet = outlet
        self._framer = framer
        self._index = 0
        self._last: _Occasion | None = None
        self._spoke: dict[str, _Occasion] = {}
        self._obtained: dict[str, tuple[str, ...]] = {}

    def make(
        self, attribution: Attribution, frame: Frame, medium: str | None, via: list[str], it: str | None
    ) -> tuple[Attribution, Chain]:
        self._index += 1
        found_as = attribution
        clues = [Clue("ground", (ground,)) for ground in grounds(frame)]
        attribution, swapped = self._swapped(attribution, frame, medium)
        speaking = None if swapped else medium
        found = relays(frame, self._text, self._outlet, speaking, it)
        clues += [Clue("relay", (relay.words,)) for relay in found]
        via = [*([swapped] if swapped else []), *via, *(relay.name for relay in found)]
        source = words_of(self._text, attribution.source)
        if (asking := poll(frame, source, self._text)) is not None:
            via.append(asking)
        if (speaker := speaking_for(frame)) is not None:
            via.append(speaker)
        if (whose := whose_sources(source)) is not None:
            via.append(whose)
            speaking = None
        via += self._obtained_by(source, via)
        channel = channel_of(frame, source) if attribution.source else channel_of(frame)
        if channel is not None and any(channel.split()[-1] in name.lower().split() for name in via):
            channel = None  # "he told officers, according to the complaint": it relays, and he wrote nothing
        channel, carried = self._carried(channel, source, frame, found_as)
        if carried and channel is not None:
            clues.append(Clue("channel carried over", (channel,)))
        cue = words_of(self._text, attribution.cue)
        act = act_of(cue, source, attribution.kind, channel, self._outlet)
        act = "writing" if _POST in attribution.evidence else act
        if act != attribution.act:
            attribution = attribution._replace(act=act)
        names = tuple(name for name in dict.fromkeys(via) if name != speaking)
        told = told_subject(self._text, attribution)
        audience = audience_of(frame, self._outlet) if told is None else named_audience(told, self._outlet)
        if told is not None:
            evidence = (*attribution.evidence, Clue("subject is told", (told,)))
            attribution = attribution._replace(source=(), evidence=evidence)
        return attribution, Chain(names, audience, channel, tuple(dict.fromkeys(clues)))

    def _swapped(self, attribution: Attribution, frame: Frame, medium: str | None) -> tuple[Attribution, str | None]:
        """Return the attribution with the one whom its source quotes for source, and who quotes."""
        span = quoted_source(frame)
        if span is None and medium is not None:
            span = cited_source(frame)
        if span is None and _is_document(words_of(self._text, attribution.source)):
            span = cited_source(frame, "quoting")
        if span is None and medium is None:
            return self._reported(attribution, frame), None
        if span is None or not attribution.source:
            return attribution, None
        start, end = frame.place(span)
        quoting = medium or self._quoting(attribution)
        return attribution._replace(source=((start, end),)), quoting

    def _quoting(self, attribution: Attribution) -> str | None:
        """Return the full name of who quotes another.

        For one called "the agency" that is the medium named before. A pronoun or document ("the report") is
        returned as it stands: who is meant is known with the speakers.
        """
        words = words_of(self._text, attribution.source).lower()
        if words in word_set("grammar/pronouns.txt"):
            return words
        noun = words.removeprefix("the ")
        if noun != words and noun in word_set("outlets/media_nouns.txt") and document_of(noun) is None:
            known = last_medium(self._text, attribution.source[0][0], self._outlet)
            if known is not None:
                return known
        return _full_name(self._text, attribution)

    def _reported(self, attribution: Attribution, frame: Frame) -> Attribution:
        """Return ``Leaders have agreed to ..., the Guardian reported, citing [the chancellor]``: the chancellor's.

        What somebody agreed or decided is recognised by the one who is cited; what somebody said is their own.
        """
        text = self._text
        if "citing" not in frame.plain:
            return attribution
        cue = words_of(text, attribution.cue).lower().split()
        if not cue or cue[-1] not in word_set("cues/deed.txt"):
            return attribution
        span = cited_source(frame)
        citing = frame.words.rfind("citing", 0, span[0]) if span else -1
        if span is None or citing < 0 or not attribution.source:
            return attribution
        if not attribution.content:
            return attribution
        start, end = attribution.source[0][0], attribution.content[-1][1]
        if not start < attribution.content[0][0] or frame.place(span)[0] < end:
            return attribution
        quotes = tuple(quote for quote in attribution.quotes if start <= quote[0] and quote[1] <= end)
        return attribution._replace(
            content=((start, end),),
            quotes=quotes,
            cue=(frame.place((citing, citing + len("citing"))),),
            source=(frame.place(span),),
            kind="mixed" if quotes else "indirect",
        )

    def _obtained_by(self, source: str, via: list[str]) -> list[str]:
        """Return who obtained the document that speaks, told where it was first named."""
        document = document_of(source)
        if document is None:
            return []
        if via:
            self._obtained[document] = tuple(via)
            return []
        if not source.lower().startswith(("the ", "that ", "those ", "these ")) or len(source.split()) > 2:
            return []
        known = self._obtained.get(document)
        if known is None and document in _SLIDES:
            known = next((self._obtained[name] for name in _SLIDES if name in self._obtained), None)
        return list(known or ())

    def _carried(self, channel: str | None, source: str, frame: Frame, found: Attribution) -> tuple[str | None, bool]:
        """Return the channel named here, else the one of the same source just before."""
        if channel is None and self._last is None:
            return None, False
        paragraph = self._framer.paragraph(found)[0]
        who = _key(source)
        named = bool(who) and who not in word_set("grammar/pronouns.txt")
        if channel is None and " told " not in f" {frame.words} ":
            spoke = self._going_on(who) if named else self._just_now(paragraph)
            if spoke is None:
                return None, False
            who = who if named else spoke.who
            self._remember(_Occasion(who, spoke.channel, self._index, paragraph))
            return spoke.channel, True
        if channel is not None:
            self._remember(_Occasion(who, channel, self._index, paragraph))
        return channel, False

    def _remember(self, occasion: _Occasion) -> None:
        self._last = self._spoke[occasion.who] = occasion

    def _just_now(self, paragraph: int) -> _Occasion | None:
        """Return the statement before, in the same paragraph: whose a pronoun is."""
        last = self._last
        return last if last and self._index - last.number == 1 and last.paragraph == paragraph else None

    def _going_on(self, who: str) -> _Occasion | None:
        """Return the same source's channel lately, or that of the document quoted."""
        spoke, last = self._spoke.get(who), self._last
        if spoke is None:
            return None
        if self._index - spoke.number <= GOING_ON:
            return spoke
        quoted_on = last is not None and self._index - last.number == 1 and last.channel == spoke.channel
        return spoke if quoted_on else None


def _full_name(text: str, attribution: Attribution) -> str:
    """Return a source's name with the given names mentioned before.

    For example: ``Pham Thanh Binh``.
    """
    name = words_of(text, attribution.source)
    at = attribution.source[0][0]
    found = text.find(name + " ", max(0, at - 8000), at) if name[:1].isupper() and " " not in name else -1
    while found >= 0:
        words = text[found : found + 60].split()
        given = list(takewhile(lambda word: word[:1].isupper() and word.isalpha(), words[1:3]))
        if given:
            return " ".join([name, *given])
        found = text.find(name + " ", found + 1, at)
    return name


def _is_document(source: str) -> bool:
    """Return whether a source is something written, which quotes who speaks in it."""
    heads = head_words(source)
    return bool(heads) and heads[-1] in word_set("channels/document_nouns.txt")


def _key(source: str) -> str:
    """Return a source mention reduced to what tells it from others.

    The word that heads it, lower case.
    """
    words = head_words(source)
    return words[-1] if words else ""
