"""Define what the steps between a document and its statements find.

They stand apart from ``values`` because a call that reads an index or a cache needs none of them. As named tuples
they are made in a third of the time that frozen dataclasses take, and so are their classes.
"""

from typing import NamedTuple

from statements_cli.model.evidence import Clue, DayEvidence, SpeakerEvidence
from statements_cli.model.field_values import Act, DateBasis, Kind, Spans, SpeakerType

NO_EVIDENCE = SpeakerEvidence()


class Attribution(NamedTuple):
    """Cue, source and content as found in the text, nothing resolved yet.

    ``content`` holds the spans of what was said, outer quotation marks left out, in text order; more
    than one where the cue splits it. ``quotes`` holds the verbatim pieces inside (and equals
    ``content`` where the kind is direct). ``cue`` and ``source`` may be empty. ``confidence`` is the
    probability that content and source mention are both right, ``worth`` that the content is, where it is known;
    ``evidence`` says what spoke for it.
    """

    content: Spans
    quotes: Spans
    cue: Spans
    source: Spans
    kind: Kind
    act: Act = "speech"
    confidence: float = 1.0
    evidence: tuple[Clue, ...] = ()
    worth: float | None = None


class Chain(NamedTuple):
    """Who passes a statement on, to whom it was said, and by what channel.

    In a transcript, what it answers.

    ``question`` is in the words of the one who asked it; ``non_answer`` says that an answer tells nothing.
    """

    via: tuple[str, ...] = ()
    audience: str | None = None
    channel: str | None = None
    evidence: tuple[Clue, ...] = ()
    question: str | None = None
    asked_by: str | None = None
    non_answer: bool = False


class Resolution(NamedTuple):
    """Who a source mention is, as far as the article tells.

    ``speaker`` is the fullest name the article knows; ``confidence`` the probability that it is the
    right one.
    """

    speaker: str | None = None
    type: SpeakerType | None = None
    role: str | None = None
    country: str | None = None
    confidence: float = 1.0
    evidence: SpeakerEvidence = NO_EVIDENCE


class SaidOn(NamedTuple):
    """The day something was said, and how it is known.

    ``evidence`` is None where nothing was read for it.
    """

    date: str | None = None
    basis: DateBasis | None = None
    evidence: DayEvidence | None = None
