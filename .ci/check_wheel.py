"""A wheel in; what is missing from it or has no place in it goes out."""

from __future__ import annotations

import sys
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

TOP = Path(__file__).resolve().parent.parent


def compiled_modules() -> list[str]:
    """The files that setup.py compiles, from the package on, without their endings."""
    build = run_path(str(TOP / "setup.py"))
    rooms = [path.relative_to("src").with_suffix("").as_posix() for path in build["room_modules"]()]
    return [*(name.replace(".", "/") for name in build["COMPILED"]), *rooms]


def faults(wheel: Path) -> list[str]:
    """What is wrong with the wheel, a line each."""
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        found = []
        for seed in sorted((TOP / "seeds").glob("*.txt")):
            inside = f"statements_cli/samples/{seed.name}"
            if inside not in names or archive.read(inside) != seed.read_bytes():
                found.append(f"{inside} is missing or not the article as it lies in seeds/")
    package = TOP / "src" / "statements_cli"
    wanted = [path for path in sorted((package / "data").iterdir()) if path.suffix in {".txt", ".tsv", ".bin"}]
    page = sorted(path for path in (package / "data" / "report").iterdir() if path.suffix in {".js", ".css", ".html"})
    for path in [*wanted, *page, package / "py.typed"]:
        inside = path.relative_to(package.parent).as_posix()
        if inside not in names:
            found.append(f"{inside} is missing")
    compiled = {name.partition(".")[0] for name in names if name.endswith((".so", ".pyd"))}
    for stem in compiled_modules():
        if stem not in compiled:
            found.append(f"{stem}.py is not compiled")
        if stem + ".py" not in names:
            found.append(f"{stem}.py, which runs where no compiler is, is missing")
    manual = {name.rpartition("/")[2] for name in names if ".data/data/share/man/man1/" in name}
    pages = {page.name for page in (TOP / "docs" / "man").glob("*.1")}
    found += [f"the man page {name} is missing" for name in sorted(pages - manual)]
    found += [f"{name} has no place here" for name in names if name.split("/")[0] in {"tests", "training"}]
    for licence in ("LICENSE", "NOTICE"):
        if not any(name.endswith(f"licenses/{licence}") for name in names):
            found.append(f"{licence} is missing")
    return found


def main() -> int:
    """Check the wheel named on the command line; 1 where something is wrong."""
    wheel = Path(sys.argv[1])
    found = faults(wheel)
    print(*found or [f"{wheel.name}: {wheel.stat().st_size / 1e6:.2f} MB, complete"], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
