"""Pronouns mean the person or body that stands out where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Clue, Resolution

CASES = [
    # the subject of the sentence before, not the last name in it
    ("Emmanuel Macron met Olaf Scholz in Paris. [He] said {Europe must arm}.", "Emmanuel Macron"),
    ("For his part, Sergei Lavrov briefed Wang Yi on the talks.\n[He] said {Moscow valued the help}.", "Sergei Lavrov"),
    ("[Xi Jinping] said {China would help}.\nPutin thanked Xi. Vladimir Putin later flew home. [He] said {it was a good day}.", "Xi Jinping;Vladimir Putin"),
    ("Antony Blinken spoke to Yoav Gallant by phone. [He] said {aid must flow}.", "Antony Blinken"),
    ("Narendra Modi was received by Joe Biden. [He] said {India would buy drones}.", "Narendra Modi"),
    # the last speaker goes on, over several sentences and paragraphs
    ('[Janet Yellen] said {growth was solid}. "{Jobs are strong}," [she] added.\n[She] said {prices would fall}.\n[She] also said {rates were right}.', "Janet Yellen;Janet Yellen;Janet Yellen;Janet Yellen"),
    ("[Rafael Grossi] said {inspectors were ready}. [He] added {that time was short}.\n[He] noted {the plant had no power}.", "Rafael Grossi;Rafael Grossi;Rafael Grossi"),
    # gender tells
    ("Angela Merkel met Vladimir Putin. [She] said {sanctions stay}. [He] said {gas would flow}.", "Angela Merkel;Vladimir Putin"),
    ("Liz Truss replaced Boris Johnson. [She] said {taxes would fall}.", "Liz Truss"),
    ("Boris Johnson gave way to Liz Truss. [He] said {he had got the big calls right}.", "Boris Johnson"),
    ("Spokeswoman Hua Chunying spoke after Wang Yi. [She] said {the record was clear}.", "Hua Chunying"),
    ("Ms. Tsai took office after Mr. Ma. [She] said {Taiwan was free}.", "Tsai"),
    ("Jacinda Ardern and Scott Morrison met. [He] said {borders would open}.", "Scott Morrison"),
    # a name inside a source is not who speaks
    ("[James Hall, the Peters campaign’s director], disputes {that the others are stronger}. [He] pointed {to outside allies that will work for Donald Peters}.", "James Hall;James Hall"),
    # a single name that no list knows, once it has spoken, and what it speaks of comes second
    ("[Tarvik] said {the sea would be empty and that President Alan Moore had promised help}.\n\"{We must act now}\", [he] said.", "Tarvik|person;Tarvik|person"),
    # a name that no list knows is a person's where it is the subject, whatever its first word ends in
    ("Anna Holt met the winners.\nJorvald Haldane runs a farm in the north.\n\"{The business must change}\", [he] said.", "Jorvald Haldane|person"),
    # a description is somebody, too, with a name or without
    ("The farm secretary, Anna Holt, left early.\nThe prime minister used a meeting with mayors to thank the farmers.\n\"{We will not leave the mills alone}\", [he] said.", "prime minister|anonymous"),
    ("President Emil Marek met the mayors.\nFarm secretary Paul Holt came late.\nThe president used the evening to praise the farmers. [He] said {he would help}.", "Emil Marek"),
    # a first name may mislead where nobody else is there
    ("Commissioner Lauren Dahl spoke. [He] said {half of the farms would close}.", "Lauren Dahl"),
    # an object is none because a plural noun follows it
    ("Petra Holm, one of Moe's friends, visited Karl Moe hours before the vote. [She] said {it was late}.", "Petra Holm"),
    ("Otto Berg, one of Moe's friends, visited Karl Moe hours before the vote.\n[He] said {it was late}.", "Otto Berg"),
    # the subject beside a clause of saying is another than who says it
    ("[Jon Berg], Kern's spokesman, said {the town was ready}.\nOtto Kern, [he] said, had been {the first to help}.", "Jon Berg;Jon Berg"),
    # a first name alone, where the full name stands elsewhere
    ("The winners are Sowmyar Jegan and Vaiduk Tanver.\nSowmyar wants the world to act. [He] said {it was late}.", "Sowmyar Jegan"),
    # an acronym, a plural and a body are nobody
    ("[Alex Holt] said {no}.\nGold Standard BRT is late. Polls show it. [He] said {yes}.", "Alex Holt;Alex Holt"),
    # several, or a body, who are the subject just before and have not spoken
    ("[Kevin Marsh] said {no}.\nResearchers at the institute looked at the figures. [They] said {yes}.", "Kevin Marsh;Researchers at the institute|group"),
    ("[Kevin Marsh] said {no}.\nPrices at the institute went up in May. [He] said {yes}.", "Kevin Marsh;Kevin Marsh"),
    ("[The Harbour Institute] said {so}. Norway last gave its own figures in May, when [it] said {yes}.", "Harbour Institute;Norway|country"),
    ("[The Harbour Institute] said {so}. Norway gave its own figures in May. [It] said {yes}.", "Harbour Institute;Harbour Institute"),
    # two persons who are the sentence's subject
    ("[Farmers] said {no}.\nMary Moe and Anna Berg would not come because the talks went on, [they] said {so}.", "Farmers|group;Mary Moe and Anna Berg|group"),
    # one body, though it is a group of people
    ("[Norway’s general staff] said {a refinery was hit}. {The plant supplied the navy}, [it] added.", "Norway’s general staff|group;Norway’s general staff|group"),
    # an organisation whose name is a pronoun in capitals
    ("Fever is common there. According to [WHO], {there were 3,000 cases}.", "World Health Organization|organisation"),
    # the same sentence
    ("[Guo Jiakun] said {China was glad}, and {that} [he] had no more to say.", "Guo Jiakun;Guo Jiakun"),
    ("When Kaja Kallas took the floor, [she] said {Russia must pay}.", "Kaja Kallas"),
    ("The plan did not please Ben Wallace, who served as minister; [he] called {it a mistake}.", "Ben Wallace"),
    # who
    ("It was the idea of Mario Draghi, [who] said {the euro would be saved}.", "Mario Draghi"),
    ("Trump spoke with President Volodymyr Zelenskyy, [who] said {Ukraine wants peace}.", "Volodymyr Zelenskyy|person|President|UA"),
    # that
    ("Guo Jiakun was asked about a Wall Street Journal report [that] said {Beijing seeks a larger role}.", "The Wall Street Journal|media"),
    # it and they
    ("[Amnesty International] said {the law was cruel}. [It] said {it must go}.", "Amnesty International|organisation;Amnesty International|organisation"),
    ("[The Foreign Ministry] said {the envoy was summoned}. [It] called {the visit a provocation}.", "Foreign Ministry|organisation;Foreign Ministry|organisation"),
    ("[Farmers] said {prices were too low}. [They] said {they would march}.", "Farmers|group;Farmers|group"),
    ("[TASS] reported {a date was set}. [It] also said {the venue was agreed}.", "TASS|media;TASS|media"),
    ("The letter was sent by Elizabeth Warren and Bernie Sanders. [They] said {the bank had lied}.", "Elizabeth Warren and Bernie Sanders|group"),
    # nobody named: the last speaker goes on, with less confidence
    ('"{We came to talk}," [Martin Griffiths] said.\n"{Nobody listened}."[]', "Martin Griffiths;Martin Griffiths"),
    # named only after the quotation
    ('"{It is over}," [he] said. Andy Murray had lost in two sets.', "Andy Murray"),
    ('"{This is a long day}."[]\n"{And a good one}," [Pedro Sánchez] said.', "*;Pedro Sánchez"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), CASES)
def test_pronouns(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A pronoun is the person, body or group it means."""
    check(story, expected)


def test_an_unsure_pronoun_is_less_confident(told: Callable[..., list[Resolution]]) -> None:
    """Two equal candidates lower the confidence; the one that lost is kept."""
    sure = told("Emmanuel Macron spoke. [He] said {yes}.")[0]
    unsure = told("Emmanuel Macron spoke. Olaf Scholz spoke. [He] said {yes}.")[0]
    assert unsure.confidence < sure.confidence
    assert ("Emmanuel Macron",) == unsure.evidence.lost
    assert () == sure.evidence.lost


def test_an_unknown_pronoun_stays_as_mentioned(told: Callable[..., list[Resolution]]) -> None:
    """Where nobody is known, the mention is kept, unsure and with a clue."""
    one = told("[He] said {yes}.")[0]
    assert one.speaker == "He"
    assert one.confidence == 0.3
    assert (Clue("unknown referent"),) == one.evidence.clues
