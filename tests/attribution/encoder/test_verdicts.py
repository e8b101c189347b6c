"""What the accurate model's judge sees of a finding, and what it makes of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements_cli.attribution.encoder.verdicts import FEATURES, SUREST, features, odds, verdicts, weights
from statements_cli.attribution.labelling.first_pass import Cue, Finding, Outline
from statements_cli.attribution.labelling.judge import Straight
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

TEXT = "The minister said the bridge will reopen."


def made() -> Columns:
    """Return the columns of the sentence."""
    span = ((0, len(TEXT)),)
    tokens = tokenize(TEXT, span)
    tag(tokens)
    return columns(tokens, find_quotations(TEXT, span))


def way(chance: float) -> Straight:
    """Return the finding of the sentence's statement, everything of it held so probable."""
    outline = Outline(((3, 7),), chance, chance, chance)
    finding = Finding(Cue(2, 3, 2, chance), (outline,), ((0, 2),), 1 - chance, chance, (chance,) * 4)
    return Straight(finding, outline, 0, ((3, 7),), 0.0, 0.0, 0.0)


def written(folder: Path, names: tuple[str, ...] = FEATURES) -> Path:
    """Write weights that add up the log-odds of cue and content."""
    rows = (f"{name}\t" + ("1\t1\t1" if name in ("cue", "content") else "0\t0\t0") for name in names)
    (folder / "judge.tsv").write_text("# weights\n" + "\n".join(rows) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(("chance", "expected"), [(0.5, 0.0), (0.0, -SUREST), (1.0, SUREST), (0.9999999, SUREST)])
def test_log_odds_are_bounded(chance: float, expected: float) -> None:
    """What is certain counts like what is very sure."""
    assert expected == odds(chance)


def test_every_feature_has_a_value() -> None:
    """One value a name, in the same order."""
    values = dict(zip(FEATURES, features(made(), way(0.5), (0.1, 0.2, 0.3)), strict=True))

    expected = {"always": 1.0, "no source": 0.0, "quoted": 0.0, "cue": 0.0, "labellers' best": 0.2}

    assert expected == {name: values[name] for name in expected}


def test_what_is_held_likelier_is_judged_likelier(tmp_path: Path) -> None:
    """Verdicts follow the weights of the folder."""
    folder = written(tmp_path)
    low, even, high = verdicts(made(), [way(0.2), way(0.5), way(0.9)], folder)

    assert low.right < even.right < high.right
    assert low.content < even.content < high.content
    assert low.best < even.best < high.best


def test_weights_of_other_features_are_refused(tmp_path: Path) -> None:
    """A file for another version of the judge is an error, and no guess."""
    with pytest.raises(ValueError, match="another version"):
        weights(written(tmp_path, FEATURES[1:]))
