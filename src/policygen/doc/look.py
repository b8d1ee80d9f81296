"""How a document looks besides what it says. Apart from the tree, because settings need no tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a document embeds. media_type: `image/svg+xml`, `image/png` or `image/jpeg`.
    width, height: CSS pixels."""

    name: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Theme:
    """How a document looks, in every format.

    brand: "#RRGGBB". text_font, heading_font: families of the font package. cover: "panel" (a
    coloured field) | "band" (a coloured strip) | "plain". density: "comfortable" | "compact".
    """

    brand: str = "#1a4f8b"
    text_font: str = "Source Sans 3"
    heading_font: str = "Source Sans 3"
    cover: str = "panel"
    density: str = "comfortable"


USUAL: Final = Theme()
"""The looks of a document that nothing is said about."""
