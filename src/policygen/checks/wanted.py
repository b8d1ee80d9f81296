"""Which documents promise their readers which part of the policy, by their templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from policygen.model.clause import READABLE

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

COMPLETE: Final = "policy-complete"
PLAYBOOK: Final = "playbook"
MANUAL: Final = "policy-manual"
FORMAL: Final = "policy-formal"
PRACTICE: Final = "policy-practice"
HANDBOOK: Final = "agent-handbook"
CHARTER: Final = "customer-charter"
PROCEDURE: Final = "complaint-procedure"

_PROMISED_BY: Final[Mapping[str, frozenset[str]]] = {
    "channels": frozenset({CHARTER, PROCEDURE, "charter-poster", "complaint-form"}),
    "channels.reply": frozenset({COMPLETE, PLAYBOOK, MANUAL, FORMAL}),
    "contacts": frozenset(
        {
            "policy-statement", "policy-standards", "policy-guidelines", "policy-living",
            MANUAL, FORMAL, PRACTICE, "policy-welcome",
        }
    ),
    "complaints": frozenset({COMPLETE, MANUAL, PRACTICE, HANDBOOK, CHARTER, PROCEDURE}),
    "complaints.external": frozenset({COMPLETE, PROCEDURE, "letter-final-reply"}),
    "complaints.handling": frozenset({COMPLETE, MANUAL, PRACTICE}),
    "complaints.holding_reply": frozenset({COMPLETE, MANUAL, PROCEDURE, "letter-holding-reply"}),
    "complaints.reviews": frozenset({COMPLETE, MANUAL}),
    "complaints.stages": frozenset({COMPLETE, MANUAL, PRACTICE, HANDBOOK, CHARTER, PROCEDURE}),
    "contingencies": frozenset({COMPLETE, PLAYBOOK, HANDBOOK, "service-protocol"}),
    "control": frozenset({COMPLETE, PLAYBOOK, MANUAL, FORMAL, "change-log"}),
    "enforcement": frozenset({COMPLETE, FORMAL}),
    "escalation": frozenset({COMPLETE, PLAYBOOK, MANUAL, FORMAL, PRACTICE, HANDBOOK}),
    "feedback": frozenset({COMPLETE, MANUAL, "policy-welcome", "service-protocol"}),
    "metrics": frozenset({COMPLETE, PLAYBOOK}),
    "priorities": frozenset({COMPLETE, PLAYBOOK, HANDBOOK, "support-tiers", "service-protocol"}),
    "processes": frozenset({COMPLETE, PLAYBOOK, PRACTICE, HANDBOOK, "service-protocol"}),
    "promises": frozenset({COMPLETE, CHARTER}),
    "review_log": frozenset({COMPLETE, FORMAL, "change-log"}),
    "roles.duties": frozenset({COMPLETE, PLAYBOOK, "service-protocol"}),
    "scope": frozenset({COMPLETE}),
    "scope.who": frozenset({COMPLETE, MANUAL, FORMAL, "policy-statement", "policy-procedures"}),
    "scope.what": frozenset({COMPLETE, MANUAL, FORMAL}),
    "training": frozenset({COMPLETE, PLAYBOOK}),
}  # fmt: skip
"""Part of the policy -> the templates of the documents from which readers expect it.

Templates leave out what the source does not say, so that a small company's documents have no
gaps. Here stand only those whose readers would miss the part.
"""


def wanting(subject: Subject, part: str) -> str:
    """Return the id of the first document whose readers expect a part; "" where none does."""
    templates = _PROMISED_BY[part]
    audience = subject.project.audiences.of(part)
    for id_, spec in subject.config.documents.items():
        if spec.template in templates and audience in READABLE[spec.audience]:
            return id_
    return ""


def setting(document: str) -> str:
    """Return the clause of the setting that asks for a document."""
    return f"documents.{document}.template"
