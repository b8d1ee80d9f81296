"""Packs: what they ask for, when it is met, and that what ships is sound, dated and sourced."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from policygen.checks.judging import Status, judgements
from policygen.checks.subject import Subject
from policygen.cli.main import main
from policygen.i18n.messages import LANGUAGES
from policygen.load import load_project
from policygen.model.facts import Deadline
from policygen.packs import SourceStatus, available, load_pack
from policygen.packs.loading import SHIPPED
from tests.checks.projects import checked, write_project

ROOT = Path(__file__).parents[2]
IDS = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
CASES = yaml.safe_load((Path(__file__).parent / "packs.yaml").read_text("utf-8"))

SETTINGS = """\
source_language: en
languages: [en]
documents:
  procedure: {title: Complaint Procedure, template: complaint-procedure, audience: customers}
"""
PACK = {
    "title": "Code of the association",
    "jurisdiction": "US",
    "sector": "bookshops",
    "applies_to": "Members of the association.",
    "checked": "2026-10-01",
    "sources": {"code": {"title": "Code", "url": "https://code.example.org", "status": "seen"}},
}
RULE = {"says": "it is so", "reference": "section 1", "source": "code"}


def project(folder: Path, policy: str, requirement: dict[str, Any], selected: str = "own") -> Path:
    """Write a project with a pack of one requirement."""
    pack = {**PACK, "requirements": {"one": {**RULE, **requirement}}}
    return write_project(
        folder,
        {
            "policygen.yaml": f"{SETTINGS}checks: {{packs: [{selected}]}}\n",
            "policy/policy.yaml": policy,
            "packs/own.yaml": yaml.safe_dump(pack, allow_unicode=True),
        },
    )


def verdict(root: Path, today: date | None = None) -> Status:
    """Return what becomes of the one requirement of the project's pack."""
    pack, problems = load_pack(root, "own")
    assert not problems
    assert pack
    (found,) = judgements(Subject(load_project(root), today=today), pack)
    return found.status


# ------------------------------------------------------------------- what ships


@pytest.mark.parametrize("id_", IDS)
def test_what_ships_can_be_read(id_: str) -> None:
    pack, problems = load_pack(ROOT, id_)
    assert problems == []
    assert pack
    assert pack.requirements


@pytest.mark.parametrize("id_", IDS)
def test_what_ships_was_seen_at_its_source(id_: str) -> None:
    pack, _ = load_pack(ROOT, id_)
    assert pack
    assert {source.status for source in pack.sources.values()} == {SourceStatus.SEEN}
    assert {requirement.source for requirement in pack.requirements.values()} == set(pack.sources)


@pytest.mark.parametrize("id_", IDS)
def test_what_ships_speaks_all_four_languages(id_: str) -> None:
    pack, _ = load_pack(ROOT, id_)
    assert pack
    for requirement in pack.requirements.values():
        assert set(requirement.says) == set(LANGUAGES)
        for says in requirement.says.values():
            assert not says.endswith(".")


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("example", [".", "examples/shop", "examples/utility", "examples/playbook"])
def test_every_policy_can_be_compared(id_: str, example: str) -> None:
    pack, _ = load_pack(ROOT, id_)
    assert pack
    subject = Subject(load_project(ROOT / example), today=date(2026, 11, 23))
    assert len(list(judgements(subject, pack))) == len(pack.requirements)


# --------------------------------------------------------------------- verdicts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_verdict(case: dict[str, Any], tmp_path: Path) -> None:
    root = project(tmp_path, case.get("policy", ""), case["asks"])
    assert verdict(root, case.get("today")).value == case["verdict"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 4, 7), "eight weeks"), (date(2026, 4, 8), "six weeks")],
)
def test_of_two_dated_requirements_the_one_of_the_day_counts(day: date, expected: str) -> None:
    pack, _ = load_pack(ROOT, "uk-communications")
    assert pack
    held = [
        rule.says["en"]
        for rule in pack.requirements.values()
        if (rule.valid_from or rule.valid_until) and rule.holds_on(day)
    ]
    assert len(held) == 1
    assert expected in held[0]


@given(days=st.integers(1, 200), limit=st.integers(1, 200))
def test_a_time_keeps_a_limit_of_its_own_kind_if_it_is_no_longer(days: int, limit: int) -> None:
    from policygen.checks.pack_times import keeps  # noqa: PLC0415 - the only use

    assumptions = Subject(load_project(ROOT / "examples/shop"), today=None).assumptions
    time = Deadline.parse(f"within {days} days of receipt")
    bound = Deadline.parse(f"within {limit} days of receipt")
    assert keeps(time, bound, assumptions, at_least=False) is (days <= limit)
    assert keeps(time, bound, assumptions, at_least=True) is (days >= limit)


# -------------------------------------------------------------- packs of a project


def test_an_own_pack_extends_one_that_ships(tmp_path: Path) -> None:
    own = """\
extends: uk-water
title: Our own rules
without: [binding]
sources: {ours: {title: Our code, url: "https://our.example.org", status: seen}}
requirements:
  reply:
    says: each stage is answered within five working days
    reference: our code
    source: ours
    needs: [complaints.stages.+.reply]
    at_most: 5 working days
"""
    root = write_project(tmp_path, {"packs/uk-water.yaml": own})
    shipped, _ = load_pack(ROOT, "uk-water")
    pack, problems = load_pack(root, "uk-water")
    assert problems == []
    assert pack
    assert shipped
    assert pack.title["en"] == "Our own rules"
    assert pack.requirements["reply"].reference == "our code"
    assert set(pack.requirements) == set(shipped.requirements) - {"binding"}


