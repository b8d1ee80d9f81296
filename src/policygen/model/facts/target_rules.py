"""Which parts of a target go together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygen.errors import tell
from policygen.model.facts.base import FactError, plain
from policygen.model.facts.comparator import Comparator
from policygen.model.facts.duration import Duration, length

if TYPE_CHECKING:
    from policygen.model.facts.target import Target

SIGNS: Final = {
    Comparator.AT_LEAST: ">= ",
    Comparator.MORE_THAN: "> ",
    Comparator.WITHIN: "<= ",
    Comparator.LESS_THAN: "< ",
    Comparator.ABOUT: "about ",
    Comparator.BETWEEN: "",
}
"""How a share or a score can bound, and how that is written."""
HINT: Final = tell(
    "write for example `>= 85 %`, `< 30 %`, `< 10 min`, `95 % within 3 min`, `95 % of calls "
    "within 3 min` or `>= 4.5 out of 5`"
)
_WHOLE: Final = Decimal(100)


def check_target(target: Target, words: str) -> None:
    """Raise FactError for a figure that cannot be, or parts that do not go together."""
    if target.percent is not None or target.score is not None:
        _check_figure(target, words)
    elif target.population or target.bands or target.out_of:
        raise FactError(tell("“{words}” does not say how many of them", words=words), HINT)
    if target.population and target.deadline is None:
        raise FactError(
            tell("“{words}” does not say within which time", words=words),
            tell(
                "write for example `95 % of calls within 3 min`; without a time, leave out what "
                "follows `of`, as the metric says what is counted"
            ),
        )
    if target.score is not None and (target.deadline or target.bands):
        raise FactError(
            tell("“{words}” is a score with a time", words=words), tell("make them two targets")
        )
    for band, next_ in pairwise((target, *target.bands)):
        _check_rise(band, next_, words)


def _check_figure(target: Target, words: str) -> None:
    low = target.score if target.percent is None else target.percent
    highest = _WHOLE if target.percent is not None else target.out_of
    largest = target.high or low
    if low is None or largest is None:
        return
    if target.comparator not in SIGNS or (target.high is None) is (
        target.comparator is Comparator.BETWEEN
    ):
        raise FactError(tell("“{words}” is not a target", words=words), HINT)
    if target.out_of is not None and target.percent is not None:
        raise FactError(
            tell("“{words}” is a share and a score", words=words), tell("leave `out_of` out")
        )
    if highest is not None and largest > highest:
        most = tell("the highest score, {score}", score=plain(highest))
        if target.percent is not None:
            most = tell("100 %")
        raise FactError(tell("“{words}” is more than {most}", words=words, most=most), HINT)
    rises = target.high is None or target.high > low
    if not rises or (low == 0 and (target.comparator is not Comparator.WITHIN or target.deadline)):
        raise FactError(
            tell("“{words}” sets no target", words=words),
            tell("the number must be above zero, and a range must rise, as in `70-80 %`"),
        )


def _check_rise(band: Target, next_: Target, words: str) -> None:
    """Raise FactError unless the next of two bands is a larger share within a longer time."""
    if next_.percent is None or next_.deadline is None or band.deadline is None:
        raise FactError(
            tell("“{words}” has a band that is no share within a time", words=words),
            tell("write for example `90 % within 2 min, 98 % within 5 min`"),
        )
    if next_.population not in (None, band.population) or next_.bands or next_.high:
        raise FactError(
            tell("the bands of “{words}” are not of one kind", words=words),
            tell("make them two targets"),
        )
    share = band.percent is not None and band.percent >= next_.percent
    if share or _not_longer(band.deadline.duration, next_.deadline.duration):
        raise FactError(
            tell("the bands of “{words}” do not rise", words=words),
            tell(
                "each share must be larger and each time longer than the one before, as in `90 % "
                "within 2 min, 98 % within 5 min`"
            ),
        )


def _not_longer(first: Duration | None, second: Duration | None) -> bool:
    if first is None or second is None:
        return False
    (scale, time), (other_scale, longer) = length(first), length(second)
    return scale == other_scale and time >= longer
