"""Organisation: roles, support levels, the way up, processes, training and enforcement."""

from enum import Enum
from typing import Annotated

from pydantic import Field

from policygen.model.clause import Boolean, Clause, Email, Phone, Prose, Ref, Text, Url
from policygen.model.control import Date
from policygen.model.facts import Amount, Deadline, Duration, Interval
from policygen.model.quality import Measure

PartyRef = Annotated[str, Ref(("levels", "roles"))]
"""A level of support or a role."""


class Structure(Enum):
    """How a service organisation is built."""

    FUNCTIONAL = "functional"
    MARKET = "market"
    GEOGRAPHIC = "geographic"
    PROCESS = "process"
    FLAT = "flat"
    CIRCULAR = "circular"
    MATRIX = "matrix"


class Organisation(Clause):
    """How the service is organised. divided_by: by what work is divided."""

    structure: Structure
    divided_by: tuple[Text, ...] = ()
    policy_team: tuple[Text, ...] = ()


class Authority(Clause):
    """What somebody may decide alone, and up to which amount."""

    what: Text
    up_to: Amount | None = None


class Role(Clause):
    """A function that people fill. reports_to: two roles in a matrix."""

    name: Text
    duties: tuple[Text, ...] = ()
    skills: tuple[Text, ...] = ()
    reports_to: tuple[Annotated[str, Ref(("roles",))], ...] = ()
    may_decide: tuple[Authority, ...] = ()


class Level(Clause):
    """A level of support. supports: the help it gives to the level below."""

    name: Text
    objective: Text | None = None
    focus: Text | None = None
    staffed_by: Text | None = None
    how: Text | None = None
    responsibilities: tuple[Text, ...] = ()
    skills: tuple[Text, ...] = ()
    advantages: tuple[Text, ...] = ()
    tools: tuple[Annotated[str, Ref(("tools",))], ...] = ()
    measures: tuple[Measure, ...] = ()
    handover: Text | None = None
    supports: Text | None = None
    feedback: Text | None = None


class EscalationStep(Clause):
    """From whom to whom a case goes, when, how and with what. notify: who must be told as well."""

    from_: Annotated[PartyRef, Field(alias="from")]
    to: PartyRef
    triggers: tuple[Text, ...]
    how: Text | None = None
    handover: tuple[Text, ...] = ()
    within: Deadline | None = None
    backup: PartyRef | None = None
    notify: tuple[PartyRef, ...] = ()


class Escalation(Clause):
    """The way up."""

    principle: Prose | None = None
    steps: dict[str, EscalationStep] = {}


class ProcessStep(Clause):
    """A step of a process. responsible: one party, or several; jointly: all of them together,
    otherwise whichever of them has the case."""

    name: Text
    objective: Text | None = None
    activities: tuple[Text, ...] = ()
    time: Deadline | None = None
    responsible: tuple[PartyRef, ...] = ()
    jointly: Boolean = False


class Process(Clause):
    """A process: how a kind of case is handled, step by step. categories: by which a case is
    classified; records: what is put on file."""

    name: Text
    objective: Text | None = None
    categories: tuple[Text, ...] = ()
    steps: dict[str, ProcessStep] = {}
    records: tuple[Text, ...] = ()


class Priority(Clause):
    """A priority of cases and its times. when: the impact and urgency that it stands for."""

    name: Text
    when: tuple[Text, ...] = ()
    response: Deadline | None = None
    resolution: Deadline | None = None
    update_every: Interval | None = None


class Contingency(Clause):
    """What to do when something unforeseen happens."""

    situation: Text
    actions: tuple[Text, ...]
    who: PartyRef | None = None
    within: Deadline | None = None


class ScriptLine(Clause):
    """One step of a script: what it is for and what to say."""

    name: Text
    say: Text


class Script(Clause):
    """Words for a conversation, from greeting to farewell, on one channel or on all."""

    name: Text
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    lines: dict[str, ScriptLine]


class CourseKind(Enum):
    """When in an agent's life a course takes place."""

    ONBOARDING = "onboarding"
    CONTINUOUS = "continuous"
    SPECIALISED = "specialised"


class Course(Clause):
    """A training course. measures: by what its success is seen. updated: the day on which its
    contents were last brought up to date."""

    name: Text
    kind: CourseKind
    for_: Annotated[tuple[PartyRef, ...], Field(alias="for")] = ()
    contents: tuple[Text, ...] = ()
    duration: Duration | None = None
    every: tuple[Interval, ...] = ()
    measures: tuple[Text, ...] = ()
    updated: Date | None = None


class Training(Clause):
    """How staff learn. after_change: by when everybody is trained after a change of the policy."""

    principle: Prose | None = None
    courses: dict[str, Course] = {}
    after_change: Deadline | None = None
    resources: tuple[Text, ...] = ()


class Enforcement(Clause):
    """How the policy is enforced."""

    principle: Prose | None = None
    responsible: tuple[PartyRef, ...] = ()
    checks: tuple[Text, ...] = ()
    breaches: tuple[Text, ...] = ()


class ToolFamily(Enum):
    """What tools are for."""

    TICKETING = "ticketing"
    COMMUNICATION = "communication"
    KNOWLEDGE = "knowledge"
    ANALYTICS = "analytics"
    CRM = "crm"
    AUTOMATION = "automation"


class ToolState(Enum):
    """Whether a tool is in use or only considered."""

    IN_USE = "in-use"
    CANDIDATE = "candidate"


class Tool(Clause):
    """A tool of the service."""

    name: Text
    family: ToolFamily
    state: ToolState | None = None
    for_: Annotated[Text | None, Field(alias="for")] = None


class Contact(Clause):
    """Whom to turn to."""

    role: Text
    name: str | None = None
    for_: Annotated[Text | None, Field(alias="for")] = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None
