from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policygen.build.snapshot import digest, snapshot

NAMES = ("settings.yaml", "policy", "absent")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "policy" / "parts").mkdir(parents=True)
    for name in ("settings.yaml", "policy/a.yaml", "policy/parts/b.yaml", "elsewhere.yaml"):
        (tmp_path / name).write_text("text")
    return tmp_path


def add(project: Path) -> None:
    (project / "policy" / "parts" / "new.yaml").touch()


def change(project: Path) -> None:
    (project / "policy" / "a.yaml").write_text("longer text")


def keep_times(project: Path) -> None:
    path = project / "policy" / "a.yaml"
    before = path.stat()
    path.write_text("TEXT")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def remove(project: Path) -> None:
    (project / "settings.yaml").unlink()


def rename(project: Path) -> None:
    (project / "policy" / "a.yaml").rename(project / "policy" / "c.yaml")


def appear(project: Path) -> None:
    (project / "absent").mkdir()
    (project / "absent" / "now").touch()


def appear_as_file(project: Path) -> None:
    (project / "absent").touch()


@pytest.mark.parametrize("act", [add, change, keep_times, remove, rename, appear, appear_as_file])
def test_whatever_happens_to_an_input_shows(project: Path, act: Callable[[Path], None]) -> None:
    before = digest(snapshot(project, NAMES))
    act(project)
    assert digest(snapshot(project, NAMES)) != before


def test_nothing_else_shows(project: Path) -> None:
    before = digest(snapshot(project, NAMES))
    (project / "elsewhere.yaml").write_text("changed")
    (project / "policy" / "__pycache__").mkdir()
    (project / "policy" / "__pycache__" / "x.pyc").touch()
    assert digest(snapshot(project, NAMES)) == before


def test_a_folder_that_links_to_itself_does_not_go_on_for_ever(project: Path) -> None:
    (project / "policy" / "again").symlink_to(project / "policy")
    (project / "policy" / "broken").symlink_to(project / "nowhere")
    assert set(snapshot(project, ["policy"])) == {
        "policy/a.yaml",
        "policy/again",
        "policy/parts/b.yaml",
    }
