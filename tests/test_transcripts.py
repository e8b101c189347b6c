"""Transcripts in the layouts that press offices and broadcasters publish: who speaks, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import read
from statements_cli.model import Clue, Document, Statement
from statements_cli.pipeline import parse
from statements_cli.text.repair.mending import repairs

Row = tuple[str | None, str | None, str, str | None, str | None]


def spoken(text: str) -> Sequence[Statement]:
    """The statements of a document of that text."""
    return parse(Document("any.txt", text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())).statements


# layout: text; (speaker, role, what is said, question, asked by)
LAYOUTS: dict[str, tuple[str, list[Row]]] = {
    "an interview whose turns say Q and A, with whoever answers named above": (
        "The tide comes higher every year\n\n12 March 2024\n\n"
        "The lighthouse at the cape turns a hundred. We met Maria Lopez, director of the harbour museum, on its steps.\n\n"
        "Q: Is the lamp still needed?\n\n"
        "A: The fishing boats need it in every storm. Nobody doubts that.\n\n"
        "Q: And when you retire?\n\n"
        "A: Then a machine will do it.\n",
        [
            (
                "Maria Lopez",
                "director of the harbour museum",
                "The fishing boats need it in every storm. Nobody doubts that.",
                "Is the lamp still needed?",
                None,
            ),
            (
                "Maria Lopez",
                "director of the harbour museum",
                "Then a machine will do it.",
                "And when you retire?",
                None,
            ),
        ],
    ),
    "White House briefing, with front matter": (
        "---\n"
        "date: '2023-02-15'\n"
        'title: "Press Briefing by Press Secretary Karine Jean-Pierre and National Security\\\n'
        '  \\ Council Coordinator for Strategic Communications John Kirby"\n'
        "---\n\n"
        "James S. Brady Press Briefing Room\n\n2:03 P.M. EST\n\n"
        "MS. JEAN-PIERRE:  Good afternoon.  The Admiral will go first.\n\n"
        "(A phone rings.)\n\n"
        "MR. KIRBY:  Thank you, Karine.  (Laughter.)  We sent two ships to the strait.\n\n"
        "Q    Are they armed?\n\n"
        "MR. KIRBY:  They carry what such ships carry.\n\n"
        "2:40 P.M. EST\n",
        [
            ("Karine Jean-Pierre", "Press Secretary", "Good afternoon. The Admiral will go first.", None, None),
            (
                "John Kirby",
                "National Security Council Coordinator for Strategic Communications",
                "Thank you, Karine. We sent two ships to the strait.",
                None,
                None,
            ),
            (
                "John Kirby",
                "National Security Council Coordinator for Strategic Communications",
                "They carry what such ships carry.",
                "Are they armed?",
                None,
            ),
        ],
    ),
    "White House, hard-wrapped without blank lines": (
        "Press Gaggle by Principal Deputy Press Secretary Olivia Dalton\n"
        "Aboard Air Force One\n"
        "MS. DALTON:  Good morning.  The President goes to Virginia Beach today to\n"
        "speak about the cost of insulin, and he will be back in Washington early\n"
        "in the evening.\n"
        "Q    Will he meet the Governor while he is in the state, or anybody of the\n"
        "state party?\n"
        "MS. DALTON:  I don’t have any meetings to read out to you at this time, but\n"
        "we will let you know.\n",
        [
            (
                "Olivia Dalton",
                "Principal Deputy Press Secretary",
                "Good morning. The President goes to Virginia Beach today to speak about the cost of insulin, and he "
                "will be back in Washington early in the evening.",
                None,
                None,
            ),
            (
                "Olivia Dalton",
                "Principal Deputy Press Secretary",
                "I don’t have any meetings to read out to you at this time, but we will let you know.",
                "Will he meet the Governor while he is in the state, or anybody of the state party?",
                None,
            ),
        ],
    ),
    "White House, THE PRESIDENT": (
        "Remarks by President Biden Before Marine One Departure\n\n"
        "South Lawn\n\n"
        "Q    Mr. President, will there be a deal this week?\n\n"
        "THE PRESIDENT:  I am hopeful.  We will see.\n\n"
        "Q    And on Ukraine?\n\n"
        "THE PRESIDENT:  We stand with them.\n",
        [
            (
                "Joe Biden",
                "President",
                "I am hopeful. We will see.",
                "Mr. President, will there be a deal this week?",
                None,
            ),
            ("Joe Biden", "President", "We stand with them.", "And on Ukraine?", None),
        ],
    ),
    "White House, a speech without questions": (
        "Remarks by Vice President Harris at the Munich Security Conference\n\n"
        "THE VICE PRESIDENT:  Thank you.  (Applause.)  It is good to be here.\n\n"
        "We meet in a hard year.\n",
        [
            (
                "Harris",
                "Vice President",
                "Thank you. It is good to be here. We meet in a hard year.",
                None,
                None,
            ),
        ],
    ),
    "joint press conference, with an interpreter": (
        "Remarks by President Biden and President Volodymyr Zelenskyy of Ukraine in Joint Press Conference\n\n"
        "PRESIDENT BIDEN:  Welcome, Mr. President.\n\n"
        "PRESIDENT ZELENSKYY:  (As interpreted.)  Thank you for all you do.  (Speaks in Ukrainian.)\n\n"
        "Q    When will the tanks arrive?\n\n"
        "PRESIDENT ZELENSKYY:  (As interpreted.)  Soon, we hope.\n\n"
        "MODERATOR:  Thank you, everybody.\n",
        [
            ("Joe Biden", "President", "Welcome, Mr. President.", None, None),
            ("Volodymyr Zelenskyy", "President", "Thank you for all you do.", None, None),
            ("Volodymyr Zelenskyy", "President", "Soon, we hope.", "When will the tanks arrive?", None),
            ("Moderator", None, "Thank you, everybody.", None, None),
        ],
    ),
    "White House, background call": (
        "Background Press Call by Senior Administration Officials on the President’s Trip to Europe\n\n"
        "MODERATOR:  Hi, everyone.  This call is on background.\n\n"
        "SENIOR ADMINISTRATION OFFICIAL:  Thanks.  The trip has three stops.\n\n"
        "Q    Hi, Jeff Mason with Reuters.  Which stop is the longest?\n\n"
        "SENIOR ADMINISTRATION OFFICIAL:  The second one.\n",
        [
            ("Moderator", None, "Hi, everyone. This call is on background.", None, None),
            ("Senior Administration Official", None, "Thanks. The trip has three stops.", None, None),
            (
                "Senior Administration Official",
                None,
                "The second one.",
                "Hi, Jeff Mason with Reuters. Which stop is the longest?",
                "Jeff Mason (Reuters)",
            ),
        ],
    ),
    "White House call, the asker is called by name": (
        "On-the-Record Press Call by National Security Advisor Jake Sullivan\n\n"
        "MR. SAVETT:  Good morning.  This is Sean Savett from the National Security Council.  First, we’ll go to Asma "
        "Khalid from NPR.\n\n"
        "Q    Thanks.  What will be in the speech?\n\n"
        "MR. SULLIVAN:  A good deal on Europe.\n",
        [
            (
                "Sean Savett",
                "National Security Council",
                "Good morning. This is Sean Savett from the National Security Council. First, we’ll go to Asma Khalid "
                "from NPR.",
                None,
                None,
            ),
            (
                "Jake Sullivan",
                "National Security Advisor",
                "A good deal on Europe.",
                "Thanks. What will be in the speech?",
                "Asma Khalid (NPR)",
            ),
        ],
    ),
    "State Department": (
        "Department Press Briefing – May 4, 2023\n\n"
        "Vedant Patel, Principal Deputy Spokesperson\n\n"
        "Washington, D.C.\n\n1:15 p.m. EDT\n\n"
        "MR PATEL: Good afternoon. I have two things at the top.\n\n"
        "QUESTION: Can you confirm the meeting in Vienna?\n\n"
        "MR PATEL: I would refer you to the Austrian authorities.\n\n"
        "QUESTION: So you can’t?\n\n"
        "MR PATEL: We do not preview travel.\n",
        [
            (
                "Vedant Patel",
                "Principal Deputy Spokesperson",
                "Good afternoon. I have two things at the top.",
                None,
                None,
            ),
            (
                "Vedant Patel",
                "Principal Deputy Spokesperson",
                "I would refer you to the Austrian authorities.",
                "Can you confirm the meeting in Vienna?",
                None,
            ),
            (
                "Vedant Patel",
                "Principal Deputy Spokesperson",
                "We do not preview travel.",
                "So you can’t?",
                None,
            ),
        ],
    ),
    "State Department, secretary": (
        "Secretary Antony J. Blinken at a Press Availability\n\n"
        "Press Availability\n\nAntony J. Blinken, Secretary of State\n\nGeneva\n\n"
        "SECRETARY BLINKEN: Good evening, everyone. We had a frank talk.\n\n"
        "MR PRICE: We have time for one question. Humeyra.\n\n"
        "QUESTION: Humeyra Pamuk, Reuters. Was anything agreed?\n\n"
        "SECRETARY BLINKEN: That we will meet again.\n",
        [
            (
                "Antony J. Blinken",
                "Secretary of State",
                "Good evening, everyone. We had a frank talk.",
                None,
                None,
            ),
            ("Price", None, "We have time for one question. Humeyra.", None, None),
            (
                "Antony J. Blinken",
                "Secretary of State",
                "That we will meet again.",
                "Humeyra Pamuk, Reuters. Was anything agreed?",
                "Humeyra Pamuk (Reuters)",
            ),
        ],
    ),
    "Pentagon": (
        "Pentagon Press Secretary Air Force Brig. Gen. Pat Ryder Holds a Press Briefing\n\n"
        "June 6, 2023\n\n"
        "BRIGADIER GENERAL PATRICK RYDER: Good afternoon. I have a few items.\n\n"
        "Q: Was the dam hit from the air?\n\n"
        "GEN. RYDER: We are still assessing that.\n",
        [
            (
                "Pat Ryder",
                "Pentagon Press Secretary Air Force Brig. Gen.",
                "Good afternoon. I have a few items.",
                None,
                None,
            ),
            (
                "Pat Ryder",
                "Pentagon Press Secretary Air Force Brig. Gen.",
                "We are still assessing that.",
                "Was the dam hit from the air?",
                None,
            ),
        ],
    ),
    "Chinese ministry": (
        "Foreign Ministry Spokesperson Mao Ning’s Regular Press Conference on May 4, 2023\n\n"
        "Xinhua News Agency: The fifth dialogue will be held this week. What does China expect of it?\n\n"
        "Mao Ning: China looks forward to it. We will work with all parties.\n\n"
        "AFP: Will the minister be there?\n\n"
        "Mao Ning: I have no information to offer at the moment.\n",
        [
            (
                "Mao Ning",
                "Foreign Ministry Spokesperson",
                "China looks forward to it. We will work with all parties.",
                "The fifth dialogue will be held this week. What does China expect of it?",
                "Xinhua",
            ),
            (
                "Mao Ning",
                "Foreign Ministry Spokesperson",
                "I have no information to offer at the moment.",
                "Will the minister be there?",
                "AFP",
            ),
        ],
    ),
    "one question": (
        "Foreign Ministry Spokesperson Lin Jian’s Regular Press Conference on March 20, 2024\n\n"
        "Bloomberg: Do you have a comment on the tariffs?\n\nLin Jian: We oppose them.\n",
        [
            (
                "Lin Jian",
                "Foreign Ministry Spokesperson",
                "We oppose them.",
                "Do you have a comment on the tariffs?",
                "Bloomberg",
            )
        ],
    ),
    "Chinese ministry, outlets nobody lists and a follow-up": (
        "Foreign Ministry Spokesperson Wang Wenbin's Regular Press Conference on March 9, 2023\n"
        "Macau Monthly: Could you share more on the visit?\n"
        "Wang Wenbin: We will release information in due course.\n"
        "Shenzhen TV: A report says trade went up. Do you have a comment?\n"
        "Wang Wenbin: The figures show that the economy is strong.\n"
        "Follow-up: Will it last?\n"
        "Wang Wenbin: We have full confidence in that.\n",
        [
            (
                "Wang Wenbin",
                "Foreign Ministry Spokesperson",
                "We will release information in due course.",
                "Could you share more on the visit?",
                "Macau Monthly",
            ),
            (
                "Wang Wenbin",
                "Foreign Ministry Spokesperson",
                "The figures show that the economy is strong.",
                "A report says trade went up. Do you have a comment?",
                "Shenzhen TV",
            ),
            (
                "Wang Wenbin",
                "Foreign Ministry Spokesperson",
                "We have full confidence in that.",
                "Will it last?",
                None,
            ),
        ],
    ),
    "Kremlin, labels before a colon": (
        "News conference following Russian-Belarusian talks\n\n"
        "December 19, 2022, 20:00, Minsk\n\n"
        "President of Belarus Alexander Lukashenko: Friends, we have had a long day.\n\n"
        "President of Russia Vladimir Putin: I would like to thank our hosts.\n\n"
        "Question: Will the price of gas change?\n\n"
        "Vladimir Putin: It has been agreed for three years.\n\n"
        "Alexander Lukashenko: That is so.\n",
        [
            ("Alexander Lukashenko", "President of Belarus", "Friends, we have had a long day.", None, None),
            ("Vladimir Putin", "President of Russia", "I would like to thank our hosts.", None, None),
            (
                "Vladimir Putin",
                "President of Russia",
                "It has been agreed for three years.",
                "Will the price of gas change?",
                None,
            ),
            ("Alexander Lukashenko", "President of Belarus", "That is so.", None, None),
        ],
    ),
    "Kremlin, a name on a line of its own": (
        "Answers to media questions\n\n"
        "July 5, 2023, 17:30, Moscow\n\n"
        "The President of Russia Vladimir Putin took questions after the forum.\n\n"
        "Question\n\nWill there be talks on grain?\n\n"
        "Vladimir Putin\n\nWe are not against talks. We wait for an answer.\n\n"
        "Question\n\nWhen?\n\n"
        "Vladimir Putin\n\nThis month, I think.\n",
        [
            (
                "Vladimir Putin",
                "President of Russia",
                "We are not against talks. We wait for an answer.",
                "Will there be talks on grain?",
                None,
            ),
            ("Vladimir Putin", "President of Russia", "This month, I think.", "When?", None),
        ],
    ),
    "Kremlin, a meeting": (
        "Meeting with Moscow Mayor Sergei Sobyanin\n\n"
        "Vladimir Putin: Mr Sobyanin, let us begin with transport.\n\n"
        "Sergei Sobyanin: Two lines were opened this year. The third will follow in spring.\n\n"
        "Vladimir Putin: Good. Thank you for that.\n\n"
        "Sergei Sobyanin: We also mend the older stations.\n",
        [
            ("Vladimir Putin", None, "Mr Sobyanin, let us begin with transport.", None, None),
            (
                "Sergei Sobyanin",
                "Moscow Mayor",
                "Two lines were opened this year. The third will follow in spring.",
                None,
                None,
            ),
            ("Vladimir Putin", None, "Good. Thank you for that.", None, None),
            ("Sergei Sobyanin", "Moscow Mayor", "We also mend the older stations.", None, None),
        ],
    ),
    "United Nations, noon briefing": (
        "Daily Press Briefing by the Office of the Spokesperson for the Secretary-General\n\n"
        "The following is a near-verbatim transcript of today’s noon briefing by Farhan Haq, Deputy Spokesman for the "
        "Secretary-General.\n\n"
        "Deputy Spokesman: Good afternoon. We are concerned by the floods.\n\n"
        "Question: Farhan, has the Secretary-General spoken to the parties?\n\n"
        "Deputy Spokesman: I have no calls to announce.\n\n"
        "Correspondent: Thank you. And the convoy, has it moved?\n\n"
        "Deputy Spokesman: It left this morning.\n",
        [
            (
                "Farhan Haq",
                "Deputy Spokesman for the Secretary-General",
                "Good afternoon. We are concerned by the floods.",
                None,
                None,
            ),
            (
                "Farhan Haq",
                "Deputy Spokesman for the Secretary-General",
                "I have no calls to announce.",
                "Farhan, has the Secretary-General spoken to the parties?",
                None,
            ),
            (
                "Farhan Haq",
                "Deputy Spokesman for the Secretary-General",
                "It left this morning.",
                "Thank you. And the convoy, has it moved?",
                None,
            ),
        ],
    ),
    "NATO, the outlet in brackets": (
        "Press conference by NATO Secretary General Jens Stoltenberg ahead of the meeting of defence ministers\n\n"
        "NATO Secretary General Jens Stoltenberg: Good morning. Allies will meet tomorrow.\n\n"
        "Question (Reuters): Will there be new pledges?\n\n"
        "Jens Stoltenberg: I expect that there will be.\n",
        [
            ("Jens Stoltenberg", "NATO Secretary General", "Good morning. Allies will meet tomorrow.", None, None),
            (
                "Jens Stoltenberg",
                "NATO Secretary General",
                "I expect that there will be.",
                "Will there be new pledges?",
                "Reuters",
            ),
        ],
    ),
    "Downing Street": (
        "Prime Minister Rishi Sunak’s press conference: 7 March 2023\n\n"
        "Prime Minister Rishi Sunak: Good afternoon. Today we bring in a new law.\n\n"
        "Question: Chris Mason from BBC News. How do you know it will work?\n\n"
        "Prime Minister: We have studied what other countries did.\n\n"
        "Question: And if not?\n\n"
        "Prime Minister: I am confident that it will.\n",
        [
            ("Rishi Sunak", "Prime Minister", "Good afternoon. Today we bring in a new law.", None, None),
            (
                "Rishi Sunak",
                "Prime Minister",
                "We have studied what other countries did.",
                "Chris Mason from BBC News. How do you know it will work?",
                "Chris Mason (BBC News)",
            ),
            ("Rishi Sunak", "Prime Minister", "I am confident that it will.", "And if not?", None),
        ],
    ),
    "television interview": (
        "Transcript: Ted Cruz on Fox News Sunday\n\n"
        "CHRIS WALLACE, FOX NEWS ANCHOR: Senator, why do you stay in the race?\n\n"
        "SEN. TED CRUZ (R-TX): Because people ask me to, Chris.\n\n"
        "WALLACE: Who asks you to?\n\n"
        "CRUZ: Everybody I meet. (Laughter)\n",
        [
            (
                "Ted Cruz",
                "Sen.",
                "Because people ask me to, Chris.",
                "Senator, why do you stay in the race?",
                "Chris Wallace",
            ),
            ("Ted Cruz", "Sen.", "Everybody I meet.", "Who asks you to?", "Chris Wallace"),
        ],
    ),
    "television interview, the host named throughout": (
        "Transcript: Secretary Rubio on Face the Nation\n\n"
        "MARGARET BRENNAN: We turn now to Secretary of State Marco Rubio. Welcome.\n\n"
        "SECRETARY OF STATE MARCO RUBIO: Good to be here.\n\n"
        "MARGARET BRENNAN: What did the President hear from them?\n\n"
        "SEC. RUBIO: That they want to talk.\n\n"
        "MARGARET BRENNAN: But there is no truce, is there?\n\n"
        "SEC. RUBIO: There is none yet.\n\n"
        "MARGARET BRENNAN: Thank you.\n",
        [
            ("Margaret Brennan", None, "We turn now to Secretary of State Marco Rubio. Welcome.", None, None),
            ("Marco Rubio", "Secretary of State", "Good to be here.", None, None),
            (
                "Marco Rubio",
                "Secretary of State",
                "That they want to talk.",
                "What did the President hear from them?",
                "Margaret Brennan",
            ),
            (
                "Marco Rubio",
                "Secretary of State",
                "There is none yet.",
                "But there is no truce, is there?",
                "Margaret Brennan",
            ),
            ("Margaret Brennan", None, "Thank you.", None, None),
        ],
    ),
    "Ukrainian ministry, a name no list has": (
        "Briefing of the Ministry of Foreign Affairs of Ukraine\n\n"
        "Question (Ukrinform): How do you comment on that?\n\n"
        "Heorhii Tykhyi: We expect our partners to respect our sovereignty.\n\n"
        "Question from BBC News: Will there be new talks?\n\n"
        "Heorhii Tykhyi: It is too early to say.\n",
        [
            (
                "Heorhii Tykhyi",
                None,
                "We expect our partners to respect our sovereignty.",
                "How do you comment on that?",
                "Ukrinform",
            ),
            ("Heorhii Tykhyi", None, "It is too early to say.", "Will there be new talks?", "BBC News"),
        ],
    ),
    "debate": (
        "First presidential debate: full transcript\n\n"
        "LESTER HOLT: Secretary Clinton, how will you create jobs?\n\n"
        "HILLARY CLINTON: We will build an economy that works for everyone.\n\n"
        "HOLT: Mr. Trump, the same question to you?\n\n"
        "DONALD TRUMP: Our jobs are leaving the country.\n\n"
        "CLINTON: That is not so.\n\n"
        "TRUMP: It is.\n",
        [
            (
                "Hillary Clinton",
                "Secretary",
                "We will build an economy that works for everyone.",
                "Secretary Clinton, how will you create jobs?",
                "Lester Holt",
            ),
            (
                "Donald Trump",
                None,
                "Our jobs are leaving the country.",
                "Mr. Trump, the same question to you?",
                "Lester Holt",
            ),
            ("Hillary Clinton", "Secretary", "That is not so.", None, None),
            ("Donald Trump", None, "It is.", None, None),
        ],
    ),
    "two turns and nothing else": (
        "WALLACE: Do you think the talks will lead anywhere?\nTRUMP: We will have to see what happens there.\n",
        [
            (
                "Trump",
                None,
                "We will have to see what happens there.",
                "Do you think the talks will lead anywhere?",
                "Wallace",
            )
        ],
    ),
    "typed from sound, with times": (
        "Transcript of the press conference\n\n"
        "Emmanuel Macron: (00:12)\nWe have agreed on a common line.\n\n"
        "Speaker 2: (01:05)\nWhat does it cost?\n\n"
        "Emmanuel Macron: (01:20)\nLess than it did before.\n",
        [
            ("Emmanuel Macron", None, "We have agreed on a common line.", None, None),
            ("Emmanuel Macron", None, "Less than it did before.", "What does it cost?", None),
        ],
    ),
    "Markdown, labels in bold": (
        "# Press conference with Foreign Minister Annalena Baerbock\n\n"
        "**Annalena Baerbock:** We will open the embassy again.\n\n"
        "**Question:** On what day?\n\n"
        "**Annalena Baerbock:** On Monday.\n",
        [
            ("Annalena Baerbock", "Foreign Minister", "We will open the embassy again.", None, None),
            ("Annalena Baerbock", "Foreign Minister", "On Monday.", "On what day?", None),
        ],
    ),
    "Japanese ministry": (
        "Press Conference by Foreign Minister HAYASHI Yoshimasa\n\n"
        "HAYASHI Yoshimasa, Minister for Foreign Affairs: I have three announcements today.\n\n"
        "Asahi Shimbun, Anno: What did you ask of your counterpart?\n\n"
        "Minister Hayashi: I conveyed our position.\n",
        [
            (
                "HAYASHI Yoshimasa",
                "Minister for Foreign Affairs",
                "I have three announcements today.",
                None,
                None,
            ),
            (
                "HAYASHI Yoshimasa",
                "Minister for Foreign Affairs",
                "I conveyed our position.",
                "What did you ask of your counterpart?",
                "Asahi Shimbun, Anno",
            ),
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    """Each layout's answers go to their speakers, with role, question and asker; questions are no statements."""
    text, expected = LAYOUTS[layout]
    found = [(one.speaker, one.role, one.text, one.question, one.asked_by) for one in spoken(text)]
    assert expected == found


