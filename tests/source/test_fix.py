from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.errors import NO_WORDS, Edit, Problem, Span, tell
from policygen.source import Scalar, Sequence, Source, Value
from policygen.source.fix import mended
from policygen.source.loader import load_data
from tests.source.names import NAME

SHOWN = {"→": "\t", "·": "\u00a0", "‹›": "\u200b"}

Case = tuple[str, str, str]


def cases() -> list[Case]:
    """Return name, what is typed and what it becomes, for each case of the fixture file."""
    text = (Path(__file__).parent / "fixtures/fixes.txt").read_text(encoding="utf-8")
    for shown, meant in SHOWN.items():
        text = text.replace(shown, meant)
    found = []
    for case in text.split("\n=== ")[1:]:
        name, _, body = case.partition("\n")
        typed, _, fixed = f"{body.rstrip()}\n".partition("---\n")
        found.append((name, typed, fixed or typed))
    return found


def name_of(case: Case) -> str:
    return case[0]


def settled(data: bytes) -> bytes:
    """Return a file with its own mistakes mended, round by round."""
    for _ in range(20):
        after = mended(data, NAME, load_data(data, NAME).problems).data
        if after == data:
            return data
        data = after
    raise AssertionError("mending never ends")


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_what_has_one_right_answer_is_mended(case: Case) -> None:
    _, typed, fixed = case
    assert settled(typed.encode()).decode() == fixed


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_line_ends_and_signature_stay(case: Case) -> None:
    _, typed, fixed = case
    for end in ("\r\n", "\r"):
        data = ("\ufeff" + typed.replace("\n", end)).encode()
        assert settled(data).decode() == "\ufeff" + fixed.replace("\n", end)


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_what_says_it_can_be_mended_is_mended(case: Case) -> None:
    _, typed, fixed = case
    offered = any(problem.fix for problem in load_data(typed.encode(), NAME).problems)
    assert offered == (typed != fixed)


def test_a_file_that_is_not_utf_8_stays() -> None:
    data = "reply:2 hours # caf\u00e9\n".encode("cp1252")
    assert settled(data) == data


# ------------------------------------------------------------ edits of any kind


def texts(value: Value, source: Source) -> dict[tuple[int, int], str]:
    """Return line and column of each text -> what it says."""
    if isinstance(value, Scalar):
        span = source.spans[value.clause]
        return {(span.line, span.column): str(value)}
    found: dict[tuple[int, int], str] = {}
    for child in value if isinstance(value, Sequence) else value.values():
        found |= texts(child, source)
    return found


POLICY = """\
# what we promise
channels:
  phone: {reply: 2 hours, "owner": 'Ann'} # of the first floor
  email:
    languages: [en, es, en]
    notes:
      - first
      - |
        second
         line

purpose: it goes on
  here
"""
LINES = POLICY.split("\n")[:-1]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    line = draw(st.integers(1, len(LINES)))
    column = draw(st.integers(1, len(LINES[line - 1]) + 1))
    length = draw(st.integers(0, len(LINES[line - 1]) + 2 - column))
    text = draw(st.text(st.sampled_from("ab -:#\"'[]{}|,\n\t"), max_size=5))
    return Edit(Span(NAME, line, column, length), text)


@given(st.lists(st.lists(edits(), min_size=1, max_size=2), max_size=4))
def test_no_fix_changes_more_than_it_names(fixes: list[list[Edit]]) -> None:
    problems = [
        Problem("X1", tell("{number}", number=number), fix[0].span, fix=tuple(fix))
        for number, fix in enumerate(fixes)
    ]
    result = mended(POLICY.encode(), NAME, problems)
    source = load_data(result.data, NAME)
    assert not source.problems
    named = {edit.span.line + below for fix in fixes for edit in fix for below in (-1, 0, 1)}
    before = load_data(POLICY.encode(), NAME)
    said = list(texts(source.value, source).values())
    for (line, _), value in texts(before.value, before).items():
        assert line in named or value in said


