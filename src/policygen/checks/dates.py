"""Dates: what is overdue, out of order, or no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import semver

from policygen.checks.rules import Finding, Rule
from policygen.checks.times import bounds
from policygen.errors import tell
from policygen.model.clause import filled
from policygen.model.control import Materiality, Status

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_A_YEAR: Final = timedelta(days=366)
_NOT_LATER: Final = (
    (
        "last_review",
        "next_review",
        tell("the next review is planned for before the last one"),
    ),
    ("approved", "expires", tell("the policy ends before it was approved")),
    ("effective", "expires", tell("the policy ends before it takes effect")),
    ("effective", "next_review", tell("the next review comes before the policy takes effect")),
)
"""Fields of document control of which the first comes first."""


def review_overdue(subject: Subject) -> Iterator[Finding]:
    """A policy that nobody has looked at in time may promise what the company no longer does.
    Readers, auditors and courts go by the date."""
    next_review = filled(subject.policy.control.next_review)
    if subject.today and next_review and next_review < subject.today:
        yield Finding(
            "control.next_review",
            tell("the review that was due on {day} is overdue", day=next_review),
            tell("review the policy, then enter `last_review:` and a new `next_review:`"),
        )


def review_too_seldom(subject: Subject) -> Iterator[Finding]:
    """Products, law and customers change. A policy that is looked at less than once a year drifts
    away from what is done."""
    control = subject.policy.control
    every, next_review = filled(control.review_every), filled(control.next_review)
    length = bounds(every) if every else None
    if length and length[0] > _A_YEAR.total_seconds():
        yield Finding(
            "control.review_every",
            tell("the policy is to be reviewed {every}, less than once a year", every=every),
            tell("review it at least every 12 months"),
        )
    last = filled(control.last_review) or filled(control.effective)
    if last and next_review and next_review - last > _A_YEAR:
        yield Finding(
            "control.next_review",
            tell(
                "the next review, on {day}, comes more than a year after {last}",
                day=next_review,
                last=last,
            ),
            tell("plan it within 12 months"),
        )


def out_of_order(subject: Subject) -> Iterator[Finding]:
    """Dates tell in which order things happened. Where they cannot all be right, none of them can
    be trusted."""
    control = subject.policy.control
    for first, second, what in _NOT_LATER:
        earlier, later = filled(getattr(control, first)), filled(getattr(control, second))
        if earlier and later and later < earlier:
            yield Finding(
                f"control.{second}",
                what,
                tell("correct one of the two dates"),
                related=((f"control.{first}", tell("the other date")),),
            )


def in_the_future(subject: Subject) -> Iterator[Finding]:
    """What has not happened yet cannot be on record. A date in the future is a slip, or somebody
    has signed in advance."""
    control = subject.policy.control
    for name in ("approved", "last_review"):
        day = filled(getattr(control, name))
        if subject.today and day and day > subject.today:
            yield Finding(
                f"control.{name}",
                tell("{day} has not come yet", day=day),
                tell("write the day on which it took place"),
            )
    for index, entry in enumerate(subject.policy.review_log):
        day = filled(entry.date)
        draft = entry.version == control.version and control.status is not Status.APPROVED
        planned = day == filled(control.effective) or draft
        if subject.today and day and day > subject.today and not planned:
            yield Finding(
                f"review_log.{index}.date",
                tell("{day} has not come yet", day=day),
                tell("write the day on which it took place"),
            )


def no_longer_valid(subject: Subject) -> Iterator[Finding]:
    """A value whose time is over is still printed as if it held. Customers can hold the company to
    what they read."""
    today = subject.today
    if today is None:
        return
    expires = filled(subject.policy.control.expires)
    if expires and expires < today:
        yield _over("control.expires", expires)
    for fact in subject.facts:
        if fact.until and fact.until < today:
            yield _over(fact.clause, fact.until)
    for id_, promise in subject.policy.promises.items():
        until = filled(promise.valid_until)
        if until and until < today:
            yield _over(f"promises.{id_}.valid_until", until)


def _over(path: str, day: date) -> Finding:
    return Finding(
        path,
        tell("this held until {day}", day=day),
        tell("write what holds now, or delete it"),
    )


def never_valid(subject: Subject) -> Iterator[Finding]:
    """A promise that ends before it begins never holds. One of the two dates is a slip."""
    for id_, promise in subject.policy.promises.items():
        begins, ends = filled(promise.valid_from), filled(promise.valid_until)
        if begins and ends and ends < begins:
            yield Finding(
                f"promises.{id_}.valid_until",
                tell("the promise ends on {end}, before it begins", end=ends),
                tell("exchange the two dates, or correct one of them"),
                related=((f"promises.{id_}.valid_from", tell("here it begins")),),
            )


def log_out_of_order(subject: Subject) -> Iterator[Finding]:
    """The change log is read from the top, the newest version first. Out of order, the version that
    holds is not where readers look for it."""
    log = subject.policy.review_log
    days = [filled(entry.date) for entry in log]
    newest_first = _newest_first(days)
    for index, (above, below) in enumerate(pairwise(days), start=1):
        if above and below and above != below and (above > below) is not newest_first:
            yield Finding(
                f"review_log.{index}.date",
                tell("the entries of the review log are not in the order of their dates"),
                tell("put the newest entry first, and check the dates"),
                related=((f"review_log.{index - 1}.date", tell("the entry above")),),
            )


def _newest_first(days: list[date | None]) -> bool:
    known = [day for day in days if day]
    return len(known) < 2 or known[0] >= known[-1]  # noqa: PLR2004 - a first and a last one


def version_does_not_rise(subject: Subject) -> Iterator[Finding]:
    """Each version has a number of its own that is higher than the last one's. Otherwise nobody can
    say which text was in force on a day."""
    policy = subject.policy
    log = policy.review_log
    forward = _newest_first([filled(entry.date) for entry in log])
    for index, (above, below) in enumerate(pairwise(log), start=1):
        newer, older = (above, below) if forward else (below, above)
        if _number(newer.version) <= _number(older.version):
            yield Finding(
                f"review_log.{index - 1 if forward else index}.version",
                tell(
                    "version {newer} is not higher than {older}, which came before it",
                    newer=newer.version,
                    older=older.version,
                ),
                tell("give each version a higher number than the one before"),
            )
    highest = max((entry.version for entry in log), key=_number, default=None)
    if highest and _number(highest) > _number(policy.control.version):
        yield Finding(
            "control.version",
            tell(
                "the review log already knows version {highest}, but this is {version}",
                highest=highest,
                version=policy.control.version,
            ),
            tell("raise the version under `control:`"),
        )


def _number(version: str) -> semver.Version:
    return semver.Version.parse(version)


def materiality_and_number(subject: Subject) -> Iterator[Finding]:
    """Readers see from the number how much has changed. A major change behind a small step in the
    number is overlooked, and staff are not trained for it."""
    dated = sorted(subject.policy.review_log, key=lambda entry: _number(entry.version))
    for older, newer in pairwise(dated):
        one, two = _number(older.version), _number(newer.version)
        small = (one.major, one.minor) == (two.major, two.minor)
        if newer.materiality is Materiality.MAJOR and small:
            index = subject.policy.review_log.index(newer)
            yield Finding(
                f"review_log.{index}.version",
                tell(
                    "a major change, but only the last number of the version rises from {older} "
                    "to {newer}",
                    older=older.version,
                    newer=newer.version,
                ),
                tell("raise the first or second number, or call the change minor"),
            )


def training_behind(subject: Subject) -> Iterator[Finding]:
    """Staff act on what they were taught. A course that is older than the last major change teaches
    yesterday's promises."""
    training = subject.policy.training
    changed = [
        (day, index)
        for index, entry in enumerate(subject.policy.review_log)
        if entry.materiality is Materiality.MAJOR and (day := filled(entry.date))
    ]
    for id_, course in training.courses.items() if training and changed else ():
        updated = filled(course.updated)
        day, index = max(changed)
        if updated and updated < day:
            yield Finding(
                f"training.courses.{id_}.updated",
                tell(
                    "this course was last updated on {updated}, before the major change of {day}",
                    updated=updated,
                    day=day,
                ),
                tell("bring the course up to date, then write the new day"),
                related=((f"review_log.{index}", tell("the change")),),
            )


RULES: Final = (
    Rule("DAT101", tell("The review is overdue"), review_overdue),
    Rule("DAT102", tell("Reviewed less than once a year"), review_too_seldom),
    Rule("DAT103", tell("Dates out of order"), out_of_order),
    Rule("DAT104", tell("On record before it has happened"), in_the_future),
    Rule("DAT105", tell("No longer valid"), no_longer_valid),
    Rule("DAT106", tell("A promise that never holds"), never_valid),
    Rule("DAT107", tell("The change log is out of order"), log_out_of_order),
    Rule("DAT108", tell("A version that does not rise"), version_does_not_rise),
    Rule("DAT109", tell("A major change in a small step"), materiality_and_number),
    Rule("DAT110", tell("Training older than the change"), training_behind),
)
