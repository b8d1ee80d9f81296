from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tools.validate import manifest


def build(folder: Path, **files: str) -> None:
    """Write files, the manifest that lists them, and the landing page."""
    (folder / "index.html").touch()
    records = []
    for stem, text in files.items():
        path = folder / "en" / f"{stem}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        records.append({"path": f"en/{stem}.html", "sha256": digest, "language": "en"})
    (folder / "manifest.json").write_text(json.dumps({"files": records}), encoding="utf-8")


def complaints(folder: Path) -> list[str]:
    return [f"{finding.file} {finding.message}" for finding in manifest.read(folder)[1]]


def test_a_whole_build_has_every_file_and_no_finding(tmp_path: Path) -> None:
    build(tmp_path, charter="one", handbook="two")
    entries, findings = manifest.read(tmp_path)
    assert [(entry.name, entry.language) for entry in entries] == [
        ("en/charter.html", "en"),
        ("en/handbook.html", "en"),
        ("index.html", ""),
    ]
    assert findings == []


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", '{"files": null}', '{"files": []}', '{"files": [{}]}']
)
def test_a_folder_without_a_usable_manifest_does_not_pass(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    entries, findings = manifest.read(tmp_path)
    assert not entries
    assert [finding.file for finding in findings] == ["manifest.json"]


def test_a_listed_file_that_is_missing_does_not_pass(tmp_path: Path) -> None:
    build(tmp_path, charter="one", handbook="two")
    (tmp_path / "en" / "charter.html").unlink()
    assert complaints(tmp_path) == ["en/charter.html is listed but does not exist"]


def test_a_file_altered_after_the_build_does_not_pass(tmp_path: Path) -> None:
    build(tmp_path, charter="one")
    (tmp_path / "en" / "charter.html").write_text("other", encoding="utf-8")
    assert complaints(tmp_path) == ["en/charter.html differs from the file that was built"]


def test_a_file_that_is_not_listed_does_not_pass(tmp_path: Path) -> None:
    build(tmp_path, charter="one")
    (tmp_path / "en" / "stray.html").touch()
    assert complaints(tmp_path) == ["en/stray.html is in the folder but not listed"]


def test_a_build_without_a_landing_page_does_not_pass(tmp_path: Path) -> None:
    build(tmp_path, charter="one")
    (tmp_path / "index.html").unlink()
    assert complaints(tmp_path) == ["index.html there is no landing page"]


def test_an_overlays_build_counts_and_belongs_to_its_own_manifest(tmp_path: Path) -> None:
    build(tmp_path, charter="one")
    (tmp_path / "uk").mkdir()
    build(tmp_path / "uk", charter="two")
    (tmp_path / "uk" / "en" / "charter.html").write_text("changed", encoding="utf-8")
    entries, findings = manifest.read_all(tmp_path)
    assert [entry.name for entry in entries if entry.language] == [
        "en/charter.html",
        "uk/en/charter.html",
    ]
    assert [finding.file for finding in findings] == ["uk/en/charter.html"]
