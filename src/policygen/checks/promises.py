"""Promises that contradict themselves or the service behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import tell
from policygen.model.clause import filled
from policygen.model.facts import Comparator, Deadline, Hours
from policygen.model.reckoning import compare
from policygen.model.reckoning.openings import opening_times

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.model.service import Channel

_TYPES: Final = {
    "charter": ("customer-charter", "charter-poster"),
    "carta de": ("customer-charter", "charter-poster"),
    "charte": ("customer-charter", "charter-poster"),
    "kundencharta": ("customer-charter", "charter-poster"),
    "agent handbook": ("agent-handbook",),
    "manual del agente": ("agent-handbook",),
    "guide du conseiller": ("agent-handbook",),
    "change log": ("change-log",),
    "registro de cambios": ("change-log",),
    "historique des modifications": ("change-log",),
    "änderungsverlauf": ("change-log",),
    "playbook": ("playbook",),
    "complaint form": ("complaint-form",),
    "beschwerdeformular": ("complaint-form",),
}
"""Words that name one type of document -> the templates of that type."""
_TITLE: Final = re.compile("|".join(map(re.escape, _TYPES)))
_WEEK: Final = tuple(range(7))


def outside_hours(subject: Subject) -> Iterator[Finding]:
    """A promise that also holds at night needs somebody who is there at night. Where its channel
    is closed then, the promise cannot be kept."""
    channels = subject.policy.channels
    for id_, promise in subject.policy.promises.items():
        hours = filled(promise.hours)
        for channel_id in promise.channels if hours else ():
            if hours and not _covered(hours, channels[channel_id], subject):
                yield Finding(
                    f"promises.{id_}.hours",
                    tell(
                        "this promise holds {hours}, but “{channel}” is not open all that time",
                        hours=hours,
                        channel=channel_id,
                    ),
                    tell("promise it for the hours of the channel, or open the channel longer"),
                    related=(
                        (f"channels.{channel_id}.availability", tell("the hours of the channel")),
                    ),
                )


def _covered(promised: Hours, channel: Channel, subject: Subject) -> bool:
    """Whether some customers find a channel open at every usual hour of a promise."""
    stated = [hours for entry in channel.availability.values() if (hours := filled(entry))]
    return not stated or any(_within(promised, hours, subject) for hours in stated)


def _within(inner: Hours, outer: Hours, subject: Subject) -> bool:
    calendar = subject.assumptions.calendar
    days = [subject.some_monday + timedelta(days=day) for day in _WEEK]
    inside, around = opening_times(inner, calendar), opening_times(outer, calendar)
    return all(
        any(wide.start <= span.start and span.end <= wide.end for wide in around(day))
        for day in days
        for span in inside(day)
    )


def automatic_but_claimed(subject: Subject) -> Iterator[Finding]:
    """What comes by itself need not be asked for. A customer who reads both does not know whether
    to wait or to write, and may miss the time for a claim."""
    for id_, promise in subject.policy.promises.items():
        remedy = promise.remedy
        if remedy and remedy.automatic and (remedy.claim or remedy.claim_through):
            field = "claim" if remedy.claim else "claim_through"
            yield Finding(
                f"promises.{id_}.remedy.{field}",
                tell("the remedy comes by itself, but here it has to be claimed"),
                tell("delete `automatic: yes`, or `claim:` and `claim_through:`"),
                related=((f"promises.{id_}.remedy.automatic", tell("by itself")),),
            )


def minimum_above_amount(subject: Subject) -> Iterator[Finding]:
    """Where sums below a minimum are not paid, a remedy that never reaches it is never paid: the
    promise is empty."""
    for id_, promise in subject.policy.promises.items():
        remedy = promise.remedy
        amount = filled(remedy.amount) if remedy else None
        minimum = filled(remedy.minimum) if remedy else None
        if amount and minimum and compare(amount, minimum, subject.assumptions) == -1:
            yield Finding(
                f"promises.{id_}.remedy.minimum",
                tell(
                    "nothing below {minimum} is paid, but the remedy is {amount}",
                    minimum=minimum,
                    amount=amount,
                ),
                tell("lower the minimum, or raise the amount"),
                related=((f"promises.{id_}.remedy.amount", tell("the remedy")),),
            )


def firmer_than_its_share(subject: Subject) -> Iterator[Finding]:
    """A guarantee holds in each case; an aim in most of them. “We guarantee 90 %” promises a
    customer something of which nobody can tell whether it holds for them."""
    for id_, promise in subject.policy.promises.items():
        target = filled(promise.target)
        both = target and target.commitment and promise.commitment
        if target and both and target.commitment is not promise.commitment:
            yield Finding(
                f"promises.{id_}.commitment",
                tell(
                    "the promise is firm as “{one}”, its value as “{other}”",
                    one=promise.commitment.value if promise.commitment else "",
                    other=target.commitment.value if target.commitment else "",
                ),
                tell("say only once how firm it is"),
                related=((f"promises.{id_}.target", tell("the value")),),
            )


def no_upper_limit(subject: Subject) -> Iterator[Finding]:
    """“At least two days” lets a reply take for ever. Customers need to know the latest time, not
    the earliest."""
    for path in _answers(subject):
        deadline = subject.value_at.get(path)
        if isinstance(deadline, Deadline) and deadline.comparator in _LOWER and deadline.duration:
            yield Finding(
                path,
                tell("“{time}” sets no latest time", time=deadline),
                tell("write `within …` with the longest time that it may take"),
            )


_LOWER: Final = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AFTER)


def _answers(subject: Subject) -> Iterator[str]:
    policy = subject.policy
    stages = policy.complaints.stages if policy.complaints else {}
    for name in ("acknowledgement", "reply"):
        yield from (f"channels.{id_}.{name}" for id_ in policy.channels)
        yield from (f"complaints.stages.{id_}.{name}" for id_ in stages)


def title_of_another_type(subject: Subject) -> Iterator[Finding]:
    """Readers judge by the title who a document is for. A handbook that is called a charter reaches
    the wrong people."""
    for id_, spec in subject.config.documents.items():
        for match in _TITLE.finditer(str(spec.title).lower()):
            if spec.template not in _TYPES[match[0]] and spec.template in _TEMPLATES:
                yield Finding(
                    f"documents.{id_}.title",
                    tell(
                        "“{title}” names another type of document than its template “{template}”",
                        title=spec.title,
                        template=spec.template,
                    ),
                    tell("change the title, or choose the template that belongs to it"),
                )
                break


_TEMPLATES: Final = {template for templates in _TYPES.values() for template in templates}


def segments_forgotten(subject: Subject) -> Iterator[Finding]:
    """Where one channel serves groups of customers at different hours and the next does not say,
    a group may expect there what it is used to. Off unless the settings turn it on, because
    channels often do serve everybody alike."""
    channels = subject.policy.channels
    split = [id_ for id_, channel in channels.items() if len(channel.availability) > 1]
    for id_, channel in channels.items() if split else ():
        if len(channel.availability) == 1:
            hours = filled(next(iter(channel.availability.values())))
            if hours is not None and not hours.always:
                yield Finding(
                    f"channels.{id_}.availability",
                    tell(
                        "“{other}” has hours for each group of customers, “{channel}” the same for "
                        "all",
                        other=split[0],
                        channel=id_,
                    ),
                    tell("write the hours for each group, or make sure that all are meant"),
                    related=((f"channels.{split[0]}.availability", tell("hours by group")),),
                )


RULES: Final = (
    Rule("CON401", tell("A promise outside service hours"), outside_hours),
    Rule("CON402", tell("Automatic, and yet to be claimed"), automatic_but_claimed),
    Rule("CON403", tell("A remedy that is never paid"), minimum_above_amount),
    Rule("CON404", tell("Firm in two ways"), firmer_than_its_share),
    Rule("CON405", tell("A reply without a latest time"), no_upper_limit),
    Rule("CON406", tell("A title of another type of document"), title_of_another_type),
    Rule("CON407", tell("Hours by group on some channels only"), segments_forgotten, None),
)
