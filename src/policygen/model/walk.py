"""Walking a model: every clause, text, fact and plain value with its dotted path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policygen.model.clause import Clause, Text, wordings
from policygen.model.facts import Fact


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every clause, text (in every wording), fact and plain value below `value` with its
    dotted path; the note of a fact as a text of its own."""
    if isinstance(value, Text):
        for text in wordings(value):
            yield text.clause or path, text
        return
    yield path, value
    if isinstance(value, Clause):
        for name, field in type(value).model_fields.items():
            if (child := getattr(value, name)) is not None:
                yield from walk(child, f"{path}.{field.alias or name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from walk(child, f"{path}.{key}".lstrip("."))
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from walk(child, f"{path}.{index}")
    elif isinstance(value, Fact) and value.note is not None:
        yield from walk(value.note, f"{path}.note")
