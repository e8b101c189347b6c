"""The day something was said: which words tell it, what they mean, and for how long they hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.said import BARELY, dated_by_text_alone, said_on
from statements_cli.dates.statement_frames import DOUBTFUL
from statements_cli.model import Article, Attribution, Block, Clue, DayEvidence, SaidOn

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

TUESDAY = "2025-05-20"

WEEKDAYS = [
    ("{Mao Ning} <said> on Tuesday that [China supports peace].", "2025-05-20"),
    ("{Mao Ning} <said> Tuesday [China supports peace].", "2025-05-20"),
    ("{The president} <said> on Monday that [talks would start].", "2025-05-19"),
    ("{Guo} <said> Thursday that “[dialogue is the way].”", "2025-05-15"),
    ("“[It works],” {Noem} <told> the Argus Leader Monday afternoon.", "2025-05-19"),
    ("{Cui Heng} <told> the Global Times on Tuesday that [Russia insists].", "2025-05-20"),
    ("{The ministry} on Sunday <confirmed> [the strike].", "2025-05-18"),
    ("{Russian authorities} <said> late Saturday [the toll had risen].", "2025-05-17"),
    ("{Local authorities} <reported> on Sunday morning [a drone had fallen].", "2025-05-18"),
    ("On Friday, {Lammy} <said> [the gift was declared].", "2025-05-16"),
    ("Late on Sunday, {the mayor} <said> [the roads were shut].", "2025-05-18"),
    ("Later on Thursday, {Putin} <confirmed> that [talks were being prepared].", "2025-05-15"),
    ("But on Monday {he} <called> [the idea “absurd”].", "2025-05-19"),
    ("In a Truth Social post on Thursday, {Trump} <said> [he had a good call].", "2025-05-15"),
    ("Speaking on Friday, {the chancellor} <said> [the tax would go].", "2025-05-16"),
    ("Asked on Monday whether he would resign, {he} <said> [he would not].", "2025-05-19"),
    ("In his testimony Monday morning, {Vindman} <said> [he had told the lawyers].", "2025-05-19"),
    ("At a news conference on Saturday, {she} <said> [the match was on].", "2025-05-17"),
    ("{They} <said> in a statement on their website last Friday [it was false].", "2025-05-16"),
    ("{He} <said> last Tuesday that [it was over].", "2025-05-13"),
    ("{Zelensky} <spoke> on Thursday with two leaders and <said> [Europe must be heard].", "2025-05-15"),
    ("{The committee} <sent a letter> Wednesday to the director <demanding> [answers].", "2025-05-21"),
    ("[The unilateral move] <announced> on Monday by {the secretary of state}.", "2025-05-19"),
    ("{Holmes} <said> in Tuesday's briefing that [all was calm].", "2025-05-20"),
    ("[Jobs rose], <according to> {survey data released Friday}.", "2025-05-16"),
    ("{A White House official} <said Monday> [the plan was dead].", "2025-05-19"),
    (
        "The agency also noted that on Friday, {aide Yury Ushakov} <said> that [a meeting was agreed].",
        "2025-05-16",
    ),
    ("It rained, and on Sunday {the mayor} <said> [the match was off].", "2025-05-18"),
    ("During the phone talk on Friday, {Xi and Putin} also <vowed> [to make efforts].", "2025-05-16"),
    ("{The Union's top court on Friday} <ruled> [products must be labelled].", "2025-05-16"),
    ("At a rally in Ohio on Saturday, {the senator} <promised> [a tax cut].", "2025-05-17"),
]

RELATIVE = [
    ("{He} <said> yesterday [the deal was near].", "2025-05-19"),
    ("{She} <said> today that [it was done].", "2025-05-20"),
    ("Yesterday {the bank} <announced> [a cut].", "2025-05-19"),
    ("{He} <told> the court the day before yesterday [he was ill].", "2025-05-18"),
    ("{The envoy} <said> last night [the talks had failed].", "2025-05-19"),
    ("{The minister} <said> this morning [he would stay].", "2025-05-20"),
    ("{The king} <said> two days ago that [he would abdicate].", "2025-05-18"),
    ("{The firm} <said> three weeks ago [it would close].", "2025-05"),  # 28 April to 4 May
    ("{The firm} <said> two weeks ago [it would close].", "2025-05"),
    ("{The minister} <said> last month [prices would fall].", "2025-04"),
    ("Last month, {he} <told> The Namibian [the pipe would be built].", "2025-04"),
    ("{China's commerce ministry} <said> this month that [tariffs must go].", "2025-05"),
    ("Earlier this month, {he} <said> [it was possible].", "2025-05"),
    ("Last week {the official} <revealed> [the call].", "2025-05"),
    ("Earlier this week, {she} <said> [she would run].", "2025-05"),
    ("{He} <said> last year that [he would sell].", "2024"),
    ("{He} <said> two months ago that [he would sell].", "2025-03"),
    ("{She} <said> five years ago that [she was done].", "2020"),
    ("Over the weekend, {Trump} <assailed> [her].", "2025-05"),
    ("{Trump} <told> them this weekend [it was late].", "2025-05"),
    ("{He} <said> in an interview earlier Monday [it was late].", "2025-05-19"),
    ("{He} <said> as much in an interview earlier Thursday morning, <arguing> [it was late].", "2025-05-15"),
    ("Tonight {the anchor} <said> [the race was open].", "2025-05-20"),
    ("{He} <said> last December [rates would rise].", "2024-12"),
    ("Last December, {he} <said> [rates would rise].", "2024-12"),
    ("Last Monday, {he} <said> [rates would rise].", "2025-05-19"),
    # a day taken for the beginning of what was said
    ("{They} had <said> [on Thursday it had found nothing].", "2025-05-15"),
    ("{He} <said> [last month he had no trust].", "2025-04"),
]

STATED = [
    ("In a joint statement published Oct. 25, {the ministries} <accused> [them of lies].", "2024-10-25"),
    ("On August 7, {Ushakov} <said> that [a meeting was agreed].", "2024-08-07"),
    ("At a briefing on Feb. 19, {she} <said> [the river was rising].", "2025-02-19"),
    ("{He} <said> on May 19 that [it was settled].", "2025-05-19"),
    ("{He} <said> on 19 May that [it was settled].", "2025-05-19"),
    ("{He} <told> the house on 3 February 2020 [there was no danger].", "2020-02-03"),
    ("{Lamrani} <told> Business Insider in October 2018 that [they were secular].", "2018-10"),
    ("{Bornstein} <told> CNN in 2018 that [the letter was dictated].", "2018"),
    ("In February, {the board} <said> [growth was weak].", "2025-02"),
    ("{He} <announced> [on May 5 the end of the tax].", "2025-05-05"),
    ("{He} <promised> [at the end of January to rebuild].", "2025-01"),
    ("{He} <said> [in April Berlin would pay].", "2025-04"),
    ("In November, {the board} <said> [growth was weak].", "2024-11"),
    ("Late November {the board} <said> [growth was weak].", "2024-11"),
    ("{He} <said> in his June convention speech [growth was weak].", "2024-06"),
    # the bare year of a document or an occasion, and of something else
    ("In a 2013 memo, {the agency} <said> [it was full].", "2013"),
    ("{A 2014 study} <found> [it was rare].", "2014"),
    ("In her 2003 book, {Berg} <noted> [it was rare].", "2003"),
    ("{He} <said> at a 2014 Senate hearing [it was rare].", "2014"),
    ("In a Nov. 5 letter, {the doctors} <pleaded with> [the government to act].", "2024-11-05"),
    ("{The office} <said> in an Oct. 26 letter to companies that [this was unacceptable].", "2024-10-26"),
    ("{The inspector} <said> in a June report that [the guards slept].", "2024-06"),
    ("{The inspector} had in a June report <said> [the guards slept].", "2024-06"),
    ("On March 19, 2020, {she} <inquired about> [a job].", "2020-03-19"),
    ("{She} <said> on Monday, May 12, that [it would rain].", "2025-05-12"),
    ("{The minister} <said> in early April [it was safe].", "2025-04"),
    ("{The court} <ruled> on 2025-05-02 [the ban was void].", "2025-05-02"),
    ("The aide spoke of the July 25 call when {he} <asked> [for a favour].", "2024-07-25"),
    ("In 2009, {she} <filed a lawsuit> <saying> [he had flown her there].", "2009"),
    ("{He} <wrote> on Dec. 31 that [the year was good].", "2024-12-31"),
    ("{He} <said> on May 21 that [it was settled].", "2025-05-21"),  # printed where it is still the 20th
]

OTHER_EVENTS = [
    # the day of a call, a meeting, a vote: not of the saying
    "{Trump} <said> [he had a “highly productive” call with Putin on Wednesday].",
    "{The premier}, who met Xi on Friday, <said> [ties were warm].",
    "{He} <said> ahead of Thursday's vote that [it was close].",
    "{She} <commented> on [Sunday's strike].",
    "Asked about Monday's phone call, {the spokesperson} <said> [China supports talks].",
    "Vance will lead a delegation to Munich on Friday. {He} <said> [he would listen].",
    "{The officer} <said> [the man ran off on Saturday].",
    "{The officer} <said> [Saturday's storm was bad].",
    "{The officer} <said> [last month was bad].",
    "{The officer} <said> “[on Saturday the man ran off]”.",
    "{The officer} <said> [April Jones had gone].",
    "{The officer} <said> [two days later the man ran off].",
    "{The bank}, founded in 1997, <said> [profits fell].",
    "{The envoy} <said> he would fly on Friday, adding [talks may fail].",
    "{The mayor} may <say> [more].",
    "{The mayor} <said>, referring to the storm on Monday, [it was late].",
    "{Anna Berg, an aide who flew there on Monday}, <said> [it was late].",
    "After the 2012 campaign {he} <said> [it was late].",
    "{The fire} march <said> [it would go on].",
    "When the plane left on 24 January, {nobody} <said> [goodbye].",
    "When asked about the call on Monday, {Guo} <said> [China backs talks].",
    "{The group} <said> since Monday's attack [nobody had called].",
]


@pytest.mark.parametrize(("sentence", "day"), WEEKDAYS + RELATIVE)
def test_words_are_resolved_against_the_day_published(marked: Marked, sentence: str, day: str) -> None:
    """A weekday, "yesterday", "last month" mean the last such before the day published, that day included."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert (day, "relative") == (said.date, said.basis)


