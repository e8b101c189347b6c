"""Date statements: the day on which each was said, and the words that indicate it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.dates.attachment import Timed, attached
from statements_cli.dates.expressions import Expression
from statements_cli.dates.main_occasion import MainOccasion, at_the_same, main_occasions
from statements_cli.dates.normalise import published_day, reckon, stretch
from statements_cli.dates.occasions import Occasion, occasions
from statements_cli.dates.other_times import elsewhen
from statements_cli.model import Article, Attribution, DayEvidence, SaidOn
from statements_cli.provenance.frame import Frame, Framer
from statements_cli.provenance.noun_heads import document_of, head_words

RECENT = 10
"""Days before publication within which a day said is taken to be the article's occasion for its speaker."""

NEARBY = 800
"""Characters within which a month, or a day long past, holds for what the same speaker goes on to say."""

BACKWARD = 2
"""How many statements before a speaker's first day take that day."""

LOOK = 8
"""How many occasions with a speaker's name before and after a statement are looked at."""

SCENE = 400
"""Characters after a scene ("visited ... on Tuesday.") within which what is said belongs to it."""


def said_on(
    article_text: ArticleText, attributions: Sequence[Attribution], speakers: Sequence[str | None] | None = None
) -> tuple[SaidOn, ...]:
    """The day each attribution was said, in their order.

    ``speakers`` are the resolved names, one an attribution, by which "the same speaker goes on" is
    told; without them the words of the sources must do. An expression of time counts where it dates the
    saying itself; a day told once holds for what the same speaker says after it; where the text
    tells nothing, the day published stands in. Method: attachment by position in the frame, after the
    way PARC annotates cues; resolution as TimeML's deictic expressions.
    """
    if not attributions:
        return ()
    article, text = article_text.article, article_text.text
    published = published_day(article.published)
    inferred = article.published_basis == "inferred"
    framer = article_text.once(Framer)
    frames = framer.frames(attributions)
    contents = sorted(span for attribution in attributions for span in attribution.content)
    about = main_occasions(article_text, contents, published)
    walk = _Walk(article, published, occasions(article_text, contents, published), about)
    timed = Timed(article_text)
    order = sorted(range(len(attributions)), key=lambda index: _position(attributions[index]))
    days: list[SaidOn] = [SaidOn()] * len(attributions)
    for index in order:
        attribution = attributions[index]
        frame = frames[index]
        source = " ".join(text[a:b] for a, b in attribution.source)
        named = speakers[index] if speakers is not None else None
        paragraph = framer.paragraph(attribution)[0]
        entry = _Entry(attribution, frame, source, named, paragraph, _position(attribution), timed.touches(frame))
        days[index] = walk.step(entry)
    for index, said in walk.days_backward():
        days[order[index]] = said
    if inferred:
        days = [_inferred(day) for day in days]
    return tuple(days)


def _inferred(day: SaidOn) -> SaidOn:
    """A day reckoned from a publication day that is itself inferred."""
    return SaidOn(day.date, "inferred", day.evidence) if day.basis in ("relative", "article") else day


def _position(attribution: Attribution) -> int:
    spans = (*attribution.cue, *attribution.source, *attribution.content)
    return min(start for start, _ in spans) if spans else 0


class _Entry(NamedTuple):
    attribution: Attribution
    frame: Frame
    source: str
    named: str | None
    paragraph: int
    position: int
    timed: bool


class _Dated(NamedTuple):
    """What was last told of a speaker: the day, and where."""

    said: SaidOn
    number: int
    paragraph: int
    position: int


_PUBLISHED = DayEvidence()
_CROWD = "*"  # under which scenes stand that are told of without a name
_NOBODY = ""  # under which occasions stand that are told of without a name


