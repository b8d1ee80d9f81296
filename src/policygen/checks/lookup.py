"""Looking up what a policy says at a path with placeholders: `complaints.stages.*.reply`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policygen.model.clause import Blank, Clause
from policygen.model.facts import Fact
from policygen.packs.model import ANY, EVERY, LAST, NTH, OR


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path. value: None where nothing does. place: the path, or as much of it as
    the policy has."""

    value: Any
    place: str

    @property
    def is_there(self) -> bool:
        """Whether something is said, or marked as yet to be filled in."""
        return self.value is not None

    @property
    def is_blank(self) -> bool:
        """Whether it is marked as yet to be filled in."""
        return isinstance(self.value, Blank)


@dataclass(frozen=True, slots=True)
class Need:
    """A path that must say something: all that it stands for, found or not."""

    path: str
    found: tuple[Found, ...]

    @property
    def met(self) -> bool:
        """Whether the policy says what is needed; of `+`, for every entry."""
        there = [found.is_there for found in self.found]
        return bool(there) and (all(there) if EVERY in self.path.split(".") else any(there))

    @property
    def said(self) -> tuple[Found, ...]:
        """What is there."""
        return tuple(found for found in self.found if found.is_there)

    @property
    def lacking(self) -> Found:
        """The first place at which something lacks."""
        return next(found for found in self.found if not found.is_there)


def look_up(root: Any, alternatives: str) -> Need:
    """Return what stands at the first of several paths that says something, else at the first."""
    needs = [Need(path, tuple(_walk(root, path.split("."), ()))) for path in alternatives.split(OR)]
    return next((need for need in needs if need.met), needs[0])


def _walk(value: Any, parts: list[str], path: tuple[str, ...]) -> Iterator[Found]:
    here = ".".join(path)
    if not parts:
        yield Found(None if _is_nothing(value) else value, here)
        return
    part, rest = parts[0], parts[1:]
    children = list(_children(value, part))
    if not children:
        yield Found(None, here)
    for name, child in children:
        if child is None:
            yield Found(None, here)
        else:
            yield from _walk(child, rest, (*path, name))


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, tuple | Mapping) and not value)


def _children(value: Any, part: str) -> Iterable[tuple[str, Any]]:
    """Return name -> value of what a part of a path stands for; a blank stands for all below."""
    if isinstance(value, Blank):
        return [(part, value)]
    if isinstance(value, Mapping | tuple):
        return _entries(value, part)
    if isinstance(value, Clause):
        for name, field in type(value).model_fields.items():
            if part in (name, field.alias):
                return [(part, getattr(value, name))]
    if isinstance(value, Fact):
        return [(part, getattr(value, part, None))]
    return []


def _entries(group: Mapping[str, Any] | tuple[Any, ...], part: str) -> list[tuple[str, Any]]:
    entries = [(str(i), item) for i, item in enumerate(group)]
    if isinstance(group, Mapping):
        entries = list(group.items())
    if part in (ANY, EVERY):
        return entries
    if part.startswith(NTH):
        number = len(entries) if part[1:] == LAST else int(part[1:])
        return entries[number - 1 : number] if number else []
    return [(name, entry) for name, entry in entries if name == part]
