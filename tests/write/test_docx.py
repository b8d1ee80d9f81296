from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policygen.doc import tree
from policygen.doc.clauses import clause_texts, inline_text, sections
from policygen.errors import RenderError
from policygen.write import colour, docx, docx_text
from policygen.write.ooxml.package import stable_zip
from policygen.write.ooxml.text import bookmark_name
from policygen.write.skin import Skin
from tests.write import docx_sample as sample
from tests.write.docx_file import DocxFile, find, q, text_of

REPOSITORY = Path(__file__).parents[2]
REFERENCE = (REPOSITORY / "templates" / "skin" / "reference.docx").read_bytes()
SKIN = Skin(screen_css="", print_css="", page="", reference=REFERENCE, fonts=())
GOLDEN = Path(__file__).parent / "docx_golden"

LONGEST_BOOKMARK = 40
TEXT_WIDTH = 8788


def written(document: tree.Document) -> DocxFile:
    return DocxFile(docx.write(document, SKIN))


@pytest.fixture(scope="module")
def rich() -> DocxFile:
    return written(sample.document())


def with_children(*children: tree.Block) -> tree.Document:
    return replace(sample.document(), children=children)


# ------------------------------------------------------------------ the text


@pytest.mark.parametrize("layout", ["page", "masthead"])
def test_every_clause_reads_back_as_it_stands_in_the_tree(layout: str) -> None:
    document = sample.document(layout=layout, draft=True)
    assert docx_text.clause_texts(docx.write(document, SKIN)) == clause_texts(document)


def test_a_clause_owns_what_follows_its_sub_clauses() -> None:
    texts = docx_text.clause_texts(docx.write(sample.document(), SKIN))
    assert texts["annex.inner"] == "DarinInnen."
    assert texts["annex"].startswith("AnhangDasZeichenDanach.")


def test_a_word_changed_in_the_file_shows_in_its_clause_only(rich: DocxFile) -> None:
    text = rich.parts["word/document.xml"].replace(b"Danach.", b"Davor.")
    read = docx_text.clause_texts(stable_zip({**rich.parts, "word/document.xml": text}))
    expected = clause_texts(sample.document())
    assert [clause for clause in expected if read[clause] != expected[clause]] == ["annex"]


@settings(max_examples=40, deadline=None)
@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_any_words_survive_unchanged(words: str) -> None:
    block = tree.Section("s", sample.text(words), (sample.paragraph(words),))
    document = with_children(block)
    read = docx_text.clause_texts(docx.write(document, SKIN))
    expected = clause_texts(document)
    assert {clause: text.replace("\ufffd", "") for clause, text in read.items()} == {
        clause: re.sub("[\ufffe\uffff\ufffd]", "", text) for clause, text in expected.items()
    }


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ud800", "\ufffe", "\x1f"])
def test_what_xml_cannot_hold_becomes_the_replacement_character(odd: str) -> None:
    link = tree.Link(f"https://example.com/{odd}", sample.text(odd))
    file = written(with_children(tree.Paragraph((tree.Text(f"a{odd}b"), link))))
    assert file.line("a").text == "a\ufffdb\ufffd"


def test_the_layout_is_as_recorded(rich: DocxFile, golden: Callable[[Path, str], None]) -> None:
    lines = [f"{line.style:24}| {line.number:14}| {line.text}".rstrip() for line in rich.lines]
    golden(GOLDEN / "sample.txt", "\n".join(lines) + "\n")


# ----------------------------------------------------------- headings and numbers


def test_headings_have_the_word_style_of_their_level(rich: DocxFile) -> None:
    expected = [
        (inline_text(section.title), f"heading {min(section.level, 6)}")
        for section in sections(sample.document().children)
    ]
    headings = [line for line in rich.lines if line.style.startswith("heading")]
    assert [(line.text, line.style) for line in headings] == expected


def test_word_counts_the_clauses_as_the_tree_does(rich: DocxFile) -> None:
    expected = [section.number for section in sections(sample.document().children)]
    shown = [line.number for line in rich.lines if line.style.startswith("heading")]
    assert shown == expected


def test_numbered_clauses_below_an_unnumbered_one_count_from_1() -> None:
    def clause(id_: str, number: str, level: int, *children: tree.Block) -> tree.Section:
        return tree.Section(id_, sample.text(id_), children, bool(number), number, level)

    file = written(with_children(clause("part", "", 1, clause("a", "1", 2), clause("b", "2", 2))))
    shown = [(line.style, line.number) for line in file.lines if line.style.startswith("heading")]
    assert shown == [("heading 1", ""), ("heading 2", "1"), ("heading 2", "2")]


