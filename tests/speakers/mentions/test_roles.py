"""Role and country are those the article gives, as of that article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.mentions.country_spoken_for import speaks_for

ROLES = [
    ("{No}, said [Ida Holm, an analyst with Nordlys Securities].", "Ida Holm|person|analyst with Nordlys Securities"),
    ("[Ida Holm], with a smile, said {no}.", "Ida Holm|person|*"),
    ("[Attorney-General Ida Holm] said {no}.", "Ida Holm|person|Attorney-General"),
    ("[Ida Holm, who served as ambassador under President Berg], said {no}.", "Ida Holm|person|ambassador"),
    ("[Ida Holm, from the University of Oslo], said {no}.", "Ida Holm|person|from the University of Oslo"),
    ("[Ida Holm, from Worthing], said {no}.", "Ida Holm|person|"),
    ("Critics of German Chancellor Angela Merkel met. [Merkel] said {no}.", "Angela Merkel|person|German Chancellor|DE"),
    ("A visit to Oslo of Israeli Prime Minister Ida Holm began. [Holm] said {no}.", "Ida Holm|person|Israeli Prime Minister|IL"),
    ("[Health and Human Services Secretary Ida Holm] said {no}.", "Ida Holm|person|Health and Human Services Secretary"),
    ("[Ida Holm, a professor at Washington University in St. Louis], said {no}.", "Ida Holm|person|professor at Washington University in St. Louis"),
    ("Senators Ida Holm and Ole Berg left. [Holm] said {no}.", "Ida Holm|person|Senator"),
    ("The Senate confirmed President Berg's nominee for education secretary, Ida Holm, on Monday. [Holm] said {no}.",
     "Ida Holm|person|President Berg's nominee for education secretary"),
    ("[Satirist Ida Holm] said {no}.", "Ida Holm|person|Satirist"),
    ("[Ida Holm], the leader of the group released a message, said {no}.", "Ida Holm|person|"),
    ("[Prime Minister Mark Rutte] said {no}.", "Mark Rutte|person|Prime Minister|"),
    ("[Ida Holm of Norway] said {no}.", "Ida Holm|person|*"),
    ("[Leading researcher Dr Ida Holm] said {no}.", "Ida Holm|person|Leading researcher"),
    ("[Ida Holm, the top Democrat in the House], said {no}.", "Ida Holm|person|top Democrat in the House"),
    ("[Ida Holm, the U.S. Attorney for Oslo], said {no}.", "Ida Holm|person|U.S. Attorney for Oslo"),
    ("[German Foreign Minister Annalena Baerbock] said {no}.", "Annalena Baerbock|person|German Foreign Minister|DE"),
    ("[Jens Plötner, a foreign policy adviser to the chancellor], said {no}.", "Jens Plötner|person|foreign policy adviser to the chancellor"),
    ("[Vietnamese Ambassador to China Pham Sao Mai] said {trade grew}.", "Pham Sao Mai|person|Vietnamese Ambassador to China|VN"),
    ("[China’s ambassador to Britain Zheng Zeguang] said {no}.", "Zheng Zeguang|person|China’s ambassador to Britain|CN"),
    ("[U.S. Defense Secretary Lloyd Austin] said {no}.", "Lloyd Austin|person|U.S. Defense Secretary|US"),
    ("[White House press secretary Karine Jean-Pierre] said {no}.", "Karine Jean-Pierre|person|White House press secretary|US"),
    ("[Kremlin spokesman Dmitry Peskov] said {no}.", "Dmitry Peskov|person|Kremlin spokesman|RU"),
    ("[EU foreign policy chief Josep Borrell] said {no}.", "Josep Borrell|person|EU foreign policy chief|EU"),
    ("[UN Secretary-General António Guterres] said {no}.", "António Guterres|person|UN Secretary-General|UN"),
    ("[Nato chief Mark Rutte] said {no}.", "Mark Rutte|person|Nato chief|NATO"),
    ("[Commerzbank analyst Ulrich Leuchtmann] said {no}.", "Ulrich Leuchtmann|person|Commerzbank analyst|"),
    ("[The German chancellor, Olaf Scholz], said {no}.", "Olaf Scholz|person|German chancellor|DE"),
    ("[John Bolton, national security adviser during the first term], wrote {no}.", "John Bolton|person|*|"),
    ("[Former US president Bill Clinton] said {no}.", "Bill Clinton|person|Former US president|"),
    ("[Then foreign minister Qin Gang] said {no}.", "Qin Gang|person|Then foreign minister|CN"),
    ("[Andrey Kortunov, academic director of the Russian International Affairs Council], said {no}.", "Andrey Kortunov|person|academic director of the Russian International Affairs Council|"),
    ("[Mike Ryan, executive director of the World Health Organization], said {no}.", "Mike Ryan|person|executive director of the World Health Organization|WHO"),
    ("[Alex Younger, 61, a former head of MI6], said {no}.", "Alex Younger|person|former head of MI6|"),
    ("[Kyiv mayor Vitali Klitschko] said {no}.", "Vitali Klitschko|person|Kyiv mayor|*"),
    ("[Sam Altman of OpenAI] said {no}.", "Sam Altman|person||"),
    # an office without its country: what the article is about, or who held it
    ("China objected on Friday. [Foreign ministry spokesman Wang Wenbin] told reporters {it was wrong}.", "Wang Wenbin|person|Foreign ministry spokesman|CN"),
    ("[President Donald Trump] said {it was great}.", "Donald Trump|person|President|US"),
    ("[Prime Minister Fumio Kishida] said {it was grave}.", "Fumio Kishida|person|Prime Minister|JP"),
    ("Kenya will send police to Haiti. Kenya's parliament agreed. [President John Mwangi] said {it was an honour}.", "John Mwangi|person|President|KE"),
    ("[Coach Steve Kerr] said {the game was lost}.", "Steve Kerr|person|Coach|"),
]  # fmt: skip

COUNTRIES = [
    ("Beijing", "China|country||CN"), ("Moscow", "Russia|country||RU"), ("Kiev", "Ukraine|country||UA"),
    ("Kyiv", "Ukraine|country||UA"), ("Washington", "United States|country||US"), ("Tokyo", "Japan|country||JP"),
    ("Ankara", "Turkey|country||TR"), ("Türkiye", "Turkey|country||TR"), ("The UAE", "United Arab Emirates|country||AE"),
    ("The Kremlin", "Kremlin|organisation||RU"), ("The White House", "White House|organisation||US"),
    ("Downing Street", "Downing Street|organisation||GB"), ("The Élysée", "Élysée|organisation||FR"),
    ("Zhongnanhai", "China|country||CN"), ("Brussels", "European Union|organisation||EU"),
    ("The Pentagon", "Pentagon|organisation||US"), ("The Knesset", "Knesset|organisation||IL"),
    ("No 10", "Number 10|organisation||GB"), ("The EU", "European Union|organisation||EU"),
    ("The UN", "United Nations|organisation||UN"), ("The SCO", "Shanghai Cooperation Organization|organisation||SCO"),
    ("ASEAN", "ASEAN|organisation||ASEAN"), ("The UN Security Council", "UN Security Council|organisation||UN"),
    ("The African Union", "African Union|organisation||AU"), ("The Vatican", "Holy See|country||VA"),
    ("The Netherlands", "Netherlands|country||NL"), ("North Korea", "North Korea|country||KP"),
    ("China's commerce ministry", "China's commerce ministry|organisation||CN"),
    ("The French foreign ministry", "French foreign ministry|organisation||FR"),
    ("The Russian embassy in London", "Russian embassy in London|organisation||RU"),
    ("The Jordanian government", "Jordanian government|organisation||JO"),
    ("Ukraine’s Air Force", "Ukraine’s Air Force|organisation||UA"),
    ("The Trump administration", "Trump administration|organisation||US"),
    ("Tufts University", "Tufts University|organisation||"),
    ("The Russian Academy of Sciences", "Russian Academy of Sciences|organisation||"),
]  # fmt: skip

DESCRIPTIONS = [
    ("Foreign Ministry spokesperson", ""), ("Russian opposition leader", ""), ("Chinese scholar", ""),
    ("Egyptian presidential candidate", ""), ("US ambassador to the UN", "US"), ("Canadian Prime Minister", "CA"),
    ("president of the European Commission", "EU"), ("Iran's deputy foreign minister", "IR"),
    ("spokesman for the United Mine Workers of America", ""), ("King of Jordan", "JO"), ("professor at Peking University", ""),
    ("head of the IAEA", "IAEA"), ("South Korean defence minister", "KR"), ("Republic of Korea envoy", "KR"),
    ("senator investigating Kremlin meddling", ""), ("Chinese minister visiting Moscow", "CN"),
    ("Security Council Secretary", ""), ("UN Security Council president", "UN"), ("secretary of the Security Council of Russia", "RU"),
    ("Nassau County police commissioner", ""), ("Nassau police commissioner", "BS"), ("acting US attorney", ""),
    ("first lady of Ukraine", "UA"), ("former Israeli prime minister", ""), ("Indian army chief", "IN"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), ROLES)
def test_roles(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """The role is the article's, the country the one the office speaks for."""
    check(story, expected)


@pytest.mark.parametrize(("source", "expected"), COUNTRIES)
def test_countries_and_bodies(check: Callable[[str, str], None], source: str, expected: str) -> None:
    """A country, capital, metonym or body is told by name, type and code."""
    check(f"[{source}] said {{it was concerned}}.", expected)


@pytest.mark.parametrize(("description", "code"), DESCRIPTIONS)
def test_speaks_for(description: str, code: str) -> None:
    """A present office of a state or body speaks for it; an expert, a rival or a former holder doesn't."""
    assert code == speaks_for(description)
