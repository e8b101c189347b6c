"""Put declined names into the nominative, by the ends of names in their language."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.languages.words.lexicon import LanguageWords, lines
from statements_cli.model import Span

_NO_END = "-"  # what a list has for an end of no letters


class Nominatives:
    """Nominatives of an article's names: of the possible forms, the one that stands in it."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        self._text, self._span, self._ends = text, span, _ends(language)
        self._language = language
        self._found: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return a genitive name in the nominative; unchanged where the language has none."""
        if not self._ends:
            return name
        return " ".join(self._of_word(word) for word in name.split())

    def of_body(self, name: str, known: LanguageWords) -> str:
        """Return a body's or office's name with its first word in the nominative.

        Where a list has that form or it stands in the text; in German, whose genitives show by their ends, always.
        """
        first, space, rest = name.partition(" ")
        if not self._ends or first.isupper():
            return name
        if self._language == "de":
            return self._of_word(first) + space + rest
        low = first[:1].lower() + first[1:]
        if low in known.roles or low in known.groups:
            return name
        forms = [low.removesuffix(end) + base for end, base in self._ends if low.endswith(end)]
        listed = (form for form in forms if form in known.roles or form in known.bodies or form in known.groups)
        found = next(listed, None) or next((form for form in forms if self._stands_anyhow(form)), low)
        return (found[:1].upper() + found[1:] if first[:1].isupper() else found) + space + rest

    def _stands_anyhow(self, form: str) -> bool:
        return self._stands(form) or self._stands(form[:1].upper() + form[1:])

    def _of_word(self, word: str) -> str:
        if word not in self._found:
            forms = [word.removesuffix(end) + base for end, base in self._ends if word.endswith(end)]
            self._found[word] = next((form for form in forms if self._stands(form)), forms[0] if forms else word)
        return self._found[word]

    def _stands(self, form: str) -> bool:
        start, end = self._span
        return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)").search(self._text, start, end) is not None


@cache
def _ends(language: str) -> tuple[tuple[str, str], ...]:
    """Return the genitive and nominative ends of names, the likeliest first."""
    rows = (line.split("\t") for line in lines(language, "genitives.tsv"))
    return tuple((end, "" if base == _NO_END else base) for end, base in rows)
