from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from policygen.cli.problems import counted, formatted
from policygen.cli.visible import excerpt, visible
from policygen.errors import Problem, Severity, Span, tell

GOLDEN = Path(__file__).parent / "golden"

FILES = {
    "policy/policy.yaml": [
        "channels:",
        "  phone:",
        "    reply: 2 worknig days",
        "\tlevel:\tone",
        "  名前: 返信は二日以内 # コメント",
        "  note: " + "long words that go on and on, " * 8 + "HERE it is wrong, " + "and on, " * 20,
        "  evil: \x1b[31mred\x1b]0;title\x07 and \u202ereversed",
        "  emoji: 👩‍🚒 called",
        "",
    ],
}


def at(line: int, column: int, length: int = 1) -> Span:
    return Span("policy/policy.yaml", line, column, length)


CASES = {
    "plain": [
        Problem(
            "MOD104", tell("“2 worknig days” is no duration"), at(3, 12, 14), tell("write days")
        )
    ],
    "without-place": [Problem("OUT104", tell("“en/a.pdf” cannot be written: the disk is full"))],
    "whole-file": [
        Problem("SRC101", tell("cannot be read"), Span("policy/other.yaml"), tell("look at it"))
    ],
    "missing-file": [Problem("SRC102", tell("is wrong"), Span("policy/other.yaml", 3, 4))],
    "beyond-the-end": [
        Problem("SRC103", tell("stops here"), at(99, 1)),
        Problem("X1", tell("stops too"), at(9, 40)),
    ],
    "tabs": [
        Problem("SRC104", tell("tab as indentation"), at(4, 1)),
        Problem("X2", tell("a value"), at(4, 9, 3)),
    ],
    "wide": [Problem("SRC105", tell("ends too early"), at(5, 7, 7))],
    "emoji": [Problem("SRC106", tell("who?"), at(8, 14, 6))],
    "long-line": [Problem("SRC107", tell("is wrong"), at(6, 249, 4), tell("shorten it"))],
    "long-line-start": [Problem("SRC108", tell("is wrong"), at(6, 3, 4))],
    "long-span": [Problem("SRC109", tell("is too long"), at(6, 9, 400))],
    "escape-sequences": [
        Problem(
            "SRC110", tell("bad \x1b[31mmessage\r\n"), at(7, 9, 5), tell("hint \x07one\nhint two")
        )
    ],
    "related": [
        Problem(
            "SRC111",
            tell("“phone” is here twice"),
            at(3, 5, 5),
            tell("remove one"),
            related=(
                (at(2, 3, 5), tell("the first one")),
                (Span("policy/b.yaml", 1, 1), tell("and another")),
            ),
        )
    ],
    "sorted-and-once": [
        Problem("B2", tell("second in line 3"), at(3, 5)),
        Problem("W1", tell("only a warning"), at(1, 1), severity=Severity.WARNING),
        Problem("B1", tell("first in line 3"), at(3, 5)),
        Problem("B2", tell("second in line 3"), at(3, 5)),
    ],
}


def printed(problems: list[Problem], columns: int = 100) -> str:
    text = "\n".join([*formatted(problems, FILES.get, columns), counted(problems)])
    return click.unstyle(text) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_problems_read_well(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{name}.txt", printed(CASES[name]))


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (0, 0, ""),
        (1, 0, "1 problem"),
        (3, 1, "3 problems, 1 warning"),
        (0, 2, "2 warnings"),
    ],
)
def test_problems_are_counted(errors: int, warnings: int, expected: str) -> None:
    found = [Problem("E1", tell("{number}", number=number)) for number in range(errors)]
    found += [Problem("W1", tell("{n}", n=n), severity=Severity.WARNING) for n in range(warnings)]
    assert counted(found * 2) == expected


anything = st.text(alphabet=st.characters(codec=None), max_size=60)


@given(anything)
def test_no_text_reaches_the_terminal_that_it_would_obey(text: str) -> None:
    shown = visible(text)
    unseen = {unicodedata.category(c) for c in shown if c not in "\u200c\u200d"}
    assert unseen.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    shown.encode("utf-8")


@given(anything, st.integers(-3, 70), st.integers(-3, 70), st.integers(20, 90))
def test_the_caret_stands_below_what_it_means(
    line: str, column: int, length: int, columns: int
) -> None:
    shown = excerpt(line, column, length, columns)
    assert cell_len(shown.line) <= columns or shown.before == 0
    assert shown.length >= 1
    assert shown.before <= cell_len(shown.line)
    if 1 <= column <= len(line) and line.isascii() and line.isprintable():
        assert shown.line[shown.before] == line[column - 1]


spans = st.builds(
    Span,
    st.just("policy/policy.yaml") | anything,
    st.integers(0, 12),
    st.integers(0, 300),
    st.integers(1, 300),
)
any_problem = st.builds(Problem, st.just("X1"), anything, st.none() | spans, anything)


@given(st.lists(any_problem, max_size=4))
def test_any_problem_can_be_printed(problems: list[Problem]) -> None:
    printed(problems, columns=40).encode("utf-8")
