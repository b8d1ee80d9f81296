"""The skin: everything about a document's looks that is not in its tree."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Family:
    """A font family that documents may be set in.

    kind: "sans-serif" | "serif". instead: families shown where a Word file meets a machine without
    it, the most alike first; Word itself takes the first.
    """

    kind: str
    instead: tuple[str, ...]


FAMILIES: Final[Mapping[str, Family]] = MappingProxyType(
    {
        "EB Garamond": Family("serif", ("Garamond", "Georgia")),
        "Gentium Book Plus": Family("serif", ("Cambria", "Georgia")),
        "Noto Sans": Family("sans-serif", ("Segoe UI", "Helvetica")),
        "Open Sans": Family("sans-serif", ("Segoe UI", "Helvetica")),
        "Roboto": Family("sans-serif", ("Arial", "Helvetica")),
        "Source Sans 3": Family("sans-serif", ("Calibri", "Helvetica")),
    }
)
"""Those of the font package that have four faces, the letters of every language that is written
in Latin script, and a licence that lets documents carry them (SIL Open Font License, Apache)."""

SYMBOLS: Final = "Source Sans 3"
"""The family that lends its ticks, crosses, arrows and narrow spaces to those without."""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file. weight: CSS weight (400, 700). style: "normal" | "italic".
    path: absolute path of a TrueType file from an installed package."""

    family: str
    weight: int
    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Skin:
    """What the writers need besides the tree; read from `templates/skin` by the build.

    screen_css, print_css: style sheets of the HTML file and of the page that becomes the PDF.
    page: the HTML frame, a `string.Template` text.
    reference: the bytes of `reference.docx`.
    fonts: the faces of the theme's families, and of the one that lends symbols.
    """

    screen_css: str
    print_css: str
    page: str
    reference: bytes
    fonts: tuple[FontFace, ...]
