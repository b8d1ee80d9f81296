"""The phrases for events: from which a time runs, or before which it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from policygen.i18n.marks import InContext, mark, pmark
from policygen.model.facts import CountFrom, Event, Timing, Unless

EVENTS: Final[Mapping[Event, str]] = {
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the company
    # has received the letter, message or claim
    Event.RECEIPT: mark("%(deadline)s of receipt"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.SENDING: mark("%(deadline)s of sending"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the date of
    # the postmark on a letter
    Event.POSTMARK: mark("%(deadline)s of the postmark"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the company
    # has acknowledged a complaint
    Event.ACKNOWLEDGEMENT: mark("%(deadline)s of the acknowledgement"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the first
    # assessment of a complaint
    Event.ASSESSMENT: mark("%(deadline)s of the assessment"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the
    # decision that a complaint is taken up
    Event.ADMISSION: mark("%(deadline)s of admission of the complaint"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the
    # customer first got in touch about the matter
    Event.CONTACT: mark("%(deadline)s of the first contact"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.REQUEST: mark("%(deadline)s of the request"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.REPORT: mark("%(deadline)s of the report of the fault"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.COMPLAINT: mark("%(deadline)s of the complaint"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the event
    # that the customer complains of
    Event.INCIDENT: mark("%(deadline)s of the incident"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the company
    # has not kept a promise
    Event.BREACH: mark("%(deadline)s of the breach"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the
    # customer notices what happened
    Event.NOTICE: mark("%(deadline)s of becoming aware of it"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.ORDER: mark("%(deadline)s of the order"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.PURCHASE: mark("%(deadline)s of the purchase"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.DELIVERY: mark("%(deadline)s of delivery"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.BOOKING: mark("%(deadline)s of the booking"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; somebody or
    # something arrives: a customer, a train, a technician
    Event.ARRIVAL: mark("%(deadline)s of arrival"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.APPOINTMENT: mark("%(deadline)s of the appointment"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.INVOICE: mark("%(deadline)s of the invoice"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.PAYMENT: mark("%(deadline)s of payment"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the
    # contract starts
    Event.CONTRACT: mark("%(deadline)s of the start of the contract"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; a contract,
    # ticket or card ends
    Event.EXPIRY: mark("%(deadline)s of expiry"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the supply
    # or service is interrupted
    Event.INTERRUPTION: mark("%(deadline)s of the start of the interruption"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.DECISION: mark("%(deadline)s of the decision"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.REPLY: mark("%(deadline)s of our reply"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; the
    # company’s last word on a complaint
    Event.FINAL_REPLY: mark("%(deadline)s of our final reply"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; it is clear
    # that company and customer cannot agree
    Event.DEADLOCK: mark("%(deadline)s of deadlock"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”
    Event.ESCALATION: mark("%(deadline)s of the escalation"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; a case goes
    # to somebody else
    Event.HANDOVER: mark("%(deadline)s of the handover"),
    # Translators: deadline is such as “within 2 working days”, “in less than 4 hours”; a case is
    # closed
    Event.CLOSURE: mark("%(deadline)s of closure"),
}
"""A time limit from an event: “within 2 working days of receipt”."""

EVENTS_AFTER: Final[Mapping[Event, str]] = {
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the company
    # has received the letter, message or claim
    Event.RECEIPT: mark("%(deadline)s after receipt"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.SENDING: mark("%(deadline)s after sending"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the date of
    # the postmark on a letter
    Event.POSTMARK: mark("%(deadline)s after the postmark"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the company
    # has acknowledged a complaint
    Event.ACKNOWLEDGEMENT: mark("%(deadline)s after the acknowledgement"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the first
    # assessment of a complaint
    Event.ASSESSMENT: mark("%(deadline)s after the assessment"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the decision
    # that a complaint is taken up
    Event.ADMISSION: mark("%(deadline)s after admission of the complaint"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the customer
    # first got in touch about the matter
    Event.CONTACT: mark("%(deadline)s after the first contact"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.REQUEST: mark("%(deadline)s after the request"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.REPORT: mark("%(deadline)s after the report of the fault"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.COMPLAINT: mark("%(deadline)s after the complaint"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the event that
    # the customer complains of
    Event.INCIDENT: mark("%(deadline)s after the incident"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the company
    # has not kept a promise
    Event.BREACH: mark("%(deadline)s after the breach"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the customer
    # notices what happened
    Event.NOTICE: mark("%(deadline)s after becoming aware of it"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.ORDER: mark("%(deadline)s after the order"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.PURCHASE: mark("%(deadline)s after the purchase"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.DELIVERY: mark("%(deadline)s after delivery"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.BOOKING: mark("%(deadline)s after the booking"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; somebody or
    # something arrives: a customer, a train, a technician
    Event.ARRIVAL: mark("%(deadline)s after arrival"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.APPOINTMENT: mark("%(deadline)s after the appointment"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.INVOICE: mark("%(deadline)s after the invoice"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.PAYMENT: mark("%(deadline)s after payment"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the contract
    # starts
    Event.CONTRACT: mark("%(deadline)s after the start of the contract"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; a contract,
    # ticket or card ends
    Event.EXPIRY: mark("%(deadline)s after expiry"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the supply or
    # service is interrupted
    Event.INTERRUPTION: mark("%(deadline)s after the start of the interruption"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.DECISION: mark("%(deadline)s after the decision"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.REPLY: mark("%(deadline)s after our reply"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; the company’s
    # last word on a complaint
    Event.FINAL_REPLY: mark("%(deadline)s after our final reply"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; it is clear
    # that company and customer cannot agree
    Event.DEADLOCK: mark("%(deadline)s after deadlock"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”
    Event.ESCALATION: mark("%(deadline)s after the escalation"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; a case goes to
    # somebody else
    Event.HANDOVER: mark("%(deadline)s after the handover"),
    # Translators: deadline is such as “between 24 and 48 hours”, “at least 3 days”; a case is
    # closed
    Event.CLOSURE: mark("%(deadline)s after closure"),
}
"""Any other time after an event: “between 24 and 48 hours after closure”."""

EVENTS_BEFORE: Final[Mapping[Event, str]] = {
    # Translators: duration is such as “at least 24 hours”, “2–3 days”
    Event.APPOINTMENT: mark("%(duration)s before the appointment"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”
    Event.DELIVERY: mark("%(duration)s before delivery"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”; somebody or something
    # arrives: a customer, a train, a technician
    Event.ARRIVAL: mark("%(duration)s before arrival"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”; the supply or service is
    # interrupted
    Event.INTERRUPTION: mark("%(duration)s before the start of the interruption"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”; the contract starts
    Event.CONTRACT: mark("%(duration)s before the start of the contract"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”; a contract, ticket or card
    # ends
    Event.EXPIRY: mark("%(duration)s before expiry"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”
    Event.PAYMENT: mark("%(duration)s before payment"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”; a case is closed
    Event.CLOSURE: mark("%(duration)s before closure"),
    # Translators: duration is such as “at least 24 hours”, “2–3 days”
    Event.DECISION: mark("%(duration)s before the decision"),
}
"""A time before an event: “at least 24 hours before the appointment”."""

FIRST_EVENTS: Final[Mapping[Event, str]] = {
    # Translators: deadline is such as “within 8 weeks of receipt”; it is clear that company and
    # customer cannot agree
    Event.DEADLOCK: mark("%(deadline)s, or at deadlock if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”; the company’s last word on a
    # complaint
    Event.FINAL_REPLY: mark("%(deadline)s, or on our final reply if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”
    Event.REPLY: mark("%(deadline)s, or on our reply if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”
    Event.DELIVERY: mark("%(deadline)s, or on delivery if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”; a case is closed
    Event.CLOSURE: mark("%(deadline)s, or at closure if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”
    Event.DECISION: mark("%(deadline)s, or on the decision if that comes first"),
    # Translators: deadline is such as “within 8 weeks of receipt”; the company has received the
    # letter, message or claim
    Event.RECEIPT: mark("%(deadline)s, or on receipt if that comes first"),
}
"""A time or another event, whichever comes first."""

LATER_EVENTS: Final[Mapping[Event, str]] = {
    # Translators: deadline is such as “within 12 months of the incident”; the customer notices
    # what happened
    Event.NOTICE: mark("%(deadline)s or of becoming aware of it, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”; the company has received
    # the letter, message or claim
    Event.RECEIPT: mark("%(deadline)s or of receipt, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”
    Event.DELIVERY: mark("%(deadline)s or of delivery, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”; the event that the
    # customer complains of
    Event.INCIDENT: mark("%(deadline)s or of the incident, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”
    Event.DECISION: mark("%(deadline)s or of the decision, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”; the contract starts
    Event.CONTRACT: mark("%(deadline)s or of the start of the contract, whichever is later"),
    # Translators: deadline is such as “within 12 months of the incident”; a contract, ticket or
    # card ends
    Event.EXPIRY: mark("%(deadline)s or of expiry, whichever is later"),
}
"""A time from the later of two events."""

TIMINGS: Final[Mapping[Timing, str]] = {
    # Translators: when something happens: at once
    Timing.IMMEDIATELY: mark("immediately"),
    # Translators: when something happens: without needless delay (de unverzüglich)
    Timing.PROMPTLY: mark("promptly"),
    # Translators: when something happens: all the time
    Timing.CONTINUOUSLY: mark("continuously"),
    # Translators: when something happens: more urgent matters are faster
    Timing.BY_PRIORITY: mark("depending on priority"),
    # Translators: when something happens: simple matters are faster
    Timing.BY_COMPLEXITY: mark("depending on complexity"),
    # Translators: when something happens
    Timing.SAME_WORKING_DAY: mark("on the same working day"),
    # Translators: when something happens: at the latest on that day
    Timing.NEXT_WORKING_DAY: mark("by the next working day"),
}
TIMINGS_WITH_SATURDAY: Final[Mapping[Timing, InContext]] = {
    # Translators: when something happens (Saturday counts)
    Timing.SAME_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "on the same working day"
    ),
    # Translators: when something happens (Saturday counts): at the latest on that day
    Timing.NEXT_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "by the next working day"
    ),
}
"""Where Saturday is a working day: French *jour ouvrable*, German *Werktag*."""

# Translators: CLDR pattern for a time of day by itself, on the full hour: "h a" in English, "H 'h'"
# in French, "H 'Uhr'" in German
FULL_HOUR: Final = pmark("a time of day by itself", "h a")
# Translators: CLDR pattern for a time of day by itself, with minutes: "h:mm a" in English,
# "H 'h' mm" in French, "H:mm 'Uhr'" in German
HOUR_AND_MINUTES: Final = pmark("a time of day by itself", "h:mm a")

TIMINGS_BY: Final[Mapping[Timing, str]] = {
    # Translators: when something happens; time is a time of day: “12 PM”, “12 Uhr”
    Timing.SAME_WORKING_DAY: mark("on the same working day by %(time)s"),
    # Translators: when something happens; time is a time of day: “12 PM”, “12 Uhr”
    Timing.NEXT_WORKING_DAY: mark("on the next working day by %(time)s"),
}
TIMINGS_BY_WITH_SATURDAY: Final[Mapping[Timing, InContext]] = {
    # Translators: when something happens (Saturday counts); time is a time of day: “12 Uhr”
    Timing.SAME_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "on the same working day by %(time)s"
    ),
    # Translators: when something happens (Saturday counts); time is a time of day: “12 Uhr”
    Timing.NEXT_WORKING_DAY: pmark(
        "working week from Monday to Saturday", "on the next working day by %(time)s"
    ),
}

UNLESS: Final[Mapping[Unless, str]] = {
    # Translators: deadline is such as “within 10 working days of receipt”
    Unless.ANSWERED: mark("%(deadline)s, unless there has been an answer before"),
    # Translators: deadline is such as “within 10 working days of receipt”
    Unless.RESOLVED: mark("%(deadline)s, unless the matter has been settled before"),
    # Translators: deadline is such as “within 10 working days of receipt”
    Unless.AGREED: mark("%(deadline)s, unless agreed otherwise"),
}

COUNT_FROM: Final[Mapping[CountFrom, str]] = {
    # Translators: deadline is such as “within 10 days of receipt”; the day after it is day one
    CountFrom.NEXT_DAY: mark("%(deadline)s, counted from the next day"),
    # Translators: deadline is such as “within 10 working days of receipt”
    CountFrom.NEXT_WORKING_DAY: mark("%(deadline)s, counted from the next working day"),
}
COUNT_FROM_WITH_SATURDAY: Final[Mapping[CountFrom, InContext]] = {
    # Translators: deadline is such as “within 10 working days of receipt” (Saturday counts)
    CountFrom.NEXT_WORKING_DAY: pmark(
        "working week from Monday to Saturday",
        "%(deadline)s, counted from the next working day",
    ),
}
