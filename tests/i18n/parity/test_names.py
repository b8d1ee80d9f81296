"""Names and addresses, marks of Markdown, and texts that nobody translated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policygen.i18n.parity.markup import markup, missing_links
from policygen.i18n.parity.names import brands, kept_names, missing_addresses, repeated_names
from policygen.i18n.parity.untranslated import is_left

CASES = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["translation"])
def test_what_is_the_same_in_every_language(case: dict[str, Any]) -> None:
    source, translation = case["source"], case["translation"]
    found = missing_addresses(source, translation, ("en", "es"))
    found += [word for word in brands(source, "en") if word not in translation]
    assert found == case.get("missing", [])


def test_words_for_both_sexes_are_no_brands() -> None:
    assert brands("Die KundInnen und die MitarbeiterIn", "de") == []


def test_a_name_that_most_translations_keep_is_kept() -> None:
    texts = [f"We ask the Fernwald about case {number}." for number in "abcd"]
    names = repeated_names([*texts, "The Office answers.", "our office"])
    assert names == ("Fernwald",)
    kept = [(text, f"Preguntamos a Fernwald ({text})") for text in texts[:3]]
    assert kept_names(names, [*kept, (texts[3], "Preguntamos a Selva Lejana")]) == {"Fernwald": [3]}
    translated = [(text, "Preguntamos a Selva Lejana") for text in texts]
    assert kept_names(names, translated) == {}


SAME = [
    ("We *always* **answer**.", "Wir **antworten** *immer*."),
    ("One.\n\nTwo.", "Eins.\n\nZwei."),
    ("- one\n- two", "* eins\n* zwei"),
    ("1. one\n2. two", "1. eins\n2. zwei"),
    ("See [here](#a.b).", "Siehe [hier](#a.b)."),
    ("a * b and snake_case_name", "a * b und snake_case_name"),
    ("No marks.", "Keine Zeichen."),
]
OTHER = [
    ("We *always* answer.", "Wir antworten immer."),
    ("We **always** answer.", "Wir *immer* antworten."),
    ("One.\n\nTwo.", "Eins. Zwei."),
    ("Why:\n\n- one\n- two", "Warum:\n\n- eins, zwei"),
    ("1. one\n2. two", "- eins\n- zwei"),
    ("See [here](#a.b).", "Siehe hier."),
    ("See [here](#a.b).", "Siehe [hier](#a.c)."),
]


@pytest.mark.parametrize("pair", SAME, ids=" | ".join)
def test_the_same_marks(pair: tuple[str, str]) -> None:
    assert markup(pair[0]) == markup(pair[1])


@pytest.mark.parametrize("pair", OTHER, ids=" | ".join)
def test_other_marks(pair: tuple[str, str]) -> None:
    assert markup(pair[0]) != markup(pair[1])


def test_a_link_that_is_lost() -> None:
    source, translation = markup("[a](#x), [b](#y)"), markup("[a](#x)")
    assert missing_links(source, translation) == ["#y"]


LEFT = [
    ("We answer every letter.", "en", "de"),
    ("Reply to the customer", "en", "es"),
    ("knowledge base for all customers", "en", "fr"),
    ("atención al cliente en su idioma", "es", "en"),
    ("Antwort an den Kunden mit der Lösung", "de", "en"),
    ("nous répondons à chaque lettre", "fr", "de"),
]
RIGHT = [
    ("Nimbleheron Software, Inc.", "en", "de"),
    ("Customer Success", "en", "de"),
    ("Office of the Ombudsman", "en", "fr"),
    ("Chat", "en", "de"),
    ("Level 2", "en", "de"),
    ("soft skills", "en", "de"),
    ("100 Sample Street, Exampleton", "en", "es"),
    ("Service desk", "en", "fr"),
    ("We answer every letter.", "en", "en-GB"),
    ("base de datos", "es", "pt"),
    ("Amt für Verbraucherschutz", "de", "en"),
]


@pytest.mark.parametrize("case", LEFT, ids=" | ".join)
def test_texts_that_were_left(case: tuple[str, str, str]) -> None:
    assert is_left(case[0], case[1:])


@pytest.mark.parametrize("case", RIGHT, ids=" | ".join)
def test_texts_that_may_stay(case: tuple[str, str, str]) -> None:
    assert not is_left(case[0], case[1:])


@given(st.text(alphabet="*_[]()\\- 1.\nab", max_size=80))
def test_any_text_has_marks(text: str) -> None:
    assert markup(text).paragraphs >= 1


def test_long_texts_take_no_longer_than_they_should() -> None:
    for part in ("*", "[", "**a", "_a ", "\n", "a@", "0 ", "+1", "www.", "(9"):
        markup(part * 5_000)
        missing_addresses(part * 5_000, "", ("en", "es"))
