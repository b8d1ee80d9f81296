"""Targets in words."""

from __future__ import annotations

from decimal import Decimal

from policygen.i18n.target_phrases import BAND, BASES, BOUNDS, POINTS, POPULATIONS, RANGE, SCORE
from policygen.i18n.time_words import TimeWords
from policygen.model.facts import Comparator, Deadline, Population, Target


def target(times: TimeWords, target: Target) -> str:
    """Say a target: “at least 85%”, “less than 10 minutes”, “95% of calls within 3 minutes, on
    average”. Raises UntranslatedError when the fixed wording lacks a phrase."""
    phrase = _figure(times, target)
    if target.bands:
        phrase = times.voice.join([phrase, *(_band(times, band) for band in target.bands)])
    if target.basis is None:
        return phrase
    return times.voice.say(BASES[target.basis]) % {"target": phrase}


def _figure(times: TimeWords, target: Target) -> str:
    if target.score is not None:
        return times.bound(target.comparator, _score(times, target, target.score))
    if target.percent is None:
        return _time(times, _timed(target))
    if target.deadline is None:
        return times.bound(target.comparator, _percent(times, target))
    message = POPULATIONS[target.population or Population.CASES]
    return times.voice.say(message) % _share(times, target)


def _band(times: TimeWords, band: Target) -> str:
    return times.voice.say(BAND) % _share(times, band)


def _share(times: TimeWords, target: Target) -> dict[str, str]:
    percent = _percent(times, target)
    if target.comparator is not Comparator.AT_LEAST:
        percent = times.bound(target.comparator, percent)
    return {"percent": percent, "deadline": times.deadline(_timed(target))}


def _percent(times: TimeWords, target: Target) -> str:
    assert target.percent is not None  # noqa: S101 - asked for only then
    if target.high is None:
        return times.voice.percent(target.percent)
    return times.voice.say(RANGE) % {
        "low": times.voice.number(target.percent),
        "high": times.voice.percent(target.high),
    }


def _score(times: TimeWords, target: Target, score: Decimal) -> str:
    voice = times.voice
    number = voice.number(score)
    if target.high is not None:
        number = voice.say(RANGE) % {"low": number, "high": voice.number(target.high)}
    if target.out_of is None:
        return voice.say_plural(POINTS, target.high or score) % {"score": number}
    return voice.say(SCORE) % {"score": number, "highest": voice.number(target.out_of)}


def _time(times: TimeWords, deadline: Deadline) -> str:
    """Say a time by itself: how long, not when."""
    duration, comparator = deadline.duration, deadline.comparator
    alone = deadline == Deadline(duration=duration, comparator=comparator)
    if duration is None or not alone or comparator not in BOUNDS:
        return times.deadline(deadline)
    return times.bound(comparator, times.duration(duration))


def _timed(target: Target) -> Deadline:
    assert target.deadline is not None  # noqa: S101 - guaranteed by Target.read and compose
    return target.deadline
