"""Themes: which looks a project gets, what is refused, and that all formats show the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygen.config import Config, load_config
from policygen.doc import tree
from policygen.errors import Problem, SettingsError, Severity
from policygen.resources import every_font, fonts, load_skin
from policygen.theme import available
from policygen.write import colour, docx, html, pdf
from policygen.write.fonts import ALWAYS
from policygen.write.skin import FAMILIES
from tests.build.projects import REPOSITORY
from tests.write import html_sample as sample
from tests.write.docx_file import DocxFile, find, q

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB2014.icc:ResourceWarning"),
]

SHIPPED = ("civic", "compact", "studio")
STUDIO = tree.Theme(brand="#0b5d5e")
CIVIC = tree.Theme("#1d3f6e", "Source Sans 3", "EB Garamond", "band", "comfortable")
SERIF = tree.Theme(text_font="EB Garamond", heading_font="Gentium Book Plus")


def config(
    root: Path, theme: str, overlay: str = "", files: dict[str, str] | None = None
) -> Config:
    """Load a project that says this of its theme; `files` are below its folder."""
    for name, text in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    documents = "{policy: {title: Policy, template: short-policy, audience: everyone}}"
    text = f"source_language: en\nlanguages: [en]\ndocuments: {documents}\n{theme}"
    (root / "policygen.yaml").write_text(text, encoding="utf-8")
    return load_config(root, overlay)


def problems_of(root: Path, theme: str) -> list[Problem]:
    try:
        return list(config(root, theme).problems)
    except SettingsError as error:
        return list(error.problems)


# ------------------------------------------------------------------ which looks


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", STUDIO),
        ("theme: {brand: '#7A2E6D'}", replace(STUDIO, brand="#7a2e6d")),
        ("theme: civic", CIVIC),
        ("theme: {base: civic}", CIVIC),
        ("theme: {base: civic, cover: plain}", replace(CIVIC, cover="plain")),
        ("theme: {heading_font: Roboto}", replace(STUDIO, heading_font="Roboto")),
    ],
)
def test_a_word_chooses_a_theme_and_fields_change_it(
    tmp_path: Path, said: str, expected: tree.Theme
) -> None:
    assert config(tmp_path, said).theme == expected


def test_a_theme_of_the_project_stands_beside_those_that_ship(tmp_path: Path) -> None:
    own = {"templates/themes/harbour.yaml": "title: Harbour\nbrand: '#123456'\ncover: band\n"}
    assert config(tmp_path, "theme: harbour", files=own).theme == replace(
        STUDIO, brand="#123456", cover="band"
    )
    assert available(tmp_path) == ["civic", "compact", "harbour", "studio"]


def test_a_theme_of_the_project_takes_the_place_of_one_that_ships(tmp_path: Path) -> None:
    own = {"templates/themes/studio.yaml": "cover: plain\n"}
    assert config(tmp_path, "", files=own).theme == replace(STUDIO, cover="plain")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("{density: compact}", replace(CIVIC, brand="#7a2e6d", density="compact")),
        ("studio", replace(STUDIO, brand="#7a2e6d")),
        ("{brand: '#0b4f3a'}", replace(CIVIC, brand="#0b4f3a")),
    ],
)
def test_an_overlay_changes_any_field_and_keeps_the_rest(
    tmp_path: Path, own: str, expected: tree.Theme
) -> None:
    said = f"overlays: {{north: {{title: North, theme: {own}}}}}\ntheme: {{base: civic, "
    said += "brand: '#7a2e6d', logo: a.svg}\n"
    found = config(tmp_path, said, "north")
    assert (found.theme, found.logo) == (expected, "a.svg")
    assert config(tmp_path, said).theme == replace(CIVIC, brand="#7a2e6d")


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_is_without_fault_and_says_what_it_is_for(tmp_path: Path, name: str) -> None:
    assert not config(tmp_path, f"theme: {name}").problems
    text = (REPOSITORY / f"templates/themes/{name}.yaml").read_text(encoding="utf-8")
    assert re.search(r"^title: .+\nabout: .+\.$", text, re.MULTILINE)


# -------------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("said", "problem_says", "hint", "column"),
    [
        ("theme: civil", "SET112 there is no theme “civil”", "`civic`", 8),
        ("theme: {base: cvic}", "SET112 there is no theme “cvic”", "`civic`", 15),
        ("theme: {text_font: Source Sans}", "SET113 “Source Sans”", "`Source Sans 3`", 20),
        ("theme: {heading_font: Comic}", "SET113 “Comic”", "EB Garamond, ", 23),
        ("theme: {cover: bend}", "SET114 “bend” is not a kind of cover", "`band`", 16),
        ("theme: {density: dense}", "SET115 “dense”", "comfortable, compact", 18),
        ("theme: {brand: '#f2f2f2'}", "SET116 “#f2f2f2” cannot be", "3:1", 16),
        ("theme: {colour: red}", "MOD101 “colour”", "cover", 9),
        ("theme: [civic]", "MOD106 this is not a group of fields", "field: value", 8),
    ],
)
def test_a_mistake_is_found_at_its_place_with_advice(
    tmp_path: Path, said: str, problem_says: str, hint: str, column: int
) -> None:
    (problem,) = problems_of(tmp_path, said)
    assert problem.severity is Severity.ERROR
    assert f"{problem.code} {problem.message}".startswith(problem_says)
    assert hint in problem.hint
    assert str(problem.span) == f"policygen.yaml:4:{column}"


def test_a_mistake_in_a_theme_file_is_found_there(tmp_path: Path) -> None:
    own = {"templates/themes/harbour.yaml": "title: Harbour\ncover: pane\n"}
    with pytest.raises(SettingsError) as caught:
        config(tmp_path, "theme: harbour", files=own)
    (problem,) = caught.value.problems
    assert str(problem.span) == "templates/themes/harbour.yaml:2:8"


# ---------------------------------------------------------------------- colour


def test_a_light_colour_is_adjusted_with_figures(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "theme: {brand: '#ffff00'}")
    assert (problem.code, problem.severity) == ("SET117", Severity.WARNING)
    assert "1.07:1" in problem.message
    (shade,) = re.findall(r"shade (#\w{6})", problem.message)
    assert f'brand: "{shade}"' in problem.hint
    assert not problems_of(tmp_path, f"theme: {{brand: '{shade}'}}")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(number=st.integers(0, 0xFFFFFF))
def test_every_colour_is_fit_adjusted_or_refused(tmp_path: Path, number: int) -> None:
    brand = f"#{number:06x}"
    codes = [problem.code for problem in problems_of(tmp_path, f"theme: {{brand: '{brand}'}}")]
    seen = colour.contrast(brand, "#ffffff") >= 3
    assert codes in ([[]] if seen else [["SET116"], ["SET117"]])


# ----------------------------------------------------------------------- fonts


def test_every_family_has_its_faces_and_all_letters() -> None:
    letters = {char for char in ALWAYS if char.isalnum()} - {"ŉ"}  # which nobody writes any more
    assert len(every_font()) == 4 * len(FAMILIES)
    for face in every_font():
        with TTFont(face.path, lazy=True) as font:
            assert letters <= set(map(chr, font.getBestCmap())), face.path


@pytest.mark.parametrize("theme", [STUDIO, CIVIC, SERIF], ids=["studio", "civic", "serif"])
def test_a_document_carries_the_faces_of_its_theme_and_no_other(theme: tree.Theme) -> None:
    document = replace(sample.german(), theme=theme)
    skin = load_skin(REPOSITORY, theme)
    wanted = {theme.text_font, theme.heading_font}
    page = html.write(document, skin).decode()
    assert set(re.findall(r'@font-face \{ font-family: "([^"]+)"', page)) == {
        *wanted,
        "Source Sans 3",
    }
    with pikepdf.open(io.BytesIO(pdf.write(document, skin))) as file:
        embedded = {
            str(font.BaseFont).split("+")[1].replace("-", " ").rstrip(",")
            for font in file.objects
            if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type0"
        }
    for name in wanted:
        assert any(font.startswith(name) for font in embedded)
    assert all(font.startswith((*wanted, "Source Sans 3")) for font in embedded)
    word = DocxFile(docx.write(document, skin))
    named = {font.get(q("w:name")) for font in find(word.xml("word/fontTable.xml"), "w:font")}
    assert wanted <= named
    latin = {
        kind: find(word.xml("word/theme/theme1.xml"), f".//a:{kind}Font/a:latin")[0].get("typeface")
        for kind in ("major", "minor")
    }
    assert latin == {"major": theme.heading_font, "minor": theme.text_font}


def test_a_lent_tick_costs_little() -> None:
    own = {face.family for face in fonts(SERIF)} - {"Source Sans 3"}
    page = html.write(replace(sample.german(), theme=SERIF), load_skin(REPOSITORY, SERIF)).decode()
    rules = re.findall(r'font-family: "([^"]+)"; [^}]*base64,([^"]*)', page)
    lent = [len(data) for family, data in rules if family == "Source Sans 3"]
    assert own == {SERIF.text_font, SERIF.heading_font}
    assert lent
    assert max(lent) < 4_000


def test_close_setting_takes_fewer_pages_and_smaller_type_in_word() -> None:
    document = replace(sample.german(), cover=replace(sample.german().cover, layout="page"))
    pages, sizes = [], []
    for density in ("comfortable", "compact"):
        theme = replace(STUDIO, density=density)
        skin = load_skin(REPOSITORY, theme)
        one = replace(document, theme=theme)
        with pikepdf.open(io.BytesIO(pdf.write(one, skin))) as file:
            pages.append(len(file.pages))
        normal = DocxFile(docx.write(one, skin)).styles["Normal"]
        sizes.append(int(find(normal, "w:rPr/w:sz")[0].get(q("w:val"), "0")))
    assert pages[1] <= pages[0]
    assert sizes == [21, 19]


@pytest.mark.parametrize(("cover", "lines"), [("panel", 4), ("band", 1), ("plain", 0)])
def test_the_cover_in_word_is_that_of_the_theme(cover: str, lines: int) -> None:
    theme = replace(STUDIO, cover=cover)
    word = DocxFile(docx.write(replace(sample.german(), theme=theme), load_skin(REPOSITORY, theme)))
    title = word.styles["Title"]
    assert len(find(title, "w:pPr/w:pBdr/*")) == lines
    fills = [ground.get(q("w:fill"), "") for ground in find(title, "w:pPr/w:shd")]
    assert len(fills) == (cover == "panel")
    (ground,) = fills or ["FFFFFF"]
    ink = find(title, "w:rPr/w:color")[0].get(q("w:val"), "")
    assert colour.contrast(f"#{ink}", f"#{ground}") >= colour.ENHANCED
