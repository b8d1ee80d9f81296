"""Escalation: every way up ends at somebody, and none runs in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policygen.errors import Problem

if TYPE_CHECKING:
    from policygen.project import Project


def way_up(project: Project) -> Iterator[Problem]:
    """Yield a problem for a step to itself (ESC101) and for a circle of steps (ESC102)."""
    escalation = project.policy.escalation
    if escalation is None:
        return
    upward = {step.from_: step.to for step in escalation.steps.values()}
    for id_, step in escalation.steps.items():
        where = project.place(f"escalation.steps.{id_}.to")
        if step.from_ == step.to:
            yield Problem(
                "ESC101",
                f"step “{id_}” escalates from “{step.to}” to itself",
                where,
                "name the next level or role under `to:`",
            )
        elif _returns(step.from_, upward):
            yield Problem(
                "ESC102",
                f"step “{id_}” leads in a circle back to “{step.from_}”",
                where,
                "make the last step end at somebody who decides",
            )


def _returns(start: str, upward: dict[str, str]) -> bool:
    seen: set[str] = set()
    current = upward.get(start)
    while current is not None and current not in seen:
        if current == start:
            return True
        seen.add(current)
        current = upward.get(current)
    return False
