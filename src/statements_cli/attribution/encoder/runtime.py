"""Windows of word pieces in.

What the encoder holds of their tokens and cues out, as arrays.

The network's weights come in a distribution of their own, ``statements-cli-accurate``, and are run by ONNX Runtime:
both are installed by the extra ``accurate``. One graph reads a window, the other a window's cues.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.attribution.encoder.word_pieces import BEGIN, END, WordPieces, writing

if TYPE_CHECKING:
    import numpy as np

EXTRA = "accurate"
WEIGHTS = "statements_cli_accurate"  # the package that holds them
REACH = 64  # tokens; the farthest distance from a cue that is distinguished
ROLES, KINDS = 3, 5  # cue, source, content; what a token is of a cue: none, source's and content's first and others
CUE, SOURCE, CONTENT = range(ROLES)
NOTIONS = CORPUS, NEWS = range(2)  # whose notion of a statement: the corpus's, which is wider, or that of articles
SCALE = 64  # a score of 1 is 1/64 nat

TokenSpan = tuple[int, int]


class MissingModelError(ModuleNotFoundError):
    """The accurate model is asked for and its extra isn't installed."""

    def __init__(self, what: str) -> None:
        needs = f"the accurate model needs {what}, which is not installed"
        where = f"pip install 'statements-cli[{EXTRA}]', in a checkout pip install ./{EXTRA} '.[{EXTRA}]'"
        super().__init__(f"{needs}. Install it: {where}")


class HeadChances(NamedTuple):
    """The probabilities of a window's tokens: of a cue, its beginning, a source, a content.

    ``labels`` are the first labeller's, content before cue before source where several are likely.
    """

    cue: array[float]
    cue_starts: array[float]
    source: array[float]
    content: array[float]
    labels: array[int]


class CueParts(NamedTuple):
    """What the tokens around a cue are of it.

    For example: ``scores``, token x kind, in steps of 1/``SCALE`` nat, by the corpus.

    ``corpus`` and ``news`` are how probable the cue is by either notion, ``content`` and ``news_content`` how probable
    the likeliest token of its content is.
    """

    scores: array[int]
    corpus: float
    news: float
    content: float
    news_content: float


class Window:
    """What the encoder holds of one window of tokens.

    ``chances`` is token x notion x role x (none, first, other), each three of which sum to 1; ``readings`` are what
    the second graph reads of the tokens.
    """

    __slots__ = ("chances", "readings")

    def __init__(self, chances: np.ndarray, readings: tuple[np.ndarray, ...]) -> None:
        self.chances, self.readings = chances, readings

    def head_chances(self) -> HeadChances:
        """Return the probability of each token's roles, as the mean of both models."""
        import numpy as np

        mean = self.chances.mean(axis=1)
        held = 1 - mean[:, :, 0]
        labels = np.zeros(len(mean), np.int8)
        for role, label in ((SOURCE, 3), (CUE, 1), (CONTENT, 5)):
            likely = held[:, role] >= 0.5
            begins = likely & ((mean[:, role, 1] > mean[:, role, 2]) | ~np.concatenate([[False], likely[:-1]]))
            labels = np.where(likely, np.where(begins, label, label + 1), labels).astype(np.int8)

        def numbers(column: np.ndarray) -> array[float]:
            return array("d", column.astype(np.float64).tobytes())

        return HeadChances(
            numbers(held[:, CUE]), numbers(mean[:, CUE, 1]), numbers(held[:, SOURCE]), numbers(held[:, CONTENT]),
            array("b", labels.tobytes()),
        )  # fmt: skip


