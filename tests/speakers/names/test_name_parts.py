"""Names in full, by surname, title, first name, acronym and nickname lead to one speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    # full name, then surname
    ('{Trade talks will go on}, [Katherine Tai] said. "{We are close}," [Tai] said.', "Katherine Tai|person;Katherine Tai|person"),
    ('[Josep Borrell] said {the bloc was united}. "{There is no time}," [Borrell] added.', "Josep Borrell|person;Josep Borrell|person"),
    ("[Jens Stoltenberg] said {more was needed}. [Stoltenberg] said {allies agreed}.", "Jens Stoltenberg;Jens Stoltenberg"),
    # a rank in two parts, short or in full
    ("[Major-Gen Quorvan Moe] said {so}. [Vice-Admiral Jorvald Lund] said {no}.", "Quorvan Moe|person;Jorvald Lund|person"),
    ("[Colonel-General Quorvan Moe] said {so}. [Sens. Jorvald Lund] said {no}.", "Quorvan Moe|person;Jorvald Lund|person"),
    # a compound that describes who is named
    ("So said [the Oslo-born Quorvan Moe] {all}. [Moe] said {so}.", "Quorvan Moe|person;Quorvan Moe|person"),
    ("[London-based Amnesty International] said {so}.", "Amnesty International|organisation"),
    # the surname comes first: Chinese, Korean and Vietnamese names
    ("[Wang Wenbin] said {the door is open}. [Wang] said {talks go on}.", "Wang Wenbin;Wang Wenbin"),
    ("[Hua Chunying] said {China objects}. [Hua] said {the report was false}.", "Hua Chunying;Hua Chunying"),
    ("[Cho Tae-yul] said {Seoul would answer}. [Cho] said {talks were possible}.", "Cho Tae-yul;Cho Tae-yul"),
    ("[Nguyen Phu Trong] said {the visit went well}. [Nguyen] said {ties are good}.", "Nguyen Phu Trong;Nguyen Phu Trong"),
    ("[Moon Jae-in] said {he hoped for peace}. [Moon] said {he was ready}.", "Moon Jae-in;Moon Jae-in"),
    # title and surname
    ("President Joko Widodo opened the summit. [Mr. Widodo] said {food comes first}.", "Joko Widodo|person"),
    ("Rishi Sunak met bankers. [Mr Sunak] said {inflation would fall}.", "Rishi Sunak|person"),
    ("Senator Lindsey Graham flew to Kyiv. [Sen. Graham] said {aid would come}.", "Lindsey Graham|person"),
    ("The court heard Dr. Anthony Fauci. [Dr. Fauci] said {masks help}.", "Anthony Fauci|person"),
    ("Ambassador Nicholas Burns spoke. [Ambassador Burns] said {visas would be eased}.", "Nicholas Burns|person|Ambassador"),
    ("Sir Keir Starmer was asked about gifts. [Sir Keir] said {all was declared}.", "Keir Starmer|person"),
    ("Gen. Mark Milley testified. [General Milley] said {the war could last}.", "Mark Milley|person"),
    # first name, particles, suffixes, initials
    ("Taylor Swift has sued. [Taylor] said {she was tired}.", "Taylor Swift|person"),
    ("[Ursula von der Leyen] said {Europe was ready}. [Von der Leyen] said {it was time}.", "Ursula von der Leyen;Ursula von der Leyen"),
    ("[Mohammed bin Salman] said {oil was enough}.", "Mohammed bin Salman|person"),
    ("[Robert F. Kennedy Jr.] said {he would run}. [Kennedy] said {he would win}.", "Robert F. Kennedy Jr.;Robert F. Kennedy Jr."),
    ("[J.D. Vance] said {no}. [Vance] said {never}.", "J.D. Vance;J.D. Vance"),
    ("[Donald J. Trump] said {he won}. [Donald Trump] said {he was glad}.", "Donald J. Trump;Donald J. Trump"),
    ("Enrique Peña Nieto spoke in Davos. [Mr. Peña Nieto] said {Mexico would not pay}.", "Enrique Peña Nieto|person"),
    # a given name that no list holds before one that is listed, but no office's last word
    ("So said [health secretary Lokesh Kumar Singh] {all}.", "Lokesh Kumar Singh|person"),
    ("So said [Anat Ben Nun] {all}. [Ben Nun] said {so}.", "Anat Ben Nun|person;Anat Ben Nun|person"),
    ("So said [the minister for Macroeconomy Tatiana Berg] {all}.", "Tatiana Berg|person"),
    # one spelling and another, a short form of the first name
    ("Volodymyr Zelensky spoke. [Zelenskyy] said {air defence was needed}.", "Volodymyr Zelensky|person"),
    ("Recep Tayyip Erdoğan spoke. [Erdogan] said {grain must flow}.", "Recep Tayyip Erdoğan|person"),
    ("[Timothy Geithner] said {yes}. [Tim Geithner] said {no}.", "Timothy Geithner;Timothy Geithner"),
    # introduced later, or only named once quoted
    ('"{We will not yield}," [Lavrov] said.\nSergei Lavrov was in Geneva.', "Sergei Lavrov|person"),
    # bodies: an acronym in brackets, its name in full, a shortened name
    ("The World Food Programme (WFP) warned. [WFP] said {rations were cut}.", "World Food Programme|organisation||UN"),
    ("The Financial Stability Oversight Council (FSOC) met. [The FSOC] said {banks were sound}.", "Financial Stability Oversight Council|organisation"),
    ("The National Association of Manufacturers (NAM) wrote. [NAM] said {tariffs hurt}.", "National Association of Manufacturers|organisation"),
    ("Public Health Scotland (PHS) counts. [PHS] said {cases rose}.", "Public Health Scotland|organisation"),
    ("[The New York Times (NYT)] reported {a deal was near}. [The NYT] said {it was signed}.", "The New York Times|media;The New York Times|media"),
    ("The Wall Street Journal broke the story. [The Journal] said {the plan was old}.", "The Wall Street Journal|media"),
    ("[The Red Cross] said {water was short}.", "International Committee of the Red Cross|organisation||ICRC"),
    ("[CNN] reported {a call was planned}.", "CNN|media"),
    ("[The IAEA] said {the plant was safe}.", "International Atomic Energy Agency|organisation||IAEA"),
    ("[The Kremlin] said {no date was set}.", "Kremlin|organisation||RU"),
    # names go on behind a patronymic's beginning and an initial
    ("[Rami Abdel Rahman] said {it was over}. [Abdel Rahman] said {many died}.", "Rami Abdel Rahman|person;Rami Abdel Rahman|person"),
    ("[Anat Ben Nun] said {it was over}. [Ben Nun] said {many came}.", "Anat Ben Nun|person;Anat Ben Nun|person"),
    ("[W. Ralph Basham] said {it was over}.", "W. Ralph Basham|person"),
    ("[President Park Geun-hye] said {it was over}. [Park] said {she would go}.", "Park Geun-hye|person;Park Geun-hye|person"),
    # peers and judges without a first name keep their title, others don't
    ("[Lord Bew] said {it was over}. [He] said {that was all}.", "Lord Bew|person;Lord Bew|person"),
    ("[Mr Justice Cobb] said {it was over}.", "Mr Justice Cobb|person"),
    ("Paul Bew came. [Lord Bew] said {it was over}.", "Paul Bew|person"),
    ("[Mr Bew] said {it was over}.", "Bew|person"),
    # one word behind a noun for a person
    ("[neighbor Hamid] said {it was over}.", "Hamid|person"),
    # one letter amiss
    ("Pilot Arjen Beltman, an artist, flies. [Beltmann] said {it was over}.", "Arjen Beltman|person"),
    ("CNN’s Fareed Zakaria asked. [Zakaria] said {it was over}.", "Fareed Zakaria|person"),
    # a first name of both men and women tells nothing
    ("Lindsey Graham came. He left early. [He] said {it was over}.", "Lindsey Graham|person"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), CASES)
def test_names(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A name in any of its forms is the fullest the article knows."""
    check(story, expected)


