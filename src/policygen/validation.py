"""Values against a typed model: every mismatch as a problem with its place and a way to mend it.

Problems are chosen by the *type* of pydantic's error, never by its English text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from policygen.errors import Edit, Problem, Span, nearest, tell
from policygen.source import exchanged, respelled_key, respelling

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from policygen.source import Source

M = TypeVar("M", bound=BaseModel)

_SHAPES: Final = {
    "string_type": (tell("text"), tell("write one value after the colon")),
    "tuple_type": (tell("a list"), tell("put each item on a line of its own, starting with `- `")),
    "list_type": (tell("a list"), tell("put each item on a line of its own, starting with `- `")),
    "dict_type": (
        tell("a group of named entries"),
        tell("write `name: value` lines, indented by two spaces"),
    ),
    "model_type": (
        tell("a group of fields"),
        tell("write `field: value` lines, indented by two spaces"),
    ),
    "bool_parsing": (tell("yes or no"), tell("write `yes` or `no`")),
    "date": (tell("a date"), tell("write year-month-day, such as `2026-03-01`")),
    "version": (tell("a version number"), tell("write three numbers with dots, such as `2.1.0`")),
    "phone": (
        tell("a telephone number"),
        tell("start with the country code, such as `+1 202 555 0142`"),
    ),
    "email": (tell("an e-mail address"), tell("write for example `help@example.com`")),
    "url": (tell("a web address"), tell("start with `https://`")),
    "colour": (
        tell("a colour"),
        tell('write `#` and six digits or letters a-f, in quotes: `"#0b5d5e"`'),
    ),
    "language": (tell("a language"), tell("use its code, such as `en`, `es`, `fr` or `de`")),
    "id": (tell("an id"), tell("use letters, digits, `-` and `_`, starting with a letter")),
}


def validate(
    model: type[M], source: Source, value: Mapping[str, Any]
) -> tuple[M | None, list[Problem]]:
    """Return the model of a value, or None with every problem that stands in the way."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_problem(model, source, detail) for detail in error.errors()]


def value_span(source: Source, path: str) -> Span:
    """Return where the value at a dotted path stands, or its nearest ancestor."""
    while path:
        if path in source.spans:
            return source.spans[path]
        path = path.rpartition(".")[0]
    return Span(next(iter(source.files), ""))


def _key_span(source: Source, path: str) -> Span:
    return source.key_spans.get(path) or value_span(source, path)


