"""Lexicon: how a language says numbers, times, dates and sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("en", "es", "fr", "de")
"""The languages whose words for numbers are known; of others, only digits are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language, as regular expressions where there are several forms.

    numerals: word -> number. joiner: what may stand between two numerals of one number.
    vigesimal: whether 70 is sixty-ten and 80 four-twenties. compound: whether a number is one word.
    doubtful: numerals that also mean something else. one: whatever may stand for 1; article: what
    may stand for it before a unit.
    hints: words that may stand for a number on the other side but need no counterpart, each with
    the readings that it has (`2`, `30 minute`). round_the_clock: around the clock, all days.
    no_number: phrases with a numeral that count nothing, such as “dos puntos”, a colon.
    idioms: a time in words -> what else it is called. adjectives: may stand between a number and
    its unit. units: unit -> its forms; the first that fits counts. joined: unit -> its form in one
    word with a number. currencies: ISO 4217 code -> its forms. percent, half: behind a number.
    scales: word behind a number -> factor. ordinal: what makes digits an ordinal.
    months: forms of each month. dates: patterns with groups day, month and year.
    month_first: whether 3/4 is in March. morning, afternoon: behind a time of day. clock: a word
    behind every time of day. hour_or_clock: the same, where it may also be a number of hours.
    """

    numerals: Mapping[str, float]
    joiner: str = ""
    vigesimal: bool = False
    compound: bool = False
    doubtful: frozenset[str] = frozenset()
    one: str = ""
    article: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    round_the_clock: str = ""
    no_number: str = ""
    idioms: Mapping[str, str] = field(default_factory=dict)
    adjectives: str = ""
    units: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    percent: str = "%"
    half: str = "½"
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinal: str = ""
    months: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    month_first: bool = False
    morning: str = ""
    afternoon: str = ""
    clock: str = ""
    hour_or_clock: str = "h"


@cache
def lexicon(language: str) -> Lexicon | None:
    """Return the words of a language, given by the first part of its tag; None where they are not
    known."""
    if language not in LANGUAGES:
        return None
    words: Lexicon = import_module(f"policygen.i18n.parity.languages.{language}").WORDS
    return words
