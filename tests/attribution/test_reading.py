"""What is read out of clear wordings: kind, content, quoted pieces, cue and source of each statement."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.attribution.finder import find_attributions
from statements_cli.model import Attribution, Kind, Spans

# text; then for each statement its kind, the pieces of its content, and its source
CASES: list[tuple[str, list[tuple[Kind, list[str], str]]]] = [
    # direct: outer marks off, whichever they are
    ("“We hope parties will reach a fair peace deal,” Mao said.",
     [("direct", ["We hope parties will reach a fair peace deal"], "Mao")]),
    ('"We hope parties will reach a fair peace deal," Mao said.',
     [("direct", ["We hope parties will reach a fair peace deal"], "Mao")]),
    ("''We hope parties will reach a fair peace deal,'' Mao said.",
     [("direct", ["We hope parties will reach a fair peace deal"], "Mao")]),
    ("‘We hope parties will reach a fair peace deal,’ Mr Lammy said.",
     [("direct", ["We hope parties will reach a fair peace deal"], "Mr Lammy")]),
    # a full stop, question or exclamation mark of the utterance stays
    ("“Is it over?” asked Putin.", [("direct", ["Is it over?"], "Putin")]),
    ("Trump said: “Russia and Ukraine will start negotiations toward a Ceasefire.”",
     [("direct", ["Russia and Ukraine will start negotiations toward a Ceasefire."], "Trump")]),
    # marks within are kept, whatever the outer ones are
    ('"We call it “peace,” and we mean it," Guo said.',
     [("direct", ["We call it “peace,” and we mean it"], "Guo")]),
    ("“He told me ‘no deal’ twice this week,” Zelensky said.",
     [("direct", ["He told me ‘no deal’ twice this week"], "Zelensky")]),
    # split by its cue: one statement
    ("“Dialogue is the only way out,” Guo said, “and we will continue to work for it.”",
     [("direct", ["Dialogue is the only way out", "and we will continue to work for it."], "Guo")]),
    ('"We hope parties will reach a fair deal," Mao Ning said on Tuesday. "It must be accepted by all the parties."',
     [("direct", ["We hope parties will reach a fair deal", "It must be accepted by all the parties."],
       "Mao Ning")]),
    # mixed: the clause with its quoted piece
    ("Putin said that the Russian side would “continue to work with the Ukrainian side on a memorandum.”",
     [("mixed", ["the Russian side would “continue to work with the Ukrainian side on a memorandum.”"], "Putin")]),
    # "that" belongs to no content: what follows it is all quoted
    ("Zelensky wrote on X that “Ukraine is ready for a full and unconditional ceasefire.”",
     [("direct", ["Ukraine is ready for a full and unconditional ceasefire."], "Zelensky")]),
    # who is spoken to stands before "that", not in what is said
    ("President Joe Biden said after his call on Monday with French President Emmanuel Macron that the two countries "
     "will begin negotiations at once.",
     [("indirect", ["the two countries will begin negotiations at once"], "President Joe Biden")]),
    # nor is what it stood in, and who carried or signed that
    ("Mayor Ann Holt said in a letter signed by twelve members of the council that the town could not wait.",
     [("indirect", ["the town could not wait"], "Mayor Ann Holt")]),
    # a word that only points at something is nothing said
    ("Zelensky said so.", []),
    # indirect
    ("Mao Ning said on Tuesday that China supports all efforts conducive to peace.",
     [("indirect", ["China supports all efforts conducive to peace"], "Mao Ning")]),
    ("The process would take time, the Kremlin said.",
     [("indirect", ["The process would take time"], "the Kremlin")]),
    ("At a briefing on Thursday, Guo said he had no information to offer.",
     [("indirect", ["he had no information to offer"], "Guo")]),
    ("The talks will begin on Monday, according to the ministry.",
     [("indirect", ["The talks will begin on Monday"], "the ministry")]),
    ("Russia stands ready to maintain close communication with China, said Putin.",
     [("indirect", ["Russia stands ready to maintain close communication with China"], "Putin")]),
    # neither names nor scare quotes nor plain events are statements
    ("The “red study tours” began in Hanoi this month.", []),
    ("It rained in Beijing on Monday.", []),
    # what takes up the sentence before says nothing, nor is whom somebody spoke to what was said
    ("Which means that the talks will go on.", []),
    ("He spoke on Monday to reporters.", []),
    # each paragraph reopened: one statement, all the outer marks off
    ("“We will go on with the talks as long as it takes.\n“We will not stop until there is peace,” Putin said.",
     [("direct", ["We will go on with the talks as long as it takes.", "We will not stop until there is peace"],
       "Putin")]),
    ("Putin said: “We will go on with the talks as long as it takes.\n“We will not stop until there is peace.”",
     [("direct", ["We will go on with the talks as long as it takes.", "We will not stop until there is peace."],
       "Putin")]),
    # a colon before a block quotation
    ("The ministry said in a statement:\n“China supports all efforts conducive to peace and will keep in touch.”",
     [("direct", ["China supports all efforts conducive to peace and will keep in touch."], "The ministry")]),
    # signed below
    ("“Peace cannot be kept by force; it can only be achieved by understanding.” ― Albert Einstein",
     [("direct", ["Peace cannot be kept by force; it can only be achieved by understanding."],
       "Albert Einstein")]),
    ("“Peace cannot be kept by force; it can only be achieved by understanding.” — Albert Einstein, physicist",
     [("direct", ["Peace cannot be kept by force; it can only be achieved by understanding."],
       "Albert Einstein")]),
    # a colon in place of a verb
    ("Merkel: “We can do this and we will do this.”",
     [("direct", ["We can do this and we will do this."], "Merkel")]),
    # marks and white space alone are nothing
    ("“ ' ” said said said wrote.", []),
    ("", []),
    (" \n\u200b\n", []),
]  # fmt: skip
WORDINGS = st.sampled_from(
    [
        *(
            "said",
            "told",
            "adding that",
            "according to",
            "wrote on X",
            "Mao Ning",
            "he",
            "the ministry",
            "TRUMP:",
        ),
        *(
            "China supports peace talks",
            "on Monday",
            "we will carry on",
            "that",
            "“No,”",
            "“We hope so.",
            "― Xi",
        ),
        *"“”\"'‘’«».,:;—\n😀王\u200b",
    ]
)


def lines(text: str) -> Spans:
    """The spans of a text's lines that hold anything."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def attributions(text: str) -> tuple[Attribution, ...]:
    """What is read out of a text whose lines are its paragraphs."""
    return tuple(find_attributions(text_of_paragraphs(text, lines(text))))


