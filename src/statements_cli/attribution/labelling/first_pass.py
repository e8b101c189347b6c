"""Find likely cues, each with its source and content, by two labellers.

Two linear-chain conditional random fields (Lafferty, McCallum and Pereira, ICML 2001) in a row: the first
labels every token as cue, source, content or none; the second looks at the surroundings of each likely cue
by itself and labels that cue's source and content, with the first one's labels as evidence (stacking, after
Cohen and Carvalho, IJCAI 2005).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from statements_cli.attribution.labelling.counts import likely, steps, total
from statements_cli.attribution.labelling.first_pass_features import label_features
from statements_cli.attribution.labelling.second_pass_features import cue_features, survey
from statements_cli.attribution.labelling.sweeps import first_sweep
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.attribution.labelling.tree_features import token_features
from statements_cli.text.tagging.linear import Model, load

NONE, CUE, IN_CUE, SOURCE, IN_SOURCE, CONTENT, IN_CONTENT = range(7)  # the first labeller's labels
CUE_STRIDE = 116  # features a token, as cue_features and tree_features write them
SHEET = 1024  # tokens looked at together: a longer paragraph is read in parts
WINDOW = 70  # tokens looked at on either side of a cue
LIKELY = 0.12  # from this probability on a word is looked at as a cue

TokenSpan = tuple[int, int]


class Survey(NamedTuple):
    """What ``cue_features.survey`` counts along a text.

    An entry a token, and one more for the counts.
    """

    commas: array[int]
    verbs: array[int]
    stops: array[int]
    closings: array[int]
    cues: array[int]
    sources: array[int]
    contents: array[int]
    span_start: array[int]
    span_end: array[int]
    cue_before: array[int]
    cue_after: array[int]


class View:
    """The first labeller's view of a text.

    Labels, and how probable cue, source and content are at each token.

    ``sureness`` (content), ``sourceness`` and ``cueness`` are such probabilities as steps from 0 to 9.
    """

    __slots__ = ("cue", "cue_starts", "cueness", "labels", "sourceness", "sureness", "survey")

    def __init__(self, count: int) -> None:
        self.labels = array("b", bytes(count))
        self.sureness, self.sourceness, self.cueness = (array("b", bytes(count)) for _ in range(3))
        self.cue = array("d", bytes(8 * count))
        self.cue_starts = array("d", bytes(8 * count))
        self.survey: Survey | None = None


class Cue(NamedTuple):
    """A likely cue: its tokens (half-open), its main word, and its probability."""

    start: int
    end: int
    head: int
    probability: float


class Outline(NamedTuple):
    """One way to bound a content.

    How probable its tokens are on average, and that it begins and ends so.
    """

    spans: tuple[TokenSpan, ...]
    margin: float
    begins: float
    ends: float


class Mention(NamedTuple):
    """A span that may name a source, and how probable its tokens are on average."""

    span: TokenSpan
    margin: float


class Finding(NamedTuple):
    """What the second labeller found for a cue, as spans of tokens.

    ``nothing`` is its probability that no token is content; ``margin`` how probable it holds the labels
    it gave, on average over the content's and source's tokens. ``contents`` are the outlines that the
    content may have, the best labelling's first. ``doubted`` are the likeliest spans of the source where
    ``source`` is empty. ``evidence`` is what else the accurate model's judge
    weighs: how probable the encoder alone holds the cue and then the content, each by the corpus's wide notion of a
    statement and by that of annotated articles.
    """

    cue: Cue
    contents: tuple[Outline, ...]
    source: tuple[TokenSpan, ...]
    nothing: float
    source_margin: float
    evidence: tuple[float, ...] = ()
    doubted: tuple[Mention, ...] = ()

    @property
    def content(self) -> tuple[TokenSpan, ...]:
        """Return the content as the best labelling bounds it; empty where there is none."""
        return self.contents[0].spans if self.contents else ()


@cache
def first_model() -> Model:
    """Return the weights of the first labeller."""
    return load("weights/labeller.bin")


@cache
def second_model() -> Model:
    """Return the weights of the second labeller."""
    return load("weights/cue_labeller.bin")


def sheets(columns: Columns) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of tokens that are labelled together.

    First, last, and where their paragraph begins.
    """
    tokens = columns.tokens
    ends = [*tokens.paragraphs[1:], len(tokens)]
    for start, end in zip(tokens.paragraphs, ends, strict=True):
        for first in range(start, end, SHEET):
            yield first, min(end, first + SHEET), start


