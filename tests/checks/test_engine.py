"""Which rules count, what the policy accepts, and where findings point."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen.checks.examples import POLICY_FILE, example
from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.errors import Problem, Severity
from policygen.load import load_project
from tests.checks.projects import SETTINGS, TODAY, checked, write_project

SLOW = example("CON104").bad[POLICY_FILE]
AT = "channels.tickets.reply"


def accepted(clause: str = AT, rule: str = "CON104", more: str = "") -> str:
    return f"""{SLOW}exceptions:
  tickets:
    rule: {rule}
    clause: {clause}
    reason: Tickets are written at night.
{more}"""


def found(folder: Path, policy: str, settings: str = "") -> list[Problem]:
    write_project(folder, {"policygen.yaml": SETTINGS + settings, POLICY_FILE: policy})
    return [p for p in checked(folder) if p.code[:3] in {"CON", "EXC", "SET"}]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_finding_points_at_the_value(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, SLOW)
    assert problem.span is not None
    line = SLOW.split("\n")[problem.span.line - 1]
    assert line[problem.span.column - 1 :].startswith("< 4 h")
    ((span, why),) = problem.related
    assert span.line == 5
    assert why == "the standard for all"


@pytest.mark.parametrize("clause", [AT, "channels.tickets", "channels"])
def test_an_exception_accepts_the_findings_at_its_clause_and_below(
    tmp_path: Path, clause: str
) -> None:
    assert found(tmp_path, accepted(clause)) == []


def test_an_exception_covers_no_other_clause_or_rule(tmp_path: Path) -> None:
    assert codes(found(tmp_path / "a", accepted("quality"))) == ["CON104", "EXC103"]
    assert codes(found(tmp_path / "b", accepted(rule="CON105"))) == ["CON104", "EXC103"]


def test_an_exception_that_names_nothing_is_an_error(tmp_path: Path) -> None:
    no_rule = next(p for p in found(tmp_path / "a", accepted(rule="REF999")) if p.code == "EXC101")
    assert no_rule.severity is Severity.ERROR
    assert "did you mean `REF" in no_rule.hint or "explain" in no_rule.hint
    policy = accepted("channels.tikets.reply")
    no_clause = next(p for p in found(tmp_path / "b", policy) if p.code == "EXC102")
    assert no_clause.hint == f"did you mean `{AT}`?"


def test_an_exception_ends(tmp_path: Path) -> None:
    assert found(tmp_path / "a", accepted(more="    until: 2026-11-23\n")) == []
    over = found(tmp_path / "b", accepted(more="    until: 2026-11-22\n"))
    assert sorted(codes(over)) == ["CON104", "EXC104"]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{CON104: off}", []),
        ("{CON: off}", []),
        ("{CON: off, CON104: error}", [("CON104", Severity.ERROR)]),
        ("{CON: error}", [("CON104", Severity.ERROR)]),
        ("{con104: off}", [("SET118", Severity.ERROR), ("CON104", Severity.WARNING)]),
    ],
)
def test_settings_say_how_much_a_rule_matters(
    tmp_path: Path, rules: str, expected: list[tuple[str, Severity]]
) -> None:
    problems = found(tmp_path, SLOW, f"checks: {{rules: {rules}}}\n")
    assert sorted((p.code, p.severity.value) for p in problems) == sorted(
        (code, severity.value) for code, severity in expected
    )


def test_rules_can_be_selected_and_ignored(tmp_path: Path) -> None:
    write_project(tmp_path, {POLICY_FILE: SLOW})
    project = load_project(tmp_path)

    def of(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
        request = CheckRequest(today=TODAY, select=select, ignore=ignore)
        return {problem.code for problem in check(project, request)}

    assert of(select=("CON",)) == {"CON104"}
    assert of(select=("DAT", "HRS")) == set()
    assert "CON104" not in of(ignore=("CON1",))


def test_words_of_a_text_are_pointed_at_where_they_stand(tmp_path: Path) -> None:
    policy = """promise: >-
  We answer every letter. We answer
  every complaint, [see here](#complaints.nowhere).
"""
    write_project(tmp_path, {POLICY_FILE: policy})
    (problem,) = checked(tmp_path, select=("REF204",))
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (3, 32)
    assert problem.span.length == len("complaints.nowhere")
