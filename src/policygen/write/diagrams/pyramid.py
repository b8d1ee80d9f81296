"""Levels of support: a pyramid, the broadest level at the bottom, its words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.write import colour
from policygen.write.diagrams.cards import Studio, setting
from policygen.write.diagrams.shapes import WIDTH, Area, Drawing, Line, Rect, Shape

if TYPE_CHECKING:
    from policygen.doc import tree

_BASE: Final = 230.0
"""Width of the pyramid's foot."""

_TIP: Final = 34.0
"""Width of its top, which is cut off."""

_SPACE: Final = 26.0
_LOWEST: Final = 54.0
"""Height of a level with few words."""

_MARGIN: Final = 9.0
_EDGE: Final = 1.0
_JOINT: Final = 3.0


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of a pyramid."""
    parts = diagram.parts[::-1]
    left = _EDGE + _BASE + _SPACE
    set_ = setting(studio, parts, WIDTH - left)
    heights = [max(_LOWEST, set_.height(part) + 2 * _MARGIN) for part in parts]
    whole = sum(heights)
    shapes: list[Shape] = []
    top = 0.0
    for number, (part, height) in enumerate(zip(parts, heights, strict=True)):
        shapes.append(_level(top, height, whole, _fill(number, len(parts), studio)))
        if number:
            shapes.append(_rule(top, whole, studio.palette.rule))
        text = set_.height(part)
        shapes.extend(
            set_.words(part, Rect(left, _EDGE + top + (height - text) / 2, WIDTH - left, text))
        )
        top += height
    return Drawing(whole + 2 * _EDGE, tuple(shapes))


def _half_width(height: float, whole: float) -> float:
    """Return half of the pyramid's width at a height below its top."""
    return (_TIP + (_BASE - _TIP) * height / whole) / 2


def _level(top: float, height: float, whole: float, fill: str) -> Area:
    middle = _EDGE + _BASE / 2
    upper, lower = top + (_JOINT / 2 if top else 0), top + height - _JOINT / 2
    above, below = _half_width(upper, whole), _half_width(lower, whole)
    return Area(
        (
            (middle - above, _EDGE + upper),
            (middle + above, _EDGE + upper),
            (middle + below, _EDGE + lower),
            (middle - below, _EDGE + lower),
        ),
        fill,
    )


def _rule(top: float, whole: float, colour_: str) -> Line:
    """Return the line between two levels, from the pyramid to the end of the words."""
    start = _EDGE + _BASE / 2 + _half_width(top, whole) + _JOINT
    return Line(((start, _EDGE + top), (WIDTH - 1, _EDGE + top)), colour_, thickness=1)


def _fill(number: int, count: int, studio: Studio) -> str:
    """Return the colour of a level: the brand's at the top, paler towards the foot."""
    solid = studio.palette.solid
    pale = colour.readable(colour.mix(solid, colour.WHITE, 0.6), colour.WHITE, 3.0)
    return colour.mix(solid, pale, number / max(count - 1, 1))
