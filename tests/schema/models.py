"""The models that people fill in by writing YAML, and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from policygen.config import Settings
from policygen.model.policy import Policy
from policygen.schema.words import Said, about


def models() -> list[type[BaseModel]]:
    """Return every model of the policy and of the settings."""
    found: dict[type[BaseModel], None] = {}
    for top in (Policy, Settings):
        _find(top, found)
    return list(found)


def _find(annotation: Any, found: dict[type[BaseModel], None]) -> None:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if is_model and annotation not in found:
        found[annotation] = None
        for hint in get_type_hints(annotation, include_extras=True).values():
            _find(hint, found)
    for inner in get_args(annotation):
        _find(inner, found)


def keys(model: type[BaseModel]) -> dict[str, Any]:
    """Return the fields of a model as people type them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def smallest(model: type[BaseModel]) -> dict[str, Any]:
    """Return values with which the program accepts a model: the first examples."""
    needed = {key for key, field in keys(model).items() if field.is_required()}
    return {key: about(model, key).examples[0] for key in keys(model) if key in needed}


def fields() -> Iterator[tuple[type[BaseModel], str, Said]]:
    """Yield every field of every model with what is said about it."""
    for model in models():
        for key in keys(model):
            yield model, key, about(model, key)
