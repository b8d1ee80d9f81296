"""Headers and footers: title, company, version, page, and the marks of a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.write.ooxml import styles
from policygen.write.ooxml.block import paragraph
from policygen.write.ooxml.markup import clean, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygen.doc import tree
    from policygen.write.ooxml.text import Inlines, Look

UNKNOWN: Final = "–"
"""What a page number shows in a program that does not compute it: no number, not a wrong one."""

_V: Final = "urn:schemas-microsoft-com:vml"
_O: Final = "urn:schemas-microsoft-com:office:office"
_TEXT_PATH: Final = "136"
"""The number of the shape "plain text" among the built-in shapes of VML."""

_TEXT_PATH_FORMULAS: Final = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
)
"""How the path of that shape follows from its size (ISO/IEC 29500-4, 19, VML)."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Writes the header and footer paragraphs of one document."""

    document: tree.Document
    inlines: Inlines
    look: Look
    style_id: Callable[[str], str]

    def header(self) -> etree._Element:
        """Return the header: the company, and the word for a draft."""
        return self._header(self.document.cover.company, watermark=2)

    def first_header(self) -> etree._Element:
        """Return the header of the first page, which names the company itself."""
        return self._header("", watermark=1)

    def _header(self, company: str, watermark: int) -> etree._Element:
        content = [self._words(company), self.inlines.tab(self.look)]
        if self.document.draft:
            word = self.document.labels.draft
            marked = replace(self.look, style=self.style_id(styles.DRAFT))
            content.append(self.inlines.words(word, marked))
            content.append(self.inlines.run(self.look, _watermark(word, watermark)))
        return paragraph(self.style_id(styles.HEADER), content)

    def footer(self) -> etree._Element:
        """Return the footer: the title, and "Version 2.1.0 · Page 3 of 12"."""
        labels = self.document.labels
        before, between, after = labels.page_of
        version = f"{labels.version} {self.document.metadata.version}"
        field, words = self.inlines.field, self._words
        content = [
            words(self.document.metadata.title),
            self.inlines.tab(self.look),
            words(f"{version} · {before}"),
            *field("PAGE", self.look, UNKNOWN),
            words(between),
            *field("NUMPAGES", self.look, UNKNOWN),
            words(after),
        ]
        return paragraph(self.style_id(styles.FOOTER), content)

    def first_footer(self) -> etree._Element:
        """Return the footer of the first page; that of a cover page is empty."""
        if self.document.cover.layout == "page":
            return paragraph(self.style_id(styles.FOOTER), [])
        return self.footer()

    def _words(self, value: str) -> etree._Element:
        return self.inlines.words(value, self.look)


def _watermark(word: str, number: int) -> etree._Element:
    """Return a word across the page, of the kind that Word itself makes and can take away.

    Word finds it by its name, under Design, Watermark, Remove.
    """
    box = (
        f"position:absolute;margin-left:0;margin-top:0;width:{len(word) * 48}pt;height:96pt;"
        "rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:"
        "margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = _v(
        "shape",
        _v("fill", opacity=".5"),
        _v("textpath", style="font-family:'Source Sans 3';font-size:1pt", string=clean(word)),
        id=f"PowerPlusWaterMarkObject{number}",
        type=f"#_x0000_t{_TEXT_PATH}",
        style=box,
        fillcolor="#e4e8ec",
        stroked="f",
        alt=clean(word),
    )
    shape.set(f"{{{_O}}}spid", f"_x0000_s{2048 + number}")
    shape.set(f"{{{_O}}}allowincell", "f")
    return w("pict", _text_shape(), shape)


def _text_shape() -> etree._Element:
    """Return the definition of a shape that is a line of text stretched to its size."""
    kind = _v(
        "shapetype",
        _v("formulas", *(_v("f", eqn=formula) for formula in _TEXT_PATH_FORMULAS)),
        _v("path", textpathok="t"),
        _v("textpath", on="t", fitshape="t"),
        id=f"_x0000_t{_TEXT_PATH}",
        coordsize="21600,21600",
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )
    kind.set(f"{{{_O}}}spt", _TEXT_PATH)
    return kind


def _v(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{_V}}}{name}", attributes, {"v": _V, "o": _O})
    element.extend(children)
    return element
