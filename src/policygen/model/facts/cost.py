"""Cost: what it costs a customer to get in touch."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Self

from policygen.errors import tell
from policygen.model.facts.base import Fact, FactError, Fields
from policygen.model.facts.money import Amount


class Tariff(Enum):
    """What a contact costs where it is no sum of its own.

    BASIC_RATE: as a national call to an ordinary number. NETWORK_RATE: whatever the customer's
    network charges. NO_SURCHARGE: nothing on top of the customer's own tariff.
    """

    FREE = "free"
    BASIC_RATE = "basic rate"
    LOCAL_RATE = "local rate"
    MOBILE_RATE = "mobile rate"
    NETWORK_RATE = "network rate"
    NO_SURCHARGE = "no surcharge"


_TARIFF_WORDS: Final = {
    **{tariff.value: tariff for tariff in Tariff},
    "free of charge": Tariff.FREE,
    "freephone": Tariff.FREE,
    "toll-free": Tariff.FREE,
    "standard rate": Tariff.BASIC_RATE,
    "national rate": Tariff.BASIC_RATE,
}
_HINT: Final = tell(
    "write `free`, `basic rate`, `local rate`, `mobile rate`, `network rate`, `no surcharge` "
    "or a price such as `0.20 EUR per min`"
)
_PLUS: Final = " plus "
_FROM_MOBILES: Final = re.compile(r"\s*[;,]\s*from mobiles:?\s+")
_ZERO: Final = re.compile(r"0(?:[.,]0+)?\s*(?:[A-Z]{3}|[€£$])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Fact):
    """What a contact costs the customer: a tariff, a price, or a price on top of a tariff.

    mobile: what it costs from a mobile phone, None where that is the same.
    """

    tariff: Tariff | None = None
    price: Amount | None = None
    mobile: Cost | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `free`, `basic rate`, `0.20 EUR per min`, `0.06 EUR per min plus network rate` or
        `free; from mobiles 0.20 EUR per min`."""
        usual, *mobile = _FROM_MOBILES.split(words)
        if len(mobile) > 1:
            raise FactError(
                tell("the cost from mobiles comes twice"), tell("leave one of them out")
            )
        cost = cls._simple(usual)
        return replace(cost, mobile=cls._simple(mobile[0])) if mobile else cost

    @classmethod
    def _simple(cls, words: str) -> Self:
        tariff = _TARIFF_WORDS.get(words.lower())
        if tariff is not None:
            return cls(tariff=tariff)
        price, plus, on_top_of = words.partition(_PLUS)
        if not plus:
            return cls(price=_price(price))
        tariff = _TARIFF_WORDS.get(on_top_of.lower())
        if tariff in (None, Tariff.FREE, Tariff.NO_SURCHARGE):
            raise FactError(
                tell("“{words}” is nothing that a price can come on top of", words=on_top_of),
                tell("write for example `0.06 EUR per min plus network rate`"),
            )
        return cls(tariff=tariff, price=_price(price))

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        parts = [self.price.form()] if self.price else []
        parts += [self.tariff.value] if self.tariff else []
        form = _PLUS.join(parts)
        return form if self.mobile is None else f"{form}; from mobiles {self.mobile.form()}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the cost of a full form: `price`, `tariff`, `from_mobiles`."""
        stated = {key: fields.word(key) for key in ("price", "tariff", "from_mobiles")}
        usual = _PLUS.join(words for key in ("price", "tariff") if (words := stated[key]))
        if not usual:
            raise FactError(tell("this does not say what the contact costs"), _HINT)
        mobile = stated["from_mobiles"]
        return cls.read(f"{usual}; from mobiles {mobile}" if mobile else usual)


def _price(words: str) -> Amount:
    if _ZERO.match(words):
        raise FactError(tell("“{words}” costs nothing", words=words), tell("write `free`"))
    try:
        price = Amount.read(words)
    except FactError as error:
        hint = error.hint if words[:1].isdigit() or not words[:1].isalpha() else _HINT
        raise FactError(tell("“{words}” is not a cost", words=words), hint) from error
    if not price.currency:
        raise FactError(tell("“{words}” is not a cost", words=words), _HINT)
    return price
