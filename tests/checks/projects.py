"""Small projects for checks: an example of a rule, completed to a project that loads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from policygen.checks.examples import POLICY_FILE
from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.errors import Problem
from policygen.load import load_project

TODAY = date(2026, 11, 23)
SETTINGS = """\
source_language: en
languages: [en, es, fr, de]
documents:
  charter: {title: Customer Charter, template: customer-charter, audience: customers}
  handbook: {title: Agent Handbook, template: agent-handbook, audience: staff}
  policy: {title: Customer Service Policy, template: policy-complete, audience: staff}
"""
BASE = {
    "company": "company: {name: Samplecompany, time_zone: America/New_York}\n",
    "control": "control: {version: 1.0.0, status: draft, effective: 2026-10-01}\n",
}


def write_project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, and what else a project needs, into a folder; return the folder."""
    policy = files.get(POLICY_FILE, "")
    base = "".join(text for key, text in BASE.items() if f"\n{key}:" not in f"\n{policy}")
    for name, text in {"policygen.yaml": SETTINGS, "policy/a.yaml": f"{base}\n", **files}.items():
        if text.strip():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def checked(folder: Path, *, final: bool = False, select: tuple[str, ...] = ()) -> list[Problem]:
    """Load and check a project and return every problem."""
    project = load_project(folder)
    request = CheckRequest(final=final, today=TODAY, select=select)
    return [*project.problems, *check(project, request)]
