"""The structure check of DOCX files finds each defect that it is there for, and only that."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from PIL import Image

from tools.validate.docx import shortcomings


def sound() -> Document:
    """Return a document with a heading, a sub-heading, a table and a picture, all as they should
    be, in English."""
    document = docx.Document()
    document.core_properties.title = "Customer Charter"
    document.add_heading("How to reach us", 1)
    document.add_heading("By telephone", 2)
    document.add_paragraph("We answer within three minutes.")
    table = document.add_table(2, 2)
    for cell in table._cells:
        cell.paragraphs[0].add_run("Monday")
    mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    pixel = io.BytesIO()
    Image.new("RGB", (1, 1)).save(pixel, "PNG")
    document.add_picture(pixel)
    picture(document).set("descr", "The company's logo")
    for run in document.element.iter(qn("w:r")):
        mark(run.get_or_add_rPr(), "w:lang", val="en-GB")
    return document


def mark(parent: BaseOxmlElement, name: str, **attributes: str) -> None:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    parent.append(element)


def first(document: Document, name: str) -> BaseOxmlElement:
    element: BaseOxmlElement = next(document.element.iter(qn(name)))
    return element


def picture(document: Document) -> BaseOxmlElement:
    return first(document, "wp:docPr")


def no_title(document: Document) -> None:
    document.core_properties.title = " "


def skipped_level(document: Document) -> None:
    document.paragraphs[1].style = document.styles["Heading 3"]


def no_headings(document: Document) -> None:
    for paragraph in document.paragraphs[:2]:
        paragraph.style = document.styles["Normal"]


def unknown_style(document: Document) -> None:
    mark(document.paragraphs[2]._p.get_or_add_pPr(), "w:pStyle", val="Nowhere")


def no_header_row(document: Document) -> None:
    first(document, "w:trPr").clear()


def header_row_switched_off(document: Document) -> None:
    first(document, "w:tblHeader").set(qn("w:val"), "0")


def only_second_row_is_header(document: Document) -> None:
    no_header_row(document)
    mark(document.tables[0].rows[1]._tr.get_or_add_trPr(), "w:tblHeader")


def no_alternative_text(document: Document) -> None:
    picture(document).set("descr", "")


def run_without_language(document: Document) -> None:
    document.paragraphs[2].add_run("Sin idioma")


def mostly_spanish(document: Document) -> None:
    for language in document.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "es-ES")


def dead_link(document: Document) -> None:
    mark(document.paragraphs[2]._p, "w:hyperlink", anchor="gone")


def run_of_the_footer_without_language(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].add_run("Page 1")


DEFECTS: list[tuple[Callable[[Document], None], str]] = [
    (no_title, "has no title in its properties"),
    (skipped_level, "heading 3 follows heading 1: By telephone"),
    (no_headings, "has no headings"),
    (unknown_style, "style Nowhere is not defined: We answer within three minutes."),
    (no_header_row, "table 1: the first row is not marked as header row"),
    (header_row_switched_off, "table 1: the first row is not marked as header row"),
    (only_second_row_is_header, "table 1: the first row is not marked as header row"),
    (no_alternative_text, "word/document.xml: picture Picture 1 has no alternative text"),
    (
        run_without_language,
        "word/document.xml: 1 runs have no language, the first one: 'Sin idioma'",
    ),
    (
        run_of_the_footer_without_language,
        "word/footer1.xml: 1 runs have no language, the first one: 'Page 1'",
    ),
    (mostly_spanish, "most of the text is marked as es, not as en"),
    (dead_link, "a link leads to bookmark gone, which does not exist: "),
]


def found(document: Document, folder: Path) -> list[str]:
    path = folder / "charter.docx"
    document.save(str(path))
    return list(shortcomings(path, "en"))


def test_a_sound_document_has_no_shortcoming(tmp_path: Path) -> None:
    assert found(sound(), tmp_path) == []


@pytest.mark.parametrize(
    ("spoil", "message"), DEFECTS, ids=[spoil.__name__ for spoil, _ in DEFECTS]
)
def test_each_defect_is_named(
    tmp_path: Path, spoil: Callable[[Document], None], message: str
) -> None:
    document = sound()
    spoil(document)
    assert found(document, tmp_path) == [message]


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_docx_is_named_as_such(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "charter.docx"
    path.write_bytes(data)
    [message] = shortcomings(path, "en")
    assert message.startswith("is not a readable DOCX file")
