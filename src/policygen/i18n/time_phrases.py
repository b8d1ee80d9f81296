"""The phrases for lengths of time and for how often: one for each unit and calendar.

They are whole because grammar is: German needs a case after each preposition, French tells
*ouvré* from *ouvrable*, and plurals differ everywhere. Translators see each with its plural; a new
language needs no Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from policygen.i18n.marks import Plural, nmark, npmark
from policygen.model.facts import Unit


class Counted(Enum):
    """What a phrase counts: the units, and days and hours by their calendar."""

    SECOND = "s"
    MINUTE = "min"
    HOUR = "h"
    WORKING_HOUR = "working hours"
    RING = "rings"
    DAY = "days"
    WORKING = "working days, Monday to Friday"
    WORKING_SATURDAY = "working days, Monday to Saturday"
    BANK = "bank days"
    WEEK = "weeks"
    MONTH = "months"
    YEAR = "years"


COUNTED: Final[Mapping[Unit, Counted]] = {unit: Counted[unit.name] for unit in Unit}
"""What a phrase counts where every day and hour counts."""

DURATIONS: Final[Mapping[Counted, Plural]] = {
    # Translators: a length of time by itself: “2 seconds”, “2–3 seconds”
    Counted.SECOND: nmark("%(num)s second", "%(num)s seconds"),
    # Translators: a length of time by itself: “2 minutes”, “2–3 minutes”
    Counted.MINUTE: nmark("%(num)s minute", "%(num)s minutes"),
    # Translators: a length of time by itself: “2 hours”, “2–3 hours”
    Counted.HOUR: nmark("%(num)s hour", "%(num)s hours"),
    # Translators: a length of time by itself: “2 working hours”, “2–3 working hours”
    Counted.WORKING_HOUR: nmark("%(num)s working hour", "%(num)s working hours"),
    # Translators: a length of time by itself: “2 rings”, “2–3 rings”
    Counted.RING: nmark("%(num)s ring", "%(num)s rings"),
    # Translators: a length of time by itself: “2 days”, “2–3 days”
    # (every day of the week counts)
    Counted.DAY: nmark("%(num)s day", "%(num)s days"),
    # Translators: a length of time by itself: “2 working days”, “2–3 working days”
    Counted.WORKING: nmark("%(num)s working day", "%(num)s working days"),
    # Translators: a length of time by itself (Saturday counts): “2 working days”
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday", "%(num)s working day", "%(num)s working days"
    ),
    # Translators: a length of time by itself: “2 bank working days”, “2–3 bank working days”
    Counted.BANK: nmark("%(num)s bank working day", "%(num)s bank working days"),
    # Translators: a length of time by itself: “2 weeks”, “2–3 weeks”
    Counted.WEEK: nmark("%(num)s week", "%(num)s weeks"),
    # Translators: a length of time by itself: “2 months”, “2–3 months”
    Counted.MONTH: nmark("%(num)s month", "%(num)s months"),
    # Translators: a length of time by itself: “2 years”, “2–3 years”
    Counted.YEAR: nmark("%(num)s year", "%(num)s years"),
}
"""A length of time by itself: “2 working days”."""

INTERVALS: Final[Mapping[Counted, Plural]] = {
    # Translators: how often; the singular is for one and has no number
    Counted.SECOND: nmark("every second", "every %(num)s seconds"),
    # Translators: how often; the singular is for one and has no number
    Counted.MINUTE: nmark("every minute", "every %(num)s minutes"),
    # Translators: how often; the singular is for one and has no number
    Counted.HOUR: nmark("every hour", "every %(num)s hours"),
    # Translators: how often; the singular is for one and has no number
    Counted.WORKING_HOUR: nmark("every working hour", "every %(num)s working hours"),
    # Translators: how often; the singular is for one and has no number
    # (every day of the week counts)
    Counted.DAY: nmark("every day", "every %(num)s days"),
    # Translators: how often; the singular is for one and has no number
    Counted.WORKING: nmark("every working day", "every %(num)s working days"),
    # Translators: how often (Saturday counts); the singular is for one and has no number
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday", "every working day", "every %(num)s working days"
    ),
    # Translators: how often; the singular is for one and has no number
    Counted.BANK: nmark("every bank working day", "every %(num)s bank working days"),
    # Translators: how often; the singular is for one and has no number
    Counted.WEEK: nmark("every week", "every %(num)s weeks"),
    # Translators: how often; the singular is for one and has no number
    Counted.MONTH: nmark("every month", "every %(num)s months"),
    # Translators: how often; the singular is for one and has no number
    Counted.YEAR: nmark("every year", "every %(num)s years"),
}
"""How often: “every 30 minutes”; the singular has no number."""

OFTEN: Final[Mapping[Counted, Plural]] = {
    # Translators: how often: “3 times an hour”
    Counted.HOUR: nmark("once an hour", "%(num)s times an hour"),
    # Translators: how often: “3 times a day”
    # (every day of the week counts)
    Counted.DAY: nmark("once a day", "%(num)s times a day"),
    # Translators: how often: “3 times a working day”
    Counted.WORKING: nmark("once a working day", "%(num)s times a working day"),
    # Translators: how often (Saturday counts): “3 times a working day”
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday", "once a working day", "%(num)s times a working day"
    ),
    # Translators: how often: “3 times a week”
    Counted.WEEK: nmark("once a week", "%(num)s times a week"),
    # Translators: how often: “3 times a month”
    Counted.MONTH: nmark("once a month", "%(num)s times a month"),
    # Translators: how often: “3 times a year”
    Counted.YEAR: nmark("once a year", "%(num)s times a year"),
}
"""How many times in one unit: “3 times a day”; the singular has no number."""
