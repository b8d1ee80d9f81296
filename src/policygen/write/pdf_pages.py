"""Laid-out pages of the PDF engine, with what tagging and fitting need to know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import weasyprint
from weasyprint.formatting_structure import boxes

from policygen.write.pdf_roles import Box

if TYPE_CHECKING:
    from collections.abc import Iterator


class MarkedPage(weasyprint.Page):  # type: ignore[misc]  # WeasyPrint has no type hints
    """A page that remembers which marked content of its stream belongs to which box.

    marks: box -> {"mcid": number}. stream: the page's content once painted.
    """

    def __init__(self, page: weasyprint.Page) -> None:
        self.__dict__.update(vars(page))
        self.marks: dict[Box, dict[str, int]] = {}
        self.stream: Any = None

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, with marked content around everything that is drawn."""
        # The engine marks content where a stream has a place to note it, and only its own
        # tagging, which is replaced here, gives it one.
        stream._tags = self.marks  # noqa: SLF001
        super().paint(stream, scale)
        self.stream = stream

    @property
    def box(self) -> Box:
        """The page's outermost box."""
        return self._page_box

    @property
    def room(self) -> float:
        """The height of the page between its margins, in CSS pixels."""
        return float(self.box.height)

    def text_height(self) -> float:
        """Return how far down the page its text reaches, in CSS pixels from its first line.

        What the style sheet places by itself, such as a line at the foot, does not count.
        """
        top = self._text.position_y
        bottoms = (line.position_y + line.height for line in _lines(self._text))
        return float(max(bottoms, default=top) - top)

    def line_count(self) -> int:
        """Return how many lines of text the page holds, in all its columns."""
        return sum(1 for _ in _lines(self._text))

    @property
    def _text(self) -> Box:
        return self.box.children[0]  # margin boxes stand after it


def _lines(box: Box) -> Iterator[Box]:
    """Yield the lines in a box, in its flow of text."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox):
            yield child
        if not child.is_absolutely_positioned():
            yield from _lines(child)