def words(text: str, spans: Spans) -> list[str]:
    """What the spans hold."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements(text: str, expected: list[tuple[Kind, list[str], str]]) -> None:
    """Clear wordings give the kind, content and source that a reader would give."""
    found = [(a.kind, words(text, a.content), " ".join(words(text, a.source))) for a in attributions(text)]
    assert expected == found


def test_quotes_of_a_mixed_one() -> None:
    """The quoted pieces stand without their marks, in text order."""
    text = "Guo said that China is “happy” about the talks and “will maintain communication” with both sides."
    (found,) = attributions(text)
    assert "mixed" == found.kind
    assert ["happy", "will maintain communication"] == words(text, found.quotes)
    assert text[found.content[0][0] : found.content[0][1]].startswith("China is “happy”")


def test_quotes_of_a_direct_one() -> None:
    """All of a direct one is verbatim; nothing of an indirect one is."""
    (direct,) = attributions("“We hope parties will reach a fair peace deal,” Mao said.")
    assert direct.content == direct.quotes
    (indirect,) = attributions("Mao Ning said on Tuesday that China supports all efforts conducive to peace.")
    assert () == indirect.quotes


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“We hope parties will reach a fair peace deal,” Mao said.", "said"),
        ("The talks will begin on Monday, according to the ministry.", "according to"),
        ("Trump said: “Russia and Ukraine will start negotiations toward a Ceasefire.”", "said"),
        ("Merkel: “We can do this and we will do this.”", ":"),
        ("“Peace can only be achieved by understanding.” ― Albert Einstein", ""),
    ],
)
def test_cues(text: str, cue: str) -> None:
    """The cue is the words, or the colon, that attribute; a signature has none."""
    (found,) = attributions(text)
    assert cue == " ".join(words(text, found.cue))


def test_paragraphs_asked_for() -> None:
    """Only the given paragraphs are read; offsets are those of the whole text."""
    text = "“Skip this one here,” Xi said.\n“We hope so very much indeed,” Mao said."
    (found,) = find_attributions(text_of_paragraphs(text, lines(text)[1:]))
    assert ["We hope so very much indeed"] == words(text, found.content)


@given(st.lists(WORDINGS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Whatever the text, spans lie inside it, contents are sorted and apart, quotes lie in the content."""
    for found in attributions(text):
        assert found.content
        for spans in (found.content, found.quotes, found.cue, found.source):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert list(spans) == sorted(spans)
        for spans in (found.content, found.quotes):
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(any(a <= q[0] and q[1] <= b for a, b in found.content) for q in found.quotes)
        assert 0 <= found.confidence <= 1
        assert (found.kind == "indirect") == (not found.quotes)
        assert found.kind != "direct" or found.content == found.quotes
