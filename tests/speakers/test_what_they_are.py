"""Countries by capital, people or seat of power, ministries and bodies: type and country of who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.data import table
from statements_cli.speakers.names.places import country_names, place_named

# as named; the speaker, type and country that go into the record
METONYMS = [
    ("[Beijing] said {no}.", "China|country||CN"), ("[Washington] said {no}.", "United States|country||US"),
    ("[Brussels] said {no}.", "European Union|organisation||EU"), ("[The Kremlin] said {no}.", "Kremlin|organisation||RU"),
    ("[The White House] said {no}.", "White House|organisation||US"), ("[Downing Street] said {no}.", "Downing Street|organisation||GB"),
    ("[Number 10] said {no}.", "Number 10|organisation||GB"), ("[The Élysée] said {no}.", "Élysée|organisation||FR"),
    ("[The Elysee Palace] said {no}.", "Élysée|organisation||FR"), ("[Zhongnanhai] said {no}.", "China|country||CN"),
    ("[The Pentagon] said {no}.", "Pentagon|organisation||US"), ("[Foggy Bottom] said {no}.", "State Department|organisation||US"),
    ("[Whitehall] said {no}.", "Whitehall|organisation||GB"), ("[The Quai d'Orsay] said {no}.", "Quai d'Orsay|organisation||FR"),
    ("[Moncloa] said {no}.", "Moncloa|organisation||ES"), ("[Palazzo Chigi] said {no}.", "Palazzo Chigi|organisation||IT"),
    ("[The Knesset] said {no}.", "Knesset|organisation||IL"), ("[The Bundestag] said {no}.", "Bundestag|organisation||DE"),
    ("[Malacañang] said {no}.", "Malacañang|organisation||PH"), ("[Aso Rock] said {no}.", "Aso Rock|organisation||NG"),
    ("[La Moneda] said {no}.", "La Moneda|organisation||CL"), ("[Itamaraty] said {no}.", "Itamaraty|organisation||BR"),
    ("[The Blue House] said {no}.", "Blue House|organisation||KR"), ("[Turtle Bay] said {no}.", "United Nations|organisation||UN"),
    ("[The Federal Reserve] said {no}.", "Federal Reserve|organisation||US"), ("[The Bank of England] said {no}.", "Bank of England|organisation||GB"),
]  # fmt: skip

# media by what they are called, polls, figures
MEDIA_AND_POLLS = [
    ("[The Reuters news agency] said {no}.", "Reuters|media"),
    ("[The Nordlys newspaper] said {no}.", "Nordlys|media"),
    ("[The TV channel Haber 7] said {no}.", "Haber 7|media"),
    ("[CNN affiliate KTVX] said {no}.", "KTVX|media"),
    ("[The state news agency] said {no}.", "state news agency|media"),
    ("[The travel agency] said {no}.", "travel agency|organisation"),
    ("[Many media outlets] said {no}.", "Many media outlets|media"),
    ("[Some opinion polls] suggest {no}.", "Some opinion polls|group"),
    ("[The latest data] show {no}.", "latest data|anonymous"),
    ("[Local media reports] say {no}.", "Local media reports|media"),
    ("[Reports] say {no}.", "Reports|media"),
    ("[The handbook] says {no}.", "handbook|organisation"),
    ("[A Ministry of Justice spokesman] said {no}.", "Ministry of Justice spokesman|anonymous"),
    ("[The Ministry of Justice] said {no}.", "Ministry of Justice|organisation"),
    ("[Moe's statement, carried by Reuters], said {no}.", "Moe|*"),
]  # fmt: skip

# pronouns that name nobody, wherever they stand in the sentence
INDEFINITE = [
    ("[All] said {no}.", "All|group"), ("[None] said {no}.", "None|group"), ("[Few] said {no}.", "Few|group"),
    ("[Those] said {no}.", "Those|group"), ("[Some] said {no}.", "Some|group"),
    ("[Another] said {no}.", "Another|anonymous"), ("[One] said {no}.", "One|anonymous"),
    ("[Everyone] said {no}.", "Everyone|anonymous"), ("[Nobody] said {no}.", "Nobody|anonymous"),
    ("[Globex] said {no}.", "Globex|organisation"),
]  # fmt: skip

CAPITALS = [
    ("Moscow", "RU"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Tehran", "IR"), ("Teheran", "IR"), ("Ankara", "TR"), ("Seoul", "KR"),
    ("Pyongyang", "KP"), ("Tokyo", "JP"), ("New Delhi", "IN"), ("Islamabad", "PK"), ("Kabul", "AF"), ("Riyadh", "SA"),
    ("Doha", "QA"), ("Cairo", "EG"), ("Pretoria", "ZA"), ("Nairobi", "KE"), ("Canberra", "AU"), ("Ottawa", "CA"), ("Brasília", "BR"),
    ("Chisinau", "MD"), ("Tbilisi", "GE"), ("Yerevan", "AM"), ("Baku", "AZ"), ("Ulan Bator", "MN"), ("Naypyidaw", "MM"), ("Taipei", "TW"),
]  # fmt: skip

MINISTRIES = [
    ("[Russia's Defence Ministry] said {no}.", "Russia's Defence Ministry|organisation||RU"),
    ("[The Russian Defence Ministry] said {no}.", "Russian Defence Ministry|organisation||RU"),
    ("[The Chinese Foreign Ministry] said {no}.", "Chinese Foreign Ministry|organisation||CN"),
    ("[China's Ministry of Commerce] said {no}.", "China's Ministry of Commerce|organisation||CN"),
    ("[The Ministry of Foreign Affairs of Vietnam] said {no}.", "Ministry of Foreign Affairs of Vietnam|organisation||VN"),
    ("[Iran's foreign ministry] said {no}.", "Iran's foreign ministry|organisation||IR"),
    ("[The Ukrainian interior ministry] said {no}.", "Ukrainian interior ministry|organisation||UA"),
    ("[The Polish government] said {no}.", "Polish government|organisation||PL"),
    ("[The US Treasury Department] said {no}.", "Treasury Department|organisation||US"),
    ("[The US State Department] said {no}.", "State Department|organisation||US"),
    ("[The British Foreign Office] said {no}.", "*|organisation||GB"),
    ("[Germany's Federal Foreign Office] said {no}.", "*|organisation||DE"),
    ("[South Korea's Joint Chiefs of Staff] said {no}.", "South Korea's Joint Chiefs of Staff|*||KR"),
    ("[The Israeli military] said {no}.", "Israeli military|organisation||IL"),
    ("[India's Ministry of External Affairs] said {no}.", "India's Ministry of External Affairs|organisation||IN"),
    ("[The Syrian army] said {no}.", "Syrian army|organisation||SY"),
    ("[Japan's cabinet] said {no}.", "Japan's cabinet|organisation||JP"),
    ("[The Turkish presidency] said {no}.", "Turkish presidency|organisation||TR"),
    ("[The Nigerian police] said {no}.", "Nigerian police|*||NG"),
    ("[A spokesman for the Egyptian foreign ministry] said {no}.", "spokesman for the Egyptian foreign ministry|anonymous||EG"),
    ("China was angry. [China] said {no}. [The foreign ministry] said {so}.", "China|country||CN;foreign ministry|organisation||CN"),
]  # fmt: skip

# international bodies by name and acronym, and whom they speak for
BODIES = [
    ("European Commission", "EU"), ("European Central Bank", "EU"), ("Frontex", "EU"), ("UN Security Council", "UN"), ("UNICEF", "UN"),
    ("UNHCR", "UN"), ("UN refugee agency", "UN"), ("World Food Programme", "UN"), ("World Food Program", "UN"), ("UNDP", "UN"),
    ("UNODC", "UN"), ("WMO", "UN"), ("Nato", "NATO"), ("ASEAN", "ASEAN"), ("Asean", "ASEAN"), ("SCO", "SCO"), ("IAEA", "IAEA"),
    ("WHO", "WHO"), ("WTO", "WTO"), ("IMF", "IMF"), ("African Union", "AU"), ("Arab League", "LAS"), ("OSCE", "OSCE"), ("G7", "G7"),
    ("Opec", "OPEC"), ("OPCW", "OPCW"), ("Organization of Turkic States", "OTS"), ("African Development Bank", "AfDB"), ("IPCC", "UN"),
    ("Africa CDC", "AU"), ("International Seabed Authority", "ISA"), ("Interpol", "Interpol"), ("Hague tribunal", ""),
]  # fmt: skip

TYPES = [
    ("[Mao Ning] said {no}.", "Mao Ning|person"), ("[Mr Smith] said {no}.", "Smith|person"), ("[Boeing] said {no}.", "Boeing|organisation"),
    ("[Human Rights Watch] said {no}.", "Human Rights Watch|organisation"), ("[Harvard University] said {no}.", "Harvard University|organisation"),
    ("[Germany] said {no}.", "Germany|country"), ("[The Netherlands] said {no}.", "Netherlands|country"), ("[Reuters] said {no}.", "Reuters|media"),
    ("[The Guardian] said {no}.", "The Guardian|media"), ("[Kyodo News] said {no}.", "Kyodo News|media"), ("[State media] said {no}.", "State media|media"),
    ("[Experts] said {no}.", "Experts|group"), ("[Republicans] said {no}.", "Republicans|group"), ("[Residents] said {no}.", "Residents|group"),
    ("[Xi and Putin] said {no}.", "*|group"), ("[US officials] said {no}.", "US officials|group"), ("[Sources] said {no}.", "Sources|anonymous"),
    ("[An official] said {no}.", "official|anonymous"), ("[A witness] said {no}.", "witness|anonymous"), ("[Someone] said {no}.", "Someone|anonymous"),
    ("[The letter] said {no}.", "letter|organisation"), ("[An Ipsos poll] said {no}.", "Ipsos|organisation"), ("[Hamas] said {no}.", "Hamas|organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), MEDIA_AND_POLLS)
def test_media_and_polls(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A medium is one by what it is called, polls are those asked, figures are nobody's."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), METONYMS + MINISTRIES + TYPES + INDEFINITE)
def test_what_they_are(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A seat of power, ministry or noun tells type and country of who speaks."""
    check(story, expected)


