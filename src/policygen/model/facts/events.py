"""Events: from what, or back from what, a time is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from policygen.errors import nearest, tell
from policygen.model.facts.base import FactError


class Event(Enum):
    """What a deadline is counted from.

    INCIDENT is the event complained of, NOTICE becoming aware of it, REPORT the report of a fault,
    CONTACT the customer's first one about the matter, DEADLOCK that no agreement can be reached.
    """

    RECEIPT = "receipt"
    SENDING = "sending"
    POSTMARK = "postmark"
    ACKNOWLEDGEMENT = "acknowledgement"
    ASSESSMENT = "assessment"
    ADMISSION = "admission"
    CONTACT = "first contact"
    REQUEST = "request"
    REPORT = "report"
    COMPLAINT = "complaint"
    INCIDENT = "incident"
    BREACH = "breach"
    NOTICE = "notice"
    ORDER = "order"
    PURCHASE = "purchase"
    DELIVERY = "delivery"
    BOOKING = "booking"
    ARRIVAL = "arrival"
    APPOINTMENT = "appointment"
    INVOICE = "invoice"
    PAYMENT = "payment"
    CONTRACT = "contract"
    EXPIRY = "expiry"
    INTERRUPTION = "interruption"
    DECISION = "decision"
    REPLY = "reply"
    FINAL_REPLY = "final reply"
    DEADLOCK = "deadlock"
    ESCALATION = "escalation"
    HANDOVER = "handover"
    CLOSURE = "closure"


FORESEEN: Final = frozenset(
    {
        Event.APPOINTMENT,
        Event.ARRIVAL,
        Event.CLOSURE,
        Event.CONTRACT,
        Event.DECISION,
        Event.DELIVERY,
        Event.EXPIRY,
        Event.INTERRUPTION,
        Event.PAYMENT,
    }
)
"""The events whose day is known beforehand, so that a time can be counted back from them."""
ENDING: Final = frozenset(
    {
        Event.CLOSURE,
        Event.DEADLOCK,
        Event.DECISION,
        Event.DELIVERY,
        Event.FINAL_REPLY,
        Event.RECEIPT,
        Event.REPLY,
    }
)
"""The events that can end a time before it has passed."""
STARTING_LATER: Final = frozenset(
    {
        Event.CONTRACT,
        Event.DECISION,
        Event.DELIVERY,
        Event.EXPIRY,
        Event.INCIDENT,
        Event.NOTICE,
        Event.RECEIPT,
    }
)
"""The events from which a time can run that would otherwise run from an earlier one."""

_SYNONYMS: Final = {
    Event.RECEIPT: ("receiving",),
    Event.SENDING: ("posting", "dispatch", "mailing"),
    Event.ACKNOWLEDGEMENT: ("acknowledgment", "confirmation"),
    Event.CONTACT: ("contact",),
    Event.REQUEST: ("enquiry", "inquiry", "application"),
    Event.REPORT: ("fault report", "report of a fault", "fault"),
    Event.COMPLAINT: ("submission", "filing"),
    Event.INCIDENT: ("event", "occurrence"),
    Event.NOTICE: ("becoming aware", "awareness", "knowledge", "discovery"),
    Event.APPOINTMENT: ("visit",),
    Event.INVOICE: ("bill",),
    Event.CONTRACT: ("conclusion of contract", "signing"),
    Event.EXPIRY: ("expiration",),
    Event.INTERRUPTION: ("outage",),
    Event.DECISION: ("approval",),
    Event.REPLY: ("response", "answer"),
    Event.FINAL_REPLY: ("final response", "final answer"),
    Event.HANDOVER: ("hand-over",),
    Event.CLOSURE: ("closing",),
}
_EVENTS: Final = {
    **{event.value: event for event in Event},
    **{word: event for event, words in _SYNONYMS.items() for word in words},
}
_ARTICLES: Final = re.compile(r"^(?:(?:the|a|an|our|your|its|date of)\s+)+")


def names(events: Iterable[Event]) -> str:
    """Return the short forms of events, in alphabetical order, for a hint."""
    return ", ".join(sorted(event.value for event in events))


def read_event(words: str) -> Event:
    """Return the event that words such as `the receipt` name; FactError when they name none."""
    name = _ARTICLES.sub("", words.lower())
    if name in _EVENTS:
        return _EVENTS[name]
    raise FactError(
        tell("“{name}” is not an event that a time can run from", name=name),
        nearest(name, [event.value for event in Event]),
    )
