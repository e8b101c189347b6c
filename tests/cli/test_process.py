"""What only a process shows: streams, encodings, pipes, signals, and what is imported."""

from __future__ import annotations

import io
import json
import os
import shlex
import signal
import subprocess
import sys
from multiprocessing import get_start_method
from pathlib import Path
from shutil import which

import pytest

from statements_cli.cli import group
from statements_cli.cli.app import main
from statements_cli.cli.group import COMMANDS, load_command
from statements_cli.output.environment import Environment

ROOT = Path(__file__).parents[2]
DRIVER = """\
import runpy, sys
from statements_cli import pipeline
pipeline.parse = runpy.run_path({fake!r})["parse"]
sys.argv[0] = "statements"
from statements_cli.__main__ import main
main()
"""
COMMAND = [sys.executable, "-c", DRIVER.format(fake=str(ROOT / "tests" / "fake_pipeline.py"))]
WIDE = "# “A” | B | 2025-01-01\n2025-01-01 | José Ñ | CN | speech | “peace” — 对话 😀\n"


def variables(**more: str) -> dict[str, str]:
    """Return this process's environment with the package found and nothing set that matters."""
    unwanted = ("PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED", "STATEMENTS_CORPUS", "LC_ALL", "LANG", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    # nothing is kept: what the stand-in for the pipeline finds is no answer for others
    return kept | {"PYTHONPATH": str(ROOT / "src"), "STATEMENTS_CACHE_DIR": os.devnull} | more


def ran(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env=variables(**more or {}),
        check=False,
        cwd=cwd,
    )


ENCODINGS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "utf-8"},
]


@pytest.mark.parametrize(
    ("surroundings", "format_"),
    [
        *((surroundings, format_) for surroundings in ENCODINGS for format_ in ("json", "table")),
        ({"PYTHONIOENCODING": "ascii"}, "csv"),
        ({"PYTHONIOENCODING": "ascii"}, "jsonl"),
    ],
)
def test_encodings(surroundings: dict[str, str], format_: str) -> None:
    """Whatever the stream takes, nothing crashes, and JSON reads back the same."""
    done = ran("list", "-", "--format", format_, stdin=WIDE.encode(), more=surroundings)

    assert (0, b"") == (done.returncode, done.stderr)
    if format_ == "json":
        assert "“peace” — 对话 😀" == json.loads(done.stdout.decode("utf-8"))[0]["text"]


@pytest.mark.parametrize("arguments", ["list", "list --json", "extract", "extract -j 2", "list -h"])
def test_closed_pipe(arguments: str, tmp_path: Path) -> None:
    """A reader that closes the pipe early ends the command quietly with 0."""
    line = "2025-01-01 | X Y | CN | speech | Words that fill a pipe's buffer soon enough\n"
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"# A{number} | B | 2025-01-01\n" + line * 500, encoding="utf-8")
    words = arguments.split()
    if "-j" in words and get_start_method() != "fork":
        pytest.skip("the stand-in for extraction is only the first process's")
    process = subprocess.Popen(
        [*COMMAND, *words, *([str(tmp_path)] if "-h" not in words else [])],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=variables(),
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (0, b"") == (process.wait(), said)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(jobs: str) -> None:
    """An interrupt ends the command with 130 and without a traceback."""
    process = subprocess.Popen(
        [*COMMAND, "extract", "-j", jobs, "-v"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=variables() | {"STATEMENTS_CORPUS": "-"},
        # whoever runs the tests may ignore it, and what is ignored stays so in a child
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stderr is not None
    assert b"STATEMENTS_CORPUS" in process.stderr.readline()  # it has begun, and now waits for standard input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)

    assert (130, b"") == (process.returncode, said)


@pytest.mark.parametrize("arguments", [["list", "-"], ["--version"], ["help"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_full_disk(unbuffered: str, arguments: list[str]) -> None:
    """Output that can't be written is an error with status 2."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*COMMAND, *arguments],
            input=WIDE.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            env=variables(PYTHONUNBUFFERED=unbuffered),
            check=False,
        )

    assert 2 == done.returncode
    assert done.stderr.startswith(b"statements: error: No space left on device")
    assert 1 == done.stderr.count(b"\n")


def test_version_loads_nothing() -> None:
    """The version is answered before the framework is loaded."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "statements_cli", "--version"],
        capture_output=True,
        env=variables(),
        check=False,
    )

    assert done.stdout.startswith(b"statements ")
    assert b"typer" not in done.stderr


def test_from_any_folder(tmp_path: Path) -> None:
    """The samples are found from any folder."""
    done = ran("articles", "--json", cwd=tmp_path, more={"HOME": str(tmp_path)})

    assert b"samples that come with statements" in done.stderr
    assert done.returncode in (0, 1)


EXAMPLES = [*(example for name in COMMANDS for example in load_command(name).examples), *group.EXAMPLES]
SHELL = frozenset("|&;<>$`*?~")
"""What only a shell understands; examples without it are read as a shell reads them, and run in this process."""


@pytest.fixture(scope="session")
def kept_samples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder for what is found in the samples, which are then read once."""
    return str(tmp_path_factory.mktemp("kept"))


@pytest.mark.parametrize("example", [example for example in EXAMPLES if SHELL.isdisjoint(example)])
def test_plain_examples_work(
    example: str, kept_samples: str, tmp_path: Path, corpus_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example of the help that is one call of the command finds something in the samples, as printed."""
    monkeypatch.chdir(tmp_path)
    corpus_file.write_text(WIDE, encoding="utf-8")  # the folder news/ that some examples name
    out, err = io.StringIO(), io.StringIO()
    environment = Environment(
        stdin=io.StringIO(),
        stdout=out,
        stderr=err,
        variables={"HOME": str(tmp_path), "STATEMENTS_CACHE_DIR": kept_samples, "TERM": "xterm"},
        folder=str(tmp_path),
    )

    status = main(shlex.split(example)[1:], environment)
    if status and "a package that is not installed" in err.getvalue():
        pytest.skip(err.getvalue())
    assert 0 == status, err.getvalue()
    assert "error" not in err.getvalue()
    assert out.getvalue() or " -o " in example


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("example", [example for example in EXAMPLES if not SHELL.isdisjoint(example)])
def test_examples_work_as_printed(example: str, tmp_path: Path, corpus_file: Path) -> None:
    """Every example of the help that a shell takes apart finds something when it is typed as printed."""
    if "jq" in example and not which("jq"):
        pytest.skip("jq is not installed")
    shim = tmp_path / "bin" / "statements"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = variables(PATH=path, STATEMENTS_CORPUS=str(corpus_file), HOME=str(tmp_path))
    done = subprocess.run(["sh", "-c", example], capture_output=True, env=surroundings, check=False, cwd=tmp_path)

    assert 0 == done.returncode
    assert b"error" not in done.stderr
    assert done.stdout or ">" in example or " -o " in example
