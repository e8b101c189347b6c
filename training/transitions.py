"""The right heads of a sentence and a state of the parser in; the transition to take out.

The dynamic oracle of the arc-hybrid system (Goldberg and Nivre, TACL 2013): the transition that keeps the most right
arcs within reach.
"""

from __future__ import annotations

from collections.abc import Sequence

SHIFT, LEFT, RIGHT = range(3)


def oracle(heads: Sequence[int], first: int, stack: Sequence[int], b0: int, last: int) -> int:
    """The transition that puts the fewest of the heads out of reach, an arc before a shift.

    ``heads`` are those of the tokens from ``first`` on; ``last`` is the sentence's end and root. On the stack
    stands at least one token.
    """
    s0, s1 = stack[-1], stack[-2] if len(stack) > 1 else -1
    above = heads[s0 - first]
    children = sum(1 for i in range(b0, last) if heads[i - first] == s0)
    costs = {LEFT: children + (above != b0 and (above == s1 or above > b0))}
    if s1 >= 0:
        costs[RIGHT] = children + (above >= b0)
    if b0 < last:
        costs[SHIFT] = sum(1 for i in stack if heads[i - first] == b0)
        costs[SHIFT] += heads[b0 - first] != s0 and heads[b0 - first] in stack
    return min(costs, key=lambda action: (costs[action], action == SHIFT))
