"""Tokens and sentences of real wordings, with exact offsets, and what holds for any text."""

from __future__ import annotations

import time
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.model import Spans
from statements_cli.text.scan import hash_word, places_of
from statements_cli.text.tokens import LONGEST, Tokens, tokenize

TOKENS = [
    # acronyms and titles
    ("the U.S. Senate", "the|U.S.|Senate"),
    ("U.N. Secretary-General", "U.N.|Secretary-General"),
    ("at 5:30 p.m. Monday", "at|5|:|30|p.m.|Monday"),
    ("J.D. Vance and J. D. Vance", "J.D.|Vance|and|J|.|D|.|Vance"),
    ("Mr. Trump met Gen. Kellogg", "Mr|.|Trump|met|Gen|.|Kellogg"),
    ("St. Petersburg, Feb. 19", "St|.|Petersburg|,|Feb|.|19"),
    # numbers
    ("1,340km at 3.5% for $1.5bn", "1,340km|at|3.5|%|for|$1.5bn"),
    ("1,000,000 and 1, 2", "1,000,000|and|1|,|2"),
    ("£3.50 or €5", "£|3.50|or|€|5"),
    ("#1 for @realDonaldTrump", "#1|for|@realDonaldTrump"),
    # apostrophes, straight and typographic
    ("don’t, won't and can't", "don|’t|,|won|'t|and|can|'t"),
    ("he'll, they’ve, I'm, he'd, you're", "he|'ll|,|they|’ve|,|I|'m|,|he|'d|,|you|'re"),
    ("O'Brien’s plan", "O'Brien|’s|plan"),
    ("N'Djamena and Côte d’Ivoire", "N'Djamena|and|Côte|d’Ivoire"),
    ("the ’90s", "the|’|90s"),
    ("Trump‘s call", "Trump|‘s|call"),  # typed backwards
    ("the leaders’ meeting", "the|leaders|’|meeting"),
    ("the UN’s 193 states", "the|UN|’s|193|states"),
    # hyphens and dashes
    ("Russia–Ukraine talks, 2014–15 – he said", "Russia–Ukraine|talks|,|2014–15|–|he|said"),
    ("was—not", "was|—|not"),
    ("so - or -- or so", "so|-|or|--|or|so"),
    ("the vice-president of AT&T", "the|vice-president|of|AT&T"),
    ("no ... no", "no|...|no"),
    # marks are tokens of their own
    ("“No,” he said.", "“|No|,|”|he|said|."),
    ("«Да», сказал он", "«|Да|»|,|сказал|он"),
    # other scripts
    ("王毅说：「好」", "王|毅|说|：|「|好|」"),
    ("カタカナ", "カ|タ|カ|ナ"),
    ("대통령은 말했다", "대통령은|말했다"),
    ("Türkiye’s Erdoğan", "Türkiye|’s|Erdoğan"),
    # what shows nothing parts words and is in none
    ("a\u00a0b\u3000c\u2009d", "a|b|c|d"),
    ("a\u200bb\ufeffc\u00add", "a|b|c|d"),
    ("a\x00b\x1bc", "a|b|c"),
    ("", ""),
    (" \n\t ", ""),
]

SENTENCES = [
    ("The U.S. Senate met.", ["The U.S. Senate met."]),
    ("He left the U.S. “We hope so,” he said.", ["He left the U.S.", "“We hope so,” he said."]),
    ("Mr. Trump spoke. Gen. Kellogg left.", ["Mr. Trump spoke.", "Gen. Kellogg left."]),
    ("He met J. D. Vance. Both left.", ["He met J. D. Vance.", "Both left."]),
    ("It fell on Feb. 19. He left St. Petersburg.", ["It fell on Feb. 19.", "He left St. Petersburg."]),
    ("“No.” he said. “Yes!” She left.", ["“No.” he said.", "“Yes!”", "She left."]),  # he goes on with it
    ("“Is it over?” asked Putin.", ["“Is it over?” asked Putin."]),
    ('"No," he said. "Yes." (He left.) [He came.]', ['"No," he said.', '"Yes."', "(He left.)", "[He came.]"]),
    ("It grew by 3.5 percent. 40 states agreed.", ["It grew by 3.5 percent.", "40 states agreed."]),
    ("He paid $1.5 million. $2 million is due.", ["He paid $1.5 million.", "$2 million is due."]),
    ("Да. «Нет». Когда?", ["Да.", "«Нет».", "Когда?"]),
    (
        "王毅说：“中国支持和谈。”外交部回应！对吗？好",
        ["王毅说：“中国支持和谈。”", "外交部回应！", "对吗？", "好"],
    ),
    ("It is e.g. this, i.e. that etc. and so on.", ["It is e.g. this, i.e. that etc. and so on."]),
    ("No mark at the end", ["No mark at the end"]),
]


def whole(text: str) -> Tokens:
    """The tokens of a text that is one paragraph."""
    return tokenize(text, ((0, len(text)),))


