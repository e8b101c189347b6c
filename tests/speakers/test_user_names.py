"""The user's names file adds and overrides; what it cannot be used for is said plainly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.model import Resolution
from statements_cli.speakers.user_names import Names, NamesError, load_names, names_from

GOOD = """
["Volodymyr Zelenskyy"]
aliases = ["Volodymyr Zelensky", "Ze"]
role = "President of Ukraine"
country = "UA"

["Reuters"]
type = "media"
"""

BAD = [
    ("x = [", "not valid TOML"),
    ("x = 1", "must be a table"),
    ('["A"]\nalias = ["B"]', "unknown key 'alias'"),
    ('["A"]\naliases = "B"', "list of strings"),
    ('["A"]\nrole = 3', "must be a string"),
    ('["A"]\ntype = "robot"', "must be one of"),
    ('["A"]\ncountry = "Ukraine, of course"', "two-letter code"),
    ("#" * 16_000_001, "larger than 16 MB"),
    ('["A"]\naliases = ["C"]\n["B"]\naliases = ["c"]', "given to both"),
]


def test_good(tmp_path: Path) -> None:
    """Entries are found by name and alias, spellings forgiven."""
    path = tmp_path / "names.toml"
    path.write_text(GOOD, encoding="utf-8")
    known = load_names(str(path)).find("volodymyr zelenskiy")
    assert known is not None
    assert known.name == "Volodymyr Zelenskyy"
    assert known.country == "UA"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("UA", "UA"),
        ("ua", "UA"),
        ("Ukraine", "UA"),
        ("china", "CN"),
        ("United Kingdom", "GB"),
        ("eu", "EU"),
        # a body that no list has, and a state of a country
        ("CLIMA", "CLIMA"),
        ("Ohio", "Ohio"),
    ],
)
def test_countries(tmp_path: Path, given: str, code: str) -> None:
    """A country may be named in words; records have its code, by which filters find it."""
    path = tmp_path / "names.toml"
    path.write_text(f'["A B"]\ncountry = "{given}"', encoding="utf-8")
    known = load_names(str(path)).find("A B")

    assert known is not None and code == known.country


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be used says why."""
    path = tmp_path / "names.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NamesError, match=message):
        load_names(str(path))


def test_nothing_known() -> None:
    """Without entries nothing is found."""
    assert Names().find("Mao Ning") is None
    assert Names().find(None) is None


def test_overrides(told: Callable[..., list[Resolution]]) -> None:
    """What the user says goes before what the article says."""
    entry = {"Volodymyr Zelenskyy": {"aliases": ["Volodymyr Zelensky"], "role": "wartime leader", "country": "UA"}}
    one = told("[Volodymyr Zelensky] said {yes}.", names_from(entry))[0]
    assert one.speaker == "Volodymyr Zelenskyy"
    assert one.role == "wartime leader"
    assert one.country == "UA"


OWN = {
    "Volodymyr Zelenskyy": {"aliases": ["Volodymyr Zelensky", "Ze"], "role": "wartime leader", "country": "UA"},
    "Alexander Stubb": {"aliases": ["Stubb", "Alex Stubb"], "role": "President of Finland", "country": "FI"},
    "Lula": {"aliases": ["Luiz Inácio Lula da Silva", "Lula da Silva"], "country": "BR"},
    "Kim Jong-un": {"aliases": ["Kim Jong Un"], "country": "KP"},
    "Bruno Le Maire": {"role": "former finance minister"},
    "Finnish Foreign Ministry": {"aliases": ["Finland's foreign ministry", "UM"], "type": "organisation", "country": "FI"},
    "Médecins Sans Frontières": {"aliases": ["Doctors Without Borders", "MSF"], "type": "organisation"},
    "Helsingin Sanomat": {"aliases": ["HS"], "type": "media", "country": "FI"},
    "Wagner Group": {"aliases": ["Wagner", "PMC Wagner"], "type": "organisation", "country": "RU"},
    "Houthi movement": {"aliases": ["the Houthis", "Ansar Allah"], "type": "group", "country": "YE"},
    "Number 10": {"aliases": ["Downing Street", "No 10"], "type": "organisation", "country": "GB"},
}  # fmt: skip

