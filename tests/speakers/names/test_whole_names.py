"""Nicknames, particles and titles of princes stay with the name they belong to, and lead to one person."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import take_apart


@pytest.mark.parametrize(
    ("run", "inside", "name"),
    [
        ("Jan van der Linden", False, "Jan van der Linden"),
        ("Per Lund", False, "Per Lund"),
        ("Will Hurd", True, "Will Hurd"),
        ("Will Hurd", False, "Hurd"),  # may be a question
        ("Tran Van Hai", False, "Tran Van Hai"),
        ("Per Reuters", False, "Reuters"),
    ],
)
def test_first_names_that_are_other_words(run: str, inside: bool, name: str) -> None:
    """A word that opens sentences is a first name before a surname, not before a medium or a place."""
    assert name == take_apart(run, inside=inside).name


@pytest.mark.parametrize(
    ("phrase", "runs"),
    [
        ("by Skarv Co. The firm", ["Skarv Co.", "The"]),
        ("by Skarv Co. It grew", ["Skarv Co.", "It"]),
        ("by Skarv While it grew", ["Skarv", "While"]),
        ("by Skarv Theatre", ["Skarv Theatre"]),
        ("The Skarv Itasca", ["The Skarv Itasca"]),
    ],
)
def test_words_that_begin(phrase: str, runs: list[str]) -> None:
    """A word that begins a sentence goes on no name, whatever ends in a stop before it."""
    assert runs == [words for _, _, words in runs_in(phrase)]


@pytest.mark.parametrize(
    ("phrase", "runs"),
    [
        ("Raymond (Ray) Tully, 58", ["Raymond (Ray) Tully"]),
        ("Seamus 'Red' Conneely, 71", ["Seamus 'Red' Conneely"]),
        ("Tom Hartley (Dunmore) Hill", ["Tom Hartley", "Dunmore", "Hill"]),
    ],
)
def test_nicknames(phrase: str, runs: list[str]) -> None:
    """A short form in brackets or marks is within the name, a seat is not."""
    assert runs == [words for _, _, words in runs_in(phrase)]


@pytest.mark.parametrize(
    ("phrase", "kind"), [("al-Karkhi", "name"), ("von der Heide", "name"), ("de facto", "nominal")]
)
def test_surnames_that_begin_small(phrase: str, kind: str) -> None:
    """A surname alone is a name, however it begins."""
    assert kind == read_mention(phrase).kind


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'Foreign Minister Prince Omar bin Turki al-Sabri said talks would go on. "We want calm," Prince Omar said.',
            ["Omar bin Turki al-Sabri"] * 2,
        ),
        (
            'Abu Mahdi al-Karkhi, a lawmaker, said the vote was void. "We will appeal," al-Karkhi said.',
            ["Abu Mahdi al-Karkhi"] * 2,
        ),
        (
            'Fatou Diop said she would stay. Her husband, Moussa Diop, said he would go. "I can sail," Mr. Diop said.',
            ["Fatou Diop", "Moussa Diop", "Moussa Diop"],
        ),
    ],
)
def test_one_person(text: str, speakers: list[str]) -> None:
    """Short forms lead to the full name: of princes by the first, of a couple by the form of address."""
    document = Document("any.txt", text, sha256(text.encode()).hexdigest())

    assert speakers == [one.speaker for one in parse(document).statements if one.confidence >= 0.25]
