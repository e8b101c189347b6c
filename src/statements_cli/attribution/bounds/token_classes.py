"""Define the classes of tags and words that the grammar of attributions uses."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import table, word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

THAT, OF = hash_word("that"), hash_word("of")
SURELY = 7  # the cueness of verbs that hardly do anything but attribute
LIKELY = 5
NAMED = 6  # tokens that may name a speaker
CLAUSE = 5  # tokens of the shortest clause
ADDRESSEE = 9  # tokens that may name the one spoken to
ASIDE = 4  # tokens that may stand between a content and the aside after it
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
def adjuncts() -> frozenset[int]:
    """Return words that begin an adjunct of time, place or addressee."""
    return frozenset(map(hash_word, word_list("cues/adjunct_openers.txt")))


@cache
def telling() -> frozenset[int]:
    """Return verbs whose first object is whom something is told."""
    return frozenset(map(hash_word, word_list("cues/telling_verbs.txt")))


@cache
def subordinators() -> frozenset[int]:
    """Return those of them that begin a clause."""
    return frozenset(map(hash_word, ("after", "before", "when", "while", "as", "since")))


@cache
def name_particles() -> frozenset[int]:
    """Return words within names that begin small: "van", "bin"."""
    words = "van von der den de del della di da dos du la le bin binti ibn"
    return frozenset(map(hash_word, words.split()))


@cache
def speaking_nouns() -> frozenset[int]:
    """Return nouns for what may be cited because it says something: persons, bodies, documents."""
    nouns = [row[0] for name in ("names/person_nouns.tsv", "names/body_nouns.tsv") for row in table(name)]
    nouns += [*word_list("names/group_nouns.txt"), *word_list("channels/document_nouns.txt")]
    plurals = [noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns]
    return frozenset(map(hash_word, [*nouns, *plurals, *word_list("outlets/media_nouns.txt"), "sources", "data"]))


def end_of(columns: Columns, token: int) -> int:
    """Return where a token's sentence ends, without its last mark and a closing "according to"."""
    sentences = columns.tokens.sentences
    after = bisect_right(sentences, token)
    last = sentences[after] if after < len(sentences) else len(columns.tokens)
    end = last
    while end > token + 1 and columns.letters[end - 1] in ".?!,;:":
        end -= 1
    for i in columns.according:
        if token < i < end and columns.letters[i - 1] == ",":
            return i - 1
    return end


def letter(columns: Columns, token: int) -> str:
    """Return the first character of a token."""
    return columns.letters[token]
