"""Comparators: how a value bounds."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class Comparator(Enum):
    """How an amount bounds: `<` is not `<=`, and a document must not blur the two.

    AFTER: not before that much time has passed.
    """

    WITHIN = "within"
    LESS_THAN = "<"
    AT_LEAST = ">="
    MORE_THAN = ">"
    ABOUT = "about"
    BETWEEN = "between"
    EXACTLY = "exactly"
    AFTER = "after"


_WORDS: Final = {
    "within": Comparator.WITHIN,
    "<=": Comparator.WITHIN,
    "≤": Comparator.WITHIN,
    "up to": Comparator.WITHIN,
    "at most": Comparator.WITHIN,
    "no more than": Comparator.WITHIN,
    "no later than": Comparator.WITHIN,
    "less than": Comparator.LESS_THAN,
    "in less than": Comparator.LESS_THAN,
    "under": Comparator.LESS_THAN,
    "<": Comparator.LESS_THAN,
    "at least": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "more than": Comparator.MORE_THAN,
    "over": Comparator.MORE_THAN,
    ">": Comparator.MORE_THAN,
    "about": Comparator.ABOUT,
    "~": Comparator.ABOUT,
    "between": Comparator.BETWEEN,
    "exactly": Comparator.EXACTLY,
    "=": Comparator.EXACTLY,
    "after": Comparator.AFTER,
    "not before": Comparator.AFTER,
    "no earlier than": Comparator.AFTER,
}
_COMPARATOR: Final = re.compile(
    "|".join(
        re.escape(word) + (r"(?=\s)" if word[-1].isalpha() else "")
        for word in sorted(_WORDS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)


def split_comparator(words: str) -> tuple[Comparator | None, str]:
    """Return the comparator that words begin with, None where there is none, and the rest."""
    match = _COMPARATOR.match(words)
    if match is None:
        return None, words
    return _WORDS[match.group().lower()], words[match.end() :].strip()
