"""Quantities: the numbers, times, dates and sums of a text, however they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from policygen.i18n.parity.addresses import without_addresses
from policygen.i18n.parity.counted import counted, kind_of
from policygen.i18n.parity.grammar import Grammar, grammar
from policygen.i18n.parity.moments import around_the_clock, clock_times, dates
from policygen.i18n.parity.quantity import MONTH, Quantity, readings

if TYPE_CHECKING:
    import re

_Finder = Callable[[str, Grammar], Iterator[Quantity]]


@lru_cache(maxsize=8192)
def has_numbers(text: str, language: str) -> bool:
    """Whether a text may have numbers, in digits or in words. Quick."""
    return grammar(language).trigger.search(text.lower()) is not None


@lru_cache(maxsize=8192)
def has_articles(text: str, language: str) -> bool:
    """Whether a text may have times such as “a week”. Quick."""
    return grammar(language).article.search(text.lower()) is not None


def articles(text: str, language: str) -> tuple[Quantity, ...]:
    """Return times such as “a week” in a text."""
    return _found((_articles,), _read(text, language)[1], language)[0]


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in the order in which they stand.

    language: a BCP 47 tag; it decides which words are known and how digits are written.
    """
    found = numbers(text, language) + hints(text, language)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text that are numbers, dates and times."""
    return _read(text, language)[0]


@lru_cache(maxsize=8192)
def hints(text: str, language: str) -> tuple[Quantity, ...]:
    """Return what else in a text may stand for a number: “half an hour”, “twice”, “a week”."""
    return _found((_articles_and_a_half, _hints, _articles), _read(text, language)[1], language)[0]


@lru_cache(maxsize=8192)
def _read(text: str, language: str) -> tuple[tuple[Quantity, ...], str]:
    """Return the numbers of a text, and the text without them, character for character."""
    # What is found is not looked at again, so “24 hours a day” comes before “24 hours”.
    finders = (dates, clock_times, around_the_clock, counted)
    return _found(finders, without_addresses(text), language)


def _found(
    finders: tuple[_Finder, ...], text: str, language: str
) -> tuple[tuple[Quantity, ...], str]:
    found: list[Quantity] = []
    for finder in finders:
        new = list(finder(text, grammar(language)))
        found += new
        for quantity in new:
            end = quantity.start + len(quantity.words)
            text = text[: quantity.start] + "\0" * (end - quantity.start) + text[end:]
    return tuple(found), text


def _articles_and_a_half(text: str, words: Grammar) -> Iterator[Quantity]:
    for match in words.article.finditer(text.lower()):
        if match["more"]:
            yield _with_article(match, text, Decimal("1.5"))


def _articles(text: str, words: Grammar) -> Iterator[Quantity]:
    """Yield “a week”; “a second” may be a moment."""
    for match in words.article.finditer(text.lower()):
        if kind_of(match.groupdict()) not in {"", "second"}:
            yield _with_article(match, text, Decimal(1))


def _with_article(match: re.Match[str], text: str, number: Decimal) -> Quantity:
    found = frozenset({(kind_of(match.groupdict()), number)})
    return Quantity(text[match.start() : match.end()], match.start(), found, firm=False, unit=True)


def _hints(text: str, words: Grammar) -> Iterator[Quantity]:
    for match in words.hints.finditer(text):
        meant = readings(words.readings[(match.lastindex or 1) - 1])
        yield Quantity(match[0], match.start(), meant, firm=False)
    for match in words.months.finditer(text) if words.may_have_month(text) else ():
        month = frozenset({(MONTH, Decimal(match.lastindex or 0))})
        yield Quantity(match[0], match.start(), month, firm=False)
