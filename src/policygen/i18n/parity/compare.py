"""Comparing: which quantities a translation lacks, changes or adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.grammar import grammar
from policygen.i18n.parity.lexicon import lexicon
from policygen.i18n.parity.quantities import articles, has_articles, has_numbers, hints, numbers
from policygen.i18n.parity.quantity import (
    DOLLARS,
    HOUR,
    NOON,
    NUMBER,
    TIME,
    Quantity,
    Reading,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE: Final = Decimal(1)
_WITH_DOLLAR_SIGN: Final = frozenset(
    ["ARS", "AUD", "CAD", "CLP", "COP", "HKD", "MXN", "NZD", "SGD", "USD", "UYU"]
)
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Differences:
    """How the quantities of a translation differ from its source's.

    missing: those that it lacks, each with the one that stands in its place, if any. misread: those
    that its readers read as something else, for the way in which the digits are written. added:
    those that the source does not have.
    """

    missing: tuple[tuple[Quantity, Quantity | None], ...] = ()
    misread: tuple[tuple[Quantity, Quantity], ...] = ()
    added: tuple[Quantity, ...] = ()


_NONE: Final = Differences()


@dataclass(frozen=True, slots=True)
class _Side:
    """A text in its language, given by its BCP 47 tag."""

    text: str
    language: str

    @property
    def is_known(self) -> bool:
        return lexicon(self.language.partition("-")[0]) is not None

    def states(self, quantity: Quantity) -> bool:
        """Whether something in the text agrees with a quantity."""
        return any(
            _agree(quantity, other)
            for found in (numbers, hints)
            for other in found(self.text, self.language)
        )

    def lacks(self, quantity: Quantity) -> bool:
        """Whether nothing in the text may stand for a quantity, an article for one neither."""
        if self.states(quantity):
            return False
        if _ONE not in quantity.values:
            return True
        found = hints(self.text, self.language)
        if quantity.unit and any(other.unit and _ONE in other.values for other in found):
            return True
        return grammar(self.language).one.search(self.text) is None


def differences(
    source: str, translation: str, languages: tuple[str, str], clause: str = ""
) -> Differences:
    """Compare a text with its translation.

    languages: the two BCP 47 tags. clause: path of the text; a number in the name of its section
    (`levels.level-2.how`) may stand in the translation in any case, which may repeat the name.
    """
    wanted, given = _Side(source, languages[0]), _Side(translation, languages[1])
    lacking, extra = [], []
    if has_numbers(source, wanted.language) or has_numbers(translation, given.language):
        known = wanted.is_known and given.is_known
        firm = _firm(wanted, known=known)
        lacking = [each for each in firm if given.lacks(each)]
        own = _numbers_of(clause) if all(map(given.states, firm)) else frozenset()
        extra = [
            each
            for each in _firm(given, known=known)
            if wanted.lacks(each) and (each.unit or each.values.isdisjoint(own))
        ]
    if not lacking and not extra:
        lacking, extra = _other_unit(wanted, given)
    if not lacking and not extra:
        return _NONE
    return _sorted_out(lacking, extra, numbers(translation, given.language))


def _numbers_of(clause: str) -> frozenset[Decimal]:
    """Return the numbers in the names of a path; those of items in a list are no names."""
    names = (part for part in clause.split(".") if not part.isdecimal())
    return frozenset(Decimal(number) for name in names for number in _NUMBER.findall(name))


def _firm(side: _Side, *, known: bool) -> list[Quantity]:
    """Return the quantities that need a counterpart. Where one language's words are not known,
    small numbers do not, for they may stand there in words."""
    firm = [each for each in numbers(side.text, side.language) if each.firm]
    if known:
        return firm
    return [each for each in firm if each.digits and max(each.values, default=_ONE) > NOON]


def _agree(one: Quantity, other: Quantity) -> bool:
    return any(_same(a, b) for a in one.readings for b in other.readings)


def _same(one: Reading, other: Reading) -> bool:
    (kind, value), (other_kind, other_value) = one, other
    if kind == other_kind:
        return value == other_value
    if other_kind == NUMBER or (other_kind == DOLLARS and kind != NUMBER):
        kind, value, other_kind, other_value = other_kind, other_value, kind, value
    if kind == NUMBER and other_kind == TIME:
        # “from 9 to 5 p.m.”
        return other_value in {value * HOUR, (value + NOON) * HOUR}
    goes_with = kind == NUMBER or (kind == DOLLARS and other_kind in _WITH_DOLLAR_SIGN)
    return goes_with and value == other_value


def _other_unit(wanted: _Side, given: _Side) -> tuple[list[Quantity], list[Quantity]]:
    """Return “a week” and “a month” where the one stands for the other."""
    if not all(has_articles(side.text, side.language) for side in (wanted, given)):
        return [], []
    here, there = (
        [
            each
            for each in (*numbers(side.text, side.language), *articles(side.text, side.language))
            if each.unit and _ONE in each.values
        ]
        for side in (wanted, given)
    )
    if not here or not there or any(_agree(one, other) for one in here for other in there):
        return [], []
    return here[:1], there[:1]


def _sorted_out(
    lacking: list[Quantity], extra: list[Quantity], given: Iterable[Quantity]
) -> Differences:
    missing, misread = [], []
    for quantity in lacking:
        wrong = next((each for each in given if each.elsewhere & quantity.values), None)
        if wrong is None:
            missing.append(quantity)
        else:
            misread.append((quantity, wrong))
            extra = [each for each in extra if each != wrong]
    # What the translation adds most likely stands for what it lacks.
    instead = [*extra[: len(missing)], *[None] * (len(missing) - len(extra))]
    replaced = tuple(zip(missing, instead, strict=True))
    return Differences(replaced, tuple(misread), tuple(extra[len(missing) :]))
