"""The policy: everything the source can say, part by part.

Keyed collections are mappings from a stable id to an entry, in source order.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from policygen.model.clause import (
    Boolean,
    Clause,
    Email,
    Phone,
    Prose,
    Text,
    Url,
)
from policygen.model.complaints import Complaints
from policygen.model.control import DocumentControl, ReviewEntry
from policygen.model.facts import Amount, Deadline, Target
from policygen.model.facts.base import FactError
from policygen.model.facts.hours import check_zone, parse_days
from policygen.model.service import Channel, Escalation, Level, Metric


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
