"""Amounts: a sum of money, or a percentage of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from babel.numbers import is_currency

from policygen.model.facts.base import NUMBER, Fact, FactError, plain

_AMOUNT: Final = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>%|[A-Z]{{3}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Fact):
    """A sum of money or a percentage. currency: ISO 4217 code, "" for a percentage."""

    value: Decimal
    currency: str = ""

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `40 EUR` or `10 %`."""
        match = _AMOUNT.fullmatch(" ".join(words.split()))
        if match is None:
            raise FactError(f"“{words}” is not an amount", "write for example `40 EUR` or `10 %`")
        if match["unit"] == "%":
            return cls(value=Decimal(match["value"]))
        if not is_currency(match["unit"]):
            raise FactError(
                f"“{match['unit']}” is not a currency", "use its three-letter code, such as `EUR`"
            )
        return cls(value=Decimal(match["value"]), currency=match["unit"])

    def form(self) -> str:
        return f"{plain(self.value)} {self.currency or '%'}"
