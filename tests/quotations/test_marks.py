"""Quotation marks by direction: which stretch each pair encloses, and what holds for any marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.model import Spans
from statements_cli.quotations import Quotation, find_quotations

# a quotation is written as its inner words, with > before one inside another, + before the later
# paragraphs of one, and ~ after one that is never closed
CASES = [
    # straight and curly, also mixed
    ('"We hope so," Mao said.', ["We hope so,"]),
    ("“We hope so,” Mao said. “It must be accepted.”", ["We hope so,", "It must be accepted."]),
    ('"We hope so,” Mao said. “And so on,” she added.', ["We hope so,", "And so on,"]),
    ('“We hope so," Mao said. "And so on," she added.', ["We hope so,", "And so on,"]),
    ("”We hope so”, said Mao.", ["We hope so"]),  # one key for both marks
    ("“We hope so“, said Mao.", ["We hope so"]),
    ('＂We hope so＂, said Mao.', ["We hope so"]),
    # close to other signs
    ('It was "not viable"—"not at all"—they said.', ["not viable", "not at all"]),
    ('("We hope so," Mao said.)', ["We hope so,"]),
    ("He said:“We can.”She left.", ["We can."]),
    ('He said -"We can." [“Yes”]', ["We can.", "Yes"]),
    ('"Yes","No"', ["Yes", "No"]),
    ('so-called"peace"talks', ["peace"]),
    ('a 6\' 2" man said "no" to it', ["no"]),  # feet and inches
    ("China hopes “…parties will reach a deal…” soon", ["…parties will reach a deal…"]),
    # letters left out
    ("‘They’re hurtin’, but they’ll be back,’ he said.", ["They’re hurtin’, but they’ll be back,"]),
    ("‘Rock ’n’ roll is what the fans’ chants were,’ he said.", ["Rock ’n’ roll is what the fans’ chants were,"]),
    # never closed
    (
        'Russia would "continue to work with the Ukrainian side, Mao Ning said on Tuesday. "We hope parties will '
        'reach a deal," Mao said.',
        ["continue to work with the Ukrainian side~", "We hope parties will reach a deal,"],
    ),
    ("Putin said: “We will go on. We will not stop.", ["We will go on. We will not stop.~"]),
    ("He called it “a start. She left. “No,” she said.", ["a start~", "No,"]),
    ('We will not stop," he said. "Never," he added.', ["Never,"]),  # never opened
    # several paragraphs, each reopened
    (
        "Putin said: “We will go on.\n“We will not stop.\n“Never,” he said. “Good.”",
        ["We will go on.~", "+We will not stop.~", "+Never,", "Good."],
    ),
    ('"We will go on.\n"We will not stop," he said.', ["We will go on.~", "+We will not stop,"]),
    ("“We will go on.\n“We will not stop.", ["We will go on.~", "+We will not stop.~"]),
    ("“We go on.\nWe do not stop,” he said.\n“No.”", ["We go on.~", "+We do not stop,", "No."]),  # not reopened
    ('"We go on.\nWe do not stop," he said.\n"No."', ["We go on.~", "+We do not stop,", "No."]),
    ("“We go on,” he said.\n“We do not stop,” he said.", ["We go on,", "We do not stop,"]),  # closed: two
    ("“We will go on.\nHe left.\n“We will not stop.”", ["We will go on.~", "We will not stop."]),
    ("«Мы продолжим.\n«Мы не остановимся», сказал он.", ["Мы продолжим.~", "+Мы не остановимся"]),
    # one inside another
    ("“He told me ‘no deal’ twice,” she said.", ["He told me ‘no deal’ twice,", ">no deal"]),
    ('"He told me \'no deal\' twice," she said.', ["He told me 'no deal' twice,", ">no deal"]),
    ("“‘No,’ he told me,” she said.", ["‘No,’ he told me,", ">No,"]),
    ("“I said ‘no’.” “And ‘yes’.”", ["I said ‘no’.", ">no", "And ‘yes’.", ">yes"]),
    ("‘He told me “no deal” twice,’ she said.", ["He told me “no deal” twice,", ">no deal"]),
    ('"We call it “peace,” and mean it," he said.', ["We call it “peace,” and mean it,", ">peace,"]),
    ('“We call it "peace," and mean it,” he said.', ['We call it "peace," and mean it,', ">peace,"]),
    ("“It is “too loud” or “too shrill” for them.”", ["It is “too loud” or “too shrill” for them.", ">too loud",
                                                        ">too shrill"]),
    # single marks and apostrophes
    ("‘We hope so,’ Mr Lammy said. ‘It’s time.’", ["We hope so,", "It’s time."]),
    ("'We hope so,' Mr Lammy said. 'It's time.'", ["We hope so,", "It's time."]),
    ("‘It’s the ’90s again,’ he said.", ["It’s the ’90s again,"]),
    ("The ’90s were Zelensky’s; Trump‘s call to ’em", []),
    ("the '80s, rock 'n' roll and 'tis over", []),
    ("the leaders’ meeting and the states' views", []),
    ("‘The leaders’ meeting was good,’ he said.", ["The leaders’ meeting was good,"]),
    ("The ‘red study tours’ in the leaders’ speech", ["red study tours"]),
    ("‘Red study tours’ to lay a foundation", ["Red study tours"]),
    ("Trump‘s call was “highly productive” for both", ["highly productive"]),
    ("He said ‘the deal was “dead’ and gone” now", ["dead’ and gone"]),  # crossing: the double ones count
    # two apostrophes, backquotes
    ("''We hope so,'' Mao said. ''It's time.''", ["We hope so,", "It's time."]),
    ("``We hope so,'' Mao said.", ["We hope so,"]),
    # other languages
    ("«Мы надеемся», — сказал он. «Да».", ["Мы надеемся", "Да"]),
    ("« Nous l’espérons », a-t-il dit.", [" Nous l’espérons "]),
    ("»Wir hoffen es«, sagte er.", ["Wir hoffen es"]),
    ("„Wir hoffen es“, sagte er. „Ja.“", ["Wir hoffen es", "Ja."]),
    ("„Mamy nadzieję”, powiedział.", ["Mamy nadzieję"]),
    ("王毅说：「中国支持和谈。」", ["中国支持和谈。"]),
    ("王毅说：「他说『好』了。」", ["他说『好』了。"]),
    ("王毅说：“中国支持和谈。”", ["中国支持和谈。"]),
    # nothing
    ("", []),
    ("No mark at all, don't ask.", []),
    ("\"", ["~"]),
    ("“” and \"\"", ["", ""]),
]  # fmt: skip
SIGNS = "aSs .,!’'‘`\"“”„‟«»「」『』\n:—-9é中"
TEXTS = st.text(SIGNS, max_size=60) | st.text(max_size=100)


def lines(text: str) -> Spans:
    """The spans of a text's lines that hold anything."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def written(text: str, quotation: Quotation) -> str:
    """A quotation as the table writes it."""
    inner = text[slice(*quotation.inner)]
    return "+" * quotation.continues + ">" * quotation.depth + inner + "~" * (not quotation.closed)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks(text: str, expected: list[str]) -> None:
    """Each mark opens or closes by what stands beside it."""
    assert expected == [written(text, quotation) for quotation in find_quotations(text, lines(text))]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_between_others(text: str, expected: list[str]) -> None:
    """What stands in the paragraphs around, and where a text begins, changes nothing."""
    before = "“It’s the ’90s,” he said.\n"
    longer = before + text + "\n"
    found = find_quotations(longer, lines(longer))
    assert expected == [written(longer, quotation) for quotation in found[1:]]


