"""Collect the persons an article names, and where each is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from statements_cli.speakers.coreference.referents.entity import Entity, pair_counterparts
from statements_cli.speakers.coreference.referents.name_signs import (
    acting_names,
    are_plain_words,
    head_places,
    is_bodys,
    is_participle,
    monarch_office,
    off_verbs,
    royal_words,
    with_short_titles,
    with_style,
)
from statements_cli.speakers.mentions.roles import role_after, role_ahead, role_before, role_noun
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import OFFICE_LINKS, Named, take_apart
from statements_cli.speakers.names.same_person import (
    SUFFIXES,
    distance,
    gender_of_name,
    same_person,
    title_tells,
)

_LONGEST_WORD, _NAMESAKES = 24, 50
_LINK = 8  # characters before a name in which the word before it stands
_LATELY = 6  # mentions among which a misspelt name is looked for
_FIRST = 12  # persons of the beginning that are always asked about
_AROUND = 40  # mentions looked at around a description
_IN_FULL = 2  # words of a name that is no longer than first name and surname
_OPENING = 1  # characters before a name that opens its sentence
_SAMPLES = 4  # how many mentions of a name are looked at for its role


class Cast:
    """The persons of an article: ``starts``, ``ends`` and ``who`` are their mentions in text order."""

    __slots__ = ("_by_word", "_last", "_named", "ends", "no_persons", "people", "scan", "starts", "who")

    def __init__(self, scan: MentionScan, sources: Sequence[tuple[int, int]]) -> None:
        self.scan = scan
        self.people: list[Entity] = []
        self.no_persons: set[str] = set()  # names in the form of a person's that a body has
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.who: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._last: dict[str, Entity] = {}
        runs = off_verbs(scan.runs, sources)
        self._named = with_short_titles([(start, end, self._apart(start, run)) for start, end, run in runs])
        self._introduce(sources)
        self._follow()
        pair_counterparts(self.people, self.starts, self.who)

    def _apart(self, start: int, run: str) -> Named:
        text = self.scan.text
        inside = not run.isalnum() and start > 1 and text[start - 1] in " \u00a0" and text[start - 2].isalnum()
        before = text[max(0, start - _LINK) : start].split()[-1:] if inside else []
        return take_apart(run, inside, bool(before) and before[0] in OFFICE_LINKS)

    def _introduce(self, sources: Sequence[tuple[int, int]]) -> None:
        """Find the full names of persons, by their form or how they are treated."""
        mentions: dict[str, list[tuple[int, int, Named]]] = {}
        alone: dict[str, int] = {}  # where a name of one word stands first, headlines left out
        for start, end, named in self._named:
            if named.sort == "likely" and self.scan.in_headline(start):
                continue  # capitals tell nothing where every word has one
            if named.sort in ("person", "likely") and " " in named.name:
                mentions.setdefault(named.name, []).append((start, end, named))
            elif named.name and " " not in named.name and not self.scan.in_headline(start):
                alone.setdefault(fold(named.name), start)
        self._read_captions(mentions)
        spoken = {fold(self.scan.text[start:end]) for start, end in sources if end - start < _LONGEST_WORD}
        known = {fold(name.split()[-1]) for name, places in mentions.items() if places[0][2].sort == "person"}
        heads = head_places(self.scan.text, sources)
        opened = {start for start, _ in sources}
        unsure = {
            name.split()[0] for name, places in mentions.items() if all(one.sort == "likely" for *_, one in places)
        }
        acting = acting_names(self.scan, self._named, unsure)
        doubtful: dict[str, list[list[str]]] = {}
        for name, places in sorted(mentions.items(), key=lambda item: (-len(item[0].split()), item[1][0][0])):
            samples = [self._describe(start, end, named) for start, end, named in places[:_SAMPLES]]
            sure = places[0][2].sort == "person" or any(named.sort == "person" for _, _, named in places)
            if not sure and not are_plain_words(name):
                sure = any(samples) or any(end in heads for _, end, _ in places)
                first, last = fold(name.split()[0]), fold(name.split()[-1])
                introduced = places[0][0] <= alone.get(first, places[0][0])
                sure = sure or (introduced and first in spoken)
                sure = sure or (last in alone and last not in known and not is_participle(name.split()[0]))
                sure = sure or (introduced and first in acting and name.split()[-1] not in ("I", "II", "III", "IV"))
            if sure and places[0][2].sort == "likely" and is_bodys(self.scan, places, any(samples)):
                self.no_persons.add(name)
            elif not sure and len(name.split()) > _IN_FULL and places[0][2].sort == "likely":
                doubtful[name] = samples
            elif sure:
                person = self._admit(name, places, samples)
                person.speaks = person.speaks or any(start in opened or end in heads for start, end, _ in places)
        families = {person.surname for person in self.people if person.kin}
        for name, samples in doubtful.items():
            if fold(name.split()[-1]) in families:  # "Per Holm Lee", where "his son, Ole Lee" is another of the name
                self._admit(name, mentions[name], samples)

    def _read_captions(self, mentions: dict[str, list[tuple[int, int, Named]]]) -> None:
        """Take the full names of persons known by surname alone from captions nearby."""
        known = {name.split()[-1] for name in mentions}
        alone = {named.name for _, _, named in self._named if named.sort == "single"} - known
        for start, end, run in self.scan.runs_beside(alone) if alone else ():
            named = self._apart(start, run)
            if named.sort == "person" and " " in named.name and named.name.split()[-1] in alone:
                mentions.setdefault(named.name, []).append((start, end, named))

    def _describe(self, start: int, end: int, named: Named) -> list[str]:
        text, scan = self.scan.text, self.scan
        low, high = scan.sentence_span(scan.sentence(start))
        at = end - len(named.after) - len(named.name) - (1 if named.after else 0)
        before = role_before(text, max(low, at), low)
        after = role_after(text, end, max(high, end))
        if not before:
            before = role_ahead(text, start, low)
        if not before and named.before:
            before = named.before if role_noun(named.before) else ""
        return [role for role in (after, before, monarch_office(named)) if role]

    def _admit(self, name: str, places: list[tuple[int, int, Named]], samples: list[list[str]]) -> Entity:
        words = tuple(fold(name).split())
        person = self._same(words)
        if person is None:
            person = Entity(name, "person", places[0][0])
            self.people.append(person)
            for word in {*person.words}:
                self._by_word.setdefault(word, []).append(person)
        person.first = min(person.first, places[0][0])
        person.titles.update(word.lower() for _, _, named in places[:_SAMPLES] for word in named.before.split())
        for roles in samples:
            for role in roles:
                person.described(role)
        person.told(title_tells([named for _, _, named in places]))
        person.gender = person.gender or gender_of_name(name)
        person.kin = person.kin or bool(person.heads & name_lexicon.words("names/kin_words.txt"))
        return person

    def _follow(self) -> None:
        """Link every mention of a person to the person, in text order."""
        for start, end, named in self._named:
            named = self._surname(named, start) if named.sort == "title" and " " not in named.before else named
            if named.sort in ("none", "title", "body", "media", "place") or not named.name:
                continue
            person = self.person(named.name, start, named.before)
            if person is None and named.sort == "person" and named.before and " " not in named.name:
                person = self._titled(named, start, end)
            if person is not None:
                self._note(person, named, start, end)

    def _surname(self, named: Named, start: int) -> Named:
        """Return a title as the surname that somebody here has: "King and Weekes were taken"."""
        word, led = fold(named.before), self.scan.text[max(0, start - 4) : start].lower() == "the "
        borne = not led and any(one.surname == word and " " in one.name for one in self._by_word.get(word, []))
        return Named("", named.before, "", "single") if borne else named

    def _note(self, person: Entity, named: Named, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.who.append(person)
        person.places.append(start)
        surname = person.surname
        if not person.kin or fold(named.name) == surname or (" " in named.name and self._opens(start)):
            self._last[surname] = self._last[f"{person.gender} {surname}"] = person
        if named.before and not person.gender_told:
            person.told(title_tells([named]))
        if named.before and role_noun(named.before) and " " not in named.name:
            person.described(named.before)

    def _opens(self, start: int) -> bool:
        return start - self.scan.sentence_span(self.scan.sentence(start))[0] <= _OPENING

    def _titled(self, named: Named, start: int, end: int) -> Entity:
        address = named.before.split()[-1]
        namesake = bool(self._by_word.get(fold(named.name))) and address.rstrip(".").lower() in name_lexicon.words(
            "names/address_words.txt"
        )
        person = Entity(f"{address} {named.name}" if namesake else with_style(named), "person", start)
        person.told(title_tells([named]))
        for role in self._describe(start, end, named):
            person.described(role)
        self.people.append(person)
        for word in person.words:
            self._by_word.setdefault(word, []).append(person)
        return person

    def person(self, name: str, at: int, before: str = "") -> Entity | None:
        """Return the person named ``name`` at ``at``, behind the titles ``before``."""
        words = fold(name).split()
        if not words:
            return None
        if len(words) == 1:
            return self._by_one_word(words[0], at, before)
        if len(words) == 2 and words[1] in SUFFIXES:  # "Trump Jr."
            bearers = self._by_word.get(words[0], [])[:_NAMESAKES]
            return next((known for known in bearers if words[1] in known.words), None)
        return self._same(tuple(words))

    def _same(self, words: tuple[str, ...]) -> Entity | None:
        ends = [word for word in words if word not in SUFFIXES] or list(words)
        if len(words) == 2 and words[0] in royal_words():  # "Prince Faisal"
            for known in self._by_word.get(words[1], [])[:_NAMESAKES]:
                if words[0] in known.titles and known.words[0] == words[1]:
                    return known
        for known in self._by_word.get(ends[-1], [])[:_NAMESAKES] + self._by_word.get(ends[0], [])[:_NAMESAKES]:
            if same_person(known.words, known.name, words):
                return known
        return None

    def near(self, at: int) -> list[Entity]:
        """Return the persons worth asking about: those named lately, soon after, and first of all."""
        place = bisect_left(self.starts, at)
        around = self.who[max(0, place - _AROUND) : place][::-1] + self.who[place : place + _AROUND // 2]
        unique = {id(person): person for person in (*around, *self.people[:_FIRST], *self.people[-_FIRST:])}
        return list(unique.values())

    def _by_one_word(self, word: str, at: int, before: str) -> Entity | None:
        known = self._by_word.get(word, [])
        if not known:
            return None
        title = title_tells([Named(before, "", "", "title")]) if before else ""
        if title and all(person.gender not in ("", title) for person in known):
            return None  # "Lady Starmer" beside Keir Starmer
        if len(known) == 1:
            return known[0]
        if title:
            known = [person for person in known if person.gender in ("", title)] or known
            known = [person for person in known if person.gender == title] or known  # surer than one unknown
        if before and (head := role_noun(before)):
            known = [person for person in known if head in person.heads] or known
            told = set(fold(before).split()) - name_lexicon.words("names/address_words.txt")  # but for "Mr"
            most = max(len(told & person.role_words) for person in known)
            known = [person for person in known if len(told & person.role_words) == most]
        by_surname = [person for person in known if person.surname == word]
        known = by_surname or known
        juniors = [person for person in known if not SUFFIXES.isdisjoint(person.words)]
        if juniors and any(person.speaks for person in juniors):
            known = [person for person in known if person.speaks]  # "James Roosevelt Jr. said ... Roosevelt added"
        elif juniors:
            known = [person for person in known if person not in juniors] or known
        if len(known) == 1:
            return known[0]
        last = self._last.get(word)
        if last in known:
            return last
        earlier = [person for person in known if person.first <= at]
        last = self._last.get(f"{title} {word}") if title else None
        return last if last in earlier else (earlier or known)[0]

    def at(self, start: int, end: int) -> Entity | None:
        """Return the person named by the text from ``start`` to ``end``, in its place."""
        place = bisect_left(self.starts, start)
        found = None
        while place < len(self.starts) and self.ends[place] <= end:
            found = self.who[place]
            place += 1
        return found

    def behind_handle(self, handle: str) -> Entity | None:
        """Return the person beside whose name a handle stands in brackets: "Jane Roe (@jroe)"."""
        for opening in (f" ({handle})", f", {handle},"):
            at = self.scan.text.find(opening)
            place = bisect_left(self.ends, at) if at >= 0 else len(self.ends)
            if place < len(self.ends) and self.ends[place] == at:
                return self.who[place]
        return None

    def misspelt(self, name: str, at: int, most: int = 2) -> Entity | None:
        """Return the person named just before ``at`` whose surname differs in at most ``most`` letters."""
        word = fold(name)
        place = bisect_left(self.starts, at)
        for index in range(place - 1, max(-1, place - _LATELY), -1):
            surname = self.who[index].surname
            if len(word) > 4 and surname[:1] == word[0] and distance(surname, word) <= most:
                return self.who[index]
        return None

    def adopt(self, person: Entity) -> None:
        """Take up a person met under a single name, once it surely is one."""
        if person not in self.people:
            self.people.append(person)
            for word in set(person.words):
                self._by_word.setdefault(word, []).append(person)

    def newcomer(self, name: str, at: int) -> Entity:
        """Return a person known only from a source mention."""
        person = Entity(name, "person", at)
        person.gender = gender_of_name(name)
        self.adopt(person)
        return person
