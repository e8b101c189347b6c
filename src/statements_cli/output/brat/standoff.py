"""Write and parse the standoff annotations of one text, as brat has them.

https://brat.nlplab.org/standoff.html: a line for each annotation; offsets are half-open, in characters of the text.
An attribution is an event with a content, a cue and a source, laid out as PolNeAR's are. Kind and act are attributes
of it; who is meant, and when it was said, stand in its note: ``speaker: NAME | date: DAY``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from statements_cli.model import Span, Spans, Statement
from statements_cli.output.safe import one_line

EVENT = "Attribution"
_PARTS = ("Content", "Cue", "Source")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SPANS = re.compile(r"(?<!\d)\d++ \d++(?>(?:;\d++ \d++)*)")
_NOTE = " | "


class StandoffError(ValueError):
    """A line of annotations that can't be read.

    Its number, from 1, and what is wrong with it.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


@dataclass(frozen=True, slots=True)
class AnnotatedAttribution:
    """An attribution as annotated.

    ``notes`` are the words of its note by key, ``attributes`` its attributes.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


def fragments(spans: Spans, text: str) -> Spans:
    """Return spans without line ends and nearby white space, which brat forbids."""
    found: list[Span] = []
    for start, end in spans:
        for line in _LINE.finditer(text, max(0, start), min(end, len(text))):
            words = line.group()
            first = line.start() + len(words) - len(words.lstrip())
            last = line.end() - (len(words) - len(words.rstrip()))
            if first < last:
                found.append((first, last))
    return tuple(found)


def standoff(statements: Sequence[Statement], text: str) -> str:
    """Return the annotations of a text's statements, a line each; statements without content have none."""
    lines: list[str] = []
    entities: dict[tuple[str, Spans], str] = {}

    def entity(kind: str, spans: Spans) -> str:
        if (kind, spans) not in entities:
            entities[kind, spans] = f"T{len(entities) + 1}"
            offsets = ";".join(f"{start} {end}" for start, end in spans)
            words = " ".join(text[start:end] for start, end in spans).replace("\t", " ")
            lines.append(f"{entities[kind, spans]}\t{kind} {offsets}\t{words}")
        return entities[kind, spans]

    for number, statement in enumerate(statements, 1):
        spans = statement.spans
        parts = [fragments(part, text) for part in (spans.content, spans.cue, spans.source)]
        if not parts[0]:
            continue
        named = [(kind, entity(kind, part)) for kind, part in zip(_PARTS, parts, strict=True) if part]
        trigger = entity(EVENT, parts[1] or parts[2] or parts[0])
        lines.append(f"E{number}\t{EVENT}:{trigger} {' '.join(f'{kind}:{id}' for kind, id in named)}")
        lines.append(f"A{2 * number - 1}\tKind E{number} {statement.kind}")
        lines.append(f"A{2 * number}\tAct E{number} {statement.act}")
        if note := _note_of(statement):
            lines.append(f"#{number}\tAnnotatorNotes E{number}\t{note}")
    return "".join(f"{line}\n" for line in lines)


def _note_of(statement: Statement) -> str:
    known = {"speaker": statement.speaker, "date": statement.date}
    return _NOTE.join(f"{key}: {one_line(value)}" for key, value in known.items() if value)


def annotated_in(annotations: str) -> list[AnnotatedAttribution]:
    """Return the attributions of a text's annotations, in the order of their contents.

    A ``Content`` that is in no event is an attribution by itself. What else brat may hold is passed over. Raises
    ``StandoffError`` for a line that names spans or annotations which aren't there.
    """
    held = _Held.of(annotations)
    found = []
    used: set[str] = set()
    for id, (line, roles) in held.events.items():
        spans: dict[str, list[Span]] = {part: [] for part in _PARTS}
        for role, target in roles:
            part = role.rstrip("0123456789")
            if part in spans:
                if target not in held.spans:
                    raise StandoffError(line, f"{target} is no annotation of text")
                spans[part] += held.spans[target]
                used.add(target)
        if spans["Content"]:
            content, cue, source = (tuple(sorted(set(spans[part]))) for part in _PARTS)
            notes, attributes = held.notes.get(id, {}), held.attributes.get(id, {})
            found.append(AnnotatedAttribution(content, cue, source, attributes, notes))
    for id in held.contents:
        if id not in used:
            about = held.attributes.get(id, {}), held.notes.get(id, {})
            found.append(AnnotatedAttribution(held.spans[id], (), (), *about))
    return sorted(found, key=lambda one: one.content)


@dataclass(frozen=True, slots=True)
class _Held:
    """The lines of a file of annotations by their ids."""

    spans: dict[str, Spans] = field(default_factory=dict)
    contents: list[str] = field(default_factory=list)
    events: dict[str, tuple[int, list[tuple[str, str]]]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, annotations: str) -> _Held:
        held = cls()
        for number, line in enumerate(annotations.split("\n"), 1):
            id, _, rest = line.rstrip("\r").partition("\t")
            if id.startswith("T"):
                held._add_text(number, id, rest)
            elif id.startswith("E"):
                held.events[id] = number, list(_roles(number, rest))
            elif id.startswith(("A", "M")):
                kind, target, *value = [*rest.split(), "", ""]
                held.attributes.setdefault(target, {})[kind] = value[0]
            elif id.startswith("#"):
                about, _, words = rest.partition("\t")
                held.notes.setdefault((about.split() or [""])[-1], {}).update(_keys_of(words))
        return held

    def _add_text(self, number: int, id: str, rest: str) -> None:
        kind, _, offsets = rest.partition("\t")[0].partition(" ")
        if not _SPANS.fullmatch(offsets):
            raise StandoffError(number, "has no offsets of a text")
        pairs = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
        if any(start >= end for start, end in pairs):
            raise StandoffError(number, "has a span that ends before it begins")
        self.spans[id] = tuple((start, end) for start, end in pairs)
        if kind == "Content":
            self.contents.append(id)


def _roles(number: int, rest: str) -> Iterator[tuple[str, str]]:
    for role in rest.split():
        name, colon, target = role.partition(":")
        if not colon:
            raise StandoffError(number, f"{role} is no role of an event")
        yield name, target


def _keys_of(words: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in words.split(_NOTE.strip()))
    return {key.strip().casefold(): value.strip() for key, colon, value in pairs if colon and value.strip()}
