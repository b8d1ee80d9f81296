"""The phrases for times: one whole phrase for each comparator, unit and calendar.

They are whole because grammar is: German needs a case after each preposition, French tells
*ouvré* from *ouvrable*, and plurals differ everywhere. Translators see each with its plural; a new
language needs no Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from policygen.i18n.marks import Plural, nmark, npmark
from policygen.model.facts import Comparator, Unit


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


COUNTED: Final[Mapping[Unit, Counted]] = {
    unit: Counted[unit.name] for unit in Unit if unit is not Unit.DAY
}

DURATIONS: Final[Mapping[Counted, Plural]] = {
    Counted.SECOND: nmark(
        "%(num)s second", "%(num)s seconds"
    ),
    Counted.MINUTE: nmark(
        "%(num)s minute", "%(num)s minutes"
    ),
    Counted.HOUR: nmark(
        "%(num)s hour", "%(num)s hours"
    ),
    Counted.WORKING_HOUR: nmark(
        "%(num)s working hour", "%(num)s working hours"
    ),
    Counted.RING: nmark(
        "%(num)s ring", "%(num)s rings"
    ),
    Counted.DAY: nmark(
        "%(num)s day", "%(num)s days"
    ),
    Counted.WORKING: nmark(
        "%(num)s working day", "%(num)s working days"
    ),
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday",
        "%(num)s working day",
        "%(num)s working days",
    ),
    Counted.BANK: nmark(
        "%(num)s bank working day", "%(num)s bank working days"
    ),
    Counted.WEEK: nmark(
        "%(num)s week", "%(num)s weeks"
    ),
    Counted.MONTH: nmark(
        "%(num)s month", "%(num)s months"
    ),
    Counted.YEAR: nmark(
        "%(num)s year", "%(num)s years"
    ),
}
"""A length of time by itself: “2 working days”."""

INTERVALS: Final[Mapping[Counted, Plural]] = {
    Counted.SECOND: nmark(
        "every second", "every %(num)s seconds"
    ),
    Counted.MINUTE: nmark(
        "every minute", "every %(num)s minutes"
    ),
    Counted.HOUR: nmark(
        "every hour", "every %(num)s hours"
    ),
    Counted.WORKING_HOUR: nmark(
        "every working hour", "every %(num)s working hours"
    ),
    Counted.RING: nmark(
        "every ring", "every %(num)s rings"
    ),
    Counted.DAY: nmark(
        "every day", "every %(num)s days"
    ),
    Counted.WORKING: nmark(
        "every working day", "every %(num)s working days"
    ),
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday",
        "every working day",
        "every %(num)s working days",
    ),
    Counted.BANK: nmark(
        "every bank working day", "every %(num)s bank working days"
    ),
    Counted.WEEK: nmark(
        "every week", "every %(num)s weeks"
    ),
    Counted.MONTH: nmark(
        "every month", "every %(num)s months"
    ),
    Counted.YEAR: nmark(
        "every year", "every %(num)s years"
    ),
}
"""A recurring time: “every 30 minutes”; the singular has no number."""

OFTEN: Final[Mapping[Counted, Plural]] = {
    Counted.HOUR: nmark(
        "once an hour", "%(num)s times an hour"
    ),
    Counted.DAY: nmark(
        "once a day", "%(num)s times a day"
    ),
    Counted.WORKING: nmark(
        "once a working day", "%(num)s times a working day"
    ),
    Counted.WEEK: nmark(
        "once a week", "%(num)s times a week"
    ),
    Counted.MONTH: nmark(
        "once a month", "%(num)s times a month"
    ),
    Counted.YEAR: nmark(
        "once a year", "%(num)s times a year"
    ),
    Counted.WORKING_SATURDAY: npmark(
        "working week from Monday to Saturday",
        "once a working day",
        "%(num)s times a working day",
    ),
}
"""How many times in one unit: “3 times a day”; the singular has no number."""

DEADLINES: Final[Mapping[tuple[Comparator, Counted], Plural]] = {
    (Comparator.WITHIN, Counted.SECOND): nmark(
        "within %(num)s second", "within %(num)s seconds"
    ),
    (Comparator.WITHIN, Counted.MINUTE): nmark(
        "within %(num)s minute", "within %(num)s minutes"
    ),
    (Comparator.WITHIN, Counted.HOUR): nmark(
        "within %(num)s hour", "within %(num)s hours"
    ),
    (Comparator.WITHIN, Counted.WORKING_HOUR): nmark(
        "within %(num)s working hour", "within %(num)s working hours"
    ),
    (Comparator.WITHIN, Counted.RING): nmark(
        "within %(num)s ring", "within %(num)s rings"
    ),
    (Comparator.WITHIN, Counted.DAY): nmark(
        "within %(num)s day", "within %(num)s days"
    ),
    (Comparator.WITHIN, Counted.WORKING): nmark(
        "within %(num)s working day", "within %(num)s working days"
    ),
    (Comparator.WITHIN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "within %(num)s working day",
        "within %(num)s working days",
    ),
    (Comparator.WITHIN, Counted.BANK): nmark(
        "within %(num)s bank working day", "within %(num)s bank working days"
    ),
    (Comparator.WITHIN, Counted.WEEK): nmark(
        "within %(num)s week", "within %(num)s weeks"
    ),
    (Comparator.WITHIN, Counted.MONTH): nmark(
        "within %(num)s month", "within %(num)s months"
    ),
    (Comparator.WITHIN, Counted.YEAR): nmark(
        "within %(num)s year", "within %(num)s years"
    ),
    (Comparator.LESS_THAN, Counted.SECOND): nmark(
        "in less than %(num)s second", "in less than %(num)s seconds"
    ),
    (Comparator.LESS_THAN, Counted.MINUTE): nmark(
        "in less than %(num)s minute", "in less than %(num)s minutes"
    ),
    (Comparator.LESS_THAN, Counted.HOUR): nmark(
        "in less than %(num)s hour", "in less than %(num)s hours"
    ),
    (Comparator.LESS_THAN, Counted.WORKING_HOUR): nmark(
        "in less than %(num)s working hour", "in less than %(num)s working hours"
    ),
    (Comparator.LESS_THAN, Counted.RING): nmark(
        "in less than %(num)s ring", "in less than %(num)s rings"
    ),
    (Comparator.LESS_THAN, Counted.DAY): nmark(
        "in less than %(num)s day", "in less than %(num)s days"
    ),
    (Comparator.LESS_THAN, Counted.WORKING): nmark(
        "in less than %(num)s working day", "in less than %(num)s working days"
    ),
    (Comparator.LESS_THAN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "in less than %(num)s working day",
        "in less than %(num)s working days",
    ),
    (Comparator.LESS_THAN, Counted.BANK): nmark(
        "in less than %(num)s bank working day", "in less than %(num)s bank working days"
    ),
    (Comparator.LESS_THAN, Counted.WEEK): nmark(
        "in less than %(num)s week", "in less than %(num)s weeks"
    ),
    (Comparator.LESS_THAN, Counted.MONTH): nmark(
        "in less than %(num)s month", "in less than %(num)s months"
    ),
    (Comparator.LESS_THAN, Counted.YEAR): nmark(
        "in less than %(num)s year", "in less than %(num)s years"
    ),
    (Comparator.AT_LEAST, Counted.SECOND): nmark(
        "after at least %(num)s second", "after at least %(num)s seconds"
    ),
    (Comparator.AT_LEAST, Counted.MINUTE): nmark(
        "after at least %(num)s minute", "after at least %(num)s minutes"
    ),
    (Comparator.AT_LEAST, Counted.HOUR): nmark(
        "after at least %(num)s hour", "after at least %(num)s hours"
    ),
    (Comparator.AT_LEAST, Counted.WORKING_HOUR): nmark(
        "after at least %(num)s working hour", "after at least %(num)s working hours"
    ),
    (Comparator.AT_LEAST, Counted.RING): nmark(
        "after at least %(num)s ring", "after at least %(num)s rings"
    ),
    (Comparator.AT_LEAST, Counted.DAY): nmark(
        "after at least %(num)s day", "after at least %(num)s days"
    ),
    (Comparator.AT_LEAST, Counted.WORKING): nmark(
        "after at least %(num)s working day", "after at least %(num)s working days"
    ),
    (Comparator.AT_LEAST, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after at least %(num)s working day",
        "after at least %(num)s working days",
    ),
    (Comparator.AT_LEAST, Counted.BANK): nmark(
        "after at least %(num)s bank working day", "after at least %(num)s bank working days"
    ),
    (Comparator.AT_LEAST, Counted.WEEK): nmark(
        "after at least %(num)s week", "after at least %(num)s weeks"
    ),
    (Comparator.AT_LEAST, Counted.MONTH): nmark(
        "after at least %(num)s month", "after at least %(num)s months"
    ),
    (Comparator.AT_LEAST, Counted.YEAR): nmark(
        "after at least %(num)s year", "after at least %(num)s years"
    ),
    (Comparator.MORE_THAN, Counted.SECOND): nmark(
        "after more than %(num)s second", "after more than %(num)s seconds"
    ),
    (Comparator.MORE_THAN, Counted.MINUTE): nmark(
        "after more than %(num)s minute", "after more than %(num)s minutes"
    ),
    (Comparator.MORE_THAN, Counted.HOUR): nmark(
        "after more than %(num)s hour", "after more than %(num)s hours"
    ),
    (Comparator.MORE_THAN, Counted.WORKING_HOUR): nmark(
        "after more than %(num)s working hour", "after more than %(num)s working hours"
    ),
    (Comparator.MORE_THAN, Counted.RING): nmark(
        "after more than %(num)s ring", "after more than %(num)s rings"
    ),
    (Comparator.MORE_THAN, Counted.DAY): nmark(
        "after more than %(num)s day", "after more than %(num)s days"
    ),
    (Comparator.MORE_THAN, Counted.WORKING): nmark(
        "after more than %(num)s working day", "after more than %(num)s working days"
    ),
    (Comparator.MORE_THAN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after more than %(num)s working day",
        "after more than %(num)s working days",
    ),
    (Comparator.MORE_THAN, Counted.BANK): nmark(
        "after more than %(num)s bank working day", "after more than %(num)s bank working days"
    ),
    (Comparator.MORE_THAN, Counted.WEEK): nmark(
        "after more than %(num)s week", "after more than %(num)s weeks"
    ),
    (Comparator.MORE_THAN, Counted.MONTH): nmark(
        "after more than %(num)s month", "after more than %(num)s months"
    ),
    (Comparator.MORE_THAN, Counted.YEAR): nmark(
        "after more than %(num)s year", "after more than %(num)s years"
    ),
    (Comparator.ABOUT, Counted.SECOND): nmark(
        "after about %(num)s second", "after about %(num)s seconds"
    ),
    (Comparator.ABOUT, Counted.MINUTE): nmark(
        "after about %(num)s minute", "after about %(num)s minutes"
    ),
    (Comparator.ABOUT, Counted.HOUR): nmark(
        "after about %(num)s hour", "after about %(num)s hours"
    ),
    (Comparator.ABOUT, Counted.WORKING_HOUR): nmark(
        "after about %(num)s working hour", "after about %(num)s working hours"
    ),
    (Comparator.ABOUT, Counted.RING): nmark(
        "after about %(num)s ring", "after about %(num)s rings"
    ),
    (Comparator.ABOUT, Counted.DAY): nmark(
        "after about %(num)s day", "after about %(num)s days"
    ),
    (Comparator.ABOUT, Counted.WORKING): nmark(
        "after about %(num)s working day", "after about %(num)s working days"
    ),
    (Comparator.ABOUT, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after about %(num)s working day",
        "after about %(num)s working days",
    ),
    (Comparator.ABOUT, Counted.BANK): nmark(
        "after about %(num)s bank working day", "after about %(num)s bank working days"
    ),
    (Comparator.ABOUT, Counted.WEEK): nmark(
        "after about %(num)s week", "after about %(num)s weeks"
    ),
    (Comparator.ABOUT, Counted.MONTH): nmark(
        "after about %(num)s month", "after about %(num)s months"
    ),
    (Comparator.ABOUT, Counted.YEAR): nmark(
        "after about %(num)s year", "after about %(num)s years"
    ),
    (Comparator.EXACTLY, Counted.SECOND): nmark(
        "after exactly %(num)s second", "after exactly %(num)s seconds"
    ),
    (Comparator.EXACTLY, Counted.MINUTE): nmark(
        "after exactly %(num)s minute", "after exactly %(num)s minutes"
    ),
    (Comparator.EXACTLY, Counted.HOUR): nmark(
        "after exactly %(num)s hour", "after exactly %(num)s hours"
    ),
    (Comparator.EXACTLY, Counted.WORKING_HOUR): nmark(
        "after exactly %(num)s working hour", "after exactly %(num)s working hours"
    ),
    (Comparator.EXACTLY, Counted.RING): nmark(
        "after exactly %(num)s ring", "after exactly %(num)s rings"
    ),
    (Comparator.EXACTLY, Counted.DAY): nmark(
        "after exactly %(num)s day", "after exactly %(num)s days"
    ),
    (Comparator.EXACTLY, Counted.WORKING): nmark(
        "after exactly %(num)s working day", "after exactly %(num)s working days"
    ),
    (Comparator.EXACTLY, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after exactly %(num)s working day",
        "after exactly %(num)s working days",
    ),
    (Comparator.EXACTLY, Counted.BANK): nmark(
        "after exactly %(num)s bank working day", "after exactly %(num)s bank working days"
    ),
    (Comparator.EXACTLY, Counted.WEEK): nmark(
        "after exactly %(num)s week", "after exactly %(num)s weeks"
    ),
    (Comparator.EXACTLY, Counted.MONTH): nmark(
        "after exactly %(num)s month", "after exactly %(num)s months"
    ),
    (Comparator.EXACTLY, Counted.YEAR): nmark(
        "after exactly %(num)s year", "after exactly %(num)s years"
    ),
    (Comparator.AFTER, Counted.SECOND): nmark(
        "from %(num)s second", "from %(num)s seconds"
    ),
    (Comparator.AFTER, Counted.MINUTE): nmark(
        "from %(num)s minute", "from %(num)s minutes"
    ),
    (Comparator.AFTER, Counted.HOUR): nmark(
        "from %(num)s hour", "from %(num)s hours"
    ),
    (Comparator.AFTER, Counted.WORKING_HOUR): nmark(
        "from %(num)s working hour", "from %(num)s working hours"
    ),
    (Comparator.AFTER, Counted.RING): nmark(
        "from %(num)s ring", "from %(num)s rings"
    ),
    (Comparator.AFTER, Counted.DAY): nmark(
        "from %(num)s day", "from %(num)s days"
    ),
    (Comparator.AFTER, Counted.WORKING): nmark(
        "from %(num)s working day", "from %(num)s working days"
    ),
    (Comparator.AFTER, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "from %(num)s working day",
        "from %(num)s working days",
    ),
    (Comparator.AFTER, Counted.BANK): nmark(
        "from %(num)s bank working day", "from %(num)s bank working days"
    ),
    (Comparator.AFTER, Counted.WEEK): nmark(
        "from %(num)s week", "from %(num)s weeks"
    ),
    (Comparator.AFTER, Counted.MONTH): nmark(
        "from %(num)s month", "from %(num)s months"
    ),
    (Comparator.AFTER, Counted.YEAR): nmark(
        "from %(num)s year", "from %(num)s years"
    ),
    (Comparator.BETWEEN, Counted.SECOND): nmark(
        "between %(low)s and %(high)s seconds", "between %(low)s and %(high)s seconds"
    ),
    (Comparator.BETWEEN, Counted.MINUTE): nmark(
        "between %(low)s and %(high)s minutes", "between %(low)s and %(high)s minutes"
    ),
    (Comparator.BETWEEN, Counted.HOUR): nmark(
        "between %(low)s and %(high)s hours", "between %(low)s and %(high)s hours"
    ),
    (Comparator.BETWEEN, Counted.WORKING_HOUR): nmark(
        "between %(low)s and %(high)s working hours", "between %(low)s and %(high)s working hours"
    ),
    (Comparator.BETWEEN, Counted.RING): nmark(
        "between %(low)s and %(high)s rings", "between %(low)s and %(high)s rings"
    ),
    (Comparator.BETWEEN, Counted.DAY): nmark(
        "between %(low)s and %(high)s days", "between %(low)s and %(high)s days"
    ),
    (Comparator.BETWEEN, Counted.WORKING): nmark(
        "between %(low)s and %(high)s working days", "between %(low)s and %(high)s working days"
    ),
    (Comparator.BETWEEN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "between %(low)s and %(high)s working days",
        "between %(low)s and %(high)s working days",
    ),
    (Comparator.BETWEEN, Counted.BANK): nmark(
        "between %(low)s and %(high)s bank working days", "between %(low)s and %(high)s bank working days"
    ),
    (Comparator.BETWEEN, Counted.WEEK): nmark(
        "between %(low)s and %(high)s weeks", "between %(low)s and %(high)s weeks"
    ),
    (Comparator.BETWEEN, Counted.MONTH): nmark(
        "between %(low)s and %(high)s months", "between %(low)s and %(high)s months"
    ),
    (Comparator.BETWEEN, Counted.YEAR): nmark(
        "between %(low)s and %(high)s years", "between %(low)s and %(high)s years"
    ),
}
"""When something happens: “within 2 working days”. The plural of BETWEEN follows `high`. AFTER opens
a time: “from 8 weeks”, mostly followed by “after receipt”."""
