"""The skin: everything about a document's looks that is not in its tree."""

from __future__ import annotations

from dataclasses import dataclass


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
    fonts: the faces of the text family.
    """

    screen_css: str
    print_css: str
    page: str
    reference: bytes
    fonts: tuple[FontFace, ...]
