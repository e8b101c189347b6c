"""Find the phrases of a sentence that can name a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statements_cli.languages.words.given_names import is_given_name
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import is_small_medium, medium_at, medium_end
from statements_cli.languages.words.particles import is_particle
from statements_cli.languages.words.phrase_bounds import begins_medium, is_adjective, is_marked_off, name_goes_on
from statements_cli.languages.words.split_words import Word, parted

_ONE_OF = 8  # words of "one of those who"
_COMPLEMENT = 6  # words between an office's preposition and the name of its holder
LOOSE = 4
"""Words in lower case that may stand in a row within a phrase: "ministre des affaires étrangères"."""


def begins_with_subject(words: Sequence[Word], known: LanguageWords) -> bool:
    """Return whether a clause whose verb is its second part begins with its subject.

    A pronoun, a name, an article's noun.

    One word with a capital is mostly an adverb where all sentences begin so, unless it is known to be a name or body.
    """
    first = next(phrases(words, known, past_commas=True), None)
    if first is None or first.first:
        return False
    if first.stop - first.first > 1 or first.pronoun:
        return True
    word = words[0]
    return (
        word.upper
        or word.low in known.roles
        or any(word.low in listed for listed in (known.bodies, known.places, known.groups, known.media))
    )


class Phrase(NamedTuple):
    """A phrase that can name a speaker.

    The numbers of its first word and of the one after its last.
    """

    first: int
    stop: int
    pronoun: bool = False


def phrases(
    words: Sequence[Word], known: LanguageWords, *, past_commas: bool, objects: bool = False
) -> Iterator[Phrase]:
    """Yield phrases that can name a speaker and follow no preposition, in order.

    ``past_commas``: whether to go on behind a comma, as before a verb, or to stop there, as behind one;
    ``objects``: whether those that are objects of a preposition are wanted too.
    """
    at, governed = 0, False
    while at < len(words):
        word = words[at]
        if at and parted(word):
            if not past_commas:
                return
            governed = False
            if "(" in word.gap and (close := _bracket_end(words, at)):
                at = close  # "Anne Martin (PS), maire de Lille"
                continue
        following = words[at + 1] if at + 1 < len(words) and not parted(words[at + 1]) else None
        alone = following is None or not following.capital
        if word.low in known.demonstratives and _is_epithet(words, at, known) and not governed:
            yield Phrase(at, at + 2, pronoun=True)
            at += 2
        elif (
            word.low in known.pronouns
            and alone
            and not (following is not None and following.low in known.times)  # "este martes"
            and not (governed and not _is_relative(words, at, known))
        ):
            yield Phrase(at, at + 1, pronoun=True)
            at += 1
        elif word.low in known.prepositions or (at and word.low in known.genitives and not parted(word)):
            governed = True
            at += 1
        elif word.low in known.ones and following is not None and following.low in known.ones_of:
            stop = _end_of_one(words, at, known)
            if not governed or objects:
                yield Phrase(at, stop)
            governed = False
            at = stop
        elif word.low in known.ends and word.low not in known.interviews:
            governed = governed and word.low in known.indefinites
            at += 1
        elif (first := _opens(words, at, known)) is not None:
            governed = governed or word.low in known.no_subjects or _is_dative(words, at, known)
            told = words[first]
            if governed and not objects and (medium := medium_at(words, first, known)) is not None:
                at, governed = medium[1], False  # "sur France Inter, estimant que …"
                continue
            if governed and not objects and (told.upper or told.low in known.places or told.low in known.bodies):
                at, governed = first + 1, False  # "a dit à l’AFP Claire Dupont": the object is one word
                continue
            stop = medium_end(words, first, known) or _phrase_end(words, first, known)
            if governed and not objects and word.low not in known.roles and told.low not in known.roles:
                stop = next(
                    (n for n in range(first + 1, stop) if parted(words[n])), stop
                )  # "en rueda de prensa, X dijo"
            if (objects or not governed) and stop > at:
                yield Phrase(at, stop)
            governed = False
            at = max(stop, at + 1)
        else:
            linked = word.low in known.links or word.low in known.possessives or word.low in known.interviews
            governed = governed and (linked or (known.capital_nouns and not word.capital))
            at += 1


def _end_of_one(words: Sequence[Word], at: int, known: LanguageWords) -> int:
    """Return the number of the word behind one of several.

    For example: ``один из участников``, ``uno de los vecinos``.
    """
    stop = at + 2
    while stop < len(words) and not parted(words[stop]) and stop - at < _ONE_OF:
        if words[stop].low in known.verbs or (words[stop].low in known.ends and words[stop].low not in known.links):
            break
        stop += 1
    return stop


def _bracket_end(words: Sequence[Word], at: int) -> int | None:
    """Return the number of the first word behind a bracket that opens before a word.

    None where it stays open.
    """
    return next((number for number in range(at + 1, len(words)) if ")" in words[number].gap), None)


def _is_relative(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether a pronoun follows one that a preposition governs: ``bei dem sie sagte``."""
    return known.capital_nouns and at > 0 and words[at - 1].low in known.links


