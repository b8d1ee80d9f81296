"""The words of a diagram's parts, set alike in all of its boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams.lettering import (
    TEXT_SIZES,
    TITLE_SIZES,
    Lettering,
    Passage,
    Style,
    widest_word,
)
from policygen.write.diagrams.shapes import Box, Palette, Rect, Shape, height_of, placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygen.doc import tree

PADDING: Final = 11.0
"""Between the edge of a box and its words, at the sides."""

_PADDING_DOWN: Final = 9.0
_GAP: Final = 2.5


@dataclass(frozen=True, slots=True)
class Studio:
    """What every drawing needs: the type and the colours."""

    lettering: Lettering
    palette: Palette

    def title(self, size: float) -> Style:
        """Return the style of titles at a size."""
        return Style(self.lettering.bold, size, self.palette.text)

    def text(self, size: float, colour: str = "") -> Style:
        """Return the style of details at a size; grey without a colour."""
        return Style(self.lettering.regular, size, colour or self.palette.muted)

    def set(self, text: str, style: Style, width: float) -> Passage:
        """Return text set in a width."""
        return self.lettering.passage(text, style, width)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the words of all parts of a diagram are set, in a column of a given width.

    title, text: the sizes of titles and details in CSS pixels. accent: whether details are times,
    shown in the brand's colour. align: 0 for left, 0.5 for centred.
    """

    studio: Studio
    width: float
    title: float
    text: float
    accent: bool = False
    align: float = 0.0

    def passages(self, part: tree.Part) -> tuple[Passage, ...]:
        """Return the title of a part and its details."""
        studio = self.studio
        style = studio.text(self.text, studio.palette.accent if self.accent else "")
        title = studio.set(part.title, studio.title(self.title), self.width)
        details = (studio.set(detail, style, self.width) for detail in part.details)
        return tuple(passage for passage in (title, *details) if passage.lines)

    def height(self, part: tree.Part) -> float:
        """Return how high a part's words are."""
        return height_of(self.passages(part), _GAP)

    def natural_width(self, part: tree.Part) -> float:
        """Return how wide a part's words are as they are set."""
        return max((passage.width for passage in self.passages(part)), default=0.0)

    def words(self, part: tree.Part, room: Rect) -> Iterator[Shape]:
        """Yield a part's words from the top of a room."""
        yield from placed(self.passages(part), room, _GAP, align=self.align)

    def box_height(self, part: tree.Part) -> float:
        """Return how high a box with a part's words is."""
        return self.height(part) + 2 * _PADDING_DOWN

    def box(self, part: tree.Part, rect: Rect, *, middle: bool = True) -> Iterator[Shape]:
        """Yield a part as a box, its words in the middle of its height or at its top."""
        yield frame(rect, self.studio.palette, outside=part.outside)
        slack = rect.height - self.box_height(part) if middle else 0.0
        yield from self.words(part, rect.inset(PADDING, _PADDING_DOWN + slack / 2))


def setting(studio: Studio, parts: Sequence[tree.Part], width: float) -> Setting:
    """Return how the words of parts are set in a column `width` CSS pixels wide."""
    type_ = studio.lettering
    details = [detail for part in parts for detail in part.details]
    return Setting(
        studio,
        width,
        type_.size([part.title for part in parts], type_.bold, TITLE_SIZES, width),
        type_.size(details, type_.regular, TEXT_SIZES, width),
    )


def fits(studio: Studio, parts: Sequence[tree.Part], width: float) -> bool:
    """Return whether the parts' words go into a column without being divided or made small."""
    type_ = studio.lettering
    details = (detail for part in parts for detail in part.details)
    return (
        widest_word((part.title for part in parts), type_.bold) * TITLE_SIZES[2] <= width
        and widest_word(details, type_.regular) * TEXT_SIZES[1] <= width
    )


def frame(rect: Rect, palette: Palette, *, outside: bool) -> Box:
    """Return the box of a part: tinted, or white and dashed when it lies outside the company."""
    fill = palette.paper if outside else palette.tint
    return Box(rect, fill, palette.line, dashed=outside)
