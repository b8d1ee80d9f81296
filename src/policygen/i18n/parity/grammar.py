"""Grammar: the patterns that find quantities in one language, put together from its lexicon."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.digits import DIGITS
from policygen.i18n.parity.lexicon import Lexicon, lexicon
from policygen.i18n.parity.numerals import row_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

CODES: Final = (
    "AED|ARS|AUD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EUR|GBP|HKD|HUF|INR|JPY|MXN|NOK|NZD|PEN|PLN|RON"
    "|SEK|SGD|TRY|USD|UYU|ZAR"
)
_NEVER: Final = r"(?!)"
_HOUR: Final = r"(?P<hours>[01]?\d|2[0-4])"
_MINUTES: Final = r"[0-5]\d"
_NUMERIC_DATES: Final = (
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})",
)
_STEM: Final = 3


class Grammar:
    """The patterns of one locale, each compiled when it is first wanted.

    locale: its BCP 47 tag. lexicon: the words of its language, none where they are not known.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.lexicon = lexicon(locale.partition("-")[0]) or Lexicon(numerals={})

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Finds something, in a text in small letters, wherever there is a number."""
        stems: list[str] = []
        for word, number in sorted(self.lexicon.numerals.items()):
            if number == 1:
                # By itself it is an article: “einundzwanzig”, and not “ein”.
                stems.append(rf"{word}(?:und|hundert|tausend|einhalb)")
            elif not (stems and word.startswith(stems[-1])):
                stems.append(word)
        return re.compile(rf"\d|\b(?:{'|'.join(stems) or _NEVER})")

    @cached_property
    def dates(self) -> tuple[re.Pattern[str], ...]:
        """Dates: groups day, month and year, or one and two for what may be either."""
        month = "|".join(self.lexicon.months)
        # Where months have a capital, it tells them from other words (“may”, “march”).
        flags = re.IGNORECASE if month.islower() else re.NOFLAG
        return tuple(
            re.compile(rf"(?<![\w.,-])(?:{form.replace('{month}', month)})(?!\d|-\d)", flags)
            for form in (*_NUMERIC_DATES, *self.lexicon.dates)
        )

    @cached_property
    def month_stems(self) -> tuple[str, ...]:
        """How the names of months begin, in small letters."""
        names = (name for names in self.lexicon.months for name in names.split("|"))
        return tuple({name[:_STEM].lower() for name in names})

    def may_have_month(self, text: str) -> bool:
        """Whether the name of a month may stand in a text. Quick."""
        lowered = text.lower()
        return any(stem in lowered for stem in self.month_stems)

    @cached_property
    def months(self) -> re.Pattern[str]:
        """Names of months, each in a group of its own."""
        return _whole("|".join(f"({forms})" for forms in self.lexicon.months))

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """Hours and minutes; full hours are numbers with a tail."""
        clock = self.lexicon.clock or _NEVER
        behind = rf"{clock}|h(?:oras)?|a\.? ?m|p\.? ?m"
        return _whole(
            rf"(?<![\d:.]){_HOUR}"
            rf"(?::(?P<colon>{_MINUTES})(?::{_MINUTES})?(?![:\d])"
            rf"|\s?h\s?(?P<letter>{_MINUTES})(?!\s?min)|\s(?:{clock})\s(?P<word>{_MINUTES})"
            rf"|\.(?P<dot>{_MINUTES})(?=\s?(?:{behind})(?!\w)))"
            rf"(?:\s?(?:{clock}|h)(?!\w))?{self._half_of_day}"
        )

    @property
    def _half_of_day(self) -> str:
        morning, afternoon = self.lexicon.morning, self.lexicon.afternoon
        return rf"(?:\s?(?:(?P<morning>{morning or _NEVER})|(?P<afternoon>{afternoon or _NEVER})))?"

    @cached_property
    def always(self) -> re.Pattern[str]:
        """Around the clock; and, without the group, numerals that count nothing."""
        never = self.lexicon.no_number or _NEVER
        return _whole(rf"(?P<always>{self.lexicon.round_the_clock or _NEVER})|{never}")

    @cached_property
    def number(self) -> re.Pattern[str]:
        """Digits, or a row of numerals."""
        row = row_pattern(self.lexicon) if self.lexicon.numerals else _NEVER
        # “EUR40” is one word, and “ISO9001” may be.
        digits = rf"(?:(?<!\w)|(?<=\b(?-i:[A-Z]{{3}})))(?P<digits>{DIGITS})"
        return re.compile(rf"{digits}|(?<!\w)(?P<row>{row})", re.IGNORECASE)

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What follows a number: “½”, “million”, “%”, “hours”, “p.m.”; it may be nothing."""
        words = self.lexicon
        scales = "|".join(words.scales) or _NEVER
        return re.compile(
            rf"(?P<ordinal>(?:{words.ordinal or _NEVER})(?!\w))?"
            rf"(?P<half>{words.half})?(?P<scales>(?:[\s-]?(?:{scales})(?!\w)\.?)*)"
            rf"(?:[\s-]*(?:(?P<percent>{words.percent})(?!\w)|{self._unit}"
            rf"|(?P<hour_or_clock>{words.hour_or_clock})(?!\w))"
            rf"|(?:{_groups(words.joined, 'joined_')})(?!\w)"
            rf"|\s?(?P<clock>{words.clock or _NEVER})(?!\w))?"
            rf"(?P<half_unit>{words.half})?{self._half_of_day}",
            re.IGNORECASE,
        )

    @property
    def _unit(self) -> str:
        adjectives = self.lexicon.adjectives or _NEVER
        return rf"(?:(?:{adjectives})[\s-])*(?:{_groups(self.lexicon.units)})(?!\w)"

    @cached_property
    def currency(self) -> re.Pattern[str]:
        """The name of a currency behind a number."""
        forms = _groups(self.lexicon.currencies, "in_")
        return re.compile(rf"(?:\sd['’]|\sde)?[\s-]*(?:{forms})(?!\w)", re.IGNORECASE)

    @cached_property
    def hints(self) -> re.Pattern[str]:
        """What may stand for a number: one group for each of `readings`."""
        return _whole("|".join(f"({forms})" for forms in self.lexicon.hints))

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """What each group of `hints` may mean."""
        return tuple(self.lexicon.hints.values())

    @cached_property
    def article(self) -> re.Pattern[str]:
        """“A week”, “a week and a half”, in a text in small letters."""
        form = (
            rf"\b(?:{self.lexicon.article or _NEVER})\s{self._unit}(?P<more>{self.lexicon.half})?"
        )
        return re.compile(_CAPITAL.sub(lambda letter: letter[0].lower(), form))

    @cached_property
    def one(self) -> re.Pattern[str]:
        """Anything that may mean 1."""
        return _whole(self.lexicon.one)

    @cached_property
    def factors(self) -> Mapping[str, int]:
        """“million” -> 1000000, in small letters."""
        return {word.lower(): factor for word, factor in self.lexicon.scales.items()}


_CAPITAL: Final = re.compile(r"(?<!\\)[A-ZÄÖÜ](?!<)")


@cache
def grammar(locale: str) -> Grammar:
    """Return the patterns of a locale, given by its BCP 47 tag; those for digits alone where the
    words of its language are not known."""
    return Grammar(locale)


def _whole(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for whole words; one that finds nothing where there are no words."""
    return re.compile(rf"(?<!\w)(?:{pattern or _NEVER})(?!\w)", re.IGNORECASE)


def _groups(forms: Mapping[str, str], prefix: str = "") -> str:
    return "|".join(f"(?P<{prefix}{name}>{form})" for name, form in forms.items()) or _NEVER
