"""Hours: a time of day means nothing without a time zone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.facts import Hours

if TYPE_CHECKING:
    from policygen.checks.subject import Subject


def zones_known(subject: Subject) -> Iterator[Finding]:
    """“Until five” is another moment in Madrid than in Dublin. A customer abroad who calls in the
    last hour finds the line closed."""
    if subject.policy.company.time_zone is not None:
        return
    for _, hours in subject.all_of(Hours):
        if hours.states_times and not hours.zone:
            yield Finding(
                hours.clause,
                tell("these hours do not say in which time zone"),
                tell(
                    "add it at the end (`… Europe/Madrid`), or once for all as `time_zone:` under "
                    "`company:`"
                ),
            )


RULES: Final = (
    Rule(
        "HRS101",
        tell("Hours without a time zone"),
        zones_known,
        Severity.ERROR,
        needs_all=True,
    ),
)