def test_a_number_that_word_would_not_show_is_refused() -> None:
    clause = tree.Section("a", sample.text("A"), (), numbered=True, number="7")
    with pytest.raises(RenderError, match=r"RND405.*“a” has the number 7.*show 1"):
        docx.write(with_children(clause), SKIN)


def test_every_counted_list_starts_at_1(rich: DocxFile) -> None:
    numbers = {line.text: line.number for line in rich.lines if line.number}
    assert [numbers[text] for text in ("Lesen.", "Prüfen:")] == ["1.", "2."]
    assert [numbers[text] for text in ("Vertrag", "Rechnung")] == ["1.", "2."]
    assert [numbers[text] for text in ("Erstens.", "Zweitens.")] == ["1.", "2."]
    assert [numbers[text] for text in ("a", "b")] == ["1", "2"]


def test_what_is_done_always_and_never_has_a_tick_and_a_cross(rich: DocxFile) -> None:
    assert rich.line("drei").number == "✓"
    assert rich.line("kündigen").number == "✗"


def test_a_line_stays_on_the_page_of_the_list_that_it_announces(rich: DocxFile) -> None:
    assert find(rich.line("So geht es:").element, "w:pPr/w:keepNext")
    assert not find(rich.line("und vermerken.").element, "w:pPr/w:keepNext")


def test_a_page_neither_ends_with_the_first_item_nor_begins_with_the_last() -> None:
    items = sample.items("bullet", "a", "b", "c", "d", "e")
    lines = written(with_children(items)).lines[-5:]
    kept = [line.text for line in lines if find(line.element, "w:pPr/w:keepNext")]
    assert kept == ["a", "d"]


def test_the_heading_words_of_an_item_stay_with_what_follows_them(rich: DocxFile) -> None:
    assert find(rich.line("Prüfen:").element, "w:pPr/w:keepNext")


def test_a_fact_stands_beside_its_label_unless_the_label_is_long() -> None:
    def fact(label: str) -> tree.Terms:
        value = (tree.Paragraph((tree.Text("dahinter"),)),)
        return tree.Terms((tree.Term((tree.Text(label),), value),), "facts")

    long = "Sonst erhält die Kundin oder der Kunde"
    beside, below = written(with_children(fact("Ein Name"), fact(long))).lines[-2:]
    assert [len(list(beside.element.iter(q(name)))) for name in ("w:tab", "w:br")] == [1, 0]
    assert [len(list(below.element.iter(q(name)))) for name in ("w:tab", "w:br")] == [0, 1]


# ------------------------------------------------------------------ contents


def test_the_contents_list_is_filled_and_leads_to_the_headings(rich: DocxFile) -> None:
    lines = [line for line in rich.lines if line.style.startswith("toc")]
    assert [line.text for line in lines] == [
        "1Verschachteltes, fett im Titel",
        "2Zeichen & Verweise",
        "3Stufe 1",
        "Anhang",
    ]
    for line in lines:
        (link,) = find(line.element, "w:hyperlink")
        target = link.get(q("w:anchor"), "")
        assert f"PAGEREF {target} \\h" in field_codes(line.element)[-1]
        (heading,) = [
            start.getparent()
            for start in rich.body.iter(q("w:bookmarkStart"))
            if start.get(q("w:name")) == target
        ]
        assert heading is not None
        assert text_of(heading) in line.text


def field_codes(element: etree._Element) -> list[str]:
    return [(node.text or "").strip() for node in element.iter(q("w:instrText"))]


def test_the_contents_field_covers_the_levels_that_it_shows(rich: DocxFile) -> None:
    assert field_codes(rich.body)[0] == 'TOC \\o "1-1" \\h \\z \\u'


def test_fields_are_balanced_and_word_does_not_ask_about_them(rich: DocxFile) -> None:
    kinds = Counter(mark.get(q("w:fldCharType")) for mark in rich.body.iter(q("w:fldChar")))
    assert kinds["begin"] == kinds["separate"] == kinds["end"] == 1 + 4
    assert not [mark for mark in rich.body.iter(q("w:fldChar")) if mark.get(q("w:dirty"))]
    assert not find(rich.xml("word/settings.xml"), "w:updateFields")


def test_an_empty_contents_list_leaves_nothing() -> None:
    assert "toc heading" not in {
        line.style.lower() for line in written(with_children(tree.Contents())).lines
    }


# ---------------------------------------------------------- bookmarks and links


