"""Quantity: a number, time, date or sum of a text, with all that it may mean.

A quantity has readings, each a kind and a value: “2 hours” is 2 of kind `hour`; the French “17 h”
is an hour of the day or a length of time. A number without a unit is of kind `number` and goes
with every kind, because units may stand elsewhere in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

Reading = tuple[str, Decimal]

NUMBER: Final = "number"
TIME: Final = "time"
"""Minutes since midnight."""
MONTH: Final = "month of the year"
DOLLARS: Final = "$"
"""A sum in one of the currencies with this sign; others have their ISO 4217 code for a kind."""
PERCENT: Final = "percent"
UNITS: Final = frozenset(
    {"second", "minute", "hour", "workhour", "day", "workday", "week", "month", "year"}
)
NOON: Final = 12
HOURS: Final = 24
HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    words: as it is written; start: where. readings: what it may mean. firm: whether a translation
    has to have it; what is not firm (“first”, “half”, “a week”) may only stand for something.
    digits: the number in it, where it is written in digits. unit: whether a unit, a currency or a
    percent sign belongs to it. elsewhere: what its digits mean to readers of other languages.
    """

    words: str
    start: int
    readings: frozenset[Reading]
    firm: bool = True
    digits: str = ""
    unit: bool = False
    elsewhere: frozenset[Decimal] = frozenset()

    @property
    def values(self) -> frozenset[Decimal]:
        """The bare numbers of the readings."""
        return frozenset(number for _, number in self.readings)


@cache
def readings(words: str) -> frozenset[Reading]:
    """Return the readings that a lexicon states: “30 minute|0.5 hour”, “2”."""
    parts = (reading.split() for reading in words.split("|"))
    return frozenset((part[1] if part[1:] else NUMBER, Decimal(part[0])) for part in parts)


def hours_of_day(hour: int, *, morning: bool, afternoon: bool) -> frozenset[int]:
    """Return which hours of the day, from 0 to 24, are meant by one that may be counted to 12."""
    if afternoon and hour <= NOON:
        # “12 de la noche” is midnight, “12 p.m.” noon.
        return frozenset({hour + NOON}) if hour < NOON else frozenset({0, NOON, HOURS})
    if morning and hour == NOON:
        return frozenset({0, HOURS})
    return frozenset({hour})
