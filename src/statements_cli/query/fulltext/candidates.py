"""Find the statements that have a query's words, and weigh these.

Each word of the query is widened to the best words that the index has for it (``lexis``), and the places of the
rarest are read first; the rest only add to what these have found once a budget is spent.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from json import dumps, loads
from math import log
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.query.asking import Query, Term
from statements_cli.query.fulltext.lexis import Form, Lexis

if TYPE_CHECKING:
    from statements_cli.query.fulltext.meaning import Meaning

_BUDGET = 20_000  # places read before what is left of the query's words only helps to order them
_MOST_PLACES = 200_000  # read of any one word; those added last are taken
_MOST_LOOKED_UP = 10_000  # candidates, one by one
_MOST_ALLOWED = 50_000  # a filter that lets no more through is asked before the words, otherwise after them
# texts, share of the texts, share where few texts are in question: words in more find and order nothing
_TOO_COMMON = (5_000, 0.1, 0.5)
_MOST_GUESSED = 2  # words of a query in which a rare word is taken as it is


class Texts(NamedTuple):
    """An index (``fulltext``) of ``size`` texts, and which of them a filter lets through.

    ``condition``, its ``parameters`` and ``newest`` (greatest first, then smallest number) speak of table
    ``statement`` as ``s``. An empty condition lets all through; ``narrow`` says that it is likely to let few
    through. ``languages`` (ISO 639-1) are those of the texts, in which words have kin. Every candidate is looked up
    by its number, which ``by_number`` may say how to do. The SQL is taken as it is: it must be the program's own,
    and what a user typed a parameter.
    """

    connection: sqlite3.Connection
    size: int
    newest: str = "-s.number"
    condition: str = ""
    parameters: tuple[str | int | float | None, ...] = ()
    narrow: bool = False
    by_number: str = ""
    languages: tuple[str, ...] = ("en",)

    @property
    def where(self) -> str:
        """Return the condition, to stand in the SQL after others or for them all."""
        return f"({self.condition})" if self.condition else "1"


class Group(NamedTuple):
    """What one term of a query may mean.

    Words of the index and FTS5 expressions, each with its worth.

    ``frequency`` is how many texts have one of them, at most; ``weight`` is the greater the fewer they are.
    """

    term: Term
    worths: dict[str, float]
    expressions: dict[str, float]
    frequency: int
    weight: float


class PassingCandidates(NamedTuple):
    """Numbers of candidates that pass a filter, newest first, and their total.

    The total is exact or about.
    """

    numbers: list[int]
    total: int
    exact: bool


def groups_of(texts: Texts, query: Query, meaning: Meaning | None = None) -> list[Group]:
    """Return what the terms of a query may mean, a group each, in their order.

    With ``meaning`` the words near in meaning are among it.
    """
    lexis = Lexis(texts.connection, texts.size, texts.languages)
    guess = len(query.terms) > _MOST_GUESSED
    groups = []
    for term in query.terms:
        worths: dict[str, float] = {}
        expressions: dict[str, float] = {}
        if term.kind == "word":
            forms = lexis.forms(term.words[0], guess=guess)
            if meaning is not None:
                forms = _with_meaning(forms, lexis, meaning.near(term.words[0]))
            worths = {form.word: form.worth for form in forms}
            for worth in dict.fromkeys(worths.values()):
                alike = [_quoted(form.word) for form in forms if form.worth == worth]
                expressions[f"({' OR '.join(alike)})"] = worth
            count = sum(form.frequency for form in forms)
        else:
            count = lexis.beginning(term.words[0]) if term.kind == "prefix" else min(map(lexis.count, term.words))
            expressions = {_expression(term): 1.0} if count else {}
        groups.append(Group(term, worths, expressions, count, log(1 + texts.size / (1 + count))))
    return groups


def candidates(texts: Texts, query: Query, groups: Sequence[Group]) -> dict[int, float]:
    """Return the numbers of candidate texts, with their words' summed weights.

    Phrases must stand in a text, and what the query leaves out must not; a filter may still keep some out.
    """
    bounded = _bounds(query)
    found = sorted((group for group in groups if group.expressions), key=lambda group: group.frequency)
    allowed = _allowed(texts) if texts.narrow and sum(group.frequency for group in found) > _BUDGET else None
    most_common = max(_TOO_COMMON[0], _TOO_COMMON[1 if allowed is None else 2] * texts.size)
    shares: dict[int, float] = {}
    read: list[str] = []
    used = 0
    for group in found:
        if read and group.frequency > most_common and used + group.frequency > _BUDGET:
            continue
        whole = not read or allowed is not None or used + group.frequency <= _BUDGET
        if whole:
            used += group.frequency
            held: dict[int, float] = {}
            for expression, worth in sorted(group.expressions.items(), key=lambda pair: pair[1]):
                held |= dict.fromkeys(_places(texts, bounded(expression), allowed), group.weight * worth)
        else:
            either = f"({' OR '.join(read)}) AND ({' OR '.join(group.expressions)})"
            held = dict.fromkeys(_places(texts, bounded(either), None), group.weight)
        if len(held) > len(shares):  # the fewer are added to the more
            shares, held = held, shares
        for number, share in held.items():
            shares[number] = shares.get(number, 0.0) + share
        if whole:
            read += group.expressions
    return shares


def passing(texts: Texts, shares: Mapping[int, float], most: int | None) -> PassingCandidates:
    """Return which candidates the filter lets through.

    At most about ``most``, those with the greatest shares.

    Where very many have equal shares, they are not looked up one by one: the newest of all texts are gone
    through until enough of them are candidates, and how many there are in all is recognised from a sample.
    """
    if most is None or len(shares) <= _MOST_LOOKED_UP:
        passed = _passing(texts, list(shares))
        return PassingCandidates(passed, len(passed), True)
    least = nlargest(most, shares.values())[-1]
    chosen = [number for number, share in shares.items() if share > least]
    tied = [number for number, share in shares.items() if share == least]
    sample = tied[:: max(1, len(tied) // most)]
    rate = len(_passing(texts, sample)) / len(sample)
    chosen += tied if len(tied) <= _MOST_LOOKED_UP else _newest_among(texts, frozenset(tied), most - len(chosen))
    passed = _passing(texts, chosen)
    return PassingCandidates(passed, max(len(passed), round(len(shares) * rate)), False)


def _passing(texts: Texts, numbers: Sequence[int]) -> list[int]:
    among = "number in (select value from json_each(?))"
    rows = texts.connection.execute(
        f"select number, {texts.newest} from statement s {texts.by_number} where {among} and {texts.where}",
        (dumps(numbers), *texts.parameters),
    ).fetchall()
    known = [row for row in rows if row[1] is not None]
    known.sort(key=lambda row: row[1], reverse=True)
    return [row[0] for row in known] + [row[0] for row in rows if row[1] is None]


def _newest_among(texts: Texts, numbers: frozenset[int], most: int) -> list[int]:
    rows = texts.connection.execute(
        f"select number from statement s where {texts.where} order by {texts.newest} desc", texts.parameters
    )
    return list(islice((number for (number,) in rows if number in numbers), most))


def unranked(texts: Texts, query: Query, limit: int | None) -> tuple[list[int], int]:
    """Return the newest texts of a query without words to rank by, and their number."""
    where, parameters = texts.where, list(texts.parameters)
    if query.excluded:
        where += " and number not in (select rowid from statement_words where statement_words match ?)"
        parameters.append(_either(query.excluded))
    total = texts.connection.execute(f"select count(*) from statement s where {where}", parameters).fetchone()
    rows = texts.connection.execute(
        f"select number from statement s where {where} order by {texts.newest} desc, number limit ?",
        (*parameters, -1 if limit is None else limit),
    )
    return [row[0] for row in rows], total[0]


def _with_meaning(forms: Sequence[Form], lexis: Lexis, near: Mapping[str, float]) -> list[Form]:
    known = {form.word for form in forms}
    others = (Form(word, lexis.count(word), worth) for word, worth in near.items() if word not in known)
    return sorted((*forms, *others), key=lambda form: -form.worth)


def _expression(term: Term) -> str:
    return _quoted(" ".join(term.words)) + (" *" if term.kind == "prefix" else "")


def _quoted(words: str) -> str:
    return f'"{words}"'  # words hold letters and digits only: nothing in them means anything to FTS5


def _either(terms: Sequence[Term]) -> str:
    return " OR ".join(map(_expression, terms))


def _bounds(query: Query) -> Callable[[str], str]:
    within = "".join(f" AND {_expression(term)}" for term in query.terms if term.kind == "phrase")
    without = f" NOT ({_either(query.excluded)})" if query.excluded else ""
    return lambda expression: f"(({expression}){within}){without}"


def _allowed(texts: Texts) -> str | None:
    """Return the numbers of what the filter lets through as a JSON list.

    None where there are too many.
    """
    rows = texts.connection.execute(
        f"select number from statement s where {texts.where} limit ?", (*texts.parameters, _MOST_ALLOWED + 1)
    ).fetchall()
    return dumps([row[0] for row in rows]) if len(rows) <= _MOST_ALLOWED else None


def _places(texts: Texts, expression: str, allowed: str | None) -> list[int]:
    sql = "select rowid from statement_words where statement_words match ?"
    if allowed is not None:
        # the plus keeps SQLite from looking each of them up in the index by itself
        sql, bound = f"{sql} and +rowid in (select value from json_each(?))", allowed
    else:
        sql, bound = f"{sql} order by rowid desc limit ?", str(_MOST_PLACES)
    # one text of numbers: a row each takes three times as long to fetch
    (numbers,) = texts.connection.execute(f"select group_concat(rowid) from ({sql})", (expression, bound)).fetchone()
    places: list[int] = loads(f"[{numbers or ''}]")
    return places
