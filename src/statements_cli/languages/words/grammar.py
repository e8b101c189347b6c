"""Load what reports of speech are built with in one language.

Conjunctions, verbs with an infinitive.

The lists lie beside those of ``lexicon``. Forms of verbs that no list has are recognised by their stems.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from statements_cli.languages.words.lexicon import lines, pairs, words_of

_HEAD = 3  # letters by which a word can be one of the verbs
_CLITICS = frozenset(("l'", "l’"))
_SHORTEST = 5  # letters of the shortest word that is recognised by its stem


class Grammar(NamedTuple):
    """The words by their use; see the head of ``grammar.tsv``.

    ``traits`` say how sentences are built: with a ``comma`` before each clause, with the verb as the second part.
    ``own_views`` are phrases such as "in his view", by their last words, with the number of the word that means whose;
    ``source_openings`` are words by which phrases that name a source are found; ``subordinating``
    words make "that" say when or why; ``asked`` announce who asked, ``citing`` whom a medium relies on;
    ``object_clause`` are verbs right behind which, without a mark, stands what is said;
    ``silent`` infinitives behind verbs that begin as ``refusing`` do mean that nothing was said;
    ``said_infinitives`` say something behind one of ``before_said`` ("made known").
    """

    code: str
    that: frozenset[str]
    not_that: frozenset[str]
    auxiliaries: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    comparisons: frozenset[str]
    so: frozenset[str]
    infinitive_ends: tuple[str, ...]
    gerund_ends: tuple[str, ...]
    noun_ends: tuple[str, ...]
    moods: frozenset[str]
    hearsay: frozenset[str]
    doubtful: tuple[str, ...]
    finite: frozenset[str]
    back: tuple[tuple[str, ...], ...]
    infinitive_verbs: frozenset[str]
    object_verbs: frozenset[str]
    participle_ends: tuple[str, ...]
    traits: frozenset[str]
    opening_articles: frozenset[str]
    before_infinitive: frozenset[str]
    no_infinitive_ends: tuple[str, ...]
    clitics: frozenset[str]
    infinitive_particles: frozenset[str]
    postpositions: frozenset[str]
    reports: frozenset[str]
    separable: tuple[str, ...]
    source_nouns: tuple[str, ...]
    before_gerund: frozenset[str]
    impersonal: frozenset[str]
    relayed: tuple[str, ...]
    told: tuple[str, ...]
    asked: tuple[str, ...]
    citing: tuple[tuple[str, ...], ...]
    object_clause: frozenset[str]
    silent: frozenset[str]
    refusing: tuple[str, ...]
    mood_ends: tuple[str, ...]
    adverb_ends: tuple[str, ...]
    own_views: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    source_openings: frozenset[str]
    subordinating: frozenset[str]
    said_infinitives: frozenset[str]
    before_said: frozenset[str]
    particles: dict[str, frozenset[str]]


@cache
def grammar_of(code: str) -> Grammar | None:
    """Return the grammar of reports in a language by its ISO 639-1 code.

    None where there is none of it.
    """
    rows = pairs(code, "grammar.tsv")
    if not rows or words_of(code) is None:
        return None
    many = {key: frozenset(words.split()) for key, words in rows.items()}
    none: frozenset[str] = frozenset()

    def some(key: str) -> frozenset[str]:
        return many.get(key, none)

    def ends(key: str) -> tuple[str, ...]:
        return tuple(rows.get(key, "").split())

    def phrases(key: str) -> tuple[str, ...]:
        return tuple(phrase for phrase in rows.get(key, "").split(",") if phrase)

    return Grammar(
        code,
        some("that"),
        some("not that"),
        some("auxiliary"),
        some("coordinator"),
        some("relative"),
        some("negation"),
        some("determiner"),
        some("as"),
        some("so"),
        ends("infinitive"),
        ends("gerund"),
        ends("nouns"),
        some("mood"),
        some("hearsay"),
        phrases("doubt"),
        some("finite"),
        tuple(tuple(phrase.split()) for phrase in phrases("back")),
        frozenset(lines(code, "infinitive_verbs.txt")),
        frozenset(lines(code, "object_verbs.txt")),
        ends("participle"),
        some("traits"),
        some("opening article"),
        some("before infinitive"),
        ends("no infinitive"),
        some("clitic"),
        some("infinitive particle"),
        some("postposition"),
        some("report"),
        ends("separable") or ("\0",),
        ends("source noun"),
        some("before gerund"),
        some("impersonal"),
        phrases("relayed"),
        phrases("told"),
        phrases("asked"),
        tuple(sorted((tuple(one.split()) for one in phrases("citing")), key=len, reverse=True)),
        some("object clause"),
        some("silent"),
        ends("refusing") or ("\0",),
        ends("mood end") or ("\0",),
        ends("adverb") or ("\0",),
        (own := _own_views(phrases("own view"), code)),
        frozenset(own) | some("so") | (known.openings if (known := words_of(code)) else none),
        some("subordinating"),
        some("said infinitive"),
        some("before said"),
        {form: frozenset(words.split()) for form, words in pairs(code, "particle_verbs.tsv").items()},
    )


def _own_views(phrases: tuple[str, ...], code: str) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return phrases for one's own view with the words that say whose.

    By their last words.
    """
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for one in phrases:
        words = tuple(one.split())
        found.setdefault(words[-1], []).append((words, _owner(words, code)))
    return {last: tuple(views) for last, views in found.items()}


def _owner(phrase: tuple[str, ...], code: str) -> int:
    """Return the number of the word that says whose view a phrase means.

    For example: ``a su juicio``.
    """
    known = words_of(code)
    owners = (known.possessives | known.pronouns | _CLITICS) if known else _CLITICS
    return next((at for at, word in enumerate(phrase) if word in owners), 0)


class _Stems(NamedTuple):
    heads: frozenset[str]
    stems: frozenset[str]


@cache
def _stems(code: str) -> _Stems:
    from statements_cli.text.stem import stem

    known = words_of(code)
    verbs = [verb for verb in known.verbs if verb.isalpha() and len(verb) >= _SHORTEST] if known else []
    return _Stems(frozenset(verb[:_HEAD] for verb in verbs), frozenset(stem(verb, code) for verb in verbs))


@lru_cache(4096)
def is_reporting_verb(low: str, code: str) -> bool:
    """Return whether a word in lower case is a form of a verb of saying.

    A listed one, or one of the same stem.

    Infinitives are none, nor are nouns, which the ends of words of a stem show.
    """
    known, grammar = words_of(code), grammar_of(code)
    if known is None or grammar is None:
        return False
    if low in known.verbs or low in grammar.infinitive_verbs:
        return True
    if len(low) < _SHORTEST or low[:_HEAD] not in _stems(code).heads or low in known.roles or low in known.bodies:
        return False
    participle = low.endswith(grammar.participle_ends or ("\0",))
    if low.endswith(grammar.noun_ends or ("\0",)) and not participle:
        return False
    if low.endswith(grammar.infinitive_ends or ("\0",)):
        return False
    from statements_cli.text.stem import stem

    return stem(low, code) in _stems(code).stems
