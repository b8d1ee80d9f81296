"""Document control: what a final document must state."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.clause import filled
from policygen.model.control import Status

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_NEEDED: Final = ("owner", "author", "approver", "approved", "effective", "next_review")


def field_missing(subject: Subject) -> Iterator[Finding]:
    """A controlled document says who answers for it, who wrote and who approved it, and from when
    until when it can be relied on. Without that nobody knows whether it still holds."""
    for name in _NEEDED:
        if getattr(subject.policy.control, name) is None:
            yield Finding(
                "control",
                tell("a final document needs `control.{name}`", name=name),
                tell("add `{name}:` under `control:`, or build with --draft", name=name),
            )


def not_approved(subject: Subject) -> Iterator[Finding]:
    """Customers and courts take a published promise at its word. Only what somebody has approved
    may look final."""
    status = subject.policy.control.status
    if status is not Status.APPROVED:
        yield Finding(
            "control.status",
            tell("the policy's status is “{status}”, not “approved”", status=status.value),
            tell("have it approved first, or build with --draft"),
        )


def version_not_logged(subject: Subject) -> Iterator[Finding]:
    """The change log is how legal sees what a version changed. A version without an entry came
    from nowhere."""
    version = subject.policy.control.version
    if version not in {entry.version for entry in subject.policy.review_log}:
        yield Finding(
            "control.version",
            tell("the review log has no entry for version {version}", version=version),
            tell("add the entry under `review_log:`"),
        )


def effective_before_approval(subject: Subject) -> Iterator[Finding]:
    """Between the two dates the policy would be in force without anybody's consent."""
    control = subject.policy.control
    effective, approved = filled(control.effective), filled(control.approved)
    if effective and approved and effective < approved:
        yield Finding(
            "control.effective",
            tell("version {version} takes effect before it was approved", version=control.version),
            tell("correct one of the two dates"),
            related=(("control.approved", tell("approved here")),),
        )


_final_only = partial(Rule, severity=None, final=Severity.ERROR)

RULES: Final = (
    _final_only("CTL101", tell("Document control is incomplete"), field_missing),
    _final_only("CTL102", tell("The policy is not approved"), not_approved),
    _final_only("CTL103", tell("The version is not in the review log"), version_not_logged),
    Rule(
        "CTL104",
        tell("A version takes effect before its approval"),
        effective_before_approval,
        final=Severity.ERROR,
    ),
)
