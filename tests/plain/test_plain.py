from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.plain.acronyms import unexplained
from policygen.plain.address import Address
from policygen.plain.passives import passives
from policygen.plain.phrases import pattern
from policygen.plain.readability import AMSTAD, FLESCH, FORMULAS, LONGEST, Counts, counts, score
from policygen.plain.segment import is_whole, levelled, plain, sentences, unquoted, words_in
from policygen.plain.syllables import syllables
from policygen.plain.wordlist import LANGUAGES, wordlist
from tests.plain.tables import FOLDER, rows

CASES = re.compile(r"^(\w\w) \| (.+)\n((?:  .+\n)+)", re.MULTILINE)
languages = st.sampled_from(LANGUAGES)
texts = st.text(alphabet=st.sampled_from(" \n.?!…aeiouynst AÉÜßz-’'“”«»(„[]*_`1:;,"), max_size=80)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    CASES.findall((FOLDER / "sentences.txt").read_text(encoding="utf-8")),
)
def test_sentences_end_where_a_reader_ends_them(language: str, text: str, expected: str) -> None:
    assert list(sentences(text, language)) == [line.strip() for line in expected.splitlines()]


@given(texts, languages)
def test_sentences_lose_nothing(text: str, language: str) -> None:
    together = "".join(sentences(text, language))
    assert re.sub(r"\s", "", together) == re.sub(r"\s", "", text)


@given(st.one_of(st.text(max_size=60), texts))
def test_quotations_and_apostrophes_keep_their_place(text: str) -> None:
    assert len(levelled(unquoted(text))) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write *now* to [our team](https://example.com/a_b).", "Write now to our team."),
        ("See https://example.com/x?y=1, or write to <care@example.com>.", "See , or write to ."),
        ("First\nline.\n\n- one\n- **two**\n\n## End", "First line.\none\ntwo\nEnd"),
        ("snake_case stays", "snake_case stays"),
    ],
)
def test_marks_and_addresses_are_no_words(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for language in LANGUAGES:
        found = sentences(plain(text), language)
        counted = counts([words_in(sentence) for sentence in found], language)
        assert counted.syllables >= counted.words >= 0
        assert passives(text, language) >= 0
        assert unexplained(text, language) >= set()


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [("We reply.", True), ("“Really?”", True), ("your name", False), ("We say:", False)],
)
def test_a_heading_is_no_sentence(sentence: str, whole: bool) -> None:  # noqa: FBT001
    assert is_whole(sentence) is whole


def test_words_are_counted_as_they_are_spoken() -> None:
    assert words_in("l’e-mail du 3 mai, 20 h") == ["l’e-mail", "du", "mai", "h"]


@pytest.mark.parametrize("row", rows("syllables.txt"))
def test_syllables(row: tuple[str]) -> None:
    language, _, entries = row[0].partition(" ")
    expected = dict(entry.rsplit(" ", 1) for entry in entries.split(", "))
    assert {word: str(syllables(word, language)) for word in expected} == expected


@given(st.text(max_size=20), languages)
def test_every_word_has_a_syllable(word: str, language: str) -> None:
    assert syllables(word, language) >= 1


def test_scores_are_those_of_the_formulas() -> None:
    counted = Counts(sentences=2, words=20, syllables=30)
    assert score(counted, FLESCH) == pytest.approx(206.835 - 10.15 - 126.9)
    assert score(counted, AMSTAD) == pytest.approx(180 - 10 - 87.75)


def test_every_language_has_all_its_words() -> None:
    assert FORMULAS.keys() == LONGEST.keys() == set(LANGUAGES)
    for language in LANGUAGES:
        known = wordlist(language)
        for name in ("abbreviations", "acronyms", "vague", "units", "officialese", "jargon"):
            assert getattr(known, name), name
        assert all(known.officialese.values())
        assert all(known.jargon.values())
        assert not known.participles & known.active
        for phrase in (*known.vague, *known.officialese, *known.jargon):
            assert phrase == levelled(phrase).lower()


@pytest.mark.parametrize(("language", "form", "text"), rows("address.txt"))
def test_address(language: str, form: str, text: str) -> None:
    own = levelled(unquoted(text))
    known = wordlist(language)
    address = Address(language, " and ".join((own, *sorted(known.formal | known.familiar))))
    found = {"formal": address.formal(own), "familiar": address.familiar(own)}
    assert " ".join(name for name, match in found.items() if match) == form


@pytest.mark.parametrize(("language", "number", "text"), rows("passives.txt"))
def test_passives(language: str, number: str, text: str) -> None:
    assert passives(text, language) == int(number)


@pytest.mark.parametrize(("language", "expected", "text"), rows("acronyms.txt"))
def test_acronyms(language: str, expected: str, text: str) -> None:
    assert " ".join(sorted(unexplained(text, language))) == expected


def test_phrases_are_whole_words_and_the_longest_wins() -> None:
    form = pattern(["soon", "as soon", "never"], "as soon as, sooner")
    assert form is not None
    assert form.findall("as soon as, sooner") == ["as soon"]
    assert pattern(["soon"], "sooner") is None
