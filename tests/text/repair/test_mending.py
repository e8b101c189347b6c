"""Dirty text is mended, and every offset of the mended text leads back to where it stood."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.text.repair.mending import repairs
from statements_cli.text.repair.soundness import is_sound
from statements_cli.text.text_view import TextView
from tests.held_memory import growth

MENDED = [
    # marks typed, escaped or tokenised otherwise than print has them
    ("&ldquo;It&#8217;s closed,&rdquo; he said &mdash; twice.", "“It’s closed,” he said — twice."),
    (r'\"We wait,\" he said. \"It is late.\"', '"We wait," he said. "It is late."'),
    ("‟We wait,″ he said. It is 10″ wide.", "“We wait,” he said. It is 10″ wide."),
    ("`` We wait , '' said Ann , a nurse . `` It is late . ''", "``We wait,'' said Ann, a nurse. ``It is late.''"),
    ('" We wait , " Ann said , " and see . "', '"We wait," Ann said, "and see."'),
    # characters that show nothing
    ("The minis\u00adter said so.", "The minister said so."),
    ("govern\u00ad\nment", "government"),
    ("\ufeffThe\u200b \u2060Hill\u200d", "The Hill"),
    ("\u202aMao Ning\u202c said\u200e so", "Mao Ning said so"),
    ("Mao\x00 Ning\x07", "Mao Ning"),
    ("We\u00ad hopeÂ\u00ad so, itâ€™s fine", "We hope so, it’s fine"),
    # the wrong encoding
    ("“Itâ€™s fine,â€\x9d he said â€” again.", "“It’s fine,” he said — again."),
    ("â€œNo,â€\u009d said FranÃ§ois MÃ¼ller", "“No,” said François Müller"),
    ("donвЂ™t", "don’t"),
    ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "привет мир"),
    ("Wałęsa: WaÅ‚Ä™sa said itâ€™s Å‚adny, donâ€™t", "Wałęsa: Wałęsa said it’s ładny, don’t"),
    ("itÃ¢â‚¬â„¢s", "it’s"),
    # initials torn off
    ("T\nhe minister said so.", "The minister said so."),
    ("T he minister said so.", "The minister said so."),
    ("T\n\nHE minister said so.", "THE minister said so."),
    ("Headline\n\nI n Paris, he said so.", "Headline\n\nIn Paris, he said so."),
    ("V ladimir Putin said so.", "Vladimir Putin said so."),
    ("“T\nhe road is closed,” he said.", "“The road is closed,” he said."),
    ("“W e will win,” he said.", "“We will win,” he said."),
    ("A\nnna Berg said so.\n\nShe left, Anna Berg said.", "Anna Berg said so.\n\nShe left, Anna Berg said."),
    # lines broken around a link, words divided
    ("“We wait,”\nKari Dahl\nsaid on\nTuesday\n, adding so.", "“We wait,” Kari Dahl said on Tuesday , adding so."),
    ("According to a\nreport\nby the\nCoast Guard\n, so.", "According to a report by the Coast Guard , so."),
    ("The minister told\nReuters\nthat he would go.", "The minister told Reuters that he would go."),
    ("The minister told\nReuters\nby phone that he would go.", "The minister told Reuters by phone that he would go."),
    ("The minister told\n\nReuters\n\n, adding so.", "The minister told  Reuters  , adding so."),
    ("The long-\nterm plan of the govern-\nment, the government said", "The long-term\nplan of the government,\nthe government said"),
]  # fmt: skip

MOST_HELD = 15
"""Bytes held for a byte of text; a list of the edits alone took forty."""


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_mended(text: str, expected: str) -> None:
    """What shows nothing goes, what was decoded wrongly is put right, what is torn apart is joined."""
    mended = TextView(text).edited(repairs(text))
    assert expected == mended.text


SOUND = [
    '“I said so,” he said.\n\n“A plan was made.”\n\n"O the times!"',
    "A plan was made. I said so. O the times!",
    "X said it would go.\n\nA former aide said so.",
    "J.D. Vance said so\nand went on.",
    "“RÉSUMÉ”, ‘é’, “É”, «É», NÃO, IRMÃ”, „Ä“",
    "Ça — «à» ïle âge; ж Р С РС",
    "Who\u00a0said\u2009so?",
    "سلام‌ها",
    "👩‍👩‍👧",
    "Talks to resume\n\nReuters\n\niPhones are sold",
    "Items:\n- apples\n- pears",
    "Talks to resume soon\nBBC News, May 20, 2025\nhttps://a.org/b",  # no line of a head goes on with another
    "Talks to resume soon\nReuters\ndate: 2025-05-20",
    "Talks to resume soon\nReuters\nby Ana Paz",
    "---\ntime: 2023-02-28 16:44 by us\nsource_url: https://a.gov/b\ntags: briefings\n---\n\nHe said so.",
    "",
    "T",
    "T\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    """What is right as it is stays: words of one letter, sound accents, joiners that a script needs."""
    assert [] == list(repairs(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minis\u00adter said", ["The", "minis\u00adter", "said"]),
        ("\u200bThe\u200b end\u200b.", ["The", "end\u200b."]),
        ("“Itâ€™s”", ["“Itâ€™s”"]),
        ("T\nhe end", ["T\nhe", "end"]),
        ("MÃ¼ller\u00ad spoke", ["MÃ¼ller", "spoke"]),
    ],
)
def test_words_lead_back(text: str, words: list[str]) -> None:
    """A word of the mended text leads back to the characters it was made of, and to none beside them."""
    mended = TextView(text).edited(repairs(text))
    start, found = 0, []
    for word in mended.text.split():
        start = mended.text.index(word, start)
        first, last = mended.span((start, start + len(word)))
        found.append(text[first:last])
        start += len(word)
    assert words == found


DIRT = st.sampled_from([*"\u00ad\u200b\ufeff\u2060\x00\u00a0\u3000\n\rTVa", "â€™", "Ã©", "â€œ", "вЂ™", "T ", "\nT\n", "-\n", "\n, ", "Ð¿Ñ€", "\u00ad\n", "he ", "Reuters", "told us so"])  # fmt: skip


@given(st.lists(DIRT | st.text(max_size=4), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    """The way back keeps order and stays within the text; what isn't empty leads back to what isn't."""
    mended = TextView(text).edited(repairs(text))
    back = [mended.span((at, at + 1)) for at in range(len(mended.text))]
    assert all(0 <= start < end <= len(text) for start, end in back)
    assert all(a[1] <= b[0] for a, b in pairwise(back))
    assert mended.span((0, 0))[0] <= mended.span((len(mended.text),) * 2)[0] <= len(text)
    whole = mended.span((0, len(mended.text)))
    assert not mended.text or (back[0][0], back[-1][1]) == whole


@given(st.lists(st.sampled_from(["The minister", " said so", ".\n", "é", "“", "’s", " A "]), max_size=20).map("".join))
def test_sound_text_costs_nothing(text: str) -> None:
    """A text that is_sound calls sound has nothing that would be mended."""
    if is_sound(text):
        assert [] == list(repairs(text))


def mended(text: str) -> str:
    """The text as it is read."""
    return TextView(text).edited(repairs(text)).text


@pytest.mark.parametrize("unit", ["a , b . ", "\u200ba", "Ð¿Ñ€ ", "вЂ™ ", "&amp;a", "“X\nhe end\n", "ab\n"], ids=ascii)
def test_repairs_are_not_held(unit: str) -> None:
    """A text that is damaged throughout takes a small multiple of its size, and so do very many short lines."""
    assert growth(mended, unit, 15_000) < MOST_HELD


def test_repairs_in_order() -> None:
    """Edits of all kinds come in text order, though two lines may show that a third is torn."""
    text = "told us\nReuters\nthat it would be a long-\nterm plan &amp; so\u00ad on , he said .\nT\nhe end, no .\n" * 50
    edits = list(repairs(text))
    assert len(edits) > 300
    assert sorted(edits) == edits
