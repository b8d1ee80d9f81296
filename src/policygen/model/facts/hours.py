"""Service hours: on which days, from when to when, in whose time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Final, Self
from zoneinfo import available_timezones

from policygen.model.facts.base import Fact, FactError

_HINT: Final = "write for example `24/7` or `Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Madrid`"
_NAMES: Final = {
    name[:3].capitalize(): name
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}
WEEKDAYS: Final = tuple(_NAMES)
_PERIOD: Final = re.compile(
    r"(?P<first>[A-Za-z]+)(?:\s*[-–]\s*(?P<last>[A-Za-z]+))?\s+"
    r"(?P<start>\d{1,2}:\d\d)\s*[-–]\s*(?P<end>\d{1,2}:\d\d)"
)
_ZONE: Final = re.compile(r"\s+(?P<zone>[A-Za-z]+(?:/[A-Za-z_+\-0-9]+)+|UTC)$")


@dataclass(frozen=True, slots=True)
class OpeningPeriod:
    """Opening hours of consecutive weekdays. first, last: 0 Monday to 6 Sunday, inclusive."""

    first: int
    last: int
    start: time
    end: time

    def __str__(self) -> str:
        days = WEEKDAYS[self.first]
        if self.last != self.first:
            days += f"-{WEEKDAYS[self.last]}"
        return f"{days} {self.start:%H:%M}-{self.end:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Fact):
    """When a channel is open.

    always: round the clock, every day; `periods` is then empty. zone: IANA time zone, or "" for
    the company's own.
    """

    periods: tuple[OpeningPeriod, ...] = ()
    always: bool = False
    zone: str = ""

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `24/7` or `Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Madrid`."""
        stated = words
        if words == "24/7":
            return cls(always=True)
        zone = ""
        if match := _ZONE.search(words):
            zone, words = check_zone(match["zone"]), words[: match.start()]
        periods = tuple(_period(part.strip(), stated) for part in words.split(","))
        return cls(periods=periods, zone=zone)

    def form(self) -> str:
        if self.always:
            return "24/7"
        periods = ", ".join(str(period) for period in self.periods)
        return f"{periods} {self.zone}".strip()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def check_zone(name: str) -> str:
    """Return the name of an IANA time zone; FactError when there is no such zone."""
    if name not in _zones():
        raise FactError(
            f"“{name}” is not a time zone", "use a name such as `Europe/Madrid` or `UTC`"
        )
    return name


def parse_days(text: str) -> tuple[int, int]:
    """Read `Mon-Fri` or `Sat` as first and last weekday, 0 for Monday; FactError otherwise."""
    names = re.split(r"\s*[-–]\s*", text.strip())
    if len(names) > 2:  # noqa: PLR2004 - a range has two ends
        raise FactError(f"“{text}” is not a day or a range of days", _HINT)
    first, last = _weekday(names[0]), _weekday(names[-1])
    if last < first:
        raise FactError(f"“{text}” runs backwards", "start with the earlier day, as in `Mon-Fri`")
    return first, last


def _weekday(name: str) -> int:
    short = name[:3].capitalize()
    if short not in WEEKDAYS or name.lower() not in (short.lower(), _NAMES[short]):
        raise FactError(f"“{name}” is not a day", "use Mon, Tue, Wed, Thu, Fri, Sat or Sun")
    return WEEKDAYS.index(short)


def _period(part: str, text: str) -> OpeningPeriod:
    match = _PERIOD.fullmatch(part)
    if match is None:
        raise FactError(f"“{text}” is not a set of opening hours", _HINT)
    days = match["first"] + (f"-{match['last']}" if match["last"] else "")
    first, last = parse_days(days)
    start, end = _clock(match["start"]), _clock(match["end"])
    if end <= start:
        raise FactError(
            f"“{part}” ends before it starts",
            "opening hours must end later on the same day; use two periods for a night shift",
        )
    return OpeningPeriod(first, last, start, end)


def _clock(text: str) -> time:
    hours, minutes = (int(part) for part in text.split(":"))
    if hours > 23 or minutes > 59:  # noqa: PLR2004 - the clock's own limits
        raise FactError(f"“{text}” is not a time of day", "use 00:00 to 23:59")
    return time(hours, minutes)
