"""Count along the columns of a text: the inner loops around the labellers."""

from __future__ import annotations

from array import array

from statements_cli.text.scan import hash_word

M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF
COMMA = hash_word(",")
SEMICOLON = hash_word(";")
COLON = hash_word(":")
DASH = hash_word("—")
EN_DASH = hash_word("–")
HYPHEN = hash_word("-")
HYPHENS = hash_word("--")
ACCORDING = hash_word("according")
STRONG = 4  # from this cueness on a word outside quotation marks is taken for a possible cue
FIRST_VERB = 10  # text.tagger.TAGS from VB to MD
LAST_VERB = 16
CONJUNCTION = 22  # text.tagger.TAGS.index("CC")
CUE = 1  # the first labeller's labels
IN_CUE = 2


def scopes(
    words: array[int],
    tags: array[int],
    cueness: array[int],
    marks: array[int],
    first: int,
    last: int,
    left: array[int],
    verbs: array[int],
    commas: array[int],
    right: array[int],
) -> None:
    """For each token of one sentence.

    The nearest likely cue on each side (-1: none), verbs and commas since.
    """
    at = -1
    verb = 0
    comma = 0
    for i in range(first, last):
        left[i] = at
        verbs[i] = verb if verb < 3 else 3
        commas[i] = comma if comma < 3 else 3
        w = words[i]
        strong = (cueness[i] >= STRONG and marks[i] == 0) or w == ACCORDING
        if FIRST_VERB <= tags[i] <= LAST_VERB and cueness[i] < STRONG:
            verb += 1
        if w == COMMA or w == SEMICOLON or w == DASH or w == EN_DASH or w == HYPHEN or w == HYPHENS:
            comma += 1
        if strong or w == COLON:
            at = i
            verb = 0
            comma = 0
    at = -1
    i = last - 1
    while i >= first:
        right[i] = at
        if (cueness[i] >= STRONG and marks[i] == 0) or words[i] == ACCORDING:
            at = i
        i -= 1


def clauses(
    words: array[int],
    tags: array[int],
    sentence: array[int],
    count: int,
    segment: array[int],
    verb_before: array[int],
    verb_after: array[int],
) -> None:
    """Return each token's clause, and the nearest verb of its sentence on either side.

    -1 is none.

    A clause is taken to begin with its sentence, at a conjunction and after a comma, semicolon or dash.
    """
    begun = 0
    verb = -1
    for i in range(count):
        w = words[i - 1] if i > 0 else 0
        if sentence[i] == i:
            begun = i
            verb = -1
        elif tags[i] == CONJUNCTION or w == COMMA or w == SEMICOLON or w == DASH or w == EN_DASH or w == HYPHENS:
            begun = i
        segment[i] = begun
        verb_before[i] = verb
        if FIRST_VERB <= tags[i] <= LAST_VERB:
            verb = i
    verb = -1
    i = count - 1
    while i >= 0:
        verb_after[i] = verb
        if FIRST_VERB <= tags[i] <= LAST_VERB:
            verb = i
        if sentence[i] == i:
            verb = -1
        i -= 1


def spread(firsts: array[int], count: int, out: array[int]) -> None:
    """Set ``out`` to each token's unit's first token, given the units' first tokens."""
    unit = 0
    units = len(firsts)
    for i in range(count):
        if unit + 1 < units and firsts[unit + 1] <= i:
            unit += 1
        out[i] = firsts[unit]


def lexicon_features(stems: array[int], tags: array[int], classes: array[int], count: int, out: array[int]) -> None:
    """Set ``out`` to the number under which the cue lexicon knows each token.

    Its stem and class of tag.
    """
    for i in range(count):
        out[i] = (99 * M3 + stems[i] * M1 + classes[tags[i]] * M2) & MASK


def narrow(wide: array[int], count: int, out: array[int]) -> None:
    """Copy integers into small ones."""
    for i in range(count):
        out[i] = wide[i]


def part(wide: array[int], count: int, width: int, column: int, out: array[int]) -> None:
    """Copy one column of rows of integers into small ones."""
    for i in range(count):
        out[i] = wide[i * width + column]


def add_up(marginals: array[float], count: int, width: int, label: int, first: int, out: array[float]) -> None:
    """Set ``out`` from ``first`` on to the probability of a label or the next one."""
    for i in range(count):
        out[first + i] = marginals[i * width + label] + marginals[i * width + label + 1]


