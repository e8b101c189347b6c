"""Find the clause beside a quotation that says who speaks.

The verb stands before its subject behind a quotation (``« … », a déclaré X``, ``— заявил X``, ``sagte X``,
``—dijo X``) and mostly behind it before one (``X a déclaré : « … »``); a phrase such as "according to" stands
before the name alone.
"""

from __future__ import annotations

from statements_cli.languages.clauses.clause import Clause, cue_of, described, is_quoting, phrase_span, word_span
from statements_cli.languages.clauses.sentence_bounds import REACH, sentence_end, sentence_start
from statements_cli.languages.words.addressees import first_not_addressed, without_addressees, without_bare_bodies
from statements_cli.languages.words.given_names import is_given_name
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import names_medium
from statements_cli.languages.words.phrases import begins_with_subject, names_somebody, phrases
from statements_cli.languages.words.split_words import Word, parted, words_in
from statements_cli.model import Span

NEAR = 4
"""Words from a quotation's end within which the verb begins."""
STOPS = tuple(".!?…")
_ARTICLE_AND_NOUN = 2
_INNER = 4  # characters before a closing mark among which a stop stands, a space between
CLOSING_MARKS = tuple('»”“"’‘«')


def clause_after(text: str, start: int, limit: int, known: LanguageWords) -> Clause | None:
    """Return the clause right after a quotation, its verb first, its subject behind."""
    start = _behind_brackets(text, start, limit)
    end = sentence_end(text, start, limit)
    words = words_in(text, start, end, known)
    if not words:
        return None
    if _opens_sentence(text, start, words) and not _refers_back(words, known):
        return None
    according = _according(words, known)
    if according is not None:
        return according
    if words[0].low in known.auxiliaries and (around := _around_subject(words, known)) is not None:
        return around
    if (quoting := _quoted_person(words, 0, known)) is not None and "," not in words[0].gap[1:]:
        return quoting
    verb = next((n for n, word in enumerate(words[:NEAR]) if _is_verb(word, known)), None)
    if verb is None:
        return _subject_first(words, known) or _unlisted(text, start, words, known)
    if any(words[n].capital or parted(words[n]) for n in range(1, verb + 1)):
        return _subject_first(words, known)
    if any(names_somebody(word, known) for word in words[:verb]):
        return _subject_first(words, known)
    stop = words[-1].end
    if words[verb].low in known.impersonal and (place := _place(words, verb, known)) is not None:
        return Clause(cue_of(words, verb), place, stop, 0.8, "verb behind quotation")
    pronoun = next((word for word in words[:verb] if word.low in known.pronouns), None)
    if pronoun is not None:
        return Clause(word_span(words[verb]), word_span(pronoun), stop, 0.8, "verb behind quotation")
    behind = words[verb + 1 :]
    if behind and parted(behind[0]) and "(" not in behind[0].gap:
        behind = []  # "recalcó, y añadió que el Gobierno …"
    subject = first_not_addressed(phrases(behind, known, past_commas=False), behind, known)
    if subject is None and (noun := described(behind, known)) is not None:
        return Clause(cue_of(words, verb), noun, stop, 0.88, "verb behind quotation")
    if subject is None:  # «…», — сообщили в Минобороны
        objects = phrases(behind, known, past_commas=False, objects=True)
        subject = next(
            (one for one in objects if any(w.low in known.bodies for w in behind[one.first : one.stop])), None
        )
    source = phrase_span(behind, subject) if subject else None
    return Clause(cue_of(words, verb), source, stop, 0.88 if source else 0.7, "verb behind quotation")


def _quoted_person(words: list[Word], at: int, known: LanguageWords) -> Clause | None:
    """Return the clause of a verb whose object is who speaks.

    For example: ``», — цитирует Иванова агентство``, ``zitiert die Zeitung einen Zeugen``.
    """
    if words[at].low not in known.quoting:
        return None
    rest = words[at + 1 :]
    if rest and rest[0].low in known.possessives:  # "приводит его слова агентство"
        return Clause(cue_of(words, at), word_span(rest[0]), words[-1].end, 0.8, "verb behind quotation")
    for one in phrases(rest, known, past_commas=False, objects=True):
        part = rest[one.first : one.stop]
        if not one.pronoun and not names_medium(part, known):
            return Clause(cue_of(words, at), phrase_span(rest, one), words[-1].end, 0.8, "verb behind quotation")
    return None


def _opens_sentence(text: str, start: int, words: list[Word]) -> bool:
    """Return whether what stands behind a quotation is a sentence of its own."""
    inner = text[max(0, start - _INNER) : max(0, start - 1)].rstrip()  # "… parcelles. »"
    stopped = inner[-1:] in STOPS and text[start - 1 : start] in CLOSING_MARKS
    between = text[start : words[0].start]
    stopped = (stopped and not between.strip()) or between.strip()[:1] in STOPS
    return bool(between.strip() or stopped) and stopped and words[0].capital


