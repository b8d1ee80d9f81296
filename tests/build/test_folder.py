from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policygen.build.folder import output_folder, remove_stale
from policygen.build.manifest import listed, manifest
from policygen.build.request import Output, Stamp
from policygen.build.snapshot import sha256_of
from policygen.errors import SettingsError

OUTPUT = Output(
    path="en/charter.html",
    document="charter",
    language="en",
    format="html",
    version="1.0.0",
    title="Charter",
    audience="For customers",
    draft=False,
    pages=0,
    bytes=4,
    sha256="",
    key="",
    verified=True,
    stamp=Stamp(0, 0, 0),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "company" / "project"
    for name in ("policy/parts", "templates/skin", "locales/de"):
        (root / name).mkdir(parents=True)
    (root / "policygen.yaml").touch()
    (root / "shortcut").symlink_to(root / "policy")
    return root


@pytest.mark.parametrize(
    "name",
    [
        ".", "..", "/", "", "policy", "policy/parts/../out", "templates/skin", "locales",
        "shortcut", "shortcut/out", ".policygen", "output/..", "policygen.yaml",
    ],
)  # fmt: skip
def test_an_output_folder_never_mixes_with_sources(project: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="OUT101"):
        output_folder(project, name, None)


@pytest.mark.parametrize("name", ["output", "a/b/c", "../elsewhere", "policies", "output.d"])
def test_an_output_folder_is_made(project: Path, name: str) -> None:
    assert output_folder(project, name, None).is_dir()


def test_an_output_folder_that_is_a_file_is_refused(project: Path) -> None:
    (project / "output").touch()
    with pytest.raises(SettingsError, match="OUT106"):
        output_folder(project, "output", None)


def test_another_web_site_is_not_overwritten(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("<h1>My site</h1>")
    with pytest.raises(SettingsError, match="OUT108"):
        output_folder(project, "site", None)


def placed(folder: Path, *paths: str) -> list[Output]:
    """Write files and return what the manifest says about them."""
    outputs = []
    for path in paths:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(path)
        outputs.append(replace(OUTPUT, path=path, sha256=sha256_of(folder / path)))
    return outputs


def test_only_our_own_stale_files_are_removed(tmp_path: Path) -> None:
    outputs = placed(tmp_path, "en/charter.html", "de/old.pdf", "de/changed.pdf", "fr/old.pdf")
    (tmp_path / "manifest.json").write_bytes(manifest(outputs))
    (tmp_path / "de" / "changed.pdf").write_text("notes in the margin")
    (tmp_path / "de" / "mine.pdf").write_text("never ours")
    stale = remove_stale(tmp_path, {"en/charter.html"})
    assert stale.removed == ("de/old.pdf", "fr/old.pdf")
    assert [(problem.code, problem.severity.value) for problem in stale.problems] == [
        ("OUT110", "warning")
    ]
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {
        "manifest.json", "en", "en/charter.html", "de", "de/changed.pdf", "de/mine.pdf",
    }  # fmt: skip


@pytest.mark.parametrize(
    "path", ["../policy/policy.yaml", "/etc/hosts", "en/../../x.pdf", "en/x", "x.pdf", "en\\x.pdf"]
)
def test_a_forged_manifest_names_nothing_to_remove(tmp_path: Path, path: str) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest([replace(OUTPUT, path=path)]))
    assert listed(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 1}', '{"files": [1]}', "\x00", "{"])
def test_a_damaged_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert listed(tmp_path) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "output"
    folder.mkdir()
    outputs = placed(outside.parent, "outside/a.pdf")
    (folder / "en").symlink_to(outside)
    listing = [replace(outputs[0], path="en/a.pdf")]
    (folder / "manifest.json").write_bytes(manifest(listing))
    remove_stale(folder, set())
    assert (outside / "a.pdf").exists()


def test_a_link_in_the_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "en").symlink_to(tmp_path / "policy")
    with pytest.raises(SettingsError) as caught:
        output_folder(tmp_path, "output", None)
    assert [problem.code for problem in caught.value.problems] == ["OUT112"]
