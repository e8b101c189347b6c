"""Make versions of a text as outlets print them: cut, reworded, in indirect speech; and texts that only look so."""

from __future__ import annotations

from functools import cache
from random import Random

from statements_cli.data import word_list

REWORDED = 0.2  # of the words of substance
BY_TABLE = 0.6  # of the words that are replaced, by the table of synonyms; the others by words that nobody foresaw
_SHORTEST = 7  # words of a cut
_CUT = (0.45, 0.95)  # share of the words that a cut keeps
_INDIRECT = {
    **{"i": "he", "we": "they", "my": "his", "our": "their", "me": "him", "us": "them", "will": "would", "is": "was"},
    **{"are": "were", "has": "had", "have": "had", "can": "could", "am": "was", "today": "that day", "this": "that"},
}
_DROPPED = 0.2  # of the words of a version that is told in short
_SMALL = 4  # letters: shorter words are left as they are


def version(text: str, random: Random) -> str:
    """Return a version of a text."""
    words = text.split()
    if random.random() < 0.5:
        words = _cut(words, random)
    if random.random() < 0.5:
        words = [_INDIRECT.get(word.lower(), word) for word in words]
    if random.random() < 0.6:
        words = [_reworded(word, random) for word in words]
    if random.random() < 0.2:
        words = [word for word in words if random.random() > _DROPPED]
    if random.random() < 0.15:
        middle = random.randint(len(words) // 3, max(1, 2 * len(words) // 3))
        words = words[middle:] + words[:middle]
    return " ".join(words)


def impostor(text: str, random: Random) -> str | None:
    """Return a text in nearly the same words that says something else; None where the text allows none."""
    words = text.split()
    numbers = [place for place, word in enumerate(words) if word[0].isdigit()]
    verbs = [place for place, word in enumerate(words) if word.lower() in ("is", "are", "will", "was", "can", "has")]
    opposites = [place for place, word in enumerate(words) if word.lower() in _opposites()]
    kinds = [kind for kind in (numbers, verbs, opposites) if kind]
    if not kinds:
        return None
    kind = random.choice(kinds)
    place = random.choice(kind)
    if kind is numbers:
        words[place] = str(random.randint(2, 4000))
    elif kind is verbs:
        words.insert(place + 1, "not")
    else:
        words[place] = random.choice(_opposites()[words[place].lower()])
    if random.random() < 0.5:
        words = [_reworded(word, random) for word in words]
    return " ".join(words)


def _cut(words: list[str], random: Random) -> list[str]:
    kept = max(_SHORTEST, round(len(words) * random.uniform(*_CUT)))
    start = random.randint(0, max(0, len(words) - kept))
    return words[start : start + kept]


def _reworded(word: str, random: Random) -> str:
    core = word.strip(".,;:“”\"'").lower()
    if len(core) < _SMALL or not core.isalpha() or random.random() > REWORDED:
        return word
    known = synonyms().get(core, ())
    if random.random() < BY_TABLE:
        return word.lower().replace(core, random.choice(known)) if known else word
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(3))


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return the synonyms of words, from the package's table."""
    found: dict[str, set[str]] = {}
    for line in word_list("utterances/synonyms.txt"):
        for word in line.split():
            found.setdefault(word, set()).update(set(line.split()) - {word})
    return {word: tuple(sorted(others)) for word, others in found.items()}


@cache
def _opposites() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in word_list("utterances/opposites.txt"):
        one, other = line.split()
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found
