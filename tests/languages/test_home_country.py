"""The country of ministers and ministries whose article doesn't name it."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.languages.home_country import is_ministerial
from statements_cli.languages.words.lexicon import words_of
from statements_cli.model import Document
from statements_cli.pipeline import parse

GERMAN = "Das Wetter in der Stadt ist schön, und die Leute sind mit den Kindern auf der Straße."
FRENCH = "Il fait beau dans la ville et les gens sont dans la rue avec leurs enfants."
RUSSIAN = "В городе хорошая погода, и люди вышли на улицу со своими детьми."


def countries(text: str) -> list[str | None]:
    """The country of each statement's speaker."""
    return [one.country for one in parse(Document("-", text, sha256(text.encode()).hexdigest())).statements]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (f"Berlin, 3. Mai 2024\n\nAußenminister Jan Holm sagte, die Lage sei ernst. {GERMAN}", "DE"),
        (f"Berlin (dpa) - Außenminister Jan Holm sagte, die Lage sei ernst. {GERMAN}", "DE"),
        (f"Berlin ist groß. Außenminister Jan Holm sagte, die Lage sei ernst. {GERMAN}", None),
        (f"Berlin, 3. Mai 2024\n\nDer polnische Außenminister Jan Holm sagte, die Lage sei ernst. {GERMAN}", "PL"),
        (f"Berlin, 3. Mai 2024\n\nDer Trainer Jan Holm sagte, die Lage sei ernst. {GERMAN}", None),
        (f"Bundeskanzler Friedrich Merz sagte, die Lage sei ernst. {GERMAN}", "DE"),
        (f"Der Gast Friedrich Merz sagte, die Lage sei ernst. {GERMAN}", None),
        (f"Paris, le 3 mai 2024\n\nLa ministre Anne Girard a dit que le pont était fermé. {FRENCH}", "FR"),
        (f"PARIS (AFP) – Le porte-parole du ministère a dit que le pont était fermé. {FRENCH}", "FR"),
        (f"Paris aime les ponts. La ministre Anne Girard a dit que le pont était fermé. {FRENCH}", None),
        (f"МОСКВА, 3 мая 2024\n\nМинистр Иван Серов заявил, что мост закрыт. {RUSSIAN}", "RU"),
        (f"МОСКВА, 3 мая 2024\n\nДиректор завода Иван Серов заявил, что мост закрыт. {RUSSIAN}", None),
        ("新华社北京5月3日电 外交部发言人林小明表示，中方将继续推动和谈。", "CN"),
        ("新华社北京5月3日电 法国外交部发言人林小明表示，法方将继续推动和谈。", "FR"),
        ("外交部发言人林小明表示，中方将继续推动和谈。", None),
    ],
)
def test_country(text: str, country: str | None) -> None:
    """A minister speaks for the state of the dateline, unless another is named; leaders are known by name."""
    assert [country] == countries(text)


@pytest.mark.parametrize(
    ("role", "language", "ministerial"),
    [
        ("Außenminister", "de", True),
        ("Minister für Bildung", "de", True),
        ("Trainer", "de", False),
        ("представитель МИД", "ru", True),
        ("директор завода", "ru", False),
        ("外交部发言人", "zh", True),
        ("教授", "zh", False),
    ],
)
def test_is_ministerial(role: str, language: str, ministerial: bool) -> None:
    """Offices of ministers and of ministries are told by the ends of their words, in Chinese by what they hold."""
    known = words_of(language)

    assert known is not None
    assert is_ministerial(role, known) is ministerial
