"""Moments: until when a deadline is kept."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Final

from policygen.model.facts import (
    Calendar,
    CountFrom,
    Deadline,
    Duration,
    Hours,
    Relation,
    Timing,
    Unit,
    Whichever,
)
from policygen.model.reckoning.calendars import LONGEST, WorkCalendar, add_months
from policygen.model.reckoning.openings import (
    after_open_time,
    later,
    opening_times,
    working_days,
)

END_OF_DAY: Final = time(23, 59, 59)
"""The last moment of a day; nothing here is finer than a second."""

_SECONDS: Final = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}


def due(
    start: datetime, deadline: Deadline, calendar: WorkCalendar, hours: Hours | None = None
) -> datetime | None:
    """Return the last moment at which a deadline is kept; for a time that must have passed first
    (`at least 3 days`), the moment at which it has.

    start: when the event happens from which, or before which, the time runs; an aware moment is
    counted in elapsed time and in its own local days. hours: opening hours within which seconds,
    minutes and hours run; None where they always do. Days, weeks and months run to the end of
    the last day, and the day of the event does not count. Returns None for what has no such
    moment: rings, times that depend on priority or on another event, more than a century.
    """
    try:
        return _due(start, deadline, calendar, hours)
    except (OverflowError, ValueError):
        # Beyond the years that the calendar knows.
        return None


def _due(
    start: datetime, deadline: Deadline, calendar: WorkCalendar, hours: Hours | None
) -> datetime | None:
    if deadline.whichever is Whichever.LATER:
        return None
    if deadline.timing is not None:
        return _due_at(start, deadline, calendar)
    if deadline.duration is None:
        return _at(start, start.date(), deadline.by)
    duration = deadline.duration
    moment = _after(start, duration, deadline, calendar, hours)
    if moment is None or duration.tolerance is None:
        return moment
    within = Deadline(duration=duration.tolerance)
    return _after(moment, duration.tolerance, within, calendar, hours)


def _due_at(start: datetime, deadline: Deadline, calendar: WorkCalendar) -> datetime | None:
    match deadline.timing:
        case Timing.IMMEDIATELY | Timing.CONTINUOUSLY:
            return start
        case Timing.SAME_WORKING_DAY:
            return _at(start, calendar.first_from(start.date()), deadline.by)
        case Timing.NEXT_WORKING_DAY:
            return _at(start, calendar.counted(start.date(), 1), deadline.by)
        case _:
            return None


def _after(
    start: datetime,
    duration: Duration,
    deadline: Deadline,
    calendar: WorkCalendar,
    hours: Hours | None,
) -> datetime | None:
    amount = duration.high or duration.low
    sign = -1 if deadline.relation is Relation.BEFORE else 1
    if duration.unit in _SECONDS:
        elapsed = timedelta(seconds=float(amount * _SECONDS[duration.unit]))
        return _after_time(start, sign * elapsed, duration, calendar, hours)
    if duration.unit is Unit.RING or amount > LONGEST:
        return None
    first = _counted_from(start.date(), deadline.count_from, calendar)
    return _at(start, _after_days(first, sign * ceil(amount), duration, calendar), deadline.by)


def _after_time(
    start: datetime,
    elapsed: timedelta,
    duration: Duration,
    calendar: WorkCalendar,
    hours: Hours | None,
) -> datetime | None:
    """Return the moment at which time has passed on the clock, or within working or open hours."""
    if abs(elapsed) > timedelta(days=LONGEST):
        return None
    counts_work = duration.calendar is not Calendar.CALENDAR
    if elapsed < timedelta() or not (counts_work or hours):
        return later(start, elapsed)
    own = calendar.for_duration(duration)
    return after_open_time(
        start, elapsed, opening_times(hours, own) if hours else working_days(own)
    )


def _after_days(day: date, count: int, duration: Duration, calendar: WorkCalendar) -> date:
    if duration.unit in _MONTHS:
        return add_months(day, count * _MONTHS[duration.unit])
    if duration.calendar is Calendar.CALENDAR:
        return day + timedelta(days=count * _DAYS[duration.unit])
    return calendar.for_duration(duration).counted(day, count)


def _counted_from(day: date, count_from: CountFrom | None, calendar: WorkCalendar) -> date:
    """Return the day before the one that counts as the first."""
    if count_from is not CountFrom.NEXT_WORKING_DAY:
        return day
    return calendar.counted(day, 1) - timedelta(days=1)


def _at(start: datetime, day: date, by: time | None) -> datetime:
    return datetime.combine(day, by or END_OF_DAY, tzinfo=start.tzinfo)
