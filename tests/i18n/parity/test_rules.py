"""The rules on parity, run on whole projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.load import load_project
from tests.checks.projects import SETTINGS, TODAY, checked, write_project
from tests.sample import ROOT

POLICY = """\
company: {name: Samplecompany, time_zone: Europe/Madrid}
control: {version: 1.0.0, status: draft, effective: 2026-10-01}
promise: Samplecompany answers within 2 days.
"""


def catalog(translation: str, source: str = "Samplecompany answers within 2 days.") -> str:
    return f'msgctxt "promise"\nmsgid "{source}"\nmsgstr "{translation}"\n'


def project(folder: Path, languages: str, catalogs: dict[str, str]) -> Path:
    settings = SETTINGS.replace("[en, es, fr, de]", languages)
    files = {
        f"locales/{tag}/LC_MESSAGES/policy.po": catalog(words) for tag, words in catalogs.items()
    }
    return write_project(
        folder, {"policygen.yaml": settings, "policy/policy.yaml": POLICY, **files}
    )


def found(folder: Path) -> list[tuple[str, str]]:
    return [
        (problem.code, str(problem.span).partition("/LC_MESSAGES")[0])
        for problem in checked(folder, select=("PAR",))
    ]


@pytest.mark.parametrize(
    "root", [ROOT, *sorted((ROOT / "examples").iterdir())], ids=lambda p: p.name
)
def test_what_ships_says_the_same_in_every_language(root: Path) -> None:
    assert check(load_project(root), CheckRequest(today=TODAY, select=("PAR",))) == []


def test_points_at_the_translation_and_at_the_source(tmp_path: Path) -> None:
    folder = project(tmp_path, "[en, de]", {"de": "Samplecompany antwortet in 3 Tagen."})
    (problem,) = checked(folder, select=("PAR",))
    assert (problem.code, str(problem.span)) == ("PAR101", "locales/de/LC_MESSAGES/policy.po:3:9")
    assert "“3 Tagen”" in problem.message
    assert "“2 days”" in problem.message
    assert [str(span) for span, _ in problem.related] == ["policy/policy.yaml:3:10"]


def test_reads_the_catalog_that_stands_in_for_a_region(tmp_path: Path) -> None:
    catalogs = {"fr": "Samplecompany répond sous 3 jours.", "de_AT": "Wir antworten in 2 Tagen."}
    folder = project(tmp_path, "[en, fr-CA, fr-FR, de-AT]", catalogs)
    assert found(folder) == [("PAR104", "locales/de_AT"), ("PAR101", "locales/fr")]


def test_a_language_without_known_words(tmp_path: Path) -> None:
    folder = project(tmp_path, "[en, it]", {"it": "Samplecompany risponde entro due giorni."})
    assert found(folder) == []


def test_a_variant_of_the_same_language_may_say_it_in_the_same_words(tmp_path: Path) -> None:
    folder = project(tmp_path, "[en, en-GB]", {"en_GB": "Samplecompany answers within 2 days."})
    assert found(folder) == []
