"""Reading the XHTML subset: what is right becomes the tree, what is wrong names its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygen.doc import tree
from policygen.doc.read import read
from policygen.errors import PolicygenError

BAD: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "markup_bad.yaml").read_text(encoding="utf-8")
)


def with_places(markup: str) -> str:
    """Mark each start tag with its line and column, as the template environment does."""

    def place(match: re.Match[str]) -> str:
        line = markup.count("\n", 0, match.start()) + 1
        column = match.start() - markup.rfind("\n", 0, match.start())
        return f"<?place t.xml {line} {column}?><"

    return re.sub(r"<(?=[A-Za-z])", place, markup)


def blocks(inner: str) -> tuple[tree.Block, ...]:
    markup = f"<article><section id='s'><h1>T</h1>{inner}</section></article>"
    (section,) = read(markup, "t.xml")[1]
    assert isinstance(section, tree.Section)
    return section.children


@pytest.mark.parametrize("case", BAD, ids=[case["name"] for case in BAD])
def test_bad_markup_is_refused_with_its_line(case: dict[str, Any]) -> None:
    with pytest.raises(PolicygenError) as caught:
        read(with_places(case["markup"]), "t.xml")
    places = {(p.code, p.span.file, p.span.line) for p in caught.value.problems if p.span}
    assert (case["code"], "t.xml", case["line"]) in places


def test_every_mistake_is_reported_at_once() -> None:
    with pytest.raises(PolicygenError) as caught:
        blocks("<p class='a'>x</p><blink/><p onclick='y'>z</p>")
    assert [p.code for p in caught.value.problems] == ["TPL111", "TPL112", "TPL113"]


def test_white_space_is_tidied_across_nodes_and_no_break_space_is_kept() -> None:
    assert blocks("<p>\n  a <strong> b</strong>\n c\u00a0d </p>") == (
        tree.Paragraph((tree.Text("a "), tree.Strong((tree.Text("b"),)), tree.Text(" c\u00a0d"))),
    )


def test_a_line_in_an_item_is_a_paragraph() -> None:
    expected = tree.Item(
        (
            tree.Paragraph((tree.Text("a"),)),
            tree.ItemList((tree.Item((tree.Paragraph((tree.Text("b"),)),)),)),
        )
    )
    assert blocks("<ul><li>a <ul><li>b</li></ul></li></ul>") == (
        tree.ItemList((expected,), "bullet"),
    )


def test_table_keeps_header_scopes_and_ids() -> None:
    (table,) = blocks(
        "<table><caption>C</caption><colgroup><col width='40'/><col width='60'/></colgroup>"
        "<thead><tr><th>H</th><th>I</th></tr></thead>"
        "<tbody><tr id='r'><th scope='row'>a</th><td>b<br/>c</td></tr></tbody></table>"
    )
    assert isinstance(table, tree.Table)
    assert table.widths == (40, 60)
    assert [cell.header for cell in table.header.cells] == ["col", "col"]
    assert [(row.id, row.cells[0].header, row.cells[1].header) for row in table.rows] == [
        ("r", "row", "")
    ]


def test_links_inside_and_outside_are_told_apart() -> None:
    (paragraph,) = blocks("<p><a href='#scope'/><a href='mailto:a@example.com'>a</a></p>")
    assert isinstance(paragraph, tree.Paragraph)
    assert paragraph.children == (
        tree.Reference("scope", ()),
        tree.Link("mailto:a@example.com", (tree.Text("a"),)),
    )


def test_a_diagram_keeps_its_parts_arrows_and_hours() -> None:
    (diagram,) = blocks(
        "<figure class='path'><figcaption>Way</figcaption><p>Alternative</p><ol>"
        "<li id='a' data-hours='0:540-1020 6:0-1440'><p>First <strong>level</strong></p>"
        "<p>agents</p>"
        "<ul><li><a href='#b'>within 1 h</a></li><li><a href='#b'></a></li></ul></li>"
        "<li id='b' class='outside'><p>Ombudsman</p></li></ol>"
        "<ul><li>Mon</li><li>Tue</li></ul></figure>"
    )
    assert diagram == tree.Diagram(
        kind="path",
        caption=(tree.Text("Way"),),
        alt="Alternative",
        parts=(
            tree.Part(
                "a",
                "First level",
                ("agents",),
                (tree.Arrow("b", "within 1 h"), tree.Arrow("b")),
                bars=(tree.Bar(0, 540, 1020), tree.Bar(6, 0, 1440)),
            ),
            tree.Part("b", "Ombudsman", outside=True),
        ),
        legend=("Mon", "Tue"),
    )


def test_fields_and_choices_keep_label_and_help_apart() -> None:
    field, choice = blocks(
        "<label class='lines' id='matter'>What happened? "
        "<span class='muted'>And when?</span></label>"
        "<fieldset class='one' id='how'><legend>How?</legend>"
        "<label id='how.mail'>By mail</label></fieldset>"
    )
    help_ = (tree.Span((tree.Text("And when?"),), role="muted"),)
    assert field == tree.Field("matter", (tree.Text("What happened?"),), "lines", help_)
    mail = tree.Field("how.mail", (tree.Text("By mail"),), "tick")
    assert choice == tree.Choice("how", (tree.Text("How?"),), (mail,), one=True)
