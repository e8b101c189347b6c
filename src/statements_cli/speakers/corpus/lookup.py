"""Look up the known speakers that a name as typed means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from statements_cli.speakers.corpus.near_names import in_order, is_fuller, near_names
from statements_cli.speakers.corpus.role_query import (
    KnownSpeaker,
    has_country,
    has_role,
    of_role,
    of_role_and_name,
    without_role,
)
from statements_cli.speakers.names.folding import fold

How: TypeAlias = Literal["name", "spelling", "part", "role", "handle", "alike"]
"""What a query is of the speakers it means: the name itself, another spelling of it, a part of it, a role with or
without a name, a handle, or nearly a name."""

_SUGGESTED = 5
_SHORTEST_BEGINNING = 4  # letters of a word that another script has, to be the beginning of a longer one
_SOUNDS_ALIKE = 70.0  # likeness of two sounds with the same consonants: of vowels, some scripts write half
_CLEARLY = 10.0  # likeness by which a sound must come before those of others
_SHORTEST_HANDLE_NAME = 4  # letters of a surname by which a handle is known
_AND = re.compile(r",\s*(?:and\s+)?|(?<!\s)\s++(?:and|&)\s++")
_UNNAMED = ("anonymous", "group")
_POSSESSIVE = re.compile(r"['’]s\s*$")
_REMARK = re.compile(r"(?<!\s)\s*+\([^()]*+\)\s*+$")  # what show prints behind a name: "(CN, country)"

Speakers: TypeAlias = Sequence[KnownSpeaker]


@dataclass(frozen=True, slots=True)
class Lookup:
    """The canonical names that fit a query.

    ``exact`` is true when the query is such a name itself, but for case, accents and points; ``how`` says what it is
    otherwise, None where nothing fits. ``pairs`` are those of the matches that are groups with one of them ("Xi
    Jinping and Vladimir Putin"). ``suggestions`` are the nearest canonical names, given only when nothing fits.
    """

    matches: tuple[str, ...]
    exact: bool
    suggestions: tuple[str, ...] = ()
    how: How | None = None
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Folded:
    """A speaker with the folded forms of the name, the name itself first."""

    speaker: KnownSpeaker
    forms: tuple[str, ...]


def lookup(query: str, speakers: Speakers) -> Lookup:
    """Find the speakers that ``query`` names.

    By spelling, by a part of the name, by role, handle, or misspelt.

    ``speakers`` are what the corpus knows of them. Matches keep their order. The first of these that finds anyone
    decides: the canonical name itself; whole words of a spelling; a role with the name, or alone; beginnings of words;
    the same in Latin letters; nearly the same letters; of a name in another script, the same sound. Groups that one
    of those found is a member of come last.
    """
    known = [_Folded(one, _forms(one)) for one in speakers]
    found = _of_handle(query, known) if query.strip().startswith("@") else _found_or_bare(query, known)
    if not found.matches and not fold(query).isascii():
        found = _in_latin(query, known)
    pairs = pairs_with(found.matches, speakers)
    persons = tuple(name for name in found.matches if name not in pairs)
    return replace(found, matches=(*persons, *pairs), pairs=pairs)


def without_possessive(query: str) -> str:
    """Return a query without the ending by which its last word owns something."""
    return _POSSESSIVE.sub("", query)


def pairs_with(names: Sequence[str], speakers: Speakers) -> tuple[str, ...]:
    """Return the groups among ``speakers`` that contain one of these, in any spelling."""
    chosen = set(names)
    forms = {form for one in speakers if one.name in chosen and not members(one.name) for form in _forms(one)}
    return tuple(one.name for one in speakers if any(_has_member(form, forms) for form in (one.name, *one.spellings)))


def members(name: str) -> tuple[str, ...]:
    """Return the parts of a name of several ("Xi Jinping and Vladimir Putin"), folded.

    None of another name.
    """
    parts = tuple(filter(None, map(fold, _AND.split(name))))
    return parts if len(parts) > 1 else ()


def _has_member(name: str, forms: set[str]) -> bool:
    return any(part in forms or (without_role(part) in forms) for part in members(name))


def _forms(speaker: KnownSpeaker) -> tuple[str, ...]:
    return tuple({fold(form): None for form in (speaker.name, *speaker.spellings)})


def _found_or_bare(query: str, known: Sequence[_Folded]) -> Lookup:
    """Find the speakers of a query, or of the name before its possessive or brackets."""
    found = _found(query, known)
    if found.how == "name":
        return found
    if (bare := without_possessive(query)) != query and (owners := _found(bare, known)).matches:
        return replace(owners, exact=False)
    if not found.matches and (bare := _REMARK.sub("", query)) != query:
        named = _found(bare, known)
        if named.how in ("name", "spelling"):
            return replace(named, exact=False)
    return found


def _found(query: str, known: Sequence[_Folded]) -> Lookup:
    wanted = fold(query)
    if not wanted:
        return Lookup((), False)
    words = wanted.split()
    speakers = [one.speaker for one in known]
    asks_role = has_role(query)
    asks_country = has_country(query)
    if same := _kept(known, lambda forms: forms[0] == wanted):
        return _with_holders(Lookup(same, True, how="name"), query, speakers)
    if parts := _kept(known, lambda forms: _holds(words, forms)):
        spelt = any(wanted in one.forms for one in known)
        return _with_holders(Lookup(parts, False, how="spelling" if spelt else "part"), query, speakers)
    if (asks_role or asks_country) and (held := of_role_and_name(query, speakers) or of_role(query, speakers)):
        return Lookup(held, False, how="role")
    for test in (
        lambda forms: any(_begin(words, form.split()) for form in forms),
        lambda forms: wanted.replace(" ", "") in {form.replace(" ", "") for form in forms},
    ):
        if found := _kept(known, test):
            return Lookup(found, False, how="part")
    if fuller := _kept(known, lambda forms: any(is_fuller(in_order(query), form.split()) for form in forms)):
        return Lookup(fuller, False, how="spelling")
    if not asks_role:
        return _misspelt(wanted, known)
    named = _name_after_role(query)
    if others := _kept(known, lambda forms: bool(named) and _holds(named.split(), forms)):
        return Lookup((), False, others[:_SUGGESTED])  # who has the name holds another office
    return _misspelt(named, known) if named else Lookup((), False)


def _in_latin(query: str, known: Sequence[_Folded]) -> Lookup:
    """Find the speakers whose names a query in another script means.

    Chinese names are written in pinyin first, by list or by syllable. What no letter-by-letter rule leads back is
    compared by its sound.
    """
    from statements_cli.speakers.names.latin_names import latin_name
    from statements_cli.speakers.names.sounds import pinyin_of
    from statements_cli.text.transliteration import in_latin

    pinyin = pinyin_of(query)
    for written in (latin_name(query.strip()), pinyin):
        words = fold(written or "").split()
        if words and "".join(words).isascii() and (same := _with_words(words, known)):
            return Lookup(same, False, how="spelling")
    latin = in_latin(query)
    found = replace(_found(latin, known), exact=False)
    if found.how == "part" and len(latin) < _SHORTEST_BEGINNING and not _with_words(fold(latin).split(), known):
        found = Lookup((), False, found.matches[:_SUGGESTED])
    if found.matches or (pinyin and " " in pinyin):  # syllables are exact: one that is nearly so is somebody else
        return found
    alike = _of_sound(query, known)
    return alike if alike.matches or alike.suggestions else found


def _with_words(words: Sequence[str], known: Sequence[_Folded]) -> tuple[str, ...]:
    return _kept(known, lambda forms: _holds(words, forms))


def _of_sound(query: str, known: Sequence[_Folded]) -> Lookup:
    """Find the speakers whose names sound most like a query in another script, by far."""
    from statements_cli.speakers.names.sounds import comparable, consonants, sound_of, sounds_of
    from statements_cli.text.similarity import likeness

    likest: dict[str, float] = {}
    owners: dict[str, dict[str, None]] = {}
    for sought in sounds_of(query):
        joined = sought.replace(" ", "")
        for one in known:
            for form in one.forms:
                words = [sound_of(word) for word in form.split() if form.isascii()]
                parts = [("".join(words), True)] if len(words) > 1 else []
                parts += [(word, False) for word in words if " " not in sought]
                for part, whole in parts:
                    if consonants(part) != consonants(joined) or not comparable(part, whole=whole):
                        continue
                    likest[part] = max(likest.get(part, 0.0), likeness(joined, part))
                    owners.setdefault(part, {})[one.speaker.name] = None
    ranked = sorted((part for part in likest if likest[part] >= _SOUNDS_ALIKE), key=lambda part: -likest[part])
    if not ranked:
        return Lookup((), False)
    best = dict(owners[ranked[0]])
    for part in ranked[1:]:
        if not owners[part].keys() <= best.keys() and likest[part] > likest[ranked[0]] - _CLEARLY:
            return Lookup(
                (), False, tuple(dict.fromkeys(name for near in ranked for name in owners[near]))[:_SUGGESTED]
            )
    return Lookup(tuple(one.speaker.name for one in known if one.speaker.name in best), False, how="alike")


def _name_after_role(query: str) -> str:
    """Return folded words that end a query behind an office, or precede a comma."""
    opening = re.split(r"[,(]", query)[0]
    name = without_role(opening)
    return name if fold(opening).endswith(name) else ""


def _with_holders(found: Lookup, query: str, speakers: Speakers) -> Lookup:
    """Return what was found, with a role's holders where no name was found."""
    unnamed = {one.name for one in speakers if one.type in _UNNAMED}
    if not unnamed.issuperset(found.matches) or not has_role(query):
        return found
    held = [name for name in of_role(query, speakers) if name not in found.matches]
    return replace(found, matches=(*held, *found.matches), exact=False, how="role") if held else found


def _of_handle(query: str, known: Sequence[_Folded]) -> Lookup:
    """Return whom a handle names.

    The longest name that its letters hold, else a surname that is a word of it.
    """
    handle = query.strip().lstrip("@")
    # "SpokespersonMao", "mao_ning", "ZelenskyyUa"
    words = fold(re.sub(r"(?<=[a-z])(?=[A-Z])|[_\d]+", " ", handle)).split()
    letters = "".join(words)
    if not letters:
        return Lookup((), False)
    lengths: dict[str, int] = {}
    for one in known:
        if one.speaker.type not in ("person", "organisation", "media", None):
            continue
        whole = [len(form) for form in one.forms if " " in form and form.replace(" ", "") in letters]
        single = [len(form) for form in one.forms if form in words or form == letters]
        surnames = [len(form.split()[-1]) for form in one.forms[:1] if {form.split()[-1], _joined(form)} & set(words)]
        best = max((*whole, *single, *surnames), default=0)
        if best >= _SHORTEST_HANDLE_NAME:
            lengths[one.speaker.name] = best
    longest = max(lengths.values(), default=0)
    matches = tuple(name for name, length in lengths.items() if length == longest)
    return Lookup(matches, False, how="handle" if matches else None)


def _joined(form: str) -> str:
    return form.replace(" ", "")


def _kept(known: Sequence[_Folded], test: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    return tuple({one.speaker.name: None for one in known if test(one.forms)})


def _holds(words: Sequence[str], forms: Sequence[str]) -> bool:
    return any(set(words) <= set(form.split()) for form in forms)


def _begin(words: Sequence[str], name: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _misspelt(wanted: str, known: Sequence[_Folded]) -> Lookup:
    alike, near = near_names(wanted, [(one.speaker.name, one.forms) for one in known])
    if alike:
        return Lookup(tuple(one.speaker.name for one in known if one.speaker.name in alike), False, how="alike")
    return Lookup((), False, near[:_SUGGESTED])
