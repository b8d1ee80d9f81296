"""Schemas of facts: the short form that people type, and the full form with its fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.model.clause import TO_FILL
from policygen.model.facts import (
    Amount,
    Cost,
    Deadline,
    Duration,
    Hours,
    Interval,
    Target,
    Window,
)
from policygen.schema.patterns import SHORT_FORMS
from policygen.schema.values import alone, closed, explained, or_group, scalar, to_fill
from policygen.schema.words import about, everything

if TYPE_CHECKING:
    from policygen.model.facts import Fact
    from policygen.schema.definitions import Definitions, Schema

_SHARED: Final = "Fact"
"""What the fields are called in the data that all facts share."""
_SHORT: Final = ("value", "formerly")
"""The fields of the full form that hold the short form of the same kind of fact."""
_BOUNDS: Final = (
    "within",
    "less_than",
    "at_least",
    "more_than",
    "about",
    "between",
    "exactly",
    "after",
)
_PARTS: Final[Mapping[type[Fact], Mapping[str, type[Fact]]]] = MappingProxyType(
    {
        Amount: {},
        Cost: {},
        Deadline: dict.fromkeys(_BOUNDS, Duration),
        Duration: {"tolerance": Duration},
        Hours: {},
        Interval: {"every": Duration},
        Target: {**dict.fromkeys(_BOUNDS, Duration), "time": Deadline},
        Window: {"opens": Deadline, "closes": Deadline},
    }
)
"""The fields of full forms that are facts themselves; each in its short form or with fields."""
_FREE: Final = frozenset({(Interval, "every"), (Window, "opens"), (Window, "closes")})
"""Parts whose words have more forms than those of their kind: `every: working day`."""
_LISTS: Final[Mapping[tuple[type[Fact], str], str]] = MappingProxyType(
    {
        (Hours, "seasons"): "Season",
        (Hours, "exceptions"): "SpecialDay",
    }
)
"""The fields of full forms that are lists of entries."""


def fact(definitions: Definitions, kind: type[Fact]) -> Schema:
    """Return the schema of a fact: short form, full form or blank."""
    return definitions.use(kind.__name__, lambda: _fact(definitions, kind))


def _fact(definitions: Definitions, kind: type[Fact]) -> Schema:
    short = {name: explained(about(kind, name), _short(kind)) for name in _SHORT}
    shared = {name: explained(said, scalar()) for name, said in everything()[_SHARED].items()}
    own = _fields(definitions, kind)
    fields = {**own, **short, **shared, TO_FILL: to_fill(definitions)}
    return or_group(_short(kind), closed(fields, **alone()))


def _part(definitions: Definitions, kind: type[Fact], *, free: bool) -> Schema:
    """Return the schema of a fact that is a part of another: it has no qualifiers of its own."""
    name = f"{kind.__name__}.{'end' if free else 'part'}"
    short = {"type": "string"} if free else _short(kind)
    return definitions.use(name, lambda: or_group(short, closed(_fields(definitions, kind))))


def _short(kind: type[Fact]) -> Schema:
    words = "; ".join(str(example) for example in about(kind, "value").examples)
    hint = {"patternErrorMessage": f"Write for example: {words}"}
    return {"type": "string", "pattern": SHORT_FORMS[kind], **hint}


def _fields(definitions: Definitions, kind: type[Fact]) -> Schema:
    """Return the schemas of the fields that only this kind of fact has."""
    return {
        name: explained(about(kind, name), _field(definitions, kind, name))
        for name in everything()[kind.__name__]
        if name not in _SHORT
    }


def _field(definitions: Definitions, kind: type[Fact], name: str) -> Schema:
    if (entry := _LISTS.get((kind, name))) is not None:
        return _one_or_several(_entry(entry))
    if (kind, name) == (Target, "bands"):
        return _one_or_several(_part(definitions, Target, free=False))
    part = _PARTS[kind].get(name)
    return scalar() if part is None else _part(definitions, part, free=(kind, name) in _FREE)


def _one_or_several(item: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _entry(owner: str) -> Schema:
    """Return the schema of an entry of a list: every field is one value, and is needed."""
    fields = everything()[owner]
    return {
        "type": "object",
        "properties": {name: explained(said, scalar()) for name, said in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }
