"""Quotations in other languages, and who speaks: wordings as the press of each language has them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.languages import quotations
from statements_cli.languages.quotations import read_foreign
from statements_cli.languages.speaker_resolution import resolve_foreign
from statements_cli.languages.words.lexicon import FOLDER_VARIABLE, words_of
from statements_cli.model import Attribution, Resolution, Span

# Each row: a text, and its statements as SPEAKER: CONTENT, parted by |, ? for nobody; content parted by / where the
# cue splits it.
FRENCH = [
    ("« Nous ne céderons pas », a déclaré mercredi le ministre des Affaires étrangères, Jean-Noël Barrot, lors d’un point presse.", "Jean-Noël Barrot: Nous ne céderons pas"),
    ("« Nous ne céderons pas », a-t-il affirmé.", "?: Nous ne céderons pas"),
    ("Emmanuel Macron a affirmé : « La France tiendra ses engagements. »", "Emmanuel Macron: La France tiendra ses engagements."),
    ("« Nous sommes prêts, a déclaré Emmanuel Macron. Nous irons jusqu’au bout. »", "Emmanuel Macron: Nous sommes prêts / Nous irons jusqu’au bout."),
    ("« C’est une erreur, estime l’économiste Thomas Martin, et nous la paierons cher. »", "Thomas Martin: C’est une erreur / et nous la paierons cher."),
    ("Selon Marine Le Pen, « le gouvernement ment aux Français ».", "Marine Le Pen: le gouvernement ment aux Français"),
    ("« Le texte sera voté avant l’été », assure la porte-parole du gouvernement, Sophie Primas.", "Sophie Primas: Le texte sera voté avant l’été"),
    ("Le porte-parole du Kremlin, Dmitri Peskov, a assuré : « Il n’y a pas de date. » « Nous attendons », a-t-il ajouté.", "Dmitri Peskov: Il n’y a pas de date. | Dmitri Peskov: Nous attendons"),
    ("Le président ukrainien Volodymyr Zelensky a prévenu que « la Russie cherche à gagner du temps ».", "Volodymyr Zelensky: la Russie cherche à gagner du temps"),
    ("« On ne lâchera rien », lance un habitant du quartier.", "habitant du quartier: On ne lâchera rien"),
    ("“Nous avons besoin de temps”, a expliqué à l’AFP Claire Dupont, directrice de l’hôpital.", "Claire Dupont: Nous avons besoin de temps"),
    ("Interrogé sur la réforme, François Bayrou répond : « Elle se fera. »", "François Bayrou: Elle se fera."),
    ("« Les sanctions restent sur la table », a prévenu Kaja Kallas. Elle a ajouté : « Nous sommes unis. »", "Kaja Kallas: Les sanctions restent sur la table | Kaja Kallas: Nous sommes unis."),
    ("« Nous avons perdu trop de temps », regrette M. Barrot.", "Barrot: Nous avons perdu trop de temps"),
    ("« Une honte », a dénoncé sur X Jean-Luc Mélenchon.", "Jean-Luc Mélenchon: Une honte"),
    ("Emmanuel Macron s’est rendu à Kiev. « Nous resterons à vos côtés », a-t-il promis.", "Emmanuel Macron: Nous resterons à vos côtés"),
    ("Macron : « La France ne renoncera pas »", "Macron: La France ne renoncera pas"),
    ("« La situation est grave », a écrit le secrétaire général de l’ONU, Antonio Guterres, dans un communiqué.", "Antonio Guterres: La situation est grave"),
    ("« Ce n’est pas acceptable », a réagi le ministère de l’Intérieur.", "ministère de l’Intérieur: Ce n’est pas acceptable"),
    ("« Je n’ai rien à cacher », martèle-t-elle devant les caméras.", "?: Je n’ai rien à cacher"),
    ("D’après le chercheur Paul Girard, « les données manquent encore ».", "Paul Girard: les données manquent encore"),
    ("— Je ne reviendrai pas, a dit Anne Martin. C’est fini.", "Anne Martin: Je ne reviendrai pas / C’est fini."),
    ("Il a lu « Les Misérables » et « Germinal » avant l’âge de dix ans.", ""),
    ("Le film « Le Comte de Monte-Cristo » sort mercredi.", ""),
]  # fmt: skip
GERMAN = [
    ("„Wir brauchen mehr Zeit“, sagte Bundeskanzler Friedrich Merz (CDU) am Mittwoch in Berlin. „Das ist klar.“", "Friedrich Merz: Wir brauchen mehr Zeit / Das ist klar."),
    ("Der Sprecher des Auswärtigen Amtes erklärte: „Die Lage ist ernst.“", "Sprecher des Auswärtigen Amtes: Die Lage ist ernst."),
    ("Am Mittwoch sagte Merz: „Die Lage ist ernst.“", "Merz: Die Lage ist ernst."),
    ("„Wir bleiben dabei“, so Außenminister Johann Wadephul.", "Johann Wadephul: Wir bleiben dabei"),
    ("„Es gibt keine Fristen“, sagte Kremlsprecher Dmitri Peskow der Agentur Tass zufolge.", "Dmitri Peskow: Es gibt keine Fristen"),
    ("»Das war ein guter Tag«, sagte die Ministerpräsidentin Manuela Schwesig.", "Manuela Schwesig: Das war ein guter Tag"),
    ("Laut Verteidigungsminister Boris Pistorius ist das „ein wichtiges Signal an alle Partner“.", "Boris Pistorius: ein wichtiges Signal an alle Partner"),
    ("„Ich habe damit kein Problem“, sagte er der „Bild“-Zeitung.", "?: Ich habe damit kein Problem"),
    ("Friedrich Merz ist nach Kiew gereist. „Wir stehen an eurer Seite“, sagte er dort.", "Friedrich Merz: Wir stehen an eurer Seite"),
    ("„Wenn wir das nicht tun“, warnte die Ökonomin Claudia Kemfert, „werden wir es bereuen.“", "Claudia Kemfert: Wenn wir das nicht tun / werden wir es bereuen."),
    ("Der russische Präsident Wladimir Putin hat gesagt: „Wir sind zu Gesprächen bereit.“", "Wladimir Putin: Wir sind zu Gesprächen bereit."),
    ("„Das ist ein Skandal“, kritisierte Grünen-Politikerin Katharina Dröge.", "Katharina Dröge: Das ist ein Skandal"),
    ("EU-Kommissionspräsidentin Ursula von der Leyen betonte: „Europa steht zusammen.“", "Ursula von der Leyen: Europa steht zusammen."),
    ("„Europa steht zusammen“, schrieb von der Leyen auf X.", "von der Leyen: Europa steht zusammen"),
    ("„Wir prüfen den Vorgang“, teilte das Innenministerium mit.", "Innenministerium: Wir prüfen den Vorgang"),
    ("„Wir prüfen das“, sagte eine Sprecherin der Polizei.", "Sprecherin der Polizei: Wir prüfen das"),
    ("In Berlin sagte Bundespräsident Frank-Walter Steinmeier: „Demokratie braucht Mut.“", "Frank-Walter Steinmeier: Demokratie braucht Mut."),
    ("„So geht es nicht weiter“, meint Stefan Kooths, Ökonom am Kieler Institut.", "Stefan Kooths: So geht es nicht weiter"),
    ("„Die Zahlen sind eindeutig“, erklärt Professor Hans Meier von der Universität Bonn.", "Hans Meier: Die Zahlen sind eindeutig"),
    ("Nato-Generalsekretär Mark Rutte mahnte: „Wir dürfen nicht nachlassen.“", "Mark Rutte: Wir dürfen nicht nachlassen."),
    ("Merz: „Wir werden den Druck erhöhen“", "Merz: Wir werden den Druck erhöhen"),
    ("Sie liest „Die Zeit“ und die „Süddeutsche Zeitung“.", ""),
    ("Der Film „Das Leben der Anderen“ gewann einen Oscar.", ""),
]  # fmt: skip
SPANISH = [
    ("“No vamos a ceder”, dijo el presidente del Gobierno, Pedro Sánchez, en una rueda de prensa.", "Pedro Sánchez: No vamos a ceder"),
    ("—No vamos a ceder —dijo Sánchez—. Es tiempo de hablar.", "Sánchez: No vamos a ceder / Es tiempo de hablar."),
    ("Según el ministro de Exteriores, José Manuel Albares, “la paz es posible”.", "José Manuel Albares: la paz es posible"),
    ("«Es una vergüenza», denunció Alberto Núñez Feijóo.", "Alberto Núñez Feijóo: Es una vergüenza"),
    ("El portavoz del Kremlin, Dmitri Peskov, replicó que “no hay plazos”.", "Dmitri Peskov: no hay plazos"),
    ("Gustavo Petro escribió en X: “Colombia no se arrodilla”.", "Gustavo Petro: Colombia no se arrodilla"),
    ("“La economía crece”, ha asegurado la ministra de Hacienda, María Jesús Montero.", "María Jesús Montero: La economía crece"),
    ("“Estamos preparados para todo”, añadió.", "?: Estamos preparados para todo"),
    ("Sánchez viajó a Kiev. “Estaremos a vuestro lado el tiempo que haga falta”, prometió.", "?: Estaremos a vuestro lado el tiempo que haga falta"),
    ("Pedro Sánchez viajó a Kiev. “Estaremos a vuestro lado el tiempo que haga falta”, prometió.", "Pedro Sánchez: Estaremos a vuestro lado el tiempo que haga falta"),
    ("“Si no actuamos ahora”, advirtió el secretario general de la ONU, António Guterres, “lo lamentaremos”.", "António Guterres: Si no actuamos ahora / lo lamentaremos"),
    ("La presidenta de México, Claudia Sheinbaum, afirmó: “No somos colonia de nadie”.", "Claudia Sheinbaum: No somos colonia de nadie"),
    ("“Fue horrible”, recuerda María López, vecina del barrio.", "María López: Fue horrible"),
    ("“El acuerdo está cerca”, señaló el Ministerio de Defensa en un comunicado.", "Ministerio de Defensa: El acuerdo está cerca"),
    ("Milei: “No hay plata”", "Milei: No hay plata"),
    ("“Nadie nos va a callar”, gritó Lula da Silva.", "Lula da Silva: Nadie nos va a callar"),
    ("“Nadie nos va a callar”, insistió Luiz Inácio Lula da Silva.", "Luiz Inácio Lula da Silva: Nadie nos va a callar"),
    ("El mandatario aseguró que el país “está mejor que nunca”.", "?: está mejor que nunca"),
    ("“Hay que negociar”, dijo a EFE el analista Carlos Malamud.", "Carlos Malamud: Hay que negociar"),
    ("“Es un día histórico”, celebró Yolanda Díaz, líder de Sumar.", "Yolanda Díaz: Es un día histórico"),
    ("En palabras del entrenador Luis Enrique, “el equipo compitió muy bien”.", "Luis Enrique: el equipo compitió muy bien"),
    ("“No lo sé, dijo Almodóvar, y no me importa”.", "Almodóvar: No lo sé / y no me importa"),
    ("Leyó “Cien años de soledad” en una noche.", ""),
    ("La película “Todo sobre mi madre” ganó un Óscar.", ""),
]  # fmt: skip
RUSSIAN = [
    ("«Мы не уступим, — заявил журналистам пресс-секретарь Кремля Дмитрий Песков. — Это наша позиция».", "Дмитрий Песков: Мы не уступим / Это наша позиция"),
    ("Песков на встрече с журналистами в Москве заявил: «Переговоры продолжатся».", "Песков: Переговоры продолжатся"),
    ("«Это важно», — отметил он.", "?: Это важно"),
    ("По словам Пескова, «решение принято». Дмитрий Песков добавил: «Сроков нет».", "Дмитрий Песков: решение принято | Дмитрий Песков: Сроков нет"),
    ("«Сроков нет», — сообщил РИА Новости депутат Госдумы Леонид Слуцкий.", "Леонид Слуцкий: Сроков нет"),
    ("Глава МИД РФ Сергей Лавров подчеркнул, что Москва «не примет ультиматумов».", "Сергей Лавров: не примет ультиматумов"),
    ("«Ситуация сложная, но управляемая», – сказала глава ЦБ Эльвира Набиуллина.", "Эльвира Набиуллина: Ситуация сложная, но управляемая"),
    ("Президент США Дональд Трамп написал в соцсети Truth Social: «Разговор прошел очень хорошо».", "Дональд Трамп: Разговор прошел очень хорошо"),
    ("«Мы готовы к диалогу», — цитирует Лаврова ТАСС.", "Лавров: Мы готовы к диалогу"),
    ("Как заявил Владимир Путин, «Россия открыта для переговоров».", "Владимир Путин: Россия открыта для переговоров"),
    ("«Удар был нанесен ночью», — говорится в сообщении Минобороны.", "Минобороны: Удар был нанесен ночью"),
    ("Владимир Зеленский прибыл в Анкару. «Мы ждем честных переговоров», — сказал он.", "Владимир Зеленский: Мы ждем честных переговоров"),
    ("Официальный представитель МИД России Мария Захарова: «Это ложь».", "Мария Захарова: Это ложь"),
    ("«Это безответственно», — написала Захарова в Telegram.", "Захарова: Это безответственно"),
    ("— Я никогда этого не говорил, — ответил Медведев. — Это выдумка.", "Медведев: Я никогда этого не говорил / Это выдумка."),
    ("По мнению эксперта Ивана Тимофеева, «санкции останутся надолго».", "Иван Тимофеев: санкции останутся надолго"),
    ("Минобороны сообщило: «Сбито девять беспилотников».", "Минобороны: Сбито девять беспилотников"),
    ("«Мы не видим препятствий», — сказал в интервью «Известиям» замминистра Сергей Рябков.", "Сергей Рябков: Мы не видим препятствий"),
    ("«Надо работать», — считает мэр Москвы Сергей Собянин.", "Сергей Собянин: Надо работать"),
    ("Глава Чечни Рамзан Кадыров заявил: «Мы готовы».", "Рамзан Кадыров: Мы готовы"),
    ("«Все идет по плану», — подтвердил спикер Госдумы Вячеслав Володин. «Вопросов нет», — добавил он.", "Вячеслав Володин: Все идет по плану | Вячеслав Володин: Вопросов нет"),
    ("Он читал «Войну и мир» и слушал «Болеро».", ""),
    ("Матч «Спартак» — «Зенит» завершился вничью.", ""),
]  # fmt: skip
UKRAINIAN = [
    ("«Ми готові до розмови», — сказав президент України Володимир Зеленський у середу.", "Володимир Зеленський: Ми готові до розмови"),
    ("За словами Зеленського, «Росія тягне час».", "Зеленський: Росія тягне час"),
    ("Речник МЗС Георгій Тихий наголосив: «Позиція України незмінна».", "Георгій Тихий: Позиція України незмінна"),
    ("«Ми працюємо над цим, — зазначив очільник Міноборони Рустем Умєров. — Результат буде».", "Рустем Умєров: Ми працюємо над цим / Результат буде"),
    ("\"Це важливий крок\", — написав Андрій Єрмак у Telegram.", "Андрій Єрмак: Це важливий крок"),
    ("«Удар був уночі», — повідомила прессекретарка ДСНС Оксана Ковальчук.", "Оксана Ковальчук: Удар був уночі"),
    ("Кличко додав, що місто «готове до зими краще, ніж торік».", "Кличко: готове до зими краще, ніж торік"),
    ("«Ситуація складна», – каже він.", "?: Ситуація складна"),
    ("Голова ОП Андрій Єрмак прибув до Стамбула. «Ми хочемо миру», – заявив він.", "Андрій Єрмак: Ми хочемо миру"),
    ("На думку експерта Олега Жданова, «ворог готує новий наступ».", "Олег Жданов: ворог готує новий наступ"),
    ("Президент США Дональд Трамп заявив: «Розмова пройшла дуже добре».", "Дональд Трамп: Розмова пройшла дуже добре"),
    ("«Нам потрібне ППО», — підкреслив міністр закордонних справ України Андрій Сибіга.", "Андрій Сибіга: Нам потрібне ППО"),
    ("«Це брехня», — прокоментувала Марія Захарова.", "Марія Захарова: Це брехня"),
    ("«Маємо влучання в будинок», — повідомив мер Харкова Ігор Терехов.", "Ігор Терехов: Маємо влучання в будинок"),
    ("Зеленський: «Росія не хоче миру»", "Зеленський: Росія не хоче миру"),
    ("«Збито 35 дронів», — ідеться у повідомленні Повітряних сил.", "Повітряних сил: Збито 35 дронів"),
    ("Генштаб повідомив: «На фронті відбулося 120 зіткнень».", "Генштаб: На фронті відбулося 120 зіткнень"),
    ("«Я в це не вірю», — сказала мешканка Києва Ольга Бондаренко.", "Ольга Бондаренко: Я в це не вірю"),
    ("Як заявив Дмитро Кулеба, «час для рішень настав».", "Дмитро Кулеба: час для рішень настав"),
    ("«Дякую партнерам», — написав глава держави.", "?: Дякую партнерам"),
    ("«Ми вистоїмо», — запевнила прем’єр-міністерка Юлія Свириденко.", "Юлія Свириденко: Ми вистоїмо"),
    ("Він читав «Кобзар» у школі.", ""),
    ("Вистава «Лісова пісня» триває дві години.", ""),
]  # fmt: skip
CHINESE = [
    ("外交部发言人毛宁20日在例行记者会上表示：“中方支持一切和平努力。”", "毛宁: 中方支持一切和平努力。"),
    ("“这是一个好消息。”毛宁说。“我们欢迎。”", "毛宁: 这是一个好消息。 / 我们欢迎。"),
    ("当地时间20日，美国总统特朗普在白宫对记者表示，“我们会谈得很好”。", "特朗普: 我们会谈得很好"),
    ("毛宁说，“中方的立场是一贯的、明确的”。", "毛宁: 中方的立场是一贯的、明确的"),
    ("“希望各方继续对话。”她说。", "?: 希望各方继续对话。"),
    ("“我们正在努力，”国务委员兼外长王毅强调，“对话是唯一出路。”", "王毅: 我们正在努力 / 对话是唯一出路。"),
    ("俄罗斯总统普京表示：“俄方愿意就和平条约开展工作。”", "普京: 俄方愿意就和平条约开展工作。"),
    ("乌克兰总统泽连斯基在社交媒体上写道：“俄罗斯在拖延时间。”", "泽连斯基: 俄罗斯在拖延时间。"),
    ("对此，外交部发言人郭嘉昆回应：“我们坚决反对。”", "郭嘉昆: 我们坚决反对。"),
    ("复旦大学教授吴心伯认为：“这一趋势还会继续。”", "吴心伯: 这一趋势还会继续。"),
    ("“今年收成不错。”村民张大山告诉记者。", "张大山: 今年收成不错。"),
    ("克里姆林宫发言人佩斯科夫称，“谈判没有时间表”。", "佩斯科夫: 谈判没有时间表"),
    ("国家统计局发言人付凌晖介绍说：“经济运行总体平稳。”", "付凌晖: 经济运行总体平稳。"),
    ("“我们已经做好准备！”乔·拜登说。", "乔·拜登: 我们已经做好准备！"),
    ("国防部发言人表示：“有关报道纯属捏造。”", "国防部发言人: 有关报道纯属捏造。"),
    ("商务部表示：“中方将采取必要措施。”", "商务部: 中方将采取必要措施。"),
    ("5月20日，中国外交部发言人毛宁在例行记者会上指出：“制裁没有国际法依据。”", "毛宁: 制裁没有国际法依据。"),
    ("毛宁强调，中方“坚决反对任何形式的单边制裁”。", "毛宁: 坚决反对任何形式的单边制裁"),
    ("法国总统马克龙警告说：“欧洲必须团结起来。”", "马克龙: 欧洲必须团结起来。"),
    ("「我們會繼續努力」，行政長官李家超說。", "李家超: 我們會繼續努力"),
    ("他还说：“这不是终点。”", "?: 这不是终点。"),
    ("联合国秘书长古特雷斯呼吁：“立即停火。”", "古特雷斯: 立即停火。"),
    ("“一带一路”倡议提出十二年来成果丰硕。", ""),
    ("他读过《红楼梦》，也看过“流浪地球”。", ""),
]  # fmt: skip
TABLES = {"fr": FRENCH, "de": GERMAN, "es": SPANISH, "ru": RUSSIAN, "uk": UKRAINIAN, "zh": CHINESE}


def read(text: str, language: str) -> tuple[list[Attribution], tuple[Resolution, ...]]:
    """The attributions of a text whose lines are its paragraphs, and who their sources are."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    article_text = text_of_paragraphs(text, tuple(span for span in spans if span[0] < span[1]))
    article_text = article_text.of(replace(article_text.article, language=language))
    found = read_foreign(article_text)
    return found, resolve_foreign(article_text, found)


