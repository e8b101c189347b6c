"""Replay the kept inputs of all targets, then fuzz each for some seconds, guided by what the code does.

    python fuzz/run.py [TARGET ...] [--seconds 20] [--jobs 2] [--replay | --no-replay] [--keep]

The kept inputs are in ``fuzz/corpus``, an archive a target; with ``--keep`` those of the found ones that reach
code which no other reaches are put there. An input at which something is wrong is written to ``fuzz/found`` with
the error beside it, and the run ends with 1. Replaying needs nothing else; fuzzing needs the extra ``fuzz``.
For hours: ``--seconds 3600 --jobs 1``. What was found in one run is where the next begins (``fuzz/work``).
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

HERE = Path(__file__).resolve().parent
CORPUS, FOUND, WORK = HERE / "corpus", HERE / "found", HERE / "work"
LONGEST = 4096
"""Bytes of an input that is made."""
SLOWEST = 20
"""Seconds after which an input counts as one that never ends; the usual one takes some milliseconds."""
MOST_MEMORY = 2048
"""Megabytes after which an input counts as one that takes too much."""
MOST_KEPT = 60_000
"""Bytes of the inputs that are kept of one target."""


def main() -> int:
    """Replay and fuzz; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description="Fuzz extraction and the readers of all formats.")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=20, help="of each target")
    parser.add_argument("--jobs", type=int, default=2, help="targets at once")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--replay", action="store_true", help="only replay what is kept")
    either.add_argument("--no-replay", action="store_true", help="only fuzz, which begins with what is kept")
    parser.add_argument("--keep", action="store_true", help="keep inputs that reach what no other reaches")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options, _ = parser.parse_known_args()
    if options.inside:
        return fuzz_here(options.inside.split(","))
    from fuzz.targets import targets

    names = options.targets or list(targets())
    unknown = set(names) - set(targets())
    if unknown:
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(targets())}")
    wrong = [] if options.no_replay else [name for name in names if not replayed(name)]
    if not options.replay:
        shares = [share for job in range(options.jobs) if (share := names[job :: options.jobs])]
        with ThreadPoolExecutor(options.jobs) as pool:
            for broken in pool.map(lambda share: fuzzed(share, options.seconds), shares):
                wrong += broken
        if options.keep:
            for name in names:
                keep(name)
    print(f"wrong: {', '.join(sorted(set(wrong)))}" if wrong else f"{len(names)} targets, nothing wrong")
    return int(bool(wrong))


def kept(name: str) -> dict[str, bytes]:
    """Return the kept inputs of a target by their names."""
    path = CORPUS / f"{name}.zip"
    if not path.exists():
        return {}
    with zipfile.ZipFile(path) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def inputs(name: str) -> Iterator[bytes]:
    """Yield what a target starts from: the documents of samples and tests, then the kept inputs."""
    from fuzz.documents import seeds

    yield from seeds().get(name, ())
    yield from kept(name).values()


def replayed(name: str) -> bool:
    """Run a target on all it starts from; whether nothing is wrong."""
    from fuzz.targets import targets

    sound, count, began = True, 0, time.process_time()
    for data in inputs(name):
        count += 1
        try:
            targets()[name].run(data)
        except Exception:
            sound = False
            _note(name, data, traceback.format_exc())
    print(f"{name}: {count} inputs replayed in {time.process_time() - began:.1f} s", flush=True)
    return sound


def _note(name: str, data: bytes, error: str) -> None:
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"{name}-{sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    path.with_suffix(".txt").write_text(error, "utf-8", "backslashreplace")
    print(f"{path}:\n{error}", file=sys.stderr, flush=True)


