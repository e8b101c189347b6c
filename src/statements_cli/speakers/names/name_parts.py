"""Parse a capitalised run into title, name and sort of name."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.body_signs import is_body
from statements_cli.speakers.names.places import Place, bare, places

Sort: TypeAlias = Literal["person", "likely", "single", "body", "media", "place", "title", "none"]

_LONGEST_RUN = 160
_SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
_LONGEST_NAME = 5
_ROYAL = frozenset(("Prince", "Princess", "King", "Queen", "Pope"))
_FIRST = frozenset(("Lady", "Minister", "Deputy", "Secretary", "Gentleman"))
_PATRONYMIC = frozenset(("Abd", "Abdel", "Abdul", "Aboul", "Abu", "Ben", "Bin", "Bint", "Ibn", "Ould"))
_INITIAL = 2  # characters of an initial with its stop
_GIVEN_TOO = frozenset(("Jan", "Jun", "Per", "Will"))
_NAMES_OF_BODIES_BEGIN = frozenset(
    ("Chief", "Justice", "General", "Count", "King", "Prince", "Major", "Head", "Father")
)
_WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
_NAMED_DAYS = frozenset(
    ("Ash", "Black", "Bloody", "Cyber", "Easter", "Fat", "Giving", "Good", "Holy", "Maundy", "Palm", "Ruby", "Super")
)
_OF = frozenset(("of", "for", "and", "&", "the"))
OFFICE_LINKS = frozenset(("of", "for", "and", "&", "in", "to", "at", "on", "with"))
"""Words behind which a run may begin with the end of an office's name."""


class Named:
    """A run of capitalised words taken apart.

    ``before`` are the words that precede the name (titles, countries, bodies), ``name`` the name
    itself, ``after`` what follows a person's name ("of the Bank of England"). ``sort`` says how sure
    it is: ``person`` has a title or a known first name; ``likely`` is several words that could be a
    person; ``single`` one unknown word; ``title`` an office without a name.
    """

    __slots__ = ("after", "before", "name", "place", "sort")

    def __init__(self, before: str, name: str, after: str, sort: Sort, place: Place | None = None) -> None:
        self.before = before
        self.name = name
        self.after = after
        self.sort: Sort = sort
        self.place = place


_NOTHING = Named("", "", "", "none")


@lru_cache(maxsize=2048)
def take_apart(run: str, inside: bool = False, office: bool = False) -> Named:
    """Take a run of capitalised words apart by the word lists.

    ``inside`` says that the run begins no sentence, so that "To Lam" there is a name, ``office`` that it begins behind
    a word as in "minister for {Trade Ann Lee}".
    """
    if len(run) > _LONGEST_RUN:
        return _NOTHING
    words = run.split()
    whole = _listed(words)
    if whole is not None:
        return whole
    if len(words) == 1:
        return _alone(words[0])
    if words and words[-1] in _WEEKDAYS and words[-2] not in _NAMED_DAYS:
        named = take_apart(" ".join(words[:-1]), inside, office)  # "told CNN Tuesday"
        after = f"{named.after} {words[-1]}".strip()
        return Named(named.before, named.name, after, named.sort, named.place)
    skip = 0
    while skip < len(words) and name_lexicon.begins_no_name(words[skip]):
        following = words[skip + 1] if skip + 1 < len(words) else ""
        if words[skip] == "First" and following in _FIRST:
            break
        if inside and words[skip] in name_lexicon.family_names() and following and _listed([following]) is None:
            break
        if _given_name_too(words[skip:], inside=inside):
            break
        skip += 1
    words = words[skip:]
    if not words:
        return _NOTHING
    listed = _listed(words) if skip else None
    return listed if listed is not None else _apart(words, inside and not (office or skip))


def _given_name_too(words: list[str], *, inside: bool) -> bool:
    """Return whether an ambiguous opening word is a first name here.

    For example: "Jan Ullrich", "Per Lund".
    """
    if words[0] not in _GIVEN_TOO or len(words) < 2 or (words[0] == "Will" and not inside):
        return False
    return _listed(words[1:]) is None and words[1].rstrip(".") not in name_lexicon.titles()


