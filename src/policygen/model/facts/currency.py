"""Currencies: which there are, and what was probably meant by an amount that cannot be read."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel.core import get_global

from policygen.errors import tell
from policygen.model.facts.base import FactError

_HINT: Final = tell(
    "write for example `40 EUR`, `20-50 EUR`, `up to 500 EUR`, `30 EUR per day, at most 300 "
    "EUR` or `10 % of monthly fee`"
)
_SIGNS: Final = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR"}
_SIGNED: Final = re.compile(
    r"(?P<before>[€£$¥₹])?\s*(?P<value>[0-9][0-9.,]*)\s*(?P<after>[€£$¥₹])?"
)

_SPELT_OUT: Final = {"max": "up to", "min": "at least", "ca": "about", "approx": "about"}
_ABBREVIATED: Final = re.compile(rf"(?P<word>{'|'.join(_SPELT_OUT)})\.?\s+(?P<rest>.+)")


@cache
def _currencies() -> frozenset[str]:
    """Return the codes of the currencies that are legal tender somewhere."""
    return frozenset(
        code
        for currencies in get_global("territory_currencies").values()
        for code, _, end, tender in currencies
        if tender and end is None
    )


def check_currency(code: str) -> str:
    """Return the ISO 4217 code of a currency that is legal tender somewhere; FactError."""
    if code not in _currencies():
        raise FactError(
            tell("“{code}” is not a currency", code=code),
            tell("use its three-letter code, such as `EUR`"),
        )
    return code


def unreadable(words: str) -> FactError:
    """Return the error for words that are no amount, with what was probably meant."""
    match = _SIGNED.match(words)
    sign = match and (match["before"] or match["after"])
    if match and sign:
        return FactError(
            tell("“{words}” has a currency sign", words=words),
            tell(
                "write the currency's code: `{number} {currency}`",
                number=_point(match["value"]),
                currency=_SIGNS[sign],
            ),
        )
    if match and "," in match["value"]:
        rest = words[match.end("value") :].strip()
        return FactError(
            tell("“{words}” is not an amount", words=words),
            tell("write `{amount}`", amount=f"{_point(match['value'])} {rest}".rstrip()),
        )
    if rate := re.fullmatch(r"(?P<sum>[0-9.]+ ?[A-Z]{3}) ?/ ?(?P<unit>[a-z0-9 ]+)", words):
        return FactError(
            tell("“{words}” is not an amount", words=words),
            tell("write `{sum} per {unit}`", sum=rate["sum"], unit=rate["unit"]),
        )
    if bound := _ABBREVIATED.fullmatch(words):
        return FactError(
            tell("“{words}” is not an amount", words=words),
            tell(
                "write `{bound} {rest}`",
                bound=_SPELT_OUT[bound["word"]],
                rest=bound["rest"],
            ),
        )
    if re.match(r"[A-Z]{3} [0-9]", words):
        return FactError(
            tell("“{words}” is not an amount", words=words),
            tell(
                "write the number first: `{number} {currency}`",
                number=words[4:],
                currency=words[:3],
            ),
        )
    if re.search(r"[0-9]\s*[a-z]{3}\b", words):
        return FactError(
            tell("“{words}” is not an amount", words=words),
            tell("write the currency in capitals: `40 EUR`"),
        )
    return FactError(tell("“{words}” is not an amount", words=words), _HINT)


def _point(number: str) -> str:
    """Return a number as the source writes it: `5,50` is 5.50, `1.000` and `1,000` are 1000."""
    whole, *decimals = re.split(r"[.,]", number.rstrip(".,"))
    if not decimals:
        return whole
    last = decimals[-1]
    if len(last) == 3:  # noqa: PLR2004 - a group of thousands
        return whole + "".join(decimals)
    return f"{whole}{''.join(decimals[:-1])}.{last}"
