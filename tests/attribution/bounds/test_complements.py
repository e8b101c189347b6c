"""What grammar says of sources and contents, where a likely labelling breaks it."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.clause_ends import completed
from statements_cli.attribution.bounds.complements import mended
from statements_cli.attribution.bounds.content_edges import off_day, off_occasion
from statements_cli.attribution.bounds.overlaps import adjoining, off_remark, parted
from statements_cli.attribution.labelling.judge import Straight
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read

MENDED = [
    # text, cue, source and content as labelled; source and content as they are
    ("This highlights that their talks are of great value, said the expert.", "said", "", "the expert",
     "the expert", "This highlights that their talks are of great value"),
    ("They will not yield to any kind of pressure, said the minister.", "said", "", "the minister",
     "the minister", "They will not yield to any kind of pressure"),
    # a "that" clause which an adjunct parts from its verb, where nothing was labelled
    ("The president said after a long call on Monday with the king that both countries will meet.", "said",
     "The president", "", "The president", "that both countries will meet"),
    # a colon spells out the object before it; a clause before it is what was said
    ("The minister presented some data to the press: In 2024, the country received three million guests.", "presented",
     "The minister", "some data", "The minister", "In 2024, the country received three million guests"),
    ("The minister said one thing was clear: the country received three million guests.", "said",
     "The minister", "one thing was clear", "The minister", "one thing was clear"),
    # participles that are prepositions, and those that only frame what was said, attribute nothing
    ("There have been new developments regarding the crisis.", "regarding", "new developments", "the crisis",
     "new developments", ""),
    ("When discussing the present tariffs, the envoy said they would fall.", "discussing", "", "the present tariffs",
     "", ""),
    # no comma before the verb; the sentence goes on; a clause, no name
    ("He looked at the crowd, smiled and said goodbye.", "said", "", "goodbye", "", "goodbye"),
    ("In a long and warm letter, said the man, they agreed.", "said", "", "the man", "", "the man"),
    ("They will not yield to any pressure, said he was told.", "said", "", "he was told", "", "he was told"),
    # a verb that closes the sentence after a name takes what goes before
    ("Moscow believes that the crisis has deeper causes, Josep Borrell, a professor in Florence, told the paper on "
     "Tuesday.", "told", "Moscow", "the crisis has deeper causes",
     "Josep Borrell, a professor in Florence,", "Moscow believes that the crisis has deeper causes"),
    ("The sanctions have failed to change anything, Josep Borrell said on Monday.", "said", "Josep Borrell", "",
     "Josep Borrell", "The sanctions have failed to change anything"),
    # what follows the verb is what was said; an adverbial clause is nothing said
    ("In a long and warm letter to the king, Josep Borrell said he would come.", "said", "Josep Borrell",
     "he would come", "Josep Borrell", "he would come"),
    ("As the crowd outside the palace cheered, Josep Borrell said nothing.", "said", "Josep Borrell", "nothing",
     "Josep Borrell", "nothing"),
    # the subject of an opening participle follows
    ("Saying that hard problems have no easy answers, Josep Borrell called for patience.", "Saying", "",
     "that hard problems have no easy answers", "Josep Borrell", "that hard problems have no easy answers"),
    # a clause before the source is what was said, not who said it; a relative clause is of the source
    ("The summit would exclude him, sources in both countries told the newspaper.", "told",
     "The summit would exclude him, sources in both countries", "The summit would exclude him",
     "sources in both countries", "The summit would exclude him"),
    ("The envoy, who met him, his adviser said.", "said", "The envoy, who met him, his adviser", "",
     "The envoy, who met him, his adviser", ""),
    # a relative clause before the verb is no clause that was said
    ("Holm, who served as minister for years, blasted the claims.", "blasted", "", "the claims", "", "the claims"),
    # whom something was told, where, and then the clause; a "that" without a subject takes up the noun before it
    ("Chief Ed Holt told reporters at a news conference that officials began receiving calls.", "told",
     "Chief Ed Holt", "", "Chief Ed Holt", "that officials began receiving calls"),
    ("Chief Ed Holt told reporters at a news conference that began at noon.", "told", "Chief Ed Holt", "",
     "Chief Ed Holt", ""),
    # a speaker and a verb that close the sentence take the clause before their comma, and no phrase
    ("Elsewhere, a boat killed a swimmer near the town, local authorities reported on Sunday.", "reported",
     "local authorities", "", "local authorities", "Elsewhere, a boat killed a swimmer near the town"),
    ("After a long and very cold night, local authorities reported on Sunday.", "reported",
     "local authorities", "", "local authorities", ""),
    # a content ends where its own source begins
    ("The sea has risen by an inch, the Bergen institute, or BI, has said.", "has said",
     "the Bergen institute, or BI,", "The sea has risen by an inch, the Bergen institute, or BI",
     "the Bergen institute, or BI,", "The sea has risen by an inch"),
    # a name behind its verb that the tagger does not know; a sentence of its own
    ("“The tank is a nest of pipes,” says DeVolkart.", "says", "", "“The tank is a nest of pipes,”",
     "DeVolkart", "“The tank is a nest of pipes,”"),
    ("“The tank is a nest of pipes,” says nobody.", "says", "", "“The tank is a nest of pipes,”",
     "", "“The tank is a nest of pipes,”"),
    # behind the clause before it, and behind who relays
    ("As Anna Lund reports for NPR, officials announced that it was closed.", "announced", "NPR, officials",
     "that it was closed", "officials", "that it was closed"),
    ("As for Ida Holm, the mayor announced that it was closed.", "announced", "Ida Holm, the mayor",
     "that it was closed", "Ida Holm, the mayor", "that it was closed"),
    ("Reporters said that police told them it was closed.", "told", "Reporters said that police",
     "it was closed", "police", "it was closed"),
    # a subject ends before its first verb
    ("They had divers try to count them and concluded that half were lost.", "concluded",
     "They had divers try to count them and", "that half were lost", "They", "that half were lost"),
    ("Bank analyst Ida Holm and others said that half were lost.", "said", "Bank analyst Ida Holm and others",
     "that half were lost", "Bank analyst Ida Holm and others", "that half were lost"),
    # the agent of a passive verb speaks
    ("The wave has been described as “sad” by the forest bureau.", "described", "The wave",
     "“sad” by the forest bureau", "the forest bureau", "“sad”"),
    ("The wave was described in May.", "described", "The wave", "in May", "The wave", "in May"),
    # nobody is called "When"
    ("When asked about the new tariffs, he smiled.", "asked about", "When", "the new tariffs", "", "the new tariffs"),
    ("When officials said it was shut, he left.", "said", "When officials", "it was shut", "When officials", "it was shut"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "who", "what"), MENDED)
def test_mended(text: str, cue: str, source: str, content: str, who: str, what: str) -> None:
    """Who spoke and what was said are what the sentence's build makes them."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        got = mended(read.columns, read.finding(cue, source, content))
        assert isinstance(got.contents, tuple)
        assert (who, what) == (read.words(got.source), read.words(got.content))


