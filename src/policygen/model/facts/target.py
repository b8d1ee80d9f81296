"""Targets: the figure by which a service is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from policygen.model.facts.base import NUMBER, Fact, FactError, plain
from policygen.model.facts.duration import Comparator, Deadline

_HINT: Final = "write for example `>= 85 %`, `< 30 %`, `< 10 min` or `95 % within 3 min`"
_SHARE: Final = re.compile(rf"(?P<share>{NUMBER})\s*%\s*(?P<deadline>\S.*)")
_PERCENT: Final = re.compile(rf"(?P<sign>>=|≥|<=|≤|<|>|)\s*(?P<value>{NUMBER})\s*%")
_SIGNS: Final = {
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    ">": Comparator.MORE_THAN,
    "<=": Comparator.WITHIN,
    "≤": Comparator.WITHIN,
    "<": Comparator.LESS_THAN,
}
_SIGN_OF: Final = {
    Comparator.AT_LEAST: ">=",
    Comparator.MORE_THAN: ">",
    Comparator.WITHIN: "<=",
    Comparator.LESS_THAN: "<",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """A bounded percentage, a bounded time, or a share of cases within a time.

    percent: percentage points (85 means 85 %). deadline: the time bound. With both, `percent`
    is the share of cases that meet `deadline` and `comparator` is AT_LEAST.
    """

    comparator: Comparator
    percent: Decimal | None = None
    deadline: Deadline | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `>= 85 %`, `< 10 min`, `95 % within 3 min`."""
        if match := _SHARE.fullmatch(words):
            percent = _percentage(match["share"], words)
            deadline = Deadline.parse(match["deadline"])
            return cls(comparator=Comparator.AT_LEAST, percent=percent, deadline=deadline)
        if match := _PERCENT.fullmatch(words):
            if not match["sign"]:
                raise FactError(f"“{words}” does not say at least or at most", _HINT)
            percent = _percentage(match["value"], words)
            return cls(comparator=_SIGNS[match["sign"]], percent=percent)
        try:
            deadline = Deadline.parse(words)
        except FactError as error:
            raise FactError(f"“{words}” is not a target", _HINT) from error
        return cls(comparator=deadline.comparator, deadline=deadline)

    def form(self) -> str:
        if self.percent is None:
            return str(self.deadline)
        if self.deadline is None:
            return f"{_SIGN_OF[self.comparator]} {plain(self.percent)} %"
        return f"{plain(self.percent)} % {self.deadline}"


def _percentage(digits: str, text: str) -> Decimal:
    value = Decimal(digits)
    if value > 100:  # noqa: PLR2004 - a share cannot exceed the whole
        raise FactError(f"“{text}” is more than 100 %", _HINT)
    return value
