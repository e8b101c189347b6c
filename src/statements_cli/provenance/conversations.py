"""Carry audience and channel through what one speaker says in one conversation.

Newspapers name once to whom somebody spoke, and quote the same conversation on: ``Moe told AFP``, later ``Moe said``.
Whose words go on is known only when speakers are resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from statements_cli.data import word_set
from statements_cli.model import Attribution, Chain, Clue, ClueKind, Resolution, SaidOn
from statements_cli.provenance.found_out import act_of_speaker
from statements_cli.provenance.media import is_generic, known_name, named_medium, proper_name
from statements_cli.provenance.noun_heads import words_of
from statements_cli.provenance.relayers import with_relayers

_CARRIED: ClueKind = "channel carried over"
_QUOTED = 600
"""Characters between what somebody was "quoted as saying" and the statement that tells by which medium."""


def in_conversations(
    text: str,
    chained: Sequence[tuple[Attribution, Chain]],
    resolutions: Sequence[Resolution],
    days: Sequence[SaidOn],
) -> list[tuple[Attribution, Chain]]:
    """Return attributions and chains with what the speaker tells of them.

    One for each, in order. That is an audience of reporters and an occasion of speech, which hold for what the same
    speaker says further on, until another is named or another day is told; the medium that a bare "was quoted as
    saying" means; and the act of bodies that tell what they found out. ``text`` is the article's; all sequences have
    the same length.
    """
    chained = with_relayers(text, chained, resolutions)
    talks: dict[str, tuple[Chain, SaidOn]] = {}
    found: list[tuple[Attribution, Chain]] = []
    for (attribution, chain), who, day in zip(chained, resolutions, days, strict=True):
        cue = words_of(text, attribution.cue)
        act = act_of_speaker(attribution.act, cue, words_of(text, attribution.source), who, chain.channel)
        if act != attribution.act:
            attribution = attribution._replace(act=act)
        chain = _not_themselves(chain, who)
        talk = talks.get(who.speaker) if who.speaker else None
        if talk is not None and not chain.via and "quoted" in cue and (medium := _told_by(talk[0])) is not None:
            chain = chain._replace(via=(medium,))
        if talk is not None and attribution.act == "speech" and not chain.via and _same_day(day, talk[1]):
            chain = _going_on(chain, talk[0])
        if who.speaker and (chain.audience or chain.channel or chain.via):
            talks[who.speaker] = chain, day
        found.append((attribution, chain))
    return found


def _not_themselves(chain: Chain, who: Resolution) -> Chain:
    """Return a chain without the speaker: nobody relays what they say themselves."""
    if not chain.via or who.type != "person" or who.speaker is None:
        return chain
    name = set(who.speaker.split())
    others = tuple([medium for medium in chain.via if not set(medium.split()) <= name])
    return chain._replace(via=others) if len(others) < len(chain.via) else chain


def _told_by(talk: Chain) -> str | None:
    """Return the medium that relayed a speaker's words, or that was told them."""
    if talk.via:
        return talk.via[-1]
    return talk.audience if talk.audience is not None and proper_name(talk.audience) is not None else None


def _same_day(day: SaidOn, talked: SaidOn) -> bool:
    """Return whether two statements may be of one day.

    What only the article's day dates may be of any.
    """
    return not day.date or not talked.date or day.date == talked.date or day.basis == "article"


def _going_on(chain: Chain, talk: Chain) -> Chain:
    """Return a chain with the conversation's audience and channel where it names none."""
    if chain.audience is not None:
        return chain
    if chain.channel is not None:
        same = chain.channel == talk.channel and any(clue.kind == _CARRIED for clue in chain.evidence)
        return chain._replace(audience=talk.audience) if same else chain
    spoken = talk.channel is not None and _is_event(talk.channel)
    reported = talk.audience is not None and _reports(talk.audience) and (spoken or talk.channel is None)
    if not spoken and not reported:
        return chain
    clues = (Clue(_CARRIED, (talk.channel,)),) if spoken and talk.channel is not None else ()
    told = (Clue("audience carried over", (talk.audience,)),) if reported and talk.audience is not None else ()
    return chain._replace(
        audience=talk.audience if reported else None,
        channel=talk.channel if spoken else None,
        evidence=(*chain.evidence, *clues, *told),
    )


def _is_event(channel: str) -> bool:
    """Return whether a channel is an occasion of speech: an interview, a debate."""
    return channel.split()[-1].lower() in word_set("channels/occasions_of_speech.txt")


@lru_cache(maxsize=256)
def _reports(audience: str) -> bool:
    """Return whether an audience is one that reports what it is told: a medium, reporters."""
    if known_name(audience) is not None or named_medium(audience) is not None or is_generic(audience):
        return True
    return not {"reporters", "journalists"}.isdisjoint(audience.split())
