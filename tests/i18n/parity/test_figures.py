"""Figures: what a translation shares with its source, and what it does not."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from policygen.i18n.parity.compare import Differences, differences
from policygen.i18n.parity.formats import format_mistakes
from policygen.i18n.parity.quantities import quantities
from policygen.i18n.parity.quantity import MONTH, NUMBER, PERCENT, TIME

CASES = [
    line.replace("_", "\xa0").split(" | ")
    for line in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
LOCALES = (
    *("en", "en-GB", "es", "es-419", "es-MX", "fr", "fr-CA", "fr-CH", "de", "de-AT", "de-CH"),
    *("it", "pt", "nl", "sv", "pl"),
)
KNOWN = tuple(locale for locale in LOCALES if locale[:2] in {"en", "es", "fr", "de"})
locales = st.sampled_from(LOCALES)
known = st.sampled_from(KNOWN)


def said(found: Differences) -> str:
    """Return the differences as the table has them."""
    parts = [
        f"says “{other.words}” for “{one.words}”" if other else f"lacks “{one.words}”"
        for one, other in found.missing
    ]
    parts += [f"misreads “{one.words}” as “{other.words}”" for one, other in found.misread]
    parts += [f"adds “{each.words}”" for each in found.added]
    return "; ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=" | ".join)
def test_finds_what_differs_and_nothing_else(case: list[str]) -> None:
    (first, source), (second, translation) = (side.split(": ", 1) for side in case[:2])
    expected = case[2].strip() if case[2:] else ""
    assert said(differences(source, translation, (first, second))).lower() == expected.lower()


def test_a_section_may_be_named_after_its_level() -> None:
    texts = ("Takes every first contact.", "Level 3 übernimmt alles.")
    assert differences(*texts, ("en", "de")).added
    assert not differences(*texts, ("en", "de"), "levels.level-3.how").added
    assert differences(*texts, ("en", "de"), "conduct.always.3").added


@given(st.text(max_size=200), st.text(max_size=200), locales, locales)
def test_any_text_can_be_compared(one: str, other: str, first: str, second: str) -> None:
    found = differences(one, other, (first, second))
    assert all(quantity.words in one for quantity, _ in found.missing)
    list(format_mistakes(other, second))


numbers = st.text(
    alphabet="0123456789.,:/-%€$ hd\xa0\u202f'’½apm²٣zweifünfundzwanzigtwohundred", max_size=60
)


@given(numbers, locales)
def test_any_number_can_be_read(text: str, locale: str) -> None:
    for quantity in quantities(text, locale):
        start = quantity.start
        assert text[start : start + len(quantity.words)] == quantity.words


def test_long_texts_take_no_longer_than_they_should() -> None:
    for part in ("a", "1", "1 ", "1.", "two ", " ", "5 and ", "EUR"):
        for locale in ("en", "es", "fr", "de"):
            quantities(part * 5_000, locale)


def values(text: str, locale: str, kind: str) -> set[Decimal]:
    found = {reading for quantity in quantities(text, locale) for reading in quantity.readings}
    return {value for each, value in found if each == kind}


amounts = st.decimals(0, 10**9, places=2, allow_nan=False)


@given(amounts, locales)
def test_reads_the_numbers_of_every_locale(number: Decimal, locale: str) -> None:
    text = format_decimal(number, locale=locale.replace("-", "_"))
    assert number in values(text, locale, NUMBER)


@given(st.integers(0, 1000), locales)
def test_reads_the_percentages_of_every_locale(points: int, locale: str) -> None:
    text = format_percent(Decimal(points) / 100, locale=locale.replace("-", "_"))
    assert points in values(text, locale, PERCENT)
    assert list(format_mistakes(text, locale)) == []


@given(amounts, st.sampled_from(("EUR", "GBP", "CHF")), locales)
def test_reads_the_sums_of_every_locale(number: Decimal, currency: str, locale: str) -> None:
    text = format_currency(number, currency, locale=locale.replace("-", "_"))
    assert number in values(text, locale, currency)
    assert list(format_mistakes(text, locale)) == []


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), known, st.booleans())
def test_reads_the_dates_of_every_locale(day: date, locale: str, in_full: bool) -> None:  # noqa: FBT001
    style: Literal["long", "medium"] = "long" if in_full else "medium"
    text = format_date(day, style, locale=locale.replace("-", "_"))
    assert {day.day, day.year} <= values(text, locale, NUMBER)
    assert day.month in values(text, locale, MONTH)


@given(st.times(), known)
def test_reads_the_times_of_every_locale(moment: time, locale: str) -> None:
    text = format_time(moment, "short", locale=locale.replace("-", "_"))
    assert 60 * moment.hour + moment.minute in values(text, locale, TIME)
    assert not re.search(r"\d", text) or list(format_mistakes(text, locale)) == []
