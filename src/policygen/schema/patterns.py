"""Patterns for values: what is certainly wrong does not match, and whatever the program accepts
does. They mean the same in Python and in an editor's JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from policygen.model.facts import (
    Amount,
    Cost,
    Deadline,
    Duration,
    Fact,
    Hours,
    Interval,
    Target,
    Window,
)
from policygen.model.facts.base import NUMBER
from policygen.model.facts.duration import UNIT_WORDS


def _any_case(word: str) -> str:
    """Return a pattern of a word in capitals or not; JavaScript has no way to say so for a part."""
    return "".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word)


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_any_case, longest_first))})"


# ------------------------------------------------------------------- short forms of facts

_RANGE: Final = rf"{NUMBER}(?:\s*[-–]\s*{NUMBER})?"
_CALENDAR: Final = _one_of(("calendar", "working", "business", "bank"))
_WHOSE: Final = r"[A-Za-z]{3,9}[-–][A-Za-z]{3,9}|[A-Z]{2}(?:-[A-Z0-9]{1,3})?"
_TIME: Final = rf"{_RANGE}\s*(?:(?:{_CALENDAR}|{_WHOSE})\s+)*{_one_of(UNIT_WORDS)}(?![A-Za-z0-9])"
_BEFORE: Final = r"^[^0-9(]*"
"""What can stand before the first number: a comparator, a word."""
_NO_NUMBER: Final = rf"{_BEFORE}(?:\(|$)"
_BY_CLOCK: Final = rf"{_BEFORE}{_any_case('by')}\s+[0-9]"
_OFTEN: Final = rf"[0-9]{{1,3}}(?:\s+[A-Za-z]+)?\s+{_one_of(('a', 'an', 'per'))}\s"
_DEADLINE: Final = f"{_NO_NUMBER}|{_BY_CLOCK}|{_BEFORE}{_TIME}"

SHORT_FORMS: Final[Mapping[type[Fact], str]] = MappingProxyType(
    {
        Amount: rf"{_BEFORE}(?:[0-9]+/[0-9]+|{_RANGE}\s*(?:%|[A-Z]{{3}}))",
        Cost: rf"{_NO_NUMBER}|{_BEFORE}{_RANGE}\s*[A-Z]{{3}}",
        Deadline: _DEADLINE,
        Duration: rf"^\s*{_TIME}",
        Hours: rf"24/7|[0-9]:[0-9]{{2}}|{_one_of(('closed', 'open', 'as usual'))}",
        Interval: f"{_NO_NUMBER}|{_BEFORE}(?:{_TIME}|{_OFTEN})",
        Target: rf"{_DEADLINE}|{_BEFORE}{_RANGE}\s*(?:%|points?|out\s+of)",
        Window: _DEADLINE,
    }
)
"""Of each kind of fact, how the short form begins, or what is in it."""

# --------------------------------------------------------------------------- other values

WORDS: Final = r"[^ \t\r\n]"
"""A text that says something."""
DATE: Final = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
VERSION: Final = (
    r"^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)"
    r"(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$"
)
PHONE: Final = "[+\N{FULLWIDTH PLUS SIGN}]"
EMAIL: Final = r'^[^@\s<>"]+@[^@\s<>"]+\.[^@\s.<>"]+$'
URL: Final = r'^https://[^\s<>"]+$'
COLOUR: Final = r"^#[0-9A-Fa-f]{6}$"
LANGUAGE: Final = r"^[A-Za-z]{2,3}(?![A-Za-z])"
LOCALE: Final = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]+)?$"
REGION: Final = r"^[A-Z]{2}(?:-.+)?$"
ZONE: Final = r"^UTC$|^[A-Za-z].*/"
BOOLEAN: Final = f"^{_one_of(('yes', 'no', 'true', 'false'))}$"
