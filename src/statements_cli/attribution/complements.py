"""A finding as the second labeller has it in; the same where grammar says what it missed out.

What a likely labelling may break and grammar does not: a "that" clause has a verb and does not end before a
possessive; it may stand apart from its cue by an adjunct; a verb that closes a sentence after a name takes
what goes before; the subject of an opening participle follows what it introduces.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from statements_cli.attribution.columns import ACCORDING, CUE_TAGS, Columns
from statements_cli.attribution.labeller import Finding, Outline, TokenSpan
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagger import TAGS

THAT, OF = hash_word("that"), hash_word("of")
SURELY = 7  # the cueness of verbs that hardly do anything but attribute
LIKELY = 5
NAMED = 6  # tokens that may name a speaker
CLAUSE = 5  # tokens of the shortest clause
ADDRESSEE = 9  # tokens that may name the one spoken to
ADJUNCT = 24  # tokens that may stand between a cue and its "that"
APPOSITION = 40  # tokens of a name with what is said of it
PROPER = frozenset(TAGS.index(tag) for tag in ("NNP", "PERSON", "ORGANISATION", "PLACE", "MISC", "DAY"))
NOMINAL = PROPER | frozenset(TAGS.index(tag) for tag in ("DT", "JJ", "NN", "NNS", "POS", "PRP$", "CD"))
PREPOSITIONS = frozenset(TAGS.index(tag) for tag in ("IN", "TO"))
FINITE = frozenset(TAGS.index(tag) for tag in ("VBD", "VBP", "VBZ", "MD"))
VERBS = CUE_TAGS | FINITE
UNENDING = frozenset(TAGS.index(tag) for tag in ("DT", "IN", "TO", "CC", "POS", "PRP$", "MD"))
IN, CC, POS, W, VBG, PERSON, PRONOUN, DAY = (
    TAGS.index(tag) for tag in ("IN", "CC", "POS", "W", "VBG", "PERSON", "PRP", "DAY")
)


@cache
def _adjuncts() -> frozenset[int]:
    """Words that begin an adjunct of time, place or addressee."""
    return frozenset(map(hash_word, word_list("adjunct_openers.txt")))


@cache
def _subordinators() -> frozenset[int]:
    """Those of them that begin a clause."""
    return frozenset(map(hash_word, ("after", "before", "when", "while", "as", "since")))


def mended(columns: Columns, finding: Finding) -> Finding:
    """A finding with the source or content that grammar gives it and the labeller did not see."""
    tags = columns.tokens.tags
    opens = finding.source and tags[finding.source[0][0]] in (W, IN)
    if opens and all(tags[i] in (W, IN) for a, b in finding.source for i in range(a, b)):
        words = {columns.tokens.words[i] for a, b in finding.source for i in range(a, b)}
        if words & _subordinators():  # "When asked about": nobody is called so
            finding = finding._replace(source=())
    return opened(columns, closed(columns, uninverted(columns, named_last(columns, finding))))


def named_last(columns: Columns, finding: Finding) -> Finding:
    """A finding without the clause before its source: "[the summit would exclude him,] sources told the paper"."""
    if not finding.source:
        return finding
    tags = columns.tokens.tags
    start, end = finding.source[0]
    verbs = [i for i in range(start, end) if tags[i] in FINITE]
    if not verbs or end > finding.cue.start or any(tags[i] == W for i in range(start, verbs[0])):
        return finding
    commas = [i for i in range(verbs[-1], end - 1) if _letter(columns, i) == ","]
    return finding._replace(source=((commas[-1] + 1, end),)) if commas else finding


def uninverted(columns: Columns, finding: Finding) -> Finding:
    """A finding whose content is the speaker named after the verb, put right: "..., said the expert."

    The verb follows a comma or a closing mark, a few nominal words stand between it and the sentence's end,
    and what goes before, back to the sentence's beginning, is a clause.
    """
    tokens, cue = columns.tokens, finding.cue
    if len(finding.content) != 1 or not cue.start or columns.cueness[cue.head] < SURELY:
        return finding
    (start, end), before = finding.content[0], cue.start - 1
    sentence = columns.sentence[cue.start]
    if start != cue.end or end - start > NAMED or end >= len(tokens) or before - sentence < CLAUSE:
        return finding
    closes = end + 1 >= len(tokens) or columns.sentence[end + 1] != sentence
    comma = _letter(columns, before) in ',”"’'
    nominal = all(tokens.tags[i] in NOMINAL and not columns.marks[i] for i in range(start, end))
    clause = any(tokens.tags[i] in CUE_TAGS for i in range(sentence, before))
    if _letter(columns, end) != "." or not closes or not comma or not nominal or not clause:
        return finding
    outline = finding.contents[0]._replace(spans=((sentence, before),))
    return finding._replace(contents=(outline,), source=((start, end),))


def closed(columns: Columns, finding: Finding) -> Finding:
    """A finding whose verb closes the sentence after a name: "..., Cui Heng, a scholar, told the paper on Tuesday."

    What goes before the comma that parts the name from it, back to the sentence's beginning, is the content,
    whatever is believed or hoped in it.
    """
    tokens, cue = columns.tokens, finding.cue
    if columns.cueness[cue.head] < SURELY or columns.marks[cue.start] or tokens.tags[cue.head] not in FINITE:
        return finding
    sentence, end = columns.sentence[cue.start], _end(columns, cue.start)
    name = _name_before(columns, cue.start, sentence)
    if name <= sentence + CLAUSE or (end < len(tokens) and _letter(columns, end) == ":"):
        return finding
    if any(tokens.tags[i] in FINITE or columns.marks[i] for i in range(cue.end, end)):
        return finding
    if tokens.words[sentence] in _subordinators() or any(columns.marks[i] for i in range(sentence, name)):
        return finding
    if not any(tokens.tags[i] in FINITE for i in range(sentence, name - 1)):
        return finding
    held = finding.content
    if held and held[0][0] <= sentence and held[-1][1] in (name - 1, name):
        return finding
    chance = finding.cue.probability
    outline = Outline(((sentence, name - 1),), chance, chance, chance)
    return finding._replace(contents=(outline,), source=((name, cue.start),), nothing=1 - chance, source_margin=chance)


def _name_before(columns: Columns, cue: int, sentence: int) -> int:
    """Where the name of a person begins that stands right before a verb, with an apposition or without; -1: nowhere."""
    tags = columns.tokens.tags
    at = cue - 1
    if _letter(columns, at) == ",":
        at -= 1
    low = max(sentence, cue - APPOSITION)
    while at >= low and tags[at] not in VERBS and not columns.marks[at]:
        if tags[at] == PERSON and (at == low or tags[at - 1] != PERSON) and _letter(columns, at - 1) == ",":
            return at
        at -= 1
    return -1


def opened(columns: Columns, finding: Finding) -> Finding:
    """A finding of a participle that opens its sentence, with the subject after it: "Saying that ..., Xi ..."."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not finding.content or tokens.tags[cue.start] != VBG or columns.cueness[cue.head] < LIKELY:
        return finding
    end = finding.content[-1][1]
    if columns.sentence[cue.start] != cue.start or end + 1 >= len(tokens) or finding.content[0][0] < cue.end:
        return finding
    start = end + 1 if _letter(columns, end) == "," else end if _letter(columns, end - 1) in ",”" else len(tokens)
    stop = start
    while stop < min(len(tokens), start + ADDRESSEE) and (tokens.tags[stop] in NOMINAL or tokens.tags[stop] == PRONOUN):
        stop += 1
    if stop == start or stop >= len(tokens) or tokens.tags[stop] not in VERBS:
        return finding
    chance = finding.cue.probability
    return finding._replace(source=((start, stop),), source_margin=max(chance, 1 - finding.nothing))


