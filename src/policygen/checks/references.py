"""References: every id that is named must be one that exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from policygen.errors import Problem, nearest
from policygen.model.clause import Clause, Ref, walk
from policygen.model.policy import EVERYBODY, Policy

if TYPE_CHECKING:
    from policygen.project import Project


def references(project: Project) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing (REF101)."""
    for path, ref, id_ in _named(project.policy):
        known = [key for name in ref.collections for key in getattr(project.policy, name)]
        if id_ not in known:
            yield Problem(
                "REF101",
                f"“{id_}” is not defined under {_places(ref)}",
                project.place(path),
                nearest(id_, known) or f"add it under `{ref.collections[0]}:`",
            )
    yield from _segments(project)
    yield from _touched_clauses(project)


def _places(ref: Ref) -> str:
    return " or ".join(f"`{name}`" for name in ref.collections)


def _named(policy: Policy) -> Iterator[tuple[str, Ref, str]]:
    for path, value in walk(policy):
        if not isinstance(value, Clause):
            continue
        for name, field in type(value).model_fields.items():
            child = getattr(value, name)
            below = f"{path}.{field.alias or name}".lstrip(".")
            refs = [m for m in field.metadata if isinstance(m, Ref)]
            if refs and child is not None:
                yield below, refs[0], child
            elif (ref := _item_ref(field.annotation)) and child is not None:
                yield from (_item(below, ref, child))


def _item(below: str, ref: Ref, child: Any) -> Iterator[tuple[str, Ref, str]]:
    if isinstance(child, str):
        yield below, ref, child
        return
    for index, id_ in enumerate(child):
        yield f"{below}.{index}", ref, id_


def _item_ref(annotation: Any) -> Ref | None:
    """Return the `Ref` inside `tuple[Annotated[str, Ref(...)], ...]` or a union."""
    if get_origin(annotation) is Annotated:
        return next((m for m in annotation.__metadata__ if isinstance(m, Ref)), None)
    for argument in get_args(annotation):
        if (ref := _item_ref(argument)) is not None:
            return ref
    return None


def _segments(project: Project) -> Iterator[Problem]:
    known = {EVERYBODY, *project.policy.segments}
    for channel in project.policy.channels.values():
        for segment in channel.availability:
            if segment not in known:
                yield Problem(
                    "REF102",
                    f"“{segment}” is not a group of customers",
                    project.place(f"{channel.clause}.availability.{segment}"),
                    nearest(segment, known) + " Groups are defined under `segments:`.",
                )


def _touched_clauses(project: Project) -> Iterator[Problem]:
    known = {path for path, _ in walk(project.policy) if path}
    for index, entry in enumerate(project.policy.review_log):
        for position, path in enumerate(entry.clauses):
            if path not in known:
                yield Problem(
                    "REF103",
                    f"“{path}” is not a part of the policy",
                    project.place(f"review_log.{index}.clauses.{position}"),
                    nearest(path, [k for k in known if k.count(".") <= 1])
                    if "." not in path
                    else "write the path of a field, such as `channels.phone`",
                )
