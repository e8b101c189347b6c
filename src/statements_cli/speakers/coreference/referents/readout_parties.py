"""Resolve "they" and "the two leaders" of a readout to the parties of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.readouts import LEAD, lead_of
from statements_cli.data import word_list
from statements_cli.model import Attribution, Clue, Resolution, SpeakerEvidence
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.resolutions import best_role
from statements_cli.speakers.mentions.roles import role_noun
from statements_cli.speakers.names.capitalised_runs import MentionScan


def with_parties(
    article_text: ArticleText, attributions: Sequence[Attribution], resolved: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions, a meeting's parties in place of "both" and the like.

    "The President" is the first of two presidents: the one whose office tells of the meeting.
    """
    text = article_text.text
    lead = lead_of(article_text.article, text)
    if lead is None:
        return tuple(resolved)
    cast = Cast(article_text.once(MentionScan), [])
    end = min(lead[1], lead[0] + LEAD)
    people = list(dict.fromkeys(who for at, who in zip(cast.starts, cast.who, strict=True) if lead[0] <= at < end))
    host = _office(text[slice(*lead)])
    names = [*([host] if host else []), *(person.name for person in people)][:2]
    both = Resolution(" and ".join(names), "group", None, None, 0.9, SpeakerEvidence((Clue("parties of readout"),)))
    first = None if host or not people else people[0]
    found = []
    for attribution, one in zip(attributions, resolved, strict=True):
        source = " ".join(" ".join(text[start:end].split()) for start, end in attribution.source).lower()
        if source in word_list("channels/readout_parties.txt") and len(names) > 1:
            one = both
        elif first is not None and source.removeprefix("the ") in first.heads and one.speaker != first.name:
            own = next((other for other in resolved if other.speaker == first.name), None)
            one = own or Resolution(first.name, "person", best_role(first.roles), None, 0.8)
        found.append(one)
    return tuple(found)


@cache
def _host() -> re.Pattern[str]:
    meets = r"(?:[a-z]+ )?(?:spoke|met|talked|held|had|hosted|welcomed)\b"
    return re.compile(rf"The ((?:[A-Z][\w-]+ ){{0,2}}[A-Z][\w-]+) {meets}")


def _office(lead: str) -> str | None:
    """Return the office that meets somebody without being named: "The Prime Minister spoke to ..."."""
    found = _host().match(" ".join(lead[:LEAD].split()))
    return found[1] if found is not None and role_noun(found[1]) else None
