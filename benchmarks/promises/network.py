"""Try every command under strace: none opens a socket, whatever it reads."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from benchmarks.promises.command import run
from benchmarks.promises.outcome import CLOCK, Outcome
from statements_cli.cli.group import COMMANDS

_PAGE = (
    "<!DOCTYPE html><html><head><title>Talks</title><base href='http://127.0.0.1:9/'><link rel='stylesheet' "
    "href='http://127.0.0.1:9/a.css'></head><body><img src='http://127.0.0.1:9/a.png'><article><p>“We hope so very "
    "much,” the minister said on Monday in Geneva.</p></article></body></html>"
)
_FEED = (
    "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/rss.dtd'><rss><channel><item><title>Talks</title>"
    "<link>http://127.0.0.1:9/</link><description>“We hope so,” she said.</description></item></channel></rss>"
)
_CALL = re.compile(r"^(?:\[pid +\d+\] )?(?:\d+ +)?(socket|connect|bind|sendto|socketpair)\(.*", re.MULTILINE)


def trace_commands(count: int, _seed: int) -> Outcome:
    """Run every command under strace over articles of several formats; ``count`` bounds the commands."""
    if not shutil.which("strace"):
        return Outcome(0, skipped="strace is not installed: apt-get install strace", unit="commands")
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder, index, cache = Path(place) / "news", Path(place) / "news.db", str(Path(place) / "cache")
        folder.mkdir()
        for number, sample in enumerate(sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))):
            (folder / f"{number}.txt").write_bytes(sample.read_bytes())
        (folder / "page.html").write_text(_PAGE)
        (folder / "feed.xml").write_text(_FEED)
        (folder / "german.txt").write_text("„Wir hoffen das sehr“, sagte der Minister am Montag in Genf.\n" * 3)
        id_ = run("list", folder, "--fields", "id", "--format", "csv").out.split()[1]
        places = (str(folder), str(index))
        commands: list[list[str]] = [
            ["index", str(folder), "-o", str(index), "-j", "2"],
            *([command, one] for command in ("list", "speakers", "articles") for one in places),
            *(["search", "dialoge", one] for one in places),
            *(["who-said", "dialogue", one] for one in places),
            *([command, id_, one] for command in ("show", "cite") for one in places),
            *(["open", id_, one, "--print"] for one in places),  # without it another program is started, as asked
            *(["count", "--by", "speaker", one] for one in places),
            *([command, one] for command in ("timeline", "matrix") for one in places),
            *([command, "dialogue", one] for command in ("compare", "track") for one in places),
            *(["report", one, "-o", str(Path(place) / "report.html")] for one in places),
            *(
                ["export", one, "-o", str(Path(place) / f"statements.{form}")]
                for one, form in zip(places, ("csv", "jsonl"), strict=True)
            ),
            ["export", str(folder), "--format", "brat", "-o", str(Path(place) / "brat")],
            ["import-brat", str(Path(place) / "brat")],
            ["index", "--check", str(index)],
            ["extract", str(folder)],
            ["extract", str(folder), "-j", "2"],
            ["search", "dialogue", str(folder), "--semantic"],
            ["list", "http://127.0.0.1:9/"],
            ["config"],
            ["cache", "info"],
            ["cache", "clear"],
            ["schema"],
            ["help", "list"],
            ["--help"],
            ["--version"],
        ]
        failures += [f"{name} is not tried" for name in COMMANDS if name not in {words[0] for words in commands}]
        tried = 0
        for number in CLOCK.turns(min(count, len(commands)), "network"):
            trace = Path(place) / "trace"
            done = run(*commands[number], cache=cache, before=("strace", "-f", "-e", "trace=network", "-o", str(trace)))
            if "ptrace" in done.err and not done.out:
                return Outcome(0, skipped="strace may not trace here", unit="commands")
            tried += 1
            refused = "http://127.0.0.1:9/" in commands[number] or "needs a package" in done.err
            if done.status not in (0, 1) and not refused:
                failures.append(f"{' '.join(commands[number])} ended with {done.status}: {done.err[:300]}")
            said = " ".join(map(str, commands[number][:2]))
            failures += [f"{said}: {call[0][:200]}" for call in _CALL.finditer(trace.read_text("utf-8", "replace"))]
    return Outcome(tried, tuple(failures), "commands", "with their workers, all system calls of the network traced")
