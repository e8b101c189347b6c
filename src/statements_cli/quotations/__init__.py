"""Quotation marks of a text in; the quotations they enclose out."""

from statements_cli.quotations.marks import Quotation, find_quotations

__all__ = ["Quotation", "find_quotations"]
