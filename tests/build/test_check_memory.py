"""A check that nothing can have changed is answered from memory; any other is done anew."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policygen.build import inspect, inspection
from policygen.checks.request import CheckRequest
from policygen.errors import Problem
from policygen.i18n.messages import said
from tests.checks.projects import SETTINGS, write_project

REQUEST = CheckRequest(today=date(2026, 11, 23), select=("LFT", "REF", "PCK"))
POLICY = "mission: We answer [Company] customers.\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with one finding, checked often enough to remember it."""
    files = {
        "policygen.yaml": f"theme: {{logo: logo.svg}}\n{SETTINGS}",
        "policy/policy.yaml": POLICY,
        "logo.svg": LOGO,
    }
    root = write_project(tmp_path, files)
    inspect(root, "", REQUEST)
    inspect(root, "", REQUEST)
    return root


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a list to which each check that is really made adds its project."""
    made: list[Path] = []
    really = inspection.inspection

    def counted(root: Path, overlay: str, request: CheckRequest) -> list[Problem]:
        made.append(root)
        return really(root, overlay, request)

    monkeypatch.setattr(inspection, "inspection", counted)
    return made


def test_what_was_found_is_remembered(root: Path, runs: list[Path]) -> None:
    (problem,) = inspect(root, "", REQUEST)
    assert runs == []
    assert (problem.code, str(problem.span)) == ("LFT101", "policy/policy.yaml:1:20")
    assert [problem] == inspection.inspection(root, "", REQUEST)


def test_what_is_remembered_can_be_said_in_another_language(root: Path, runs: list[Path]) -> None:
    (problem,) = inspect(root, "", REQUEST)
    assert runs == []
    assert said(problem.message, "es") != problem.message


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("policy/policy.yaml", "mission: We answer customers.\n"),
        ("policy/new.yaml", "vision: To answer.\n"),
        (
            "policygen.yaml",
            f"theme: {{logo: logo.svg}}\n{SETTINGS}checks: {{rules: {{LFT101: off}}}}\n",
        ),
        ("logo.svg", LOGO.replace("9z", "8z")),
        ("locales/es/LC_MESSAGES/policy.po", 'msgid ""\nmsgstr ""\n'),
        ("packs/own.yaml", "extends: uk-water\n"),
    ],
)
def test_a_touched_file_is_read(file: str, text: str, root: Path, runs: list[Path]) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    inspect(root, "", REQUEST)
    assert runs == [root]


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, today=date(2026, 11, 24)),
        replace(REQUEST, final=True),
        replace(REQUEST, select=()),
        replace(REQUEST, ignore=("LFT",)),
    ],
    ids=["another day", "final", "all rules", "fewer rules"],
)
def test_another_request_is_another_check(
    request_: CheckRequest, root: Path, runs: list[Path]
) -> None:
    inspect(root, "", request_)
    assert runs == [root]


@pytest.mark.parametrize(
    "template",
    ["{found.__class__}", "{found[0]}", "{found:>999999999}", "{found!r}", "{lost}", "{"],
)
def test_a_forged_sentence_is_not_said(template: str, root: Path, runs: list[Path]) -> None:
    path = root / ".policygen" / "check.json"
    data = json.loads(path.read_bytes())
    data["problems"][0]["message"]["template"] = template
    path.write_text(json.dumps(data), encoding="utf-8")
    (problem,) = inspect(root, "", REQUEST)
    assert runs == [root]
    assert problem.message == "“[Company]” is a placeholder that nobody has filled in"


@pytest.mark.parametrize("text", ["", "{}", "[]", "{", "null", '{"layout": 1, "problems": 3}'])
def test_a_damaged_memory_is_none(text: str, root: Path, runs: list[Path]) -> None:
    (root / ".policygen" / "check.json").write_text(text, encoding="utf-8")
    assert len(inspect(root, "", REQUEST)) == 1
    assert runs == [root]


def test_without_a_place_to_remember_it_works_all_the_same(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"policy/policy.yaml": POLICY})
    (root / ".policygen").write_text("no folder", encoding="utf-8")
    assert len(inspect(root, "", REQUEST)) == 1
    assert len(inspect(root, "", REQUEST)) == 1


def test_the_memory_stays_out_of_version_control(root: Path) -> None:
    assert (root / ".policygen" / ".gitignore").read_text("utf-8") == "*\n"
