"""Run the commands of one installation of the project: a checkout or an interpreter that has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.record_differences import Answer, rows_of

SAMPLES = "samples"  # the articles inside the package: what a command without a path reads
QUERY = "peace talks"
TEXT = "we hope for a fair and durable peace"
ALL = ("--min-confidence", "0")  # what is doubtful too, whatever an installation leaves out by default
# name of a run: its arguments; the corpus stands in the place of None
RUNS: dict[str, tuple[str | None, ...]] = {
    "extract": ("extract", None, *ALL),
    "list": ("list", None, "--no-cache", "--json", "--act", "any", *ALL),
    "search": ("search", QUERY, None, "--no-cache", "--json", "-n", "0", *ALL),
    "who-said": ("who-said", TEXT, None, "--no-cache", "--json", *ALL),
    "speakers": ("speakers", None, "--no-cache", "--json", *ALL),
    "articles": ("articles", None, "--no-cache", "--json", *ALL),
}
INDEX = "corpus.db"
QUERIES = ("dialogue", "negoti* -peace", '"the United States"', "goverment securty", "country:CN trade")
MAX_SPEAKERS = 5  # speakers of a corpus whose statements are asked for by name

# Run inside the installation: one process answers many commands, each as a process of its own would.
ASKING = """
import contextlib, io, json, os, runpy, sys, traceback
os._exit = sys.exit  # the command ends its process so, which here answers further questions
answers = []
for arguments in json.load(sys.stdin):
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    status = 0
    sys.argv = ["statements", *arguments]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            runpy.run_module("statements_cli", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except Exception:
            traceback.print_exc()
            status = 1
    out, err = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in streams)
    answers.append({"status": status, "out": out, "err": err})
json.dump(answers, sys.stdout)
"""


class Installation:
    """One revision of the project that commands are run with."""

    def __init__(self, path: Path, timeout: float) -> None:
        """Take a checkout or an interpreter; raise ``ValueError`` where ``path`` is neither."""
        self.timeout = timeout  # seconds a command
        # an interpreter in a virtual environment is a link, which must not be resolved
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("STATEMENTS_", "PYTHON"))
        }
        if (absolute / "src" / "statements_cli").is_dir():
            self.python = sys.executable
            self.environment["PYTHONPATH"] = str(absolute / "src")
        elif absolute.is_file() and os.access(absolute, os.X_OK):
            self.python = str(absolute)
        else:
            raise ValueError(f"{path} is neither a checkout, nor an interpreter, nor a file written by --keep")
        self._root = ""

    def run(self, arguments: Sequence[str], folder: Path, stdin: str = "") -> Answer:
        """Run the interpreter with ``arguments`` in ``folder``, away from the user's settings and cache."""
        home = str(folder / "home")
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "STATEMENTS_CACHE_DIR": home}
        try:
            done = subprocess.run(
                [self.python, *arguments],
                input=stdin.encode(),
                capture_output=True,
                cwd=folder,
                env={**self.environment, **own, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100"},
                timeout=self.timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Answer(-1, "", f"no end after {self.timeout:g} s")
        out, err = (self._without_root(stream.decode("utf-8", "replace")) for stream in (done.stdout, done.stderr))
        return Answer(done.returncode, out, err)

    def start(self, folder: Path) -> None:
        """Find where the package lies; raise ``ValueError`` where it can't be imported."""
        answer = self.run(["-c", "import statements_cli; print(statements_cli.__path__[0])"], folder)
        if answer.status:
            raise ValueError(f"{self.python} can't import the project: {answer.err.strip().splitlines()[-1:]}")
        self._root = answer.out.strip()

    def _without_root(self, text: str) -> str:
        # the package lies elsewhere in each installation; paths of its samples must still agree
        return text.replace(self._root, "PACKAGE") if self._root else text


def first_answers(installation: Installation, corpus: str, folder: Path) -> dict[str, Answer]:
    """Read one corpus through every command of ``RUNS`` and build an index of it in ``folder``."""
    paths = [] if corpus == SAMPLES else [os.path.abspath(corpus)]  # noqa: PTH100
    command = ["-m", "statements_cli"]
    answers = {}
    for name, template in RUNS.items():
        arguments = [word for part in template for word in (paths if part is None else [part])]
        answers[name] = installation.run([*command, *arguments], folder)
    answers["index"] = installation.run([*command, "index", *paths, "-o", INDEX], folder)
    return answers


def questions(answers: Mapping[str, Answer], shown: int) -> dict[str, list[str]]:
    """Return what to ask the index: its lists, searches, speakers by name and up to ``shown`` ids.

    The ids and the names are taken from ``answers`` of the old installation, for both are asked the same.
    """
    records, rows = rows_of(answers["list"].out), rows_of(answers["speakers"].out)
    asked = {
        "index: list": ["list", *ALL],
        "index: list by speaker": ["list", "--sort", "speaker", "--act", "any", *ALL],
        "index: speakers": ["speakers", *ALL],
        "index: articles": ["articles", *ALL],
        f"index: who-said {TEXT}": ["who-said", TEXT, *ALL],
    }
    asked |= {f"index: search {query}": ["search", query, "-n", "0", *ALL] for query in QUERIES}
    names = [str(row["speaker"]) for row in rows if row.get("speaker")][:MAX_SPEAKERS]
    asked |= {f"index: who-said --speaker {name}": ["who-said", "--speaker", name, *ALL] for name in names}
    ids = sorted({str(record["id"]) for record in records if record.get("id")})
    step = max(1, -(-len(ids) // shown)) if shown else len(ids) + 1
    asked |= {f"index: show {name}": ["show", name] for name in (ids[::step] if shown else [])}
    return {name: [*arguments, "-c", INDEX, "--json"] for name, arguments in asked.items()}


def second_answers(installation: Installation, asked: Mapping[str, list[str]], folder: Path) -> dict[str, Answer]:
    """Ask the index in ``folder`` each of the questions."""
    answer = installation.run(["-c", ASKING], folder, json.dumps(list(asked.values())))
    if answer.status:
        return {"index: all": answer}
    return {name: Answer(**given) for name, given in zip(asked, json.loads(answer.out), strict=True)}
