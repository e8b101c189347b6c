"""Find the subject of a verb of saying in its sentence."""

from __future__ import annotations

from statements_cli.languages.quoted import COVER
from statements_cli.languages.reports.sentence import Sentence
from statements_cli.languages.words.addressees import first_not_addressed, without_addressees, without_bare_bodies
from statements_cli.languages.words.phrases import Phrase, begins_with_subject, phrases
from statements_cli.languages.words.split_words import Word, parted
from statements_cli.model import Span

_NEAR_PRONOUN = 2  # words between a pronoun and its verb
_LONGEST = 9  # words of a subject that no office or name shows
_BEHIND = 5  # words between a verb and the subject behind it


def subject_of(sentence: Sentence, verb: int, stop: int) -> Span | None:
    """Return the subject of a verb whose content begins with word ``stop``."""
    words, known = sentence.words, sentence.known
    start = sentence.group_start(verb)
    if words[verb].low in sentence.grammar.impersonal and (place := place_said(sentence, verb)) is not None:
        return place
    for word in words[start:verb]:
        if word.low in known.pronouns:
            return word.start, word.end
    begin = _clause_start(sentence, start)
    behind = subject_behind(sentence, verb, stop)
    named = next(phrases(words[verb + 1 : stop], known, past_commas=False), None)
    direct = named is not None and named.first == 0 and (start == begin or parted(words[start]))
    if "verb-second" in sentence.grammar.traits:
        if not begins_with_subject(words[begin:start], known) and behind is not None:
            return behind
    elif direct:
        return behind
    return _before(sentence, begin, start) or behind or _first_word(sentence, begin)


def _first_word(sentence: Sentence, begin: int) -> Span | None:
    """Return a name that alone stands before the auxiliary, where no other subject is.

    For example: ``Roth hatte im Mai erklärt``.
    """
    words, grammar = sentence.words[begin:], sentence.grammar
    if "verb-second" not in grammar.traits or len(words) < 2 or words[1].low not in grammar.auxiliaries:
        return None
    found = next(phrases(words[:1], sentence.known, past_commas=False), None)
    return _span(words, found) if found is not None else None


def _clause_start(sentence: Sentence, stop: int) -> int:
    """Return the number of the word by which the clause of a verb begins.

    Behind a colon, a dash or a semicolon.
    """
    for at in range(stop - 1, 0, -1):
        if any(mark in sentence.words[at].gap for mark in ";:") or _opens_bracket(sentence, at, stop):
            return at
        conjunction = "comma" in sentence.grammar.traits or not parted(sentence.words[at])
        if sentence.words[at].low in sentence.grammar.that and conjunction and at < stop - 1:
            return at + 1
    return 0


def _opens_bracket(sentence: Sentence, at: int, stop: int) -> bool:
    """Return whether a bracket opens before a word that isn't closed before the verb."""
    if "(" not in sentence.words[at].gap:
        return False
    return not any(")" in word.gap for word in sentence.words[at + 1 : stop + 1])


def _before(sentence: Sentence, begin: int, stop: int) -> Span | None:
    words, known, grammar = sentence.words[begin:stop], sentence.known, sentence.grammar
    found = [
        phrase for phrase in phrases(words, known, past_commas=True)
        if not _is_aside(sentence, words, phrase) or (phrase.pronoun and phrase.stop == len(words))
    ]  # fmt: skip
    near = [phrase for phrase in found if phrase.pronoun and len(words) - phrase.stop <= _NEAR_PRONOUN]
    named = [phrase for phrase in found if not phrase.pronoun and not _is_adverb(words, phrase, sentence)]
    named = without_bare_bodies(without_addressees(named, words, known), words, known)
    second = "verb-second" in grammar.traits and begins_with_subject(words, known)
    if near and (not named or named[-1].stop <= near[-1].first):
        return _span(words, near[-1])
    if second and found and found[0].pronoun:
        return _span(words, found[0])
    if named:
        shared = second or (bool(words) and words[-1].low in grammar.coordinators)
        return _span(words, named[0] if shared else named[-1])
    return _bare_subject(sentence, words)


