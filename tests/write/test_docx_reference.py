from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest

from policygen.errors import RenderError
from policygen.write import docx
from policygen.write.ooxml.package import stable_zip
from policygen.write.ooxml.styles import REQUIRED
from policygen.write.skin import Skin
from tests.write import docx_sample as sample
from tests.write.docx_file import DocxFile, find, q, text_of
from tools import make_reference_docx

REFERENCE = (Path(__file__).parents[2] / "templates" / "skin" / "reference.docx").read_bytes()


def written(reference: bytes) -> DocxFile:
    skin = Skin(screen_css="", print_css="", page="", reference=reference, fonts=())
    return DocxFile(docx.write(sample.document(), skin))


def changed(part: str, change: Callable[[str], str]) -> bytes:
    """Return the reference with the text of one part changed."""
    parts = DocxFile(REFERENCE).parts
    return stable_zip({**parts, part: change(parts[part].decode()).encode()})


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def test_the_reference_is_what_the_tool_makes() -> None:
    assert make_reference_docx.package() == REFERENCE


def test_the_reference_shows_each_style_under_its_name() -> None:
    shown = {text_of(paragraph) for paragraph in DocxFile(REFERENCE).body.iter(q("w:p"))}
    assert shown >= REQUIRED


def test_a_style_that_a_company_changes_changes_the_document() -> None:
    restyled = changed(
        "word/styles.xml",
        replaced(
            '<w:sz w:val="40"/><w:szCs w:val="40"/>', '<w:sz w:val="64"/><w:szCs w:val="64"/>'
        ),
    )
    heading = written(restyled).styles["Heading1"]
    assert find(heading, "w:rPr/w:sz")[0].get(q("w:val")) == "64"


def test_a_page_that_a_company_narrows_narrows_the_tables() -> None:
    narrow = changed("word/document.xml", replaced('w:left="1701"', 'w:left="2701"'))
    widths = [
        sum(int(column.get(q("w:w"), "0")) for column in find(table, "w:tblGrid/w:gridCol"))
        for table in written(narrow).body.iter(q("w:tbl"))
    ]
    assert widths[-1] == 8788 - 1000


def test_style_ids_of_another_language_are_found_by_name() -> None:
    german = changed("word/styles.xml", replaced('"Heading1"', '"berschrift1"'))
    file = written(german)
    assert file.line("Verschachteltes").style == "heading 1"


def test_nothing_of_the_references_text_and_properties_gets_into_a_document() -> None:
    opened = python_docx.Document(io.BytesIO(REFERENCE))
    opened.paragraphs[0].text = "Geheim im Text"
    opened.sections[0].header.paragraphs[0].text = "Geheim im Kopf"
    opened.core_properties.author = "Geheim als Autor"
    opened.core_properties.comments = "Geheim als Kommentar"
    saved = io.BytesIO()
    opened.save(saved)
    file = written(saved.getvalue())
    assert not [name for name, data in file.parts.items() if b"Geheim" in data]


def without_numbering(styles: str) -> str:
    start = styles.index("<w:numPr>", styles.index('w:styleId="ListBullet"'))
    end = styles.index("</w:numPr>", start) + len("</w:numPr>")
    return styles[:start] + styles[end:]


@pytest.mark.parametrize(
    ("reference", "message", "hint"),
    [
        (b"", "RND401 reference.docx is not a Word document", "save it again"),
        (b"PK\x03\x04 not really", "RND401 reference.docx is not a Word document", "save it again"),
        (stable_zip({"a.txt": b"x"}), "RND401 reference.docx is not a Word", "save it again"),
        (
            changed("word/styles.xml", lambda text: text[: len(text) // 2]),
            "RND401 reference.docx is not a Word document",
            "save it again",
        ),
        (
            changed(
                "word/styles.xml", replaced('<w:name w:val="Callout Note"/>', '<w:name w:val="X"/>')
            ),
            "RND402 reference.docx lacks these styles: Callout Note$",
            "add them in Word",
        ),
        (
            changed("word/styles.xml", without_numbering),
            "RND403 the style “List Bullet” of reference.docx has no numbering",
            "undo that change",
        ),
        (
            changed(
                "word/document.xml",
                lambda text: (
                    text[: text.index("<w:sectPr")]
                    + text[text.index("</w:sectPr>") + len("</w:sectPr>") :]
                ),
            ),
            "RND404 reference.docx says nothing about the size of its pages",
            "set size and margins",
        ),
    ],
    ids=["empty", "no zip", "other zip", "damaged", "style gone", "numbering gone", "no page"],
)
def test_a_reference_that_cannot_be_used_is_one_clear_problem(
    reference: bytes, message: str, hint: str
) -> None:
    with pytest.raises(RenderError, match=message) as caught:
        written(reference)
    assert hint in caught.value.problems[0].hint
