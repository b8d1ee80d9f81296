"""The PDF's XMP metadata, which names both standards that the file keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

import pydyf
from weasyprint.pdf.metadata import NS, DocumentMetadata

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PDFUA: Final = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION: Final = f"""
<rdf:Description rdf:about="" xmlns:rdf="{NS["rdf"]}" xmlns:dc="{NS["dc"]}"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>{_PDFUA}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants every property that XMP does not know described in the file (ISO 19005-2, 6.6.2.3)."""

for _prefix in ("Extension", "Schema", "Property"):
    ElementTree.register_namespace(
        f"pdfa{_prefix}",
        f"http://www.aiim.org/pdfa/ns/{_prefix.lower()}" + ("/" if _prefix == "Extension" else "#"),
    )


class ArchiveMetadata(DocumentMetadata):  # type: ignore[misc]  # WeasyPrint has no type hints
    """A document's properties as PDF/A-2a with the identification of PDF/UA-1 beside it."""

    def __init__(self, metadata: DocumentMetadata) -> None:
        super().__init__(**vars(metadata))

    def include_in_pdf(
        self,
        pdf: pydyf.PDF,
        variant: str,
        version: int,
        conformance: str,
        compress: bool,  # noqa: FBT001 - the engine passes it so
    ) -> None:
        """Add the metadata uncompressed, so that any program can read it without knowing PDF."""
        del compress
        super().include_in_pdf(pdf, variant, version, conformance, compress=False)

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """Return the RDF of the engine for level A instead of `conformance`, and for PDF/UA-1."""
        del conformance
        rdf = ElementTree.fromstring(super().generate_rdf_metadata(variant, version, "A"))
        accessible = self._description(rdf)
        accessible.set(f"{{{_PDFUA}}}part", "1")
        language = ElementTree.SubElement(self._description(rdf), f"{{{NS['dc']}}}language")
        bag = ElementTree.SubElement(language, f"{{{NS['rdf']}}}Bag")
        ElementTree.SubElement(bag, f"{{{NS['rdf']}}}li").text = self.lang
        rdf.append(ElementTree.fromstring(_EXTENSION))
        return ElementTree.tostring(rdf, encoding="utf-8")

    @staticmethod
    def _description(rdf: Element) -> Element:
        about = {f"{{{NS['rdf']}}}about": ""}
        return ElementTree.SubElement(rdf, f"{{{NS['rdf']}}}Description", about)