COMPLETED = [
    # text, cue, content as labelled; as it is
    ("He said after talks with President Putin that both sides agree.", "said", "President Putin that both sides agree",
     "that both sides agree"),
    ("Asked whether they would join, the spokesperson said on Tuesday that on this issue they support peace.", "said",
     "whether they would join", "that on this issue they support peace"),
    ("He met them twice, saying on Monday after he held two calls with the president that they would come.", "saying",
     "he held two calls with the president that they would come", "that they would come"),
    # a "that" clause has a verb
    ("She mentioned that during the visit, the two countries reached a deal on trade.", "mentioned",
     "that during the visit", "that during the visit, the two countries reached a deal on trade"),
    ("China announced that over the next three years, it will invite young people.", "announced",
     "that over the next three years", "that over the next three years, it will invite young people"),
    # no clause ends before a possessive
    ("They believe that this is part of NATO's long road to the east.", "believe", "that this is part of NATO",
     "that this is part of NATO's long road to the east"),
    # a closing relay is no part of it
    ("She said that during the visit, they reached a deal, according to the agency.", "said", "that during the visit",
     "that during the visit, they reached a deal"),
    # an aside between dashes does not end a clause whose second verb follows it
    ("He said he had a long call with the king on Monday -- their first this year -- and agreed to meet soon.", "said",
     "he had a long call with the king",
     "he had a long call with the king on Monday -- their first this year -- and agreed to meet soon"),
    ("He said he had a long call with the king on Monday -- their first this year -- and agrees to meet soon.", "said",
     "he had a long call with the king", "he had a long call with the king"),
    # whole as it is: a verb in the clause, a "that" that belongs to another verb
    ("She said that they agreed, and left the room.", "said", "that they agreed", "that they agreed"),
    ("She said the law was proof that they cared.", "said", "the law was proof that they cared",
     "the law was proof that they cared"),
    # what a closing relay governs begins with the sentence
    ("Saying that hard problems have no easy answers, he called for patience, according to the agency.", "according to",
     "he called for patience",
     "Saying that hard problems have no easy answers, he called for patience"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), COMPLETED)
