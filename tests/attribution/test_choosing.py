"""Of candidates with common words the likelier is kept, and the outer before what it reports."""

from __future__ import annotations

import pytest

from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.choosing import ACCEPTED, ACCEPTED_WIDER, DOUBTFUL, OUTER, choose
from tests.attribution.bounds.labelled_sentences import Read

TEXT = "Kask said that Ann Holt vowed to pay for it in May and in June."


def _candidate(read: Read, cue: str, source: str, content: tuple[str, ...], worth: float) -> AttributionCandidate:
    spans = tuple(read.span(words) for words in content)
    return AttributionCandidate((read.span(cue),), (read.span(source),), spans, worth, (), worth)


@pytest.mark.parametrize(("outer", "kept"), [(OUTER, "said"), (OUTER - 0.01, "vowed"), (0.95, "said")])
def test_outer_first(outer: float, kept: str) -> None:
    """Who tells that somebody vowed goes before who vowed, where that is surely a statement."""
    read = Read(TEXT)
    judged = [
        _candidate(read, "said", "Kask", ("that Ann Holt vowed to pay for it in May and in June",), outer),
        _candidate(read, "vowed", "Ann Holt", ("to pay for it in May and in June",), 0.9),
    ]

    assert [kept] == [read.words(one.cue) for one in choose(read.columns, judged)]


def test_quotation_beside() -> None:
    """A quotation beside its verb is kept where a further one is another's."""
    read = Read("“It fell,” she said, adding that it rose. “It rose from the sea and it shone in the sun.”")
    further = "“It rose from the sea and it shone in the sun.”"
    judged = [
        _candidate(read, "said", "she", ("“It fell,”", further), 0.8),
        _candidate(read, "adding", "she", ("that it rose", further), 0.9),
    ]

    assert ["“It fell,”", f"that it rose / {further}"] == [
        read.words(one.content) for one in choose(read.columns, judged)
    ]


def test_less_than_half() -> None:
    """What keeps less than half of its words is left out, where it is no quotation beside its verb."""
    read = Read("It fell, she said, adding that it rose from the sea.")
    judged = [
        _candidate(read, "said", "she", ("It fell", "that it rose from the sea"), 0.8),
        _candidate(read, "adding", "she", ("that it rose from the sea",), 0.9),
    ]

    assert ["adding"] == [read.words(one.cue) for one in choose(read.columns, judged)]


@pytest.mark.parametrize(("text", "cue", "kept"), [
    ("Kask vowed to lower rents.", "vowed", True),
    ("Kask spoke to lower ranks.", "spoke", False),
])  # fmt: skip
def test_audience(text: str, cue: str, kept: bool) -> None:
    """To whom somebody spoke is no statement, what somebody vowed is."""
    read = Read(text)
    content = text[text.index(" to ") + 1 : -1]

    assert kept is bool(choose(read.columns, [_candidate(read, cue, "Kask", (content,), 0.9)]))


@pytest.mark.parametrize(("inner", "kept"), [(DOUBTFUL - 0.01, ["reported"]), (DOUBTFUL, ["reported", "hold"])])
def test_doubtful_inside(inner: float, kept: list[str]) -> None:
    """What is hardly a statement does not stand in the place of what a medium relays."""
    read = Read("The firms hold talks about an offer for the port, the agency reported.")
    judged = [
        _candidate(read, "hold", "The firms", ("an offer for the port",), inner),
        _candidate(read, "reported", "the agency", ("The firms hold talks about an offer for the port",), 0.8),
    ]

    assert sorted(kept) == sorted(read.words(one.cue) for one in choose(read.columns, judged))


@pytest.mark.parametrize(("text", "kept"), [
    ("Kask was named: “It fell from the wall,” she said in May.", "said"),
    ("Kask was named: “It fell from the wall.” she said in May.", "named"),
])  # fmt: skip
def test_told_behind(text: str, kept: str) -> None:
    """A quotation is whose verb stands right behind it, whatever stands before it."""
    read = Read(text)
    quotation = text[text.index("“") : text.index("”") + 1]
    judged = [
        _candidate(read, "named", "Kask", (quotation,), 0.9),
        _candidate(read, "said", "she", (quotation,), 0.5),
    ]

    assert [kept] == [read.words(one.cue) for one in choose(read.columns, judged)]


@pytest.mark.parametrize(
    ("worth", "either", "kept"),
    [
        (ACCEPTED, None, ["said"]),
        (ACCEPTED - 0.001, None, []),
        (ACCEPTED - 0.001, ACCEPTED_WIDER - 0.001, []),
        (ACCEPTED - 0.001, ACCEPTED_WIDER, ["said"]),
        (ACCEPTED, 0.0, ["said"]),
    ],
)
def test_accepted_by_either_notion(worth: float, either: float | None, kept: list[str]) -> None:
    """What is hardly a statement of news is kept where it well may be one by the corpus's wider notion."""
    read = Read(TEXT)
    content = ("that Ann Holt vowed to pay for it in May and in June",)
    judged = [_candidate(read, "said", "Kask", content, worth)._replace(either=either)]

    assert kept == [read.words(one.cue) for one in choose(read.columns, judged)]
