"""`policygen list`: what there is, what it lacks, what could be chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policygen.cli.main import main
from policygen.new import new_project
from tests.sample import ROOT, copy_sample


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    for name, data in new_project("shop", "en").files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["list", "--json", *words]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_document_says_what_its_source_lacks_and_which_key_fills_it(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", str(shop)]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "short-policy: Customer Service Policy template short-policy, for everybody" in text
    assert "To whom this policy applies (`scope`)" in text
    assert "How you can help us (`customer_duties`)" in text
    assert "What we stand for" not in text  # the shop has said that
    assert "2 documents, 24 files." in text


def test_templates_that_are_not_used_are_named_with_what_they_are(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = shop / "templates" / "documents" / "phone-card.xml"
    own.parent.mkdir(parents=True)
    own.write_text("{# Telephone card: the number. And more. #}<article/>", encoding="utf-8")
    templates = listed(capsys, str(shop))["templates"]
    assert templates["phone-card"] == "Telephone card: the number."
    assert "customer-charter" not in templates
    shipped = {path.stem for path in (ROOT / "templates" / "documents").glob("*.xml")}
    assert {"short-policy", "customer-charter", *templates} == {*shipped, "phone-card"}
    assert all(about.endswith(".") for about in templates.values())


def test_blanks_and_missing_translations_are_counted_with_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_sample(
        tmp_path,
        {
            "policy/company.yaml": (("culture: >-", "culture: {to_fill: the culture}\nold: >-"),),
            "policy/channels.yaml": (("one case file", "one file"),),
        },
    )
    text = (root / "policy" / "company.yaml").read_text(encoding="utf-8")
    start, end = text.index("old: >-"), text.index("zero_tolerance:")
    (root / "policy" / "company.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    documents = {entry["id"]: entry for entry in listed(capsys, str(root))["documents"]}
    manual = documents["policy-manual"]
    (place,) = manual["to_fill"]
    assert place.startswith("policy/company.yaml:")
    playbook = documents["playbook"]["untranslated"]
    assert playbook.keys() == {"es", "fr", "de"}
    assert documents["customer-charter"]["to_fill"] == []


def test_every_document_of_the_sample_is_listed_with_its_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = listed(capsys, str(ROOT))
    assert all(entry["untranslated"] == {} for entry in data["documents"])
    charter = next(entry for entry in data["documents"] if entry["id"] == "customer-charter")
    assert charter["formats"] == ["html", "pdf", "docx", "text", "fragment"]
    assert {gap["key"] for gap in charter["lacks"]} >= {"appointments", "partners"}


def test_one_document_and_one_brand_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--overlay", "brightheron", "--document", "charter-poster")
    (poster,) = listed(capsys, str(ROOT), *words)["documents"]
    assert poster["title"] == "What Brightheron Promises You"
    assert poster["languages"] == ["en", "es"]
    assert poster["files"] == 6


def test_a_name_that_there_is_not_is_a_mistake_of_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["list", str(ROOT), "--json", "--document", "charter-postr"]) == 2
    data = json.loads(capsys.readouterr().out)
    assert data.keys() == {"exit_code", "problems"}
    assert [problem["code"] for problem in data["problems"]] == ["SEL101"]
    assert "charter-poster" in data["problems"][0]["hint"]


def test_a_template_that_cannot_be_used_does_not_stop_the_list(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shop / "templates" / "documents"
    (folder / "a-folder.xml").mkdir(parents=True)
    (folder / "silent.xml").write_text("<article/>", encoding="utf-8")
    assert main(["list", str(shop)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  silent" in lines


def test_lines_fit_eighty_columns_and_carry_no_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    example = ROOT / "examples" / "playbook"
    assert main(["list", str(example), "--document", "agent-handbook"]) == 0
    out = capsys.readouterr().out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "\x1b" not in out


def test_mistakes_in_several_templates_are_reported_at_once(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = shop / "policygen.yaml"
    text = settings.read_text(encoding="utf-8")
    for name in ("short-policy", "customer-charter"):
        assert f"template: {name}" in text
        text = text.replace(f"template: {name}", f"template: no-{name}")
    settings.write_text(text, encoding="utf-8")
    assert main(["list", str(shop)]) == 1
    found = capsys.readouterr().err
    assert "no-short-policy" in found
    assert "no-customer-charter" in found


def test_mistakes_in_the_source_are_reported_as_everywhere(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = shop / "policygen.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("template: short-policy", "template: shrt"),
        encoding="utf-8",
    )
    assert main(["list", str(shop)]) == 1
    assert "TPL001" in capsys.readouterr().err
