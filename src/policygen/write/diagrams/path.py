"""Who hands a case over to whom: boxes below each other, arrows with their times between them.

A box and the one after it are joined by a straight arrow; every other arrow takes a lane beside
the boxes. Ways that have no box in common stand side by side where they have room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams.cards import PADDING, Setting, Studio, fits, setting
from policygen.write.diagrams.graph import components, in_order
from policygen.write.diagrams.lanes import Trip, lanes, spacing
from policygen.write.diagrams.lettering import Passage
from policygen.write.diagrams.shapes import (
    WIDTH,
    Drawing,
    Line,
    Rect,
    Shape,
    placed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygen.doc import tree

_EDGE: Final = 1.0
_SHORTEST: Final = 30.0
"""Length of an arrow without words."""

_WIDEST_BOX: Final = 330.0
_BOX_BESIDE_LANES: Final = 270.0
_BETWEEN: Final = 28.0
_MOST_COLUMNS: Final = 3
_ARROW: Final = 22.0
"""From the left edge of a box to the arrow below it."""

_LABEL: Final = 11.0
_SLOT: Final = 14.0
"""Height that an arriving arrow needs at the side of a box."""


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of an escalation path."""
    ways = [in_order(way) for way in components(diagram.parts)]
    plans = [_Plan.of(way) for way in ways]
    count = len(plans)
    width = (WIDTH - 2 * _EDGE - _BETWEEN * (count - 1)) / count
    room = width - 2 * PADDING
    if (
        1 < count <= _MOST_COLUMNS
        and not any(plan.trips for plan in plans)
        and fits(studio, diagram.parts, room)
    ):
        set_ = setting(studio, diagram.parts, room)
        tops = [_EDGE] * count
        lefts = [_EDGE + number * (width + _BETWEEN) for number in range(count)]
        return _joined(
            [plan.drawn(set_, x, y) for plan, x, y in zip(plans, lefts, tops, strict=True)]
        )
    beside = any(plan.trips for plan in plans)
    box = _BOX_BESIDE_LANES if beside else _WIDEST_BOX
    set_ = setting(studio, diagram.parts, box - 2 * PADDING)
    drawings: list[Drawing] = []
    top = _EDGE
    for plan in plans:
        drawings.append(plan.drawn(set_, _EDGE, top))
        top = drawings[-1].height + _BETWEEN
    return _joined(drawings)


def _joined(drawings: Sequence[Drawing]) -> Drawing:
    shapes = tuple(shape for each in drawings for shape in each.shapes)
    return Drawing(max(each.height for each in drawings), shapes)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The boxes of a way from the top, the words of the straight arrow below each (None where
    there is none), and the arrows that take a lane."""

    parts: tuple[tree.Part, ...]
    straight: tuple[str | None, ...]
    trips: tuple[Trip, ...]

    @classmethod
    def of(cls, parts: tuple[tree.Part, ...]) -> _Plan:
        """Return which arrows of a way are straight and which take a lane."""
        places = {part.id: place for place, part in enumerate(parts)}
        straight: list[str | None] = [None] * len(parts)
        trips: list[Trip] = []
        for place, part in enumerate(parts):
            for arrow in dict.fromkeys(part.arrows):
                end = places[arrow.target]
                if end == place + 1 and straight[place] is None:
                    straight[place] = arrow.label
                else:
                    trips.append(Trip(place, end, arrow.label))
        return cls(parts, tuple(straight), tuple(trips))

    def drawn(self, set_: Setting, left: float, top: float) -> Drawing:
        """Return the boxes and arrows of this way, its upper left corner at `left` and `top`."""
        side = _Side.of(self, set_, left)
        style = set_.studio.text(_LABEL, set_.studio.palette.accent)
        colour = set_.studio.palette.line
        width = set_.width + 2 * PADDING
        shapes: list[Shape] = []
        rects: list[Rect] = []
        for place, part in enumerate(self.parts):
            rect = Rect(left, top, width, max(set_.box_height(part), side.height(place)))
            rects.append(rect)
            shapes.extend(set_.box(part, rect))
            top = rect.bottom
            if place + 1 == len(self.parts):
                break
            label = self.straight[place]
            words = set_.studio.set(label or "", style, width - _ARROW - 14)
            gap = max(_SHORTEST, words.height + 14)
            if label is not None:
                x = left + _ARROW
                shapes.append(Line(((x, top + 3), (x, top + gap - 3)), colour, head=True))
                room = Rect(
                    x + 14, top + (gap - words.height) / 2, width - _ARROW - 14, words.height
                )
                shapes.extend(placed([words], room, 0))
            top += gap
        shapes.extend(side.shapes(rects, colour))
        return Drawing(top + _EDGE, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Side:
    """What happens to the right of the boxes of a way.

    labels: the words of each trip. lanes: its lane. left, right: between which the words stand.
    """

    trips: tuple[Trip, ...]
    labels: tuple[Passage, ...]
    lanes: tuple[int, ...]
    left: float
    right: float

    @classmethod
    def of(cls, plan: _Plan, set_: Setting, left: float) -> _Side:
        """Return the lanes of a plan's trips and the words above their beginnings."""
        chosen = tuple(lanes(plan.trips))
        count = max(chosen, default=-1) + 1
        start = left + set_.width + 2 * PADDING
        end = WIDTH - _EDGE - spacing(count) * count
        style = set_.studio.text(_LABEL, set_.studio.palette.accent)
        labels = tuple(set_.studio.set(trip.label, style, end - start - 14) for trip in plan.trips)
        widest = max((label.width for label in labels), default=0.0)
        return cls(plan.trips, labels, chosen, start, start + max(_SHORTEST, widest + 14))

    def _slots(self, box: int) -> Iterator[tuple[int, bool, float]]:
        """Yield what happens at a box: the trip, whether it leaves, the height it needs."""
        for number, trip in enumerate(self.trips):
            if trip.end == box:
                yield number, False, _SLOT
        for number, trip in enumerate(self.trips):
            if trip.start == box:
                words = self.labels[number].height
                yield number, True, words + 9 if words else _SLOT

    def height(self, box: int) -> float:
        """Return the height that the arrows at a box need."""
        return sum(height for _, _, height in self._slots(box))

    def shapes(self, rects: Sequence[Rect], colour: str) -> Iterator[Shape]:
        """Yield the words and arrows beside the boxes."""
        leaving, arriving = {}, {}
        for box, rect in enumerate(rects):
            top = rect.y + (rect.height - self.height(box)) / 2
            for number, leaves, height in self._slots(box):
                if leaves:
                    words = self.labels[number]
                    room = Rect(self.left + 8, top + 1, self.right - self.left - 13, words.height)
                    yield from placed([words], room, 0)
                    leaving[number] = top + (words.height + 5 if words.lines else height / 2)
                else:
                    arriving[number] = top + height / 2
                top += height
        gap = spacing(max(self.lanes, default=-1) + 1)
        for number, lane in enumerate(self.lanes):
            x = self.right + (lane + 0.5) * gap
            start, end = leaving[number], arriving[number]
            way = ((self.left + 3, start), (x, start), (x, end), (self.left + 3, end))
            yield Line(way, colour, head=True)
