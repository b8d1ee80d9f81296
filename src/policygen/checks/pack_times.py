"""Times of a policy against those that a requirement allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from policygen.checks.times import order
from policygen.model.facts import Comparator, Deadline, Duration, Interval, Target, Window
from policygen.model.facts.conditions import Relation, Whichever
from policygen.model.facts.events import Event
from policygen.model.reckoning import due

if TYPE_CHECKING:
    from datetime import datetime

    from policygen.model.reckoning import Assumptions

_NO_LATEST: Final = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_EARLY: Final = frozenset(
    {
        Event.INCIDENT,
        Event.NOTICE,
        Event.POSTMARK,
        Event.SENDING,
        Event.COMPLAINT,
        Event.CONTACT,
        Event.REQUEST,
        Event.REPORT,
    }
)
"""Events that are not later than the receipt of a complaint."""
_LATER: Final = frozenset(
    {Event.ADMISSION, Event.ASSESSMENT, Event.ACKNOWLEDGEMENT, Event.REPLY, Event.FINAL_REPLY}
)
"""Events that come after it."""


def deadline(value: Any) -> Deadline | None:
    """Return the time that a value of the policy sets, None where it sets none."""
    match value:
        case Deadline():
            return value
        case Window():
            return value.closes or value.opens
        case Interval():
            return Deadline(duration=value.every)
        case Duration():
            return Deadline(duration=value)
        case Target():
            return value.deadline
        case _:
            return None


def keeps(
    value: Any, limit: Deadline, assumptions: Assumptions, *, at_least: bool, before: Any = None
) -> bool | None:
    """Whether a time is no longer (or `at_least`: no shorter) than a limit; None where that cannot
    be said. before: what must have passed first, such as the time for the acknowledgement from
    which the value is counted."""
    time = deadline(value)
    if time is None or time.relation is Relation.BEFORE or time.whichever is Whichever.LATER:
        return None
    if time.comparator in _NO_LATEST:
        return at_least or None
    first = deadline(before)
    if _starts_later(time, limit) and first is not None and not at_least:
        return together([first, time], limit, assumptions)
    result = order(_bare(time), _bare(limit), assumptions)
    if result is None:
        return None
    if at_least:
        return result >= 0
    return _judged(result, time, limit)


def _judged(result: int, time: Deadline, limit: Deadline) -> bool | None:
    """Whether a time keeps a limit, by how they compare if they start with the same event."""
    if _starts_later(time, limit):
        return False if result > 0 else None
    if _starts_later(limit, time) and result > 0:
        return None
    return result <= 0


def _starts_later(one: Deadline, other: Deadline) -> bool:
    """Whether a time starts to run after another one does."""
    if one.event is None or other.event is None or one.event is other.event:
        return False
    known = {*_EARLY, Event.RECEIPT}
    return one.event in _LATER and other.event in known


def _bare(time: Deadline) -> Deadline:
    """Return a time without its event, so that lengths can be compared."""
    comparator = Comparator.WITHIN if time.duration else time.comparator
    return replace(
        time, event=None, or_event=None, unless=None, count_from=None, comparator=comparator
    )


def together(times: Sequence[Deadline], limit: Deadline, assumptions: Assumptions) -> bool | None:
    """Whether times, one after the other, end before a limit does, whenever they start; None where
    that cannot be said, or depends on when."""
    steps, bound = [_bare(time) for time in times], _bare(limit)
    kept: set[bool] = set()
    for start in assumptions.starts():
        end: datetime | None = start
        for step in steps:
            end = end and due(end, step, assumptions.calendar, assumptions.hours)
        last = due(start, bound, assumptions.calendar, assumptions.hours)
        if end is None or last is None:
            return None
        kept.add(end <= last)
    return kept.pop() if len(kept) == 1 else None
