"""What the editor says about a field: a title, an explanation, examples. They are data, in
`fields/`: one file for each module of the model."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.source import Mapping, Sequence, load_file

if TYPE_CHECKING:
    from policygen.source import Value

FOLDER: Final = Path(__file__).parent / "fields"
"""Files of `Model: {field: {title, description, examples}}`, the field as people type it."""


class Said(NamedTuple):
    """What is said about a field. examples: values as the source would state them."""

    title: str
    description: str
    examples: tuple[Value, ...]


@cache
def everything() -> dict[str, dict[str, Said]]:
    """Return model -> field -> what is said about it."""
    said: dict[str, dict[str, Said]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        source = load_file(path, path.name)
        if source.problems:
            raise ValueError(source.problems)
        for model, fields in source.value.items():
            said[model] = {name: _said(value) for name, value in _mapping(fields).items()}
    return said


def about(kind: type, field: str) -> Said:
    """Return what is said about a field of a class, or of the class that it inherits it from."""
    for owner in kind.__mro__:
        if (said := everything().get(called(owner), {}).get(field)) is not None:
            return said
    raise LookupError(f"nothing is said about {kind.__name__}.{field}")


def called(kind: type) -> str:
    """Return what a class is called in the data."""
    return kind.__name__.lstrip("_")


def _said(value: Value) -> Said:
    words = _mapping(value)
    examples = words["examples"]
    assert isinstance(examples, Sequence)  # noqa: S101 - a test reads all of this data
    return Said(str(words["title"]), str(words["description"]), tuple(examples))


def _mapping(value: Value) -> Mapping:
    assert isinstance(value, Mapping)  # noqa: S101 - as above
    return value
