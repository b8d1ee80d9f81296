"""Comparing and adding: which of two facts is the stricter, and what they come to together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Final, overload

from policygen.model.facts import (
    Amount,
    Calendar,
    Comparator,
    Deadline,
    Duration,
    Relation,
    Unit,
)
from policygen.model.reckoning.moments import due
from policygen.model.reckoning.spans import Assumptions, Step, deadline_of

_LOWER: Final = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AFTER})
_STRICT: Final = {Comparator.LESS_THAN: -1, Comparator.MORE_THAN: 1}
# Units that are multiples of each other on every calendar, the smallest first.
_SCALES: Final[tuple[Mapping[Unit, int], ...]] = (
    {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600},
    {Unit.DAY: 1, Unit.WEEK: 7},
    {Unit.MONTH: 1, Unit.YEAR: 12},
)


def compare(a: Step | Amount, b: Step | Amount, assumptions: Assumptions) -> int | None:
    """Return -1, 0 or 1 where the first comes earlier than the second (or is less), at the same
    time, or later, whenever things start; None where that cannot be said: rings against days, a
    working week against seven days across a holiday, sums in two currencies."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _compare_amounts(a, b)
    if isinstance(a, Amount) or isinstance(b, Amount):
        return None
    first, second = deadline_of(a), deadline_of(b)
    if not _same_kind(first, second):
        return None
    order = _compare_numbers(first, second)
    if order is None:
        order = _compare_moments(first, second, assumptions)
    if order != 0:
        return order
    # “Less than 2 h” ends before “within 2 h” does.
    strictness = _STRICT.get(first.comparator, 0) - _STRICT.get(second.comparator, 0)
    return _sign(strictness)


def within(a: Step | Amount, b: Step | Amount, assumptions: Assumptions) -> bool:
    """Whether the first is at least as strict as the second: whoever keeps it keeps the other."""
    return compare(a, b, assumptions) in (-1, 0)


@overload
def add(a: Duration, b: Duration) -> Duration | None: ...
@overload
def add(a: Amount, b: Amount) -> Amount | None: ...
def add(a: Duration | Amount, b: Duration | Amount) -> Duration | Amount | None:
    """Return two durations, or two amounts, together; None where that is not one value: hours and
    working days, days and months, sums in two currencies, bounds and limits."""
    if isinstance(a, Duration) and isinstance(b, Duration):
        return _add_durations(a, b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _add_amounts(a, b)
    return None


def _same_kind(first: Deadline, second: Deadline) -> bool:
    """Whether two deadlines bound the same side of a time that runs from the same event."""
    events = {first.event, second.event} - {None}
    return (
        (first.comparator in _LOWER) is (second.comparator in _LOWER)
        and first.relation is second.relation
        and len(events) <= 1
        and (first.or_event, first.whichever) == (second.or_event, second.whichever)
    )


def _compare_numbers(first: Deadline, second: Deadline) -> int | None:
    """Compare times of one scale by their numbers alone, which holds in every calendar."""
    one, other = first.duration, second.duration
    if one is None or other is None or first.by or second.by:
        return None
    scale = _common_scale(one, other)
    if scale is None or first.count_from is not second.count_from:
        return None
    if one.tolerance != other.tolerance:
        return None
    sign = -1 if first.relation is Relation.BEFORE else 1
    return sign * _sign(_longest(one) * scale[one.unit] - _longest(other) * scale[other.unit])


def _compare_moments(first: Deadline, second: Deadline, assumptions: Assumptions) -> int | None:
    """Compare times by the moments at which they end, whenever in the year they start."""
    orders: set[int] = set()
    for start in assumptions.starts():
        one = due(start, first, assumptions.calendar, assumptions.hours)
        other = due(start, second, assumptions.calendar, assumptions.hours)
        if one is None or other is None:
            return None
        orders.add((one > other) - (one < other))
        if {-1, 1} <= orders:
            return None
    return next(iter(orders - {0}), 0)


def _compare_amounts(a: Amount, b: Amount) -> int | None:
    alike = ("currency", "base", "per", "per_item", "comparator", "floor", "cap")
    if any(getattr(a, name) != getattr(b, name) for name in alike):
        return None
    return _sign(_share(a) - _share(b))


def _share(amount: Amount) -> Fraction:
    """Return the largest number of an amount; of a share, in percentage points."""
    if amount.parts is not None:
        return Fraction(amount.value) * 100 / amount.parts
    return Fraction(amount.high or amount.value)


def _common_scale(one: Duration, other: Duration) -> Mapping[Unit, int] | None:
    """Return by how much the units of two durations differ; None where that depends on when."""
    if (one.calendar, one.week, one.region) != (other.calendar, other.week, other.region):
        return None
    if one.unit is other.unit:
        return {one.unit: 1}
    for scale in _SCALES if one.calendar is Calendar.CALENDAR else ():
        if one.unit in scale and other.unit in scale:
            return scale
    return None


def _add_durations(a: Duration, b: Duration) -> Duration | None:
    scale = _common_scale(a, b)
    if scale is None:
        return None
    unit = min(a.unit, b.unit, key=lambda unit: scale[unit])
    ends = [
        end(a) * scale[a.unit] + end(b) * scale[b.unit] for end in (attrgetter("low"), _longest)
    ]
    low, high = (end / scale[unit] for end in ends)
    tolerance: Duration | None = a.tolerance or b.tolerance
    if a.tolerance and b.tolerance:
        tolerance = _add_durations(a.tolerance, b.tolerance)
        if tolerance is None:
            return None
    return Duration(
        low=low,
        high=high if high > low else None,
        unit=unit,
        calendar=a.calendar,
        week=a.week,
        region=a.region,
        tolerance=tolerance,
    )


def _add_amounts(a: Amount, b: Amount) -> Amount | None:
    plain = all(
        amount.parts is None and amount.comparator is None and amount.floor is amount.cap is None
        for amount in (a, b)
    )
    alike = ("currency", "base", "per", "per_item")
    if not plain or any(getattr(a, name) != getattr(b, name) for name in alike):
        return None
    low, high = a.value + b.value, (a.high or a.value) + (b.high or b.value)
    return Amount(
        value=low,
        high=high if high > low else None,
        currency=a.currency,
        base=a.base,
        per=a.per,
        per_item=a.per_item,
    )


def _longest(duration: Duration) -> Decimal:
    return duration.high or duration.low


def _sign(number: Decimal | Fraction | int) -> int:
    return (number > 0) - (number < 0)
