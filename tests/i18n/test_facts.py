"""Facts in words: grammatical in every language, and the same number in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.i18n.acts import Act, sentence_of
from policygen.i18n.catalogs import POLICY, WORDING, UntranslatedError, load_catalog
from policygen.i18n.event_phrases import (
    EVENTS,
    EVENTS_AFTER,
    EVENTS_BEFORE,
    FIRST_EVENTS,
    LATER_EVENTS,
)
from policygen.i18n.facts import FactWords
from policygen.i18n.voice import Voice, english
from policygen.model import facts
from policygen.model.facts import Fact
from policygen.model.facts.events import ENDING, FORESEEN, STARTING_LATER
from tests.model.time_strategies import (
    deadlines,
    durations,
    intervals,
    qualifiers,
    targets,
    windows,
)
from tests.sample import ROOT

FIXTURE = Path(__file__).parent / "phrases.txt"
LANGUAGES = ("en", "es", "fr", "de")
FRIDAY, SATURDAY = 4, 5


@cache
def words(language: str, last_working_day: int = FRIDAY) -> FactWords:
    voice = english()
    if language != "en":
        path = ROOT / "locales" / language / "LC_MESSAGES" / f"{WORDING}.po"
        catalog, problems = load_catalog(path, path.name, language, WORDING)
        assert problems == []
        voice = Voice(language, catalog, None)
    return FactWords(voice, "America/New_York", last_working_day)


def say(kind: str, typed: str, language: str) -> str:
    speaking = words(language, SATURDAY if kind == "Saturday" else FRIDAY)
    try:
        if kind == "Act":
            return " / ".join(act(speaking, typed))
        if kind == "Date":
            return speaking.say(date.fromisoformat(typed))
        fact: type[Fact] = facts.Deadline if kind == "Saturday" else getattr(facts, kind)
        return speaking.say(fact.parse(typed))
    except UntranslatedError:
        return "—"


def act(speaking: FactWords, typed: str) -> tuple[str, str]:
    name, _, when = typed.partition(": ")
    kind = facts.Interval if when.startswith("every") else facts.Deadline
    said = {"when": speaking.say(kind.parse(when))}
    return (
        speaking.voice.say(sentence_of(Act(name), staff=False)) % said,
        speaking.voice.say(sentence_of(Act(name), staff=True)) % said,
    )


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


@given(
    durations() | intervals() | deadlines() | windows() | targets(),
    qualifiers(),
    st.sampled_from([FRIDAY, SATURDAY]),
)
def test_every_time_has_words(fact: Fact, besides: dict[str, Any], last_working_day: int) -> None:
    said = FactWords(english(), "Europe/Madrid", last_working_day).say(replace(fact, **besides))
    assert said
    assert "%(" not in said


def test_what_events_can_do_is_what_there_are_words_for() -> None:
    assert set(EVENTS) == set(EVENTS_AFTER) == set(facts.Event)
    assert set(EVENTS_BEFORE) == FORESEEN
    assert set(FIRST_EVENTS) == ENDING
    assert set(LATER_EVENTS) == STARTING_LATER


@pytest.mark.parametrize("act", Act)
def test_every_act_has_a_sentence_for_customers_and_one_for_staff(act: Act) -> None:
    speaking, soon = FactWords(english(), "UTC", FRIDAY), facts.Deadline.parse("within 2 h")
    for staff in (True, False):
        said = sentence_of(act, staff=staff) % {"when": speaking.say(soon)}
        assert "within 2 hours" in said
        assert said.startswith("We ") is not staff


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", [WORDING, POLICY])
def test_catalogs_are_sound(language: str, domain: str) -> None:
    path = ROOT / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
    assert load_catalog(path, path.name, language, domain)[1] == []
