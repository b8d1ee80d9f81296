"""The complaint form can be filled in, in every format, and says what each field is for."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from shutil import which
from typing import Any

import docx
import lxml.html
import pikepdf
import pytest
from docx.oxml.ns import qn

from policygen.build.formats import FORMATS
from policygen.doc import tree
from policygen.load import load_project
from policygen.resources import load_skin
from policygen.templating.compose import Composer
from policygen.write.ooxml.controls import Control
from policygen.write.skin import Skin
from tests.sample import ROOT

pytestmark = [
    pytest.mark.pdftotext,
    # WeasyPrint leaves the file of its colour profile open.
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB2014.icc:ResourceWarning"),
]

VALUES = {
    "name": "Ñuria Größe-Šimić",
    "address": "1 Sample Street\nExampleton",
    "date-of-event": "2026-11-02",
    "matter": "Die Rechnung war falsch.\nNiemand rief zurück.",
}
LABELS = {
    "name": "Ihr Name",
    "reference": "Kunden-, Vertrags- oder Vorgangsnummer",
    "matter": "Was ist geschehen?",
}


@pytest.fixture(scope="module")
def skin() -> Skin:
    return load_skin(ROOT, load_project(ROOT).config.theme)


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(load_project(ROOT), draft=False)


@pytest.fixture(scope="module")
def form(composer: Composer) -> tree.Document:
    return composer.compose("complaint-form", "de").document


@pytest.fixture(scope="module")
def pdf(form: tree.Document, skin: Skin) -> bytes:
    return FORMATS["pdf"].write(form, skin)


@pytest.fixture(scope="module")
def word(form: tree.Document, skin: Skin) -> bytes:
    return FORMATS["docx"].write(form, skin)


def named(node: tree.Field | tree.Choice) -> list[str]:
    """Return the ids of what is filled in, in reading order."""
    return [node.id] if isinstance(node, tree.Field) else [o.id for o in node.options]


def expected_order(form: tree.Document) -> list[str]:
    return [
        name
        for section in form.children
        if isinstance(section, tree.Section)
        for block in section.children
        if isinstance(block, tree.Field | tree.Choice)
        for name in named(block)
    ]


# --------------------------------------------------------------------------------- PDF


def fields_of(file: pikepdf.Pdf) -> dict[str, Any]:
    return {str(field.T): field for field in file.Root.AcroForm.Fields}


def test_fields_of_the_pdf_are_filled_in_and_read_back(pdf: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fields = fields_of(file)
        for name, value in VALUES.items():
            fields[name].V = pikepdf.String(value)
        fields["type-billing"].V = fields["type-billing"].AS = pikepdf.Name("/Yes")
        fields["answer"].V = pikepdf.Name("/answer-post")
        file.save(tmp_path / "filled.pdf")
    with pikepdf.open(tmp_path / "filled.pdf") as file:
        fields = fields_of(file)
        assert {name: str(fields[name].V) for name in VALUES} == VALUES
        assert fields["type-billing"].V == "/Yes"
        states = [set(kid.AP.N.keys()) - {"/Off"} for kid in fields["answer"].Kids]
        assert states == [{"/answer-email"}, {"/answer-phone"}, {"/answer-post"}]


def test_a_reader_sees_what_was_filled_in(pdf: bytes, tmp_path: Path) -> None:
    filled = tmp_path / "filled.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fields_of(file)["name"].V = pikepdf.String("Quillfern")
        file.Root.AcroForm.NeedAppearances = True  # asks for them, as a viewer would make them
        file.generate_appearance_streams()
        file.save(filled)
    shown = subprocess.run(
        [which("pdftotext") or "", str(filled), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "Quillfern" in shown


def test_each_field_of_the_pdf_says_what_it_is_for(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fields = fields_of(file)
        for name, label in LABELS.items():
            assert str(fields[name].TU).startswith(label)
        assert str(fields["answer"].TU) == "Wie sollen wir Ihnen antworten?"
        assert [str(kid.TU) for kid in fields["answer"].Kids] == [
            "Per E-Mail",
            "Telefonisch",
            "Per Post",
        ]
        assert "/NeedAppearances" not in file.Root.AcroForm
        assert int(fields["matter"].Ff) & (1 << 12)
        assert all(page.Tabs == "/S" for page in file.pages)


def test_the_keyboard_goes_through_the_pdf_in_reading_order(
    pdf: bytes, form: tree.Document
) -> None:
    order: list[str] = []

    def visit(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                visit(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/Type") == "/OBJR" and node.Obj.get("/Subtype") == "/Widget":
                states = node.Obj.AP.N.keys() if "/Parent" in node.Obj else ()
                on = next((str(state)[1:] for state in states if state != "/Off"), "")
                order.append(on or str(node.Obj.T))
            elif "/K" in node:
                visit(node.K)

    with pikepdf.open(io.BytesIO(pdf)) as file:
        visit(file.Root.StructTreeRoot)
    assert order == [name.replace(".", "-") for name in expected_order(form)]


# -------------------------------------------------------------------------------- Word


def controls(document: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None:
            found.setdefault(tag.get(qn("w:val")), []).append(control)
    return found


def test_controls_of_the_word_file_are_filled_in_and_read_back(
    word: bytes, form: tree.Document, tmp_path: Path
) -> None:
    document = docx.Document(io.BytesIO(word))
    found = controls(document)
    assert list(found) == expected_order(form)
    for name, value in VALUES.items():
        (control,) = found[name]
        properties = control.find(qn("w:sdtPr"))
        properties.remove(properties.find(qn("w:showingPlcHdr")))
        (text,) = control.iter(qn("w:t"))
        assert text.text == "Zum Ausfüllen hier klicken"
        text.text = value
    document.save(str(tmp_path / "filled.docx"))
    again = controls(docx.Document(str(tmp_path / "filled.docx")))
    for name, value in VALUES.items():
        (control,) = again[name]
        assert "".join(t.text or "" for t in control.iter(qn("w:t"))) == value


def test_controls_of_the_word_file_are_named_and_know_their_kind(word: bytes) -> None:
    found = controls(docx.Document(io.BytesIO(word)))
    kinds = {"name": "text", "matter": "text", "date-of-event": "date"}
    for name, kind in kinds.items():
        (control,) = found[name]
        properties = control.find(qn("w:sdtPr"))
        assert properties.find(qn(f"w:{kind}")) is not None
    (matter,) = found["matter"]
    properties = matter.find(qn("w:sdtPr"))
    assert properties.find(qn("w:alias")).get(qn("w:val")) == "Was ist geschehen?"
    assert properties.find(qn("w:text")).get(qn("w:multiLine")) == "1"
    numbers = [
        control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val"))
        for same in found.values()
        for control in same
    ]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "MMMM d, yyyy"),
        ("en-GB", "d MMMM yyyy"),
        ("de-AT", "d. MMMM yyyy"),
        ("fr-FR", "d MMMM yyyy"),
    ],
)
def test_dates_are_written_as_in_the_country(language: str, expected: str) -> None:
    control = Control(1, "date", "Date").text("date", [], language)
    (form,) = control.iter(qn("w:dateFormat"))
    assert form.get(qn("w:val")) == expected


def test_there_is_room_for_a_pen_where_several_lines_are_to_be_written(word: bytes) -> None:
    found = controls(docx.Document(io.BytesIO(word)))
    breaks = {
        name: len(list(found[name][0].getparent().iter(qn("w:br")))) for name in ("name", "matter")
    }
    assert breaks == {"name": 0, "matter": 3}


# -------------------------------------------------------------------------------- HTML


def test_the_web_page_has_a_labelled_control_for_each_field(
    form: tree.Document, skin: Skin
) -> None:
    page: Any = lxml.html.document_fromstring(FORMATS["html"].write(form, skin))
    inputs = page.xpath("//input | //textarea")
    assert [control.get("id") for control in inputs] == [f"f-{n}" for n in expected_order(form)]
    for control in inputs:
        (label,) = page.xpath(f"//label[@for='{control.get('id')}']")
        assert label.text_content().strip()
        if described := control.get("aria-describedby"):
            assert page.get_element_by_id(described).text_content().strip()
    radios = page.xpath("//input[@type='radio']/@name")
    assert radios == ["f-answer"] * 3
    assert not page.xpath("//form | //script")


# ----------------------------------------------------------------------------- letters

LETTERS = {
    "letter-acknowledgement": "acknowledgement",
    "letter-holding-reply": "holding-reply",
    "letter-final-reply": "final-reply",
}


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
@pytest.mark.parametrize("document", LETTERS)
def test_a_letter_contains_every_required_item(
    composer: Composer, document: str, language: str
) -> None:
    project = load_project(ROOT)
    assert project.policy.complaints is not None
    letter = project.policy.complaints.letters[LETTERS[document]]
    composed = composer.compose(document, language).document
    (section,) = composed.children
    assert isinstance(section, tree.Section)
    (facts,) = (block for block in section.children if isinstance(block, tree.Terms))
    titles: list[Any] = [span for entry in facts.entries for span in entry.title]
    owners = [span.clause for span in titles]
    assert owners == [item.clause for item in letter.contains]
    assert all("[" in repr(entry.children) for entry in facts.entries)
    enclosed = [block for block in section.children if isinstance(block, tree.ItemList)]
    assert [len(found.items) for found in enclosed] == ([1] if letter.encloses else [])


def test_gaps_of_a_letter_are_controls_that_say_what_to_put_there(
    composer: Composer, skin: Skin
) -> None:
    letter = composer.compose("letter-acknowledgement", "es").document
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(letter, skin)))
    words = [
        "".join(text.text or "" for text in control.iter(qn("w:t")))
        for control in controls(document)["gap"]
    ]
    assert "[nombre del cliente]" in words
    assert "[fecha]" in words
