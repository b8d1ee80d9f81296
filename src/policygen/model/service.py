"""Channels, support levels and the way up."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

from policygen.model.clause import (
    Clause,
    Email,
    LanguageTag,
    Phone,
    Prose,
    Ref,
    Text,
    Url,
)
from policygen.model.facts import Deadline, Duration, Hours, Target

EVERYBODY: Final = "everyone"
"""The segment id that stands for all customers."""


class ChannelKind(Enum):
    """Ways in which customers and the company reach each other."""

    PHONE = "phone"
    VOICEMAIL = "voicemail"
    EMAIL = "email"
    LIVE_CHAT = "live-chat"
    TICKET = "ticket"
    SELF_SERVICE = "self-service"
    VIDEO = "video"
    IN_PERSON = "in-person"
    SOCIAL_MEDIA = "social-media"
    REVIEW_SITE = "review-site"
    WEB_FORM = "web-form"
    SMS = "sms"
    MEETING = "meeting"
    POST = "post"


class Overflow(Clause):
    """What happens when nobody can answer in time."""

    after: Deadline | None = None
    action: Text


class AutomaticAcknowledgement(Clause):
    """The reply that a system sends by itself."""

    within: Deadline
    message: Text


def _availability(value: object) -> object:
    """Let `availability: 24/7` stand for all customers."""
    return {EVERYBODY: value} if isinstance(value, str) else value


class Channel(Clause):
    """A channel and its standards.

    availability: service hours by segment id, `everyone` for all customers.
    acknowledgement: until the customer hears that the contact arrived; reply: until a person
    answers. levels: the support levels that the channel reaches.
    """

    kind: ChannelKind
    name: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None
    address: Text | None = None
    purpose: Text | None = None
    cost: Text | None = None
    availability: Annotated[dict[str, Hours], BeforeValidator(_availability)] = {}
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None
    target: Target | None = None
    languages: tuple[LanguageTag, ...] = ()
    levels: tuple[Annotated[str, Ref(("levels",))], ...] = ()
    content: tuple[Text, ...] = ()
    checked_every: Duration | None = None
    automatic_acknowledgement: AutomaticAcknowledgement | None = None
    overflow: tuple[Overflow, ...] = ()
    behaviours: tuple[Text, ...] = ()
    note: Prose | None = None


class Measure(Clause):
    """A target for a metric, by the metric's name."""

    metric: Annotated[str, Ref(("metrics",))]
    target: Target


class Metric(Clause):
    """What is measured, and how."""

    name: Text
    meaning: Text | None = None


class Level(Clause):
    """A level of support."""

    name: Text
    objective: Text | None = None
    staffed_by: Text | None = None
    how: Text | None = None
    responsibilities: tuple[Text, ...] = ()
    skills: tuple[Text, ...] = ()
    measures: tuple[Measure, ...] = ()
    handover: Text | None = None
    feedback: Text | None = None


PartyRef = Annotated[str, Ref(("levels", "roles"))]
"""A level of support or a role."""


class EscalationStep(Clause):
    """From whom to whom a case goes, when, how and with what."""

    from_: Annotated[PartyRef, Field(alias="from")]
    to: PartyRef
    triggers: tuple[Text, ...]
    how: Text | None = None
    handover: tuple[Text, ...] = ()
    within: Deadline | None = None
    backup: PartyRef | None = None


class Escalation(Clause):
    """The way up."""

    principle: Prose | None = None
    steps: dict[str, EscalationStep] = {}