def features_of(columns: Columns, first: int, last: int, start: int, out: array[int]) -> None:
    """Return the first labeller's features of a stretch of tokens."""
    tokens = columns.tokens
    label_features(
        tokens.words, tokens.stems, tokens.suffixes, tokens.shapes, tokens.tags, columns.cueness, columns.marks,
        columns.lengths, columns.before, columns.after, columns.sentence, columns.left, columns.verbs,
        columns.commas, columns.right, columns.wide, columns.narrow, columns.segment, columns.verb_before,
        columns.verb_after, first, last, start, out,
    )  # fmt: skip


def first_view(columns: Columns, model: Model) -> View:
    """Return the first labeller's labels and probabilities for a whole text."""
    tokens, count = columns.tokens, len(columns.tokens)
    view = View(count)
    stretches = array("i", [place for stretch in sheets(columns) for place in stretch])
    probable, sources = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    first_sweep(
        tokens.words, tokens.stems, tokens.suffixes, tokens.shapes, tokens.tags, columns.cueness, columns.marks,
        columns.lengths, columns.before, columns.after, columns.sentence, columns.left, columns.verbs,
        columns.commas, columns.right, columns.wide, columns.narrow, columns.segment, columns.verb_before,
        columns.verb_after, stretches, model.keys, model.rows, model.width, model.mask, model.transitions,
        model.potentials, model.decays, view.labels, view.cue_starts, view.cue, probable, sources,
    )  # fmt: skip
    steps(probable, count, view.sureness)
    steps(sources, count, view.sourceness)
    steps(view.cue, count, view.cueness)
    return view


def survey_of(columns: Columns, labels: array[int]) -> Survey:
    """Return what may stand between two tokens of a text, counted along it."""
    tokens = columns.tokens
    count = len(tokens)
    counted = Survey(*(array("i", bytes(4 * (count + 1))) for _ in range(11)))
    survey(tokens.words, tokens.tags, columns.marks, labels, count, *counted)
    return counted


def likely_cues(columns: Columns, view: View) -> list[Cue]:
    """Return the cues labelled, and those likely enough for a second look, in order."""
    count = len(view.labels)
    places = array("i", bytes(8 * count))
    found = likely(view.labels, view.cue, view.cue_starts, count, LIKELY, places)
    bounds = [(places[2 * k], places[2 * k + 1]) for k in range(found)]
    return [Cue(a, b, head_token(columns, a, b), total(view.cue, a, b) / (b - a)) for a, b in bounds]


def head_token(columns: Columns, start: int, end: int) -> int:
    """Return the main word of a cue.

    Its likeliest verb, else its likeliest word, the last of equals.
    """
    if end - start == 1:
        return start
    tags, cueness = columns.tokens.tags, columns.cueness
    return max(range(start, end), key=lambda i: (tags[i] in CUE_TAGS, cueness[i], i))


def window(columns: Columns, cue: Cue) -> TokenSpan:
    """Return the tokens around a cue that can hold its source and content.

    Its paragraph, at most WINDOW a side.
    """
    paragraph = columns.tokens.paragraph_of(cue.start)
    return max(paragraph.start, cue.start - WINDOW), min(paragraph.stop, cue.end + WINDOW)


def cue_features_of(columns: Columns, view: View, cue: Cue, first: int, last: int, out: array[int]) -> None:
    """Return the second labeller's features of the tokens around a cue."""
    tokens = columns.tokens
    assert view.survey is not None
    cue_features(
        tokens.words, tokens.stems, tokens.suffixes, tokens.shapes, tokens.tags, columns.cueness, columns.marks,
        columns.lengths, columns.quotation, columns.sentence, view.labels, view.sureness, view.sourceness,
        view.cueness, columns.wide, columns.narrow, columns.segment, columns.verb_before, columns.verb_after,
        *view.survey, cue.start, cue.end, cue.head, first, last, out,
    )  # fmt: skip
    token_features(
        tokens.words, tokens.stems, tokens.tags, columns.narrow, columns.sentence, columns.heads, columns.begins,
        columns.ends, cue.start, cue.end, cue.head, first, last, out,
    )  # fmt: skip
