"""Facts: what a CX manager types is read as meant, or refused with words that mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.model import facts
from policygen.model.facts import Fact, FactError

HERE = Path(__file__).parent
TYPES: dict[str, type[Fact]] = {
    name: getattr(facts, name) for name in ("Duration", "Deadline", "Target", "Amount", "Hours")
}


def cases(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize(("kind", "typed", "canonical"), cases("facts_good.txt"))
def test_short_form_is_read(kind: str, typed: str, canonical: str) -> None:
    assert str(TYPES[kind].parse(typed)) == canonical


@pytest.mark.parametrize(("kind", "typed", "canonical"), cases("facts_good.txt"))
def test_canonical_form_means_the_same(kind: str, typed: str, canonical: str) -> None:
    assert TYPES[kind].parse(canonical) == TYPES[kind].parse(typed)


@pytest.mark.parametrize(("kind", "typed", "words"), cases("facts_bad.txt"))
def test_bad_short_form_is_refused_with_advice(kind: str, typed: str, words: str) -> None:
    with pytest.raises(FactError) as caught:
        TYPES[kind].parse(typed)
    assert words in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.hint


def test_less_than_and_within_stay_apart() -> None:
    assert facts.Deadline.parse("< 2 h") != facts.Deadline.parse("<= 2 h")


@given(
    st.sampled_from(sorted(TYPES)),
    st.text() | st.from_regex(r"[<>=~]{0,2} ?[0-9.]{1,4}[-–]?[0-9]{0,3} ?(%|[a-zA-Z/: ]{1,20})"),
)
def test_any_text_is_a_fact_or_a_problem(kind: str, typed: str) -> None:
    try:
        fact = TYPES[kind].parse(typed)
    except FactError:
        return
    assert TYPES[kind].parse(str(fact)) == fact
