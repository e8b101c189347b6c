"""What was written, and what studies and media report, in other languages."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

LONGER = {
    "fr": "Il fait beau dans la ville et les gens sont dans la rue avec leurs enfants.",
    "es": "Hace buen tiempo en la ciudad y la gente está en la calle con sus hijos.",
    "de": "Das Wetter ist schön in der Stadt und die Leute sind auf der Straße mit den Kindern.",
    "ru": "В городе хорошая погода, и люди вышли на улицу со своими детьми.",
    "uk": "У місті гарна погода, і люди вийшли на вулицю зі своїми дітьми.",
    "it": "Fa bel tempo nella città e la gente è per la strada con i suoi figli.",
}


@pytest.mark.parametrize(
    ("language", "sentence", "act"),
    [
        ("fr", "« Nous irons jusqu’au bout », a dit Paul Girard dans un communiqué.", "writing"),
        ("fr", "« Nous irons jusqu’au bout », a dit Paul Girard sur X.", "writing"),
        ("fr", "« Nous irons jusqu’au bout », a dit Paul Girard dans un discours.", "speech"),
        ("fr", "« Nous irons jusqu’au bout », a dit Paul Girard. Il a mis une lettre dans un livre.", "speech"),
        ("fr", "Selon une étude de l’université de Metz, les eaux montent chaque année.", "report"),
        ("es", "“Vamos a seguir adelante”, dijo Pedro Ruiz en una carta.", "writing"),
        ("es", "“Vamos a seguir adelante”, dijo Pedro Ruiz en la plaza.", "speech"),
        ("es", "Según un estudio de la Universidad de Vigo, las aguas suben cada año.", "report"),
        ("de", "„Wir machen immer weiter“, sagte Karl Roth in einem Brief.", "writing"),
        ("de", "„Wir machen immer weiter“, sagte Karl Roth in einem Saal.", "speech"),
        ("de", "Laut einer Studie steigt das Wasser in jedem Jahr.", "report"),
        ("ru", "«Мы будем работать дальше», — сказал Иван Серов в письме.", "writing"),
        ("ru", "«Мы будем работать дальше», — сказал Иван Серов в зале.", "speech"),
        ("uk", "«Ми будемо працювати далі», — сказав Іван Петренко у листі.", "writing"),
        ("uk", "«Ми будемо працювати далі», — сказав Іван Петренко у залі.", "speech"),
        ("it", "«Noi andremo avanti», ha detto Carla Neri in una lettera.", "writing"),
        ("it", "«Noi andremo avanti», ha detto Carla Neri in piazza.", "speech"),
    ],
)
def test_act(language: str, sentence: str, act: str) -> None:
    """A letter or a network that a clause names makes what is said writing; a study that is the source, a report."""
    text = f"{sentence}\n\n{LONGER[language]}"

    assert [act] == [one.act for one in parse(Document("-", text, sha256(text.encode()).hexdigest())).statements]
