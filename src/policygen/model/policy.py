"""The policy: everything the source can say, part by part.

Keyed collections are mappings from a stable id to an entry, in source order.
"""

from datetime import date
from enum import Enum
from typing import Final, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from policygen.model.clause import Blank, Clause, Extra, Prose, Text
from policygen.model.company import (
    Closing,
    Company,
    Definition,
    Partner,
    Phase,
    Question,
    Scope,
    Segment,
    Value,
)
from policygen.model.complaints import Complaints
from policygen.model.control import DocumentControl, ReviewEntry, RuleException
from policygen.model.organisation import (
    Contact,
    Contingency,
    Enforcement,
    Escalation,
    Level,
    Organisation,
    Priority,
    Process,
    Role,
    Script,
    Tool,
    Training,
)
from policygen.model.promises import Appointments, Circumstances, Promise
from policygen.model.quality import Audit, Conduct, Feedback, Measure, Metric, Practices, Quality
from policygen.model.service import Accessibility, Channel, ChannelReview, OutboundContact


class Place(Enum):
    """Parts of a document behind which a section of the company's own can stand."""

    PURPOSE = "purpose"
    SCOPE = "scope"
    PROMISES = "promises"
    CHANNELS = "channels"
    CONDUCT = "conduct"
    COMPLAINTS = "complaints"
    END = "end"


class PlacedExtra(Extra):
    """A section of the company's own. place: behind which part it stands."""

    place: Place = Place.END


class Policy(Clause):
    """The whole source. Only the company and the document control must be there."""

    company: Company
    control: DocumentControl
    introduction: Prose | None = None
    purpose: Prose | None = None
    background: Prose | None = None
    vision: Text | None = None
    mission: Text | None = None
    values: dict[str, Value] = {}
    objectives: tuple[Text, ...] = ()
    culture: Prose | None = None
    zero_tolerance: Text | None = None
    strategy: dict[str, Phase] = {}
    headlines: tuple[Measure, ...] = ()
    promise: Prose | None = None
    promises: dict[str, Promise] = {}
    circumstances: Circumstances | None = None
    appointments: Appointments | None = None
    customer_duties: tuple[Text, ...] = ()
    contract_information: tuple[Text, ...] = ()
    scope: Scope | None = None
    definitions: dict[str, Definition] = {}
    segments: dict[str, Segment] = {}
    partners: dict[str, Partner] = {}
    organisation: Organisation | None = None
    roles: dict[str, Role] = {}
    conduct: Conduct | None = None
    channels: dict[str, Channel] = {}
    channel_review: ChannelReview | None = None
    outbound: OutboundContact | None = None
    accessibility: Accessibility | None = None
    enquiries: Process | None = None
    processes: dict[str, Process] = {}
    priorities: dict[str, Priority] = {}
    contingencies: dict[str, Contingency] = {}
    scripts: dict[str, Script] = {}
    practices: Practices | None = None
    metrics: dict[str, Metric] = {}
    quality: Quality | None = None
    audits: dict[str, Audit] = {}
    feedback: Feedback | None = None
    levels: dict[str, Level] = {}
    escalation: Escalation | None = None
    complaints: Complaints | None = None
    training: Training | None = None
    enforcement: Enforcement | None = None
    tools: dict[str, Tool] = {}
    questions: dict[str, Question] = {}
    contacts: dict[str, Contact] = {}
    closing: Closing | None = None
    extra: dict[str, PlacedExtra] = {}  # type: ignore[assignment] # a policy's sections have places
    review_log: tuple[ReviewEntry, ...] = ()
    exceptions: dict[str, RuleException] = {}

    @model_validator(mode="after")
    def _needs_a_date(self) -> Self:
        if self.control.effective is None and not self._logged():
            raise PydanticCustomError("undated", "undated")
        return self

    def _logged(self) -> date | Blank | None:
        version = self.control.version
        return next((entry.date for entry in self.review_log if entry.version == version), None)

    @property
    def dated(self) -> date | Blank:
        """The date of this version: when it takes effect, else when the review log records it; a
        blank where that is yet to be filled."""
        dated = self.control.effective or self._logged()
        assert dated is not None  # noqa: S101 - guaranteed by the validator above
        return dated


STAFF_ONLY: Final = frozenset(
    {
        "background",
        "channel_review",
        "channels.*.behaviours",
        "channels.*.levels",
        "channels.*.metrics",
        "complaints.handling",
        "complaints.misconduct",
        "complaints.register",
        "conduct",
        "contacts",
        "contingencies",
        "control",
        "enforcement",
        "enquiries",
        "escalation",
        "exceptions",
        "headlines",
        "levels",
        "metrics",
        "organisation",
        "practices",
        "priorities",
        "processes",
        "quality",
        "review_log",
        "roles.*.duties",
        "roles.*.may_decide",
        "roles.*.reports_to",
        "roles.*.skills",
        "scripts",
        "strategy",
        "tools",
        "training",
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
