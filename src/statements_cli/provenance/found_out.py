"""Tell what bodies found out from what they say."""

from __future__ import annotations

from statements_cli.data import word_set
from statements_cli.model import Act, Resolution
from statements_cli.provenance.relaying.reporters import is_share

_BODIES = ("organisation", "group")


def act_of_speaker(act: Act, cue: str, source: str, who: Resolution, channel: str | None = None) -> Act:
    """Return the act: "report" for what a body found out.

    Also for what a share of those asked said. For example: ``according to the National Weather Service``, ``the agency
    estimates``, ``18% of respondents said``. What people find is said; what a body says on an occasion or in a letter
    stays what it is.
    """
    if act != "speech" or channel is not None or who.type not in _BODIES:
        return act
    words = cue.lower().split()
    if is_share(source) or not word_set("cues/finding.txt").isdisjoint(words):
        return "report"
    if words[:2] != ["according", "to"]:
        return act
    named = {word.strip(",.()").lower() for word in (f"{who.speaker or ''} {source}").split()}
    return act if named.isdisjoint(word_set("names/research_words.txt")) else "report"
