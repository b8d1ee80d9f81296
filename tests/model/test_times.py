"""Times and targets: what a CX manager types is read as meant, or refused with words that mend
it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.model.facts import Deadline, Duration, Fact, FactError, Interval, Target, Window
from tests.model.cases import cases
from tests.model.strategies import mappings, mutilated
from tests.model.time_strategies import (
    deadlines,
    durations,
    intervals,
    qualifiers,
    targets,
    windows,
)

TYPES: dict[str, type[Fact]] = {
    kind.__name__: kind for kind in (Duration, Interval, Deadline, Window, Target)
}
VALUES = durations() | intervals() | deadlines() | windows() | targets()


@pytest.mark.parametrize(("kind", "typed", "canonical"), cases("times.txt", refused=False))
def test_short_form_is_read_and_means_the_same_as_the_canonical_one(
    kind: str, typed: str, canonical: str
) -> None:
    assert str(TYPES[kind].parse(typed)) == canonical
    assert TYPES[kind].parse(canonical) == TYPES[kind].parse(typed)


@pytest.mark.parametrize(("kind", "typed", "words"), cases("times.txt", refused=True))
def test_bad_short_form_is_refused_with_advice(kind: str, typed: str, words: str) -> None:
    with pytest.raises(FactError) as caught:
        TYPES[kind].parse(typed)
    for part in words.split("; "):
        assert part in f"{caught.value.message} / {caught.value.hint}"
    assert caught.value.hint


FULL_FORMS: list[tuple[str, dict[str, Any], str]] = [
    ("Duration", {"amount": "2", "unit": "days"}, "2 days"),
    (
        "Duration",
        {"amount": "2-3", "unit": "days", "calendar": "working", "week": "Mon-Sat"},
        "2-3 Mon-Sat working days",
    ),
    (
        "Duration",
        {"amount": "5", "unit": "days", "calendar": "bank", "region": "ES-CT"},
        "5 ES-CT bank days",
    ),
    (
        "Duration",
        {"amount": "2", "unit": "h", "tolerance": {"amount": "15", "unit": "min"}},
        "2 h ± 15 min",
    ),
    ("Duration", {"value": "2 h ± 15 min", "commitment": "guarantee"}, "2 h ± 15 min (guarantee)"),
    ("Interval", {"every": "30 min"}, "every 30 min"),
    ("Interval", {"every": "week", "times": "2"}, "twice a week"),
    ("Interval", {"every": {"amount": "5", "unit": "days"}}, "every 5 days"),
    ("Deadline", {"within": "2 working days", "of": "receipt"}, "within 2 working days of receipt"),
    ("Deadline", {"at_least": "24 h", "before": "the visit"}, "at least 24 h before appointment"),
    (
        "Deadline",
        {"after": "8 weeks", "of": "receipt", "or": "deadlock"},
        "after 8 weeks of receipt or deadlock",
    ),
    (
        "Deadline",
        {"within": "12 months", "of": "incident", "or": "notice", "whichever": "later"},
        "within 12 months of incident or notice, whichever is later",
    ),
    (
        "Deadline",
        {"exactly": {"amount": "2", "unit": "h", "tolerance": "10 min"}, "of": "appointment"},
        "exactly 2 h ± 10 min after appointment",
    ),
    ("Deadline", {"timing": "next working day", "by": "13:00"}, "next working day by 13:00"),
    (
        "Deadline",
        {
            "within": "10 days",
            "of": "receipt",
            "counted_from": "next day",
            "unless": "answered first",
            "from": "2027-01-01",
            "formerly": "within 1 month",
        },
        (
            "within 10 days of receipt, counted from next day, unless answered first "
            "(from 2027-01-01, formerly within 1 month)"
        ),
    ),
    (
        "Window",
        {"opens": "2 months of complaint", "closes": {"within": "1 year", "of": "complaint"}},
        "from 2 months of complaint to 1 year of complaint",
    ),
    ("Window", {"opens": "after 8 weeks of receipt"}, "after 8 weeks of receipt"),
    ("Window", {"closes": "6 months of final reply"}, "within 6 months of final reply"),
    ("Target", {"share": ">= 85 %"}, ">= 85 %"),
    ("Target", {"share": "70-80 %"}, "70-80 %"),
    ("Target", {"within": "3 min", "basis": "on average"}, "within 3 min (on average)"),
    ("Target", {"share": "95 %", "of": "calls", "within": "3 min"}, "95 % of calls within 3 min"),
    (
        "Target",
        {
            "share": "90",
            "of": "calls",
            "time": "within 2 min of arrival",
            "bands": ["98 % within 5 min", {"share": "100 %", "less_than": "10 min"}],
        },
        "90 % of calls within 2 min of arrival, 98 % within 5 min, 100 % < 10 min",
    ),
    ("Target", {"score": ">= 4.5", "out_of": "5"}, ">= 4.5 out of 5"),
    ("Target", {"score": "> 40"}, "> 40 points"),
]


@pytest.mark.parametrize(("kind", "fields", "short"), FULL_FORMS)
def test_full_form_equals_short_form(kind: str, fields: dict[str, Any], short: str) -> None:
    assert TYPES[kind].from_fields(fields) == TYPES[kind].parse(short)


BAD_FULL_FORMS: list[tuple[str, dict[str, Any], str, str]] = [
    ("Duration", {"amount": "2"}, "", "`unit: days`"),
    ("Duration", {"amount": "two", "unit": "days"}, "amount", "is not a length of time"),
    ("Duration", {"amount": "2", "unit": "dais"}, "unit", "`days`"),
    ("Duration", {"amount": "2", "unit": "days", "weak": "Mon-Sat"}, "weak", "`week`"),
    (
        "Duration",
        {"amount": "2", "unit": "h", "tolerance": ["1"]},
        "tolerance",
        "needs exactly one value",
    ),
    ("Interval", {"times": "2"}, "", "how often"),
    ("Interval", {"every": "day", "times": "many"}, "times", "not a number of times"),
    ("Deadline", {"of": "receipt"}, "", "does not say when"),
    ("Deadline", {"within": "2 days", "after": "3 days"}, "after", "keep one of them"),
    ("Deadline", {"within": "2 days", "timing": "promptly"}, "", "keep one of them"),
    ("Deadline", {"within": "2 days", "of": "receipt", "before": "expiry"}, "", "keep one of them"),
    ("Deadline", {"within": "2 days (aim)"}, "within", "at the end of the whole value"),
    ("Deadline", {"timing": "soonish"}, "timing", "not one of the choices"),
    ("Deadline", {"within": "2 days", "of": "receipt", "whichever": "later"}, "", "only one event"),
    ("Window", {}, "", "from when or until when"),
    ("Window", {"opens": "within 2 months of complaint"}, "opens", "does not say from when"),
    ("Window", {"opens": "1 year", "closes": "2 months"}, "", "closes before it opens"),
    ("Target", {"share": "95 %"}, "", "at least or at most"),
    ("Target", {"of": "calls"}, "", "no figure"),
    ("Target", {"share": "95 %", "score": "4", "within": "2 h"}, "score", "keep one of them"),
    ("Target", {"share": "good", "within": "2 h"}, "share", "is not a figure"),
    ("Target", {"time": "2 h", "within": "2 h"}, "time", "two times"),
    ("Target", {"share": "90 %", "within": "2 h", "bands": ["80 % within 3 h"]}, "", "do not rise"),
    ("Target", {"score": ">= 4", "out_of": "five"}, "out_of", "not a number"),
]


@pytest.mark.parametrize(("kind", "fields", "key", "words"), BAD_FULL_FORMS)
def test_bad_full_form_is_refused_at_its_field(
    kind: str, fields: dict[str, Any], key: str, words: str
) -> None:
    with pytest.raises(FactError) as caught:
        TYPES[kind].from_fields(fields)
    assert words in f"{caught.value.message} / {caught.value.hint}"
    assert caught.value.key == key


def test_less_than_and_within_stay_apart() -> None:
    assert Deadline.parse("< 2 h") != Deadline.parse("<= 2 h")


def test_a_note_changes_no_value() -> None:
    noted = Deadline.from_fields({"value": "within 2 h", "note": "on ordinary days"})
    assert noted == Deadline.parse("within 2 h")
    assert noted.note == "on ordinary days"


@given(VALUES, qualifiers())
def test_every_value_reads_back(value: Fact, besides: dict[str, Any]) -> None:
    qualified = replace(value, **besides, formerly=value if besides["since"] else None)
    assert type(value).parse(str(qualified)) == qualified
    assert type(value).from_fields({"value": str(qualified)}) == qualified


FRAGMENTS = """
30 2-3 0 5,5 s min h days working bank Mon-Sat ES-CT ± % of calls receipt deadlock or before after
within < >= about exactly by 13:00 25:00 unless answered first counted from next day every times a
per , (guarantee) out 5 points whichever is later to promptly
"""
KEYS = """
value amount unit calendar week region tolerance every times within at_least after timing of before
or whichever by unless counted_from opens closes share score out_of bands basis time note from
until formerly commitment
"""
WORDS = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=9).map(" ".join)


@given(
    st.sampled_from(sorted(TYPES)),
    st.text() | WORDS | mutilated(VALUES),
)
def test_any_text_is_a_fact_or_a_problem(kind: str, typed: str) -> None:
    try:
        fact = TYPES[kind].parse(typed)
    except FactError:
        return
    assert TYPES[kind].parse(str(fact)) == fact


@given(
    st.sampled_from(sorted(TYPES)),
    mappings(KEYS.split(), WORDS | VALUES.map(str)),
)
def test_any_mapping_is_a_fact_or_a_problem(kind: str, fields: dict[str, Any]) -> None:
    try:
        fact = TYPES[kind].from_fields(fields)
    except FactError:
        return
    assert TYPES[kind].parse(str(fact)) == fact
