"""Who relays a statement, to whom it was made, by what channel and on what ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import table
from statements_cli.model import Article, Attribution, Block, Chain, Clue
from statements_cli.provenance.chain import chain

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

RELAYED = [
    # a relaying clause closes the sentence
    ("However, {the Kremlin} <said> [the process would take time], Reuters reported.", ("Reuters",)),
    ("{The Russian leader} <said> [the call was candid], Russian state media outlet Tass reported.", ("TASS",)),
    ("{Peskov} <said> [there was no date yet], the Interfax news agency reported on Friday.", ("Interfax",)),
    ("“[We will not yield],” {he} <said>, the Korea Herald wrote.", ("The Korea Herald",)),
    ("{The minister} <said> [prices would fall], state television reported.", ("state television",)),
    ("{Erdogan} <said> [talks would go on], Anadolu Agency reported, citing the presidency.", ("Anadolu Agency",)),
    ("{The general} <said> [the road was open], local media reported.", ("local media",)),
    ("“[It is over],” {the coach} <said>, according to the Straits Times.", ("The Straits Times",)),
    ("{Moe} <said> [he was sad], according to Democratic Sen. Ann Lee of Kansas.", ("Democratic Sen. Ann Lee of Kansas",)),
    ("{Moe} <said> [he was sad], according to local ABC affiliate WXYZ.", ("WXYZ",)),
    ("{Moe} <said> [he was sad], according to an ABC affiliate.", ("ABC",)),
    # who speaks for somebody, right behind the verb; whose sources speak
    ("{Moe} <said> through a spokesman that [he was sad].", ("spokesman",)),
    ("{Moe} <said> on Sunday through his chief lawyer that [he was sad].", ("chief lawyer",)),
    ("{Moe} <said> through a tunnel that [he was sad].", ()),
    ("{Moe} <said> that [he was sad] and came through a spokesman of the town to the end.", ()),
    ("{Reuters’s sources} <said> [it was over].", ("Reuters",)),
    ("{Moe’s sources} <said> [it was over].", ()),
    # a preposition marks it
    ("{Putin} <announced> [his readiness to work with Ukraine], according to Tass.", ("TASS",)),
    ("{Zelensky} <said> [Europe must be involved], according to the NYT.", ("The New York Times",)),
    ("{Xi} <elaborated> on [China's position], according to the Xinhua News Agency.", ("Xinhua",)),
    ("As per an AFP report, {the foreign ministry} <expressed> [its support for direct talks].", ("AFP",)),
    ("According to TASS, {Kremlin aide Yury Ushakov} <said> earlier that [Putin will attend].", ("TASS",)),
    ("According to Kyodo News, {the premier} <told> lawmakers [the tax would stay].", ("Kyodo News",)),
    ("{He} was quoted by Interfax as <saying> that [the deal was close].", ("Interfax",)),
    ("{Lavrov} was <quoted> as <saying> by RIA Novosti: “[We are ready].”", ("RIA Novosti",)),
    ("{He} <said> [the border was shut], as first reported by Axios.", ("Axios",)),
    # no list knows the medium, but only one can stand there
    ("{The minister}, quoted by the state news agency QNX, <said> [the dam was full].", ("QNX",)),
    ("“[It is full],” {she} <was quoted as saying> by the Valley Star on Monday.", ("Valley Star",)),
    ("{The envoy}, cited by the daily La Plaza, <said> [talks would end].", ("La Plaza",)),
    ("{The mayor} <called> [the plan “a joke”], according to the Wheeling Intelligencer.", ("Wheeling Intelligencer",)),
    ("“[The quay is shut],” {the mayor} <said>, per ESPN.", ("ESPN",)),
    ("“[The quay is shut],” {the mayor} <said> (via Deadline).", ("Deadline",)),
    # media that no list has
    ("“[The quay is shut],” {the mayor} <said>, KTVX reported.", ("KTVX",)),
    ("“[The quay is shut],” {the mayor} <said>, as quoted by the Nordlyset.", ("Nordlyset",)),
    ("“[The quay is shut],” {the mayor} <said>, the Nordlyset newspaper reported.", ("Nordlyset",)),
    ("{The mayor} <told> a court that [the man fled], the PA news agency reports.", ("PA",)),
    ("{The mayor} <said> [the quay was shut], according to the harbour plan.", ()),  # a thing, no name
    ("In remarks carried live on state television, {the mayor} <said> [the quay was shut].", ("state television",)),
    ("“[The quay is shut],” {the mayor} <said> in an interview broadcast by Sky News.", ("Sky News",)),
    ("“[We will win],” {the mayor} <said>, according to a pool report.", ("a pool report",)),
    # reporters, by full name with their medium, then by surname
    ("{The mayor} <said> [the quay was shut], according to Ida Holm of Reuters.", ("Ida Holm", "Reuters")),
    ("{The mayor} <said> [the quay was shut], according to NPR’s Ida Holm.", ("Ida Holm", "NPR")),
    ("Ida Holm of Reuters was there. “[It is shut],” {the mayor} <said>, per Holm.", ("Ida Holm",)),
    # a named poll, for shares of those asked
    ("In a Tribune/Radio Five poll in May, {18% of respondents} <said> [tolls were high].",
     ("Tribune/Radio Five poll",)),
    ("A Tribune Poll asked. {Two in ten} <said> [tolls were high].", ("Tribune Poll",)),
    ("In a Tribune/Radio Five poll in May, {the mayor} <said> [tolls were high].", ()),
    # a relaying clause opens the sentence
    ("The Washington Post reported that {one official} <called> [the plan “dead”].", ("The Washington Post",)),
    ("The BBC reported that {the embassy} <denied> [the claim].", ("BBC News",)),
    ("Xinhua quoted {Wang Yi} as <saying> [the two sides should talk].", ("Xinhua",)),
    # documents, and who obtained them
    ("<According to> {a Pentagon memo} seen by Reuters, [the US is considering options].", ("Reuters",)),
    ("In a memo obtained by the Ottawa Citizen, {the department} <said> [staff must return].", ("Ottawa Citizen",)),
    ("{Prison officials} <wrote> in documents obtained by The Associated Press that [he was alone].",
     ("Associated Press",)),
    ("<According to> {a Pentagon memo seen by Reuters}, [the US is considering options].", ("Reuters",)),
    # the medium was named before, and stands as what it is
    ("A Wall Street Journal report named no one. {An official} <dismissed> [the idea as “not viable”], the report said.",
     ("The Wall Street Journal",)),
    ("The Wall Street Journal broke the story.\nThe Journal said {an official} had <dismissed> [the idea].",
     ("The Wall Street Journal",)),
    ("Newsweek saw the letter. {Sources} <told> the board [the talks had failed], the magazine reported.",
     ("Newsweek",)),
]  # fmt: skip

NOT_RELAYED = [
    # the medium is the speaker
    "{The New York Times} <reported> that [the president had backed off].",
    "[The summit may be held in an Arab country], {Russia's TASS News Agency} <reported>.",
    "[Trade exceeded $260 billion], <according to> {Reuters}.",
    # it is the one told
    "{Cui Hongjian} <told> the Global Times on Tuesday that [conditions were not met].",
    "{Zoghlin} <said> in an email to The Associated Press that [he never intended harm].",
    "{The ambassador} <said> [trade would grow] in an interview with the BBC.",
    # people, agencies of state and documents relay nothing
    "{He} <pleaded guilty> to [threatening her], prosecutors said.",
    "{The fire service} <said> [nobody was hurt], the agency said.",
    "{Netanyahu} <told> settlers [it was a historic day], according to a statement.",
    "{Carlineo} <said> [he would shoot her], the U.S. attorney's office said.",
    # another statement's source, in the same sentence
    "{The poster} <mentioned> [a friend who left]; [the friend objected]2, <according to>2 {the Washington Post}2.",
    "{The Kremlin} <denied> [the claim], while {Reuters}2 <reported>2 [new strikes]2.",
    # a person who works for a medium, or a medium's poll
    "“[It was calm],” {he} <said>, a Reuters reporter noted.",
    "[Most voters disagree], <according to> {an ABC News poll}.",
    # surnames and offices that look like media
    "“[And I asked on whose authority],” <said> {Hill}, the former adviser.",
    "{Mirror maker Ross Sun} <said> [business was slow], Hill noted.",
]

CHANNELS = [
    ("“[Ukraine is ready],” {Zelenskyy} <wrote> on X.", "X"),
    ("Taking to Truth Social, {Trump} <said> - “[Talks will start].”", "Truth Social"),
    ("In a Truth Social post on Wednesday, {Trump} <said> [he had a productive call].", "Truth Social"),
    ("{John Bolton}, a former adviser, <wrote> on X (formerly Twitter): “[It is unconscionable].”", "X"),
    ("[Damage was recorded in 50 places], {the service} <said> in a Telegram post.", "Telegram"),
    ("{The authority} <said> on Twitter on Tuesday that [the manager had been called].", "Twitter"),
    ("“[Stay home],” {the governor} <tweeted>.", "Twitter"),
    ("{She} <said> in a post on her Facebook page that [she was well].", "Facebook"),
    ("“[China is happy],” {spokesman Guo Jiakun} <told> a regular press briefing.", "press briefing"),
    ("Asked about the report at the press briefing, {Guo} <said> [he had no information].", "press briefing"),
    (
        "{Holcomb} <said> during a Statehouse news conference that [he would sign].",
        "Statehouse news conference",
    ),
    (
        "{Interim Chief Ed Alvarez} <told> reporters at a news conference that [calls came in].",
        "news conference",
    ),
    ("{Chris Tang} <said> in an interview that [police alone cannot end it].", "interview"),
    ("[He pleaded guilty], {the U.S. Attorney's Office} <said> in a statement.", "statement"),
    (
        "In a joint statement published Oct. 25, {the ministries} <accused> [the U.S. of hoarding].",
        "joint statement",
    ),
    ("“[At no time was I aware],” {Volker} <said> in his opening statement.", "opening statement"),
    ("In a Nov. 5 letter, {the doctors} <pleaded with> [the government to reconsider].", "letter"),
    ("“[This is alarming],” <says> {the letter signed by seven physicians}.", "letter"),
    ("{She} <said> in an email that [the seat was kept].", "email"),
    ("{They} <said> by phone call that [they were safe].", "phone call"),
    ("{Xi} <said> in a phone call with Putin that [China will be consistent].", "phone call"),
    ("{He} <told> settler leaders [it was historic], according to a statement.", "statement"),
    ("{The committee} <sent a letter> to the director <demanding> [answers].", "letter"),
    ("{The president} <said> in a televised address that [order would return].", "televised address"),
    ("{The minister} <wrote> in an op-ed that [the treaty was dead].", "op-ed"),
    # no channel: the noun belongs to another event, to the source, or to what is spoken of
    ("{The premier} <said> after a meeting that [all was well].", None),
    ("{A person briefed on the phone call} <said> [it went badly].", None),
    ("{He} <criticised> the report and <said> [it was wrong].", None),
    ("{He} <said> [the letter was a forgery].", None),
    ("{A professor at a policy forum} <said> [rates would rise].", None),
]

AUDIENCES = [
    ("{Cui Heng} <told> the Global Times on Tuesday that [Russia insists].", "Global Times"),
    ("“[China is happy],” {Guo Jiakun} <told> a regular press briefing.", "a regular press briefing"),
    ("{Prosecutors} <told> reporters [the inquiry was dropped].", "reporters"),
    ("{A Nato official} <told> the BBC that [the treaty has no such clause].", "BBC News"),
    ("{Simpson} <told> Polygraph.info [the allegations are false].", "Polygraph.info"),
    ("{Lamrani} <told> Business Insider in October 2018 that [the group was secular].", "Business Insider"),
    (
        "{Robertson} <told> VOA correspondent Carla Babb that [the claim is untrue].",
        "VOA correspondent Carla Babb",
    ),
    ("{Zoghlin} <said> in an email to The Associated Press that [he meant no harm].", "Associated Press"),
    ("In an interview with the Financial Times, {Macron} <said> [Europe must wake].", "Financial Times"),
    ("{Vindman} <told> lawmakers [it was his duty].", "lawmakers"),
    ("Speaking to reporters in Kyiv, {he} <said> [help was near].", "reporters"),
    ("{He} <said> [he had told the king].", None),
    ("{China} <said> [it welcomes dialogue] following a conversation with Vladimir Putin.", None),
    ("“[I know],” {she} <told> him.", None),
    ("{She} <said> [nothing changed].", None),
]

GROUNDS = [
    ("{The official} <said> [talks failed], speaking on condition of anonymity.",
     "speaking on condition of anonymity"),
    ("Citing unnamed sources in Beijing, {the Wall Street Journal} <reported> that [officials met].",
     "Citing unnamed sources in Beijing"),
    ("[The deal is near], <according to> {a person familiar with the matter}.",
     "according to a person familiar with the matter"),
    ("{A refugee} who asked not to be identified <said> [the camp was shut].", "asked not to be identified"),
    ("{Trump} <told> aides [he would sign], according to two people briefed on the talks.",
     "according to two people briefed on the talks"),
    ("{Reuters} <reported>, citing three officials, that [a deal was near].", "citing three officials"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "via"), RELAYED)
def test_relays_are_found(marked: Marked, sentence: str, via: tuple[str, ...]) -> None:
    """A medium that passes on what a speaker said stands in ``via``, by its own name."""
    text, article, attributions = marked(sentence)
    assert via == chain(ArticleText.plain(article, text), attributions)[0][1].via


@pytest.mark.parametrize("sentence", NOT_RELAYED)
def test_no_relay_is_made_up(marked: Marked, sentence: str) -> None:
    """Speakers, audiences, people, state bodies and other statements' sources relay nothing."""
    text, article, attributions = marked(sentence)
    assert () == chain(ArticleText.plain(article, text), attributions)[0][1].via


