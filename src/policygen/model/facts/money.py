"""Amounts: a sum of money, a share of one, or a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final, Self

from policygen.errors import nearest, tell
from policygen.model.facts.amount_rules import check_limits, check_value
from policygen.model.facts.base import NUMBER, Fact, FactError, Fields, plain
from policygen.model.facts.comparator import Comparator
from policygen.model.facts.currency import check_currency, unreadable
from policygen.model.facts.duration import Duration, Unit


class Base(Enum):
    """Of what a percentage or a fraction is. EXCESS is what was charged too much."""

    PRICE = "price"
    FARE = "fare"
    MONTHLY_FEE = "monthly fee"
    ANNUAL_FEE = "annual fee"
    BILL = "bill"
    ORDER = "order"
    CHARGE = "charge"
    EXCESS = "excess"
    AMOUNT_DUE = "amount due"


class PerItem(Enum):
    """For each of what an amount is due, where it is not for a time."""

    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    JOURNEY = "journey"
    CASE = "case"
    ITEM = "item"


PERCENT: Final = "%"
_BOUNDS: Final = {
    word: comparator
    for comparator, words in {
        Comparator.WITHIN: ("up to", "at most", "<=", "≤"),
        Comparator.AT_LEAST: ("at least", ">=", "≥"),
        Comparator.LESS_THAN: ("less than", "under", "<"),
        Comparator.MORE_THAN: ("more than", "over", ">"),
        Comparator.ABOUT: ("about", "~"),
    }.items()
    for word in words
}
_FORM_OF: Final = {bound: words for words, bound in reversed(_BOUNDS.items())}
_AMOUNT: Final = re.compile(
    rf"(?:(?P<bound>{'|'.join(_BOUNDS)})\s*)?"
    rf"(?:(?P<part>[0-9]+)/(?P<parts>[0-9]+)"
    rf"|(?P<value>{NUMBER})(?:\s*[-–]\s*(?P<high>{NUMBER}))?\s*(?P<unit>%|[A-Z]{{3}}\b))"
    r"(?: of (?:the )?(?P<base>.+?))?(?: per (?P<per>.+))?"
)
_LIMIT: Final = re.compile(r",\s*(?=at most |at least )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Fact):
    """A sum of money, a percentage or a fraction, perhaps for each period or item.

    value: the amount, or the lower end of a range; high: its upper end, or None. currency: ISO
    4217 code, "" for a share: percentage points of `base`, or with `parts` that many of them
    (1 of 3 parts is a third). base: of what, None where the context says so. comparator: how the
    amount bounds, None for exactly. per, per_item: for each of what. floor, cap: what it comes to
    at least and at most; simple amounts.
    """

    value: Decimal
    high: Decimal | None = None
    currency: str = ""
    parts: int | None = None
    comparator: Comparator | None = None
    base: Base | None = None
    per: Duration | None = None
    per_item: PerItem | None = None
    floor: Amount | None = None
    cap: Amount | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `40 EUR`, `20-50 EUR`, `up to 500 EUR`, `30 EUR per day, at most 300 EUR`,
        `10 % of monthly fee` or `1/3 of price`."""
        main, *limits = _LIMIT.split(words)
        amount = cls._simple(main)
        for limit in limits:
            bound = cls._simple(limit)
            end = replace(bound, comparator=None)
            if bound.comparator is Comparator.WITHIN and amount.cap is None:
                amount = replace(amount, cap=end)
            elif bound.comparator is Comparator.AT_LEAST and amount.floor is None:
                amount = replace(amount, floor=end)
            else:
                raise FactError(
                    tell("“{words}” has two limits of one kind", words=words),
                    tell("leave one of them out"),
                )
        check_limits(amount, words)
        return amount

    @classmethod
    def _simple(cls, words: str) -> Self:
        match = _AMOUNT.fullmatch(words)
        if match is None:
            raise unreadable(words)
        low = Decimal(match["value"] or match["part"])
        per, per_item = _per(match["per"])
        amount = cls(
            value=low,
            high=Decimal(match["high"]) if match["high"] else None,
            currency="" if match["unit"] in (None, PERCENT) else check_currency(match["unit"]),
            parts=int(match["parts"]) if match["parts"] else None,
            comparator=_BOUNDS[match["bound"]] if match["bound"] else None,
            base=_base(match["base"]),
            per=per,
            per_item=per_item,
        )
        check_value(amount, words)
        return amount

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        bound = "" if self.comparator is None else f"{_FORM_OF[self.comparator]} "
        parts = [f"{bound}{self._number()}"]
        if self.base is not None:
            parts.append(f"of {self.base.value}")
        if self.per is not None:
            parts.append(f"per {_period_form(self.per)}")
        if self.per_item is not None:
            parts.append(f"per {self.per_item.value}")
        limits = [
            f", {name} {limit.form()}"
            for name, limit in (("at least", self.floor), ("at most", self.cap))
            if limit is not None
        ]
        return " ".join(parts) + "".join(limits)

    def _number(self) -> str:
        if self.parts is not None:
            return f"{plain(self.value)}/{self.parts}"
        numbers = [self.value] if self.high is None else [self.value, self.high]
        write = _money_form if self.currency else plain
        return f"{'-'.join(write(number) for number in numbers)} {self.currency or PERCENT}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the amount of a full form: `amount` (a short form), `of`, `per`, `at_least`,
        `at_most`."""
        words = fields.word("amount")
        if words is None:
            raise FactError(
                tell("this amount does not say how much"), tell("write `amount: 40 EUR`")
            )
        joints = {"of": " of ", "per": " per ", "at_least": ", at least ", "at_most": ", at most "}
        given = {key: fields.word(key) for key in joints}
        return cls.read(words + "".join(joints[key] + text for key, text in given.items() if text))


def _per(words: str | None) -> tuple[Duration | None, PerItem | None]:
    if words is None:
        return None, None
    for item in PerItem:
        if words == item.value:
            return None, item
    try:
        duration = Duration.read(words if words[0].isdigit() else f"1 {words}")
    except FactError as error:
        raise FactError(
            tell("“{words}” is nothing that an amount can be counted by", words=words),
            tell(
                "write a time (`per day`, `per 12 h`) or one of: {choices}",
                choices=", ".join(f"`per {item.value}`" for item in PerItem),
            ),
        ) from error
    if duration.unit is Unit.RING or duration != Duration(
        low=duration.low, unit=duration.unit, calendar=duration.calendar
    ):
        raise FactError(
            tell("“{words}” is not a single period of time", words=words),
            tell("write a number and a unit, such as `per 12 h` or `per working day`"),
        )
    return duration, None


def _period_form(duration: Duration) -> str:
    """Return `day` for one day, `12 h` for twelve hours."""
    words = duration.form()
    if not words.startswith("1 "):
        return words
    unit = words.removeprefix("1 ")
    return unit.removesuffix("s") or unit


def _base(words: str | None) -> Base | None:
    if words is None:
        return None
    for base in Base:
        if words.lower() == base.value:
            return base
    raise FactError(
        tell("“{words}” is nothing that a share can be of", words=words),
        nearest(words, [b.value for b in Base]),
    )


def _money_form(value: Decimal) -> str:
    """Return a number of money: none or at least two decimals."""
    text = plain(value)
    whole, point, decimals = text.partition(".")
    return f"{whole}{point}{decimals:0<2}" if point else whole
