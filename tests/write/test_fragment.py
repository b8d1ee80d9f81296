from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from lxml.html import HtmlElement

from policygen.doc import tree
from policygen.doc.clauses import clause_texts
from policygen.write import fragment, fragment_text
from tests.write import html_sample as sample
from tools.validate.fragment import shortcomings

SAMPLES = {"english": sample.english(), "german": sample.german()}
shown = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1)


def article(document: tree.Document) -> HtmlElement:
    return parser.fragment_fromstring(fragment.write(document).decode())


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_the_fragment_says_what_the_tree_says(document: tree.Document) -> None:
    found = fragment_text.clause_texts(fragment.write(document), document)
    assert found == clause_texts(document)


@settings(max_examples=50, deadline=None)
@given(shown)
def test_any_text_arrives_unchanged(words: str) -> None:
    clause = sample.section("only", "1", words, sample.paragraph(words))
    document = replace(sample.german(), children=(clause,))
    found = fragment_text.clause_texts(fragment.write(document), document)
    assert found == clause_texts(document)


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_nothing_quarrels_with_the_page_around_it(document: tree.Document) -> None:
    written = fragment.write(document)
    assert list(shortcomings(written, document.id)) == []
    assert b"<h1" not in written
    assert b"<nav" not in written
    assert written.endswith(b"</article>\n")


def test_it_says_which_document_it_is_and_in_which_language() -> None:
    element = article(sample.german())
    assert (element.tag, element.get("lang")) == ("article", "de")
    assert {"policygen", "customer-charter"} <= set(element.get("class", "").split())


def test_headings_begin_below_the_title_of_the_page() -> None:
    headings = article(sample.english()).xpath("//h2|//h3|//h4|//h5|//h6")
    assert [(heading.tag, heading.text_content()) for heading in headings[:6]] == [
        ("h2", "Customer Service Policy"),
        ("h3", "1 Purpose and promise"),
        ("h3", "2 Channels"),
        ("h4", "2.1 Standards of each channel"),
        ("h4", "2.2 How to reach us"),
        ("h5", "Phone"),
    ]


def test_a_letter_has_no_title_and_begins_with_its_subject() -> None:
    letter = replace(sample.german(), cover=replace(sample.german().cover, layout="letter"))
    assert article(letter).xpath("name(//h2[1])") == "h2"
    assert not article(letter).xpath("//*[@class='title']")


def test_two_fragments_stand_on_one_page() -> None:
    page = parser.fragment_fromstring(
        "<div>" + "".join(fragment.write(document).decode() for document in SAMPLES.values())
        + "</div>"
    )  # fmt: skip
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {target[1:] for target in page.xpath("//a/@href[starts-with(., '#')]")}
    assert "long-policy-complaints" in targets
    assert targets <= set(ids)


def test_tables_say_what_their_headers_head() -> None:
    table = article(sample.german()).xpath("//table")[0]
    assert table.findtext("caption") == "Wiedergutmachung"
    assert table.xpath("thead//th/@scope") == ["col", "col"]
    assert set(table.xpath("tbody//th/@scope")) == {"row"}


def test_what_never_to_do_is_told_apart_without_a_style() -> None:
    lists = article(sample.english()).xpath("//ul[@class='always' or @class='never']")
    assert [[item.text_content() for item in found] for found in lists] == [
        ["✓ greet by name and listen to the end", "✓ say what happens next, and when"],
        ["✗ promise what we cannot keep", "✗ argue about who is to blame"],
    ]


def test_pictures_are_inside_and_the_logo_is_left_to_the_page() -> None:
    element = article(sample.english())
    (picture,) = element.xpath("//img")
    assert picture.get("alt") == "A tick in a circle"
    assert re.match(r"data:image/svg\+xml;base64,", picture.get("src"))


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so(draft: bool) -> None:  # noqa: FBT001 - a parameter of the test
    marks = article(sample.english(draft=draft)).xpath("//*[@class='draft-mark']/text()")
    assert marks == (["Draft"] if draft else [])