def _refers_back(words: list[Word], known: LanguageWords) -> bool:
    """Return whether a sentence of its own can only say who said the one before."""
    lows = tuple(word.low for word in words[:NEAR])
    return lows[0] in known.verbs or lows[0] == "so" or any(lows[: len(back)] == back for back in known.backs)


def _around_subject(words: list[Word], known: LanguageWords) -> Clause | None:
    """Return a clause whose subject stands between auxiliary and participle.

    For example: ``“, hatte Kanzler Merz erklärt``.
    """
    stop = next((n for n in range(1, len(words)) if parted(words[n])), len(words))
    verb = next((n for n in range(stop - 1, 1, -1) if _is_verb(words[n], known)), None)
    if verb is None:
        return None
    subject = next(phrases(words[1:verb], known, past_commas=False), None)
    if subject is None or subject.first > 1:
        return None
    source = phrase_span(words[1:], subject)
    return Clause(cue_of(words, verb), source, words[stop - 1].end, 0.85, "verb behind quotation")


def _place(words: list[Word], verb: int, known: LanguageWords) -> Span | None:
    """Return the document or body in which an impersonal verb says something.

    For example: ``In dem Brief heißt es``.
    """
    behind = next(
        (n for n in range(verb + 1, min(verb + NEAR, len(words))) if words[n].low in known.prepositions), None
    )
    first = behind if behind is not None else 0 if words[0].low in known.prepositions else None
    if first is None:
        return None
    rest = words[first + 1 :] if behind is not None else words[first + 1 : verb]
    found = next(phrases(rest, known, past_commas=False, objects=True), None)
    return phrase_span(rest, found) if found is not None and found.first <= 1 else None


def _behind_brackets(text: str, start: int, limit: int) -> int:
    """Return where a clause begins that a translation or note in brackets stands before."""
    at = start
    while at < limit and text[at] in " \u00a0\u202f":
        at += 1
    close = text.find(")", at, min(limit, at + REACH)) if text[at : at + 1] == "(" else -1
    return close + 1 if close > 0 else start


def _unlisted(text: str, start: int, words: list[Word], known: LanguageWords) -> Clause | None:
    """Return an unlisted verb's clause, right behind a comma and before its subject."""
    if not any(mark in text[start : words[0].start] for mark in ",—–"):
        return None
    small = (known.ends, known.links)
    verb = next((n for n, word in enumerate(words[:2]) if not any(word.low in each for each in small)), None)
    if verb is None or verb + 1 >= len(words):
        return None
    word = words[verb]
    others = (known.prepositions, known.pronouns, known.openings, known.places, known.groups)
    if word.capital or any(map(parted, words[1 : verb + 2])) or any(word.low in other for other in others):
        return None
    if names_somebody(word, known) or not word.low.isalpha() or len(word.low) < 4:
        return None
    subject = next(phrases(words[verb + 1 :], known, past_commas=False), None)
    if subject is None or subject.first:
        return None
    return Clause(
        cue_of(words, verb), phrase_span(words[verb + 1 :], subject), words[-1].end, 0.7, "verb behind quotation"
    )


def _subject_first(words: list[Word], known: LanguageWords) -> Clause | None:
    """Return the clause whose subject precedes the verb: ``», — министр Иванов сообщил``."""
    verb = next((n for n, word in enumerate(words[: 3 * NEAR]) if _is_verb(word, known)), None)
    if verb is None or any(map(parted, words[1 : verb + 1])):
        return None
    subject = next(phrases(words[:verb], known, past_commas=False), None)
    if subject is None or subject.first > 1 or subject.stop < verb - 2:
        return None
    source = phrase_span(words, subject)
    return Clause(cue_of(words, verb), source, words[-1].end, 0.7, "clause behind quotation")


def _according(words: list[Word], known: LanguageWords, first: int = 0, *, bare: bool = False) -> Clause | None:
    """Return the clause of "according to" and the name behind it.

    ``bare``: whether the words up to the end may name somebody without being known to.
    """
    if words[first].low not in known.openings:
        return None
    for phrase in known.according:
        stop = first + len(phrase)
        if tuple(word.low for word in words[first:stop]) != phrase or any(map(parted, words[first + 1 : stop])):
            continue
        found = next(phrases(words[stop:], known, past_commas=False), None)
        if found is None and bare and 0 < len(words) - stop <= NEAR and not _has_verb(words[stop:], known):
            cue = words[first].start, words[stop - 1].end  # "по словам дипломата, «…»": no list has it in that case
            return Clause(cue, (words[stop].start, words[-1].end), words[-1].end, 0.7, "according to", according=True)
        if found is None or found.first > 2 or any(word.capital for word in words[stop : stop + found.first]):
            return None
        cue = words[first].start, words[stop - 1].end
        source = phrase_span(words[stop:], found)
        return Clause(cue, source, source[1], 0.75, "according to", according=True)
    return None


