"""Any text in any field: checking and composing end with documents or with problems, never with an
error of the program."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from policygen.build.formats import FORMATS
from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.config import load_config
from policygen.errors import PolicygenError
from policygen.load import policy_files
from policygen.model.audiences import Audiences
from policygen.model.clause import Audience
from policygen.model.policy import Policy
from policygen.project import Project
from policygen.references import references
from policygen.resources import load_skin
from policygen.source import Mapping, Scalar, Source, load_files
from policygen.templating.compose import Composer
from policygen.validation import validate
from tests.checks.projects import TODAY

FULL = Path(__file__).parents[1] / "templating" / "full"
SAMPLE = Path(__file__).parents[2]
DOCUMENTS = ("customer-charter", "long-policy")

awkward = st.sampled_from(
    [
        "{company}", "%(x)s %d %", "[a](#b)", "](#", "{{ x }}", "<b>&amp;</b>", "\u202e", "‐" * 300,
        "{x", "}", "1.5,2", "99 %", "24/7", "12345678901234567890", "»« „“", "١٢٣", "ß" * 40,
        "a" * 5000, "- x\n- y\n", "No.", "z. B.", "e.g. .. . ...", "¿", "tu usted vous du", "\n\n",
    ]
)  # fmt: skip
any_text = st.one_of(awkward, st.text(max_size=80))


@cache
def sources() -> tuple[Source, ...]:
    """Return the policy that fills every field, and the sample company's."""
    return tuple(load_files(policy_files(root)) for root in (FULL, SAMPLE))


def scalars(value: Any) -> Iterator[Scalar]:
    if isinstance(value, dict):
        for child in value.values():
            yield from scalars(child)
    elif isinstance(value, list):
        for child in value:
            yield from scalars(child)
    else:
        yield value


def changed(value: Any, texts: dict[str, str]) -> Any:
    """Return a copy of source values with other texts at some clauses."""
    if isinstance(value, Scalar):
        return Scalar(texts.get(value.clause, str(value)), value.clause)
    copy = type(value)(value.clause)
    if isinstance(value, dict):
        copy.update({key: changed(child, texts) for key, child in value.items()})
    else:
        copy.extend(changed(child, texts) for child in value)
    return copy


def project_of(root: Path, source: Source, texts: dict[str, str]) -> Project | None:
    """Return the project with other texts, None where it cannot be read any more."""
    value = changed(source.value, texts)
    policy, _ = validate(Policy, source, value)
    if policy is None:
        return None
    config = load_config(root)
    return Project(
        config, policy, Audiences(policy), source.spans, source.key_spans, source.files, ()
    )


@settings(deadline=None, max_examples=120)
@given(which=st.integers(0, 1), seed=st.integers(0, 2**32), texts=st.lists(any_text, min_size=1))
def test_checks_never_fail(which: int, seed: int, texts: list[str]) -> None:
    source = sources()[which]
    chosen = random.Random(seed).sample(list(scalars(source.value)), len(texts))  # noqa: S311
    edits = {place.clause: text for place, text in zip(chosen, texts, strict=True)}
    project = project_of((FULL, SAMPLE)[which], source, edits)
    if project is not None:
        list(references(source))
        for problem in check(project, CheckRequest(final=True, today=TODAY)):
            assert problem.message
            assert problem.span is None or problem.span.line >= 0


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32), texts=st.lists(any_text, min_size=1, max_size=20))
def test_a_text_of_any_kind_reaches_the_page_or_is_a_problem(seed: int, texts: list[str]) -> None:
    source = sources()[0]
    chosen = random.Random(seed).sample(list(scalars(source.value)), len(texts))  # noqa: S311
    edits = {place.clause: text for place, text in zip(chosen, texts, strict=True)}
    project = project_of(FULL, source, edits)
    if project is None:
        return
    composer = Composer(project, draft=False)
    skin = load_skin(FULL, project.config.theme)
    for document in DOCUMENTS:
        with suppress(PolicygenError):
            composed = composer.compose(document, "en").document
            assert FORMATS["html"].write(composed, skin)


@settings(deadline=None, max_examples=40)
@given(
    marks=st.dictionaries(
        st.integers(0, 400), st.sampled_from([audience.value for audience in Audience]), min_size=1
    )
)
def test_a_shipped_template_shows_nobody_what_is_not_for_them(marks: dict[int, str]) -> None:
    """Why `check` need not compose: whatever is marked for whom, shipped templates leave it out."""
    source = sources()[0]
    clauses = [mapping.clause for mapping in _mappings(source.value) if mapping.clause]
    value = changed(source.value, {})
    for index, audience in marks.items():
        path = clauses[index % len(clauses)]
        _at(value, path)["audience"] = Scalar(audience, f"{path}.audience")
    policy, _ = validate(Policy, source, value)
    if policy is None:
        return
    config = load_config(FULL)
    project = Project(
        config, policy, Audiences(policy), source.spans, source.key_spans, source.files, ()
    )
    if check(project, CheckRequest(select=("AUD",))):
        return  # the rules have said so
    composer = Composer(project, draft=False)
    for document in config.documents:
        composer.compose(document, "en")


def _mappings(value: Any) -> Iterator[Mapping]:
    if isinstance(value, Mapping):
        yield value
        for child in value.values():
            yield from _mappings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _mappings(child)


def _at(value: Any, path: str) -> Any:
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value
