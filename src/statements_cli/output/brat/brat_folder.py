"""Write a folder that brat opens.

Each document's text and its annotations, and how brat is to show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from statements_cli.output.brat.standoff import EVENT, standoff
from statements_cli.output.exports.exported import DocumentStatements, Exported

_ANNOTATION_CONF = f"""\
[entities]
Content
Cue
Source

[relations]

[events]
{EVENT}\tContent+:Content, Cue*:Cue, Source*:Source

[attributes]
Kind\tArg:{EVENT}, Value:direct|mixed|indirect
Act\tArg:{EVENT}, Value:speech|writing|report|attitude
"""
_VISUAL_CONF = f"""\
[labels]
{EVENT} | Attribution | Attr

[drawing]
Content\tbgColor:#ffe9a8
Cue\tbgColor:#bfe3ff
Source\tbgColor:#c9f0c9
{EVENT}\tbgColor:#e0e0e0
"""
_LONGEST = 80  # characters of a name


def write_brat(exported: Exported, folder: Path, documents: Iterable[str] = ()) -> int:
    """Write a text and its annotations for each document that holds statements.

    Return how many documents.

    Those at the paths ``documents`` that hold none are written, too, for an annotator is to read them all the same.
    """
    (folder / "annotation.conf").write_text(_ANNOTATION_CONF, "utf-8", newline="\n")
    (folder / "visual.conf").write_text(_VISUAL_CONF, "utf-8", newline="\n")
    taken: set[str] = set()
    written: set[str] = set()
    others = (DocumentStatements(path, exported.text_of(path), ()) for path in documents if path not in written)
    for document in chain(exported.by_document(), others):
        written.add(document.path)
        name = _name_of(document.path, taken)
        # as bytes: brat counts every character, and line ends must stay as they are
        (folder / f"{name}.txt").write_bytes(document.text.encode("utf-8", "replace"))
        annotations = standoff(document.statements, document.text)
        (folder / f"{name}.ann").write_bytes(annotations.encode("utf-8", "replace"))
    return len(written)


def _name_of(path: str, taken: set[str]) -> str:
    """Return a new name for a document's files in a folder, whatever its case."""
    last = re.split(r"[/\\:]", path)[-1]
    stem = re.sub(r"[^\w.-]+", "_", re.sub(r"\.\w{1,5}$", "", last)).strip("._-")[:_LONGEST] or "document"
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.casefold())
    return name
