"""Every rule has an example that it finds and one that it does not, and words that help."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen.checks.examples import FOLDER, example
from policygen.checks.families import RULES
from policygen.checks.rules import Rule
from tests.checks.projects import checked, write_project

BY_CODE = [pytest.param(rule, id=rule.code) for rule in RULES]


@pytest.mark.parametrize("rule", BY_CODE)
def test_finds_the_bad_example(rule: Rule, tmp_path: Path) -> None:
    folder = write_project(tmp_path, example(rule.code).bad)
    found = checked(folder, final=rule.severity is None, select=(rule.code,))
    assert {problem.code for problem in found} == {rule.code}
    for problem in found:
        assert problem.span is not None
        assert problem.span.line
        assert problem.hint
        assert not problem.message.endswith(".")


@pytest.mark.parametrize("rule", BY_CODE)
def test_accepts_the_good_example(rule: Rule, tmp_path: Path) -> None:
    folder = write_project(tmp_path, example(rule.code).good)
    assert checked(folder, final=rule.severity is None, select=(rule.code,)) == []


@pytest.mark.parametrize("rule", BY_CODE)
def test_says_why(rule: Rule) -> None:
    assert len(rule.why) > 40
    assert rule.why.endswith(".")


def test_codes_are_unique_and_all_examples_belong_to_one() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(codes)
