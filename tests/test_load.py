"""Loading: every mistake is reported with its place, its line's words and advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.errors import PolicygenError, Problem
from policygen.load import load_project
from policygen.model.policy import Policy
from tests.sample import copy_sample

MISTAKES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8")
)


def problems_of(root: Path) -> list[Problem]:
    try:
        project = load_project(root)
    except PolicygenError as error:
        return list(error.problems)
    return [*project.problems, *check(project, CheckRequest())]


def at(root: Path, problem: Problem) -> str:
    assert problem.span is not None
    line = (root / problem.span.file).read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    return line[problem.span.column - 1 :]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m["name"] for m in MISTAKES])
def test_mistake_is_found_at_its_place_with_advice(mistake: dict[str, Any], tmp_path: Path) -> None:
    edit = {mistake["file"]: ((mistake["old"], mistake["new"]),)}
    root = copy_sample(tmp_path, edit)
    first, *_ = found = [p for p in problems_of(root) if p.code.startswith(mistake["code"])]
    assert found
    assert at(root, first).startswith(mistake["at"])
    assert mistake["hint"] in first.hint
    assert first.message


def test_mistakes_in_several_files_are_reported_together(tmp_path: Path) -> None:
    chosen = [m for m in MISTAKES if m["code"] in {"MOD101", "MOD104", "REF101", "MOD106"}]
    edits: dict[str, tuple[tuple[str, str], ...]] = {}
    for mistake in chosen:
        edits[mistake["file"]] = (*edits.get(mistake["file"], ()), (mistake["old"], mistake["new"]))
    root = copy_sample(tmp_path, edits)
    assert len(problems_of(root)) == len(chosen)


def test_the_sample_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(copy_sample(tmp_path)) == []


def test_the_smallest_policy_loads(tmp_path: Path) -> None:
    copy_sample(tmp_path)
    for path in (tmp_path / "policy").glob("*.yaml"):
        path.unlink()
    (tmp_path / "policy" / "policy.yaml").write_text(
        "company:\n  name: Tiny\n"
        "control:\n  version: 1.0.0\n  status: draft\n  effective: 2026-01-01\n",
        encoding="utf-8",
    )
    policy = load_project(tmp_path.joinpath()).policy
    assert isinstance(policy, Policy)
    assert policy.company.name == "Tiny"


def test_a_policy_without_a_date_is_refused(tmp_path: Path) -> None:
    edits = {
        "policy/control.yaml": (
            ("  effective: 2026-10-01\n", ""),
            ("  - version: 2.1.0", "  - version: 2.0.9"),
        )
    }
    assert [p.code for p in problems_of(copy_sample(tmp_path, edits))] == ["MOD107"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("formats: [html, pdf, docx]", "formats: [html, pfd]", "SET102"),
        ("formats: [html, pdf, docx]", "formats: [html, html]", "SET105"),
        ("formats: [html, pdf, docx]", "formats: []", "SET109"),
        ("languages: [en, es, fr, de]", "languages: []", "SET109"),
        ('brand: "#0b5d5e"', "brand: teal", "MOD106"),
        ("template: short-policy", "template: ../secret", "SET104"),
        ("audience: everyone", "audience: everybody", "MOD103"),
        ("languages: [en", "langages: [en", "MOD101"),
    ],
)
def test_bad_settings_are_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    root = copy_sample(tmp_path, {"policygen.yaml": ((old, new),)})
    assert code in {p.code for p in problems_of(root)}


def test_no_settings_file(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(tmp_path)] == ["SET101"]
