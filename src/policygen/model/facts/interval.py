"""Intervals: how often something happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Self

from policygen.errors import tell
from policygen.model.facts.base import Fact, FactError, Fields, read_part
from policygen.model.facts.duration import Calendar, Duration, Unit

_HINT: Final = tell(
    "write for example `every 30 min`, `daily`, `weekly`, `every working day` or `twice a year`"
)


def _period(number: int, unit: Unit) -> Duration:
    return Duration(low=Decimal(number), unit=unit)


_ADVERBS: Final = {
    "hourly": _period(1, Unit.HOUR),
    "daily": _period(1, Unit.DAY),
    "weekly": _period(1, Unit.WEEK),
    "fortnightly": _period(2, Unit.WEEK),
    "monthly": _period(1, Unit.MONTH),
    "quarterly": _period(3, Unit.MONTH),
    "half-yearly": _period(6, Unit.MONTH),
    "yearly": _period(1, Unit.YEAR),
    "annually": _period(1, Unit.YEAR),
}
_TIMES: Final = {"once": 1, "twice": 2}
_OFTEN: Final = re.compile(
    r"(?P<times>once|twice|[0-9]{1,3}(?: times?)?)\s+(?:an?|per)\s+(?P<period>\D.*)", re.IGNORECASE
)
_EVERY: Final = re.compile(r"every\s+(?P<period>.+)", re.IGNORECASE)
_PERIODS: Final = frozenset(
    {
        (Unit.HOUR, Calendar.CALENDAR),
        (Unit.DAY, Calendar.CALENDAR),
        (Unit.DAY, Calendar.WORKING),
        (Unit.WEEK, Calendar.CALENDAR),
        (Unit.MONTH, Calendar.CALENDAR),
        (Unit.YEAR, Calendar.CALENDAR),
    }
)
"""What something can happen several times in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Fact):
    """How often: `times` in each `every`, which is one unit where `times` is more than one."""

    every: Duration
    times: int = 1

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `every 30 min`, `30 min`, `weekly`, `every working day`, `twice a year`,
        `3 per day`."""
        if adverb := _ADVERBS.get(words.lower()):
            return cls(every=adverb)
        if match := _OFTEN.fullmatch(words):
            stated = match["times"].lower()
            interval = cls(
                every=_read_period(match["period"], words),
                times=_TIMES.get(stated) or int(stated.split()[0]),
            )
        else:
            match = _EVERY.fullmatch(words)
            interval = cls(every=_read_period(match["period"] if match else words, words))
        _check(interval, words)
        return interval

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        every = self.every.form().removeprefix("1 ")
        return f"every {every}" if self.times == 1 else f"{self.times} times per {every}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the interval of a full form: `every` (a duration), `times`."""
        every = fields.get("every", _period_of)
        times = fields.read("times", _read_times)
        if every is None:
            raise FactError(tell("this does not say how often"), _HINT)
        interval = cls(every=every, times=times or 1)
        _check(interval, interval.form())
        return interval


def _read_period(words: str, stated: str) -> Duration:
    """Return `30 min`, or one of the unit that stands alone: `working day`."""
    try:
        return Duration.read(words)
    except FactError as error:
        try:
            return Duration.read(f"1 {words}")
        except FactError:
            if words[:1].isdigit():
                raise error from None
            raise FactError(
                tell("“{stated}” does not say how often", stated=stated), _HINT
            ) from None


def _period_of(value: Any) -> Duration:
    return read_part(Duration, value) if isinstance(value, Mapping) else _read_period(value, value)


def _read_times(words: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", words):
        raise FactError(
            tell("“{words}” is not a number of times", words=words),
            tell("write a whole number, such as `2`"),
        )
    return int(words)


def _check(interval: Interval, words: str) -> None:
    every = interval.every
    if every.unit is Unit.RING or every.tolerance is not None:
        raise FactError(tell("“{words}” does not say how often", words=words), _HINT)
    if interval.times < 1:
        raise FactError(
            tell("“{words}” never happens", words=words),
            tell("the number of times must be 1 or more"),
        )
    one = every.low == 1 and every.high is None and not every.week and not every.region
    if interval.times > 1 and not (one and (every.unit, every.calendar) in _PERIODS):
        raise FactError(
            tell("“{words}” counts times in a period that has no name", words=words),
            tell(
                "count times in an hour, day, working day, week, month or year, as in `twice a "
                "year`, or write how much time is between, as in `every 5 days`"
            ),
        )
