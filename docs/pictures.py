"""Draw what commands show of the sample articles on a terminal, as SVG files in docs/pictures.

    python docs/pictures.py [--check]

Each command is run on a terminal of 80 and of 120 columns, in colour, and what it prints is drawn by Rich. The report
is opened in a browser and photographed; its words are kept in the picture. With ``--check`` nothing is written, and
a picture whose text is not what the command prints now, or the page shows, ends the run with 1. Where no browser is,
the report's pictures are left as they are.
"""

from __future__ import annotations

import fcntl
import html
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

TOP = Path(__file__).resolve().parent.parent
if str(TOP) not in sys.path:
    sys.path.insert(0, str(TOP))  # for tools
FOLDER = TOP / "docs" / "pictures"
WIDTHS = (80, 120)  # columns
COMMANDS = {
    "list": "statements list seeds --country CN --country VN --oldest -n 8 -q",
    "search": 'statements search "dialoge negociation" seeds -n 5 -q',
    "show": "statements show 042a seeds -q",
    "count": "statements count --by speaker seeds -n 8 -q",
    "speakers": "statements speakers seeds -n 8 -q",
}
REPORT = "statements report seeds -q -o"


class View(NamedTuple):
    """How the report is photographed: size in pixels, scheme, words searched for, and a statement to open."""

    width: int
    height: int
    dark: bool
    search: str
    opened: str


VIEWS = {
    "report-1280": View(1280, 1000, False, '"dialogue and negotiation"', "25a7482c"),
    "report-390": View(390, 1000, True, "", "042a0358"),
}
_MADE = "1754956800"  # seconds since 1970: the day that stands in the pictures, in August 2025
_KEYWORD = b"Description"  # under which a PNG keeps a text, by its specification
_FONTS = re.compile(r"(?s)@font-face \{.*?\}\s*")  # which would be fetched from elsewhere
_TEXT = re.compile(r"(?s)<text[^>]*>(.*?)</text>")


def printed(command: str, width: int) -> str:
    """Return what a command line prints on a terminal of this width, with its colours."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("STATEMENTS")}
    variables |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_CONFIG_HOME": os.devnull,
        "COLUMNS": str(width),
        "TERM": "xterm-256color",
        "PYTHONUTF8": "1",
    }
    variables.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    running = subprocess.Popen(["/bin/sh", "-c", command], cwd=TOP, env=variables, stdin=theirs, stdout=theirs)
    os.close(theirs)
    held = b""
    try:
        while more := os.read(ours, 65536):
            held += more
    except OSError:  # Linux reports the other end's closing so
        pass
    os.close(ours)
    if running.wait():
        raise SystemExit(f"{command} ended with {running.returncode}")
    return held.decode("utf-8").replace("\r\n", "\n")


def drawn(command: str, width: int) -> str:
    """Return the picture of what a command line prints, as SVG."""
    from rich.console import Console
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME
    from rich.text import Text

    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {command}", style="bold"), soft_wrap=True)
    console.print(Text.from_ansi(printed(command, width)), soft_wrap=True)
    picture = console.export_svg(title="", theme=DEFAULT_TERMINAL_THEME, unique_id="statements")
    return "".join(f"{line.rstrip()}\n" for line in _FONTS.sub("", picture).splitlines())


def words(picture: str) -> list[str]:
    """Return the words of a picture, whatever they look like and wherever they stand."""
    return [word for text in _TEXT.findall(picture) for word in html.unescape(text).split()]


def path_of(name: str, width: int) -> Path:
    """Return where the picture of a command at a width stands."""
    return FOLDER / f"{name}-{width}.svg"


def photographs() -> Iterator[tuple[Path, bytes]]:
    """Yield the pictures of the report, as PNG with their words, and where they stand."""
    from tools.browser import window

    with TemporaryDirectory() as folder, window() as browser:
        page = Path(folder) / "report.html"
        variables = os.environ | {"SOURCE_DATE_EPOCH": _MADE, "STATEMENTS_CACHE_DIR": folder}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        subprocess.run([*REPORT.split(), str(page)], cwd=TOP, env=variables | {"PATH": path}, check=True)
        for name, view in VIEWS.items():
            browser.look(view.width, view.height, dark=view.dark)
            browser.open(page, "" if view.search else view.opened)
            if view.search:
                browser.driver.find_element("id", "search").send_keys(view.search)
                browser.run("document.querySelector(`[id^='s-${arguments[0]}'] summary`).click()", view.opened)
            browser.wait("document.querySelector('.detail')")
            browser.run("document.activeElement.blur()")
            told = " ".join(str(browser.run("return document.body.innerText")).split())
            yield FOLDER / f"{name}.png", with_words(browser.picture(), told)


def with_words(picture: bytes, told: str) -> bytes:
    """Return a PNG with a text in a chunk before its last (https://www.w3.org/TR/png-3/#11iTXt)."""
    held = b"iTXt" + _KEYWORD + b"\0\1\0\0\0" + zlib.compress(told.encode())
    chunk = (len(held) - 4).to_bytes(4, "big") + held + zlib.crc32(held).to_bytes(4, "big")
    return picture[:-12] + chunk + picture[-12:]


def words_in(picture: bytes) -> str:
    """Return the text that ``with_words`` has put into a PNG; none of one that has no text."""
    start = picture.rfind(b"iTXt" + _KEYWORD)
    if start < 0:
        return ""
    length = int.from_bytes(picture[start - 4 : start], "big")
    return zlib.decompress(picture[start + len(_KEYWORD) + 9 : start + 4 + length]).decode()


def photographed(*, check: bool) -> bool:
    """Draw the pictures of the report, or check them; return whether one is not current."""
    from tools.browser import missing

    if fault := missing():
        print(f"the report's pictures are as they were: {fault}")
        return False
    old = False
    for path, picture in photographs():
        if path.exists() and words_in(path.read_bytes()) == words_in(picture):
            continue
        old = True
        if check:
            print(f"{path.relative_to(TOP)} is not current: python docs/pictures.py")
        else:
            path.write_bytes(picture)
            print(f"drew {path.relative_to(TOP)}")
    return old


def main() -> int:
    """Draw all pictures, or check them."""
    FOLDER.mkdir(exist_ok=True)
    old = []
    for name, command in COMMANDS.items():
        for width in WIDTHS:
            path, picture = path_of(name, width), drawn(command, width)
            if not path.exists() or words(path.read_text("utf-8")) != words(picture):
                old.append(path)
                if "--check" in sys.argv[1:]:
                    print(f"{path.relative_to(TOP)} is not current: python docs/pictures.py")
                    continue
                path.write_text(picture, "utf-8")
                print(f"drew {path.relative_to(TOP)}")
    check = "--check" in sys.argv[1:]
    return 1 if (photographed(check=check) or old) and check else 0


if __name__ == "__main__":
    sys.exit(main())