@pytest.mark.parametrize(("sentence", "channel"), CHANNELS)
def test_channel(marked: Marked, sentence: str, channel: str | None) -> None:
    """The channel is what the saying was led in by, not any noun of speaking nearby."""
    text, article, attributions = marked(sentence)
    assert channel == chain(ArticleText.plain(article, text), attributions)[0][1].channel


@pytest.mark.parametrize(("sentence", "audience"), AUDIENCES)
def test_audience(marked: Marked, sentence: str, audience: str | None) -> None:
    """Those told are named as the text has them, media by their own name."""
    text, article, attributions = marked(sentence)
    told = chain(ArticleText.plain(article, text), attributions)[0][1].audience
    assert audience == (told.removeprefix("The ") if told else None)


@pytest.mark.parametrize(("sentence", "ground"), GROUNDS)
def test_grounds(marked: Marked, sentence: str, ground: str) -> None:
    """On what ground it is known stands in the evidence."""
    text, article, attributions = marked(sentence)
    assert Clue("ground", (ground,)) in chain(ArticleText.plain(article, text), attributions)[0][1].evidence


MERGED = [
    # the outer attribution covers the inner one: kept is the inner, relayed
    (
        "[{Putin} <said> [the call was candid]]2, {Russian state media outlet Tass}2 <reported>2.",
        "Putin",
        ("TASS",),
    ),
    ("[{The Kremlin} <said> [it would take time]]2, <according to>2 {Xinhua}2.", "The Kremlin", ("Xinhua",)),
    ("{The BBC}2 <reported>2 that [{the embassy} <denied> [the claim]]2.", "the embassy", ("BBC News",)),
    # whoever passes on a quotation that has a speaker of its own; a name is a medium's that no list has
    ("[“[It was late],” {Moe} <said>]2, <according to>2 {KTVX}2.", "Moe", ("KTVX",)),
    ("[“[It was late],” {Moe} <said>]2, <according to>2 {court documents}2.", "Moe", ("court documents",)),
    ("[“[It was late],” {Moe} <said>]2, <according to>2 {two letters}2.", "Moe", ()),
    # both have the very same content
    ("“[[We are ready]]2,” {he} <said>, <according to>2 {the NYT}2.", "he", ("The New York Times",)),
]


