"""Words of one meaning have one stem in their language, and others don't."""

from __future__ import annotations

import pytest

from statements_cli.query.fulltext.candidates import Texts
from statements_cli.query.fulltext.lexis import Lexis
from statements_cli.query.fulltext.matching import in_memory
from statements_cli.query.fulltext.query_words import fold
from statements_cli.text.stem import stem


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "negotiation negotiating negotiators", "negoti"),
        ("en", "sanction sanctions sanctioned", "sanction"),
        ("en", "generously generous", "generous"),
        ("en", "general generally", "general"),
        ("en", "news", "news"),
        ("en", "die dying dies", "die"),
        ("fr", "négociations négociation négocier négociateurs", "negoci"),
        ("fr", "président présidente", "president"),
        ("de", "Gespräch Gespräche Gesprächen", "gesprach"),
        ("de", "Verhandlung Verhandlungen", "verhandl"),
        ("es", "negociaciones negociación negociar negociadores", "negoci"),
        ("es", "acuerdo acuerdos", "acuerd"),
        ("ru", "переговоры переговоров переговорах", "переговор"),
        ("ru", "соглашение соглашения", "соглашен"),
        ("en", "对话", "对话"),
        ("en", "as", "as"),
        ("zh", "negotiations", "negotiations"),
    ],
)
def test_stem(language: str, words: str, expected: str) -> None:
    """Forms of a word, folded, have the stem of their language; short and unknown ones are their own."""
    assert {expected} == {stem(fold(word), language) for word in words.split(" ")}


def test_kin_in_the_languages_of_the_texts() -> None:
    """A word's kin are those of its stem in a language of the texts, and in no other."""
    texts = Texts(in_memory(["Les négociateurs étaient là", "Das Land schweigt"]), 2)
    english = Lexis(texts.connection, 2)
    all_three = Lexis(texts.connection, 2, ("en", "fr", "de"))

    assert [] == english.forms("landern")
    assert ["land"] == [form.word for form in all_three.forms("landern")]
    assert "negociateurs" not in [form.word for form in english.forms("negocier")]
    assert "negociateurs" in [form.word for form in all_three.forms("negocier")]
