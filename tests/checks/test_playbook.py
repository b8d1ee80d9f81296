"""The playbook example is full of contradictions on purpose: each is found where it stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygen.errors import Problem, Severity
from tests.checks.projects import checked

ROOT = Path(__file__).parents[2]
PLAYBOOK = ROOT / "examples" / "playbook"
CONTRADICTIONS = yaml.safe_load((Path(__file__).parent / "playbook.yaml").read_text("utf-8"))


@cache
def findings() -> tuple[Problem, ...]:
    return tuple(checked(PLAYBOOK))


def line(problem: Problem) -> str:
    assert problem.span is not None
    text = (PLAYBOOK / problem.span.file).read_text("utf-8")
    return text.split("\n")[problem.span.line - 1]


@pytest.mark.parametrize(
    "case", CONTRADICTIONS, ids=lambda case: f"{case['number']} {case['what']}"
)
def test_contradiction_is_found(case: dict[str, Any]) -> None:
    found = [
        problem
        for problem in findings()
        if problem.code.startswith(case["code"])
        if problem.span and problem.span.file == case["file"] and case["at"] in line(problem)
    ]
    assert found


def test_the_example_can_still_be_built() -> None:
    assert {problem.severity for problem in findings()} == {Severity.WARNING}


@pytest.mark.parametrize("project", [".", "examples/shop", "examples/utility"])
def test_the_other_companies_have_nothing_to_mend(project: str) -> None:
    assert checked(ROOT / project) == []
