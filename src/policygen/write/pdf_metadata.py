"""The PDF's XMP metadata, which names both standards that the file keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from weasyprint.pdf.metadata import DocumentMetadata

if TYPE_CHECKING:
    import pydyf

_END: Final = b"</rdf:RDF>"
_IDENTIFICATION: Final = """\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""The language, the identification of PDF/UA-1 (ISO 14289-1, 5), and its description: PDF/A wants
every property that XMP does not know described in the file (ISO 19005-2, 6.6.2.3)."""


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
        rdf: bytes = super().generate_rdf_metadata(variant, version, "A")
        own = _IDENTIFICATION.format(language=escape(self.lang)).encode()
        return rdf.removesuffix(_END) + own + _END
