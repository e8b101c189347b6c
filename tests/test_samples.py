"""The clearest statements of the sample articles: who said what, how, when, to whom and by whose relay."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from statements_cli.documents import read
from statements_cli.pipeline import Parsed, parse

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))


@cache
def seed(name: str) -> Parsed:
    """A sample article's statements."""
    (found,) = read([str(SEEDS / name)], report=print)
    return parse(found)


# file, words of the statement, its kind, and what else its record must hold
EXPECTED: list[tuple[str, str, str, dict[str, object]]] = [
    ("000", "the Russian side will", "mixed", {"speaker": "Vladimir Putin", "country": "RU", "source": "Putin"}),
    ("000", "the telephone conversation", "indirect", {"speaker": "Vladimir Putin", "via": ("TASS",)}),
    ("000", "We hope parties will reach", "direct", {"speaker": "Mao Ning", "country": "CN", "source": "Mao"}),
    ("000", "on the issue of Ukraine crisis", "indirect", {"speaker": "Mao Ning", "type": "person"}),
    ("000", "China will, in light of", "direct", {"speaker": "Mao Ning", "source": "the spokesperson"}),
    # two experts of one surname
    ("000", "However, it remains unclear", "direct", {"speaker": "Cui Hongjian", "source": "Cui"}),
    ("000", "Therefore, Russia has consistently", "direct", {"speaker": "Cui Heng", "source": "Cui Heng"}),
    # the second article of the file
    ("000", "this visit has established", "indirect", {"speaker": "Pham Thanh Binh", "country": "VN"}),
    ("000", "This mechanism is relatively rare", "direct", {"speaker": "Pham Thanh Binh", "source": "Pham"}),
    ("000", "this initiative will allow", "indirect", {"speaker": "Pham Thanh Binh", "audience": "Global Times"}),
    ("001", "China supports all efforts", "direct", {"speaker": "Mao Ning", "date": "2025-05-20", "date_basis": "article"}),
    ("001", "hoped that the parties", "mixed", {"speaker": "Mao Ning", "cue": "adding"}),
    ("001", "Moscow was ready to work", "mixed", {"speaker": "Vladimir Putin", "cue": "also stated"}),
    ("001", "toward a Ceasefire and", "direct", {"speaker": "Donald Trump", "act": "writing", "channel": "Truth Social"}),
    ("001", "At the beginning of our", "direct", {"country": "UA", "act": "writing", "channel": "X"}),
    ("002", "the conversation “went", "mixed", {"speaker": "Donald Trump", "quotes": ("went very well.",)}),
    ("002", "China is glad to see", "direct", {"speaker": "Guo Jiakun", "country": "CN", "outlet": "Newsweek"}),
    ("002", "the only viable way out", "direct", {"speaker": "Guo Jiakun", "source": "Guo"}),
    ("002", "conducive to the peaceful", "direct", {"speaker": "Guo Jiakun", "source": "the spokesperson"}),
    ("002", "the idea as", "mixed", {"type": "anonymous", "country": "US", "via": ("The Wall Street Journal",)}),
    ("002", "he would end the war", "indirect", {"speaker": "Donald Trump", "type": "person"}),
    ("002", "It is unconscionable", "direct", {"speaker": "John Bolton", "act": "writing", "channel": "X"}),
    ("003", "China will remain consistent", "indirect", {"speaker": "Xi Jinping", "date": "2025-08-08", "date_basis": "relative"}),
    # "He" after a paragraph on Putin is not the speaker of the last statement
    ("003", "the Chinese side is glad", "indirect", {"speaker": "Xi Jinping", "source": "He"}),
    ("003", "Russia highly appreciates", "indirect", {"speaker": "Vladimir Putin", "source": "He"}),
    ("003", "This once again highlights", "indirect", {"speaker": "Li Haidong", "source": "the expert"}),
    ("003", "Russia stands ready", "indirect", {"speaker": "Vladimir Putin", "source": "Putin"}),
    ("003", "the meeting will take place", "mixed", {"speaker": "Reuters", "type": "media", "date": "2025-08-07"}),
    ("003", "a meeting between Putin and", "indirect", {"speaker": "Donald Trump", "via": ("NBC News",), "date": "2025-08-07"}),
    ("003", "Putin and Zelensky must meet", "indirect", {"type": "anonymous", "country": "US", "date": None}),
    ("003", "China's stance on the", "indirect", {"speaker": "Cui Heng", "source": "Cui"}),
    ("003", "attend the SCO summit", "indirect", {"speaker": "Yury Ushakov", "via": ("TASS",)}),
    ("003", "as major powers in the SCO", "indirect", {"speaker": "Hao He", "audience": "Global Times"}),
    ("004", "to see the United States and", "mixed", {"country": "CN", "date": "2025-02-13", "date_basis": "relative"}),
    ("004", "he expected to meet his", "indirect", {"speaker": "Donald Trump", "country": "US"}),
    ("004", "both major influential", "direct", {"speaker": "Guo Jiakun", "audience": "a regular press briefing"}),
    ("004", "not viable at all", "mixed", {"type": "anonymous", "via": ("The Wall Street Journal",)}),
    ("004", "he had no information to offer", "indirect", {"speaker": "Guo Jiakun", "source": "Guo"}),
    ("004", "China has always believed", "direct", {"speaker": "Guo Jiakun", "date": "2025-02-13", "date_basis": "relative"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "kind", "expected"), EXPECTED)
def test_samples(name: str, words: str, kind: str, expected: dict[str, object]) -> None:
    """The clearest statements of the sample articles: who said it, how, when, to whom and who relays it."""
    (full,) = [one for one in NAMES if one.startswith(name)]
    found = [s for s in seed(full).statements if words in s.text]
    assert [kind] == [s.kind for s in found]
    assert expected == {key: getattr(found[0], key) for key in expected}


def test_a_mark_never_closed() -> None:
    """What Putin is quoted as saying ends before what Mao Ning says in the same sentence."""
    (full,) = [name for name in NAMES if name.startswith("000")]
    statements = seed(full).statements
    (putin,) = [s for s in statements if "on a possible peace agreement" in s.text]
    assert ("Vladimir Putin", "mixed") == (putin.speaker, putin.kind)
    assert "Mao Ning" not in putin.text
    (mao,) = [s for s in statements if s.text.startswith("on the Ukraine crisis, China supports")]
    assert ("Mao Ning", "indirect") == (mao.speaker, mao.kind)


def test_scare_quotes_and_names_say_nothing() -> None:
    """A name or a scare quote in quotation marks is no statement by itself."""
    texts = {s.text for name in NAMES for s in seed(name).statements}
    assert not texts & {
        "Red study tours",
        "red study tours",
        "great power",
        "3+3",
        "immediately",
        "not viable at all",
    }


def test_furniture_says_nothing() -> None:
    """Captions, banners and newsletter lines yield no statement."""
    furniture = (
        "This combination of pictures",
        "UNITED24",
        "Join the GlobalSecurity.org",
        "Read breaking news",
    )
    for name in NAMES:
        for statement in seed(name).statements:
            line = statement.spans.content[0][0]
            text = seed(name).document.text
            begin = text.rfind("\n", 0, line) + 1
            assert not text[begin:].startswith(furniture)
