"""Files made to exhaust the reader are refused, and refused in a few steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygen.errors import Span
from policygen.source import Source, reader
from policygen.source.page import MAX_PROBLEMS
from policygen.source.reader import MAX_DEPTH
from tests.source.names import NAME

Load = Callable[[str], Source]


def codes(source: Source) -> list[str]:
    return [problem.code for problem in source.problems]


def nested(levels: int) -> str:
    return "".join(f"{'  ' * level}a:\n" for level in range(levels)) + f"{'  ' * levels}b: 1\n"


def test_nesting_as_deep_as_allowed(load: Load) -> None:
    source = load(nested(MAX_DEPTH - 1))
    assert source.problems == ()
    assert source.spans[".".join(["a"] * (MAX_DEPTH - 1) + ["b"])].line == MAX_DEPTH


def test_nesting_one_level_deeper(load: Load) -> None:
    source = load(nested(MAX_DEPTH))
    (problem,) = source.problems
    assert problem.code == "SRC121"
    assert problem.span is not None
    assert problem.span.line == MAX_DEPTH + 1
    assert f"more than {MAX_DEPTH} levels" in problem.message


@pytest.mark.parametrize("opener", ["[", "{", "- ", "? ", "[[{", "a: ["])
def test_thirty_thousand_brackets(load: Load, opener: str) -> None:
    assert "SRC121" in codes(load(f"a: {opener * 30_000}")) + codes(load(opener * 30_000))


def test_merge_key_bomb_is_never_followed(load: Load) -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    source = load("\n".join(lines))
    assert set(codes(source)) >= {"SRC112", "SRC115"}
    assert source.value == {"a0": {"x": "1"}, **{f"a{n}": {} for n in range(1, 30)}}


def test_alias_bomb_stops_at_the_most_problems_worth_showing(load: Load) -> None:
    source = load("a: &a [x]\nb: [" + ", ".join(["*a"] * 100_000) + "]\n")
    assert len(source.problems) == MAX_PROBLEMS + 1
    first = source.problems[0]
    assert (first.code, first.span) == ("SRC123", Span(NAME))
    assert f"more than {MAX_PROBLEMS}" in first.message


def test_too_many_entries(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reader.MAX_NODES == 500_000
    monkeypatch.setattr(reader, "MAX_NODES", 1_000)
    assert load("a: [" + "x," * 997 + "]\n").problems == ()
    source = load("a: [" + "x," * 998 + "]\n")
    (problem,) = source.problems
    assert problem.code == "SRC122"
    assert "1,000 entries" in problem.message


def test_control_characters_everywhere(load: Load) -> None:
    source = load("\x07\n" * 10_000)
    assert len(source.problems) == MAX_PROBLEMS + 1
    assert set(codes(source)) == {"SRC105", "SRC123"}


def test_many_syntax_errors_are_all_found(load: Load) -> None:
    source = load("".join(f"k{n}:\n  a: @\n  b: {n}\n" for n in range(50)))
    assert codes(source) == ["SRC137"] * 50
    assert source.value == {f"k{n}": {"b": str(n)} for n in range(50)}


def test_a_file_of_mistakes_only_comes_to_an_end(load: Load) -> None:
    assert set(codes(load("k: @\n" * 5_000))) <= {"SRC116", "SRC123", "SRC137"}
