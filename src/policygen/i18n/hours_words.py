"""Opening hours in words: days, times, public holidays, seasons and exceptions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import reduce
from typing import Final

from babel.dates import format_skeleton, get_month_names

from policygen.i18n.marks import mark
from policygen.i18n.voice import Voice
from policygen.model.facts import Hours
from policygen.model.facts.public_holidays import Holidays
from policygen.model.facts.season import Season, SpecialDay, YearDay
from policygen.model.facts.week import DAY, WEEKDAYS, DayRange, OpeningPeriod, TimeSpan, Week

_LEAP_YEAR: Final = 2000
_HOUR: Final = 60
_FEBRUARY: Final = 2
_UTC: Final = frozenset({"UTC", "Etc/UTC"})
# Translators: CLDR pattern for a time of day on the full hour: "h a" in English, "H 'h'" in French
_FULL_HOUR: Final = mark("h a")
# Translators: CLDR pattern for a time of day with minutes: "h:mm a" in English, "H 'h' mm" in
# French
_HOUR_AND_MINUTES: Final = mark("h:mm a")


def hours(voice: Voice, fact: Hours, home_zone: str) -> str:
    """Say opening hours: “Monday to Friday, 9 AM–5 PM; closed on public holidays”.

    home_zone: the company's IANA time zone, which needs no mention. Raises UntranslatedError when
    the fixed wording lacks a phrase.
    """
    phrase = _apart(voice, _parts(voice, fact))
    if fact.until_notice:
        # Translators: "Tuesday, 10 AM–12 PM until further notice"
        phrase = voice.say("%(hours)s until further notice") % {"hours": phrase}
    if not fact.zone or fact.zone == home_zone:
        return phrase
    message = voice.say("%(hours)s (%(zone)s)")
    return message % {"hours": phrase, "zone": zone(voice, fact.zone)}


def zone(voice: Voice, name: str) -> str:
    """Say in which time zone: “local time in Madrid”."""
    if name in _UTC:
        return "UTC"
    return voice.say("local time in %(city)s") % {"city": voice.city(name)}


def days(voice: Voice, stretch: DayRange) -> str:
    """Say a range of weekdays: “Monday to Friday”, “every day of the week”."""
    if len(stretch.days()) == len(WEEKDAYS):
        return voice.say("every day of the week")
    if stretch.first == stretch.last:
        # Translators: a single day of the week in opening hours, such as "le samedi"
        return voice.say("%(day)s") % {"day": voice.weekday(stretch.first)}
    message = voice.say("%(first)s to %(last)s")
    return message % {"first": voice.weekday(stretch.first), "last": voice.weekday(stretch.last)}


def clock(voice: Voice, value: time) -> str:
    """Say a time of day: “9 AM”, “5:30 PM”."""
    pattern = voice.say(_HOUR_AND_MINUTES if value.minute else _FULL_HOUR)
    return voice.clock(value, pattern)


def _parts(voice: Voice, fact: Hours) -> Iterator[str]:
    only_at_times = fact.usual == Week() and (fact.seasons or fact.exceptions)
    if not only_at_times:
        yield _week(voice, fact.usual)
    if fact.holidays is not None:
        yield _holidays(voice, fact.holidays)
    yield from (_season(voice, season) for season in fact.seasons)
    yield from _special_days(voice, fact.exceptions)
    if only_at_times:
        # Translators: after the only hours that there are: "from June to August: 24 hours a day,
        # every day; otherwise closed"
        yield voice.say("otherwise closed")


# ------------------------------------------------------------------------ the week


def _week(voice: Voice, week: Week) -> str:
    if week.always:
        return voice.say("24 hours a day, every day")
    if not week.periods:
        # Translators: not open at all, as in "closed until further notice"
        return voice.say("closed")
    phrases = [_period(voice, period) for period in week.periods]
    simple = all(len(p.days) == 1 and len(p.times) == 1 for p in week.periods)
    return voice.join(phrases) if simple else _apart(voice, phrases)


def _period(voice: Voice, period: OpeningPeriod) -> str:
    names = voice.join(days(voice, stretch) for stretch in period.days)
    if not period.times:
        # Translators: days of the week without opening hours: "Saturday and Sunday: closed"
        return voice.say("%(days)s: closed") % {"days": names}
    message = voice.say("%(days)s, %(times)s")
    return message % {"days": names, "times": _times(voice, period.times)}


def _times(voice: Voice, times: Iterable[TimeSpan]) -> str:
    return voice.join(_span(voice, span) for span in times)


def _span(voice: Voice, span: TimeSpan) -> str:
    if span == TimeSpan(0, DAY):
        # Translators: opening hours of a day that is open from midnight to midnight
        return voice.say("24 hours")
    if span.end == DAY:
        # Translators: opening hours that end at midnight: "5 PM–midnight"
        message = voice.say("%(start)s–midnight")
    elif span.end > DAY:
        # Translators: opening hours that end after midnight: "10 PM–2 AM the next day"
        message = voice.say("%(start)s–%(end)s the next day")
    elif span.start == 0:
        # Translators: opening hours that begin at midnight: "midnight–6 AM"
        message = voice.say("midnight–%(end)s")
    else:
        # Translators: opening hours: "9 AM–5 PM"
        message = voice.say("%(start)s–%(end)s")
    return message % {"start": _minutes(voice, span.start), "end": _minutes(voice, span.end)}


def _minutes(voice: Voice, minutes: int) -> str:
    hour, minute = divmod(minutes % DAY, _HOUR)
    return clock(voice, time(hour, minute))


# -------------------------------------------------------------- other than usual


def _holidays(voice: Voice, holidays: Holidays) -> str:
    if holidays.as_usual:
        return voice.say("open as usual on public holidays")
    if not holidays.times:
        return voice.say("closed on public holidays")
    # Translators: opening hours of public holidays: "on public holidays, 10 AM–2 PM"
    message = voice.say("on public holidays, %(times)s")
    return message % {"times": _times(voice, holidays.times)}


def _season(voice: Voice, season: Season) -> str:
    months = _months(season)
    if months is None:
        # Translators: "from July 1 to August 31: Monday to Friday, 8 AM–3 PM"
        message = voice.say("from %(first)s to %(last)s: %(hours)s")
        first, last = _day(voice, season.first), _day(voice, season.last)
    else:
        first, last = (_month(voice, month) for month in months)
        if first == last:
            # Translators: a whole month with hours of its own: "in August: closed"
            message = voice.say("in %(month)s: %(hours)s")
        else:
            # Translators: whole months with hours of their own: "from November to February: closed"
            message = voice.say("from %(month)s to %(last_month)s: %(hours)s")
    return message % {
        "first": first,
        "last": last,
        "month": first,
        "last_month": last,
        "hours": _week(voice, season.week),
    }


def _months(season: Season) -> tuple[int, int] | None:
    """Return the first and last month of a season of whole months that reads better with them: one
    month, or until a February of no known length; None of any other."""
    first, last = season.first, season.last
    whole = first.day == 1 and last.day == monthrange(_LEAP_YEAR, last.month)[1]
    if season.yearly and whole and last.month in (first.month, _FEBRUARY):
        return first.month, last.month
    return None


def _special_days(voice: Voice, exceptions: Iterable[SpecialDay]) -> Iterator[str]:
    """Yield a phrase for all days that have the same times, those of one year by themselves."""
    alike: dict[tuple[tuple[TimeSpan, ...], bool], list[str]] = {}
    for exception in exceptions:
        key = exception.times, exception.day.year is None
        alike.setdefault(key, []).append(_day(voice, exception.day))
    for (times, _), dates in alike.items():
        if times:
            # Translators: "on December 24 and December 31: 10 AM–2 PM"
            message = voice.say("on %(dates)s: %(times)s")
        else:
            # Translators: "closed on December 25 and January 1"
            message = voice.say("closed on %(dates)s")
        yield message % {"dates": voice.join(dates), "times": _times(voice, times)}


def _day(voice: Voice, day: YearDay) -> str:
    """Say a date, without a year where it comes back every year."""
    if day.year is not None:
        return voice.date(date(day.year, day.month, day.day))
    text = format_skeleton("MMMMd", date(_LEAP_YEAR, day.month, day.day), locale=voice.locale)
    # French writes the first of a month as an ordinal, which CLDR has no pattern for.
    if voice.locale.language == "fr" and day.day == 1:
        return text.replace("1 ", "1er ", 1)
    return text


def _month(voice: Voice, month: int) -> str:
    return str(get_month_names("wide", "stand-alone", voice.locale)[month])


def _apart(voice: Voice, phrases: Iterable[str]) -> str:
    """Join phrases that have commas of their own."""
    # Translators: joins parts of opening hours: "Monday, 9 AM–5 PM; closed on public holidays"
    message = voice.say("%(hours)s; %(more)s")
    return reduce(lambda hours, more: message % {"hours": hours, "more": more}, phrases)
