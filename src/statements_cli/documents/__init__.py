"""Files, folders or standard input in; their text with offsets, as documents, out."""

from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import digest, make_document
from statements_cli.documents.reading import read

__all__ = ["Notice", "digest", "make_document", "read"]