def pick(marginals: array[float], count: int, width: int, label: int, first: int, out: array[float]) -> None:
    """Set ``out`` from ``first`` on to the probability that a token has a label."""
    for i in range(count):
        out[first + i] = marginals[i * width + label]


def steps(probable: array[float], count: int, out: array[int]) -> None:
    """Set ``out`` to probabilities as steps from 0 to 9."""
    for i in range(count):
        out[i] = int(probable[i] * 9.99)


def likely(
    labels: array[int], probable: array[float], starts: array[float], count: int, least: float, out: array[int]
) -> int:
    """Set ``out`` to the tokens (half-open) of cues labelled or at least so probable.

    ``probable`` is how probable it is that a token is of a cue, ``starts`` that it begins one. Returns how many
    there are.
    """
    found = 0
    i = 0
    while i < count:
        end = i + 1
        if labels[i] == CUE or (labels[i] == IN_CUE and (i == 0 or not CUE <= labels[i - 1] <= IN_CUE)):
            while end < count and labels[end] == IN_CUE:
                end += 1
        elif probable[i] > least and starts[i] > least and labels[i] != IN_CUE:
            while (
                end < count and not CUE <= labels[end] <= IN_CUE and probable[end] - starts[end] > 0.5 * probable[i]
            ):  # fmt: skip
                end += 1
        else:
            i += 1
            continue
        out[2 * found] = i
        out[2 * found + 1] = end
        found += 1
        i = end
    return found


def stretches(
    marginals: array[float],
    labels: array[int],
    size: int,
    width: int,
    label: int,
    low: int,
    high: int,
    possible: float,
    probable: array[float],
    out: array[int],
) -> int:
    """Set ``out`` to the runs (half-open) of tokens with a label or the next one.

    Where there are none, to the runs of those half as probable as the likeliest, if that one is ``possible``.
    Sets ``probable`` to how probable it is that a token holds the label, 0 for the tokens from ``low`` to ``high``,
    and ``probable[size]`` to the largest. Returns how many runs there are.
    """
    add_up(marginals, size, width, label, 0, probable)
    likeliest = largest(probable, size, low, high)
    probable[size] = likeliest
    count = runs(labels, probable, size, label, 0.0, out)
    if count == 0 and likeliest > possible:
        count = runs(labels, probable, size, 0, 0.5 * likeliest, out)
    return count


def runs(labels: array[int], probable: array[float], size: int, label: int, least: float, out: array[int]) -> int:
    """Set ``out`` to the runs (half-open) of tokens with a label or the next one.

    With a ``label`` of 0: of the tokens that are at least so probable. Returns how many runs there are.
    """
    found = 0
    inside = False
    for i in range(size):
        if label > 0:
            held = (labels[i] == label or labels[i] == label + 1) and probable[i] > 0
        else:
            held = probable[i] >= least
        if held and not inside:
            out[2 * found] = i
        if inside and not held:
            out[2 * found + 1] = i
            found += 1
        inside = held
    if inside:
        out[2 * found + 1] = size
        found += 1
    return found


def peaks(values: array[float], low: int, high: int, but: int, least: float, out: array[int]) -> int:
    """Set ``out`` to the places of the two largest values above ``least``.

    The place ``but`` is left out.

    Returns how many there are; of equals the earlier comes first.
    """
    best = -1
    second = -1
    for i in range(low, high):
        if i == but or values[i] <= least:
            continue
        if best < 0 or values[i] > values[best]:
            second = best
            best = i
        elif second < 0 or values[i] > values[second]:
            second = i
    out[0] = best
    out[1] = second
    return (1 if best >= 0 else 0) + (1 if second >= 0 else 0)


def borders(
    marginals: array[float], size: int, width: int, label: int, probable: array[float], begins: array[float],
    ends: array[float],
) -> None:  # fmt: skip
    """Set the probabilities that a label's run begins (``begins``) and ends (``ends``) at tokens."""
    for i in range(size):
        begins[i] = marginals[i * width + label]
        value = probable[i] - (marginals[(i + 1) * width + label + 1] if i + 1 < size else 0.0)
        ends[i] = value if value > 0 else 0.0


def total(values: array[float], low: int, high: int) -> float:
    """Return the sum of the values of a stretch."""
    held = 0.0
    for i in range(low, high):
        held += values[i]
    return held


def largest(values: array[float], size: int, low: int, high: int) -> float:
    """Set the values from ``low`` to ``high`` to 0 and return the largest of all."""
    most = 0.0
    for i in range(size):
        if low <= i < high:
            values[i] = 0.0
        if values[i] > most:
            most = values[i]
    return most
