from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.errors import Span
from policygen.source.rewrite import comments, replace_comments, replace_values
from policygen.source.scalars import Slot, read_soundly, written

CASES = tomllib.loads((Path(__file__).parent / "fixtures/rewrite.toml").read_text("utf-8"))["case"]
SLOTS = {
    "after a key": Slot(column=3, indent=2, flow=False, block=False),
    "at the right margin": Slot(column=90, indent=8, flow=False, block=False),
    "on lines of its own": Slot(column=3, indent=2, flow=False, block=True),
    "in brackets": Slot(column=3, indent=2, flow=True, block=False),
}
TEXTS = st.text(
    st.one_of(st.sampled_from(" \n#:-'\"[]{},&*!|>%@`?\\~=<éß\u00a0"), st.characters(codec="utf-8"))
).map(str.strip)


def span_of(source: str, old: str) -> Span:
    before = source[: source.index(old)]
    return Span("policy.yaml", before.count("\n") + 1, len(before) - before.rfind("\n"), len(old))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_is_replaced_in_its_place(case: dict[str, str]) -> None:
    place = span_of(case["before"], case["old"])
    assert replace_values(case["before"], {place: case["new"]}) == case["after"]


def test_a_place_without_a_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        replace_values("a: b\n", {Span("policy.yaml", 2, 1): "c"})


@given(TEXTS, st.sampled_from(sorted(SLOTS)))
def test_every_text_reads_back_or_is_refused(text: str, slot: str) -> None:
    try:
        yaml = written(text, SLOTS[slot])
    except ValueError:
        assert not text or any(ord(c) < 32 or not c.isprintable() for c in text)
        return
    source = f"k: [{yaml}]\n" if SLOTS[slot].flow else f"k: {yaml}\n"
    value = read_soundly(source)
    assert value is not None
    assert value["k"] == ([text] if SLOTS[slot].flow else text)


# --------------------------------------------------------------------- comments

SOURCE = """\
# One comment on
# two lines.
#
#   example: 1
#   example: 2
# ----------
a: 1   # beside a value
b: >-  # beside a header
  words # not a comment
  # neither
c:  # beside a key
  # Below the key.
  - "d # no"  # beside an item
"""


def test_comments_are_found_where_people_see_them() -> None:
    assert comments(SOURCE) == [
        (1, "One comment on two lines."),
        (4, "example: 1"),
        (5, "example: 2"),
        (7, "beside a value"),
        (8, "beside a header"),
        (11, "beside a key"),
        (12, "Below the key."),
        (13, "beside an item"),
    ]


def test_the_same_comments_change_nothing_but_line_breaks() -> None:
    expected = SOURCE.replace("One comment on\n# two", "One comment on two")
    assert replace_comments(SOURCE, str) == expected


def test_a_long_comment_is_wrapped_or_goes_above_its_line() -> None:
    words = " ".join(["word"] * 30)
    changed = replace_comments(SOURCE, lambda old: words if "line" in old or "item" in old else old)
    lines = changed.split("\n")
    assert lines[:2] == ["# " + " ".join(["word"] * 19), "# " + " ".join(["word"] * 11)]
    assert lines[-4:-1] == [
        "  # " + " ".join(["word"] * 19),
        "  # " + " ".join(["word"] * 11),
        '  - "d # no"',
    ]
    assert all(len(line) <= 100 for line in lines)
    assert read_soundly(changed) == read_soundly(SOURCE)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]) | st.just("\n")))
def test_no_comment_changes_what_a_file_says(words: str) -> None:
    changed = replace_comments(SOURCE, lambda _: f"A {words}")
    assert read_soundly(changed) == read_soundly(SOURCE)
