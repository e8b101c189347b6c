"""Resolve the sources of attributions in a language other than English.

A phrase that names a speaker is taken apart into name, office and country by the language's word lists. A surname
is made full by the article's fullest form of it, a pronoun and a missing source stand for the one who spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.home_country import with_home_countries
from statements_cli.languages.mentions import (
    disagrees,
    read_foreign_mention,
    words_without_article,
)
from statements_cli.languages.people.described_people import (
    is_demonym,
    is_indefinite,
    of_body,
    of_description,
    the_last,
    unnamed_before,
)
from statements_cli.languages.people.people_in_article import PeopleInArticle, carried, gender_of
from statements_cli.languages.quotations import UNATTRIBUTED
from statements_cli.languages.quoted import cover_of
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.model import Attribution, Clue, Resolution, Span, SpeakerEvidence

if TYPE_CHECKING:
    from statements_cli.speakers.user_names import Names

_NOBODY_BEFORE = Clue("nobody before", ("",))
_PREPOSITION = 6  # characters before a source in which its preposition stands
NOBODY = "-"
"""The mark of a pronoun that stands for nobody in particular: "on", "man"."""


def resolve_foreign(
    article_text: ArticleText, attributions: Sequence[Attribution], names: Names | None = None
) -> tuple[Resolution, ...]:
    """Resolve each attribution's source; one resolution each, in order.

    ``names`` are the user's own. Without a source, or with a pronoun, it is the last speaker named before.
    """
    text, language = article_text.text, article_text.article.language or ""
    known = words_of(language)
    if known is None:
        return tuple(_unresolved(Clue("no word lists", (language,))) for _ in attributions)
    people = PeopleInArticle(text, article_text.article.span, language, article_text.once(cover_of))
    found: list[Resolution] = []
    last: Resolution | None = None
    for attribution in attributions:
        one = _resolution(text, attribution, known, people, last)
        found.append(one)
        people.heard = max(attribution.content[-1][1], attribution.cue[0][1] if attribution.cue else 0)
        if one.speaker and attribution.source:
            named = one.type == "person" and one.speaker[:1].isupper()
            people.last_source = attribution.source[0][0] if named else -1
        last = one if one.speaker and (one.type != "anonymous" or one.role) else last
    found = with_home_countries(article_text, found, known)
    if names is not None:
        from statements_cli.speakers.coreference.resolve import as_user_says

        found = [as_user_says(one, names) for one in found]
    return tuple(found)


def _resolution(
    text: str, attribution: Attribution, known: LanguageWords, people: PeopleInArticle, last: Resolution | None
) -> Resolution:
    if not attribution.source:
        if UNATTRIBUTED in attribution.evidence:
            return _unresolved(Clue("nobody named"))
        cue = text[slice(*attribution.cue[0])].lower() if attribution.cue else ""
        if cue.endswith(known.plural_ends):  # they, not the one who spoke last
            many = last is not None and last.type in ("organisation", "group", "country")
            return carried(last, Clue("last speaker in text", ("",))) if last and many else _unresolved(_NOBODY_BEFORE)
        gender = next((gender for end, gender in known.verb_genders if cue.endswith(end)), None)
        return _spoken_of(people, attribution.content[0][0], last, "", gender)
    source = attribution.source[0]
    words = words_without_article(text, source, known)
    if _is_inflected(text, attribution, known):
        words = people.nominatives.of_body(words, known) if words[:1].islower() else words
    low = words.lower()
    if known.genders.get(low) == NOBODY:
        return _unresolved(Clue("nobody named"))
    epithet = next((one for one in known.epithets if low.startswith(one) and (low + " ")[len(one)] == " "), None)
    if low in known.pronouns or (epithet and low[len(epithet) :] == words[len(epithet) :]):
        gender = known.genders.get(low) or known.genders.get(epithet or "") or gender_of(text, source, known)
        latest = low.split()[0] in known.demonstratives and " " in low
        return _spoken_of(people, min(source[0], attribution.content[0][0]), last, words, gender, latest=latest)
    if is_demonym(people, source, known) and (same := the_last(people, source, last, known)) is not None:
        return same
    if low in known.possessives or low in ("l'", "l’"):  # "по его словам", "à l’entendre"
        gender = known.genders.get(low)
        return _spoken_of(people, min(source[0], attribution.content[0][0]), last, words, gender)
    mention = read_foreign_mention(text, source, known, people.language)
    if (same := of_body(people, mention, source, last, known)) is not None:
        return same
    if mention.name is None:
        same = of_description(people, mention, source, last, known)
        if same is None and mention.role and mention.role == words and _is_bare_office(people, source, words, known):
            same = _spoken_of(people, min(source[0], attribution.content[0][0]), last, words)
        if same is not None and same.speaker and (same.type == "person" or mention.type != "person"):
            return same
        kind = "anonymous" if mention.type == "person" else mention.type
        words = people.nominatives.of_body(words, known) if _is_inflected(text, attribution, known) else words
        return people.thing(Resolution(words, kind, mention.role, mention.country), source[0])
    according = _is_inflected(text, attribution, known)
    if mention.type in ("group", "anonymous") and (same := unnamed_before(people, source, known)) is not None:
        return same
    if mention.type in ("organisation", "media", "group", "country", "anonymous"):
        name = people.nominatives.of_body(mention.name, known) if according else mention.name
        return people.thing(Resolution(name, mention.type, mention.role, mention.country), source[0])
    return people.take(mention, inflected=according)


def _behind_preposition(text: str, attribution: Attribution, known: LanguageWords) -> bool:
    """Return whether a source is where somebody spoke: ``в министерстве``."""
    start = attribution.source[0][0] if attribution.source else 0
    before = text[max(0, start - _PREPOSITION) : start].split()
    return bool(before) and before[-1].lower() in known.prepositions


def _is_inflected(text: str, attribution: Attribution, known: LanguageWords) -> bool:
    """Return whether a cue is one behind which a name is declined.

    A phrase such as "according to", or a verb that quotes somebody.
    """
    cue = text[slice(*attribution.cue[0])].lower() if attribution.cue else ""
    if tuple(cue.split()) in known.according:
        return True
    if not known.verb_genders:
        return False
    return cue in known.quoting or (cue in known.impersonal and _behind_preposition(text, attribution, known))


def _is_bare_office(people: PeopleInArticle, source: Span, words: str, known: LanguageWords) -> bool:
    """Return whether a mention is a bare office, whose holder was named before."""
    if words.lower() in known.groups or is_indefinite(people, source, known):
        return False
    return " " not in words and (people.language not in UNSPACED or len(words) <= 3)


def _spoken_of(
    people: PeopleInArticle,
    at: int,
    last: Resolution | None,
    what: str,
    gender: str | None = None,
    *,
    latest: bool = False,
) -> Resolution:
    """Return a pronoun's antecedent: the last person named in the paragraph, or to speak."""
    named = people.named_before(at, gender, latest=latest)
    if named is not None:
        return carried(named, Clue("last name in text", (what,)))
    if last is not None and disagrees(last.speaker or "", gender):
        known = reversed(people.known.values())
        last = next((one for one in known if one.type == "person" and not disagrees(one.speaker or "", gender)), None)
    if last is not None:
        return carried(last, Clue("last speaker in text", (what,)))
    return _unresolved(Clue("nobody before", (what,)))


def _unresolved(clue: Clue) -> Resolution:
    return Resolution(evidence=SpeakerEvidence((clue,)))
