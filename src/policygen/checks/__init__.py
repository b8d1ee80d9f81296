"""What a careful colleague would object to: rules on a whole project, one family a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.checks import (
    audiences,
    blanks,
    dates,
    deadlines,
    document_control,
    engine,
    escalation,
    hours,
    organisation,
    plain_language,
    promises,
    references,
    targets,
    units,
)
from policygen.checks.request import CheckRequest

if TYPE_CHECKING:
    from policygen.checks.rules import Rule
    from policygen.errors import Problem
    from policygen.project import Project

__all__ = ["RULES", "CheckRequest", "check"]

RULES: Final[tuple[Rule, ...]] = (
    *audiences.RULES,
    *blanks.RULES,
    *dates.RULES,
    *deadlines.RULES,
    *document_control.RULES,
    *escalation.RULES,
    *hours.RULES,
    *organisation.RULES,
    *plain_language.RULES,
    *promises.RULES,
    *references.RULES,
    *targets.RULES,
    *units.RULES,
)
"""Every rule, family by family."""


def check(project: Project, request: CheckRequest) -> list[Problem]:
    """Return what the rules find in a project, sorted by place."""
    return engine.run(project, request, RULES)