def joined(columns: Columns, finding: Finding, before: Finding) -> Finding:
    """A finding of a verb joined to the one before by "and", with that one's subject: "said A and agreed to B"."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not before.source or before.source[0][0] > before.cue.start or not cue.start:
        return finding
    same = tokens.tags[cue.head] == tokens.tags[before.cue.head] and tokens.tags[cue.head] in FINITE
    beside = tokens.tags[cue.start - 1] == CC and columns.sentence[cue.start] == columns.sentence[before.cue.start]
    if not same or not beside or columns.marks[cue.start]:
        return finding
    return finding._replace(source=before.source, source_margin=before.source_margin)


def completed(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Content with the "that" clause of its cue whole, and without what stands before its "that"."""
    if columns.tokens.words[cue[0]] == ACCORDING:
        return governed(columns, content, cue)
    begin = that_after(columns, cue)
    if begin >= 0:
        content = tuple((max(a, begin), b) for a, b in content if b > begin and a >= cue[1])
        content = ((begin, content[0][1]), *content[1:]) if content else ((begin, _end(columns, begin)),)
    else:
        content = from_that(columns, content, cue)
    return unfinished(columns, content, cue)


def governed(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """What a closing "according to" governs, with the participle that opens the sentence: "Saying that ..., Xi ..."."""
    sentence = columns.sentence[cue[0]]
    opens = columns.tokens.tags[sentence] == VBG and columns.cueness[sentence] >= LIKELY
    if opens and sentence < content[0][0] and content[-1][1] <= cue[0]:
        return ((sentence, content[-1][1]),)
    return content


def parted(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...], other: Finding) -> tuple[TokenSpan, ...]:
    """Content without a coordinate clause in which somebody else speaks: "the Kremlin said A [and Trump said B]"."""
    if not content:
        return content
    tokens, tags = columns.tokens, columns.tokens.tags
    start, end = content[-1]
    if not other.source or not finding.cue.end <= start < other.source[0][0] < other.cue.start < end:
        return content
    joint = other.source[0][0] - 1
    same = tags[finding.cue.head] == tags[other.cue.head] and tags[other.cue.head] in FINITE
    near = other.cue.start - other.source[-1][1] <= 1
    if not (same and near and joint > start and tags[joint] == CC and columns.cueness[other.cue.head] >= LIKELY):
        return content
    if tokens.words[start] == THAT or any(columns.marks[start:end]):
        return content
    if not any(tags[i] in FINITE for i in range(start, joint)):
        return content
    cut = joint - 1 if _letter(columns, joint - 1) == "," else joint
    return (*content[:-1], (start, cut))


