"""Two of one surname, relatives, nicknames, and one speaker who goes on over many sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

NAMESAKES = [
    # spouses: a first name or a title of address tells whom the surname means
    ("Hillary Clinton spoke in Iowa. Bill Clinton stayed away. [Mrs. Clinton] said {she would win}.", "Hillary Clinton|person"),
    ("Bill Clinton and Hillary Clinton came. [Mr. Clinton] said {he was proud}.", "Bill Clinton|person"),
    ("Barack Obama and Michelle Obama flew home. [Michelle Obama] said {it was time}. [Barack Obama] said {so too}.", "Michelle Obama|person;Barack Obama|person"),
    ("Melania Trump opened the garden. [Melania Trump] said {it was lovely}. [Trump] said {she was glad}.", "Melania Trump|person;Melania Trump|person"),
    ("Joe Biden and Jill Biden arrived. [Mrs. Biden] said {schools need help}.", "Jill Biden|person"),
    ("Emmanuel Macron and Brigitte Macron landed. [Brigitte Macron] said {it was warm}.", "Brigitte Macron|person"),
    # parents and children, brothers and sisters
    ("George W. Bush praised George H.W. Bush. [George W. Bush] said {he was a good man}.", "George W. Bush|person"),
    ("Justin Trudeau spoke of Pierre Trudeau. [Justin Trudeau] said {it was hard}.", "Justin Trudeau|person"),
    ("Jeb Bush lost to Donald Trump. [Bush] said {he had run hard}.", "Jeb Bush|person"),
    ("Kim Jong Un met Kim Yo Jong. [Kim Yo Jong] said {the South was to blame}.", "Kim Yo Jong|person"),
    ("Ivanka Trump joined Donald Trump. [Ivanka] said {jobs mattered}.", "Ivanka Trump|person"),
    ("Donald Trump Jr. spoke after Donald Trump. [Trump Jr.] said {it was a hoax}.", "Donald Trump Jr.|person"),
    ("Marine Le Pen broke with Jean-Marie Le Pen. [Marine Le Pen] said {it was over}.", "Marine Le Pen|person"),
    # strangers of one surname
    ("Foreign Secretary Boris Johnson met Speaker Mike Johnson. [Boris Johnson] said {ties were strong}.", "Boris Johnson|person"),
    ("Senator Tim Scott and Governor Rick Scott differ. [Gov. Scott] said {he would sign}.", "Rick Scott|person"),
    ("Senator Tim Scott and Governor Rick Scott differ. [Sen. Scott] said {he would not}.", "Tim Scott|person"),
    ("Wang Yi met Wang Wentao. [Wang Wentao] said {trade grew}. [Wang Yi] said {ties grew}.", "Wang Wentao|person;Wang Yi|person"),
    ("Foreign Minister Wang Yi met Commerce Minister Wang Wentao. [Foreign Minister Wang] said {ties grew}.", "Wang Yi|person"),
    ("Li Keqiang was followed by Li Qiang. [Li Qiang] said {growth would hold}.", "Li Qiang|person"),
    ("Lindsey Graham wrote to Franklin Graham. [Lindsey Graham] said {he prayed}.", "Lindsey Graham|person"),
    ("Susan Rice and Condoleezza Rice spoke. [Condoleezza Rice] said {it was different then}.", "Condoleezza Rice|person"),
]  # fmt: skip

NICKNAMES = [
    ("[Joseph Biden] said {yes}. [Joe Biden] said {no}.", "Joseph Biden;Joseph Biden"),
    ("[Anthony Blinken] said {yes}. [Tony Blinken] said {no}.", "Anthony Blinken;Anthony Blinken"),
    ("[William Burns] said {yes}. [Bill Burns] said {no}.", "William Burns;William Burns"),
    ("[James Mattis] said {yes}. [Jim Mattis] said {no}.", "James Mattis;James Mattis"),
    ("[Michael Pompeo] said {yes}. [Mike Pompeo] said {no}.", "Michael Pompeo;Michael Pompeo"),
    ("[Robert Menendez] said {yes}. [Bob Menendez] said {no}.", "Robert Menendez;Robert Menendez"),
    ("[Edward Markey] said {yes}. [Ed Markey] said {no}.", "Edward Markey;Edward Markey"),
    ("[Charles Schumer] said {yes}. [Chuck Schumer] said {no}.", "Charles Schumer;Charles Schumer"),
    ("[Christopher Coons] said {yes}. [Chris Coons] said {no}.", "Christopher Coons;Christopher Coons"),
    ("[Thomas Tugendhat] said {yes}. [Tom Tugendhat] said {no}.", "Thomas Tugendhat;Thomas Tugendhat"),
    ("[Benjamin Wallace] said {yes}. [Ben Wallace] said {no}.", "Benjamin Wallace;Benjamin Wallace"),
    ("[Nicholas Burns] said {yes}. [Nick Burns] said {no}.", "Nicholas Burns;Nicholas Burns"),
    ("[Daniel Coats] said {yes}. [Dan Coats] said {no}.", "Daniel Coats;Daniel Coats"),
    ("[Samuel Alito] said {yes}. [Sam Alito] said {no}.", "Samuel Alito;Samuel Alito"),
    ("[Stephen Mnuchin] said {yes}. [Steve Mnuchin] said {no}.", "Stephen Mnuchin;Stephen Mnuchin"),
    ("[Timothy Kaine] said {yes}. [Tim Kaine] said {no}.", "Timothy Kaine;Timothy Kaine"),
    ("[Patrick Leahy] said {yes}. [Pat Leahy] said {no}.", "Patrick Leahy;Patrick Leahy"),
    ("[Richard Durbin] said {yes}. [Dick Durbin] said {no}.", "Richard Durbin;Richard Durbin"),
    ("[Elizabeth Truss] said {yes}. [Liz Truss] said {no}.", "Elizabeth Truss;Elizabeth Truss"),
    ("[Bernard Sanders] said {yes}. [Bernie Sanders] said {no}.", "Bernard Sanders;Bernard Sanders"),
]  # fmt: skip

GOING_ON = [
    ('"{Talks go on},"  [Wang Wenbin] said. "{They are hard}," [he] added. "{They are needed}," [he] said.', "Wang Wenbin;Wang Wenbin;Wang Wenbin"),
    ("[Josep Borrell] said {aid was late}. [He] added {it would come}. [He] also said {more was planned}. [He] noted {it was little}.", "Josep Borrell;Josep Borrell;Josep Borrell;Josep Borrell"),
    ("[Angela Merkel] said {it was hard}.\n[She] said {it could be done}.\n[She] added {time was short}.\n[She] warned {of delay}.", "Angela Merkel;Angela Merkel;Angela Merkel;Angela Merkel"),
    ("[Lin Jian] said {China objects}.\n[The spokesperson] said {talks are the way}.\n[He] added {force is not}.", "Lin Jian;*;Lin Jian"),
    ("Jens Stoltenberg met Joe Biden in Washington. [Stoltenberg] said {allies agreed}. [He] said {more was needed}.", "Jens Stoltenberg;Jens Stoltenberg"),
    ("[Janet Yellen] told Xi Jinping {trade must be fair}. [She] said {firms were worried}. [She] added {talks would go on}.", "Janet Yellen;Janet Yellen;Janet Yellen"),
    ("[Christine Lagarde] said {rates would hold}. Jerome Powell had cut them. [She] said {prices were calm}.", "Christine Lagarde;Christine Lagarde"),
    ("[The ministry] said {so}.\n[Russia's Defence Ministry] said {drones fell}. [It] added {none got through}. [It] said {more would come}.", "*;Russia's Defence Ministry;Russia's Defence Ministry;Russia's Defence Ministry"),
    ("[Sergei Lavrov] said {no}.\n[He] said {never}.\nHe sat down. [He] said {not even then}.", "Sergei Lavrov;Sergei Lavrov;Sergei Lavrov"),
    ("[Jacinda Ardern] said {no}. [Ardern] said {it was early}. [She] said {the vote came first}. [Ardern] added {it was close}.", "Jacinda Ardern;Jacinda Ardern;Jacinda Ardern;Jacinda Ardern"),
    # nobody is named beside a further quotation
    ('[Fumio Kishida] said {Japan would act}. "{We cannot wait}." []', "Fumio Kishida;Fumio Kishida"),
    ('"{We cannot wait}," [Fumio Kishida] said. "{The time is now}." [] "{All must help}." []', "Fumio Kishida;Fumio Kishida;Fumio Kishida"),
    # another one comes in between, and goes
    ("[Antony Blinken] said {it was close}. [Yoav Gallant] said {it was not}. [Blinken] added {he had hope}. [He] said {days were left}.", "Antony Blinken;Yoav Gallant;Antony Blinken;Antony Blinken"),
    ("[Ursula von der Leyen] said {yes}. [Viktor Orban] said {no}. [She] said {it would pass}. [He] said {it would fail}.", "Ursula von der Leyen;Viktor Orban;Ursula von der Leyen;Viktor Orban"),
    ("[Penny Wong] said {it was tense}. [Sergei Lavrov] said {it was calm}. [She] said {ships were near}.", "Penny Wong;Sergei Lavrov;Penny Wong"),
    ("[Anthony Albanese] said {yes}. His deputy Richard Marles was there. [Albanese] said {it was agreed}. [He] added {it was cheap}.", "Anthony Albanese;Anthony Albanese;Anthony Albanese"),
    ("[Ishiba Shigeru] said {talks failed}.\n[The prime minister] said {he would try again}. [He] said {soon}.", "Ishiba Shigeru;*;Ishiba Shigeru"),
    ("[Nancy Pelosi] said {no}. [The speaker] said {the House would vote}. [She] added {today}.", "Nancy Pelosi;*;Nancy Pelosi"),
    ("[Volker Turk] said {homes burnt}. [He] said {people fled}. [Turk] said {it must stop}. [He] called {for a truce}.", "Volker Turk;Volker Turk;Volker Turk;Volker Turk"),
    ("[Claudia Sheinbaum] said {Mexico is no colony}. [She] said {it would answer}.\n[The president] added {with a cool head}.", "Claudia Sheinbaum;Claudia Sheinbaum;*"),
]  # fmt: skip

SUBJECTS = [
    # what a preposition brings in is not the subject
    ("Zelensky spoke with [the leaders of France and Germany], and <said> {Europe must take part}.", "Zelensky|person"),
    ("US President Donald Trump left for Rome. After a meeting with [Nato Secretary General Mark Rutte, the US President] <said> {allies were late}.", "Donald Trump|person"),
    ("On Monday, lawmakers on the House panel, led by [chairman Mike Gallagher], <requested> {more papers}.", "lawmakers on the House panel|group"),
    # clauses and conjunctions left in a mention
    ("Bernie Sanders ran. [Elizabeth Warren, who also likes Bernie Sanders and Joe Biden], <said> {so}.", "Elizabeth Warren|person"),
    ("[But the World Bank] <said> {growth slows}.", "World Bank|organisation||WB"),
    # readers of a document don't own it
    ("[A Pentagon memo seen by Reuters] <said> {ships were late}.", "Pentagon|organisation||US"),
    ("[A slideshow obtained by the Ottawa Citizen] <said> {desks were gone}.", "slideshow obtained by the Ottawa Citizen|organisation"),
    # an airline is no authority
    ("[Nepal's civil aviation authority] <said> {it saw no proof}. [The airline] <said> {a bird struck}.", "Nepal's civil aviation authority|organisation||NP;airline|organisation"),
    ("[The United Nations High Commissioner for Human Rights] <said> {the law stands}.", "United Nations High Commissioner for Human Rights|organisation||UN"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), NAMESAKES)
def test_namesakes(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Of two with one surname the one meant is told by first name, title or sex."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), NICKNAMES)
def test_nicknames(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A short first name with the same surname is the same person."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), GOING_ON)
def test_going_on(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Who goes on speaking stays the speaker, whoever is mentioned or speaks in between."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), SUBJECTS)
def test_subjects(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """The subject of the cue speaks, without what a finder takes in beside it."""
    check(story, expected)
