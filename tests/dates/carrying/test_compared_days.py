"""Days of what something is compared with, and days behind the same words that are the sentence's own."""

from __future__ import annotations

import pytest

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.dates.carrying.compared_days import REACH, is_compared
from statements_cli.dates.carrying.told_days import told_days
from statements_cli.model import Article

COMPARED = [
    "Holt reiterated, as he did in an interview ",
    "The bank, as it had ",
    "Prices rose faster than they did in ",
    "It was cut, just as the bank did at its meeting ",
    "He spoke of rain as Mr. Holt did when he met reporters ",
    "He spoke of rain, as he had done before ",
    "Unlike in ",
    "He was calm, as in a speech on ",
    "He was calm, like on ",
]

OWN = [
    "He spoke of rain as well as in a speech on ",  # one occasion more
    "He knew of it as early as in ",
    "He spoke of rain as late as on ",
    "As he left the court on ",  # when, not how
    "He did it on ",
    "Calm as he did look, Holt said on ",  # a stop ends the comparison
    "As he did. On ",
    "He is in town, as he said on ",  # who speaks
    "More than a dozen officials met on ",
    "As many as ten people died on ",
    "He worked as a clerk in ",
    "As planned on ",
]


@pytest.mark.parametrize("lead", COMPARED)
def test_a_comparison_has_a_day_of_its_own(lead: str) -> None:
    """Verbs such as "do" and "have" and a bare preposition behind "as" or "than" stand for the verb of the sentence."""
    assert is_compared(lead)


@pytest.mark.parametrize("lead", OWN)
def test_other_words_compare_nothing(lead: str) -> None:
    """An added occasion, "as" for "when" and a role make no comparison."""
    assert not is_compared(lead)


def test_a_comparison_lies_near_its_day() -> None:
    """Words further back than the reach are not read."""
    near = "as he did in "
    assert is_compared(near + "x" * (80 - 2))
    assert not is_compared(f"{near}{'x' * REACH} ")


def test_no_day_of_a_comparison_is_told_of() -> None:
    """What follows cannot be given the day of another occasion."""
    text = "Holt reiterated on Monday, as he did in an interview two weeks ago, that it rained."
    plain = text_of_paragraphs(text, ((0, len(text)),))
    article = Article("", "", (0, len(text)), plain.article.blocks, published="2025-05-20")
    assert ["Monday"] == [day.expression.words for day in told_days(plain.of(article), [], [])]
