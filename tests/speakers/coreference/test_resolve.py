"""Sources are resolved in text order; who is described first may be named next; the user's names go before all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Block, Clue, Resolution, SpeakerEvidence
from statements_cli.speakers.coreference.resolve import as_user_says, pronouns_of, resolve
from statements_cli.speakers.user_names import names_from

SAYS = "said {so}.\n“{No},” said [Dan Holmer]."
# the story; who its first source is, and how surely
NAMED_NEXT = [
    (f"[A leader of the union] {SAYS}", "Dan Holmer", 0.72),
    (f"[The leader of the union] {SAYS}", "Dan Holmer", 0.56),
    (f"[An old union leader] {SAYS}", "Dan Holmer", 0.72),
    (f"[A teacher of the union] {SAYS}", "Dan Holmer", 0.72),
    ("[A teacher of the union] said {so}.\n“{No},” said [Dan Holmer, a teacher].", "Dan Holmer", 0.72),
    ("[A teacher of the union] said {so}.\n“{No},” said [Dan Holmer, a lawyer].", "teacher of the union", 0.9),
    ("[A leader of the union] said {so}.\n“{No},” said [Dan Holmer, a lawyer].", "Dan Holmer", 0.72),
    # three words, no article, the same paragraph, the next but one, another speaker, known before
    (f"[A union leader] {SAYS}", "union leader", 0.9),
    (f"[Some leader of the union] {SAYS}", "Some leader of the union", 0.9),
    ("[A leader of the union] said {so}. “{No},” said [Dan Holmer].", "leader of the union", 0.9),
    ("[A leader of the union] said {so}.\nIt rained.\n“{No},” said [Dan Holmer].", "leader of the union", 0.9),
    ("[A leader of the union] said {so}.\n“{No},” said [BBC].", "leader of the union", 0.9),
    (f"Dan Holmer came.\n[A leader of the union] {SAYS}", "leader of the union", 0.9),
]

UNNAMED = [
    ("sat there", False),
    ("was not authorised to speak", True),
    ("was not authorized to speak", True),
    ("wasn't authorized to speak", True),
    ("would not be identified", True),
    ("would not be named", True),
    ("did not want to be", True),
    ("did not wish to be", True),
    ("didn't want to be named", True),
    ("didn’t wish to be named", True),
    ("spoke anonymously", True),
    ("asked not to be named", True),
    ("requested that it stays so", True),
    ("declined to be named", True),
    ("refused to be named", True),
    ("preferred to be unnamed", True),
    ("spoke on condition of it", True),
]


@pytest.mark.parametrize(("story", "speaker", "sure"), NAMED_NEXT)
def test_named_next(told: Callable[..., list[Resolution]], story: str, speaker: str, sure: float) -> None:
    """A description of four words and more is whom the next paragraph quotes by name, if new and fitting."""
    one = told(story)[0]

    assert (speaker, sure) == (one.speaker, round(one.confidence, 3))


@pytest.mark.parametrize(("words", "unnamed"), UNNAMED)
def test_unnamed_on_purpose(told: Callable[..., list[Resolution]], words: str, unnamed: bool) -> None:
    """Whose name is kept back is not given the name that follows."""
    one = told(f"[A leader of the union who {words}] {SAYS}")[0]

    assert ("leader of the union" if unnamed else "Dan Holmer") == one.speaker


TEXT = "Ann Lee said it rained. She said it snowed. Bo sat."


def article_text() -> ArticleText:
    """Return the text as an article of one paragraph."""
    return ArticleText.plain(Article("a", "a.txt", (0, len(TEXT)), (Block((0, len(TEXT)), "paragraph"),)), TEXT)


FIRST = Attribution(((13, 22),), (), ((8, 12),), ((0, 7),), "indirect")
SECOND = Attribution(((33, 42),), (), ((28, 32),), ((24, 27),), "indirect")


def test_text_order() -> None:
    """Sources are resolved in text order, whatever the order of the attributions, and returned in theirs."""
    forward = resolve(article_text(), [FIRST, SECOND])

    assert ["Ann Lee", "Ann Lee"] == [one.speaker for one in forward]
    assert forward == tuple(reversed(resolve(article_text(), [SECOND, FIRST])))
    assert () == resolve(article_text(), [])


def test_places_without_a_source() -> None:
    """An attribution without a source stands where its cue or content does, and one without any at the end."""
    cue = Attribution(((33, 42),), (), ((28, 32),), (), "indirect")
    content = Attribution(((33, 42),), (), (), (), "indirect")
    nothing = Attribution((), (), (), (), "indirect")

    for other in (cue, content, nothing):
        found, _ = resolve(article_text(), [other, FIRST])
        assert ("Ann Lee", 0.679) == (found.speaker, found.confidence)


def test_nobody_told_it() -> None:
    """Where somebody was told something, who spoke last is not the one who told it."""
    told = Attribution(((33, 42),), (), ((28, 32),), (), "indirect", evidence=(Clue("subject is told"),))
    alike = told._replace(evidence=(Clue("no source"),))

    assert [None, 0.8] == [(one := resolve(article_text(), [FIRST, told])[1]).speaker, one.confidence]
    assert "Ann Lee" == resolve(article_text(), [FIRST, alike])[1].speaker


def test_pronouns_of() -> None:
    """The pronouns of an article are resolved by themselves."""
    told = pronouns_of(article_text(), [FIRST, SECOND]).told

    assert {24: "Ann Lee"} == {at: one.person.name for at, one in told.items()}


NAMES = names_from({
    "Ann Lee": {"aliases": ["Annie", "The Lee Office"], "role": "judge", "country": "NO"},
    "Harbour Office": {"aliases": ["HO"], "type": "organisation"},
})  # fmt: skip
SEEN = SpeakerEvidence((Clue("handle only"),))
SHOWN = SpeakerEvidence((Clue("handle only"), Clue("names file")))

USERS = [
    # whom the article names; as the user says
    (Resolution("Annie", "person", "clerk", "SE", 0.7, SEEN), Resolution("Ann Lee", "person", "judge", "NO", 0.7, SHOWN)),
    (Resolution("HO", "media", "clerk", "SE", 0.7, SEEN), Resolution("Harbour Office", "organisation", "clerk", "SE", 0.7, SHOWN)),
    # a single word taken for a body is a person where another of the names is one's
    (Resolution("Annie", "organisation", None, None, 0.7, SEEN), Resolution("Ann Lee", "person", "judge", "NO", 0.7, SHOWN)),
    (Resolution("The Lee Office", "organisation", None, None, 0.7, SEEN), Resolution("Ann Lee", "organisation", "judge", "NO", 0.7, SHOWN)),
    (Resolution("Bo", "person", None, None, 0.7, SEEN), Resolution("Bo", "person", None, None, 0.7, SEEN)),
]  # fmt: skip


@pytest.mark.parametrize(("found", "expected"), USERS)
def test_as_user_says(found: Resolution, expected: Resolution) -> None:
    """The user's name, type, role and country go before what was found, and the evidence says so."""
    assert expected == as_user_says(found, NAMES)


