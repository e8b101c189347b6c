"""One person under several names in several articles is one speaker; two persons of one name are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
from statements_cli.speakers.corpus.registry import Key, shown_as
from statements_cli.speakers.corpus.two_persons import by_role

Meant = Callable[..., dict[Key, CorpusSpeaker]]

TRANSLITERATIONS = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy"), ("Volodymyr Zelenskyi", "Vladimir Zelensky"),
    ("Dmytro Kuleba", "Dmitry Kuleba"), ("Andriy Yermak", "Andrii Yermak"), ("Sergei Lavrov", "Sergey Lavrov"),
    ("Alexei Navalny", "Alexey Navalny"), ("Alexei Navalny", "Aleksei Navalny"), ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Sergei Shoigu", "Sergey Shoygu"), ("Dmitry Peskov", "Dmitri Peskov"), ("Alexander Lukashenko", "Aleksandr Lukashenko"),
    ("Muammar Gaddafi", "Moammar Gadhafi"), ("Bashar al-Assad", "Bashar Al Assad"), ("Mahmoud Abbas", "Mahmud Abbas"),
    ("Mohammed bin Salman", "Mohammad bin Salman"), ("Hassan Nasrallah", "Hasan Nasrallah"), ("Ebrahim Raisi", "Ibrahim Raisi"),
    ("Nouri al-Maliki", "Nuri al-Maliki"), ("Mikhail Gorbachev", "Mikhail Gorbachov"), ("Aung San Suu Kyi", "Aung San Su Kyi"),
    ("Nikol Pashinyan", "Nikol Pashinian"), ("Yulia Tymoshenko", "Yuliya Tymoshenko"), ("Alexei Navalny", "Aleksey Navalny"),
]  # fmt: skip

ORDERS = [
    ("Guo Jiakun", "Jiakun Guo"), ("Mao Ning", "Ning Mao"), ("Wang Wenbin", "Wenbin Wang"), ("Lin Jian", "Jian Lin"),
    ("Li Qiang", "Qiang Li"), ("Zhao Lijian", "Lijian Zhao"), ("Hua Chunying", "Chunying Hua"), ("Qin Gang", "Gang Qin"),
    ("Kim Jong Un", "Jong Un Kim"), ("Moon Jae-in", "Jae-in Moon"), ("Park Jin", "Jin Park"), ("Cho Tae-yul", "Tae-yul Cho"),
    ("Nguyen Phu Trong", "Phu Trong Nguyen"), ("Pham Minh Chinh", "Minh Chinh Pham"), ("Abe Shinzo", "Shinzo Abe"),
    ("Kishida Fumio", "Fumio Kishida"), ("Ishiba Shigeru", "Shigeru Ishiba"), ("Orbán Viktor", "Viktor Orbán"),
    ("Tsai Ing-wen", "Ing-wen Tsai"), ("Lai Ching-te", "Ching-te Lai"), ("Yoon Suk Yeol", "Suk Yeol Yoon"),
]  # fmt: skip

TITLES = [
    ("President Xi Jinping", "Xi Jinping"), ("Mr Rishi Sunak", "Rishi Sunak"), ("Dr. Anthony Fauci", "Anthony Fauci"),
    ("Sir Keir Starmer", "Keir Starmer"), ("Senator Lindsey Graham", "Lindsey Graham"), ("Sen. Lindsey Graham", "Lindsey Graham"),
    ("Rep. Nancy Pelosi", "Nancy Pelosi"), ("Gov. Gavin Newsom", "Gavin Newsom"), ("Pres. Ola Berg", "Ola Berg"), ("Amb. Berg", "Berg"), ("General Mark Milley", "Mark Milley"),
    ("Gen. Mark Milley", "Mark Milley"), ("Prof. Danny Dorling", "Danny Dorling"), ("Chancellor Olaf Scholz", "Olaf Scholz"),
    ("King Charles III", "King Charles"), ("Lord David Cameron", "David Cameron"), ("Baroness Catherine Ashton", "Catherine Ashton"),
    ("Ambassador Nicholas Burns", "Nicholas Burns"), ("Judge Aileen Cannon", "Aileen Cannon"), ("Justice Clarence Thomas", "Clarence Thomas"),
    ("Mrs Theresa May", "Theresa May"), ("Dame Karen Pierce", "Karen Pierce"), ("Secretary Antony Blinken", "Antony Blinken"),
]  # fmt: skip

DIACRITICS = [
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Andrej Babiš", "Andrej Babis"), ("Nicolás Maduro", "Nicolas Maduro"),
    ("Pedro Sánchez", "Pedro Sanchez"), ("José Manuel Albares", "Jose Manuel Albares"), ("Viktor Orbán", "Viktor Orban"),
    ("Péter Szijjártó", "Peter Szijjarto"), ("Aleksandar Vučić", "Aleksandar Vucic"), ("Mette Frederiksen", "Mette Frédériksen"),
    ("Lars Løkke Rasmussen", "Lars Lokke Rasmussen"), ("Jonas Gahr Støre", "Jonas Gahr Store"), ("Radosław Sikorski", "Radoslaw Sikorski"),
    ("Lech Wałęsa", "Lech Walesa"), ("Gustavo Petro Ürrego", "Gustavo Petro Urrego"), ("Luiz Inácio Lula da Silva", "Luiz Inacio Lula da Silva"),
    ("António Guterres", "Antonio Guterres"), ("Stéphane Séjourné", "Stephane Sejourne"), ("Jean-Noël Barrot", "Jean Noel Barrot"),
    ("Carles Puigdemont i Casamajó", "Carles Puigdemont i Casamajo"), ("Ngô Đình Diệm", "Ngo Dinh Diem"), ("Zuzana Čaputová", "Zuzana Caputova"),
    ("Guo Jia-kun", "Guo Jiakun"), ("Jean Claude Juncker", "Jean-Claude Juncker"),
]  # fmt: skip

INITIALS = [
    ("J.D. Vance", "JD Vance"), ("J. D. Vance", "J.D. Vance"), ("Donald J. Trump", "Donald Trump"), ("Robert F. Kennedy", "Robert Kennedy"),
    ("George W. Bush", "George Bush"), ("Joseph R. Biden", "Joseph Biden"), ("John F. Kerry", "John Kerry"), ("Ronald E. Reagan", "Ronald Reagan"),
    ("Lyndon B. Johnson", "Lyndon Johnson"), ("V. Putin", "Vladimir Putin"), ("S. Lavrov", "Sergei Lavrov"), ("N. Modi", "Narendra Modi"),
    ("William J. Burns", "William Burns"), ("Charles E. Schumer", "Charles Schumer"), ("Mitch A. McConnell", "Mitch McConnell"),
    ("Michael R. Pence", "Michael Pence"), ("John R. Bolton", "John Bolton"), ("James B. Comey", "James Comey"), ("K.P. Sharma Oli", "KP Sharma Oli"),
    ("M.K. Stalin", "MK Stalin"), ("William S. Cohen", "W. Cohen"),
]  # fmt: skip

# name, role and country of one; of the other
HOMONYMS = [
    (("Wang Wei", "minister", "CN"), ("Wang Wei", "minister", "SG")),
    (("Michael Brown", "mayor of Leeds", "GB"), ("Michael Brown", "treasury secretary", "US")), (("David Davis", "senator", "US"), ("David Davis", "Brexit secretary", "GB")),
    (("Kim Jong Un", "leader", "KP"), ("Kim Yo Jong", "official", "KP")), (("Joe Biden", "President", "US"), ("Hunter Biden", None, None)),
    (("Hillary Clinton", "secretary of state", "US"), ("Bill Clinton", "president", "US")), (("Donald Trump", "President", "US"), ("Donald Trump Jr.", "businessman", None)),
    (("George W. Bush", "president", None), ("George H.W. Bush", "president", None)), (("Nawaz Sharif", "prime minister", "PK"), ("Shehbaz Sharif", "prime minister", "PK")),
    (("Wang Yi", "foreign minister", "CN"), ("Wang Yong", "state councillor", "CN")), (("Li Keqiang", "premier", "CN"), ("Li Qiang", "premier", "CN")),
    (("Boris Johnson", "prime minister", "GB"), ("Mike Johnson", "speaker", "US")), (("Rick Scott", "senator", "US"), ("Tim Scott", "senator", "US")),
    (("Mahmoud Abbas", "president", "PS"), ("Abbas Araghchi", "foreign minister", "IR")),
    (("Park Jin", "foreign minister", "KR"), ("Park Geun-hye", "president", "KR")), (("Cui Heng", "scholar", None), ("Cui Hongjian", "professor", None)),
    (("Maria Garcia", "senator", "MX"), ("Maria Garcia", "judge", "ES")), (("Ali Hassan", "spokesman", "IQ"), ("Ali Hassan", "minister", "SD")),
    (("Li Wei", "envoy", "CN"), ("Li Wei", "minister", "SG")),
    (("Nguyen Van Nam", "official", "VN"), ("Nguyen Van Hung", "official", "VN")),
    (("Robert Kennedy", "attorney general", "US"), ("Joseph Kennedy", "congressman", "US")), (("Petr Pavel", "president", "CZ"), ("Petr Fiala", "prime minister", "CZ")),
]  # fmt: skip

BODIES: list[tuple[tuple[str, str, str | None], tuple[str, str, str | None]]] = [
    (("Kiev city council", "organisation", None), ("Kyiv city council", "organisation", None)),
    (("Turkey", "country", "TR"), ("Türkiye", "country", "TR")),
    (("United States", "country", "US"), ("U.S.", "country", "US")),
    (("Britain", "country", "GB"), ("UK", "country", "GB")),
    (("Burma", "country", "MM"), ("Myanmar", "country", "MM")),
    (("Ivory Coast", "country", "CI"), ("Côte d'Ivoire", "country", "CI")),
    (("Russian Foreign Ministry", "organisation", "RU"), ("Russia's Foreign Ministry", "organisation", "RU")),
    (
        ("Ministry of Foreign Affairs of China", "organisation", "CN"),
        ("Chinese Foreign Ministry", "organisation", "CN"),
    ),
    (("US Department of Defense", "organisation", "US"), ("US Defense Department", "organisation", "US")),
    (("Ministry of Defence", "organisation", "GB"), ("British Ministry of Defence", "organisation", "GB")),
    (("The New York Times", "media", None), ("NYT", "media", None)),
    (("Wall Street Journal", "media", None), ("The Wall Street Journal", "media", None)),
    (("TASS", "media", None), ("Tass News Agency", "media", None)),
    (("Xinhua", "media", None), ("Xinhua News Agency", "media", None)),
    (("UN", "organisation", "UN"), ("United Nations", "organisation", "UN")),
    (("EU", "organisation", "EU"), ("European Union", "organisation", "EU")),
    (("IAEA", "organisation", "IAEA"), ("International Atomic Energy Agency", "organisation", "IAEA")),
    (("WHO", "organisation", "WHO"), ("World Health Organization", "organisation", "WHO")),
    (("World Health Organisation", "organisation", "WHO"), ("World Health Organization", "organisation", "WHO")),
    (("Houston Police Department", "organisation", None), ("The Houston Police Department", "organisation", None)),
    (("SCO", "organisation", "SCO"), ("Shanghai Cooperation Organisation", "organisation", "SCO")),
]


@pytest.mark.parametrize(("one", "other"), TRANSLITERATIONS + ORDERS + TITLES + DIACRITICS + INITIALS)
def test_one_person(meant: Meant, one: str, other: str) -> None:
    """Another spelling, order, title, accent or initial makes no other person."""
    known = meant((name, "person", None, None) for name in (one, other))

    assert known[one, "person", ""] is known[other, "person", ""]


@pytest.mark.parametrize(("one", "other"), BODIES)
def test_one_body(meant: Meant, one: tuple[str, str, str | None], other: tuple[str, str, str | None]) -> None:
    """A country, ministry, medium or body under two names is one."""
    known = meant((name, kind, None, country) for name, kind, country in (one, other))

    assert len({id(body) for body in known.values()}) == 1


@pytest.mark.parametrize(("one", "other"), HOMONYMS)
def test_two_persons(
    meant: Meant, one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]
) -> None:
    """Two of one surname, or of one name and two countries, are kept apart."""
    known = meant([(name, "person", role, country) for name, role, country in (one, other)] * 3)
    shown = {
        shown_as(known[name, "person", country or ""], "person", role, country) for name, role, country in (one, other)
    }

    assert len(shown) == 2


# the roles under one name, and how many persons they are
BY_ROLE = [
    ("John Smith", ("police chief", "economist"), 2), ("John Smith", ("police chief", "chief of police"), 1),
    ("John Smith", ("economist", "analyst"), 1), ("John Smith", ("surgeon", None), 1), ("Mary Jones", ("headteacher", "astronomer"), 2),
    ("Mary Jones", ("senator", "lawyer"), 2), ("James Brown", ("union leader", "leader of the union"), 1),
    ("James Brown", ("mayor of Leeds", "judge"), 2), ("James Brown", ("mayor of Leeds", "Leeds councillor", "judge"), 2),
    ("Mary Jones", ("senator", "attorney general"), 1), ("Mary Jones", ("senator", "surgeon general"), 2),
    ("Mao Ning", ("spokesperson", "economist"), 1), ("Volodymyr Zelensky", ("president", "comedian"), 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "names", "best"), [
    ("organisation", ("Russia's foreign affairs ministry", "Russian Foreign Ministry", "Russian Foreign Ministry"), "Russian Foreign Ministry"),
    ("organisation", ("Foreign Ministry", "Foreign Ministry", "Russian Foreign Ministry"), "Russian Foreign Ministry"),
    ("person", ("Mr Justice Kelly", "John Kelly"), "John Kelly"),
])  # fmt: skip
def test_best_name(meant: Meant, name: str, names: tuple[str, ...], best: str) -> None:
    """The fullest name is shown, of equally full ones the commonest; titles and "affairs" make none fuller."""
    country = "RU" if name == "organisation" else None
    known = meant([(one, name, None, country) for one in names])

    assert {best} == {one.best_name for one in known.values()}


@pytest.mark.parametrize(("name", "roles", "persons"), BY_ROLE)
def test_persons_by_role(name: str, roles: tuple[str | None, ...], persons: int) -> None:
    """A common name in two fields is two persons', a rare one is one person's whatever the roles."""
    assert persons == len(by_role(name, roles))
