"""Answer who of a store speaks about whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from statements_cli.query.filters import Filter
from statements_cli.store.base import EVERYTHING
from statements_cli.store.over_time import OverTime

if TYPE_CHECKING:
    from statements_cli.query.asking import Query
    from statements_cli.speakers.corpus.role_query import KnownSpeaker
    from statements_cli.utterances.who_about_whom import Said, SpokenAbout

WhoSpeaks: TypeAlias = Literal["speaker", "country"]


class About(OverTime):
    """What is asked of a store about those whom statements name."""

    def matrix(
        self, query: str | Query | None = None, wanted: Filter = EVERYTHING, by: WhoSpeaks = "speaker"
    ) -> list[SpokenAbout]:
        """Return how many statements of each speaker, or country, name which people, countries and bodies.

        Those that pass a filter, and answer ``query``, count. The greatest number comes first, what unknown speakers
        said last. Raises ``ValueError`` for a ``by`` that is neither ``speaker`` nor ``country``, and ``QueryError``
        for a query that asks nothing.
        """
        from statements_cli.utterances.named_in_text import KnownNames
        from statements_cli.utterances.who_about_whom import matrix_of

        if by not in ("speaker", "country"):
            raise ValueError(f"nobody speaks by {by}. Use one of speaker, country")
        passed = self.matching(query, self.resolve(wanted))
        known = KnownNames.of(self._speakers_by_number())
        return matrix_of(self._said(passed.sql, passed.values, by), known, by)

    def _speakers_by_number(self) -> list[KnownSpeaker]:
        """Return what is known of all speakers, those with the most statements first."""
        from statements_cli.store.resolution.name_lookup import known_speakers

        counts = dict(
            self._connection.execute(
                "select p.name, count(*) from statement s join mention m on m.number = s.mention"
                " join speaker p on p.number = m.speaker group by 1"
            )
        )
        known = known_speakers(self._with("spellings"))
        return sorted(known, key=lambda one: (-counts.get(one.name, 0), one.name))

    def _said(self, condition: str, values: tuple[object, ...], by: WhoSpeaks) -> Iterator[Said]:
        from statements_cli.utterances.who_about_whom import Said

        who = "p.name" if by == "speaker" else "m.country"
        rows = self._connection.execute(
            f"select {who}, s.text from statement s join mention m on m.number = s.mention"
            f" left join speaker p on p.number = m.speaker where {condition}",
            values,
        )
        return (Said(*row) for row in rows)