class Encoder:
    """Both graphs and the vocabulary, from a folder that holds ``encoder.onnx``, ``pairs.onnx`` and ``vocab.txt``.

    Raises ``MissingModelError`` where ONNX Runtime isn't installed.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import onnxruntime
        except ImportError:
            raise MissingModelError("onnxruntime") from None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # results and costs that don't hang on cores
        options.log_severity_level = 3
        # Weights in 8 bits are made whole when they are loaded. Newer releases of ONNX Runtime would round what is
        # multiplied with them, too, which takes longer here and gives other results on other processors.
        options.add_session_config_entry("session.disable_quant_qdq", "1")

        def session(name: str) -> Any:
            return onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])

        self.folder = folder
        self._encoder, self._pairs = session("encoder.onnx"), session("pairs.onnx")
        self.pieces = WordPieces((folder / "vocab.txt").read_text("utf-8").split("\n"))

    def window(self, words: Sequence[str]) -> Window:
        """Return what the encoder holds of tokens that are read together."""
        import numpy as np

        flat, cases, firsts = [BEGIN], [0], []
        for word in words:
            firsts.append(len(flat))
            pieces = self.pieces.cut(word)
            flat += pieces
            cases += [writing(word)] * len(pieces)
        inputs = {"pieces": [*flat, END], "cases": [*cases, 0], "firsts": firsts}
        scores, *readings = self._encoder.run(None, {name: np.array([row]) for name, row in inputs.items()})
        return Window(_chances(scores[0].reshape(len(words), len(NOTIONS), ROLES, 3)), tuple(readings))

    def kinds(self, window: Window, cues: Sequence[TokenSpan]) -> tuple[np.ndarray, np.ndarray]:
        """Return what each token is of each cue, and how far away it stands.

        The first are probabilities, cue x token x notion x kind; the second, cue x token, is what that graph takes.
        """
        import numpy as np

        place, factor, cue, cue_factor = window.readings
        at = np.arange(place.shape[1])
        starts, ends = (np.array([cue[side] for cue in cues])[:, None] for side in (0, 1))
        before, behind = np.minimum(starts - at, REACH), np.minimum(at - ends + 1, REACH)
        distances = np.where(at < starts, before, np.where(at >= ends, REACH + behind, 0))
        mine, other = (np.stack([one[:, a:b].mean(axis=1) for a, b in cues]) for one in (cue, cue_factor))
        inputs = {"place": place, "factor": factor, "cue": mine, "cue_factor": other, "distances": distances}
        scores = self._pairs.run(None, inputs)[0]
        return _chances(scores.reshape(len(cues), len(at), len(NOTIONS), KINDS)), distances

    def parts(self, window: Window, cues: Sequence[TokenSpan]) -> list[CueParts]:
        """Return what each token of a window is of each of its cues."""
        import numpy as np

        chances, distances = self.kinds(window, cues)
        scores = (SCALE * np.log(np.maximum(chances[:, :, CORPUS], 1e-9))).astype(np.int32)
        held = 1 - window.chances[:, :, CUE, 0]
        content = np.where(distances[:, :, None] > 0, chances[:, :, :, 3:].sum(axis=-1), 0.0).max(axis=1)
        return [
            CueParts(
                array("i", scores[number].tobytes()), float(held[a:b, CORPUS].mean()), float(held[a:b, NEWS].mean()),
                float(content[number, CORPUS]), float(content[number, NEWS]),
            )
            for number, (a, b) in enumerate(cues)
        ]  # fmt: skip


def _chances(scores: np.ndarray) -> np.ndarray:
    """Return the probabilities that scores along the last axis stand for."""
    import numpy as np

    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: np.ndarray = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def folder() -> Path:
    """Return where the weights are installed; raises ``MissingModelError`` where they aren't."""
    from importlib.util import find_spec

    found = find_spec(WEIGHTS)
    if found is None or found.origin is None:
        raise MissingModelError("its weights, the package statements-cli-accurate")
    return Path(found.origin).parent


def require() -> None:
    """Raise ``MissingModelError`` where the weights or what runs them isn't installed."""
    from importlib.util import find_spec

    folder()
    if find_spec("onnxruntime") is None:
        raise MissingModelError("onnxruntime")


@cache
def encoder() -> Encoder:
    """Return the installed encoder, loaded once."""
    return Encoder(folder())
