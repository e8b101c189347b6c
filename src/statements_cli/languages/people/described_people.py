"""Find the person whom a description stands for: an office, a nationality, "the same sources"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from statements_cli.languages.clauses.sentence_bounds import sentence_end, sentence_start
from statements_cli.languages.mentions import agrees, disagrees, read_foreign_mention
from statements_cli.languages.people.people_in_article import PeopleInArticle, carried, gender_of
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.unspaced_mentions import SourceDescription
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import Word, words_in
from statements_cli.model import Clue, Resolution, Span
from statements_cli.speakers.names.latin_names import latin_name
from statements_cli.speakers.names.name_lexicon import leader_of

HOLDERS = 8
"""Places at which an article may name the holder of an office."""
_ARTICLE = 12  # characters before a source in which its article stands
_OFFICE_CHARACTERS = 2  # of the end of an office in a script that parts no words
_NO_STATES = ("EU", "UN", "NATO")  # those who speak for them have a nationality, too


def of_description(
    people: PeopleInArticle, mention: SourceDescription, source: Span, last: Resolution | None, known: LanguageWords
) -> Resolution | None:
    """Return whom a mention without a name stands for.

    None where it is somebody not named.

    The one named whose office it is, the unnamed one of the same noun, or the last one spoken of.
    """
    if is_indefinite(people, source, known):
        return None
    if _is_relative(people, source, known):
        return _before(people, source, known)
    return (
        _of_role(people, mention, known)
        or _before(people, source, known)
        or _described(people, mention, source, last, known)
        or _holder(people, mention, source, known)
    )


def _within(wanted: set[str], held: set[str], known: LanguageWords) -> bool:
    """Return whether an office is another one or its shorter name: ``der Minister``, ``Verkehrsminister``."""
    return wanted <= held or (known.capital_nouns and all(any(w.endswith(one) for w in held) for one in wanted))


def _is_relative(people: PeopleInArticle, source: Span, known: LanguageWords) -> bool:
    """Return whether a source is somebody of another's: ``son mari``."""
    words = words_in(people.text, *source, known, most=1)
    return bool(words) and words[0].low in known.possessives


def is_indefinite(people: PeopleInArticle, source: Span, known: LanguageWords) -> bool:
    """Return whether an article says that somebody is meant who wasn't named before: ``un ministre``."""
    if not known.indefinites:
        return False
    before = people.text[max(people.span[0], source[0] - _ARTICLE) : source[0]].split(" ")
    if len(before) > 1 and not before[-1] and before[-2].lower() in known.indefinites:
        return True
    words = words_in(people.text, *source, known, most=1)
    return bool(words) and words[0].low in known.indefinites


def is_demonym(people: PeopleInArticle, source: Span, known: LanguageWords) -> bool:
    """Return whether a source is a word for those of a place: ``le Genevois``."""
    if people.text.count(" ", *source) > 1:
        return False
    words = words_in(people.text, *source, known, most=3)
    if len(words) != 2 or words[0].low not in known.article_genders or words[1].low not in known.demonyms:
        return False
    low = words[1].low
    if known.small_demonyms == words[1].capital and low[:1].isalpha():
        return False
    return not any(low in listed for listed in (known.bodies, known.groups, known.documents, known.roles))


def the_last(people: PeopleInArticle, source: Span, last: Resolution | None, known: LanguageWords) -> Resolution | None:
    """Return the one spoken of last.

    Where a word for those of a place fits that one.
    """
    gender = gender_of(people.text, source, known)
    words = people.text[slice(*source)].lower()
    for one in (last, people.named_before(source[0], gender, bodies=False)):
        if one is not None and one.type == "person" and one.speaker and not disagrees(one.speaker, gender):
            return carried(one, Clue("last speaker in text", (words,)))
    return None


def _before(people: PeopleInArticle, source: Span, known: LanguageWords) -> Resolution | None:
    """Return the unnamed person of the same noun: "esta vecina", "una vecina"; "las mismas fuentes"."""
    words = words_in(people.text, *source, known)
    same = next((at for at, word in enumerate(words[:-1]) if word.low in known.sames), None)
    if same is not None:
        return people.unnamed.get(words[same + 1].low)
    if len(words) < 2 or words[0].low not in known.article_genders:
        return None
    return people.unnamed.get(words[1].low) if len(words) == 2 or words[0].low in known.demonstratives else None


