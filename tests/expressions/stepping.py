"""Regular expressions run step by step, and strings that make each of them look as long as it can.

Python's own engine can't be asked how many steps it took, and a clock depends on the machine. So a pattern is
parsed by ``re`` itself and run here by plain backtracking, as that engine does, each look at a character counted.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Any

_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_ops: Any = import_module("re._constants")

Rest = Callable[[int], int]
"""What is still to be matched from a position on: where it ends, -1 where it doesn't match."""
Matcher = Callable[[int, Rest], int]
_SINGLE = (_ops.LITERAL, _ops.NOT_LITERAL, _ops.ANY, _ops.IN)
_REPEATS = (_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT)
_NAMED = (_ops.LITERAL, _ops.RANGE)  # what a class names characters by
_TRIES = 4  # strings made for each quantifier
_MANY = 12  # a quantifier that allows more than these is tried with many
# what the classes of patterns have in common: letters, digits, spaces, marks, and what no class is likely to hold
_CHARACTERS = "aAxsSé0 1\t\n\r\f\u00a0.,:;-–—_'’\"“”«»()[]{}<>/\\|&#*`~!?@=+%$ж中ж🙂\u00ad\u200b\x00"
_HOSTILE_TAILS = ("\x00", "", "\n", " ")


class TooManyStepsError(Exception):
    """A pattern has looked at more characters than it was allowed."""


