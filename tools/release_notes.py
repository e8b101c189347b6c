"""Print the notes of one release: its section of CHANGELOG.md.

It ends with 1 unless pyproject.toml, CITATION.cff and a dated section of the changelog name that version.

    python tools/release_notes.py 0.1.0
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def section(changelog: str, version: str) -> tuple[str, str] | None:
    """Return the day (ISO 8601) and the text of a version's section, or None where it has none."""
    heading = re.compile(rf"^## \[{re.escape(version)}\] - (\d{{4}}-\d\d-\d\d)$", re.MULTILINE)
    found = heading.search(changelog)
    if not found:
        return None
    rest = changelog[found.end() :]
    following = re.search(r"^## ", rest, re.MULTILINE)
    return found[1], rest[: following.start() if following else None].strip()


def faults(top: Path, version: str) -> list[str]:
    """Return what contradicts a release of ``version``, a line each."""
    found = []
    stated = tomllib.loads((top / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if stated != version:
        found.append(f"pyproject.toml says {stated}, not {version}")
    citation = (top / "CITATION.cff").read_text("utf-8")
    if f"\nversion: {version}\n" not in citation:
        found.append(f"CITATION.cff does not say version: {version}")
    dated = section((top / "CHANGELOG.md").read_text("utf-8"), version)
    if dated is None:
        found.append(f"CHANGELOG.md has no section [{version}] with a day")
    elif f"\ndate-released: {dated[0]}\n" not in citation:
        found.append(f"CITATION.cff does not say date-released: {dated[0]}, as the changelog does")
    return found


def main() -> int:
    """Print the notes of the version named on the command line."""
    if len(sys.argv) != 2:
        print("usage: release_notes.py VERSION", file=sys.stderr)
        return 2
    found = faults(TOP, sys.argv[1])
    if found:
        print(*found, sep="\n", file=sys.stderr)
        return 1
    dated = section((TOP / "CHANGELOG.md").read_text("utf-8"), sys.argv[1])
    print(dated[1] if dated else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
