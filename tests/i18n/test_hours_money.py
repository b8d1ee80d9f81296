"""Hours, amounts and costs in words: every phrase, as a reader meets it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest

from policygen.i18n import hours_words, money_words
from policygen.i18n.voice import Voice, english
from policygen.model.facts import Amount, Cost, Hours

FIXTURE = Path(__file__).parent / "hours_money.txt"
HOME = "America/New_York"


def say(kind: str, typed: str) -> str:
    match kind:
        case "Hours":
            return hours_words.hours(english(), Hours.parse(typed), HOME)
        case "Amount":
            return money_words.amount(english(), Amount.parse(typed), saturday_counts=False)
        case _:
            return money_words.cost(english(), Cost.parse(typed), saturday_counts=False)


def test_phrases_read_as_recorded(golden: Callable[[Path, str], None]) -> None:
    recorded: list[str] = []
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            recorded.append(line)
            continue
        kind, typed, _ = line.split(" | ")
        recorded.append(f"{kind} | {typed} | {say(kind, typed)}")
    golden(FIXTURE, "\n".join(recorded) + "\n")


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en-GB", ("1 July", "31 August", "1 January", "24 December 2026")),
        ("en-US", ("July 1", "August 31", "January 1", "December 24, 2026")),
        ("es", ("1 de julio", "31 de agosto", "1 de enero", "24 de diciembre de 2026")),
        ("fr", ("1er juillet", "31 août", "1er janvier", "24 décembre 2026")),
        ("de", ("1. Juli", "31. August", "1. Januar", "24. Dezember 2026")),
    ],
)
def test_dates_are_in_the_order_of_the_locale(language: str, dates: tuple[str, ...]) -> None:
    hours = Hours.parse("24/7; 07-01 to 08-31 closed; 01-01 closed; 2026-12-24 closed")
    phrase = hours_words.hours(Voice(language, None, None), hours, HOME)
    first, last, yearly, once = dates
    assert phrase.endswith(f"from {first} to {last}: closed; closed on {yearly}; closed on {once}")


class Contexts(NullTranslations):
    """A catalog that shows the context of a message."""

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English message and its context."""
        return f"{msgid1 if n == 1 else msgid2} [{context}]"


def test_saturday_as_a_working_day_has_a_phrase_of_its_own() -> None:
    amount = Amount.parse("5 EUR per working day")
    voice = Voice("en", Contexts(), None)
    phrase = money_words.amount(voice, amount, saturday_counts=True)
    assert phrase == "€5 per working day [working week from Monday to Saturday]"
