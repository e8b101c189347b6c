"""Whatever ends the writing of an index, it stays whole and usable, and readers go on meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from statements_cli.documents import Notice
from statements_cli.model import Document
from statements_cli.pipeline import Parsed, attempt
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.store.index import build as building
from statements_cli.store.index.build import IndexInputs, Outcome, update_index
from statements_cli.store.index.index_fault import IndexFault

ROOT = Path(__file__).parents[2]
DRIVER = """\
import resource, runpy, sys, time
from statements_cli import pipeline
from statements_cli.store.index import build as building
found = runpy.run_path({fake!r})["parse"]
def parse(document, names=None, model="fast"):
    time.sleep({slow})
    return found(document, names)
pipeline.parse = parse
building._IN_PLACE = {in_place}
if {most}:
    resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
sys.argv[0] = "statements"
from statements_cli.__main__ import main
main()
"""
FILES = 12
LINE = "2025-05-{day:02} | Speaker {name} Number{name} | CN | speech | {words} in the words of number {name} {pad}\n"
EVERYTHING = Filter(acts=("any",))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and locks of POSIX")


def command(*arguments: str, slow: float = 0, in_place: int = 300, most: int = 0) -> list[str]:
    """Return a call of the command, slowed, with so many changes made in place and files no longer than ``most``."""
    fake = str(ROOT / "tests" / "fake_pipeline.py")
    return [sys.executable, "-c", DRIVER.format(fake=fake, slow=slow, in_place=in_place, most=most), *arguments]


def surroundings() -> dict[str, str]:
    """Return the environment of a call: nothing set that matters."""
    kept = {name: value for name, value in os.environ.items() if name != "STATEMENTS_CORPUS"}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "STATEMENTS_CACHE_DIR": os.devnull}


def write_files(folder: Path, words: str, numbers: range = range(FILES)) -> None:
    """Write articles of some statements each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        lines = [LINE.format(day=1 + day, name=number * 10 + day, words=words, pad="word " * 30) for day in range(8)]
        text = f"# Talks {number} | Global Times | 2025-05-20\n{''.join(lines)}"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")


def update(news: Path, path: Path, parse: Callable[[Document], Parsed]) -> Outcome:
    """Make or update an index in this process."""
    return update_index(
        str(path),
        IndexInputs([str(news)]),
        lambda documents: (attempt(document, parser=lambda one, _: parse(one)) for document in documents),
        _fail_if_failed,
        lambda _: None,
        "e",
    )


def _fail_if_failed(notice: Notice) -> None:
    assert not notice.failed


def told(path: Path) -> list[str]:
    """Return what an index that must be whole has: every statement's text, found by a list and by its words."""
    index = Store.open(str(path))
    try:
        texts = [statement.text for statement in index.statements(EVERYTHING, "article")]
        (checked,) = index._connection.execute("pragma integrity_check").fetchone()
        for text in texts[::40]:
            assert text in {hit.statement.text for hit in index.search(text, EVERYTHING)}
    finally:
        index.close()

    assert "ok" == checked
    return texts


def unfinished(path: Path) -> list[Path]:
    """Return the files in which an index is being made."""
    return list(path.parent.glob(f".{path.name}.*.part"))


def is_written(path: Path, in_place: int) -> bool:
    """Return whether an index is being written, in place or in a file of its own."""
    written = [path.with_name(f"{path.name}-journal")] if in_place else unfinished(path)
    return any(one.exists() and one.stat().st_size for one in written)


