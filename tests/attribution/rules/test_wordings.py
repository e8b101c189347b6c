"""Wordings of attribution that name audience, time or speaker in unusual places: what was said, and by whom."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

# text: (speaker, what was said) of each statement that is more likely right than not
WORDINGS = [
    # whom it was told, and when, is no part of a clause without "that"
    ("Surveyor Ann Holt told councillors the wall was cracked.", [("Ann Holt", "the wall was cracked")]),
    ("Ann Holt told a meeting of 90 he would stay.", [("Ann Holt", "he would stay")]),
    ("Gov. Ray Quist told farmers Monday the dam would hold.", [("Ray Quist", "the dam would hold")]),
    ("Senator Eva Brandt said on Tuesday the law was void.", [("Eva Brandt", "the law was void")]),
    ("Minister Jan Kok said on 3 October the talks had failed.", [("Jan Kok", "the talks had failed")]),
    ("Gov. Ray Quist said Sept. 12 that help would come.", [("Ray Quist", "help would come")]),
    # a relative clause is of whom it takes up
    ("Mayor Ann Holt, who called the plan “a joke”, left the hall.", [("Ann Holt", "the plan “a joke”")]),
    ("Mayor Ann Holt, who once said “old walls fall too”, left.", [("Ann Holt", "old walls fall too")]),
    ("Mayor Ann Holt, who has said “walls fall”, was silent.", [("Ann Holt", "walls fall")]),
    # the next quotation is the next verb's
    (
        '"We lost the barn," Mayor Ann Holt said Tuesday. "But nobody is hurt," she added.',
        [("Ann Holt", "We lost the barn"), ("Ann Holt", "But nobody is hurt")],
    ),
    # the speaker stands behind the verb
    (
        '"We are late," said Ann Holt. "I don\'t think so," said Bess from the corner.',
        [("Ann Holt", "We are late"), ("Bess", "I don't think so")],
    ),
    # an answer of one word
    ("Asked if she would go, President Eva Brandt said no.", [("Eva Brandt", "no")]),
    # lines with a name beside a quotation
    ("“Smaller is better.”\n— Ina Voss, head of the guild\n\nThe guild met.", [("Ina Voss", "Smaller is better")]),
    ("And from Mayor Ann Holt:\n\n“We open in May.”\n\nThe guild met.", [("Ann Holt", "We open in May")]),
    ("From the desk of Ina Voss, guild head.\n\n“We open in May.”\n\nThe guild met.", [("Ina Voss", "We open in May")]),
    ('The pier is shut.\n\nAdded Ann Holt, the mayor: "At last."', [("Ann Holt", "At last")]),
    ('The pier is shut.\n\nSaid Petra Lohse, the pilot: "At last."', [("Petra Lohse", "At last")]),
    ('The pier is shut.\n\nSaid one aide: "At last."', [("one aide", "At last")]),
    # who is quoted by whom behind a quotation, what one who called something calls it, what a story tells
    ("“We have wheat until August,” the ministry's website quoted Minister Hala Zayed as saying.", [("Hala Zayed", "We have wheat until August")]),
    ('The bank\'s director, who called the audit "a circus", has resigned.', [("bank's director", 'the audit "a circus"')]),
    ("A year before, according to a story her sister Maja Holm has told, Kari led a march in the snow.", [("Maja Holm", "A year before … Kari led a march in the snow")]),
    ("It was announced by the palace that the king would abdicate in May.", [("palace", "the king would abdicate in May")]),
    ("On Sunday the group called on supporters to gather at the lighthouse.", [("group", "supporters to gather at the lighthouse")]),
    ("“The glacier,” guide Rosa Huanca said, pointing up the valley, “was here when I was born.”", [("Rosa Huanca", "The glacier … was here when I was born")]),
    ("Dozens of nuns marched through Palermo. “Give us back our school,” they sang.", [("Dozens of nuns", "Give us back our school")]),
    ('Minister Eli Banda came. "It is dry and clean," he was quoted as saying by the Herald on Friday.', [("Eli Banda", "It is dry and clean")]),
    ('Judge Clara Weiss, who once wrote "mercy is a muscle", left for Rome.', [("Clara Weiss", "mercy is a muscle")]),
    ("Both sisters claimed at the time that they were being treated kindly and begged their parents to pay.", [("Both sisters", "they were being treated kindly"), ("Both sisters", "their parents to pay")]),
    ("“No more cuts,” read a banner hung from the town hall.", [("banner hung from the town hall", "No more cuts")]),
    # one word that opens the sentence is the subject, whatever else it may mean
    ("May told MPs on 3 May that the deal was dead.", [("May", "the deal was dead")]),
    # a line that breaks off in a phrase is no headline
    (
        "Minister Eva Brandt announced today that the county would give the flooded villages another\n"
        "90 million, and that a ship would sail.",
        [("Eva Brandt", "the county would give the flooded villages another 90 million, and that a ship would sail")],
    ),
    # a quotation that an aside parts
    ('"The pier," Ann Holt said, looking at it, "is gone." She left.', [("Ann Holt", "The pier … is gone")]),
    # quotations side by side are two speakers', and an inverted verb takes what stands on both sides of it
    (
        '"We sow late," said farmer Ida Moyo. "It rained." "Too much," said her neighbour, Rudo Banda, "for all."',
        [("Ida Moyo", "We sow late … It rained"), ("Rudo Banda", "Too much … for all")],
    ),
    (
        '"Two gates," said guide Juhan Kask, "three towers." "And a clock," added Eva Tamm.',
        [("Juhan Kask", "Two gates … three towers"), ("Eva Tamm", "And a clock")],
    ),
    # who began to talk in the sentence before, not who acts in the next one
    ('Ann Holt was talking to Ray Quist. "The lease is up in May." Ray nodded.', [("Ann Holt", "The lease is up in May")]),
    ('Ann Holt spoke to Ray Quist by the gate. "We sail at six." Quist waited.', [("Ann Holt", "We sail at six")]),
    ('Ann Holt turned to Ray Quist. "We sail at six," Quist said.', [("Ray Quist", "We sail at six")]),
    # a pronoun that is told something is no part of it
    ('In the hall Coach Ray Quist told me I "must not run" but I did.', [("Ray Quist", 'I "must not run"')]),
    ("In the hall Coach Ray Quist told me I should not run to the bus.", [("Ray Quist", "I should not run to the bus")]),
    # verbs that few reports have
    ('"It was dull," grumbled young Peter, with a yawn.', [("young Peter", "It was dull")]),
    ('"You slept," laughed Aunt May.', [("May", "You slept")]),
    ('"Why now?" snapped Minister Jan Kok.', [("Jan Kok", "Why now?")]),
    # answers to the writer's own questions
    (
        'Asked if she slept, Minister Eva Brandt answered in two words: "Not much." Does she regret it? "No."',
        [("Eva Brandt", "Not much"), ("Eva Brandt", "No")],
    ),
    (
        'Does trainer Nell Burke still ride? "Every morning." Does she fall? "Every week," Burke said.',
        [("Nell Burke", "Every morning"), ("Nell Burke", "Every week")],
    ),
    ('"I told them to run," coach Mel Carter said. "They ran."', [("Mel Carter", "I told them to run … They ran")]),
    # whom somebody quotes, and who
    (
        'Minister Ann Holt was quoted by state agency QNX as saying that gas would flow. "It flows," she was quoted'
        " as saying by the Valley Star on Monday.",
        [("Ann Holt", "gas would flow"), ("Ann Holt", "It flows")],
    ),
    ('"The line holds," the agency Zentra quoted General Ray Quist as saying.', [("Ray Quist", "The line holds")]),
    # quotations in a list, each with a name behind it
    (
        "What they said\n\n1. “A black day.” — Ina Voss, head of the guild\n2. “About time.” – Minister Ray Quist\n"
        "3) “We dig elsewhere.” (Joel Stern, owner)",
        [("Ina Voss", "A black day"), ("Ray Quist", "About time"), ("Joel Stern", "We dig elsewhere")],
    ),
    (
        "Minister Ann Holt, cited by the news agency QNX, said the road was safe.",
        [("Ann Holt", "the road was safe")],
    ),
    # the end of a quotation behind an aside is no word of whoever acts next
    (
        '"The fish," said Captain Ivo Holt, lighting a pipe, "are gone." His mate waited.',
        [("Ivo Holt", "The fish … are gone")],
    ),
    # a sentence of speaker and verb before what is said
    ('"Always," Eva Brandt said. What of the unions? Brandt sighed. "They told us."',
     [("Eva Brandt", "Always"), ("Eva Brandt", "They told us")]),
    # hard-wrapped text whose words are parted by hyphens, so that no line is as long as it was
    (
        "OSLO, March 12, 2024 — The minister told law-\nyers on Monday that the pact was “dead on ar-\n"
        "rival” and that talks would end. “We asked for\ntime, for paper and for a pen,” Minister\n"
        "Eva Brandt said. “We got none of the three, and\nthat is the end of it.”",
        [
            ("Eva Brandt", "the pact was “dead on ar-rival” and that talks would end"),
            ("Eva Brandt", "We asked for time, for paper and for a pen … We got none of the three, and that is the end"
             " of it"),
        ],
    ),
    # a relative clause ends where the main clause goes on
    ("Mayor Ann Holt, who told the board the wall was cracked, was booed.", [("Ann Holt", "the wall was cracked")]),
    # a plural alone is told, a period is no part of what was said
    ("Crown Prince Omar bin Hamad told reporters talks would go on.", [("Omar bin Hamad", "talks would go on")]),
    ("Professor Ida Suter said last week prices had peaked.", [("Ida Suter", "prices had peaked")]),
    # a quotation is whose it is, though somebody is told of in it
    (
        "Minister Otto Berg spoke.\n\n“I got word from the press office that Ann and Karl were invited by the hosts.\n\n"
        "“So they came as guests,” Berg said.",
        [("Otto Berg", "I got word from the press office that Ann and Karl were invited by the hosts. So they came as"
          " guests")],
    ),
    # a post set into an article is its writer's
    ("The trial began.\n\nWe must teach mercy.\n\n— Ida Omland (@ida) November 9, 2019",
     [("Ida Omland", "We must teach mercy")]),
    # a quotation before who was quoted as saying it
    ('"The dam will hold," Governor Otto Berg was quoted as telling reporters.', [("Otto Berg", "The dam will hold")]),
    ("“The pipes hold,” Mayor Ida Suter was quoted as saying by the Valley Star.", [("Ida Suter", "The pipes hold")]),
    # think tanks don't think
    ("Analysts at the Lowry think tank said pumps were old.", [("Analysts at the Lowry think tank", "pumps were old")]),
    # when it was said is no part of it, nor what is told of who said it
    ("Minister Eva Brandt has said ahead of talks with her Nordic colleague Ina Voss that Norway fears a war.", [("Eva Brandt", "Norway fears a war")]),
    (
        "The wall will hold for years, according to Otto Berg, a surveyor who walked along it twice in May.",
        [("Otto Berg", "The wall will hold for years")],
    ),
    # what somebody did while speaking
    ("The bridge will hold, Minister Eva Brandt said as she opened the road.", [("Eva Brandt", "The bridge will hold")]),
    # the caption of a picture between two paragraphs of a quotation
    (
        "“The wall is old,” Mayor Ann Holt said.\n\n- Ann Holt at her desk in the hall where she grew up\n\n“It will fall.”",
        [("Ann Holt", "The wall is old … It will fall")],
    ),
    # promises
    ("Mayor Ann Holt has vowed to lower rents.", [("Ann Holt", "to lower rents")]),
    ("Mayor Ann Holt has vowed to raise rents, sell ships and buy land.", [("Ann Holt", "to raise rents, sell ships and buy land")]),
    # a participle that says more
    (
        "Mayor Ann Holt told reporters that the wall was cracked, adding that the road would be shut.",
        [("Ann Holt", "the wall was cracked"), ("Ann Holt", "the road would be shut")],
    ),
    # one who reports goes before the reported
    ("Mayor Ann Holt said on Monday that Ray Quist promised to pay for the road.", [("Ann Holt", "Ray Quist promised to pay for the road")]),
]  # fmt: skip

# nothing is said
SILENT = [
    # a title behind whose comma the sentence goes on, and what opens one but says nothing
    'Her second single, "Cold Water," topped Billboard.',
    '"Cold Water," would help Ann Holt.',
    '"The Long Road Home," was Ann Holt\'s favourite.',
    "The board declined to comment.",
    '"Cold Water," it was.',
    "Mayor Ann Holt has not yet said whether she will go.",
    "Sun Min-jae called for the ball and beat two men.",
    "The index closed at 3,900, noted for its calm.",
    "The Lowry think tank published a study on Tuesday.",
    "Mayor Ann Holt, who wrote “The Walls of Oslo”, left the hall.",
    "Mayor Ann Holt, who has claimed “victory”, left the hall.",
    "Mayor Ann Holt, who observes “in walls”, left the hall.",
    "Here are the new laws.\n\nAlaska: Hunters must wear orange.\n\nIdaho: Bees are pets.\n\nUtah: Bells may ring.",
]


def said(text: str) -> list[tuple[str | None, str]]:
    """The likely statements of a text, speaker and words."""
    document = Document("any.txt", text, sha256(text.encode()).hexdigest())
    return [(one.speaker, one.text.rstrip(".")) for one in parse(document).statements if one.confidence >= 0.25]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wordings(text: str, expected: list[tuple[str, str]]) -> None:
    """Audience, time and speaker are told from what was said."""
    assert expected == said(text)


def test_a_post_is_its_writers_own_words() -> None:
    """A post set into an article is direct writing of its day, and letters behind the name are no part of it."""
    text = "The trial began.\n\nWe must teach mercy.\n\n— Ida Omland MP (@ida) November 9, 2019"
    (one,) = parse(Document("any.txt", text, "")).statements
    assert (one.speaker, one.type, one.kind, one.act, one.date) == (
        "Ida Omland", "person", "direct", "writing", "2019-11-09"
    )  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("The trial began.\n\nSharing my letter.\nWe must teach mercy.\n\n— Ida Omland (@ida) November 9, 2019", "Sharing my letter. We must teach mercy"),
    ("The trial began.\nSharing my letter.\nWe must teach mercy.\n— Ida Omland (@ida) November 9, 2019", "The trial began. Sharing my letter. We must teach mercy"),
    ("A trial.\n1.\n2.\n3.\n4.\n5.\n6.\nWe must teach mercy.\n\n— Ida Omland (@ida) November 9, 2019", "We must teach mercy"),
])  # fmt: skip
def test_lines_of_a_post(text: str, expected: str) -> None:
    """A post reaches up to the blank line above it, where that is near."""
    assert [("Ida Omland", expected)] == said(text)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_said(text: str) -> None:
    """What looks like attribution and is none yields nothing."""
    assert [] == said(text)
