"""Rules for amounts: what cannot be is refused, with words that mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.numbers import get_currency_precision

from policygen.errors import tell
from policygen.model.facts.base import FactError, plain

if TYPE_CHECKING:
    from policygen.model.facts.money import Amount

FRACTIONS: Final = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})
"""The fractions that have words: numerator and denominator."""

_HIGHEST_SHARE: Final = 1000
_WHOLE: Final = 100


def check_value(amount: Amount, words: str) -> None:
    """Raise FactError for a value that cannot be."""
    high = amount.high
    if amount.value <= 0 or (high is not None and high <= amount.value):
        raise FactError(
            tell("“{words}” is not an amount that can be paid", words=words),
            tell("it must be above zero, and a range must rise, as in `20-50 EUR`"),
        )
    if amount.high is not None and amount.comparator is not None:
        raise FactError(
            tell("“{words}” is a bound and a range", words=words),
            tell("write one: `20-50 EUR`, `up to 50 EUR`"),
        )
    if amount.currency:
        _check_money(amount, words)
    elif amount.parts is not None:
        _check_fraction(amount, words)
    elif (largest := high or amount.value) > (_WHOLE if amount.base is None else _HIGHEST_SHARE):
        raise FactError(
            tell("“{words}” is more than a share can be", words=words),
            tell("write a share that can be, not {largest} %", largest=plain(largest)),
        )


def _check_money(amount: Amount, words: str) -> None:
    digits = get_currency_precision(amount.currency)
    for value in (amount.value, amount.high):
        if value is not None and -int(value.as_tuple().exponent) > digits:
            raise FactError(
                tell(
                    "“{words}” has more decimals than {currency} has",
                    words=words,
                    currency=amount.currency,
                ),
                tell(
                    "write {digits} decimals at most, and thousands without a point: `1000`",
                    digits=digits,
                ),
            )
    if amount.base is not None:
        raise FactError(
            tell("“{words}” is a sum of money, and not a share of anything", words=words),
            tell("leave out what follows `of`, or write a percentage: `10 % of bill`"),
        )


def _check_fraction(amount: Amount, words: str) -> None:
    if (int(amount.value), amount.parts) not in FRACTIONS or amount.base is None:
        raise FactError(
            tell("“{words}” is not a fraction that has words", words=words),
            tell(
                "write 1/2, 1/3, 2/3, 1/4 or 3/4 `of price` (or of another base), or a percentage"
            ),
        )


def check_limits(amount: Amount, words: str) -> None:
    """Raise FactError for limits that cannot limit."""
    if amount.floor is None and amount.cap is None:
        return
    grows = amount.per is not None or amount.per_item is not None or not amount.currency
    if not grows and amount.comparator is None:
        raise FactError(
            tell("“{words}” has a limit, but nothing that grows", words=words),
            tell("say what it is paid per: `30 EUR per day, at most 300 EUR`"),
        )
    floor, cap = amount.floor, amount.cap
    comparable = floor and cap and (floor.currency, floor.base) == (cap.currency, cap.base)
    if comparable and floor.value >= cap.value:  # type: ignore[union-attr]
        raise FactError(
            tell("“{words}” has a lower limit that is not below the upper one", words=words),
            tell("exchange the two"),
        )
