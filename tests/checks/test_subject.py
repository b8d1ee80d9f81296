"""What rules look at: quick ways to it that must find the same as the slow ones."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.checks import leaks, leftovers, slips
from policygen.checks.subject import Subject
from policygen.load import load_project
from policygen.model.clause import Clause, Text
from policygen.model.facts import Fact
from tests.sample import ROOT

SUBJECT = Subject(load_project(ROOT), today=None)
PATTERNS = [
    (module, name, pattern)
    for module in (leaks, leftovers, slips)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern) and pattern.flags & re.IGNORECASE
]


@pytest.mark.parametrize(
    ("module", "name", "pattern"), PATTERNS, ids=[name for _, name, _ in PATTERNS]
)
def test_patterns_that_ignore_case_are_in_small_letters(
    module: ModuleType, name: str, pattern: re.Pattern[str]
) -> None:
    letters = re.sub(r"\\.", "", pattern.pattern)
    assert letters == letters.lower(), f"{module.__name__}.{name}"


@given(st.sampled_from([text for text in SUBJECT.texts if text.isascii()]), st.booleans())
def test_what_is_said_is_mentioned_in_any_case(text: Text, lower: bool) -> None:  # noqa: FBT001 - drawn
    words = re.escape(text.lower() if lower else str(text))
    flags = re.IGNORECASE if lower else 0
    assert SUBJECT.mentions(re.compile(words, flags))
    assert not SUBJECT.mentions(re.compile(rf"{words}\0\0", flags))


@pytest.mark.parametrize("kind", [str, Text, Clause, Fact, dict, int, bool])
def test_all_of_a_kind_come_in_source_order(kind: type) -> None:
    expected = [(path, value) for path, value in SUBJECT.values if isinstance(value, kind)]
    assert list(SUBJECT.all_of(kind)) == expected
