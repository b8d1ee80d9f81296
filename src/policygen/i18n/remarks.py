"""What stands in parentheses behind a fact: how firm it is, and from when until when it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial, reduce
from typing import Final

from policygen.i18n.marks import mark
from policygen.i18n.voice import Voice
from policygen.model.facts import Commitment, Fact

_COMMITMENTS: Final[Mapping[Commitment, str]] = {
    # Translators: how firm a value is, in parentheses behind it: “within 5 days (our aim)”
    Commitment.AIM: mark("our aim"),
    # Translators: how firm a value is, in parentheses behind it: “within 5 days (target)”
    Commitment.TARGET: mark("target"),
    # Translators: how firm a value is, in parentheses behind it: “within 5 days (guaranteed)”
    Commitment.GUARANTEE: mark("guaranteed"),
    # Translators: what the law demands, in parentheses: “within 8 weeks of receipt (legal limit)”
    Commitment.LEGAL_LIMIT: mark("legal limit"),
}


def with_remarks(voice: Voice, phrase: str, fact: Fact, say: Callable[[Fact], str]) -> str:
    """Return a fact's phrase with what else is known of it, in one pair of parentheses:
    “within 15 working days (legal limit; from 28 December 2026; until then within 1 month)”.

    say: returns the phrase of the value that held formerly.
    """
    remarks = list(_remarks(voice, fact, say))
    if not remarks:
        return phrase
    # Translators: value is any fact; remarks is such as “guaranteed; from 1 January 2027”
    message = voice.say("%(value)s (%(remarks)s)")
    return message % {"value": phrase, "remarks": reduce(partial(_joined, voice), remarks)}


def _joined(voice: Voice, one: str, more: str) -> str:
    # Translators: two remarks on a value, such as “guaranteed; from 1 January 2027”
    return voice.say("%(remark)s; %(more)s") % {"remark": one, "more": more}


def _remarks(voice: Voice, fact: Fact, say: Callable[[Fact], str]) -> Iterator[str]:
    if fact.commitment is not None:
        yield voice.say(_COMMITMENTS[fact.commitment])
    since = voice.date(fact.since) if fact.since else ""
    until = voice.date(fact.until) if fact.until else ""
    if since and until:
        # Translators: while a value holds, in parentheses behind it; both are dates
        yield voice.say("from %(first)s to %(last)s") % {"first": since, "last": until}
    elif since:
        # Translators: from which day a value holds, in parentheses behind it
        yield voice.say("from %(date)s") % {"date": since}
    elif until:
        # Translators: the last day on which a value holds, in parentheses behind it
        yield voice.say("until %(date)s") % {"date": until}
    if fact.formerly is None:
        return
    if since:
        # Translators: what holds before a new value does, behind “from 28 December 2026”; former is
        # any value, such as “within 1 month”
        yield voice.say("until then %(former)s") % {"former": say(fact.formerly)}
    else:
        # Translators: what held before, in parentheses behind a value; former is any value, such as
        # “within 1 month”
        yield voice.say("formerly %(former)s") % {"former": say(fact.formerly)}
