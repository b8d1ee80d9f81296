"""Facts in words: every typed value as a phrase of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from policygen.i18n.time_phrases import (
    COUNTED,
    DEADLINES,
    DURATIONS,
    EVENTS,
    EVENTS_AFTER,
    INTERVALS,
    TIMINGS,
    Counted,
    mark,
)
from policygen.i18n.voice import Voice
from policygen.model.facts import (
    Amount,
    Calendar,
    Comparator,
    Deadline,
    Duration,
    Hours,
    OpeningPeriod,
    Target,
    Unit,
)

SATURDAY: Final = 5
_UTC: Final = frozenset({"UTC", "Etc/UTC"})
_SHARES: Final = {
    Comparator.AT_LEAST: mark("at least %(value)s"),
    Comparator.MORE_THAN: mark("more than %(value)s"),
    Comparator.WITHIN: mark("at most %(value)s"),
    Comparator.LESS_THAN: mark("less than %(value)s"),
    Comparator.ABOUT: mark("about %(value)s"),
    Comparator.BETWEEN: mark("%(value)s"),
}
# Translators: CLDR patterns for a time of day on the full hour and with minutes, for example
# "h a" and "h:mm a" in English, "H 'h'" and "H 'h' mm" in French.
_FULL_HOUR: Final = mark("h a")
_HOUR_AND_MINUTES: Final = mark("h:mm a")


class FactWords:
    """Words for facts in one voice.

    home_zone: the company's IANA time zone, which needs no mention. last_working_day: 0 for
    Monday to 6; decides which word for "working day" is right.
    Every method raises UntranslatedError when the fixed wording lacks a phrase.
    """

    def __init__(self, voice: Voice, home_zone: str, last_working_day: int) -> None:
        self.voice = voice
        self._home_zone = home_zone
        self._saturday_counts = last_working_day >= SATURDAY

    def say(self, fact: Any) -> str:
        """Return the phrase of a fact or date."""
        return _PHRASES[type(fact)](self, fact)

    def duration(self, duration: Duration) -> str:
        """Say how long: “2 working days”, “2–3 days”."""
        phrase = self.voice.say_plural(DURATIONS[self._counted(duration)], _larger(duration))
        return phrase % {"num": self._amount(duration)}

    def interval(self, duration: Duration) -> str:
        """Say how often: “every 30 minutes”, “every week”."""
        # The singular has no number, so only exactly one may take it: “every hour”.
        number = Decimal(1) if _larger(duration) == 1 else max(_larger(duration), Decimal(2))
        phrase = self.voice.say_plural(INTERVALS[self._counted(duration)], number)
        return phrase % {"num": self._amount(duration)}

    def deadline(self, deadline: Deadline) -> str:
        """Say when: “within 2 working days of receipt”, “immediately”."""
        if deadline.timing is not None:
            return self.voice.say(TIMINGS[deadline.timing])
        assert deadline.duration is not None  # noqa: S101 - guaranteed by Deadline.parse
        duration = deadline.duration
        message = DEADLINES[deadline.comparator, self._counted(duration)]
        phrase = self.voice.say_plural(message, _larger(duration)) % {
            "num": self._amount(duration),
            "low": self.voice.number(duration.low),
            "high": self.voice.number(duration.high or duration.low),
        }
        if deadline.event is None:
            return phrase
        events = EVENTS_AFTER if deadline.comparator is Comparator.BETWEEN else EVENTS
        return self.voice.say(events[deadline.event]) % {"deadline": phrase}

    def target(self, target: Target) -> str:
        """Say a target: “at least 85 %”, “less than 10 minutes”, “95 % within 3 minutes”."""
        if target.percent is None:
            deadline = _timed(target)
            if deadline.duration is None or deadline.event is not None:
                return self.deadline(deadline)
            return self._bound(target.comparator, self.duration(deadline.duration))
        percent = self.voice.percent(target.percent)
        if target.deadline is None:
            return self._bound(target.comparator, percent)
        message = self.voice.say("%(percent)s of cases %(deadline)s")
        return message % {"percent": percent, "deadline": self.deadline(target.deadline)}

    def amount(self, amount: Amount) -> str:
        """Say a sum of money or a percentage."""
        if amount.currency:
            return self.voice.money(amount.value, amount.currency)
        return self.voice.percent(amount.value)

    def hours(self, hours: Hours) -> str:
        """Say opening hours; the time zone only where it is not the company's."""
        if hours.always:
            return self.voice.say("24 hours a day, every day")
        periods = self.voice.join(self._period(period) for period in hours.periods)
        if not hours.zone or hours.zone == self._home_zone:
            return periods
        return self.voice.say("%(hours)s (%(zone)s)") % {
            "hours": periods,
            "zone": self.zone(hours.zone),
        }

    def zone(self, name: str) -> str:
        """Say in which time zone: “local time in Madrid”."""
        if name in _UTC:
            return "UTC"
        return self.voice.say("local time in %(city)s") % {"city": self.voice.city(name)}

    def days(self, first: int, last: int) -> str:
        """Say a range of weekdays, 0 for Monday: “Monday to Friday”, “every day”."""
        if (first, last) == (0, 6):
            return self.voice.say("every day of the week")
        if first == last:
            # Translators: a single day of the week in opening hours, such as "le samedi"
            return self.voice.say("%(day)s") % {"day": self.voice.weekday(first)}
        message = self.voice.say("%(first)s to %(last)s")
        return message % {"first": self.voice.weekday(first), "last": self.voice.weekday(last)}

    def _period(self, period: OpeningPeriod) -> str:
        times = self.voice.say("%(start)s–%(end)s") % {
            "start": self._clock(period.start),
            "end": self._clock(period.end),
        }
        message = self.voice.say("%(days)s, %(times)s")
        return message % {"days": self.days(period.first, period.last), "times": times}

    def _clock(self, value: time) -> str:
        pattern = self.voice.say(_HOUR_AND_MINUTES if value.minute else _FULL_HOUR)
        return self.voice.clock(value, pattern)

    def _bound(self, comparator: Comparator, value: str) -> str:
        return self.voice.say(_SHARES[comparator]) % {"value": value}

    def _amount(self, duration: Duration) -> str:
        if duration.high is None:
            return self.voice.number(duration.low)
        return f"{self.voice.number(duration.low)}–{self.voice.number(duration.high)}"

    def _counted(self, duration: Duration) -> Counted:
        if duration.unit is not Unit.DAY:
            return COUNTED[duration.unit]
        if duration.calendar is Calendar.WORKING:
            return Counted.WORKING_SATURDAY if self._saturday_counts else Counted.WORKING
        return Counted.BANK if duration.calendar is Calendar.BANK else Counted.DAY


def _larger(duration: Duration) -> Decimal:
    return duration.high or duration.low


def _timed(target: Target) -> Deadline:
    assert target.deadline is not None  # noqa: S101 - guaranteed by Target.parse
    return target.deadline


def _date(words: FactWords, value: date) -> str:
    return words.voice.date(value)


_PHRASES: Final[Mapping[type, Callable[[FactWords, Any], str]]] = {
    Duration: FactWords.duration,
    Deadline: FactWords.deadline,
    Target: FactWords.target,
    Amount: FactWords.amount,
    Hours: FactWords.hours,
    date: _date,
}
FACT_TYPES: Final = tuple(_PHRASES)
"""The types that `FactWords.say` has words for."""