@pytest.mark.parametrize(("sentence", "day"), STATED)
def test_written_dates_take_at_most_the_year(marked: Marked, sentence: str, day: str) -> None:
    """A date in the text is stated; its year may come from the article."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    expected = "relative" if "last" in sentence else "stated"
    assert (day, expected) == (said.date, said.basis)


@pytest.mark.parametrize("sentence", OTHER_EVENTS)
def test_the_day_of_another_event_is_not_the_day_said(marked: Marked, sentence: str) -> None:
    """Days inside the content, in a clause about something else, or of a coming event don't count."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert (TUESDAY, "article") == (said.date, said.basis)


OTHER_TIMES = [
    "{Trump} previously <said> [he would end the war in a day].",
    "In the past {he} has <said> [the bank was sound].",
    "At the time, {the agency} <said> [it had no vaccines].",
    "{He} had <said> earlier that [it could wait].",
]


@pytest.mark.parametrize("sentence", OTHER_TIMES)
def test_another_time_is_unknown(marked: Marked, sentence: str) -> None:
    """Where the words say that it was at another time, the day published isn't it."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert (None, None) == (said.date, said.basis)


CARRIED = [
    # the same speaker goes on
    ("{Mao Ning} <said> on Monday that [China agrees].\n“[We hope so],”2 {Mao}2 <said>2.", "2025-05-19", "relative"),
    ("{Putin} on Friday <denounced> [a strike]. {He}2 <said>2 [there was no base]2.", "2025-05-16", "relative"),
    ("{He} <said> on May 18 [it was late]. {He}2 <added>2 that [he would go]2.", "2025-05-18", "stated"),
    ("On Sunday, {Lammy} <said> [it was paid], <adding>2 that [others pay too]2.", "2025-05-18", "relative"),
    ("{He} <told> the paper last month [it works].\n“[It will cost little],”2 {he}2 <said>2.", "2025-04", "relative"),
    ("{Kuleba} <said> on Sunday [aid was near].\nRain fell.\n{Kuleba}2 <said>2 [it was not enough]2.",
     "2025-05-18", "relative"),
    ("{The ministry} on Sunday <confirmed> [the strike]. {The ministry}2 <added>2 [it was retaliation]2.",
     "2025-05-18", "relative"),
    # a day or more before or after another day that was told of, or on that day
    ("{Holt} <told> the council on Sunday [it was safe]. The vote came two days after {Berg}2 <said>2 that [it leaked]2.",
     "2025-05-16", "relative"),
    ("The dam was shut on Saturday. In a post that day, {Berg} <said> [it leaked].", "2025-05-17", "relative"),
    ("The dam was shut on Saturday. Later that evening {Berg} <said> [it leaked].", "2025-05-17", "relative"),
    ("{Holt} <told> the council on Sunday [it was safe]. The day after, {Berg}2 <said>2 [it leaked]2.",
     "2025-05-19", "relative"),
    ("{Holt} <said> earlier in the day [it was safe].", TUESDAY, "relative"),
    ("{Holt} <told> the council a day after the vote [it was safe].", TUESDAY, "article"),
    # an event of the same day: what is said after it or while it goes on
    ("{Holt} <said> after his call on Monday with Berg that [talks would start].", "2025-05-19", "relative"),
    ("Following the talks on Sunday, {the minister} <said> [nothing was agreed].", "2025-05-18", "relative"),
    ("{Holt} <said> as he opened the gates on Monday that [it was safe].", "2025-05-19", "relative"),
    ("{Holt} <said> [it was safe] as he shut the gates on Monday.", "2025-05-19", "relative"),
    # the article's first day, of what goes on at its occasion, and of what is said to a medium
    ("Hundreds met on Monday to speak of the dam.\nThe hall was full.\nAfter the meeting, {Holt} also <said> [it leaked].",
     "2025-05-19", "relative"),
    ("Hundreds met on Monday to speak of the dam.\nThe hall was full.\n{Holt} has <told> Reuters that [it leaked].",
     TUESDAY, "article"),
    # a question and its answer share their occasion
    ("“[I was there],” {Volker} <said> on Monday.\n“[Alone?]”2 {Schiff}2 <asked>2.", "2025-05-19", "relative"),
    # days counted from the one told of before
    ("{He} <said> on Sunday [he would go]. Two days earlier, {he}2 <said>2 [he would stay]2.", "2025-05-16", "relative"),
    ("{He} <said> on Sunday [he would go]. The next day, {he}2 <said>2 [he would stay]2.", "2025-05-19", "relative"),
    # the article tells of the occasion beside its statements
    ("Mbumba spoke in an interview with the broadcaster on Sunday.\n“[I knew],” {Mbumba} <says>. {He}2 <said>2 [he wept]2.",
     "2025-05-18", "relative"),
    ("Netanyahu visited the settlement on Monday.\n“[It is a great day],” {he} <said>. {Netanyahu}2 <added>2 [more]2.",
     "2025-05-19", "relative"),
    # a date without a year has that of the one before, unless it comes before that in the year
    ("{He} <said> on 3 May 2020 [he would go]. On 5 June {he}2 <said>2 [he would stay]2.", "2020-06-05", "stated"),
    ("{He} <said> on 3 May 2020 [he would go]. On 5 April {he}2 <said>2 [he would stay]2.", "2025-04-05", "stated"),
    # a day of the last days is this year's, whatever year was told of before
    ("{He} <said> on 3 May 2020 [he would go]. On 15 May {he}2 <said>2 [he would stay]2.", "2025-05-15", "stated"),
    # "last" counts from the day published, and so does this month or the last one
    ("{He} <said> on 3 May 2020 [he would go]. {He}2 <said>2 last December [he would stay]2.", "2024-12", "relative"),
    ("{He} <said> on 3 March 2020 [he would go]. {He}2 <said>2 in mid-April [he would stay]2.", "2025-04", "stated"),
    ("{He} <said> on 3 March 2020 [he would go]. {He}2 <said>2 in mid-March [he would stay]2.", "2020-03", "stated"),
    # the year goes on behind what is counted from it
    ("{He} <said> on 3 May 2020 [so]. The following month, {he}2 <said>2 [no]2. In July {he}3 <said>3 [yes]3.",
     "2020-07", "stated"),
    # a timeline's paragraph, and a paragraph that a date begins otherwise
    ("May 31, 1964: King spoke in Oslo. {King} <said> [it was time].", "1964-05-31", "stated"),
    ("• May 31, 1964 – King spoke in Oslo. {King} <said> [it was time].", "1964-05-31", "stated"),
    ("May 31, 1964: Rain fell.\nThe sun shone.\n{King} <said> [it was time].", TUESDAY, "article"),
    ("May 31, 1964 was a Sunday. {King} has <said> [it was time].", TUESDAY, "article"),
    ("May 31, 1964: King spoke in Oslo. {King} previously <said> [it was time].", None, None),
    # an event of the same day, and one days before
    ("After the vote on Monday, {King} <said> [it was time].", "2025-05-19", "relative"),
    ("Days after the vote on May 12, {King} <said> [it was time].", TUESDAY, "article"),
    # what the article's news came days after
    ("The vote came two days after {Berg} <warned> of [a leak].", "2025-05-18", "relative"),
    ("The vote came a year to the day after {Berg} <warned> of [a leak].", None, None),
    # the event that befell a source is no scene of its saying
    ("{Anna Berg, whose son was killed on Sunday}, <said> [nobody came].", TUESDAY, "article"),
    # it ends with another speaker, another day, an old year
    ("{Mao Ning} <said> on Monday that [China agrees].\n{Rubio}2 <said>2 [it was time]2.\nRain fell on Sunday.", TUESDAY, "article"),
    ("{He} <said> on Sunday [he would go]. {He}2 <said>2 on Monday [he would stay]2.", "2025-05-19", "relative"),
    ("{Giuffre} <said> in 2009 [she was young].\n{Giuffre}2 <said>2 [she was hurt]2.", TUESDAY, "article"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "day", "basis"), CARRIED)
def test_a_day_holds_for_its_occasion(marked: Marked, passage: str, day: str, basis: str) -> None:
    """A day is carried over to what the same speaker goes on to say, with its basis."""
    text, article, attributions = marked(passage, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[-1]
    assert (day, basis) == (said.date, said.basis)


def test_speakers_tell_who_goes_on(marked: Marked) -> None:
    """With resolved names the spokesperson is the one who was named before."""
    text, article, attributions = marked(
        "{Mao Ning} <said> on Monday [China agrees].\n{Rubio}2 <said>2 [so it was]2.\n{The spokesperson}3 <added>3 [more]3."
        "\nRain fell on Sunday.",
        published=TUESDAY,
    )
    days = said_on(ArticleText.plain(article, text), attributions, ["Mao Ning", "Marco Rubio", "Mao Ning"])
    assert ["2025-05-19", TUESDAY, "2025-05-19"] == [said.date for said in days]


def test_nothing_is_taken_from_the_clock(marked: Marked) -> None:
    """Without a day published a weekday stays open, a full date stands, and the rest is null."""
    text, article, attributions = marked(
        "{He} <said> on Tuesday [it rains]. {She}2 <said>2 on May 2, 2025 [it pours]2. {Ann}3 <said>3 [no]3."
    )
    days = said_on(ArticleText.plain(article, text), attributions)
    assert [(None, None), ("2025-05-02", "stated"), (None, None)] == [(said.date, said.basis) for said in days]
    assert DayEvidence("Tuesday", published_unknown=True) == days[0].evidence


def test_an_inferred_publication_day_makes_inferred_days(marked: Marked) -> None:
    """What is reckoned from an inferred day is itself inferred."""
    text, article, attributions = marked(
        "{He} <said> on Monday [it rains].\n{Ann}2 <said>2 [no]2.\nSnow fell on Sunday.",
        published=TUESDAY,
        published_basis="inferred",
    )
    assert [("2025-05-19", "inferred"), (TUESDAY, "inferred")] == [
        (said.date, said.basis) for said in said_on(ArticleText.plain(article, text), attributions)
    ]


def test_the_time_of_publication_counts_by_its_own_day(marked: Marked) -> None:
    """The day is that of the outlet's own clock, whatever day it is in Greenwich."""
    text, article, attributions = marked("{He} <said> on Tuesday [it rains].", published="2025-05-20T00:30:00+08:00")
    assert "2025-05-20" == said_on(ArticleText.plain(article, text), attributions)[0].date


