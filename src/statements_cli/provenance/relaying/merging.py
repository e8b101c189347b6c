"""Merge attributions that only relay another one into it."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.data import word_set
from statements_cli.model import Attribution, Span, Spans
from statements_cli.provenance.act import act_of
from statements_cli.provenance.media import head_phrase, known_name, stands_for
from statements_cli.provenance.noun_heads import head_words, words_of
from statements_cli.provenance.relaying.quoted_by import mended
from statements_cli.provenance.relaying.relays import reported
from statements_cli.provenance.relaying.tellers import court_paper, teller
from statements_cli.provenance.relaying.unwrapping import unwrap

COVERED, CLOSED = 0.75, 0.2
"""A relaying attribution is merged when what it relays makes up this share of its content.

Less is enough where the relay closes the one sentence that it governs ("..., Reuters reported"): the one who
speaks in it is the speaker, and the rest stands around what was said.
"""

SPOKEN = 0.5
"""Share of a quotation with who speaks it, beside whom it was told, in the content of who only passes it on."""

WINDOW = 8
"""How many attributions to each side are looked at for one that relays or is relayed."""
_LIKELY = 0.4
"""How sure a statement without quotation marks must be for what passes it on to be merged into it."""

_UNNAMED = (
    *("to be named", "to be identified", "to remain anonymous", "to be quoted by name", "anonymity"),
    *("to give his name", "to give her name", "to give their name", "to give a name", "to use his name"),
    *("to use her name", "his name not be", "her name not be", "their names not be"),
)
"""Ways in which a content that is no statement begins: its speaker only asks not to be named."""

_PASSING_ON = ("said", "says", "recalled")
"""Verbs behind a quotation with its own speaker, by which somebody else passes it on."""

_RELAYING = frozenset(("statement", "transcript", "readout", "release", "report", "story", "article"))
"""Documents that tell what others said, rather than speak for themselves."""


class SourceMedia:
    """What the sources of an article's attributions are.

    Their words, and the media they stand for.
    """

    __slots__ = ("_known", "_outlet", "_text")

    def __init__(self, text: str, outlet: str | None) -> None:
        self._text = text
        self._outlet = outlet
        self._known: dict[Spans, tuple[str, str | None]] = {}

    def words(self, attribution: Attribution) -> str:
        """Return the words of an attribution's source, white space folded."""
        return self._read(attribution.source)[0]

    def media(self, attributions: Sequence[Attribution]) -> list[str | None]:
        """For each attribution the medium that its source is, None where it isn't one."""
        media: list[str | None] = []
        for attribution in attributions:
            words, medium = self._read(attribution.source)
            if words in {"It", "it"}:
                medium = media[-1] if media else None
            media.append(medium)
        return media

    def _read(self, spans: Spans) -> tuple[str, str | None]:
        known = self._known.get(spans)
        if known is None:
            words = words_of(self._text, spans)
            named = bool(words) and len(words) < 120 and words not in {"It", "it"}
            known = self._known[spans] = words, self._medium(words, spans[0][0]) if named else None
        return known

    def _medium(self, words: str, before: int) -> str | None:
        medium = known_name(words) or stands_for(head_phrase(words), self._text, before, self._outlet)
        if medium is None and words.lower() in {"the report", "the article", "that report", "the story"}:
            medium = reported(self._text, before)
        return medium


def unwrapped(
    text: str, outlet: str | None, attributions: Sequence[Attribution], sources: SourceMedia
) -> list[Attribution]:
    """Return the attributions that are statements, with the relays around them taken off.

    A relay stays where the one inside it was found too. One inside that was found cut short ("vowed
    [to meet] and to talk, Reuters said") gives way to the whole.
    """
    mends = [(one, mended(text, one)) for one in attributions]
    attributions = [mend for one, mend in mends if mend != one or not _tells_nothing(text, one)]
    media = sources.media(attributions)
    bare: list[Attribution] = []
    short: set[Attribution] = set()
    for index, attribution in enumerate(attributions):
        relaying = media[index] is not None or not _RELAYING.isdisjoint(head_words(sources.words(attribution))[-1:])
        near = [attributions[other] for other in _near(index, attributions)] if relaying else []
        inner = [other for other in near if _relays(attribution, other)]
        if not inner:
            bare.append(unwrap(text, attribution, relaying, outlet))
            continue
        whole = unwrap(text, attribution, relaying, outlet)
        cut = [other for other in inner if _cut_short(text, other, whole)]
        short.update(cut)
        bare.append(whole._replace(confidence=cut[0].confidence, worth=cut[0].worth) if cut else attribution)
    return [attribution for attribution in bare if attribution not in short] if short else bare


