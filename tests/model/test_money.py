"""Amounts and costs: read as a CX manager means them, or refused with words that mend them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.model.facts import Amount, Cost, Fact, FactError
from tests.model.cases import cases
from tests.model.strategies import amounts, costs, mappings, mutilated

TYPES: dict[str, type[Fact]] = {"Amount": Amount, "Cost": Cost}

FULL_FORMS: list[tuple[str, dict[str, object], str]] = [
    ("Amount", {"value": "40 EUR"}, "40 EUR"),
    ("Amount", {"amount": "40 EUR", "commitment": "guarantee"}, "40 EUR (guarantee)"),
    ("Amount", {"amount": "10 %", "of": "the bill"}, "10 % of bill"),
    (
        "Amount",
        {"amount": "up to 30 EUR", "per": "12 h", "at_least": "5 EUR", "at_most": "300 EUR"},
        "up to 30 EUR per 12 h, at least 5 EUR, at most 300 EUR",
    ),
    ("Cost", {"tariff": "free"}, "free"),
    ("Cost", {"price": "0.20 EUR per min"}, "0.20 EUR per min"),
    (
        "Cost",
        {"price": "0.06 EUR per min", "tariff": "network rate", "from_mobiles": "1 EUR per min"},
        "0.06 EUR per min plus network rate; from mobiles 1 EUR per min",
    ),
]

BAD_FULL_FORMS: list[tuple[str, dict[str, object], str]] = [
    ("Amount", {"per": "day"}, "`amount: 40 EUR`"),
    ("Amount", {"amount": "10 %", "of": "moon"}, "“moon” is nothing that a share can be of"),
    ("Amount", {"amount": "10 %", "off": "bill"}, "“off” is not a field"),
    ("Cost", {"from_mobiles": "free"}, "`basic rate`"),
    ("Cost", {"tariff": "premium"}, "is not a cost"),
]


@pytest.mark.parametrize(("kind", "typed", "canonical"), cases("money.txt", refused=False))
def test_short_form_is_read_and_means_the_same_as_the_canonical_one(
    kind: str, typed: str, canonical: str
) -> None:
    assert str(TYPES[kind].parse(typed)) == canonical
    assert TYPES[kind].parse(canonical) == TYPES[kind].parse(typed)


@pytest.mark.parametrize(("kind", "typed", "words"), cases("money.txt", refused=True))
def test_bad_short_form_is_refused_with_advice(kind: str, typed: str, words: str) -> None:
    with pytest.raises(FactError) as caught:
        TYPES[kind].parse(typed)
    for part in words.split("; "):
        assert part in f"{caught.value.message} / {caught.value.hint}"
    assert caught.value.hint


@pytest.mark.parametrize(("kind", "fields", "short"), FULL_FORMS)
def test_full_form_equals_short_form(kind: str, fields: dict[str, object], short: str) -> None:
    assert TYPES[kind].from_fields(fields) == TYPES[kind].parse(short)


@pytest.mark.parametrize(("kind", "fields", "words"), BAD_FULL_FORMS)
def test_bad_full_form_is_refused(kind: str, fields: dict[str, object], words: str) -> None:
    with pytest.raises(FactError) as caught:
        TYPES[kind].from_fields(fields)
    assert words in f"{caught.value.message} / {caught.value.hint}"


def test_amounts_are_exact() -> None:
    assert Amount.parse("0.10 EUR").value * 3 == Decimal("0.30")


@given(amounts() | costs())
def test_every_value_reads_back(value: Amount | Cost) -> None:
    assert type(value).parse(str(value)) == value


FRAGMENTS = st.sampled_from(
    [
        "40",
        "0.20",
        "5,50",
        "1.000",
        "-",
        "EUR",
        "JPY",
        "XXQ",
        "%",
        "€",
        "1/3",
        "of",
        "price",
        "bill",
        "per",
        "day",
        "12 h",
        "call",
        ", at most",
        ", at least",
        "up to",
        "<=",
        "free",
        "basic rate",
        "plus",
        "; from mobiles",
        "(guarantee)",
        "0",
        "max.",
    ]
)


@given(
    st.sampled_from(sorted(TYPES)),
    st.text() | st.lists(FRAGMENTS, max_size=10).map(" ".join) | mutilated(amounts() | costs()),
)
def test_any_text_is_a_fact_or_a_problem(kind: str, typed: str) -> None:
    try:
        value = TYPES[kind].parse(typed)
    except FactError:
        return
    assert TYPES[kind].parse(str(value)) == value


KEYS = ("amount", "of", "per", "at_least", "at_most", "price", "tariff", "from_mobiles", "value")


@given(st.sampled_from(sorted(TYPES)), mappings(KEYS, FRAGMENTS))
def test_any_mapping_is_a_fact_or_a_problem(kind: str, fields: dict[str, object]) -> None:
    try:
        value = TYPES[kind].from_fields(fields)
    except FactError:
        return
    assert TYPES[kind].parse(str(value)) == value
