"""Gather the days on which a statement without its own day may have been made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.counted_events import counted_day
from statements_cli.dates.carrying.dated_documents import DatedDocuments
from statements_cli.dates.carrying.day_ranking import DayCandidate
from statements_cli.dates.carrying.days_in_text import LOOK, DaysInText, surname
from statements_cli.dates.carrying.days_of_speakers import DaysOfSpeakers, Remembered, came_out
from statements_cli.dates.carrying.main_occasion import LEAD, MainOccasion, at_the_same, main_occasions, spoken_of
from statements_cli.dates.carrying.occasions import Occasion, occasions, on_programme, quoted_of
from statements_cli.dates.carrying.told_afterwards import told_afterwards
from statements_cli.dates.carrying.told_days import ToldDay, told_days
from statements_cli.dates.normalise import reckon
from statements_cli.dates.other_times import elsewhen, points_to_day
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import Attribution, DateBasis, DayEvidence, SaidOn

SCENE = 400
"""Characters after a scene ("visited ... on Tuesday.") within which what is said belongs to it."""

BACKWARD = 2
"""How many statements before a speaker's first day may take that day."""

SEQUENCE = frozenset(("after", "following", "as", "while"))
"""Words between a statement and an event of the same day: ``said after the talks on Monday``."""

ANSWERING = frozenset(("asked", "replied", "responded", "answered"))

_Featured: TypeAlias = tuple[SaidOn, tuple[str, ...]]  # a day and the features that speak for it
_CROWD = "*"  # under which scenes stand that are mentioned without a name
_NOBODY = ""  # under which occasions stand that are mentioned without a name


