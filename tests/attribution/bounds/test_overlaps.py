"""A content ends before a remark and before another's quotation."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.overlaps import off_remark, off_source, parted
from statements_cli.attribution.labelling.first_pass import Outline
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Cut, Read, words_left

# the rule, text, cue, content as labelled and as it is
ROWS = [
    (off_remark, "She said she left, though late.", "said", "she left, though late", "she left"),
    (off_remark, "She said she left, although late.", "said", "she left, although late", "she left"),
    (off_remark, "She said she left, despite him.", "said", "she left, despite him", "she left"),
    (off_remark, "She said she left, in spite of him.", "said", "she left, in spite of him", "she left"),
    (off_remark, "She said she left, in spite.", "said", "she left, in spite", "she left, in spite"),
    (off_remark, "She said she left in spite of him.", "said", "she left in spite of him", "she left in spite of him"),
    (off_remark, "She said gone, though she left.", "said", "gone, though she left", "gone, though she left"),
    (off_remark, "She left, though late, said it.", "said", "She left, though late", "She left, though late"),
    (off_remark, "She said she “left, though late”.", "said", "she “left, though late”", "she “left, though late”"),
    (off_remark, "She said she left, though “late”.", "said", "she left, though “late”", "she left, though “late”"),
    (off_remark, "She chanted “A” as they sat.", "chanted", "“A” as they sat", "“A”"),
    (off_remark, "She chanted “A” and “B” while they sat.", "chanted", "“A” and “B” while they sat", "“A” and “B”"),
    (off_remark, "She chanted as they sat.", "chanted", "as they sat", "as they sat"),
    (off_remark, "She chanted “A” when they sat.", "chanted", "“A” when they sat", "“A” when they sat"),
    (off_remark, "“She said she left, though late.”", "said", "she left, though late", "she left, though late"),
    (off_remark, "She said she left, though late, despite him.", "said", "she left, though late, despite him", "she left"),
    (off_remark, "She said she left though late.", "said", "she left though late", "she left though late"),
    (off_remark, "She said “it” and left, though late.", "said", "“it” and left, though late", "“it” and left"),
    (off_remark, "She said she left “it”, though late.", "said", "she left “it”, though late", "she left “it”"),
    (off_remark, "She said as she left, though late.", "said", "as she left, though late", "as she left"),
    (off_remark, "She chanted “A” then as they sat.", "chanted", "“A” then as they sat", "“A” then as they sat"),
    (off_remark, "She chanted “A”, “B” as they sat.", "chanted", "“A”, “B” as they sat", "“A”, “B”"),
    (off_remark, "“She chanted ‘A’ as they sat.”", "chanted", "‘A’ as they sat", "‘A’ as they sat"),
]  # fmt: skip

# text, pieces before and behind the verb, what stays
MEANWHILE = [
    ("It fell, she said as she left the hall.", "she left the hall", "It fell"),
    ("It fell, she said while she left the hall.", "while she left the hall", "It fell"),
    ("It fell, she said, as nobody left the hall.", "as nobody left the hall", "It fell / as nobody left the hall"),
    ("It fell, she said when she left the hall.", "when she left the hall", "It fell / when she left the hall"),
    ("It fell, she said as “she left the hall”.", "as “she left the hall”", "It fell / as “she left the hall”"),
]

# the text, its two pieces, the other's source, cue and content; what stays
NEXT = [
    ("“It fell,” she said Tuesday. “It rose,” he added.", ("“It fell,”", "“It rose,”"), "he", "added", "“It rose,”", "“It fell,”"),
    ("“It fell,” she said Tuesday. “It rose,” he knew.", ("“It fell,”", "“It rose,”"), "he", "knew", "“It rose,”", "“It fell,” / “It rose,”"),
    ("“It fell,” she said, “it rose,” he added.", ("“It fell,”", "“it rose,”"), "he", "added", "“it rose,”", "“It fell,” / “it rose,”"),
    ("“It fell,” she said Tuesday. “It rose,” added he.", ("“It fell,”", "“It rose,”"), "he", "added", "“It rose,”", "“It fell,”"),
    ("“It fell,” she said Tuesday. “It rose,” he added. “It shone.”", ("“It fell,”", "“It rose,”"), "he", "added", "“It rose,”", "“It fell,”"),
    ("“It fell,” she said Tuesday. It rose, he added.", ("“It fell,”", "It rose,"), "he", "added", "It rose,", "“It fell,” / It rose,"),
    ("“It fell,” she said Tuesday. “It rose,” as one two three four five six he added.", ("“It fell,”", "“It rose,”"), "he", "added", "“It rose,”", "“It fell,” / “It rose,”"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "content", "expected"), ROWS)
def test_off(rule: Cut, text: str, cue: str, content: str, expected: str) -> None:
    """What is no part of a content is cut off where it applies, whatever stands around the sentence."""
    assert {expected} == words_left(rule, text, cue, content)


@pytest.mark.parametrize(
    ("rule", "text", "cue", "content"),
    [row[:4] for row in ROWS if not row[3].startswith("as ")],
)
def test_pieces_before(
    rule: Cut,
    text: str,
    cue: str,
    content: str,
) -> None:
    """Only the last piece of a content is cut; those before it stay."""
    read = Read(f"{BEFORE}{text}")
    pieces = (read.span("Dahl"), read.span(content))
    found = rule(read.columns, pieces, read.span(cue))

    assert pieces[0] == found[0]
    assert 2 == len(found)


@pytest.mark.parametrize(("text", "pieces", "source", "cue", "content", "expected"), NEXT)
def test_next_speakers(text: str, pieces: tuple[str, str], source: str, cue: str, content: str, expected: str) -> None:
    """The last piece of a split quotation is another's where its own verb and speaker follow it."""
    for passage in (text, f"Ice melts. {text}", f"Ice melts. {text}{BEHIND}"):
        read = Read(passage)
        finding, other = read.finding("said", "she", pieces[0]), read.finding(cue, source, content)
        spans = tuple(read.span(piece) for piece in pieces)

        assert expected == read.words(parted(read.columns, finding, spans, other))


