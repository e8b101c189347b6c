"""Names of all scripts come down to sounds that can be compared."""

from __future__ import annotations

import pytest

from statements_cli.speakers.names.sounds import comparable, consonants, pinyin_of, sound_of, sounds_of


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("Си Цзиньпин", "xi jinping"),
        ("Го Цзякунь", "guo jiakun"),
        ("Чжоу Эньлай", "zhou enlai"),
        ("Хуан Чжуань", "huang zhuan"),  # the longest syllable
        ("Ху Цзиньтао", "hu jintao"),
        ("Люй Юань", "lü yuan"),
        ("Лавров", None),  # no syllables
        ("Xi Jinping", None),
        ("Си Jinping", None),
        ("習近平", None),
        ("", None),
    ],
)
def test_pinyin(name: str, pinyin: str | None) -> None:
    """A Cyrillic name that is all Chinese syllables is written in pinyin."""
    assert pinyin == pinyin_of(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("putin", "butin"), ("lavrov", "rabrob"), ("merz", "merts"), ("macron", "makron"), ("trump", "tranb"), ("guo", "go"),
     ("khamenei", "hamenei"), ("araghchi", "arakchi"), ("jinping", "tsinpin")],
)  # fmt: skip
def test_same_consonants(one: str, other: str) -> None:
    """What scripts confuse is one sound."""
    assert consonants(sound_of(one)) == consonants(sound_of(other))


@pytest.mark.parametrize(("one", "other"), [("putin", "pudin"), ("merz", "merk"), ("hu", "ku"), ("ming", "ning")])
def test_other_consonants(one: str, other: str) -> None:
    """What all scripts tell apart are two sounds."""
    assert consonants(sound_of(one)) != consonants(sound_of(other))


def test_kana() -> None:
    """Japanese has one syllable for "chi" and "ti": both are tried."""
    assert {"BuSiN", "BuTiN"} < {*sounds_of("プーチン")}
    assert ("Si SiNBiN", "Si DiNBiN") == sounds_of("シー・ジンピン")
    assert "TRaNB" in sounds_of("トランプ")  # without the vowels put in
    assert () == sounds_of("普京")


@pytest.mark.parametrize(
    ("sound", "whole", "enough"),
    [
        ("MaRS", False, True),
        ("MaR", False, False),
        ("SiSiNBiN", True, True),
        ("WaNiN", True, False),
        ("MaRS", True, False),
    ],
)
def test_enough_to_be_known_by(sound: str, whole: bool, enough: bool) -> None:
    """A word needs three consonants, a whole name four."""
    assert enough == comparable(sound, whole=whole)
