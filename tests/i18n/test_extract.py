"""Extraction: which texts of a project there are to translate, and to which clause they belong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policygen.i18n.extract import extract_policy
from tests.build.projects import REPOSITORY, replace_text

NORTH = "policy/overlays/north.yaml"


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    return shutil.copytree(REPOSITORY / "tests" / "projects" / "brands", tmp_path / "project")


def extracted(path: Path) -> list[tuple[int, tuple[str, str]]]:
    with path.open("rb") as file:
        return [(line, message) for line, _, message, _ in extract_policy(file, (), (), {})]


def test_an_overlay_has_its_own_texts_with_the_clauses_of_the_merged_policy(brands: Path) -> None:
    replace_text(brands / NORTH, "replace:", "replace:\n  conduct:\n    always: [Hear., Answer.]")
    assert sorted(extracted(brands / NORTH)) == [
        (7, ("conduct.always", "Answer.")),
        (7, ("conduct.always", "Hear.")),
        (21, ("channels.Kiosk.purpose", "for a chat in person")),
    ]


def test_an_overlay_may_lie_elsewhere_in_the_project(brands: Path) -> None:
    (brands / "brands/south.yaml").write_text("add:\n  vision: To see far.\n")
    assert extracted(brands / "brands/south.yaml") == [(2, ("vision", "To see far."))]


def test_the_base_has_no_texts_of_overlays(brands: Path) -> None:
    texts = {message[1] for _, message in extracted(brands / "policy/policy.yaml")}
    assert "Listen." in texts
    assert "for a chat in person" not in texts


def test_the_names_of_overlays_are_texts(brands: Path) -> None:
    messages = [message for _, message in extracted(brands / "policygen.yaml")]
    assert ("overlays.north.title", "The North") in messages


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (NORTH, "kind: in-person", "kind: in-persona"),
        ("policy/policy.yaml", "kind: email", "kind: emial"),
        ("policygen.yaml", "  north:", "  nord:"),
    ],
)
def test_no_half_catalog_is_made(brands: Path, file: str, old: str, new: str) -> None:
    replace_text(brands / file, old, new)
    with pytest.raises(ValueError, match=r"north\.yaml"):
        extracted(brands / NORTH)
