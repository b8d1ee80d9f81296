"""What all facts share: an owner in the source, a short form, and errors that mend."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

NUMBER = r"[0-9]{1,7}(?:\.[0-9]{1,3})?"
"""A number in a short form: up to seven digits, perhaps with a decimal point."""


class FactError(ValueError):
    """A short form that cannot be read. `message` says what is wrong, `hint` what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(ABC):
    """A typed value of the policy.

    clause: dotted path of the source field that states it, "" for a computed value. Two facts
    that say the same are equal wherever they stand.
    """

    clause: str = field(default="", compare=False, repr=False)

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """Return the value of a short form; FactError when it has none."""

    @abstractmethod
    def __str__(self) -> str:
        """Return the canonical short form, which `parse` reads back."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        try:
            fact = cls.parse(str(value))
        except FactError as error:
            raise PydanticCustomError(
                "fact", "{problem}", {"problem": error.message, "hint": error.hint}
            ) from error
        return replace(fact, clause=getattr(value, "clause", ""))


def plain(number: Decimal) -> str:
    """Return a number without exponent or needless zeros: `2`, `1.5`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
