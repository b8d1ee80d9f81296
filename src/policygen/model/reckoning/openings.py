"""Openings: when opening hours are open, and how time passes within them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from policygen.model.facts import Hours
from policygen.model.facts.week import DAY, TimeSpan
from policygen.model.reckoning.calendars import LONGEST, WorkCalendar

TimesOn = Callable[[date], tuple[TimeSpan, ...]]
"""The opening times of a day."""

_ALL_DAY: Final = (TimeSpan(0, DAY),)
_LONGEST_CLOSURE: Final = 400
"""Days in a row after which a place counts as closed for good: more than a year."""


def opening_times(hours: Hours, calendar: WorkCalendar) -> TimesOn:
    """Return the opening times of every day.

    An exception goes before a public holiday, that before a season of one year, and that before
    one of every year. Where the source does not say, public holidays are closed unless the hours
    are round the clock.
    """
    exceptions = sorted(hours.exceptions, key=lambda special: special.day.year is None)
    seasons = sorted(hours.seasons, key=lambda season: season.yearly)

    def times_on(day: date) -> tuple[TimeSpan, ...]:
        for special in exceptions:
            if special.day.falls_on(day):
                return special.times
        if calendar.is_holiday(day):
            if hours.holidays is None and not hours.usual.always:
                return ()
            if hours.holidays is not None and not hours.holidays.as_usual:
                return hours.holidays.times
        week = next((season.week for season in seasons if season.covers(day)), hours.usual)
        return week.times_on(day.weekday())

    return times_on


def working_days(calendar: WorkCalendar) -> TimesOn:
    """Return the whole of every working day."""
    return lambda day: _ALL_DAY if calendar.is_working(day) else ()


def after_open_time(start: datetime, amount: timedelta, times_on: TimesOn) -> datetime | None:
    """Return when an amount of opening time has passed since a moment; None when it never does.

    The result is in the time zone of `start`, in whose local time the opening times are.
    """
    for opens, closes in _openings(start, times_on):
        here = max(opens, start, key=absolute)
        available = absolute(closes) - absolute(here)
        if available >= amount:
            return later(here, amount)
        amount -= max(available, timedelta())
    return None


def later(moment: datetime, amount: timedelta) -> datetime:
    """Return a moment some elapsed time later, across changes of the clock."""
    return (
        (absolute(moment) + amount).astimezone(moment.tzinfo) if moment.tzinfo else moment + amount
    )


def absolute(moment: datetime) -> datetime:
    """Return a moment on a clock that never changes, so that differences are elapsed time."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _openings(start: datetime, times_on: TimesOn) -> Iterator[tuple[datetime, datetime]]:
    """Yield the openings from the night before a moment on, until they cease."""
    closed = 0
    for offset in range(-1, LONGEST):
        day = start.date() + timedelta(days=offset)
        times = times_on(day)
        closed = 0 if times else closed + 1
        if closed > _LONGEST_CLOSURE:
            return
        for span in times:
            yield _moment(day, span.start, start), _moment(day, span.end, start)


def _moment(day: date, minutes: int, like: datetime) -> datetime:
    days, minute = divmod(minutes, DAY)
    clock = time(minute // 60, minute % 60, tzinfo=like.tzinfo)
    return datetime.combine(day + timedelta(days=days), clock)
