"""Many mistakes at once, and every trap of YAML: one run finds each, on its line, with a hint that
mends it, in the user's language."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygen.cli.main import main
from tests.sample import copy_sample

DATA = yaml.safe_load((Path(__file__).parent / "seeded.yaml").read_text("utf-8"))
CASES = [*DATA["mistakes"], *DATA["traps"]]
LANGUAGES = ("en", "es", "fr", "de")
TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_sample(tmp_path_factory.mktemp("seeded"))
    for mistake in DATA["mistakes"]:
        path = folder / mistake["file"]
        text = path.read_text("utf-8")
        assert mistake["old"] in text, mistake["name"]
        path.write_text(text.replace(mistake["old"], mistake["new"], 1), "utf-8")
    for trap in DATA["traps"]:
        text = trap["text"].replace("{repeat}", trap.get("repeat", "") * trap.get("times", 0))
        trap_file(folder, trap).write_bytes(text.encode(trap.get("encoding", "utf-8")))
    return folder


def trap_file(folder: Path, trap: dict[str, Any]) -> Path:
    return folder / "policy" / f"trap-{trap['name'].replace(' ', '-')}.yaml"


@cache
def problems(folder: Path, language: str) -> list[dict[str, Any]]:
    printed = StringIO()
    with redirect_stdout(printed):
        main(
            [
                *("--ui-language", language, "check", str(folder)),
                *("--today", TODAY, "--output-format", "json"),
            ]
        )
    found: list[dict[str, Any]] = json.loads(printed.getvalue())["problems"]
    return found


def at_the_line(problem: dict[str, Any], folder: Path, case: dict[str, Any]) -> bool:
    file = case.get("file") or trap_file(folder, case).relative_to(folder).as_posix()
    place = problem["place"]
    if place is None or place["file"] != file or problem["code"] != case["code"]:
        return False
    if not case["line"]:
        return True
    line = (folder / file).read_text("utf-8").split("\n")[place["line"] - 1]
    return case["line"] in line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mistake_is_found_on_its_line_with_a_hint(
    folder: Path, case: dict[str, Any], language: str
) -> None:
    found = [p for p in problems(folder, language) if at_the_line(p, folder, case)]
    assert found
    assert any(case["hint"][language] in problem["hint"] for problem in found)


def test_nothing_is_said_twice(folder: Path) -> None:
    found = [(p["code"], str(p["place"]), p["message"]) for p in problems(folder, "en")]
    assert len(found) == len(set(found))
