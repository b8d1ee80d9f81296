"""Arrows between boxes that stand below each other: straight down, or by lanes beside them.

A lane is an upright line to the right of all boxes. An arrow that takes one leaves its box at the
right edge, with its words above it, and comes back to the right edge of the box it leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST: Final = 14.0
"""From one lane to the next."""

_ALL: Final = 150.0
"""Width of all lanes together, at most."""


@dataclass(frozen=True, slots=True)
class Trip:
    """An arrow that takes a lane. start, end: numbers of the boxes, from the top."""

    start: int
    end: int
    label: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """The upper and the lower box."""
        return min(self.start, self.end), max(self.start, self.end)


def lanes(trips: Sequence[Trip]) -> list[int]:
    """Return the lane of each trip, counted from the boxes; no two trips share a stretch of one."""
    taken: list[list[tuple[int, int]]] = []
    chosen = [0] * len(trips)
    order = sorted(range(len(trips)), key=lambda number: _length(trips[number]))
    for number in order:
        upper, lower = trips[number].span
        lane = 0
        while lane < len(taken) and any(
            not (lower < above or below < upper) for above, below in taken[lane]
        ):
            lane += 1
        if lane == len(taken):
            taken.append([])
        taken[lane].append((upper, lower))
        chosen[number] = lane
    return chosen


def _length(trip: Trip) -> int:
    upper, lower = trip.span
    return lower - upper


def spacing(count: int) -> float:
    """Return the distance between so many lanes, in CSS pixels."""
    return min(_WIDEST, _ALL / max(count, 1))
