"""Completeness of what customers rely on: promises, channels and the complaint procedure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from policygen.checks.rules import Finding, Rule
from policygen.checks.wanted import setting, wanting
from policygen.errors import tell
from policygen.model.facts import Commitment
from policygen.model.promises import PromiseKind
from policygen.model.service import ChannelKind

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.model.promises import Promise

_NOBODY_ANSWERS: Final = {ChannelKind.SELF_SERVICE, ChannelKind.REVIEW_SITE, ChannelKind.MEETING}


def channel_without_time(subject: Subject) -> Iterator[Finding]:
    """Whoever writes or calls wants to know when an answer comes. A channel without a time is the
    one where messages are left until tomorrow."""
    document = wanting(subject, "channels.reply")
    for id_, channel in subject.policy.channels.items() if document else ():
        times = (channel.reply, channel.acknowledgement, channel.call_back, channel.target)
        if channel.kind not in _NOBODY_ANSWERS and not any(times):
            yield Finding(
                f"channels.{id_}",
                tell("“{channel}” does not say how fast customers are answered", channel=id_),
                tell("add `reply:` with a time, such as `within 1 working day`"),
            )


def not_measurable(subject: Subject) -> Iterator[Finding]:
    """Whoever calls a promise an aim, a target or a guarantee means that it can be counted. Without
    a figure nobody can tell whether it was kept, and a reader stops believing the others."""
    for id_, promise in subject.policy.promises.items() if wanting(subject, "promises") else ():
        measures = (promise.target, promise.remedy, promise.measured_by)
        if promise.commitment and not any(measures):
            yield Finding(
                f"promises.{id_}",
                tell(
                    "this promise is called “{commitment}”, but nothing says how it is measured",
                    commitment=promise.commitment.value,
                ),
                tell("add `target:`, such as `within 2 working days`, or a `remedy:`"),
            )


def guarantee_without_remedy(subject: Subject) -> Iterator[Finding]:
    """“Guaranteed” means that something follows when it is not kept. If nothing says what, the
    customer asks a court."""
    if wanting(subject, "promises"):
        for id_, promise in subject.policy.promises.items():
            if promise.remedy is None and _guaranteed(promise):
                yield Finding(
                    f"promises.{id_}",
                    tell("this promise is a guarantee, but nothing says what follows if it fails"),
                    tell("add `remedy:`, or make it `commitment: target`"),
                )


def _guaranteed(promise: Promise) -> bool:
    target = getattr(promise.target, "commitment", None)
    entitled = promise.kind is PromiseKind.ENTITLEMENT
    return Commitment.GUARANTEE in (promise.commitment, target) and not entitled


def remedy_without_way(subject: Subject) -> Iterator[Finding]:
    """Money that has to be asked for, but not where or until when, is not paid. The customer finds
    out when the answer is that it is too late."""
    for id_, promise in subject.policy.promises.items() if wanting(subject, "promises") else ():
        remedy = promise.remedy
        paid = remedy and (remedy.amount or remedy.steps)
        if remedy and paid and not (remedy.automatic or remedy.claim or remedy.claim_through):
            yield Finding(
                f"promises.{id_}.remedy",
                tell("nothing says whether the customer has to ask for the remedy, and how"),
                tell("add `automatic: yes`, or `claim:` and `claim_through:`"),
            )


def no_way_to_reach(subject: Subject) -> Iterator[Finding]:
    """A document for customers that names no telephone, address or website leaves them alone with
    their case. They need a way to reach the company."""
    document = wanting(subject, "channels")
    channels = subject.policy.channels.values()
    reachable = any(c.phone or c.email or c.url or c.address for c in channels)
    if document and not reachable:
        yield Finding(
            "channels" if channels else setting(document),
            tell("“{document}” does not tell customers how to reach you", document=document),
            tell("add `phone:`, `email:`, `url:` or `address:` to a channel"),
        )


def stage_without_deadline(subject: Subject) -> Iterator[Finding]:
    """A complaint without a date for the answer is put aside for cases that have one. Customers ask
    again, and go elsewhere."""
    for path, stage in _stages(subject):
        if stage.reply is None:
            yield Finding(
                path,
                tell("“{stage}” does not say by when the complaint is answered", stage=stage.name),
                tell("add `reply:` with a time, such as `within 10 working days of receipt`"),
            )


def no_stages(subject: Subject) -> Iterator[Finding]:
    """A procedure says who decides on a complaint and by when. Without a stage it only says what a
    complaint is."""
    complaints = subject.policy.complaints
    if complaints and not complaints.stages and wanting(subject, "complaints.stages"):
        yield Finding(
            "complaints",
            tell("nothing says who decides on a complaint"),
            tell("add `stages:` with who handles each and by when"),
        )


def next_stage_unknown(subject: Subject) -> Iterator[Finding]:
    """A second stage helps nobody who does not know how to get there. The right to it is then a
    right on paper."""
    for path, stage in list(_stages(subject))[:-1]:
        if stage.next_step is None:
            yield Finding(
                path,
                tell("“{stage}” does not say how to ask for the next stage", stage=stage.name),
                tell("add `next_step:`, and `next_within:` with the time for it"),
            )


def _stages(subject: Subject) -> Iterator[tuple[str, Any]]:
    complaints = subject.policy.complaints
    if complaints and wanting(subject, "complaints.stages"):
        for id_, stage in complaints.stages.items():
            yield f"complaints.stages.{id_}", stage


def no_holding_reply(subject: Subject) -> Iterator[Finding]:
    """Some complaints take longer than planned. A customer who hears why, and until when, waits;
    one who hears nothing complains again."""
    complaints = subject.policy.complaints
    expected = wanting(subject, "complaints.holding_reply")
    if complaints and expected and complaints.holding_reply is None:
        yield Finding(
            "complaints",
            tell("nothing says what customers hear when an answer takes longer"),
            tell("add `holding_reply:` with what it contains"),
        )


def no_way_outside(subject: Subject) -> Iterator[Finding]:
    """A customer who does not accept the last answer wants to know who else can decide. Say so also
    where there is nobody: it is asked in any case."""
    complaints = subject.policy.complaints
    if complaints is None or not complaints.stages or complaints.external:
        return
    last = list(complaints.stages.values())[-1]
    if last.next_step is None and wanting(subject, "complaints.external"):
        yield Finding(
            "complaints",
            tell("nothing says to whom customers can turn after the last stage"),
            tell("add `external:` with the body, or `next_step:` to the last stage"),
        )


def nothing_learned(subject: Subject) -> Iterator[Finding]:
    """Each complaint shows a fault that others have put up with. A company that does not look at
    them together answers the same complaint again and again."""
    complaints = subject.policy.complaints
    expected = wanting(subject, "complaints.reviews")
    if complaints and expected and not (complaints.reviews or complaints.learning):
        yield Finding(
            "complaints",
            tell("nothing says who looks at all complaints and what comes of it"),
            tell("add `reviews:` with how often and by whom, or `learning:`"),
        )


_missing = partial(Rule, needs_all=True)

RULES: Final = (
    _missing("CMP301", tell("A channel without a time"), channel_without_time),
    _missing("CMP302", tell("A promise that nobody can measure"), not_measurable),
    _missing("CMP303", tell("A guarantee without a remedy"), guarantee_without_remedy),
    _missing("CMP304", tell("A remedy without a way to it"), remedy_without_way),
    _missing("CMP305", tell("No way to reach the company"), no_way_to_reach),
    _missing("CMP306", tell("A stage without a time"), stage_without_deadline),
    _missing("CMP307", tell("Complaints without a stage"), no_stages),
    _missing("CMP308", tell("The next stage is out of reach"), next_stage_unknown),
    _missing("CMP309", tell("Silence when it takes longer"), no_holding_reply),
    _missing("CMP310", tell("Nowhere to go after the last stage"), no_way_outside),
    _missing("CMP311", tell("Nothing is learned from complaints"), nothing_learned),
)
