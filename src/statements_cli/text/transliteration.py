"""Write words of other scripts in Latin letters: the one module that imports anyascii."""

from __future__ import annotations


def in_latin(text: str) -> str:
    """Return ``text`` in ASCII letters: "Путин" as "Putin", "毛宁" as "MaoNing".

    Each letter is replaced by itself, after Unicode's and the languages' own tables, so that a name that was taken
    over into another script by its sound comes back only nearly as it was ("Трамп" as "Tramp").
    """
    if text.isascii():
        return text
    from anyascii import anyascii

    return str(anyascii(text))