AGAIN = [
    ("[A leader of the union] said {so}. [The leader of the union] added {more}", ["Dan Holmer", "Dan Holmer"]),
    ("[A leader of the union] said {so}. [A teacher of Oslo] added {more}", ["leader of the union", "Dan Holmer"]),
]


@pytest.mark.parametrize(("before", "speakers"), AGAIN)
def test_named_next_who_speaks_twice(told: Callable[..., list[Resolution]], before: str, speakers: list[str]) -> None:
    """Who is described speaks as often as he is quoted before his name comes, but nobody else in his place."""
    found = told(f"{before}.\n“{{No}},” said [Dan Holmer].")

    assert speakers == [one.speaker for one in found[:-1]]


OFFICES = [
    ("[A top Norwegian Bank official] said {so}.", "Norwegian Bank president Dan Holmer", "Dan Holmer"),
    ("[A top Danish Bank official] said {so}.", "Norwegian Bank president Dan Holmer", "top Danish Bank official"),
    ("[A top state official] said {so}.", "Norwegian Bank president Dan Holmer", "top state official"),
    ("[A top Norwegian Bank teller] said {so}.", "Norwegian Bank president Dan Holmer", "top Norwegian Bank teller"),
    ("[A well-known UN expert] said {so}.", "Dan Holmer, a UN rapporteur", "Dan Holmer"),
    ("[A well-known UN expert] said {so}.", "Dan Holmer, a UN driver", "well-known UN expert"),
]


@pytest.mark.parametrize(("before", "named", "speaker"), OFFICES)
def test_named_next_by_an_office(told: Callable[..., list[Resolution]], before: str, named: str, speaker: str) -> None:
    """An official can hold any office of the body whose official he is."""
    found = told(f"{before}\n“{{No}},” said [{named}].")

    assert speaker == found[0].speaker


def test_named_next_of_several(told: Callable[..., list[Resolution]]) -> None:
    """Each description may be named by the paragraph behind it, whatever stands before."""
    found = told(f"[BBC] said {{so}}.\n[A man] said {{so}}.\n“{{No}},” said [Ann Lee].\n[A leader of the union] {SAYS}")

    assert ["BBC News", "man", "Ann Lee", "Dan Holmer", "Dan Holmer"] == [one.speaker for one in found]
