"""What is open while the events of a source file are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from policygen.errors import Span
from policygen.source.events import Mark
from policygen.source.values import Mapping, Sequence


@dataclass(slots=True)
class Frame:
    """A mapping or list that has begun and not ended.

    clause: its path, or None when it will be left out (below a key that was refused).
    start: where it begins. flow: whether it is written with brackets.
    is_key: whether it stands where a key should. quiet: whether it belongs to something that was
    refused as a whole, so that what is refused inside it is no further mistake.
    keys: the keys of a mapping so far. key: the one whose value comes next, or None.
    kept: whether that value has a place in the mapping.
    """

    value: Mapping | Sequence
    clause: str | None
    start: Mark
    flow: bool
    is_key: bool = False
    quiet: bool = False
    keys: dict[str, Span] = field(default_factory=dict)
    key: str | None = None
    kept: bool = True

    @property
    def awaits_key(self) -> bool:
        """Whether the next node is a key."""
        return self.key is None and isinstance(self.value, Mapping)

    def child(self) -> str | None:
        """Return the path of the next value, or None when it will be left out."""
        if self.clause is None or not self.kept:
            return None
        name = str(len(self.value)) if self.key is None else self.key
        return f"{self.clause}.{name}" if self.clause else name

    def refuse_key(self, key: str = "") -> None:
        """Note that a key came which cannot be used, so that its value is left out."""
        self.key, self.kept = key, False

    def skip(self) -> None:
        """Go on without the next value."""
        self.key, self.kept = None, True