def unnamed_before(people: PeopleInArticle, source: Span, known: LanguageWords) -> Resolution | None:
    """Return the unnamed source of the same noun that an article's words point back to."""
    return _before(people, source, known)


def _described(
    people: PeopleInArticle, mention: SourceDescription, source: Span, last: Resolution | None, known: LanguageWords
) -> Resolution | None:
    """Return the last speaker or the person named last, where a description fits.

    None where it is another's.

    It has the article or demonstrative of what is known, no country that differs, and an office only where none
    is known of the speaker.
    """
    before = people.text[max(people.span[0], source[0] - _ARTICLE) : source[0]].split(" ")
    if len(before) > 1 and not before[-1] and before[-2].lower() in known.demonstratives:
        source = source[0] - len(before[-2]) - 1, source[1]
    words = words_in(people.text, *source, known)
    if words and mention.role is None and words[0].low in known.demonstratives:
        return _pointed_to(people, source, known)
    if not words or mention.role is None:
        return None
    if not known.article_genders and _has_owner(words, known):
        return None
    gender = gender_of(people.text, source, known)
    demonstrative = words[0].low in known.demonstratives
    general = demonstrative or any(word.low in known.general_offices for word in words)
    article = words[0].low in known.article_genders or words[0].low in known.links
    if not (demonstrative or article or (general and not known.article_genders)):
        return None
    owner = next((words[at + 1] for at, word in enumerate(words[:-1]) if word.low in known.genitives), None)
    if owner is not None and not owner.capital and not demonstrative:
        general = False  # "l’avocat du plaignant" is nobody else's
    clue = " ".join(word.low for word in words)
    another = (owner is None or owner.capital) and "\n" not in people.text[people.heard : source[0]]
    named = people.named_before(source[0], gender, bodies=False) if owner is None or demonstrative else None
    if not demonstrative and named is not None and _fits(named, mention, gender, people, known, general=general):
        return carried(named, Clue("last name in text", (clue,)))
    fitting = last is not None and _fits(last, mention, gender, people, known, general=general, another=another)
    if not demonstrative and last is not None and fitting:
        return carried(last, Clue("last speaker in text", (clue,)))
    for one, kind in ((named, "last name in text"), (last, "last speaker in text")):
        if one is not None and _fits(one, mention, gender, people, known, general=general):
            return carried(one, Clue(kind, (clue,)))  # type: ignore[arg-type]
    return None


def _has_owner(words: Sequence[Word], known: LanguageWords) -> bool:
    """Return whether a word behind an office says whose it is: ``представитель завода``."""
    offices = [at for at, word in enumerate(words) if word.low in known.roles]
    if not offices or words[0].low in known.demonstratives or words[0].low in known.sames:
        return False
    return offices[-1] + 1 < len(words) and not words[offices[-1] + 1].capital


def _pointed_to(people: PeopleInArticle, source: Span, known: LanguageWords) -> Resolution | None:
    """Return the person named last in the paragraph, to whom a demonstrative points: ``cette vendeuse``."""
    named = people.named_before(source[0], gender_of(people.text, source, known), bodies=False)
    return carried(named, Clue("last name in text", (people.text[slice(*source)].lower(),))) if named else None


def of_body(
    people: PeopleInArticle, mention: SourceDescription, source: Span, last: Resolution | None, known: LanguageWords
) -> Resolution | None:
    """Return the body spoken of last.

    Where a mention without a name may be said of any: ``l’organisation``.
    """
    words = words_in(people.text, *source, known)
    if not known.article_genders and len(words) == 1 and words[0].low in known.general_bodies:
        named = people.named_before(source[0], None)  # "в ведомстве добавили"
        for one, kind in ((last, "last speaker in text"), (named, "last name in text")):
            if one is not None and one.type == "organisation" and one.speaker:
                return carried(one, Clue(kind, (words[0].low,)))  # type: ignore[arg-type]
        return None
    if last is None or last.type != "organisation" or not last.speaker or last.speaker[:1].islower():
        return None
    if mention.type != "organisation" or len(words) < 2 or is_indefinite(people, source, known):
        return None
    article = words[0].low in known.article_genders or words[0].low in known.links
    rest = words[1:]
    if not article or rest[0].low not in known.general_bodies or any(word.low in known.links for word in rest):
        return None
    if any(word.capital for word in rest[known.capital_nouns :]):
        return None
    return carried(last, Clue("last speaker in text", (" ".join(word.low for word in words),)))


