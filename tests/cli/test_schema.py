"""`policygen schema`: what editors need, in the project's folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.schema import NAMES, schema_files, schema_text

PATHS = [f"schemas/{name}.schema.json" for name in ("overlay", "policy", "policygen")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "policygen.yaml").write_text("not yet: [", encoding="utf-8")
    return tmp_path


def written(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "policygen.yaml"
    }


def test_schemas_are_written_and_the_first_line_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", str(project)]) == 0
    said = capsys.readouterr().out
    assert written(project) == dict(sorted(schema_files().items()))
    assert list(written(project)) == PATHS
    assert all(f"Wrote {path}" in said for path in PATHS)
    assert "policy/*.yaml: # yaml-language-server: $schema=../schemas/policy.schema.json" in said
    assert "# yaml-language-server: $schema=../../schemas/overlay.schema.json" in said
    assert "policygen.yaml: # yaml-language-server: $schema=schemas/policygen.schema.json" in said


def test_schemas_are_written_anew(project: Path) -> None:
    assert main(["schema", str(project)]) == 0
    first = written(project)
    (project / PATHS[0]).write_text("old", encoding="utf-8")
    assert main(["schema", str(project)]) == 0
    assert written(project) == first


@pytest.mark.parametrize("name", NAMES)
def test_one_schema_is_printed_and_nothing_written(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["schema", "--print", name, str(project)]) == 0
    printed = capsys.readouterr().out
    assert printed == schema_text(name)
    assert json.loads(printed)["$id"].endswith(name)
    assert written(project) == {}


def test_names_to_print_are_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--help"]) == 0
    assert f"[{'|'.join(NAMES)}]" in capsys.readouterr().out


def test_outside_a_project_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", str(tmp_path)]) == 2
    assert "there is no policygen.yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_explained(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "schemas").write_text("mine", encoding="utf-8")
    assert main(["schema", str(project)]) == 3
    assert "schemas/" in capsys.readouterr().err
    assert (project / "schemas").read_text(encoding="utf-8") == "mine"
