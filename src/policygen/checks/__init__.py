"""Cross-field checks on a project: small functions that yield problems, one family a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from policygen.checks.control import incomplete_control
from policygen.checks.escalation import way_up
from policygen.checks.hours import zones_known
from policygen.errors import Problem, ordered

if TYPE_CHECKING:
    from policygen.project import Project

__all__ = ["CHECKS", "check", "incomplete_control"]

CHECKS: Final[tuple[Callable[[Project], Iterable[Problem]], ...]] = (
    way_up,
    zones_known,
)
"""Every check that runs on every project, in the order they run."""


def check(project: Project) -> list[Problem]:
    """Return the problems that every check finds, sorted by place."""
    return ordered(problem for run in CHECKS for problem in run(project))
