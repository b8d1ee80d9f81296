"""Figures of the sample company: the text beside each says the same, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from policygen.doc import tree
from policygen.doc.clauses import clause_texts, normalise
from policygen.load import load_project
from policygen.templating.compose import Composer
from tests.sample import ROOT

KINDS = {
    "agent-handbook": {"hours", "pyramid", "path", "timeline"},
    "complaint-procedure": {"timeline"},
    "customer-charter": {"hours", "timeline"},
    "long-policy": {"hours", "flow", "pyramid", "path", "chart", "timeline"},
    "playbook": {"hours", "flow", "pyramid", "path", "chart"},
    "service-protocol": {"flow", "hours", "chart"},
    "support-tiers": {"pyramid", "path"},
}


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(load_project(ROOT), draft=False)


def diagrams(value: Any) -> Iterator[tree.Diagram]:
    if isinstance(value, tree.Diagram):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from diagrams(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from diagrams(getattr(value, field.name))


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
@pytest.mark.parametrize("document", KINDS)
def test_the_text_names_everything_that_a_figure_shows(
    composer: Composer, document: str, language: str
) -> None:
    composed = composer.compose(document, language).document
    text = "".join(clause_texts(composed).values()).casefold()
    found = list(diagrams(composed.children))
    assert {diagram.kind for diagram in found} == KINDS[document]
    for diagram in found:
        assert diagram.alt.strip()
        for part in diagram.parts:
            if part.id != "start":  # that the customer complains
                assert normalise(part.title).casefold() in text, part.title
            for words in (*part.details, *(arrow.label for arrow in part.arrows)):
                stated = words.rpartition(":")[2]  # the label in front of a time is the figure's
                assert normalise(stated).casefold().rstrip(".") in text, words


def test_service_hours_are_those_of_the_channel(composer: Composer) -> None:
    charter = composer.compose("customer-charter", "de").document
    (hours,) = (found for found in diagrams(charter.children) if found.kind == "hours")
    assert hours.legend[0] == "Mo"
    standard = next(part for part in hours.parts if part.id == "channels.phone.standard")
    assert standard.bars == tuple(tree.Bar(day, 8 * 60, 20 * 60) for day in range(7))
    enterprise = next(part for part in hours.parts if part.id == "channels.phone.enterprise")
    assert enterprise.bars[0] == tree.Bar(0, 0, 24 * 60)


def test_what_lies_outside_the_company_looks_different(composer: Composer) -> None:
    procedure = composer.compose("complaint-procedure", "en").document
    (timeline,) = diagrams(procedure.children)
    assert [part.outside for part in timeline.parts] == [False, False, False, True]
