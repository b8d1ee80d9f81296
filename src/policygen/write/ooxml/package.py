"""The package: a reference opened for its looks, and the finished document as stable bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from policygen.errors import Problem, RenderError
from policygen.write.ooxml import picture, styles
from policygen.write.ooxml.block import Indent
from policygen.write.ooxml.markup import clean, q, safe_parser, w
from policygen.write.ooxml.numbering import ListNumberings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.doc import tree

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

_ACCENT: Final = "accent1"
_APPLICATION: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>policygen'
    b"</Application></Properties>"
)
_LONGEST_PROPERTY: Final = 255
_AFTER_VARIABLES: Final = (
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats",
    "w:doNotAutoCompressPictures",
    "w:forceUpgrade",
    "w:captions",
    "w:readModeInkLockDown",
    "w:smartTagType",
    "w:shapeDefaults",
    "w:doNotEmbedSmartTags",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""What the schema puts after the document variables in the settings."""


class Package:
    """A document in the making: the looks of a reference, and no text yet."""

    def __init__(self, reference: bytes) -> None:
        """Open a reference; RenderError when it is no Word file or lacks a style."""
        self._document = _opened(reference)
        part = self._document.part
        for key, relationship in list(part.rels.items()):
            if relationship.reltype not in _KEPT:
                del part.rels[key]
        root = self._document.styles.element
        self._styles = {
            name.get(q("val"), "").lower(): style
            for style in root.iterchildren(q("style"))
            for name in style.iterchildren(q("name"))
        }
        _check_styles(self._styles)
        self.numberings = ListNumberings(
            part.numbering_part.element,
            {name: self._numbering(name) for name in styles.NUMBERED},
        )
        self._pictures: dict[str, tuple[str, str]] = {}
        self.body = self._document.element.body
        self._page = self.body.sectPr
        self._empty_body()

    def _numbering(self, style: str) -> int:
        link = self._styles[style.lower()].find(f"{q('pPr')}/{q('numPr')}/{q('numId')}")
        if link is None:
            raise _unfit(
                "RND403",
                f"the style “{style}” of reference.docx has no numbering any more",
                "undo that change, or start again from the reference.docx that ships with "
                "policygen; its fonts, colours and spacing can be changed freely",
            )
        return int(link.get(q("val"), "0"))

    def _empty_body(self) -> None:
        if self._page is None:
            raise _unfit(
                "RND402",
                "reference.docx says nothing about the size of its pages",
                "open it in Word, set size and margins under Layout, and save it again",
            )
        for child in list(self.body):
            if child is not self._page:
                self.body.remove(child)
        for name in ("headerReference", "footerReference", "titlePg"):
            for child in list(self._page.iterchildren(q(name))):
                self._page.remove(child)

    # ---------------------------------------------------------------- lookups

    def style_id(self, name: str) -> str:
        """Return the id of a style of `styles.REQUIRED`."""
        return self._styles[name.lower()].get(q("styleId"), "")

    def indent(self, name: str) -> Indent:
        """Return the indent that a paragraph style itself sets."""
        ind = self._styles[name.lower()].find(f"{q('pPr')}/{q('ind')}")
        if ind is None:
            return Indent(0)
        left = int(ind.get(q("left"), ind.get(q("start"), "0")))
        return Indent(left, int(ind.get(q("hanging"), "0")))

    @property
    def text_width(self) -> int:
        """The width of the text column in twips."""
        section = self._document.sections[0]
        width, left, right = section.page_width, section.left_margin, section.right_margin
        return ((width or 0) - (left or 0) - (right or 0)) // picture.EMU_A_TWIP

    def relate(self, href: str) -> str:
        """Return the id of the relationship that holds an outside address."""
        return self._document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def embed(self, asset: tree.Asset) -> tuple[str, str]:
        """Embed a picture once; return the relationship ids of its bitmap and, or "", its SVG."""
        if asset.name not in self._pictures:
            if asset.media_type == "image/svg+xml":
                bitmap = picture.rasterised(asset.data, asset.width, asset.name)
                ids = (self._media(bitmap, "png"), self._media(asset.data, "svg"))
            else:
                ids = (self._media(asset.data, asset.media_type.removeprefix("image/")), "")
            self._pictures[asset.name] = ids
        return self._pictures[asset.name]

    def _media(self, data: bytes, kind: str) -> str:
        types = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
        name = PackURI(f"/word/media/picture{len(self._pictures) + 1}.{kind}")
        part = Part(name, types[kind], data, self._document.part.package)
        return self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    # ----------------------------------------------------------------- filling

    def fill(self, blocks: list[etree._Element]) -> None:
        """Put blocks into the body."""
        for element in blocks:
            self._page.addprevious(element)

    def furnish(
        self, *, header: etree._Element, footer: etree._Element,
        first_header: etree._Element, first_footer: etree._Element,
    ) -> None:
        """Give every page a header and a footer paragraph, and the first page its own."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        for place, paragraph in (
            (section.header, header),
            (section.footer, footer),
            (section.first_page_header, first_header),
            (section.first_page_footer, first_footer),
        ):
            place.is_linked_to_previous = False
            root = place.part.element
            for child in list(root):
                root.remove(child)
            root.append(paragraph)

    def name_clauses(self, ids: Mapping[str, str]) -> None:
        """Store which bookmark is which clause (name -> id), as document variables."""
        settings = self._document.settings.element
        for old in list(settings.iterchildren(q("docVars"))):
            settings.remove(old)
        variables = w("docVars", *(w("docVar", name=name, val=id_) for name, id_ in ids.items()))
        settings.insert_element_before(variables, *_AFTER_VARIABLES)

    def set_language(self, tag: str) -> None:
        """Make a language tag the document's default language."""
        roots = (self._document.styles.element, self._document.settings.element)
        for root in roots:
            for element in root.iter(q("lang"), q("themeFontLang")):
                element.set(q("val"), tag)

    def set_brand(self, colour: str) -> None:
        """Make a `#RRGGBB` colour the first accent of the theme, which the styles refer to.

        Programs that know no themes read the colour beside the reference to it.
        """
        value = colour.removeprefix("#").upper()
        part = self._document.part
        for root in (self._document.styles.element, part.numbering_part.element):
            for element in root.iter(etree.Element):
                if element.get(q("themeFill")) == _ACCENT:
                    element.set(q("fill"), value)
                if element.get(q("themeColor")) == _ACCENT:
                    element.set(q("val" if element.tag == q("color") else "color"), value)
        for key, relationship in list(part.rels.items()):
            if relationship.reltype == RELATIONSHIP_TYPE.THEME:
                theme = relationship.target_part
                del part.rels[key]
                recoloured = _recoloured(theme.blob, value)
                part.relate_to(
                    Part(theme.partname, theme.content_type, recoloured, part.package),
                    RELATIONSHIP_TYPE.THEME,
                )

    def describe(self, metadata: tree.Metadata, language: str) -> None:
        """Replace every property of the file by those of the document."""
        package = self._document.part.package
        for key, relationship in list(package.rels.items()):
            if relationship.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
                del package.rels[key]
        day = datetime.fromisoformat(metadata.created).replace(tzinfo=UTC)
        properties = self._document.core_properties
        properties.title = _property(metadata.title)
        properties.author = properties.last_modified_by = _property(metadata.author)
        properties.subject = _property(metadata.subject)
        properties.keywords = _property(", ".join(metadata.keywords))
        properties.language = language
        properties.created = properties.modified = day
        properties.revision = 1
        properties.version = _property(metadata.version)
        application = Part(
            PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APPLICATION,
            package,
        )
        package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

    def to_bytes(self) -> bytes:
        """Return the file. The same content gives the same bytes."""
        saved = io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as source:
            return stable_zip({info.filename: source.read(info) for info in source.infolist()})


