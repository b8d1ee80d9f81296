"""A week of opening times: on which weekdays, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from policygen.errors import tell
from policygen.model.facts.base import FactError

DAY: Final = 24 * 60
"""Minutes of a day."""

_NAMES: Final = {
    name[:3].capitalize(): name
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}
WEEKDAYS: Final = tuple(_NAMES)
CLOSED: Final = "closed"
ALWAYS: Final = "24/7"
HINT: Final = tell(
    "write for example `24/7`, `Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Madrid` or `Mon, "
    "Wed 09:00-13:00, 15:00-18:00; holidays closed`"
)
_CLOCK: Final = r"[0-9]{1,2}:[0-9]{2}"
_DASH: Final = r"\s*[-–]\s*"
_SPAN: Final = re.compile(rf"(?P<start>{_CLOCK}){_DASH}(?P<end>{_CLOCK})(?P<next>\s+next day)?")
_ENTRY: Final = re.compile(r"(?P<days>[^0-9]*?)\s*(?P<times>[0-9].*|closed)?", re.IGNORECASE)
AND: Final = re.compile(r"\s*(?:,|\band\b)\s*")
_TO: Final = re.compile(rf"{_DASH}|\s+to\s+")
_TWELVE_HOURS: Final = re.compile(r"[0-9]\s*[ap]\.?m\b", re.IGNORECASE)


class TimeSpan(NamedTuple):
    """From when to when: minutes from the day's midnight; an end past 24:00 is on the next day."""

    start: int
    end: int

    def __str__(self) -> str:
        suffix = " next day" if self.end > DAY else ""
        return f"{_clock_form(self.start)}-{_clock_form(self.end - (DAY if suffix else 0))}{suffix}"


class DayRange(NamedTuple):
    """Consecutive weekdays, 0 Monday to 6 Sunday, inclusive; Sunday to Thursday is (6, 3)."""

    first: int
    last: int

    def __str__(self) -> str:
        first = WEEKDAYS[self.first]
        return first if self.first == self.last else f"{first}-{WEEKDAYS[self.last]}"

    def days(self) -> tuple[int, ...]:
        """Return the weekdays in their order."""
        return tuple((self.first + step) % len(WEEKDAYS) for step in range(self._length))

    def covers(self, weekday: int) -> bool:
        """Whether a weekday, 0 for Monday, is one of them."""
        return (weekday - self.first) % len(WEEKDAYS) < self._length

    @property
    def _length(self) -> int:
        return (self.last - self.first) % len(WEEKDAYS) + 1


EVERY_DAY: Final = DayRange(0, 6)


@dataclass(frozen=True, slots=True)
class OpeningPeriod:
    """The opening times of some weekdays; without times they are closed."""

    days: tuple[DayRange, ...]
    times: tuple[TimeSpan, ...]

    def __str__(self) -> str:
        return f"{', '.join(map(str, self.days))} {times_form(self.times)}"

    def weekdays(self) -> tuple[int, ...]:
        """Return every weekday, 0 for Monday, in the order in which they are stated."""
        return tuple(day for days in self.days for day in days.days())


@dataclass(frozen=True, slots=True)
class Week:
    """The opening times of every week.

    always: round the clock, every day; `periods` is then empty. A day that no period names is
    closed; without periods the whole week is.
    """

    periods: tuple[OpeningPeriod, ...] = ()
    always: bool = False

    def __str__(self) -> str:
        if self.always:
            return ALWAYS
        return ", ".join(map(str, self.periods)) or CLOSED

    def times_on(self, weekday: int) -> tuple[TimeSpan, ...]:
        """Return the opening times of a weekday, 0 for Monday."""
        if self.always:
            return (TimeSpan(0, DAY),)
        return next((p.times for p in self.periods if weekday in p.weekdays()), ())


def read_week(words: str, *, bare_times: bool = False) -> Week:
    """Return the week that a short form such as `Mon-Fri 09:00-17:00, Sat closed` states.

    bare_times: whether times without a day stand for every day. Raises FactError.
    """
    if words == ALWAYS:
        return Week(always=True)
    if words.lower() == CLOSED:
        return Week()
    entries = AND.split(words)
    if bare_times and entries[0][:1].isdigit():
        return Week((OpeningPeriod((EVERY_DAY,), read_times(words)),))
    week = Week(tuple(_periods(entries, words)))
    _check(week, words)
    return week


def read_times(words: str) -> tuple[TimeSpan, ...]:
    """Return the times of a day: `09:00-13:00, 15:00-18:00`, none for `closed`; FactError."""
    if words.lower() == CLOSED:
        return ()
    times = tuple(sorted(_span(part) for part in AND.split(words)))
    for before, after in pairwise(times):
        if after.start < before.end:
            raise _overlap(str(before), str(after))
    return times


