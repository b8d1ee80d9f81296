"""Cross-field checks on a project: small functions that yield problems, one family a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.blanks import yet_to_fill
from policygen.checks.control import incomplete_control
from policygen.checks.escalation import way_up
from policygen.checks.hours import zones_known
from policygen.checks.units import rings_only_for_telephones
from policygen.errors import Problem, Severity, ordered

if TYPE_CHECKING:
    from policygen.project import Project

__all__ = ["CHECKS", "check"]

CHECKS: Final[tuple[Callable[[Project], Iterable[Problem]], ...]] = (
    way_up,
    zones_known,
    rings_only_for_telephones,
)
"""Every check that runs on every project, in the order they run."""


def check(project: Project, *, final: bool) -> list[Problem]:
    """Return the problems that every check finds, sorted by place.

    final: whether the documents are to be final, so that blanks and gaps in document control are
    errors.
    """
    return ordered(_found(project, final=final))


def _found(project: Project, *, final: bool) -> Iterator[Problem]:
    for run in CHECKS:
        yield from run(project)
    yield from yet_to_fill(project, Severity.ERROR if final else Severity.WARNING)
    if final:
        yield from incomplete_control(project)
