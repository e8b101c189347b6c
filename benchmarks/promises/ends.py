"""End builds and updates of an index, and writing of the cache, by signals: nothing is lost, nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.promises.command import ALL_STATEMENTS, ARTICLE, STATEMENTS, run, surroundings
from benchmarks.promises.outcome import CLOCK, Outcome

_ARTICLES = 30
_LATEST = 1.2  # seconds after which the latest signal comes; a build takes about as long
_PATIENCE = 60  # seconds of the clock until a process that was asked to end must have ended


def kill_writers(count: int, seed: int) -> Outcome:
    """Kill builds, updates and writers of the cache at random moments; then look, and run them again."""
    chance = Random(seed)
    failures: list[str] = []
    tried = ended = 0
    with _corpus() as place:
        expected = {word: _listed(place, word) for word in ("first", "second")}
        for number in CLOCK.turns(count, "kill -9"):
            task = ("build", "update", "cache")[number % 3]
            _fresh(place, task)
            running = _start(place, task, jobs=1 + number // 3 % 2)
            time.sleep(chance.uniform(0, _LATEST))
            ended += running.poll() is None
            _signal(running, signal.SIGKILL)
            running.communicate()
            tried += 1
            failures += [f"{task}, number {number}: {fault}" for fault in _after_kill(place, task, expected)]
    note = f"{ended} of them before the command had ended; builds, updates and writing of the cache in turn"
    return Outcome(tried, tuple(failures), "kills", note)


def interrupt_writers(count: int, seed: int) -> Outcome:
    """Send SIGTERM, SIGINT and SIGPIPE at random moments, ``count`` times each."""
    chance = Random(seed)
    failures: list[str] = []
    tried = ended = 0
    with _corpus() as place:
        expected = {word: _listed(place, word) for word in ("first", "second")}
        for number in CLOCK.turns(count, "signals"):
            for sent in (signal.SIGTERM, signal.SIGINT):
                task = ("build", "update")[number % 2]
                _fresh(place, task)
                running = _start(place, task, jobs=1 + number // 2 % 2)
                time.sleep(chance.uniform(0.15, _LATEST))
                running.send_signal(sent)
                faults, was_running = _after_signal(place, task, running, expected)
                ended += was_running
                tried += 1
                failures += [f"{sent.name} to {task}, number {number}: {fault}" for fault in faults]
            failures += [f"SIGPIPE, number {number}: {fault}" for fault in _broken_pipe(place, chance)]
            tried += 1
    note = f"{ended} of SIGTERM and SIGINT before the command had ended"
    return Outcome(tried // 3, tuple(failures), "times each signal", note)


def fill_disks(count: int, seed: int) -> Outcome:
    """Build and update where files may not grow, on a small file system, and where nothing may be written."""
    chance = Random(seed)
    failures: list[str] = []
    tried = 0
    skipped: list[str] = []
    with _corpus() as place:
        before = _listed(place, "first")
        size = (place / "kept.db").stat().st_size
        for number in CLOCK.turns(count, "full disks"):
            task = ("build", "update")[number // 4 % 2]
            _fresh(place, task)
            way = ("limit", "small file system", "read-only folder", "read-only file")[number % 4]
            share = chance.uniform(0.05, 0.9)
            if way == "limit" and not shutil.which("prlimit"):
                skipped.append(way)
                continue
            if way == "limit":
                done = _full(place, task, ("prlimit", f"--fsize={int(size * share)}"))
            elif way == "small file system":
                found = _on_small_disk(place, task, int(size * share), before)
                if found is None:
                    skipped.append(way)
                    continue
                failures += [f"{way}, {task}, number {number}: {fault}" for fault in found]
                tried += 1
                continue
            else:
                refused = _read_only(place, task, way)
                if refused is None:
                    skipped.append(way)
                    continue
                done = refused
            tried += 1
            faults = _after_full(place, task, done, before)
            failures += [f"{way}, {task}, number {number}: {fault}" for fault in faults]
    left_out = f"; not possible here: {', '.join(sorted(set(skipped)))}" if skipped else ""
    return Outcome(tried, tuple(failures), "full disks", f"by limits, a small file system, read-only{left_out}")


@contextmanager
def _corpus() -> Iterator[Path]:
    """Give a folder with articles in two versions and an index of the first."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for word in ("first", "second"):
            folder = place / word
            folder.mkdir()
            for number in range(_ARTICLES):
                (folder / f"{number}.txt").write_text(ARTICLE.format(number=number, word=word), "utf-8")
        (place / "news").mkdir()
        _use(place, "first")
        done = run("index", "news", "-q", "-o", "kept.db", folder=place)
        assert done.status == 0, done.err
        yield place


