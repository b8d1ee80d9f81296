"""The building blocks of the model: clauses, the company's words, references, audiences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Final, Self

import phonenumbers
from babel.core import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    ValidatorFunctionWrapHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema


class Audience(Enum):
    """Who may read a clause or a document."""

    EVERYONE = "everyone"
    CUSTOMERS = "customers"
    STAFF = "staff"
    CONFIDENTIAL = "confidential"


READABLE: Final[Mapping[Audience, frozenset[Audience]]] = {
    Audience.EVERYONE: frozenset({Audience.EVERYONE}),
    Audience.CUSTOMERS: frozenset({Audience.EVERYONE, Audience.CUSTOMERS}),
    Audience.STAFF: frozenset({Audience.EVERYONE, Audience.CUSTOMERS, Audience.STAFF}),
    Audience.CONFIDENTIAL: frozenset(Audience),
}
"""Which clauses a document may show, by the audience it is for."""


class Text(str):
    """A phrase in the company's words, in the source language, without markup.

    clause: dotted path of the source field, with list indices (`conduct.always.0`).
    """

    __slots__ = ("clause",)
    clause: str

    @classmethod
    def of(cls, value: str, clause: str) -> Self:
        """Return the text with its owner."""
        text = cls(value)
        text.clause = clause
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        words = cls._tidy(str(value))
        if not words:
            raise PydanticCustomError("empty", "empty")
        return cls.of(words, getattr(value, "clause", ""))

    @staticmethod
    def _tidy(value: str) -> str:
        return re.sub(r"[ \t\r\n]+", " ", value).strip(" ")

    @property
    def context(self) -> str:
        """The gettext context: the clause without list indices, so that a bullet keeps its
        translation when another one is added above it."""
        return re.sub(r"\.\d+(?=\.|$)", "", self.clause)


class Prose(Text):
    """One or more paragraphs in the company's words, in Markdown."""

    __slots__ = ()

    @staticmethod
    def _tidy(value: str) -> str:
        return value.replace("\r\n", "\n").strip()


class Clause(BaseModel):
    """A part of the policy that the source owns. `audience` says who may read it; without one
    it has its parent's."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    audience: Audience | None = None
    _clause: str = PrivateAttr(default="")

    @model_validator(mode="wrap")
    @classmethod
    def _remember_owner(cls, value: Any, handler: ValidatorFunctionWrapHandler) -> Self:
        clause: Self = handler(value)
        clause._clause = getattr(value, "clause", "")
        return clause

    @property
    def clause(self) -> str:
        """Dotted path of the clause in the source (`channels.phone`)."""
        return self._clause

    @property
    def id(self) -> str:
        """The clause's own id: the last part of its path (`phone`)."""
        return self._clause.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field as the id of an entry of a top-level collection of the policy."""

    collections: tuple[str, ...]


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException as error:
        raise PydanticCustomError("phone", "phone") from error
    if not phonenumbers.is_possible_number(number):
        raise PydanticCustomError("phone", "phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def matching(pattern: str, kind: str) -> Callable[[str], str]:
    """Return a check that a text matches a pattern; it fails with the error type `kind`."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if compiled.fullmatch(value) is None:
            raise PydanticCustomError(kind, "{kind}", {"kind": kind})
        return value

    return check


_BOOLEANS: Final = {"yes": True, "true": True, "no": False, "false": False}


def _boolean(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in _BOOLEANS:
        return _BOOLEANS[value.lower()]
    raise PydanticCustomError("bool_parsing", "yes or no expected")


Boolean = Annotated[bool, BeforeValidator(_boolean)]
Phone = Annotated[str, AfterValidator(_phone)]
"""A telephone number with its country code, kept in international format."""
Email = Annotated[str, AfterValidator(matching(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s.<>\"]+", "email"))]
Url = Annotated[str, AfterValidator(matching(r"https://[^\s<>\"]+", "url"))]


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise PydanticCustomError("language", "language") from error
    return value


LanguageTag = Annotated[str, AfterValidator(_language)]
"""A BCP 47 tag of a language that CLDR, and so Babel, knows."""


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every clause, text, fact and plain value below `value` with its dotted path."""
    yield path, value
    if isinstance(value, Clause):
        for name, field in type(value).model_fields.items():
            if (child := getattr(value, name)) is not None:
                yield from walk(child, f"{path}.{field.alias or name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from walk(child, f"{path}.{key}".lstrip("."))
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from walk(child, f"{path}.{index}")
