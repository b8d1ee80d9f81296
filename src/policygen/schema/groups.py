"""Schemas of the model's groups of fields, read from the classes themselves."""

from __future__ import annotations

import inspect
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from policygen.choices import FORMATS
from policygen.config import DocumentSpec, Settings
from policygen.model.clause import Clause, Ref, Text
from policygen.model.facts import Fact
from policygen.model.policy import Policy, is_staff_part
from policygen.model.service import HOURS_KEYS
from policygen.schema import values
from policygen.schema.facts import fact
from policygen.schema.words import about
from policygen.theme import COVERS, DENSITIES, ThemeSetting, ThemeSpec
from policygen.write.skin import FAMILIES

if TYPE_CHECKING:
    from pydantic import BaseModel

    from policygen.schema.definitions import Definitions, Schema

_CHOICES: Final = {
    (Settings, "formats"): FORMATS,
    (DocumentSpec, "formats"): FORMATS,
    (ThemeSpec, "cover"): COVERS,
    (ThemeSpec, "density"): DENSITIES,
    (ThemeSpec, "text_font"): FAMILIES,
    (ThemeSpec, "heading_font"): FAMILIES,
}
"""The settings that are checked against a list after they have been read."""


_COMMON: Final = get_type_hints(Clause, include_extras=True)
"""The fields that every part of the policy has, with their types."""


class Groups:
    """Makes the schemas of models. partial: whether every field can be left out, as where an
    overlay says only what changes."""

    def __init__(self, definitions: Definitions, *, partial: bool = False) -> None:
        self._definitions = definitions
        self._partial = partial

    def reference(self, model: type[BaseModel]) -> Schema:
        """Return a reference to the schema of a model."""
        name = f"{model.__name__}.partial" if self._partial else model.__name__
        return self._definitions.use(name, lambda: self.group(model))

    def group(self, model: type[BaseModel], *, whole: bool = True) -> Schema:
        """Return the schema of a model. whole: whether what must be said must be said here."""
        hints = get_type_hints(model, include_extras=True)
        fields = {field.alias or name: name for name, field in model.model_fields.items()}
        required = [k for k, name in fields.items() if model.model_fields[name].is_required()]
        needed = {"required": required} if required and whole and not self._partial else {}
        return {
            "type": "object",
            "description": _first_sentence(model),
            "properties": {k: self._field(model, k, hints[name]) for k, name in fields.items()},
            **needed,
            "additionalProperties": False,
        }

    def _field(self, model: type[BaseModel], key: str, hint: Any) -> Schema:
        """Return the schema of a field; of one that all clauses have, a reference to it."""
        if issubclass(model, Clause) and model is not Clause and _COMMON.get(key) == hint:
            name = f"Clause.{key}.partial" if self._partial else f"Clause.{key}"
            return self._definitions.use(name, lambda: self._field(Clause, key, hint))
        said = about(model, key)
        description = [said.description]
        if ref := _ref_in(hint):
            description.append(values.reference(ref)[1])
        if issubclass(model, Policy) and is_staff_part(key):
            description.append("For staff, unless an audience is given.")
        said = said._replace(description=" ".join(description))
        return values.explained(said, self._stated(model, key, hint))

    def _stated(self, model: type[BaseModel], key: str, hint: Any) -> Schema:
        """Return the schema of what can stand in a field."""
        choices = _CHOICES.get((model, key))
        if choices is not None:
            words = {"enum": list(choices)}
            return {"type": "array", "items": words} if key == "formats" else words
        schema = self.value(hint)
        if issubclass(model, Clause):
            if key in model.SHORTHANDS:
                return {"anyOf": [*map(self.value, _entries(hint)), _not_hours(schema)]}
            if (simple := _plain(hint)) is not None:
                return values.or_blank(self._definitions, simple)
        return schema

    def value(self, hint: Any) -> Schema:
        """Return the schema of the values of a type."""
        if (simple := _simple(hint)) is not None:
            return simple
        if hint == ThemeSetting:
            looks = self.group(ThemeSpec)["properties"]
            return values.or_group({"type": "string"}, values.closed(looks))
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            ref = next((part for part in hint.__metadata__ if isinstance(part, Ref)), None)
            return self.value(arguments[0]) if ref is None else values.reference(ref)[0]
        if origin in (Union, UnionType):
            return self.value(next(a for a in arguments if a is not NoneType))
        if origin is tuple:
            # A list is replaced as a whole, so its items say everything.
            return {"type": "array", "items": Groups(self._definitions).value(arguments[0])}
        if origin is dict:
            return self._collection(arguments[1])
        return self._class(hint)

    def _collection(self, entry: Any) -> Schema:
        return {
            "type": "object",
            "propertyNames": values.entry_ids(),
            "additionalProperties": self.value(entry),
        }

    def _class(self, kind: type) -> Schema:
        if issubclass(kind, Enum):
            return values.choice(kind)
        if issubclass(kind, Text):
            return values.text(self._definitions, partial=self._partial)
        if issubclass(kind, Fact):
            return fact(self._definitions, kind)
        if issubclass(kind, str):
            return values.scalar()
        return self.reference(kind)  # type: ignore[arg-type] # models are all that is left


def _simple(hint: Any) -> Schema | None:
    """Return the schema of a single value with rules of its own, None for anything else."""
    try:
        return values.KINDS.get(hint)
    except TypeError:  # an annotation with a default that cannot be hashed
        return None


def _ref_in(hint: Any) -> Ref | None:
    """Return what the id, or the ids, in a field refer to; None where it has none."""
    for part in getattr(hint, "__metadata__", ()):
        if isinstance(part, Ref):
            return part
    return next(filter(None, map(_ref_in, get_args(hint))), None)


def _plain(hint: Any) -> Schema | None:
    """Return the schema of a field that holds one value in which a blank can stand; None where it
    cannot, and for texts and facts, which take it by themselves."""
    if get_origin(hint) in (Union, UnionType):
        return next(filter(None, map(_plain, get_args(hint))), None)
    if get_origin(hint) is Annotated:
        base = None if _ref_in(hint) else _plain(get_args(hint)[0])
        return base and (_simple(hint) or base)
    return values.scalar() if hint in (str, date) else None


def _entries(hint: Any) -> tuple[Any, ...]:
    """Return the type of the entries of a collection."""
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return get_args(inner)[1:]


def _not_hours(collection: Schema) -> Schema:
    """Return the schema of opening hours by group of customers: no key is one of the full form."""
    ids = values.entry_ids()
    ids["pattern"] = f"^(?!(?:{'|'.join(sorted(HOURS_KEYS))})$){ids['pattern'].removeprefix('^')}"
    return {**collection, "propertyNames": ids}


def _first_sentence(model: type[BaseModel]) -> str:
    """Return what the class says about itself in one sentence."""
    paragraph = " ".join((inspect.getdoc(model) or "").partition("\n\n")[0].split())
    return paragraph.partition(". ")[0].removesuffix(".") + "."
