"""Which parts of a deadline go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.errors import tell
from policygen.model.facts.base import FactError
from policygen.model.facts.comparator import Comparator
from policygen.model.facts.conditions import CountFrom, Relation, Timing, Whichever
from policygen.model.facts.duration import Calendar, Duration, Unit
from policygen.model.facts.events import ENDING, FORESEEN, STARTING_LATER, Event, names

if TYPE_CHECKING:
    from policygen.model.facts.deadline import Deadline

_SHORT: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.RING})
"""The units of times within a day."""
_DAYS: Final = frozenset({Timing.SAME_WORKING_DAY, Timing.NEXT_WORKING_DAY})
"""The timings that name a day, which has a time of day."""
_FROM_EVENT: Final = frozenset({Timing.IMMEDIATELY, Timing.PROMPTLY, Timing.NEXT_WORKING_DAY})
"""The timings that can follow an event."""
_HINT: Final = tell(
    "write for example `within 2 working days of receipt`, `< 30 s`, `at least 24 h before "
    "appointment`, `next working day by 13:00` or `promptly`"
)


def check_deadline(deadline: Deadline, words: str) -> None:
    """Raise FactError for parts that do not go together."""
    if deadline.duration is not None:
        _check_duration(deadline.duration, deadline.comparator, words)
    elif deadline.timing is None and deadline.by is None:
        raise FactError(tell("“{words}” does not say when", words=words), _HINT)
    _check_by(deadline, words)
    _check_events(deadline, words)


def _check_duration(duration: Duration, comparator: Comparator, words: str) -> None:
    if comparator is Comparator.BETWEEN and duration.high is None:
        raise FactError(
            tell("“{words}” has only one end", words=words),
            tell("write for example `between 24-48 h`"),
        )
    if comparator is Comparator.EXACTLY and duration.high is not None:
        raise FactError(
            tell("“{words}” is exact and a range", words=words),
            tell("write `2-3 h`, or `exactly 2 h`"),
        )
    if duration.tolerance and comparator not in (Comparator.EXACTLY, Comparator.ABOUT):
        raise FactError(
            tell(
                "“{words}” is a limit with a tolerance, so nobody knows where it ends", words=words
            ),
            tell(
                "write `exactly {duration}`, or leave the tolerance out", duration=duration.form()
            ),
        )


def _check_by(deadline: Deadline, words: str) -> None:
    if deadline.by is None:
        return
    duration = deadline.duration
    has_day = duration is None or duration.unit not in _SHORT
    if not has_day or (deadline.timing is not None and deadline.timing not in _DAYS):
        raise FactError(
            tell("“{words}” has a time of day, but no day that it could be on", words=words),
            tell(
                "write for example `next working day by 13:00` or `within 2 working days by 12:00`"
            ),
        )


def _check_events(deadline: Deadline, words: str) -> None:
    duration, event = deadline.duration, deadline.event
    if event is None:
        if deadline.or_event or deadline.count_from:
            raise FactError(
                tell("“{words}” does not say from what it is counted", words=words),
                tell("name the event first: `within 2 days of receipt …`"),
            )
        return
    if duration is None and deadline.timing not in _FROM_EVENT:
        raise FactError(
            tell("“{words}” is not a time that can be counted from an event", words=words),
            tell(
                "leave the event out, or write a length of time, such as `within 2 days of receipt`"
            ),
        )
    if deadline.or_event is not None:
        _check_second(deadline, deadline.or_event, words)
    _check_before(deadline, words)
    _check_count(deadline, words)


def _check_second(deadline: Deadline, second: Event, words: str) -> None:
    if second is deadline.event:
        raise FactError(
            tell("“{words}” names {second} twice", words=words, second=second.value),
            tell("leave one of them out"),
        )
    if deadline.whichever is Whichever.FIRST:
        if second not in ENDING:
            raise FactError(
                tell("“{second}” cannot end a time before it has passed", second=second.value),
                tell("use one of: {names}; or add `, whichever is later`", names=names(ENDING)),
            )
        return
    if second not in STARTING_LATER:
        raise FactError(
            tell("no time starts at a later “{second}”", second=second.value),
            tell(
                "name first what happens earlier; the second can be one of: {names}",
                names=names(STARTING_LATER),
            ),
        )
    if deadline.duration is None or deadline.comparator is not Comparator.WITHIN:
        raise FactError(
            tell("“{words}” is no limit that a later start could move", words=words),
            tell("write for example `within 12 months of incident or notice, whichever is later`"),
        )


def _check_before(deadline: Deadline, words: str) -> None:
    if deadline.relation is Relation.AFTER:
        return
    event = deadline.event
    if event not in FORESEEN:
        name = event.value if event else ""
        raise FactError(
            tell("nobody knows beforehand when “{name}” will be", name=name),
            tell(
                "count from it, `after {name}`, or back from one of: {names}",
                name=name,
                names=names(FORESEEN),
            ),
        )
    if deadline.duration is None or deadline.comparator is Comparator.AFTER:
        raise FactError(
            tell("“{words}” is not a time before an event", words=words),
            tell("write `at least 24 h before …`"),
        )
    if deadline.or_event or deadline.count_from:
        raise FactError(
            tell(
                "“{words}” counts back from an event, and says more about how to count", words=words
            ),
            tell("leave out what follows the event"),
        )


def _check_count(deadline: Deadline, words: str) -> None:
    duration = deadline.duration
    if deadline.count_from is None:
        return
    if duration is None or duration.unit in _SHORT:
        raise FactError(
            tell("“{words}” does not count days", words=words),
            tell("leave out what follows `counted from`"),
        )
    if duration.calendar is Calendar.CALENDAR:
        return
    if deadline.count_from is CountFrom.NEXT_DAY:
        raise FactError(
            tell("“{words}” counts working days from a day that may be none", words=words),
            tell("write `counted from next working day`"),
        )