def told(text: str, language: str) -> str:
    """The statements of a text, as the tables have them."""
    found, people = read(text, language)
    return " | ".join(
        f"{who.speaker or '?'}: {' / '.join(text[a:b] for a, b in one.content)}"
        for one, who in zip(found, people, strict=True)
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *row) for language, rows in TABLES.items() for row in rows],
)
def test_wordings(language: str, text: str, expected: str) -> None:
    """Who speaks stands before, behind and within quotations; titles and terms in quotation marks are nothing said."""
    assert expected == told(text, language)


def record(text: str, language: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Speaker, office, country and type of each statement."""
    return [(who.speaker, who.role, who.country, who.type) for who in read(text, language)[1]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Non », a dit le ministre français des Affaires étrangères, Jean-Noël Barrot.", ("Jean-Noël Barrot", "ministre français des Affaires étrangères", "FR", "person")),
        ("fr", "« Non », a répondu Claire Dupont, directrice de l’hôpital de Metz.", ("Claire Dupont", "directrice de l’hôpital de Metz", None, "person")),
        ("fr", "« Non », a répondu le Kremlin.", ("Kremlin", None, "RU", "organisation")),
        ("de", "„Nein“, sagte der russische Präsident Wladimir Putin.", ("Wladimir Putin", "russische Präsident", "RU", "person")),
        ("de", "„Nein“, erklärte das Verteidigungsministerium.", ("Verteidigungsministerium", None, None, "organisation")),
        ("es", "“No”, dijo la presidenta de México, Claudia Sheinbaum.", ("Claudia Sheinbaum", "presidenta de México", "MX", "person")),
        ("ru", "«Нет», — сказал министр иностранных дел России Сергей Лавров.", ("Сергей Лавров", "министр иностранных дел России", "RU", "person")),
        ("ru", "«Нет», — сообщили в Минобороны.", ("Минобороны", None, None, "organisation")),
        ("uk", "«Ні», — сказав президент Польщі Анджей Дуда.", ("Анджей Дуда", "президент Польщі", "PL", "person")),
        ("zh", "中国外交部发言人毛宁表示：“不会。”", ("毛宁", "中国外交部发言人", "CN", "person")),
        ("zh", "美国国务院表示：“不会。”", ("美国国务院", None, "US", "organisation")),
        ("fr", "« Non », a répondu sa fille Sharone.", ("Sharone", "fille", None, "person")),
        ("es", "“No”, dijo su hija Ana.", ("Ana", "hija", None, "person")),
        ("de", "„Nein“, sagte ihre Tochter Anna.", ("Anna", "Tochter", None, "person")),
        ("it", "«No», ha detto sua figlia Anna.", ("Anna", "figlia", None, "person")),
        ("ru", "«Нет», — сказала его дочь Анна.", ("Анна", "дочь", None, "person")),
        ("fr", "« Non », a répondu le commerçant Ibrahima Diallo.", ("Ibrahima Diallo", "commerçant", None, "person")),
        ("fr", "« Non », a répondu une porte-parole du ministère.", ("porte-parole du ministère", "porte-parole du ministère", None, "anonymous")),
        ("es", "“No”, dijo la mujer.", ("mujer", "mujer", None, "anonymous")),
        ("de", "„Nein“, sagte ein Sprecher des Ministeriums.", ("Sprecher des Ministeriums", "Sprecher des Ministeriums", None, "anonymous")),
        ("ru", "«Нет», — рассказала женщина.", ("женщина", None, None, "anonymous")),
        ("zh", "外交部发言人表示：“不会。”", ("外交部发言人", "外交部发言人", None, "anonymous")),
    ],
)  # fmt: skip
def test_office_and_country(language: str, text: str, expected: tuple[str | None, ...]) -> None:
    """The phrase that names a speaker gives the office and, by the lists, country and type."""
    assert [expected] == record(text, language)


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("ru", "Пресс-секретарь президента РФ Дмитрий Песков заявил, что работа идет. «Сроков нет», — сказал он.\n«Мы заинтересованы в результате», — подчеркнул Песков.\n«Контакты продолжаются», — добавил глава государства Владимир Путин.", "Дмитрий Песков, Дмитрий Песков, Владимир Путин"),
        ("fr", "Le chancelier Friedrich Merz a plaidé pour des sanctions. « Il faut agir », a-t-il dit.\n« Nous agirons ensemble », a abondé Emmanuel Macron. « L’Europe est prête », a ajouté le chef de l’État.\n« Le temps presse », a insisté Merz.", "Friedrich Merz, Emmanuel Macron, Emmanuel Macron, Friedrich Merz"),
        ("de", "Bundeskanzler Friedrich Merz war in Kiew. „Wir bleiben an eurer Seite“, sagte der Kanzler.\n„Das war wichtig“, sagte Außenminister Johann Wadephul. Wadephul fügte hinzu: „Wir liefern.“\n„Wir müssen mehr tun“, so Merz.", "Friedrich Merz, Johann Wadephul, Johann Wadephul, Friedrich Merz"),
        ("zh", "外交部发言人毛宁20日主持例行记者会。\n毛宁说：“我们欢迎。”\n“希望各方珍惜。”她表示。", "毛宁, 毛宁"),
        ("fr", "« Nous verrons », a dit Sophie Binet.\nReçue par Emmanuel Macron, elle a ajouté : « La CGT a des solutions. »", "Sophie Binet, Sophie Binet"),
        ("ru", "«Посмотрим», — сказала Мария Захарова.\n«Нет», — ответил Сергей Лавров.\n«Это ложь, и мы это докажем», — добавила она.", "Мария Захарова, Сергей Лавров, Мария Захарова"),
        ("fr", "La tâche est rude, comme l’explique l’ingénieur Paul Girard :\n« Nous avons deux ans pour tout reconstruire, et pas un jour de plus. »", "Paul Girard"),
        ("es", "Ursula von der Leyen llegó a Bruselas. “No hay plan B”, dijo Von der Leyen.", "Ursula von der Leyen"),
        ("ru", "Марат Серов приехал. «Сроков нет», — сказал М. Серов.\n«Сроков нет», — сказал Н. Серов.", "Марат Серов, Н. Серов"),
        ("uk", "Чому Петренко мовчав? Петренко заявив: «Я не знаю, чому так сталося».", "Петренко"),
        ("ru", "Директор завода Иван Серов признался:\n— Я восхищаюсь этими людьми и горжусь ими.\n— Мы и дальше будем строить, — продолжал Серов. — Это наш долг.", "Иван Серов, Иван Серов"),
        ("fr", "« Nous irons au bout », a dit un porte-parole du groupe. « C’est prêt », a-t-il ajouté.", "porte-parole du groupe, porte-parole du groupe"),
        ("fr", "« Il faut agir vite », plaide l’avocate d’Anna B., Sophie Foulon.", "Sophie Foulon"),
        ("es", "Pedro Sánchez compareció en el Congreso. “No hay plan B”, dijo Sánchez.\n“España cumple con todos sus compromisos.”", "Pedro Sánchez, Pedro Sánchez"),
    ],
)  # fmt: skip
def test_the_same_person_throughout(language: str, text: str, speakers: str) -> None:
    """A surname, a pronoun, an office and a quotation that is a paragraph of its own stand for somebody named before."""
    assert speakers == ", ".join(str(who.speaker) for who in read(text, language)[1])


def test_written() -> None:
    """What is written is told from what is said."""
    acts = [one.act for one in read("« Non », a écrit Macron. « Oui », a dit Macron.", "fr")[0]]
    assert ["writing", "speech"] == acts


@pytest.mark.parametrize(
    ("language", "text", "contents"),
    [
        ("pt", "“Estamos prontos para fazer a nossa parte”, disse o ministro. Viu “A vida é bela”.", ["Estamos prontos para fazer a nossa parte"]),
        ("pl", "„Jesteśmy gotowi do rozmów o pokoju” – powiedział minister.", ["Jesteśmy gotowi do rozmów o pokoju"]),
        ("ja", "首相は「われわれは平和のために努力を続けていく。」と述べた。映画「七人の侍」を見た。", ["われわれは平和のために努力を続けていく。"]),
        ("el", "«Είμαστε έτοιμοι για συνομιλίες με όλους», δήλωσε ο υπουργός.", ["Είμαστε έτοιμοι για συνομιλίες με όλους"]),
        ("xx", "“It is a fact that we all know.”", ["It is a fact that we all know."]),
    ],
)  # fmt: skip
def test_languages_without_lists(language: str, text: str, contents: list[str]) -> None:
    """Whole sentences between the language's own marks are something said, by nobody in particular."""
    found, people = read(text, language)
    assert contents == [text[a:b] for one in found for a, b in one.content]
    assert all(who.speaker is None for who in people)


def test_lists_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own adds words to a language's lists, and whole languages."""
    (tmp_path / "pt").mkdir()
    (tmp_path / "pt" / "reporting_verbs.txt").write_text("# Portuguese\ndisse\nescreveu\twriting\n", encoding="utf-8")
    (tmp_path / "pt" / "roles.txt").write_text("ministro\n", encoding="utf-8")
    (tmp_path / "pt" / "phrase_links.txt").write_text("o\ndos\n", encoding="utf-8")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "reporting_verbs.txt").write_text("grommelé\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    words_of.cache_clear()
    try:
        assert "Mauro Vieira: Estamos prontos" == told(
            "“Estamos prontos”, disse o ministro dos Estrangeiros, Mauro Vieira.", "pt"
        )
        assert "Paul Girard: Jamais" == told("« Jamais », a grommelé Paul Girard.", "fr")
        assert "Paul Girard: Jamais" == told("« Jamais », a dit Paul Girard.", "fr")
    finally:
        words_of.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le juge a suspendu l’audience. » Je reste à votre disposition « , a dit Paul Girard.", "Paul Girard: Je reste à votre disposition"),
        ("» Je reste « , a dit Paul Girard. » Moi aussi « , a dit Anne Rolland.", "Paul Girard: Je reste | Anne Rolland: Moi aussi"),
        ("« Je reste », a dit Paul Girard. « Moi aussi », a dit Anne Rolland.", "Paul Girard: Je reste | Anne Rolland: Moi aussi"),
    ],
)  # fmt: skip
def test_marks_turned_round(text: str, expected: str) -> None:
    """French marks that a program turned round are read by their pairs; those that stand right stay as they are."""
    assert expected == told(text, "fr")


