"""Texts come down to words of substance without tense and person, numbers, names and negations."""

from __future__ import annotations

import pytest

from statements_cli.utterances.words import UNKNOWN_WEIGHT, placed_stems, stem_of, weight_of, wording_of


@pytest.mark.parametrize(
    "forms",
    [
        "negotiate negotiates negotiated negotiating negotiation negotiations",
        "promote promotes promoted promoting",
        "begin began begun beginning",
        "people person",
        "stop stopped stopping stops",
        "end ended ending ends",
        "agree agreed agreement agreements",
        "country country's countries",
        "Russia Russian Russians Moscow Kremlin",
        "China Chinese Beijing",
    ],
)
def test_forms_of_a_word(forms: str) -> None:
    """Forms of one word, and names of one country, have one stem."""
    assert 1 == len({stem_of(form if form.isupper() else form.lower()) for form in forms.split()})


@pytest.mark.parametrize(
    ("one", "other"),
    [("nation", "national"), ("need", "needle"), ("speed", "spending"), ("us", "US"), ("turkey", "Türkiye"), ("news", "new")],
)  # fmt: skip
def test_other_words(one: str, other: str) -> None:
    """Words that merely begin or sound alike have stems of their own."""
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize("word", ["the", "would", "we", "i'm", "they've", "said"])
def test_words_of_grammar(word: str) -> None:
    """Words of grammar, and what indirect speech changes, say nothing."""
    assert "" == stem_of(word)


def test_indirect_speech_comes_down_to_the_same() -> None:
    """Tense and person leave no trace."""
    assert wording_of("We will support our partners") == wording_of("they would support their partners")


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("We're never gonna forgive them", "they are never going to forgive them"),
        ("They gotta leave the valley", "They have got to leave the valley"),
        ("I wanna build a bridge", "I want to build a bridge"),
    ],
)
def test_contractions_of_speech(spoken: str, written: str) -> None:
    """Contractions that some outlets write out, and others do not, come down to the same."""
    assert wording_of(spoken) == wording_of(written)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("We will not send troops", {"send"}),
        ("He can't go", {"go"}),
        ("They never agreed and cannot win", {"agr", "win"}),
        ("no matter how the talks end", set()),
        ("not only the talks", set()),
        ("There is hope", set()),
    ],
)
def test_what_is_negated(text: str, negated: set[str]) -> None:
    """The word of substance behind a negation is negated; phrases that only look so negate nothing."""
    assert negated == wording_of(text).negated


@pytest.mark.parametrize(
    ("text", "numbers", "numbered"),
    [
        ("forty engineers came", {"40"}, {("engineer", "40")}),
        ("summer 2025", {"2025"}, {("summer", "2025")}),
        ("about 1,200 dead", {"1200"}, {("dead", "1200")}),
        ("engineers came", set(), set()),
    ],
)
def test_numbers(text: str, numbers: set[str], numbered: set[tuple[str, str]]) -> None:
    """Numbers are found in figures and words, each with its neighbours."""
    found = wording_of(text)

    assert (numbers, numbered) == ({*found.numbers}, {*found.numbered})


def test_names() -> None:
    """Words in capitals are names, but for the first; in a headline none are."""
    assert {"lyon"} == wording_of("The bridge in Lyon fell").names
    assert set() == wording_of("The Bridge In Lyon Fell").names


def test_own_country() -> None:
    """The country that a speaker speaks for stands for "we", and is left out."""
    assert wording_of("China supports peace", "CN").stems == wording_of("We support peace").stems
    assert "=CN" in wording_of("China supports peace", "RU").stems


def test_rare_words_weigh_more() -> None:
    """Frequent words of news weigh less than those that the list doesn't have; short unknown ones less than long."""
    assert weight_of("peopl") < weight_of("zeppelin") == UNKNOWN_WEIGHT
    assert weight_of("zyx") < weight_of("zyxwvu")
    assert all(isinstance(weight_of(stem), int) for stem in ("peopl", "=CN", "40", "unheard"))


def test_scripts_without_spaces() -> None:
    """What is written without spaces comes down to pairs of letters."""
    assert ("支持", "持和", "和平") == wording_of("支持和平").stems


def test_long_texts_are_cut() -> None:
    """Only so many words of a very long text are compared."""
    assert 120 == len(
        wording_of(" ".join(f"word{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}x" for n in range(500))).stems
    )


def test_places_of_stems() -> None:
    """Each word of substance has its place in the text."""
    assert [("negoti", 4, 16), ("crisi", 24, 30)] == placed_stems("The negotiations on the crisis")


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("ก", "‥ก"),  # the first and the last letter of each script without spaces, and their neighbours
        ("ぁ", "‥ぁ"),
        ("ヿ", "‥ヿ"),
        ("㐀", "‥㐀"),
        ("가", "‥가"),
        ("힣", "‥힣"),
        ("ꙁ", "ꙁ"),
        ("ﬀ", "ﬀ"),
        ("ຂ", "ຂ"),
        ("я", "я"),
    ],
)
def test_what_is_written_without_spaces(word: str, stem: str) -> None:
    """Words of scripts without spaces are kept whole, for their letters to be compared; others are stemmed."""
    assert stem == stem_of(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("governments", "govern"),  # the longest ending goes, where four letters are left
        ("moments", "moment"),
        ("ways", "way"),  # short endings leave three
        ("news", "news"),
        ("activities", "activ"),
        ("U.N.", "=UN"),
        ("china’s", "=CN"),
    ],
)
def test_endings(word: str, stem: str) -> None:
    """One ending goes, the longest that leaves enough of the word; dots and possessives go before."""
    assert stem == stem_of(word)
