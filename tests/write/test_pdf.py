from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from policygen.doc import tree
from policygen.errors import RenderError
from policygen.write import pdf, pdf_text
from tests.conftest import REPOSITORY
from tests.write import html_sample as sample
from tests.write.skins import SKIN

# WeasyPrint leaves the file of its colour profile to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB2014.icc:ResourceWarning"),
]
needs_poppler = pytest.mark.pdftotext

SAMPLES = {"english": sample.english(), "german": sample.german(),
           "draft": sample.english(draft=True)}  # fmt: skip


@cache
def written(name: str) -> bytes:
    return pdf.write(SAMPLES[name], SKIN)


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written(name)))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements below a node in reading order."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def structure(file: pikepdf.Pdf, *roles: str) -> list[pikepdf.Dictionary]:
    return [node for node in elements(file.Root.StructTreeRoot) if str(node.S)[1:] in roles]


def page_texts(data: bytes) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],  # noqa: S607
        input=data,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().split("\f")[:-1]


def with_children(*children: tree.Block) -> tree.Document:
    return replace(sample.german(), children=children)


# ---------------------------------------------------------------- text


@needs_poppler
@pytest.mark.parametrize("name", SAMPLES)
def test_the_file_says_what_the_tree_says(name: str) -> None:
    assert pdf_text.differences(written(name), SAMPLES[name]) == []


@needs_poppler
def test_each_clause_that_differs_is_named() -> None:
    document = SAMPLES["german"]
    promise, complaints = document.children
    assert isinstance(promise, tree.Section)
    other = replace(promise, children=(*promise.children, sample.paragraph("Und mehr.")))
    new = sample.section("new", "", "Neu")
    changed = replace(document, children=(other, complaints, new))
    assert pdf_text.differences(written("german"), changed) == ["promise", "new"]
    assert pdf_text.differences(written("german"), replace(document, children=(promise,))) == [
        "complaints"
    ]


@needs_poppler
@pytest.mark.parametrize(
    "words",
    ["<script>{{ 7*7 }}</script> 100% & more", "Schifffahrt, Auflage, Affinität, fi fl ffi",
     "1. not a label", "“quoted” \"straight\" 'single'", "a\u00a0b\u202fc–d—e…", "Ωμέγα, Łódź"],
)  # fmt: skip
def test_unusual_text_survives(words: str) -> None:
    listed = sample.items("bullet", words)
    terms = sample.facts((words, words), kind="glossary")
    document = with_children(sample.section("only", "", words, listed, terms))
    assert pdf_text.differences(pdf.write(document, SKIN), document) == []


@needs_poppler
def test_a_cell_longer_than_a_page_loses_nothing() -> None:
    rows = (("Key", "Value"), ("long", "many words " * 900), ("short", "few"))
    document = with_children(sample.section("only", "", "A", sample.table("T", (20, 80), *rows)))
    assert pdf_text.differences(pdf.write(document, SKIN), document) == []


def test_without_poppler_verification_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="pdfinfo") as caught:
        pdf_text.differences(written("german"), SAMPLES["german"])
    assert "poppler" in caught.value.problems[0].hint


# ---------------------------------------------------------------- pages


@needs_poppler
def test_pages_carry_title_version_and_number_but_not_the_cover() -> None:
    cover, *others = page_texts(written("english"))
    assert "Page" not in cover
    for number, page in enumerate(others, start=2):
        last = page.rstrip().splitlines()[-1].strip()
        assert last.split("  ")[0] == "Customer Service Policy"
        assert last.endswith(f"  Version 2.1.0 · Page {number} of {len(others) + 1}")


@needs_poppler
def test_page_furniture_speaks_the_documents_language() -> None:
    assert "Seite 2 von 2" in page_texts(written("german"))[1]


@needs_poppler
def test_every_page_of_a_draft_says_so() -> None:
    drafts = [page.lstrip().startswith("DRAFT") for page in page_texts(written("draft"))]
    assert drafts
    assert all(drafts)
    assert not any("DRAFT" in page for page in page_texts(written("english")))


@needs_poppler
def test_a_tables_header_stands_on_each_of_its_pages_and_no_row_is_split() -> None:
    pages = [page for page in page_texts(written("english")) if "working hours, in" in page]
    assert len(pages) > 1
    for page in pages:
        assert len(re.findall(r"Channel +Hours +First reply +Languages", page)) == 1
        assert page.count("Monday to Friday, 8 a.m. – 8 ") >= page.count("German")


@needs_poppler
def test_the_contents_name_the_pages_on_which_clauses_begin() -> None:
    pages = page_texts(written("english"))
    for title, number in re.findall(r"^ *[\d.]* +(\w.*?) {3,}(\d+)$", pages[1], re.MULTILINE):
        assert title in pages[int(number) - 1]


@needs_poppler
def test_the_last_page_is_not_a_leftover() -> None:
    lines = [line for line in page_texts(written("english"))[-1].splitlines() if line.strip()]
    assert len(lines) > 8


def test_bookmarks_lead_to_the_numbered_clauses() -> None:
    with opened("english") as file, file.open_outline() as outline:
        titles = {item.title: [child.title for child in item.children] for item in outline.root}
    assert titles == {
        "1 Purpose and promise": [],
        "2 Channels": ["2.1 Standards of each channel", "2.2 How to reach us"],
        "3 Conduct": ["3.1 Details"],
        "4 Complaints": ["4.1 Definitions"],
        "Document control": [],
    }


# ---------------------------------------------------------------- tags


def test_what_goes_over_pages_is_tagged_once() -> None:
    with opened("english") as file:
        tables = structure(file, "Table")
        rows = [node for node in elements(tables[0]) if node.S == "/TR"]
        heads = [node for node in elements(tables[0]) if node.S == "/THead"]
        assert len(tables) == 3
        assert len(rows) == 31
        assert len(heads) == 1


