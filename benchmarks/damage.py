"""Damage indexes at random and ask them: damage is said or does no harm, and ``index --check`` finds all of it.

    python benchmarks/damage.py [--count 300] [--seed 1]

One small index of made-up articles is copied and damaged as disks, copying programs and other programs do it: pages
zeroed, swapped, doubled, left as they were before an update; bits, bytes and stretches overwritten; the file cut, or
replaced by another program's or another version's. The command line is then asked for lists, searches, speakers,
articles and passages, and each answer is as before ("harmless"), or is an error that says what is wrong ("told"), or
differs without a word ("silent").
"""

from __future__ import annotations

import argparse
import io
import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.index import update, write_files
from benchmarks.promises.outcome import Outcome
from statements_cli.cli.app import main as run_command
from statements_cli.output.environment import Environment
from statements_cli.store.index.seal import LARGEST

_FILES = 40
_PAGE = 4096  # bytes, as SQLite has it unless told otherwise
_QUESTIONS = (
    ("list", "--json", "--act", "any"),
    ("list", "--json", "--act", "any", "--sort", "speaker", "-n", "30"),
    ("search", "--json", "minister talks"),
    ("search", "--json", "negociations peace"),
    ("speakers", "--json"),
    ("articles", "--json"),
)
_SHOWN = 3  # statements that are shown in their passages


class Answer(NamedTuple):
    """What a command wrote, and its exit status."""

    status: int
    out: str
    said: str


class Case(NamedTuple):
    """One damaged index: how it was damaged, what its answers were, and whether the check found it."""

    damage: str
    silent: tuple[str, ...]
    told: bool
    wrong: tuple[str, ...]
    found: bool


def damaged_indexes(count: int, seed: int = 1) -> Outcome:
    """Try so many damaged indexes; return each time that damage was neither said nor harmless.

    Half of them are sealed, as small indexes are, so that opening one must find all damage that changes an answer.
    The others are as large ones are, of which ``index --check`` must find it. Failures are also a command that ends
    otherwise than with an answer or with one line that says what is wrong, and a change of the file by asking it.
    """
    failures: list[str] = []
    notes: list[str] = []
    for sealed in (True, False):
        kinds: Counter[str] = Counter()
        part = (count + sealed) // 2
        with TemporaryDirectory() as folder:
            for number, case in enumerate(tried(Path(folder), part, seed, sealed=sealed)):
                kinds["silent" if case.silent else "told" if case.told else "harmless"] += 1
                kinds["found by --check"] += case.found
                where = f"seed {seed}, {'sealed' if sealed else 'not sealed'}, number {number}, {case.damage}"
                failures += [f"{where}: {wrong}" for wrong in case.wrong]
                if case.silent and sealed:
                    failures.append(f"{where}: other answers to {', '.join(case.silent)}")
                elif (case.silent or case.told) and not case.found:
                    failures.append(f"{where}: --check finds nothing")
        counts = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
        notes.append(f"{part:,} {'sealed' if sealed else 'not sealed'}: {counts}")
    return Outcome(count, tuple(failures), "damaged indexes", "; ".join(notes))


