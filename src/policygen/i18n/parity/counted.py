"""Counted: the numbers of a text, with the unit, currency or sign that belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.digits import value
from policygen.i18n.parity.grammar import CODES
from policygen.i18n.parity.numerals import numbers_in
from policygen.i18n.parity.quantity import (
    DOLLARS,
    HOUR,
    HOURS,
    NUMBER,
    PERCENT,
    TIME,
    UNITS,
    Quantity,
    Reading,
    hours_of_day,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.i18n.parity.grammar import Grammar

_CLOCK: Final = "clock"
_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": DOLLARS}
_PREFIXES: Final = {"US": "USD", "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD"}
_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)(?P<code>{CODES})|(?<!\w)(?P<dollar>CA?|AU?|US)\$|(?P<symbol>[€£$]))\s?\Z"
)
_BEHIND: Final = re.compile(rf"[\s-]*(?:(?P<symbol>[€£$])|(?P<code>{CODES}))(?!\w)")
_MAY_BE_MONEY: Final = re.compile(
    r"[\s-]*(?:d['’]|de\s)?[\s-]*"
    r"(?:[$£]|canad|kanad|austr|us[ -]|d[oó]l|eur|pound|lib|liv|pfund|fran|swiss|schweiz)",
    re.IGNORECASE,
)
_LONGEST: Final = 6
"""How many characters a currency before a number has at most, with a space."""
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Tail:
    """What belongs to a number behind it. kind: what it counts, "" where that is not known. end:
    where it ends. factor, more: what the number is multiplied by, and what is added to it first.
    hours: the groups of a time of day, None where it is none."""

    kind: str
    end: int
    factor: int
    more: Decimal
    hours: Mapping[str, str | None] | None

    def scaled(self, number: Decimal) -> Decimal:
        """Return the number with “and a half” and “million”."""
        return ((number + self.more) * self.factor).normalize()

    def readings(self, number: Decimal) -> Iterator[Reading]:
        """Yield what a number may mean with this tail."""
        number = self.scaled(number)
        if self.kind != _CLOCK:
            yield self.kind or NUMBER, number
        if self.hours is not None and number <= HOURS and number == int(number):
            for hour in hours_of_day(
                int(number),
                morning=bool(self.hours["morning"]),
                afternoon=bool(self.hours["afternoon"]),
            ):
                yield TIME, Decimal(HOUR * hour)


def counted(text: str, words: Grammar) -> Iterator[Quantity]:
    """Yield the numbers of a text, in digits and in words."""
    position = 0
    while match := words.number.search(text, position):
        position = match.end()
        if match["row"]:
            yield from _in_words(match, text, words)
            continue
        tail = _tail(text, position, words)
        # “2FA” and “5G” are words.
        if tail.end > position or not text[position : position + 1].isalpha():
            yield _in_digits(match, tail, text, words)
            position = tail.end


def _in_digits(match: re.Match[str], tail: _Tail, text: str, words: Grammar) -> Quantity:
    worth = value(match[0], words.locale)
    kind, start = _before(match.start(), tail, text)
    here = set(worth.elsewhere) if worth.here is None else {worth.here}
    if worth.here is None and not kind:
        # “4.1” and “3.2.1” may be anything: a version, a section, a list.
        here |= {Decimal(part) for part in re.findall(r"\d+", match[0])}
    return Quantity(
        text[start : tail.end],
        start,
        frozenset(reading for number in here for reading in _readings(number, kind, tail)),
        digits=match[0],
        unit=bool(kind),
        elsewhere=frozenset(map(tail.scaled, worth.elsewhere)),
    )


def _in_words(match: re.Match[str], text: str, words: Grammar) -> Iterator[Quantity]:
    for number, begins, ends in numbers_in(match[0], words.lexicon):
        start = match.start() + begins
        tail = _tail(text, match.start() + ends, words)
        found = set(tail.readings(number))
        for known, other in words.lexicon.idioms.items():
            if readings(known) <= found:
                found |= readings(other)
        firm = bool(tail.kind) or match[0][begins:ends] not in words.lexicon.doubtful
        yield Quantity(
            text[start : tail.end], start, frozenset(found), firm=firm, unit=bool(tail.kind)
        )


def _readings(number: Decimal, kind: str, tail: _Tail) -> Iterator[Reading]:
    if kind == tail.kind:
        yield from tail.readings(number)
    else:
        yield kind, tail.scaled(number)


def _before(start: int, tail: _Tail, text: str) -> tuple[str, int]:
    """Return what a number counts, and where it begins with what stands before it."""
    before = None if tail.kind else _BEFORE.search(text, max(0, start - _LONGEST), start)
    if before is None:
        return tail.kind, start
    if dollar := before["dollar"]:
        return _PREFIXES[dollar], before.start()
    return before["code"] or _SYMBOLS[before["symbol"]], before.start()


def _tail(text: str, position: int, words: Grammar) -> _Tail:
    match = words.tail.match(text, position)
    assert match is not None  # noqa: S101 - every part of the pattern may be missing
    groups, end = match.groupdict(), match.end()
    kind = kind_of(groups)
    if not kind and (money := _money(text, end, words)):
        kind, end = kind_of(money.groupdict()), money.end()
    factor = 1
    for scale in re.findall(r"\w+", match["scales"]):
        factor *= words.factors[scale.lower()]
    hours = groups if _is_hour_of_day(groups, kind, words) else None
    more = _HALF if match["half"] or match["half_unit"] else Decimal(0)
    return _Tail(kind or (_CLOCK if hours else ""), end, factor, more, hours)


def _money(text: str, position: int, words: Grammar) -> re.Match[str] | None:
    """Return the currency behind a number, if there is one."""
    if _MAY_BE_MONEY.match(text, position) and (found := words.currency.match(text, position)):
        return found
    return _BEHIND.match(text, position)


def _is_hour_of_day(groups: Mapping[str, str | None], kind: str, words: Grammar) -> bool:
    if groups["clock"] or groups["morning"] or groups["afternoon"] or groups["hour_or_clock"]:
        return True
    return kind == "hour" and bool(
        re.fullmatch(words.lexicon.hour_or_clock, groups.get("hour") or "")
    )


def kind_of(groups: Mapping[str, str | None]) -> str:
    """Return the kind that the groups of a pattern name, "" for none."""
    if groups.get("percent"):
        return PERCENT
    if symbol := groups.get("symbol"):
        return _SYMBOLS[symbol]
    if code := groups.get("code"):
        return code
    for name, found in groups.items():
        if found and name.startswith("in_"):
            return name.removeprefix("in_")
        if found and name.removeprefix("joined_") in UNITS:
            return name.removeprefix("joined_")
    return "hour" if groups.get("hour_or_clock") else ""
