"""Unannotated articles become training texts, and what the teacher holds of them what a labeller learns from."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from training.lessons import Lesson, cues_taught, none_but, read_lessons, write_lessons  # noqa: E402
from training.unannotated import SHORTEST, paragraphs_of, read_articles  # noqa: E402

PLAIN = (
    "The harbour of the old town was closed for the third day on Monday because of the storm that came from the west. "
)


def lesson() -> Lesson:
    """Two cues of a text of six tokens, each with a window of four tokens; content is likely beside the first alone."""
    parts = np.zeros((8, 5), np.uint8)
    parts[:, 0] = 255
    parts[2] = (0, 0, 0, 255, 0)
    nothing = np.zeros((6, 7), np.uint8)
    cues = np.array([(1, 2, 0, 4), (4, 5, 2, 6)], np.int32)
    return Lesson(nothing, cues, parts, np.zeros((0, 4), np.int32), np.zeros(0, np.float32))


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([(1, 2), (4, 5)], [((1, 2), 0), ((4, 5), 2)]),
        ([(0, 2)], [((0, 2), 0)]),  # another span of the same cue; the second one has no content
        ([(3, 4)], [((3, 4), None), ((1, 2), 0)]),  # one that the teacher has not looked at, and one missed
    ],
)
def test_cues_are_taught(cues: list[tuple[int, int]], expected: list[tuple[tuple[int, int], int | None]]) -> None:
    """Each likely cue has what the teacher holds of it; of those missed only one with a content is added."""
    taught = [(span, None if one is None else one.first) for span, one in cues_taught(lesson(), cues)]
    assert expected == taught


def test_windows_are_aligned() -> None:
    """A window that reaches farther than the teacher's has no labels there, and none within the cue."""
    ((_, taught),) = cues_taught(lesson(), [(1, 2)])
    rows = none_but(taught, (1, 6), (1, 2))
    assert [[255, 0, 0, 0, 0], [0, 0, 0, 255, 0], *[[255, 0, 0, 0, 0]] * 3] == rows.tolist()
    assert [[255, 0, 0, 0, 0]] * 3 == none_but(None, (0, 3), (1, 2)).tolist()


def test_lessons_are_kept(tmp_path: Path) -> None:
    """What is written is read again, by the names of texts."""
    write_lessons(tmp_path / "lessons.npz", [("first", lesson()), ("second", lesson())])
    kept = read_lessons(tmp_path / "lessons.npz")
    assert ["first", "second"] == list(kept)
    assert lesson().parts.tolist() == kept["second"].parts.tolist()


def test_paragraphs_end_after_sentences() -> None:
    """A paragraph ends after a sentence, not within a quotation and not before the same speaker's next one."""
    said = '"It will not open. Nobody knows when it will," the mayor said. "We wait." '
    paragraphs = list(paragraphs_of((PLAIN * 4 + said + PLAIN * 4).strip(), random.Random(1)))
    assert len(paragraphs) > 2
    assert (PLAIN * 4 + said + PLAIN * 4).split() == " ".join(paragraphs).split()
    assert [1] == [paragraph.count("mayor") for paragraph in paragraphs if "We wait" in paragraph]
    assert all(paragraph.count('"') % 2 == 0 and paragraph.endswith((".", '"')) for paragraph in paragraphs)


def test_damaged_articles_are_left_out(tmp_path: Path) -> None:
    """Articles that are short, damaged or there already are left out; an apostrophe printed as a mark is mended."""
    long = PLAIN * (SHORTEST // len(PLAIN) + 1)
    bodies = [PLAIN, long + 'It didn"t open.', long + "Again.", "\ufffd" + long]
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerows([("article_id", "text"), *enumerate(bodies)])
    with zipfile.ZipFile(tmp_path / "articles.zip", "w") as file:
        file.writestr("articles.csv", table.getvalue())
    texts = read_articles(tmp_path / "articles.zip", 9)
    assert 1 == len(texts)
    assert texts[0].name in ("unannotated_1", "unannotated_2")
    assert '"' not in texts[0].text
