"""Hold a statement's evidence as data, which only the output words.

There is much of it, and most calls never look at it: named tuples are made and encoded in a third of the time that
frozen dataclasses take.
"""

from typing import Literal, NamedTuple, TypeAlias

ClueKind: TypeAlias = Literal[
    # how an attribution was found
    "cue probability",
    "content probability",
    "source probability",
    "no source",
    "subject is told",
    "readout verb",
    "cue before colon",
    "signature",
    "post",
    "answer",
    "heading",
    "uncued quotation",
    "unattributed quotation",
    "verb before quotation",
    "verb behind quotation",
    "clause behind quotation",
    "according to",
    "name before colon",
    "that-clause",
    "clause in the subjunctive",
    "colon",
    "infinitive",
    "verb behind content",
    "said of sentence before",
    "hearsay goes on",
    "turn",
    "paragraph of turn",
    "interpreter",
    # how it was passed on
    "ground",
    "relay",
    "channel carried over",
    "audience carried over",
    # who its source is
    "named as",
    "identified as",
    "last speaker goes on",
    "last speaker's words",
    "last speaker",
    "last speaker assumed",
    "last speaker's document",
    "last body",
    "last name in text",
    "last speaker in text",
    "last name",
    "phrase",
    "two just named",
    "two named last",
    "parties of readout",
    "mentioned before",
    "group mentioned before",
    "document mentioned before",
    "author of document",
    "issuer of document",
    "unknown person",
    "unknown group",
    "unknown body",
    "unknown referent",
    "nobody beside",
    "nobody named",
    "nobody before",
    "handle only",
    "unnamed in transcript",
    "only leader of that name",
    "names file",
    "no word lists",
    "fullest name",
    "office",
    # what an article is and when it was published
    "column",
    "place in page",
    "place of outlet",
    "place of date",
    "ambiguous date",
    "null date",
    "from record",
    "record alone",
    "day of update",
    "rewritten",
    "contradicting line",
    "contradicting address",
    "overruled day",
    "contradicting dateline",
    "contradicting text",
    "day of title",
    "year of copyright",
    "weekday with date",
    "month with days",
    "latest year",
    "only day left",
    "same utterance",
    "wordings in common",
    "day in common",
]


class Clue(NamedTuple):
    """One thing that a stage found.

    Of what kind, and the words, names or numbers that it is about.
    """

    kind: ClueKind
    words: tuple[str, ...] = ()


class SpeakerEvidence(NamedTuple):
    """Why a source is resolved so, and the antecedents that ``lost``, best first."""

    clues: tuple[Clue, ...] = ()
    lost: tuple[str, ...] = ()


class DayEvidence(NamedTuple):
    """How the day of a statement is known.

    ``words`` of the text indicate it, of another statement or sentence where it is ``carried`` over; ``period`` is
    the first and last day (ISO 8601) that they may mean. ``another_time`` are words that say it was at some other,
    unknown time. Without either the day published stands in; ``published_unknown`` says that it was needed and isn't
    known.
    """

    words: str | None = None
    carried: bool = False
    period: tuple[str, str] | None = None
    another_time: str | None = None
    published_unknown: bool = False


class Evidence(NamedTuple):
    """The evidence for a statement.

    How it was found and passed on, who said it and when.

    ``day`` is None where the text wasn't read for days.
    """

    found: tuple[Clue, ...] = ()
    passed_on: tuple[Clue, ...] = ()
    speaker: SpeakerEvidence = SpeakerEvidence()
    day: DayEvidence | None = None