def _alone(word: str) -> Named:
    """Take a single word that no list of names holds apart."""
    plain = word.rstrip(".")
    if plain in name_lexicon.not_names() or word[0].islower():
        return _NOTHING
    if plain in name_lexicon.titles() or word in _SUFFIXES:
        return Named(word, "", "", "title")
    return Named("", word, "", "body" if plain in name_lexicon.body_words() or "&" in word else "single")


def _listed(words: list[str]) -> Named | None:
    name = " ".join(words)
    short = bare(name)
    media = name_lexicon.media()
    if short in media or (short.endswith(" News Agency") and short[:-12] in media):
        return Named("", name, "", "media")
    place = places().get(short)
    if place is not None:
        return Named("", name, "", "place", place)
    return None


def _apart(words: list[str], inside: bool) -> Named:
    titled = _after_title(words)
    first = words[0] if titled == len(words) == 2 else ""
    if name_lexicon.gender_of(first) and first not in name_lexicon.titles() and _listed([first]) is None:
        return Named("", " ".join(words), "", "person")  # "Ken Doctor"
    if titled == len(words):
        return _surname_too(words) or Named(" ".join(words), "", "", "title")
    begin = titled
    rest = words[begin:]
    if titled and rest[0] == "of":
        inside_rest = _name_inside(rest)
        if not inside_rest:
            return Named(" ".join(words), "", "", "title")
        begin += inside_rest
        rest = words[begin:]
    if begin == 0:
        begin = _peel(words)
        rest = words[begin:]
        listed = _listed(rest) if begin else None
        if listed is not None:  # "Russian Foreign Ministry" keeps its adjective, a place list does not
            return Named("", " ".join(words), "", "body" if listed.place is None else listed.sort, listed.place)
    name, after = _cut(rest)
    while titled and len(name) > 1 and name_lexicon.is_thing_noun(name[-1].lower()):
        name, after = name[:-1], [name[-1], *after]  # "President Obama Speech"
    if is_body(name):
        inner = _first_name_inside(words)
        if inner:
            return Named(" ".join(words[:inner]), " ".join(words[inner:]), "", "person")
        return Named("", " ".join(words), "", _body_sort(words))
    before = " ".join(words[:begin])
    junior = _apart(words[:-1], inside) if name == words[-1:] and name[0] in _SUFFIXES and len(words) > 1 else None
    if junior is not None and junior.sort == "person" and not junior.after:
        return Named(junior.before, f"{junior.name} {name[0]}", "", "person")  # "Martin Luther King Jr."
    if len(name) == 1 and name[0] in _SUFFIXES:
        return Named(" ".join(words), "", "", "title")
    if titled and len(name) == 1 and words[titled - 1] in _ROYAL:
        return Named(" ".join(words[: titled - 1]), " ".join(words[titled - 1 : titled + 1]), " ".join(after), "person")
    if titled:
        return Named(before, " ".join(name), " ".join(after), "person")
    if len(name) == 1:
        if begin:  # "Chinese Xi": a country and a word
            return Named(before, name[0], " ".join(after), "single")
        return Named("", name[0], " ".join(after), "single")
    known = name_lexicon.gender_of(name[0]) or name[0] in name_lexicon.family_names()  # "Tran Van Hai"
    inner = 0 if known else _first_name_inside(name)
    rare = inner == 1 and inside and not begin and _rare_given_name(name)
    if inner and not rare:
        before = " ".join((*words[:begin], *name[:inner]))
        name = name[inner:]
    if len(name) > 1 and all(word.isupper() and len(word) > 2 for word in name):
        return Named("", " ".join(words), "", "body")  # a line in capitals
    if len(name) > 2 and name[-1].isupper() and len(name[-1]) > 2 and name[-1] not in _SUFFIXES:
        return Named("", " ".join(words), "", "body")  # "Gold Standard BRT"
    sure = rare or bool(name_lexicon.gender_of(name[0])) or not _PATRONYMIC.isdisjoint(name[1:-1])
    sure = sure or (name[0] in name_lexicon.family_names() and len(name) <= 3)
    if len(name) > _LONGEST_NAME:
        return Named("", " ".join(words), "", "body")
    return Named(before, " ".join(name), " ".join(after), "person" if sure else "likely")


def _rare_given_name(name: list[str]) -> bool:
    """Return whether an unlisted word is a given name, as in "Lokesh Kumar Singh"."""
    first = name[0]
    if len(name) != 3 or not first.isalpha() or not first[1:].islower() or name_lexicon.is_noun(first.lower()):
        return False
    return _listed([first]) is None and not is_body([first])