TOLD = [
    # a spelling, in full and by surname, and whom a pronoun means
    ("[Volodymyr Zelenskiy] said {yes}. [He] added {no}.", 1, "Volodymyr Zelenskyy|person|wartime leader|UA"),
    ("President Volodymyr Zelensky spoke. [Zelensky] said {it was late}.", 0, "Volodymyr Zelenskyy|person|wartime leader|UA"),
    ("[Luiz Inacio Lula da Silva] said {hunger is a choice}.", 0, "Lula|person||BR"),
    ("Brazil's president, Luiz Inácio Lula da Silva, flew home. [Lula da Silva] said {rain came late}.", 0, "Lula|person|*|BR"),
    ("[Kim Jong Un] said {the test went well}.", 0, "Kim Jong-un|person||KP"),
    # a nickname or surname of the user's own; a single word is a person where another of the names is one's
    ("[Ze] said {it was late}.", 0, "Volodymyr Zelenskyy|person|wartime leader|UA"),
    ("[Lula] said {hunger is a choice}.", 0, "Lula|person||BR"),
    ("[Stubb] said {a truce is near}.", 0, "Alexander Stubb|person|President of Finland|FI"),
    ("[Alex Stubb] said {a truce is near}. [He] added {it takes time}.", 1, "Alexander Stubb|person|President of Finland|FI"),
    ("Finnish President Alexander Stubb met him. [Stubb] said {a truce is near}.", 0, "Alexander Stubb|person|President of Finland|FI"),
    # the role goes before the article's
    ("[Bruno Le Maire], the finance minister, said {taxes fall}.", 0, "Bruno Le Maire|person|former finance minister|"),
    ("Bruno Le Maire spoke. [Le Maire] said {taxes fall}.", 0, "Bruno Le Maire|person|former finance minister|"),
    # bodies, by other names and acronyms, in the article's brackets or the user's
    ("[Finland's foreign ministry] said {the envoy was called in}.", 0, "Finnish Foreign Ministry|organisation||FI"),
    ("[The Finnish Foreign Ministry] said {the envoy left}. [The ministry] said {he was warned}.", 1, "Finnish Foreign Ministry|organisation||FI"),
    ("[UM] said {the border stays shut}.", 0, "Finnish Foreign Ministry|organisation||FI"),
    ("[Doctors Without Borders] said {beds ran out}.", 0, "Médecins Sans Frontières|organisation||*"),
    ("Doctors Without Borders (MSF) works there. [MSF] said {beds ran out}.", 0, "Médecins Sans Frontières|organisation||*"),
    ("[Wagner] said {Bakhmut fell}.", 0, "Wagner Group|organisation||RU"),
    ("[PMC Wagner] said {Bakhmut fell}.", 0, "Wagner Group|organisation||RU"),
    ("[Downing Street] said {the plan stands}.", 0, "Number 10|organisation||GB"),
    # the type: media and groups
    ("[HS] reported {the vote was close}.", 0, "Helsingin Sanomat|media||FI"),
    ("[The Houthis] said {the ship was hit}.", 0, "Houthi movement|group||YE"),
    ("[Ansar Allah] said {the ship was hit}.", 0, "Houthi movement|group||YE"),
    # nobody whom the user names
    ("[Emmanuel Macron] said {no}.", 0, "Emmanuel Macron|person||"),
    ("[Kim] said {so}.", 0, "Kim|person||"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "place", "expected"), TOLD)
def test_told_with_the_users_names(
    told: Callable[..., list[Resolution]], story: str, place: int, expected: str
) -> None:
    """A speaker has the name, role, country and type that the user gives, whatever the article calls it."""
    one = told(story, names_from(OWN))[place]
    found = [value or "" for value in (one.speaker, one.type, one.role, one.country)]
    wanted = expected.split("|")
    assert wanted == [value if want != "*" else "*" for want, value in zip(wanted, found, strict=True)]
