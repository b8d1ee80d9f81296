"""The building blocks of the model: clauses, the company's words, blanks, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    Self,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

import phonenumbers
from babel.core import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

T = TypeVar("T")


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
_INSIDERS: Final = frozenset({Audience.STAFF, Audience.CONFIDENTIAL})
"""Readers for whom the company words things as instructions."""


class Text(str):
    """A phrase in the company's words, in the source language, without markup.

    clause: dotted path of the source field, with list indices (`conduct.always.0`). Where the
    source words it per audience, the text is the customers' wording and `staff_wording` the other,
    else None.
    """

    __slots__ = ("clause", "staff_wording")
    clause: str
    staff_wording: Text | None

    @classmethod
    def of(cls, value: str, clause: str) -> Self:
        """Return the text with its owner."""
        text = cls(value)
        text.clause = clause
        text.staff_wording = None
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.validated)

    @classmethod
    def validated(cls, value: Any) -> Text:
        """Return what the source states as a text, a wording per audience or a blank.

        Raises PydanticCustomError for anything else.
        """
        if isinstance(value, Mapping):
            return blank_of(value) or cls._per_audience(value)
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        words = cls._tidy(str(value))
        if not words:
            raise PydanticCustomError("empty", "empty")
        return cls.of(words, getattr(value, "clause", ""))

    @classmethod
    def _per_audience(cls, value: Mapping[str, Any]) -> Text:
        if set(value) != {_CUSTOMERS, _STAFF}:
            raise PydanticCustomError("wordings", "wordings")
        text, staff = cls.validated(value[_CUSTOMERS]), cls.validated(value[_STAFF])
        text.staff_wording = staff
        return text

    @staticmethod
    def _tidy(value: str) -> str:
        return re.sub(r"[ \t\r\n]+", " ", value).strip(" ")

    @property
    def context(self) -> str:
        """The gettext context: the clause without list indices, so that a bullet keeps its
        translation when another one is added above it."""
        return re.sub(r"\.\d+(?=\.|$)", "", self.clause)


_CUSTOMERS: Final = Audience.CUSTOMERS.value
_STAFF: Final = Audience.STAFF.value


def worded_for(text: Text, reader: Audience) -> Text:
    """Return the wording of a text that a document for `reader` shows."""
    staff = text.staff_wording
    return staff if staff is not None and reader in _INSIDERS else text


def wordings(text: Text) -> Iterator[Text]:
    """Yield every wording of a text, the customers' first."""
    yield text
    if text.staff_wording is not None:
        yield text.staff_wording


class Prose(Text):
    """One or more paragraphs in the company's words, in Markdown."""

    __slots__ = ()

    @staticmethod
    def _tidy(value: str) -> str:
        return value.replace("\r\n", "\n").strip()


class Blank(Text):
    """What stands in a field that is yet to be filled: a description of what is missing."""

    __slots__ = ()


TO_FILL: Final = "to_fill"


def blank_of(value: Mapping[str, Any]) -> Blank | None:
    """Return the blank that `{to_fill: …}` states, None for any other mapping."""
    if set(value) != {TO_FILL}:
        return None
    text = Text.validated(value[TO_FILL])
    return Blank.of(text, text.clause)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field as the id of an entry of a top-level collection of the policy."""

    collections: tuple[str, ...]


def filled(value: T) -> T | None:
    """Return a value, or None for a blank that stands in its place."""
    return None if isinstance(value, Blank) else value


class Clause(BaseModel):
    """A part of the policy that the source owns.

    audience: who may read it; without one it has its parent's. note: what the fields cannot say.
    extra: more sections that belong to the clause.
    """

    SHORTHANDS: ClassVar[frozenset[str]] = frozenset()
    """Fields with entries in which one value, and so one blank, can stand for all."""

    # Validators are built when the first policy is read, once for all parts together.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    audience: Audience | None = None
    note: Prose | None = None
    extra: dict[str, Extra] = {}
    _clause: str = PrivateAttr(default="")

    @model_validator(mode="wrap")
    @classmethod
    def _remember_owner(cls, value: Any, handler: ValidatorFunctionWrapHandler) -> Self:
        clause: Self = handler(value)
        clause._clause = getattr(value, "clause", "")
        return clause

    @field_validator("*", mode="wrap")
    @classmethod
    def _may_be_blank(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        """Let `{to_fill: …}` stand for any single value: a text, number, date, address or fact."""
        if isinstance(value, Mapping) and TO_FILL in value:
            name = info.field_name or ""
            blank = blank_of(value)
            if blank is not None and name in cls.SHORTHANDS:
                return handler(value)
            if blank is None or not _is_single(cls.model_fields[name]):
                raise PydanticCustomError("no_blank", "no_blank")
            return blank
        return handler(value)

    @property
    def clause(self) -> str:
        """Dotted path of the clause in the source (`channels.phone`)."""
        return self._clause

    @property
    def id(self) -> str:
        """The clause's own id: the last part of its path (`phone`)."""
        return self._clause.rpartition(".")[2]


_NOT_SINGLE: Final = (BaseModel, Enum, NoneType, bool)


def _is_single(field: FieldInfo) -> bool:
    """Whether a field holds one value that a reader reads, and no choice, reference or group."""
    if any(isinstance(item, Ref) for item in field.metadata):
        return False
    return any(
        isinstance(kind, type) and not issubclass(kind, _NOT_SINGLE)
        for kind in _kinds(field.annotation)
    )


def _kinds(annotation: Any) -> Iterator[Any]:
    """Yield the types that a value may have; none for a reference."""
    if get_origin(annotation) is Annotated:
        if not any(isinstance(item, Ref) for item in annotation.__metadata__):
            yield from _kinds(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for inner in get_args(annotation):
            yield from _kinds(inner)
    else:
        yield annotation


class Extra(Clause):
    """A section that no field of the model provides for."""

    title: Text
    text: Prose


Clause.model_rebuild()


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
        raise PydanticCustomError("language", "language", _right_language(value)) from error
    return value


def _right_language(value: str) -> dict[str, str]:
    """Return the usual spelling of a language's code that is right but for that, as `right`."""
    from policygen.model.locales import right_tag  # noqa: PLC0415 - only for a mistake

    right = right_tag(value) or ""
    return {"right": right} if right.lower() == value.replace("_", "-").lower() else {}


LanguageTag = Annotated[str, AfterValidator(_language)]
"""A BCP 47 tag of a language that CLDR, and so Babel, knows."""
