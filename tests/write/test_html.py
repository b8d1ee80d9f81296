from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from lxml.html import HtmlElement

from policygen.doc import tree
from policygen.doc.clauses import clause_texts
from policygen.errors import RenderError
from policygen.write import html, html_text
from tests.write import html_sample as sample
from tests.write.skins import SKIN

SAMPLES = {"english": sample.english(), "german": sample.german()}
shown = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1)


def page(document: tree.Document) -> HtmlElement:
    return parser.document_fromstring(html.write(document, SKIN).decode())


def with_paragraph(words: str) -> tree.Document:
    clause = sample.section("only", "1", words, sample.paragraph(words))
    return replace(sample.german(), children=(clause,))


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_the_file_says_what_the_tree_says(document: tree.Document) -> None:
    assert html_text.clause_texts(html.write(document, SKIN)) == clause_texts(document)


@settings(max_examples=50, deadline=None)
@given(shown)
def test_any_text_arrives_unchanged(words: str) -> None:
    document = with_paragraph(words)
    assert html_text.clause_texts(html.write(document, SKIN)) == clause_texts(document)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "{{ 7*7 }}", "100% & $body", "]]>", "&amp;"]
)
def test_markup_in_a_value_is_text(words: str) -> None:
    found = page(with_paragraph(words)).xpath("//main//p")[0]
    assert found.text == words
    assert not len(found)


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_nothing_is_loaded_from_elsewhere(document: tree.Document) -> None:
    written = html.write(document, SKIN).decode()
    loaded = [*re.findall(r'src="([^"]*)"', written), *re.findall(r"url\(\"?([^\")]*)", written)]
    assert loaded
    assert {address.partition(":")[0] for address in loaded} == {"data"}
    assert "@import" not in written
    assert not parser.document_fromstring(written).xpath("//link | //script")


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_headings_form_an_outline(document: tree.Document) -> None:
    headings = page(document).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_every_link_inside_the_page_arrives(document: tree.Document) -> None:
    written = page(document)
    ids = written.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in written.xpath("//a/@href[starts-with(., '#')]")} <= set(ids)


def test_each_clause_has_a_named_link_to_itself() -> None:
    links = page(sample.english()).xpath("//a[@class='permalink']")
    named = {link.get("href"): link.get("aria-label") for link in links}
    assert named["#channels.standards"] == "2.1 Standards of each channel"
    assert named["#control"] == "Document control"


def test_contents_list_the_clauses_below_each_other() -> None:
    top = page(sample.english()).xpath("//nav/ol/li/a/span[@class='entry-title']/text()")
    below = page(sample.english()).xpath("//nav/ol/li/ol/li/a/@href")
    assert top == ["Purpose and promise", "Channels", "Conduct", "Complaints", "Document control"]
    assert below == ["#channels.standards", "#channels.cards", "#conduct.details",
                     "#complaints.terms"]  # fmt: skip


def test_a_heading_link_does_not_nest_in_the_contents() -> None:
    link = tree.Link("https://www.example.com", sample.text("linked"))
    entry = tree.ContentsEntry("only", "1", (tree.Strong((link,)),), 1)
    document = with_paragraph("words")
    document = replace(document, children=(tree.Contents((entry,)), *document.children))
    assert not page(document).xpath("//nav//a//a")
    assert page(document).xpath("string(//nav//a)") == "1 linked"


def test_text_in_another_language_says_so() -> None:
    found = page(sample.english()).xpath("//main//span[@lang='de']")
    assert [element.text for element in found] == ["Dieser Satz wartet auf seine Übersetzung."]


def test_cells_know_their_column_where_a_table_is_stacked() -> None:
    cells = page(sample.english()).xpath("//table[1]/tbody/tr[1]/td/@data-label")
    assert cells[:3] == ["Hours", "First reply", "Languages"]
    assert not page(sample.german()).xpath("//td/@data-label"), "two columns fit any screen"


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so(draft: bool) -> None:  # noqa: FBT001 - a parameter of the test
    marks = page(sample.english(draft=draft)).xpath("//*[@class='draft-mark']/text()")
    assert marks == (["Draft"] if draft else [])


def test_a_rare_character_comes_with_the_font() -> None:
    written = html.write(with_paragraph("Ω"), SKIN).decode()
    found = re.findall(r"font/woff2;base64,([^\"]*)", written)
    fonts = [TTFont(io.BytesIO(base64.b64decode(data))) for data in found]
    assert [ord("Ω") in font.getBestCmap() for font in fonts] == [True, True]


def test_italics_are_embedded_only_where_something_is_stressed() -> None:
    count = {name: html.write(document, SKIN).count(b"@font-face")
             for name, document in SAMPLES.items()}  # fmt: skip
    assert count == {"english": 4, "german": 2}


def test_a_broken_frame_is_named() -> None:
    with pytest.raises(RenderError) as caught:
        html.write(sample.german(), replace(SKIN, page="<html>$nonsense</html>"))
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert problem.span.file == "templates/skin/page.html"
    assert "$body" in problem.hint