class _Walk:
    """Goes through the statements in text order and remembers who spoke on which day."""

    def __init__(
        self, article: Article, published: date | None, found: list[Occasion], about: list[MainOccasion]
    ) -> None:
        self._article = article
        self._published = published
        self._about = about
        self._occasions: dict[str, list[Occasion]] = {}
        for occasion in found:
            for name in occasion.names or (_NOBODY if occasion.lasting else _CROWD,):
                self._occasions.setdefault(name, []).append(occasion)
        self._told: dict[str, _Dated] = {}
        self._lately: dict[str, _Dated] = {}
        self._last: tuple[frozenset[str], SaidOn, int] | None = None
        self._day: date | None = None
        self._latest: SaidOn | None = None
        self._index = -1
        self._undated: dict[str, list[int]] = {}
        self._backward: list[tuple[int, SaidOn]] = []

    def days_backward(self) -> list[tuple[int, SaidOn]]:
        """Days told of a speaker only after what they date, with the number of the statement."""
        return self._backward

    def _date_backward(self, said: SaidOn, keys: frozenset[str], entry: _Entry) -> None:
        """Give a speaker's first day to what was reported just before it: a lead often leaves the day out.

        A day on which another medium quoted the speaker is none of the lead's.
        """
        evidence = said.evidence
        cue = entry.frame.words[slice(*entry.frame.cue)] if entry.frame.cue else ""
        relayed = "quoted" in cue or "cited" in cue
        if (
            not relayed
            and evidence is not None
            and evidence.words is not None
            and not evidence.carried
            and self._recent(said.date)
        ):
            for key in keys:
                undated = [index for index in self._undated.get(key, ()) if self._index - index <= BACKWARD]
                self._backward += [(index, _again(said)) for index in undated]
        for key in keys:
            self._undated[key] = [*self._undated.get(key, ()), self._index] if said.basis == "article" else []

    def step(self, entry: _Entry) -> SaidOn:
        self._index += 1
        keys = self._keys(entry)
        said = self._own(entry) or elsewhen(entry.frame) or self._carried(entry, keys) or self._default()
        if _known(said):
            told = _Dated(said, self._index, entry.paragraph, entry.position)
            for key in keys:
                self._told[key] = told
                if self._recent(said.date):
                    self._lately[key] = told
            if said.date and len(said.date) == 10:
                self._day = date.fromisoformat(said.date)
                self._latest = said
        self._date_backward(said, keys, entry)
        self._last = keys, said, entry.paragraph
        return said

    def _keys(self, entry: _Entry) -> frozenset[str]:
        """What the speaker is told by; more than one for several people."""
        if entry.named:
            return frozenset(part.strip().casefold() for part in entry.named.replace(", ", " and ").split(" and "))
        words = head_words(entry.source)
        if (
            not words or words[-1] in word_set("grammar/pronouns.txt") or not entry.source[:1].isupper()
        ) and self._last is not None:
            return self._last[0]
        return frozenset(words[-1:])

    def _own(self, entry: _Entry) -> SaidOn | None:
        expression = attached(entry.frame, document_of(entry.source) is not None) if entry.timed else None
        if expression is None:
            return None
        year_told = self._year_told(expression)
        published = year_told.isoformat() if year_told else self._article.published
        resolved = reckon(expression, published, self._day)
        if resolved is None:
            return SaidOn(evidence=DayEvidence(expression.words, published_unknown=True))
        return SaidOn(*resolved, DayEvidence(expression.words, period=stretch(expression, published)))

    def _year_told(self, expression: Expression) -> date | None:
        """The end of the year told of just before, for a date without a year: ``In 2020 ... In May``."""
        last = self._last[1] if self._last else None
        if expression.kind != "day" or expression.day is None or expression.day.year is not None or last is None:
            return None
        if (
            last.basis != "stated"
            or not last.date
            or self._published is None
            or int(last.date[:4]) >= self._published.year
        ):
            return None
        month = int(last.date[5:7] or 1)
        return date(int(last.date[:4]), 12, 31) if (expression.day.month or 0) >= month else None

    def _carried(self, entry: _Entry, keys: frozenset[str]) -> SaidOn | None:
        told = max((self._told[key] for key in keys if key in self._told), key=lambda t: t.number, default=None)
        told = told or self._told_by_body(entry)
        occasion = self._occasion(entry, keys)
        newer = occasion is not None and told is not None and occasion.span[0] >= told.paragraph
        if told is not None and not self._recent(told.said.date) and told.paragraph != entry.paragraph:
            told = max((self._lately[key] for key in keys if key in self._lately), key=lambda t: t.number, default=told)
        if told is not None and not newer and self._holds(told, entry):
            return _again(told.said)
        if occasion is not None:
            return SaidOn(occasion.day, occasion.basis, DayEvidence(occasion.words, carried=True))
        return self._answered(entry) or self._at_main(entry)

    def _at_main(self, entry: _Entry) -> SaidOn | None:
        """The day of the occasion that the article is about, as last told before the statement."""
        at = bisect_right(self._about, entry.position, key=lambda occasion: occasion.span[0])
        before = (occasion for occasion in reversed(self._about[:at]) if not _within(occasion.at, entry))
        occasion = next(before, None)
        return occasion and SaidOn(occasion.day, occasion.basis, DayEvidence(occasion.words, carried=True))

    def _told_by_body(self, entry: _Entry) -> _Dated | None:
        """What was last told of the body that a spokesperson speaks for: "League spokesman Nils Vold"."""
        words = entry.source.casefold().split()
        at = next((i for i, word in enumerate(words) if word.startswith("spokes")), 0)
        bodies = (" ".join(words[start:at]).removesuffix("’s").removesuffix("'s") for start in range(at))
        return next((self._told[body] for body in bodies if body in self._told), None)

    def _holds(self, told: _Dated, entry: _Entry) -> bool:
        """Whether a day told of a speaker still holds: a recent one for long, a vague or old one nearby."""
        if self._recent(told.said.date) or told.paragraph == entry.paragraph:
            return True
        near = told.number == self._index - 1 and entry.position - told.position <= NEARBY
        return near and len(told.said.date or "") > 4

    def _recent(self, day: str | None) -> bool:
        if self._published is None or not day or len(day) != 10:
            return False
        return 0 <= (self._published - date.fromisoformat(day)).days <= RECENT

    def _occasion(self, entry: _Entry, keys: frozenset[str]) -> Occasion | None:
        """The last occasion told of before the statement with its speaker's name, or a lasting one after."""
        before: list[Occasion] = []
        after: list[Occasion] = []
        for surname in sorted({key.split()[-1].removesuffix("'s") for key in keys if key}):
            named = self._occasions.get(surname, [])
            at = bisect_right(named, entry.position, key=lambda occasion: occasion.span[0])
            before += [o for o in named[max(0, at - LOOK) : at] if self._dates(o, entry)]
            after += [
                o for o in named[at : at + LOOK] if o.lasting and self._recent(o.day) and not _within(o.at, entry)
            ]
        if before:
            return max(before, key=lambda occasion: occasion.span)
        return min(after, key=lambda occasion: occasion.span, default=None) or self._scene(entry)

    def _scene(self, entry: _Entry) -> Occasion | None:
        """The occasion told of just before without a name: ``A hearing was held on Thursday.``"""
        if entry.source.lower() == "they":
            crowds = self._occasions.get(_CROWD, [])
            at = bisect_right(crowds, entry.position, key=lambda occasion: occasion.span[1])
            if at and crowds[at - 1].span[0] >= entry.paragraph and self._recent(crowds[at - 1].day):
                return crowds[at - 1]
        unnamed = self._occasions.get(_NOBODY, [])
        at = bisect_right(unnamed, entry.position, key=lambda occasion: occasion.span[1])
        last = unnamed[at - 1] if at else None
        if last is None or _within(last.at, entry) or not last.lasting or not self._recent(last.day):
            return None
        return last if entry.position - last.span[1] <= SCENE else None

    def _dates(self, occasion: Occasion, entry: _Entry) -> bool:
        if _within(occasion.at, entry):
            return False
        return self._recent(occasion.day) and (occasion.lasting or entry.position - occasion.span[1] <= SCENE)

    def _answered(self, entry: _Entry) -> SaidOn | None:
        """A question or its answer, put beside a statement of somebody else at the same occasion."""
        cue = entry.frame.words[slice(*entry.frame.cue)] if entry.frame.cue else ""
        if self._last and cue.strip() in ("asked", "replied", "responded", "answered") and _known(self._last[1]):
            return _again(self._last[1])
        told = self._latest
        if told is not None and _known(told) and at_the_same(entry.frame):
            return _again(told)
        return None

    def _default(self) -> SaidOn:
        published = self._article.published
        if not published:
            return SaidOn(evidence=DayEvidence(published_unknown=True))
        return SaidOn(published[:10], "article", _PUBLISHED)


def _within(at: int, entry: _Entry) -> bool:
    """Whether an offset stands in what was said, which tells of other days than its own."""
    return any(start <= at < end for start, end in entry.attribution.content)


def _known(said: SaidOn) -> bool:
    return said.evidence is not None and said.evidence.words is not None


def _again(said: SaidOn) -> SaidOn:
    return replace(said, evidence=replace(said.evidence or DayEvidence(), carried=True))
