"""A document's articles and statements: what must hold for any text whatever."""

from __future__ import annotations

import time
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.invariants import check
from statements_cli.documents import read
from statements_cli.model import Document
from statements_cli.pipeline import Parsed, parse
from statements_cli.pipeline.statement_making import wording

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))


def document(text: str, path: str = "any.txt") -> Document:
    """A document of that text, with the digest its bytes would give."""
    return Document(path, text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


@cache
def seed(name: str) -> Parsed:
    """A sample article's statements."""
    (found,) = read([str(SEEDS / name)], report=print)
    return parse(found)


WORDINGS = st.sampled_from(
    [
        *(
            "said",
            "told the Global Times",
            "adding that",
            "according to",
            "wrote on X:",
            "asked about",
            "who",
            "as",
        ),
        *(
            "Mao Ning",
            "Putin",
            "he",
            "the spokesperson",
            "U.S. Defense Secretary Pete Hegseth",
            "Reuters",
            "TRUMP:",
        ),
        *(
            "China supports all efforts",
            "peace talks will be held",
            "on Tuesday",
            "earlier this week",
            "that",
        ),
        *(
            "“We hope so,”",
            '"It is over.',
            "“No",
            "‘red study tours’",
            "― Xi Jinping",
            "Zelensky’s",
            "the two sides",
        ),
        *(
            "date 2025-05-20",
            "May 20, 2025 02:30 PM IST",
            "BEIJING, May 20 (Reuters) -",
            "By GT staff",
            "AFP",
            "\n\n",
        ),
        *"“”\"'‘’«»「」.,:;—()\n \t\r\x00\x1b\u202e\u200b\ufeff\u00a0😀王é\u0301ت1I",
    ]
)


@cache
def paragraphs() -> list[str]:
    """The paragraphs of the sample articles."""
    return [line for name in NAMES for line in seed(name).document.text.split("\n") if line.strip()]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A few real paragraphs with pieces cut out and others put in."""
    chosen = [draw(st.sampled_from(paragraphs())) for _ in range(draw(st.integers(1, 3)))]
    text = draw(st.sampled_from(["\n", "\n\n", " "])).join(chosen)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(WORDINGS) + text[at + draw(st.integers(0, 40)) :]
    return text


@given(damaged())
def test_damaged_articles(text: str) -> None:
    """Articles with anything cut out or put in never raise; every record stands in the text."""
    check(parse(document(text)))


@given(st.lists(WORDINGS, max_size=50).map(" ".join) | st.lists(WORDINGS, max_size=50).map("".join) | st.text())
def test_any_text(text: str) -> None:
    """No text whatever makes parsing raise or yields a record that isn't in it."""
    check(parse(document(text)))


HOSTILE = {
    "nothing": "",
    "white space": " \t\u00a0\u2003\u3000\n",
    "only line ends": "\n\r\n\r" * 500,
    "byte-order marks": "\ufeff" * 300,
    "nothing to see": "\u200b\u200c\u200d\u2060\u00ad" * 100,
    "NUL": "\x00Mao\x00 said:\x00 “We\x00 hope so.”\x00",
    "half characters": 'Foreign " , 24:61 3\n\nMao Ning said: “We want \ud800 peace.” « Nous \udc80 devons agir », a dit Macron.',
    "control characters": "".join(map(chr, range(32))) + "\x7f\x9b31mXi said \x1b[31m“we hope so\x1b[0m”.",
    "only marks": "“”\"'‘’«»「」„‟''``" * 100,
    "only opening marks": "“" * 2000,
    "only stops": ".?!…。" * 500,
    "only capitals and colons": "XI: " * 500,
    "right to left": 'قال الرئيس: «نأمل ذلك». \u202eאמר נתניהו: "לא".\u202c',
    "emoji": "😀 said 👩‍👩‍👧: “🇨🇳 hopes 🇷🇺 agrees 👍🏽,” 😀 added." * 20,
    "combining marks": "M\u0301a\u0308o\u0327 said “w\u0301e\u0301 hope\u0301 so\u0301 very\u0301 much\u0301.”"
    + "\u0301" * 500,
    "mixed scripts": "王毅 said «мы надеемся» と述べた, قال: “yes,” 대통령은 말했다. " * 20,
    "cases that change length": "İSTANBUL said: “ŉ ǅ ß ﬁ İ hope so very much indeed,” İ ẞ said.",
    "beyond the basic plane": "𝐗𝐢 𝐉𝐢𝐧𝐩𝐢𝐧𝐠 said “𝟚𝟘𝟚𝟝 will be good for all of us.” 𠀋𠮟",
    "lone surrogates": "\ud800 said “we hope \udfff so very much.”",
    "halves in words of no language": "brz zkt \ud83d wqx drm \udcff plk vbn mjk fgt xzw qpl rtk bnm zxv" * 3,
    "one long word": "a" * 50_000,
    "one long number": "1," * 20_000,
    "one long acronym": "U." * 20_000,
    "one long line": "Mao said “we hope so.” " * 700,
    "a cue and nothing": "said",
    "cues only": "said told added " * 500,
    "a mark for a subject": "«talks N»they went",
    "deep brackets": "(" * 5_000 + "said" + ")" * 5_000,
    "dates that are none": "date 2025-02-31\nMay 99, 2025\n0000-00-00 Xi said on February 30 “we hope so.”",
    "separators": "Xi said\u2028“we hope so.”\u2029Mao\x85said\x0b“yes”\x0c",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    """Nothing that a file can hold makes parsing raise."""
    check(parse(document(HOSTILE[name])))


@pytest.mark.parametrize(
    "unit",
    [
        "Mao Ning said on Tuesday that China supports all efforts conducive to peace. ",
        '"We hope so very much," he said. “There is no other way.” The sun shone over all the hills. ',
        "Xi “ said ",
        "Putin said:\n“We will go on with it.\n",
        "TASS reported that Putin, according to Reuters, told the Global Times on Friday that he hopes so, adding ",
    ],
)
def test_linear(unit: str) -> None:
    """A text four times as long takes about four times as long, whether in one line or in many."""
    spent = []
    for length in (2_500, 10_000):
        text = unit * (length // len(unit))
        began = time.process_time()
        parse(document(text))
        spent.append(time.process_time() - began)
    assert spent[1] < 12 * spent[0] + 0.3


@pytest.mark.parametrize("name", NAMES)
def test_samples_hold(name: str) -> None:
    """The sample articles' records stand in the files."""
    parsed = seed(name)
    assert parsed.statements
    check(parsed)


@pytest.mark.parametrize("name", NAMES)
def test_same_each_time(name: str) -> None:
    """The same bytes give the same records wherever the file lies; another digest gives other ids."""
    parsed = seed(name)
    elsewhere = parse(Document("elsewhere/copy.txt", parsed.document.text, parsed.document.digest))
    assert [(s.id, s.text, s.speaker, s.date) for s in parsed.statements] == [
        (s.id, s.text, s.speaker, s.date) for s in elsewhere.statements
    ]
    other = parse(Document("copy.txt", parsed.document.text, "f" * 64))
    assert not {s.id for s in parsed.statements} & {s.id for s in other.statements}


def test_wording() -> None:
    """Pieces are joined by a space, white space inside them folded."""
    text = "“We hope\u00a0 so,” he said.\n“And\nso on.”"
    assert "We hope so, And so on." == wording(text, ((1, 13), (25, 35)))
