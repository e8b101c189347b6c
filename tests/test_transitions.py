"""The parser's oracle leads to the right tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.transitions import LEFT, SHIFT, oracle


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """The heads of a sentence whose arcs don't cross; the number of its tokens stands for a root."""
    size = draw(st.integers(1, 12))
    heads = [size] * size

    def hang(first: int, last: int, above: int) -> None:
        while first < last:
            end = draw(st.integers(first + 1, last))
            top = draw(st.integers(first, end - 1))
            heads[top] = above
            hang(first, top, top)
            hang(top + 1, end, top)
            first = end

    hang(0, size, size)
    return heads


@given(trees())
def test_oracle_rebuilds(heads: list[int]) -> None:
    """Whoever always asks the oracle gets every head of a tree whose arcs don't cross."""
    last, b0, stack = len(heads), 0, list[int]()
    got = [-1] * last
    while b0 < last or stack:
        action = oracle(heads, 0, stack, b0, last) if stack else SHIFT
        if action == SHIFT:
            stack.append(b0)
            b0 += 1
        else:
            token = stack.pop()
            got[token] = b0 if action == LEFT else stack[-1]
    assert heads == got


def test_offset() -> None:
    """Heads are counted from the sentence's first token, tokens from the text's."""
    assert LEFT == oracle([11, 12], 10, [10], 11, 12)
    assert SHIFT == oracle([12, 10], 10, [10], 11, 12)