def _use(place: Path, word: str) -> None:
    """Put one version of the articles in the folder."""
    for path in (place / word).iterdir():
        shutil.copyfile(path, place / "news" / path.name)


def _listed(place: Path, word: str) -> list[str]:
    """Return what is found in one version of the articles, as the files themselves tell."""
    _use(place, word)
    return run("list", "news", *ALL_STATEMENTS, folder=place).out.splitlines()


def _fresh(place: Path, task: str) -> None:
    """Bring the folder to the state before a task."""
    for path in place.glob("news.db*"):
        path.unlink()
    shutil.rmtree(place / "cache", ignore_errors=True)
    if task == "update":
        shutil.copyfile(place / "kept.db", place / "news.db")
    _use(place, "second" if task == "update" else "first")


def _call(task: str, jobs: int) -> list[str]:
    call = ["list", "news", *ALL_STATEMENTS] if task == "cache" else ["index", "news", "-o", "news.db", "-j", str(jobs)]
    return [*STATEMENTS, *call]


def _start(place: Path, task: str, jobs: int) -> subprocess.Popen[bytes]:
    environment = surroundings(str(place / "cache") if task == "cache" else os.devnull)
    pipe = subprocess.PIPE
    return subprocess.Popen(
        _call(task, jobs), cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe,
        start_new_session=True,
    )  # fmt: skip


def _signal(running: subprocess.Popen[bytes], sent: int) -> None:
    if running.poll() is None:
        running.send_signal(sent)


def _index_of(place: Path) -> list[str] | str:
    """Return what the index holds, or what is said where it can't be read."""
    done = run("list", "-c", "news.db", *ALL_STATEMENTS, folder=place)
    return done.out.splitlines() if done.status == 0 else done.err


def _after_kill(place: Path, task: str, expected: dict[str, list[str]]) -> Iterator[str]:
    """Yield what is wrong after a kill, and after the same command was run again."""
    _wait_for_workers(place)
    if task == "cache":
        again = run("list", "news", *ALL_STATEMENTS, folder=place, cache=str(place / "cache"))
        if again.out.splitlines() != expected["first"] or again.status:
            yield f"the next run finds something else ({again.status} {again.err[:200]})"
        return
    held = _index_of(place) if (place / "news.db").exists() else None
    allowed = [expected["first"], expected["second"]] if task == "update" else [None, expected["first"]]
    if held not in allowed:
        yield f"the index is neither as before nor as it should be: {str(held)[:200]}"
    again = run("index", "news", "-q", "-o", "news.db", folder=place)
    if again.status:
        yield f"the next run fails: {again.err[:200]}"
    elif _index_of(place) != expected["second" if task == "update" else "first"]:
        yield "the next run leaves something out"
    check = run("index", "--check", "news.db", folder=place)
    if check.status:
        yield f"--check finds damage: {check.err[:200]}"
    if left := _left(place):
        yield f"left behind: {left}"


def _after_signal(
    place: Path, task: str, running: subprocess.Popen[bytes], expected: dict[str, list[str]]
) -> tuple[list[str], bool]:
    """Return what is wrong after a signal, and whether the command had not ended by itself."""
    faults = []
    try:
        _, said = running.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        return ["does not end"], True
    if orphans := _wait_for_workers(place):
        faults.append(f"orphans: {orphans}")
    if left := _left(place):
        faults.append(f"left behind: {left}")
    if running.returncode == 0:
        return faults, False
    lines = [line for line in said.decode("utf-8", "replace").replace("\r", "\n").splitlines() if line.strip()]
    words = [line for line in lines if line.startswith("statements:")]
    if len(words) > 1 or b"Traceback" in said or b"fault of the program" in said:
        faults.append(f"says more than a line: {said[-400:]!r}")
    # a signal may come when all is written: then that is what must be said, as so or as what was read, and so
    saved = b"All was saved" in said or b" files read, " in said
    wanted = expected["second" if task == "update" else "first"] if saved else None
    if wanted is None and task == "update":
        wanted = expected["first"]
    held = _index_of(place) if (place / "news.db").exists() else None
    if held != wanted:
        faults.append(f"the index is not as it was, and {said[-200:]!r} is said")
    return faults, True


