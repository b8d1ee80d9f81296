"""The phrases for deadlines: one whole phrase for each comparator, unit and calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from policygen.i18n.marks import Plural, nmark, npmark
from policygen.i18n.time_phrases import Counted
from policygen.model.facts import Comparator

DEADLINES: Final[Mapping[tuple[Comparator, Counted], Plural]] = {
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.SECOND): nmark("within %(num)s second", "within %(num)s seconds"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.MINUTE): nmark("within %(num)s minute", "within %(num)s minutes"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.HOUR): nmark("within %(num)s hour", "within %(num)s hours"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.WORKING_HOUR): nmark(
        "within %(num)s working hour", "within %(num)s working hours"
    ),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.RING): nmark("within %(num)s ring", "within %(num)s rings"),
    # Translators: a time limit, at the latest when it has passed
    # (every day of the week counts)
    (Comparator.WITHIN, Counted.DAY): nmark("within %(num)s day", "within %(num)s days"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.WORKING): nmark(
        "within %(num)s working day", "within %(num)s working days"
    ),
    # Translators: a time limit, at the latest when it has passed (Saturday counts)
    (Comparator.WITHIN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "within %(num)s working day",
        "within %(num)s working days",
    ),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.BANK): nmark(
        "within %(num)s bank working day", "within %(num)s bank working days"
    ),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.WEEK): nmark("within %(num)s week", "within %(num)s weeks"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.MONTH): nmark("within %(num)s month", "within %(num)s months"),
    # Translators: a time limit, at the latest when it has passed
    (Comparator.WITHIN, Counted.YEAR): nmark("within %(num)s year", "within %(num)s years"),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.SECOND): nmark(
        "in less than %(num)s second", "in less than %(num)s seconds"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.MINUTE): nmark(
        "in less than %(num)s minute", "in less than %(num)s minutes"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.HOUR): nmark(
        "in less than %(num)s hour", "in less than %(num)s hours"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.WORKING_HOUR): nmark(
        "in less than %(num)s working hour", "in less than %(num)s working hours"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.RING): nmark(
        "in less than %(num)s ring", "in less than %(num)s rings"
    ),
    # Translators: a time limit, before it has passed
    # (every day of the week counts)
    (Comparator.LESS_THAN, Counted.DAY): nmark(
        "in less than %(num)s day", "in less than %(num)s days"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.WORKING): nmark(
        "in less than %(num)s working day", "in less than %(num)s working days"
    ),
    # Translators: a time limit, before it has passed (Saturday counts)
    (Comparator.LESS_THAN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "in less than %(num)s working day",
        "in less than %(num)s working days",
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.BANK): nmark(
        "in less than %(num)s bank working day", "in less than %(num)s bank working days"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.WEEK): nmark(
        "in less than %(num)s week", "in less than %(num)s weeks"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.MONTH): nmark(
        "in less than %(num)s month", "in less than %(num)s months"
    ),
    # Translators: a time limit, before it has passed
    (Comparator.LESS_THAN, Counted.YEAR): nmark(
        "in less than %(num)s year", "in less than %(num)s years"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.SECOND): nmark(
        "after at least %(num)s second", "after at least %(num)s seconds"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.MINUTE): nmark(
        "after at least %(num)s minute", "after at least %(num)s minutes"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.HOUR): nmark(
        "after at least %(num)s hour", "after at least %(num)s hours"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.WORKING_HOUR): nmark(
        "after at least %(num)s working hour", "after at least %(num)s working hours"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.RING): nmark(
        "after at least %(num)s ring", "after at least %(num)s rings"
    ),
    # Translators: not before, perhaps later
    # (every day of the week counts)
    (Comparator.AT_LEAST, Counted.DAY): nmark(
        "after at least %(num)s day", "after at least %(num)s days"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.WORKING): nmark(
        "after at least %(num)s working day", "after at least %(num)s working days"
    ),
    # Translators: not before, perhaps later (Saturday counts)
    (Comparator.AT_LEAST, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after at least %(num)s working day",
        "after at least %(num)s working days",
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.BANK): nmark(
        "after at least %(num)s bank working day", "after at least %(num)s bank working days"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.WEEK): nmark(
        "after at least %(num)s week", "after at least %(num)s weeks"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.MONTH): nmark(
        "after at least %(num)s month", "after at least %(num)s months"
    ),
    # Translators: not before, perhaps later
    (Comparator.AT_LEAST, Counted.YEAR): nmark(
        "after at least %(num)s year", "after at least %(num)s years"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.SECOND): nmark(
        "after more than %(num)s second", "after more than %(num)s seconds"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.MINUTE): nmark(
        "after more than %(num)s minute", "after more than %(num)s minutes"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.HOUR): nmark(
        "after more than %(num)s hour", "after more than %(num)s hours"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.WORKING_HOUR): nmark(
        "after more than %(num)s working hour", "after more than %(num)s working hours"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.RING): nmark(
        "after more than %(num)s ring", "after more than %(num)s rings"
    ),
    # Translators: only after, when more has passed
    # (every day of the week counts)
    (Comparator.MORE_THAN, Counted.DAY): nmark(
        "after more than %(num)s day", "after more than %(num)s days"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.WORKING): nmark(
        "after more than %(num)s working day", "after more than %(num)s working days"
    ),
    # Translators: only after, when more has passed (Saturday counts)
    (Comparator.MORE_THAN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after more than %(num)s working day",
        "after more than %(num)s working days",
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.BANK): nmark(
        "after more than %(num)s bank working day", "after more than %(num)s bank working days"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.WEEK): nmark(
        "after more than %(num)s week", "after more than %(num)s weeks"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.MONTH): nmark(
        "after more than %(num)s month", "after more than %(num)s months"
    ),
    # Translators: only after, when more has passed
    (Comparator.MORE_THAN, Counted.YEAR): nmark(
        "after more than %(num)s year", "after more than %(num)s years"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.SECOND): nmark(
        "after about %(num)s second", "after about %(num)s seconds"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.MINUTE): nmark(
        "after about %(num)s minute", "after about %(num)s minutes"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.HOUR): nmark(
        "after about %(num)s hour", "after about %(num)s hours"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.WORKING_HOUR): nmark(
        "after about %(num)s working hour", "after about %(num)s working hours"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.RING): nmark(
        "after about %(num)s ring", "after about %(num)s rings"
    ),
    # Translators: a rough time, a little more or less
    # (every day of the week counts)
    (Comparator.ABOUT, Counted.DAY): nmark("after about %(num)s day", "after about %(num)s days"),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.WORKING): nmark(
        "after about %(num)s working day", "after about %(num)s working days"
    ),
    # Translators: a rough time, a little more or less (Saturday counts)
    (Comparator.ABOUT, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after about %(num)s working day",
        "after about %(num)s working days",
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.BANK): nmark(
        "after about %(num)s bank working day", "after about %(num)s bank working days"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.WEEK): nmark(
        "after about %(num)s week", "after about %(num)s weeks"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.MONTH): nmark(
        "after about %(num)s month", "after about %(num)s months"
    ),
    # Translators: a rough time, a little more or less
    (Comparator.ABOUT, Counted.YEAR): nmark(
        "after about %(num)s year", "after about %(num)s years"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.SECOND): nmark(
        "after exactly %(num)s second", "after exactly %(num)s seconds"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.MINUTE): nmark(
        "after exactly %(num)s minute", "after exactly %(num)s minutes"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.HOUR): nmark(
        "after exactly %(num)s hour", "after exactly %(num)s hours"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.WORKING_HOUR): nmark(
        "after exactly %(num)s working hour", "after exactly %(num)s working hours"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.RING): nmark(
        "after exactly %(num)s ring", "after exactly %(num)s rings"
    ),
    # Translators: a time to be met, neither earlier nor later
    # (every day of the week counts)
    (Comparator.EXACTLY, Counted.DAY): nmark(
        "after exactly %(num)s day", "after exactly %(num)s days"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.WORKING): nmark(
        "after exactly %(num)s working day", "after exactly %(num)s working days"
    ),
    # Translators: a time to be met, neither earlier nor later (Saturday counts)
    (Comparator.EXACTLY, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "after exactly %(num)s working day",
        "after exactly %(num)s working days",
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.BANK): nmark(
        "after exactly %(num)s bank working day", "after exactly %(num)s bank working days"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.WEEK): nmark(
        "after exactly %(num)s week", "after exactly %(num)s weeks"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.MONTH): nmark(
        "after exactly %(num)s month", "after exactly %(num)s months"
    ),
    # Translators: a time to be met, neither earlier nor later
    (Comparator.EXACTLY, Counted.YEAR): nmark(
        "after exactly %(num)s year", "after exactly %(num)s years"
    ),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.SECOND): nmark("from %(num)s second", "from %(num)s seconds"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.MINUTE): nmark("from %(num)s minute", "from %(num)s minutes"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.HOUR): nmark("from %(num)s hour", "from %(num)s hours"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.WORKING_HOUR): nmark(
        "from %(num)s working hour", "from %(num)s working hours"
    ),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.RING): nmark("from %(num)s ring", "from %(num)s rings"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    # (every day of the week counts)
    (Comparator.AFTER, Counted.DAY): nmark("from %(num)s day", "from %(num)s days"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.WORKING): nmark(
        "from %(num)s working day", "from %(num)s working days"
    ),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    # (Saturday counts)
    (Comparator.AFTER, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "from %(num)s working day",
        "from %(num)s working days",
    ),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.BANK): nmark(
        "from %(num)s bank working day", "from %(num)s bank working days"
    ),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.WEEK): nmark("from %(num)s week", "from %(num)s weeks"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.MONTH): nmark("from %(num)s month", "from %(num)s months"),
    # Translators: from then on, not before; mostly before an event: “from 8 weeks after receipt”
    (Comparator.AFTER, Counted.YEAR): nmark("from %(num)s year", "from %(num)s years"),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.SECOND): nmark(
        "between %(low)s and %(high)s seconds", "between %(low)s and %(high)s seconds"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.MINUTE): nmark(
        "between %(low)s and %(high)s minutes", "between %(low)s and %(high)s minutes"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.HOUR): nmark(
        "between %(low)s and %(high)s hours", "between %(low)s and %(high)s hours"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.WORKING_HOUR): nmark(
        "between %(low)s and %(high)s working hours", "between %(low)s and %(high)s working hours"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.RING): nmark(
        "between %(low)s and %(high)s rings", "between %(low)s and %(high)s rings"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    # (every day of the week counts)
    (Comparator.BETWEEN, Counted.DAY): nmark(
        "between %(low)s and %(high)s days", "between %(low)s and %(high)s days"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.WORKING): nmark(
        "between %(low)s and %(high)s working days", "between %(low)s and %(high)s working days"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high (Saturday counts)
    (Comparator.BETWEEN, Counted.WORKING_SATURDAY): npmark(
        "working week from Monday to Saturday",
        "between %(low)s and %(high)s working days",
        "between %(low)s and %(high)s working days",
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.BANK): nmark(
        "between %(low)s and %(high)s bank working days",
        "between %(low)s and %(high)s bank working days",
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.WEEK): nmark(
        "between %(low)s and %(high)s weeks", "between %(low)s and %(high)s weeks"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.MONTH): nmark(
        "between %(low)s and %(high)s months", "between %(low)s and %(high)s months"
    ),
    # Translators: neither earlier nor later than these; the plural goes with high
    (Comparator.BETWEEN, Counted.YEAR): nmark(
        "between %(low)s and %(high)s years", "between %(low)s and %(high)s years"
    ),
}
"""When something happens: “within 2 working days”. The plural of BETWEEN follows `high`."""
