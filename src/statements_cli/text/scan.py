"""Tokenize a stretch of text into parallel arrays of offsets and hashes.

Compiled where a compiler is (types in scan.pxd); the same file runs as plain Python with the same
results. Words are never made into strings here: a word form is the 32-bit FNV-1a hash of its lower
case, so that later stages work on flat arrays of integers.
"""

from __future__ import annotations

from array import array

COMPILED = not __file__.endswith(".py")
LOWER = 0
CAPITALISED = 1
CAPITALS = 2
DIGITS = 3
PUNCTUATION = 4
MIXED = 5

BASIS = 2166136261
PRIME = 16777619
MASK = 0xFFFFFFFF


def hash_word(word: str) -> int:
    """Return the hash that ``scan`` gives a word form (lower case, typographic apostrophes made straight)."""
    value = BASIS
    for character in word.lower().replace("’", "'"):
        value = ((value ^ ord(character)) * PRIME) & MASK
    return value


def places_of(words: array[int], sought: array[int]) -> list[int]:
    """Return the indexes of the tokens whose word's number is one of a few."""
    if not COMPILED:
        known = frozenset(sought)
        return [at for at, word in enumerate(words) if word in known]
    found = []
    few = len(sought)
    for at in range(len(words)):
        for i in range(few):
            if words[at] == sought[i]:
                found.append(at)
                break
    return found


def is_word(code: int) -> int:
    """Return 1 for a letter or digit, 2 for a one-character token, else 0.

    Ideographs and kana are such tokens.
    """
    if code < 128:
        return 1 if 97 <= code <= 122 or 65 <= code <= 90 or 48 <= code <= 57 or code == 95 else 0
    if 0x2000 <= code <= 0x206F or code == 0xA0:
        return 0
    if 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF:
        return 2
    return 1 if chr(code).isalnum() else 0


def is_space(code: int) -> int:
    """Return 1 for white space and for characters that show nothing (zero-width, byte-order mark)."""
    if code < 128:
        return 1 if code <= 32 or code == 127 else 0
    if code == 0xA0 or code == 0x3000 or code == 0xFEFF or code == 0xAD or code == 0x85:
        return 1
    return 1 if 0x2000 <= code <= 0x200F or 0x2028 <= code <= 0x202F or 0x205F <= code <= 0x2064 else 0


def lower(code: int) -> int:
    """Return the lower case of a character, by its code point."""
    if code < 128:
        return code + 32 if 65 <= code <= 90 else code
    if 0x2000 <= code <= 0x206F:
        return code
    return ord(chr(code).lower()[0])


def clitic(text: str, at: int, end: int) -> int:
    """Return the length of the clitic at an apostrophe, or 0.

    These are 's, 't, 're, 've, 'll, 'd, 'm.
    """
    if at + 1 >= end:
        return 0
    first = ord(text[at + 1]) | 32
    second = ord(text[at + 2]) | 32 if at + 2 < end else 32
    length = 0
    if first in (115, 116, 100, 109):  # s t d m
        length = 2
    elif (first == 114 and second == 101) or (first == 118 and second == 101) or (first == 108 and second == 108):
        length = 3
    if not length:
        return 0
    if at + length < end and is_word(ord(text[at + length])):
        return 0
    return length


def word_end(text: str, start: int, end: int) -> int:
    """Return where the word that begins at ``start`` ends.

    Inner hyphens, acronyms and decimals kept whole.
    """
    i = start + 1
    code = ord(text[start])
    # an acronym: letters each followed by a full stop
    if i + 1 < end and ord(text[i]) == 46 and (65 <= code <= 90 or 97 <= code <= 122):
        j = start
        count = 0
        while j + 1 < end and ord(text[j + 1]) == 46:
            code = ord(text[j]) | 32
            if not 97 <= code <= 122:
                break
            count += 1
            j += 2
        if count >= 2:
            return j
    while i < end:
        code = ord(text[i])
        if is_word(code) == 1:
            i += 1
            continue
        if i + 1 >= end:
            break
        after = ord(text[i + 1])
        if is_word(after) != 1:
            break
        if code == 45 or code == 0x2011 or code == 38:  # - ‑ &
            i += 2
        elif code == 0x2013:  # Russia–Ukraine, 2014–15; elsewhere an en dash parts a clause
            if lower(after) == after and not 48 <= after <= 57:
                break
            i += 2
        elif code == 46 or code == 44:  # a decimal or thousands mark
            before = ord(text[i - 1])
            if not (48 <= before <= 57 and 48 <= after <= 57):
                break
            i += 2
        elif code == 39 or code == 0x2019:
            if clitic(text, i, end):
                break
            i += 2
        elif code == 0x2018 and clitic(text, i, end):  # an apostrophe typed backwards: Trump‘s
            break
        else:
            break
    return i


def stem(text: str, start: int, end: int, word: int) -> int:
    """Return the hash of a word without its inflection, by suffix alone.

    So says, saying and say meet.
    """
    length = end - start
    last = lower(ord(text[end - 1]))
    cut = 0
    tail = 0
    if length >= 5 and last == 103:  # -ing
        if lower(ord(text[end - 2])) == 110 and lower(ord(text[end - 3])) == 105:
            cut = 3
            if length >= 7 and lower(ord(text[end - 4])) == 121:
                cut, tail = 4, 121
    elif length >= 4 and last == 100 and lower(ord(text[end - 2])) == 101:  # -ed
        cut = 2
        if length >= 5 and lower(ord(text[end - 3])) == 105:
            cut, tail = 3, 121
    elif length >= 4 and last == 115:  # -s
        before = lower(ord(text[end - 2]))
        if before == 101:
            cut = 2
            if length >= 5 and lower(ord(text[end - 3])) == 105:
                cut, tail = 3, 121
        elif before != 115:
            cut = 1
    elif length >= 4 and last == 101:
        cut = 1
    if not cut:
        return word
    stop = end - cut
    if not tail and stop - start > 3:
        final = lower(ord(text[stop - 1]))
        if final == lower(ord(text[stop - 2])) and final != 115 and final != 108:
            stop -= 1
    value = BASIS
    for i in range(start, stop):
        value = ((value ^ lower(ord(text[i]))) * PRIME) & MASK
    if tail:
        value = ((value ^ tail) * PRIME) & MASK
    return value


