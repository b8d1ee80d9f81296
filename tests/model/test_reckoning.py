"""Reckoning: dates, comparisons and sums as one would work them out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.model import facts
from policygen.model.facts import Calendar, Deadline, Duration, Hours, Interval, Unit
from policygen.model.facts.week import parse_days
from policygen.model.reckoning import (
    Assumptions,
    Step,
    WorkCalendar,
    add,
    compare,
    due,
    span,
    within,
    worst_case,
)
from tests.model.cases import cases

ENGLAND = WorkCalendar(region="GB-ENG")
ASSUMED = Assumptions(ENGLAND, 2026)
MADRID = ZoneInfo("Europe/Madrid")
SIGNS = {"<": -1, "=": 0, ">": 1, "?": None}


def fact(words: str) -> Any:
    kind, _, form = words.partition(" ")
    return getattr(facts, kind).parse(form)


def calendar(words: str) -> WorkCalendar:
    week, _, region = words.partition(" ")
    return WorkCalendar(parse_days(week), region)


@pytest.mark.parametrize(("days", "start", "deadline", "end"), cases("due.txt", refused=False))
def test_due(days: str, start: str, deadline: str, end: str) -> None:
    moment = due(datetime.fromisoformat(start), Deadline.parse(deadline), calendar(days))
    assert str(moment or "-") == end


@pytest.mark.parametrize(("hours", "start", "deadline", "end"), cases("open.txt", refused=False))
def test_due_within_opening_hours(hours: str, start: str, deadline: str, end: str) -> None:
    moment = due(
        datetime.fromisoformat(start), Deadline.parse(deadline), ENGLAND, Hours.parse(hours)
    )
    assert str(moment or "-") == end


@pytest.mark.parametrize(
    ("start", "deadline", "end"),
    [
        # Clocks go back from 03:00 to 02:00 on 25 October 2026, and on from 02:00 to 03:00 on
        # 28 March 2027.
        ("2026-10-24 23:00", "within 6 h", "2026-10-25 04:00:00+01:00"),
        ("2027-03-27 23:00", "within 6 h", "2027-03-28 06:00:00+02:00"),
        ("2026-10-24 23:00", "within 1 day", "2026-10-25 23:59:59+01:00"),
        ("2027-03-27 23:00", "within 2 days", "2027-03-29 23:59:59+02:00"),
        ("2027-03-28 12:00", "at least 12 h before appointment", "2027-03-27 23:00:00+01:00"),
    ],
)
def test_elapsed_time_counts_when_clocks_change(start: str, deadline: str, end: str) -> None:
    local = datetime.fromisoformat(start).replace(tzinfo=MADRID)
    assert str(due(local, Deadline.parse(deadline), ENGLAND)) == end


def test_opening_hours_are_local_when_clocks_change() -> None:
    start = datetime(2026, 10, 24, 12, tzinfo=MADRID)
    moment = due(start, Deadline.parse("within 8 h"), ENGLAND, Hours.parse("Sun 00:00-12:00"))
    # The night has an hour more, so eight hours have passed by 07:00.
    assert str(moment) == "2026-10-25 07:00:00+01:00"


def test_days_off_of_the_company_are_no_working_days() -> None:
    own = WorkCalendar(region="GB-ENG", extra_closed=frozenset({date(2026, 5, 26)}))
    moment = due(
        datetime.fromisoformat("2026-05-22 09:00"), Deadline.parse("within 1 working day"), own
    )
    assert moment is not None
    assert moment.date() == date(2026, 5, 27)


@pytest.mark.parametrize(("one", "other", "sign"), cases("compare.txt", refused=False))
def test_compare(one: str, other: str, sign: str) -> None:
    first, second = fact(one), fact(other)
    expected = SIGNS[sign]
    assert compare(first, second, ASSUMED) == expected
    assert compare(second, first, ASSUMED) == (None if expected is None else -expected)
    assert within(first, second, ASSUMED) is (expected in (-1, 0))


@pytest.mark.parametrize(("one", "other", "total"), cases("add.txt", refused=False))
def test_add(one: str, other: str, total: str) -> None:
    found = add(fact(one), fact(other))
    assert str("-" if found is None else found) == total
    assert add(fact(other), fact(one)) == found


def test_worst_case_of_working_days_is_across_the_longest_holidays() -> None:
    # From Thursday 24 December 2026, 00:00: the 25th is a holiday, the 28th one instead of the
    # Saturday; the second working day is Wednesday the 30th.
    longest = worst_case([Deadline.parse("within 2 working days")], ASSUMED)
    assert longest == timedelta(days=6, hours=23, minutes=59, seconds=59)


def test_worst_case_of_steps_within_opening_hours() -> None:
    assumed = Assumptions(WorkCalendar(), 2026, Hours.parse("Mon-Fri 09:00-17:00"))
    steps: list[Step] = [Interval.parse("every 30 min"), Deadline.parse("within 2 h")]
    # A message that comes when the office closes on Friday is answered on Monday at 11:30.
    assert worst_case(steps, assumed) == timedelta(days=2, hours=18, minutes=30)
    assert span(steps, assumed) == (
        timedelta(hours=2, minutes=30),
        timedelta(days=2, hours=18, minutes=30),
    )


def test_months_have_a_shortest_and_a_longest_span() -> None:
    shortest, longest = span([Duration.parse("1 month")], ASSUMED) or (None, None)
    assert shortest == timedelta(days=28)
    assert longest == timedelta(days=31, hours=23, minutes=59, seconds=59)


def test_what_cannot_be_reckoned_has_no_worst_case() -> None:
    assert worst_case([Deadline.parse("by priority")], ASSUMED) is None
    assert worst_case([Duration.parse("3 rings")], ASSUMED) is None


STARTS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31"))
COUNTED = st.sampled_from(
    [
        (Unit.MINUTE, Calendar.CALENDAR),
        (Unit.HOUR, Calendar.CALENDAR),
        (Unit.HOUR, Calendar.WORKING),
        (Unit.DAY, Calendar.CALENDAR),
        (Unit.DAY, Calendar.WORKING),
        (Unit.DAY, Calendar.BANK),
        (Unit.WEEK, Calendar.CALENDAR),
        (Unit.MONTH, Calendar.CALENDAR),
        (Unit.YEAR, Calendar.CALENDAR),
    ]
)
HOURS = st.none() | st.sampled_from(
    [
        Hours.parse(words)
        for words in ("24/7", "Mon-Fri 09:00-13:00, 15:00-18:00; 12-25 closed", "Fri 22:00-24:00")
    ]
)


def amount(number: int, unit: Unit, counting: Calendar) -> Deadline:
    return Deadline(duration=Duration(low=Decimal(number), unit=unit, calendar=counting))


@given(
    st.tuples(STARTS, st.sampled_from([None, UTC, MADRID])),
    COUNTED,
    st.lists(st.integers(1, 60), min_size=2, max_size=2),
    HOURS,
)
def test_more_time_is_never_due_earlier(
    local: tuple[datetime, ZoneInfo | None],
    counted: tuple[Unit, Calendar],
    numbers: list[int],
    hours: Hours | None,
) -> None:
    start = local[0].replace(tzinfo=local[1])
    sooner, later = (
        due(start, amount(number, *counted), ENGLAND, hours) for number in sorted(numbers)
    )
    assert sooner is not None
    assert later is not None
    assert start <= sooner <= later


@given(STARTS, STARTS, COUNTED, st.integers(1, 50), HOURS)
def test_what_starts_later_is_never_due_earlier(
    one: datetime,
    other: datetime,
    counted: tuple[Unit, Calendar],
    number: int,
    hours: Hours | None,
) -> None:
    first, second = sorted((one, other))
    deadline = amount(number, *counted)
    sooner, later = (due(start, deadline, ENGLAND, hours) for start in (first, second))
    assert sooner is not None
    assert later is not None
    assert sooner <= later


@given(COUNTED, st.lists(st.integers(1, 30), min_size=3, max_size=3))
def test_adding_the_same_keeps_the_order(
    counted: tuple[Unit, Calendar], numbers: list[int]
) -> None:
    unit, counting = counted
    one, other, more = (
        Duration(low=Decimal(number), unit=unit, calendar=counting) for number in numbers
    )
    first, second = add(one, more), add(other, more)
    assert first is not None
    assert second is not None
    assert compare(first, second, ASSUMED) == compare(one, other, ASSUMED)
