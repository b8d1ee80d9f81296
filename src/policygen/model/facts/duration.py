"""Durations and deadlines: how long, counted how, from when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final, Self

from policygen.model.facts.base import NUMBER, Fact, FactError, plain


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
    """Which days count: every day, the company's working days, or banks' business days."""

    CALENDAR = ""
    WORKING = "working"
    BANK = "bank"


class Comparator(Enum):
    """How an amount bounds: `<` is not `<=`, and a document must not blur the two."""

    WITHIN = "within"
    LESS_THAN = "<"
    AT_LEAST = ">="
    MORE_THAN = ">"
    ABOUT = "about"
    BETWEEN = "between"


class Event(Enum):
    """From what a deadline runs."""

    RECEIPT = "receipt"
    SENDING = "sending"
    ACKNOWLEDGEMENT = "acknowledgement"
    ARRIVAL = "arrival"
    ESCALATION = "escalation"
    CLOSURE = "closure"
    BREACH = "breach"
    REPLY = "reply"
    FINAL_REPLY = "final reply"
    HANDOVER = "handover"


class Timing(Enum):
    """A time that is no number, stated as such."""

    IMMEDIATELY = "immediately"
    CONTINUOUSLY = "continuously"
    BY_PRIORITY = "by priority"
    BY_COMPLEXITY = "by complexity"
    SAME_WORKING_DAY = "same working day"
    NEXT_WORKING_DAY = "next working day"


_UNIT_WORDS: Final = {
    word: unit
    for unit, words in {
        Unit.SECOND: "s sec second seconds",
        Unit.MINUTE: "min minute minutes",
        Unit.HOUR: "h hour hours",
        Unit.RING: "ring rings",
        Unit.DAY: "d day days",
        Unit.WEEK: "week weeks",
        Unit.MONTH: "month months",
        Unit.YEAR: "year years",
    }.items()
    for word in words.split()
}
_COMPARATOR_WORDS: Final = {
    "within": Comparator.WITHIN,
    "<=": Comparator.WITHIN,
    "≤": Comparator.WITHIN,
    "up to": Comparator.WITHIN,
    "less than": Comparator.LESS_THAN,
    "under": Comparator.LESS_THAN,
    "<": Comparator.LESS_THAN,
    "at least": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "more than": Comparator.MORE_THAN,
    "over": Comparator.MORE_THAN,
    ">": Comparator.MORE_THAN,
    "about": Comparator.ABOUT,
    "~": Comparator.ABOUT,
    "between": Comparator.BETWEEN,
}
_HINT: Final = (
    "write a number and a unit, such as `30 s`, `2 working days`, `2-3 days`, `<= 5 rings` or "
    "`within 4 h of receipt`"
)
_DURATION: Final = re.compile(
    rf"(?P<low>{NUMBER})(?:\s*[-–]\s*(?P<high>{NUMBER}))?\s*"
    r"(?:(?P<calendar>calendar|working|business|bank)\s+)?(?P<unit>[a-zA-Z]+)"
)
_CALENDARS: Final = {
    "": Calendar.CALENDAR,
    "calendar": Calendar.CALENDAR,
    "working": Calendar.WORKING,
    "business": Calendar.WORKING,
    "bank": Calendar.BANK,
}
_COMPARATOR: Final = re.compile(
    "|".join(re.escape(word) for word in sorted(_COMPARATOR_WORDS, key=len, reverse=True))
)
_EVENT: Final = re.compile(r"\s+(?:of|after|from)\s+(?P<event>[A-Za-z][A-Za-z ]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Fact):
    """An amount of time, or a range of it.

    low: the amount, or the lower end of a range; high: its upper end, or None. unit: what is
    counted; calendar: which days, for days only.
    """

    low: Decimal
    high: Decimal | None = None
    unit: Unit
    calendar: Calendar = Calendar.CALENDAR

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `30 s`, `2 working days`, `2-3 days`."""
        match = _DURATION.fullmatch(words.strip())
        if match is None:
            raise FactError(f"“{words}” is not a length of time", _HINT)
        unit = _UNIT_WORDS.get(match["unit"].lower())
        if unit is None:
            raise FactError(
                f"“{match['unit']}” is not a unit of time",
                "use s, min, h, rings, days, working days, bank days, weeks, months or years",
            )
        calendar = _CALENDARS[match["calendar"] or ""]
        if calendar is not Calendar.CALENDAR and unit is not Unit.DAY:
            raise FactError(
                f"“{match['calendar']}” goes with days only", "write for example `2 working days`"
            )
        low = Decimal(match["low"])
        high = Decimal(match["high"]) if match["high"] else None
        if low <= 0 or (high is not None and high <= low):
            raise FactError(
                f"“{words}” is not a length of time that can pass",
                "the number must be above zero, and a range must rise, as in `2-3 days`",
            )
        return cls(low=low, high=high, unit=unit, calendar=calendar)

    def form(self) -> str:
        amount = plain(self.low) if self.high is None else f"{plain(self.low)}-{plain(self.high)}"
        return " ".join(part for part in (amount, self.calendar.value, self.unit.value) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """When something happens: a bounded duration, perhaps from an event, or a `Timing`.

    Exactly one of `duration` and `timing` is set; `comparator` and `event` go with a duration.
    """

    duration: Duration | None = None
    comparator: Comparator = Comparator.WITHIN
    event: Event | None = None
    timing: Timing | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `within 2 working days of receipt`, `< 30 s`, `24-48 h after closure`,
        `immediately`. A bare amount means "within" it, a bare range means "between" its ends."""
        stated = words
        for timing in Timing:
            if words.lower() == timing.value:
                return cls(timing=timing)
        words, event = _split_event(words)
        comparator, amount = _split_comparator(words)
        duration = Duration.parse(amount)
        if comparator is Comparator.BETWEEN and duration.high is None:
            raise FactError(f"“{stated}” has only one end", "write for example `between 24-48 h`")
        if comparator is None:
            comparator = Comparator.WITHIN if duration.high is None else Comparator.BETWEEN
        return cls(duration=duration, comparator=comparator, event=event)

    def form(self) -> str:
        if self.timing is not None:
            return self.timing.value
        start = f" after {self.event.value}" if self.event else ""
        return f"{self.comparator.value} {self.duration}{start}"

    def without_event(self) -> Self:
        """Return the deadline without its start event, for places that state it elsewhere."""
        return replace(self, event=None)


def _split_event(words: str) -> tuple[str, Event | None]:
    match = _EVENT.search(words)
    if match is None:
        return words, None
    name = match["event"].lower().removeprefix("the ").strip()
    for event in Event:
        if name == event.value:
            return words[: match.start()], event
    raise FactError(
        f"“{name}” is not an event that a time can run from",
        "use one of: " + ", ".join(event.value for event in Event),
    )


def _split_comparator(words: str) -> tuple[Comparator | None, str]:
    match = _COMPARATOR.match(words.lower())
    if match is None:
        return None, words
    return _COMPARATOR_WORDS[match.group()], words[match.end() :].strip()
