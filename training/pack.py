"""Learned weights in; the bytes of a model file out: pruned, made small integers, laid into a hash table."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np

from statements_cli.text.tagging.linear import KEY_BITS


def pack(weights: Any, transitions: Any, *, rows: int, scale: int, chained: bool) -> bytes:
    """A model file with the ``rows`` largest rows, a weight of 1 standing for ``1 / scale``.

    The table has the next power of two of slots that is at least 1.25 times the rows.
    """
    width = weights.shape[1]
    size = np.abs(weights).max(axis=1)
    size[0] = 0  # feature number 0 is no feature
    kept = np.argsort(-size, kind="stable")[:rows]
    kept = np.sort(kept[size[kept] * scale >= 1])
    slots = 1 << max(4, int(np.ceil(np.log2(max(1, len(kept)) * 1.25))))
    keys = np.zeros(slots, np.uint16)
    table = np.zeros((slots, width), np.int8)
    small = np.clip(np.rint(weights[kept] * scale), -127, 127).astype(np.int8)
    # larger rows first, so that what is looked up most lies nearest to its slot
    for index in np.argsort(-size[kept], kind="stable"):
        key = int(kept[index])
        slot, check = key & (slots - 1), (key >> 8) or 1
        while keys[slot]:
            slot = (slot + 1) & (slots - 1)
        keys[slot], table[slot] = check, small[index]
    header = struct.pack("4i", width, scale, slots, int(chained))
    matrix = np.rint(transitions * scale).astype(np.int32).tobytes() if chained else b""
    assert weights.shape[0] <= 1 << KEY_BITS
    return header + matrix + keys.tobytes() + table.tobytes()
