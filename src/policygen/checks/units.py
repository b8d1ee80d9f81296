"""Units: rings are a measure of telephones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.facts import Deadline, Duration, Target, Unit, Window
from policygen.model.service import ChannelKind

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_WITH_BELLS: Final = frozenset({ChannelKind.PHONE, ChannelKind.VOICEMAIL})
_NEVER: Final = ("complaints", "appointments", "escalation", "priorities", "processes")
"""Parts whose times are never counted in rings."""


def rings_only_for_telephones(subject: Subject) -> Iterator[Finding]:
    """Only a telephone rings. A time in rings for an e-mail or a complaint cannot be kept, nor
    measured."""
    silent = [
        f"channels.{id_}."
        for id_, channel in subject.policy.channels.items()
        if channel.kind not in _WITH_BELLS
    ]
    nowhere = (*silent, *(f"{part}." for part in _NEVER))
    for path, value in subject.values:
        if path.startswith(nowhere) and _in_rings(value):
            yield Finding(
                path,
                tell("“{time}” counts rings, but no telephone rings here", time=value),
                tell("use seconds, minutes, hours or days"),
            )


def _in_rings(value: Any) -> bool:
    match value:
        case Duration():
            return value.unit is Unit.RING
        case Deadline():
            return _in_rings(value.duration)
        case Target():
            return _in_rings(value.deadline)
        case Window():
            return _in_rings(value.opens) or _in_rings(value.closes)
    return False


RULES: Final = (
    Rule(
        "UNT101",
        tell("Rings where no telephone rings"),
        rings_only_for_telephones,
        Severity.ERROR,
    ),
)
