"""Try every command under strace: none opens a socket, whatever it reads."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from benchmarks.promises.command import run
from benchmarks.promises.outcome import CLOCK, Outcome

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
            *([command, one] for command in ("list", "speakers", "articles", "extract") for one in places),
            *(["search", "dialoge", one] for one in places),
            *(["who-said", "dialogue", one] for one in places),
            *(["show", id_, one] for one in places),
            ["extract", str(folder), "-j", "2"],
            ["search", "dialogue", str(folder), "--semantic"],
            ["list", "http://127.0.0.1:9/"],
            ["cache"],
            ["schema"],
            ["--help"],
            ["--version"],
        ]
        tried = 0
        for number in CLOCK.turns(min(count, len(commands)), "network"):
            trace = Path(place) / "trace"
            done = run(*commands[number], cache=cache, before=("strace", "-f", "-e", "trace=network", "-o", str(trace)))
            if "ptrace" in done.err and not done.out:
                return Outcome(0, skipped="strace may not trace here", unit="commands")
            tried += 1
            said = " ".join(map(str, commands[number][:2]))
            failures += [f"{said}: {call[0][:200]}" for call in _CALL.finditer(trace.read_text("utf-8", "replace"))]
    return Outcome(tried, tuple(failures), "commands", "with their workers, all system calls of the network traced")
