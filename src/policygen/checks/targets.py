"""Targets that contradict each other: figures that cannot all be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.checks.rules import Finding, Rule
from policygen.checks.times import bounds, order
from policygen.errors import tell
from policygen.model.clause import filled
from policygen.model.facts import Comparator, Target

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.model.organisation import Level
    from policygen.model.quality import Measure

_HUNDRED: Final = Decimal(100)
_ALIKE: Final = 20
"""How many times longer one reply may take than another for one figure to speak of both."""
_SOLVED: Final = re.compile(r"resol|solut|solved|lösung", re.IGNORECASE)
_FIRST: Final = re.compile(r"first|primer|premier|erst|fcr", re.IGNORECASE)
_ESCALATED: Final = re.compile(r"escal|eskal|weiterleit|handover", re.IGNORECASE)
_RATE: Final = (Comparator.AT_LEAST, Comparator.MORE_THAN)


class _Stated(NamedTuple):
    """A target for a metric and where it stands."""

    metric: str
    target: Target
    path: str


def _stated(measures: tuple[Measure, ...], path: str) -> Iterator[_Stated]:
    for index, measure in enumerate(measures):
        target = filled(measure.target)
        if target is not None:
            yield _Stated(measure.metric, target, f"{path}.{index}.target")


def _overall(subject: Subject) -> list[_Stated]:
    """Return the targets that hold for the service as a whole."""
    policy = subject.policy
    standards = policy.quality.standards if policy.quality else ()
    return [*_stated(policy.headlines, "headlines"), *_stated(standards, "quality.standards")]


def _each_overall(subject: Subject) -> list[_Stated]:
    """Return the targets that hold for the service as a whole, each once where two places state
    the same."""
    once = {(stated.metric, stated.target): stated for stated in reversed(_overall(subject))}
    return list(reversed(once.values()))


def _of_levels(subject: Subject) -> Iterator[tuple[Level, _Stated]]:
    for id_, level in subject.policy.levels.items():
        for stated in _stated(level.measures, f"levels.{id_}.measures"):
            yield level, stated


def _name(subject: Subject, metric: str) -> str:
    found = subject.policy.metrics.get(metric)
    return str(found.name) if found else metric


def two_targets(subject: Subject) -> Iterator[Finding]:
    """If one page asks for 90 % and another for 70 %, a team works to the lower figure and is
    judged by the higher one, and a customer who reads both believes neither."""
    first: dict[str, _Stated] = {}
    for stated in _overall(subject):
        other = first.setdefault(stated.metric, stated)
        if other.target != stated.target:
            yield Finding(
                stated.path,
                tell(
                    "“{metric}” has two targets: {one} and {other}",
                    metric=_name(subject, stated.metric),
                    one=other.target,
                    other=stated.target,
                ),
                tell("decide which one holds, and write it in both places"),
                related=((other.path, tell("the other target")),),
            )


def out_of_reach(subject: Subject) -> Iterator[Finding]:
    """The figure for the whole is made of what the levels do. When every level just meets its own
    target and the whole still misses its own, somebody has promised what nobody has to deliver."""
    shares = _shares_of_cases(subject)
    levels = list(_of_levels(subject))
    for stated in _each_overall(subject):
        parts = [(level.id, part) for level, part in levels if part.metric == stated.metric]
        alone = _is(subject, stated.metric, _FIRST)
        reached = _together(stated.target, parts, shares, alone=alone)
        if reached is not None and stated.target.percent and reached < stated.target.percent:
            yield Finding(
                stated.path,
                tell(
                    "“{metric}” is to be {target} overall, but if each level just meets its own "
                    "target it comes to {reached} %",
                    metric=_name(subject, stated.metric),
                    target=stated.target,
                    reached=_rounded(reached),
                ),
                tell("lower the target for the whole, or raise those of the levels"),
                related=tuple((part.path, tell("a part of the whole")) for _, part in parts),
            )


def _shares_of_cases(subject: Subject) -> dict[str, Decimal]:
    """Return level -> the share of all cases that it closes when it just meets its targets; what
    the others leave goes to the last one."""
    rates: dict[str, Decimal] = {}
    for level, stated in _of_levels(subject):
        solves = _SOLVED.search(stated.metric) and stated.target.comparator in _RATE
        if solves and stated.target.percent is not None:
            rates.setdefault(level.id, stated.target.percent)
    left, shares = _HUNDRED, {}
    ids = list(subject.policy.levels)
    for id_ in ids:
        rate = _HUNDRED if id_ == ids[-1] else rates.get(id_)
        if rate is None:
            return {}
        shares[id_] = left * rate / _HUNDRED
        left -= shares[id_]
    return shares


def _together(
    whole: Target, parts: list[tuple[str, _Stated]], shares: dict[str, Decimal], *, alone: bool
) -> Decimal | None:
    """Return what parts come to when each just meets its target, in per cent; None where that
    cannot be said. alone: whether only one level can do it, as with first-contact resolution."""
    comparable = [
        (id_, part.target.percent)
        for id_, part in parts
        if part.target.percent is not None and part.target.comparator in _RATE
    ]
    if whole.comparator not in _RATE or len(comparable) < len(parts) or not parts:
        return None
    if len(comparable) == 1 and alone:
        return comparable[0][1]
    if len(comparable) < len(shares) or any(id_ not in shares for id_, _ in comparable):
        return None
    weight = sum(shares[id_] for id_, _ in comparable)
    return sum(shares[id_] * percent for id_, percent in comparable) / weight if weight else None


def _rounded(number: Decimal) -> float:
    shown = round(number, 1)
    return int(shown) if shown == int(shown) else float(shown)


def solved_and_escalated(subject: Subject) -> Iterator[Finding]:
    """What is solved is not handed over: the two shares are parts of the same hundred. Figures
    that add up to more let an agent meet one target by missing the sense of the other."""
    overall = [s for s in _each_overall(subject) if _solved_first(subject, s)]
    for level, escalated in _of_levels(subject):
        if not _is(subject, escalated.metric, _ESCALATED) or escalated.target.percent is None:
            continue
        own = [s for of, s in _of_levels(subject) if of is level and _solved(subject, s)]
        is_first = level.id == next(iter(subject.policy.levels))
        for solved in [*own, *(overall if is_first else [])]:
            share = solved.target.percent or Decimal(0)
            if share + escalated.target.percent > _HUNDRED:
                yield Finding(
                    solved.path,
                    tell(
                        "if {solved} of cases are solved, at most {rest} % can be handed over, but "
                        "“{escalated}” may be {limit}",
                        solved=solved.target,
                        rest=_rounded(_HUNDRED - share),
                        escalated=_name(subject, escalated.metric),
                        limit=escalated.target,
                    ),
                    tell("change one of the two so that together they make 100 %"),
                    related=((escalated.path, tell("cases that are handed over")),),
                )


def _is(subject: Subject, metric: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(metric) or pattern.search(_name(subject, metric)))


def _solved(subject: Subject, stated: _Stated) -> bool:
    is_rate = stated.target.comparator in _RATE and stated.target.percent is not None
    return is_rate and _is(subject, stated.metric, _SOLVED)


def _solved_first(subject: Subject, stated: _Stated) -> bool:
    return _solved(subject, stated) and _is(subject, stated.metric, _FIRST)


def slower_channel(subject: Subject) -> Iterator[Finding]:
    """A standard for all contacts is a promise for each of them. Where one channel is allowed more
    time, its customers wait longer than the company says they do."""
    for stated in _each_overall(subject):
        for id_, channel in subject.policy.channels.items():
            reply = filled(channel.reply)
            if stated.metric in channel.metrics and reply is not None:
                if order(reply, stated.target.deadline, subject.assumptions) != 1:
                    continue
                yield Finding(
                    f"channels.{id_}.reply",
                    tell(
                        "“{channel}” may take {reply}, longer than the {target} that hold for "
                        "“{metric}” overall",
                        channel=channel.name or id_,
                        reply=reply,
                        target=stated.target,
                        metric=_name(subject, stated.metric),
                    ),
                    tell("make the channel faster, or the standard for all slower"),
                    related=((stated.path, tell("the standard for all")),),
                )


def one_figure_for_all(subject: Subject) -> Iterator[Finding]:
    """One figure over calls that are answered in seconds and tickets that take hours says nothing
    about either: the average hides who waits."""
    for stated in _each_overall(subject):
        times = {
            id_: length[1]
            for id_, channel in subject.policy.channels.items()
            if stated.metric in channel.metrics and (reply := filled(channel.reply)) is not None
            if (length := bounds(reply)) is not None
        }
        if times and max(times.values()) > _ALIKE * min(times.values()):
            slow, fast = max(times, key=times.__getitem__), min(times, key=times.__getitem__)
            yield Finding(
                stated.path,
                tell(
                    "one target for “{metric}” covers channels as different as “{fast}” and "
                    "“{slow}”",
                    metric=_name(subject, stated.metric),
                    fast=fast,
                    slow=slow,
                ),
                tell("give each kind of channel a metric of its own, with its own target"),
                related=(
                    (f"channels.{fast}.reply", tell("the fastest")),
                    (f"channels.{slow}.reply", tell("the slowest")),
                ),
            )


def slower_step(subject: Subject) -> Iterator[Finding]:
    """A process whose step takes days cannot keep a standard of hours: whoever follows the process
    breaks the standard."""
    for stated in _each_overall(subject):
        for process_id, process in subject.policy.processes.items():
            for id_, step in process.steps.items():
                names_it = id_ in stated.metric.split("-") and stated.metric.endswith("time")
                late = names_it and order(step.time, stated.target.deadline, subject.assumptions)
                if late == 1:
                    yield Finding(
                        f"processes.{process_id}.steps.{id_}.time",
                        tell(
                            "this step may take {time}, but the standard for “{metric}” is "
                            "{target}",
                            time=step.time,
                            metric=_name(subject, stated.metric),
                            target=stated.target,
                        ),
                        tell("shorten the step, or say for which cases the standard holds"),
                        related=((stated.path, tell("the standard")),),
                    )


def promise_beyond_target(subject: Subject) -> Iterator[Finding]:
    """What customers are promised is what staff must aim at. A charter that promises more than the
    company asks of itself is broken from its first day."""
    for id_, promise in subject.policy.promises.items():
        promised = filled(promise.target)
        for stated in _each_overall(subject) if promised and promise.measured_by else ():
            if stated.metric == promise.measured_by and _stricter(promised, stated.target, subject):
                yield Finding(
                    f"promises.{id_}.target",
                    tell(
                        "customers are promised {promised}, but the target for staff is {target}",
                        promised=promised,
                        target=stated.target,
                    ),
                    tell("promise less, or aim higher"),
                    related=((stated.path, tell("the target for staff")),),
                )


def _stricter(promised: Target | None, target: Target, subject: Subject) -> bool:
    if promised is None:
        return False
    rates = promised.comparator in _RATE and target.comparator in _RATE
    if rates and (promised.percent or 0) > (target.percent or _HUNDRED):
        return True
    return order(promised.deadline, target.deadline, subject.assumptions) == -1


RULES: Final = (
    Rule("CON101", tell("One metric has two targets"), two_targets),
    Rule("CON102", tell("The levels together cannot reach the target"), out_of_reach),
    Rule("CON103", tell("Solved and escalated cases are more than all"), solved_and_escalated),
    Rule("CON104", tell("A channel is slower than the standard for all"), slower_channel),
    Rule("CON105", tell("One figure for channels that differ"), one_figure_for_all),
    Rule("CON106", tell("A step is slower than its standard"), slower_step),
    Rule("CON107", tell("Customers are promised more than staff aim at"), promise_beyond_target),
)
