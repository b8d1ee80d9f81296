"""The company: who it is, what it stands for, whom it serves."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from policygen.model.clause import Clause, Prose, Ref, Text, Url
from policygen.model.facts.base import FactError
from policygen.model.facts.hours import check_zone, parse_days
from policygen.model.facts.region import check_region


def _refusal(error: FactError) -> PydanticCustomError:
    return PydanticCustomError("fact", "{problem}", {"problem": error.message, "hint": error.hint})


def _zone(value: str) -> str:
    try:
        return check_zone(value)
    except FactError as error:
        raise _refusal(error) from error


def _region(value: str) -> str:
    try:
        return check_region(value)
    except FactError as error:
        raise _refusal(error) from error


def _week(value: object) -> tuple[int, int]:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text expected")
    try:
        return parse_days(value)
    except FactError as error:
        raise _refusal(error) from error


WorkingWeek = Annotated[tuple[int, int], BeforeValidator(_week)]
"""First and last working day, 0 for Monday."""
Region = Annotated[str, AfterValidator(_region)]
"""An ISO 3166 code of a country or subdivision whose public holidays are known."""


class Company(Clause):
    """Who makes the promises. region: whose public holidays do not count as working days."""

    name: str
    legal_name: str | None = None
    short_name: str | None = None
    business: Text | None = None
    address: Text | None = None
    website: Url | None = None
    time_zone: Annotated[str, AfterValidator(_zone)] | None = None
    working_week: WorkingWeek | None = None
    holidays: Text | None = None
    region: Region | None = None


class Value(Clause):
    """A value of the company and what it means in service."""

    name: Text
    meaning: Text | None = None


class Phase(Clause):
    """A phase of the service strategy."""

    name: Text
    aims: tuple[Text, ...]


class Scope(Clause):
    """Who, what, when and where."""

    who: tuple[Text, ...] = ()
    what: tuple[Text, ...] = ()
    when: Text | None = None
    where: Text | None = None
    exclusions: tuple[Text, ...] = ()


class Definition(Clause):
    """A term and what it means in this policy."""

    term: Text
    meaning: Text


class Segment(Clause):
    """A group of customers who are served alike."""

    name: Text
    description: Text | None = None


class Partner(Clause):
    """Another firm that keeps promises, or serves customers, in the company's name."""

    name: str
    does: Text
    duties: tuple[Text, ...] = ()


class Question(Clause):
    """A frequently asked question and its answer."""

    question: Text
    answer: Prose


class Closing(Clause):
    """How a document ends: thanks, a motto, whom to ask, who signs."""

    thanks: Text | None = None
    motto: Text | None = None
    questions_to: Annotated[str, Ref(("contacts",))] | None = None
    signed_by: Annotated[str, Ref(("contacts",))] | None = None
