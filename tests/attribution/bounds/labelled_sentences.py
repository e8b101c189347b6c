"""Sentences as labelled, and what a rule makes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from statements_cli.attribution.labelling.first_pass import Cue, Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

BEFORE, BEHIND = "“Snow,” Jo Dahl, who left, said. ", " Ice melts."  # sentences around that change nothing


Cut: TypeAlias = Callable[[Columns, tuple[TokenSpan, ...], TokenSpan], tuple[TokenSpan, ...]]
"""A rule that cuts off what is no part of a content, by its pieces and its cue."""


class Read:
    """A text of one paragraph, and its words as spans of tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text, ((0, len(text)),))
        tag(self.tokens)
        self.columns: Columns = columns(self.tokens, find_quotations(text, ((0, len(text)),)))

    def span(self, words: str) -> TokenSpan:
        at = self.text.rindex(words)
        found = self.tokens.within((at, at + len(words)))
        return found.start, found.stop

    def words(self, spans: tuple[TokenSpan, ...]) -> str:
        return " / ".join(self.text[self.tokens.starts[a] : self.tokens.ends[b - 1]] for a, b in spans)

    def finding(self, cue: str, source: str = "", content: str = "") -> Finding:
        start, end = self.span(cue)
        head = max(range(start, end), key=lambda i: self.columns.cueness[i])
        outlines = (Outline((self.span(content),), 0.9, 0.9, 0.9),) if content else ()
        return Finding(Cue(start, end, head, 0.75), outlines, (self.span(source),) if source else (), 0.125, 0.5)

    def shown(self, finding: Finding) -> str:
        """Return source and content, and how sure each is: nothing to be said, the source, the outlines."""
        sure = (finding.nothing, finding.source_margin, *(n for one in finding.contents for n in one[1:]))
        return f"{self.words(finding.source)}|{self.words(finding.content)}|{' '.join(map('{:g}'.format, sure))}"


def made_of(rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str) -> set[str]:
    """Return what a rule makes of a finding, "" for the same: alone, behind a sentence, and among sentences."""
    made = set()
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        labelled = read.finding(cue, source, content)
        found = rule(read.columns, labelled)
        made.add("" if found == labelled else read.shown(found))
    return made


def words_left(rule: Cut, text: str, cue: str, content: str) -> set[str]:
    """Return what a rule leaves of a content: alone, behind a sentence, and among sentences."""
    left = set()
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        left.add(read.words(rule(read.columns, (read.span(content),), read.span(cue))))
    return left