def _cut_short(text: str, inner: Attribution, whole: Attribution) -> bool:
    """Return whether ``inner`` is the statement ``whole`` without its content's end.

    What is left out may not say another thing: "thanked Trump for talks and announced a memorandum".
    """
    if not (inner.content and whole.content):
        return False
    low, high = inner.content[-1][1], whole.content[-1][1]
    same = whole.cue[-1:] == inner.cue[-1:] and inner.content[0][0] == whole.content[0][0] and low < high
    left_out = text[low:high].replace(",", " ").split()
    return same and not any(word.endswith("ed") or word in ("said", "told") for word in left_out)


def _tells_nothing(text: str, attribution: Attribution) -> bool:
    """Return whether an attribution only names a cited source, a question or anonymity."""
    if attribution.kind != "indirect" or not attribution.cue:
        return False
    cue = words_of(text, attribution.cue).split()
    return (
        _only_cites(text, attribution, cue) or _only_asks(text, attribution, cue) or _only_hides(text, attribution, cue)
    )


def _only_hides(text: str, attribution: Attribution, cue: list[str]) -> bool:
    """Return whether all that is told is that somebody goes unnamed.

    For example: ``who <declined> [to be named]``.
    """
    if not attribution.content or word_set("cues/hiding_verbs.txt").isdisjoint(map(str.lower, cue)):
        return False
    at = attribution.content[0][0]
    opening = text[at : at + 40].lower().removeprefix("that ").removeprefix("not ")
    return opening.startswith(_UNNAMED)


def _only_cites(text: str, attribution: Attribution, cue: list[str]) -> bool:
    """Return whether all that is told is whom a medium cites.

    For example: ``Reuters said, <citing> [the minister]``.
    """
    if len(cue) != 1 or cue[0].lower() not in ("citing", "quoting"):
        return False
    if attribution.content and attribution.content[-1][1] <= attribution.cue[0][0]:
        return False  # "[The ferry has sunk], Reuters said, <citing> {the owner}"
    return len(words_of(text, attribution.content).split()) <= 12


def _only_asks(text: str, attribution: Attribution, cue: list[str]) -> bool:
    """Return whether all that is told is what somebody was asked.

    For example: ``<Asked> [about the report], Guo said``.
    """
    words = cue[1:] if cue[:1] in (["when"], ["When"]) else cue
    if not words or words[0].lower() not in ("asked", "pressed", "questioned", "quizzed"):
        return False
    at = attribution.cue[0][0]
    opens = text[at : at + 1].isupper() or text[max(0, at - 6) : at].lower().endswith("when ")
    about = len(words) == 1 or (len(words) == 2 and words[1] in ("about", "on", "whether", "if", "why", "how"))
    return opens and about


def merged(
    text: str, attributions: Sequence[Attribution], media: Sequence[str | None]
) -> tuple[dict[int, tuple[str, ...]], dict[int, int]]:
    """Return the attributions' relays, and which only relay another, with that one.

    Where it tells several, that is -1.
    """
    relayed: dict[int, tuple[str, ...]] = {}
    merging: dict[int, int] = {}
    for outer, medium in enumerate(media):
        if medium is None:
            inside = _told_of(text, attributions, outer)
            if inside >= 0:
                merging[outer] = inside
                told, source = (words_of(text, attributions[one].source) for one in (outer, inside))
                name = teller(told) or court_paper(told, source)
                if name and not set(name.lower().split()) <= set(source.lower().split()):
                    relayed[inside] = (*relayed.get(inside, ()), name)
            continue
        inner = [
            index
            for index in _near(outer, attributions)
            if media[index] != medium and _relays(attributions[outer], attributions[index])
        ]
        for index in inner:
            relayed[index] = (*relayed.get(index, ()), medium)
        uttered = [index for index in inner if _act(text, attributions[index]) != "attitude"]
        enough = CLOSED if _closes(text, attributions[outer]) else COVERED
        if uttered and _share(attributions[outer], [attributions[index] for index in uttered]) >= enough:
            merging[outer] = uttered[0] if len(uttered) == 1 else -1
    return relayed, merging


