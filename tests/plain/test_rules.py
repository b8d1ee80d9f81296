"""The rules on plain language in policies of several languages and readers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from policygen.checks.examples import POLICY_FILE
from policygen.checks.subject import Subject
from policygen.load import load_project
from tests.checks.projects import SETTINGS, checked, write_project

CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "rules.yaml").read_text(encoding="utf-8")
)
QUOTED = re.compile(r"“[^”]*”")


def write_case(folder: Path, case: Mapping[str, Any]) -> Path:
    """Write a case as a project, with a catalog for each language that it translates into."""
    languages = ["en", *case.get("translations", {})]
    settings = SETTINGS.replace("[en, es, fr, de]", str(languages))
    settings += yaml.safe_dump({"checks": case.get("settings", {})})
    policy = yaml.safe_dump(case["policy"], allow_unicode=True)
    write_project(folder, {POLICY_FILE: policy, "policygen.yaml": settings})
    contexts = defaultdict(set)
    for text in Subject(load_project(folder), today=None).texts:
        contexts[str(text)].add(text.context)
    for language, translations in case.get("translations", {}).items():
        catalog = Catalog(locale=language)
        for text, translation in translations.items():
            for context in sorted(contexts[text]):
                catalog.add(text, translation, context=context)
        path = folder / "locales" / language / "LC_MESSAGES" / "policy.po"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_po(file, catalog)
    return folder


def found_in(folder: Path, code: str = "LNG") -> Iterator[str]:
    for problem in checked(folder, select=(code,)):
        assert problem.span is not None
        assert problem.span.line > 1
        yield f"{problem.code} {problem.span.file}: {QUOTED.findall(problem.message)[0]}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_finds(case: Mapping[str, Any], tmp_path: Path) -> None:
    assert sorted(found_in(write_case(tmp_path, case))) == case["found"]


HARD = (
    "Comprehensive documentation of individual circumstances constitutes an indispensable "
    "prerequisite of responsible investigation. "
)


@pytest.mark.parametrize(
    ("field", "sentence", "count", "findings"),
    [
        ("promise", HARD, 10, 1),
        ("promise", HARD, 5, 0),
        ("background", HARD, 10, 1),
    ],
    ids=["hard", "too short to tell", "hard even for staff"],
)
def test_readability_needs_enough_words(
    tmp_path: Path, field: str, sentence: str, count: int, findings: int
) -> None:
    write_project(tmp_path, {POLICY_FILE: f"{field}: {sentence * count}\n"})
    found = checked(tmp_path, select=("LNG101",))
    assert len(found) == findings
    for problem in found:
        assert problem.related
        assert "Flesch" in problem.message
        assert "Comprehensive documentation of" in problem.hint


def test_the_samples_are_plain() -> None:
    root = Path(__file__).parents[2]
    for folder in (root, *sorted((root / "examples").iterdir())):
        assert checked(folder, select=("LNG",)) == []
