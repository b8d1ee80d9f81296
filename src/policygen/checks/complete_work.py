"""Completeness of what staff work by: steps, priorities, roles, escalation, metrics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.checks.wanted import wanting
from policygen.errors import words
from policygen.model.facts import Deadline, Timing
from policygen.model.organisation import Contingency, Process
from policygen.model.quality import Measure

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.errors import Words


def step_lacks(subject: Subject) -> Iterator[Finding]:
    """A step of a process says who does what by when. Whatever is left open, each colleague fills
    in differently, and two of them may each wait for the other."""
    if wanting(subject, "processes"):
        for path, process in subject.all_of(Process):
            for id_, step in process.steps.items():
                lacking = {
                    "responsible": not step.responsible,
                    "activities": not (step.activities or step.objective),
                    "time": step.time is None,
                }
                yield from _step(f"{path}.steps.{id_}", lacking)
    if wanting(subject, "complaints.handling") and subject.policy.complaints:
        for id_, handling in subject.policy.complaints.handling.items():
            yield from _step(f"complaints.handling.{id_}", {"within": handling.within is None})
    if wanting(subject, "contingencies"):
        for path, plan in subject.all_of(Contingency):
            yield from _step(path, {"who": plan.who is None})


_QUESTIONS: Final = {
    "responsible": words("who does it"),
    "who": words("who does it"),
    "activities": words("what is done"),
    "time": words("by when it is done"),
    "within": words("by when it is done"),
}


def _step(path: str, lacking: dict[str, bool]) -> Iterator[Finding]:
    for name in (name for name, lacks in lacking.items() if lacks):
        yield Finding(
            path,
            words("this step does not say {question}", question=_QUESTIONS[name]),
            words("add `{field}:` to the step", field=name),
        )


def by_no_priority(subject: Subject) -> Iterator[Finding]:
    """“By priority” means something only next to a table that says how fast each priority is. Without
    one a time is promised that nobody can look up."""
    if subject.policy.priorities:
        return
    for fact in subject.facts:
        if isinstance(fact, Deadline) and fact.timing is Timing.BY_PRIORITY:
            yield Finding(
                fact.clause,
                words("the time depends on the priority, but there is no table of priorities"),
                words("add `priorities:` with a time for each, or write a time here"),
            )


def priority_without_times(subject: Subject) -> Iterator[Finding]:
    """A priority is there to set a time. One without a time for the answer and for the solution
    only sorts cases, and none of them becomes faster."""
    if wanting(subject, "priorities"):
        for id_, priority in subject.policy.priorities.items():
            for name in ("response", "resolution"):
                if getattr(priority, name) is None:
                    yield Finding(
                        f"priorities.{id_}",
                        words("this priority sets no time: {field}", field=name),
                        words("add `{field}:` with a time, such as `within 4 h`", field=name),
                    )


def role_without_duties(subject: Subject) -> Iterator[Finding]:
    """A role that is only a name has no work and all of it. Colleagues who hand it a case do not
    know whether anybody will take it."""
    if wanting(subject, "roles.duties"):
        for id_, role in subject.policy.roles.items():
            if not role.duties:
                yield Finding(
                    f"roles.{id_}",
                    words("nothing says what “{role}” does", role=role.name),
                    words("add `duties:` to the role"),
                )


def escalated_when(subject: Subject) -> Iterator[Finding]:
    """A case that is to be handed up “some time” is handed up when it is too late. A step of
    escalation needs a time."""
    escalation = subject.policy.escalation
    if escalation and wanting(subject, "escalation"):
        for id_, step in escalation.steps.items():
            if step.within is None:
                yield Finding(
                    f"escalation.steps.{id_}",
                    words("nothing says how fast the case goes to “{party}”", party=step.to),
                    words("add `within:` with a time, such as `within 15 min`"),
                )


def _targets(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield path and metric of each target that is set for a metric."""
    yield from ((path, measure.metric) for path, measure in subject.all_of(Measure))
    for id_, promise in subject.policy.promises.items():
        if promise.measured_by and promise.target:
            yield f"promises.{id_}.target", promise.measured_by


def metric_without_meaning(subject: Subject) -> Iterator[Finding]:
    """A figure that nobody has defined is counted differently by each team. Its target is then
    reached by counting, not by service."""
    yield from _metrics_lack(
        subject,
        ("meaning", "formula"),
        words("there is a target for “{metric}”, but nothing says what it measures"),
    )


def metric_without_source(subject: Subject) -> Iterator[Finding]:
    """A target needs somebody who can look up whether it was reached. Without a source the figure
    is guessed, or quietly dropped."""
    yield from _metrics_lack(
        subject,
        ("source", "measured_by"),
        words("there is a target for “{metric}”, but nothing says where the figures come from"),
    )
