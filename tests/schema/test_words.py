"""What the editor says about fields: everything is said, nothing too much, all of it is true."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from policygen.model import facts
from policygen.model.clause import TO_FILL, Text
from policygen.model.facts import Fact, Hours
from policygen.model.facts.base import Fields
from policygen.overlay import ADD, REMOVE, REPLACE
from policygen.schema.patterns import SHORT_FORMS
from policygen.schema.words import Said, called, everything
from policygen.source.keys import KEY
from tests.schema.models import fields, models, smallest
from tests.schema.reading import errors, validator_of

KINDS: dict[str, type[Fact]] = {kind.__name__: kind for kind in SHORT_FORMS}
ENTRIES = {"Season": "seasons", "SpecialDay": "exceptions"}
OTHERS = {
    "Overlay": {ADD, REMOVE, REPLACE},
    "Text": {"customers", "staff"},
    "Blank": {TO_FILL},
    "Fact": {"note", "commitment", "from", "until"},
    "Season": {"from", "to", "hours"},
    "SpecialDay": {"date", "hours"},
}
"""What the data has besides models and facts."""
DAYS = {"within": "2 days"}
RECEIPT = {**DAYS, "of": "receipt"}
OPEN = {"usual": "Mon-Fri 09:00-17:00"}
BESIDE: dict[str, dict[str, dict[str, str]]] = {
    "Deadline": {
        "of": DAYS,
        "before": {"at_least": "24 h"},
        "or": RECEIPT,
        "whichever": {**RECEIPT, "or": "delivery"},
        "by": DAYS,
        "counted_from": RECEIPT,
        "unless": RECEIPT,
    },
    "Duration": {
        "amount": {"unit": "h"},
        "unit": {"amount": "2"},
        "calendar": {"amount": "2", "unit": "days"},
        "week": {"amount": "2", "unit": "days", "calendar": "working"},
        "region": {"amount": "2", "unit": "days", "calendar": "working"},
        "tolerance": {"amount": "2", "unit": "h"},
    },
    "Interval": {"times": {"every": "day"}},
    "Target": {
        "out_of": {"score": ">= 4.5"},
        "score": {"out_of": "5"},
        "of": {"share": "95 %", "within": "3 min"},
        "bands": {"share": "95 %", "within": "3 min"},
        "basis": {"share": ">= 95 %"},
        "share": {"within": "3 min"},
    },
    "Hours": {
        "zone": OPEN,
        "holidays": OPEN,
        "seasons": OPEN,
        "exceptions": OPEN,
        "until_further_notice": OPEN,
    },
    "Amount": {
        "of": {"amount": "10 %"},
        "per": {"amount": "5 EUR"},
        "at_least": {"amount": "5 EUR", "per": "day"},
        "at_most": {"amount": "5 EUR", "per": "day"},
    },
    "Cost": {"from_mobiles": {"tariff": "free"}},
}
"""Of a field of a fact's full form, what must stand beside it for the whole to make sense."""


def values(kind: type[Fact]) -> list[tuple[str, dict[str, Any]]]:
    """Return every field of a fact's full form with each full form that its examples make."""
    name, shared = kind.__name__, everything()["Fact"]
    short = everything()[name]["value"].examples[0]
    found = []
    for field, words in {**everything()[name], **shared}.items():
        own = BESIDE.get(name, {}).get(field, {})
        beside = {"value": short} if field in {"formerly", *shared} else own
        found += [(field, {**beside, field: example}) for example in words.examples]
    return found


# ----------------------------------------------------------------------- nothing is missing


def test_every_field_is_explained_and_no_other() -> None:
    expected: dict[str, set[str]] = {}
    for model in models():
        for name, field in model.model_fields.items():
            owners = [
                base for base in model.__mro__ if name in vars(base).get("__annotations__", {})
            ]
            expected.setdefault(called(owners[0]), set()).add(field.alias or name)
    stated = {name: set(own) for name, own in everything().items() if name not in {*KINDS, *OTHERS}}
    assert stated == expected


def test_the_rest_is_explained_too() -> None:
    assert {name: set(everything()[name]) for name in OTHERS} == OTHERS
    assert set(KINDS) <= set(everything())
    assert {kind for kind in vars(facts).values() if _is_kind(kind)} == set(SHORT_FORMS)


def _is_kind(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Fact) and value is not Fact


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_full_forms_have_the_fields_that_the_program_asks_for(kind: type[Fact]) -> None:
    own = [(field, value) for field, value in values(kind) if "value" not in value]
    asked: set[str] = set()
    for _, value in own:
        form = Fields(value)
        kind.compose(form)
        form.finish()
        asked |= set(form._known)
    assert asked == set(everything()[kind.__name__]) - {"value", "formerly"}


def entries() -> list[tuple[str, Said]]:
    return [(f"{m}.{f}", said) for m, fields in everything().items() for f, said in fields.items()]


@pytest.mark.parametrize(("name", "words"), entries(), ids=[name for name, _ in entries()])
def test_words_are_a_title_and_sentences(name: str, words: Said) -> None:
    assert KEY.fullmatch(name.partition(".")[2])
    assert words.title[0].isupper()
    assert words.title[-1] not in ".:"
    assert len(words.title) <= 40
    assert words.description[0].isupper() or words.description.startswith("policygen")
    assert words.description.endswith(".")
    assert "`" not in words.description, "editors show backticks as they are"
    assert words.examples


# ------------------------------------------------------------------- every example is right

FIELDS = list(fields())


@pytest.mark.parametrize(
    ("model", "key", "words"), FIELDS, ids=[f"{model.__name__}.{key}" for model, key, _ in FIELDS]
)
def test_examples_are_accepted(model: type[BaseModel], key: str, words: Said) -> None:
    for example in words.examples:
        value = {**smallest(model), key: example}
        model.model_validate(value)
        assert not list(validator_of(model).iter_errors(value))


FACTS = [
    pytest.param(kind, value, id=f"{kind.__name__}.{field}")
    for kind in KINDS.values()
    for field, value in values(kind)
]


@pytest.mark.parametrize(("kind", "value"), FACTS)
def test_examples_of_full_forms_are_accepted(kind: type[Fact], value: dict[str, Any]) -> None:
    kind.from_fields(value)
    assert not list(validator_of(kind).iter_errors(value))


@pytest.mark.parametrize(("entry", "field"), ENTRIES.items())
def test_examples_of_entries_are_accepted(entry: str, field: str) -> None:
    smallest_entry = {key: said.examples[0] for key, said in everything()[entry].items()}
    for key, said in everything()[entry].items():
        for example in said.examples:
            item = {**smallest_entry, key: example}
            value = {"usual": "24/7", field: [item]}
            Hours.from_fields(value)
            assert not list(validator_of(Hours).iter_errors(value))


@pytest.mark.parametrize("field", ["customers", "staff"])
def test_examples_of_wordings_are_accepted(field: str) -> None:
    said = everything()["Text"]
    for example in said[field].examples:
        value = {**{key: words.examples[0] for key, words in said.items()}, field: example}
        assert Text.validated(value)
        assert not errors("policy", {"vision": value})


def test_examples_of_overlays_are_accepted() -> None:
    for part, said in everything()["Overlay"].items():
        assert not [e for example in said.examples for e in errors("overlay", {part: example})]
