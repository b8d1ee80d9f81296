"""Service hours: on which days, from when to when, in whose time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar, Final, Self, TypeVar
from zoneinfo import available_timezones

from policygen.errors import Words, tell
from policygen.model.facts.base import Fact, FactError, Fields
from policygen.model.facts.public_holidays import Holidays, read_holidays, take_holidays
from policygen.model.facts.season import (
    Season,
    SpecialDay,
    YearDay,
    check_calendar,
    read_dated,
    season,
)
from policygen.model.facts.week import Week, parse_days, read_times

__all__ = ["Hours", "check_zone", "parse_days"]

T = TypeVar("T")

_ZONE: Final = re.compile(r"\s+(?P<zone>[A-Za-z]+(?:/[A-Za-z_+\-0-9]+)+|[A-Z]{3,5})$")
_NOTICE: Final = " until further notice"
_ENTRIES: Final = {
    "seasons": tell("write `from:`, `to:` and `hours:` for each season"),
    "exceptions": tell("write `date:` and `hours:` for each exception"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Fact):
    """When a channel is open.

    usual: the week where nothing else holds. zone: IANA time zone, or "" for the company's own.
    holidays: the public holidays, None where the source does not say. seasons, exceptions: when
    other times hold; an exception goes before a public holiday, that before a season of one year,
    and that before one of every year. until_notice: whether all this holds until further notice.
    """

    KEYS: ClassVar[frozenset[str]] = frozenset(
        {"usual", "zone", "holidays", "seasons", "exceptions", "until_further_notice", "value"}
    )
    """The keys of the full form, which tell it from hours by segment."""

    usual: Week
    zone: str = ""
    holidays: Holidays | None = None
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[SpecialDay, ...] = ()
    until_notice: bool = False

    @property
    def always(self) -> bool:
        """Whether this is open round the clock, every day of every year."""
        return (
            self.usual.always
            and (self.holidays is None or self.holidays.as_usual)
            and not self.seasons
            and not self.exceptions
        )

    @property
    def states_times(self) -> bool:
        """Whether this names a time of day, which needs a time zone."""
        return ":" in self.form()

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `24/7`, `Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Madrid`, or the same with more
        behind semicolons: `holidays closed`, `07-01 to 08-31 Mon-Fri 08:00-15:00`,
        `12-24 10:00-14:00`."""
        rest = words[: -len(_NOTICE)] if words.lower().endswith(_NOTICE) else words
        zone, parts = _take_zone([part.strip() for part in rest.split(";")])
        dated = [(part, read_dated(part)) for part in parts]
        week, holidays = take_holidays([part for part, found in dated if found is None])
        seasons = tuple(found for _, found in dated if isinstance(found, Season))
        exceptions = tuple(found for _, found in dated if isinstance(found, SpecialDay))
        check_calendar(seasons, exceptions)
        return cls(
            usual=week,
            zone=zone,
            holidays=holidays,
            seasons=seasons,
            exceptions=exceptions,
            until_notice=rest != words,
        )

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        parts = [f"{self.usual} {self.zone}".strip()]
        if self.holidays is not None:
            parts.append(f"holidays {self.holidays}")
        parts += [str(dated) for dated in (*self.seasons, *self.exceptions)]
        return "; ".join(parts) + (_NOTICE if self.until_notice else "")

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the hours of a full form.

        `usual`: a short form; `zone`, `holidays`; `seasons`: `from`, `to`, `hours` each;
        `exceptions`: `date`, `hours` each; `until_further_notice`: yes or no.
        """
        hours = fields.read("usual", cls.read)
        if hours is None:
            raise FactError(
                tell("these hours do not say when it is usually open"),
                tell("write `usual: Mon-Fri 09:00-17:00`, or a short form under `value:`"),
            )
        zone = fields.read("zone", check_zone)
        if zone and hours.zone:
            raise FactError(
                tell("the time zone comes twice"), tell("leave one of them out"), "zone"
            )
        holidays = fields.read("holidays", read_holidays)
        if holidays and hours.holidays:
            raise FactError(
                tell("the public holidays come twice"), tell("leave one out"), "holidays"
            )
        seasons = (*hours.seasons, *_each(fields, "seasons", _season))
        exceptions = (*hours.exceptions, *_each(fields, "exceptions", _exception))
        check_calendar(seasons, exceptions)
        return replace(
            hours,
            zone=zone or hours.zone,
            holidays=holidays or hours.holidays,
            seasons=seasons,
            exceptions=exceptions,
            until_notice=bool(fields.flag("until_further_notice")) or hours.until_notice,
        )


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def check_zone(name: str) -> str:
    """Return the name of an IANA time zone; FactError when there is no such zone."""
    # Names without a place, such as CET or EST, say nothing to a reader elsewhere.
    if name not in _zones() or ("/" not in name and name != "UTC"):
        raise FactError(
            tell("“{name}” is not a time zone", name=name),
            tell("use a name such as `Europe/Madrid` or `UTC`"),
        )
    return name


def _take_zone(parts: list[str]) -> tuple[str, list[str]]:
    """Return the zone that stands at the end of one of the parts, and the parts without it."""
    zone, rest = "", []
    for part in parts:
        match = _ZONE.search(part)
        if match is None:
            rest.append(part)
            continue
        if zone:
            raise FactError(
                tell("the time zone comes twice"), tell("write it once, behind the usual hours")
            )
        zone = check_zone(match["zone"])
        rest.append(part[: match.start()])
    return zone, rest


def _season(fields: Fields) -> Season:
    first, last = (_needed(fields, key) for key in ("from", "to"))
    return season(YearDay.read(first), YearDay.read(last), _needed(fields, "hours"))


def _exception(fields: Fields) -> SpecialDay:
    return SpecialDay(YearDay.read(_needed(fields, "date")), read_times(_needed(fields, "hours")))


def _needed(fields: Fields, key: str) -> str:
    words = fields.word(key)
    if words is None:
        raise FactError(
            tell("`{key}:` is missing", key=key), tell("add `{key}:` with its value", key=key)
        )
    return words


def _each(fields: Fields, key: str, read: Callable[[Fields], T]) -> list[T]:
    """Return every entry of a list of mappings."""
    try:
        return [_entry(item, read, _ENTRIES[key]) for item in fields.items(key)]
    except FactError as error:
        raise FactError(error.message, error.hint, key) from error


def _entry(item: object, read: Callable[[Fields], T], hint: Words) -> T:
    if not isinstance(item, Mapping):
        raise FactError(tell("each entry needs fields of its own"), hint)
    fields = Fields(item)
    entry = read(fields)
    fields.finish()
    return entry
