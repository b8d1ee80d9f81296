"""Durations: how long, counted how, by whose working days."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final, Self

from policygen.errors import nearest, tell
from policygen.model.facts.base import NUMBER, Fact, FactError, Fields, plain
from policygen.model.facts.region import check_region
from policygen.model.facts.unreadable import HINT, unreadable
from policygen.model.facts.week import DayRange, parse_days


class Unit(Enum):
    """What a duration counts. Rings are telephone rings."""

    SECOND = "s"
    MINUTE = "min"
    HOUR = "h"
    RING = "rings"
    DAY = "days"
    WEEK = "weeks"
    MONTH = "months"
    YEAR = "years"


class Calendar(Enum):
    """Which days and hours count: all, those at which the company works, or banks' business
    days."""

    CALENDAR = ""
    WORKING = "working"
    BANK = "bank"


UNIT_WORDS: Final = {
    word: unit
    for unit, words in {
        Unit.SECOND: "s sec secs second seconds",
        Unit.MINUTE: "min mins minute minutes",
        Unit.HOUR: "h hr hrs hour hours",
        Unit.RING: "ring rings",
        Unit.DAY: "d day days",
        Unit.WEEK: "week weeks",
        Unit.MONTH: "month months",
        Unit.YEAR: "year years",
    }.items()
    for word in words.split()
}
_CALENDARS: Final = {
    "calendar": Calendar.CALENDAR,
    "working": Calendar.WORKING,
    "business": Calendar.WORKING,
    "bank": Calendar.BANK,
}
_COUNTED_BY: Final = {
    Calendar.CALENDAR: frozenset(Unit),
    Calendar.WORKING: frozenset({Unit.HOUR, Unit.DAY}),
    Calendar.BANK: frozenset({Unit.DAY}),
}
_WHOLE_ONLY: Final = {
    Unit.RING: tell("count whole rings"),
    Unit.MONTH: tell("write weeks or days, which everybody counts alike"),
    Unit.YEAR: tell("write months, such as `18 months`"),
}
_SECONDS: Final = {
    Unit.SECOND: 1,
    Unit.MINUTE: 60,
    Unit.HOUR: 3600,
    Unit.DAY: 86_400,
    Unit.WEEK: 604_800,
}
_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}

_AMOUNT: Final = rf"(?P<low>{NUMBER})(?:\s*[-–]\s*(?P<high>{NUMBER}))?"
_RANGE: Final = re.compile(_AMOUNT)
_DURATION: Final = re.compile(rf"{_AMOUNT}\s*(?P<counted>[^\W\d][^()]*)")
_TOLERANCE: Final = re.compile(r"\s*(?:±|\+/-|\+-)\s*")
_WEEK: Final = re.compile(r"[A-Za-z]{3,9}[-–][A-Za-z]{3,9}")
_REGION: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Fact):
    """An amount of time, or a range of it.

    low: the amount, or the lower end of a range; high: its upper end, or None. unit: what is
    counted; calendar: which days, or hours. week: which weekdays are working days; region: whose
    public holidays are none (ISO 3166, `ES` or `ES-CT`); None for the company's own. tolerance:
    how much more or less it may be.
    """

    low: Decimal
    high: Decimal | None = None
    unit: Unit
    calendar: Calendar = Calendar.CALENDAR
    week: DayRange | None = None
    region: str | None = None
    tolerance: Self | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `30 s`, `2 working days`, `2-3 days`, `5 Mon-Sat working days`,
        `10 ES-CT working days`, `2 h ± 15 min`."""
        main, *tolerances = _TOLERANCE.split(words)
        if len(tolerances) > 1:
            raise FactError(
                tell("“{words}” has two tolerances", words=words),
                tell("write one, as in `2 h ± 15 min`"),
            )
        duration = cls._simple(main)
        for tolerance in tolerances:
            duration = replace(duration, tolerance=cls._simple(tolerance))
        _check(duration, words)
        return duration

    @classmethod
    def _simple(cls, words: str) -> Self:
        match = _DURATION.fullmatch(words)
        if match is None:
            raise unreadable(words)
        *counted, unit = match["counted"].split()
        low, high = _ends(match)
        duration = cls(low=low, high=high, unit=_unit(unit, words))
        for word in counted:
            duration = duration._counted_by(word, words)
        return duration

    def _counted_by(self, word: str, words: str) -> Self:
        if word.lower() in _CALENDARS:
            return replace(self, calendar=_CALENDARS[word.lower()])
        if _REGION.fullmatch(word):
            return replace(self, region=check_region(word))
        if _WEEK.fullmatch(word):
            return replace(self, week=parse_days(word))
        raise FactError(
            tell(
                "“{word}” in “{words}” says nothing about a length of time", word=word, words=words
            ),
            nearest(word, _CALENDARS) if word.islower() else HINT,
        )

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        parts = (
            plain(self.low) if self.high is None else f"{plain(self.low)}-{plain(self.high)}",
            str(self.week) if self.week else "",
            self.region or "",
            self.calendar.value,
            self._unit_form(),
            f"± {self.tolerance.form()}" if self.tolerance else "",
        )
        return " ".join(part for part in parts if part)

    def _unit_form(self) -> str:
        one = self.low == 1 and self.high is None and len(self.unit.value) > 1
        return self.unit.value.removesuffix("s") if one else self.unit.value

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the duration of a full form: `amount`, `unit`, `calendar`, `week`, `region`,
        `tolerance`."""
        low, high = fields.read("amount", read_range) or (None, None)
        unit = fields.choice("unit", UNIT_WORDS)
        if low is None or unit is None:
            raise FactError(
                tell("this length of time does not say how much of which unit"),
                tell("write `amount: 2` and `unit: days`"),
            )
        duration = cls(
            low=low,
            high=high,
            unit=unit,
            calendar=fields.choice("calendar", _CALENDARS) or Calendar.CALENDAR,
            week=fields.read("week", parse_days),
            region=fields.read("region", check_region),
            tolerance=fields.part("tolerance", cls),
        )
        _check(duration, duration.form())
        return duration

    def longest(self) -> Decimal:
        """Return the amount, or the upper end of a range."""
        return self.high or self.low


def read_range(words: str) -> tuple[Decimal, Decimal | None]:
    """Return the number, or both ends of the range, that a text states; FactError."""
    match = _RANGE.fullmatch(words)
    if match is None:
        raise unreadable(words)
    return _ends(match)


def length(duration: Duration) -> tuple[object, Decimal]:
    """Return a scale and the duration's longest time on it; times on one scale can be compared."""
    if duration.calendar is Calendar.CALENDAR:
        if duration.unit in _SECONDS:
            return "s", duration.longest() * _SECONDS[duration.unit]
        if duration.unit in _MONTHS:
            return "months", duration.longest() * _MONTHS[duration.unit]
    return (duration.unit, duration.calendar, duration.week, duration.region), duration.longest()


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    return Decimal(match["low"]), Decimal(match["high"]) if match["high"] else None