@pytest.mark.parametrize(("sentence", "source", "via"), MERGED)
def test_relaying_attributions_are_merged(marked: Marked, sentence: str, source: str, via: tuple[str, ...]) -> None:
    """An attribution that only relays another leaves a name in ``via``, and is no statement itself."""
    text, article, attributions = marked(sentence)
    chained = chain(ArticleText.plain(article, text), attributions)
    assert [source] == [text[slice(*kept.source[0])] for kept, _ in chained]
    assert via == chained[0][1].via


UNMERGED = [
    # a person who tells what another said is a speaker too
    "{Vindman}2 <said>2 [{Sondland} <told> officials [they would have to deliver]]2.",
    # the medium tells more than the nested statement
    "{The Times}2 <reported>2 that [the bank lost a third of its value within a week of the vote, that branches"
    " closed early and that {the minister} <said> [help was near]]2.",
    # nor does somebody who tells more than what another said
    "[The road was shut, the bridge was closed and “[it was late],” {Moe} <said>]2, <according to>2 {witnesses}2.",
    # an attitude inside does not take its reporter's place
    "{Reuters}2 <reported>2 that [{Trump} <wants> [to leave]]2.",
]


@pytest.mark.parametrize("sentence", UNMERGED)
def test_nested_statements_stay(marked: Marked, sentence: str) -> None:
    """Only media that do nothing but relay are merged."""
    text, article, attributions = marked(sentence)
    assert 2 == len(chain(ArticleText.plain(article, text), attributions))