class Stepper:
    """A pattern that counts what it looks at."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        parsed = _parser.parse(pattern, flags)
        self._state = parsed.state
        self._flags = parsed.state.flags
        self._bytes = isinstance(pattern, bytes)
        self.parsed = parsed
        self._single: dict[Any, Callable[[str], bool]] = {}
        self._samples: dict[str, list[str]] = {}
        self._groups: dict[int, tuple[int, int]] = {}
        self._match = self._sequence(parsed, self._flags)
        self.steps = 0
        self._most = 0
        self._text = ""

    def search_all(self, text: str, most: int, *, anchored: bool = False) -> list[tuple[int, int]]:
        """Return the spans of all matches in ``text``, or only of one at its start; ``steps`` counts how they cost.

        Raises ``TooManyStepsError`` beyond ``most`` steps.
        """
        self.steps, self._most, self._text = 0, most, text
        found: list[tuple[int, int]] = []
        at = 0
        while at <= len(text):
            self._groups.clear()
            end = self._match(at, lambda end: end)
            if end >= 0:
                found.append((at, end))
            if anchored:
                break
            at = end if end > at else at + 1
        return found

    def _step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > self._most:
            raise TooManyStepsError

    # matching: every node becomes a function of a position and of what has to follow

    def _sequence(self, nodes: Any, flags: int) -> Matcher:
        matchers: list[Matcher] = []
        for single, group in groupby(nodes, lambda node: node[0] in _SINGLE):
            if single:
                matchers.append(self._characters([self.predicate((op, value), flags) for op, value in group]))
            else:
                matchers += [self._node(op, value, flags) for op, value in group]

        def match(at: int, rest: Rest) -> int:
            return _chained(matchers, 0, at, rest)

        return matchers[0] if len(matchers) == 1 else match

    def _node(self, op: Any, value: Any, flags: int) -> Matcher:
        if op in _SINGLE:
            return self._characters([self.predicate((op, value), flags)])
        if op in _REPEATS:
            return self._repeat(op, value, flags)
        if op is _ops.BRANCH:
            return self._branches(value[1], flags)
        if op is _ops.SUBPATTERN:
            group, add, remove, inner = value
            return self._group(group, self._sequence(inner, (flags | add) & ~remove))
        if op is _ops.ATOMIC_GROUP:
            return self._atomic(self._sequence(value, flags))
        if op is _ops.AT:
            return self._at(value, flags)
        if op in (_ops.ASSERT, _ops.ASSERT_NOT):
            return self._assertion(op, value, flags)
        if op is _ops.GROUPREF:
            return self._reference(value)
        raise NotImplementedError(op)

    def predicate(self, node: Any, flags: int) -> Callable[[str], bool]:
        """Return whether a character is one that a node stands for, as ``re`` itself sees it."""
        key = repr((node, flags))
        if key not in self._single:
            alone = _parser.SubPattern(self._state, [node])
            self._single[key] = _Known(_compiler.compile(alone, flags & ~re.DEBUG), self._bytes).__getitem__
        return self._single[key]

    def _characters(self, holds: list[Callable[[str], bool]]) -> Matcher:
        """Characters one after the other, a step each."""

        def match(at: int, rest: Rest) -> int:
            text = self._text
            for held in holds:
                self._step()
                if at >= len(text) or not held(text[at]):
                    return -1
                at += 1
            return rest(at)

        return match

    def _branches(self, given: list[Any], flags: int) -> Matcher:
        """Alternatives, one after the other; those that can't begin with the next character cost a step alone."""
        branches = [(self._sequence(branch, flags), self._beginning(branch, flags)) for branch in given]
        known: dict[str, list[tuple[int, Matcher]]] = {}

        def match(at: int, rest: Rest) -> int:
            character = self._text[at : at + 1]
            if character not in known:
                known[character] = [(place, one) for place, (one, begins) in enumerate(branches) if begins(character)]
            before = -1
            for place, branch in known[character]:
                self._step(place - before)
                before = place
                if (end := branch(at, rest)) >= 0:
                    return end
            self._step(len(branches) - 1 - before)
            return -1

        return match

    def _beginning(self, nodes: Any, flags: int) -> Callable[[str], bool]:
        """Return whether what a sequence matches may begin with a character, "" at the end."""
        for op, value in nodes:
            if op in (_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT):
                continue
            if op in _SINGLE:
                holds = self.predicate((op, value), flags)
                return lambda character: character != "" and holds(character)
            if op is _ops.SUBPATTERN and value[3].getwidth()[0]:
                return self._beginning(value[3], (flags | value[1]) & ~value[2])
            if op is _ops.BRANCH and all(branch.getwidth()[0] for branch in value[1]):
                each = [self._beginning(branch, flags) for branch in value[1]]
                return lambda character: any(begins(character) for begins in each)
            break
        return lambda _: True

    def _group(self, group: int | None, inner: Matcher) -> Matcher:
        if group is None:
            return inner

        def match(at: int, rest: Rest) -> int:
            before = self._groups.get(group)

            def ended(end: int) -> int:
                self._groups[group] = (at, end)
                return rest(end)

            found = inner(at, ended)
            if found < 0 and before is not None:
                self._groups[group] = before
            return found

        return match

    def _atomic(self, inner: Matcher) -> Matcher:
        def match(at: int, rest: Rest) -> int:
            end = inner(at, lambda end: end)
            return rest(end) if end >= 0 else -1

        return match

    def _at(self, where: Any, flags: int) -> Matcher:
        own = _compiler.compile(_parser.SubPattern(self._state, [(_ops.AT, where)]), flags)

        def match(at: int, rest: Rest) -> int:
            self._step()
            given: Any = self._text.encode("latin-1", "replace") if self._bytes else self._text
            return rest(at) if own.match(given, at) is not None else -1

        return match

    def _assertion(self, op: Any, value: Any, flags: int) -> Matcher:
        direction, inner_nodes = value
        inner = self._sequence(inner_nodes, flags)
        back = inner_nodes.getwidth()[0] if direction < 0 else 0
        wanted = op is _ops.ASSERT

        def match(at: int, rest: Rest) -> int:
            holds = at >= back and inner(at - back, lambda end: end) >= 0
            return rest(at) if holds is wanted else -1

        return match

    def _reference(self, group: int) -> Matcher:
        def match(at: int, rest: Rest) -> int:
            self._step()
            if group not in self._groups:
                return -1
            start, end = self._groups[group]
            words = self._text[start:end]
            return rest(at + len(words)) if self._text.startswith(words, at) else -1

        return match

    def _repeat(self, op: Any, value: Any, flags: int) -> Matcher:
        least, most, inner_nodes = value
        if op is _ops.POSSESSIVE_REPEAT:
            return self._atomic(self._repeat(_ops.MAX_REPEAT, value, flags))
        lazy = op is _ops.MIN_REPEAT
        if len(inner_nodes) == 1 and inner_nodes[0][0] in _SINGLE:
            return self._run(self.predicate(inner_nodes[0], flags), least, most, lazy=lazy)
        inner = self._sequence(inner_nodes, flags)

        def match(at: int, rest: Rest, count: int = 0) -> int:
            self._step()

            def again(end: int) -> int:
                return -1 if end == at and count >= least else match(end, rest, count + 1)

            if count < least:
                return inner(at, again)
            if lazy:
                end = rest(at)
                return end if end >= 0 or count >= most else inner(at, again)
            end = inner(at, again) if count < most else -1
            return end if end >= 0 else rest(at)

        return match

    def _run(self, holds: Callable[[str], bool], least: int, most: int, *, lazy: bool) -> Matcher:
        """A repeated single character, without recursion."""

        def match(at: int, rest: Rest) -> int:
            text = self._text
            end, stop = at, min(len(text), at + most)
            while end < (min(at + least, stop) if lazy else stop) and holds(text[end]):
                self._step()
                end += 1
            if end < at + least:
                return -1
            if lazy:
                while True:
                    self._step()
                    found = rest(end)
                    if found >= 0 or end >= stop or not holds(text[end]):
                        return found
                    end += 1
            for place in range(end, at + least - 1, -1):
                self._step()
                found = rest(place)
                if found >= 0:
                    return found
            return -1

        return match

    # strings

    def hostile(self, length: int) -> Iterator[tuple[str, str, str]]:
        """Yield what makes the pattern begin, what each quantifier repeats, and what it can't end with.

        Of every quantifier that allows many, several bodies are tried; ``length`` bounds what leads up to it.
        """
        chance = random.Random(1)
        seen: set[tuple[str, str]] = set()
        for before, body in self._quantified(self.parsed, self._flags, ""):
            for _ in range(_TRIES):
                pump = self._sample(body, self._flags, chance)
                start = self._sample(before, self._flags, chance)[-length:] if before else ""
                for lead in (start, ""):
                    if pump and (lead, pump) not in seen:
                        seen.add((lead, pump))
                        for tail in _HOSTILE_TAILS[: 1 if lead else 4]:
                            yield lead, pump, tail

    def _quantified(self, nodes: Any, flags: int, before: Any) -> Iterator[tuple[list[Any], list[Any]]]:
        """Yield what stands before each quantifier that allows many, and what it repeats, outermost first."""
        led = list(before)
        for op, value in nodes:
            if op in _REPEATS:
                if value[1] > (1 if _repeats_much(value[2]) else _MANY):
                    yield led, list(value[2])
                yield from self._quantified(value[2], flags, led)
            elif op is _ops.BRANCH:
                for branch in value[1]:
                    yield from self._quantified(branch, flags, led)
            elif op is _ops.SUBPATTERN:
                yield from self._quantified(value[3], flags, led)
            elif op is _ops.ATOMIC_GROUP:
                yield from self._quantified(value, flags, led)
            elif op in (_ops.ASSERT, _ops.ASSERT_NOT):
                yield from self._quantified(value[1], flags, led)
            led.append((op, value))

    def _sample(self, nodes: Any, flags: int, chance: random.Random) -> str:
        """Return something that a sequence of nodes matches, by chance one of many."""
        parts = []
        for op, value in nodes:
            if op in _SINGLE:
                parts.append(self._sample_character((op, value), flags, chance))
            elif op in _REPEATS:
                least, most, inner = value
                count = least + chance.choice((0, 0, 1)) * (most > least)
                parts += [self._sample(inner, flags, chance) for _ in range(min(count, 60))]
            elif op is _ops.BRANCH:
                parts.append(self._sample(chance.choice(value[1]), flags, chance))
            elif op is _ops.SUBPATTERN:
                parts.append(self._sample(value[3], flags | value[1], chance))
            elif op is _ops.ATOMIC_GROUP:
                parts.append(self._sample(value, flags, chance))
        return "".join(parts)

    def _sample_character(self, node: Any, flags: int, chance: random.Random) -> str:
        if node[0] is _ops.LITERAL:
            return chr(node[1])
        usual = self._usual(node, flags)
        return chance.choice(usual) if usual else ""

    def _usual(self, node: Any, flags: int) -> list[str]:
        """Return characters that a node stands for: usual ones, or else the first of a class that names its own."""
        key = repr((node, flags))
        if key not in self._samples:
            holds = self.predicate(node, flags)
            found = [character for character in _CHARACTERS if holds(character)]
            if not found and node[0] is _ops.IN:
                named = [value if op is _ops.LITERAL else value[0] for op, value in node[1] if op in _NAMED]
                found = [chr(code) for code in named if holds(chr(code))][:1]
            self._samples[key] = found
        return self._samples[key]


class _Known(dict[str, bool]):
    """Whether a pattern of one character matches each, which is asked once."""

    def __init__(self, pattern: Any, as_bytes: bool) -> None:
        super().__init__()
        self._pattern, self._as_bytes = pattern, as_bytes

    def __missing__(self, character: str) -> bool:
        given: Any = character.encode("utf-8")[:1] if self._as_bytes else character
        self[character] = matches = self._pattern.match(given) is not None
        return matches


def _repeats_much(nodes: Any) -> bool:
    """Whether what a quantifier repeats has another in it that allows many."""
    return any(
        (op in _REPEATS and (value[1] > _MANY or _repeats_much(value[2])))
        or (op is _ops.SUBPATTERN and _repeats_much(value[3]))
        or (op is _ops.ATOMIC_GROUP and _repeats_much(value))
        or (op is _ops.BRANCH and any(map(_repeats_much, value[1])))
        for op, value in nodes
    )


def _chained(matchers: list[Matcher], index: int, at: int, rest: Rest) -> int:
    if index == len(matchers):
        return rest(at)
    return matchers[index](at, lambda end: _chained(matchers, index + 1, end, rest))
