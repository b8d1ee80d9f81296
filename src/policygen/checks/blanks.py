"""Blanks: what is yet to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policygen.errors import Problem, Severity
from policygen.model.clause import Blank
from policygen.model.walk import walk

if TYPE_CHECKING:
    from policygen.project import Project


def yet_to_fill(project: Project, severity: Severity) -> Iterator[Problem]:
    """Yield a problem for each field that is yet to be filled in (BLK101)."""
    for _, value in walk(project.policy):
        if isinstance(value, Blank):
            yield Problem(
                "BLK101",
                f"yet to be filled in: {value}",
                project.place(value.clause),
                "write the value in place of `to_fill`; a final document needs it",
                severity=severity,
            )
