"""Find the quotations that the marks of a text enclose."""

from statements_cli.quotations.marks import Quotation, find_quotations

__all__ = ["Quotation", "find_quotations"]