def clause_before(text: str, limit: int, end: int, known: LanguageWords, *, nouns: bool) -> Clause | None:
    """Return the clause before a quotation; ``nouns``: the language capitalises all nouns."""
    start = sentence_start(text, limit, end)
    words = words_in(text, start, end, known, most=3 * NEAR * NEAR)
    if not words:
        return None
    tail = text[words[-1].end : end].strip()
    colon = tail.endswith((":", "："))
    for first in range(len(words)):
        if words[first].low in known.openings:
            according = _according(words, known, first, bare=True)
            if according is not None and according.source and not _has_verb(words[first:], known):
                return according._replace(confidence=0.7)
    quoting = next((n for n, word in enumerate(words) if word.low in known.quoting), None)
    if quoting is not None and (quoted := _quoted_person(words, quoting, known)) is not None:
        return quoted._replace(end=end, clue="verb before quotation", confidence=0.86 if colon else 0.72)
    verbs = [n for n, word in enumerate(words) if _is_verb(word, known)]
    if is_quoting(words, known) and (spoken := _announcing(words, known, end)) is not None:
        return spoken._replace(confidence=0.8)
    if not verbs:
        if not colon or tail[:-1].strip():
            return None
        return _turn(words, known, end) or _announcing(words, known, end)
    verb = verbs[-1]
    if words[verb].low in known.impersonal and (place := _place(words, verb, known)) is not None:
        return Clause(cue_of(words, verb), place, end, 0.8, "verb before quotation")
    sure = 0.86 if colon else 0.72 if len(words) - verb <= 2 else 0.55
    subject = _subject(words, verb, known, nouns=nouns)
    return Clause(cue_of(words, verb), subject, end, sure if subject else sure - 0.15, "verb before quotation")


def _has_verb(words: list[Word], known: LanguageWords) -> bool:
    return any(_is_verb(word, known) for word in words)


def _turn(words: list[Word], known: LanguageWords, end: int) -> Clause | None:
    """Return a name and a colon, without a verb: ``Macron : « … »``."""
    found = next(phrases(words, known, past_commas=False), None)
    if found is None or found.pronoun or found.first or found.stop < len(words):
        return None
    return Clause((end, end), phrase_span(words, found), end, 0.65, "name before colon")


def _announcing(words: list[Word], known: LanguageWords, end: int) -> Clause | None:
    """Return the subject of a sentence that announces a quotation by a colon.

    For example: ``Merz bat die Gäste ans Buffet: „…“``.
    The first phrase, where that is a person with an office or a name of two words, or a pronoun.
    """
    first = next(phrases(words, known, past_commas=True), None)
    if first is None or (first.first and not (parted(words[first.first]) and words[0].low in known.ends)):
        return None  # "Contacté par Le Soir, le porte-parole réfute toute erreur : « … »"
    quoting = next((n for n in range(first.stop, len(words)) if words[n].low in known.quoting), None)
    if quoting is not None and quoting + 1 < len(words):
        quoted = next(phrases(words[quoting + 1 :], known, past_commas=False, objects=True), None)
        if quoted is not None and not quoted.first:
            return Clause(
                cue_of(words, quoting), phrase_span(words[quoting + 1 :], quoted), end, 0.8, "verb before quotation"
            )
    part = words[first.first : first.stop]
    names = sum(word.capital and word.low not in known.links for word in part)
    given = any(is_given_name(word.low) for word in part if word.capital)
    if not (first.pronoun or names > 1 or given or any(word.low in known.roles for word in part)):
        return None
    return Clause((end, end), phrase_span(words, first), end, 0.55, "name before colon")


def _subject(words: list[Word], verb: int, known: LanguageWords, *, nouns: bool) -> Span | None:
    """Return a verb's subject, before it or, first where nouns have capitals, behind."""
    behind = words[verb + 1 :]
    inverted = first_not_addressed(phrases(behind, known, past_commas=False), behind, known)
    direct = inverted is not None and (inverted.first <= (2 if nouns else 0) or inverted.pronoun)
    opens = nouns and begins_with_subject(words[:verb], known)
    subject_case = inverted is not None and inverted.pronoun and not inverted.first
    subject_case = subject_case and known.genders.get(behind[0].low) in ("f", "m")
    if nouns and inverted is not None and ((direct and not opens) or subject_case):
        return phrase_span(behind, inverted)
    as_clause = any(word.low in known.comparisons for word in words[max(0, verb - 2) : verb])
    if as_clause and inverted is not None and not inverted.first:
        return phrase_span(behind, inverted)  # "comme l'explique X : « … »"
    before = without_addressees(phrases(words[:verb], known, past_commas=True), words, known)
    if opens and before:
        return phrase_span(words, before[0])  # the verb is the second part: the first one is its subject
    if before:
        near = [phrase for phrase in before if phrase.pronoun and verb - phrase.stop <= 2]
        named = without_bare_bodies([phrase for phrase in before if not phrase.pronoun], words, known)
        return phrase_span(words, near[-1] if near else named[-1] if named else before[-1])
    if inverted is not None:
        return phrase_span(behind, inverted)
    return described(words[:verb], known) if verb == _ARTICLE_AND_NOUN else None


def _is_verb(word: Word, known: LanguageWords) -> bool:
    return word.low in known.verbs