# what the Kremlin said; the other's source and cue; what stays of it
AGAIN = [
    ("they met in Rome, adding he is not ready", "The Kremlin", "adding", "they met in Rome"),
    ("they met in Rome, asserting he is not ready", "The Kremlin", "asserting", "they met in Rome, asserting he is not ready"),
    ("they met in Rome, added he is not ready", "The Kremlin", "added", "they met in Rome, added he is not ready"),
    ("they met in Rome, adding he is not ready", "", "adding", "they met in Rome"),
    ("they met in Rome, adding he is not ready", "they", "adding", "they met in Rome, adding he is not ready"),
    ("they met in Rome adding he is not ready", "The Kremlin", "adding", "they met in Rome adding he is not ready"),
    ("they met in Rome, “adding he is not ready”", "The Kremlin", "adding", "they met in Rome, “adding he is not ready”"),
    ("this was clear to all and tells men he is not ready", "The Kremlin", "tells", "this was clear to all and tells men he is not ready"),
    ("this was clear to all and telling men he is not ready", "The Kremlin", "telling", "this was clear to all and telling men he is not ready"),
    ("this was clear to all, told men he is not ready", "The Kremlin", "told", "this was clear to all, told men he is not ready"),
    ("“this was clear” to all and told men he is not ready", "The Kremlin", "told", "“this was clear” to all and told men he is not ready"),
    ("and told men he is not ready", "The Kremlin", "told", "and told men he is not ready"),
    ("this was clear to all who came and told men he is not ready", "The Kremlin", "told", "this was clear to all who came"),
    ("this was clear to all who came and believed he is not ready", "The Kremlin", "believed", "this was clear to all who came and believed he is not ready"),
    ("this was clear to all and believed he is not ready", "The Kremlin", "believed", "this was clear to all"),
    ("this was clear to all and assumed he is not ready", "The Kremlin", "assumed", "this was clear to all and assumed he is not ready"),
    ("this was clear and Ann Holt often noted he is not ready", "Ann Holt", "noted", "this was clear"),
    ("this was clear and Ann Holt then often noted he is not ready", "Ann Holt", "noted", "this was clear and Ann Holt then often noted he is not ready"),
    ("this was clear and Ann Holt notes he is not ready", "Ann Holt", "notes", "this was clear and Ann Holt notes he is not ready"),
    ("this was clear and Ann Holt assumed he is not ready", "Ann Holt", "assumed", "this was clear and Ann Holt assumed he is not ready"),
    ("this was clear to “all” and Ann Holt noted he is not ready", "Ann Holt", "noted", "this was clear to “all” and Ann Holt noted he is not ready"),
    ("the clear and Ann Holt noted he is not ready", "Ann Holt", "noted", "the clear and Ann Holt noted he is not ready"),
    ("this was clear to all while it noted he is not ready", "it", "noted", "this was clear to all"),
    ("this was clear to all while it believed he is not ready", "it", "believed", "this was clear to all while it believed he is not ready"),
    ("this was clear to all, as it noted he is not ready", "it", "noted", "this was clear to all"),
    ("this was clear to all if it noted he is not ready", "it", "noted", "this was clear to all if it noted he is not ready"),
    ("this was clear and Ann Holt believed he is not ready", "Ann Holt", "believed", "this was clear"),
    ("this was clear to all and “told men” he is not ready", "The Kremlin", "told", "this was clear to all and “told men” he is not ready"),
    ("this was clear to all as it noted he is not ready today", "it", "noted", "this was clear to all as it noted he is not ready today"),
    ("this was clear to all while it noted he is not ready, they hope", "it", "noted", "this was clear to all while it noted he is not ready, they hope"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "source", "cue", "expected"), AGAIN)