def _is_epithet(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether two words stand for somebody named before, and no name follows: ``ce dernier``."""
    if at + 1 >= len(words) or parted(words[at + 1]) or f"{words[at].low} {words[at + 1].low}" not in known.epithets:
        return False
    return at + 2 >= len(words) or parted(words[at + 2]) or not words[at + 2].capital


def _is_dative(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether a masculine article stands before a feminine noun: ``Der Zeitung sagte Merz``."""
    if known.article_genders.get(words[at].low) != "m" or not known.capital_nouns:
        return False
    noun = next((word for word in words[at + 1 : at + 1 + LOOSE] if word.capital or parted(word)), None)
    return noun is not None and noun.low.endswith(known.feminine_ends)


def _opens(words: Sequence[Word], at: int, known: LanguageWords) -> int | None:
    """Return the word by which a phrase that begins here names somebody.

    An office, a body or a name; None without one.
    """
    for number in range(at, min(at + LOOSE, len(words))):
        word = words[number]
        if number > at and parted(word):
            return None
        if names_somebody(word, known):
            return number
        # an article or an adjective may stand before it, where the phrase begins with one
        if word.low in known.ends or word.low in known.prepositions or word.low in known.verbs:
            return None
        if number == at and not (word.low in known.links or word.low in known.places):
            following = words[at + 1] if at + 1 < len(words) else None
            return at + 1 if following and following.low in known.roles and not parted(following) else None
    return None


def names_somebody(word: Word, known: LanguageWords) -> bool:
    """Return whether a word by itself can name a speaker.

    A capital, an office, a body.
    """
    if word.low in known.roles or word.low in known.bodies or word.low in known.groups:
        return word.capital or word.low[0].isdecimal() or not known.capital_nouns
    if not word.capital or word.low in known.links or word.low in known.ends:
        return is_small_medium(word, known)
    return word.low not in known.verbs and word.low not in known.possessives


def _phrase_end(words: Sequence[Word], first: int, known: LanguageWords) -> int:
    """Return the number of the word after a phrase that names somebody from ``first`` on."""
    at, good, loose, named, commas = first, first, 0, False, 0
    office = False
    while at < len(words):
        word = words[at]
        if at > first and parted(word):
            if word.gap.strip() != "," or commas or not _apposition(words, at, known, named=named and not office):
                break
            commas += 1
            named = False
        if word.low in known.complements and office and not named and (name := _holder_behind(words, at, known)):
            at = name  # "глава комитета по транспорту Иван Серов"
            continue
        if (word.low in known.verbs and not word.capital) or word.low in known.prepositions:
            break
        marked = (named or office) and at > first and (word.capital or word.gap != " ")
        if marked and is_marked_off(words, first, at, known):
            break
        if named and is_particle(words, at) and not word.capital:
            if not name_goes_on(words, at, known):
                break
            at += 1
            continue
        if word.low in known.links and not (named and word.capital):
            if named or (office and begins_medium(words, at, known)):
                break
            at += 1
            continue
        if word.low in known.ends:
            break
        if word.low in known.roles or word.low in known.bodies or word.low in known.groups:
            office, loose = True, 0
            named = named and word.capital
            good = at + 1
        elif word.capital:
            owned = at > first and words[at - 1].low in known.links
            owned = owned or is_adjective(words, at, known)
            named = named or not (owned or (office and word.low in known.places))
            loose = 0
            good = at + 1
        else:
            loose += 1
            if word.low[0].isdecimal() or (known.capital_nouns and good > first):
                break  # an adjective stands before its noun, which has a capital
            if loose > LOOSE or not office or (named and words[at - 1].low not in known.links):
                break
            good = good if named or known.capital_nouns else at + 1
        at += 1
    return good


def _holder_behind(words: Sequence[Word], at: int, known: LanguageWords) -> int | None:
    """Return the number of the first word of a full name behind an office's complement.

    None without one.
    """
    for number in range(at + 1, min(at + _COMPLEMENT, len(words) - 1)):
        word = words[number]
        if parted(word) or word.low in known.roles or word.low in known.verbs:
            return None
        if not word.capital or word.low in known.places or word.low in known.bodies:
            continue
        following = words[number + 1]
        full = following.capital and not parted(following) and number > at + 1
        cyrillic = "а" <= word.low[0] <= "ї"
        return number if full and (is_given_name(word.low) or (cyrillic and not word.upper)) else None
    return None


def _apposition(words: Sequence[Word], at: int, known: LanguageWords, *, named: bool) -> bool:
    """Return whether what a comma parts from a phrase says who that is.

    A name behind an office, an office behind a name.
    """
    if not named:
        after = words[at + 1] if at + 1 < len(words) else None
        full = after is not None and after.capital and not parted(after)
        return words[at].capital and (full or words[at].low not in known.places) and words[at].low not in known.ends
    return any(
        word.low in known.roles and not any(parted(w) for w in words[at + 1 : number + 1])
        for number, word in enumerate(words[at : at + LOOSE], at)
    )
