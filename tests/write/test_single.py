"""Posters, desk cards and letters: single sheets that always fit."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import html as parser

from policygen.doc import tree
from policygen.doc.clauses import clause_texts
from policygen.errors import Problem, RenderError
from policygen.write import docx, docx_text, html, html_text, pdf, pdf_text
from tests.build.projects import TINY, built, copy_of
from tests.write import html_sample
from tests.write import sheet_sample as sample
from tests.write.docx_file import DocxFile, find, q
from tests.write.skins import SKIN

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB2014.icc:ResourceWarning"),
]
needs_poppler = pytest.mark.pdftotext

REFERENCE = Path(__file__).parents[2] / "templates" / "skin" / "reference.docx"
WORD_SKIN = replace(SKIN, reference=REFERENCE.read_bytes())

SHEETS = {
    "poster": sample.poster(6),
    "small poster": sample.poster(2),
    "full poster": sample.poster(7),
    "card": sample.card(4),
    "small card": sample.card(1),
    "full card": sample.card(7),
    "letter": sample.letter(),
}
PAGES = {
    "poster": 1,
    "small poster": 1,
    "full poster": 1,
    "card": 2,
    "small card": 1,
    "full card": 2,
    "letter": 1,
}


@cache
def written(name: str) -> bytes:
    return pdf.write(SHEETS[name], SKIN)


def lines(data: bytes) -> list[tuple[float, float, str]]:
    """Return the bottom, the height in points and the text of each line of a PDF's last page."""
    listing = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"],  # noqa: S607
        input=data,
        capture_output=True,
        check=True,
    ).stdout.decode()
    page = listing.split("<page ")[-1]
    return [
        (float(bottom), float(bottom) - float(top), " ".join(re.sub("<[^>]*>", " ", words).split()))
        for top, bottom, words in re.findall(
            r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)</line>', page, re.DOTALL
        )
    ]


def too_long(document: tree.Document) -> Problem:
    with pytest.raises(RenderError) as raised:
        pdf.write(document, SKIN)
    (problem,) = raised.value.problems
    return problem


# ---------------------------------------------------------------- the PDF


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_has_the_pages_that_it_may_have(name: str) -> None:
    assert pdf_text.page_count(written(name)) == PAGES[name]


@needs_poppler
@pytest.mark.parametrize("name", PAGES)
def test_every_clause_reads_back(name: str) -> None:
    assert pdf_text.differences(written(name), SHEETS[name]) == []


@needs_poppler
@pytest.mark.parametrize("name", ["poster", "full poster"])
def test_a_poster_uses_its_page(name: str) -> None:
    last = max(bottom for bottom, _, words in lines(written(name)) if "Oktober 2026." in words)
    assert last > 0.75 * 842


@needs_poppler
def test_a_poster_with_little_text_is_set_larger() -> None:
    def size(name: str) -> float:
        return max(height for _, height, words in lines(written(name)) if "2 Arbeits" in words)

    assert size("small poster") > 1.2 * size("full poster")


def test_a_poster_that_is_too_long_names_what_to_shorten() -> None:
    document = sample.poster(6)
    promises, *rest = document.children
    assert isinstance(promises, tree.Section)
    story = sample.owned("promises.story.text", "Das ist eine lange Geschichte. " * 60)
    longer = replace(promises, children=(story, *promises.children))
    problem = too_long(replace(document, children=(longer, *rest)))
    assert problem.code == "RND311"
    assert "“Was wir Ihnen zusagen” (de)" in problem.message
    assert problem.clause == "promises.story.text"
    assert "`promises.story.text` (1860 characters)" in problem.hint


def test_how_much_a_poster_is_too_long_grows_with_its_text() -> None:
    def excess(promises: int) -> int:
        found = re.search(r"about (\d+) mm", too_long(sample.poster(promises)).message)
        assert found
        return int(found[1])

    some, more = excess(20), excess(24)
    assert 20 < some < more < 400
    assert 25 <= more - some <= 70, "two rows of promises"


def test_what_cannot_be_split_does_not_run_over_the_edge() -> None:
    tall = html_sample.section("tall", "", "Wege", html_sample.items("bullet", *[sample.STEP] * 40))
    first, _, *rest = sample.poster(1).children
    problem = too_long(sample.sheet("poster", first, tall, *rest))
    assert problem.code == "RND311"


def test_the_build_shows_the_line_to_shorten(tmp_path: Path) -> None:
    project = copy_of(TINY, tmp_path / "tiny")
    (project / "templates/documents/note.xml").write_text(
        '<article class="poster"><section id="times"><h1>Times</h1>{% for _ in range(200) %}'
        "<p>{{ policy.channels.email.reply }}</p>{% endfor %}</section></article>",
        encoding="utf-8",
    )
    problems = built(project, formats=("pdf",)).problems
    (problem,) = {p for p in problems if p.code == "RND311" and "(en)" in p.message}
    assert problem.span is not None
    line = (
        (project / problem.span.file).read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    )
    assert "within 2 h" in line


# ------------------------------------------------------------- Word and HTML


@pytest.mark.parametrize("name", ["poster", "card", "letter"])
def test_word_and_html_say_the_same(name: str) -> None:
    document = SHEETS[name]
    assert docx_text.clause_texts(docx.write(document, WORD_SKIN)) == clause_texts(document)
    assert html_text.clause_texts(html.write(document, SKIN)) == clause_texts(document)


@pytest.mark.parametrize("name", ["poster", "card"])
def test_in_word_the_title_is_above_two_columns(name: str) -> None:
    file = DocxFile(docx.write(SHEETS[name], WORD_SKIN))
    columns = [
        find(section, "w:cols")[0].get(q("w:num"))
        for section in file.xml("word/document.xml").iter(q("w:sectPr"))
    ]
    assert columns == ["1", "2"]


def test_the_only_main_heading_of_a_letter_is_its_subject() -> None:
    page = parser.fromstring(html.write(sample.letter(), SKIN).decode())
    assert ["".join(map(str, heading.itertext())) for heading in page.iter("h1")] == [
        "Ihre Beschwerde"
    ]


@pytest.mark.soffice
def test_sheets_fit_in_word_too(tmp_path: Path) -> None:
    names = [name for name in SHEETS if name != "letter"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(docx.write(SHEETS[name], WORD_SKIN))
    subprocess.run(
        [  # noqa: S607
            "soffice",
            "--headless",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            *(f"{name}.docx" for name in names),
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    most = {name: 1 if "poster" in name else 2 for name in names}
    pages = {name: pdf_text.page_count((tmp_path / f"{name}.pdf").read_bytes()) for name in names}
    assert {name: count for name, count in pages.items() if count > most[name]} == {}
