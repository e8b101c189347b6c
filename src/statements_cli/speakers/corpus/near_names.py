"""Compare a name as typed with fuller and with misspelt forms of it."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.speakers.names.folding import fold

_ALIKE = 80.0  # likeness of a misspelt name: one letter of a short surname, two of a long one
_NEAR = 60.0
_COMPARED = 64  # forms that are nearest
_LONGEST_NAME = 4  # words; what has more describes someone, and one word of it suggests nobody
_SHORTEST_WORD = 4  # letters of a word by which a name is suggested


def in_order(query: str) -> list[str]:
    """Return the folded words of a query, a family name before a comma put last."""
    family, _, given = query.partition(",")
    return [*fold(given).split(), *fold(family).split()]


def is_fuller(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether words are a name with more in its middle ("Vladimir Vladimirovich Putin")."""
    ends = len(name) > 1 and len(words) > len(name) and (name[0], name[-1]) == (words[0], words[-1])
    return ends and set(name) <= set(words) and "and" not in words


def near_names(wanted: str, known: Sequence[tuple[str, Sequence[str]]]) -> tuple[set[str], tuple[str, ...]]:
    """Return the names that folded words misspell, and all near ones.

    The nearest come first. ``known`` are names with their folded forms.
    """
    from statements_cli.text.similarity import nearest
    from statements_cli.text.transliteration import in_latin

    forms: list[str] = []
    owners: list[str] = []
    describing: set[int] = set()
    single = " " not in wanted
    for name, spellings in known:
        latin = [form if form.isascii() else fold(in_latin(form)) for form in spellings]
        # One word is compared with each word of a name: a name's length must not count against it.
        parts = {part for form in latin for part in (form.split() if single else (form,)) if len(part) > 2}
        if len(fold(name).split()) > _LONGEST_NAME:
            describing.update(range(len(forms), len(forms) + len(parts)))
        forms += sorted(parts)
        owners += [name] * len(parts)
    ranked = nearest(wanted, forms, _NEAR, _COMPARED)
    likely = [place for place, score in ranked if score >= _ALIKE]
    alike = {owners[place] for place in likely if single or _is_alike(wanted, forms[place])}
    near = (place for place, _ in ranked if (place not in describing if single else _is_near(wanted, forms[place])))
    return alike, tuple(dict.fromkeys(owners[place] for place in near))


def _is_near(wanted: str, form: str) -> bool:
    """Return whether a name is worth suggesting for several words.

    As a whole, or for one word of some length.
    """
    from statements_cli.text.similarity import likeness

    if likeness(wanted, form) >= _NEAR:
        return True
    parts = [part for part in form.split() if len(part) >= _SHORTEST_WORD]
    return any(likeness(word, part) >= _ALIKE for word in wanted.split() for part in parts)


def _is_alike(wanted: str, form: str) -> bool:
    """Return whether each word of a query is nearly one of a name.

    So a word for a country is no name.
    """
    from statements_cli.text.similarity import likeness

    words = form.split()
    if likeness(wanted.replace(" ", ""), form.replace(" ", "")) >= _ALIKE:
        return True
    return all(any(likeness(word, part) >= _ALIKE for part in words) for word in wanted.split())
