from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policygen.errors import Problem
from policygen.source import Source

CASES = tomllib.loads((Path(__file__).parent / "fixtures/problems.toml").read_text("utf-8"))["case"]


def place(problem: Problem) -> str:
    assert problem.span is not None
    assert problem.span.file == "policy/policy.yaml"
    return f"{problem.span.line}:{problem.span.column}+{problem.span.length}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_mistake_is_named_with_its_place_and_a_fix(
    load: Callable[[str], Source], case: dict[str, Any]
) -> None:
    source = load(case["text"])
    expected = case["problems"]
    found = [(place(p), p.code) for p in source.problems]
    assert sorted(found) == sorted((e["at"], e["code"]) for e in expected)
    by_place = {(place(p), p.code): p for p in source.problems}
    for wanted in expected:
        problem = by_place[wanted["at"], wanted["code"]]
        assert wanted["says"] in problem.message
        assert wanted["hint"] in problem.hint
        assert problem.hint
        assert problem.severity.value == wanted.get("severity", "error")
        related = [f"{span.line}:{span.column}" for span, _ in problem.related]
        assert wanted.get("related", related[:1] and related[0]) in ([], *related)
    if "value" in case:
        assert source.value == json.loads(case["value"])
