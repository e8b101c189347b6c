"""Join quotations without a cue to the statements that they continue."""

from __future__ import annotations

from statements_cli.attribution.bounds.regions import merge
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns

CAPTION = 60  # tokens of the longest caption between two paragraphs of a quotation
REACH = 40  # tokens over which a quotation joins a statement of its paragraph


class Joining:
    """Statements that quotations are joined to, each found by where its quoted words stand."""

    def __init__(self, made: Columns, statements: list[AttributionCandidate]) -> None:
        self._made = made
        self._statements = statements
        self._joined: dict[int, list[TokenSpan]] = {}
        self._edges: dict[int, int] = {}  # the first and last token of each quoted piece: its statement
        self.last: dict[int, int] = {}  # the statement that ends last in each paragraph, by its first token
        self._ends: dict[int, int] = {}
        for number, statement in enumerate(statements):
            for piece in statement.content:
                self._place(number, piece)

    def _place(self, number: int, piece: TokenSpan) -> None:
        first, last = piece[0], piece[1] - 1
        if self._made.marks[first] or self._made.marks[last]:
            self._edges[first] = self._edges[last] = number
        paragraph = paragraph_start(self._made, first)
        if last >= self._ends.get(paragraph, -1):
            self._ends[paragraph], self.last[paragraph] = last, number

    def beside(self, span: TokenSpan, paragraph: int) -> int | None:
        """Return the statement with the nearest quoted words of the paragraph, within ``REACH`` tokens."""
        parted = span[1] in self._edges  # marks that close and open side by side part two speakers
        for distance in range(1, REACH):
            for at in (span[0] - distance,) if parted else (span[0] - distance, span[1] - 1 + distance):
                if at in self._edges and paragraph_start(self._made, at) == paragraph:
                    return self._edges[at]
        return None

    def before(self, start: int) -> int | None:
        """Return the statement that a quoted paragraph goes on with.

        The last of the paragraph before, if quoted, but for the caption of a picture.
        """
        if start == 0:
            return None
        paragraph = paragraph_start(self._made, start - 1)
        if paragraph and self._is_caption(paragraph):
            paragraph = paragraph_start(self._made, paragraph - 1)
        last = self.last.get(paragraph)
        return last if last is not None and self._made.marks[self._ends[paragraph]] else None

    def _is_caption(self, paragraph: int) -> bool:
        """Return whether a paragraph is a line that a dash opens and no mark ends."""
        tokens = self._made.tokens
        stop = tokens.paragraph_of(paragraph).stop
        opens = tokens.text[tokens.starts[paragraph]] in "-–—•" and tokens.text[tokens.ends[stop - 1] - 1].isalnum()
        return opens and paragraph not in self.last and stop - paragraph <= CAPTION

    def add(self, statement: AttributionCandidate) -> int:
        """Return a new statement; its number."""
        self._statements.append(statement)
        return len(self._statements) - 1

    def join(self, number: int, span: TokenSpan) -> None:
        """Count a quotation into a statement's content."""
        self._joined.setdefault(number, []).append(span)
        self._place(number, span)

    def done(self) -> list[AttributionCandidate]:
        """Return all statements with their contents whole."""
        for number, spans in self._joined.items():
            statement = self._statements[number]
            self._statements[number] = statement._replace(content=merge((*statement.content, *spans)))
        return self._statements


def paragraph_start(made: Columns, token: int) -> int:
    return made.tokens.paragraph_of(token).start
