"""The phrases for events: from which a time runs, or before which it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from policygen.i18n.marks import InContext, mark, pmark
from policygen.model.facts import CountFrom, Event, Timing, Unless

# Translators: %(deadline)s is a phrase such as "within 2 working days" or "in less than 4 hours".
EVENTS: Final[Mapping[Event, str]] = {
    Event.RECEIPT: mark("%(deadline)s of receipt"),
    Event.SENDING: mark("%(deadline)s of sending"),
    Event.POSTMARK: mark("%(deadline)s of the postmark"),
    Event.ACKNOWLEDGEMENT: mark("%(deadline)s of the acknowledgement"),
    Event.ASSESSMENT: mark("%(deadline)s of the assessment"),
    Event.ADMISSION: mark("%(deadline)s of admission of the complaint"),
    Event.REQUEST: mark("%(deadline)s of the request"),
    Event.REPORT: mark("%(deadline)s of the report of the fault"),
    Event.COMPLAINT: mark("%(deadline)s of the complaint"),
    Event.INCIDENT: mark("%(deadline)s of the incident"),
    Event.BREACH: mark("%(deadline)s of the breach"),
    Event.NOTICE: mark("%(deadline)s of becoming aware of it"),
    Event.ORDER: mark("%(deadline)s of the order"),
    Event.PURCHASE: mark("%(deadline)s of the purchase"),
    Event.DELIVERY: mark("%(deadline)s of delivery"),
    Event.BOOKING: mark("%(deadline)s of the booking"),
    Event.ARRIVAL: mark("%(deadline)s of arrival"),
    Event.APPOINTMENT: mark("%(deadline)s of the appointment"),
    Event.INVOICE: mark("%(deadline)s of the invoice"),
    Event.PAYMENT: mark("%(deadline)s of payment"),
    Event.CONTRACT: mark("%(deadline)s of the start of the contract"),
    Event.EXPIRY: mark("%(deadline)s of expiry"),
    Event.INTERRUPTION: mark("%(deadline)s of the start of the interruption"),
    Event.DECISION: mark("%(deadline)s of the decision"),
    Event.REPLY: mark("%(deadline)s of our reply"),
    Event.FINAL_REPLY: mark("%(deadline)s of our final reply"),
    Event.DEADLOCK: mark("%(deadline)s of deadlock"),
    Event.ESCALATION: mark("%(deadline)s of the escalation"),
    Event.HANDOVER: mark("%(deadline)s of the handover"),
    Event.CLOSURE: mark("%(deadline)s of closure"),
}
"""A time limit from an event: “within 2 working days of receipt”."""

# Translators: %(deadline)s is a phrase such as "between 24 and 48 hours", "from 8 weeks" or
# "at least 3 days".
EVENTS_AFTER: Final[Mapping[Event, str]] = {
    Event.RECEIPT: mark("%(deadline)s after receipt"),
    Event.SENDING: mark("%(deadline)s after sending"),
    Event.POSTMARK: mark("%(deadline)s after the postmark"),
    Event.ACKNOWLEDGEMENT: mark("%(deadline)s after the acknowledgement"),
    Event.ASSESSMENT: mark("%(deadline)s after the assessment"),
    Event.ADMISSION: mark("%(deadline)s after admission of the complaint"),
    Event.REQUEST: mark("%(deadline)s after the request"),
    Event.REPORT: mark("%(deadline)s after the report of the fault"),
    Event.COMPLAINT: mark("%(deadline)s after the complaint"),
    Event.INCIDENT: mark("%(deadline)s after the incident"),
    Event.BREACH: mark("%(deadline)s after the breach"),
    Event.NOTICE: mark("%(deadline)s after becoming aware of it"),
    Event.ORDER: mark("%(deadline)s after the order"),
    Event.PURCHASE: mark("%(deadline)s after the purchase"),
    Event.DELIVERY: mark("%(deadline)s after delivery"),
    Event.BOOKING: mark("%(deadline)s after the booking"),
    Event.ARRIVAL: mark("%(deadline)s after arrival"),
    Event.APPOINTMENT: mark("%(deadline)s after the appointment"),
    Event.INVOICE: mark("%(deadline)s after the invoice"),
    Event.PAYMENT: mark("%(deadline)s after payment"),
    Event.CONTRACT: mark("%(deadline)s after the start of the contract"),
    Event.EXPIRY: mark("%(deadline)s after expiry"),
    Event.INTERRUPTION: mark("%(deadline)s after the start of the interruption"),
    Event.DECISION: mark("%(deadline)s after the decision"),
    Event.REPLY: mark("%(deadline)s after our reply"),
    Event.FINAL_REPLY: mark("%(deadline)s after our final reply"),
    Event.DEADLOCK: mark("%(deadline)s after deadlock"),
    Event.ESCALATION: mark("%(deadline)s after the escalation"),
    Event.HANDOVER: mark("%(deadline)s after the handover"),
    Event.CLOSURE: mark("%(deadline)s after closure"),
}
"""Any other time after an event: “between 24 and 48 hours after closure”."""

# Translators: %(duration)s is a phrase such as "at least 24 hours" or "2–3 days".
EVENTS_BEFORE: Final[Mapping[Event, str]] = {
    Event.APPOINTMENT: mark("%(duration)s before the appointment"),
    Event.DELIVERY: mark("%(duration)s before delivery"),
    Event.ARRIVAL: mark("%(duration)s before arrival"),
    Event.INTERRUPTION: mark("%(duration)s before the start of the interruption"),
    Event.CONTRACT: mark("%(duration)s before the start of the contract"),
    Event.EXPIRY: mark("%(duration)s before expiry"),
    Event.PAYMENT: mark("%(duration)s before payment"),
    Event.CLOSURE: mark("%(duration)s before closure"),
    Event.DECISION: mark("%(duration)s before the decision"),
}
"""A time before an event: “at least 24 hours before the appointment”."""

# Translators: %(deadline)s is a phrase such as "within 8 weeks of receipt" or "from 8 weeks after
# receipt"; the other event counts if it comes earlier.
FIRST_EVENTS: Final[Mapping[Event, str]] = {
    Event.DEADLOCK: mark("%(deadline)s, or at deadlock if that comes first"),
    Event.FINAL_REPLY: mark("%(deadline)s, or on our final reply if that comes first"),
    Event.REPLY: mark("%(deadline)s, or on our reply if that comes first"),
    Event.DELIVERY: mark("%(deadline)s, or on delivery if that comes first"),
    Event.CLOSURE: mark("%(deadline)s, or at closure if that comes first"),
    Event.DECISION: mark("%(deadline)s, or on the decision if that comes first"),
    Event.RECEIPT: mark("%(deadline)s, or on receipt if that comes first"),
}
"""A time or another event, whichever comes first."""

# Translators: %(deadline)s is a phrase such as "within 12 months of the incident"; the time runs from
# the later of the two events.
LATER_EVENTS: Final[Mapping[Event, str]] = {
    Event.NOTICE: mark("%(deadline)s or of becoming aware of it, whichever is later"),
    Event.RECEIPT: mark("%(deadline)s or of receipt, whichever is later"),
    Event.DELIVERY: mark("%(deadline)s or of delivery, whichever is later"),
    Event.INCIDENT: mark("%(deadline)s or of the incident, whichever is later"),
    Event.DECISION: mark("%(deadline)s or of the decision, whichever is later"),
    Event.CONTRACT: mark("%(deadline)s or of the start of the contract, whichever is later"),
    Event.EXPIRY: mark("%(deadline)s or of expiry, whichever is later"),
}
"""A time from the later of two events."""

TIMINGS: Final[Mapping[Timing, str]] = {
    Timing.IMMEDIATELY: mark("immediately"),
    Timing.PROMPTLY: mark("promptly"),
    Timing.CONTINUOUSLY: mark("continuously"),
    Timing.BY_PRIORITY: mark("depending on priority"),
    Timing.BY_COMPLEXITY: mark("depending on complexity"),
    Timing.SAME_WORKING_DAY: mark("on the same working day"),
    Timing.NEXT_WORKING_DAY: mark("by the next working day"),
}
TIMINGS_WITH_SATURDAY: Final[Mapping[Timing, InContext]] = {
    Timing.SAME_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "on the same working day"
    ),
    Timing.NEXT_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "by the next working day"
    ),
}
"""Where Saturday is a working day: French *jour ouvrable*, German *Werktag*."""

# Translators: %(deadline)s is a phrase such as "within 10 working days of receipt".
UNLESS: Final[Mapping[Unless, str]] = {
    Unless.ANSWERED: mark("%(deadline)s, unless there has been an answer before"),
    Unless.RESOLVED: mark("%(deadline)s, unless the matter has been settled before"),
    Unless.AGREED: mark("%(deadline)s, unless agreed otherwise"),
}

# Translators: %(deadline)s is a phrase such as "within 10 working days of receipt".
COUNT_FROM: Final[Mapping[CountFrom, str]] = {
    CountFrom.NEXT_DAY: mark("%(deadline)s, counted from the next day"),
    CountFrom.NEXT_WORKING_DAY: mark("%(deadline)s, counted from the next working day"),
}