def test_clauses_headings_and_scopes() -> None:
    with opened("english") as file:
        clauses = [str(node.ID) for node in structure(file, "Sect") if "/ID" in node]
        assert clauses[:4] == ["cover", "purpose", "channels", "channels.standards"]
        names = file.Root.StructTreeRoot.IDTree.Names
        assert {str(name) for name in list(names)[::2]} == set(clauses)
        assert [str(node.S)[2:] for node in structure(file, "H1", "H2", "H3", "H4")][:6] == [
            "1", "2", "2", "2", "3", "3",
        ]  # fmt: skip
        scopes = [str(node.A.Scope) for node in structure(file, "TH")]
        assert scopes[:5] == ["/Column"] * 4 + ["/Row"]


def test_lists_say_what_their_labels_are() -> None:
    with opened("english") as file:
        found = {str(node.A.ListNumbering) for node in structure(file, "L") if "/A" in node}
        assert found == {"/Disc", "/None", "/Decimal"}
        items = structure(file, "LI")
        assert {tuple(str(kid.S) for kid in item.K) for item in items} == {("/Lbl", "/LBody")}


def test_pictures_are_described_and_placed() -> None:
    with opened("english") as file:
        logo, picture = structure(file, "Figure")
        assert str(logo.Alt) == "Evergreen Example"
        assert str(picture.Alt) == "A tick in a circle"
        left, bottom, right, top = (float(value) for value in logo.A.BBox)
        assert 0 < left < right < 595
        assert 700 < bottom < top < 842


def test_every_link_is_tagged_and_says_where_it_leads() -> None:
    with opened("english") as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        described = {str(link.Contents) for link in links}
        assert "mailto:care@example.com" in described
        assert "2.1 Standards of each channel" in described
        assert len({link.StructParent for link in links}) == len(links)
        owned = [kid.Obj.objgen for node in structure(file, "Link") for kid in node.K
                 if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]  # fmt: skip
        assert sorted(owned) == sorted(link.objgen for link in links)


def test_text_in_another_language_says_so() -> None:
    with opened("english") as file:
        assert str(file.Root.Lang) == "en"
        assert [
            str(node.Lang) for node in elements(file.Root.StructTreeRoot) if "/Lang" in node
        ] == ["de"]


def test_the_file_names_both_standards_and_its_own_date() -> None:
    with opened("german") as file:
        metadata = file.Root.Metadata.read_bytes().decode()
        assert 'pdfaid:part="2"' in metadata
        assert 'pdfaid:conformance="A"' in metadata
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "Immergrün Beispiel GmbH" in metadata
        assert metadata.count("2025-03-01") == 2
        assert str(file.docinfo["/Title"]) == "Kundencharta – Immergrün Beispiel GmbH"
        assert str(file.docinfo["/CreationDate"]) == "D:20250301"


def test_page_count() -> None:
    assert pdf_text.page_count(written("german")) == 2


# ---------------------------------------------------------------- refusals

REMOTE_PICTURE = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<image href="https://example.com/a.png" width="9" height="9"/></svg>"""


@pytest.mark.parametrize(
    ("data", "kind"),
    [(REMOTE_PICTURE, "image/svg+xml"), (b"no picture", "image/png"), (b"<svg", "image/svg+xml")],
)
def test_a_picture_that_cannot_be_shown_whole_is_refused(data: bytes, kind: str) -> None:
    document = replace(sample.german(), assets=(tree.Asset("logo.svg", kind, data, 9, 9),))
    with pytest.raises(RenderError) as caught:
        pdf.write(document, SKIN)
    assert caught.value.problems[0].code == "RND306"


@pytest.mark.parametrize(
    "rule",
    ['h1 { background: url("https://example.com/a.png") }',
     '@import "https://example.com/a.css";',
     '@import "file:///etc/hostname";',
     '@font-face { font-family: x; src: url("https://example.com/a.ttf") }'],
)  # fmt: skip
def test_a_style_sheet_loads_nothing(rule: str) -> None:
    with pytest.raises(RenderError) as caught:
        pdf.write(sample.german(), replace(SKIN, print_css=rule + SKIN.print_css))
    (problem,) = caught.value.problems
    assert "print.css" in problem.hint


def test_a_mistake_in_the_style_sheet_is_reported_for_every_document() -> None:
    faulty = replace(SKIN, print_css=SKIN.print_css + "p { colour: red }")
    for document in SAMPLES.values():
        with pytest.raises(RenderError, match="colour"):
            pdf.write(document, faulty)


def test_a_character_without_a_glyph_is_named() -> None:
    document = with_children(sample.section("only", "", "A title", sample.paragraph("Gruß 漢!")))
    with pytest.raises(RenderError, match=r"漢.*U\+6F22.*“Gruß 漢!”"):
        pdf.write(document, SKIN)


# ---------------------------------------------------------------- same input, same bytes

SCRIPT = """
import hashlib
from policygen.write import html, pdf
from tests.write import html_sample
from tests.write.skins import SKIN
for document in (html_sample.german(), html_sample.english()):
    for writer in (html, pdf):
        print(hashlib.sha256(writer.write(document, SKIN)).hexdigest())
"""


def test_bytes_depend_on_nothing_but_the_input(tmp_path: Path) -> None:
    from policygen.write import html  # noqa: PLC0415 - only compared here

    documents = {name: SAMPLES[name] for name in ("german", "english")}
    here = [
        hashlib.sha256(data).hexdigest()
        for name, document in documents.items()
        for data in (html.write(document, SKIN), written(name))
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}",
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == here
