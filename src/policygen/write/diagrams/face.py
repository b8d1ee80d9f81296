"""Fonts as shapes: what text set in them measures, and their glyphs as outlines.

A typeface is given as the paths of its font files: the first one that has a character shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Final, TypeAlias

import uharfbuzz
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

UNITS: Final = 1000
"""Units of glyphs and advances an em, whatever the font file counts in."""

Paths: TypeAlias = tuple[str, ...]

_DOWNWARDS: Final = (1, 0, 0, -1, 0, 0)
"""Fonts count heights upwards, drawings downwards."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of the font file at `path` and where it stands in its line, in units."""

    path: str
    number: int
    x: int
    y: int


@cache
def _font(path: str) -> uharfbuzz.Font:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
    font.scale = (UNITS, UNITS)
    return font


@cache
def _characters(path: str) -> frozenset[int]:
    return frozenset(_font(path).face.unicodes)


@lru_cache(maxsize=4096)
def shaped(paths: Paths, text: str) -> tuple[tuple[Glyph, ...], int]:
    """Return the glyphs of a line of text in a typeface, and its length, in units."""
    glyphs: list[Glyph] = []
    x = 0
    for path, characters in groupby(text, lambda character: _path_for(paths, character)):
        buffer = uharfbuzz.Buffer()
        buffer.add_str("".join(characters))
        buffer.guess_segment_properties()
        uharfbuzz.shape(_font(path), buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append(Glyph(path, info.codepoint, x + place.x_offset, -place.y_offset))
            x += place.x_advance
    return tuple(glyphs), x


def _path_for(paths: Paths, character: str) -> str:
    return next((path for path in paths if ord(character) in _characters(path)), paths[0])


@lru_cache(maxsize=2048)
def outline(path: str, glyph: int) -> str:
    """Return a glyph as the data of an SVG path, in units; "" for one without ink."""
    pen = SVGPathPen(None, ntos=lambda number: str(round(number)))
    _font(path).draw_glyph_with_pen(glyph, TransformPen(pen, _DOWNWARDS))
    commands: str = pen.getCommands()
    return commands


def width(paths: Paths, text: str, size: float) -> float:
    """Return how long a line of text is at a size, both in CSS pixels."""
    return shaped(paths, text)[1] * size / UNITS
