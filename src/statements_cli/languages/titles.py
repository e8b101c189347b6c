"""Tell titles and names between quotation marks from what is said."""

from __future__ import annotations

from statements_cli.languages.clauses.clause import Clause
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import Span

ALL_NOUNS = frozenset(("de", "lb"))
"""Languages that write all nouns with capitals."""
UNSPACED = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages that part no words; so many characters make a word of theirs."""
PART = 3
"""Words of the shortest one within a sentence that a verb goes before."""
NEAR_CLAUSE = 40
"""Characters between a quotation and a verb behind it that has the same speaker."""
DASHES = "—–―"
CLOSERS = ".!?…。！？"
_TITLE = 5  # words of the longest quotation within a sentence that is taken for a name


def _is_noun(text: str, end: int, known: LanguageWords) -> bool:
    """Return whether what may be a noun stands before a mark: ``движение «Заря»``."""
    before = text[max(0, end - NEAR_CLAUSE) : end]
    word = before.split()[-1] if before.split() and before[-1:].isspace() else ""
    small = (known.ends, known.prepositions, known.links, known.verbs, known.pronouns, known.quoting)
    return len(word) > PART and word.isalpha() and word.islower() and not any(word in listed for listed in small)


def is_title(text: str, outer: Span, clause: Clause | None, language: str, known: LanguageWords | None) -> bool:
    """Return whether a quotation is a title: ``партнер «Серов и сын» сказал``.

    It begins with a capital, ends without a stop, and no verb of saying goes right before it.
    """
    start, end = outer
    if language in ALL_NOUNS or language in UNSPACED or text[start] in DASHES:
        return False
    inner = text[start + 1 : end - 1].strip()
    if not inner[:1].isupper() or inner[-1:] in CLOSERS or len(inner.split()) > _TITLE:
        return False
    behind = text[end : end + 2].lstrip()[:1]
    if known is not None and " " not in inner and _is_noun(text, start, known):
        return True
    if not (text[max(0, start - 2) : start - 1].isalpha() and text[start - 1 : start].isspace() and behind.isalpha()):
        return False
    return clause is None or not 0 <= start - clause.cue[1] <= 1