UNWRAPPED = [
    ("{The mayor} <said> [the bridge was closed, per Nordlyset]. It", "The mayor", "said", "the bridge was closed",
     ("Nordlyset",)),
    ("[US President Donald Trump also said on Thursday that a meeting was no condition], <according to> {NBC News}.",
     "US President Donald Trump", "also said", "a meeting was no condition", ("NBC News",)),
    ("{The Journal} <said> [a White House official had dismissed the proposal as “not viable at all”]. The Wall"
     " Street Journal", "a White House official", "had dismissed", "the proposal as “not viable at all”", ("Journal",)),
    ("{Russia's TASS News Agency} <reported> [a summit is near]. {It}2 <noted>2 that [on August 7, Kremlin aide Yury Ushakov said"
     " that a meeting was agreed]2.", "Kremlin aide Yury Ushakov", "said", "a meeting was agreed", ("TASS",)),
    ("<According to> {TASS, aide Yury Ushakov} [said earlier that Putin will attend].",
     "aide Yury Ushakov", "said earlier", "Putin will attend", ("TASS",)),
    ("[Zelensky spoke on Thursday with two leaders and said Europe must be involved], <according to> {Reuters}.",
     "Zelensky", "said", "Europe must be involved", ("Reuters",)),
    ("{The Russian leader} <said> [the call was candid, Russian state media outlet Tass reported].",
     "The Russian leader", "said", "the call was candid", ("TASS",)),
    ("{The Kremlin} <said> [the process would take time, according to Xinhua].",
     "The Kremlin", "said", "the process would take time", ("Xinhua",)),
    ("{The BBC} <reported> [the dam had burst on Friday].", "The BBC", "reported", "the dam had burst on Friday", ()),
    ("{He} <said> [the ship had sunk, the minister said].", "He", "said", "the ship had sunk, the minister said", ()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "cue", "content", "via"), UNWRAPPED)
