"""References: every id that the source names must be one that it defines.

Works on the values as they were read, next to the model's types, so that a wrong id is reported
in the same run as every other mistake, even when the policy cannot be built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from policygen.errors import Problem, Severity, Words, either, nearest, tell
from policygen.model.clause import Clause, Ref
from policygen.model.policy import Policy
from policygen.model.service import EVERYBODY, HOURS_KEYS
from policygen.source import exchanged, respelled_key, respelling

if TYPE_CHECKING:
    from policygen.source import Source


class _Typed(NamedTuple):
    """A value of the source next to the type that the model has for it. ref: of what it is an id,
    if it is one."""

    path: str
    annotation: Any
    ref: Ref | None
    value: Any


def references(source: Source) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing: an entry of a collection (REF101), a group
    of customers (REF102), a part of the policy that the review log says was touched (REF103);
    and for each id that only capitals tell from another one (REF104)."""
    half_read = any(problem.severity is Severity.ERROR for problem in source.problems)
    for typed in _typed(Policy, None, source.value, ""):
        if typed.annotation is str and typed.ref is not None and isinstance(typed.value, str):
            yield from _unknown(source, typed.path, typed.value, typed.ref, half_read=half_read)
        elif get_origin(typed.annotation) is dict and isinstance(typed.value, Mapping):
            yield from _alike(source, typed.path, typed.value)
    yield from _segments(source)
    if not half_read:
        yield from _touched(source)


def _unknown(
    source: Source, path: str, id_: str, ref: Ref, *, half_read: bool
) -> Iterator[Problem]:
    known = [key for collection in ref.collections for key in _keys(source, collection)]
    # Where a file could not be read, a collection that is not there may be in it.
    if id_ in known or (half_read and not known):
        return
    removals = [source.removal(f"{collection}.{id_}") for collection in ref.collections]
    yield Problem(
        "REF101",
        _not_defined(id_, ref.collections),
        source.spans.get(path),
        nearest(id_, known) or tell("add it under `{collection}:`", collection=ref.collections[0]),
        related=next(filter(None, removals), ()),
        fix=exchanged(source, source.spans.get(path), id_, respelling(id_, known)),
    )


def _not_defined(id_: str, collections: tuple[str, ...]) -> Words:
    places = either(f"`{collection}`" for collection in collections)
    return tell("“{id}” is not defined under {places}", id=id_, places=places)


def _alike(source: Source, path: str, entries: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for ids that would be one where capitals do not count: in Word's bookmarks
    and in the names of files."""
    first: dict[str, str] = {}
    for id_ in entries:
        other = first.setdefault(id_.casefold(), id_)
        if other != id_:
            yield Problem(
                "REF104",
                tell("the ids “{other}” and “{id}” differ in capitals only", other=other, id=id_),
                source.key_spans[f"{path}.{id_}"],
                tell("give one of them another name"),
                related=((source.key_spans[f"{path}.{other}"], tell("the other one")),),
            )


def _keys(source: Source, path: str) -> list[str]:
    value: Any = source.value
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return list(value) if isinstance(value, Mapping) else []


def _typed(annotation: Any, ref: Ref | None, value: Any, path: str) -> Iterator[_Typed]:
    """Yield the values below (and with) a value whose type is `annotation`, as far as they can
    hold references or entries with ids."""
    if ref is None and not _has_ids(annotation):
        return
    yield _Typed(path, annotation, ref, value)
    if get_origin(annotation) is Annotated:
        ref = next((m for m in annotation.__metadata__ if isinstance(m, Ref)), ref)
        yield from _typed(get_args(annotation)[0], ref, value, path)
    elif get_origin(annotation) in (Union, UnionType):
        for inner in get_args(annotation):
            yield from _typed(inner, ref, value, path)
    elif isinstance(annotation, type) and issubclass(annotation, Clause):
        yield from _typed_in_clause(annotation, value, path)
    else:
        for inner in get_args(annotation):
            for key, child in _children(value):
                yield from _typed(inner, ref, child, f"{path}.{key}".lstrip("."))


@cache
def _has_ids(annotation: Any) -> bool:
    """Whether values of a type can hold references or entries with ids."""
    if isinstance(annotation, type) and issubclass(annotation, Clause):
        return True
    if get_origin(annotation) is dict:
        return True
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, Ref) for mark in marks) or any(
        _has_ids(inner) for inner in get_args(annotation)
    )


def _typed_in_clause(model: type[Clause], value: Any, path: str) -> Iterator[_Typed]:
    if not isinstance(value, Mapping):
        return
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in value:
            continue
        below = f"{path}.{key}".lstrip(".")
        ref = next((m for m in field.metadata if isinstance(m, Ref)), None)
        yield from _typed(field.annotation, ref, value[key], below)


def _children(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _segments(source: Source) -> Iterator[Problem]:
    known = {EVERYBODY, *_keys(source, "segments")}
    for channel in _keys(source, "channels"):
        path = f"channels.{channel}.availability"
        for below in source.key_spans:
            parent, _, segment = below.rpartition(".")
            if parent == path and segment not in known | HOURS_KEYS:
                yield Problem(
                    "REF102",
                    tell("“{segment}” is not a group of customers", segment=segment),
                    source.key_spans[below],
                    _group_hint(nearest(segment, known)),
                    related=source.removal(f"segments.{segment}"),
                    fix=respelled_key(source, below, known),
                )


def _group_hint(near: Words) -> Words:
    if not near:
        return tell("define it under `segments:`")
    return tell("{nearest}\ngroups are defined under `segments:`", nearest=near)


def _touched(source: Source) -> Iterator[Problem]:
    for path, span in source.spans.items():
        parts = path.split(".")
        if parts[0] != "review_log" or "clauses" not in parts[:-1]:
            continue
        named = _value_at(source, path)
        # The log of the base may tell of what an overlay removes: it was there.
        if isinstance(named, str) and named not in source.spans and not source.removal(named):
            yield Problem(
                "REF103",
                tell("“{named}” is not a part of the policy", named=named),
                span,
                nearest(named, source.key_spans)
                or tell("write the path of a field, such as `channels.phone`"),
                fix=exchanged(source, span, named, respelling(named, source.key_spans)),
            )


def _value_at(source: Source, path: str) -> Any:
    value: Any = source.value
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value