def test_an_interpreter_is_told_in_the_evidence() -> None:
    """Words of an interpreter are marked as such in the evidence."""
    text, _ = LAYOUTS["joint press conference, with an interpreter"]
    marked = [Clue("interpreter") in one.evidence.found for one in spoken(text)]
    assert [False, True, True, False] == marked


def test_long_answers_are_split_into_paragraphs() -> None:
    """A long answer is one statement a paragraph, all with its question; a short one is one statement."""
    long = "We have looked at this from every side, and there is more to say than fits into one sentence. " * 3
    text = (
        "Department Press Briefing\n\nMR PATEL: Hello.\n\nQUESTION: What do you say to that?\n\n"
        f"MR PATEL: {long}\n\n{long}\n\nQUESTION: And to this?\n\nMR PATEL: A little.\n\nNo more than that.\n"
    )
    found = spoken(text)
    assert ["What do you say to that?"] * 2 + ["And to this?"] == [one.question for one in found[1:]]
    assert [1, 1, 1, 2] == [len(one.spans.content) for one in found]
    assert {("MR PATEL", "direct", "speech", "press briefing")} == {
        (one.source, one.kind, one.act, one.channel) for one in found
    }


def test_short_turns_in_any_language() -> None:
    """Turns are read whatever language their words are taken for."""
    text = "MR. KIRBY: Yes.\nQ  Why so?\n" * 3 + "\nVladimir Putin: Sí, claro.\n"
    assert ["Yes."] * 3 == [one.text for one in spoken(text) if one.source == "MR. KIRBY"]
    text = "Volodymyr Zelenskyy: Gracias por venir.\n\nPregunta: ¿Cuándo llega?\n\nVolodymyr Zelenskyy: Mañana.\n"
    assert ["Gracias por venir.", "Mañana."] == [one.text for one in spoken(text) if one.speaker][:2]