def _broken_pipe(place: Path, chance: Random) -> Iterator[str]:
    """Read a part of a list and close the pipe; yield what is wrong."""
    command = chance.choice([["list", "news", "--format", "jsonl"], ["extract", "news"], ["list", "-c", "kept.db"]])
    running = subprocess.Popen(
        [*STATEMENTS, *command, "-q"], cwd=place, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    assert running.stdout is not None and running.stderr is not None
    running.stdout.read(chance.choice((0, 1, 100)))
    running.stdout.close()
    said = running.stderr.read()
    if running.wait(_PATIENCE) not in (0, 1, -signal.SIGPIPE, 128 + signal.SIGPIPE, 2) or said:
        yield f"ends with {running.returncode} and says {said[-300:]!r}"


def _wait_for_workers(place: Path) -> list[int]:
    """Return the processes in the folder that haven't ended some seconds after their parent."""
    deadline = time.monotonic() + _PATIENCE / 2
    while (running := _processes_in(place)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return running


def _processes_in(place: Path) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == place.resolve() and int(process.name) != os.getpid():
                found.append(int(process.name))
        except OSError:
            continue
    return found


def _left(place: Path) -> list[str]:
    known = {"first", "second", "news", "cache", "kept.db", "news.db"}
    return sorted(path.name for path in place.iterdir() if path.name not in known)


def _full(place: Path, task: str, before: tuple[str, ...]) -> tuple[int, str]:
    done = run(*_call(task, 1)[3:], folder=place, before=before)
    return done.status, done.err


def _after_full(place: Path, task: str, done: tuple[int, str], before: list[str]) -> Iterator[str]:
    status, said = done
    errors = [line for line in said.splitlines() if line.startswith("statements: error:")]
    if status == 0:
        return  # it found room
    if status != 2 or len(errors) != 1 or "fault of the program" in said:
        yield f"ends with {status} and says {said[-300:]!r}"
    if task == "update" and _index_of(place) != before:
        yield "the index is not as it was"
    if task == "build" and (place / "news.db").exists():
        yield "half an index is there"
    if left := _left(place):
        yield f"left behind: {left}"


def _on_small_disk(place: Path, task: str, size: int, before: list[str]) -> list[str] | None:
    """Do a task on a file system of its own that is too small; None where none can be made."""
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    room = max(size, 1 << 16) + ((place / "kept.db").stat().st_size if task == "update" else 0)
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    ):
        disk.rmdir()
        return None
    try:
        if task == "update":
            shutil.copyfile(place / "kept.db", disk / "news.db")
        done = run("index", "news", "-o", "disk/news.db", folder=place)
        there = (disk / "news.db").exists()
        held = run("list", "-c", "disk/news.db", *ALL_STATEMENTS, folder=place).out.splitlines() if there else None
        left = sorted(path.name for path in disk.iterdir() if path.name != "news.db")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
        disk.rmdir()
    faults = [f"left behind: {left}"] if left else []
    if done.status == 0:
        return faults
    if done.status != 2 or done.err.count("statements: error:") != 1 or "room" not in done.err:
        faults.append(f"ends with {done.status} and says {done.err[-300:]!r}")
    if held != (before if task == "update" else None):
        faults.append("the index is not as it was")
    return faults


def _read_only(place: Path, task: str, way: str) -> tuple[int, str] | None:
    """Do a task where nothing may be written; None where it may be all the same."""
    before: tuple[str, ...] = ()
    if not os.geteuid():  # who may write everywhere gives that up
        if not shutil.which("setpriv"):
            return None
        before = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
    index = place / "news.db"
    if way == "read-only file" and not index.exists():
        shutil.copyfile(place / "kept.db", index)
        _use(place, "second")
    try:
        if way == "read-only file":
            index.chmod(0o444)
        place.chmod(0o555)
        status, said = _full(place, task, before)
    finally:
        place.chmod(0o755)
        if index.exists():
            index.chmod(0o644)
    if way == "read-only file" and task == "build":
        index.unlink()  # it was only there to be read-only
    if status == 2 and "room" in said:
        said += "\nstatements: error: told to make room where nothing may be written"
    return status, said
