"""Find the edits that mend wrongly decoded characters (``donâ€™t``).

Each run of characters outside ASCII is judged by itself, by ftfy (Speer, ftfy: Zenodo 2019), so that what is sound
beside it stays, and each character put right knows which ones it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, pairwise

from statements_cli.text.repair.soundness import is_suspect
from statements_cli.text.text_view import Edit

CLOSING = "”“’»"
ENOUGH = 2
"""Runs put right from which on the text is taken to be damaged throughout."""


def mojibake(text: str) -> Iterator[Edit]:
    """Yield the edits, in order; none in a sound text, which costs one search."""
    if not is_suspect(text):
        return
    hurt = list(islice((match[0] for match in _run().finditer(text) if _fixed(match[0]) is not None), ENOUGH))
    if not hurt or (len(hurt) == 1 and len(hurt[0]) == 2 and hurt[0][1] in CLOSING):
        return  # IRMÃ”: a capital before a closing mark, once
    damaged = len(hurt) >= ENOUGH
    for match in _run().finditer(text):
        fixed = _fixed(match[0])
        if fixed is None and damaged:
            fixed = _decoded(match[0])
        if fixed is not None:
            yield from _aligned(match.start(), match[0], fixed)


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]{2,}")


@lru_cache(maxsize=4096)
def _fixed(run: str) -> str | None:
    """Return what a run was before, None where it is sound."""
    if not is_suspect(run):
        return None
    from ftfy import fix_encoding

    fixed = fix_encoding(run)
    return fixed if fixed != run and len(fixed) <= len(run) else None


def _decoded(run: str) -> str | None:
    """Return what a damaged run of text was, where all can be one."""
    try:
        fixed = run.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return fixed if len(fixed) < len(run) else None


def _aligned(start: int, run: str, fixed: str) -> Iterator[Edit]:
    """Yield an edit for each character of a run put right.

    By its length in UTF-8, or in even shares.
    """
    lengths = [len(character.encode("utf-8", "surrogatepass")) for character in fixed]
    if sum(lengths) != len(run):
        bounds = [len(run) * n // len(fixed) for n in range(len(fixed) + 1)]
        lengths = [after - before for before, after in pairwise(bounds)]
    for character, length in zip(fixed, lengths, strict=True):
        yield Edit(start, start + length, character)
        start += length
