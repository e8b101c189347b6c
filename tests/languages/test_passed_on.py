"""Who relays a statement, and whom it was made to, in other languages."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.model import Document, Statement
from statements_cli.pipeline import parse

LONGER = {
    "fr": "Il fait beau dans la ville et les gens sont dans la rue avec leurs enfants.",
    "es": "Hace buen tiempo en la ciudad y la gente está en la calle con sus hijos.",
    "de": "Das Wetter ist schön in der Stadt und die Leute sind auf der Straße mit den Kindern.",
    "ru": "В городе хорошая погода, и люди вышли на улицу со своими детьми.",
    "uk": "У місті гарна погода, і люди вийшли на вулицю зі своїми дітьми.",
    "it": "Fa bel tempo nella città e la gente è per la strada con i suoi figli.",
    "zh": "今天城里天气很好，人们带着孩子在街上散步。",
}


def only_statement(language: str, sentence: str) -> Statement:
    """The one statement of a sentence, in an article of its language."""
    text = f"{sentence}\n\n{LONGER[language]}"
    (found,) = parse(Document("-", text, sha256(text.encode()).hexdigest())).statements
    return found


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "text", "via"),
    [
        ("de", "Laut Tass sagte der Minister Karl Roth, dass die Ernte ausfalle.", "Karl Roth", "die Ernte ausfalle", ("Tass",)),
        ("de", "Wie Reuters berichtet, sagte Karl Roth, die Ernte falle aus.", "Karl Roth", "die Ernte falle aus", ("Reuters",)),
        ("de", "Die Ernte falle aus, sagte Karl Roth, wie Reuters berichtet.", "Karl Roth", "Die Ernte falle aus", ("Reuters",)),
        ("de", "Laut Anna Weber sagte der Minister Karl Roth, dass die Ernte ausfalle.", "Karl Roth", "die Ernte ausfalle", ()),
        ("fr", "« Nous sommes prêts », a dit Paul Girard, cité par l’agence Reuters.", "Paul Girard", "Nous sommes prêts", ("Reuters",)),
        ("fr", "Selon l’AFP, Paul Girard a dit que le pont était fermé.", "Paul Girard", "le pont était fermé", ("AFP",)),
        ("es", "“Estamos listos para salir”, dijo Pedro Ruiz, citado por la agencia Efe.", "Pedro Ruiz", "Estamos listos para salir", ("EFE",)),
        ("es", "“Estamos listos”, dijo Pedro Ruiz, “para salir de aquí”.", "Pedro Ruiz", "Estamos listos … para salir de aquí", ()),
        ("es", "Según Reuters, Pedro Ruiz dijo que el puente está cerrado.", "Pedro Ruiz", "el puente está cerrado", ("Reuters",)),
        ("ru", "Как сообщает ТАСС, Иван Серов заявил, что мост закрыт.", "Иван Серов", "мост закрыт", ("ТАСС",)),
        ("uk", "«Ми готові до роботи», — сказав Іван Петренко, передає Укрінформ.", "Іван Петренко", "Ми готові до роботи", ("Укрінформ",)),
        ("zh", "据新华社报道，外交部发言人林小明表示，中方将继续推动和谈。", "林小明", "中方将继续推动和谈", ("新华社",)),
        ("it", "Secondo l’Ansa, Luca Bruni ha detto che il ponte è chiuso.", "Luca Bruni", "il ponte è chiuso", ("ANSA",)),
    ],
)  # fmt: skip
def test_via(language: str, sentence: str, speaker: str, text: str, via: tuple[str, ...]) -> None:
    """A medium that a sentence opens or ends with relays what it reports, and is no part of it."""
    found = only_statement(language, sentence)

    assert (found.speaker, found.text, tuple(found.via)) == (speaker, text, via)


@pytest.mark.parametrize(
    ("language", "sentence", "audience"),
    [
        ("de", "Das Problem sei groß, sagte Karl Roth der Deutschen Presse-Agentur.", "dpa"),
        ("de", "Das Problem sei groß, sagte Karl Roth der Frau.", None),
        ("fr", "« Nous sommes prêts », a dit Paul Girard à l’AFP.", "AFP"),
        ("es", "“Estamos listos para salir”, dijo Pedro Ruiz a El País.", "El País"),
    ],
)
def test_audience(language: str, sentence: str, audience: str | None) -> None:
    """A medium to which somebody speaks is the audience."""
    assert only_statement(language, sentence).audience == audience