def at(line: int, column: int, length: int, text: str) -> Problem:
    span = Span(NAME, line, column, length)
    return Problem("X1", tell("{text}", text=text), span, fix=(Edit(span, text),))


def test_the_first_of_two_fixes_that_overlap_is_applied() -> None:
    result = mended(
        b"a: one\nb: two\n", NAME, [at(1, 4, 3, "1"), at(1, 5, 1, "x"), at(2, 4, 3, "2")]
    )
    assert result.data == b"a: 1\nb: 2\n"
    assert result.number == 2


def test_a_fix_that_spoils_the_file_is_left_out_and_the_others_are_not() -> None:
    result = mended(
        b"a: one\nb: two\nc: 3\n", NAME, [at(1, 4, 3, "1"), at(2, 1, 5, ""), at(3, 4, 1, "4")]
    )
    assert result.data == b"a: 1\nb: two\nc: 4\n"


def test_a_fix_for_two_files_is_for_another_one() -> None:
    fix = (Edit(Span(NAME, 1, 1, 1), "b"), Edit(Span("policy/other.yaml", 1, 1, 1), "b"))
    assert (
        mended(b"a: 1\n", NAME, [Problem("X1", NO_WORDS, fix[0].span, fix=fix)]).data == b"a: 1\n"
    )


# ------------------------------------------------------------- files of any kind

indents = st.sampled_from(
    ["", "", "  ", "  ", "    ", "\t", "\t\t", "  \t", "\u00a0\u00a0", "\u200b"]
)
dashes = st.sampled_from(["", "", "", "- ", "-", "- - ", "-\t"])
keys = st.sampled_from(["", "a: ", "b: ", "Reply: ", "c:", '"d":', "e f: ", "g:\u00a0", "1: "])
values = st.sampled_from(
    ["", "x", "1", "no", "2 hours", "Note: this", "Our rule: it's 'so'", 'say: "x"', "a: b", "@x",
     "% y", "**b** c", "> 5 d", ">= 85 %", "[a, b]", "[a, a", "{b:1}", "{x} y", "[l](u) t", "| t",
     "|", ">-", "'q'", '"q"', '"q', "'it's", "#12ab34", "*a", "&a b", "!t", "`c`", "\u2028: x"]
)  # fmt: skip
comments = st.sampled_from(["", "", " # c", " #c", " # 5", "\t# c", "# c", " ## : -x"])
lines = st.one_of(
    st.tuples(indents, dashes, keys, values, comments).map("".join),
    st.tuples(indents, st.sampled_from(["# c", "#d: e", "# - x: @y"])).map("".join),
    st.sampled_from(["", "  ", "\t", "---", "..."]),
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    text = end.join(draw(st.lists(lines, max_size=9))) + draw(st.sampled_from(["", end]))
    return (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


def comment_lines(data: bytes) -> list[str]:
    found = (line.strip(" \t\u00a0\u200b") for line in re.split(r"\r\n|\r|\n", data.decode()))
    return [line for line in found if line.startswith("#")]


def signs(data: bytes) -> str:
    """Return everything but white space and quotation marks."""
    return re.sub(r"[ \t\u00a0\u200b'\"]", "", data.decode())


@given(files())
def test_nothing_but_white_space_and_quotation_marks_changes(data: bytes) -> None:
    after = settled(data)
    assert signs(after) == signs(data)
    assert comment_lines(after) == comment_lines(data)


@given(files())
def test_a_file_without_mistakes_stays_and_mending_makes_none(data: bytes) -> None:
    before, after = load_data(data, NAME), load_data(settled(data), NAME)
    if not before.problems:
        assert settled(data) == data
    was, is_ = texts(before.value, before).values(), list(texts(after.value, after).values())
    for value in was:
        assert value in is_


@given(files())
def test_mending_again_changes_nothing(data: bytes) -> None:
    after = settled(data)
    assert settled(after) == after


@given(files())
def test_fixes_are_in_order_and_apart(data: bytes) -> None:
    for problem in load_data(data, NAME).problems:
        for one, other in pairwise(edit.span for edit in problem.fix):
            assert (one.line, one.column + one.length) <= (other.line, other.column)
