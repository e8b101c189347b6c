"""Classify the act of an attribution: speech, writing, report or attitude."""

from __future__ import annotations

from functools import cache, lru_cache

from statements_cli.data import word_list
from statements_cli.model import Act, Kind
from statements_cli.provenance.channel import channel_act
from statements_cli.provenance.media import head_phrase, is_generic, known_name, named_medium
from statements_cli.provenance.noun_heads import document_of

_MESSAGES = ("statement", "message", "text", "letter", "note", "email", "post", "reply", "postcard")


def act_of(cue: str, source: str, kind: Kind, channel: str | None = None, outlet: str | None = None) -> Act:
    """Return the act shown by cue, source words, kind and channel.

    The channel decides first (a letter is writing), then the source (a poll reports, a ruling
    writes), then the cue; what nothing marks is speech.
    """
    if known_name(source) is not None:
        return "report"
    document = document_of(source)
    if _is_attitude(cue, kind) and document is None:
        return "attitude"
    if document is not None:
        printed = document in ("report", "story", "article") and named_medium(head_phrase(source), outlet)
        return "report" if printed else _document_act(document, cue)
    if _words(cue)[:1] in (["read"], ["reads"]) and _is_message(source):
        return "writing"  # "A statement from the port read: ..."
    if channel is not None and channel_act(channel) == "writing":
        return "writing"
    if _has(cue, "cues/writing.txt"):
        return "writing"
    if named_medium(head_phrase(source), outlet) is not None or is_generic(source):
        return "report"
    if cue.lower().split()[:1] == ["reportedly"] or ("estimated" in cue and not source):
        return "report"
    return "speech"


def _is_message(source: str) -> bool:
    """Return whether a source is something written rather than who wrote it."""
    first = source.lower().partition(" from ")[0].partition(" by ")[0].split()
    return bool(first) and first[-1] in _MESSAGES


def _document_act(document: str, cue: str) -> Act:
    if document not in word_list("channels/documents_report.txt"):
        return "writing"
    if document == "report" and cue.lower().strip() in {"said", "says", "say", "stated", "states", "wrote"}:
        return "writing"
    return "report"


@cache
def _forms(name: str) -> frozenset[str]:
    """Return the lemmas of a list with their regular inflections."""
    forms: set[str] = set()
    for lemma in word_list(name):
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        forms.update(
            (
                lemma,
                lemma + "s",
                stem + "ed",
                stem + "ing",
                lemma + lemma[-1] + "ed",
                lemma + lemma[-1] + "ing",
            )
        )
        if lemma.endswith("y"):
            forms.update((lemma[:-1] + "ies", lemma[:-1] + "ied"))
        if lemma.endswith(("s", "sh", "ch", "x")):
            forms.add(lemma + "es")
    return frozenset(forms)


def _words(cue: str) -> list[str]:
    words = [word.strip('.,:;"“”‘’()') for word in cue.lower().replace("’", "'").split()]
    return [word for word in words if word != "regarding"]


@lru_cache(maxsize=1024)  # few cues make up most of a text
def _has(cue: str, name: str) -> bool:
    return not _forms(name).isdisjoint(_words(cue))


def _is_attitude(cue: str, kind: Kind) -> bool:
    """Return whether a cue tells of an inner state; words that are quoted were uttered."""
    if kind == "direct" or _has(cue, "cues/utterance.txt"):
        return False
    return _has(cue, "cues/attitude.txt") or _is_of_view(cue)


@lru_cache(maxsize=1024)
def _is_of_view(cue: str) -> bool:
    words = _words(cue)
    return bool({"hopes", "view", "opinion", "reservations", "doubts", "fears"} & set(words)) and bool(
        {"has", "have", "had", "are", "is", "of"} & set(words)
    )