@pytest.mark.parametrize(
    ("confidence", "day"), [(DOUBTFUL, TUESDAY), (0.9 * DOUBTFUL, "2025-05-18"), (0.9 * BARELY, "2025-05-18")]
)
def test_doubtful_statements_take_no_days(confidence: float, day: str, marked: Marked) -> None:
    """A day within what was hardly said is one of the reporter's words."""
    text, article, attributions = marked("He was [held on Sunday]2, when {Ann} <said> [so].", published=TUESDAY)
    made = [
        one._replace(confidence=confidence if "held" in text[slice(*one.content[0])] else 1) for one in attributions
    ]
    days = {text[slice(*one.content[0])]: one for one in made}
    said = dict(zip(days, said_on(ArticleText.plain(article, text), made), strict=True))
    assert day == said["so"].date


@pytest.mark.parametrize(("confidence", "day"), [(BARELY, "2025-05-19"), (0.9 * BARELY, TUESDAY)])
def test_no_day_goes_on_from_what_was_hardly_said(confidence: float, day: str, marked: Marked) -> None:
    """A statement that is hardly one has a day, but gives none to those behind it."""
    text, article, attributions = marked(
        "Rain fell.\n" * 3 + "{the bank} <said> on Monday [so].\n{the bank}2 <said>2 [no]2.", published=TUESDAY
    )
    made = [attributions[0]._replace(confidence=confidence), *attributions[1:]]
    said = said_on(ArticleText.plain(article, text), made)
    assert ["2025-05-19", day] == [one.date for one in said]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        ("today (Wednesday)", "2025-05-21"),
        ("this morning, Wednesday, as", "2025-05-21"),
        ("today (Tuesday)", TUESDAY),
        ("today (Thursday)", TUESDAY),
        ("today; Wednesday", TUESDAY),
        ("soon (Wednesday)", TUESDAY),
    ],
)
def test_today_by_its_weekday(today: str, day: str, marked: Marked) -> None:
    """A stamp is a day behind its text where that calls the next day's weekday today."""
    text, article, attributions = marked(f"The hall opens {today}.\n{{Ann}} <has said> [so].", published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert day == said.date
    assert (day != TUESDAY) == (said.basis == "inferred")


def test_days_come_in_the_order_of_the_attributions(marked: Marked) -> None:
    """The order of the input does not change which day each has."""
    text, article, attributions = marked(
        "{Mao} <said> on Monday [a]. {Mao}2 <said>2 [b]2. {Li}3 <said>3 on Sunday [c]3.", published=TUESDAY
    )
    forth = said_on(ArticleText.plain(article, text), attributions)
    assert forth == said_on(ArticleText.plain(article, text), attributions[::-1])[::-1]


@given(
    st.lists(
        st.sampled_from(
            [
                "he said ",
                "on Tuesday ",
                "May 31, ",
                "99 days ago ",
                "in 2199 ",
                "last year ",
                "“",
                "”",
                ". ",
                "\n",
                "Xi ",
            ]
        ),
        max_size=25,
    ),
    st.sampled_from([None, "0001-01-01", "2025-02", "2024-02-29", "9999-12-31", "rubbish-in"]),
    st.data(),
)
def test_any_spans_of_any_text(words: list[str], published: str | None, data: st.DataObject) -> None:
    """Nothing raises; what comes out is a day, month or year, or nothing."""
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
    article = Article("a", "a", (0, len(text)), (Block((0, len(text)), "paragraph"),), published=published)
    for said in said_on(ArticleText.plain(article, text), made):
        assert isinstance(said, SaidOn)
        assert (said.date is None) == (said.basis is None)


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        (SaidOn("2012-05-10", "article", DayEvidence()), False),
        (SaidOn("2012-05-08", "relative", DayEvidence("on Tuesday")), False),
        (SaidOn("2012-03-02", "stated", DayEvidence("on 2 March")), False),
        (SaidOn("2025-03-02", "stated", DayEvidence("on 2 March 2025")), True),
        (SaidOn("2025", "stated", DayEvidence("in 2025", carried=True)), True),
        (SaidOn(), False),
    ],
)
def test_text_changed_years_later(day: SaidOn, kept: bool) -> None:
    """Only a day told with its year holds in a text that was changed years after it was published."""
    article = Article("a", "a.html", (0, 9), (), published="2012-05-10")
    changed = replace(article, evidence=(Clue("rewritten", ("2026-04-24", "2025-08")),))

    [as_it_is], [dated] = dated_by_text_alone(article, [day]), dated_by_text_alone(changed, [day])
    assert day == as_it_is
    assert (day if kept else None) == (dated if dated.date else None)