def test_statements_are_unwrapped_from_their_relay(
    marked: Marked, sentence: str, source: str, cue: str, content: str, via: tuple[str, ...]
) -> None:
    """Where the relay was found with the whole sentence for content, the statement inside is kept."""
    text, article, attributions = marked(sentence)
    kept, told = chain(ArticleText.plain(article, text), attributions)[-1]
    found = ["".join(text[slice(*span)] for span in spans) for spans in (kept.source, kept.cue, kept.content)]
    assert [source, cue, content] == found
    assert via == told.via


def test_a_quotation_is_unwrapped_from_its_document(marked: Marked) -> None:
    """What somebody said according to a statement is his, by that channel."""
    text, article, attributions = marked("[“It is a historic day,” he told settlers], <according to> {a statement}.")
    kept, told = chain(ArticleText.plain(article, text), attributions)[0]
    assert ("he", "It is a historic day", "direct") == (
        text[slice(*kept.source[0])],
        text[slice(*kept.content[0])],
        kept.kind,
    )
    assert "statement" == told.channel


def test_whom_a_medium_cites_is_no_statement(marked: Marked) -> None:
    """The word citing introduces the source of what is told, not something said."""
    text, article, attributions = marked(
        "[Leaders agreed], {the Guardian} <reported>, <citing>2 [the German chancellor, Friedrich Merz]2."
    )
    assert ["the German chancellor, Friedrich Merz"] == [
        text[slice(*kept.source[0])] for kept, _ in chain(ArticleText.plain(article, text), attributions)
    ]


