"""The policy: everything the source can say, part by part.

Keyed collections are mappings from a stable id to an entry, in source order.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from policygen.model.clause import (
    Boolean,
    Clause,
    Email,
    LanguageTag,
    Phone,
    Prose,
    Ref,
    Text,
    Url,
)
from policygen.model.control import DocumentControl, ReviewEntry
from policygen.model.facts import Amount, Deadline, Duration, Hours, Target
from policygen.model.facts.base import FactError
from policygen.model.facts.hours import check_zone, parse_days

EVERYBODY: Final = "everyone"
"""The segment id that stands for all customers."""


def _zone(value: str) -> str:
    try:
        return check_zone(value)
    except FactError as error:
        raise PydanticCustomError(
            "fact", "{problem}", {"problem": error.message, "hint": error.hint}
        ) from error


def _working_week(value: str) -> tuple[int, int]:
    try:
        return parse_days(value)
    except FactError as error:
        raise PydanticCustomError(
            "fact", "{problem}", {"problem": error.message, "hint": error.hint}
        ) from error


class Company(Clause):
    """Who makes the promises. working_week: first and last working day, 0 for Monday."""

    name: str
    legal_name: str | None = None
    business: Text | None = None
    address: Text | None = None
    website: Url | None = None
    time_zone: Annotated[str, AfterValidator(_zone)] | None = None
    working_week: Annotated[tuple[int, int], BeforeValidator(_working_week)] | None = None
    holidays: Text | None = None


class Value(Clause):
    """A value of the company and what it means in service."""

    name: Text
    meaning: Text | None = None


class Remedy(Clause):
    """What the customer gets when a promise is not kept."""

    what: Text
    amount: Amount | None = None
    automatic: Boolean = False
    claim: Deadline | None = None


class Promise(Clause):
    """A promise to customers with its measure, limits and remedy."""

    statement: Text
    target: Target | None = None
    conditions: tuple[Text, ...] = ()
    exclusions: tuple[Text, ...] = ()
    remedy: Remedy | None = None


class Scope(Clause):
    """Who, what, when and where."""

    who: tuple[Text, ...] = ()
    what: tuple[Text, ...] = ()
    when: Text | None = None
    where: Text | None = None
    exclusions: tuple[Text, ...] = ()


class Definition(Clause):
    """A term and what it means in this policy."""

    term: Text
    meaning: Text


class Segment(Clause):
    """A group of customers who are served alike."""

    name: Text
    description: Text | None = None


class Role(Clause):
    """A function that people fill."""

    name: Text
    duties: tuple[Text, ...] = ()


class Conduct(Clause):
    """How staff behave towards customers."""

    principle: Prose | None = None
    always: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    practices: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()


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


class ComplaintStage(Clause):
    """A stage of the complaint procedure, as the customer meets it.

    next_within: how long the customer may take to ask for the next stage.
    """

    name: Text
    handled_by: Annotated[str, Ref(("roles", "levels"))]
    independence: Text | None = None
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None
    reply_contains: tuple[Text, ...] = ()
    next_step: Text | None = None
    next_within: Deadline | None = None


class HoldingReply(Clause):
    """The letter that goes out when a full reply takes longer."""

    when: Text
    contains: tuple[Text, ...] = ()
    update_every: Duration | None = None
    at_most: Duration | None = None


class Register(Clause):
    """Where complaints are recorded."""

    system: Text
    records: tuple[Text, ...] = ()
    retention: Duration | None = None


class HandlingStep(Clause):
    """What staff do with a complaint."""

    name: Text
    who: PartyRef
    actions: tuple[Text, ...]
    within: Deadline | None = None


class ExternalBody(Clause):
    """An independent body that customers can turn to.

    window: how long after our final reply. binding: for whom its decision is binding.
    """

    name: Text
    what: Text | None = None
    precondition: Text | None = None
    window: Deadline | None = None
    cost: Text | None = None
    binding: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None


class Review(Clause):
    """How often complaints are looked at, by whom, and what comes of it."""

    every: Duration
    by: Annotated[str, Ref(("roles",))]
    what: Text


class Complaints(Clause):
    """The complaint procedure."""

    definition: Text
    not_complaints: tuple[Text, ...] = ()
    commitment: Prose | None = None
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    information: tuple[Text, ...] = ()
    acknowledgement_contains: tuple[Text, ...] = ()
    stages: dict[str, ComplaintStage] = {}
    holding_reply: HoldingReply | None = None
    outcomes: tuple[Text, ...] = ()
    register_: Annotated[Register | None, Field(alias="register")] = None
    handling: dict[str, HandlingStep] = {}
    external: dict[str, ExternalBody] = {}
    reviews: dict[str, Review] = {}
    learning: tuple[Text, ...] = ()


class Contact(Clause):
    """Whom to turn to."""

    role: Text
    name: str | None = None
    for_: Annotated[Text | None, Field(alias="for")] = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None


class Policy(Clause):
    """The whole source. Only the company and the document control must be there."""

    company: Company
    control: DocumentControl
    purpose: Prose | None = None
    vision: Text | None = None
    mission: Text | None = None
    values: dict[str, Value] = {}
    promise: Prose | None = None
    promises: dict[str, Promise] = {}
    customer_duties: tuple[Text, ...] = ()
    scope: Scope | None = None
    definitions: dict[str, Definition] = {}
    segments: dict[str, Segment] = {}
    roles: dict[str, Role] = {}
    conduct: Conduct | None = None
    channels: dict[str, Channel] = {}
    metrics: dict[str, Metric] = {}
    levels: dict[str, Level] = {}
    escalation: Escalation | None = None
    complaints: Complaints | None = None
    contacts: dict[str, Contact] = {}
    review_log: tuple[ReviewEntry, ...] = ()

    @model_validator(mode="after")
    def _needs_a_date(self) -> Self:
        if self.control.effective is None and not self._logged():
            raise PydanticCustomError("undated", "undated")
        return self

    def _logged(self) -> date | None:
        version = self.control.version
        return next((entry.date for entry in self.review_log if entry.version == version), None)

    @property
    def dated(self) -> date:
        """The date of this version: when it takes effect, else when the review log records it."""
        dated = self.control.effective or self._logged()
        assert dated is not None  # noqa: S101 - guaranteed by the validator above
        return dated


STAFF_ONLY: Final = frozenset(
    {
        "conduct",
        "metrics",
        "levels",
        "escalation",
        "roles.*.duties",
        "review_log",
        "control",
        "channels.*.levels",
        "channels.*.behaviours",
        "complaints.handling",
        "complaints.register",
        "contacts",
    }
)
"""Parts that only staff read unless the source marks them otherwise; `*` stands for any id."""


def is_staff_part(path: str) -> bool:
    """Whether the part at exactly this dotted path is for staff when the source does not say."""
    parts = path.split(".")
    keyed = ".".join(
        "*" if i == 1 and len(parts) == _KEYED_DEPTH else part for i, part in enumerate(parts)
    )
    return path in STAFF_ONLY or keyed in STAFF_ONLY


_KEYED_DEPTH: Final = 3
"""`channels.phone.levels`: collection, id, field."""
