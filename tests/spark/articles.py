"""Articles of one story in several outlets, with what takes all of them to know: names, days and versions."""

from __future__ import annotations

import json
from pathlib import Path

OPENING = (
    "Foreign Minister Ana Petrova of Bulgaria met her counterpart in Sofia on Tuesday.\n\n"
    '"We will not sign a treaty that leaves the fishermen of the coast without their waters," Petrova said after the'
    " talks on Tuesday.\n\n"
)
FOLLOWING = (
    "SOFIA -- Bulgarian Foreign Minister Ana Petrova spoke to reporters about the treaty on fishing.\n\n"
    '"We will not sign a treaty that leaves the fishermen of the coast without their waters," she told reporters.\n\n'
    "The Bulgarian Foreign Ministry said the talks on the treaty of the coast would go on in the autumn.\n"
)
SURNAME = 'The harbour was quiet. "The fishermen of the coast will decide," Petrova said on Wednesday.\n'
BODY = (
    "The Foreign Ministry of Bulgaria said on Wednesday that the talks on the treaty of the coast would go on"
    " in the autumn.\n\nReuters reported that Petrova said that the fishermen had waited long enough.\n"
)


def write_corpus(folder: Path) -> Path:
    """Write text, copies of it, and JSON Lines with dates and without into a folder; return it."""
    folder.mkdir(parents=True)
    (folder / "undated.txt").write_text(OPENING, encoding="utf-8")
    (folder / "copy").mkdir()
    (folder / "copy" / "undated.txt").write_text(OPENING, encoding="utf-8")
    (folder / "surname.txt").write_text(SURNAME, encoding="utf-8")
    write_lines(folder / "wire.jsonl")
    return folder


def write_lines(path: Path, times: int = 1) -> Path:
    """Write the dated articles as JSON Lines, so many times with another number in each; return the path."""
    with path.open("w", encoding="utf-8") as out:
        for number in range(times):
            for record in records(number):
                print(json.dumps(record), file=out)
    return path


def records(number: int = 0) -> list[dict[str, str]]:
    """Return the dated articles as records of JSON."""
    more = f"Clerk {number} kept the minutes.\n" if number else ""
    wire = {"title": "Talks in Sofia", "date": "2025-05-20", "source": "Wire"}
    daily = {"title": "Autumn", "date": "2025-06-04", "source": "Daily", "url": "https://daily.example/autumn"}
    return [{"text": FOLLOWING + more, **wire}, {"text": BODY + more, **daily}]
