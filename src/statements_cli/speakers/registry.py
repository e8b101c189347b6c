"""The speakers of many articles come in; one canonical name and country for each person or body goes out.

Names are brought together within blocks only (the same surname, or the same body words), in sorted
order, so that the outcome depends on what the corpus holds and never on the order of its files.
"""

from __future__ import annotations

from collections.abc import Iterable

from statements_cli.model import SpeakerType, Statement
from statements_cli.speakers.bodykeys import body_key
from statements_cli.speakers.kinship import Known, apart, same_first, surname_block, surnames_alike

_WIDEST = 40  # neighbours in a sorted block that a name is compared with
_DOMINANT = 10  # how many times oftener than all others a person must speak to own a bare surname


class Registry:
    """Collects the speakers of a corpus and tells the canonical form of each.

    ``add`` takes what the articles say; ``canonical`` and ``country`` answer from all that was added
    before. Memory grows with the number of distinct names, not of mentions.
    """

    __slots__ = ("_answers", "_counts", "_settled")

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], Known] = {}
        self._answers: dict[tuple[str, str, str], Known] = {}
        self._settled = True

    def add(
        self,
        name: str | None,
        type: SpeakerType | None,
        role: str | None = None,
        country: str | None = None,
        count: int = 1,
    ) -> None:
        """Take up one mention of a speaker, or ``count`` of them; a negative count takes them back."""
        if not name:
            return
        key = (name, type or "", country or "")
        known = self._counts.get(key)
        if known is None:
            known = self._counts[key] = Known(*key)
        known.add(role, count)
        self._settled = False

    def canonical(self, name: str, type: SpeakerType | None = None, country: str | None = None) -> str:
        """Return the fullest form of a name that the corpus knows; the name itself if it knows no other."""
        return self._answer(name, type, country).best_name

    def country(self, name: str, type: SpeakerType | None = None, country: str | None = None) -> str | None:
        """Return the country spoken for, as any article tells it; None where none or several do."""
        return country or self._answer(name, type, country).best_country or None

    def spellings(self, name: str, type: SpeakerType | None = None, country: str | None = None) -> tuple[str, ...]:
        """Every spelling of the speaker in the corpus, sorted."""
        return tuple(sorted(self._answer(name, type, country).names))

    def _answer(self, name: str, type: SpeakerType | None, country: str | None) -> Known:
        if not self._settled:
            self._settle()
        found = self._answers.get((name, type or "", country or ""))
        return found if found is not None else Known(name, type or "", country or "")

    def _settle(self) -> None:
        """Bring all names together anew, from the counts alone."""
        groups: dict[str, list[Known]] = {}
        singles: list[Known] = []
        people: list[Known] = []
        for key in sorted(self._counts):
            known = self._counts[key]
            if known.count <= 0:
                continue
            known = known.copy()
            if known.type != "person":
                groups.setdefault(body_key(known.name, known.type, known.country), []).append(known)
            elif len(known.words) == 1:
                singles.append(known)
            else:
                people.append(known)
        self._answers = {}
        for members in groups.values():
            self._enter(_merged(members))
        clusters = _people_together(people)
        _attach(singles, clusters)
        for cluster in clusters:
            self._enter(cluster)
        self._settled = True

    def _enter(self, cluster: Known) -> None:
        for key in cluster.keys:
            self._answers[key] = cluster


def _merged(members: list[Known]) -> Known:
    first = members[0]
    for other in members[1:]:
        first.absorb(other)
    return first


def _people_together(people: list[Known]) -> list[Known]:
    """Join the names of one person, the fullest and commonest first, so that rare spellings join them."""
    ordered = sorted(people, key=lambda known: (-known.count, known.name, known.country))
    blocks: dict[str, list[Known]] = {}
    clusters: list[Known] = []
    entered: set[tuple[str, int]] = set()
    for known in ordered:
        home = _home(known, blocks)
        if home is not None:
            home.absorb(known)
            for block in surname_block(known.words):
                if (block, id(home)) not in entered:
                    entered.add((block, id(home)))
                    blocks.setdefault(block, []).append(home)
            continue
        clusters.append(known)
        for block in surname_block(known.words):
            entered.add((block, id(known)))
            blocks.setdefault(block, []).append(known)
    return clusters


def _home(known: Known, blocks: dict[str, list[Known]]) -> Known | None:
    """Return the person that a name is a further name of: the same country first, then one without."""
    found: list[Known] = []
    for block in surname_block(known.words):
        for other in blocks.get(block, ())[:_WIDEST]:
            if apart(known, other):
                continue
            if any(surnames_alike(known.words, words) and same_first(known.words, words) for words in other.forms):
                found.append(other)
        if found:
            break
    if not found:
        return None
    return min(found, key=lambda other: (other.country != known.country, -other.count, other.name))


def _attach(singles: list[Known], clusters: list[Known]) -> None:
    """Give bare surnames to the one person who bears them, or who speaks far oftener than the others."""
    by_surname: dict[str, list[Known]] = {}
    for cluster in list(clusters):
        for word in sorted({words[place] for words in cluster.forms for place in (0, -1)}):
            by_surname.setdefault(word, []).append(cluster)
    alone: dict[str, Known] = {}
    for known in singles:
        fitting = [one for one in by_surname.get(known.words[0], ()) if not apart(known, one)]
        surname = [one for one in fitting if any(words[-1] == known.words[0] for words in one.forms)] or fitting
        ranked = sorted(surname, key=lambda one: (-one.count, one.name))
        others = sum(one.count for one in ranked[1:])
        if ranked and (not others or ranked[0].count >= _DOMINANT * others):
            ranked[0].absorb(known, named=False)
        elif known.words[0] in alone and not apart(known, alone[known.words[0]]):
            alone[known.words[0]].absorb(known)
        else:
            alone[known.words[0]] = known
            clusters.append(known)


def unify(statements: Iterable[Statement], registry: Registry | None = None) -> list[Statement]:
    """Give every statement the corpus-wide name of its speaker, and the country where only others tell it.

    Role, id and spans stay as each article has them. A statement of a former office-holder gets no
    country from the time in office. With ``registry`` the statements are added to those it holds.
    """
    from statements_cli.values import replace

    registry = registry or Registry()
    kept = list(statements)
    for one in kept:
        registry.add(one.speaker, one.type, one.role, one.country)
    renamed = []
    for one in kept:
        if one.speaker is None:
            renamed.append(one)
            continue
        name, country = unified(registry, one.speaker, one.type, one.role, one.country)
        if name != one.speaker or country != one.country:
            one = replace(one, speaker=name, country=country)
        renamed.append(one)
    return renamed


def unified(
    registry: Registry, name: str, type: SpeakerType | None, role: str | None, country: str | None
) -> tuple[str, str | None]:
    """Return the corpus-wide name of a speaker, and the country, which others may tell."""
    if country is None and role is None and type in ("person", "organisation"):
        return registry.canonical(name, type, country), registry.country(name, type, country)
    return registry.canonical(name, type, country), country
