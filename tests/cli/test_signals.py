"""Whatever asks a command to end, it leaves nothing behind and says what became of the index."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRIVER = """\
import runpy, sys, time
from statements_cli import pipeline
found = runpy.run_path({fake!r})["parse"]
def parse(document, *given, **named):
    time.sleep({slow})
    return found(document, *given, **named)
pipeline.parse = parse
sys.argv[0] = "statements"
from statements_cli.__main__ import main
main()
"""
ARTICLE = "# Talks {0} | Reuters | 2025-05-20\n2025-05-20 | Mao Ning | CN | speech | We want peace number {0}\n"
SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells of a process's signals"
)


def started(*arguments: str, slow: float = 0.05, ignored: signal.Signals | None = None) -> subprocess.Popen[bytes]:
    """Return a call of the command, extraction slowed, once it minds signals."""
    driver = DRIVER.format(fake=str(ROOT / "tests" / "fake_pipeline.py"), slow=slow)
    process = subprocess.Popen(
        [sys.executable, "-c", driver, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "STATEMENTS_CACHE_DIR": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: minding(ignored),
    )
    while process.poll() is None and not caught(process.pid) >> (signal.SIGTERM - 1) & 1:
        time.sleep(0.005)
    return process


def minding(ignored: signal.Signals | None) -> None:
    """Let a process mind all these signals but one, whatever whoever runs the tests ignores."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if ignored is not None:
        signal.signal(ignored, signal.SIG_IGN)


def caught(process: int) -> int:
    """Return the set of signals that a process minds, a bit each."""
    told = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1], 16) for line in told.splitlines() if line.startswith("SigCgt"))


def wait_for(file: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a file is there, by which a process shows how far it is."""
    while process.poll() is None and not file.exists():
        time.sleep(0.005)


def of_session(session: int) -> list[int]:
    """Return the processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[3]) == session:
            found.append(int(stat.parent.name))
    return found


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of forty articles."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(40):
        (news / f"{number}.txt").write_text(ARTICLE.format(number), encoding="utf-8")
    return news


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize(
    ("jobs", "all_of_them"), [("1", False), ("2", False), ("2", True)], ids=["alone", "one of three", "all of three"]
)
def test_an_index_that_is_being_made(news: Path, number: signal.Signals, jobs: str, all_of_them: bool) -> None:
    """One line says that nothing was saved; no file and no process is left."""
    path = news.parent / "news.db"
    process = started("index", str(news), "-o", str(path), "-j", jobs)
    wait_for(path.with_name(".news.db.lock"), process)
    (os.killpg if all_of_them else os.kill)(process.pid, number)
    _, said = process.communicate(timeout=60)

    assert (130, "statements: error: interrupted. Nothing was saved; there is no") == (
        process.returncode,
        said.decode()[:62],
    )
    assert 1 == said.count(b"\n")
    assert ["news"] == [entry.name for entry in news.parent.iterdir()]
    assert [] == of_session(process.pid)


def test_an_index_that_is_brought_up_to_date(news: Path) -> None:
    """The index is as it was, to the byte, and that is said."""
    path = news.parent / "news.db"
    started("index", str(news), "-q", "-o", str(path), slow=0).communicate(timeout=60)
    before = path.read_bytes()
    for number in range(20):
        (news / f"{number}.txt").write_text(ARTICLE.format(number + 100), encoding="utf-8")
    process = started("index", str(news), "-o", str(path))
    wait_for(path.with_name(".news.db.lock"), process)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)

    assert (130, f"statements: error: interrupted. Nothing was saved; {path} is as it was.\n") == (
        process.returncode,
        said.decode(),
    )
    assert before == path.read_bytes()
    assert {"news", "news.db"} == {entry.name for entry in news.parent.iterdir()}


def test_a_signal_that_is_ignored_stays_so(news: Path) -> None:
    """What ``nohup`` keeps from a command doesn't interrupt it."""
    path = news.parent / "news.db"
    process = started("index", str(news), "-o", str(path), slow=0.02, ignored=signal.SIGHUP)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=60)

    assert (0, True) == (process.returncode, path.exists())


IN_A_FORK = """
import os, signal
from statements_cli.cli.reading.workers import in_order

signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell it is ignored
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    print(list(in_order(abs, [1, -2], 2)))
except KeyboardInterrupt:
    print("interrupted")
"""


def test_a_signal_while_a_process_is_started() -> None:
    """It interrupts once the process is there; Python drops what is raised while it forks."""
    run = subprocess.run([sys.executable, "-c", IN_A_FORK], capture_output=True, text=True, timeout=60, check=False)

    assert ("interrupted\n", "") == (run.stdout, run.stderr)
