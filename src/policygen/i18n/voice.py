"""A voice: the words, numbers and dates of one locale."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Final, Literal

from babel.core import Locale
from babel.dates import format_date, format_time, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from policygen.i18n.catalogs import WORDING_LANGUAGE
from policygen.i18n.locales import fallbacks
from policygen.i18n.marks import InContext, Plural
from policygen.model.clause import Text

ListStyle = Literal["standard", "or", "unit"]

_NO_BREAK_SPACE: Final = "\xa0"
# What CLDR has and Babel leaves out: a space between a currency's letters and the number
# ("EUR 40"), and from which number on Spanish separates thousands.
_LETTER_BESIDE_DIGIT: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_GROUPED_FROM: Final = {"es": 10_000, "es-419": 1_000}


class Voice:
    """How one locale says things.

    language: BCP 47 tag of a locale. wording: the fixed wording's catalog, None for English, whose
    message ids are the words. policy: the company's text, None for the source language.
    """

    def __init__(
        self,
        language: str,
        wording: gettext.NullTranslations | None,
        policy: gettext.NullTranslations | None,
    ) -> None:
        self.language = language
        self.locale = Locale.parse(language, sep="-")
        self._wording = wording or gettext.NullTranslations()
        self._policy = policy or gettext.NullTranslations()

    # ------------------------------------------------------------- fixed wording

    def say(self, message: str | InContext) -> str:
        """Return the translation of a fixed message; UntranslatedError when there is none."""
        if isinstance(message, InContext):
            return self._wording.pgettext(message.context, message.message)
        return self._wording.gettext(message)

    def say_plural(self, message: Plural, number: Decimal) -> str:
        """Return the plural form of a fixed message that goes with a number."""
        n = self._plural_number(number)
        if message.context:
            return self._wording.npgettext(message.context, message.singular, message.plural, n)
        return self._wording.ngettext(message.singular, message.plural, n)

    def _plural_number(self, number: Decimal) -> int:
        """Return a whole number of the same plural category, which is all gettext can take."""
        if number == number.to_integral_value():
            return int(number)
        return 1 if self.locale.plural_form(number) == "one" else 2

    # -------------------------------------------------------------- company text

    def translate(self, text: Text) -> str:
        """Return the company's words in this language; UntranslatedError when there are none."""
        if not text.context:
            return self._policy.gettext(str(text))
        return self._policy.pgettext(text.context, str(text))

    # --------------------------------------------------------- numbers and dates

    def number(self, value: Decimal) -> str:
        """Return a number with the locale's separators."""
        return format_decimal(value, locale=self.locale, group_separator=self._grouped(value))

    def _grouped(self, value: Decimal) -> bool:
        tags = fallbacks(self.language)
        return abs(value) >= next((_GROUPED_FROM[tag] for tag in tags if tag in _GROUPED_FROM), 0)

    def percent(self, points: Decimal) -> str:
        """Return percentage points (85) as a percentage (“85 %”)."""
        pattern: str = self.locale.percent_formats[None].pattern
        return format_percent(points / 100, pattern.replace("0", "0.##"), locale=self.locale)

    def money(self, value: Decimal, currency: str) -> str:
        """Return a sum of money; whole sums without decimals."""
        whole = value == value.to_integral_value()
        text = format_currency(
            value,
            currency,
            self._whole_currency() if whole else None,
            locale=self.locale,
            currency_digits=not whole,
            group_separator=self._grouped(value),
        )
        return _LETTER_BESIDE_DIGIT.sub(_NO_BREAK_SPACE, text)

    def _whole_currency(self) -> str:
        pattern: str = self.locale.currency_formats["standard"].pattern
        return pattern.split(";", maxsplit=1)[0].replace(".00", "")

    def date(self, value: date) -> str:
        """Return a date, month in words."""
        text = format_date(value, "long", locale=self.locale)
        # French writes the first of a month as an ordinal, which CLDR has no pattern for.
        if self.locale.language == "fr" and value.day == 1:
            return text.replace("1 ", "1er ", 1)
        return text

    def clock(self, value: time, pattern: str) -> str:
        """Return a time of day in a CLDR pattern."""
        return format_time(value, pattern, locale=self.locale)

    def weekday(self, day: int, width: Literal["wide", "abbreviated"] = "wide") -> str:
        """Return the name of a day, 0 for Monday, in full or short, in a sentence or by itself."""
        context: Literal["format", "stand-alone"] = "format" if width == "wide" else "stand-alone"
        return str(get_day_names(width, context, self.locale)[day])

    def city(self, zone: str) -> str:
        """Return the city that an IANA time zone is named after."""
        return get_timezone_location(zone, locale=self.locale, return_city=True)

    def territory(self, region: str) -> str:
        """Return the name of a country, from its ISO 3166 code; of a subdivision, the country's
        name and the subdivision's code: “Spain, CT”."""
        country, _, subdivision = region.partition("-")
        name = str(self.locale.territories.get(country, country))
        return f"{name}, {subdivision}" if subdivision else name

    def language_name(self, tag: str) -> str:
        """Return the name of a language, from its BCP 47 tag."""
        return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag

    def join(self, items: Iterable[str], style: ListStyle = "standard") -> str:
        """Return the items as a list in a sentence: “a, b and c”."""
        return format_list(list(items), style=style, locale=self.locale)


def english() -> Voice:
    """Return the voice of the message ids, the last resort for fixed wording."""
    return Voice(WORDING_LANGUAGE, None, None)