PIECES = st.sampled_from(
    ["« ", " »", "«", "»", "„", "“", "”", '"', "「", "」", "— ", "–", "—", ", ", ". ", "：", "，", "。", "\n", " ", "\u00a0", "M. ", "l’", "’",
     "a déclaré", "Selon ", "le ministre", "Emmanuel Macron", "sagte", "der Sprecher", "Merz", "so ", "dijo", "según", "Pedro Sánchez", "de la",
     "заявил", "по словам", "Дмитрий Песков", "он", "сказав", "毛宁", "外交部发言人", "表示", "说", "20日", "在", "он сказал, что", "paix", "Krieg", "-t-il", "\u0301", "😀"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(), st.sampled_from([*TABLES, "it", "pt", "ja", "zz"]))
def test_any_text(text: str, language: str) -> None:
    """No text whatever raises; all spans lie within it, content in order and nothing empty."""
    found, people = read(text, language)
    assert len(found) == len(people)
    for one in found:
        spans = (*one.content, *one.cue, *one.source)
        assert one.content and all(0 <= a < b <= len(text) for a, b in spans)
        assert list(one.content) == sorted(one.content)
        assert 0 <= one.confidence <= 1
    assert len({one.content for one in found}) == len(found)


def test_thousands_that_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quotations that go on with one statement are joined at one go, however many there are."""
    joined: list[int] = []
    join = quotations._joined

    def counted(found: Attribution, content: list[Span]) -> Attribution:
        joined.append(len(content))
        return join(found, content)

    monkeypatch.setattr(quotations, "_joined", counted)
    found, _ = read("他说：“" * 1000, "zh")

    assert [998] == joined
    assert [999] == [len(one.content) for one in found]