def test_somebody_speaks_again(content: str, source: str, cue: str, expected: str) -> None:
    """A content ends where the same speaker or another says more, and where nobody does it stays."""
    text = f"The Kremlin said {content}."
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        finding = read.finding("said", "The Kremlin", content)
        other = read.finding(cue, source, "he is not ready")

        assert expected == read.words(parted(read.columns, finding, (read.span(content),), other))


@pytest.mark.parametrize(("text", "behind", "expected"), MEANWHILE)
def test_meanwhile(text: str, behind: str, expected: str) -> None:
    """What a speaker did meanwhile is no part of what was said before it."""
    for passage in (text, f"Ice melts. {text}", f"Ice melts. {text}{BEHIND}"):
        read = Read(passage)
        pieces = (read.span("It fell"), read.span(behind))

        assert expected == read.words(off_remark(read.columns, pieces, read.span("said")))


@pytest.mark.parametrize(("text", "other", "expected"), [
    ("The house confirmed that it fell but insisted it rose.", ("insisted", "it rose"), "that it fell"),
    ("Kask confirmed the hope that it fell and asked us to leave.", ("asked", "us to leave"), "the hope that it fell"),
    ("Kask confirmed the hope that it fell and has asked us to leave.", ("asked", "us to leave"), "the hope that it fell and has asked us to leave"),
])  # fmt: skip
def test_again(text: str, other: tuple[str, str], expected: str) -> None:
    """A second verb of the same speaker's ends what was said, though it may be taken for a participle."""
    read = Read(text)
    content = text[text.index("confirmed") + 10 : -1]
    finding, second = read.finding("confirmed", "", content), read.finding(other[0], "", other[1])

    assert expected == read.words(parted(read.columns, finding, finding.content, second))


def test_inserted_speaker() -> None:
    """All that follows an inserted speaker is what is said, whoever speaks in it."""
    content = "it fell but men said it rose"
    read = Read(f"And, he added, {content}.")
    finding, other = read.finding("added", "he", content), read.finding("said", "men", "it rose")

    assert content == read.words(parted(read.columns, finding, finding.content, other))


@pytest.mark.parametrize(("text", "source", "pieces", "expected"), [
    ("“Is it over?” asked Putin.", "Putin", ("“Is it over?”", "Putin"), "“Is it over?”"),
    ("“Too much,” said her neighbour, Rudo.", "her neighbour, Rudo", ("“Too much,”", "her"), "“Too much,”"),
    ("Ann, who said “it fell”, left.", "who", ("who", "“it fell”"), "“it fell”"),
    ("“It fell,” said Putin, who left.", "Putin", ("“It fell,”", "Putin, who left"), "“It fell,” / Putin, who left"),
    ("“It fell,” said Putin.", "Putin", ("“It fell,”",), "“It fell,”"),
    ("“It fell,” said Ann who left.", "Ann", ("“It fell,”", "Ann who left"), "“It fell,”"),
    ("“It fell,” said a banner.", "banner", ("“It fell,”", "a banner"), "“It fell,”"),
    ("“It fell,” said old Ann.", "Ann", ("“It fell,”", "old Ann"), "“It fell,” / old Ann"),
    ("Skarv, a bank in Lund, said it fell.", "Skarv", ("Skarv, a bank in Lund,", "it fell"), "it fell"),
    ("Almost half of us said it fell.", "half of us", ("Almost half of us", "it fell"), "it fell"),
    ("Now in May half of us said it fell.", "half of us", ("Now in May half of us", "it fell"), "Now in May half of us / it fell"),
    ("“Skarv, a bank” said it fell.", "Skarv", ("“Skarv, a bank”", "it fell"), "“Skarv, a bank” / it fell"),
    ("It fell, said Putin.", "Putin", ("Putin",), "Putin"),
    ("“It fell,” said Putin.", "", ("“It fell,”", "Putin"), "“It fell,” / Putin"),
])  # fmt: skip
def test_off_source(text: str, source: str, pieces: tuple[str, ...], expected: str) -> None:
    """A piece of content that lies within the source is none, unless it is all there is."""
    read = Read(text)
    outline = Outline(tuple(map(read.span, pieces)), 0.9, 0.9, 0.9)
    finding = read.finding("asked" if "asked" in text else "said", source)._replace(contents=(outline,))

    assert expected == read.words(off_source(read.columns, finding).content)
