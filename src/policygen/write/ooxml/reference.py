"""`reference.docx`, opened: a document that has its looks and nothing else of it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.exceptions import InvalidXmlError
from lxml import etree

from policygen.errors import Problem, RenderError, Words, tell
from policygen.write.ooxml import picture, sheet, styles
from policygen.write.ooxml.block import Indent
from policygen.write.ooxml.markup import q
from policygen.write.ooxml.numbering import ListNumberings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

    from policygen.write.ooxml.sheet import PageSetup

_MAX_UNPACKED: Final = 50_000_000
_KEPT: Final = frozenset(
    {
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.THEME,
    }
)
"""What a reference gives to a document. Its text, comments, headers, pictures and properties stay
behind: a document carries nothing that is not in its tree."""

_LABEL_CHARACTER: Final = 100
"""Width in twips of an average character, at the size of the reference's body text."""


class Reference:
    """The styles, numberings and page of a reference.

    document: without text, headers and footers. numberings: those that its styles are linked to.
    """

    def __init__(self, data: bytes) -> None:
        """Open a reference; RenderError when it is no Word file or lacks what is needed."""
        self.document = _opened(data)
        part = self.document.part
        for key, relationship in list(part.rels.items()):
            if relationship.reltype not in _KEPT:
                del part.rels[key]
        self._styles: dict[str, etree._Element] = {
            name.get(q("val"), "").lower(): style
            for style in self.document.styles.element.iterchildren(q("style"))
            for name in style.iterchildren(q("name"))
        }
        _check_styles(self._styles)
        numbered = {name: self._numbering(name) for name in styles.NUMBERED}
        self.numberings = ListNumberings(part.numbering_part.element, numbered)
        self._empty_body()
        self._setup: PageSetup | None = None

    def _numbering(self, style: str) -> int:
        link = self._styles[style.lower()].find(f"{q('pPr')}/{q('numPr')}/{q('numId')}")
        if link is None:
            raise _unfit(
                "RND403",
                tell(
                    "the style “{style}” of reference.docx has no numbering any more", style=style
                ),
                tell(
                    "undo that change, or start again from the reference.docx that ships with "
                    "policygen; its fonts, colours and spacing can be changed freely"
                ),
            )
        return int(link.get(q("val"), "0"))

    def _empty_body(self) -> None:
        body = self.document.element.body
        page = body.sectPr
        if page is None:
            raise _unfit(
                "RND404",
                tell("reference.docx says nothing about the size of its pages"),
                tell("open it in Word, set size and margins under Layout, and save it again"),
            )
        for child in list(body):
            if child is not page:
                body.remove(child)
        for child in list(page):
            if child.tag in {q("headerReference"), q("footerReference"), q("titlePg")}:
                page.remove(child)

    def style_id(self, name: str) -> str:
        """Return the id of a style of `styles.REQUIRED`."""
        return self._styles[name.lower()].get(q("styleId"), "")

    def indent(self, name: str) -> Indent:
        """Return the indent that a paragraph style itself sets."""
        return Indent.of(self._styles[name.lower()])

    @property
    def longest_label(self) -> int:
        """How many characters of a label leave room for a gap before the column of facts."""
        size = self._setup.type if self._setup else 1
        return int(self.indent(styles.FACT_LINE).hanging / (_LABEL_CHARACTER * size))

    @property
    def text_width(self) -> int:
        """The width of the text column in twips."""
        section = self.document.sections[0]
        width, left, right = section.page_width, section.left_margin, section.right_margin
        text = ((width or 0) - (left or 0) - (right or 0)) // picture.EMU_A_TWIP
        return self._setup.column(text + 2 * self._setup.side) if self._setup else text

    def arrange(self, setup: PageSetup) -> None:
        """Give the page and the styles the sizes of `setup`."""
        self._setup = setup
        numbering = self.document.part.numbering_part.element
        sheet.arrange(self.document, numbering, setup)


def _opened(data: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size <= _MAX_UNPACKED:
            return docx.Document(io.BytesIO(data))
    except (
        ValueError,
        KeyError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        InvalidXmlError,
    ) as error:
        raise _unreadable() from error
    raise _unreadable()


def _unreadable() -> RenderError:
    return _unfit(
        "RND401",
        tell("reference.docx is not a Word document that can be read"),
        tell(
            "open it in Word and save it again as a Word document (.docx), or delete it to use the "
            "one that ships with policygen"
        ),
    )


def _check_styles(found: Mapping[str, object]) -> None:
    missing = sorted(name for name in styles.REQUIRED if name.lower() not in found)
    if missing:
        raise _unfit(
            "RND402",
            tell("reference.docx lacks these styles: {styles}", styles=", ".join(missing)),
            tell(
                "add them in Word, or start again from the reference.docx that ships with policygen"
            ),
        )


def _unfit(code: str, message: Words, hint: Words) -> RenderError:
    return RenderError(Problem(code, message, hint=hint))
