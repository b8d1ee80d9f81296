"""Organization: who may decide, who stands behind whom, with which tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.clause import filled
from policygen.model.organisation import ToolFamily, ToolState
from policygen.model.reckoning import compare
from policygen.model.service import ChannelKind

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.model.organisation import Authority, Role

_OF_RECORD: Final = {ToolFamily.TICKETING, ToolFamily.CRM}
"""Families of tools of which a company needs one, because they hold what is true."""


def no_way_up(subject: Subject) -> Iterator[Finding]:
    """Sooner or later each level meets a case that it cannot solve. Where nothing says to whom it
    goes then, it stays where it is, and the customer waits."""
    policy = subject.policy
    steps = policy.escalation.steps.values() if policy.escalation else ()
    if not steps:
        if policy.levels:
            yield Finding(
                "levels",
                tell("cases are to go from level to level, but no step of escalation says how"),
                tell("add the steps under `escalation:`: from whom, to whom, when and how fast"),
            )
        return
    upward = {step.from_ for step in steps}
    for id_ in policy.levels:
        if id_ not in upward:
            yield Finding(
                f"levels.{id_}",
                tell("nothing says to whom “{level}” hands a case that it cannot solve", level=id_),
                tell("add a step under `escalation.steps:` with `from: {level}`", level=id_),
            )


def no_backup(subject: Subject) -> Iterator[Finding]:
    """People are ill, on leave or on another call. Without somebody in their place an urgent case
    waits for one person."""
    escalation = subject.policy.escalation
    for id_, step in escalation.steps.items() if escalation else ():
        if step.backup is None:
            yield Finding(
                f"escalation.steps.{id_}",
                tell("nothing says who takes the case when “{party}” is not there", party=step.to),
                tell("add `backup:` with a level or a role"),
            )
        elif step.backup in (step.to, step.from_):
            yield Finding(
                f"escalation.steps.{id_}.backup",
                tell("“{party}” cannot stand in for itself here", party=step.backup),
                tell("name somebody else who can take the case"),
            )


def reports_in_circle(subject: Subject) -> Iterator[Finding]:
    """A line of reporting ends at somebody who answers for everything below. In a circle nobody
    does."""
    roles = subject.policy.roles
    for id_, role in roles.items():
        if _above(id_, roles) >= {id_}:
            yield Finding(
                f"roles.{id_}.reports_to",
                tell("“{role}” ends up reporting to itself", role=role.name),
                tell("correct who reports to whom"),
            )


def _above(start: str, roles: dict[str, Role]) -> set[str]:
    """Return everybody to whom a role reports, directly or through others."""
    found: set[str] = set()
    waiting = list(roles[start].reports_to)
    while waiting:
        id_ = waiting.pop()
        if id_ in roles and id_ not in found:
            found.add(id_)
            waiting += roles[id_].reports_to
    return found


def authority_falls(subject: Subject) -> Iterator[Finding]:
    """Cases go up because somebody there may decide more. A superior who may spend less than the
    people below has to hand the case back down."""
    roles = subject.policy.roles
    for id_, role in roles.items():
        for above in _above(id_, roles) - {id_}:
            for index, own in enumerate(role.may_decide):
                for other in roles[above].may_decide:
                    if _may_less(other, own, subject):
                        yield Finding(
                            f"roles.{id_}.may_decide.{index}",
                            tell(
                                "“{role}” may decide up to {own}, more than its superior “{above}” "
                                "({other})",
                                role=role.name,
                                own=own.up_to,
                                above=roles[above].name,
                                other=other.up_to,
                            ),
                            tell("give the superior at least the same limit"),
                            related=((f"roles.{above}.may_decide", tell("the superior's limit")),),
                        )


def _may_less(one: Authority, other: Authority, subject: Subject) -> bool:
    """Whether the first may decide the same matter up to a smaller amount than the second."""
    if str(one.what) != str(other.what):
        return False
    less, more = filled(one.up_to), filled(other.up_to)
    return less is not None and more is not None and compare(less, more, subject.assumptions) == -1


def several_registers(subject: Subject) -> Iterator[Finding]:
    """A case that is recorded in two systems has two histories, and the customer has to tell the
    story twice. One system must be the one that counts."""
    families: dict[ToolFamily, list[str]] = defaultdict(list)
    for id_, tool in subject.policy.tools.items():
        if tool.family in _OF_RECORD and tool.state is not ToolState.CANDIDATE:
            families[tool.family].append(id_)
    for ids in families.values():
        if len(ids) > 1:
            yield Finding(
                f"tools.{ids[1]}",
                tell(
                    "{count} tools record cases or customers side by side: {tools}",
                    count=len(ids),
                    tools=", ".join(str(subject.policy.tools[id_].name) for id_ in ids),
                ),
                tell("keep the one that counts; mark the others `state: candidate` or delete them"),
                related=tuple((f"tools.{id_}", tell("in use as well")) for id_ in ids[:1]),
            )


def channel_as_tool(subject: Subject) -> Iterator[Finding]:
    """A channel is where customers reach the company, with hours and times that they can rely on.
    Listed among the tools only, it has neither, and messages there go unanswered."""
    kinds = {channel.kind.value for channel in subject.policy.channels.values()}
    for id_ in subject.policy.tools:
        if id_ in {kind.value for kind in ChannelKind} and id_ not in kinds:
            yield Finding(
                f"tools.{id_}",
                tell("“{tool}” is a tool here, but no channel with hours and times", tool=id_),
                tell("add it under `channels:`, or delete it if customers cannot use it"),
            )


def activity_twice(subject: Subject) -> Iterator[Finding]:
    """Work that belongs to two steps, with two owners and two times, is done twice or, more often,
    by nobody."""
    for process_id, process in subject.policy.processes.items():
        names = {str(step.name).casefold(): id_ for id_, step in process.steps.items()}
        for id_, step in process.steps.items():
            for index, activity in enumerate(step.activities):
                other = names.get(str(activity).casefold())
                if other is not None and other != id_:
                    yield Finding(
                        f"processes.{process_id}.steps.{id_}.activities.{index}",
                        tell(
                            "“{activity}” is part of this step and a step of its own",
                            activity=activity,
                        ),
                        tell("leave it out here, or say what is different about it"),
                        related=(
                            (f"processes.{process_id}.steps.{other}", tell("the other step")),
                        ),
                    )


def which_frequency(subject: Subject) -> Iterator[Finding]:
    """“Weekly or monthly” lets everybody choose the easier one. Nobody can tell whether the
    training took place as it should."""
    training = subject.policy.training
    for id_, course in training.courses.items() if training else ():
        if len(course.every) > 1:
            yield Finding(
                f"training.courses.{id_}.every",
                tell("the course has several frequencies, and nothing says which holds for what"),
                tell("keep one, or make a course of its own for each"),
            )


def hard_to_tell_apart(subject: Subject) -> Iterator[Finding]:
    """Two figures with nearly the same name and no definition are mixed up sooner or later, and a
    report compares what cannot be compared."""
    undefined = [
        (id_, metric)
        for id_, metric in subject.policy.metrics.items()
        if metric.meaning is None and metric.formula is None
    ]
    for (one, metric), (other, second) in combinations(undefined, 2):
        if _contains(str(metric.name), str(second.name)):
            yield Finding(
                f"metrics.{other}",
                tell(
                    "“{one}” and “{other}” are hard to tell apart, and neither says what it means",
                    one=metric.name,
                    other=second.name,
                ),
                tell("add `meaning:` to both, or merge them"),
                related=((f"metrics.{one}", tell("the other one")),),
            )


def _contains(one: str, other: str) -> bool:
    """Whether one name has all words of the other and only one more."""
    first, second = set(one.casefold().split()), set(other.casefold().split())
    small, large = sorted((first, second), key=len)
    return small < large and len(large) - len(small) == 1 and len(small) > 1


RULES: Final = (
    Rule("ESC103", tell("A level without a way up"), no_way_up, needs_all=True),
    Rule("ESC104", tell("Nobody stands in"), no_backup, needs_all=True),
    Rule("CON301", tell("Reporting in a circle"), reports_in_circle, Severity.ERROR),
    Rule("CON302", tell("A superior may decide less"), authority_falls),
    Rule("CON303", tell("Several registers of the same thing"), several_registers),
    Rule("CON304", tell("A channel that is only a tool"), channel_as_tool, needs_all=True),
    Rule("CON305", tell("The same work in two steps"), activity_twice),
    Rule("CON306", tell("Several frequencies for one course"), which_frequency),
    Rule("CON307", tell("Two metrics with nearly the same name"), hard_to_tell_apart),
)
