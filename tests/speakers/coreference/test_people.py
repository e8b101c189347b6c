"""The persons of an article: which names are persons', what is told of them, and whom a shorter name means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Block
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

# the text, with sources in brackets; the person meant at each mention, in text order
MENTIONS = [
    ("Ann Lee met Per Berg. Lee left.", "Ann Lee, Per Berg, Ann Lee"),
    # a word that opens a sentence is no part of the name behind it
    ("It rained. To Ola Moe that was news. Moe left.", "Ola Moe, Ola Moe"),
    # a name that no list knows is a person's where it is the last name alone, described, or speaks
    ("They met Quorvan Haldane. Haldane left.", "Quorvan Haldane, Quorvan Haldane"),
    ("They met Quorvan Haldane, a lawyer.", "Quorvan Haldane"),
    ("[Quorvan Haldane] said so.", "Quorvan Haldane"),
    ("[Quorvan Haldane,] said so.", "Quorvan Haldane"),
    ("Quorvan Haldane left. [Quorvan] said so.", "Quorvan Haldane, Quorvan Haldane"),
    ("They met Quorvan Haldane.", ""),
    ("Hungry Farmers left. [Hungry Farmers] said so.", ""),
    # or where its first word is the subject of a verb behind it
    ("Quorvan Haldane runs. Quorvan left.", "Quorvan Haldane, Quorvan Haldane"),
    ("They met Quorvan Haldane. They saw Quorvan.", ""),
    ("Quorvan left. They met Quorvan Haldane.", ""),
    ("Quorvan II runs. Quorvan left.", ""),
    # a headline indicates nothing, for every word has a capital there
    ("Quorvan Haldane Left #\nThey saw Haldane.", ""),
    # by address: whose sex differs
    ("Karl Moe left. Anna Moe left. Mr. Moe spoke. Mrs. Moe spoke.", "Karl Moe, Anna Moe, Karl Moe, Anna Moe"),
    ("Karl Moe left. Lady Moe spoke.", "Karl Moe, Lady Moe"),
    # behind the short form of an office, of three or four capitals, where the surname is borne
    ("Jan Berg met Ann Lee. MEC Berg left.", "Jan Berg, Ann Lee, Jan Berg"),
    ("Jan Berg met Ann Lee. MECO Berg left.", "Jan Berg, Ann Lee, Jan Berg"),
    ("Jan Berg met Ann Lee. [MECOS Berg] left.", "Jan Berg, Ann Lee, MECOS Berg"),
    ("Jan Berg met Ann Lee. [JD Berg] left.", "Jan Berg, Ann Lee, JD Berg"),
    ("Jan Berg met Ann Lee. [MEC Holm] left.", "Jan Berg, Ann Lee, MEC Holm"),
    # by office: the noun, then the words with it
    ("Foreign Minister Jan Berg met Trade Minister Per Berg. Foreign Minister Berg left. Trade Minister Berg left.", "Jan Berg, Per Berg, Jan Berg, Per Berg"),
    ("Senator Jan Berg met Judge Per Berg. Senator Berg left. Judge Berg left.", "Jan Berg, Per Berg, Jan Berg, Per Berg"),
    # a form of address tells nothing of an office: "Mr." stands in what is told of Per
    ("Jan Berg left. Mr. Berg spoke. Per Berg, Mr. Berg's grandfather, came to town.", "Jan Berg, Jan Berg, Per Berg, Per Berg"),
    # of namesakes the one named last, kin aside
    ("Jan Berg met Per Berg. Berg left.", "Jan Berg, Per Berg, Per Berg"),
    ("Tom Berg met his wife, Ann Berg. Berg left.", "Tom Berg, Ann Berg, Tom Berg"),
    # a relative takes the family's name over where the full name opens a sentence, or by the surname alone; not by
    # a first name
    ("Tom Berg left. Ann Berg, his wife, wept. Berg left.", "Tom Berg, Ann Berg, Ann Berg"),
    ("Tom Berg left. His wife, Ann Berg, wept. Berg left.", "Tom Berg, Ann Berg, Tom Berg"),
    ("Tom Berg met his son, Ole Berg. Ole wept. Berg left.", "Tom Berg, Ole Berg, Ole Berg, Tom Berg"),
    # of namesakes of one sex the one named last, whoever else was named since
    ("Lisa Berg left. Mary Berg, mother of Ole Berg, wept. Mrs Berg left.", "Lisa Berg, Mary Berg, Ole Berg, Mary Berg"),
    ("Mary Berg, mother of Ole Berg, wept. Lisa Berg left. Mrs Berg left.", "Mary Berg, Ole Berg, Lisa Berg, Lisa Berg"),
    # a longer name that no list knows is a person's where a relative is of the same name
    ("Quorvan Mir Haldane met his son, Ole Haldane.", "Quorvan Mir Haldane, Ole Haldane"),
    ("Quorvan Mir Haldane met Ole Haldane.", "Ole Haldane"),
    ("Quorvan Haldane met his son, Ole Haldane.", "Ole Haldane"),
    # a first name yields to a surname
    ("Per Holt met Holt Quarles, a lawyer. Holt left.", "Per Holt, Holt Quarles, Per Holt"),
    # the elder, unless the younger speaks
    ("James Moe Jr. met James Moe. Moe left.", "James Moe Jr., James Moe, James Moe"),
    ("[James Moe Jr.] spoke of James Moe. Moe left.", "James Moe Jr., James Moe, James Moe Jr."),
    ("James Moe Jr. met James Moe. Moe Jr. left.", "James Moe Jr., James Moe, James Moe Jr."),
    # a prince by his first name, a surname that is a title
    ("Prince Faisal bin Farhan met. Prince Faisal left.", "Faisal bin Farhan, Faisal bin Farhan"),
    ("Mayor Tim King met. King left. They saw the King.", "Tim King, Tim King"),
    # known by a title alone
    ("Senator Quarles met. Quarles left.", "Quarles, Quarles"),
    ("Xi Jinping met. Xi left.", "Xi Jinping, Xi Jinping"),
]  # fmt: skip

# the text; of its first person: sex, whether more than a first name shows it, roles and the nouns of what they are
DESCRIBED = [
    ("Ann Lee, a German lawyer, came.", "f", False, ["German lawyer"], {"lawyer"}),
    ("German lawyer Bo Berg came.", "", False, ["German lawyer"], {"lawyer"}),
    ("Bo Berg came. Mr. Berg sang.", "m", True, ["Mr."], set()),
    ("Bo Berg, a businesswoman, came.", "f", True, ["businesswoman"], {"businesswoman"}),
    ("Bo Berg, aide to the minister, came.", "", False, ["aide to the minister"], {"aide"}),
    ("Minister Berg met. Berg left.", "", False, ["Minister"], {"minister"}),
    ("Bo Berg came. Minister Berg left.", "", False, ["Minister"], {"minister"}),
    ("King Felipe came. Felipe left.", "m", True, ["King"], {"king"}),
]


@pytest.mark.parametrize(("story", "expected"), MENTIONS)
def test_mentions(scan_of: Callable[[str], MentionScan], story: str, expected: str) -> None:
    """Each mention leads to a person of the article."""
    sources = []
    text = story
    while "[" in text:
        start = text.index("[")
        end = text.index("]") - 1
        text = text.replace("[", "", 1).replace("]", "", 1)
        sources.append((start, end))

    assert expected == ", ".join(person.name for person in Cast(scan_of(text), sources).who)


@pytest.mark.parametrize(("text", "gender", "shown", "roles", "heads"), DESCRIBED)
def test_described(
    scan_of: Callable[[str], MentionScan], text: str, gender: str, shown: bool, roles: list[str], heads: set[str]
) -> None:
    """A person's sex and offices are those that the article gives."""
    person = Cast(scan_of(text), ()).people[0]

    assert (gender, shown, roles, heads) == (person.gender, person.gender_told, person.roles, person.heads)


