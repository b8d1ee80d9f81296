"""Opening hours: read as a CX manager means them, or refused with words that mend them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.model.facts import FactError, Hours
from tests.model.cases import cases
from tests.model.strategies import hours, mappings, mutilated

FULL_FORMS: list[tuple[dict[str, object], str]] = [
    ({"value": "Mon-Fri 09:00-17:00 UTC"}, "Mon-Fri 09:00-17:00 UTC"),
    ({"usual": "Mon-Fri 09:00-17:00", "zone": "UTC"}, "Mon-Fri 09:00-17:00 UTC"),
    ({"usual": "24/7", "holidays": "closed"}, "24/7; holidays closed"),
    (
        {
            "usual": "Mon-Fri 09:00-18:00 Europe/Madrid",
            "seasons": [{"from": "1 Jul", "to": "08-31", "hours": "Mon-Fri 08:00-15:00"}],
            "exceptions": [
                {"date": "12-24", "hours": "10:00-14:00"},
                {"date": "2026-11-27", "hours": "closed"},
            ],
        },
        (
            "Mon-Fri 09:00-18:00 Europe/Madrid; 07-01 to 08-31 Mon-Fri 08:00-15:00; "
            "12-24 10:00-14:00; 2026-11-27 closed"
        ),
    ),
    (
        {"usual": "Tue 10:00-12:00", "until_further_notice": "yes", "from": "2027-01-01"},
        "Tue 10:00-12:00 until further notice (from 2027-01-01)",
    ),
]

BAD_FULL_FORMS: list[tuple[dict[str, object], str, str]] = [
    ({"zone": "UTC"}, "", "usual"),
    ({"usual": "Mon 09:00-08:00"}, "usual", "ends before it starts"),
    ({"usual": "24/7", "zone": "CET"}, "zone", "not a time zone"),
    ({"usual": "24/7 UTC", "zone": "UTC"}, "zone", "comes twice"),
    ({"usual": "24/7; holidays open", "holidays": "closed"}, "holidays", "come twice"),
    ({"usual": "24/7", "holidays": "perhaps"}, "holidays", "not a set of opening hours"),
    ({"usual": "24/7", "seasons": "07-01 to 08-31"}, "seasons", "fields of its own"),
    ({"usual": "24/7", "seasons": [{"from": "07-01", "hours": "closed"}]}, "seasons", "`to:`"),
    ({"usual": "24/7", "exceptions": [{"date": "07-01", "open": "no"}]}, "exceptions", "hours"),
    (
        {"usual": "24/7", "exceptions": [{"date": "07-01", "hours": "closed", "x": "no"}]},
        "exceptions",
        "“x” is not a field",
    ),
    ({"usual": "24/7", "season": "closed"}, "season", "did you mean `seasons`?"),
]


@pytest.mark.parametrize(("typed", "canonical"), cases("hours.txt", refused=False))
def test_short_form_is_read_and_means_the_same_as_the_canonical_one(
    typed: str, canonical: str
) -> None:
    assert str(Hours.parse(typed)) == canonical
    assert Hours.parse(canonical) == Hours.parse(typed)


@pytest.mark.parametrize(("typed", "words"), cases("hours.txt", refused=True))
def test_bad_short_form_is_refused_with_advice(typed: str, words: str) -> None:
    with pytest.raises(FactError) as caught:
        Hours.parse(typed)
    for part in words.split("; "):
        assert part in f"{caught.value.message} / {caught.value.hint}"
    assert caught.value.hint


@pytest.mark.parametrize(("fields", "short"), FULL_FORMS)
def test_full_form_equals_short_form(fields: dict[str, object], short: str) -> None:
    assert Hours.from_fields(fields) == Hours.parse(short)


@pytest.mark.parametrize(("fields", "key", "words"), BAD_FULL_FORMS)
def test_bad_full_form_is_refused_at_its_field(
    fields: dict[str, object], key: str, words: str
) -> None:
    with pytest.raises(FactError) as caught:
        Hours.from_fields(fields)
    assert caught.value.key == key
    assert words in f"{caught.value.message} / {caught.value.hint}"


def test_only_hours_without_exception_are_always() -> None:
    assert Hours.parse("24/7").always
    assert Hours.parse("24/7; holidays open").always
    assert not Hours.parse("24/7; holidays closed").always
    assert not Hours.parse("24/7; 12-25 closed").always
    assert not Hours.parse("Mon-Sun 00:00-24:00").always


@given(hours())
def test_every_value_reads_back(value: Hours) -> None:
    assert Hours.parse(str(value)) == value


@given(hours())
def test_every_full_form_reads_like_the_short_one(value: Hours) -> None:
    usual = replace(value, zone="", holidays=None, seasons=(), exceptions=(), until_notice=False)
    fields: dict[str, object] = {
        "usual": str(usual),
        "seasons": [
            {"from": str(one.first), "to": str(one.last), "hours": str(one.week)}
            for one in value.seasons
        ],
        "exceptions": [
            {"date": str(one.day), "hours": str(one).partition(" ")[2]} for one in value.exceptions
        ],
        "until_further_notice": "yes" if value.until_notice else "no",
    }
    if value.zone:
        fields["zone"] = value.zone
    if value.holidays is not None:
        fields["holidays"] = str(value.holidays)
    assert Hours.from_fields(fields) == value


FRAGMENTS = st.sampled_from(
    [
        "Mon",
        "Sat",
        "-",
        ",",
        ";",
        " ",
        "09:00",
        "17:00",
        "24:00",
        "25:61",
        "-",
        "next day",
        "closed",
        "holidays",
        "open",
        "07-01",
        " to ",
        "2026-12-24",
        "Jul",
        "31 Aug",
        "24/7",
        "Europe/Madrid",
        "until further notice",
        "and",
        "(",
        ")",
        "from 2027-01-01",
    ]
)


@given(st.text() | st.lists(FRAGMENTS, max_size=12).map(" ".join) | mutilated(hours()))
def test_any_text_is_a_fact_or_a_problem(typed: str) -> None:
    try:
        value = Hours.parse(typed)
    except FactError:
        return
    assert Hours.parse(str(value)) == value


@given(mappings(Hours.KEYS | {"note", "from"}, FRAGMENTS))
def test_any_mapping_is_a_fact_or_a_problem(fields: dict[str, object]) -> None:
    try:
        value = Hours.from_fields(fields)
    except FactError:
        return
    assert Hours.parse(str(value)) == value
