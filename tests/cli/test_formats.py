from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.checks.families import RULES
from policygen.cli.formats import FORMATS, printed
from policygen.errors import Edit, ExitCode, Problem, Severity, Span, Words, tell

FILE = "policy/a b,c%ä:1.yaml"

PROBLEMS = [
    Problem(
        "MOD103",
        tell("“x” is 100 % wrong"),
        Span(FILE, 3, 5, 4),
        tell("write `y`\nor leave it out"),
        related=((Span("policy/b.yaml", 1, 2, 3), tell("here it is right")),),
        fix=(Edit(Span(FILE, 3, 5, 4), "yyyy"), Edit(Span(FILE, 4, 1, 0), " ")),
    ),
    Problem(
        "SRC101", tell("the file does not exist"), Span("policy/c.yaml"), tell("check its name")
    ),
    Problem("OUT104", tell("the disk is full")),
    Problem("BLK101", tell("to be filled in"), Span(FILE, 1, 1, 2), severity=Severity.WARNING),
]


def made(output_format: str, problems: list[Problem], root: Path = Path()) -> str:
    return printed(problems, root, ExitCode.FINDINGS, output_format)


def sarif_run(problems: list[Problem], root: Path = Path()) -> dict[str, Any]:
    log = json.loads(made("sarif", problems, root))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


# ------------------------------------------------------------------------ SARIF


def test_sarif_has_a_result_for_each_problem_in_the_order_of_their_places() -> None:
    results = sarif_run(PROBLEMS)["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [
        ("OUT104", "error"),
        ("BLK101", "warning"),
        ("MOD103", "error"),
        ("SRC101", "error"),
    ]
    assert results[2]["message"]["text"] == "“x” is 100 % wrong\nwrite `y`\nor leave it out"


def test_sarif_places_are_stretches_of_characters_in_files_below_the_root() -> None:
    run = sarif_run(PROBLEMS)
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    nowhere, _, somewhere, whole_file = run["results"]
    assert somewhere["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "policy/a%20b%2Cc%25%C3%A4%3A1.yaml",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {"startLine": 3, "startColumn": 5, "endColumn": 9},
            }
        }
    ]
    (related,) = somewhere["relatedLocations"]
    assert related["message"] == {"text": "here it is right"}
    assert related["physicalLocation"]["region"]["startLine"] == 1
    assert "region" not in whole_file["locations"][0]["physicalLocation"]
    assert "locations" not in nowhere


def test_sarif_carries_the_fix() -> None:
    (fix,) = sarif_run(PROBLEMS)["results"][2]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 5, "endColumn": 9},
            "insertedContent": {"text": "yyyy"},
        },
        {
            "deletedRegion": {"startLine": 4, "startColumn": 1, "endColumn": 1},
            "insertedContent": {"text": " "},
        },
    ]


def test_sarif_explains_the_rules_that_found_something() -> None:
    run = sarif_run(PROBLEMS)
    (rule,) = run["tool"]["driver"]["rules"]
    known = next(rule for rule in RULES if rule.code == "BLK101")
    assert rule["id"] == "BLK101"
    assert rule["shortDescription"] == {"text": known.title}
    assert rule["fullDescription"] == {"text": known.why}
    assert run["results"][1]["ruleIndex"] == 0
    assert "ruleIndex" not in run["results"][2]


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    assert sarif_run([])["results"] == []


# ----------------------------------------------------------------------- GitHub


def test_github_commands_escape_what_would_end_them() -> None:
    escaped = "policy/a b%2Cc%25ä%3A1.yaml"
    words = (
        "“x” is 100 %25 wrong%0Awrite `y`%0Aor leave it out%0Apolicy/b.yaml:1:2: here it is right"
    )
    assert made("github", PROBLEMS).split("\n") == [
        "::error title=OUT104::the disk is full",
        f"::warning file={escaped},line=1,col=1,endColumn=3,title=BLK101::to be filled in",
        f"::error file={escaped},line=3,col=5,endColumn=9,title=MOD103::{words}",
        "::error file=policy/c.yaml,title=SRC101::the file does not exist%0Acheck its name",
    ]


anything = st.text(alphabet=st.characters(codec=None), max_size=30)


def any_words(text: str) -> Words:
    return tell("{text}", text=text)


@given(anything, anything, anything)
def test_no_words_of_a_stranger_become_a_command(message: str, hint: str, file: str) -> None:
    text = made("github", [Problem("X1", any_words(message), Span(file, 1, 1), any_words(hint))])
    assert len(text.splitlines()) == 1
    command, _, _ = text.removeprefix("::").partition("::")
    assert command.startswith("error file=")
    assert command.endswith(",line=1,col=1,endColumn=2,title=X1")


# ------------------------------------------------------------------ all of them


def test_json_says_what_the_rule_is_called() -> None:
    data = json.loads(made("json", PROBLEMS))
    assert data["exit_code"] == 1
    by_code = {problem["code"]: problem for problem in data["problems"]}
    assert by_code["BLK101"]["title"] == "Something is yet to be filled in"
    assert by_code["BLK101"]["severity"] == "warning"
    assert by_code["OUT104"]["title"] == ""
    assert [edit["text"] for edit in by_code["MOD103"]["fix"]] == ["yyyy", " "]


def test_text_says_what_can_be_mended() -> None:
    text = made("text", PROBLEMS)
    assert text.count("policygen check --fix") == 1
    assert text.endswith("3 problems, 1 warning [1 can be mended with --fix]")
    assert "--fix" not in made("text", PROBLEMS[1:])


def test_text_of_nothing_says_so() -> None:
    assert made("text", []) == "No problems."


@pytest.mark.parametrize("output_format", ["sarif", "github"])
def test_files_are_named_as_seen_from_here(
    output_format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [Problem("X1", tell("wrong"), Span("policy/a.yaml", 1, 1))]
    monkeypatch.chdir(tmp_path)
    for root in (Path("shop"), tmp_path / "shop"):
        assert "shop/policy/a.yaml" in made(output_format, problems, root)
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    for root in (Path(".."), tmp_path):
        text = made(output_format, problems, root)
        assert "policy/a.yaml" in text
        assert "../policy" not in text
        assert str(tmp_path) not in text


@pytest.mark.parametrize("output_format", FORMATS)
@given(st.lists(st.builds(Problem, st.just("X1"), anything, st.builds(Span, anything)), max_size=2))
def test_any_problem_can_be_printed(output_format: str, problems: list[Problem]) -> None:
    made(output_format, problems)
