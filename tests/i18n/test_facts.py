"""Facts in words: grammatical in every language, and the same number in all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from policygen.i18n.catalogs import POLICY, WORDING, load_catalog
from policygen.i18n.facts import FactWords
from policygen.i18n.voice import Voice, english
from policygen.model import facts
from tests.sample import ROOT

FIXTURE = Path(__file__).parent / "phrases.txt"
LANGUAGES = ("en", "es", "fr", "de")
FRIDAY, SATURDAY = 4, 5


def words(language: str, last_working_day: int = FRIDAY) -> FactWords:
    voice = english()
    if language != "en":
        path = ROOT / "locales" / language / "LC_MESSAGES" / f"{WORDING}.po"
        catalog, problems = load_catalog(path, path.name, language, WORDING)
        assert problems == []
        voice = Voice(language, catalog, None)
    return FactWords(voice, "America/New_York", last_working_day)


def say(kind: str, typed: str, language: str) -> str:
    if kind == "Date":
        return words(language).say(date.fromisoformat(typed))
    if kind == "Interval":
        return words(language).interval(facts.Duration.parse(typed))
    if kind == "Saturday":
        return words(language, SATURDAY).say(facts.Deadline.parse(typed))
    return words(language).say(getattr(facts, kind).parse(typed))


def test_facts_read_as_recorded(golden: Callable[[Path, str], None]) -> None:
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    recorded: list[str] = []
    for line in lines:
        if line.startswith("  "):
            continue
        recorded.append(line)
        if "|" in line and not line.startswith("#"):
            kind, typed = (part.strip() for part in line.split("|"))
            recorded += [f"  {language} {say(kind, typed, language)}" for language in LANGUAGES]
    golden(FIXTURE, "\n".join(recorded) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", [WORDING, POLICY])
def test_catalogs_are_sound(language: str, domain: str) -> None:
    path = ROOT / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
    assert load_catalog(path, path.name, language, domain)[1] == []
