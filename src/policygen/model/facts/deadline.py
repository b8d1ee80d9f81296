"""Deadlines: when something happens, counted from what, and on which conditions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Final, Self

from policygen.errors import nearest, tell
from policygen.model.facts.base import Fact, FactError, Fields
from policygen.model.facts.comparator import Comparator, split_comparator
from policygen.model.facts.conditions import (
    COUNT_FROM,
    TIMINGS,
    UNLESS,
    WHICHEVER,
    CountFrom,
    Relation,
    Timing,
    Unless,
    Whichever,
)
from policygen.model.facts.deadline_rules import check_deadline
from policygen.model.facts.duration import Duration
from policygen.model.facts.events import Event, read_event

_BOUNDS: Final = {
    "within": Comparator.WITHIN,
    "less_than": Comparator.LESS_THAN,
    "at_least": Comparator.AT_LEAST,
    "more_than": Comparator.MORE_THAN,
    "about": Comparator.ABOUT,
    "between": Comparator.BETWEEN,
    "exactly": Comparator.EXACTLY,
    "after": Comparator.AFTER,
}

_CONDITION: Final = re.compile(
    r"(?:^|,?\s+)(unless|counted from(?: the)?|by(?=\s+[0-9])|whichever (?:is|comes))\s+",
    re.IGNORECASE,
)
_EVENTS: Final = re.compile(
    r"(?P<time>.*?)\s+(?P<relation>of|after|from|since|before)\s+(?P<events>[^\d]+)", re.IGNORECASE
)
_RELATIONS: Final = {"before": Relation.BEFORE}
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_TIMING_LIKE: Final = re.compile(r"[a-z][a-z ]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """When something happens: a bounded duration, perhaps from an event, a `Timing`, or a time of
    day.

    `duration` and `timing` are not both set; `comparator` goes with a duration. event: from what
    the duration is counted; relation: after it, or back from it. or_event: another event;
    whichever: the first of both ends the time, or the later one starts it. by: the time of day on
    the last day. count_from: which day is the first. unless: what makes the time lapse.
    """

    duration: Duration | None = None
    comparator: Comparator = Comparator.WITHIN
    timing: Timing | None = None
    event: Event | None = None
    relation: Relation = Relation.AFTER
    or_event: Event | None = None
    whichever: Whichever = Whichever.FIRST
    by: time | None = None
    count_from: CountFrom | None = None
    unless: Unless | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `within 2 working days of receipt`, `< 30 s`, `24-48 h after closure`,
        `immediately`, `next working day by 13:00`. A bare amount means "within" it, a bare range
        "between" its ends, a bare amount with a tolerance "exactly"."""
        time_words, *conditions = _CONDITION.split(words)
        stated = _conditions(conditions)
        time_words, events = _split_events(time_words)
        if "whichever" in stated and not events.get("or_event"):
            raise _only_one_event(words)
        deadline = cls(**_time(time_words), **events, **stated)
        check_deadline(deadline, words)
        return deadline

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        by = f"by {self.by:%H:%M}" if self.by else ""
        parts = [" ".join(part for part in (self._time_form(), self._events_form(), by) if part)]
        if self.whichever is Whichever.LATER:
            parts.append("whichever is later")
        if self.count_from:
            parts.append(f"counted from {self.count_from.value}")
        if self.unless:
            parts.append(f"unless {self.unless.value}")
        return ", ".join(parts)

    def _time_form(self) -> str:
        if self.timing is not None:
            return self.timing.value
        return f"{self.comparator.value} {self.duration.form()}" if self.duration else ""

    def _events_form(self) -> str:
        if self.event is None:
            return ""
        alternative = f" or {self.or_event.value}" if self.or_event else ""
        of = self.duration and self.comparator in (Comparator.WITHIN, Comparator.AFTER)
        joint = "of" if of and self.relation is Relation.AFTER else self.relation.value
        return f"{joint} {self.event.value}{alternative}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the deadline of a full form.

        `within`, `less_than`, `at_least`, `more_than`, `after`, `about`, `between` or `exactly`: a
        duration; or `timing`. Then `of` or `before`, `or` and `whichever`, `by`, `counted_from`,
        `unless`.
        """
        event, before = fields.read("of", read_event), fields.read("before", read_event)
        if event and before:
            raise FactError(
                tell("it is counted from one event and back from another"),
                tell("keep one of them"),
            )
        or_event = fields.read("or", read_event)
        whichever = fields.choice("whichever", WHICHEVER)
        deadline = cls(
            **take_bound(fields),
            timing=fields.choice("timing", TIMINGS),
            event=event or before,
            relation=Relation.BEFORE if before else Relation.AFTER,
            or_event=or_event,
            whichever=whichever or Whichever.FIRST,
            by=fields.read("by", read_clock),
            count_from=fields.choice("counted_from", COUNT_FROM),
            unless=fields.choice("unless", UNLESS),
        )
        if deadline.duration and deadline.timing:
            raise FactError(
                tell("it has a length of time and a `timing`"), tell("keep one of them")
            )
        if whichever and not or_event:
            raise _only_one_event(deadline.form())
        check_deadline(deadline, deadline.form())
        return deadline


def take_bound(fields: Fields) -> dict[str, Any]:
    """Take the duration and the comparator of a full form, if there is one; FactError."""
    found = {
        key: duration for key in _BOUNDS if (duration := fields.part(key, Duration)) is not None
    }
    if len(found) > 1:
        first, second = list(found)[:2]
        raise FactError(
            tell("it has `{first}` and `{second}`", first=first, second=second),
            tell("keep one of them"),
            second,
        )
    for key, duration in found.items():
        return {"duration": duration, "comparator": _BOUNDS[key]}
    return {}


def read_clock(words: str) -> time:
    """Return the time of day that words such as `13:00` state; FactError."""
    match = _CLOCK.fullmatch(words)
    if match is None:
        raise FactError(
            tell("“{words}” is not a time of day", words=words),
            tell("use 00:00 to 23:59, such as `13:00`"),
        )
    return time(int(match[1]), int(match[2]))


def _only_one_event(words: str) -> FactError:
    return FactError(
        tell("“{words}” names only one event", words=words),
        tell("write for example `of receipt or deadlock`"),
    )


def _conditions(parts: list[str]) -> dict[str, Any]:
    """Return the fields that the words after a time set: keyword, value, keyword, value …"""
    found: dict[str, Any] = {}
    for keyword, value in zip(parts[::2], parts[1::2], strict=True):
        name, meaning = _condition(keyword.lower(), value.strip(", "))
        if name in found:
            raise FactError(
                tell(
                    "“{keyword} {value}” comes on top of another of its kind",
                    keyword=keyword,
                    value=value,
                ),
                tell("keep one of them"),
            )
        found[name] = meaning
    return found


def _condition(keyword: str, value: str) -> tuple[str, Any]:
    if keyword == "by":
        return "by", read_clock(value)
    if keyword == "unless":
        return "unless", _chosen(f"unless {value}", value, UNLESS)
    if keyword.startswith("counted"):
        return "count_from", _chosen(f"counted from {value}", value, COUNT_FROM)
    return "whichever", _chosen(f"{keyword} {value}", value, WHICHEVER)


def _chosen(stated: str, value: str, choices: Mapping[str, Any]) -> Any:
    if value.lower() not in choices:
        raise FactError(
            tell("“{stated}” is not a condition that is known", stated=stated),
            nearest(value, choices),
        )
    return choices[value.lower()]


def _split_events(words: str) -> tuple[str, dict[str, Any]]:
    """Return the time without its events, and the fields that these set."""
    match = _EVENTS.fullmatch(words)
    if match is None:
        return words, {}
    events = re.split(r",?\s+or\s+", match["events"].strip(", "))
    if len(events) > 2:  # noqa: PLR2004 - one event, and another
        raise FactError(
            tell("“{words}” names more than two events", words=words),
            tell("keep two: `of receipt or deadlock`"),
        )
    return match["time"], {
        "event": read_event(events[0]),
        "or_event": read_event(events[1]) if events[1:] else None,
        "relation": _RELATIONS.get(match["relation"].lower(), Relation.AFTER),
    }


def _time(words: str) -> dict[str, Any]:
    """Return the fields that a time by itself sets: `within 2 days`, `promptly`, nothing."""
    if not words:
        return {}
    if timing := TIMINGS.get(words.lower()):
        return {"timing": timing}
    comparator, amount = split_comparator(words)
    try:
        duration = Duration.read(amount)
    except FactError as error:
        close = nearest(words.lower(), TIMINGS)
        if comparator is None and _TIMING_LIKE.fullmatch(words) and close.startswith("did"):
            raise FactError(error.message, close) from error
        raise
    return {"duration": duration, "comparator": comparator or _meant(duration)}


def _meant(duration: Duration) -> Comparator:
    """Return what a bare amount means."""
    if duration.tolerance:
        return Comparator.EXACTLY
    return Comparator.WITHIN if duration.high is None else Comparator.BETWEEN
