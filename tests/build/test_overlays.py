"""Building and checking brands and sites."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from policygen.build import inspect
from policygen.checks.request import CheckRequest
from policygen.cli.main import main
from policygen.errors import SettingsError
from tests.build.projects import REPOSITORY, built, contents, replace_text

SOUTH = "brands/south.yaml"


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    return shutil.copytree(REPOSITORY / "tests" / "projects" / "brands", tmp_path / "project")


def test_an_overlay_has_a_folder_of_its_own_with_its_own_list(brands: Path) -> None:
    result = built(brands, overlay="north")
    assert result.output == "output/north"
    assert set(contents(brands / "output")) == {
        "north/en-GB/note.html", "north/en-GB/times.html", "north/index.html",
        "north/manifest.json",
    }  # fmt: skip
    listed = json.loads((brands / "output/north/manifest.json").read_text())["files"]
    assert [file["path"] for file in listed] == ["en-GB/note.html", "en-GB/times.html"]
    page = (brands / "output/north/en-GB/times.html").read_text(encoding="utf-8")
    assert "North" in page
    assert "#7a2e6d" in page
    assert "The North" in (brands / "output/north/index.html").read_text(encoding="utf-8")


def test_what_is_built_of_one_leaves_the_others_alone(brands: Path) -> None:
    for overlay in ("", "north", "south"):
        built(brands, overlay=overlay, formats=())
    before = contents(brands / "output")
    assert "north/en-GB/times.html" in before
    replace_text(brands / "policygen.yaml", "  note:", "  memo:")
    removed = built(brands, formats=()).removed
    after = contents(brands / "output")
    assert removed == ("en/note.html",)
    for overlay in ("north/", "south/"):
        assert {p: d for p, d in after.items() if p.startswith(overlay)} == {
            p: d for p, d in before.items() if p.startswith(overlay)
        }


def test_alternating_between_them_stays_quick(brands: Path) -> None:
    overlays = ("", "north", "south")
    assert not [o for o in overlays if built(brands, overlay=o).fresh]
    assert all(built(brands, overlay=o).fresh for o in overlays)
    assert all(built(brands, overlay=o).fresh for o in reversed(overlays))


def test_a_change_of_an_overlay_rebuilds_its_documents_only(brands: Path) -> None:
    for overlay in ("", "south"):
        built(brands, overlay=overlay)
    (brands / SOUTH).write_text("replace:\n  company:\n    name: South\n")
    assert built(brands).written == ()
    assert built(brands, overlay="south").written == (
        "de/times.html", "en/note.html", "en/times.html",
    )  # fmt: skip


def test_another_output_folder_has_the_overlays_below_it(brands: Path) -> None:
    result = built(brands, overlay="north", output="elsewhere")
    assert result.output == "elsewhere/north"
    assert (brands / "elsewhere/north/index.html").is_file()


def test_a_link_in_the_place_of_its_folder_is_not_followed(brands: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (brands / "output").mkdir()
    (brands / "output/north").symlink_to(tmp_path / "outside")
    with pytest.raises(SettingsError, match="OUT112"):
        built(brands, overlay="north")
    assert contents(tmp_path / "outside") == {}


# ------------------------------------------------------------------- checking


def test_check_looks_at_the_base_and_every_overlay(brands: Path) -> None:
    assert inspect(brands, "", CheckRequest()) == []
    replace_text(brands / "policy/policy.yaml", "kind: email", "kind: emial")
    (brands / SOUTH).write_text("replace:\n  company:\n    nam: South\n")
    found = inspect(brands, "", CheckRequest())
    assert [(p.code, p.span.file) for p in found if p.span] == [
        ("OVL102", SOUTH),
        ("MOD103", "policy/policy.yaml"),
    ]


def test_check_can_look_at_one_overlay(brands: Path) -> None:
    (brands / SOUTH).write_text("replace:\n  company:\n    nam: South\n")
    assert inspect(brands, "north", CheckRequest()) == []
    assert [problem.code for problem in inspect(brands, "south", CheckRequest())] == ["OVL102"]


def test_a_problem_that_only_an_overlay_has_says_so(brands: Path) -> None:
    (brands / SOUTH).write_text("remove: [company.time_zone]\n")
    replace_text(
        brands / "policy/policy.yaml", "      gold: 24/7", "      gold: Mon-Fri 09:00-17:00"
    )
    (problem,) = inspect(brands, "", CheckRequest())
    assert problem.code == "HRS101"
    ((span, why),) = problem.related
    assert (span.file, why) == ("policygen.yaml", "only with this overlay")


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unknown_overlay_is_a_matter_of_the_command_line(
    brands: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, str(brands), "--overlay", "sooth"]) == 2
    assert "did you mean `south`?" in capsys.readouterr().err
    assert main([command, str(brands), "--overlay", "../../sooth"]) == 2


def test_a_mistake_in_an_overlay_is_shown_in_its_file(
    brands: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (brands / SOUTH).write_text("remove:\n  - channels.fax\n")
    assert main(["build", str(brands), "--overlay", "south"]) == 1
    printed = capsys.readouterr().err
    assert "brands/south.yaml:2:5 OVL103" in printed
    assert "- channels.fax" in printed
