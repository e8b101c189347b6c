"""Tell where a phrase that names a speaker ends, and what still belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.languages.words.given_names import is_given_name
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import medium_at
from statements_cli.languages.words.particles import is_particle
from statements_cli.languages.words.split_words import Word, parted

OPENING_MARKS, _CLOSING_MARKS = frozenset("«“„"), frozenset("»”")
_ADJECTIVES = ("ского", "цкого", "ской", "цкой", "ського", "цького", "ської", "цької")


def is_adjective(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether a Slavonic word is an adjective: ``губернатор Пермского края Иван Серов``."""
    if (
        not words[at].low.endswith(_ADJECTIVES)
        or at + 2 >= len(words)
        or parted(words[at + 1])
        or parted(words[at + 2])
    ):
        return False
    noun, name = words[at + 1], words[at + 2]
    small = (known.verbs, known.ends, known.prepositions, known.links)
    return not noun.capital and name.capital and not any(noun.low in listed for listed in small)


def begins_medium(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether an article and a medium's name follow: ``der Politiker dem NDR``."""
    dative = words[at].low in known.no_subjects or known.article_genders.get(words[at].low) == "m"
    return dative and at + 1 < len(words) and medium_at(words, at + 1, known) is not None


def is_marked_off(words: Sequence[Word], first: int, at: int, known: LanguageWords) -> bool:
    """Return whether a word follows a name between marks, or is a medium between marks."""
    gap = words[at].gap
    if gap == " ":  # "в Минздраве ТАСС сообщили": nothing marks the one spoken to
        return "а" <= words[at].low[0] <= "ї" and words[at].capital and medium_at(words, at, known) is not None
    if gap[:1] in _CLOSING_MARKS and words[first].gap[-1:] in OPENING_MARKS:
        return True
    return gap[-1:] in OPENING_MARKS and medium_at(words, at, known) is not None


def name_goes_on(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether a small word behind a name belongs to it.

    Ursula von der Leyen, not Hans Meier von der Universität.
    """
    if known.capital_nouns and at > 1 and is_given_name(words[at - 2].low) and not is_given_name(words[at - 1].low):
        return False  # "Hans Meier von der Warte": the name has its parts
    while at < len(words) and is_particle(words, at) and not parted(words[at]):
        at += 1
    if at == len(words) or parted(words[at]) or not words[at].capital:
        return False
    word = words[at]
    return word.low not in known.bodies and word.low not in known.roles and word.low not in known.places
