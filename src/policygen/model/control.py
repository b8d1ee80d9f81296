"""Document control: who answers for the policy, which version it is, what changed."""

import re
from datetime import date
from enum import Enum
from typing import Annotated, Any, Final

import semver
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from policygen.model.clause import Clause, LanguageTag, Text, Url
from policygen.model.facts import Interval


def _version(value: str) -> str:
    if not semver.Version.is_valid(value):
        raise PydanticCustomError("version", "version")
    return value


_WITHOUT_ZEROS: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def _right_date(value: Any) -> dict[str, str]:
    """Return the day that lacks nothing but a leading zero, as `right`."""
    match = _WITHOUT_ZEROS.fullmatch(value) if isinstance(value, str) else None
    try:
        return {"right": date(*map(int, match.groups())).isoformat()} if match else {}
    except ValueError:
        return {}


def _date(value: Any) -> Any:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PydanticCustomError("date", "date", _right_date(value)) from error
    if day.isoformat() != value:  # ISO 8601 has other forms, which readers mistake
        raise PydanticCustomError("date", "date")
    return day


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
    """Another document that belongs with this policy. enclosed: with which letters or documents
    it goes out."""

    title: Text
    about: Text | None = None
    url: Url | None = None
    enclosed: tuple[Text, ...] = ()


class DocumentControl(Clause):
    """The facts that make a document a controlled document.

    approving_body: the board or office that decides, where it is not one person. consulted: the
    departments or groups that were heard. legal_basis: laws, licences and codes that it carries
    out. expires: the last day on which it holds. binding_language: the language that decides where
    translations differ.
    """

    version: Version
    status: Status
    owner: Person | None = None
    author: Person | None = None
    reviewers: tuple[Person, ...] = ()
    consulted: tuple[Text, ...] = ()
    approver: Person | None = None
    approving_body: Text | None = None
    approved: Date | None = None
    effective: Date | None = None
    expires: Date | None = None
    last_review: Date | None = None
    next_review: Date | None = None
    review_every: Interval | None = None
    review_trigger: Text | None = None
    legal_basis: tuple[Text, ...] = ()
    binding_language: LanguageTag | None = None
    living: Text | None = None
    related: dict[str, RelatedDocument] = {}


class ReviewEntry(Clause):
    """One entry of the review log. `clauses` names the clauses that the version touched."""

    version: Version
    date: Date
    author: str
    approver: str | None = None
    materiality: Materiality
    reason: Text | None = None
    summary: tuple[Text, ...]
    clauses: tuple[str, ...] = ()


class RuleException(Clause):
    """A finding of a check that is accepted, at one clause and for a reason.

    rule: its code. clause_: path of the clause. until: the last day on which it is accepted.
    """

    rule: str
    clause_: Annotated[str, Field(alias="clause")]
    reason: Text
    approved_by: Text | None = None
    until: Date | None = None
