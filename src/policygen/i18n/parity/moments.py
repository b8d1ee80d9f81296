"""Moments: dates and times of day in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.quantity import (
    HOUR,
    MONTH,
    NUMBER,
    TIME,
    Quantity,
    hours_of_day,
    readings,
)

if TYPE_CHECKING:
    from policygen.i18n.parity.grammar import Grammar

_DIGIT: Final = re.compile(r"\d")
_MAY_BE_DATE: Final = re.compile(r"\d[./-]\d")
_MAY_BE_CLOCK: Final = re.compile(r"\d(?:[:.]\d|\s?[hH]\s?\d|\sUhr\s\d)")
_ALL_THE_TIME: Final = "24 hour|24|7 day|7|365 day|1440 time"
_MONTH_FIRST: Final = frozenset({"en", "en-US"})


def dates(text: str, words: Grammar) -> Iterator[Quantity]:
    """Yield the parts of dates: a day, a month, a year. They are apart in “1–15 March”, too."""
    if not _DIGIT.search(text) or not (_MAY_BE_DATE.search(text) or words.may_have_month(text)):
        return
    for pattern in words.dates:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            day, month = _day_and_month(parts, words)
            for kind, part in ((NUMBER, day), (MONTH, month), (NUMBER, parts["year"])):
                if part:
                    yield Quantity(match[0], match.start(), frozenset({(kind, Decimal(part))}))
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)


def _day_and_month(parts: dict[str, str | None], words: Grammar) -> tuple[str | None, str | None]:
    if "one" in parts:
        first, second = parts["one"], parts["two"]
        return (second, first) if words.locale in _MONTH_FIRST else (first, second)
    month = parts["month"] or ""
    if not month.isdecimal():
        match = words.months.fullmatch(month)
        month = str(match.lastindex) if match else ""
    return parts.get("day"), month


def clock_times(text: str, words: Grammar) -> Iterator[Quantity]:
    """Yield times of day with minutes, which may also be hours and minutes."""
    if not _MAY_BE_CLOCK.search(text):
        return
    for match in words.clock.finditer(text):
        hour = int(match["hours"])
        minutes = int(match["colon"] or match["letter"] or match["word"] or match["dot"] or 0)
        meant = hours_of_day(
            hour, morning=bool(match["morning"]), afternoon=bool(match["afternoon"])
        )
        found = {(TIME, Decimal(HOUR * each + minutes)) for each in meant}
        if match["letter"] or match["colon"]:
            found.add(("minute", Decimal(HOUR * hour + minutes)))
        yield Quantity(match[0], match.start(), frozenset(found), unit=True)


def around_the_clock(text: str, words: Grammar) -> Iterator[Quantity]:
    """Yield “around the clock”, which each language says in many ways, and numerals that count
    nothing."""
    for match in words.always.finditer(text):
        meant = readings(_ALL_THE_TIME) if match["always"] else frozenset()
        yield Quantity(match[0], match.start(), meant, firm=False)
