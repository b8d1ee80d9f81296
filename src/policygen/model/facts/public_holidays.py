"""Public holidays in opening hours: closed, open as usual, or other times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from policygen.errors import tell
from policygen.model.facts.base import FactError
from policygen.model.facts.week import (
    AND,
    CLOSED,
    TimeSpan,
    Week,
    read_times,
    read_week,
    times_form,
)

_HOLIDAYS: Final = re.compile(r"(?:public )?holidays\b\s*", re.IGNORECASE)
_AS_USUAL: Final = ("open", "as usual")


@dataclass(frozen=True, slots=True)
class Holidays:
    """The opening times of public holidays: as on any other day, or `times`; without times they
    are closed."""

    times: tuple[TimeSpan, ...] = ()
    as_usual: bool = False

    def __str__(self) -> str:
        return _AS_USUAL[0] if self.as_usual else times_form(self.times)


def take_holidays(parts: list[str]) -> tuple[Week, Holidays | None]:
    """Return the week and the public holidays that short forms state, such as `Mon-Fri
    09:00-17:00`, `Sun and holidays 10:00-14:00`; FactError."""
    entries = AND.split(", ".join(parts))
    found = [number for number, entry in enumerate(entries) if _HOLIDAYS.match(entry)]
    if not found:
        return read_week(", ".join(entries)), None
    if len(found) > 1:
        raise FactError(
            tell("the public holidays come twice"), tell("write them once: `holidays closed`")
        )
    start = end = found[0]
    hours = [_HOLIDAYS.sub("", entries[start], count=1)]
    while (end := end + 1) < len(entries) and entries[end][:1].isdigit():
        hours.append(entries[end])
    shared = hours if start and _names_days_only(entries[start - 1]) else []
    week = [*entries[:start], *shared, *entries[end:]]
    return read_week(", ".join(week) or CLOSED), read_holidays(", ".join(hours))


def read_holidays(words: str) -> Holidays:
    """Return what `closed`, `open` or `10:00-14:00` says of public holidays; FactError."""
    if words.lower() in _AS_USUAL:
        return Holidays(as_usual=True)
    if not words:
        raise FactError(
            tell("“holidays” does not say whether it is open"),
            tell("write `holidays closed`, `holidays open` or `holidays 10:00-14:00`"),
        )
    return Holidays(read_times(words))


def _names_days_only(entry: str) -> bool:
    """Whether an entry such as the first of `Sun, holidays 10:00-14:00` waits for times."""
    return not any(character.isdigit() for character in entry) and CLOSED not in entry.lower()
