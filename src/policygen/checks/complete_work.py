"""Completeness of what staff work by: steps, priorities, roles, escalation, metrics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.checks.wanted import wanting
from policygen.errors import tell
from policygen.model.facts import Deadline, Timing
from policygen.model.organisation import Contingency, Process
from policygen.model.quality import Measure

if TYPE_CHECKING:
    from policygen.checks.subject import Subject


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
    "responsible": tell("who does it"),
    "who": tell("who does it"),
    "activities": tell("what is done"),
    "time": tell("by when it is done"),
    "within": tell("by when it is done"),
}


def _step(path: str, lacking: dict[str, bool]) -> Iterator[Finding]:
    for name in (name for name, lacks in lacking.items() if lacks):
        yield Finding(
            path,
            tell("this step does not say {question}", question=_QUESTIONS[name]),
            tell("add `{field}:` to the step", field=name),
        )


def by_no_priority(subject: Subject) -> Iterator[Finding]:
    """“By priority” means something only next to a table that says how fast each priority is.
    Without one a time is promised that nobody can look up."""
    if subject.policy.priorities:
        return
    for fact in subject.facts:
        if isinstance(fact, Deadline) and fact.timing is Timing.BY_PRIORITY:
            yield Finding(
                fact.clause,
                tell("the time depends on the priority, but there is no table of priorities"),
                tell("add `priorities:` with a time for each, or write a time here"),
            )


_ENDS: Final = {"response": tell("an answer"), "resolution": tell("a solution")}
"""Field of a priority -> what its time leads to."""


def priority_without_times(subject: Subject) -> Iterator[Finding]:
    """A priority is there to set a time. One without a time for the answer and for the solution
    only sorts cases, and none of them becomes faster."""
    if wanting(subject, "priorities"):
        for id_, priority in subject.policy.priorities.items():
            for name, end in _ENDS.items():
                if getattr(priority, name) is None:
                    yield Finding(
                        f"priorities.{id_}",
                        tell("this priority does not say by when the customer has {end}", end=end),
                        tell("add `{field}:` with a time, such as `within 4 h`", field=name),
                    )


def role_without_duties(subject: Subject) -> Iterator[Finding]:
    """A role that is only a name has no work and all of it. Colleagues who hand it a case do not
    know whether anybody will take it."""
    if wanting(subject, "roles.duties"):
        for id_, role in subject.policy.roles.items():
            if not role.duties:
                yield Finding(
                    f"roles.{id_}",
                    tell("nothing says what “{role}” does", role=role.name),
                    tell("add `duties:` to the role"),
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
                    tell("nothing says how fast the case goes to “{party}”", party=step.to),
                    tell("add `within:` with a time, such as `within 15 min`"),
                )


def metric_without_meaning(subject: Subject) -> Iterator[Finding]:
    """A figure that nobody has defined is counted differently by each team. Its target is then
    reached by counting, not by service."""
    for id_, target in _with_target(subject):
        metric = subject.policy.metrics[id_]
        if metric.meaning is None and metric.formula is None:
            yield Finding(
                f"metrics.{id_}",
                tell(
                    "there is a target for “{metric}”, but nothing says what it measures",
                    metric=metric.name,
                ),
                tell("add `meaning:`, in words, or `formula:`"),
                related=((target, tell("the target")),),
            )


def metric_without_source(subject: Subject) -> Iterator[Finding]:
    """A target needs somebody who can look up whether it was reached. Without a source the figure
    is guessed, or quietly dropped."""
    for id_, target in _with_target(subject):
        metric = subject.policy.metrics[id_]
        if metric.source is None and metric.measured_by is None:
            yield Finding(
                f"metrics.{id_}",
                tell(
                    "there is a target for “{metric}”, but nothing says where its figures come "
                    "from",
                    metric=metric.name,
                ),
                tell("add `source:`, such as the system that counts, or `measured_by:`"),
                related=((target, tell("the target")),),
            )


def metric_without_target(subject: Subject) -> Iterator[Finding]:
    """A channel that is measured without a target cannot be too slow. Nobody knows which figure
    would be a reason to act."""
    measured = {metric for _, metric in _targets(subject)}
    if not wanting(subject, "metrics"):
        return
    for id_, channel in subject.policy.channels.items():
        for index, metric in enumerate(channel.metrics):
            if metric not in measured and channel.target is None:
                measured.add(metric)
                yield Finding(
                    f"channels.{id_}.metrics.{index}",
                    tell(
                        "“{channel}” is measured by “{metric}”, for which there is no target",
                        channel=id_,
                        metric=metric,
                    ),
                    tell("set one under `quality.standards:`, or leave the metric out here"),
                    related=((f"metrics.{metric}", tell("the metric")),),
                )


def _with_target(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield each metric that is defined and has a target, with the path of the first."""
    first: dict[str, str] = {}
    for path, metric in _targets(subject) if wanting(subject, "metrics") else ():
        if metric in subject.policy.metrics:
            first.setdefault(metric, path)
    yield from first.items()


def _targets(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield the path of each target that is set for a metric, and the metric."""
    yield from ((path, measure.metric) for path, measure in subject.all_of(Measure))
    for id_, promise in subject.policy.promises.items():
        if promise.measured_by and promise.target:
            yield f"promises.{id_}.target", promise.measured_by


_missing = partial(Rule, needs_all=True)

RULES: Final = (
    _missing("CMP201", tell("A step without who, what or when"), step_lacks),
    _missing("CMP202", tell("By priority, but there are none"), by_no_priority),
    _missing("CMP203", tell("A priority without its times"), priority_without_times),
    _missing("CMP204", tell("A role that is only a name"), role_without_duties),
    _missing("CMP205", tell("Escalation without a time"), escalated_when),
    _missing("CMP206", tell("A target for something undefined"), metric_without_meaning),
    _missing("CMP207", tell("A target that nobody can check"), metric_without_source),
    _missing("CMP208", tell("Measured without a target"), metric_without_target),
)
