"""Stops with their times: along a line from left to right, or downwards when there are many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams.cards import Setting, Studio, fits, setting
from policygen.write.diagrams.lettering import LEADING
from policygen.write.diagrams.shapes import WIDTH, Box, Drawing, Line, Point, Rect, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygen.doc import tree

_RADIUS: Final = 6.5
_EDGE: Final = 1.0
_ACROSS: Final = 18.0
_DOWN: Final = 20.0
_BELOW: Final = 12.0
"""Between a stop and its words."""

_MOST: Final = 5
"""So many stops may stand side by side."""

_NEAT: Final = 150.0
"""Words higher than this, in CSS pixels, are better read in long lines."""


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of a timeline."""
    parts = diagram.parts
    width = (WIDTH + _ACROSS) / max(len(parts), 2) - _ACROSS
    if len(parts) <= _MOST and fits(studio, parts, width):
        set_ = replace(setting(studio, parts, width), accent=True)
        if max(map(set_.height, parts)) <= _NEAT:
            return _across(parts, set_)
    set_ = setting(studio, parts, WIDTH - _EDGE - 2 * _RADIUS - _BELOW)
    return _down(parts, replace(set_, accent=True))


def _across(parts: Sequence[tree.Part], set_: Setting) -> Drawing:
    middle = _EDGE + _RADIUS
    top = middle + _RADIUS + _BELOW
    height = max(map(set_.height, parts))
    lefts = [place * (set_.width + _ACROSS) for place in range(len(parts))]
    stops = [(_EDGE + _RADIUS + left, middle) for left in lefts]
    shapes = list(_way(parts, stops, set_.studio))
    for part, left in zip(parts, lefts, strict=True):
        shapes.extend(set_.words(part, Rect(left, top, set_.width, height)))
    return Drawing(top + height + _EDGE, tuple(shapes))


def _down(parts: Sequence[tree.Part], set_: Setting) -> Drawing:
    tops: list[float] = []
    top = _EDGE
    for part in parts:
        tops.append(top)
        top += max(set_.height(part), 2 * _RADIUS) + _DOWN
    stops = [(_EDGE + _RADIUS, top + set_.title * LEADING / 2) for top in tops]
    shapes = list(_way(parts, stops, set_.studio))
    for part, start in zip(parts, tops, strict=True):
        room = Rect(WIDTH - set_.width, start, set_.width, set_.height(part))
        shapes.extend(set_.words(part, room))
    return Drawing(top - _DOWN + _EDGE, tuple(shapes))


def _way(parts: Sequence[tree.Part], stops: Sequence[Point], studio: Studio) -> Iterator[Shape]:
    """Yield the stops and the lines between them; what leads outside the company is dashed."""
    palette = studio.palette
    for part, start, end in zip(parts[1:], stops, stops[1:], strict=False):
        yield Line((start, end), palette.line, dashed=part.outside)
    for part, (x, y) in zip(parts, stops, strict=True):
        rect = Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        fill = palette.paper if part.outside else palette.solid
        outline = palette.line if part.outside else palette.solid
        yield Box(rect, fill, outline, dashed=part.outside, radius=_RADIUS)