def test_only_the_paragraphs_asked_for() -> None:
    """Marks outside the given paragraphs are not seen."""
    text = "“A menu” “We hope so,” he said. “A caption”"
    assert (Quotation((9, 22), (10, 21)),) == find_quotations(text, ((9, 31),))


def test_outer_holds_the_marks() -> None:
    """The outer span is the inner one with its marks, of one sign or two."""
    for text in ("“We hope so,” he said.", "''We hope so,'' he said.", "``We hope so,'' he said."):
        (quotation,) = find_quotations(text, lines(text))
        assert "We hope so," == text[slice(*quotation.inner)]
        assert 0 == quotation.outer[0]
        assert " he said." == text[quotation.outer[1] :]


@given(TEXTS)
def test_any_text(text: str) -> None:
    """Whatever the text, quotations lie in one paragraph each, in order, and do not cross."""
    paragraphs = lines(text)
    previous = last = 0
    for quotation in find_quotations(text, paragraphs):
        (start, end), (first, stop) = quotation.outer, quotation.inner
        assert start <= first <= stop <= end
        assert start < end
        assert any(a <= start and end <= b for a, b in paragraphs)
        assert previous <= start
        previous = start
        if quotation.depth == 0:
            assert last <= start
            last = end
        else:
            assert end <= last


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        '" ',
        '"a. ',
        "'a ",
        "‘a’ ",
        "‘as’ b ",
        "“‘a",
        "''",
        '"A “b” ',
        "“a ‘b” c’ ",
        "「",
        '.”"',
    ],
)
def test_linear(unit: str) -> None:
    """Four times the marks take about four times as long, in one endless line."""
    spent = []
    for length in (5_000, 20_000):
        text = unit * (length // len(unit))
        began = time.process_time()
        find_quotations(text, ((0, len(text)),))
        spent.append(time.process_time() - began)
    assert spent[1] < 12 * spent[0] + 0.1


def test_very_many_marks() -> None:
    """A quarter of a megabyte of open and unclosed marks is done in seconds."""
    text = '“We hope "so. It is ‘good’ ' * (250_000 // 27)
    began = time.process_time()
    assert find_quotations(text, ((0, len(text)),))
    assert time.process_time() - began < 5
