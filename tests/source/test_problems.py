"""Every mistake in the text of a source file: its place, its code, and words that mend it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policygen.errors import Problem
from policygen.source import Source
from policygen.source.codes import CODES
from tests.source.names import NAME

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "fixtures/problems.toml").read_text(encoding="utf-8")
)["case"]

ABOUT_WHOLE_FILES = {"SRC101", "SRC102", "SRC103", "SRC104", "SRC117", "SRC121", "SRC122", "SRC123"}
"""What test_files.py and test_limits.py look at."""

Load = Callable[[str], Source]


def name_of(case: dict[str, Any]) -> str:
    return str(case["name"])


def place(problem: Problem) -> str:
    assert problem.span is not None
    assert problem.span.file == NAME
    return f"{problem.span.line}:{problem.span.column}+{problem.span.length}"


def reported(problem: Problem, wanted: dict[str, str]) -> dict[str, str]:
    """Return a problem in the form of the fixture file, with its words where they are found."""
    found = {
        "at": place(problem),
        "code": problem.code,
        "says": wanted["says"] if wanted["says"] in problem.message else problem.message,
        "hint": wanted["hint"] if wanted["hint"] in problem.hint else problem.hint,
    }
    if problem.severity.value != "error":
        found["severity"] = problem.severity.value
    if problem.related:
        found["related"] = ", ".join(f"{s.line}:{s.column}" for s, _ in problem.related)
    return found


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_mistake_is_named_at_its_place_with_a_fix(load: Load, case: dict[str, Any]) -> None:
    source = load(case["text"])
    found = [(place(p), p.code) for p in source.problems]
    assert found == [(p["at"], p["code"]) for p in case["problems"]]
    for problem, wanted in zip(source.problems, case["problems"], strict=True):
        assert reported(problem, wanted) == wanted


@pytest.mark.parametrize("case", [case for case in CASES if "value" in case], ids=name_of)
def test_the_rest_of_the_file_is_read(load: Load, case: dict[str, Any]) -> None:
    assert load(case["text"]).value == json.loads(case["value"])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_line_ends_do_not_matter(load: Load, case: dict[str, Any]) -> None:
    as_usual = load(case["text"])
    assert load(case["text"].replace("\n", "\r\n")) == as_usual
    assert load(case["text"].replace("\n", "\r")) == as_usual


def test_every_code_has_a_case() -> None:
    in_cases = {problem["code"] for case in CASES for problem in case["problems"]}
    assert in_cases | ABOUT_WHOLE_FILES == set(CODES)
    assert not in_cases & ABOUT_WHOLE_FILES


def test_messages_are_phrases_and_hints_say_what_to_do(load: Load) -> None:
    for case in CASES:
        for problem in load(case["text"]).problems:
            assert problem.hint
            assert problem.message.isprintable()
            assert not problem.message.endswith(".")
