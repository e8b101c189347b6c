"""Annotations are written as brat wants them, and read back as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.output.brat.standoff import StandoffError, annotated_in, fragments

LINES = {
    "T": re.compile(r"T\d+\t(Content|Cue|Source|Attribution) \d+ \d+(;\d+ \d+)*\t[^\t\n]+"),
    "E": re.compile(r"E\d+\tAttribution:T\d+( (Content|Cue|Source):T\d+)+"),
    "A": re.compile(r"A\d+\t(Kind|Act) E\d+ [a-z]+"),
    "#": re.compile(r"#\d+\tAnnotatorNotes E\d+\t.+"),
}


def faults(annotations: str, text: str) -> list[str]:
    """Return the lines that a strict reader of brat's format refuses: form, offsets, reference text, references."""
    lines = annotations.split("\n")
    ids = [line.split("\t")[0] for line in lines[:-1]]
    found = [] if lines[-1] == "" and len(set(ids)) == len(ids) else ["lines or ids"]
    for line in lines[:-1]:
        if not LINES[line[0]].fullmatch(line):
            found.append(line)
        elif line[0] == "T":
            _, about, words = line.split("\t")
            pairs = [tuple(map(int, pair.split())) for pair in about.split(" ", 1)[1].split(";")]
            pieces = [text[start:end] for start, end in pairs]
            if " ".join(pieces) != words or any("\n" in piece or piece != piece.strip() for piece in pieces):
                found.append(line)
        else:
            targets = re.findall(r"[TE]\d+", line.split("\t")[1])
            found += [line] * (not set(targets) <= set(ids))
    return found


def test_a_strict_reader_takes_all(folder: Path) -> None:
    """Every line has brat's form, its offsets hold its words, and what it names is there."""
    for text in folder.glob("*.txt"):
        held = text.read_bytes().decode()
        annotations = text.with_suffix(".ann").read_bytes().decode()
        assert [] == faults(annotations, held)
        assert annotations or "silent" in text.name
    assert ["ONE-2", "one", "silent"] == sorted(path.stem for path in folder.glob("*.ann"))


def test_texts_are_those_that_offsets_count(folder: Path) -> None:
    """Line ends and characters beyond 16 bits stay as they are."""
    assert b"signals\r\n\r\n" in (folder / "ONE-2.txt").read_bytes()
    held = (folder / "one.txt").read_bytes().decode()
    first = annotated_in((folder / "one.ann").read_text("utf-8"))[0]

    assert ["the talks would go on 🕊"] == [held[start:end] for start, end in first.content]
    assert {"Kind": "indirect", "Act": "speech"} == first.attributes
    assert {"speaker": "Adela Brandt", "date": "2025-05-20"} == first.notes


def test_configuration_names_what_is_used(folder: Path) -> None:
    """The configuration names every type that annotations have."""
    told = (folder / "annotation.conf").read_text("utf-8")
    used = {line.split("\t")[1].split()[0].split(":")[0] for path in folder.glob("*.ann") for line in path.open()}

    assert {"Content", "Cue", "Source", "Attribution", "Kind", "Act"} <= used
    assert used - {"AnnotatorNotes"} <= set(re.findall(r"^\w+", told, re.M))


@pytest.mark.parametrize(
    ("spans", "text", "pieces"),
    [
        (((0, 7),), "ab c de", ["ab c de"]),
        (((0, 7),), "ab \r\n c", ["ab", "c"]),
        (((0, 3), (4, 9)), "ab  \u2028cde ", ["ab", "cde"]),
        (((0, 3),), " \n ", []),
        (((2, 99),), "abcd", ["cd"]),
    ],
)
def test_fragments(spans: tuple[tuple[int, int], ...], text: str, pieces: list[str]) -> None:
    """A span over line ends is one for each line, without white space at their ends."""
    assert pieces == [text[start:end] for start, end in fragments(spans, text)]


@given(st.text(alphabet="ab \n\r\x85\u2028🕊"), st.integers(0, 9), st.integers(0, 9))
def test_fragments_lose_nothing(text: str, start: int, length: int) -> None:
    """Whatever the text, fragments hold all but white space."""
    kept = "".join(text[a:b] for a, b in fragments(((start, start + length),), text))

    assert "".join(text[start : start + length].split()) == "".join(kept.split())
    assert not set(kept) & set("\n\r\x85\u2028")


@pytest.mark.parametrize(
    ("lines", "contents"),
    [
        # as PolNeAR lays them out
        (
            "T1\tSource 0 3\tabc\nT2\tContent 5 9\tefgh\nT4\tAttribution 0 3\tabc\nE1\tAttribution:T4 Content:T2 Source:T1",
            [5],
        ),
        ("T1\tContent 5 9;12 14\tefgh lm", [5]),
        ("T2\tContent 9 10\tx\nT1\tContent 5 9\tefgh\nE1\tAttribution:T1 Content:T1 Content2:T2", [5]),
        ("T2\tContent 9 10\tx\nT1\tContent 5 9\tefgh", [5, 9]),
        ("T1\tPerson 5 9\tefgh\nR1\tx Arg1:T1 Arg2:T1\n*\tEquiv T1 T2\nN1\tReference T1 Wiki:1\tx\n\n", []),
        ("T1\tCue 5 9\tefgh\nE1\tAttribution:T1 Cue:T1", []),
        ("", []),
    ],
)
def test_what_annotators_leave(lines: str, contents: list[int]) -> None:
    """Events of several parts, contents in no event, and whatever else brat holds are read."""
    assert contents == [one.content[0][0] for one in annotated_in(lines)]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("T1\tContent x\tefgh", "line 1: has no offsets"),
        ("\nT1\tContent 9 5\tefgh", "line 2: has a span that ends before it begins"),
        ("E1\tAttribution:T1 Content:T7", "line 1: T7 is no annotation of text"),
        ("E1\tAttribution", "is no role of an event"),
    ],
)
def test_damage(lines: str, said: str) -> None:
    """A line that can't be read is named."""
    with pytest.raises(StandoffError, match=said):
        annotated_in(lines)
