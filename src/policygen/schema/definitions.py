"""The named parts of a schema, each made once, when something first refers to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]


class Definitions:
    """What a schema has under `definitions`."""

    def __init__(self) -> None:
        self._made: dict[str, Schema] = {}

    def use(self, name: str, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a definition, which `make` gives when it is not there yet."""
        if name not in self._made:
            self._made[name] = {}  # it may refer to itself
            self._made[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def made(self) -> Schema:
        """Return every definition so far by name, in alphabetical order."""
        return dict(sorted(self._made.items()))