def _unit(word: str, words: str) -> Unit:
    if word.lower() in UNIT_WORDS:
        return UNIT_WORDS[word.lower()]
    if word.lower() == "m":
        number = words[: -len(word)].strip()
        raise FactError(
            tell("“{words}” could be minutes or months", words=words),
            tell("write `{number} min` or `{number} months`", number=number),
        )
    raise FactError(
        tell("“{word}” is not a unit of time", word=word),
        tell(
            "use s, min, h, rings, days, working days, working h, bank days, weeks, months or years"
        ),
    )


def _check(duration: Duration, words: str) -> None:
    """Raise FactError for a time that cannot pass, or is not counted like that."""
    amounts = [amount for amount in (duration.low, duration.high) if amount is not None]
    if duration.low <= 0 or (duration.high is not None and duration.high <= duration.low):
        raise FactError(
            tell("“{words}” is not a length of time that can pass", words=words),
            tell("the number must be above zero, and a range must rise, as in `2-3 days`"),
        )
    if duration.unit in _WHOLE_ONLY and any(amount % 1 for amount in amounts):
        raise FactError(
            tell(
                "“{words}” is not a whole number of {unit}", words=words, unit=duration.unit.value
            ),
            _WHOLE_ONLY[duration.unit],
        )
    if duration.unit not in _COUNTED_BY[duration.calendar]:
        calendar = duration.calendar.value
        message = tell("“{calendar}” goes with days only", calendar=calendar)
        if duration.calendar is Calendar.WORKING:
            message = tell("“{calendar}” goes with hours and days only", calendar=calendar)
        raise FactError(message, tell("write for example `2 {calendar} days`", calendar=calendar))
    if duration.calendar is Calendar.CALENDAR and (duration.week or duration.region):
        raise FactError(
            tell(
                "“{words}” says whose working days count, but not that it counts working days",
                words=words,
            ),
            tell(
                "write for example `2 {whose} working days`", whose=duration.week or duration.region
            ),
        )
    if duration.tolerance is not None:
        _check_tolerance(duration, duration.tolerance, words)


def _check_tolerance(duration: Duration, tolerance: Duration, words: str) -> None:
    if duration.high is not None or tolerance.high is not None or tolerance.tolerance is not None:
        raise FactError(
            tell("“{words}” is a range with a tolerance", words=words),
            tell("write one: `2-3 h`, or `2 h ± 15 min`"),
        )
    (scale, time), (tolerance_scale, more) = length(duration), length(tolerance)
    if scale != tolerance_scale or more >= time:
        raise FactError(
            tell("the tolerance in “{words}” does not fit the time", words=words),
            tell("give a shorter time of the same kind, as in `2 h ± 15 min`"),
        )
