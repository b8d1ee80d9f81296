"""The complaint procedure."""

from enum import Enum
from typing import Annotated

from pydantic import Field

from policygen.model.clause import Boolean, Clause, Email, Phone, Prose, Ref, Text, Url
from policygen.model.facts import Cost, Deadline, Duration, Hours, Interval, Window
from policygen.model.organisation import PartyRef

ChannelRef = Annotated[str, Ref(("channels",))]


class Extension(Clause):
    """A longer time for a reply. at_most: how much longer; notice: by when the customer hears;
    contains: what the notice says."""

    at_most: Duration
    reasons: tuple[Text, ...] = ()
    notice: Deadline | None = None
    contains: tuple[Text, ...] = ()


class OtherMatter(Clause):
    """Something that is no complaint, and where it goes instead."""

    what: Text
    route: Text
    handled_by: PartyRef | None = None
    reply: Deadline | None = None


class Admission(Clause):
    """The decision whether a complaint can be taken up."""

    by: PartyRef
    within: Deadline | None = None
    refused_when: tuple[Text, ...] = ()
    refusal_contains: tuple[Text, ...] = ()
    if_refused: Text | None = None


class FastTrack(Clause):
    """Settling a complaint at once, without the full procedure."""

    when: Text
    within: Deadline
    contains: tuple[Text, ...] = ()


class ComplaintType(Clause):
    """A kind of complaint with times or a way of its own. confidential: seen by named people
    only; not_by: who must not deal with it; external: the bodies that decide on it."""

    name: Text
    description: Text | None = None
    handled_by: PartyRef | None = None
    channels: tuple[ChannelRef, ...] = ()
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None
    extension: Extension | None = None
    confidential: Boolean = False
    not_by: Text | None = None
    external: tuple[Annotated[str, Ref(("complaints.external",))], ...] = ()


class ComplaintStage(Clause):
    """A stage of the complaint procedure, as the customer meets it.

    who_may_ask: who can take a complaint to this stage; reasons_needed: whether they must give
    reasons. next_within: how long the customer may take to ask for the next stage.
    """

    name: Text
    handled_by: PartyRef
    independence: Text | None = None
    who_may_ask: Text | None = None
    reasons_needed: Boolean | None = None
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None
    extension: Extension | None = None
    reply_contains: tuple[Text, ...] = ()
    next_step: Text | None = None
    next_within: Deadline | None = None


class FieldKind(Enum):
    """How something on a form is filled in."""

    LINE = "line"
    LINES = "lines"
    DATE = "date"
    TICK = "tick"


class FormField(Clause):
    """Something that the complaint form asks for besides what every such form asks for."""

    label: Text
    kind: FieldKind = FieldKind.LINE
    help: Text | None = None


class Letter(Clause):
    """A letter of the procedure. when: by when it goes out; encloses: what goes with it."""

    name: Text
    when: Deadline | None = None
    contains: tuple[Text, ...] = ()
    encloses: tuple[Text, ...] = ()


class HoldingReply(Clause):
    """The letter that goes out when a full reply takes longer."""

    when: Text
    contains: tuple[Text, ...] = ()
    update_every: Interval | None = None
    at_most: Duration | None = None


class Register(Clause):
    """Where complaints are recorded."""

    system: Text
    records: tuple[Text, ...] = ()
    retention: Duration | None = None
    data_protection: Text | None = None


class Tracking(Clause):
    """How customers follow their complaint. key: the reference they get, and how."""

    key: Text
    receipt: Deadline | None = None
    channels: tuple[ChannelRef, ...] = ()


class Representative(Clause):
    """Who may complain for somebody else, and what shows that they may."""

    who: tuple[Text, ...]
    authority: Text | None = None


class HandlingStep(Clause):
    """What staff do with a complaint."""

    name: Text
    who: PartyRef
    actions: tuple[Text, ...]
    within: Deadline | None = None


class Effects(Clause):
    """What a complaint stops while it is open, and what it does not."""

    service_continues: Boolean | None = None
    debt_collection_waits: Boolean | None = None
    time_limits_stop: Boolean | None = None


class Misconduct(Clause):
    """What happens when somebody makes it unreasonably hard to help. examples: of what."""

    examples: tuple[Text, ...]
    measures: tuple[Text, ...] = ()
    decided_by: PartyRef | None = None
    reviewed: Interval | None = None
    appeal: Text | None = None


class BodyKind(Enum):
    """What kind of body decides, mediates or watches."""

    OMBUDSMAN = "ombudsman"
    MEDIATOR = "mediator"
    ARBITRATION = "arbitration"
    CONCILIATION = "conciliation"
    REGULATOR = "regulator"
    CONSUMER_AGENCY = "consumer-agency"
    COURT = "court"
    ADVICE = "advice"


class Binding(Enum):
    """For whom a body's decision is binding."""

    COMPANY = "company"
    COMPANY_IF_ACCEPTED = "company-if-accepted"
    BOTH = "both"
    NOBODY = "nobody"


class Participation(Enum):
    """Whether the company takes part in a body's procedure."""

    OBLIGED = "obliged"
    WILLING = "willing"
    NOT_WILLING = "not-willing"


class ExternalBody(Clause):
    """An independent body that customers can turn to.

    precondition: what must have happened; after: the body to turn to first. window: from when and
    until when. cost: for the customer. binding: for whom its decision is binding. types: the
    complaints that it deals with, where not all.
    """

    name: Text
    kind: BodyKind | None = None
    what: Text | None = None
    types: tuple[Annotated[str, Ref(("complaints.types",))], ...] = ()
    after: Annotated[str, Ref(("complaints.external",))] | None = None
    precondition: Text | None = None
    window: Window | None = None
    cost: Cost | None = None
    binding: Binding | None = None
    participation: Participation | None = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None
    address: Text | None = None
    hours: Hours | None = None
    form: Text | None = None


class Review(Clause):
    """How often complaints are looked at, by whom, and what comes of it. published: where
    customers find the result."""

    every: Interval
    by: PartyRef
    what: Text
    published: Text | None = None


class Complaints(Clause):
    """The complaint procedure. window: how long customers have to complain; late: what happens to
    a complaint that comes later."""

    definition: Text
    not_complaints: tuple[Text, ...] = ()
    other_matters: dict[str, OtherMatter] = {}
    commitment: Prose | None = None
    window: Window | None = None
    late: Text | None = None
    cost: Cost | None = None
    channels: tuple[ChannelRef, ...] = ()
    representatives: Representative | None = None
    information: tuple[Text, ...] = ()
    evidence: tuple[Text, ...] = ()
    form: dict[str, FormField] = {}
    types: dict[str, ComplaintType] = {}
    admission: Admission | None = None
    fast_track: FastTrack | None = None
    acknowledgement_contains: tuple[Text, ...] = ()
    tracking: Tracking | None = None
    stages: dict[str, ComplaintStage] = {}
    holding_reply: HoldingReply | None = None
    letters: dict[str, Letter] = {}
    upheld_when: tuple[Text, ...] = ()
    outcomes: tuple[Text, ...] = ()
    effects: Effects | None = None
    misconduct: Misconduct | None = None
    register_: Annotated[Register | None, Field(alias="register")] = None
    handling: dict[str, HandlingStep] = {}
    external: dict[str, ExternalBody] = {}
    reviews: dict[str, Review] = {}
    learning: tuple[Text, ...] = ()
