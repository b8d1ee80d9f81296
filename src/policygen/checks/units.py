"""Units: rings are a measure of telephones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from policygen.errors import Problem
from policygen.model.facts import Deadline, Duration, Target, Unit, Window
from policygen.model.service import ChannelKind
from policygen.model.walk import walk

if TYPE_CHECKING:
    from policygen.project import Project

_WITH_BELLS: Final = frozenset({ChannelKind.PHONE, ChannelKind.VOICEMAIL})
_NEVER: Final = ("complaints", "appointments", "escalation", "priorities", "processes")
"""Parts whose times are never counted in rings."""


def rings_only_for_telephones(project: Project) -> Iterator[Problem]:
    """Yield a problem for a time in rings where no telephone rings (UNT101)."""
    silent = [
        f"channels.{id_}."
        for id_, channel in project.policy.channels.items()
        if channel.kind not in _WITH_BELLS
    ]
    nowhere = (*silent, *(f"{part}." for part in _NEVER))
    for path, value in walk(project.policy):
        if path.startswith(nowhere) and _in_rings(value):
            yield Problem(
                "UNT101",
                f"“{value}” counts rings, but no telephone rings here",
                project.place(path),
                "use seconds, minutes, hours or days",
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
