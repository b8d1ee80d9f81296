"""What a drawing consists of: boxes, areas, lines and words, in CSS pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from policygen.write import colour
from policygen.write.diagrams.lettering import ASCENT, Passage, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH: Final = 586.0
"""Width of every drawing: the text column of an A4 page, 155 mm."""

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def inset(self, across: float, down: float) -> Rect:
        """Return what is left within a margin on both sides."""
        return Rect(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners. fill, outline: a colour or "none"."""

    rect: Rect
    fill: str
    outline: str = "none"
    dashed: bool = False
    radius: float = 6.0


@dataclass(frozen=True, slots=True)
class Area:
    """A shape with straight sides."""

    corners: tuple[Point, ...]
    fill: str
    outline: str = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, its corners rounded. head: whether it ends in an arrow head."""

    points: tuple[Point, ...]
    colour: str
    head: bool = False
    dashed: bool = False
    thickness: float = 1.4


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. x, baseline: where it starts. room: the area that it must stay within."""

    text: str
    style: Style
    x: float
    baseline: float
    room: Rect

    @property
    def rect(self) -> Rect:
        """The area that the text covers, from the highest accent to the lowest descender."""
        top = self.baseline - ASCENT * self.style.size
        return Rect(self.x, top, self.style.width(self.text), 1.2 * self.style.size)


Shape: TypeAlias = Box | Area | Line | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished layout; its width is `WIDTH`. Shapes are painted in order."""

    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a document's diagrams.

    line: outlines and arrows. solid: grounds for white text. tint: grounds for text. accent: text
    in the brand's colour. text, muted: black and grey text. rule: decoration.
    """

    line: str
    solid: str
    tint: str
    accent: str
    text: str = "#1c2126"
    muted: str = "#414a54"
    rule: str = "#d5dae0"
    paper: str = colour.WHITE


def palette(brand: str) -> Palette:
    """Return the shades of a `#RRGGBB` brand colour, each readable on white and on the tint."""
    solid = colour.readable(brand, colour.WHITE)
    tint = colour.mix(colour.WHITE, solid, 0.07)
    return Palette(
        line=colour.readable(brand, tint, 3.0),
        solid=solid,
        tint=tint,
        accent=colour.readable(brand, tint),
    )


def height_of(passages: Sequence[Passage], gap: float) -> float:
    """Return how high passages are below each other, with a gap between them."""
    return sum(passage.height for passage in passages) + gap * max(0, len(passages) - 1)


def placed(
    passages: Sequence[Passage], room: Rect, gap: float, *, align: float = 0.0
) -> Iterator[Words]:
    """Yield the lines of passages below each other from the top of a room.

    align: the share of a line's free width that stands before it: 0 left, 0.5 centred, 1 right.
    """
    top = room.y
    for passage in passages:
        for line in passage.lines:
            style = passage.style
            x = room.x + align * (room.width - style.width(line))
            yield Words(line, style, x, top + ASCENT * style.size, room)
            top += style.leading
        top += gap
