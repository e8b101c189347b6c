"""A user's query finds the speakers meant, exactly, in part, or misspelt, and suggests the nearest."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.lookup import lookup
from statements_cli.speakers.corpus.role_query import KnownSpeaker
from statements_cli.speakers.names.folding import fold

SPEAKERS = [KnownSpeaker(name, forms) for name, forms in (
    ("Mao Ning", ("Mao", "Mao Ning")),
    ("Volodymyr Zelensky", ("Zelensky", "Zelenskyy")),
    ("Guo Jiakun", ("Guo",)),
    ("Donald Trump", ("Trump",)),
    ("Melania Trump", ()),
    ("Türkiye", ("Turkey",)),
    ("Jean-Noël Barrot", ()),
)]  # fmt: skip

HOLDERS = [
    KnownSpeaker("China", (), "country", (), ("CN",)),
    KnownSpeaker("Xi Jinping", ("Xi",), "person", ("Chinese President",), ("CN",)),
    KnownSpeaker("Xi Jinping and Vladimir Putin", ("Xi and Putin",), "group"),
    KnownSpeaker("Vladimir Putin", ("Putin",), "person", ("Russian President",), ("RU",)),
    KnownSpeaker("Mao Ning", ("Mao",), "person", ("Chinese Foreign Ministry spokeswoman",), ("CN",)),
    KnownSpeaker("Guo Jiakun", ("Guo",), "person", ("Foreign Ministry spokesperson",), ("CN",)),
    KnownSpeaker("Chinese Foreign Ministry spokesperson", (), "anonymous", (), ("CN",)),
    KnownSpeaker("Friedrich Merz", (), "person", ("German chancellor",), ("DE",)),
    KnownSpeaker("Han Zheng", (), "person", ("Chinese Vice President",), ("CN",)),
    KnownSpeaker("Pham Thanh Binh", ("Pham",), "person", ("Vietnamese Ambassador to China",), ("VN",)),
    KnownSpeaker("Volodymyr Zelensky", ("Zelenskyy",), "person", ("President",), ("UA",)),
    KnownSpeaker("Cui Heng", ("Cui",), "person"),
    KnownSpeaker("Cui Hongjian", ("Cui",), "person", ("professor at Beijing Foreign Studies University",)),
    KnownSpeaker("Ankara officials", (), "group"),
    KnownSpeaker("Дмитрий Песков", (), "person", (), ("RU",)),
]
XI = ("Xi Jinping", "Xi Jinping and Vladimir Putin")
PUTIN = ("Vladimir Putin", "Xi Jinping and Vladimir Putin")
SPOKESPEOPLE = ("Mao Ning", "Guo Jiakun", "Chinese Foreign Ministry spokesperson")

ASKED = [
    ("Chinese President Xi Jinping", XI),  # role and name
    ("Xi Jinping (Chinese President, CN, person)", XI),  # as show prints it
    ("President Xi", XI),
    ("Pres. Xi", XI),
    ("Xi, Chinese President", XI),
    ("Chancellor Merz", ("Friedrich Merz",)),
    ("German Chancellor Friedrich Merz", ("Friedrich Merz",)),
    ("President Merz", ("Friedrich Merz",)),  # of another office: whoever has the name
    ("French President Merz", ()),  # but for no other country
    ("Chinese President Xi Jinpin", XI),  # misspelt
    ("Professor Cui", ("Cui Hongjian",)),  # the role decides between namesakes
    ("Cui", ("Cui Heng", "Cui Hongjian")),
    ("Dr Cui", ("Cui Heng", "Cui Hongjian")),
    ("the Chinese president", XI),  # a role alone
    ("president of China", XI),
    ("Chinese vice president", ("Han Zheng",)),
    ("Ukrainian president", ("Volodymyr Zelensky",)),  # the country is known from elsewhere
    ("Chinese foreign ministry spokesperson", SPOKESPEOPLE),
    ("spokesman of the Chinese foreign ministry", SPOKESPEOPLE[:2]),
    ("Vietnamese ambassador", ("Pham Thanh Binh",)),
    ("ambassador to China", ("Pham Thanh Binh",)),
    ("Chinese ambassador", ()),  # never the word for the country
    ("Chinese king", ()),
    ("Cui administration official", ()),
    ("Xi Jinping", XI),  # the person first, then the pair
    ("Putin", PUTIN),
    ("Xi and Putin", ("Xi Jinping and Vladimir Putin",)),
    ("Guo Jiakun of China", ("Guo Jiakun",)),  # a name with a country
    ("Guo Jiakun of France", ()),
    ("Xi Jinping (China)", XI),
    ("China (CN, country)", ("China",)),  # as show prints what has no role
    ("Cui Heng (person)", ("Cui Heng",)),
    ("Ankara officials (group)", ("Ankara officials",)),
    ("Merz's", ("Friedrich Merz",)),
    ("Xi’s", XI),
    ("Vladimir Vladimirovich Putin", PUTIN),  # a fuller form than any article has
    ("Putin, Vladimir Vladimirovich", PUTIN),
    ("Vladimir Lenin and Vladimir Putin", ()),
    ("@SpokespersonMaoNing", ("Mao Ning",)),
    ("@mao_ning", ("Mao Ning",)),
    ("@ZelenskyyUa", ("Volodymyr Zelensky",)),
    ("@nobody", ()),
    ("@", ()),
]
SCRIPTS = [
    ("毛宁", ("Mao Ning",)),
    ("Путин", PUTIN),
    ("Зеленський", ("Volodymyr Zelensky",)),
    ("Peskov", ("Дмитрий Песков",)),
    ("Dmitriy Peskov", ("Дмитрий Песков",)),
    ("東京", ()),
]

LEADERS = [
    KnownSpeaker(name, (name,), "person")
    for name in (
        *(
            "Xi Jinping",
            "Vladimir Putin",
            "Volodymyr Zelenskyy",
            "Donald Trump",
            "Melania Trump",
            "Joe Biden",
            "Lin Jian",
        ),
        *("Friedrich Merz", "Guo Jiakun", "Wang Yi", "Sergey Lavrov", "Benjamin Netanyahu", "Masoud Pezeshkian"),
        *("Recep Tayyip Erdoğan", "Kim Jong Un", "Shigeru Ishiba", "Carla Levin", "Karl Lavin"),
    )
]
BY_SOUND = [
    ("Си Цзиньпин", ("Xi Jinping",)),  # syllable by syllable
    ("Линь Цзянь", ("Lin Jian",)),
    ("Лин Цзин", ()),  # another name, though nearly so
    ("Линь Цзинь", ()),
    ("习近平", ("Xi Jinping",)),
    ("特朗普", ("Donald Trump",)),  # by list
    ("シー・ジンピン", ("Xi Jinping",)),
    ("シーチンピン", ("Xi Jinping",)),  # as one word
    ("シー", ()),  # two letters' sound are too many people's
    ("شي جين بينغ", ("Xi Jinping",)),
    ("プーチン", ("Vladimir Putin",)),
    ("فلاديمير بوتين", ("Vladimir Putin",)),
    ("باتون", ()),  # the consonants alone are Putin's
    ("トランプ", ("Donald Trump", "Melania Trump")),  # a surname, whoever has it
    ("ドナルド・トランプ", ("Donald Trump",)),
    ("ترامب", ("Donald Trump", "Melania Trump")),
    ("トム", ()),
    ("بايدن", ("Joe Biden",)),
    ("メルツ", ("Friedrich Merz",)),
    ("ゼレンスキー", ("Volodymyr Zelenskyy",)),
    ("ラブロフ", ("Sergey Lavrov",)),
    ("نتنياهو", ("Benjamin Netanyahu",)),
    ("أردوغان", ("Recep Tayyip Erdoğan",)),
    ("김정은", ("Kim Jong Un",)),
    ("Иванов", ()),
    ("山田太郎", ()),
    ("أحمد", ()),
    ("لفن", ()),  # sounds like both
    ("ラビン", ("Karl Lavin",)),
    ("بزشكيان", ("Masoud Pezeshkian",)),
]

FOUND = [
    ("Mao Ning", ("Mao Ning",), True),
    ("mao ning", ("Mao Ning",), True),
    ("Mao", ("Mao Ning",), False),
    ("zelenskyy", ("Volodymyr Zelensky",), False),
    ("Zelenskiy", ("Volodymyr Zelensky",), False),
    ("Guo", ("Guo Jiakun",), False),
    ("jiakun guo", ("Guo Jiakun",), False),
    ("trump", ("Donald Trump", "Melania Trump"), False),  # several fit: all of them
    ("donald", ("Donald Trump",), False),
    ("Zelinsky", ("Volodymyr Zelensky",), False),  # misspelt
    ("Jiakum", ("Guo Jiakun",), False),
    ("turkiye", ("Türkiye",), True),
    ("Turkey", ("Türkiye",), False),
    ("jean noel barrot", ("Jean-Noël Barrot",), True),
    ("barr", ("Jean-Noël Barrot",), False),  # the beginning of a word
    ("", (), False),
    ("qqqqqq", (), False),
]

FOLDS = [
    ("Zelenskyy", "zelensky"), ("Zelenskiy", "zelensky"), ("Erdoğan", "erdogan"), ("J.D. Vance", "jd vance"),
    ("Cheuk Hau-yip", "cheuk hau yip"), ("O’Neill", "oneill"), ("Łódź", "lodz"), ("  The  EU ", "the eu"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("query", "matches", "exact"), FOUND)
def test_lookup(query: str, matches: tuple[str, ...], exact: bool) -> None:
    """Any spelling or part of a name finds its speaker, and says whether it was the name itself."""
    found = lookup(query, SPEAKERS)
    assert found.matches == matches
    assert found.exact == exact


@pytest.mark.parametrize(("query", "matches"), ASKED)
def test_roles_handles_and_pairs(query: str, matches: tuple[str, ...]) -> None:
    """A role finds who holds it, with a name that person, a handle its owner; pairs follow their members."""
    assert matches == lookup(query, HOLDERS).matches


def test_possessive_before_a_part() -> None:
    """A possessive means whom it is of, before a longer name that begins so, but not before a name itself."""
    known = [*SPEAKERS, KnownSpeaker("Trump’s return to power", (), "organisation"), KnownSpeaker("Guo’s", ())]

    assert ("Donald Trump", "Melania Trump") == lookup("Trump's", known).matches
    assert ("Guo’s",) == lookup("Guo's", known).matches


@pytest.mark.parametrize(("query", "matches"), SCRIPTS)
def test_scripts(query: str, matches: tuple[str, ...]) -> None:
    """A name in another script than the corpus has finds its speaker, and is never exact."""
    found = lookup(query, HOLDERS)
    assert (matches, False) == (found.matches, found.exact)


@pytest.mark.parametrize(("query", "matches"), BY_SOUND)
def test_names_by_their_sound(query: str, matches: tuple[str, ...]) -> None:
    """A name that another script writes by its sound finds the one that sounds so, and no one who only nearly does."""
    found = lookup(query, LEADERS)
    assert (matches, False) == (found.matches, found.exact)


def test_two_that_sound_alike() -> None:
    """Where two sound alike, both are suggested and neither is taken."""
    assert {"Carla Levin", "Karl Lavin"} == {*lookup("لفن", LEADERS).suggestions}


def test_suggestions() -> None:
    """Where nothing fits, the nearest names are suggested."""
    found = lookup("Zolunska", SPEAKERS)
    assert found.matches == ()
    assert "Volodymyr Zelensky" in found.suggestions


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("Sergei Lavrow", ()),  # no letters in common but by chance
        ("Vladimir Nabokov", PUTIN),
        ("Friedrich Schmidt", ("Friedrich Merz",)),
    ],
)
def test_suggestions_for_several_words(query: str, suggested: tuple[str, ...]) -> None:
    """Of several words only names with a like word, or alike as a whole, are suggested."""
    found = lookup(query, HOLDERS)
    assert ((), {*suggested}) == (found.matches, {*found.suggestions})


@pytest.mark.parametrize(("name", "folded"), FOLDS)
def test_fold(name: str, folded: str) -> None:
    """Case, accents, points, hyphens and transliterated endings do not count."""
    assert fold(name) == folded
