"""What else a deadline can say: a time that is no number, on which side of an event, on which
conditions."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Timing(Enum):
    """A time that is no number, stated as such. PROMPTLY is without needless delay."""

    IMMEDIATELY = "immediately"
    PROMPTLY = "promptly"
    CONTINUOUSLY = "continuously"
    BY_PRIORITY = "by priority"
    BY_COMPLEXITY = "by complexity"
    SAME_WORKING_DAY = "same working day"
    NEXT_WORKING_DAY = "next working day"


class Relation(Enum):
    """On which side of its event a time lies."""

    AFTER = "after"
    BEFORE = "before"


class Whichever(Enum):
    """Which of two events counts: the first ends the time, or the later one starts it."""

    FIRST = "first"
    LATER = "later"


class Unless(Enum):
    """What makes a time lapse."""

    ANSWERED = "answered first"
    RESOLVED = "resolved first"
    AGREED = "agreed otherwise"


class CountFrom(Enum):
    """From which day a time is counted, where that is not the event's own."""

    NEXT_DAY = "next day"
    NEXT_WORKING_DAY = "next working day"


TIMINGS: Final = {
    **{timing.value: timing for timing in Timing},
    "at once": Timing.IMMEDIATELY,
    "straight away": Timing.IMMEDIATELY,
    "without delay": Timing.PROMPTLY,
    "without undue delay": Timing.PROMPTLY,
    "on the same working day": Timing.SAME_WORKING_DAY,
    "same business day": Timing.SAME_WORKING_DAY,
    "by the next working day": Timing.NEXT_WORKING_DAY,
    "next business day": Timing.NEXT_WORKING_DAY,
}
UNLESS: Final = {
    **{unless.value: unless for unless in Unless},
    "replied first": Unless.ANSWERED,
    "settled first": Unless.RESOLVED,
    "otherwise agreed": Unless.AGREED,
}
COUNT_FROM: Final = {
    **{start.value: start for start in CountFrom},
    "next business day": CountFrom.NEXT_WORKING_DAY,
}
WHICHEVER: Final = {
    **{which.value: which for which in Whichever},
    "earlier": Whichever.FIRST,
    "sooner": Whichever.FIRST,
    "last": Whichever.LATER,
}
