"""The complaint procedure."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from policygen.model.clause import Clause, Email, Phone, Prose, Ref, Text, Url
from policygen.model.facts import Deadline, Duration
from policygen.model.service import PartyRef


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
