"""Strategies that build facts of time and targets."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from policygen.model.facts import (
    Basis,
    Calendar,
    Commitment,
    Comparator,
    CountFrom,
    Deadline,
    Duration,
    Event,
    Interval,
    Population,
    Relation,
    Target,
    Timing,
    Unit,
    Unless,
    Whichever,
    Window,
)
from policygen.model.facts.events import ENDING, FORESEEN, STARTING_LATER
from policygen.model.facts.week import DayRange

SHORT_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.RING})
WHOLE_UNITS = frozenset({Unit.RING, Unit.MONTH, Unit.YEAR})
WORKING = ((Calendar.WORKING, Unit.HOUR), (Calendar.WORKING, Unit.DAY), (Calendar.BANK, Unit.DAY))
COUNTED = (*((Calendar.CALENDAR, unit) for unit in Unit), *WORKING)
REGIONS = (None, "ES", "ES-CT", "GB-ENG", "US")


@st.composite
def durations(draw: DrawFn, *, ranges: bool = True, whole: bool = False) -> Duration:
    """Draw any duration; without ranges and tolerances unless `ranges`."""
    calendar, unit = draw(st.sampled_from(COUNTED))
    places = 0 if whole or unit in WHOLE_UNITS else draw(st.integers(0, 2))
    low = draw(st.decimals(Decimal(1), Decimal(900), places=places))
    high = draw(st.none() | st.decimals(low + 1, Decimal(1000), places=places)) if ranges else None
    working = calendar is not Calendar.CALENDAR
    tolerance = None
    if ranges and high is None and low > 1 and draw(st.booleans()):
        tolerance = Duration(low=Decimal(1), unit=unit, calendar=calendar)
        working = False
    return Duration(
        low=low,
        high=high,
        unit=unit,
        calendar=calendar,
        week=draw(st.none() | st.builds(DayRange, st.integers(0, 2), st.integers(3, 6)))
        if working
        else None,
        region=draw(st.sampled_from(REGIONS)) if working else None,
        tolerance=tolerance,
    )


@st.composite
def intervals(draw: DrawFn) -> Interval:
    """Draw any interval: every so much time, or several times in one unit."""
    if draw(st.booleans()):
        period = draw(st.sampled_from([Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR]))
        every = Duration(low=Decimal(1), unit=period)
        return Interval(every=every, times=draw(st.integers(2, 999)))
    every = draw(durations().filter(lambda d: d.unit is not Unit.RING and d.tolerance is None))
    return Interval(every=every)


def comparators(duration: Duration) -> SearchStrategy[Comparator]:
    """Return a strategy of the comparators that a duration can have."""
    if duration.tolerance is not None:
        return st.sampled_from([Comparator.EXACTLY, Comparator.ABOUT])
    unfit = Comparator.BETWEEN if duration.high is None else Comparator.EXACTLY
    return st.sampled_from([comparator for comparator in Comparator if comparator is not unfit])


@st.composite
def deadlines(draw: DrawFn) -> Deadline:
    """Draw any deadline: a bounded duration, a timing or a time of day, with its conditions."""
    kind = draw(st.sampled_from(["duration", "timing", "by"]))
    unless = draw(st.none() | st.sampled_from(Unless))
    clock = st.builds(time, st.integers(0, 23), st.integers(0, 59))
    if kind == "by":
        return Deadline(by=draw(clock), unless=unless)
    if kind == "timing":
        return draw(timings(unless, clock))
    duration = draw(durations())
    comparator = draw(comparators(duration))
    stated: dict[str, Any] = draw(st.just({}) | events(duration, comparator))
    if duration.unit not in SHORT_UNITS:
        stated["by"] = draw(st.none() | clock)
    return Deadline(duration=duration, comparator=comparator, unless=unless, **stated)


@st.composite
def timings(draw: DrawFn, unless: Unless | None, clock: SearchStrategy[time]) -> Deadline:
    """Draw a deadline that is no number."""
    timing = draw(st.sampled_from(Timing))
    has_event = timing in (Timing.IMMEDIATELY, Timing.PROMPTLY, Timing.NEXT_WORKING_DAY)
    is_day = timing in (Timing.SAME_WORKING_DAY, Timing.NEXT_WORKING_DAY)
    return Deadline(
        timing=timing,
        event=draw(st.none() | st.sampled_from(Event)) if has_event else None,
        by=draw(st.none() | clock) if is_day else None,
        unless=unless,
    )


@st.composite
def events(draw: DrawFn, duration: Duration, comparator: Comparator) -> dict[str, Any]:
    """Draw from which events a duration is counted, and how."""
    if comparator is not Comparator.AFTER and draw(st.booleans()):
        return {
            "event": draw(st.sampled_from(sorted(FORESEEN, key=str))),
            "relation": Relation.BEFORE,
        }
    event = draw(st.sampled_from(Event))
    later = comparator is Comparator.WITHIN and draw(st.booleans())
    others = sorted((STARTING_LATER if later else ENDING) - {event}, key=str)
    other = draw(st.none() | st.sampled_from(others))
    days = duration.unit not in SHORT_UNITS
    starts = (
        list(CountFrom) if duration.calendar is Calendar.CALENDAR else [CountFrom.NEXT_WORKING_DAY]
    )
    return {
        "event": event,
        "or_event": other,
        "whichever": Whichever.LATER if later and other else Whichever.FIRST,
        "count_from": draw(st.none() | st.sampled_from(starts)) if days else None,
    }


@st.composite
def windows(draw: DrawFn) -> Window:
    """Draw any window: with one end, or with both."""
    deadline = draw(deadlines().filter(lambda d: d.relation is Relation.AFTER))
    if deadline.duration is None or deadline.comparator in (
        Comparator.WITHIN,
        Comparator.LESS_THAN,
    ):
        open_end = (Timing.CONTINUOUSLY, Timing.BY_PRIORITY, Timing.BY_COMPLEXITY)
        if deadline.timing not in open_end:
            return Window(closes=deadline)
    if deadline.comparator in (Comparator.AFTER, Comparator.AT_LEAST, Comparator.MORE_THAN):
        return Window(opens=deadline)
    low, event = draw(st.integers(1, 50)), draw(st.sampled_from(Event))
    unit = draw(st.sampled_from(Unit))
    opens = Duration(low=Decimal(low), unit=unit)
    closes = Duration(low=Decimal(low + draw(st.integers(1, 50))), unit=unit)
    return Window(
        opens=Deadline(duration=opens, comparator=Comparator.AFTER, event=event),
        closes=Deadline(duration=closes, event=event),
    )


def numbers(most: int) -> SearchStrategy[Decimal]:
    """Return a strategy of numbers above zero and up to `most`."""
    return st.decimals(Decimal("0.01"), Decimal(most), places=2)


@st.composite
def targets(draw: DrawFn) -> Target:
    """Draw any target: a percentage, a score, a time, or shares within times."""
    basis = draw(st.none() | st.sampled_from(Basis))
    kind = draw(st.sampled_from(["percent", "score", "time", "share", "bands"]))
    signs = st.sampled_from(
        [Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.WITHIN, Comparator.LESS_THAN]
    )
    if kind == "percent":
        return Target(comparator=draw(signs), percent=draw(numbers(100)), basis=basis)
    if kind == "score":
        most = draw(st.none() | st.integers(10, 100))
        score, out_of = draw(numbers(10)), None if most is None else Decimal(most)
        return Target(comparator=draw(signs), score=score, out_of=out_of, basis=basis)
    if kind == "time":
        deadline = draw(deadlines())
        return Target(comparator=deadline.comparator, deadline=deadline, basis=basis)
    if kind == "share":
        return Target(
            comparator=draw(signs),
            percent=draw(numbers(100)),
            population=draw(st.none() | st.sampled_from(Population)),
            deadline=draw(deadlines().filter(lambda d: d.duration is not None)),
            basis=basis,
        )
    return draw(banded(basis))


@st.composite
def banded(draw: DrawFn, basis: Basis | None) -> Target:
    """Draw a target of two or three rising shares within longer and longer times."""
    size = draw(st.integers(2, 3))
    shares = sorted(draw(st.sets(st.integers(1, 100), min_size=size, max_size=size)))
    times = sorted(draw(st.sets(st.integers(1, 90), min_size=size, max_size=size)))
    unit = draw(st.sampled_from(Unit))
    first, *more = (
        Target(
            comparator=Comparator.AT_LEAST,
            percent=Decimal(share),
            deadline=Deadline(duration=Duration(low=Decimal(amount), unit=unit)),
        )
        for share, amount in zip(shares, times, strict=True)
    )
    return Target(
        comparator=first.comparator,
        percent=first.percent,
        deadline=first.deadline,
        population=draw(st.none() | st.sampled_from(Population)),
        bands=tuple(more),
        basis=basis,
    )


def qualifiers() -> SearchStrategy[dict[str, Any]]:
    """Return a strategy of what every fact can say besides its value."""
    return st.fixed_dictionaries(
        {
            "commitment": st.none() | st.sampled_from(Commitment),
            "since": st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
            "until": st.none() | st.dates(date(2100, 1, 1), date(2200, 1, 1)),
        }
    )
