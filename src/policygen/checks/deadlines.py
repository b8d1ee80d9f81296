"""Times that contradict each other: an order of events that cannot be, sums that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policygen.checks.rules import Finding, Rule
from policygen.checks.times import bounds, order
from policygen.errors import tell
from policygen.model.clause import filled
from policygen.model.facts import Population
from policygen.model.reckoning import worst_case
from policygen.model.service import ChannelKind

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.model.facts import Deadline
    from policygen.model.organisation import Priority
    from policygen.model.promises import Promise

_KINDS: Final = {
    Population.CALLS: ChannelKind.PHONE,
    Population.EMAILS: ChannelKind.EMAIL,
    Population.CHATS: ChannelKind.LIVE_CHAT,
    Population.LETTERS: ChannelKind.POST,
}
"""What a promise counts -> the kind of channel that it comes through."""


class _Answered(NamedTuple):
    """Something that is acknowledged, answered and settled."""

    path: str
    acknowledgement: Deadline | None
    reply: Deadline | None
    resolution: Deadline | None


def _answered(subject: Subject) -> Iterator[_Answered]:
    policy = subject.policy
    groups: list[tuple[str, dict[str, Any]]] = [("channels", policy.channels)]
    if policy.complaints:
        groups.append(("complaints.stages", policy.complaints.stages))
        groups.append(("complaints.types", policy.complaints.types))
    if policy.feedback:
        groups.append(("feedback.types", policy.feedback.types))
    for path, entries in groups:
        for id_, entry in entries.items():
            yield _Answered(
                f"{path}.{id_}",
                filled(entry.acknowledgement),
                filled(entry.reply),
                filled(getattr(entry, "resolution", None)),
            )


def acknowledged_late(subject: Subject) -> Iterator[Finding]:
    """An acknowledgement bridges the wait for the answer. One that may come with the answer, or
    after it, tells the customer nothing and is forgotten."""
    for path, acknowledgement, reply, _ in _answered(subject):
        if order(acknowledgement, reply, subject.assumptions) in (0, 1):
            yield Finding(
                f"{path}.acknowledgement",
                tell(
                    "the acknowledgement ({acknowledgement}) may come as late as the reply "
                    "({reply})",
                    acknowledgement=acknowledgement,
                    reply=reply,
                ),
                tell("make the acknowledgement faster than the reply, or leave it out"),
                related=((f"{path}.reply", tell("the reply")),),
            )


def automatic_too_late(subject: Subject) -> Iterator[Finding]:
    """An automatic message is there to say that an answer is coming. Sent only when the answer is
    already due, it arrives after the promise has been broken."""
    for id_, channel in subject.policy.channels.items():
        automatic = channel.automatic_acknowledgement
        if automatic and order(automatic.within, channel.reply, subject.assumptions) in (0, 1):
            yield Finding(
                f"channels.{id_}.automatic_acknowledgement.within",
                tell(
                    "the automatic acknowledgement goes out {within}, when the reply ({reply}) is "
                    "already due",
                    within=automatic.within,
                    reply=channel.reply,
                ),
                tell("send it at once, or at least well before the reply is due"),
                related=((f"channels.{id_}.reply", tell("the reply")),),
            )


def settled_first(subject: Subject) -> Iterator[Finding]:
    """Nobody can settle a matter before they have answered or acknowledged it. One of the two
    times is wrong, and customers will hold the company to the shorter one."""
    for path, acknowledgement, reply, resolution in _answered(subject):
        first = reply or acknowledgement
        if order(resolution, first, subject.assumptions) == -1:
            which = "reply" if reply else "acknowledgement"
            yield _settled_first(path, resolution, first, which)
    for id_, priority in subject.policy.priorities.items():
        if order(priority.resolution, priority.response, subject.assumptions) == -1:
            path = f"priorities.{id_}"
            yield _settled_first(path, priority.resolution, priority.response, "response")


def _settled_first(path: str, resolution: Any, first: Any, which: str) -> Finding:
    return Finding(
        f"{path}.resolution",
        tell(
            "the matter is to be settled ({resolution}) before it is answered ({first})",
            resolution=resolution,
            first=first,
        ),
        tell("exchange the two times, or correct one of them"),
        related=((f"{path}.{which}", tell("the answer")),),
    )


def checked_too_seldom(subject: Subject) -> Iterator[Finding]:
    """A message waits until somebody looks. Where the box is looked at less often than messages
    are to be answered, the answer is late before anybody has seen the message."""
    for id_, channel in subject.policy.channels.items():
        # Of a telephone, what is checked is its voicemail: a call is answered when it rings.
        spoken = channel.kind is ChannelKind.PHONE
        for name in ("call_back",) if spoken else ("reply", "call_back", "acknowledgement"):
            answer = filled(getattr(channel, name))
            if order(channel.checked_every, answer, subject.assumptions) == 1:
                yield Finding(
                    f"channels.{id_}.checked_every",
                    tell(
                        "messages are looked at {every}, but are to be answered {answer}",
                        every=channel.checked_every,
                        answer=answer,
                    ),
                    tell(
                        "look more often, or allow for the time between two looks and the time "
                        "for the answer"
                    ),
                    related=((f"channels.{id_}.{name}", tell("the time for the answer")),),
                )


def promise_beyond_channel(subject: Subject) -> Iterator[Finding]:
    """The charter speaks to customers, the channel's standard to staff. If staff may take longer
    than customers are promised, keeping the rule breaks the promise."""
    for id_, promise in subject.policy.promises.items():
        target = filled(promise.target)
        deadline = target.deadline if target else None
        for channel in _channels_of(promise, subject):
            reply = subject.policy.channels[channel].reply
            if order(deadline, reply, subject.assumptions) == -1:
                yield Finding(
                    f"promises.{id_}.target",
                    tell(
                        "customers are promised {promised}, but “{channel}” may take {reply}",
                        promised=target,
                        channel=channel,
                        reply=reply,
                    ),
                    tell("promise what the channel can keep, or make the channel faster"),
                    related=((f"channels.{channel}.reply", tell("the channel's time")),),
                )


def _channels_of(promise: Promise, subject: Subject) -> Iterator[str]:
    """Yield the channels that a promise is about, named or meant."""
    target = filled(promise.target)
    kind = _KINDS.get(target.population) if target and target.population else None
    if promise.channels:
        yield from promise.channels
    elif kind is not None:
        channels = subject.policy.channels
        yield from (id_ for id_, channel in channels.items() if channel.kind is kind)


def stages_too_long(subject: Subject) -> Iterator[Finding]:
    """Once the time for an outside body has come, a customer need not wait for the company any
    more. Stages that take longer together are not over when the matter leaves the house."""
    complaints = subject.policy.complaints
    if complaints is None:
        return
    steps = [reply for stage in complaints.stages.values() if (reply := filled(stage.reply))]
    if any(bounds(step) is None for step in steps) or not steps:
        return
    shortest = sum(low for step in steps for low, _ in [bounds(step) or (0, 0)])
    for id_, body in complaints.external.items():
        window = filled(body.window)
        opens = window.opens if window else None
        limit = bounds(opens.duration) if opens and opens.duration else None
        if limit is None or sum((bounds(s) or (0, 0))[1] for s in steps) <= limit[0]:
            continue
        longest = worst_case(steps, subject.assumptions)
        over = longest.total_seconds() > limit[1] if longest else shortest > limit[1]
        if over:
            yield Finding(
                f"complaints.external.{id_}.window",
                tell(
                    "customers can turn to “{body}” {window}, but our own stages can take up to "
                    "{days} days",
                    body=body.name,
                    window=window,
                    days=longest.days if longest else round(shortest / 86_400),
                ),
                tell("shorten the stages, so that they end before that"),
                related=tuple(
                    (f"complaints.stages.{stage}.reply", tell("a stage's time"))
                    for stage in complaints.stages
                ),
            )


def escalation_too_long(subject: Subject) -> Iterator[Finding]:
    """Each handover takes some of the time in which the case is to be solved. Where handing over
    alone uses it up, the people at the top start late."""
    escalation, priorities = subject.policy.escalation, subject.policy.priorities
    chain = _longest_chain(subject) if escalation else []
    total = sum(high for _, high in chain)
    for id_, priority in priorities.items():
        resolution = filled(priority.resolution)
        limit = bounds(resolution) if resolution else None
        if limit is not None and total >= limit[1] and _urgent(priority, priorities):
            yield Finding(
                f"priorities.{id_}.resolution",
                tell(
                    "handing a case up to the top can take all of the time ({resolution}) in which "
                    "it is to be solved",
                    resolution=resolution,
                ),
                tell("shorten `within:` of the steps, or let urgent cases skip levels"),
                related=tuple((path, tell("a handover")) for path, _ in chain),
            )


def _longest_chain(subject: Subject) -> list[tuple[str, float]]:
    """Return the steps of the way up from the first level, each with the seconds that it takes."""
    escalation = subject.policy.escalation
    steps = {
        step.from_: (f"escalation.steps.{id_}.within", step)
        for id_, step in (escalation.steps.items() if escalation else ())
    }
    party = next(iter(subject.policy.levels), "")
    chain: list[tuple[str, float]] = []
    while party in steps and len(chain) < len(steps):
        path, step = steps[party]
        within = filled(step.within)
        length = bounds(within) if within else None
        chain.append((path, length[1] if length else 0))
        party = step.to
    return chain


def _urgent(priority: Priority, priorities: dict[str, Priority]) -> bool:
    """Whether no other priority is to be solved faster."""
    times = [time for entry in priorities.values() if (time := filled(entry.resolution))]
    own = filled(priority.resolution)
    return own is not None and bounds(own) == min(filter(None, map(bounds, times)), default=None)


RULES: Final = (
    Rule("CON201", tell("The acknowledgement is no faster than the reply"), acknowledged_late),
    Rule("CON202", tell("The automatic reply comes too late"), automatic_too_late),
    Rule("CON203", tell("Settled before it is answered"), settled_first),
    Rule("CON204", tell("Messages are looked at too seldom"), checked_too_seldom),
    Rule(
        "CON205",
        tell("Customers are promised more than the channel keeps"),
        promise_beyond_channel,
    ),
    Rule("CON206", tell("Complaint stages outlast the way outside"), stages_too_long),
    Rule("CON207", tell("Escalation uses up the time for a solution"), escalation_too_long),
)