def _problem(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Problem:
    handler = _HANDLERS.get(detail["type"], _wrong_shape)
    path = ".".join(str(part) for part in detail["loc"] if part != "[key]")
    return handler(model, source, path, detail)


def _split(path: str) -> tuple[str, str]:
    parent, _, key = path.rpartition(".")
    return parent, key


def _extra(model: type[BaseModel], source: Source, path: str, _detail: ErrorDetails) -> Problem:
    parent, key = _split(path)
    known = _field_names(annotation_at(model, parent))
    message = tell("“{key}” is not a field that exists", key=key)
    if parent:
        message = tell("“{key}” is not a field that exists in `{parent}`", key=key, parent=parent)
    return Problem(
        "MOD101",
        message,
        _key_span(source, path),
        nearest(key, known),
        fix=respelled_key(source, path, known),
    )


def _missing(_: type[BaseModel], source: Source, path: str, _detail: ErrorDetails) -> Problem:
    parent, key = _split(path)
    place = f"`{parent}`" if parent else tell("the policy")
    hint = tell("add a line `{key}: …`", key=key)
    if parent:
        hint = tell("add a line `{key}: …` below this one", key=key)
    return Problem(
        "MOD102",
        tell("{place} needs “{key}”", place=place, key=key),
        _key_span(source, parent),
        hint,
        related=source.removal(path),
    )


def _not_a_choice(
    model: type[BaseModel], source: Source, path: str, detail: ErrorDetails
) -> Problem:
    annotation = annotation_at(model, path)
    choices = [str(member.value) for member in annotation] if _is_enum(annotation) else []
    word = detail["input"] if isinstance(detail["input"], str) else tell("this")
    return Problem(
        "MOD103",
        tell("“{word}” is not one of the choices for `{path}`", word=word, path=path),
        value_span(source, path),
        nearest(str(word), choices),
        fix=exchanged(source, source.spans.get(path), str(word), respelling(str(word), choices)),
    )


def _bad_fact(_: type[BaseModel], source: Source, path: str, detail: ErrorDetails) -> Problem:
    context = detail["ctx"]
    if key := context.get("key", ""):
        path = f"{path}.{key}"
    return Problem(
        "MOD104",
        context["problem"],
        value_span(source, path),
        context["hint"],
        fix=_right_spelling(source, path, detail),
    )


def _right_spelling(source: Source, path: str, detail: ErrorDetails) -> tuple[Edit, ...]:
    """Return the edit for a value of which the model knows the one right spelling."""
    right, word = detail.get("ctx", {}).get("right", ""), detail["input"]
    return exchanged(source, source.spans.get(path), word, right) if isinstance(word, str) else ()


def _empty(_: type[BaseModel], source: Source, path: str, _detail: ErrorDetails) -> Problem:
    return Problem(
        "MOD105",
        tell("`{path}` is empty", path=path),
        value_span(source, path),
        tell("write what it should say, or delete the line"),
    )


def _undated(_: type[BaseModel], source: Source, _path: str, _detail: ErrorDetails) -> Problem:
    return Problem(
        "MOD107",
        tell("this version has no date"),
        _key_span(source, "control.version"),
        tell(
            "add `effective: …` under `control:`, or an entry for the version under `review_log:`"
        ),
    )


def _no_blank(_: type[BaseModel], source: Source, path: str, _detail: ErrorDetails) -> Problem:
    return Problem(
        "MOD108",
        tell("`{path}` cannot be left to be filled in later", path=path),
        _key_span(source, path),
        tell(
            "`to_fill` stands alone, in place of one text, number, date or address: `name: "
            "{{to_fill: name of the ombudsman}}`"
        ),
    )


def _wordings(_: type[BaseModel], source: Source, path: str, _detail: ErrorDetails) -> Problem:
    return Problem(
        "MOD109",
        tell("`{path}` needs one text, or one for customers and one for staff", path=path),
        value_span(source, path),
        tell("write the text after the colon, or below it `customers: …` and `staff: …`"),
    )


def _wrong_shape(_: type[BaseModel], source: Source, path: str, detail: ErrorDetails) -> Problem:
    unknown = (tell("a valid value"), tell("check the spelling"))
    wanted, hint = _SHAPES.get(detail["type"], unknown)
    message = tell("this is not {wanted}, as `{path}` needs", wanted=wanted, path=path)
    if isinstance(detail["input"], str):
        message = tell(
            "“{value}” is not {wanted}, as `{path}` needs",
            value=detail["input"],
            wanted=wanted,
            path=path,
        )
    return Problem(
        "MOD106",
        message,
        value_span(source, path),
        hint,
        fix=_right_spelling(source, path, detail),
    )


_HANDLERS: Final[Mapping[str, Callable[[type[BaseModel], Source, str, ErrorDetails], Problem]]] = {
    "extra_forbidden": _extra,
    "missing": _missing,
    "enum": _not_a_choice,
    "fact": _bad_fact,
    "empty": _empty,
    "undated": _undated,
    "no_blank": _no_blank,
    "wordings": _wordings,
}


def _is_enum(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Enum)


def annotation_at(model: type[BaseModel], path: str) -> Any:
    """Return the type that stands at a dotted path below a model, None where there is none."""
    annotation: Any = model
    for part in path.split(".") if path else ():
        annotation = _child(annotation, part)
    return annotation


def _child(annotation: Any, part: str) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if part in (name, field.alias):
                return _bare(field.annotation)
        return None
    arguments = [a for a in get_args(annotation) if a is not Ellipsis]
    return _bare(arguments[-1]) if arguments else None


def _bare(annotation: Any) -> Any:
    """Return the annotation without `Annotated` and `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(a for a in get_args(annotation) if a is not NoneType))
    return annotation


def _field_names(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [field.alias or name for name, field in annotation.model_fields.items()]
    return []
