"""Strategies that build facts of hours, money and cost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from policygen.model.facts import (
    Amount,
    Base,
    Comparator,
    Cost,
    Duration,
    Fact,
    Hours,
    PerItem,
    Tariff,
)
from policygen.model.facts.amount_rules import FRACTIONS
from policygen.model.facts.public_holidays import Holidays
from policygen.model.facts.season import Season, SpecialDay, YearDay
from policygen.model.facts.week import DAY, DayRange, OpeningPeriod, TimeSpan, Week

ZONES = ("", "UTC", "Europe/Madrid", "America/Argentina/Buenos_Aires")


@st.composite
def times(draw: DrawFn) -> tuple[TimeSpan, ...]:
    """Draw up to three times of a day, in order and apart; the last may end next day at 04:00."""
    edges = sorted(draw(st.sets(st.integers(4 * 60, DAY + 4 * 60), max_size=6)))
    spans = [TimeSpan(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    return tuple(span for span in spans if span.start < DAY)


@st.composite
def periods(draw: DrawFn) -> tuple[OpeningPeriod, ...]:
    """Draw one to three periods of different days."""
    edges = sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=6)))
    ranges = [DayRange(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    ranges = ranges or [DayRange(edges[0], edges[0])]
    cut = draw(st.integers(1, len(ranges)))
    groups = [group for group in (tuple(ranges[:cut]), tuple(ranges[cut:])) if group]
    return tuple(OpeningPeriod(group, draw(times())) for group in groups)


def weeks() -> SearchStrategy[Week]:
    """Return a strategy of weeks: round the clock, closed, or open at times."""
    return st.just(Week(always=True)) | st.just(Week()) | st.builds(Week, periods())


@st.composite
def year_days(draw: DrawFn, year: int | None) -> YearDay:
    """Draw a day of a year, or of every year."""
    day = draw(st.dates(date(year or 2000, 1, 1), date(year or 2000, 12, 31)))
    return YearDay(day.month, day.day, year)


@st.composite
def seasons(draw: DrawFn, year: int | None) -> tuple[Season, ...]:
    """Draw up to two seasons apart from each other."""
    days = sorted(draw(st.sets(year_days(year), max_size=4)))
    pairs = zip(days[::2], days[1::2], strict=False)
    return tuple(Season(first, last, draw(weeks())) for first, last in pairs)


@st.composite
def hours(draw: DrawFn) -> Hours:
    """Draw hours with everything they can have."""
    special = draw(st.sets(year_days(None) | year_days(2026), max_size=3))
    return Hours(
        usual=draw(weeks()),
        zone=draw(st.sampled_from(ZONES)),
        holidays=draw(st.none() | st.just(Holidays(as_usual=True)) | st.builds(Holidays, times())),
        seasons=draw(seasons(None)) + draw(seasons(2026)),
        exceptions=tuple(SpecialDay(day, draw(times())) for day in sorted(special, key=str)),
        until_notice=draw(st.booleans()),
    )


def sums(digits: int) -> SearchStrategy[Decimal]:
    """Return a strategy of sums with so many decimals."""
    return st.integers(1, 9_999_999).map(lambda units: Decimal(units).scaleb(-digits))


@st.composite
def simple_amounts(draw: DrawFn, *, bounded: bool = True) -> Amount:
    """Draw money, percentages and fractions without limits."""
    currency, digits = draw(st.sampled_from([("EUR", 2), ("JPY", 0), ("KWD", 3), ("", 1)]))
    base = None if currency else draw(st.sampled_from(Base))
    per = draw(st.sampled_from([None, "1 days", "12 h", "1 min", "1 working days", "1 months"]))
    item = draw(st.none() | st.sampled_from(PerItem)) if per is None else None
    comparator = draw(st.none() | st.sampled_from(BOUNDS)) if bounded else None
    fraction = draw(st.sampled_from([None, *sorted(FRACTIONS)])) if base else None
    value = Decimal(fraction[0]) if fraction else draw(sums(digits)) % 900 + 1
    ranged = comparator is None and fraction is None and draw(st.booleans())
    return Amount(
        value=value,
        high=value + 1 if ranged else None,
        currency=currency,
        parts=fraction[1] if fraction else None,
        comparator=comparator,
        base=base,
        per=None if per is None else Duration.read(per),
        per_item=item,
    )


BOUNDS = (
    Comparator.WITHIN,
    Comparator.LESS_THAN,
    Comparator.AT_LEAST,
    Comparator.MORE_THAN,
    Comparator.ABOUT,
)


@st.composite
def amounts(draw: DrawFn) -> Amount:
    """Draw any amount that can be stated."""
    amount = draw(simple_amounts())
    if amount.currency and amount.per is None and amount.per_item is None:
        return amount
    low, high = sorted(draw(st.tuples(sums(2), sums(2))))
    limits = {"floor": low, "cap": high + 1}
    chosen = draw(st.sets(st.sampled_from(sorted(limits))))
    return Amount(
        value=amount.value,
        high=amount.high,
        currency=amount.currency,
        parts=amount.parts,
        comparator=amount.comparator,
        base=amount.base,
        per=amount.per,
        per_item=amount.per_item,
        floor=Amount(value=low, currency="EUR") if "floor" in chosen else None,
        cap=Amount(value=high + 1, currency="EUR") if "cap" in chosen else None,
    )


@st.composite
def costs(draw: DrawFn, *, mobile: bool = True) -> Cost:
    """Draw any cost that can be stated."""
    tariff = draw(st.none() | st.sampled_from(Tariff))
    priced = tariff is None or (
        tariff not in (Tariff.FREE, Tariff.NO_SURCHARGE) and draw(st.booleans())
    )
    price = draw(amounts().filter(lambda amount: bool(amount.currency))) if priced else None
    return Cost(
        tariff=tariff,
        price=price,
        mobile=draw(st.none() | costs(mobile=False)) if mobile else None,
    )


def mappings(keys: Iterable[str], words: SearchStrategy[str]) -> SearchStrategy[dict[str, object]]:
    """Return a strategy of mappings of known and unknown keys to words, lists and mappings."""
    values = st.recursive(
        words | st.text(max_size=8) | st.none(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
        max_leaves=4,
    )
    return st.dictionaries(st.sampled_from(sorted(keys)) | st.text(max_size=4), values, max_size=4)


@st.composite
def mutilated(draw: DrawFn, facts: SearchStrategy[Fact]) -> str:
    """Draw the short form of a fact with a piece missing, and perhaps another in its place."""
    text = str(draw(facts))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 6)))
    return text[:start] + draw(st.text(max_size=3) | st.sampled_from(PIECES)) + text[end:]


PIECES = (" ", ",", ";", "-", "0", "24:00", "1.000", " per day", "Mon", " closed", " of price", "€")
