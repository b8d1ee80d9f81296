"""The steps of a process: boxes in rows from left to right, joined by arrows."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams.cards import PADDING, Setting, Studio, fits, setting
from policygen.write.diagrams.shapes import WIDTH, Drawing, Line, Rect, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygen.doc import tree

_ACROSS: Final = 30.0
_DOWN: Final = 34.0
_EDGE: Final = 1.0
_FEW: Final = 3
"""Up to so many steps stand in one row."""

_NEAT: Final = 130.0
"""Boxes higher than this, in CSS pixels, are made wider if they can be."""


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of a process."""
    parts = diagram.parts
    columns = _columns(parts, studio)
    width = _box_width(columns)
    set_ = setting(studio, parts, width - 2 * PADDING)
    rects = _rects(parts, set_, columns, width)
    shapes: list[Shape] = []
    for part, rect in zip(parts, rects, strict=True):
        shapes.extend(set_.box(part, rect, middle=False))
    shapes.extend(_arrows(rects, studio.palette.line))
    return Drawing(max(rect.bottom for rect in rects) + _EDGE, tuple(shapes))


def _columns(parts: Sequence[tree.Part], studio: Studio) -> int:
    """Return how many boxes stand in a row: what fits with few, evenly filled rows."""
    count = len(parts)
    wanted = range(count, 0, -1) if count <= _FEW else (4, 3)
    neat = [columns for columns in wanted if _is_neat(parts, studio, columns)]
    if not neat:
        return min(2, count)
    return max(neat, key=lambda columns: count / (math.ceil(count / columns) * columns))


def _is_neat(parts: Sequence[tree.Part], studio: Studio, columns: int) -> bool:
    room = _box_width(columns) - 2 * PADDING
    if not fits(studio, parts, room):
        return False
    set_ = setting(studio, parts, room)
    return columns == 1 or max(map(set_.box_height, parts)) <= _NEAT


def _box_width(columns: int) -> float:
    """Return the width of a box; a process of one or two steps does not fill the column."""
    shown = max(columns, 2)
    return (WIDTH - 2 * _EDGE - _ACROSS * (shown - 1)) / shown


def _rects(parts: Sequence[tree.Part], set_: Setting, columns: int, width: float) -> list[Rect]:
    rects: list[Rect] = []
    top = _EDGE
    for start in range(0, len(parts), columns):
        row = parts[start : start + columns]
        height = max(map(set_.box_height, row))
        rects.extend(
            Rect(_EDGE + place * (width + _ACROSS), top, width, height) for place in range(len(row))
        )
        top += height + _DOWN
    return rects


def _arrows(rects: Sequence[Rect], colour: str) -> Iterator[Shape]:
    for rect, following in pairwise(rects):
        if following.y == rect.y:
            middle = rect.y + rect.height / 2
            yield Line(((rect.right + 5, middle), (following.x - 5, middle)), colour, head=True)
        else:
            start, end = rect.x + rect.width / 2, following.x + following.width / 2
            between = rect.bottom + _DOWN / 2
            way = ((start, rect.bottom + 4), (start, between), (end, between))
            yield Line((*way, (end, following.y - 4)), colour, head=True)
