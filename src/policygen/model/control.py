"""Document control: who answers for the policy, which version it is, what changed."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Any

import semver
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from policygen.model.clause import Clause, Text


def _version(value: str) -> str:
    if not semver.Version.is_valid(value):
        raise PydanticCustomError("version", "version")
    return value


def _date(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PydanticCustomError("date", "date") from error


Version = Annotated[str, AfterValidator(_version)]
"""A semantic version such as `2.1.0`."""
Date = Annotated[date, BeforeValidator(_date)]


class Status(Enum):
    """Where a version stands on its way to readers."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"


class Materiality(Enum):
    """How much a change matters to readers."""

    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"


class Person(Clause):
    """A named person and the role in which they act."""

    name: str
    role: Text


class RelatedDocument(Clause):
    """Another document that belongs with this policy."""

    title: Text
    note: Text | None = None


class DocumentControl(Clause):
    """The facts that make a document a controlled document."""

    version: Version
    status: Status
    owner: Person | None = None
    author: Person | None = None
    reviewers: tuple[Person, ...] = ()
    approver: Person | None = None
    approved: Date | None = None
    effective: Date | None = None
    last_review: Date | None = None
    next_review: Date | None = None
    review_trigger: Text | None = None
    related: dict[str, RelatedDocument] = {}


class ReviewEntry(Clause):
    """One entry of the review log. `clauses` names the clauses that the version touched."""

    version: Version
    date: Date
    author: str
    approver: str | None = None
    materiality: Materiality
    summary: tuple[Text, ...]
    clauses: tuple[str, ...] = ()