NAMESAKES = [
    # two of one surname: the one named last in full
    ("[Cui Hongjian], a professor, said {sanctions fail}. [Cui] said {talks matter}.\n[Cui Heng] of another institute disagreed, saying {they bite}. [Cui] said {time tells}.", "Cui Hongjian;Cui Hongjian;Cui Heng;Cui Heng"),
    ("Joe Biden stayed home. Hunter Biden went to court. [Hunter Biden] said {he was sorry}. [Joe Biden] said {he was proud}.", "Hunter Biden;Joe Biden"),
    ("[Kim Jong Un] said {the test went well}. His sister [Kim Yo Jong] said {more would come}.", "Kim Jong Un;Kim Yo Jong"),
    ("[Nawaz Sharif] said {he was well}. His brother, Prime Minister [Shehbaz Sharif], said {the budget was ready}.", "Nawaz Sharif;Shehbaz Sharif"),
    ("[George H.W. Bush] said {read my lips}. [Barbara Bush] said {he meant it}.", "George H.W. Bush;Barbara Bush"),
    # a relative's full name does not take the bare surname over
    ("[Melania Trump] said {the book was hers}. She is the wife of President Donald Trump. [Mrs. Trump] said {it sold well}.", "Melania Trump;Melania Trump"),
    ("President Donald Trump spoke in Ohio with his wife, Melania Trump. [Trump] said {the wall would be built}.", "Donald Trump"),
    ("Bill Clinton campaigned for Hillary Clinton. [Mrs. Clinton] said {she would win}. [Mr. Clinton] said {she must}.", "Hillary Clinton;Bill Clinton"),
    ("Keir Starmer declared the gift. [Lady Starmer] said {the dress was lent}.", "Lady Starmer"),
    # a title tells which
    ("Donald Trump and Donald Trump Jr. spoke. [President Trump] said {it was a hoax}.", "Donald Trump"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), NAMESAKES)
def test_two_of_one_surname(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Two persons of one surname are kept apart."""
    check(story, expected)