def test_the_title_gives_the_day() -> None:
    """The day in a transcript's title is the day on which all was said."""
    text, _ = LAYOUTS["Chinese ministry"]
    assert {("2023-05-04", "stated", "2023-05-04", "inferred")} == {
        (one.date, one.date_basis, one.published, one.published_basis) for one in spoken(text)
    }


def test_several_transcripts_in_one_document() -> None:
    """Each transcript's title begins an article of its own, with its own day."""
    text = "\n\n".join(
        f"Foreign Ministry Spokesperson Mao Ning’s Regular Press Conference on May {day}, 2023\n\n"
        "AFP: Do you have a comment on that?\n\nMao Ning: We noted the reports.\n\n"
        "Reuters: Is there more?\n\nMao Ning: Not at present."
        for day in (4, 5, 8)
    )
    found = spoken(text)
    assert ["2023-05-04"] * 2 + ["2023-05-05"] * 2 + ["2023-05-08"] * 2 == [one.date for one in found]
    assert len({one.article for one in found}) == 3


# what is no transcript: the number of statements whose source is a label
ORDINARY = {
    "news in brief": "BEIJING: The ministry protested on Monday.\n\nDELHI: Two trains were late.\n\n"
    "BEIJING: Rain is expected.",
    "a listing": "Where: Town Hall\nWhen: 8 p.m.\nTickets: £10\n\nWhere: The Forum\nWhen: 9 p.m.\nTickets: £12",
    "updates": "UPDATE: The road is open again.\n\nUPDATE: It is closed.\n\nCORRECTION: It was Main Street.",
    "an explainer": "Q: What does the law say?\nA: It says that votes are counted twice.\n\nQ: Since when?\nA: Since May.",
    "an explainer on a person": "A law of Maria Lopez\n\nMaria Lopez signed it on Monday.\n\n"
    "Q: What does it say?\nA: It says that votes are counted twice.\n\nQ: Since when?\nA: Since May.",
    "a cast list": "Best Picture: The Artist\nBest Actor: Jean Dujardin\nBest Director: Michel Hazanavicius",
    "prices": "Brent Crude: 72.10\nWest Texas: 68.40\nBrent Crude: 72.30\nWest Texas: 68.20",
}


