"""Spans: how long steps take at least and at most, whenever they start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from policygen.model.facts import Deadline, Duration, Hours, Interval
from policygen.model.facts.week import DAY
from policygen.model.reckoning.calendars import WorkCalendar
from policygen.model.reckoning.moments import END_OF_DAY, due
from policygen.model.reckoning.openings import opening_times

Step = Deadline | Duration | Interval
"""Something that takes time; an interval takes as long as one of its turns."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Under which circumstances times are compared.

    calendar: whose working days count. year: in which year things start. hours: opening hours
    within which seconds, minutes and hours run; None where they always do.
    """

    calendar: WorkCalendar
    year: int
    hours: Hours | None = None

    def starts(self) -> Iterator[datetime]:
        """Yield the moments of the year, in local time, at which a time can be at its longest or
        shortest: the ends of days and of opening times, and noon."""
        times_on = opening_times(self.hours, self.calendar) if self.hours else None
        day = date(self.year, 1, 1)
        while day.year == self.year:
            spans = times_on(day) if times_on else ()
            edges = {edge % DAY for span in spans for edge in span}
            clocks = {time(edge // 60, edge % 60) for edge in edges}
            for clock in sorted(clocks | {time(0), time(12), END_OF_DAY}):
                yield datetime.combine(day, clock)
            day += timedelta(days=1)


def deadline_of(step: Step) -> Deadline:
    """Return the deadline that a step is."""
    match step:
        case Deadline():
            return step
        case Duration():
            return Deadline(duration=step)
        case Interval():
            return Deadline(duration=step.every)


def span(steps: Iterable[Step], assumptions: Assumptions) -> tuple[timedelta, timedelta] | None:
    """Return how long steps, one after the other, each taken at its limit, last at least and at
    most, whenever in the year the first starts; None when that cannot be said."""
    deadlines = [deadline_of(step) for step in steps]
    found: list[timedelta] = []
    for start in assumptions.starts():
        end = start
        for deadline in deadlines:
            moment = due(end, deadline, assumptions.calendar, assumptions.hours)
            if moment is None:
                return None
            end = moment
        found.append(end - start)
    return min(found), max(found)


def worst_case(steps: Iterable[Step], assumptions: Assumptions) -> timedelta | None:
    """Return how long steps, one after the other, last at most: across weekends, public holidays
    and closed hours; None when that cannot be said."""
    found = span(steps, assumptions)
    return None if found is None else found[1]