def scan(
    text: str,
    start: int,
    end: int,
    at: int,
    starts: array[int],
    ends: array[int],
    words: array[int],
    stems: array[int],
    suffixes: array[int],
    shapes: array[int],
) -> int:
    """Fill the arrays with the tokens of ``text[start:end]``, from ``at`` on.

    Returns how many there are; fewer than the arrays hold where the end was reached.
    """
    i = at
    count = 0
    most = len(starts)
    while i < end and count < most:
        code = ord(text[i])
        if is_space(code):
            i += 1
            continue
        kind = is_word(code)
        if kind == 1:
            stop = word_end(text, i, end)
        elif kind == 2:
            stop = i + 1
        else:
            stop = i + 1
            if (code == 36 or code == 35 or code == 64) and stop < end and is_word(ord(text[stop])) == 1:
                stop = word_end(text, stop, end)  # $5, #tag, @name
                kind = 1
            elif code == 45 or code == 46:
                while stop < end and ord(text[stop]) == code:
                    stop += 1
            elif (code == 39 or code == 0x2019 or code == 0x2018) and i > start and is_word(ord(text[i - 1])):
                length = clitic(text, i, end)
                if length:
                    stop = i + length
        value = BASIS
        capitals = 0
        letters = 0
        for j in range(i, stop):
            c = ord(text[j])
            low = lower(c)
            if low == 0x2019 or low == 0x2018:
                low = 39
            if low != c:
                capitals += 1
            if is_word(c):
                letters += 1
            value = ((value ^ low) * PRIME) & MASK
        shape = LOWER
        if kind == 0:
            shape = PUNCTUATION
        elif 48 <= code <= 57 or ((code == 36 or code == 35) and 48 <= ord(text[i + 1]) <= 57):
            shape = DIGITS
        elif capitals:
            if capitals == letters and letters > 1:
                shape = CAPITALS
            elif lower(code) != code:
                shape = CAPITALISED
            else:
                shape = MIXED
        suffix = BASIS
        for j in range(stop - 3 if stop - 3 > i else i, stop):
            suffix = ((suffix ^ lower(ord(text[j]))) * PRIME) & MASK
        starts[count] = i
        ends[count] = stop
        words[count] = value
        stems[count] = stem(text, i, stop, value) if kind == 1 else value
        suffixes[count] = suffix
        shapes[count] = shape
        count += 1
        i = stop
    return count


def split_sentences(
    text: str,
    starts: array[int],
    ends: array[int],
    words: array[int],
    first: int,
    last: int,
    abbreviations: frozenset[int],
    sentences: array[int],
) -> None:
    """Append the index of each sentence's first token among the tokens ``first`` to ``last`` (half-open).

    A full stop after an abbreviation or an initial ends no sentence; closing marks and brackets belong
    to the sentence before them; the next sentence begins with a capital, a digit or an opening mark.
    """
    if first < last:
        sentences.append(first)
    i = first
    while i < last - 1:
        code = ord(text[starts[i]])
        if code == 0x3002 or code == 0xFF01 or code == 0xFF1F:  # 。 ！ ？
            j = i + 1
            while j < last - 1 and ord(text[starts[j]]) in (0x300D, 0x300F, 0x201D):
                j += 1
            sentences.append(j)
            i = j
            continue
        final = ord(text[ends[i] - 1])
        if code == 46 or code == 63 or code == 33:
            if code == 46 and ends[i] - starts[i] == 1 and i > first and ends[i - 1] == starts[i]:
                before = ord(text[starts[i - 1]])
                length = ends[i - 1] - starts[i - 1]
                if (length == 1 and 65 <= before <= 90 and before != 73) or words[i - 1] in abbreviations:
                    i += 1
                    continue
        elif not (final == 46 and ends[i] - starts[i] > 2):  # an acronym may end a sentence too
            i += 1
            continue
        j = i + 1
        while j < last:
            mark = ord(text[starts[j]])
            if mark == 0x201D or mark == 41 or mark == 93 or mark == 0xBB:
                j += 1
            elif (mark == 34 or mark == 39 or mark == 0x2019) and starts[j] == ends[j - 1]:
                j += 1
            else:
                break
        if j < last and starts[j] > ends[j - 1]:
            mark = ord(text[starts[j]])
            opens = mark in (34, 39, 40, 91, 64, 35, 36, 45, 0x201C, 0x2018, 0xAB, 0x2014, 0x2013, 0x201E)
            capital = lower(mark) != mark or 48 <= mark <= 57 or (mark >= 128 and not opens and is_word(mark))
            if final == 46 and ends[i] - starts[i] > 2 and code != 46:
                # "the U.S. Senate": an acronym ends a sentence only before an opening mark or a common
                # sentence opener, which cannot be told here from a name; keep it whole
                if mark in (34, 0x201C):
                    sentences.append(j)
            elif opens or capital:
                sentences.append(j)
        i = j
