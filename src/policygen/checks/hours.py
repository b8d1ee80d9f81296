"""Hours: a time of day means nothing without a time zone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policygen.errors import Problem
from policygen.model.clause import filled

if TYPE_CHECKING:
    from policygen.project import Project


def zones_known(project: Project) -> Iterator[Problem]:
    """Yield a problem for hours without a time zone of their own or of the company (HRS101)."""
    if project.policy.company.time_zone is not None:
        return
    for channel in project.policy.channels.values():
        for stated in channel.availability.values():
            hours = filled(stated)
            if hours is not None and hours.states_times and not hours.zone:
                yield Problem(
                    "HRS101",
                    "these hours do not say in which time zone",
                    project.place(hours.clause),
                    "add it at the end (`… Europe/Madrid`), or once for all as "
                    "`time_zone:` under `company:`",
                )
