"""A name within a source is not always its speaker's: a spokesman's principal, an aide's masters, a day of the week."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Resolution

# the story; the speaker and type of its last source
ROWS = [
    # whom somebody unnamed speaks for or serves, with a title before the name
    ("[A spokesman for Mayor Frank G. Holt of Velora] said {so}.", "spokesman for Mayor Frank G. Holt of Velora", "anonymous"),
    ("[An aide to Senator Frank Holt] said {so}.", "aide to Senator Frank Holt", "anonymous"),
    ("[A lawyer for Dr. Frank Holt] said {so}.", "lawyer for Dr. Frank Holt", "anonymous"),
    ("[Frank Holt, an aide to Senator Ann Lee,] said {so}.", "Frank Holt", "person"),
    # an office that has such words in it is the one's who is named
    ("[Counselor to the President Ann Lee] said {so}.", "Ann Lee", "person"),
    ("[Secretary for Justice Ann Lee] said {so}.", "Ann Lee", "person"),
    ("[Minister for Trade Ann Lee] said {so}.", "Ann Lee", "person"),
    # a surname that is a title, too
    ("Roger Holt led. [Representative Peter T. King, Republican of New York,] said {so}.", "Peter T. King", "person"),
    ("Roger Holt led. [Governor Ann Bishop] said {so}.", "Ann Bishop", "person"),
    ("Roger Holt, the king, led. [The King] said {so}.", "Roger Holt", "person"),
    # "and" within what is said of somebody joins no speakers
    ("[Rick Tyler, a former aide to Mr. Cruz and Newt Holm and currently a guest,] said {so}.", "Rick Tyler", "person"),
    ("[Rick Tyler, a guest, and Newt Holm] said {so}.", "Rick Tyler and Newt Holm", "group"),
    ("[Clay's biographers, David and Jeanne Heidler,] wrote {so}.", "David and Jeanne Heidler", "group"),
    ("[Clay's biographer, David Heidler,] wrote {so}.", "David Heidler", "person"),
    ("[Solomon Yue, an official from Oregon and a member of the Rules Committee,] said {so}.", "Solomon Yue", "person"),
    # nor does it within the name of a part of another body
    ("[The Science and Technology Directorate of the Department of Trade] said {so}.", "Science and Technology Directorate of the Department of Trade", "organisation"),
    ("[Germany and the Department of Trade] said {so}.", "Germany and Department of Trade", "group"),
    # a leader who is known, and another in office
    ("FIFA president Sepp Holm praised Vladimir Putin. [The Russian leader] said {so}.", "Vladimir Putin", "person"),
    ("FIFA president Sepp Holm praised Olaf Scholz. [The Russian leader] said {so}.", "Russian leader", "anonymous"),
    # "it" is a body, not a thing that was said to show something
    ("The Board of Trade met. [The sudden replacement] shows {so}. [It] said {it rained}.", "Board of Trade", "organisation"),
    ("The Board of Trade met. [The new report] shows {so}. [It] said {it rained}.", "new report", "organisation"),
    # a name kept back is not the next one quoted
    ("[A campaign official who was not authorized to speak of it] said {it rained}.\n“Rain,” said [Bob Egge] {so}.\n[The official] said {it is so}.", "campaign official", "anonymous"),
    ("[A campaign official who knows the towns well] said {it rained}.\n“Rain,” said [Bob Egge] {so}.\n[Egge] said {it is so}.", "Bob Egge", "person"),
    # a day behind a name, and words that name nobody
    ("He spoke to Velora Tuesday. [Velora] said {so}.", "Velora", "organisation"),
    ("Ann Lee left. [Nobody] said {he was good}. [He] said {so}.", "He", "anonymous"),
    ("Ann Lee left. [Audiences] said {he was good}. [She] said {so}.", "Ann Lee", "person"),
    # what is left of a relative clause
    ("[Supporters who have heard of it] say {so}.", "Supporters", "group"),
    ("[the mayors that Velora] met say {so}.", "mayors", "group"),
    # a surname that is a title is named alone, too, where somebody here bears it
    ("Karl King and Tim Weekes left. Scott Moran spoke. King and Weekes wept. [Both men] said {so}.", "Karl King and Tim Weekes", "group"),
    ("Karl Holt and Tim Weekes left. Scott Moran spoke. The King left, too. [Both men] said {so}.", "Tim Weekes and Scott Moran", "group"),
    ("[American Karl King] said {so}.", "Karl King", "person"),
    # whose speech it was that opens the sentence
    ("Anders Lund is ill. [Sven Holt] said {it rained}.\nIn Lund's June speech to the union, [he] set out {it all}.", "Anders Lund", "person"),
    ("Anders Lund is ill. [Sven Holt] said {it rained}.\nIn Lund's June race to the island, [he] set out {it all}.", "Sven Holt", "person"),
    # what somebody said in a statement is said by the statement, too
    ("[The navy] said {so} in a statement.\n[The statement] said {it rained}.", "navy", "organisation"),
    # a county is no person, though its first word is a first name
    ("Jefferson County voted. [The chairman] said {so}.", "chairman", "anonymous"),
    ("Jefferson Holt voted. [The chairman] said {so}.", "Jefferson Holt", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "who", "kind"), ROWS)
def test_a_source_is_the_one_who_speaks(story: str, who: str, kind: str, told: Callable[..., list[Resolution]]) -> None:
    """The speaker is the head of the phrase, not whoever is named in it."""
    last = told(story)[-1]
    assert (last.speaker, last.type) == (who, kind)
