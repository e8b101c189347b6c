"""Speakers named only after they are quoted, counterparts, sides, handles, and who goes by they."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Clue, Resolution

# a description or pronoun first, the name later
NAMED_AFTER = [
    ('"{We will not yield}," [he] said. Sergei Lavrov was speaking in Geneva.', "Sergei Lavrov"),
    ('"{It is over}," [she] said. Angela Merkel had just left the stage.', "Angela Merkel"),
    ("[A police chief] said {crime fell}.\nPolice chief Mark Rowley told a hearing so.", "Mark Rowley"),
    ("[A senator] said {the bill was dead}. Senator Susan Collins had been its sponsor.", "Susan Collins"),
    ("[A spokeswoman] said {flights were late}.\nThe spokeswoman, Anna Kelly, gave no date.", "Anna Kelly"),
    ("[The minister] said {taxes would rise}. Olaf Scholz, the finance minister, gave no figure.", "Olaf Scholz"),
    ("[The mayor] said {roads were closed}.\nMayor Sadiq Khan thanked the crews.", "Sadiq Khan"),
    ("[The coach] said {it hurt}. Coach Gareth Southgate has lost two finals.", "Gareth Southgate"),
    ("[The lawyer] said {her client was well}. Lawyer Alina Habba spoke outside the court.", "Alina Habba"),
    ("[The envoy] said {talks were frank}.\nSpecial envoy Steve Witkoff flew on to Doha.", "Steve Witkoff"),
    ("[The governor] said {aid was late}. Governor Gretchen Whitmer had asked for it in May.", "Gretchen Whitmer"),
    ("[The professor] said {it was new}.\nProfessor Jane Goodall has studied apes for years.", "Jane Goodall"),
    ("[The chancellor] said {debt would fall}. Chancellor Rachel Reeves spoke for an hour.", "Rachel Reeves"),
    ("[The president] said {the army had won}. President Bola Tinubu was in Abuja.", "Bola Tinubu"),
    ("[The king] said {unity came first}. King Felipe had flown back.", "King Felipe"),
    ("[The author] said {it took years}. Author Margaret Atwood lives in Toronto.", "Margaret Atwood"),
    ("[The commissioner] said {rules are rules}.\nCommissioner Thierry Breton wrote to the firm.", "Thierry Breton"),
    ("[The general] said {lines held}. General Oleksandr Syrskyi visited them.", "Oleksandr Syrskyi"),
    ("[The ambassador] said {visas would come}. Ambassador Nicholas Burns spoke in Beijing.", "Nicholas Burns"),
    ("[The actress] said {she was tired}. Actress Meryl Streep had filmed for three months.", "Meryl Streep"),
    ('"{Nobody was hurt}," [he] said.\nFire chief Tom Baker said {the roof had fallen}[].', "Tom Baker;*"),
]  # fmt: skip

# the speaker of a long quotation is named at its end; before it nobody is
NAMED_AT_THE_END = [
    ('"{It was dark}," said [Joan Smith].', "Joan Smith"),
    ("“{Then came the smoke},” said [Omar Haddad], who lives nearby.", "Omar Haddad|person"),
    ("“{Prices are too high},” complained [Maria Lopez], a farmer.", "Maria Lopez|person|farmer"),
    ("“{Nothing works},” sighed [Pavel Novak], 64.", "Pavel Novak|person"),
    ("“{We are ready},” replied [Mark Rutte, the Nato chief].", "Mark Rutte|person|Nato chief|NATO"),
    ("“{It is a lie},” insisted [Kremlin spokesman Dmitry Peskov].", "Dmitry Peskov|person|Kremlin spokesman|RU"),
    ("“{I saw it}” – [Amina Diallo], a nurse.", "Amina Diallo|person|nurse"),
    ("“{They must go},” in the words of [Yair Lapid].", "Yair Lapid|person"),
    ("“{It is time},” according to [Finland's president, Alexander Stubb].", "Alexander Stubb|person|*|FI"),
    ("“{A sad day},” tweeted [Guy Verhofstadt].", "Guy Verhofstadt|person"),
    ("“{No comment},” was all that [Boeing] would say.", "Boeing|organisation"),
    ("“{We were first},” boasted [the ministry's spokesman, Igor Konashenkov].", "Igor Konashenkov|person"),
    ("“{So be it},” wrote [Ursula von der Leyen].", "Ursula von der Leyen|person"),
    ("“{They fear us},” said [one resident, who would not be named].", "*|anonymous"),
    ("“{Enough},” said [the archbishop of Canterbury, Justin Welby].", "Justin Welby|person"),
    ("“{Rates will hold},” predicted [ING economist Carsten Brzeski].", "Carsten Brzeski|person|ING economist"),
    ("“{It was chaos},” recalled [Tom Fletcher, the UN's aid chief].", "Tom Fletcher|person|*|UN"),
    ("“{They lied},” alleged [lawyers for the family].", "lawyers for the family|group"),
    ("“{We will win},” vowed [Georgian President Salome Zourabichvili].", "Salome Zourabichvili|person|Georgian President|GE"),
    ("“{Come home},” pleaded [his mother, Ana Torres].", "Ana Torres|person"),
]  # fmt: skip

TWO_AND_THEY = [
    # counterparts hold the same office
    ("Turkish Foreign Minister Hakan Fidan received his Iraqi counterpart Fuad Hussein. [The Iraqi minister] said {water was scarce}.", "Fuad Hussein|person"),
    ("Turkish Foreign Minister Hakan Fidan received his Iraqi counterpart Fuad Hussein. [Both ministers] said {it went well}.", "Hakan Fidan and Fuad Hussein|group"),
    ("French President Emmanuel Macron hosted his Polish counterpart Andrzej Duda. [The two presidents] said {it was urgent}.", "Emmanuel Macron and Andrzej Duda|group"),
    # sides named by their leaders only
    ("Russian President Vladimir Putin and U.S. President Donald Trump spoke. [Both sides] said {talks go on}.", "Russia and United States|group"),
    ("Indian Prime Minister Narendra Modi met Chinese President Xi Jinping. [The two countries] agreed {to fly again}.", "India and China|group"),
    ("Egyptian President Abdel Fattah el-Sisi called King Abdullah of Jordan. [The two sides] urged {a truce}.", "Egypt and Jordan|group"),
    # one ministry is not another
    ("The Ministry of Commerce spoke first. [The foreign ministry] said {it was a mistake}. China was angry.", "foreign ministry|organisation||CN"),
    ("[Russia's Defence Ministry] said {drones fell}. [The foreign ministry] said {it would protest}.", "*|organisation||RU;foreign ministry|organisation||RU"),
    # documents by whoever issued them
    ("Russia and China issued a joint statement on Monday. [The joint statement] said {force was no answer}.", "Russia and China|group"),
    ("The White House released a fact sheet. [The fact sheet] said {tariffs would fall}.", "White House|organisation||US"),
    # particles, names like places
    ("Ursula von der Leyen spoke. \"{It is good},\" [von der Leyen] said.", "Ursula von der Leyen|person"),
    ("[Jordan Bardella, the party's president,] said {France was humbled}. [Bardella] said {so}.", "Jordan Bardella|person;Jordan Bardella|person"),
    ("Commerce ministry spokeswoman He Yongqian spoke. [He Yongqian] said {tariffs must go}.", "He Yongqian|person"),
    ("[India Walton] said {she would run}.", "India Walton|person"),
    ("[Hungary's Viktor Orbán] wrote {so}.", "Viktor Orbán|person||HU"),
    # handles
    ("[@BankWatcher] wrote {this was madness}.", "@BankWatcher|person"),
    ("Senator Elizabeth Warren (@SenWarren) was angry. [@SenWarren] wrote {shame on them}.", "Elizabeth Warren|person|Senator"),
    # one who goes by they
    ('Alex Rivera, a nonbinary activist, led the rally. "{We stay}," [they] said.', "Alex Rivera|person"),
    ("[Sam Taylor, who uses they/them pronouns,] said {it was cruel}. [They] said {it must go}.", "Sam Taylor|person;Sam Taylor|person"),
    ("[Farmers] said {prices fell}. [They] said {they would march}.", "Farmers|group;Farmers|group"),
    ("Protesters met Kim Lee outside. [They] said {it was late}.", "*"),
    # what is of the source
    ("[Iraq's ambassador to {Turkey}] said so.", "*"),
    ("[Kashkari] <said> {he was worried}.", "Kashkari|person"),
    ("[Two weeks ago Bailey] said {it was not}.", "Bailey"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), NAMED_AFTER)
def test_named_after(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Who is named only after a quotation is its speaker all the same."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), NAMED_AT_THE_END)
def test_named_at_the_end(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """A speaker whom only the end of the quotation names."""
    check(story, expected)


@pytest.mark.parametrize(("story", "expected"), TWO_AND_THEY)
def test_two_and_they(check: Callable[[str, str], None], story: str, expected: str) -> None:
    """Two at once, one of two, handles, and names that look like something else."""
    check(story, expected)


def test_a_handle_alone_is_less_sure(told: Callable[..., list[Resolution]]) -> None:
    """Nobody is known behind a handle: it stays, less sure and with a clue."""
    one = told("[@BankWatcher] wrote {this was madness}.")[0]
    assert one.confidence == 0.7
    assert one.evidence.clues == (Clue("handle only"),)
