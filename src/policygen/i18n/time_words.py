"""Times in words: durations, intervals, deadlines and windows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from policygen.i18n import hours_words
from policygen.i18n.deadline_phrases import DEADLINES
from policygen.i18n.event_phrases import (
    COUNT_FROM,
    COUNT_FROM_WITH_SATURDAY,
    EVENTS,
    EVENTS_AFTER,
    EVENTS_BEFORE,
    FIRST_EVENTS,
    FULL_HOUR,
    HOUR_AND_MINUTES,
    LATER_EVENTS,
    TIMINGS,
    TIMINGS_BY,
    TIMINGS_BY_WITH_SATURDAY,
    TIMINGS_WITH_SATURDAY,
    UNLESS,
)
from policygen.i18n.marks import Plural
from policygen.i18n.target_phrases import BOUNDS, RANGE
from policygen.i18n.time_phrases import COUNTED, DURATIONS, INTERVALS, OFTEN, Counted
from policygen.i18n.voice import Voice
from policygen.model.facts import (
    Calendar,
    Comparator,
    Deadline,
    Duration,
    Event,
    Interval,
    Relation,
    Unit,
    Whichever,
    Window,
)

SATURDAY: Final = 5
_LIMITS: Final = frozenset({Comparator.WITHIN, Comparator.LESS_THAN})
_POINTS: Final = frozenset({Comparator.BETWEEN, Comparator.AFTER})


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words for times in one voice.

    saturday_counts: whether the company's working week has a Saturday, which decides which word
    for "working day" is right. Every method raises UntranslatedError when the fixed wording lacks
    a phrase.
    """

    voice: Voice
    saturday_counts: bool

    # ------------------------------------------------------------------- durations

    def duration(self, duration: Duration) -> str:
        """Say how long: “2 working days”, “2–3 days”, “2 hours, plus or minus 15 minutes”."""
        return self._conditions(self._length(duration), duration)

    def interval(self, interval: Interval) -> str:
        """Say how often: “every 30 minutes”, “every week”, “3 times a day”."""
        every = interval.every
        if interval.times > 1:
            phrase = self._plural(OFTEN[self._counted(every)], Decimal(interval.times))
            return phrase % {"num": self.voice.number(Decimal(interval.times))}
        # The singular has no number, so only exactly one may take it: “every hour”.
        number = Decimal(1) if every.longest() == 1 else max(every.longest(), Decimal(2))
        phrase = self._plural(INTERVALS[self._counted(every)], number)
        return self._conditions(self._in_week(phrase % {"num": self._amount(every)}, every), every)

    def bound(self, comparator: Comparator, value: str) -> str:
        """Say how a value bounds: “at least 85 %”; a range says so itself."""
        if comparator is Comparator.BETWEEN:
            return value
        return self.voice.say(BOUNDS[comparator]) % {"value": value}

    def _length(self, duration: Duration) -> str:
        """Say how long, and in which week, without further conditions."""
        phrase = self._plural(DURATIONS[self._counted(duration)], duration.longest())
        return self._in_week(phrase % {"num": self._amount(duration)}, duration)

    def _in_week(self, phrase: str, duration: Duration) -> str:
        if duration.week is None:
            return phrase
        # Translators: phrase counts working days, days says which: “Monday to Saturday”
        message = self.voice.say("%(phrase)s (%(days)s)")
        return message % {"phrase": phrase, "days": hours_words.days(self.voice, duration.week)}

    def _conditions(self, phrase: str, duration: Duration) -> str:
        """Add what belongs behind a whole time: its tolerance, and whose holidays do not count."""
        if duration.tolerance is not None:
            # Translators: value and tolerance are times: “2 hours, plus or minus 15 minutes”
            message = self.voice.say("%(value)s, plus or minus %(tolerance)s")
            phrase = message % {"value": phrase, "tolerance": self._length(duration.tolerance)}
        if duration.region is not None:
            # Translators: phrase counts working days; region is such as “Spain” or “Spain, CT”
            message = self.voice.say("%(phrase)s, not counting public holidays (%(region)s)")
            phrase = message % {"phrase": phrase, "region": self.voice.territory(duration.region)}
        return phrase

    def _amount(self, duration: Duration) -> str:
        if duration.high is None:
            return self.voice.number(duration.low)
        ends = {"low": self.voice.number(duration.low), "high": self.voice.number(duration.high)}
        return self.voice.say(RANGE) % ends

    def _plural(self, message: Plural, number: Decimal) -> str:
        return self.voice.say_plural(message, number)

    def _counted(self, duration: Duration) -> Counted:
        if duration.calendar is Calendar.BANK:
            return Counted.BANK
        if duration.calendar is Calendar.WORKING and duration.unit is Unit.HOUR:
            return Counted.WORKING_HOUR
        if duration.calendar is Calendar.WORKING:
            return Counted.WORKING_SATURDAY if self._saturday(duration) else Counted.WORKING
        return COUNTED[duration.unit]

    def _saturday(self, duration: Duration | None) -> bool:
        week = duration.week if duration else None
        return self.saturday_counts if week is None else week.covers(SATURDAY)

    # ------------------------------------------------------------------- deadlines

    def deadline(self, deadline: Deadline) -> str:
        """Say when: “within 2 working days of receipt”, “immediately”, “by 1 PM”."""
        phrase = self._from_event(self._moment(deadline), deadline)
        duration = deadline.duration
        if duration is not None:
            phrase = self._conditions(phrase, duration)
        if deadline.by is not None and (duration or deadline.event):
            # Translators: deadline is such as “within 2 working days”; time is “12 PM”, “12 Uhr”
            message = self.voice.say("%(deadline)s, by %(time)s")
            phrase = message % {"deadline": phrase, "time": self._by(deadline)}
        if deadline.count_from is not None:
            message = self._count_from(deadline)
            phrase = message % {"deadline": phrase}
        if deadline.unless is not None:
            phrase = self.voice.say(UNLESS[deadline.unless]) % {"deadline": phrase}
        return phrase

    def _moment(self, deadline: Deadline) -> str:
        """Say when, without its event."""
        if deadline.duration is not None:
            return self._bounded(deadline, deadline.duration)
        if deadline.timing is None:
            # Translators: time is a time of day, “1 PM”, “13 Uhr”: “by 1 PM”, every day
            return self.voice.say("by %(time)s") % {"time": self._by(deadline)}
        timing = deadline.timing
        if deadline.by is None or deadline.event is not None:
            with_saturday = self.saturday_counts and timing in TIMINGS_WITH_SATURDAY
            return self.voice.say(
                TIMINGS_WITH_SATURDAY[timing] if with_saturday else TIMINGS[timing]
            )
        saturday = self.saturday_counts
        phrase = self.voice.say(
            TIMINGS_BY_WITH_SATURDAY[timing] if saturday else TIMINGS_BY[timing]
        )
        return phrase % {"time": self._by(deadline)}

    def _bounded(self, deadline: Deadline, duration: Duration) -> str:
        comparator = deadline.comparator
        before = deadline.relation is Relation.BEFORE
        if before or (deadline.event and comparator not in _LIMITS | _POINTS):
            return self.bound(comparator, self._length(duration))
        message = DEADLINES[comparator, self._counted(duration)]
        phrase = self._plural(message, duration.longest()) % {
            "num": self._amount(duration),
            "low": self.voice.number(duration.low),
            "high": self.voice.number(duration.longest()),
        }
        return self._in_week(phrase, duration)

    def _from_event(self, phrase: str, deadline: Deadline) -> str:
        if deadline.event is None:
            return phrase
        if deadline.relation is Relation.BEFORE:
            return self.voice.say(EVENTS_BEFORE[deadline.event]) % {"duration": phrase}
        limit = deadline.duration is not None and deadline.comparator in _LIMITS
        events = EVENTS if limit else EVENTS_AFTER
        phrase = self.voice.say(events[deadline.event]) % {"deadline": phrase}
        if deadline.or_event is None:
            return phrase
        others = FIRST_EVENTS if deadline.whichever is Whichever.FIRST else LATER_EVENTS
        return self.voice.say(others[deadline.or_event]) % {"deadline": phrase}

    def _count_from(self, deadline: Deadline) -> str:
        start = deadline.count_from
        assert start is not None  # noqa: S101 - asked for only then
        if start in COUNT_FROM_WITH_SATURDAY and self._saturday(deadline.duration):
            return self.voice.say(COUNT_FROM_WITH_SATURDAY[start])
        return self.voice.say(COUNT_FROM[start])

    def _by(self, deadline: Deadline) -> str:
        assert deadline.by is not None  # noqa: S101 - asked for only then
        pattern = HOUR_AND_MINUTES if deadline.by.minute else FULL_HOUR
        return self.voice.clock(deadline.by, self.voice.say(pattern))

    # --------------------------------------------------------------------- windows

    def window(self, window: Window) -> str:
        """Say from when until when: “no earlier than 2 months and no later than 1 year after the
        complaint”, “within 6 months of our final reply”."""
        opens, closes = window.opens, window.closes
        if opens is None or closes is None:
            return "".join(self.deadline(end) for end in (opens, closes) if end is not None)
        plain = all(_is_plain(end, opens.event) for end in (opens, closes))
        if plain and opens.duration and closes.duration:
            return self._lengths(opens.duration, closes.duration, opens.event)
        # Translators: both are times: “from 8 weeks after receipt, and within 6 months of reply”
        message = self.voice.say("%(opens)s, and %(closes)s")
        return message % {"opens": self.deadline(opens), "closes": self.deadline(closes)}

    def _lengths(self, opens: Duration, closes: Duration, event: Event | None) -> str:
        # Translators: two lengths of time; mostly before an event: “no earlier than 2 months and no
        # later than 1 year after the complaint”
        message = self.voice.say("no earlier than %(opens)s and no later than %(closes)s")
        phrase = message % {"opens": self.duration(opens), "closes": self.duration(closes)}
        if event is None:
            return phrase
        return self.voice.say(EVENTS_AFTER[event]) % {"deadline": phrase}


def _is_plain(deadline: Deadline, event: Event | None) -> bool:
    """Whether a deadline is a time after an event, and nothing more."""
    return deadline == Deadline(
        duration=deadline.duration, comparator=deadline.comparator, event=event
    )
