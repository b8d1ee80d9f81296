"""A policy that fills every field of the model: each document shows what its readers need of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import pytest
from babel.dates import format_date
from pydantic.fields import FieldInfo

from policygen.doc import tree
from policygen.doc.clauses import clause_texts, inline_text, normalise, sections
from policygen.load import load_project
from policygen.model.clause import Audience, Clause, Prose, Ref, Text
from policygen.model.facts import Fact
from policygen.model.policy import Policy
from policygen.model.walk import walk
from policygen.project import Project
from policygen.templating.compose import Composer

FULL = Path(__file__).parent / "full"
DOCUMENTS = ("short-policy", "long-policy", "agent-handbook", "customer-charter")

NOT_IN_POLICY: Final[Mapping[str, str]] = {
    "company.name": "stands on the cover; the text gives the legal name",
    "channels.*.kind": "a channel with a name of its own is called by it",
    "company.working_week": "its words are those of the definition of a working day",
}
"""Fields that the complete policy does not print, with the reason."""

NOT_IN_CHARTER: Final[Mapping[str, str]] = {
    "company.name": "stands on the cover, and in the sentence about the charter's validity",
    "company.short_name": "the charter says “we”",
    "company.business": "customers know what they buy",
    "company.region": "the note on times names the holidays in words",
    "purpose": "says what the policy is for, not what customers can expect",
    "vision": "the charter has the mission; the short policy has both",
    "values.*": "the charter has promises instead",
    "objectives.*": "goals of the company",
    "culture": "speaks to staff",
    "scope.*": "says to whom the policy applies",
    "definitions.*": "the charter needs no terms",
    "segments.*": "customers are shown the name of their group where it matters",
    "roles.*": "customers are shown the name of a role where it matters",
    "partners.*.duties.*": "what partners owe the company",
    "promises.*.measured_by": "names a metric, which is internal",
    "promises.*.remedy.kind": "its words say the same",
    "channels.*.kind": "a channel with a name of its own is called by it",
    "channels.*.automatic_acknowledgement.*": "customers receive it",
    "channels.*.overflow.*": "tells staff what to do",
    "feedback.staff_suggestions": "for staff",
    "complaints.letters.*": "tells staff what to write",
    "complaints.reviews.*.every": "internal routine; what is published is there",
    "complaints.reviews.*.by": "internal routine; what is published is there",
    "complaints.reviews.*.note": "internal routine; what is published is there",
    "closing.questions_to": "names a contact, which is internal",
    "closing.signed_by": "names a contact, which is internal",
}
"""Fields that customers may read and that the charter does not print, with the reason."""


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(FULL)


@pytest.fixture(scope="module")
def composer(project: Project) -> Composer:
    return Composer(project, draft=False)


def owners(value: Any) -> Iterator[str]:
    """Yield the clause of every node."""
    if isinstance(value, tuple):
        for part in value:
            yield from owners(part)
    elif is_dataclass(value):
        yield getattr(value, "clause", "")
        for field in fields(value):
            yield from owners(getattr(value, field.name))


def words(document: tree.Document) -> str:
    """Return all words of a document but its cover's."""
    texts = clause_texts(document)
    texts.pop("cover")
    return "".join(texts.values()).casefold()


def comparable(value: str) -> str:
    """Return words as a document shows them: without Markdown's stars and a final full stop."""
    return normalise(value.replace("*", "").removeprefix("https://").rstrip(".")).casefold()


def excepted(path: str, exceptions: Mapping[str, str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in exceptions)


def lost(project: Project, document: tree.Document, reader: Audience) -> Iterator[str]:
    """Yield the path of every text, fact, date and name that a reader may have and is not given."""
    shown, text = set(owners(document.children)), words(document)
    for path, value in walk(project.policy):
        if not project.audiences.may_read(path, reader) or is_reference(path):
            continue
        match value:
            case Prose():
                found = comparable(value) in text
            case Text() | Fact():
                found = path in shown or getattr(value, "clause", "") in shown
            case date():
                found = comparable(format_date(value, "long", "en")) in text
            case str():
                found = comparable(value) in text
            case _:
                found = True
        if not found:
            yield path


def field_of(path: str) -> FieldInfo | None:
    """Return the model's field at a dotted path, None for an entry of a collection."""
    raise NotImplementedError