def from_memory(news: Path, parse: Callable[[Document], Parsed]) -> list[str]:
    """Return the same from the files themselves."""
    files = sorted(news.iterdir())
    store = Store([parse(Document(str(file), file.read_text(encoding="utf-8"), "0" * 64)) for file in files])
    return [statement.text for statement in store.statements(EVERYTHING, "article")]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of articles, in a folder of its own."""
    news = tmp_path / "own" / "news"
    write_files(news, "First")
    return news


@pytest.fixture
def path(news: Path, run: Callable[..., Any]) -> Path:
    """An index of them."""
    path = news.parent / "news.db"
    assert 0 == run("index", str(news), "-q", "-o", str(path), variables=surroundings()).status
    return path


@pytest.mark.parametrize("in_place", [300, 0])
@pytest.mark.parametrize("after", [0.0, 0.05, 0.2])
def test_killed_at_any_moment(
    news: Path,
    path: Path,
    in_place: int,
    after: float,
    fake_parse: Callable[[Document], Parsed],
    run: Callable[..., Any],
) -> None:
    """A writer killed while it writes leaves what was before, and the next one makes what should be."""
    before = told(path)
    write_files(news, "Second")
    writer = subprocess.Popen(
        command("index", str(news), "-q", "-o", str(path), slow=0.004, in_place=in_place), env=surroundings()
    )
    deadline = time.monotonic() + 20
    while not is_written(path, in_place) and writer.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    after_all = from_memory(news, fake_parse)

    assert told(path) in (before, after_all)
    assert 0 == run("index", str(news), "-q", "-o", str(path), variables=surroundings()).status
    assert after_all == told(path)
    assert {"news", "news.db"} == {entry.name for entry in path.parent.iterdir()}


@pytest.mark.parametrize("after", [0.0, 0.1])
def test_killed_while_making(news: Path, after: float, fake_parse: Callable[[Document], Parsed]) -> None:
    """A writer killed while it makes an index leaves none, and what it leaves is no hindrance."""
    path = news.parent / "news.db"
    writer = subprocess.Popen(command("index", str(news), "-q", "-o", str(path), slow=0.04), env=surroundings())
    deadline = time.monotonic() + 20
    while not unfinished(path) and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()

    assert not path.exists()
    update(news, path, fake_parse)
    assert from_memory(news, fake_parse) == told(path)


def test_killed_in_the_middle_of_a_commit(path: Path) -> None:
    """What a killed writer wrote by halves is taken back by whoever opens the index next."""
    before = told(path)
    script = (
        "import os, signal, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('pragma cache_size = 2')\n"
        "c.execute('begin')\n"
        "c.execute('update statement set text = upper(text), source = text')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)

    assert path.with_name("news.db-journal").exists()
    assert before == told(path)


@pytest.mark.parametrize("in_place", [300, 0])
@pytest.mark.parametrize("share", [0.3, 0.9, 1.0])
def test_full_disk(news: Path, path: Path, in_place: int, share: float) -> None:
    """A file that can't grow leaves the index as it was, and one line says so."""
    before = told(path)
    write_files(news, "Second time and rather longer than it was before, so that it needs more room,")
    write_files(news, "More of it", range(FILES, 2 * FILES))
    most = int(path.stat().st_size * share)
    done = subprocess.run(
        command("index", str(news), "-q", "-o", str(path), in_place=in_place, most=most),
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == done.returncode
    assert ("statements: error: ", 1) == (done.stderr[:19], done.stderr.count("\n"))
    assert "could not be written" in done.stderr
    assert before == told(path)
    assert {"news", "news.db"} == {entry.name for entry in path.parent.iterdir()}


def test_full_disk_while_making(news: Path) -> None:
    """An index that there is no room for isn't made, and nothing is left of it."""
    done = subprocess.run(
        command("index", str(news), "-q", "-o", str(news.parent / "news.db"), most=50_000),
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == done.returncode
    assert "could not be written" in done.stderr
    assert ["news"] == [entry.name for entry in news.parent.iterdir()]


@pytest.mark.parametrize("in_place", [300, 0])
def test_readers_go_on_and_a_second_writer_says_so(
    news: Path, path: Path, in_place: int, fake_parse: Callable[[Document], Parsed]
) -> None:
    """While one writes, readers have what was before; another writer is told; then readers have the new."""
    before = told(path)
    write_files(news, "Second")
    writer = subprocess.Popen(
        command("index", str(news), "-q", "-o", str(path), slow=0.24, in_place=in_place), env=surroundings()
    )
    while not unfinished(path) and writer.poll() is None:
        time.sleep(0.001)
    time.sleep(0.3)
    reads = told(path)
    second = subprocess.run(
        command("index", str(news), "-o", str(path)), env=surroundings(), capture_output=True, text=True, check=False
    )
    running = writer.poll() is None

    assert running
    assert before == reads
    assert (2, True) == (second.returncode, "another statements index is writing" in second.stderr)
    assert 0 == writer.wait()
    assert from_memory(news, fake_parse) == told(path)


def test_a_reader_who_stays_keeps_what_it_reads(
    news: Path, path: Path, fake_parse: Callable[[Document], Parsed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader in the middle of an answer goes on with it; the change is made beside, and takes its place."""
    monkeypatch.setattr(building, "_COMMIT_WAIT", 0.1)
    update(news, path, fake_parse)
    write_files(news, "Second", range(3))
    reader = Store.open(str(path))
    found = iter(reader.statements(EVERYTHING, "article"))
    first = next(found).text
    outcome = update(news, path, fake_parse)
    rest = [statement.text for statement in found]
    reader.close()

    assert 3 == outcome.read
    assert "First" == first[:5]
    assert {"First"} == {text[:5] for text in rest}
    assert from_memory(news, fake_parse) == told(path)


def without_rights(call: list[str]) -> list[str]:
    """Return a call that may do no more than others may, whoever runs the tests."""
    if os.geteuid():
        return call
    if not shutil.which("setpriv"):
        pytest.skip("root may read and write everything")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *call]


def test_read_only(path: Path) -> None:
    """An index in a folder and a file that can't be written is read."""
    before = told(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    call = without_rights(command("list", "-c", str(path), "--json", "-n", "3"))
    try:
        listed = subprocess.run(call, env=surroundings(), capture_output=True, text=True, check=False)
        again = [*call[: call.index("list")], "index", str(path.parent / "news"), "-o", str(path)]
        written = subprocess.run(again, env=surroundings(), capture_output=True, text=True, check=False)
    finally:
        path.parent.chmod(0o755)

    assert (0, 3) == (listed.returncode, listed.stdout.count('"id"'))
    assert (2, 1) == (written.returncode, written.stderr.count("\n"))
    assert "can't be written" in written.stderr
    assert before == told(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("pragma application_id = 7", "is no index of statements"),
        ("pragma user_version = 99", "is an index of version 99"),
        ("update about set value = 'id,text' where key = 'record'", "was made by another version"),
    ],
)
def test_other_versions_and_other_files(path: Path, change: str, said: str, run: Callable[..., Any]) -> None:
    """An index of another version, and another program's file, get a clear error."""
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    done = run("list", "-c", str(path))

    assert (2, 1) == (done.status, done.err.count("\n"))
    assert said in done.err


def test_a_file_that_is_none_is_not_overwritten(news: Path, fake_parse: Callable[[Document], Parsed]) -> None:
    """What lies at the path of the index and is none stays."""
    path = news.parent / "precious.txt"
    path.write_text("Precious words")
    pipe = news.parent / "pipe"
    os.mkfifo(pipe)
    for place in (path, news, pipe):
        with pytest.raises(IndexFault):
            update(news, place, fake_parse)

    assert "Precious words" == path.read_text()
    assert pipe.is_fifo()


def test_what_cannot_be_read_is_not_overwritten(path: Path, news: Path) -> None:
    """A file that may be anything, for it can't be read, stays."""
    path.chmod(0)
    call = command("index", str(news), "-o", str(path))
    done = subprocess.run(without_rights(call), env=surroundings(), capture_output=True, text=True, check=False)
    path.chmod(0o644)

    assert (2, 1) == (done.returncode, done.stderr.count("\n"))
    assert "is there, and can't be read" in done.stderr
    assert len(told(path)) == FILES * 8


def test_workers_end_with_a_writer_that_is_killed(
    path: Path, news: Path, fake_parse: Callable[[Document], Parsed]
) -> None:
    """Whoever writes next needn't wait for the processes of one that was killed, and these end, too."""
    write_files(news, "Second")
    call = command("index", str(news), "-o", str(path), "-j", "2", slow=0.3)
    process = subprocess.Popen(call, env=surroundings(), stderr=subprocess.DEVNULL, start_new_session=True)
    while not (workers := children_of(process.pid)) or any(holds(worker, ".lock") for worker in workers):
        assert process.poll() is None  # by then they would have read all
        time.sleep(0.01)
    process.kill()
    process.wait()
    outcome = update(news, path, fake_parse)
    deadline = time.monotonic() + 60
    while any(map(runs, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert FILES == outcome.read
    assert [] == [worker for worker in workers if runs(worker)]


def children_of(process: int) -> list[int]:
    """Return the numbers of the processes that a process has started."""
    tasks = Path(f"/proc/{process}/task/{process}/children")
    if not tasks.parent.exists():
        pytest.skip("only Linux tells of the children of a process")
    return [int(number) for number in tasks.read_text().split()]


def holds(process: int, ending: str) -> bool:
    """Return whether a process has a file open whose name ends so."""
    held = []
    for file in Path(f"/proc/{process}/fd").glob("*"):
        with suppress(OSError):  # it has just been closed
            held.append(str(file.readlink()))
    return any(name.endswith(ending) for name in held)


def runs(process: int) -> bool:
    """Return whether a process hasn't ended, even if nobody asked yet how."""
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def test_a_journal_left_behind(path: Path, news: Path, fake_parse: Callable[[Document], Parsed]) -> None:
    """What a killed update left of an index that was then removed does nothing to the one made again."""
    journal, left = Path(f"{path}-journal"), path.with_name("left")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("pragma cache_size = 1; begin; update document set digest = digest || 'x'")
    connection.execute("update statement set text = 'other' || text")  # more than is held: written before the end
    shutil.copy(journal, left)
    connection.execute("rollback")
    connection.close()
    path.unlink()
    left.rename(journal)
    write_files(news, "Second")
    update(news, path, fake_parse)

    assert from_memory(news, fake_parse) == told(path)


@pytest.mark.parametrize("arguments", [["list", "-c"], ["index", "{news}", "-o"]])
def test_damaged(path: Path, news: Path, arguments: list[str], run: Callable[..., Any]) -> None:
    """An index whose middle was overwritten gets one line with what then works, never a traceback."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    words = [word.format(news=news) for word in arguments]
    done = run(*words, str(path))

    assert (2, 1) == (done.status, done.err.count("\n"))
    assert "is damaged" in done.err
    assert "Remove it, then make it again with statements index." in done.err


DAMAGE = [
    ("update document set packed = x'00ff'", ["show", "{id}"]),
    ("update article set packed = x'00ff'", ["list"]),
    ("update statement set spans = '[[1,2'", ["list"]),
    ("update statement set cue = cast(x'ff' as text)", ["search", "words"]),
    (
        "update statement set kind = 77; pragma writable_schema = on;"
        " delete from sqlite_schema where name = 'statement_id'",
        ["list", "--json"],
    ),
]


@pytest.mark.parametrize(("damage", "arguments"), DAMAGE)
def test_damaged_within(path: Path, damage: str, arguments: list[str], run: Callable[..., Any]) -> None:
    """Damage that SQLite itself doesn't see is told as what it is."""
    with sqlite3.connect(path) as connection:
        (id_,) = connection.execute("select id from statement").fetchone()
        connection.executescript(damage)
    connection.close()
    done = run(*(word.format(id=id_) for word in arguments), "-c", str(path))

    assert (2, 1) == (done.status, done.err.count("\n"))
    assert "is damaged" in done.err


def test_a_read_only_index_is_told_what_helps(path: Path, news: Path) -> None:
    """An index that may not be written isn't, however much is to be changed, and the hint is true."""
    before = path.read_bytes()
    write_files(news, "Second")
    path.chmod(0o444)
    for in_place in (300, 0):
        call = without_rights(command("index", str(news), "-o", str(path), in_place=in_place))
        done = subprocess.run(call, env=surroundings(), capture_output=True, text=True, check=False)

        assert (2, f"statements: error: {path} is read-only. Make it writable, or name another place with -o.\n") == (
            done.returncode,
            done.stderr,
        )
    assert before == path.read_bytes()
