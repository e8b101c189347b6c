"""Read files, folders or standard input as documents."""

from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import digest, make_document
from statements_cli.documents.reading import read

__all__ = ["Notice", "digest", "make_document", "read"]
