"""Draw what commands show of the sample articles on a terminal, as SVG files in docs/pictures.

    python docs/pictures.py [--check]

Each command is run on a terminal of 80 and of 120 columns, in colour, and what it prints is drawn by Rich. With
``--check`` nothing is written, and a picture whose text is not what the command prints now ends the run with 1.
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
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs" / "pictures"
WIDTHS = (80, 120)  # columns
COMMANDS = {
    "list": "statements list seeds --country CN --country VN --oldest -n 8 -q",
    "search": 'statements search "dialoge negociation" seeds -n 5 -q',
    "show": "statements show 042a seeds -q",
    "count": "statements count --by speaker seeds -n 8 -q",
    "speakers": "statements speakers seeds -n 8 -q",
}
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
    return 1 if old and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
