"""Amounts and costs in words: whole phrases for each bound, base, period and tariff."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from policygen.i18n.marks import Plural, mark, nmark, npmark
from policygen.i18n.voice import Voice
from policygen.model.facts import (
    Amount,
    Base,
    Calendar,
    Comparator,
    Cost,
    Duration,
    PerItem,
    Tariff,
    Unit,
)

_BOUNDS: Final[Mapping[Comparator, str]] = {
    # Translators: amount is a sum or a share: "€500", "10% of the bill", "€30 per day"
    Comparator.WITHIN: mark("up to %(amount)s"),
    # Translators: amount is a sum or a share: "€500", "10% of the bill", "€30 per day"
    Comparator.LESS_THAN: mark("less than %(amount)s"),
    # Translators: amount is a sum or a share: "€500", "10% of the bill", "€30 per day"
    Comparator.AT_LEAST: mark("at least %(amount)s"),
    # Translators: amount is a sum or a share: "€500", "10% of the bill", "€30 per day"
    Comparator.MORE_THAN: mark("more than %(amount)s"),
    # Translators: amount is a sum or a share: "€500", "10% of the bill", "€30 per day"
    Comparator.ABOUT: mark("about %(amount)s"),
}

_BASES: Final[Mapping[Base, str]] = {
    # Translators: share is "10%", "5% to 10%" or "one third", here and in the following
    Base.PRICE: mark("%(share)s of the price"),
    # Translators: what a passenger pays for a journey
    Base.FARE: mark("%(share)s of the fare"),
    # Translators: what the customer pays for the service every month
    Base.MONTHLY_FEE: mark("%(share)s of the monthly fee"),
    # Translators: what the customer pays for the service every year
    Base.ANNUAL_FEE: mark("%(share)s of the annual fee"),
    # Translators: what a bill comes to
    Base.BILL: mark("%(share)s of the bill"),
    # Translators: what the whole order costs
    Base.ORDER: mark("%(share)s of the order value"),
    # Translators: a single charge for a service, such as a connection charge
    Base.CHARGE: mark("%(share)s of the charge"),
    # Translators: what the customer was charged too much
    Base.EXCESS: mark("%(share)s of the amount overcharged"),
    # Translators: what one side still owes the other
    Base.AMOUNT_DUE: mark("%(share)s of the amount due"),
}

_FRACTIONS: Final[Mapping[tuple[int, int], str]] = {
    # Translators: a share, followed by "of the price", "of the bill" and so on
    (1, 2): mark("half"),
    # Translators: a share, followed by "of the price", "of the bill" and so on
    (1, 3): mark("one third"),
    # Translators: a share, followed by "of the price", "of the bill" and so on
    (2, 3): mark("two thirds"),
    # Translators: a share, followed by "of the price", "of the bill" and so on
    (1, 4): mark("one quarter"),
    # Translators: a share, followed by "of the price", "of the bill" and so on
    (3, 4): mark("three quarters"),
}

_PERIODS: Final[Mapping[tuple[Unit, Calendar], Plural]] = {
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.SECOND, Calendar.CALENDAR): nmark(
        "%(amount)s per second", "%(amount)s for every %(num)s seconds"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.MINUTE, Calendar.CALENDAR): nmark(
        "%(amount)s per minute", "%(amount)s for every %(num)s minutes"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.HOUR, Calendar.CALENDAR): nmark(
        "%(amount)s per hour", "%(amount)s for every %(num)s hours"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.HOUR, Calendar.WORKING): nmark(
        "%(amount)s per working hour", "%(amount)s for every %(num)s working hours"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.DAY, Calendar.CALENDAR): nmark("%(amount)s per day", "%(amount)s for every %(num)s days"),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.DAY, Calendar.WORKING): nmark(
        "%(amount)s per working day", "%(amount)s for every %(num)s working days"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.DAY, Calendar.BANK): nmark(
        "%(amount)s per bank working day", "%(amount)s for every %(num)s bank working days"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.WEEK, Calendar.CALENDAR): nmark(
        "%(amount)s per week", "%(amount)s for every %(num)s weeks"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.MONTH, Calendar.CALENDAR): nmark(
        "%(amount)s per month", "%(amount)s for every %(num)s months"
    ),
    # Translators: due again for each period; the singular has no number: "€30 per day"
    (Unit.YEAR, Calendar.CALENDAR): nmark(
        "%(amount)s per year", "%(amount)s for every %(num)s years"
    ),
}
# Translators: due again for each period; the singular has no number: "€30 per working day"
_WORKING_SATURDAY: Final = npmark(
    "working week from Monday to Saturday",
    "%(amount)s per working day",
    "%(amount)s for every %(num)s working days",
)

_ITEMS: Final[Mapping[PerItem, str]] = {
    # Translators: an amount for each of something: "€0.20 per call"
    PerItem.CALL: mark("%(amount)s per call"),
    PerItem.MESSAGE: mark("%(amount)s per message"),
    PerItem.VISIT: mark("%(amount)s per visit"),
    PerItem.JOURNEY: mark("%(amount)s per journey"),
    # Translators: a case is a matter that the company handles, such as a complaint
    PerItem.CASE: mark("%(amount)s per case"),
    # Translators: an item is one of the things that a customer ordered
    PerItem.ITEM: mark("%(amount)s per item"),
}

_TARIFFS: Final[Mapping[Tariff, str]] = {
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.FREE: mark("free of charge"),
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.BASIC_RATE: mark("at the price of a normal national call"),
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.LOCAL_RATE: mark("at the price of a local call"),
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.MOBILE_RATE: mark("at the price of a call to a mobile phone"),
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.NETWORK_RATE: mark("at the standard rate of the caller’s network"),
    # Translators: what getting in touch costs; staff read this, too: do not address the reader
    Tariff.NO_SURCHARGE: mark("no surcharge on the price of the call"),
}

_ON_TOP: Final[Mapping[Tariff, str]] = {
    # Translators: a price on top of what the call costs: "€0.06 per minute, plus …"
    Tariff.BASIC_RATE: mark("%(price)s, plus the price of a normal national call"),
    # Translators: a price on top of what the call costs: "€0.06 per minute, plus …"
    Tariff.LOCAL_RATE: mark("%(price)s, plus the price of a local call"),
    # Translators: a price on top of what the call costs: "€0.06 per minute, plus …"
    Tariff.MOBILE_RATE: mark("%(price)s, plus the price of a call to a mobile phone"),
    # Translators: a price on top of what the call costs: "€0.06 per minute, plus …"
    Tariff.NETWORK_RATE: mark("%(price)s, plus the standard rate of the caller’s network"),
}


def amount(voice: Voice, fact: Amount, *, saturday_counts: bool) -> str:
    """Say an amount: “€40”, “up to 10% of the bill”, “€30 per day, at most €300”.

    saturday_counts: whether Saturday is one of the company's working days. Raises
    UntranslatedError when the fixed wording lacks a phrase.
    """
    phrase = _number(voice, fact)
    if fact.base is not None:
        phrase = voice.say(_BASES[fact.base]) % {"share": phrase}
    if fact.per is not None:
        phrase = _per(voice, phrase, fact.per, saturday_counts=saturday_counts)
    if fact.per_item is not None:
        phrase = voice.say(_ITEMS[fact.per_item]) % {"amount": phrase}
    if fact.comparator is not None:
        phrase = voice.say(_BOUNDS[fact.comparator]) % {"amount": phrase}
    limits = {
        name: amount(voice, limit, saturday_counts=saturday_counts)
        for name, limit in (("floor", fact.floor), ("cap", fact.cap))
        if limit is not None
    }
    return _limited(voice, phrase, limits)


def cost(voice: Voice, fact: Cost, *, saturday_counts: bool) -> str:
    """Say what a contact costs: “free of charge”, “€0.20 per minute”; arguments and errors as for
    `amount`."""
    phrase = _usual_cost(voice, fact, saturday_counts=saturday_counts)
    if fact.mobile is None:
        return phrase
    # Translators: "free of charge; from mobile phones €0.20 per minute"
    message = voice.say("%(cost)s; from mobile phones %(mobile)s")
    mobile = _usual_cost(voice, fact.mobile, saturday_counts=saturday_counts)
    return message % {"cost": phrase, "mobile": mobile}


def _usual_cost(voice: Voice, fact: Cost, *, saturday_counts: bool) -> str:
    if fact.price is None:
        assert fact.tariff is not None  # noqa: S101 - guaranteed by Cost.read
        return voice.say(_TARIFFS[fact.tariff])
    price = amount(voice, fact.price, saturday_counts=saturday_counts)
    return price if fact.tariff is None else voice.say(_ON_TOP[fact.tariff]) % {"price": price}


def _number(voice: Voice, fact: Amount) -> str:
    """Say the number alone: “€40”, “€20 to €50”, “10%”, “one third”."""
    if fact.parts is not None:
        return voice.say(_FRACTIONS[int(fact.value), fact.parts])
    low = _value(voice, fact.value, fact.currency)
    if fact.high is None:
        return low
    # Translators: a range of sums or of shares: "€20 to €50"
    message = voice.say("%(low)s to %(high)s")
    return message % {"low": low, "high": _value(voice, fact.high, fact.currency)}


def _value(voice: Voice, value: Decimal, currency: str) -> str:
    return voice.money(value, currency) if currency else voice.percent(value)


def _per(voice: Voice, phrase: str, period: Duration, *, saturday_counts: bool) -> str:
    message = _PERIODS[period.unit, period.calendar]
    if saturday_counts and (period.unit, period.calendar) == (Unit.DAY, Calendar.WORKING):
        message = _WORKING_SATURDAY
    # The singular has no number, so only exactly one may take it: “per hour”.
    number = Decimal(1) if period.low == 1 else max(period.low, Decimal(2))
    return voice.say_plural(message, number) % {
        "amount": phrase,
        "num": voice.number(period.low),
    }


def _limited(voice: Voice, phrase: str, limits: Mapping[str, str]) -> str:
    match sorted(limits):
        case ["cap"]:
            # Translators: "€30 per day, at most €300"
            message = voice.say("%(amount)s, at most %(cap)s")
        case ["floor"]:
            # Translators: "10% of the bill, at least €5"
            message = voice.say("%(amount)s, at least %(floor)s")
        case ["cap", "floor"]:
            # Translators: "10% of the bill, at least €5 and at most €50"
            message = voice.say("%(amount)s, at least %(floor)s and at most %(cap)s")
        case _:
            return phrase
    return message % {"amount": phrase, **limits}
