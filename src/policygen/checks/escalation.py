"""Escalation: every way up ends at somebody, and none runs in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell

if TYPE_CHECKING:
    from policygen.checks.subject import Subject


def to_itself(subject: Subject) -> Iterator[Finding]:
    """A case that is handed to whoever has it already goes nowhere: the customer waits for a
    decision that nobody else is going to take."""
    escalation = subject.policy.escalation
    for id_, step in escalation.steps.items() if escalation else ():
        if step.from_ == step.to:
            yield Finding(
                f"escalation.steps.{id_}.to",
                tell("step “{id}” escalates from “{party}” to itself", id=id_, party=step.to),
                tell("name the next level or role under `to:`"),
            )


def in_a_circle(subject: Subject) -> Iterator[Finding]:
    """A way up that leads back to its start has nobody at its end who decides. A hard case runs
    round in it."""
    escalation = subject.policy.escalation
    if escalation is None:
        return
    upward = {step.from_: step.to for step in escalation.steps.values()}
    for id_, step in escalation.steps.items():
        if step.from_ != step.to and _returns(step.from_, upward):
            yield Finding(
                f"escalation.steps.{id_}.to",
                tell("step “{id}” leads in a circle back to “{party}”", id=id_, party=step.from_),
                tell("make the last step end at somebody who decides"),
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


RULES: Final = (
    Rule("ESC101", tell("A step escalates to where it starts"), to_itself, Severity.ERROR),
    Rule("ESC102", tell("Escalation runs in a circle"), in_a_circle, Severity.ERROR),
)
