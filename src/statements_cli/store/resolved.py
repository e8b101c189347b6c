"""Documents parsed each by itself come in; one corpus, speakers and days known across documents, goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from statements_cli.model import Article, Document, Speaker, SpeakerType, Statement
from statements_cli.values import NamedTuple, replace

if TYPE_CHECKING:
    from statements_cli.dates import Inference
    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.names import Names


_DAY = len("2025-05-20")
_ALIKE = 3  # letters that another spelling of a name begins with, too
_Value = TypeVar("_Value", bound=str)


class Corpus(NamedTuple):
    """All that was read: documents by path, articles, statements, and each speaker's spellings."""

    documents: dict[str, Document]
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    spellings: dict[str, tuple[str, ...]]


def resolved_across(parsed: Iterable[Parsed], names: Names | None = None) -> Corpus:
    """Put documents together, give each speaker one name across them, and date what others date.

    What the user says in ``names`` comes before what the corpus says.
    """
    documents: dict[str, Document] = {}
    articles: list[Article] = []
    statements: list[Statement] = []
    for part in parsed:
        if part.document.path in documents:  # the same file named twice is read once
            continue
        documents[part.document.path] = part.document
        articles += part.articles
        statements += part.statements
    unified = _renamed(_unified(statements), names)
    spellings = _spellings(statements, unified)
    dated_articles, dated_statements = _dated(tuple(articles), unified)
    return Corpus(documents, dated_articles, dated_statements, spellings)


class Told(NamedTuple):
    """How often a speaker is told of in the same way, and the first and last day of those statements."""

    speaker: str
    type: SpeakerType | None
    role: str | None
    country: str | None
    statements: int
    first: str | None
    last: str | None


def told_of(statements: Iterable[Statement]) -> Iterator[Told]:
    """Yield how statements tell of their speakers."""
    for statement in statements:
        if statement.speaker is not None:
            who = (statement.speaker, statement.type, statement.role, statement.country)
            yield Told(*who, 1, statement.date, statement.date)


def speakers_of(told: Iterable[Told], spellings: Callable[[str], tuple[str, ...]]) -> list[Speaker]:
    """Return speakers in the order of their names: what is oftenest told of each, their first and last day.

    Speakers of one name who speak for different countries are different. ``spellings`` gives those of a name.
    """
    return [
        Speaker(
            speaker=name,
            type=_commonest((one.type, one.statements) for one in theirs),
            role=_commonest((one.role, one.statements) for one in theirs),
            country=_commonest((one.country, one.statements) for one in theirs),
            statements=sum(one.statements for one in theirs),
            first=min((one.first for one in theirs if one.first), default=None),
            last=max((one.last for one in theirs if one.last), default=None),
            spellings=spellings(name),
        )
        for name, theirs in _by_speaker(told)
    ]


def _by_speaker(told: Iterable[Told]) -> Iterator[tuple[str, list[Told]]]:
    said: dict[str, dict[str | None, list[Told]]] = {}
    for one in told:
        said.setdefault(one.speaker, {}).setdefault(one.country, []).append(one)
    for name, by_country in sorted(said.items(), key=lambda item: (item[0].casefold(), item[0])):
        if len(by_country) == 2 and None in by_country:  # the one country known is then everyone's
            yield name, [one for theirs in by_country.values() for one in theirs]
            continue
        for country in sorted(by_country, key=lambda country: country or ""):
            theirs = by_country[country]
            if country is None and len(theirs) > 1 and theirs[0].type == "person":
                yield from ((name, [theirs[place] for place in places]) for places in _by_role(name, theirs))
            else:
                yield name, theirs


def _by_role(name: str, theirs: Sequence[Told]) -> list[list[int]]:
    from statements_cli.speakers.kinship import by_role

    return by_role(name, [one.role for one in theirs])


def _unified(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    from statements_cli.speakers.registry import unify

    return tuple(unify(statements))


def _renamed(statements: tuple[Statement, ...], names: Names | None) -> tuple[Statement, ...]:
    if names is None:
        return statements
    return tuple(_as_user_says(statement, names) for statement in statements)


def _as_user_says(statement: Statement, names: Names) -> Statement:
    known = names.find(statement.speaker)
    if known is None:
        return statement
    return replace(
        statement,
        speaker=known.name,
        type=known.type or statement.type,
        role=known.role or statement.role,
        country=known.country or statement.country,
    )


def _dated(
    articles: tuple[Article, ...], statements: tuple[Statement, ...]
) -> tuple[tuple[Article, ...], tuple[Statement, ...]]:
    known = [len(article.published or "") >= _DAY and article.published_basis != "inferred" for article in articles]
    if all(known) or not any(known):
        return articles, statements
    from statements_cli.dates import infer_across, redated

    # Copies of a file are one article under one id: each is compared with the others once.
    distinct = {article.id: article for article in reversed(articles)}
    reported: dict[str, list[Statement]] = {id: [] for id in distinct}
    for statement in statements:
        home = distinct.get(statement.article)
        if home is not None and home.path == statement.path:
            reported[statement.article].append(statement)
    inferred = infer_across((article, reported[id]) for id, article in distinct.items())
    if not inferred:
        return articles, statements
    return (
        tuple(_redated_article(a, inferred[a.id]) if a.id in inferred else a for a in articles),
        tuple(
            redated(s, inferred[s.article].day, inferred[s.article].notes) if s.article in inferred else s
            for s in statements
        ),
    )


def _redated_article(article: Article, inference: Inference) -> Article:
    notes = (*article.notes, *inference.notes)
    return replace(article, published=inference.day, published_basis="inferred", notes=notes)


def _spellings(before: Sequence[Statement], after: Sequence[Statement]) -> dict[str, tuple[str, ...]]:
    seen: dict[str, dict[str, None]] = {}
    for alone, across in zip(before, after, strict=True):
        if across.speaker is None:
            continue
        forms = seen.setdefault(across.speaker, {across.speaker: None})
        if alone.speaker:
            forms[alone.speaker] = None
        if alone.source and (form := spelt(alone.source, across.speaker, across.type)):
            forms[form] = None
    return {name: (name, *sorted(forms.keys() - {name})) for name, forms in sorted(seen.items())}


def spelt(source: str, name: str, type: SpeakerType | None) -> str | None:
    """Return the name in a source mention of a speaker: a part of ``name``, or a person's in another spelling."""
    if _is_part(source, name):
        return source
    if type != "person":
        return None
    from statements_cli.speakers.mention import read_mention

    named = read_mention(source).named
    if named is None or not named.name:
        return None
    alike = {word[:_ALIKE].casefold() for word in name.split()}
    return named.name if named.name.split()[-1][:_ALIKE].casefold() in alike else None


def _is_part(source: str, name: str) -> bool:
    return set(source.casefold().split()) <= set(name.casefold().split())


def _commonest(values: Iterable[tuple[_Value | None, int]]) -> _Value | None:
    counts: dict[_Value, int] = {}
    for value, count in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + count
    # of equally common ones the alphabetically first, so that the order of files doesn't matter
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)
