"""A source phrase is trimmed to who speaks: no adverbs that open its sentence, no statement it was said in."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.phrase_trimming import trimmed

ROWS = [
    # adverbs and conjunctions that open the sentence
    ("Now Velora", "Velora"),
    ("When critics", "critics"),
    ("As I", "I"),
    ("And yet the council", "the council"),
    ("Eventually, Moe", "Moe"),
    ("Today several towns", "several towns"),
    # alone, or with what belongs to them, they stay
    ("Today", "Today"),
    ("Even of the owners", "Even of the owners"),
    ("Nowak", "Nowak"),
    # the relative pronoun of several people, for a clause that ends in them is none
    ("that advocates", "advocates"),
    ("which industry sources", "industry sources"),
    ("who conservative activists", "conservative activists"),
    ("that spokesman", "that spokesman"),
    ("which runs harbours", "which runs harbours"),
    ("that", "that"),
    # the day of a document
    ("Thursday's article", "article"),
    ("Thursday’s article", "article"),
    ("Wednesday's Child", "Wednesday's Child"),
    ("Moe's article", "Moe's article"),
    ("a report released on Friday", "a report"),
    ("a letter published last week", "a letter"),
    ("those released on Friday", "those released"),
    ("a board elected on Friday", "a board elected"),
    # the verb of a question
    ("Does Moe", "Moe"),
    ("Doe Moe", "Doe Moe"),
    ("After Moe", "Moe"),
    # what it was said in
    ("The Norland army in a statement", "The Norland army"),
    ("The ministry in its annual report", "The ministry"),
    ("Moe, in a letter", "Moe"),
    ("The army during his speech", "The army"),
    # when, with whom, and what is put in between
    ("Moe on Tuesday", "Moe"),
    ("Moe in March 2025", "Moe"),
    ("Moe in May", "Moe"),
    ("Mr Moe last night", "Mr Moe"),
    ("Moe yesterday", "Moe"),
    ("the paper this month", "the paper"),
    ("The Gazette last fall", "The Gazette"),
    ("The office on Feb 24", "The office"),
    ("The office on 24 February", "The office"),
    ("Lund University in 2013", "Lund University"),
    ("Moe a few weeks ago", "Moe"),
    ("Moe on Monday night", "Moe"),
    ("The department, however,", "The department"),
    ("Moe, speaking at a fair", "Moe"),
    ("Moe when he came", "Moe"),
    ("Regarding the pictures, advocate Moe", "advocate Moe"),
    # but not what tells who it is
    ("a man in a statement necklace", "a man in a statement necklace"),
    ("people in the report", "people in the report"),
    # when it was said
    ("Mr Kenny last night", "Mr Kenny"),
    ("Mr Tillerson yesterday", "Mr Tillerson"),
    ("Mueller a few weeks ago", "Mueller"),
    ("Moe two days ago", "Moe"),
    ("Moe this morning", "Moe"),
    ("The Girl Who Came This Way", "The Girl Who Came This Way"),
    ("Russia Today", "Russia Today"),
    ("Men of last night", "Men of"),
    ("Platoon 24", "Platoon 24"),
]


@pytest.mark.parametrize(("phrase", "who"), ROWS)
def test_a_phrase_is_trimmed_to_who_speaks(phrase: str, who: str) -> None:
    """What opens the sentence and what was issued are cut off, what names the speaker stays."""
    assert trimmed(phrase) == who
