"""Try texts of many shapes, short and ten times as long: time grows as the text does, memory stays within its bound."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.promises.command import run
from benchmarks.promises.outcome import CLOCK, Outcome
from benchmarks.promises.volume import BESIDE, TIMES

MOST = 12
"""Ten times the text may cost so many times the CPU time, start-up taken off."""
_LEAST = 0.05  # CPU seconds of the shorter text below which start-up is all that is measured
_ENGLISH = "The sun shone over the whole country, and of all that was in it nothing was said to be wet. "

SHAPES: dict[str, tuple[str, ...]] = {
    "en": (
        "“We hope so very much,” Foreign Minister Mao Ning said on Monday. Putin told reporters that he agreed.\n",
        "the minister said on Monday that they hope for peace and the envoy added that they agree to meet ",
        "“ ",
        '" ',
        "“No\n",
        "“A” ‘b “c ",
        "Q: Why is that so?\nA: Because we said so.\n",
        "TV 24: It is. CHANNEL 4: It is not.\n",
        "SPEAKER 1: Yes.\n\n",
        "said ",
        "he said that ",
        "Mao Ning ",
        "Mr. A. B. ",
        "according to the U.S. ",
        "on Tuesday, May 20, 2025, ",
        "( [ ",
        "— ",
        ". ",
        "\n",
        "By Ann Field\n\n",
        "# Talks\n\n> **no**\n\n",
        "1,",
        "https://example.org/a ",
        "PARIS, May 20 (Reuters) - ",
    ),
    "fr": (
        "« Nous devons agir », a déclaré le ministre des Affaires étrangères dans un entretien.\n",
        "« Nous devons ",
        "Le ministre a déclaré que les deux pays étaient prêts et que ",
    ),
    "de": (
        "„Wir müssen handeln“, sagte der Minister am Montag und fügte hinzu, dass es nicht anders geht.\n",
        "„Wir müssen ",
        "Der Minister sagte, dass die Länder bereit sind und dass ",
    ),
    "es": (
        "«Debemos actuar», dijo el ministro el lunes, y añadió que no hay otra salida para el país.\n",
        "«Debemos ",
    ),
    "ru": (
        "«Мы надеемся на мир», — заявил министр в понедельник и добавил, что другого пути у страны нет и не будет.\n",
        "«Мы надеемся ",
    ),
    "zh": (
        "“我们希望和平，”外交部发言人毛宁星期一在北京说。他表示，中国支持一切努力。\n",
        "“中国",
        "他说：“",
    ),
    "ar": (
        "«نأمل ذلك كثيرا»، قال وزير الخارجية يوم الاثنين للصحفيين في العاصمة وأضاف أن البلاد مستعدة.\n",
        "«نأمل ",
        "قال إن ",
    ),
}
"""What texts are made of, by language, over and over."""


def grow(kilobytes: int, _seed: int) -> Outcome:
    """Read each shape at ``kilobytes`` and at ten times as much; compare CPU time, and look at the memory."""
    units = [(language, unit) for language, held in SHAPES.items() for unit in held]
    failures: list[str] = []
    ratios: list[float] = []
    memory = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.txt"
        path.write_text(_ENGLISH, "utf-8")
        start = min(run("extract", path).seconds for _ in range(3))
        for number in CLOCK.turns(len(units), "shapes"):
            language, unit = units[number]
            spent: list[float] = []
            for size in (kilobytes * 1000, kilobytes * 10_000):
                path.write_text(unit * (size // len(unit.encode()) + 1), "utf-8")
                done = run("extract", path, patience=40 * max(1.0, spent[0] if spent else 1.0) + 200)
                spent.append(max(done.seconds - start, _LEAST))
                if done.status not in (0, 1):
                    failures.append(f"{language}, {unit!r}: ended with {done.status} {done.err[:200]}")
                most = TIMES * size / 1e6 + BESIDE
                memory = max(memory, done.memory / most)
                if done.memory > most:
                    failures.append(f"{language}, {unit!r}: {done.memory:.0f} MB for {size / 1e6:.1f} MB of text")
            ratios.append(spent[1] / spent[0])
            if ratios[-1] > MOST:
                failures.append(f"{language}, {unit!r}: {spent[0]:.2f} s, ten times as much {spent[1]:.2f} s")
    worst = max(ratios, default=0)
    tried = f"{len(ratios)} shapes in {len(SHAPES)} languages"
    note = f"{tried}; at most {worst:.1f} times the time, {memory:.0%} of the memory allowed"
    return Outcome(kilobytes if len(ratios) == len(units) else 0, tuple(failures), "kB, and ten times as much", note)
