"""Laid-out pages of the PDF engine, with what tagging and fitting need to know of them."""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from policygen.write.pdf_roles import Box


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

    def text_height(self) -> float:
        """Return how far down the page its text reaches, in CSS pixels from its first line."""
        text = self.box.children[0]  # margin boxes stand after it
        lines = [box for box in text.descendants() if isinstance(box, boxes.LineBox)]
        bottom = max((line.position_y + line.height for line in lines), default=text.position_y)
        return float(bottom - text.position_y)
