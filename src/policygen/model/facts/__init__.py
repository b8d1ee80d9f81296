"""Facts: typed values that every language and document states alike.

Each fact has a short form that a CX manager types (`within 2 working days of receipt`); `parse`
turns it into a value and `str()` gives the short form back.
"""

from policygen.model.facts.base import Fact, FactError
from policygen.model.facts.duration import (
    Calendar,
    Comparator,
    Deadline,
    Duration,
    Event,
    Timing,
    Unit,
)
from policygen.model.facts.hours import Hours, OpeningPeriod
from policygen.model.facts.money import Amount
from policygen.model.facts.target import Target

__all__ = [
    "Amount",
    "Calendar",
    "Comparator",
    "Deadline",
    "Duration",
    "Event",
    "Fact",
    "FactError",
    "Hours",
    "OpeningPeriod",
    "Target",
    "Timing",
    "Unit",
]
