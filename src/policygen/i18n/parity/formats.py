"""Formats: how a locale writes numbers, percentages, sums and times of day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.digits import value
from policygen.i18n.parity.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_BREAK: Final = ("\xa0", "\u202f")
_PERCENT: Final = re.compile(r"\d+(?:[.,]\d+)?([ \xa0\u202f]?)%(?!\w)")
_SYMBOL_FIRST: Final = re.compile(r"(?<![\w$])[€£$][ \xa0\u202f]?\d[\d.,]*(?<=\d)(?! ?[€£$])")
_SYMBOL_LAST: Final = re.compile(
    r"(?<![\w.,€£$])(?<![€£$][ \xa0\u202f])\d[\d.,]*([ \xa0\u202f]?)[€£$](?![\d\w])"
)
_MERIDIEM: Final = re.compile(
    r"(?<!\w)\d{1,2}(?:[:.]\d\d)?[ \xa0\u202f]?(?:[aApP]\.[ \xa0\u202f]?[mM]\b\.?|[pP][mM]\b|AM\b)"
)
_DIGIT: Final = re.compile(r"\d")
_MARKED: Final = re.compile(r"\d[.,'’]\d")


@dataclass(frozen=True, slots=True)
class Customs:
    """What a locale does. percent_space: whether a space stands before the percent sign.
    symbol_first: whether a currency's symbol stands before the number; symbol_space: whether a
    space stands between them. meridiem: whether hours are counted to twelve."""

    percent_space: bool
    symbol_first: bool
    symbol_space: bool
    meridiem: bool


_CONTINENTAL: Final = Customs(
    percent_space=True, symbol_first=False, symbol_space=True, meridiem=False
)
_KNOWN: Final = {
    "en": Customs(percent_space=False, symbol_first=True, symbol_space=False, meridiem=True),
    "es": replace(_CONTINENTAL, meridiem=True),
    "fr": _CONTINENTAL,
    "de": _CONTINENTAL,
}


@cache
def customs(locale: str) -> Customs:
    """Return what a locale does, given by its BCP 47 tag."""
    if locale in _KNOWN:
        return _KNOWN[locale]
    from babel.core import Locale  # noqa: PLC0415 - the usual languages do without

    data = Locale.parse(locale, sep="-")
    percent = str(data.percent_formats[None].pattern)
    currency = str(data.currency_formats["standard"].pattern).partition(";")[0]
    return Customs(
        percent_space=re.search(r"\s%|%\s", percent) is not None,
        symbol_first=currency.strip("\u200e\u200f").startswith("¤"),
        symbol_space=re.search(r"\s¤|¤\s", currency) is not None,
        meridiem=data.language not in {"fr", "de"},
    )


def format_mistakes(text: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield what is not written as readers of a locale expect it: the words, and what about them:
    `number`, `percent`, `currency` or `time`."""
    if not _DIGIT.search(text):
        return
    known = customs(locale)
    yield from _percentages(text, known)
    yield from _sums(text, known, locale)
    if not known.meridiem:
        for match in _MERIDIEM.finditer(text):
            yield match[0], "time"
    if _MARKED.search(text):
        for each in quantities(text, locale):
            if each.unit and each.digits and value(each.digits, locale).here is None:
                yield each.words, "number"


def _percentages(text: str, known: Customs) -> Iterator[tuple[str, str]]:
    if "%" not in text:
        return
    allowed = _NO_BREAK if known.percent_space else ("",)
    for match in _PERCENT.finditer(text):
        if match[1] not in allowed:
            yield match[0], "percent"


def _sums(text: str, known: Customs, locale: str) -> Iterator[tuple[str, str]]:
    for match in _SYMBOL_LAST.finditer(text):
        if known.symbol_first or (known.symbol_space and match[1] not in _NO_BREAK):
            yield match[0], "currency"
    if not known.symbol_first:
        for match in _SYMBOL_FIRST.finditer(text):
            # Dollars stand before the number nearly everywhere that Spanish is spoken.
            if not (locale.startswith("es") and match[0].startswith("$")):
                yield match[0], "currency"
