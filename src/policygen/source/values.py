"""The values of a source file: text, mappings and lists that know which clause they are.

`clause` is the dotted path from the top of the source: `channels.phone.reply`; an item of a list
has its index: `conduct.always.0`. The whole source is the clause "".
"""

from __future__ import annotations

from typing import Self, TypeAlias


class Scalar(str):
    """Text as it was typed. Nothing is converted: `no`, `8:30`, `1.10`, `0100` keep their
    spelling, and the model gives them a type."""

    __slots__ = ("clause",)
    clause: str

    def __new__(cls, text: str, clause: str) -> Self:
        """Return the text of a clause."""
        scalar = super().__new__(cls, text)
        scalar.clause = clause
        return scalar

    # Without this, copying and pickling would call __new__ without the clause.
    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.clause


class Mapping(dict[str, "Value"]):
    """Named entries, in the order of the source."""

    def __init__(self, clause: str) -> None:
        super().__init__()
        self.clause = clause


class Sequence(list["Value"]):
    """A list, in the order of the source."""

    def __init__(self, clause: str) -> None:
        super().__init__()
        self.clause = clause


Value: TypeAlias = Scalar | Mapping | Sequence
