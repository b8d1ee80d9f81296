"""Facts in words: every typed value as a phrase of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from policygen.i18n import hours_words, money_words, target_words
from policygen.i18n.remarks import with_remarks
from policygen.i18n.time_words import SATURDAY, TimeWords
from policygen.i18n.voice import Voice
from policygen.model.facts import (
    Amount,
    Cost,
    Deadline,
    Duration,
    Fact,
    Hours,
    Interval,
    Target,
    Window,
)
from policygen.model.facts.week import DayRange


class FactWords:
    """Words for facts in one voice.

    home_zone: the company's IANA time zone, which needs no mention. last_working_day: 0 for
    Monday to 6; decides which word for "working day" is right.
    Every method raises UntranslatedError when the fixed wording lacks a phrase.
    """

    def __init__(self, voice: Voice, home_zone: str, last_working_day: int) -> None:
        self.voice = voice
        self.home_zone = home_zone
        self.times = TimeWords(voice, last_working_day >= SATURDAY)

    def say(self, fact: Any) -> str:
        """Return the phrase of a fact or date, with how firm it is and when it holds."""
        phrase = _PHRASES[type(fact)](self, fact)
        return (
            with_remarks(self.voice, phrase, fact, self.say) if isinstance(fact, Fact) else phrase
        )

    def zone(self, name: str) -> str:
        """Say in which time zone: “local time in Madrid”."""
        return hours_words.zone(self.voice, name)

    def days(self, first: int, last: int) -> str:
        """Say a range of weekdays, 0 for Monday: “Monday to Friday”, “every day of the week”."""
        return hours_words.days(self.voice, DayRange(first, last))


def _hours(words: FactWords, hours: Hours) -> str:
    return hours_words.hours(words.voice, hours, words.home_zone)


def _amount(words: FactWords, amount: Amount) -> str:
    saturday_counts = words.times.saturday_counts
    return money_words.amount(words.voice, amount, saturday_counts=saturday_counts)


def _cost(words: FactWords, cost: Cost) -> str:
    saturday_counts = words.times.saturday_counts
    return money_words.cost(words.voice, cost, saturday_counts=saturday_counts)


_PHRASES: Final[Mapping[type, Callable[[FactWords, Any], str]]] = {
    Duration: lambda words, duration: words.times.duration(duration),
    Interval: lambda words, interval: words.times.interval(interval),
    Deadline: lambda words, deadline: words.times.deadline(deadline),
    Window: lambda words, window: words.times.window(window),
    Target: lambda words, target: target_words.target(words.times, target),
    Amount: _amount,
    Cost: _cost,
    Hours: _hours,
    date: lambda words, value: words.voice.date(value),
}
FACT_TYPES: Final = tuple(_PHRASES)
"""The types that `FactWords.say` has words for."""