def times_form(times: tuple[TimeSpan, ...]) -> str:
    """Return the short form that `read_times` reads."""
    return ", ".join(map(str, times)) or CLOSED


def parse_days(text: str) -> DayRange:
    """Read `Mon-Fri`, `Sun-Thu` or `Sat` as first and last weekday; FactError otherwise."""
    names = _TO.split(text.strip())
    if len(names) > 2:  # noqa: PLR2004 - a range has two ends
        raise FactError(
            tell("“{text}” is not a day or a range of days", text=text),
            tell("write for example `Mon-Fri`"),
        )
    return DayRange(_weekday(names[0]), _weekday(names[-1]))


def _periods(entries: list[str], words: str) -> Iterator[OpeningPeriod]:
    """Yield the periods of a list in which days wait for times, and times add to days."""
    days: list[DayRange] = []
    times: list[str] = []
    for entry in entries:
        match = _ENTRY.fullmatch(entry)
        if match is None or not entry:
            raise _unreadable(entry, words)
        if match["days"]:
            if times:
                yield OpeningPeriod(tuple(days), read_times(", ".join(times)))
                days, times = [], []
            days.append(parse_days(match["days"]))
        if match["times"]:
            times.append(match["times"])
        if not days:
            read_times(entry)
            raise FactError(
                tell("“{words}” does not say on which days", words=words),
                tell("write for example `Mon-Fri {words}`", words=words),
            )
    if not times:
        raise FactError(
            tell("“{words}” does not say from when to when on {days}", words=words, days=days[-1]),
            tell("write for example `{days} 09:00-17:00` or `{days} closed`", days=days[-1]),
        )
    yield OpeningPeriod(tuple(days), read_times(", ".join(times)))


def _span(text: str) -> TimeSpan:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise _unreadable(text, text)
    start, end = _minutes(match["start"]), _minutes(match["end"])
    if start == DAY:
        raise FactError(
            tell("“{text}” starts at 24:00", text=text),
            tell("write it as hours of the next day: `00:00`"),
        )
    if match["next"]:
        end += DAY
    if end == start:
        raise FactError(
            tell("“{text}” ends when it starts", text=text),
            tell("for a whole day, write `00:00-24:00`"),
        )
    if end < start:
        raise FactError(
            tell("“{text}” ends before it starts", text=text),
            tell(
                "past midnight, write `{start}-{end} next day`; until midnight, write `24:00`",
                start=match["start"],
                end=match["end"],
            ),
        )
    if end - start > DAY:
        raise FactError(
            tell("“{text}” is longer than a day", text=text),
            tell("for a whole day, write `00:00-24:00`"),
        )
    return TimeSpan(start, end)


def _minutes(text: str) -> int:
    hours, minutes = (int(part) for part in text.split(":"))
    if minutes > 59 or hours * 60 + minutes > DAY:  # noqa: PLR2004 - the clock's own limit
        raise FactError(
            tell("“{text}” is not a time of day", text=text), tell("use 00:00 to 24:00")
        )
    return hours * 60 + minutes


def _clock_form(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _weekday(name: str) -> int:
    short = name[:3].capitalize()
    if short not in WEEKDAYS or name.lower() not in (short.lower(), _NAMES[short]):
        raise FactError(
            tell("“{name}” is not a day", name=name),
            tell("use Mon, Tue, Wed, Thu, Fri, Sat or Sun"),
        )
    return WEEKDAYS.index(short)


def _check(week: Week, words: str) -> None:
    """Refuse a day that is named twice, and times that run into each other across midnight."""
    times: dict[int, tuple[TimeSpan, ...]] = {}
    for period in week.periods:
        for day in period.weekdays():
            if day in times:
                raise FactError(
                    tell("“{words}” names {day} twice", words=words, day=WEEKDAYS[day]),
                    tell(
                        "give all times of a day at one place, as in `{day} 09:00-13:00, "
                        "15:00-18:00`",
                        day=WEEKDAYS[day],
                    ),
                )
            times[day] = period.times
    for day, here in times.items():
        following = (day + 1) % len(WEEKDAYS)
        evening, morning = here[-1:], times.get(following, ())[:1]
        if evening and morning and evening[0].end - DAY > morning[0].start:
            raise _overlap(f"{WEEKDAYS[day]} {evening[0]}", f"{WEEKDAYS[following]} {morning[0]}")


def _overlap(one: str, other: str) -> FactError:
    return FactError(
        tell("“{one}” and “{other}” overlap", one=one, other=other),
        tell("make them one, or let one end before the other starts"),
    )


def _unreadable(part: str, words: str) -> FactError:
    if _TWELVE_HOURS.search(words):
        return FactError(
            tell("“{part}” is not a time of day", part=part),
            tell("count hours to 24: write `17:00` for 5 p.m."),
        )
    return FactError(tell("“{words}” is not a set of opening hours", words=words), HINT)
