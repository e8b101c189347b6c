"""The name of an extra in; what to say where its packages are not installed out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from statements_cli.documents.streams import UnreadableError


@contextmanager
def required(extra: str, things: str) -> Iterator[None]:
    """Turn a missing package into an ``UnreadableError`` that names the extra to install.

    ``things`` is what cannot be read without it, as the object of a sentence: "PDF files".
    """
    try:
        yield
    except ImportError as error:
        what = f"{things} can only be read with the extra {extra}: pip install 'statements-cli[{extra}]'"
        raise UnreadableError(what) from error
