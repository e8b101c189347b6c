"""What is fuzzed: every reader, from documents that it reads; texts made by chance; and that faults are told."""

from __future__ import annotations

from random import Random

import pytest

from fuzz import targets, texts
from fuzz.documents import seeds
from fuzz.run import kept
from statements_cli.documents import Notice, formats
from statements_cli.documents.notices import fault


def test_every_format() -> None:
    """Each format's reader is a target and has documents to start from, unless its extra is missing."""
    names = {targets._slug(known.name) for known in formats.FORMATS}

    assert names | {"parse", "any", "text"} == set(targets.targets())
    assert set(targets.targets()) == set(seeds())


@pytest.mark.parametrize("name", targets.targets())
def test_starts(name: str) -> None:
    """Nothing is wrong with what each target starts from, and what was kept of earlier runs."""
    for data in (*seeds()[name], *kept(name).values()):
        targets.targets()[name].run(data)


@pytest.mark.parametrize("name", ["gzip", "zip", "json", "feed", "web-page", "pdf", "export"])
def test_seeds_are_documents(name: str) -> None:
    """The documents that a target starts from are of its format."""
    if not seeds()[name]:
        pytest.skip("the extra is not installed")
    known = formats.tell(seeds()[name][0], "a")

    assert known is not None
    assert name == targets._slug(known.name)


def test_faults_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader or extraction raises is raised, and so is what was made a notice at the last moment."""
    monkeypatch.setattr(targets, "parse", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        targets.targets()["parse"].run(b"text")
    with pytest.raises(AssertionError, match="ValueError"):
        targets._check_notices([fault("a", ValueError("x"), "read")])
    with pytest.raises(AssertionError, match="several lines"):
        targets._check_notices([Notice("a", "one\ntwo")])


def test_texts() -> None:
    """Texts made by chance have the length that is said, and are the same for the same seed."""
    made = [texts.made(Random(seed)) for seed in range(50)]

    assert all(texts.SHORTEST <= len(text) <= texts.LONGEST for text in made)
    assert made == [texts.made(Random(seed)) for seed in range(50)]
    assert len(set(made)) == 50


def test_damage() -> None:
    """Damage changes a text or bytes, and is the same for the same seed."""
    damaged = [texts.damaged("He said that it would go on.", ["“"], Random(seed)) for seed in range(50)]

    assert damaged == [texts.damaged("He said that it would go on.", ["“"], Random(seed)) for seed in range(50)]
    assert len(set(damaged)) > 30
    assert isinstance(texts.damaged(b"bytes", [b"x"], Random(1)), bytes)
