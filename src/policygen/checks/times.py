"""Comparing times quickly: by rough bounds first, day by day through a year only when in doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from policygen.model.clause import Blank
from policygen.model.facts import Calendar, Comparator, Deadline, Duration, Interval, Unit
from policygen.model.facts.conditions import Timing
from policygen.model.reckoning import compare

if TYPE_CHECKING:
    from policygen.model.reckoning import Assumptions, Step

_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR
_BOUNDS: Final = {
    Unit.SECOND: (1, 1),
    Unit.MINUTE: (60, 60),
    Unit.HOUR: (_HOUR, _HOUR),
    Unit.DAY: (_DAY, _DAY),
    Unit.WEEK: (7 * _DAY, 7 * _DAY),
    Unit.MONTH: (28 * _DAY, 31 * _DAY),
    Unit.YEAR: (365 * _DAY, 366 * _DAY),
}
"""Unit -> how many seconds it has at least and at most. Rings are no measure of time."""
_TIMINGS: Final = {
    Timing.IMMEDIATELY: (0, 0),
    Timing.SAME_WORKING_DAY: (0, 5 * _DAY),
    Timing.NEXT_WORKING_DAY: (0, 6 * _DAY),
}
_OPEN: Final = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AFTER})
_CLOSED_DAYS: Final = 4
"""More days in a row than offices are usually closed for."""


def order(a: Step | Blank | None, b: Step | Blank | None, assumptions: Assumptions) -> int | None:
    """Return -1, 0 or 1 where the first time ends earlier than the second, at the same time, or
    later; None where that cannot be said, also because one of them is not stated."""
    if a is None or b is None or isinstance(a, Blank) or isinstance(b, Blank):
        return None
    return _order(a, b, assumptions)


@lru_cache(maxsize=1024)
def _order(a: Step, b: Step, assumptions: Assumptions) -> int | None:
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return None
    if one[1] < other[0]:
        return -1
    if one[0] > other[1]:
        return 1
    return compare(_counted_alike(a), _counted_alike(b), assumptions)


def bounds(step: Step) -> tuple[float, float] | None:
    """Return how many seconds a time lasts at least and at most, roughly; None for what is no
    upper limit or has no length, such as “by priority” or rings."""
    if isinstance(step, Interval):
        low, high = bounds(step.every) or (0, 0)
        return (low / step.times, high / step.times) if high else None
    if isinstance(step, Duration):
        return _length(step)
    if step.timing is not None:
        return _TIMINGS.get(step.timing)
    return None if step.duration is None or step.comparator in _OPEN else _length(step.duration)


def _length(duration: Duration) -> tuple[float, float] | None:
    if duration.unit not in _BOUNDS:
        return None
    least, most = _BOUNDS[duration.unit]
    longest = float(duration.high or duration.low)
    low, high = longest * least, longest * most
    if duration.calendar is not Calendar.CALENDAR:
        # Working hours last at least as long as hours; a working day may end when it begins.
        least_of_all = low if duration.unit is Unit.HOUR else max(low - _DAY, 0)
        return least_of_all, high * _CLOSED_DAYS + _CLOSED_DAYS * _DAY
    return low, high


def _counted_alike(step: Step) -> Step:
    """Return a time without its event, so that times from receipt and from no event compare."""
    if isinstance(step, Deadline) and step.duration is not None and step.or_event is None:
        return Deadline(duration=step.duration, comparator=step.comparator)
    return step
