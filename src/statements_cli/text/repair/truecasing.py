"""Give a text in capitals the letters that print would have, one for one.

    MAYOR ELLEN PARK SAID ON TUESDAY  ->  Mayor Ellen Park said on Tuesday

Names are recognised by lists: first names and what follows them, titles, places, months, media and acronyms.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.data import SortedWords, table, word_list

_AFTER_NAME = frozenset(("SAID", "SAYS", "AND", "OF", "THE", "TO", "IN", "ON", "AT", "WAS", "IS", "HAS", "HAD", "TOLD"))
_NO_INITIALS = frozenset(("A", "I"))


def truecased(text: str) -> str:
    """Return a text in capitals with the letters that print would have."""
    surnames = _surnames_told(text)
    names = {found.start(): found.group() for found in _name().finditer(text)}
    pieces, done, before = list[str](), 0, ""
    words = [*_word().finditer(text)]
    for number, found in enumerate(words):
        word, start = found.group(), found.start()
        after = words[number + 1].group() if number + 1 < len(words) else ""
        if start < done:
            continue  # within a name of several words
        name = names.get(start)
        opens = not before or _ends_sentence(text, done, start)
        cased = (
            _names().get(name, name.capitalize())
            if name
            else _cased(word, before, after, opens=opens, surnames=surnames)
        )
        pieces += (text[done:start], cased)
        done, before = start + len(cased), (name or word).rpartition(" ")[2]
    return "".join([*pieces, text[done:]])


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")


def _ends_sentence(text: str, done: int, start: int) -> bool:
    """Return whether a sentence or line ends between two words."""
    between = text[done:start]
    if "\n" in between or "?" in between or "!" in between or ":" in between or "--" in between or "—" in between:
        return True
    return "." in between and " " in between and not _is_short(text, done)


def _is_short(text: str, end: int) -> bool:
    """Return whether an initial or a title ends there: "ELLEN J.", "DR."."""
    word = re.search(r"(?<![^\W\d_])[^\W\d_]++$", text[max(0, end - 8) : end])
    return word is not None and (len(word.group()) == 1 or word.group().capitalize() in _titles())


def _surnames_told(text: str) -> frozenset[str]:
    """Return the surnames of a text: words behind a first name or a title somewhere."""
    told, before = set[str](), ""
    for found in _word().finditer(text):
        word = found.group()
        titled = before.capitalize() in _titles() and before not in _PLAIN_TITLES
        shortened = text[max(0, found.start() - 2)] == "."  # "MR. HOLT"; "AN AIDE LEFT" has a title and no name
        led = _is_first_name(before) or (titled and (shortened or word.lower() in _surnames()))
        if led and word not in _AFTER_NAME and len(word) > 1 and text[found.start() - 1] == " ":
            told.add(word)
        if len(word) > 1 or not led:
            before = word  # an initial parts no names: "ELLEN J. PARK"
    return frozenset(told)


_PLAIN_TITLES = frozenset(("THE", "CHIEF", "GENERAL", "MAJOR", "JUSTICE", "COUNT", "HEAD", "FATHER", "FIRST"))


def _cased(word: str, before: str, after: str, *, opens: bool, surnames: frozenset[str]) -> str:
    """Return a word in the letters that print would have."""
    if not word.isupper():
        return word
    lower = "".join([small if len(small := letter.lower()) == 1 else letter for letter in word])
    capital = word[:3] + lower[3:] if lower.startswith(("o'", "o’", "d'", "d’")) else word[0] + lower[1:]
    if "." in word or word in _acronyms() or (len(word) == 1 and word not in _NO_INITIALS):
        return lower if word == "US" and before != "THE" else word
    if opens or word == "I" or _is_first_name(word):
        return capital
    if word in surnames and before not in ("THE", "A", "AN", "TO"):
        return capital
    leads = capital in _titles() and (after in surnames or _is_first_name(after) or len(after) == 1)
    return capital if leads else lower


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_list("names/titles.txt"))


@cache
def _surnames() -> SortedWords:
    return SortedWords("names/surnames.txt")


@cache
def _first_names() -> tuple[SortedWords, SortedWords]:
    return SortedWords("names/first_names_female.txt"), SortedWords("names/first_names_male.txt")


@cache
def _words_too() -> frozenset[str]:
    """Return first names that are words, too, which stand small but in names: "WILL", "AIDE"."""
    nouns = [row[0] for row in table("names/person_nouns.tsv")] + [row[0] for row in table("names/body_nouns.tsv")]
    return frozenset((*word_list("names/first_names_words.txt"), *nouns, *word_list("names/group_nouns.txt")))


def _is_first_name(word: str) -> bool:
    lower = word.lower()
    return len(word) > 1 and lower not in _words_too() and any(lower in names for names in _first_names())


@cache
def _names() -> dict[str, str]:
    """Return places, peoples, bodies, media and days as printed, by their letters in capitals."""
    cells = [cell for row in table("places/countries.tsv") for cell in row[1:]]
    cells += [cell for row in table("names/bodies.tsv") for cell in row[1:]]
    cells += [cell for row in table("places/seats.tsv") for cell in row[:2]]
    cells += [row[0].removeprefix("The ") for row in table("outlets/outlets.tsv")]
    cells += [*word_list("places/regions.txt"), *word_list("names/firms.txt")]
    cells += word_list("grammar/days_and_months.txt")
    unsure = frozenset(word_list("outlets/outlets_ambiguous.txt")) | {"May", "March", "Us", "Who"}
    names = {name for cell in cells for name in cell.split("|")} - unsure
    return {name.upper(): name for name in names if len(name) > 3 and not name.islower()}


@cache
def _name() -> re.Pattern[str]:
    """Match the longest of these names, and "MAY" or "MARCH" beside a number."""
    listed = "|".join(map(re.escape, sorted(_names(), key=lambda name: (-len(name), name))))
    return re.compile(rf"\b(?:{listed}|(?:MAY|MARCH)(?= \d)|(?<=\d )(?:MAY|MARCH))\b")


@cache
def _acronyms() -> frozenset[str]:
    """Return acronyms of bodies, media and countries, and of states."""
    cells = [cell for row in table("names/bodies.tsv") for cell in row]
    cells += [row[2] for row in table("places/countries.tsv")] + [row[2] for row in table("outlets/outlets.tsv")]
    names = {name for cell in cells for name in cell.split("|")} | {"FBI", "CIA", "NASA", "TV", "DNA", "UK", "US", "EU"}
    return frozenset(name for name in names if name.isupper() and name.isalpha() and name not in ("WHO", "IT"))
