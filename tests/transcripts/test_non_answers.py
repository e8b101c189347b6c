"""Which answers tell nothing, by their wording, and which tell something in similar words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.transcripts.non_answers import LONGEST, is_non_answer

EMPTY = (
    "I have no information to offer.",
    "I have no information to offer at this time.",
    "I don’t have any information to share on that.",
    "I’m not aware of what you said.",
    "I’m not aware of the situation you mentioned.",
    "I would refer you to the competent authorities.",
    "For specifics, I’d refer you to competent Chinese authorities.",
    "Please check with the competent authorities.",
    "I have nothing to add.",
    "China will release information in due course. Please stay tuned.",
    "I won’t comment on that.",
    "I have no comment on that.",
    "We don’t comment on remarks by other countries’ leaders.",
    "China has made clear its position on multiple occasions. I have nothing to add.",
    "You may need to ask the US side about that.",
    "As to the specific question, I’d refer you to the departments in charge.",
    "I have shared our position on this just now.",
    "I have already responded to this question.",
    "That is a question for the military.",
    "I’m not going to get into hypotheticals.",
    "I’ll let the Pentagon speak to that.",
    "I wouldn’t want to get ahead of the President.",
    "We’ll take that question back for you.",
    "I don’t have a readout of the call for you.",
    "I haven’t seen the reports.",
    "We are not in a position to confirm that.",
    "That is not something we’re going to speak to.",
    "I don’t have anything for you on that, Matt.",
    "We don’t discuss intelligence matters.",
    "I’ve got nothing new on that.",
    "There is nothing I can tell you at this stage.",
    "It would be inappropriate for me to comment.",
    "It’s too early to say.",
    "We do not preview travel.",
    "I decline to speculate.",
    "I can’t get into private diplomatic conversations.",
    "Look, I can’t speak to the way he gets advised. I couldn’t begin to get inside his head.",
    "You’d have to talk to DOD about that, Jacqui. I — I don’t know what kind of imagery might exist.",
    "I won’t talk about it any more than that.",
    "No new news for you there.",
    "Yeah, so I’d point you to what the Department put out this morning.",
    "I’m not going to speculate from this podium.",
    "That’s a question best directed to the Department of Justice.",
    "Let me check on that and get back to you.",
    "When we have something to announce, we will let you know.",
    "We will keep you posted.",
    "That would be for the Treasury to speak to.",
    "I’d have to check.",
    "Thank you for the question. I’m going to be careful about commenting on that.",
    "Well, as I said, I don’t have any travel to announce today.",
    "I am not familiar with that.",
)
TELLING = (
    "China opposes all illegal unilateral sanctions.",
    "The two sides maintain communication.",
    "No, we have not.",
    "There are no plans for such a visit.",
    "We have no doubt that it will succeed.",
    "We have no intention of leaving.",
    "They have nothing to fear from us.",
    "I will not resign.",
    "We don’t have any troops there.",
    "There is no change in our policy.",
    "That is for the Ukrainians to decide.",
    "We ask the US side to stop at once.",
    "Russia will release them tomorrow.",
    "We will not respond to provocations.",
    "We urge the parties to check the spread of such weapons.",
    "We are not flying surveillance balloons over China. I’m not aware of any other craft that we’re flying into Chinese airspace.",
    "The talks were held in Geneva, and both sides agreed to go on.",
    "I can confirm that the minister will go to Paris on Monday.",
    "We will continue to talk about that with our partners.",
    "It has nothing to do with China.",
    "We won’t let them have a nuclear weapon.",
    "I told him that I would answer the letter.",
    "The visit will take place at the end of the month, and we will discuss trade and security. I have nothing to add.",
    "We have told the Israelis that they must let aid in.",
    "I know of no such change to that order.",
    "We refer to Taiwan as a part of China.",
    "We haven’t seen any sign of that, and our assessment is that the tests failed.",
    "I don’t believe that the sanctions will work.",
    "China has no selfish interests in the Ukraine issue.",
    "The matter was raised in the talks.",
    "Nobody can say that we didn’t warn them about the cost of this war.",
    "We can say with confidence that the plan works.",
)


@pytest.mark.parametrize("answer", EMPTY)
def test_non_answers(answer: str) -> None:
    """Declining, referring elsewhere and putting off tell nothing."""
    assert is_non_answer(answer)


@pytest.mark.parametrize("answer", TELLING)
def test_answers(answer: str) -> None:
    """A denial, a refusal to do something and a position are answers."""
    assert not is_non_answer(answer)


@given(st.text(max_size=300))
def test_any_text(answer: str) -> None:
    """What is longer than any non-answer is none, whatever it holds; white space makes no difference."""
    assert not is_non_answer(f"{answer} No comment. " * (LONGEST // 10))
    assert is_non_answer(answer) == is_non_answer(f"  {answer}\n")
