"""Document control: what a final document must state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem
from policygen.model.clause import filled
from policygen.model.control import Status

if TYPE_CHECKING:
    from policygen.project import Project

_NEEDED: Final = ("owner", "author", "approver", "approved", "effective", "next_review")


def incomplete_control(project: Project) -> Iterator[Problem]:
    """Yield what keeps the policy from being final: a missing field of document control
    (CTL101), a status other than approved (CTL102), a version that the review log does not
    know (CTL103), dates out of order (CTL104)."""
    control = project.policy.control
    where = project.place("control")
    for name in _NEEDED:
        if getattr(control, name) is None:
            yield Problem(
                "CTL101",
                f"a final document needs `control.{name}`",
                where,
                f"add `{name}:` under `control:`, or build with --draft",
            )
    if control.status is not Status.APPROVED:
        yield Problem(
            "CTL102",
            f"the policy's status is “{control.status.value}”, not “approved”",
            project.place("control.status"),
            "have it approved first, or build with --draft",
        )
    if control.version not in {entry.version for entry in project.policy.review_log}:
        yield Problem(
            "CTL103",
            f"the review log has no entry for version {control.version}",
            project.place("control.version"),
            "add the entry under `review_log:`",
        )
    effective, approved = filled(control.effective), filled(control.approved)
    if effective and approved and effective < approved:
        yield Problem(
            "CTL104",
            f"version {control.version} takes effect before it was approved",
            project.place("control.effective"),
            "correct one of the two dates",
        )
