"""Facts: typed values that every language and document states alike.

Each fact has a short form that a CX manager types (`within 2 working days of receipt`); `parse`
turns it into a value and `str()` gives the short form back.
"""

from policygen.model.facts.base import Commitment, Fact, FactError
from policygen.model.facts.comparator import Comparator
from policygen.model.facts.conditions import CountFrom, Relation, Timing, Unless, Whichever
from policygen.model.facts.cost import Cost, Tariff
from policygen.model.facts.deadline import Deadline
from policygen.model.facts.duration import Calendar, Duration, Unit
from policygen.model.facts.events import Event
from policygen.model.facts.hours import Hours
from policygen.model.facts.interval import Interval
from policygen.model.facts.money import Amount, Base, PerItem
from policygen.model.facts.target import Basis, Population, Target
from policygen.model.facts.week import OpeningPeriod
from policygen.model.facts.window import Window

__all__ = [
    "Amount",
    "Base",
    "Basis",
    "Calendar",
    "Commitment",
    "Comparator",
    "Cost",
    "CountFrom",
    "Deadline",
    "Duration",
    "Event",
    "Fact",
    "FactError",
    "Hours",
    "Interval",
    "OpeningPeriod",
    "PerItem",
    "Population",
    "Relation",
    "Target",
    "Tariff",
    "Timing",
    "Unit",
    "Unless",
    "Whichever",
    "Window",
]