def stable_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of the parts in the given order, without time and place of its making."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)  # of 1 January 1980, unless told otherwise
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data)
    return packed.getvalue()


def _opened(reference: bytes) -> docx.document.Document:
    try:
        with zipfile.ZipFile(io.BytesIO(reference)) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size <= _MAX_UNPACKED:
            return docx.Document(io.BytesIO(reference))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise _unreadable() from error
    raise _unreadable()


def _unreadable() -> RenderError:
    return _unfit(
        "RND401",
        "reference.docx is not a Word document that can be read",
        "open it in Word and save it again as a Word document (.docx), or delete it to use the "
        "one that ships with policygen",
    )


def _check_styles(found: Mapping[str, object]) -> None:
    missing = sorted(name for name in styles.REQUIRED if name.lower() not in found)
    if missing:
        raise _unfit(
            "RND402",
            "reference.docx lacks these styles: " + ", ".join(missing),
            "add them in Word, or start again from the reference.docx that ships with policygen",
        )


def _unfit(code: str, message: str, hint: str) -> RenderError:
    return RenderError(Problem(code, message, hint=hint))


def _property(value: str) -> str:
    """Return a text as a property, which may not be longer than 255 characters."""
    value = clean(value)
    return value if len(value) <= _LONGEST_PROPERTY else value[: _LONGEST_PROPERTY - 1] + "…"


def _recoloured(theme: bytes, value: str) -> bytes:
    """Return a theme part with its first accent set to an `RRGGBB` colour."""
    root = etree.fromstring(theme, safe_parser())
    for accent in root.iter(f"{{{picture.A}}}{_ACCENT}"):
        for old in list(accent):
            accent.remove(old)
        etree.SubElement(accent, f"{{{picture.A}}}srgbClr", val=value)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
