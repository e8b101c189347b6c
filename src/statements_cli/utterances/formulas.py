"""Follow a formula through time.

Who used it when, in which variants, after which silences, and what took its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from statements_cli.model import Statement
from statements_cli.utterances.likeness import synonyms_of
from statements_cli.utterances.word_differences import Change, marked, plain_word, word_changes
from statements_cli.utterances.words import placed_stems, weight_of

USE_KEYS = ("date", "speaker", "country", "wording", "exact", "differences", "text", "outlet", "id")
"""The keys of a use's row."""

_LOOSE = 2  # between so many words of a formula one other word of substance may stand
_MISSING = 4  # one word of so many may be missing in a variant
_MATTER_WORDS = 12  # of substance, that say what a formula is about
_LEAST_WEIGHT = 50  # tenths of bits of such a word
_SHARED = 2  # of these words that a statement on the matter has at least
_SHARED_WEIGHT = 0.25  # of their weight that it has at least
_OFTEN = 4  # a word of the matter stands in one of so many statements that use the formula
_DAY = 10  # characters of an ISO day


class Use(NamedTuple):
    """A statement with the formula, its words, and whether they are in order."""

    statement: Statement
    wording: str
    exact: bool
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the row of a use.

        ``differences`` are those from the formula as it was asked for.
        """
        record = self.statement.to_dict()
        own = {"wording": self.wording, "exact": self.exact, "differences": marked(self.changes)}
        return {key: (record | own)[key] for key in USE_KEYS}


class Variant(NamedTuple):
    """One wording of a formula over time, under its commonest spelling."""

    wording: str
    exact: bool
    uses: int
    first: str | None
    last: str | None
    speakers: tuple[str, ...]
    differences: str


class UserOfFormula(NamedTuple):
    """Who used a formula how often, from when to when."""

    speaker: str | None
    uses: int
    first: str | None
    last: str | None


class Gap(NamedTuple):
    """Days on which a formula was not used, between two on which it was."""

    after: str
    before: str
    days: int


class FormulaWording(NamedTuple):
    """The wording of a formula that was in use on a day.

    The last one up to it.
    """

    date: str
    speaker: str | None
    wording: str
    id: str


class Tracked(NamedTuple):
    """A formula over time. ``uses`` are the oldest first, those without a day last.

    ``before`` and ``after`` are the wordings between which ``differences`` are; ``since`` are the statements on the
    matter, after the last use, that do without it.
    """

    formula: str
    uses: tuple[Use, ...]
    speakers: tuple[UserOfFormula, ...]
    variants: tuple[Variant, ...]
    gaps: tuple[Gap, ...]
    before: FormulaWording | None
    after: FormulaWording | None
    since: tuple[Statement, ...]

    @property
    def dated(self) -> tuple[Use, ...]:
        """Return the uses whose day, month or year is known."""
        return tuple(use for use in self.uses if use.statement.date)

    @property
    def differences(self) -> tuple[Change, ...]:
        """Return in which words the later wording differs from the earlier."""
        return word_changes(self.before.wording, self.after.wording) if self.before and self.after else ()

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as JSON has it."""
        dated = self.dated
        change = None
        if self.before and self.after:
            both = {"before": self.before._asdict(), "after": self.after._asdict()}
            change = both | {"differences": marked(self.differences)}
        return {
            "formula": self.formula,
            "first": dated[0].statement.date if dated else None,
            "last": dated[-1].statement.date if dated else None,
            "uses": [use.to_dict() for use in self.uses],
            "speakers": [one._asdict() for one in self.speakers],
            "variants": [one._asdict() | {"speakers": list(one.speakers)} for one in self.variants],
            "gaps": [gap._asdict() for gap in self.gaps],
            "change": change,
            "silence": {
                "last": dated[-1].statement.date if dated else None,
                "since": len(self.since),
                "statements": [one.id for one in self.since],
            },
        }


def tracked(
    formula: str,
    statements: Iterable[Statement],
    between: tuple[str, str] | None = None,
    on_matter: frozenset[str] | None = None,
) -> Tracked:
    """Follow a formula through statements.

    ``between`` are two ISO days (or months, years): the wordings in use on them are compared, else the first and the
    last. ``on_matter`` are the ids of statements on the matter of the formula; where it is None, they are those that
    share words of substance with the statements that use it.
    """
    held = sorted(statements, key=lambda one: (one.date is None, one.date or "", one.id))
    uses = [use for one in held if (use := use_of(formula, one)) is not None]
    dated = [use for use in uses if use.statement.date]
    before, after = _wordings(dated, between)
    since: tuple[Statement, ...] = ()
    if dated:
        last = dated[-1].statement.date or ""
        used = {use.statement.id for use in uses}
        later = [one for one in held if one.date and one.date > last and one.id not in used]
        if on_matter is None:
            words = _matter(formula, [use.statement for use in uses])
            since = tuple(one for one in later if _is_on(words, one))
        else:
            since = tuple(one for one in later if one.id in on_matter)
    return Tracked(formula, tuple(uses), _speakers(uses), _variants(formula, uses), _gaps(dated), before, after, since)