def test_every_clause_row_and_item_has_a_bookmark_of_its_own(rich: DocxFile) -> None:
    names = [start.get(q("w:name"), "") for start in rich.body.iter(q("w:bookmarkStart"))]
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) for name in names)
    assert max(map(len, names)) <= LONGEST_BOOKMARK
    wanted = [section.id for section in sections(sample.document().children)]
    assert {bookmark_name(id_) for id_ in (*wanted, "zeile-1", "Zeile/2")} <= set(names)
    starts, ends = (
        Counter(mark.get(q("w:id")) for mark in rich.body.iter(q(f"w:bookmark{kind}")))
        for kind in ("Start", "End")
    )
    assert starts == ends == Counter(set(starts))


def test_every_internal_link_leads_to_a_bookmark(rich: DocxFile) -> None:
    names = {start.get(q("w:name")) for start in rich.body.iter(q("w:bookmarkStart"))}
    anchors = {link.get(q("w:anchor")) for link in rich.body.iter(q("w:hyperlink"))} - {None}
    assert anchors <= names
    assert {bookmark_name("nested"), bookmark_name("Zeile/2")} <= anchors


def test_outside_links_are_relationships(rich: DocxFile) -> None:
    links = {
        target: mode
        for kind, target, mode in rich.relationships("word/document.xml").values()
        if kind == "hyperlink"
    }
    assert links == {
        "https://www.example.com/a?b=1&c=2": "External",
        "tel:+12025550142": "External",
    }
    used = {link.get(q("r:id")) for link in rich.body.iter(q("w:hyperlink"))} - {None}
    assert len(used) == len(links)


@given(ids=st.lists(st.text(max_size=60), min_size=2, max_size=2, unique=True))
def test_bookmark_names_are_legal_and_tell_ids_apart(ids: list[str]) -> None:
    names = [bookmark_name(id_).lower() for id_ in ids]
    assert names[0] != names[1]
    assert all(re.fullmatch(r"clause_[a-z0-9_]{0,33}", name) for name in names)


# ------------------------------------------------------------------ language


def test_every_run_states_its_language(rich: DocxFile) -> None:
    parts = [
        rich.body,
        *(
            rich.furniture(kind, which)
            for kind in ("header", "footer")
            for which in ("default", "first")
        ),
    ]
    runs = [run for part in parts for run in part.iter(q("w:r"))]
    tags = Counter(find(run, "w:rPr/w:lang")[0].get(q("w:val")) for run in runs)
    assert set(tags) == {"de-DE", "en-US"}


def test_an_untranslated_stretch_keeps_its_language_and_its_mark(rich: DocxFile) -> None:
    runs = {text_of(run): run for run in rich.line("<script>").element.iter(q("w:r"))}
    for words in ("Shown in ", "English", "the page"):
        properties = find(runs[words], "w:rPr")[0]
        assert find(properties, "w:lang")[0].get(q("w:val")) == "en-US"
        assert find(properties, "w:rStyle")[0].get(q("w:val")) == "Untranslated"
    note = find(runs[" [noch nicht übersetzt]"], "w:rPr/w:rStyle")[0]
    assert rich.style_name(note.get(q("w:val"), "")) == "Untranslated Mark"


@pytest.mark.parametrize(
    ("lang", "tag"),
    [("en", "en-US"), ("es", "es-ES"), ("fr", "fr-FR"), ("de", "de-DE"), ("pt-BR", "pt-BR")],
)
def test_the_document_language_is_words_default(lang: str, tag: str) -> None:
    file = written(replace(sample.document(), lang=lang))
    defaults = find(file.xml("word/styles.xml"), "w:docDefaults//w:lang")[0]
    assert defaults.get(q("w:val")) == tag
    assert find(file.xml("word/settings.xml"), "w:themeFontLang")[0].get(q("w:val")) == tag


# ------------------------------------------------------------- bold within bold


def test_nothing_in_a_bold_paragraph_is_made_plain_by_being_bold_twice(rich: DocxFile) -> None:
    title = rich.line("Verschachteltes").element
    assert not find(title, "w:r/w:rPr/w:rStyle")
    assert not find(title, "w:r/w:rPr/w:b")


def test_bold_and_italic_together_show_both(rich: DocxFile) -> None:
    (run,) = [
        run for run in rich.line("<script>").element.iter(q("w:r")) if text_of(run) == "beides"
    ]
    properties = find(run, "w:rPr")[0]
    assert find(properties, "w:rStyle")[0].get(q("w:val")) == "Strong"
    assert find(properties, "w:i")


# -------------------------------------------------------------------- tables