@pytest.mark.parametrize("kind", ORDINARY)
def test_ordinary_texts_are_no_transcripts(kind: str) -> None:
    """What opens lines with words and colons without anybody speaking has no turns."""
    assert not [one for one in spoken(ORDINARY[kind]) if one.channel or "turn of a transcript" in str(one.evidence)]


def test_turns_quoted_in_an_article() -> None:
    """An article that quotes a few turns keeps its own prose, and the turns are their speakers’."""
    prose = "“It was a long evening,” the senator said to reporters after the interview was over on Sunday.\n\n"
    text = (
        "Cruz defends his vote\n\n" + prose * 3 + "CHRIS WALLACE: Senator, would you vote so again?\n\n"
        "TED CRUZ: I would, Chris.\n\n" + prose + "“Nobody knows how it will end,” he said on Monday.\n"
    )
    found = spoken(text)
    turns = [(one.speaker, one.text, one.question) for one in found if one.source == "TED CRUZ"]
    assert [("Ted Cruz", "I would, Chris.", "Senator, would you vote so again?")] == turns
    assert "Nobody knows how it will end" in [one.text for one in found]


LINES = st.sampled_from(
    [
        "MR. KIRBY:  Thank you.",
        "Q    Why (laughter) — is that?",
        "QUESTION:",
        "Mao Ning: (Laughter.)",
        "Vladimir Putin",
        "Question",
        "(Cross-talk.)",
        "We — (applause) — go on.",
        "END 2:15 P.M.",
        "Regular Press Conference on May 4, 2023",
        "**MODERATOR:** [",
        "",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=25))