def test_completed(text: str, cue: str, content: str, expected: str) -> None:
    """A "that" clause begins at its "that" and does not break off where no clause can end."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        assert expected == read.words(completed(read.columns, (read.span(content),), read.span(cue)))


PARTED = [
    # text, content as labelled, the other's source, cue; content as it is
    ("The Kremlin said this would take time and the president indicated he is not ready.",
     "this would take time and the president indicated he is not ready", "the president", "indicated",
     "this would take time"),
    # within a "that" clause the second verb is reported too
    ("The Kremlin said that this would take time and the president indicated he is not ready.",
     "that this would take time and the president indicated he is not ready", "the president", "indicated",
     "that this would take time and the president indicated he is not ready"),
    # "as he noted" goes on to say something else, "as he feared" says why
    ("The Kremlin said that this would take time as it noted he is not ready.",
     "that this would take time as it noted he is not ready", "it", "noted", "that this would take time"),
    ("The Kremlin said that this would take time as it knew he is not ready.",
     "that this would take time as it knew he is not ready", "it", "knew",
     "that this would take time as it knew he is not ready"),
    # the same speaker's next verb, where it hardly does anything but attribute
    ("The Kremlin said this was clear to all and told reporters he is not ready.",
     "this was clear to all and told reporters he is not ready", "The Kremlin", "told", "this was clear to all"),
    ("The Kremlin said this was clear to all and showed him he is not ready.",
     "this was clear to all and showed him he is not ready", "The Kremlin", "showed", "this was clear to all"),
    ("The Kremlin said that this was clear to all and showed him he is not ready.",
     "that this was clear to all and showed him he is not ready", "The Kremlin", "showed", "that this was clear to all"),
    ("The Kremlin said this was clear to all who came and showed him he is not ready.",
     "this was clear to all who came and showed him he is not ready", "The Kremlin", "showed",
     "this was clear to all who came and showed him he is not ready"),
    ("The Kremlin said this was clear to all and met him he is not ready.",
     "this was clear to all and met him he is not ready", "The Kremlin", "met",
     "this was clear to all and met him he is not ready"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "source", "cue", "expected"), PARTED)
def test_parted(text: str, content: str, source: str, cue: str, expected: str) -> None:
    """Of two clauses in which somebody speaks neither holds what is said in the other."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        finding, other = read.finding("said", "The Kremlin", content), read.finding(cue, source, "he is not ready")
        assert expected == read.words(parted(read.columns, finding, (read.span(content),), other))


def test_added() -> None:
    """A participle by which the same speaker goes on ends what was said before it; another's does not."""
    read = Read("He also said they met in Rome, adding the talks went well.")
    content = "they met in Rome, adding the talks went well"
    said, adding = read.finding("said", "He", content), read.finding("adding", "He", "the talks went well")
    assert "they met in Rome" == read.words(parted(read.columns, said, (read.span(content),), adding))
    other = read.finding("adding", "they", "the talks went well")
    assert content == read.words(parted(read.columns, said, (read.span(content),), other))