def test_tables_repeat_their_header_and_split_no_row(rich: DocxFile) -> None:
    tables = list(rich.body.iter(q("w:tbl")))
    assert len(tables) == 3
    for table in tables:
        rows = find(table, "w:tr")
        assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(find(row, "w:trPr/w:cantSplit") for row in rows)


def test_the_last_two_rows_of_a_table_stay_together() -> None:
    rows = [(str(row), "x") for row in range(5)]
    file = written(with_children(sample.table("T", *rows)))
    kept = [
        line.text
        for line in file.lines
        if line.style == "Table Text" and find(line.element, "w:pPr/w:keepNext")
    ]
    assert kept == ["3", "x"]


def test_columns_are_fixed_to_the_widths_of_the_tree(rich: DocxFile) -> None:
    widths = [
        [int(column.get(q("w:w"), "0")) for column in find(table, "w:tblGrid/w:gridCol")]
        for table in rich.body.iter(q("w:tbl"))
    ]
    indent = 340
    assert widths[0] == [(TEXT_WIDTH - indent) // 4, (TEXT_WIDTH - indent) * 3 // 4]
    assert sum(widths[1]) == TEXT_WIDTH
    for table in rich.body.iter(q("w:tbl")):
        assert find(table, "w:tblPr/w:tblLayout")[0].get(q("w:type")) == "fixed"


def test_tables_have_a_caption_and_alternative_text(rich: DocxFile) -> None:
    properties = [find(table, "w:tblPr")[0] for table in rich.body.iter(q("w:tbl"))]
    told = [
        (
            find(one, "w:tblCaption")[0].get(q("w:val")),
            find(one, "w:tblDescription")[0].get(q("w:val")),
        )
        for one in properties
    ]
    assert told == [
        ("Wer prüft", "Fall · Wer"),
        ("Zeilen mit Namen", "a · b · c"),
        ("Verlauf", "Version · Was"),
    ]
    assert [line.text for line in rich.lines if line.style == "caption"] == [
        caption for caption, _ in told
    ]


def test_table_styles_draw_no_vertical_rules(rich: DocxFile) -> None:
    drawn = {
        border.tag
        for style in rich.styles.values()
        if style.get(q("w:type")) == "table"
        for borders in ("w:tblPr/w:tblBorders/*", "w:tblStylePr/w:tcPr/w:tcBorders/*")
        for border in find(style, borders)
    }
    assert drawn == {q("w:bottom"), q("w:insideH")}


def test_a_table_is_never_the_last_block() -> None:
    file = written(with_children(sample.table("T", ("a", "b"), ("c", "d"))))
    assert [child.tag for child in file.body][-3:] == [q("w:tbl"), q("w:p"), q("w:sectPr")]


# ------------------------------------------------------------------ pictures


def test_pictures_have_alternative_text_and_a_bitmap(rich: DocxFile) -> None:
    told = [picture.get("descr") for picture in rich.body.iter(q("wp:docPr"))]
    assert told == ["Muster AG", "Ein Kreis und ein Balken"]
    targets = rich.relationships("word/document.xml")
    for blip in rich.body.iter(q("a:blip")):
        data = rich.parts["word/" + targets[blip.get(q("r:embed"), "")][1]]
        assert data.startswith(b"\x89PNG\r\n")


def test_a_vector_logo_stays_a_vector_for_programs_that_show_it(rich: DocxFile) -> None:
    (vector,) = rich.body.iter(q("asvg:svgBlip"))
    target = rich.relationships("word/document.xml")[vector.get(q("r:embed"), "")][1]
    assert rich.parts["word/" + target] == sample.LOGO


def test_a_large_picture_is_made_to_fit_the_column() -> None:
    asset = tree.Asset("wide", "image/svg+xml", sample.LOGO, 4000, 100)
    document = replace(
        with_children(tree.Figure("wide", "Wide")),
        assets=(*sample.document().assets, asset),
    )
    extents = list(written(document).body.iter(q("wp:extent")))
    assert int(extents[-1].get("cx", "0")) == TEXT_WIDTH * 635
    assert int(extents[-1].get("cy", "0")) == TEXT_WIDTH * 635 // 40


def test_a_picture_that_cannot_be_drawn_is_one_clear_problem() -> None:
    broken = tree.Asset("logo", "image/svg+xml", b"<svg", 10, 10)
    with pytest.raises(RenderError, match="RND406 the picture “logo” cannot be drawn"):
        docx.write(replace(sample.document(), assets=(broken,)), SKIN)


# -------------------------------------------------------- cover, header, footer


def test_a_cover_page_stands_alone(rich: DocxFile) -> None:
    assert [line.style for line in rich.lines[:6]] == [
        "Cover Logo",
        "Cover Company",
        "Title",
        "Subtitle",
        "Cover Line",
        "Cover Line",
    ]
    breaks = [line.text for line in rich.lines if find(line.element, "w:pPr/w:pageBreakBefore")]
    assert breaks == ["Inhalt", "Verschachteltes, fett im Titel"]


def test_below_a_masthead_the_text_begins_on_the_first_page() -> None:
    file = written(sample.document(layout="masthead"))
    assert not list(file.body.iter(q("w:pageBreakBefore")))
    (line,) = [line for line in file.lines if line.style == "Masthead Lines"]
    assert line.text.split() == ["Version", "2.1.0", "Gültig", "ab", "1.", "März", "2025"]


def test_the_footer_has_title_version_and_page(rich: DocxFile) -> None:
    footer = rich.furniture("footer", "default")
    assert text_of(footer) == "Richtlinie – Muster AGVersion 2.1.0 · Seite – von –"
    assert field_codes(footer) == ["PAGE", "NUMPAGES"]
    assert text_of(rich.furniture("header", "default")) == "Muster AG"


def test_only_a_cover_page_has_no_footer(rich: DocxFile) -> None:
    assert find(rich.body, "w:sectPr/w:titlePg")
    assert text_of(rich.furniture("footer", "first")) == ""
    masthead = written(sample.document(layout="masthead"))
    assert field_codes(masthead.furniture("footer", "first")) == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_on_every_page() -> None:
    draft = written(sample.document(draft=True))
    assert text_of(draft.furniture("header", "first")) == "Entwurf"
    assert text_of(draft.furniture("header", "default")) == "Muster AGEntwurf"


# ------------------------------------------------------------ properties, brand


def test_the_properties_are_those_of_the_document(rich: DocxFile) -> None:
    root = rich.xml("docProps/core.xml")
    assert {element.tag: element.text for element in root} == {
        q("dc:title"): "Richtlinie – Muster AG",
        q("dc:creator"): "Muster AG",
        q("cp:lastModifiedBy"): "Muster AG",
        q("dc:subject"): "Wie wir Kundinnen und Kunden bedienen",
        q("cp:keywords"): "Kundendienst, Richtlinie",
        q("dc:language"): "de-DE",
        q("dcterms:created"): "2025-03-01T00:00:00Z",
        q("dcterms:modified"): "2025-03-01T00:00:00Z",
        q("cp:revision"): "1",
        q("cp:version"): "2.1.0",
    }


def test_a_very_long_title_does_not_stop_the_build() -> None:
    document = sample.document()
    long = replace(document, metadata=replace(document.metadata, title="Wort " * 100))
    title = find(written(long).xml("docProps/core.xml"), "dc:title")[0].text or ""
    assert title.startswith("Wort Wort")
    assert title.endswith("…")


@pytest.mark.parametrize("brand", ["#7A2E8E", "#ffd400"])
def test_the_brand_colour_is_the_themes_accent_and_readable(brand: str) -> None:
    file = written(replace(sample.document(), theme=tree.Theme(brand=brand)))
    theme = file.xml("word/theme/theme1.xml")
    accent = next(theme.iter(q("a:accent1")))[0].get("val", "")
    assert colour.contrast(f"#{accent}", "#ffffff") >= 7
    heading = find(file.styles["Heading1"], "w:rPr/w:color")[0]
    assert heading.get(q("w:themeColor")) == "accent1"
    assert heading.get(q("w:val")) == accent
    assert find(file.styles["Title"], "w:pPr/w:shd")[0].get(q("w:fill")) == accent


# ----------------------------------------------------------------- same bytes


PROGRAM = """
import sys
from pathlib import Path
from policygen.write import docx
from policygen.write.skin import Skin
from tests.write import docx_sample
skin = Skin("", "", "", Path(sys.argv[1]).read_bytes(), ())
sys.stdout.buffer.write(docx.write(docx_sample.document(), skin))
"""


def test_another_process_folder_time_zone_and_hash_seed_give_the_same_bytes(
    tmp_path: Path,
) -> None:
    reference = tmp_path / "reference.docx"
    reference.write_bytes(REFERENCE)
    path = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")])
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "PYTHONPATH": path,
    }
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(reference)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert made.stdout == docx.write(sample.document(), SKIN)


def test_the_file_tells_no_time_of_its_making(rich: DocxFile) -> None:
    assert {info.date_time for info in rich.infos} == {(1980, 1, 1, 0, 0, 0)}
    assert rich.infos[0].filename == "[Content_Types].xml"
