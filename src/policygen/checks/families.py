"""Every family of rules, and running them on a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.checks import (
    audiences,
    blanks,
    complete_promises,
    complete_work,
    completeness,
    dates,
    deadlines,
    document_control,
    engine,
    escalation,
    hours,
    leaks,
    leftovers,
    organisation,
    packs,
    parity,
    plain_language,
    promises,
    references,
    slips,
    targets,
    units,
)

if TYPE_CHECKING:
    from policygen.checks.request import CheckRequest
    from policygen.checks.rules import Rule
    from policygen.errors import Problem
    from policygen.project import Project

RULES: Final[tuple[Rule, ...]] = (
    *audiences.RULES,
    *blanks.RULES,
    *completeness.RULES,
    *complete_work.RULES,
    *complete_promises.RULES,
    *dates.RULES,
    *deadlines.RULES,
    *document_control.RULES,
    *escalation.RULES,
    *hours.RULES,
    *leaks.RULES,
    *leftovers.RULES,
    *organisation.RULES,
    *packs.RULES,
    *parity.RULES,
    *plain_language.RULES,
    *promises.RULES,
    *references.RULES,
    *slips.RULES,
    *targets.RULES,
    *units.RULES,
)
"""Every rule, family by family."""


def check(project: Project, request: CheckRequest) -> list[Problem]:
    """Return what the rules find in a project, sorted by place."""
    return engine.run(project, request, RULES)
