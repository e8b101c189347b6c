"""Annotations come back as the records they were made of, changed where an annotator changed them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from statements_cli.model import Statement
from statements_cli.output.brat.corrected import BratError, corrected_statements, pairs_in, read_pair
from statements_cli.output.brat.found_scores import Score, is_same_speaker, scores
from statements_cli.pipeline import parse
from statements_cli.query.filters import Filter
from statements_cli.store import Store

Read = Callable[[], list[Statement]]


@pytest.fixture
def read(folder: Path) -> Read:
    """Return what reads the folder as it now is."""

    def corrected() -> list[Statement]:
        held = [read_pair(path) for path in pairs_in(folder)]
        parsed = {one.document.path: parse(one.document) for one in held}
        store = Store(parsed.values())
        found = list(store.statements(Filter(acts="any", confidence=0), "article"))
        return [
            statement
            for one in held
            for statement in corrected_statements(
                one,
                parsed[one.document.path].articles,
                [statement for statement in found if statement.path == one.document.path],
                found,
            )
        ]

    return corrected


def test_they_come_back_as_they_went(read: Read, invented: Store, folder: Path) -> None:
    """What nobody changes is the same record, but for the path and the confidence of a person."""
    paths = {"news/one.txt": folder / "one.txt", "other/ONE.html": folder / "ONE-2.txt"}
    went = [
        replace(one, path=str(paths[one.path]), confidence=1.0)
        for one in invented.statements(Filter(confidence=0), "article")
    ]

    assert sorted(went, key=lambda one: one.path) == sorted(read(), key=lambda one: one.path)


@pytest.mark.parametrize(
    ("name", "before", "after", "changed"),
    [
        ("one", "speaker: Adela Brandt | date: 2025-05-20\n", "speaker: Piet Vos | date: 2025-05-19\n",
         {"speaker": "Piet Vos", "role": "spokesman", "date": "2025-05-19", "date_basis": "stated"}),
        ("one", "speaker: Adela Brandt", "speaker: Ana Sousa", {"speaker": "Ana Sousa", "type": "person", "role": None}),
        ("one", "speaker: Adela Brandt", "speaker: Reuters", {"speaker": "Reuters", "type": "media"}),
        ("one", "date: 2025-05-20", "date: soon", {"date": "2025-05-20"}),
        ("one", "Kind E1 indirect", "Kind E1 direct", {"kind": "direct", "quotes": ("the talks would go on 🕊",)}),
        ("one", "Act E1 speech", "Act E1 report", {"act": "report"}),
        ("one", "Act E1 speech", "Act E1 nonsense", {"act": "speech"}),
        ("one", "Content 100 123", "Content 100 121", {"text": "the talks would go on", "speaker": "Adela Brandt"}),
        ("one", " Cue:T2", "", {"cue": None}),
    ],
)  # fmt: skip
def test_corrections(read: Read, folder: Path, name: str, before: str, after: str, changed: dict[str, object]) -> None:
    """Speaker, day, kind, act and words are as corrected; what depends on them follows."""
    path = folder / f"{name}.ann"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    first = next(one for one in read() if one.path.endswith("one.txt"))

    assert changed == {key: getattr(first, key) for key in changed}


def test_what_was_missed(read: Read, folder: Path) -> None:
    """A content that an annotator adds is a record, spoken by its source, its kind seen by its quotation marks."""
    text = (folder / "silent.txt").read_bytes().decode() + "“Rain it was”, growled Otto.\n"
    (folder / "silent.txt").write_bytes(text.encode())
    content, source = text.index("“Rain"), text.index("Otto")
    (folder / "silent.ann").write_text(
        f"T1\tContent {content} {content + 13}\t“Rain it was”\nT2\tSource {source} {source + 4}\tOtto\n"
        "T3\tAttribution 0 3\tThe\nE1\tAttribution:T3 Content:T1 Source:T2\n",
        "utf-8",
    )
    [added] = [one for one in read() if one.path.endswith("silent.txt")]

    assert ("Rain it was", "direct", "Otto", "person") == (added.text, added.kind, added.speaker, added.type)
    assert ("Rain it was",) == added.quotes and 12 == len(added.id)
    assert "Rain it was" == text[slice(*added.spans.content[0])]


@pytest.mark.parametrize(
    ("annotations", "text", "said"),
    [
        (b"T1\tContent 0 999\tx\n", b"short", "a span ends at 999, and the text has 5 characters"),
        (b"\xff", b"short", "not UTF-8"),
        (b"", b"\xff", "not UTF-8"),
        (b"T1\tContent\tx\n", b"short", "line 1: has no offsets"),
    ],
)
def test_damaged_pairs(tmp_path: Path, annotations: bytes, text: bytes, said: str) -> None:
    """A pair that can't be read is named with what is wrong."""
    (tmp_path / "a.txt").write_bytes(text)
    (tmp_path / "a.ann").write_bytes(annotations)
    with pytest.raises(BratError, match=said):
        read_pair(tmp_path / "a.txt")


