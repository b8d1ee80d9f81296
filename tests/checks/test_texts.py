"""Texts that a careful reader would stop at, and texts that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from policygen.checks.examples import POLICY_FILE
from tests.checks.projects import checked, write_project

CASES = yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text("utf-8"))
FAMILIES = ("LFT", "LEK")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_text(case: dict[str, str], tmp_path: Path) -> None:
    policy = yaml.safe_dump({"promise": case["text"]}, allow_unicode=True, width=1000)
    write_project(tmp_path, {POLICY_FILE: policy})
    found = {problem.code for problem in checked(tmp_path, select=FAMILIES)}
    assert found == ({case["code"]} if case.get("code") else set())
