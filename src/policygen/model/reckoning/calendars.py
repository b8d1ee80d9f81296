"""Calendars: which days are working days, and how they are counted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final, Self

from policygen.model.facts import Calendar, Duration
from policygen.model.facts.week import DayRange

LONGEST: Final = 36_525
"""Days beyond which nothing is reckoned: a century."""

_MONDAY_TO_FRIDAY: Final = DayRange(0, 4)
_ONE_DAY: Final = timedelta(days=1)
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Whose working days count.

    week: the working days of a week. region: ISO 3166 code of the country or subdivision whose
    public holidays are none, "" for no holidays. extra_closed: further days off. banks: whether
    days on which only banks are closed are none, either.
    """

    week: DayRange = _MONDAY_TO_FRIDAY
    region: str = ""
    extra_closed: frozenset[date] = frozenset()
    banks: bool = False

    def is_holiday(self, day: date) -> bool:
        """Whether a day is a public holiday, or a bank holiday in a calendar of banks."""
        return bool(self.region) and day in _holidays(self.region, banks=self.banks)

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day."""
        return (
            self.week.covers(day.weekday())
            and day not in self.extra_closed
            and not self.is_holiday(day)
        )

    def counted(self, day: date, count: int) -> date:
        """Return the `count`-th working day after a day; before it where `count` is negative.

        Raises OverflowError when there is none within a century.
        """
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        left = abs(count)
        for _ in range(LONGEST):
            if not left:
                return day
            day += step
            left -= self.is_working(day)
        raise OverflowError(f"no {count} working days within a century")

    def first_from(self, day: date) -> date:
        """Return the day itself, or else the first working day after it; OverflowError."""
        return self.counted(day - _ONE_DAY, 1)

    def for_duration(self, duration: Duration) -> Self:
        """Return the calendar by which a duration counts its working or bank days."""
        own = replace(
            self,
            week=duration.week or self.week,
            region=duration.region or self.region,
        )
        if duration.calendar is not Calendar.BANK:
            return own
        return replace(own, week=duration.week or _MONDAY_TO_FRIDAY, banks=True)


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@cache
def _holidays(region: str, *, banks: bool) -> Container[date]:
    # Only policies whose deadlines are reckoned need the calendars of the world.
    import holidays  # noqa: PLC0415

    country, _, subdivision = region.partition("-")
    public = holidays.country_holidays(country, subdiv=subdivision or None)
    if not banks or holidays.BANK not in public.supported_categories:
        return public
    return holidays.country_holidays(
        country, subdiv=subdivision or None, categories=(holidays.PUBLIC, holidays.BANK)
    )
