"""Word the error for an extra that isn't installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from statements_cli.documents.streams import MissingExtraError


@contextmanager
def required(extra: str, things: str) -> Iterator[None]:
    """Turn a missing package into an ``MissingExtraError`` that names the extra to install.

    ``things`` is what cannot be read without it, as the object of a sentence: "PDF files".
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(extra, things) from error