def test_counterpart(scan_of: Callable[[str], MentionScan]) -> None:
    """A counterpart has the office of the one named before."""
    cast = Cast(scan_of("Iraqi Foreign Minister Ann Lee met his Iranian counterpart Bo Berg."), ())

    assert [{"minister"}, {"minister", "counterpart"}] == [person.heads for person in cast.people]


def test_handles(scan_of: Callable[[str], MentionScan]) -> None:
    """A handle is whose name it stands beside, in brackets or between commas."""
    cast = Cast(scan_of("Emil Marek (@marek) met. Ann Lee, @lee, met. Nobody (@nobody) met Bo Berg."), ())
    found = [cast.behind_handle(handle) for handle in ("@marek", "@lee", "@nobody", "@else")]

    assert ["Emil Marek", "Ann Lee", None, None] == [person and person.name for person in found]


MISSPELT = [
    ("Karl Mortensen met.", "Mortenson", "Karl Mortensen"),
    ("Karl Mortensen met.", "Mordenson", "Karl Mortensen"),  # two letters
    ("Karl Mortensen met.", "Mordanson", ""),  # three
    ("Karl Mortensen met.", "Nortensen", ""),  # the first
    ("Karl Holtz met.", "Holts", "Karl Holtz"),
    ("Karl Holt met.", "Hold", ""),  # four letters
    # among the last mentions
    ("Karl Mortensen met. Ann Lee, Per Berg, Jan Kern and Otto Moe met.", "Mortenson", "Karl Mortensen"),
    ("Karl Mortensen met. Ann Lee, Per Berg, Jan Kern, Otto Moe and Tom Dahl met.", "Mortenson", ""),
]


@pytest.mark.parametrize(("text", "name", "expected"), MISSPELT)
def test_misspelt(scan_of: Callable[[str], MentionScan], text: str, name: str, expected: str) -> None:
    """A surname with one or two wrong letters, none of them the first, is that of somebody named just before."""
    found = Cast(scan_of(text), ()).misspelt(name, len(text))

    assert expected == (found.name if found is not None else "")


def test_newcomer(scan_of: Callable[[str], MentionScan]) -> None:
    """Somebody known only from a source is found again under the name, and adopted once."""
    cast = Cast(scan_of("It rained."), ())
    person = cast.newcomer("Anna Quarles", 3)
    cast.adopt(person)

    assert [person] == cast.people
    assert ("person", "f", 3) == (person.type, person.gender, person.first)
    assert person is cast.person("Quarles", 5)
    assert person is cast.person("Anna Quarles", 5)
    assert cast.person("", 5) is None


@pytest.mark.parametrize(
    ("text", "caption", "people"),
    [
        ("They saw Quarles.", "Anna Quarles sat beside Mary Holt.", ["Anna Quarles"]),
        ("They saw Quarles.", "The Quarles Office.", []),
        ("They saw Anna Quarles. Quarles left.", "Mary Quarles sat.", ["Anna Quarles"]),
        ("They saw Mary Holt.", "Anna Quarles sat.", ["Mary Holt"]),
    ],
)
def test_captions(text: str, caption: str, people: list[str]) -> None:
    """A surname known by itself has its full name in a caption."""
    whole = f"{text}\n{caption}"
    blocks = (Block((0, len(text)), "paragraph"), Block((len(text) + 1, len(whole)), "furniture"))
    article = Article("a", "a.txt", (0, len(whole)), blocks)
    cast = Cast(ArticleText.plain(article, whole).once(MentionScan), ())

    assert people == [person.name for person in cast.people]
    assert all(start < len(text) for start in cast.starts)
