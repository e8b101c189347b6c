"""What kind of act an attribution is: speech, writing, report or attitude."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Act, Article, Attribution, Kind
from statements_cli.provenance.act import act_of
from statements_cli.provenance.channel import channel_of
from statements_cli.provenance.frame import Framer
from statements_cli.provenance.noun_heads import document_of, words_of

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

ACTS: list[tuple[Act, list[str]]] = [
    (
        "speech",
        [
            "{The Kremlin} <said> [the process would take time].",
            "“[We hope for a durable deal],” {Mao} <said>.",
            "{He} <told> reporters [the talks went on].",
            "{She} <called> [the plan “a disgrace”].",
            "{The ministry} <announced> [new tariffs].",
            "{The premier} <pledged> [to build more homes].",
            "{Critics} <accused> [the mayor of waste].",
            "{The agency} <said> in a statement that [nothing had leaked].",
            "{Local authorities} <reported> [two dead].",
            "{The president} <dismissed> [the idea as unrealistic].",
            "{The witness} <testified> that [he saw nothing].",
            "“[I think we can win],” {he} <believes>.",  # words in quotation marks were uttered
            "{She} <said she hopes> [the law will pass].",
            "{Ukrainian President Zelensky} <expressed concern> about [that].",
            "{The envoy} <voiced hope> that [a deal was near].",
            "{The senator} <insisted> [he had never met him].",
            "{The union} <urged> [members to vote].",
            "{The spokesman} <declined> [to comment].",
            "{The official} <denied> [any wrongdoing].",
            "{The coach} <admitted> [the team was tired].",
        ],
    ),
    (
        "writing",
        [
            "“[Ukraine is ready],” {he} <wrote> on X.",
            "{The governor} <tweeted> that [roads were shut].",
            "{The embassy} <said> on Telegram that [all were safe].",
            "{The letter} <said>: “[There must be an inquiry].”",
            "In an email, {the spokesperson} <said> [the seat was kept].",
            "In a May 7 memo, {the department} <said> [staff must return].",
            "{Security Council resolutions} <declaring> [the settlements illegal].",
            "[The deal was signed], <according to> {the state's finances website}.",
            "{The lawsuit} <alleges> that [the firm knew].",
            "“[The market is skewed],” <said> {a report from Kotak Institutional Equities}.",
            "{Her posts} <mention> [a dog].",
            "{The court filing} <states> [he fled].",
            "{She} <filed a lawsuit> <saying> [he had lied].",
            "{The treaty} <says> [an attack on one is an attack on all].",
            "{Prison officials} <wrote> in documents that [he was alone].",
            "{The newspaper's editorial} <argued> [the tax was wrong].",
            "In its press release, {the department} <noted> [no search was made].",
            "{The committee} <sent a letter> <demanding> [answers].",
            "{He} <posted> that [it was over].",
            "In a Truth Social post, {Trump} <said> [he would call].",
        ],
    ),
    (
        "report",
        [
            "{The New York Times} <reported> that [he had backed off].",
            "{The newspaper} <says> [he was arrested].",
            "[Prices rose], <according to> {Statistics Canada’s labour force survey data} released Friday.",
            "{A study} <found> [the drug works].",
            "{A poll of voters} <showed> [a narrow lead].",
            "{That report} <found> [children had no beds].",
            "[She fell], <according to> {the Washington Post}.",
            "{State media} <said> [the dam held].",
            "{An internal analysis} <found> [more space may be added].",
            "{Multiple investigations, including an autopsy}, <concluded> [he died by suicide].",
            "{The data} <suggest> [a slowdown].",
            "{Forecasts} <called for> [strong winds].",
            "{Reuters} <said> in a report on Thursday that [a meeting will take place].",
            "{NBC News} <reported> [a cell held 155 adults].",
            "{Xinhua} <reported> [the visit went well].",
            "[Turnout was high], <according to> {exit polls}.",
            "{The survey by the university} <shows> [trust is falling].",
            "{Bloomberg} <wrote> [the bank would merge].",
            "{The inquiry} <revealed> [a cover-up].",
            "{A Quinnipiac poll} <has> [him ahead].",
            "{A Wall Street Journal report} <said> [China seeks a larger role].",
        ],
    ),
    (
        "attitude",
        [
            "{Protesters} <believe> [the bill erodes autonomy].",
            "{They} <worry> [China is taking back freedoms].",
            "{Beijing} also <wants> [tariffs to go].",
            "{He} <expects> [the bank to hold rates].",
            "{Watt} <doesn’t think> [those challenges are gone].",
            "{Experts and brokerages} <are of the view> that [a recovery is near].",
            "{They} <are concerned about> [the pipeline’s impact].",
            "{The authority}, which <considers> [the US biased].",
            "{They} <hope for> [government funding].",
            "{Some advisers} <would like to see> [China agree].",
            "{Mbumba} <had high hopes> that [he would return].",
            "{Patrick} <is betting> that [he can make his case].",
            "{The party} <supports> [a ban].",
            "{Moscow} <opposes> [the plan].",
            "{Families} <fear> [the worst].",
            "{Officials} <wondering> [if it was enough].",
            "{Europe} <sees> [itself sidelined].",
            "{Voters} <prefer> [lower taxes].",
            "{The captain} <knew> [something was wrong].",
            "{The group} <is eager> [to get their attention].",
        ],
    ),
]


@pytest.mark.parametrize(
    ("expected", "sentence"), [(expected, sentence) for expected, group in ACTS for sentence in group]
)
def test_act(marked: Marked, expected: Act, sentence: str) -> None:
    """Channel, source and cue tell the act; what nothing marks is speech."""
    text, article, (attribution, *_) = marked(sentence)
    (frame,) = Framer(ArticleText.plain(article, text)).frames([attribution])
    source = " ".join(text[start:end] for start, end in attribution.source)
    cue = words_of(text, attribution.cue)
    assert expected == act_of(cue, source, attribution.kind, channel_of(frame, source))


@pytest.mark.parametrize(
    ("source", "document"),
    [
        ("a report from Canada’s auditor general", "report"),
        ("Security Council resolutions", "resolution"),
        ("Statistics Canada’s labour force survey data released Friday", "data"),
        ("the presentation", "presentation"),
        ("analyses by two universities", "analysis"),
        ("court documents", "court document"),
        ("the Chinese Foreign Ministry", None),
        ("a letter carrier", None),
        ("", None),
    ],
)
def test_document_of(source: str, document: str | None) -> None:
    """A source is a document by the noun that heads it."""
    assert document == document_of(source)


def test_a_channel_of_writing_outweighs_the_cue() -> None:
    """What is said in a letter is written, whatever the verb."""
    assert "writing" == act_of("said", "the doctors", "indirect", "letter")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words(cue: str, source: str) -> None:
    """Every cue and source has an act."""
    assert act_of(cue, source, "indirect") in ("speech", "writing", "report", "attitude")


@pytest.mark.parametrize(
    ("cue", "source", "kind", "act"),
    [
        # what a report says is written, what it shows is reported
        *((cue, "the report", "indirect", "writing") for cue in ("said", "says", "say", "stated", "states", "wrote", " Said ")),
        ("showed", "the report", "indirect", "report"),
        ("said", "the Reuters report", "indirect", "report"),
        # what a message reads is written, who reads aloud speaks
        *(("read", f"a {noun}", "direct", "writing") for noun in ("statement", "message", "text", "letter", "note", "email")),
        *(("reads", f"a {noun} from the port", "direct", "writing") for noun in ("statement", "post", "reply")),
        ("read", "a statement by the port", "direct", "writing"),
        ("read in part", "a statement by the port", "direct", "writing"),
        ("also read", "a statement by the port", "direct", "speech"),
        ("read", "the mayor of the statement town", "direct", "speech"),
        ("read", "the mayor", "direct", "speech"),
        # nobody is named who estimates
        ("reportedly said", "the mayor", "indirect", "report"),
        ("estimated", "", "indirect", "report"),
        ("estimated", "the mayor", "indirect", "speech"),
    ],
)  # fmt: skip
def test_documents_and_messages(cue: str, source: str, kind: Kind, act: Act) -> None:
    """A document writes or reports by its cue, a message that reads something is written."""
    assert act == act_of(cue, source, kind)


@pytest.mark.parametrize("noun", ["statement", "message", "text", "letter", "note", "email", "post", "reply"])
def test_a_message_reads(noun: str) -> None:
    """What a message reads is writing, what a man reads is not."""
    assert ["writing", "writing"] == [act_of(cue, f"A {noun} from the port", "indirect") for cue in ("read", "reads")]
    assert "speech" == act_of("read", "A man from the port", "indirect")
    assert "writing" == act_of("reads", f"A {noun} by the port", "indirect")


@pytest.mark.parametrize(
    ("document", "printed", "said", "shown"),
    [
        ("report", "report", "writing", "report"),
        ("story", "report", "writing", "writing"),
        ("article", "report", "writing", "writing"),
        ("letter", "writing", "writing", "writing"),
        ("poll", "report", "report", "report"),
    ],
)
def test_documents(document: str, printed: Act, said: Act, shown: Act) -> None:
    """A medium's article reports, a report writes what it says in words, a poll reports whatever it says."""
    assert printed == act_of("said", f"a Reuters {document}", "indirect")
    assert [said] * 6 == [
        act_of(cue, f"a port {document}", "indirect") for cue in ("said", "says", "say", "stated", "states", "wrote")
    ]
    assert shown == act_of("showed", f"a port {document}", "indirect")


@pytest.mark.parametrize(
    ("cue", "source", "kind", "expected"),
    [
        ("hopes", "he", "indirect", "attitude"),
        ("hopes", "he", "direct", "speech"),
        ("said he hopes", "he", "indirect", "speech"),
        ("is of the view", "he", "indirect", "attitude"),
        ("are of the opinion", "they", "indirect", "attitude"),
        ("had fears", "he", "indirect", "attitude"),
        ("have doubts", "they", "indirect", "attitude"),
        ("has reservations", "he", "indirect", "attitude"),
        ("reportedly", "he", "indirect", "report"),
        ("estimated", "", "indirect", "report"),
        ("estimated", "he", "indirect", "speech"),
    ],
)
def test_cues(cue: str, source: str, kind: Kind, expected: Act) -> None:
    """An inner state is an attitude unless it was uttered."""
    assert expected == act_of(cue, source, kind)
