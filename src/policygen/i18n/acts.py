"""Acts: what is done in a time, as a promise to customers and as an instruction to staff."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from policygen.i18n.marks import mark


class Act(Enum):
    """What somebody at the company does in a time, or every so often."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    REPLY_IN_WRITING = "reply_in_writing"
    RESOLVE = "resolve"
    CALL_BACK = "call_back"
    UPDATE = "update"
    CHECK = "check"
    DECIDE = "decide"
    PAY = "pay"
    VISIT = "visit"
    ANNOUNCE = "announce"
    ESCALATE = "escalate"
    FOLLOW_UP = "follow_up"


class Sentences(NamedTuple):
    """One act in a time, as whole sentences: to customers, and to staff."""

    customers: str
    staff: str


ACTS: Final[Mapping[Act, Sentences]] = {
    Act.ACKNOWLEDGE: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We acknowledge your message %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Acknowledge the customer’s message %(when)s."),
    ),
    Act.ANSWER: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We answer %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Answer %(when)s."),
    ),
    Act.REPLY_IN_WRITING: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We reply to you in writing %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Reply to the customer in writing %(when)s."),
    ),
    Act.RESOLVE: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We settle the matter %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Settle the matter %(when)s."),
    ),
    Act.CALL_BACK: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We call you back %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Call the customer back %(when)s."),
    ),
    Act.UPDATE: Sentences(
        # Translators: to customers, on how their case goes; when is such as “every 3 days”
        mark("We keep you up to date %(when)s."),
        # Translators: to staff, on how a case goes; when is such as “every 3 days”
        mark("Update the customer %(when)s."),
    ),
    Act.CHECK: Sentences(
        # Translators: to customers, of a mailbox or voicemail; when is such as “every 30 minutes”
        mark("We check for messages %(when)s."),
        # Translators: to staff, of a mailbox or voicemail; when is such as “every 30 minutes”
        mark("Check for messages %(when)s."),
    ),
    Act.DECIDE: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We decide %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Decide %(when)s."),
    ),
    Act.PAY: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We pay %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Pay %(when)s."),
    ),
    Act.VISIT: Sentences(
        # Translators: to customers; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("We come to you %(when)s."),
        # Translators: to staff; when is such as “within 2 hours”, “promptly”, “every 3 days”
        mark("Visit the customer %(when)s."),
    ),
    Act.ANNOUNCE: Sentences(
        # Translators: to customers, of a change or a longer time; when is such as “within 2 hours”
        mark("We let you know %(when)s."),
        # Translators: to staff, of a change or a longer time; when is such as “within 2 hours”
        mark("Let the customer know %(when)s."),
    ),
    Act.ESCALATE: Sentences(
        # Translators: to customers, to somebody with more authority; when is such as “promptly”
        mark("We forward the matter %(when)s."),
        # Translators: to staff, to somebody with more authority; when is such as “promptly”
        mark("Forward the matter %(when)s."),
    ),
    Act.FOLLOW_UP: Sentences(
        # Translators: to customers, to see that all is well; when is such as “within 2 days”
        mark("We follow up with you %(when)s."),
        # Translators: to staff, to see that all is well; when is such as “within 2 days”
        mark("Follow up with the customer %(when)s."),
    ),
}


def sentence_of(act: Act, *, staff: bool) -> str:
    """Return the message of an act: a promise to customers (“We answer %(when)s.”), or an
    instruction to staff (“Answer %(when)s.”)."""
    return ACTS[act].staff if staff else ACTS[act].customers