def test_a_pack_of_a_project_is_selected_by_its_file_name(tmp_path: Path) -> None:
    root = project(tmp_path, "", {})
    assert set(available(root)) == {*IDS, "own"}


@pytest.mark.parametrize(
    ("wrong", "place", "said"),
    [
        ({"needs": ["complaints.stage.*.reply"]}, "packs/own.yaml", "is not a part of a policy"),
        ({"needs": ["complaints.stages.#0.reply"]}, "packs/own.yaml", "is not a part of a policy"),
        ({"says": {"es": "hola"}}, "packs/own.yaml", "has no English text"),
        ({"source": "cod"}, "packs/own.yaml", "is not one of the pack's sources"),
        ({"neds": []}, "packs/own.yaml", "is not a field that exists"),
        ({"at_most": "soon"}, "packs/own.yaml", "soon"),
    ],
)
def test_a_mistake_in_an_own_pack_is_shown_where_it_stands(
    wrong: dict[str, Any], place: str, said: str, tmp_path: Path
) -> None:
    found = checked(project(tmp_path, "", wrong), select=("PCK",))
    assert {problem.code for problem in found} == {"PCK103"}
    for problem in found:
        assert problem.span
        assert problem.span.file == place
        assert problem.span.line
        assert said in problem.message


def test_a_pack_that_is_not_there_is_shown_in_the_settings_with_one_that_is(tmp_path: Path) -> None:
    (found,) = checked(project(tmp_path, "", {}, selected="uk-finance"), select=("PCK",))
    assert found.span
    assert (found.span.file, found.span.line) == ("policygen.yaml", 5)
    assert "uk-financial" in found.hint


def test_what_lacks_is_shown_at_the_part_that_should_have_it(tmp_path: Path) -> None:
    policy = """\
roles: {manager: {name: Support manager}}
complaints:
  definition: A complaint is any sign that somebody is not satisfied and expects an answer.
  stages:
    first: {name: First stage, handled_by: manager}
"""
    root = project(tmp_path, policy, {"needs": ["complaints.stages.+.reply"]})
    (found,) = checked(root, select=("PCK",))
    assert found.span
    assert (found.span.file, found.span.line) == ("policy/policy.yaml", 5)
    assert "it is so" in found.message
    assert "section 1" in found.message
    assert "no legal advice" in found.hint


# ------------------------------------------------------------------- the command


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["--ui-language", "en", "requirements", *words]) == 0
    return capsys.readouterr().out


def test_each_form_of_the_table_says_at_both_ends_that_it_is_no_advice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for form in ("text", "csv", "html"):
        out = printed(capsys, str(ROOT), "--pack", "uk-housing", "--output-format", form)
        words = " ".join(out.split())
        first, last = words.find("no legal advice"), words.rfind("no legal advice")
        assert 0 <= first < words.find("Complaint Handling Code") < last


def test_the_table_names_clauses_with_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    form = ("--output-format", "json")
    data = json.loads(printed(capsys, str(ROOT), "--pack", "de-energy", *form))
    row = data["requirements"][0]
    (clause,) = row["clauses"]
    file, _, line = clause["place"].partition(":")
    text = (ROOT / file).read_text("utf-8").split("\n")[int(line) - 1]
    assert clause["clause"] == "complaints.stages.first-stage.reply"
    assert text.strip().startswith("reply:")
    assert row["result"] == "met"
    assert row["checked"] == "2026-11-23"


def test_a_spreadsheet_has_one_row_for_each_requirement(
    capsys: pytest.CaptureFixture[str],
) -> None:
    form = ("--output-format", "csv")
    rows = list(csv.reader(io.StringIO(printed(capsys, str(ROOT), "--pack", "fr-water", *form))))
    pack, _ = load_pack(ROOT, "fr-water")
    assert pack
    assert [row[1] for row in rows[2:-1]] == list(pack.requirements)


def test_the_page_can_be_read_by_everybody(capsys: pytest.CaptureFixture[str]) -> None:
    page = html.document_fromstring(
        printed(capsys, str(ROOT), "--pack", "es-cartas-de-servicios", "--output-format", "html")
    )
    assert page.get("lang") == "en"
    assert page.xpath("count(//table) = count(//table/caption)")
    assert page.xpath("count(//thead//th) = count(//thead//th[@scope = 'col'])")
    assert page.xpath("count(//tbody/tr) = count(//tbody//th[@scope = 'row'])")
    assert page.xpath("//*[@role = 'region']/@tabindex") == ["0"]
    assert not page.xpath("//script | //link | //img")


def test_without_a_pack_it_says_how_to_name_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["requirements", str(ROOT)]) == 2
    assert "--pack" in capsys.readouterr().err


def test_packs_are_listed_with_those_that_are_selected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, str(project(tmp_path, "", {})), "--list").split("\n")
    assert next(line.split()[:2] for line in lines if line.startswith("* ")) == ["*", "own"]
    assert any(line.startswith("  uk-water ") for line in lines)
