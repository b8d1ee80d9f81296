"""The package: a document in the making, and the finished file as stable bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from policygen.write.ooxml import picture
from policygen.write.ooxml.dress import dress
from policygen.write.ooxml.markup import clean, q, w
from policygen.write.ooxml.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from policygen.doc import tree

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
    """A document in the making, with the looks of a reference."""

    def __init__(self, reference: bytes) -> None:
        """Open a reference; RenderError when it cannot be used."""
        self.reference = Reference(reference)
        self._document = self.reference.document
        self._part = self._document.part
        self._pictures: dict[str, tuple[str, str]] = {}

    def relate(self, href: str) -> str:
        """Return the id of the relationship that holds an outside address."""
        return self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def embed(self, asset: tree.Asset) -> tuple[str, str]:
        """Embed a picture once; return the relationship ids of its bitmap and, or "", its SVG.

        Raises RenderError when an SVG cannot be drawn.
        """
        if asset.name not in self._pictures:
            kind = asset.media_type.removeprefix("image/")
            if kind == "svg+xml":
                bitmap = picture.rasterised(asset.data, asset.width, asset.name)
                vector = self._media(asset.data, asset.media_type, "svg")
                self._pictures[asset.name] = (self._media(bitmap, "image/png", "png"), vector)
            else:
                self._pictures[asset.name] = (self._media(asset.data, asset.media_type, kind), "")
        return self._pictures[asset.name]

    def _media(self, data: bytes, media_type: str, extension: str) -> str:
        name = PackURI(f"/word/media/picture{len(self._pictures) + 1}.{extension}")
        part = Part(name, media_type, data, self._part.package)
        return self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def fill(self, blocks: Iterable[etree._Element]) -> None:
        """Put blocks into the body."""
        page = self._document.element.body.sectPr
        for element in blocks:
            page.addprevious(element)

    def furnish(
        self,
        *,
        header: etree._Element,
        footer: etree._Element,
        first_header: etree._Element,
        first_footer: etree._Element,
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
        for root in (self._document.styles.element, self._document.settings.element):
            for element in root.iter(q("lang"), q("themeFontLang")):
                element.set(q("val"), tag)

    def dress(self, theme: tree.Theme, layout: str) -> None:
        """Give the document the looks of a theme. layout: of its cover."""
        dress(self._document, theme, layout)

    def describe(self, metadata: tree.Metadata, language: str) -> None:
        """Replace every property of the file by those of the document."""
        package = self._part.package
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
        name, kind = PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
        application = Part(name, kind, _APPLICATION, package)
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


def _property(value: str) -> str:
    """Return a text as a property, which may not be longer than 255 characters."""
    value = clean(value)
    return value if len(value) <= _LONGEST_PROPERTY else value[: _LONGEST_PROPERTY - 1] + "…"
