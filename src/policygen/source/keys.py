"""What a key may look like, and what a key that may not was probably meant to be."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from policygen.errors import Words, tell

KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
"""Keys are ids: anchors, bookmarks, catalogs and dotted paths are made of them."""

_LETTERS: Final = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o"})
_SHOWN: Final = 40


def legal_spelling(key: str) -> str:
    """Return the nearest key that is allowed, or "" when nothing of the key is left."""
    plain = unicodedata.normalize("NFKD", key.translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[^A-Za-z0-9_-]+", "_", letters).strip("_-")
    if words[:1].isdigit():
        words = f"n{words}"
    return words[:_SHOWN] if KEY.fullmatch(words) else ""


def shown(text: str) -> str:
    """Return words of the user fit for a message: printable, on one line, not too long."""
    line = " ".join(text.split())
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def key_hint(key: str) -> Words:
    """Return what to write instead of a key that is not allowed."""
    name, colon, value = key.partition(":")
    if colon and value and KEY.fullmatch(name):
        return tell("put a space after the colon: `{name}: {shown}`", name=name, shown=shown(value))
    rule = tell("a key starts with a letter and has only letters a to z, digits, `_` and `-`")
    spelling = legal_spelling(key)
    return tell("{rule}: write `{spelling}`", rule=rule, spelling=spelling) if spelling else rule