@pytest.mark.parametrize(("name", "code"), CAPITALS)
def test_capitals(name: str, code: str) -> None:
    """A capital speaks for its country, under the country's name."""
    place = place_named(name)
    assert place is not None
    assert (country_names()[code], "country", code) == (place.name, place.type, place.code)


@pytest.mark.parametrize(("name", "code"), BODIES)
def test_bodies(name: str, code: str) -> None:
    """A body has its acronym for country; of its organs and agencies it is the parent's."""
    place = place_named(name)
    assert code == (place.code if place is not None else "")


# The members of the United Nations by ISO 3166-1 alpha-2.
MEMBERS = (
    "AF", "AL", "DZ", "AD", "AO", "AG", "AR", "AM", "AU", "AT", "AZ", "BS", "BH", "BD", "BB", "BY", "BE", "BZ", "BJ", "BT",
    "BO", "BA", "BW", "BR", "BN", "BG", "BF", "BI", "CV", "KH", "CM", "CA", "CF", "TD", "CL", "CN", "CO", "KM", "CG", "CR",
    "CI", "HR", "CU", "CY", "CZ", "KP", "CD", "DK", "DJ", "DM", "DO", "EC", "EG", "SV", "GQ", "ER", "EE", "SZ", "ET", "FJ",
    "FI", "FR", "GA", "GM", "GE", "DE", "GH", "GR", "GD", "GT", "GN", "GW", "GY", "HT", "HN", "HU", "IS", "IN", "ID", "IR",
    "IQ", "IE", "IL", "IT", "JM", "JP", "JO", "KZ", "KE", "KI", "KW", "KG", "LA", "LV", "LB", "LS", "LR", "LY", "LI", "LT",
    "LU", "MG", "MW", "MY", "MV", "ML", "MT", "MH", "MR", "MU", "MX", "FM", "MC", "MN", "ME", "MA", "MZ", "MM", "NA", "NR",
    "NP", "NL", "NZ", "NI", "NE", "NG", "MK", "NO", "OM", "PK", "PW", "PA", "PG", "PY", "PE", "PH", "PL", "PT", "QA", "KR",
    "MD", "RO", "RU", "RW", "KN", "LC", "VC", "WS", "SM", "ST", "SA", "SN", "RS", "SC", "SL", "SG", "SK", "SI", "SB", "SO",
    "ZA", "SS", "ES", "LK", "SD", "SR", "SE", "CH", "SY", "TJ", "TH", "TL", "TG", "TO", "TT", "TN", "TR", "TM", "TV", "UG",
    "UA", "AE", "GB", "TZ", "US", "UY", "UZ", "VU", "VE", "VN", "YE", "ZM", "ZW",
)  # fmt: skip


def test_all_members_are_listed() -> None:
    """All 193 members of the United Nations are there, each with the names of its people."""
    rows = {row[0]: row for row in table("places/countries.tsv")}
    assert 193 == len(set(MEMBERS))
    assert [] == [code for code in MEMBERS if code not in rows or not rows[code][3]]


def test_capitals_are_listed() -> None:
    """Every member has its capital, but where that is named as the country is, or stands for something else."""
    without = {row[0] for row in table("places/countries.tsv") if not row[4]} & set(MEMBERS)
    assert {"BE", "DJ", "GY", "LU", "MC", "SM", "SG"} == without