def use_of(formula: str, statement: Statement) -> Use | None:
    """Return how a statement uses a formula; None where it does not.

    It does where all words of substance stand near each other, in any form, or most of them and synonyms of others.
    """
    wanted = [stem for stem, *_ in placed_stems(formula)]
    placed = placed_stems(statement.text)
    best: tuple[int, int, int] | None = None  # weight found, first and last place
    reach = len(wanted) + (len(wanted) - 1) // _LOOSE
    for at in range(len(placed)):
        found = _match(wanted, [stem for stem, *_ in placed[at : at + reach]])
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], at, at + found[1])
    if best is None or not wanted:
        return None
    first, last = placed[best[1]], placed[best[2]]
    wording = statement.text[first[1] : last[2]]
    exact = [stem for stem, *_ in placed[best[1] : best[2] + 1]] == wanted
    return Use(statement, wording, exact, word_changes(formula, wording))


def _match(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Return the weight of a formula's words found, and the last one's place."""
    left = list(wanted)
    weight = last = exact = 0
    for place, word in enumerate(words):
        if word in left:
            left.remove(word)
            weight += weight_of(word)
            exact += 1
        else:
            synonym = next((one for one in left if word in synonyms_of(one)), None)
            if synonym is None:
                if not place:
                    return None
                continue
            left.remove(synonym)
            weight += weight_of(synonym) * 8 // 10
        last = place
        if not left:
            break
    if not exact or len(left) > len(wanted) // _MISSING:
        return None
    return weight - last, last  # of equally good stretches the shorter


def _wordings(
    dated: Sequence[Use], between: tuple[str, str] | None
) -> tuple[FormulaWording | None, FormulaWording | None]:
    if not dated:
        return None, None
    if between is None:
        return _wording(dated[0]), _wording(dated[-1])
    found = [[use for use in dated if (use.statement.date or "") <= f"{day}~"] for day in between]
    before, after = (_wording(uses[-1]) if uses else None for uses in found)
    return before, after


def _wording(use: Use) -> FormulaWording:
    one = use.statement
    return FormulaWording(one.date or "", one.speaker, use.wording, one.id)


def _speakers(uses: Sequence[Use]) -> tuple[UserOfFormula, ...]:
    by_name: dict[str | None, list[Use]] = {}
    for use in uses:
        by_name.setdefault(use.statement.speaker, []).append(use)
    found = [UserOfFormula(name, len(own), *_ends(own)) for name, own in by_name.items()]
    return tuple(sorted(found, key=lambda one: (-one.uses, one.speaker or "~")))


def _variants(formula: str, uses: Sequence[Use]) -> tuple[Variant, ...]:
    """Return the wordings used, in the order in which they first were.

    Case and marks make none.
    """
    by_words: dict[tuple[str, ...], list[Use]] = {}
    for use in uses:
        by_words.setdefault(tuple(map(plain_word, use.wording.split())), []).append(use)
    found = []
    for own in by_words.values():
        wording = Counter(use.wording for use in own).most_common(1)[0][0]
        names = tuple(dict.fromkeys(use.statement.speaker for use in own if use.statement.speaker))
        differences = marked(word_changes(formula, wording))
        found.append(Variant(wording, own[0].exact, len(own), *_ends(own), names, differences))
    return tuple(found)


def _ends(uses: Sequence[Use]) -> tuple[str | None, str | None]:
    dates = [use.statement.date for use in uses if use.statement.date]
    return (dates[0], dates[-1]) if dates else (None, None)


def _gaps(dated: Sequence[Use]) -> tuple[Gap, ...]:
    """Return the spans without a use, the longest first.

    Between days alone, as months begin and end nowhere.
    """
    days = sorted({use.statement.date for use in dated if use.statement.date and len(use.statement.date) == _DAY})
    found = []
    for after, before in pairwise(days):
        length = (date.fromisoformat(before) - date.fromisoformat(after)).days - 1
        if length:
            found.append(Gap(after, before, length))
    return tuple(sorted(found, key=lambda gap: (-gap.days, gap.after)))


def _is_on(matter: frozenset[str], statement: Statement) -> bool:
    """Return whether a statement has enough of the words a formula is about."""
    shared = matter & {stem for stem, *_ in placed_stems(statement.text)}
    return len(shared) >= _SHARED and sum(map(weight_of, shared)) >= _SHARED_WEIGHT * sum(map(weight_of, matter))


def _matter(formula: str, using: Sequence[Statement]) -> frozenset[str]:
    """Return the words of substance of the statements that use a formula."""
    own = {stem for stem, *_ in placed_stems(formula)}
    counts = Counter(stem for one in using for stem in {stem for stem, *_ in placed_stems(one.text)} - own)
    often = [
        (count * weight_of(stem), stem)
        for stem, count in counts.items()
        if count * _OFTEN >= len(using) and weight_of(stem) >= _LEAST_WEIGHT
    ]
    return frozenset(stem for _, stem in sorted(often, key=lambda one: (-one[0], one[1]))[:_MATTER_WORDS])
