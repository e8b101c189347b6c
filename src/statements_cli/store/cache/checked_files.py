"""Bytes come in and go out of small files that are whole or count as missing."""

from __future__ import annotations

import os

from statements_cli.documents.plain import digest

_MARK = 64  # characters of a hash, in hexadecimal


def write_whole(path: str, content: bytes) -> None:
    """Write a file with its hash before it; another process sees it whole or not at all. Raises nothing."""
    part = f"{path}.{os.getpid()}"
    try:
        try:
            file = _new(part)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)  # noqa: PTH103, PTH120
            file = _new(part)
        try:
            with open(file, "wb", buffering=0) as out:  # noqa: PTH123
                whole = digest(content).encode() + content
                written = out.write(whole)
            if written == len(whole):
                os.replace(part, path)  # noqa: PTH105
                return
        except OSError:
            pass
        os.unlink(part)  # noqa: PTH108
    except OSError:
        return


def _new(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def read_whole(path: str) -> bytes | None:
    """Return what was written to a file, None where there is none or it was damaged since."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            held = file.read()
    except OSError:
        return None
    return held[_MARK:] if held[:_MARK] == digest(held[_MARK:]).encode() else None