def tried(folder: Path, count: int, seed: int, *, sealed: bool) -> Iterator[Case]:
    """Yield what becomes of so many damaged indexes, made in a folder."""
    news, path, copy = folder / "news", folder / "whole.db", folder / "damaged.db"
    write_files(news, _FILES)
    changed = news / "000" / "000003.txt"
    with patch("statements_cli.store.index.seal.LARGEST", LARGEST if sealed else 0):
        update(news, path)
        before = path.read_bytes()
        changed.write_text(changed.read_text("utf-8").replace(" ~ ", " ~ A. ", 1) + _LINE, "utf-8")
        update(news, path)
    whole = path.read_bytes()
    copy.write_bytes(whole)
    listed = ask("list", "--act", "any", "--fields", "id", "--format", "csv", "-c", str(copy)).out.split()
    questions = [(*words, "-c", str(copy)) for words in _QUESTIONS]
    questions += [("show", id_, "--json", "-c", str(copy)) for id_ in listed[5 :: len(listed) // _SHOWN][:_SHOWN]]
    expected = [ask(*question) for question in questions]
    for number in range(count):
        yield _case(copy, whole, before, questions, expected, random.Random(f"{seed} {number}"))


_LINE = "2024-03-05 ~ Mao Ning ~ CN ~ minister ~ Another sentence that was not there before the update\n"


def _case(
    copy: Path,
    whole: bytes,
    before: bytes,
    questions: Sequence[Sequence[str]],
    expected: Sequence[Answer],
    chance: random.Random,
) -> Case:
    name = chance.choice(list(DAMAGES))
    damaged = DAMAGES[name](bytearray(whole), before, chance)
    copy.write_bytes(damaged)
    silent: list[str] = []
    wrong: list[str] = []
    told = False
    for question, good in zip(questions, expected, strict=True):
        answer = ask(*question)
        if answer[:2] == good[:2]:
            continue
        if answer.status == 2 and _is_one_error(answer.said):
            told = True
        elif answer.status in (0, 1) and "Traceback" not in answer.said:
            silent.append(" ".join(question[:3]))
        else:
            wrong.append(f"{' '.join(question[:3])} ended with {answer.status}: {answer.said[-300:]}")
    check = ask("index", "--check", str(copy))
    if check.status not in (0, 2) or "fault of the program" in check.said:
        wrong.append(f"--check ended with {check.status}: {check.said[-300:]}")
    if copy.read_bytes() != damaged:
        wrong.append("asking it changed it")
    for beside in copy.parent.glob(f"{copy.name}-*"):
        wrong.append(f"{beside.name} is left")
        beside.unlink()
    return Case(name, tuple(silent), told, tuple(wrong), check.status == 2)


def ask(*words: str) -> Answer:
    """Return what the command line answers."""
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO(), {})
    status = run_command(list(words), environment)
    return Answer(status, environment.stdout.getvalue(), environment.stderr.getvalue())  # type: ignore[attr-defined]


def _is_one_error(said: str) -> bool:
    errors = [line for line in said.splitlines() if line.startswith("statements: error:")]
    return len(errors) == 1 and "fault of the program" not in said and "Traceback" not in said


# how files are damaged: of the index, what it was before an update, and chance


def _zeroed_page(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    at = _page(data, chance)
    data[at : at + _PAGE] = bytes(_PAGE)
    return bytes(data)


def _swapped_pages(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    one, other = _page(data, chance), _page(data, chance)
    data[one : one + _PAGE], data[other : other + _PAGE] = data[other : other + _PAGE], data[one : one + _PAGE]
    return bytes(data)


def _doubled_page(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    one, other = _page(data, chance), _page(data, chance)
    data[one : one + _PAGE] = data[other : other + _PAGE]
    return bytes(data)


def _stale_page(data: bytearray, before: bytes, chance: random.Random) -> bytes:
    changed = [
        at for at in range(0, min(len(data), len(before)), _PAGE) if data[at : at + _PAGE] != before[at:][:_PAGE]
    ]
    for at in chance.sample(changed, chance.randint(1, max(1, len(changed) // 2))):
        data[at : at + _PAGE] = before[at : at + _PAGE]
    return bytes(data)


def _flipped_bits(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    for _number in range(chance.choice((1, 1, 1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _flipped_bits_of_a_page(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    at = _page(data, chance)
    for _number in range(chance.choice((1, 4, 32))):
        data[at + chance.randrange(_PAGE)] ^= 1 << chance.randrange(8)
    return bytes(data)


def _changed_letter(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    while not chr(data[at]).isalnum():
        at = chance.randrange(len(data))
    data[at] = ord(chance.choice("aeiou0123"))
    return bytes(data)


def _overwritten(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((16, 512, 4096, 60_000))
    data[at : at + length] = chance.randbytes(len(data[at : at + length]))
    return bytes(data)


def _zeroed_sector(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) // 512) * 512
    data[at : at + 512] = bytes(512)
    return bytes(data)


def _header(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    for _number in range(chance.choice((1, 1, 3, 100))):
        data[chance.randrange(100)] = chance.randrange(256)
    return bytes(data)


def _cut(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    return bytes(data[: chance.choice((0, 10, 90, 100, 4096, chance.randrange(len(data)), _page(data, chance)))])


def _lengthened(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    return bytes(data) + chance.choice((bytes(_PAGE), chance.randbytes(chance.randrange(1, 3 * _PAGE))))


def _newer(data: bytearray, _: bytes, chance: random.Random) -> bytes:
    data[60:64] = chance.randrange(100, 1 << 31).to_bytes(4, "big")
    return bytes(data)


def _foreign(_: bytearray, __: bytes, chance: random.Random) -> bytes:
    with closing(sqlite3.connect(":memory:")) as other:
        other.executescript(
            "create table statement (number integer primary key, text); create table about (key, value)"
        )
        other.execute("insert into statement values (1, ?)", ("words " * chance.randrange(2000),))
        other.commit()
        return other.serialize()


DAMAGES: dict[str, Callable[[bytearray, bytes, random.Random], bytes]] = {
    "a zeroed page": _zeroed_page,
    "two pages swapped": _swapped_pages,
    "a page in place of another": _doubled_page,
    "pages of before an update": _stale_page,
    "flipped bits": _flipped_bits,
    "flipped bits of one page": _flipped_bits_of_a_page,
    "a changed letter": _changed_letter,
    "a stretch overwritten": _overwritten,
    "a zeroed sector": _zeroed_sector,
    "a changed header": _header,
    "cut": _cut,
    "lengthened": _lengthened,
    "a newer version": _newer,
    "another program's": _foreign,
}


def _page(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data) // _PAGE) * _PAGE


def main() -> int:
    """Try, and print what failed."""
    parser = argparse.ArgumentParser(description="Damage indexes at random and ask them.")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tried, failures, _, note, _ = damaged_indexes(options.count, options.seed)
    print(f"{len(failures)} failed of {tried}", note, *failures, sep="\n")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
