"""Both sides are the last two countries, two leaders the last two with such an office, others whom "and" joins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.pairs import counted_before, joined_pair, pair_of
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

TALK = "German Chancellor Ann Lee met singer Jo Holt and French President Bo Berg."
# what stands before the pair; its noun; who they are and how surely, "" for nobody
PAIRS = [
    ("Norway met Sweden.", "sides", "Norway/Sweden", 0.55),
    ("Norway met Sweden and Denmark. Denmark left.", "sides", "Sweden/Denmark", 0.55),
    ("Norway rested.", "sides", "", 0),
    # the countries of whose leaders were named
    ("German Chancellor Ann Lee met French President Bo Berg.", "sides", "Germany/France", 0.5),
    ("German Chancellor Ann Lee met German Minister Bo Berg.", "sides", "", 0),
    (TALK, "leaders", "Ann Lee/Bo Berg", 0.6),
    (TALK, "presidents", "Ann Lee/Bo Berg", 0.6),
    (TALK, "friends", "Jo Holt/Bo Berg", 0.65),
    ("Mary Lee and Anna Berg met.", "ministers", "", 0),  # without an office
    # men are no women
    ("Mary Lee and Anna Berg met.", "women", "Mary Lee/Anna Berg", 0.65),
    ("Mary Lee and Anna Berg met.", "sisters", "Mary Lee/Anna Berg", 0.65),
    ("Mary Lee and Anna Berg met.", "men", "", 0),
    ("John Lee met Mary Holt and Otto Berg.", "men", "John Lee/Otto Berg", 0.6),
    ("John Lee met Mary Holt and Otto Berg.", "brothers", "John Lee/Otto Berg", 0.6),
    # the last two named, each once, whose dog is left out
    ("Mary Lee met Anna Berg.", "friends", "Mary Lee/Anna Berg", 0.6),
    ("Mary Lee met Anna Berg. Berg left.", "friends", "Mary Lee/Anna Berg", 0.6),
    ("Mary Lee met John Moe's Anna Berg.", "friends", "Mary Lee/Anna Berg", 0.6),
    ("Mary Lee met Anna Berg. John Moe's dog left.", "friends", "Mary Lee/Anna Berg", 0.6),
    ("Mary Lee left.", "friends", "", 0),
]

JOINED = [
    ("Mary Lee and Anna Berg met.", "Mary Lee/Anna Berg"),
    ("Mary Lee, the mayor, and Anna Berg met.", "Mary Lee/Anna Berg"),
    ("Mary Lee and the mayor, Anna Berg met.", ""),
    ("Mary Lee met Anna Berg.", ""),
    ("Mary Lee and Anna Berg met John Moe and Otto Kern.", "John Moe/Otto Kern"),
    ("Mary Lee and Anna Berg met John Moe.", "Mary Lee/Anna Berg"),
    ("It rained on Mary Lee and Lee slept.", ""),  # one and the same
    ("Mary Lee and Anna Berg met. It rained.", ""),  # two sentences before
    ("Mary Lee.", ""),
    ("Mary Lee of Oslo and Anna Berg met.", "Mary Lee/Anna Berg"),
    ("Mary Lee, 25, of Oslo and Anna Berg met.", ""),
]

COUNTED = [
    ("The two female suspects were charged. They ate. It rained.", "two female suspects"),
    ("The two suspects were charged. They ate. It rained. It snowed.", ""),  # four sentences before
    ("The two suspects met. The two men left.", "two men"),
    ("The two days passed.", ""),
    ("The two companies met.", ""),
    ("Two suspects met.", ""),
    ("The two suspects met. Mary Lee and Anna Berg left.", ""),  # two are named
]


@pytest.mark.parametrize(("before", "noun", "names", "sure"), PAIRS)
def test_pair(scan_of: Callable[[str], MentionScan], before: str, noun: str, names: str, sure: float) -> None:
    """The two meant are given in text order, with how sure that is."""
    scan = scan_of(f"{before} They met.")

    found = pair_of(noun, len(before) + 1, Cast(scan, ()), Bodies(scan))

    assert (names, sure) == (("/".join(found[0]), found[1]) if found is not None else ("", 0))


@pytest.mark.parametrize(("before", "names"), JOINED)
def test_joined_pair(scan_of: Callable[[str], MentionScan], before: str, names: str) -> None:
    """Two persons are a pair where nothing but "and", or an apposition and it, stands between them."""
    found = joined_pair(len(before) + 1, Cast(scan_of(f"{before} They met."), ()))

    assert names == "/".join(found or ())


@pytest.mark.parametrize("noun", ["leaders", "presidents", "ministers", "heads", "counterparts", "premiers"])
def test_offices(scan_of: Callable[[str], MentionScan], noun: str) -> None:
    """Holders of offices are those with one, whoever stands between."""
    scan = scan_of(f"{TALK} They met.")

    assert (("Ann Lee", "Bo Berg"), 0.6) == pair_of(noun, len(TALK) + 1, Cast(scan, ()), Bodies(scan))


@pytest.mark.parametrize(("words", "names"), [(18, "Mary Lee/Anna Berg"), (24, "")])
def test_apposition(scan_of: Callable[[str], MentionScan], words: int, names: str) -> None:
    """An apposition between two who are joined has at most 120 characters."""
    text = f"Mary Lee, {'very ' * words}old, and Anna Berg met."
    found = joined_pair(len(text) + 1, Cast(scan_of(f"{text} They met."), ()))

    assert names == "/".join(found or ())


@pytest.mark.parametrize(("before", "expected"), COUNTED)
def test_counted_before(scan_of: Callable[[str], MentionScan], before: str, expected: str) -> None:
    """Both are those counted in the last three sentences, unless two are named there."""
    assert counted_before(len(before) + 1, Cast(scan_of(f"{before} Both left."), ())) == expected


@pytest.mark.parametrize(("within", "found"), [(1, False), (2, True)])
def test_two_named_sentences_ago(scan_of: Callable[[str], MentionScan], within: int, found: bool) -> None:
    """How far back two may be joined is told."""
    text = "Mary Lee and Anna Berg met. It rained."

    assert (joined_pair(len(text) + 1, Cast(scan_of(f"{text} They met."), ()), within) is not None) is found
