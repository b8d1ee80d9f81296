"""Digits: what a number in digits is worth in a locale, and what it would be worth in another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

DIGITS: Final = r"\d+(?:[ \xa0\u202f]\d{3}(?!\d)|[.,'’]\d+)*"
"""A number in digits with whatever separators."""
_SPACES: Final = " \xa0\u202f"
_KNOWN: Final = {
    "en": (".", ","),
    "es": (",", "." + _SPACES),
    "fr": (",", _SPACES),
    "de": (",", "." + _SPACES),
}
"""Decimal mark and marks between thousands; spaces wherever ISO 80000-1 is in use."""
_ANYWHERE: Final = ((".", ",'’" + _SPACES), (",", ".'’" + _SPACES))


@dataclass(frozen=True, slots=True)
class Value:
    """A number in digits. here: what it is worth to readers of the locale, None where it is not
    written as they write numbers. elsewhere: what it is worth to others."""

    here: Decimal | None
    elsewhere: frozenset[Decimal]


@cache
def separators(locale: str) -> tuple[str, str]:
    """Return the decimal mark of a locale, and every mark that may stand between thousands."""
    if locale in _KNOWN:
        return _KNOWN[locale]
    from babel.core import Locale  # noqa: PLC0415 - the usual languages do without

    symbols = Locale.parse(locale, sep="-").number_symbols.get("latn", {})
    group = str(symbols.get("group", ","))
    groups = group if group not in "’'" else "’'"
    return str(symbols.get("decimal", ".")), groups + (_SPACES if group in ".\xa0\u202f" else "")


@cache
def _pattern(decimal: str, groups: str) -> re.Pattern[str]:
    mark = f"[{re.escape(groups)}]"
    whole = rf"\d{{1,3}}(?P<mark>{mark})\d{{3}}(?:(?P=mark)\d{{3}})*|\d+"
    return re.compile(rf"({whole})(?:{re.escape(decimal)}(\d+))?")


def _worth(number: str, decimal: str, groups: str) -> Decimal | None:
    match = _pattern(decimal, groups).fullmatch(number)
    if match is None:
        return None
    whole = "".join(filter(str.isdecimal, match[1]))
    return Decimal(f"{whole}.{match[3] or 0}").normalize()


def value(number: str, locale: str) -> Value:
    """Return what a number in digits is worth. locale: a BCP 47 tag."""
    if number.isdecimal():
        return Value(Decimal(number).normalize(), frozenset())
    here = _worth(number, *separators(locale))
    others = {_worth(number, *marks) for marks in _ANYWHERE} - {here}
    return Value(here, frozenset(other for other in others if other is not None))