def fuzzed(names: list[str], seconds: int) -> list[str]:
    """Fuzz targets one after the other in processes of their own; return those at which something was found."""
    FOUND.mkdir(exist_ok=True)
    for name in names:
        _work(name)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}"]
    limits += [f"-max_len={LONGEST}", f"-dict={_dictionary()}", "-print_final_stats=1"]
    call = _inside(",".join(names), *limits)
    done = subprocess.run(call, capture_output=True, text=True, errors="replace", check=False)
    wrong = []
    for name in names:
        log, ended = _log(name), f"{name}: ended soundly" in done.stdout
        lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else done.stderr.splitlines()
        runs = [line.split()[-1] for line in lines if "number_of_executed_units" in line]
        print(f"{name}: {''.join(runs) or 'no'} inputs made in {seconds} s", flush=True)
        if not ended:
            wrong.append(name)
            print("\n".join(lines[-60:]), file=sys.stderr, flush=True)
    return wrong


def keep(name: str) -> None:
    """Keep the inputs of a target that reach what no other reaches, the shortest first, up to a size in all."""
    least = WORK / f"{name}-least"
    shutil.rmtree(least, ignore_errors=True)
    least.mkdir(parents=True)
    call = _inside(name, "-merge=1", f"-timeout={SLOWEST}", f"-max_len={LONGEST}", str(least), str(_work(name)))
    subprocess.run(call, capture_output=True, check=False)
    CORPUS.mkdir(exist_ok=True)
    size = 0
    with zipfile.ZipFile(CORPUS / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(least.iterdir(), key=lambda path: (path.stat().st_size, path.name)):
            size += path.stat().st_size
            if size > MOST_KEPT:
                break
            archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    print(f"{name}: {len(kept(name))} inputs kept", flush=True)


def fuzz_here(names: list[str]) -> int:
    """Fuzz targets one after the other by the arguments that follow, each in a child of this process.

    What is fuzzed is made to tell which of its lines are reached while it is imported, which takes longer than
    starting a process: it is done once for all. A target alone, as libFuzzer itself asks for, runs in this process.
    """
    import atheris

    with atheris.instrument_imports(include=["statements_cli"]):
        import statements_cli

        for module in pkgutil.walk_packages(statements_cli.__path__, "statements_cli."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        from fuzz.targets import targets
    given = sys.argv[sys.argv.index(",".join(names)) + 1 :]
    if len(names) == 1 and "-merge=1" in given:
        _fuzz(names[0], given, targets()[names[0]].run)
    for name in names:
        child = os.fork()
        if not child:
            log = os.open(_log(name), os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
            os.dup2(log, 1)
            os.dup2(log, 2)
            _fuzz(name, [*given, f"-artifact_prefix={FOUND}/{name}-", str(WORK / name)], targets()[name].run)
        _, status = os.waitpid(child, 0)
        print(f"{name}: ended {status or 'soundly'}", flush=True)
    return 0


def _fuzz(name: str, arguments: list[str], run: Callable[[bytes], None]) -> NoReturn:
    import atheris

    again = " ".join(_inside(name))  # what the fuzzer calls, through a shell, to run itself
    atheris.Setup([again, *arguments], run)
    atheris.Fuzz()
    raise SystemExit


def _log(name: str) -> Path:
    return WORK / f"{name}.log"


def _inside(name: str, *arguments: str) -> list[str]:
    return [sys.executable, str(Path(__file__).resolve()), "--inside", name, *arguments]


def _work(name: str) -> Path:
    """Return the folder of a target's inputs, with those it starts from in it."""
    work = WORK / name
    work.mkdir(parents=True, exist_ok=True)
    for data in inputs(name):
        (work / sha256(data).hexdigest()[:40]).write_bytes(data)
    return work


def _dictionary() -> Path:
    """Return a file of the pieces of texts in the form that the fuzzer reads."""
    from fuzz.texts import words

    pieces = sorted({piece.encode() for kind in words().values() for piece in kind})
    lines = ["".join(f"\\x{byte:02X}" for byte in piece) for piece in pieces]
    path = WORK / "dictionary.txt"
    part = path.with_suffix(f".{os.getpid()}")
    part.write_text("".join(f'"{line}"\n' for line in lines), "ascii")
    return part.replace(path)


if __name__ == "__main__":
    sys.exit(main())