HIDING = [
    "{A witness}, {who}2 <declined>2 [to be named]2, <said> [soldiers fired first].",
    "[It was a slaughter], {an aid worker} {}2<said>, <asking>2 [not to be named because he feared for his job]2.",
    "{The diplomat}, {who}2 <requested>2 [anonymity to discuss private talks]2, <said> [the text was agreed].",
    "{A refugee}, {who}2 <asked>2 [that her name not be printed]2, <said> [the camp was shut].",
    "{The driver}, {who}2 <refused>2 [to give his name]2, <said> [the road was mined].",
    "{The aide}, {who}2 <insisted on>2 [anonymity]2, <said> [it was a draft].",
]  # fmt: skip


@pytest.mark.parametrize("sentence", HIDING)
def test_going_unnamed_is_no_statement(marked: Marked, sentence: str) -> None:
    """That a source asks not to be named is a ground, and nothing said."""
    text, article, attributions = marked(sentence)
    chained = chain(ArticleText.plain(article, text), attributions)
    assert ["said"] == [text[slice(*kept.cue[0])] for kept, _ in chained]


NOT_HIDING = [
    "{The minister} <said> [to be named in the report was an honour].",
    "{Lavrov} <asked> [for talks to resume].",
    "{The mayor} <said> [anonymity was a shield of cowards].",
]


@pytest.mark.parametrize("sentence", NOT_HIDING)
def test_other_words_of_names_are_statements(marked: Marked, sentence: str) -> None:
    """What is said about names and anonymity is said."""
    text, article, attributions = marked(sentence)
    assert 1 == len(chain(ArticleText.plain(article, text), attributions))


def test_who_quotes_is_named_in_full(marked: Marked) -> None:
    """The one who quotes goes to ``via`` by the name told before."""
    text, article, attributions = marked(
        "Ambassador Pham Thanh Binh spoke. {Pham} quoted an article by To Lam, <stating>, “[Success].”"
    )
    assert ("Pham Thanh Binh",) == chain(ArticleText.plain(article, text), attributions)[0][1].via


SWAPPED = [
    (
        "{Pham} quoted a signed article by General Secretary To Lam, published on April 14, <stating>, “[Success].”",
        "General Secretary To Lam", "Pham",
    ),
    (
        "[European leaders have agreed], {the Guardian} <reported>, citing the German chancellor, Friedrich Merz.",
        "the German chancellor, Friedrich Merz", "The Guardian",
    ),
    ("{Tass} <quoted> Kremlin spokesman Dmitry Peskov as <saying> that [a date was set].",
     "Kremlin spokesman Dmitry Peskov", "TASS"),
    ("{North Korean state media KCNA} <quoted> [leader Kim Jong Un as saying the navy must grow].",
     "leader Kim Jong Un", "KCNA"),
    ("{State news agency SANA} <quoted> the minister as <saying> that [talks had begun].", "the minister", "SANA"),
    ("{The BBC} <cited> [an army spokesman as saying that three soldiers had died].", "an army spokesman", "BBC News"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "via"), SWAPPED)
def test_the_one_quoted_is_the_source(marked: Marked, sentence: str, source: str, via: str) -> None:
    """Who quotes or cites another by name relays; the other is the source."""
    text, article, attributions = marked(sentence)
    kept, told = chain(ArticleText.plain(article, text), attributions)[0]
    assert source == text[slice(*kept.source[0])]
    assert (via,) == told.via


