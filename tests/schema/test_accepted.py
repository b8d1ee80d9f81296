"""A schema never refuses what the program accepts."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import available_timezones

import holidays
import phonenumbers
import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from pydantic import BaseModel, TypeAdapter, ValidationError

from policygen.model.clause import Boolean, Email, LanguageTag, Phone, Text, Url
from policygen.model.company import Region
from policygen.model.control import Date, Version
from policygen.model.facts import Fact, FactError, Hours
from policygen.model.locales import LocaleTag
from policygen.schema.patterns import SHORT_FORMS
from policygen.schema.values import KINDS
from policygen.schema.words import called
from policygen.theme import Colour
from tests.model import strategies, time_strategies
from tests.model.cases import cases
from tests.schema.models import keys, models, smallest
from tests.schema.reading import errors, validator_of

# ------------------------------------------------------------------------- short forms

BY_NAME = {kind.__name__: kind for kind in SHORT_FORMS}
STATED = [
    (BY_NAME[row[0]], row[1])
    for file in ("times.txt", "money.txt")
    for row in cases(file, refused=False)
    if row[0] in BY_NAME
] + [(Hours, row[0]) for row in cases("hours.txt", refused=False)]


def matches(fact: type[Fact], words: str) -> bool:
    return re.search(SHORT_FORMS[fact], words) is not None


def test_what_people_type_matches() -> None:
    assert len(STATED) > 200
    assert [stated for stated in STATED if not matches(*stated)] == []


@given(
    strategies.hours()
    | strategies.amounts()
    | strategies.costs()
    | time_strategies.durations()
    | time_strategies.intervals()
    | time_strategies.deadlines()
    | time_strategies.windows()
    | time_strategies.targets()
)
def test_every_short_form_matches(fact: Fact) -> None:
    assert matches(type(fact), str(fact))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("Duration", "soon"),
        ("Duration", "2"),
        ("Duration", "5 minz"),
        ("Duration", "-3 years"),
        ("Deadline", "within 5 minz"),
        ("Deadline", "within 2"),
        ("Interval", "every 30 minz"),
        ("Target", ">= 85"),
        ("Target", "95 procent"),
        ("Window", "within 6 moths of reply"),
        ("Hours", "9-17"),
        ("Amount", "40 Euro"),
        ("Amount", "€40"),
        ("Cost", "0.20 per min"),
    ],
)
def test_what_is_certainly_wrong_does_not_match(kind: str, words: str) -> None:
    assert not matches(BY_NAME[kind], words)
    with pytest.raises(FactError):
        BY_NAME[kind].parse(words)


# ------------------------------------------------------------------------- other values


def numbers() -> list[str]:
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    examples = [phonenumbers.example_number(region) for region in regions]
    forms = phonenumbers.PhoneNumberFormat
    return [
        phonenumbers.format_number(number, form)
        for number in examples
        if number is not None
        for form in (forms.E164, forms.INTERNATIONAL, forms.RFC3966)
    ]


TYPED: list[tuple[str, Any, list[str]]] = [
    (
        "phone",
        Phone,
        [
            *numbers(),
            "\N{FULLWIDTH PLUS SIGN}1 202 555 0142",
            "+1 800 FLOWERS",
            "Tel. +1 202 555 0142",
        ],
    ),
    ("locale", LocaleTag, [name.replace("_", "-") for name in locale_identifiers()]),
    ("language", LanguageTag, [name.replace("_", "-") for name in locale_identifiers()]),
    (
        "region",
        Region,
        [
            *holidays.list_supported_countries(),
            *(f"{c}-{s}" for c, all_ in holidays.list_supported_countries().items() for s in all_),
        ],
    ),
    ("time zone", next(kind for kind in KINDS if "_zone" in str(kind)), [*available_timezones()]),
    ("yes or no", Boolean, ["yes", "No", "TRUE", "false", "yEs"]),
    ("version", Version, ["1.0.0", "0.0.1", "2.1.0-rc.1", "1.0.0-0A.x+build.5", "1.0.0+001"]),
    ("date", Date, ["2026-10-01", "0001-01-01", "9999-12-31", "2028-02-29"]),
    ("e-mail", Email, ["a@b.c", "jörg+x@sub.müller.example", "a.b@c-d.example"]),
    ("url", Url, ["https://x", "https://a.example/ü?q=1#2"]),
    ("colour", Colour, ["#0b5d5e", "#ABCDEF"]),
]


@pytest.mark.parametrize(("kind", "values"), [t[1:] for t in TYPED], ids=[t[0] for t in TYPED])
def test_values_match_that_the_program_accepts(kind: Any, values: list[str]) -> None:
    accepted = [value for value in values if accepts(kind, value)]
    assert len(accepted) >= 2
    pattern = KINDS[kind]["pattern"]
    assert [value for value in accepted if not re.search(pattern, value)] == []


def accepts(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


# ------------------------------------------------------------------------- blanks and wordings

BLANK = {"to_fill": "name of the ombudsman"}
WORDINGS = {"customers": "Reply to the letter.", "staff": "Tell the customer how."}


@pytest.mark.parametrize("model", models(), ids=called)
def test_blanks_and_wordings_are_right_where_the_program_takes_them(model: type[BaseModel]) -> None:
    judge = validator_of(model)
    for key in keys(model):
        for value in (BLANK, WORDINGS, [BLANK], [WORDINGS]):
            whole = {**smallest(model), key: value}
            assert judge.is_valid(whole) is takes(model, whole), (key, value)


def takes(model: type[BaseModel], value: dict[str, Any]) -> bool:
    """Whether the program takes a value, apart from what it can only tell of the whole policy."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return all(detail["type"] == "undated" for detail in error.errors())
    return True


@pytest.mark.parametrize("text", [" x ", "x\ny", "\u00a0", "0", "."])
def test_a_text_that_says_something_is_right(text: str) -> None:
    assert Text.validated(text)
    assert errors("policy", {"vision": text}) == []


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_text_is_wrong(text: str) -> None:
    assert errors("policy", {"vision": text}) == ["vision: pattern"]
