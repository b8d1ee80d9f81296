from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policygen.build import start as module
from policygen.build.start import start
from policygen.cli.main import main
from policygen.errors import RenderError
from policygen.new import NewProject, new_project
from tests.build.projects import contents

EXPECTED = dict(new_project("shop", "de").files)


@pytest.mark.parametrize("name", ["new", "a/b/new", "with space", "Bücher", "-", "a/../new"])
def test_the_folder_is_made(name: str, tmp_path: Path) -> None:
    start(str(tmp_path / name), "shop", "de")
    assert contents((tmp_path / name).resolve()) == EXPECTED


def test_an_empty_folder_is_filled_and_stays_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    start(".", "shop", "de")
    assert tmp_path.stat().st_ino == before
    assert contents(Path.cwd()) == EXPECTED


def full(folder: Path) -> str:
    (folder / "new").mkdir()
    (folder / "new/notes.txt").write_text("mine")
    return str(folder / "new")


def project(folder: Path) -> str:
    start(str(folder / "new"), "shop", "en")
    return str(folder / "new")


def file(folder: Path) -> str:
    (folder / "new").write_text("mine")
    return str(folder / "new")


def below_a_file(folder: Path) -> str:
    return file(folder) + "/new"


def link_to_a_folder(folder: Path) -> str:
    (folder / "elsewhere").mkdir()
    (folder / "new").symlink_to(folder / "elsewhere")
    return str(folder / "new")


def link_to_nothing(folder: Path) -> str:
    (folder / "new").symlink_to(folder / "elsewhere")
    return str(folder / "new")


def circle(folder: Path) -> str:
    (folder / "new").symlink_to(folder / "new")
    return str(folder / "new/below")


def above(folder: Path) -> str:
    full(folder)
    return str(folder / "new/..")


def named(name: str) -> Callable[[Path], str]:
    return lambda folder: f"{folder}/{name}" if name else ""


@pytest.mark.parametrize(
    "hostile",
    [
        full,
        project,
        file,
        below_a_file,
        link_to_a_folder,
        link_to_nothing,
        circle,
        above,
        named(""),
        named("a\nb"),
        named("a\x1b[31mb"),
        named("a\0b"),
        named("a\udcffb"),
        named("a\u202eb"),
        named("long" * 100),
    ],
)
def test_no_other_folder_is_touched(
    hostile: Callable[[Path], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = hostile(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert main(["new", "--", folder]) in {2, 3}
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    printed = capsys.readouterr()
    assert not printed.out
    assert "hint: " in printed.err
    assert "internal error" not in printed.err
    assert "\x1b" not in printed.err


@pytest.mark.parametrize("exists", [True, False])
def test_a_disk_that_takes_only_half_is_left_as_it_was(
    *, exists: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file where a folder should go makes the system refuse, in the middle of the work.
    files = {"policy/policy.yaml": b"a: b", "policy/policy.yaml/below": b"c", "policygen.yaml": b""}

    def broken(*_: object) -> NewProject:
        return NewProject("shop", "en", ("en",), files)

    monkeypatch.setattr(module, "new_project", broken)
    folder = tmp_path / "above/new"
    if exists:
        folder.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(RenderError) as caught:
        start(str(folder), "shop", "en")
    assert "nothing was made" in caught.value.problems[0].hint
    assert sorted(tmp_path.rglob("*")) == before


def test_three_lines_say_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my shop", "--from", "shop", "--language", "de"]) == 0
    assert capsys.readouterr().out == (
        "Made 'my shop' from the example “shop”: you write in German, and documents are made "
        "in German, English, Spanish, French.\n"
        f"Edit the files in 'my shop{os.sep}policy'; the lines with # say how.\n"
        "Then run: policygen build 'my shop'\n"
    )
