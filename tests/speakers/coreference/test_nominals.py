"""A description means the person or body that fits it best, and how surely follows from what fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.nominals import resolve_person
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

# the text, with the description in brackets; its noun; who is meant and how surely, "" for nobody
PERSONS = [
    # the nearer, the surer: the same sentence, the next, three sentences on
    ("Ann Lee, a lawyer, met [the lawyer].", "lawyer", "Ann Lee", 0.88),
    ("Ann Lee, a lawyer, came. [The lawyer] sang.", "lawyer", "Ann Lee", 0.82),
    ("Ann Lee, a lawyer, came. One. Two. [The lawyer] sang.", "lawyer", "Ann Lee", 0.76),
    ("Ann Lee, a lawyer, came. [The attorney] sang.", "attorney", "Ann Lee", 0.724),  # by kin of the noun
    # named later: less sure, but "a lawyer" is somebody new, named within eight sentences
    ("[The lawyer] met. Ann Lee, a lawyer, came.", "lawyer", "Ann Lee", 0.568),
    ("[A lawyer] met. Ann Lee, a lawyer, came.", "lawyer", "Ann Lee", 0.76),
    ("Ann Lee, a lawyer, came. [A lawyer] sang.", "lawyer", "", 0),
    ("[A lawyer] met. One. Two. Three. Four. Five. Six. Seven. Ann Lee, a lawyer, came.", "lawyer", "Ann Lee", 0.76),
    ("[A lawyer] met. One. Two. Three. Four. Five. Six. Seven. Eight. Ann Lee, a lawyer, came.", "lawyer", "", 0),
    # a country in common speaks for, another against, one that the article doesn't give hardly
    ("German Chancellor Ann Lee spoke. [The German chancellor] sang.", "chancellor", "Ann Lee", 0.9),
    ("German Chancellor Ann Lee spoke. [The French chancellor] sang.", "chancellor", "", 0),
    ("Chancellor Ann Lee spoke. [The French chancellor] sang.", "chancellor", "Ann Lee", 0.784),
    ("Vladimir Putin spoke. [The Russian leader] sang.", "leader", "Vladimir Putin", 0.9),
    ("Vladimir Putin spoke. [The Russian president] sang.", "president", "Vladimir Putin", 0.9),
    ("Vladimir Putin spoke. [The German leader] sang.", "leader", "", 0),
    # who leads a state is known, whatever the address; a "PM" is no minister of something
    ("Mrs Theresa May met Ann Lee. [The prime minister] sang.", "minister", "Theresa May", 0.676),
    ("Ann Lee, a former trade minister, came. [The PM] sang.", "pm", "", 0),
    ("Ann Lee, a former prime minister, came. [The PM] sang.", "pm", "Ann Lee", 0.724),
    # so do a party, a grade and other words
    ("Republican Senator Ann Lee spoke. [The Republican senator] sang.", "senator", "Ann Lee", 0.9),
    ("Republican Senator Ann Lee spoke. [The Democratic senator] sang.", "senator", "", 0),
    ("Senator Ann Lee spoke. [The Democratic senator] sang.", "senator", "Ann Lee", 0.772),
    ("President Ann Lee spoke. [The vice president] sang.", "president", "", 0),
    ("Vice President Ann Lee spoke. [The vice president] sang.", "president", "Ann Lee", 0.9),
    ("Premier Ann Lee, a minister, spoke. [The prime minister] sang.", "minister", "Ann Lee", 0.772),
    ("Ann Lee, a tax lawyer, came. One. Two. [The tax lawyer] sang.", "lawyer", "Ann Lee", 0.856),
    ("Ann Lee, a tax lawyer, came. One. Two. [The divorce lawyer] sang.", "lawyer", "Ann Lee", 0.712),
    ("Ann Lee, a tax lawyer, came. One. Two. [The Texas lawyer] sang.", "lawyer", "Ann Lee", 0.712),
    # another sex, and whose lawyer
    ("Bo Berg, a businessman, came. [The businesswoman] sang.", "businesswoman", "", 0),
    ("Ann Lee, Moe's lawyer, came. [Moe's lawyer] sang.", "lawyer", "Ann Lee", 0.772),
    ("Ann Lee, Moe's lawyer, came. [Kern's lawyer] sang.", "lawyer", "", 0),
    # the better of two, the later of two as good
    ("Ann Lee, a tax lawyer, came. Bo Berg, a lawyer, came. [The tax lawyer] sang.", "lawyer", "Ann Lee", 0.88),
    ("Ann Lee, a lawyer, came. Bo Berg, a lawyer, came. [The lawyer] sang.", "lawyer", "Bo Berg", 0.82),
    # introduced: by another noun of the service, by more words in common, not for another body
    ("[An officer] met. Lieutenant Ann Lee came.", "officer", "Ann Lee", 0.664),
    ("[A police chief] met. Police Chief Ann Lee of Lund came.", "chief", "Ann Lee", 0.856),
    ("[A chief of Oslo] met. Police Chief Ann Lee of Lund came.", "chief", "", 0),
    ("[A Boeing chief] met. Ann Lee, a chief for Boeing, came.", "chief", "Ann Lee", 0.856),
    ("[An Airbus chief] met. Ann Lee, a chief for Boeing, came.", "chief", "", 0),
    # described nowhere: the subject of the two sentences before, or who is named most
    ("Ann Lee came. One. [The agent] sang.", "agent", "Ann Lee", 0.55),
    ("Ann Lee came. One. Two. [The agent] sang.", "agent", "", 0),
    ("Ann Lee met Bo Berg. [The agent] sang.", "agent", "Ann Lee", 0.55),
    ("Ann Lee came. Lee sat. One. Two. [The agent] sang.", "agent", "", 0),
    ("Ann Lee came. Lee sat. Lee ate. One. Two. [The agent] sang.", "agent", "Ann Lee", 0.5),
    ("Ann Lee, a lawyer, came. [The agent] sang.", "agent", "", 0),
    ("Mary Lee came. Lee sat. Lee ate. One. Two. [The businessman] sang.", "businessman", "", 0),
    ("Mary Lee came. Lee sat. Lee ate. One. Two. [The businesswoman] sang.", "businesswoman", "Mary Lee", 0.5),
    ("Ann Lee came. [An agent] sang.", "agent", "", 0),
    ("Ann Lee came. [The source] sang.", "source", "", 0),
    ("Mary Lee came. [The businessman] sang.", "businessman", "", 0),
    # another's is not the one named before
    ("Ann Lee came. [Her agent] sang.", "agent", "", 0),
    ("Ann Lee came. [The firm's agent] sang.", "agent", "", 0),
    ("Ann Lee came. [The firm’s agent] sang.", "agent", "", 0),
    ("Ann Lee came. [Here agent] sang.", "agent", "Ann Lee", 0.55),
    # one of many is nobody named later
    ("[One lawyer] met. Ann Lee, a lawyer, came.", "lawyer", "", 0),
    # who was something before may be something else now
    ("Ann Lee, a candidate, came. [The former governor] sang.", "governor", "Ann Lee", 0.55),
    ("Ann Lee, a candidate, came. [The governor] sang.", "governor", "", 0),
    ("Ann Lee, a candidate, came. One. Two. [The former governor] sang.", "governor", "", 0),
    # a region may stand in it, other names and countries not
    ("Ann Lee came. [The Texas agent] sang.", "agent", "Ann Lee", 0.55),
    ("Ann Lee came. One. [The Texas agent] sang.", "agent", "", 0),
    ("Ann Lee came. Lee sat. Lee ate. One. Two. [The Texas agent] sang.", "agent", "", 0),
    ("Ann Lee came. [The FBI agent] sang.", "agent", "", 0),
    ("Ann Lee came. [The French agent] sang.", "agent", "", 0),
]  # fmt: skip


@pytest.mark.parametrize(("story", "noun", "name", "sure"), PERSONS)
def test_person_described(scan_of: Callable[[str], MentionScan], story: str, noun: str, name: str, sure: float) -> None:
    """A description means whom the article describes so, the surer the more words fit and the nearer."""
    at, words = story.index("["), story[story.index("[") + 1 : story.index("]")]
    cast = Cast(scan_of(story.replace("[", "").replace("]", "")), ())

    found = resolve_person(noun, words, at, cast, not words.lower().startswith(("a ", "an ", "one ")))

    assert (name, sure) == ((found[0].name, round(found[1], 3)) if found is not None else ("", 0))
