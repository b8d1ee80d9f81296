"""Typography and formats: each language has its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.i18n.parity.formats import format_mistakes
from policygen.i18n.parity.typography import punctuation_mistakes

LOCALES = st.sampled_from(("en", "es", "fr", "fr-CA", "de", "de-CH", "it"))


def table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [
        line.replace("_", "\xa0").replace("~", "\u202f").split(" | ")
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


@pytest.mark.parametrize("case", table("punctuation.txt"), ids=" | ".join)
def test_punctuation(case: list[str]) -> None:
    locale, text, *expected = case
    found = [words for words, _ in punctuation_mistakes(text, locale)]
    assert [words.strip("*") for words in found] == expected


@pytest.mark.parametrize("case", table("formats.txt"), ids=" | ".join)
def test_formats(case: list[str]) -> None:
    locale, text, *expected = case
    assert [words for words, _ in format_mistakes(text, locale)] == expected


marks = st.text(alphabet='ab ?!:;«»„“”"¿¡()*_[]/\\.\xa0\u202f\n0%€', max_size=60)


@given(st.one_of(marks, st.text(max_size=80)), LOCALES)
def test_any_text_can_be_read(text: str, locale: str) -> None:
    for words, _ in punctuation_mistakes(text, locale):
        assert words


def test_long_texts_take_no_longer_than_they_should() -> None:
    for part in ("a", "“", "« ", '"a', "*)", "€5", "? ", "]("):
        for locale in ("en", "es", "fr", "de"):
            list(punctuation_mistakes(f"{part * 5_000}:", locale))
            list(format_mistakes(part * 5_000, locale))
