"""Promises that real organisations published, transcribed: the model can say them, and each fact
reads as it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.doc.clauses import block_texts, inline_text, sections
from policygen.errors import Severity
from policygen.load import load_project
from policygen.model.facts import Fact
from policygen.model.walk import walk
from policygen.project import Project
from policygen.templating.compose import Composer

HERE = Path(__file__).parent
PROJECTS = {"hospital-complaints": [], "transport-guarantees": ["BLK101"]}
"""Each project with what is known to be unfinished about it: the published rules that the second
one follows raise an amount without saying to which figure."""
DOCUMENTS = ("short-policy", "long-policy", "agent-handbook", "customer-charter")


@cache
def project(name: str) -> Project:
    return load_project(HERE / name)


@cache
def composer(name: str) -> Composer:
    return Composer(project(name), draft=False)


def stated(read: Project) -> Iterator[tuple[str, Fact]]:
    """Yield every fact of a policy with its dotted path."""
    return ((path, value) for path, value in walk(read.policy) if isinstance(value, Fact))


@pytest.mark.parametrize("name", PROJECTS)
def test_it_loads_without_a_problem(name: str) -> None:
    read = project(name)
    problems = [*read.problems, *check(read, CheckRequest())]
    needed = [p.code for p in problems if p.severity is Severity.ERROR or p.code[:3] == "BLK"]
    assert needed == PROJECTS[name]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", PROJECTS)
def test_document_composes_in_the_language_of_the_source(name: str, document: str) -> None:
    read = project(name)
    composed = composer(name).compose(document, read.config.source_language)
    text = "\n".join(
        text
        for section in sections(composed.document.children)
        for text in (inline_text(section.title), *block_texts(section.children))
    )
    statements = [promise.statement.rstrip(".") for promise in read.policy.promises.values()]
    assert [statement for statement in statements if statement not in text] == []
    assert composed.untranslated == ()


@pytest.mark.parametrize("name", PROJECTS)
def test_facts_read_as_recorded(name: str, golden: Callable[[Path, str], None]) -> None:
    composing = composer(name)
    words = composing._words(composing._voices[project(name).config.source_language])
    table = {
        path: {"short form": str(fact), "sentence": words.say(fact)}
        for path, fact in stated(project(name))
    }
    golden(
        HERE / name / "facts.yaml",
        yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=1000),
    )


@pytest.mark.parametrize("name", PROJECTS)
def test_each_recorded_short_form_is_read_as_the_same_fact(name: str) -> None:
    for path, fact in stated(project(name)):
        assert type(fact).parse(str(fact)) == fact, path
