"""References: every id that the source names must be one that it defines.

Works on the values as they were read, next to the model's types, so that a wrong id is reported
in the same run as every other mistake, even when the policy cannot be built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from policygen.errors import Problem, Severity, nearest
from policygen.model.clause import Clause, Ref
from policygen.model.policy import Policy
from policygen.model.service import EVERYBODY

if TYPE_CHECKING:
    from policygen.source import Source


class _Named(NamedTuple):
    """An id that the source names: where, and in which collections it must be."""

    path: str
    id: str
    ref: Ref


def references(source: Source) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing: an entry of a collection (REF101), a group
    of customers (REF102), a part of the policy that the review log says was touched (REF103)."""
    half_read = any(problem.severity is Severity.ERROR for problem in source.problems)
    for name in _named(Policy, None, source.value, ""):
        known = [key for collection in name.ref.collections for key in _keys(source, collection)]
        # Where a file could not be read, a collection that is not there may be in it.
        if name.id not in known and (known or not half_read):
            yield Problem(
                "REF101",
                f"“{name.id}” is not defined under "
                + " or ".join(f"`{collection}`" for collection in name.ref.collections),
                source.spans.get(name.path),
                nearest(name.id, known) or f"add it under `{name.ref.collections[0]}:`",
            )
    yield from _segments(source)
    if not half_read:
        yield from _touched(source)


def _keys(source: Source, path: str) -> list[str]:
    value = source.value.get(path)
    return list(value) if isinstance(value, Mapping) else []


def _named(annotation: Any, ref: Ref | None, value: Any, path: str) -> Iterator[_Named]:
    """Yield the ids below a value whose type is `annotation`."""
    if get_origin(annotation) is Annotated:
        ref = next((m for m in annotation.__metadata__ if isinstance(m, Ref)), ref)
        yield from _named(get_args(annotation)[0], ref, value, path)
    elif get_origin(annotation) in (Union, UnionType):
        for inner in get_args(annotation):
            yield from _named(inner, ref, value, path)
    elif isinstance(value, str):
        if annotation is str and ref is not None:
            yield _Named(path, str(value), ref)
    elif isinstance(annotation, type) and issubclass(annotation, Clause):
        yield from _named_in_clause(annotation, value, path)
    else:
        for inner in get_args(annotation):
            for key, child in _children(value):
                yield from _named(inner, ref, child, f"{path}.{key}".lstrip("."))


def _named_in_clause(model: type[Clause], value: Any, path: str) -> Iterator[_Named]:
    if not isinstance(value, Mapping):
        return
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in value:
            continue
        below = f"{path}.{key}".lstrip(".")
        ref = next((m for m in field.metadata if isinstance(m, Ref)), None)
        yield from _named(field.annotation, ref, value[key], below)


def _children(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _segments(source: Source) -> Iterator[Problem]:
    known = [EVERYBODY, *_keys(source, "segments")]
    for channel in _keys(source, "channels"):
        path = f"channels.{channel}.availability"
        for below in source.key_spans:
            parent, _, segment = below.rpartition(".")
            if parent == path and segment not in known:
                yield Problem(
                    "REF102",
                    f"“{segment}” is not a group of customers",
                    source.key_spans[below],
                    f"{nearest(segment, known)} Groups are defined under `segments:`.",
                )


def _touched(source: Source) -> Iterator[Problem]:
    for path, span in source.spans.items():
        parts = path.split(".")
        if parts[0] != "review_log" or "clauses" not in parts[:-1]:
            continue
        named = _value_at(source, path)
        if isinstance(named, str) and named not in source.spans:
            yield Problem(
                "REF103",
                f"“{named}” is not a part of the policy",
                span,
                nearest(named, source.key_spans)
                or "write the path of a field, such as `channels.phone`",
            )


def _value_at(source: Source, path: str) -> Any:
    value: Any = source.value
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value
