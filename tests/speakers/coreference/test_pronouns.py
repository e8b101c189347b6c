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
    assert ("Olaf Scholz",) == unsure.evidence.lost
    assert () == sure.evidence.lost


def test_an_unknown_pronoun_stays_as_mentioned(told: Callable[..., list[Resolution]]) -> None:
    """Where nobody is known, the mention is kept, unsure and with a clue."""
    one = told("[He] said {yes}.")[0]
    assert one.speaker == "He"
    assert one.confidence == 0.3
    assert (Clue("unknown referent"),) == one.evidence.clues