class Candidates:
    """The days that an article tells of, from which those of one statement are gathered."""

    __slots__ = (
        "_about",
        "_begins",
        "_documents",
        "_lead",
        "_occasions",
        "_out",
        "_own",
        "_published",
        "_text",
        "_told",
        "entries",
    )

    def __init__(self, article_text: ArticleText, attributions: Sequence[Attribution], entries: list[Entry]) -> None:
        contents = sorted({span for attribution in attributions for span in attribution.content})
        quoted = quoted_of(article_text.text, contents)
        self._published = article_text.article.published
        self._text = article_text.text
        days = told_days(article_text, contents, quoted)
        self._told = told = DaysInText(article_text, days)
        self._documents = DatedDocuments(article_text.text, told)
        self._about = main_occasions(article_text, days, quoted)
        self._occasions: dict[str, list[Occasion]] = {}
        for occasion in occasions(article_text, days):
            for name in occasion.names or (_NOBODY if occasion.lasting else _CROWD,):
                self._occasions.setdefault(name, []).append(occasion)
        self._begins = min(
            (block.span[0] for block in article_text.article.blocks if block.role == "paragraph"), default=0
        )
        opening = [block.span for block in article_text.article.blocks if block.role == "paragraph"][:LEAD]
        first = days[: bisect_left(told.starts, opening[-1][1] if opening else 0)]
        self._lead = next((day for day in first if not day.coming and told.recent(day.said.date)), None)
        self._own = {entry.frame.place(entry.own.span)[0] for entry in entries if entry.own is not None}
        self._out = came_out(entries, self._published)
        self.entries = entries

    def day_before(self, entry: Entry, memory: DaysOfSpeakers) -> date | None:
        """Return the full day from which a statement's own words of time count.

        It is the last one told of before them.
        """
        at = entry.frame.place(entry.own.span)[0] if entry.own else entry.position
        high = bisect_left(self._told.starts, at)
        for day in reversed(self._told.days[max(0, high - LOOK) : high]):
            if memory.latest is not None and day.span[0] < memory.latest.position:
                break
            told = day.said.date or ""
            if len(told) == 10 and not (day.reported or day.coming or day.expression.possessive):
                return date.fromisoformat(told)
        return memory.day

    def of(self, entry: Entry, memory: DaysOfSpeakers) -> list[DayCandidate]:
        """Return the days on which a statement may have been made.

        The last is the day published, or none where the words say that it was another time.
        """
        counted = counted_day(entry.frame)
        if counted is not None:
            day = self._told.counted(counted, entry)
            if day is not None or counted.retold:
                day = day or SaidOn(evidence=DayEvidence(another_time=counted.words))
                return [DayCandidate(day, ("counted day",))]
        elsewhere = elsewhen(entry.frame)
        outright = self._told.heading(entry) if elsewhere is None else None
        if outright is None and memory.of(entry) is None:
            behind = self.entries[entry.number + 1 : entry.number + 1 + BACKWARD]
            outright = told_afterwards(self._text, self._told, entry, behind)
        if outright is not None:
            return [DayCandidate(outright.said, ("told outright",))]
        if elsewhere is None:
            found = [
                DayCandidate(said, self._with_only(said.date, features))
                for said, features in self._of(entry, memory, points_back=False)
            ]
            return [*found, self._default(entry, memory)]
        unknown = DayCandidate(elsewhere, ("another time",))
        if not points_to_day(elsewhere):
            return [unknown]
        then = self._told.then(entry)  # the last day told of before what was said "at the time"
        of_then = [(then.said, ("told day",))] if then is not None else []
        before = [*self._of_speakers(entry, memory, points_back=True), *of_then]
        found = [
            DayCandidate(said, (*features, "for then")) for said, features in before if not self._told.recent(said.date)
        ]
        return [*found, unknown]

    def _default(self, entry: Entry, memory: DaysOfSpeakers) -> DayCandidate:
        features = ["published", *[f"published, {manner}" for manner in entry.manner]]
        if entry.position < self._begins:
            features.append("published, in the headline")
        if memory.last is not None and memory.last.said.evidence and memory.last.said.evidence.words is None:
            features.append("published, as the statement before")
        if not self._published:
            features.append("published, unknown")
            return DayCandidate(SaidOn(evidence=DayEvidence(published_unknown=True)), tuple(features))
        basis: DateBasis = "article" if self._out == self._published[:10] else "inferred"
        return DayCandidate(SaidOn(self._out, basis, DayEvidence()), tuple(features))

    def _of(self, entry: Entry, memory: DaysOfSpeakers, points_back: bool) -> Iterator[_Featured]:
        yield from self._of_speakers(entry, memory, points_back)
        programme = on_programme(entry.frame, self._published)
        if programme is not None:
            yield programme, ("programme's day",)
        yield from self._documents.of(entry)
        yield from self._of_occasions(entry)
        at = bisect_right(self._about, entry.position, key=lambda occasion: occasion.span[0])
        about = next((one for one in reversed(self._about[:at]) if not entry.contains(one.at)), None)
        if about is not None:
            kind = "main occasion, leading" if about.leading else "main occasion, repeated"
            sort = "of words" if spoken_of(about.noun) else "of people"
            yield self._mannered(self._found(about, entry, kind, "main occasion, " + sort), "main occasion", entry)
        yield from self._of_told(entry)

    def _of_told(self, entry: Entry) -> Iterator[_Featured]:
        """Yield days told of beside the statement, and the one that the article begins with.

        Beside it are those of its own sentence and the last one before in its paragraph that dates no other statement.
        """
        here = bisect_left(self._told.starts, entry.sentence)
        for day in self._told.days[here:]:
            if day.sentence[0] > entry.sentence:
                break
            link = self._told.link(day)
            named = any(start <= day.span[0] < end for start, end in entry.attribution.source)
            if (not link or link in SEQUENCE) and not named and not entry.contains(day.span[0]):
                place = "before" if day.span[0] < entry.position else "after"
                kinds = ["sentence's day", f"sentence's day, {link or place}"]
                if self._text[day.span[1] : entry.position].strip() == ",":
                    kinds.append("sentence's day, right before")
                yield self._beside(day, *kinds)
        if (
            here
            and self._told.days[here - 1].paragraph == entry.paragraph
            and self._told.days[here - 1].span[0] not in self._own
        ):
            yield self._beside(self._told.days[here - 1], "paragraph's day")
        lead = self._lead
        if lead is not None and lead.sentence[0] != entry.sentence:
            sort = "of a statement" if lead.span[0] in self._own else "of an event"
            features = ("lead's day", f"lead's day, {sort}", f"lead's day, {self._told.distance(lead.span[0], entry)}")
            yield self._mannered((lead.said, features), "lead's day", entry)

    def _beside(self, day: ToldDay, *kinds: str) -> _Featured:
        signs = ("of a thing", day.expression.possessive), ("reported", day.reported), ("coming", day.coming)
        features = (*kinds, *[f"{kinds[0]}, {sign}" for sign, holds in signs if holds])
        return day.said, (*features, *self._told.aged(day.said.date, kinds[0]))

    @staticmethod
    def _mannered(found: _Featured, kind: str, entry: Entry) -> _Featured:
        """Return a candidate with what the statement's words say of its occasion."""
        return found[0], (*found[1], *[f"{kind}, {manner}" for manner in entry.manner])

    def _of_speakers(self, entry: Entry, memory: DaysOfSpeakers, points_back: bool) -> Iterator[_Featured]:
        told = memory.of(entry)
        if told is not None:
            yield self._again(told, entry, "speaker's day")
            lately = memory.lately_of(entry)
            if lately is not None and lately.said.date != told.said.date:
                yield self._again(lately, entry, "speaker's recent day")
        body = memory.of_body(entry)
        if body is not None:
            yield self._again(body, entry, "body's day")
        document = memory.of_document(entry)
        if document is not None and (told is None or document.number != told.number):
            yield self._again(document, entry, "document's day")
        latest = memory.latest
        if latest is not None and (told is None or latest.number != told.number):
            said, features = self._again(latest, entry, "other's day")
            yield (said, features) if points_back else self._mannered((said, features), "other's day", entry)
        if latest is not None and at_the_same(entry.frame):
            yield _carried(latest.said), ("same occasion",)
        last, cue = memory.last, entry.frame.cue_words.strip()
        if last is not None and cue in ANSWERING and last.said.evidence and last.said.evidence.words:
            yield _carried(last.said), ("answer",)
        if told is None:
            yield from self._following(entry)

    def _following(self, entry: Entry) -> Iterator[_Featured]:
        """Yield the day told of the same speaker only after the statement.

        A lead often leaves the day out.
        """
        for later in self.entries[entry.number + 1 : entry.number + 1 + BACKWARD]:
            if later.own is None or later.keys.isdisjoint(entry.keys):
                continue
            cue = later.frame.cue_words
            if "quoted" in cue or "cited" in cue:
                continue  # a day on which another medium quoted the speaker is none of the lead's
            resolved = reckon(later.own, self._published)
            if resolved is not None and self._told.recent(resolved[0]):
                yield SaidOn(*resolved, DayEvidence(later.own.words, carried=True)), ("speaker's next day",)
            return

    def _of_occasions(self, entry: Entry) -> Iterator[_Featured]:
        before: list[Occasion] = []
        after: list[Occasion] = []
        for name in sorted({surname(key) for key in entry.keys if key}):
            named = self._occasions.get(name, [])
            at = bisect_right(named, entry.position, key=lambda occasion: occasion.span[0])
            before += [o for o in named[max(0, at - LOOK) : at] if self._dates(o, entry)]
            after += [
                o for o in named[at : at + LOOK] if o.lasting and self._told.recent(o.day) and not entry.contains(o.at)
            ]
        if before:
            last = max(before, key=lambda occasion: occasion.span)
            sort = "lasting occasion" if last.lasting else "occasion" if last.spoken else "scene"
            yield self._found(last, entry, f"speaker's {sort}")
        elif after:
            yield self._found(min(after, key=lambda occasion: occasion.span), entry, "speaker's occasion after")
        if entry.source.lower() == "they":
            crowd = self._last_of(_CROWD, entry)
            if crowd is not None and crowd.span[0] >= entry.paragraph and self._told.recent(crowd.day):
                yield self._found(crowd, entry, "crowd's scene")
        unnamed = self._last_of(_NOBODY, entry)
        if unnamed is None or not self._told.recent(unnamed.day) or entry.contains(unnamed.at):
            return
        if entry.position - unnamed.span[1] <= SCENE:
            yield self._found(unnamed, entry, "occasion of nobody")

    def _last_of(self, name: str, entry: Entry) -> Occasion | None:
        known = self._occasions.get(name, [])
        at = bisect_right(known, entry.position, key=lambda occasion: occasion.span[1])
        return known[at - 1] if at else None

    def _dates(self, occasion: Occasion, entry: Entry) -> bool:
        told_of_source = any(start <= occasion.at < end for start, end in entry.attribution.source)
        if entry.contains(occasion.at) or (told_of_source and not occasion.spoken):
            return False  # "the widow, whose husband was killed on Sunday, said"
        return occasion.lasting or (self._told.recent(occasion.day) and entry.position - occasion.span[1] <= SCENE)

    def _with_only(self, day: str | None, features: tuple[str, ...]) -> tuple[str, ...]:
        return (*features, "only day") if self._told.is_only(day) else features

    def _again(self, told: Remembered, entry: Entry, kind: str) -> _Featured:
        features = [kind, f"{kind}, {self._told.distance(told.position, entry)}"]
        features += self._told.aged(told.said.date, kind, features[1])
        if self._told.overtaken(told, entry):
            features.append(f"{kind}, overtaken")
        if told.number == entry.number - 1:
            features.append(f"{kind}, last")
        return _carried(told.said), tuple(features)

    def _found(self, occasion: Occasion | MainOccasion, entry: Entry, *kinds: str) -> _Featured:
        said = SaidOn(occasion.day, occasion.basis, DayEvidence(occasion.words, carried=True))
        features = (*kinds, f"{kinds[0]}, {self._told.distance(occasion.at, entry)}")
        return said, (*features, *self._told.aged(occasion.day, "occasion", features[-1]))


def _carried(said: SaidOn) -> SaidOn:
    if said.evidence is not None and said.evidence.carried:
        return said  # as all days in running text are
    return said._replace(evidence=(said.evidence or DayEvidence())._replace(carried=True))