def _told_of(text: str, attributions: Sequence[Attribution], outer: int) -> int:
    """Return which attribution another only passes on.

    The other has "according to", or a verb behind it.

    For example: ``Moe said it was late, according to KTVX``, ``"It was late," Moe said, an aide recalled``.

    -1 where it says something itself.
    """
    one = attributions[outer]
    if not one.cue or text[one.cue[0][0] : one.cue[0][0] + 3].lower() not in ("acc", "per", "rec", "sai", "say"):
        return -1
    cue = words_of(text, one.cue).lower()
    behind = bool(one.content) and one.cue[0][0] >= one.content[-1][1]
    if cue not in ("according to", "per") and not (behind and cue in _PASSING_ON):
        return -1  # nearly always
    inner = [index for index in _near(outer, attributions) if _relays(one, attributions[index])]
    uttered = [index for index in inner if _act(text, attributions[index]) != "attitude"]
    if len(inner) != 1 or not uttered:
        return -1
    said = attributions[inner[0]]
    within = bool(said.cue) and said.content[-1][1] <= said.cue[0][0] < one.content[-1][1]
    if cue in _PASSING_ON and not within:
        return -1  # not both what was said and by whom stand in what is passed on, in this order
    if not within and " but " in text[_last(said) : _last(one)]:
        return -1  # "Moe said it was late, but it was not, according to KTVX"
    if _share(one, [said]) < (SPOKEN if said.kind == "direct" else COVERED):
        return -1
    return inner[0] if said.kind == "direct" or said.confidence >= _LIKELY else -1


def _last(attribution: Attribution) -> int:
    """Return where content, cue and source end."""
    return max(end for _, end in (*attribution.content, *attribution.cue, *attribution.source))


def _closes(text: str, outer: Attribution) -> bool:
    """Return whether a relay stands behind all it tells, and that is a single sentence."""
    if not outer.cue or not outer.content or outer.cue[0][0] < outer.content[-1][1]:
        return False
    return ". " not in text[outer.content[0][0] : outer.content[-1][1]]


def _act(text: str, attribution: Attribution) -> str:
    return act_of(words_of(text, attribution.cue), words_of(text, attribution.source), attribution.kind)


def _relays(outer: Attribution, inner: Attribution) -> bool:
    """Return whether the inner attribution, or its very content, is what the outer one tells."""
    anchors = (*inner.cue, *inner.source)
    if not inner.source or not anchors:
        return False
    if all(any(start <= a and b <= end for start, end in outer.content) for a, b in anchors):
        return True
    return _overlap(outer.content, inner.content) >= 0.8 * max(_length(outer.content), _length(inner.content))


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


def _share(outer: Attribution, inner: list[Attribution]) -> float:
    """Return how much of the outer content the inner attributions make up.

    Cues and sources are included.
    """
    hulls: list[Span] = []
    for attribution in inner:
        spans = (*attribution.content, *attribution.cue, *attribution.source)
        hull = min(s for s, _ in spans), max(e for _, e in spans)
        hulls.append(hull)
    covered = 0
    for start, end in outer.content:
        at = start
        for low, high in sorted(hulls):
            low, high = max(low, at), min(high, end)
            if high > low:
                covered += high - low
                at = high
    return covered / max(1, _length(outer.content))


def _near(index: int, attributions: Sequence[Attribution]) -> list[int]:
    """Return the places of the attributions around one."""
    low, high = max(0, index - WINDOW), min(len(attributions), index + WINDOW + 1)
    return [*range(low, index), *range(index + 1, high)]
