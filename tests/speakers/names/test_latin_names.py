"""Names of other scripts in Latin letters."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.registry import brought_together, told_under
from statements_cli.speakers.names.latin_names import latin_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("António Guterres", "António Guterres"),
        ("Сергей Лавров", "Sergey Lavrov"),
        ("毛宁", "Mao Ning"),
        ("习近平", "Xi Jinping"),
        ("普京", "Vladimir Putin"),
        ("外交部新闻司", "外交部新闻司"),
        ("Sergej Lawrow", "Sergey Lavrov"),
        ("Maria Sacharowa", "Maria Zakharova"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("Dmitrij Tschernyschenko", "Dmitry Chernyshenko"),
        ("Otto von Bülow", "Otto von Bülow"),
        ("Andrew Barlow", "Andrew Barlow"),
        ("谢尔盖·拉夫罗夫", "Sergey Lavrov"),
        ("小唐纳德·特朗普", "小唐纳德·特朗普"),
        ("玛丽·史密斯", "玛丽·史密斯"),
    ],
)
def test_latin_name(name: str, expected: str) -> None:
    """Chinese syllables are ordered and joined, names written by their sound are looked up, letters are replaced."""
    assert expected == latin_name(name)


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (("Vladimir Putin", "Vladimir Poutine", "Владимир Путин", "Володимир Путін", "普京"), 1),
        (("Mao Ning", "毛宁"), 1),
        (("Сергей Лавров", "Sergei Lavrov"), 1),
        (("Сергей Лавров", "Дмитрий Песков"), 2),
        (("Sergey Lavrov", "Sergej Lawrow", "Serguéi Lavrov", "谢尔盖·拉夫罗夫"), 1),
        (("Maria Zakharova", "Maria Sacharowa", "玛丽亚·扎哈罗娃"), 1),
        (("Sergey Lavrov", "Sergej Schoigu"), 2),
        (("毛宁", "林剑"), 2),
    ],
)
def test_one_person_in_several_scripts(names: tuple[str, ...], persons: int) -> None:
    """Spellings of one person in Latin, Cyrillic and Chinese are one speaker; other names are not."""
    told = told_under(((name, "person", ""), None, 1) for name in names)
    assert persons == len(brought_together(told))