def test_any_turns(lines: list[str]) -> None:
    """Whatever the turns, spans lie within the text, words are those of the spans, and no content comes twice."""
    text = "\n".join(lines)
    found = spoken(text)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert all(0 <= start < end <= len(text) for start, end in (*one.spans.content, *one.spans.source))
        if not list(repairs(text)):  # what is mended is worded otherwise than it stands
            said = [word for start, end in one.spans.content for word in text[start:end].split()]
            assert said == one.text.split() != []


SHARED = Path(__file__).parents[2] / "shared" / "transcripts"
# the labels of the official transcripts there, and who speaks under them
OFFICIAL = {
    "MS. JEAN-PIERRE": ("Karine Jean-Pierre", "Press Secretary"),
    "MR. KIRBY": ("John Kirby", "National Security Council Coordinator for Strategic Communications"),
    "MR. SULLIVAN": ("Jake Sullivan", "National Security Advisor"),
    "MR. SAVETT": ("Sean Savett", "National Security Council"),
    "MS. DALTON": ("Olivia Dalton", "Principal Deputy Press Secretary"),
    "PRESIDENT BIDEN": ("Joe Biden", "President"),
    "PRIME MINISTER SUNAK": ("Rishi Sunak", "Prime Minister"),
    "MODERATOR": ("Moderator", None),
    "ANNOUNCER": ("Announcer", None),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the official transcripts")
@pytest.mark.parametrize("name", ["joint-press-conference", "press-briefing", "press-call", "press-gaggle"])
def test_official_transcripts(name: str) -> None:
    """Every turn is found with its speaker’s full name and role, and no question is given to an answerer."""
    (path,) = SHARED.glob(f"{name}*.md")
    (document,) = read([str(path)], report=print)
    text, found = document.text, parse(document).statements
    turns = re.findall(r"(?ms)^(Q|[A-Z][A-Z.’' -]{3,}(?=:))[:\s]\s*(.*?)(?=^(?:Q\s|[A-Z][A-Z.’' -]{3,}:)|\Z)", text)
    spoken = [label for label, words in turns if label != "Q" and re.sub(r"\([^)]*\)|[^A-Za-z]", "", words)]
    assert len(spoken) == len({one.spans.source for one in found})
    assert {(label, *OFFICIAL[label]) for label in spoken} == {(one.source, one.speaker, one.role) for one in found}
    asked = [match.span() for match in re.finditer(r"(?ms)^Q\s.*?(?=^[A-Z][A-Z.’' -]{3,}:|^Q\s|\Z)", text)]
    said = [span for one in found for span in one.spans.content]
    assert not [span for span in said if any(low <= span[0] < high for low, high in asked)]
