"""Name the source of a finding for which the second labeller holds none likely enough."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.judge import RIGHT, SCORES, Straight, describe, judge
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue

BETTER = 2.6
"""Nats by which the judge must hold a finding likelier right with a source than without.

Nearly every source makes it likelier; which one, and by how much, tells whether it is the right one.
"""


def with_doubted(
    made: Columns, straight: Sequence[Sequence[Straight]], chosen: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return candidates, those without a source with the one that the judge surely prefers.

    It is likelier right than that who spoke last goes on. How probable a candidate is stays as it was judged without,
    for a source so doubtful is no reason to take its content for a statement.
    """
    sourced = list(chosen)
    asked = [
        (number, way)
        for number, ways in enumerate(straight)
        if not chosen[number].source and ways[0].finding.doubted
        for way in ways
        if way.content == chosen[number].content  # each way has its own
    ]
    if not asked:
        return sourced
    shown: list[Straight] = []
    firsts: list[int] = []
    for _, way in asked:
        firsts.append(len(shown))
        shown.append(way)
        shown += [
            way._replace(finding=way.finding._replace(source=(mention.span,), source_margin=mention.margin))
            for mention in way.finding.doubted
        ]
    scores = judge(describe(made, shown))[RIGHT::SCORES]
    for (number, way), first in zip(asked, firsts, strict=True):
        doubted = way.finding.doubted
        its = scores[first + 1 : first + 1 + len(doubted)]
        best = its.index(max(its))
        if its[best] >= scores[first] + BETTER:
            clue = Clue("source probability", (f"{doubted[best].margin:.2f}",))
            evidence = (*(one for one in chosen[number].evidence if one.kind != "no source"), clue)
            sourced[number] = chosen[number]._replace(source=(doubted[best].span,), evidence=evidence)
    return sourced
