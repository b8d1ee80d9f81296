"""Prose fields: little markup, and everything else exactly as typed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.doc.read import read
from policygen.prose import ProseError, to_xhtml


@pytest.mark.parametrize(
    ("typed", "xhtml"),
    [
        ("one\ntwo", "<p>one two</p>"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n2. b", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("[us](https://example.com)", '<p><a href="https://example.com">us</a></p>'),
        ("[scope](#scope)", '<p><a href="#scope">scope</a></p>'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("1986. was a good year", "<p>1986. was a good year</p>"),
        ("# not a heading", "<p># not a heading</p>"),
        ("a | b", "<p>a | b</p>"),
        ("{{ name }} 100% `x` ~~y~~", "<p>{{ name }} 100% `x` ~~y~~</p>"),
        ("&nbsp; &amp;", "<p>&amp;nbsp; &amp;amp;</p>"),
        ("    indented", "<p>indented</p>"),
    ],
)
def test_prose_becomes_the_subset(typed: str, xhtml: str) -> None:
    assert to_xhtml(typed) == xhtml


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://example.com", "file:///etc"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ProseError, match="not an address"):
        to_xhtml(f"[x]({address})")


def test_nesting_that_would_be_lost_is_refused() -> None:
    with pytest.raises(ProseError, match="nested too deeply"):
        to_xhtml("\n".join("  " * depth + "- x" for depth in range(12)))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_no_character_is_lost(typed: str) -> None:
    try:
        xhtml = to_xhtml(typed)
    except ProseError:
        return
    read(f"<article><section id='s'><h1>T</h1>{xhtml}</section></article>", "t.xml")
    kept = set(unescape(re.sub(r"<[^>]*>", "", xhtml)))
    lost = {c for c in typed if not c.isspace()} - kept
    assert lost <= set("*_\\-+.)[]()<>#0123456789")