def that_after(columns: Columns, cue: TokenSpan) -> int:
    """Where the "that" clause of a cue begins which an adjunct parts from it; -1: there is none.

    "said on Tuesday that", "saying on Monday after he held two calls with the president that".
    """
    tokens = columns.tokens
    start, quoted = cue[1], columns.marks[cue[0]]
    if start >= len(tokens) or (tokens.words[start] not in _adjuncts() and tokens.tags[start] != DAY):
        return -1
    if not max(columns.cueness[cue[0] : cue[1]]) >= LIKELY:
        return -1
    within = False
    for i in range(start, min(_end(columns, cue[0]), start + ADJUNCT)):
        word, tag = tokens.words[i], tokens.tags[i]
        if word == THAT and tag == IN:
            return i
        if columns.marks[i] and not quoted:
            return -1
        if word in _subordinators():
            within = True
        elif tag in VERBS:
            if not within or columns.cueness[i] >= LIKELY:
                return -1
        elif (tag == IN and word != OF and word not in _adjuncts() and not within) or _letter(columns, i) in ":;—–-":
            return -1
    return -1


def from_that(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Content without the one spoken to or of before its "that": "told [the President that] they agree"."""
    start, end = content[0]
    tokens = columns.tokens
    if start < cue[1]:
        return content
    named = True
    for i in range(start, min(end - 1, start + ADDRESSEE)):
        if tokens.words[i] == THAT:
            addressed = tokens.tags[start - 1] in PREPOSITIONS
            return ((i, end), *content[1:]) if i > start and (named or addressed) else content
        if columns.marks[i] or tokens.tags[i] not in NOMINAL:
            return content
        named = named and tokens.tags[i] in PROPER
    return content


def unfinished(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Content that breaks off where no clause can end, led on to the end of its sentence."""
    tokens, tags = columns.tokens, columns.tokens.tags
    start, end = content[-1]
    if start < cue[1] or columns.marks[end - 1] or end >= len(tokens):
        return content
    if columns.sentence[end] != columns.sentence[end - 1]:
        return content
    clause = tokens.words[content[0][0]] == THAT and tags[content[0][0]] == IN
    verbless = clause and not any(tags[i] in FINITE for a, b in content for i in range(a, b))
    if not verbless and tags[end] != POS and not (clause and tags[end - 1] in UNENDING):
        return content
    return (*content[:-1], (start, max(end, _end(columns, start))))


def _end(columns: Columns, token: int) -> int:
    """Where the sentence of a token ends, its last mark and a closing "according to" left out."""
    sentences = columns.tokens.sentences
    after = bisect_right(sentences, token)
    last = sentences[after] if after < len(sentences) else len(columns.tokens)
    end = last
    while end > token + 1 and _letter(columns, end - 1) in ".?!,;:":
        end -= 1
    for i in range(token + 1, end):
        if columns.tokens.words[i] == ACCORDING and _letter(columns, i - 1) == ",":
            return i - 1
    return end


def _letter(columns: Columns, token: int) -> str:
    """The first character of a token."""
    return columns.tokens.text[columns.tokens.starts[token]]
