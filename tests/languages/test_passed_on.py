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


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "via"),
    [
        ("de", "Der Konzern will Stellen streichen, berichtet die dpa unter Berufung auf Betriebsräte.", "Betriebsräte", "dpa"),
        ("de", "Wie das „Handelsblatt“ unter Berufung auf Insider berichtet, soll der Chef gehen.", "Insider", "Handelsblatt"),
        ("de", "Der Chef soll nach Angaben des Verbands gehen, der sich unter Berufung auf Insider äußert.", "Verbands", None),
        ("de", "„Das ist falsch“, zitierte die Agentur Tass den Minister Karl Roth.", "Karl Roth", "Tass"),
        ("fr", "Le patron va partir, rapporte l’agence Reuters citant des sources internes.", "sources internes", "Reuters"),
        ("es", "La empresa cerrará, según informó la agencia Reuters citando a dos fuentes.", "dos fuentes", "Reuters"),
        ("ru", "Завод в Туле остановлен, сообщает РИА Новости со ссылкой на МЧС.", "МЧС", "РИА Новости"),
        ("ru", "Завод в Туле остановлен, сообщает МЧС.", "МЧС", None),
        ("ru", "«Мы готовы к работе», — цитирует Серова ТАСС.", "Серов", "ТАСС"),
        ("uk", "Завод у Києві зупинено, повідомляє Укрінформ з посиланням на Генштаб.", "Генштаб", "Укрінформ"),
        ("uk", "Як пише Bloomberg, посилаючись на джерела, Індія припинить закупівлі.", "джерела", "Bloomberg"),
        ("uk", "«Ми готові до роботи», — цитує Петренка Інтерфакс-Україна.", "Петренко", "Інтерфакс-Україна"),
        ("zh", "路透社援引两名知情人士的话说，谈判已经破裂。", "两名知情人士", "路透社"),
        ("zh", "据新华社援引外交部的消息，会谈已经结束。", "外交部", "新华社"),
        ("zh", "美联社报道称，市长林小明表示，谈判仍在进行。", "林小明", "美联社"),
        ("zh", "据塔斯社报道，市长林小明说：“我们愿意谈判。”", "林小明", "塔斯社"),
    ],
)  # fmt: skip
def test_cited(language: str, sentence: str, speaker: str, via: str | None) -> None:
    """Whoever a medium relies on speaks, and the medium relays it; one who is no medium relays nothing."""
    found = only_statement(language, sentence)

    assert (found.speaker, found.via) == (speaker, (via,) if via else ())


@pytest.mark.parametrize(
    ("language", "sentence", "audience"),
    [
        ("de", "Die Zahl sei gestiegen, sagte der Minister Karl Roth dem NDR.", "NDR"),
        ("de", "Das Werk wird verkauft, wie ein Sprecher der dpa sagte.", "dpa"),
        ("de", "„Das ist falsch“, sagte Karl Roth am Abend in der ARD.", None),
        ("de", "Gegenüber dem WDR erklärte Karl Roth, dass die Reform komme.", "WDR"),
        ("de", "In einem Interview mit der „Welt am Sonntag“ forderte Karl Roth, die Steuern zu senken.", "Welt am Sonntag"),
        ("de", "Karl Roth sagte der „Rheinischen Post“ (Dienstag), der Bund werde die Steuern senken.", "Rheinische Post"),
        ("de", "Karl Roth sagte der Zeitung „Neuer Tag“, der Bund werde die Steuern senken.", "Neuer Tag"),
        ("fr", "Interrogé par l’AFP, Paul Girard reconnaît que la situation est tendue.", "AFP"),
        ("fr", "Dans un entretien au Parisien, Paul Girard affirme que la situation est tendue.", "Le Parisien"),
        ("fr", "« Nous sommes prêts », a dit Paul Girard au quotidien « Demain ».", "Demain"),
        ("fr", "« Nous sommes prêts », a dit Paul Girard à « Pierre ».", None),
        ("es", "En declaraciones a Canal Sur, Pedro Ruiz explicó que no habrá ayudas.", "Canal Sur"),
        ("es", "Fuentes del Ministerio consultadas por EFE indicaron que no habrá ayudas.", "EFE"),
        ("ru", "«Мы готовы к работе», — сообщил РИА Новости Иван Серов.", "РИА Новости"),
        ("ru", "Иван Серов рассказал «Коммерсанту», что меры готовятся.", "Коммерсантъ"),
        ("ru", "В Минобороны сообщили ТАСС, что учения завершены.", "ТАСС"),
        ("ru", "«Мы готовы к работе», — сказал Иван Серов, передает ТАСС.", None),
        ("ru", "Как рассказал изданию «Северный вестник» депутат Иван Серов, бюджет города вырос.", "Северный вестник"),
        ("uk", "Іван Петренко розповів Укрінформу, що уряд готує санкції.", "Укрінформ"),
        ("uk", "Іван Петренко у коментарі Суспільному заявив, що уряд готує санкції.", "Суспільне"),
        ("zh", "林小明告诉路透社，中国经济将继续增长。", "路透社"),
        ("zh", "林小明对路透社表示，中国经济将继续增长。", "路透社"),
        ("zh", "林小明在接受新华社采访时说，中国经济将继续增长。", "新华社"),
        ("zh", "林小明对《环球时报》记者说：“这完全是谎言。”", "环球时报"),
        ("zh", "林小明对此表示，路透社的报道不实。", None),
    ],
)  # fmt: skip
def test_who_asked(language: str, sentence: str, audience: str | None) -> None:
    """Whoever asked, or was told, is the audience, before the verb and behind it, in whatever case its name stands."""
    assert only_statement(language, sentence).audience == audience
