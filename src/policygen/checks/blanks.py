"""Blanks: what is yet to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.clause import Blank

if TYPE_CHECKING:
    from policygen.checks.subject import Subject


def yet_to_fill(subject: Subject) -> Iterator[Finding]:
    """A draft may have gaps, and shows them. A document that people act on may not: somebody would
    have to guess what it says there."""
    for _, value in subject.values:
        if isinstance(value, Blank):
            yield Finding(
                value.clause,
                tell("yet to be filled in: {what}", what=value),
                tell("write the value in place of `to_fill`; a final document needs it"),
            )


RULES: Final = (
    Rule("BLK101", tell("Something is yet to be filled in"), yet_to_fill, final=Severity.ERROR),
)
