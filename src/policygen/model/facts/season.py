"""Seasons and exceptions: when other opening hours than the usual ones hold."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple, Self

from policygen.errors import nearest, tell
from policygen.model.facts.base import FactError
from policygen.model.facts.week import TimeSpan, Week, read_times, read_week, times_form

_LEAP_YEAR: Final = 2000
_DATE: Final = r"(?:[0-9]{4}-)?[0-9]{2}-[0-9]{2}|[0-9]{1,2} [A-Za-z]+(?: [0-9]{4})?"
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_MONTH_WORDS: Final = {
    word: number
    for number, name in enumerate(_MONTHS, start=1)
    for word in (name, name[:3], "sept" if name == "september" else name)
}
_MONTH: Final = "|".join(_MONTH_WORDS)
_TO: Final = r"(?:\s+(?:to|until)\s+|\s*[-–]\s*)"
_DATED: Final = re.compile(
    rf"(?:(?P<first>{_DATE})(?:{_TO}(?P<last>{_DATE}))?"
    rf"|(?P<month>{_MONTH})(?:{_TO}(?P<last_month>{_MONTH}))?)"
    r"(?:$|:?\s+(?P<hours>.*))",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(r"(?:(?P<year>[0-9]{4})-)?(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_WORDY: Final = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]+)(?: (?P<year>[0-9]{4}))?")
_DATE_HINT: Final = tell(
    "write month-day, such as `12-24`, `24 Dec` or, for one year, `2026-12-24`"
)


class YearDay(NamedTuple):
    """A day of one year, or of every year where `year` is None."""

    month: int
    day: int
    year: int | None = None

    def __str__(self) -> str:
        year = "" if self.year is None else f"{self.year:04}-"
        return f"{year}{self.month:02}-{self.day:02}"

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `12-24`, `24 Dec` or `2026-12-24`; FactError."""
        if match := _NUMERIC.fullmatch(words):
            month = int(match["month"])
        elif match := _WORDY.fullmatch(words):
            month = _month(match["month"])
        else:
            raise FactError(tell("“{words}” is not a day of the year", words=words), _DATE_HINT)
        year = int(match["year"]) if match["year"] else None
        try:
            date(_LEAP_YEAR if year is None else year, month, int(match["day"]))
        except ValueError as error:
            raise FactError(tell("there is no {words}", words=words), _DATE_HINT) from error
        return cls(month, int(match["day"]), year)

    def falls_on(self, day: date) -> bool:
        """Whether this is that day."""
        return self.in_year(day.year) == (day.year, day.month, day.day)

    def in_year(self, year: int) -> tuple[int, int, int]:
        """Return year, month and day, by which days sort, in a year that this day does not say."""
        return (year if self.year is None else self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Season:
    """Days with a week of their own, first and last included. Without years it comes back every
    year, and may run over New Year."""

    first: YearDay
    last: YearDay
    week: Week

    def __str__(self) -> str:
        return f"{self.first} to {self.last} {self.week}"

    @property
    def yearly(self) -> bool:
        """Whether it comes back every year."""
        return self.first.year is None

    def covers(self, day: date) -> bool:
        """Whether a day is in the season."""
        here = (day.year, day.month, day.day)
        first, last = self.first.in_year(day.year), self.last.in_year(day.year)
        if first > last:
            return here >= first or here <= last
        return first <= here <= last


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day with times of its own; without times it is closed."""

    day: YearDay
    times: tuple[TimeSpan, ...]

    def __str__(self) -> str:
        return f"{self.day} {times_form(self.times)}"


def read_dated(words: str) -> Season | SpecialDay | None:
    """Return what a short form that begins with a date states: `07-01 to 08-31 Mon-Fri
    08:00-15:00`, `Jul-Aug closed`, `12-24 10:00-14:00`; None where no date begins it.

    Raises FactError.
    """
    match = _DATED.fullmatch(words)
    if match is None:
        return None
    if not match["hours"]:
        raise FactError(
            tell("“{words}” does not say from when to when", words=words),
            tell("write for example `{words} closed`", words=words),
        )
    if match["month"]:
        first, last = _month(match["month"]), _month(match["last_month"] or match["month"])
        end = YearDay(last, monthrange(_LEAP_YEAR, last)[1])
        return season(YearDay(first, 1), end, match["hours"])
    if match["last"]:
        return season(YearDay.read(match["first"]), YearDay.read(match["last"]), match["hours"])
    return SpecialDay(YearDay.read(match["first"]), read_times(match["hours"]))


def season(first: YearDay, last: YearDay, hours: str) -> Season:
    """Return a season with the week of a short form; FactError."""
    if (first.year is None) != (last.year is None):
        raise FactError(
            tell("“{first} to {last}” has a year at one end only", first=first, last=last),
            tell("write the year at both, or at none"),
        )
    if first == last:
        raise FactError(
            tell("“{first} to {last}” is one day", first=first, last=last),
            tell("write it alone, as in `{first} closed`", first=first),
        )
    if first.year is not None and last.in_year(0) < first.in_year(0):
        raise FactError(
            tell("“{first} to {last}” ends before it begins", first=first, last=last),
            tell("write the earlier day first"),
        )
    return Season(first, last, read_week(hours, bare_times=True))


def check_calendar(seasons: tuple[Season, ...], exceptions: tuple[SpecialDay, ...]) -> None:
    """Raise FactError for seasons of one kind that overlap, and for a day that comes twice."""
    for one, other in combinations(seasons, 2):
        if one.yearly == other.yearly and _overlap(one, other):
            raise FactError(
                tell(
                    "the seasons “{first} to {last}” and “{other_first} to {other_last}” overlap",
                    first=one.first,
                    last=one.last,
                    other_first=other.first,
                    other_last=other.last,
                ),
                tell("let one end on the day before the other begins"),
            )
    days = [exception.day for exception in exceptions]
    for day in days:
        if days.count(day) > 1:
            raise FactError(
                tell("{day} comes twice", day=day),
                tell("give all its times once, separated by commas"),
            )


def _overlap(one: Season, other: Season) -> bool:
    """Whether two seasons share a day: then one of them covers the other's first day."""
    return one.covers(_date(other.first)) or other.covers(_date(one.first))


def _date(day: YearDay) -> date:
    return date(*day.in_year(_LEAP_YEAR))


def _month(name: str) -> int:
    if name.lower() not in _MONTH_WORDS:
        raise FactError(
            tell("“{name}” is not a month", name=name),
            nearest(name.capitalize(), [month.capitalize() for month in _MONTHS]),
        )
    return _MONTH_WORDS[name.lower()]