def test_links_are_passed_over(tmp_path: Path) -> None:
    """A text without annotations, and a link, are no pair."""
    for name in ("a.txt", "b.txt", "b.ann"):
        (tmp_path / name).write_text("")
    (tmp_path / "c.txt").symlink_to("b.txt")
    (tmp_path / "c.ann").write_text("")

    assert ["b.txt"] == [path.name for path in pairs_in(tmp_path)]


def test_scores(read: Read) -> None:
    """What is missed, misattributed and invented counts, one to one; attitudes don't."""
    first, second, *rest = read()
    text = "".join(f"w{at} " for at in range(400))
    attitude = replace(first, act="attitude")

    def of(found: list[Statement], wanted: list[Statement]) -> list[tuple[str, int, int]]:
        return [(one.measure, one.right, one.of) for one in scores([(text, found, wanted)])]

    assert [("found", 2, 2), ("speaker", 2, 2), ("not invented", 2, 2)] == of([first, second], [first, second])
    assert [("found", 1, 2), ("speaker", 1, 1), ("not invented", 1, 1)] == of([first], [first, second])
    assert [("found", 1, 1), ("speaker", 1, 1), ("not invented", 1, 2)] == of([first, second], [first])
    assert [("found", 1, 1), ("speaker", 0, 1), ("not invented", 1, 1)] == of([replace(first, speaker="Xu")], [first])
    assert [("found", 1, 1), ("speaker", 1, 1), ("not invented", 1, 2)] == of([first, first], [first])
    assert [("found", 0, 0), ("speaker", 0, 0), ("not invented", 0, 0)] == of([attitude], [attitude])
    assert rest and {"measure": "found", "right": 0, "of": 0, "share": None} == Score("found", 0, 0).to_dict()


@pytest.mark.parametrize(
    ("length", "right"),
    [(20, ("found", 1, 1)), (19, ("found", 0, 1)), (12, ("not invented", 1, 1)), (11, ("not invented", 0, 1))],
)
def test_how_much_must_be_found(read: Read, length: int, right: tuple[str, int, int]) -> None:
    """Half of the words in common make a statement found, three in ten one that is not invented."""
    first, *_ = read()
    text = "".join(f"{at:03} " for at in range(50))
    wanted = replace(first, spans=first.spans._replace(content=((0, 4 * 40),)))
    found = replace(first, spans=first.spans._replace(content=((0, 4 * length),)))

    assert right in [(one.measure, one.right, one.of) for one in scores([(text, [found], [wanted])])]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Adela Brandt", "Minister Adela Brandt", True),
        ("Brandt", "Adela Brandt", True),
        ("A. Brandt", "Adela Brandt", True),
        ("Piet Brandt", "Adela Brandt", False),
        ("the Kremlin", "Kremlin", True),
        (None, None, True),
        (None, "Brandt", False),
        ("Adela Vos", "Adela Brandt", False),
    ],
)
def test_same_speaker(one: str | None, other: str | None, same: bool) -> None:
    """Titles, articles and missing first names are forgiven, other names aren't."""
    assert same == is_same_speaker(one, other)