def _fits(
    one: Resolution,
    mention: SourceDescription,
    gender: str | None,
    people: PeopleInArticle,
    known: LanguageWords,
    *,
    general: bool,
    another: bool = False,
) -> bool:
    if one.speaker is None:
        return False
    if one.type != "person" and not (one.type == "anonymous" and one.role):
        return False
    country = one.country or (leader_of(latin_name(one.speaker)) if one.type == "person" else None) or None
    states = {mention.country, country} - {None, *_NO_STATES}
    if disagrees(one.speaker, gender) or len(states) > 1:
        return False
    if general or not one.role or mention.role is None:
        return True
    if another and not (_is_state_office(mention.role, known) and _is_state_office(one.role, known)):
        return True
    wanted = office_words(mention.role, people.language, known)
    return bool(wanted) and _within(wanted, office_words(one.role, people.language, known), known)


def _is_state_office(role: str, known: LanguageWords) -> bool:
    """Return whether an office is one of a state, of which nobody has two."""
    return any(word.endswith(known.ministerial) or word in known.heads for word in role.lower().split())


def _of_role(people: PeopleInArticle, mention: SourceDescription, known: LanguageWords) -> Resolution | None:
    """Return the one person named whose office a mention names: "der Kanzler"."""
    if mention.role is None:
        return None
    wanted = office_words(mention.role, people.language, known)
    fits = [one for one in people.known.values() if _holds(one.role, one.country, mention, wanted, people, known)]
    if len(fits) != 1:
        return None
    return carried(fits[0], Clue("office", (mention.role, fits[0].speaker or "")))


def _holds(
    role: str | None,
    country: str | None,
    mention: SourceDescription,
    wanted: set[str],
    people: PeopleInArticle,
    known: LanguageWords,
) -> bool:
    if not role or not wanted or not _within(wanted, office_words(role, people.language, known), known):
        return False
    return mention.country is None or country in (None, mention.country)


def _holder(
    people: PeopleInArticle, mention: SourceDescription, source: Span, known: LanguageWords
) -> Resolution | None:
    """Return the one whom the text names as holder of an office."""
    if mention.role is None or people.language in UNSPACED:
        return None
    if mention.role not in people.holders:
        people.holders[mention.role] = _read_holder(people, mention, gender_of(people.text, source, known), known)
    found = people.holders[mention.role]
    if found is None:
        return None
    return carried(people.take(found, inflected=False), Clue("office", (mention.role, found.name or "")))


def _read_holder(
    people: PeopleInArticle, mention: SourceDescription, gender: str | None, known: LanguageWords
) -> SourceDescription | None:
    role = mention.role or ""
    wanted = office_words(role, people.language, known)
    head = next((word.low for word in words_in(role, 0, len(role), known) if word.low in known.roles), None)
    if head is None:
        return None
    named: dict[str, SourceDescription] = {}
    text, begin = people.text, people.span[0]
    for number, match in enumerate(re.compile(rf"(?i)(?<!\w){re.escape(head)}(?!\w)").finditer(text, *people.span)):
        if number == HOLDERS:
            return None
        start = sentence_start(text, begin, match.start())
        words = words_in(text, start, sentence_end(text, match.end(), people.span[1]), known)
        for phrase in phrases(words, known, past_commas=True, objects=True):
            first, stop = words[phrase.first].start, words[phrase.stop - 1].end
            if not (first <= match.start() and match.end() <= stop):
                continue
            one = read_foreign_mention(text, (first, stop), known, people.language)
            if not (one.name and one.type == "person" and agrees(one.name, gender)):
                continue
            if mention.country in (None, one.country) and _holds(one.role, one.country, mention, wanted, people, known):
                named.setdefault(people.full_names.of(one.name), one)
    return named.popitem()[1] if len(named) == 1 else None


def office_words(role: str, language: str, known: LanguageWords) -> set[str]:
    """Return the words of an office without articles and countries.

    Its characters where nothing parts words.
    """
    if language in UNSPACED:
        return {role[-_OFFICE_CHARACTERS:]}
    words = words_in(role, 0, len(role), known)
    return {word.low for word in words if word.low not in known.links and word.low not in known.places}
