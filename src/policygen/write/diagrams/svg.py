"""A drawing as an SVG file: text as outlines, each glyph once, so that no font is needed."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams import face
from policygen.write.diagrams.shapes import WIDTH, Area, Box, Drawing, Line, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygen.write.diagrams.shapes import Point

_OUTLINE: Final = 1.4
_DASHES: Final = "5 3.5"
_CORNER: Final = 6.0
_HEAD: Final = 7.0
"""Length of an arrow head."""

_HALF_HEAD: Final = 3.6


class _Glyphs:
    """The glyphs of a file, numbered in the order in which they are first used."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, int], str] = {}

    def use(self, glyph: face.Glyph) -> str:
        """Return the element that shows a glyph, "" when it has no ink."""
        if not face.outline(glyph.path, glyph.number):
            return ""
        id_ = self.ids.setdefault((glyph.path, glyph.number), f"g{len(self.ids)}")
        place = "".join(f' {name}="{at}"' for name, at in (("x", glyph.x), ("y", glyph.y)) if at)
        return f'<use xlink:href="#{id_}"{place}/>'

    def definitions(self) -> str:
        """Return the outlines of all glyphs used."""
        paths = (
            f'<path id="{id_}" d="{face.outline(path, number)}"/>'
            for (path, number), id_ in self.ids.items()
        )
        return f"<defs>{''.join(paths)}</defs>"


def svg(drawing: Drawing, title: str) -> bytes:
    """Return a drawing as an SVG file, with a title for readers that look into it."""
    glyphs = _Glyphs()
    shapes = "\n".join(_shape(shape, glyphs) for shape in drawing.shapes)
    width, height = _n(WIDTH), _n(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">\n'
        f"<title>{escape(title, quote=False)}</title>\n"
        f"{glyphs.definitions()}\n{shapes}\n</svg>\n"
    ).encode()


def _shape(shape: Shape, glyphs: _Glyphs) -> str:
    match shape:
        case Box():
            return _box(shape)
        case Area(corners, fill, outline):
            path = "M" + "L".join(_point(corner) for corner in corners) + "Z"
            return f'<path d="{path}" fill="{fill}"{_stroke(outline, _OUTLINE)}/>'
        case Line():
            return _line(shape)
        case Words():
            return _words(shape, glyphs)


def _box(box: Box) -> str:
    rect = box.rect
    return (
        f'<rect x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" '
        f'height="{_n(rect.height)}" rx="{_n(box.radius)}" fill="{box.fill}"'
        f"{_stroke(box.outline, _OUTLINE, dashed=box.dashed)}/>"
    )


def _line(line: Line) -> str:
    points = list(line.points)
    head = ""
    if line.head:
        head = _arrow_head(points[-2], points[-1], line.colour)
        points[-1] = _towards(points[-1], points[-2], _HEAD - 1)
    stroke = _stroke(line.colour, line.thickness, dashed=line.dashed)
    return f'<path d="{_rounded(points)}" fill="none"{stroke}/>{head}'


def _words(words: Words, glyphs: _Glyphs) -> str:
    style = words.style
    uses = map(glyphs.use, face.shaped(style.paths, words.text)[0])
    scale = f"{style.size / face.UNITS:g}"
    return (
        f'<g fill="{style.colour}" transform="translate({_point((words.x, words.baseline))}) '
        f'scale({scale})">{"".join(uses)}</g>'
    )


def _stroke(colour: str, thickness: float, *, dashed: bool = False) -> str:
    if colour == "none":
        return ""
    dashes = f' stroke-dasharray="{_DASHES}"' if dashed else ""
    return f' stroke="{colour}" stroke-width="{_n(thickness)}"{dashes}'


def _rounded(points: Sequence[Point]) -> str:
    """Return a path through points whose corners are rounded as far as there is room."""
    path = f"M{_point(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        path += f"L{_point(start)}Q{_point(corner)} {_point(end)}"
    return f"{path}L{_point(points[-1])}"


def _arrow_head(before: Point, tip: Point, colour: str) -> str:
    base = _towards(tip, before, _HEAD)
    across = (tip[1] - base[1], base[0] - tip[0])
    share = _HALF_HEAD / _HEAD
    sides: Iterable[Point] = (
        (base[0] + side * across[0] * share, base[1] + side * across[1] * share) for side in (1, -1)
    )
    return f'<path d="M{"L".join(map(_point, (tip, *sides)))}Z" fill="{colour}"/>'


def _towards(start: Point, end: Point, distance: float) -> Point:
    """Return the point at a distance from `start` on the way to `end`."""
    whole = math.dist(start, end)
    share = distance / whole if whole else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _point(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".") if round(number, 2) else "0"