CARRIED = [
    ("{LaRose} <said> in an email [it is empty]. “[We use it],”2 {LaRose}2 <said>2.", ("email", "writing")),
    ("{The lawmakers} <wrote> in a letter that [they wait].\n{The lawmakers}2 <added>2 that [time is short]2.",
     ("letter", "writing")),
    ("{He} <told> a press briefing [all is well]. {He}2 <added>2 that [more would follow]2.",
     ("press briefing", "speech")),
    # somebody else, another occasion
    ("{LaRose} <said> in an email [it is empty]. {The mayor}2 <said>2 [it is full]2.", (None, "speech")),
    ("{LaRose} <said> in an email [it is empty].\n{She}2 <said>2 [it is full]2.", (None, "speech")),
    ("{He} <wrote> on X [it is over]. {He}2 <told>2 reporters [it is not]2.", (None, "speech")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CARRIED)
def test_a_channel_holds_while_its_speaker_goes_on(
    marked: Marked, sentence: str, expected: tuple[str | None, str]
) -> None:
    """The channel, and the act with it, hold for what the same speaker says next."""
    text, article, attributions = marked(sentence)
    kept, told = chain(ArticleText.plain(article, text), attributions)[1]
    assert expected == (told.channel, kept.act)


def test_an_obtained_document_keeps_its_relay(marked: Marked) -> None:
    """Who obtained a document relays it also where it is named again."""
    text, article, attributions = marked(
        "<According to> {a slideshow} obtained by the Ottawa Citizen, [floors were due].\n"
        "[Desks could go]2, <according to>2 {the presentation}2."
    )
    assert ("Ottawa Citizen",) == chain(ArticleText.plain(article, text), attributions)[1][1].via


def test_it_is_the_medium_named_before(marked: Marked) -> None:
    """What "it" reports is relayed by the medium of the sentence before."""
    text, article, attributions = marked(
        "{Russia's TASS News Agency} <reported> on Friday that [a summit may be held]. It also noted that on"
        " August 7, {Kremlin aide Yury Ushakov}2 <said>2 that [a meeting was agreed]2."
    )
    assert "TASS" in chain(ArticleText.plain(article, text), attributions)[1][1].via[0]


@pytest.mark.parametrize("text", ["", "{", "\n" * 50, "said " * 3000])
def test_no_attributions_no_chains(text: str) -> None:
    """Nothing in, nothing out."""
    article = Article("a", "a", (0, len(text)), (Block((0, len(text)), "paragraph"),))
    assert () == chain(ArticleText.plain(article, text), ())


@given(
    st.lists(
        st.sampled_from(
            ["he said ", "according to ", "Reuters reported", "“", "”", ", ", ". ", "\n", "citing ", "Xi "]
        ),
        max_size=25,
    ),
    st.data(),
)
def test_any_spans_of_any_text(words: list[str], data: st.DataObject) -> None:
    """Nothing raises, and a replaced source lies within the text."""
    text = "".join(words)
    offsets = st.integers(0, len(text))
    spans = st.lists(st.tuples(offsets, offsets).map(lambda p: (min(p), max(p))), max_size=2).map(tuple)
    made = data.draw(
        st.lists(
            st.builds(
                Attribution,
                content=spans,
                quotes=st.just(()),
                cue=spans,
                source=spans,
                kind=st.just("indirect"),
            ),
            max_size=4,
        )
    )
    article = Article("a", "a", (0, len(text)), (Block((0, len(text)), "paragraph"),))
    for kept, told in chain(ArticleText.plain(article, text), made):
        assert isinstance(told, Chain)
        assert all(0 <= start <= end <= len(text) for start, end in kept.source)


@pytest.mark.parametrize(("words", "kind"), [("to meet", "indirect"), ("to “meet”", "mixed")])
def test_what_was_agreed_is_of_the_kind_of_its_words(marked: Marked, words: str, kind: str) -> None:
    """What somebody cited tells that others agreed is mixed where words of it are quoted, else indirect."""
    story = f"{{Leaders}} have <agreed> [{words}], the Guardian reported, citing Kari Moe."
    text, article, (attribution,) = marked(story)
    at = text.index("meet")
    quotes = ((at, at + len("meet")),) if kind == "mixed" else ()
    ((found, _),) = chain(ArticleText.plain(article, text), (attribution._replace(quotes=quotes),))

    assert ("Kari Moe", kind) == (text[slice(*found.source[0])], found.kind)
    assert f"Leaders have agreed {words}" == text[slice(*found.content[0])]


def test_one_endless_paragraph_costs_no_more_than_its_length() -> None:
    """A frame follows a sentence only so far, however long the paragraph is."""
    sentence = "Xi said that talks go on, Reuters reported, and "
    text = sentence * 2000
    article = Article("a", "a", (0, len(text)), (Block((0, len(text)), "paragraph"),))
    made = [
        Attribution(((at + 13, at + 24),), (), ((at + 3, at + 7),), ((at, at + 2),), "indirect")
        for at in range(0, len(text), len(sentence))
    ]
    assert 2000 == len(chain(ArticleText.plain(article, text), made))


def test_media_are_listed_once() -> None:
    """The list of further media has one row a name."""
    names = [row[0] for row in table("outlets/relays.tsv")]
    assert len(names) == len(set(names))