def _surname_too(words: list[str]) -> Named | None:
    """Return the person whose surname is a title, too: "Representative Peter T. King"."""
    begin, last = _after_title(words[:-1]), len(words) - 1
    known = [at for at in range(begin, last) if name_lexicon.gender_of(words[at]) and words[at] not in places()]
    if not known or words[last].lower() not in name_lexicon.surnames() or words[known[0]] in name_lexicon.titles():
        return None
    return Named(" ".join(words[: known[0]]), " ".join(words[known[0] :]), "", "person")


def _after_title(words: list[str]) -> int:
    """Return where the name begins after the last title.

    0 without one, all words where only an office stands.
    """
    last = -1
    for at, word in enumerate(words):
        if at and words[at - 1] in _OF:
            continue
        if word.rstrip(".") in name_lexicon.titles() or (
            at + 1 < len(words) and _occupation(word, words[at + 1 :]) and not words[at + 1].isupper()
        ):
            last = at
    if last < 0 or last + 1 == len(words):
        return last + 1
    if last == 0 and words[0] in _NAMES_OF_BODIES_BEGIN:
        return 1 if not is_body(words[1:]) else 0
    return last + 1


def _occupation(word: str, name: list[str]) -> bool:
    """Return whether a capitalised word is a noun for a person, set before a name.

    For example: "Activist", "Rival".

    One that is a surname too ("Singer", "Baker") is a noun before a first name and another word.
    """
    lower = word.lower()
    if lower not in name_lexicon.person_nouns() or name_lexicon.gender_of(lower):
        return False
    return lower not in name_lexicon.surnames() or (len(name) == 2 and bool(name_lexicon.gender_of(name[0])))


def _name_inside(rest: list[str]) -> int:
    """Return where a person's name begins behind a title's words.

    For example: "of State Marco Rubio", "of Public Works Pierre Poirier".
    """
    inner = _first_name_inside(rest)
    if inner:
        return inner
    if len(rest) > 3 and not is_body(rest[-2:]) and rest[-2] not in _OF and rest[-3] not in _OF - {"and"}:
        return len(rest) - 2 if rest[-1] not in places() and _listed(rest[-2:]) is None else 0
    return 0


def _first_name_inside(words: list[str]) -> int:
    """Return the place of a first name that begins a name of several words."""
    for at in range(1, len(words) - 1):
        if (
            len(words) - at <= _LONGEST_NAME - 1
            and name_lexicon.gender_of(words[at])
            and not is_body(words[at + 1 :])
            and not name_lexicon.gender_of(words[at - 1])
            and words[at - 1] not in _OF
            and not words[at + 1][0].islower()
        ):
            return 0 if _goes_on(words, at) else at
    return 0


def _goes_on(words: list[str], at: int) -> bool:
    """Return whether a word goes on a name: "Rami {Abdel} Rahman", "W. {Ralph} Basham"."""
    before = words[at - 1]
    if before.rstrip(".") in name_lexicon.titles():
        return False
    initial = len(before) == _INITIAL and before.endswith(".")
    short = words[at] == "Ben" and words[at + 1].lower() in name_lexicon.surnames()  # of Benjamin
    return initial or (words[at] in _PATRONYMIC and not short)


def _peel(words: list[str]) -> int:
    """Return how many opening words are a place before a name: "China Nicholas Burns"."""
    for length in range(min(4, len(words) - 1), 0, -1):
        place = places().get(bare(" ".join(words[:length])))
        if place is None:
            continue
        given = length == 1 and len(words) == 2 and place.how != "adjective" and name_lexicon.is_given(words[0])
        if not given:  # "Virginia Woolf" is a name
            return length
    return 0


def _cut(words: list[str]) -> tuple[list[str], list[str]]:
    """Part a person's name from "of the Bank of England" behind it."""
    if "of" in words[1:]:
        at = words.index("of", 1)
        if not is_body(words[:at]):
            return words[:at], words[at:]
    return words, []


def _body_sort(words: list[str]) -> Sort:
    last = words[-1].lower()
    return (
        "media"
        if len(words) > 1 and last in name_lexicon.media_words() and last not in ("agency", "bulletin")
        else "body"
    )
