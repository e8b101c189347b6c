"""Find where what a verb of saying governs begins.

Behind a conjunction, a colon, a comma, or as an infinitive.
"""

from __future__ import annotations

from itertools import pairwise

from statements_cli.languages.reports.sentence import Sentence
from statements_cli.languages.words.split_words import parted

REACH = 18  # words between a verb and its conjunction
_ASIDE = 4  # words between two commas behind a verb
_COMMAS = 3  # commas between them: an apposition has two
_NEAR_INFINITIVE = 9  # words between a verb and its infinitive
_SUBJECT = 5  # words of a subject that stands before its verb
_CLAUSE = 30  # words of a clause in which a subjunctive is looked for


def behind_conjunction(sentence: Sentence, verb: int) -> int | None:
    """Return the number of the first word behind the conjunction that a verb governs.

    None without one.
    """
    words, grammar = sentence.words, sentence.grammar
    if "comma" not in grammar.traits and verb + 1 < len(words) and "," in words[verb + 1].gap:
        return _behind_aside(sentence, verb)  # not "su objetivo, dijo, fue la esperanza de que …"
    commas = 0
    for at in range(verb + 1, min(verb + REACH, len(words) - 1)):
        word = words[at]
        if any(mark in word.gap for mark in ";:"):
            return None
        comma = "," in word.gap
        commas += comma
        if commas > _COMMAS:
            return None
        if word.low in grammar.that:
            if words[at - 1].low in grammar.not_that and at - 1 > verb:
                return None
            if comma or "comma" not in grammar.traits:
                return at + 1
        if at in sentence.verbs or (comma and word.low in grammar.relatives and "comma" not in grammar.traits):
            return None
        if comma and grammar.moods and _has_mood(sentence, at):
            return None  # "sagte, er glaube, dass …": the clause before is what is said
        if comma and "comma" in grammar.traits and word.low in grammar.relatives:
            return None
    return None


def _behind_aside(sentence: Sentence, verb: int) -> int | None:
    """Return the first word behind a conjunction that a short aside parts from its verb.

    For example: ``añadió, además, que``.
    """
    words = sentence.words
    for at in range(verb + 2, min(verb + 2 + _ASIDE, len(words) - 1)):
        if "," in words[at].gap:
            return at + 1 if words[at].low in sentence.grammar.that else None
    return None


def behind_comma(sentence: Sentence, verb: int) -> int | None:
    """Return where a clause in the subjunctive begins that no conjunction opens.

    For example: ``Merz sagte, die Lage sei ernst``.
    """
    words, grammar = sentence.words, sentence.grammar
    if not grammar.moods:
        return None
    for at in range(verb + 1, min(verb + REACH, len(words))):
        if any(mark in words[at].gap for mark in ";:"):
            return None
        if "," not in words[at].gap:
            continue
        if at in sentence.verbs:
            return None
        if words[at].low in grammar.relatives and words[at].low not in grammar.opening_articles:
            continue
        if any(sentence.is_mood(n, grammar.moods) for n in range(at, min(at + _CLAUSE, len(words)))):
            return at
        if _is_main_clause(sentence, verb, at):
            return at
    return None


def _has_mood(sentence: Sentence, at: int) -> bool:
    """Return whether a clause, up to its comma, is in the mood of hearsay."""
    words = sentence.words
    stop = next((n for n in range(at + 1, len(words)) if parted(words[n])), len(words))
    return any(sentence.is_mood(n, sentence.grammar.moods) for n in range(at, stop))


def _is_main_clause(sentence: Sentence, verb: int, at: int) -> bool:
    """Return whether a clause has its verb behind its subject.

    For example: ``sagte Roth, die Werte sinken weiter``.
    """
    words, grammar = sentence.words, sentence.grammar
    if "verb-second" not in grammar.traits or words[verb].low in grammar.object_verbs:
        return False
    subject = at
    if words[at].low in grammar.opening_articles or words[at].low in sentence.known.article_genders:
        subject = at + 1
        while subject < len(words) and not words[subject].capital and not parted(words[subject]):
            subject += 1
    elif words[at].low not in sentence.known.pronouns:
        return False
    while subject + 1 < len(words) and words[subject + 1].capital and not parted(words[subject + 1]):
        subject += 1
    finite = subject + 1
    if finite >= len(words) or parted(words[finite]) or finite - at > _SUBJECT:
        return False
    verb_like = words[finite].low.endswith(("en", "t", "te")) and not words[finite].capital
    goes_on = finite + 1 < len(words) and not parted(words[finite + 1]) and words[finite + 1].low not in grammar.finite
    known = sentence.known
    small = words[finite].low in known.ends or words[finite].low in known.prepositions
    return words[finite].low in grammar.finite or sentence.is_covered(finite) or (verb_like and goes_on and not small)


def behind_colon(sentence: Sentence, verb: int) -> int | None:
    """Return where what a colon announces begins, if it isn't a quotation."""
    words = sentence.words
    for at in range(verb + 1, min(verb + REACH, len(words) - 2)):
        if ":" in words[at].gap:
            return None if sentence.is_covered(at) else at
        if ";" in words[at].gap or words[at].low in sentence.grammar.relatives:
            return None
    return None


def infinitive_of(sentence: Sentence, verb: int) -> int | None:
    """Return the place of a verb's infinitive, or of its clause's first word in German."""
    words, grammar = sentence.words, sentence.grammar
    if words[verb].low not in grammar.infinitive_verbs:
        return None
    if grammar.infinitive_particles:
        return _particle_infinitive(sentence, verb)
    for at in range(verb + 1, min(verb + _NEAR_INFINITIVE, len(words))):
        if parted(words[at]):
            return None
        word = words[at]
        if word.capital or len(word.low) < 4 or not word.low.endswith(grammar.infinitive_ends):
            continue
        if word.low in grammar.silent and words[verb].low.startswith(grammar.refusing):
            return None
        if word.low.endswith(grammar.no_infinitive_ends or ("\0",)) or word.low in sentence.known.roles:
            continue
        before = words[at - 1].low
        if before in grammar.determiners - grammar.before_infinitive:
            continue
        between = words[verb + 1 : at]
        told = any(one.low in sentence.known.prepositions for one in between)
        fillers = sentence.known.ends | grammar.determiners
        told = told or (all(one.low in fillers for one in between) and words[at - 1].low in sentence.known.ends)
        if grammar.determiners and at - 1 != verb and before not in grammar.before_infinitive and not told:
            continue
        while at - 1 > verb and words[at - 1].low in grammar.clitics:
            at -= 1
        return at
    return None


def _particle_infinitive(sentence: Sentence, verb: int) -> int | None:
    words, grammar = sentence.words, sentence.grammar
    particles = grammar.infinitive_particles
    for at in range(verb + 1, min(verb + REACH, len(words))):
        if "," not in words[at].gap:
            continue
        if at in sentence.verbs:
            return None
        clause = words[at : at + _CLAUSE]
        pairs = pairwise(clause)
        if any(a.low in particles and b.low.endswith("n") and not b.capital for a, b in pairs):
            return at
        if any(word.low.startswith(grammar.separable) and not word.capital for word in clause):
            return at
        return None
    return None
