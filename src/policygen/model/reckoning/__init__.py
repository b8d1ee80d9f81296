"""Reckoning: the arithmetic of facts that checks need.

Pure functions: every date, calendar and assumption is a parameter, nothing reads the clock.
"""

from policygen.model.reckoning.calendars import WorkCalendar
from policygen.model.reckoning.comparing import add, compare, within
from policygen.model.reckoning.moments import due
from policygen.model.reckoning.spans import Assumptions, Step, span, worst_case

__all__ = [
    "Assumptions",
    "Step",
    "WorkCalendar",
    "add",
    "compare",
    "due",
    "span",
    "within",
    "worst_case",
]
