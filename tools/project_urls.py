"""Write ``[project.urls]`` into pyproject.toml: the addresses that a package index shows.

The project itself states no address, so that a copy or a fork never leads elsewhere. A release states
the address of the repository that builds it:

    python tools/project_urls.py https://HOST/OWNER/NAME
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
PAGES = {
    "Source": "",
    "Documentation": "/blob/main/docs/index.md",
    "Changelog": "/blob/main/CHANGELOG.md",
    "Issues": "/issues",
}
_BEFORE = "[project.scripts]\n"


def with_urls(pyproject: str, repository: str) -> str:
    """Return the text of pyproject.toml with the addresses of ``repository`` added.

    Raises ``ValueError`` where ``repository`` is no https address or the table is there already.
    """
    parts = urlsplit(repository)
    if parts.scheme != "https" or not parts.netloc or not parts.path.strip("/"):
        raise ValueError(f"{repository!r} is not the https address of a repository")
    if "\n[project.urls]\n" in pyproject:
        raise ValueError("[project.urls] is there already")
    base = repository.rstrip("/")
    table = "".join(f'{name} = "{base}{page}"\n' for name, page in PAGES.items())
    before, found, after = pyproject.partition(_BEFORE)
    if not found:
        raise ValueError(f"{_BEFORE.strip()} is missing")
    return f"{before}[project.urls]\n{table}\n{found}{after}"


def main() -> int:
    """Write the table for the address named on the command line."""
    if len(sys.argv) != 2:
        print("usage: project_urls.py https://HOST/OWNER/NAME", file=sys.stderr)
        return 2
    try:
        text = with_urls(PYPROJECT.read_text("utf-8"), sys.argv[1])
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    PYPROJECT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
