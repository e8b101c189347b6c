"""People, countries and bodies are found in what was said, under the names that the corpus has for them."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.role_query import KnownSpeaker
from statements_cli.utterances.named_in_text import KnownNames, named_in

SPEAKERS = (
    KnownSpeaker("Adela Brandt", ("A. Brandt",), "person", (), ("DE",)),
    KnownSpeaker("Vladimir Putin", (), "person", (), ("RU",)),
    KnownSpeaker("Piet Vos", (), "person"),
    KnownSpeaker("Ana Vos", (), "person"),
    KnownSpeaker("Li Weiming", (), "person", (), ("CN",)),
    KnownSpeaker("Russian Foreign Ministry", ("Russia's Foreign Ministry",), "organisation", (), ("RU",)),
    KnownSpeaker("Xi Jinping and Vladimir Putin", (), "group"),
    KnownSpeaker("the envoy", (), "anonymous"),
    KnownSpeaker("Globex", ("the firm", "firm"), "organisation"),
    KnownSpeaker("company", (), "organisation"),
    KnownSpeaker("there", ("There",), "organisation"),
    KnownSpeaker("This", (), "organisation"),
    KnownSpeaker("Does Brandt", ("Brandt",), "organisation"),  # once taken for a body
    KnownSpeaker("Chinese", (), "organisation"),
    KnownSpeaker("外交部", (), "organisation", (), ("CN",)),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # countries: by name, adjective, people and capital
        ("Russia and Ukrainian troops met the Americans", "Russia, Ukraine, United States"),
        ("Beijing told Moscow so", "China, Russia"),
        ("they met in Beijing, not near Kyiv or at the Moscow airport", ""),
        ("the Russia-Ukraine war", "Russia, Ukraine"),
        ("the U.S. and the UK", "United Kingdom, United States"),
        # "I" goes on behind a name, or is a monarch's number
        ("So I met them, and Joe Biden I trust, and Joe Biden I’d ask", "Joe Biden"),
        ("So I'd go", ""),
        ("Elizabeth I was a queen", "Elizabeth I"),
        # bodies
        ("the European Union, NATO and the Kremlin", "European Union, Kremlin, NATO"),
        ("the Russian Foreign Ministry is wrong", "Russian Foreign Ministry"),
        ("Russia's Foreign Ministry is wrong", "Russian Foreign Ministry"),
        ("the Harbour Workers Union objects", "Harbour Workers Union"),
        ("Globex will pay", "Globex"),
        # people: with title or first name, or known to the corpus
        ("President Vladimir Putin and Mr Putin", "Vladimir Putin"),
        ("we told Brandt and Li so", "Adela Brandt, Li Weiming"),
        ("we told Vos so", ""),  # two have the name
        ("we told Piet Vos so", "Piet Vos"),
        ("Chancellor Maria Lindqvist agreed", "Maria Lindqvist"),
        ("Chinese firms", "China"),
        ("the Putin-Brandt call", "Adela Brandt, Vladimir Putin"),
        # what is nobody
        ("There is a company. Firm steps follow. Company towns grow", ""),
        ("On Monday the Cold War and the Tianjin Summit", ""),
        ("We hope. They don’t. It is Christmas", ""),
        ("the weather in Texas", ""),
        ("This is a plan. We said This", ""),
        ("nothing at all", ""),
    ],
)
def test_named(text: str, names: str) -> None:
    """Who is named is found, each once; weekdays, feasts, wars and places of meetings are nobody."""
    known = KnownNames.of(SPEAKERS)

    assert names == ", ".join(sorted(one.name for one in named_in(text, known)))


def test_types_and_countries() -> None:
    """What is named has its type, and the country that it stands for or speaks for."""
    known = KnownNames.of(SPEAKERS)
    found = named_in("Kyiv, Brandt, NATO, Reuters and the Harbour Workers Union", known)

    assert [
        ("Adela Brandt", "person", "DE"),
        ("Harbour Workers Union", "organisation", None),
        ("NATO", "organisation", "NATO"),
        ("Reuters", "media", None),
        ("Ukraine", "country", "UA"),
    ] == sorted(found)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "  "])
def test_names_go_over_line_ends(line_end: str) -> None:
    """A name that a line end parts is one name."""
    known = KnownNames.of(SPEAKERS)

    assert ["Adela Brandt"] == [one.name for one in named_in(f"we told Adela{line_end}Brandt so", known)]