def _is_aside(sentence: Sentence, words: list[Word], phrase: Phrase) -> bool:
    """Return whether a phrase stands in a clause of its own.

    For example: ``X, qui a rencontré Y, a dit``.
    """
    at = phrase.first
    while at and not parted(words[at]):
        at -= 1
        if words[at].low in sentence.grammar.relatives and at < phrase.first:
            return True
    return bool(at) and words[at].low in sentence.grammar.relatives


def _is_adverb(words: list[Word], phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether the first word of a sentence alone is taken for a name.

    It has a capital whatever it is.
    """
    first = words[phrase.first]
    alone = phrase.stop - phrase.first == 1 and first.start == sentence.words[0].start
    known = sentence.known
    listed = first.low in known.roles or first.low in known.bodies or first.low in known.groups
    return alone and not first.upper and not listed and first.low not in known.places and len(words) > 1


def _bare_subject(sentence: Sentence, words: list[Word]) -> Span | None:
    """Return a subject that no office or name shows.

    An article with its noun, right before the verb.
    """
    known, grammar = sentence.known, sentence.grammar
    start = len(words)
    while start and not (start < len(words) and parted(words[start])):
        start -= 1
    part = words[start:]
    while part and (part[0].low in grammar.coordinators or part[0].low in known.ends):
        part = part[1:]
    while part and (part[-1].low in grammar.auxiliaries or part[-1].low in known.ends):
        part = part[:-1]
    if not part or len(part) > _LONGEST or any(word.low.startswith(COVER) for word in part):
        return None
    if any(word.low in grammar.relatives or word.low in grammar.that for word in part):
        return None
    if grammar.determiners:
        opens = part[0].low in grammar.determiners and part[0].low not in known.prepositions
        return (part[0].start, part[-1].end) if opens and len(part) > 1 else None
    return None


def subject_behind(sentence: Sentence, verb: int, stop: int) -> Span | None:
    """Return the subject behind a verb and before word ``stop``."""
    words, known = sentence.words[verb + 1 : stop], sentence.known
    found = first_not_addressed(phrases(words, known, past_commas=False), words, known)
    if found is None:
        return _bare_behind(sentence, words)
    if found.first > _BEHIND or any(word.low.startswith(COVER) for word in words[: found.first]):
        return None
    return _span(words, found)


def place_said(sentence: Sentence, verb: int) -> Span | None:
    """Return the document or body in which an impersonal verb says something.

    For example: ``heißt es in einer Erklärung``.
    """
    words, known = sentence.words[verb + 1 :], sentence.known
    stop = next((n for n, word in enumerate(words) if parted(word)), len(words))
    joining = (known.prepositions | known.genitives).difference(sentence.grammar.asked)
    at = next((n for n, word in enumerate(words[: min(stop, 3)]) if word.low in joining), None)
    if at is None:
        start = sentence.group_start(verb)
        words = sentence.words[:start]
        if not words or words[0].low not in known.prepositions or any(map(parted, sentence.words[1 : start + 1])):
            return None
        at = 0
    found = next(phrases(words[at + 1 :], known, past_commas=False, objects=True), None)
    return _span(words[at + 1 :], found) if found is not None and found.first <= 1 else None


def _bare_behind(sentence: Sentence, words: list[Word]) -> Span | None:
    known, grammar = sentence.known, sentence.grammar
    if not words or words[0].low not in grammar.determiners or words[0].low.startswith(COVER) or parted(words[0]):
        return None
    at = 1
    while at < min(len(words), _LONGEST) and not parted(words[at]):
        low = words[at].low
        if low in known.ends or low in grammar.relatives or low in grammar.that or low in known.prepositions:
            break
        at += 1
    while at > 1 and words[at - 1].low in known.links:
        at -= 1
    return (words[0].start, words[at - 1].end) if at > 1 and words[0].low not in known.prepositions else None


def _span(words: list[Word], phrase: Phrase) -> Span:
    return words[phrase.first].start, words[phrase.stop - 1].end
