"""Two sources are parted at "and", names and descriptions that hold one are not."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.joined_sources import joined_sources

SOURCES = [
    ("Ann Lee and Ole Berg", "Ann Lee|Ole Berg"),
    ("the mayor and the police chief", "the mayor|the police chief"),
    ("Trump and White House spokesman Sean Spicer", "Trump|White House spokesman Sean Spicer"),
    ("Ann Lee, a lawyer, and the mayor", "Ann Lee, a lawyer|the mayor"),
    ("Ann Lee, a lawyer and the police", "Ann Lee, a lawyer|the police"),
    ("Minister Ann Lee, her deputy and the police", "Minister Ann Lee, her deputy|the police"),
    # what is said of one person
    ("Ann Lee, lead author of the study and a professor in Oslo", ""),
    ("Ann Lee, head of the ministry's fishing department and the king's envoy", ""),
    ("Ann Lee, a teacher and the chair of a club", ""),
    ("Ann Lee, from the Campaign for Rural and Coastal Housing", ""),
    ("Ann Lee, an aide to Mr. Berg and Ole Holm", ""),
    # what goes before one name: a ministry of two fields, teams of which the second is a country's
    ("Trade and Fishing Secretary Ann Lee", ""),
    ("former Arsenal and England defender Ann Lee", ""),
    ("China and US president Ann Lee", "China|US president Ann Lee"),
    ("White House Office of Management and Budget Director Ann Lee", ""),
    # three and more in a row, of whom none explains another
    ("Ann Lee, Ole Berg and Kari Moe", "Ann Lee|Ole Berg|Kari Moe"),
    ("Nordbank, Skarv, and the retailer Holm", "Nordbank|Skarv|the retailer Holm"),
    ("Lee, Berg and other coaches", "Lee|Berg|other coaches"),
    ("Lee, Berg and their coaches", ""),
    ("Ann Lee, President of Norway and Kari Moe", ""),
    ("Ann Lee, Oslo and Bo Berg", ""),
    ("Ann Lee, R-Wis., and Bo Berg", ""),
    ("Holm, Berg and Partners", ""),
    # two fields of one ministry, not one field and somebody else
    ("The Ministry of Trade and Industry", ""),
    ("The Ministry of Trade and Ann Lee", "The Ministry of Trade|Ann Lee"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), SOURCES)
def test_two_sources_or_one(words: str, expected: str) -> None:
    """Each half can speak alone."""
    assert "|".join(joined_sources(words)) == expected
