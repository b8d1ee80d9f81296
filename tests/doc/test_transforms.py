"""Transforms: numbers, contents and references follow from what is there."""

from __future__ import annotations

import pytest

from policygen.doc import tree
from policygen.doc.read import read
from policygen.doc.transforms import empty_sections, transform
from policygen.errors import PolicygenError


def transformed(inner: str) -> tuple[tree.Block, ...]:
    return transform(read(f"<article>{inner}</article>", "t.xml")[1])


def section(id_: str, body: str, kind: str = " class='numbered'") -> str:
    return f"<section id='{id_}'{kind}><h1>{id_.title()}</h1>{body}</section>"


def numbers(blocks: tuple[tree.Block, ...]) -> list[tuple[str, str, int]]:
    return [
        entry
        for block in blocks
        if isinstance(block, tree.Section)
        for entry in ((block.id, block.number, block.level), *numbers(block.children))
    ]


def test_sections_are_numbered_by_nesting() -> None:
    body = section("a", section("b", "<p>x</p>") + section("c", "<p>x</p>")) + section(
        "d", "<p>x</p>"
    )
    assert numbers(transformed(body)) == [
        ("a", "1", 1),
        ("b", "1.1", 2),
        ("c", "1.2", 2),
        ("d", "2", 1),
    ]


def test_what_is_empty_leaves_no_heading_and_no_gap_in_the_numbers() -> None:
    body = section("a", "<p>x</p>") + section("b", "<ul></ul><p> </p>") + section("c", "<p>x</p>")
    assert numbers(transformed(body)) == [("a", "1", 1), ("c", "2", 1)]


def test_of_empty_sections_the_outermost_are_named() -> None:
    inner = section("b", section("c", "<ul></ul>") + section("d", "<p> </p>"))
    body = section("a", "<p>x</p>" + section("e", "<ul></ul>")) + inner
    blocks = read(f"<article>{body}</article>", "t.xml")[1]
    assert [empty.id for empty in empty_sections(blocks)] == ["e", "b"]


def test_contents_list_two_levels() -> None:
    deep = section("a", section("b", section("c", "<p>x</p>")))
    contents = transformed(f"<nav/>{deep}")[0]
    assert isinstance(contents, tree.Contents)
    assert [(e.target, e.number, e.level) for e in contents.entries] == [
        ("a", "1", 1),
        ("b", "1.1", 2),
    ]


def test_a_reference_without_words_shows_the_number_or_the_title() -> None:
    body = section("a", "<p><a href='#a'/>, <a href='#b'/></p>") + section("b", "<p>x</p>", kind="")
    first = transformed(body)[0]
    assert isinstance(first, tree.Section)
    (paragraph,) = first.children
    assert isinstance(paragraph, tree.Paragraph)
    assert [n.children for n in paragraph.children if isinstance(n, tree.Reference)] == [
        (tree.Text("1"),),
        (tree.Text("B"),),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (section("a", "<p>x</p>") + section("a", "<p>y</p>"), "TPL131"),
        (section("a", "<p><a href='#nowhere'>x</a></p>"), "TPL132"),
    ],
)
def test_unsound_ids_are_refused(body: str, code: str) -> None:
    with pytest.raises(PolicygenError) as caught:
        transformed(body)
    assert [p.code for p in caught.value.problems] == [code]