OCCASIONS = [
    ("The two men spoke of their hopes for peace in a long interview with the paper on Sunday.", "spoke of",
     "their hopes for peace in a long interview with the paper on Sunday", "their hopes for peace"),
    ("She defended her plan during a hearing.", "defended", "her plan during a hearing", "her plan"),
    # a clause, and a place that is no occasion
    ("They said he was wrong in an interview with the paper.", "said", "he was wrong in an interview with the paper",
     "he was wrong in an interview with the paper"),
    ("She defended her plan in a long fight.", "defended", "her plan in a long fight", "her plan in a long fight"),
]  # fmt: skip


REMARKS = [
    ("She said she was close, though she has not told how.", "said", "she was close, though she has not told how",
     "she was close"),
    ("She indicated she would sign, despite the pleas of her son.", "indicated",
     "she would sign, despite the pleas of her son", "she would sign"),
    ("Crowds chanted “Bread now” and “Peace,” as guards looked on.", "chanted",
     "“Bread now” and “Peace,” as guards looked on", "“Bread now” and “Peace,”"),
    # quoted, or in a clause that has no verb before it: what was said
    ("She said: “We are close, though we have not said how.”", "said", "We are close, though we have not said how",
     "We are close, though we have not said how"),
    ("She promised bread, though late.", "promised", "bread, though late", "bread, though late"),
    ("She said they would go, since it was late.", "said", "they would go, since it was late",
     "they would go, since it was late"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), REMARKS)
def test_remarks(text: str, cue: str, content: str, expected: str) -> None:
    """What a reporter remarks after a clause that was said is no part of it."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        assert expected == read.words(off_remark(read.columns, (read.span(content),), read.span(cue)))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("She warned last month of the league’s ruin.", "last month of the league’s ruin", "the league’s ruin"),
        ("She warned last month of ruin.", "last month of ruin", "ruin"),
        ("She warned most members of ruin.", "most members of ruin", "most members of ruin"),
    ],
)
def test_days(text: str, content: str, expected: str) -> None:
    """A day between cue and content is no part of what was said."""
    read = Read(text)
    assert expected == read.words(off_day(read.columns, (read.span(content),), read.span("warned")))


@pytest.mark.parametrize(("text", "cue", "content", "expected"), OCCASIONS)
def test_occasions(text: str, cue: str, content: str, expected: str) -> None:
    """The occasion on which something without a verb was said is no part of it."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        assert expected == read.words(off_occasion(read.columns, (read.span(content),), read.span(cue)))


def test_adjoining() -> None:
    """What stands before its source reaches up to it, where it may."""
    read = Read("However, from what we heard, it seems that they left, the expert noted.")
    whole, part = "However, from what we heard, it seems that they left", "However, from what we heard"
    finding = read.finding("noted", "the expert", whole)
    ways = [
        Straight(finding, finding.contents[0], n, (read.span(one),), 0, 0, 0) for n, one in enumerate((part, whole))
    ]
    assert [whole] == [read.words(one.content) for one in adjoining(read.columns, ways)]
    assert [part] == [read.words(one.content) for one in adjoining(read.columns, ways[:1])]
    assert () == adjoining(read.columns, ())


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("The Kremlin said it is late, and told men he is not ready.", "The Kremlin", "told", "it is late"),
        ("The Kremlin said it is late, and Ann Holt noted he is not ready.", "Ann Holt", "noted", "it is late"),
        ("The Kremlin said it is late “and told men he is not ready”.", "The Kremlin", "told",
         "it is late “and told men he is not ready”"),
        ("The Kremlin said the late and told men he is not ready.", "The Kremlin", "told",
         "the late and told men he is not ready"),
    ],
)  # fmt: skip
def test_parted_at_a_comma(text: str, source: str, cue: str, expected: str) -> None:
    """A comma before "and" belongs to neither of two clauses, and what comes before the last piece stays."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)
        opening = read.span("The Kremlin")
        content = read.span(text.partition(" said ")[2].removesuffix("."))
        finding, other = read.finding("said", "The Kremlin"), read.finding(cue, source, "he is not ready")

        assert expected == read.words(parted(read.columns, finding, (content,), other))
        kept = parted(read.columns, finding, (opening, content), other)
        assert f"The Kremlin / {expected}" == read.words(kept)