def lines(text: str) -> Spans:
    """The spans of a text's lines."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text: str, expected: str) -> None:
    """Acronyms, numbers, clitics and scripts are parted as the tagger knows them."""
    tokens = whole(text)
    assert expected == "|".join(tokens.word(i) for i in range(len(tokens)))


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    """A sentence ends at its stop and closing marks, not at an abbreviation, initial or decimal."""
    tokens = whole(text)
    bounds = [tokens.starts[i] for i in tokens.sentences] + [len(text)]
    assert expected == [text[a:b].strip() for a, b in pairwise(bounds)]


def test_offsets() -> None:
    """Offsets are those of the text as given, also of a paragraph in its midst."""
    text = "Skip this. “Don’t,” Xi said.\nNot this."
    tokens = tokenize(text, ((11, 28),))
    assert [(11, 12), (12, 15), (15, 17), (17, 18), (18, 19), (20, 22), (23, 27), (27, 28)] == list(
        zip(tokens.starts, tokens.ends, strict=True)
    )


def test_units() -> None:
    """A token knows its sentence and paragraph; spans of characters give ranges of tokens."""
    text = "He left. She stayed.\n\nThey met."
    tokens = tokenize(text, ((0, 20), (22, 31)))
    assert [0, 6] == list(tokens.paragraphs)
    assert [0, 3, 6] == list(tokens.sentences)
    assert range(0, 6) == tokens.paragraph_of(4)
    assert range(6, 9) == tokens.paragraph_of(8)
    assert range(3, 6) == tokens.within((9, 20))


def test_word_forms() -> None:
    """Case and the kind of apostrophe do not part word forms; an inflection does not part stems."""
    tokens = whole("Says SAYS says said saying Don’t don't announced announces")
    words, stems = tokens.words, tokens.stems
    assert words[0] == words[1] == words[2] == hash_word("says")
    assert words[3] != words[0]
    assert stems[0] == stems[4]
    assert words[6] == words[8] == hash_word("'T")
    assert stems[9] == stems[10]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", 0),
        ("Talks", 1),
        ("NATO", 2),
        ("2025", 3),
        ("$5", 3),
        ("“", 4),
        ("。", 4),
        ("iPhone", 5),
        ("А", 1),
    ],
)
def test_shapes(word: str, shape: int) -> None:
    """A token is lower case, capitalised, capitals, digits, punctuation or mixed."""
    assert [shape] == list(whole(word).shapes)


@given(st.text(max_size=200) | st.text("aZ.?!’'\"”( \n1é王。\u00a0", max_size=80))
def test_any_text(text: str) -> None:
    """Whatever the text, tokens lie inside it, in order, are not empty and do not overlap; units part them."""
    paragraphs = lines(text)
    tokens = tokenize(text, paragraphs)
    count = len(tokens)
    columns = (tokens.ends, tokens.words, tokens.stems, tokens.suffixes, tokens.shapes)
    assert [count] * 5 == [len(column) for column in columns]
    last = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert last <= start < end <= len(text)
        assert any(a <= start and end <= b for a, b in paragraphs)
        last = end
    for firsts in (list(tokens.sentences), list(tokens.paragraphs)):
        assert firsts == sorted(set(firsts))
        assert (firsts[:1] == [0]) == (count > 0)
        assert all(0 <= first < count for first in firsts)
    assert set(tokens.paragraphs) <= set(tokens.sentences)
    shown = "".join(text.split())
    assert all(c in shown for i in range(count) for c in tokens.word(i) if not c.isspace())


@given(st.text(max_size=100))
def test_nothing_is_lost(text: str) -> None:
    """Every letter and digit stands in a token."""
    tokens = whole(text)
    held = {i for a, b in zip(tokens.starts, tokens.ends, strict=True) for i in range(a, b)}
    assert not [c for i, c in enumerate(text) if c.isalnum() and i not in held]


def test_endless_sentence() -> None:
    """What goes on without an end is no sentence: it is parted, in each paragraph from its own beginning."""
    text = "He said so. " + "Word " * (2 * LONGEST) + "end.\nHe said so."
    tokens = tokenize(text, ((0, text.index("\n")), (text.index("\n") + 1, len(text))))
    assert [0, 4, 4 + LONGEST, 4 + 2 * LONGEST, 6 + 2 * LONGEST] == list(tokens.sentences)


@pytest.mark.parametrize("unit", ["word ", "a.", ".", "’", "1,", "“", "A-", "王。", "Mr. "])
def test_linear(unit: str) -> None:
    """A text four times as long takes about four times as long, whatever it is made of."""
    spent = []
    for length in (50_000, 200_000):
        text = unit * (length // len(unit))
        began = time.process_time()
        whole(text)
        spent.append(time.process_time() - began)
    assert spent[1] < 12 * spent[0] + 0.1


def test_places_of_words() -> None:
    """The indexes of the tokens that are one of a few words; none where there are none."""
    words = array("I", map(hash_word, ("the", "think", "tank", "said", "the", "tank")))
    assert [2, 3, 5] == places_of(words, array("I", map(hash_word, ("tank", "said"))))
    assert [] == places_of(words, array("I", [hash_word("bin")]))
    assert [] == places_of(array("I"), words)
