"""`policygen explain`: a page for every rule, and words for every other code."""

from __future__ import annotations

import pytest

from policygen.checks.families import RULES
from policygen.checks.rules import Rule
from policygen.cli.main import main
from policygen.i18n.messages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(
    rule: Rule, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--ui-language", language, "explain", rule.code]) == 0
    head, empty, *rest = capsys.readouterr().out.split("\n")
    assert head.startswith(f"{rule.code}  ")
    assert empty == ""
    page = "\n".join(rest)
    assert page.count("    # policy") >= 2
    assert f"checks: {{rules: {{{rule.code}: off}}}}" in page
    assert f"rule: {rule.code}" in page
    assert "Traceback" not in page


def test_a_page_says_why_and_shows_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "con104"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert page.startswith("CON104 A channel is slower than the standard for all")
    assert "its customers wait longer than the company says they do" in page
    assert page.index("What it finds:") < page.index("reply: < 4 h")
    assert page.index("What it does not mind:") < page.index("reply: < 1 h")


def test_without_a_code_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


def test_a_mistake_of_writing_is_no_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "SRC107"]) == 0
    page = capsys.readouterr().out
    assert "SRC107  A line begins with a tab" in page
    assert "cannot be turned off" in page


def test_an_unknown_code_gets_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CON14"]) == 2
    assert "CON104" in capsys.readouterr().err
