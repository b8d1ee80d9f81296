"""Targets: the figure by which a service is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Final, Self

from policygen.errors import nearest, tell
from policygen.model.facts.base import NUMBER, Fact, FactError, Fields, plain
from policygen.model.facts.comparator import Comparator, split_comparator
from policygen.model.facts.deadline import Deadline, take_bound
from policygen.model.facts.target_rules import HINT, SIGNS, check_target


class Population(Enum):
    """What a share is a share of. ENQUIRIES are what customers ask; REQUESTS what they ask for."""

    CASES = "cases"
    CALLS = "calls"
    EMAILS = "e-mails"
    LETTERS = "letters"
    CHATS = "chats"
    MESSAGES = "messages"
    ENQUIRIES = "enquiries"
    REQUESTS = "requests"
    COMPLAINTS = "complaints"
    FAULTS = "faults"
    VISITS = "visits"
    CUSTOMERS = "customers"
    DELIVERIES = "deliveries"
    ANSWERS = "answers"


class Basis(Enum):
    """Whether a target is met on average, or each time."""

    AVERAGE = "on average"
    EACH_CASE = "in each case"


_POPULATIONS: Final = {
    **{population.value: population for population in Population},
    "emails": Population.EMAILS,
    "inquiries": Population.ENQUIRIES,
    "appointments": Population.VISITS,
    "replies": Population.ANSWERS,
}
_BASES: Final = {basis.value: basis for basis in Basis}
_NUMBERS: Final = rf"(?P<low>{NUMBER})(?:\s*[-–]\s*(?P<high>{NUMBER}))?"
_PERCENT: Final = re.compile(
    rf"{_NUMBERS}\s*%(?:\s+of\s+(?:all\s+)?(?P<of>[A-Za-z-]+))?(?:\s+(?P<deadline>\S.*))?"
)
_FIGURE: Final = re.compile(rf"{_NUMBERS}\s*%?")
_SCORE: Final = re.compile(rf"{_NUMBERS}\s*(?:points?|out of\s+(?P<out_of>{NUMBER}))")
_BAND: Final = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?=[^,%]*%)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """A bounded percentage, score or time, or a share of cases within a time.

    percent: percentage points (85 means 85 %). score: points, `out_of` so many where there is a
    scale. high: the upper end of a range of either. deadline: the time bound; with it, `percent`
    is the share of `population` (None for all cases) that meets it. bands: further, larger shares
    within longer times. basis: on average or in each case, None where the source does not say.
    """

    QUALIFIERS: ClassVar[Mapping[str, tuple[str, Any]]] = {
        basis.value: ("basis", basis) for basis in Basis
    }

    comparator: Comparator
    percent: Decimal | None = None
    high: Decimal | None = None
    deadline: Deadline | None = None
    population: Population | None = None
    bands: tuple[Target, ...] = ()
    score: Decimal | None = None
    out_of: Decimal | None = None
    basis: Basis | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `>= 85 %`, `70-80 %`, `< 10 min`, `95 % of calls within 3 min`,
        `90 % within 2 min, 98 % within 5 min`, `>= 4.5 out of 5`, `> 40 points`."""
        first, *more = _BAND.split(words)
        target = replace(cls._single(first), bands=tuple(cls._single(band) for band in more))
        check_target(target, words)
        return target

    @classmethod
    def _single(cls, words: str) -> Self:
        comparator, figure = split_comparator(words)
        if match := _PERCENT.fullmatch(figure):
            return cls(**_percentage(match, comparator, words))
        if match := _SCORE.fullmatch(figure):
            return cls(
                comparator=_stated(comparator, match, words),
                score=Decimal(match["low"]),
                high=_number(match["high"]),
                out_of=_number(match["out_of"]),
            )
        return cls(**_time(words))

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        figure = self.percent if self.score is None else self.score
        if figure is None:
            return self.deadline.form() if self.deadline else ""
        number = plain(figure) if self.high is None else f"{plain(figure)}-{plain(self.high)}"
        sign = "" if self._is_plain_share() else SIGNS[self.comparator]
        parts = [f"{sign}{number} {self._unit_form()}"]
        if self.population is not None:
            parts.append(f"of {self.population.value}")
        if self.deadline is not None:
            parts.append(self.deadline.form())
        return ", ".join([" ".join(parts), *(band.form() for band in self.bands)])

    def _is_plain_share(self) -> bool:
        """Whether the figure is a share within a time, where "at least" goes without saying."""
        return self.deadline is not None and self.comparator is Comparator.AT_LEAST

    def _unit_form(self) -> str:
        if self.percent is not None:
            return "%"
        return "points" if self.out_of is None else f"out of {plain(self.out_of)}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the target of a full form.

        `share` (`95 %`, `>= 85 %`) or `score` and `out_of`; `of` (`calls`); the time as `within`,
        `less_than` … with a duration, or as `time` with a deadline; `bands`, a list of targets;
        `basis`.
        """
        deadline = _taken_time(fields)
        share, score = fields.read("share", _figure), fields.read("score", _figure)
        if share and score:
            raise FactError(
                tell("it has a `share` and a `score`"), tell("keep one of them"), "score"
            )
        comparator, low, high = share or score or (None, None, None)
        if low is None and deadline is None:
            raise FactError(tell("this target states no figure"), HINT)
        bound = deadline.comparator if deadline and low is None else Comparator.AT_LEAST
        target = cls(
            comparator=comparator or (bound if high is None else Comparator.BETWEEN),
            percent=low if share else None,
            score=low if score else None,
            high=high,
            deadline=deadline,
            population=fields.choice("of", _POPULATIONS),
            out_of=fields.read("out_of", _whole_number),
            bands=fields.parts("bands", cls),
            basis=fields.choice("basis", _BASES),
        )
        if deadline is None and comparator is None and high is None:
            raise _unbounded(target.form().removeprefix(SIGNS[Comparator.AT_LEAST]))
        check_target(target, target.form())
        return target


def _percentage(match: re.Match[str], comparator: Comparator | None, words: str) -> dict[str, Any]:
    """Return the fields that a percentage sets, with or without a time."""
    found: dict[str, Any] = {"percent": Decimal(match["low"]), "high": _number(match["high"])}
    if match["of"] is not None:
        found["population"] = _population(match["of"], words)
    if match["deadline"] is None:
        return {**found, "comparator": _stated(comparator, match, words)}
    meant = Comparator.AT_LEAST if match["high"] is None else Comparator.BETWEEN
    return {
        **found,
        "comparator": comparator or meant,
        "deadline": Deadline.read(match["deadline"]),
    }


def _population(name: str, words: str) -> Population:
    if name.lower() not in _POPULATIONS:
        raise FactError(
            tell("“{name}” in “{words}” is nothing that is counted", name=name, words=words),
            nearest(name.lower(), _POPULATIONS),
        )
    return _POPULATIONS[name.lower()]


def _stated(comparator: Comparator | None, match: re.Match[str], words: str) -> Comparator:
    """Return how a figure without a time bounds."""
    if match["high"] is not None and comparator in (None, Comparator.BETWEEN):
        return Comparator.BETWEEN
    if comparator is None:
        raise _unbounded(words)
    return comparator


def _time(words: str) -> dict[str, Any]:
    """Return the fields that a time by itself sets."""
    try:
        deadline = Deadline.read(words)
    except FactError as error:
        if any(character.isdigit() for character in words) and "%" not in words:
            raise
        raise FactError(tell("“{words}” is not a target", words=words), HINT) from error
    return {"comparator": deadline.comparator, "deadline": deadline}


def _taken_time(fields: Fields) -> Deadline | None:
    """Take the time of a full form, if there is one."""
    deadline, bound = fields.part("time", Deadline), take_bound(fields)
    if deadline is not None and bound:
        raise FactError(tell("it has two times"), tell("keep `time`, or the other one"), "time")
    return Deadline(**bound) if bound else deadline


def _figure(words: str) -> tuple[Comparator | None, Decimal, Decimal | None]:
    """Return how a share or score bounds, if it says so, and its number or range."""
    comparator, figure = split_comparator(words)
    match = _FIGURE.fullmatch(figure)
    if match is None:
        raise FactError(
            tell("“{words}” is not a figure", words=words),
            tell("write for example `95 %` or `>= 85 %`"),
        )
    return comparator, Decimal(match["low"]), _number(match["high"])


def _whole_number(words: str) -> Decimal:
    if not re.fullmatch(NUMBER, words):
        raise FactError(
            tell("“{words}” is not a number", words=words),
            tell("write the highest score, such as `5`"),
        )
    return Decimal(words)


def _number(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


def _unbounded(words: str) -> FactError:
    return FactError(
        tell("“{words}” does not say at least or at most", words=words),
        tell("write for example `>= {words}` or `<= {words}`", words=words),
    )
