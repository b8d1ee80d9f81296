"""What all facts share: an owner in the source, a short and a full form, qualifiers, and errors
that mend."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar

from pydantic_core import PydanticCustomError, core_schema

from policygen.errors import Words, nearest, tell
from policygen.model.clause import Blank, Text, blank_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

T = TypeVar("T")
V = TypeVar("V")
F = TypeVar("F", bound="Fact")

NUMBER = r"[0-9]{1,7}(?:\.[0-9]{1,3})?"
"""A number in a short form: up to seven digits, perhaps with a decimal point."""


class FactError(ValueError):
    """A form that cannot be read.

    message: what is wrong. hint: what to write. key: the field of a full form that is at fault,
    "" for the whole. instead: words of the form and the only ones that they can stand for, ""
    where there are several.
    """

    def __init__(
        self, message: Words, hint: Words, key: str = "", *, instead: tuple[str, str] = ("", "")
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.key = key
        self.instead = instead


class Commitment(Enum):
    """How firmly a company stands behind a value."""

    AIM = "aim"
    TARGET = "target"
    GUARANTEE = "guarantee"
    LEGAL_LIMIT = "legal limit"


_COMMITMENT_WORDS: Final = {
    "aim": Commitment.AIM,
    "target": Commitment.TARGET,
    "guarantee": Commitment.GUARANTEE,
    "guaranteed": Commitment.GUARANTEE,
    "legal limit": Commitment.LEGAL_LIMIT,
    "legal maximum": Commitment.LEGAL_LIMIT,
    "legal minimum": Commitment.LEGAL_LIMIT,
    "required by law": Commitment.LEGAL_LIMIT,
}
_QUALIFIERS_HINT: Final = tell(
    "in parentheses, separated by commas, write how firm the value is (aim, target, "
    "guarantee, legal limit), when it holds (`from 2027-01-01`, `until 2027-12-31`) or what "
    "held before (`formerly 5 days`)"
)
_FORMERLY: Final = "formerly "


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(ABC):
    """A typed value of the policy.

    clause: dotted path of the source field that states it, "" for a computed value. note: what
    the value cannot say, in the company's words. Two facts that say the same are equal wherever
    they stand and whatever is noted beside them.
    commitment: how firm the value is, None where the source does not say. since: the day from
    which it holds, until: the last one; None for the policy's own. formerly: what held before.
    """

    QUALIFIERS: ClassVar[Mapping[str, tuple[str, Any]]] = {}
    """Qualifiers of this type only: word in parentheses -> field and the value it sets."""

    clause: str = field(default="", compare=False, repr=False)
    note: Text | None = field(default=None, compare=False)
    commitment: Commitment | None = None
    since: date | None = None
    until: date | None = None
    formerly: Self | None = None

    # ------------------------------------------------------------ what each type provides

    @classmethod
    @abstractmethod
    def read(cls, words: str) -> Self:
        """Return the value of a short form without qualifiers, its white space already single;
        FactError when it has none."""

    @abstractmethod
    def form(self) -> str:
        """Return the canonical short form without qualifiers, which `read` reads back."""

    @classmethod
    def compose(cls, fields: Fields) -> Self:  # noqa: ARG003 - for types with keys of their own
        """Return the value of a full form; FactError when it has none.

        The fields that all facts share are already taken. A type without keys of its own has
        only `value`.
        """
        raise FactError(
            tell("the full form of this value needs `value`"),
            tell("write the short form under `value:`, and the rest beside it"),
        )

    # ------------------------------------------------------------------ what all share

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value of a short form, qualifiers and all; FactError when it has none."""
        words, qualifiers = _split_qualifiers(" ".join(text.split()))
        fact = cls.read(words)
        return _dated(replace(fact, **_qualified(cls, qualifiers))) if qualifiers else fact

    @classmethod
    def from_fields(cls, mapping: Mapping[str, Any]) -> Self:
        """Return the value of a full form; FactError when it has none."""
        fields = Fields(mapping)
        shared: dict[str, Any] = {
            "note": fields.text("note"),
            "commitment": fields.choice("commitment", _COMMITMENT_WORDS),
            "since": fields.date("from"),
            "until": fields.date("until"),
            "formerly": fields.read("formerly", partial(_read_former, cls)),
        }
        stated = fields.fact("value", cls)
        fact = cls.compose(fields) if stated is None else stated
        fields.finish()
        stated_beside = {name: value for name, value in shared.items() if value is not None}
        return _dated(replace(fact, **stated_beside))

    def __str__(self) -> str:
        """Return the canonical short form; `parse` reads it back (a note has no short form)."""
        return _with_qualifiers(self.form(), self)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def _validate(cls, value: Any) -> Self | Blank:
        if isinstance(value, cls):
            return value
        if isinstance(value, Mapping) and (blank := blank_of(value)) is not None:
            return blank
        if not isinstance(value, str | Mapping):
            raise PydanticCustomError("string_type", "text expected")
        try:
            fact = _parsed(cls, str(value)) if isinstance(value, str) else cls.from_fields(value)
        except FactError as error:
            raise PydanticCustomError(
                "fact",
                "{problem}",
                {
                    "problem": error.message,
                    "hint": error.hint,
                    "key": error.key,
                    "right": _right_form(cls, value, error),
                },
            ) from error
        return replace(fact, clause=getattr(value, "clause", ""))


def _right_form(kind: type[Fact], value: Any, error: FactError) -> str:
    """Return the one short form that a wrong one can stand for, "" where there is none."""
    words, right = error.instead
    if not words or not isinstance(value, str) or value.count(words) != 1:
        return ""
    form = value.replace(words, right)
    try:
        kind.parse(form)
    except FactError:
        return ""
    return form


@lru_cache(maxsize=4096)
def _parsed(kind: type[F], text: str) -> F:
    """Return the value of a short form; policies say `24/7` and `within 2 working days` often."""
    return kind.parse(text)


class Fields:
    """The fields of a full form, each taken once; `finish` refuses what is left.

    Every method returns None for a field that is not there, and raises FactError, with the
    field's key, for one that cannot be read.
    """

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self._left = dict(mapping)
        self._known: list[str] = []

    def word(self, key: str) -> str | None:
        """Take a field as plain text, its white space single."""
        self._known.append(key)
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise FactError(
                tell("`{key}` needs exactly one value", key=key),
                tell("write it after the colon"),
                key,
            )
        return " ".join(value.split())

    def text(self, key: str) -> Text | None:
        """Take a field as words of the company."""
        value = self._left.get(key)
        words = self.word(key)
        return None if words is None else Text.of(words, getattr(value, "clause", ""))

    def fact(self, key: str, kind: type[F]) -> F | None:
        """Take a field as a fact in its short form."""
        return self.read(key, kind.parse)

    def get(self, key: str, read: Callable[[Any], T]) -> T | None:
        """Take a field as whatever a function reads from its words or its own fields."""
        value = self._left.get(key)
        if not isinstance(value, Mapping):
            return self.read(key, read)
        self._known.append(key)
        return self._at(key, read, self._left.pop(key))

    def part(self, key: str, kind: type[F]) -> F | None:
        """Take a field as a fact that is part of this one: short or full form, no qualifiers."""
        return self.get(key, partial(read_part, kind))

    def parts(self, key: str, kind: type[F]) -> tuple[F, ...]:
        """Take a field as a list of facts that are parts of this one; none if it is not there."""
        return tuple(self._at(key, partial(read_part, kind), item) for item in self.items(key))

    def read(self, key: str, read: Callable[[str], T]) -> T | None:
        """Take a field as whatever a function reads from its words."""
        words = self.word(key)
        return None if words is None else self._at(key, read, words)

    def choice(self, key: str, choices: Mapping[str, T]) -> T | None:
        """Take a field as one of several words."""
        words = self.word(key)
        if words is None:
            return None
        if words.lower() not in choices:
            raise FactError(
                tell("“{words}” is not one of the choices", words=words),
                nearest(words, choices),
                key,
            )
        return choices[words.lower()]

    def date(self, key: str) -> date | None:
        """Take a field as a date."""
        return self.read(key, parse_date)

    def flag(self, key: str) -> bool | None:
        """Take a field as yes or no."""
        return self.choice(key, {"yes": True, "true": True, "no": False, "false": False})

    def items(self, key: str) -> list[Any]:
        """Take a field as a list; a single value is a list of one."""
        self._known.append(key)
        value = self._left.pop(key, [])
        return value if isinstance(value, list) else [value]

    def finish(self) -> None:
        """Raise FactError for the first field that nobody took."""
        for key in self._left:
            raise FactError(
                tell("“{key}” is not a field of this value", key=key),
                nearest(key, self._known),
                key,
            )

    @staticmethod
    def _at(key: str, read: Callable[[V], T], value: V) -> T:
        try:
            return read(value)
        except FactError as error:
            raise FactError(error.message, error.hint, key) from error


def read_part(kind: type[F], value: Any) -> F:
    """Return the fact of a short or full form that is part of another fact's; FactError."""
    if isinstance(value, str):
        return kind.read(" ".join(value.split()))
    if not isinstance(value, Mapping):
        raise FactError(
            tell("one value is needed here"), tell("write its short form, such as `2 days`")
        )
    fields = Fields(value)
    fact = kind.compose(fields)
    fields.finish()
    return fact


def parse_date(text: str) -> date:
    """Return the day of a date such as `2026-10-01`; FactError when there is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FactError(
            tell("“{text}” is not a date", text=text),
            tell("write year-month-day, such as `2026-03-01`"),
        ) from error


def plain(number: Decimal) -> str:
    """Return a number without exponent or needless zeros: `2`, `1.5`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _split_qualifiers(words: str) -> tuple[str, list[str]]:
    start = _last_parenthesis(words)
    if not words[:start].strip():
        return words, []
    # What held formerly comes last, because it may have commas and qualifiers of its own.
    now, formerly, before = words[start + 1 : -1].partition(_FORMERLY)
    parts = [part.strip() for part in now.split(",") if part.strip()]
    qualifiers = [*parts, f"{formerly}{before.strip()}"] if formerly else parts
    return words[:start].rstrip(), qualifiers


def _last_parenthesis(words: str) -> int:
    """Return where the parenthesis opens that closes at the end of the words, 0 if none does."""
    depth = 0
    for place in range(len(words) - 1, 0, -1):
        depth += (words[place] == ")") - (words[place] == "(")
        if depth <= 0:
            return place if words.endswith(")") else 0
    return 0


def _dated(fact: F) -> F:
    """Return a fact; FactError when it ends before it begins."""
    if fact.since is not None and fact.until is not None and fact.until < fact.since:
        raise FactError(
            tell(
                "it holds from {since} until {until}, which is earlier",
                since=fact.since,
                until=fact.until,
            ),
            tell("exchange the two dates, or correct one of them"),
        )
    return fact


def _qualified(kind: type[F], qualifiers: list[str]) -> dict[str, Any]:
    """Return the fields that qualifiers in parentheses set."""
    found: dict[str, Any] = {}
    for qualifier in qualifiers:
        name, value = _qualifier(kind, qualifier)
        if name in found:
            raise FactError(
                tell("“{qualifier}” comes twice", qualifier=qualifier), _QUALIFIERS_HINT
            )
        found[name] = value
    return found


def _qualifier(kind: type[F], qualifier: str) -> tuple[str, Any]:
    lower = qualifier.lower()
    if lower in _COMMITMENT_WORDS:
        return "commitment", _COMMITMENT_WORDS[lower]
    if lower.startswith("from "):
        return "since", parse_date(lower.removeprefix("from "))
    if lower.startswith("until "):
        return "until", parse_date(lower.removeprefix("until "))
    if qualifier.startswith(_FORMERLY):
        return "formerly", _read_former(kind, qualifier.removeprefix(_FORMERLY))
    if lower in kind.QUALIFIERS:
        return kind.QUALIFIERS[lower]
    hint = _QUALIFIERS_HINT
    for word in kind.QUALIFIERS:
        hint = tell("{hint}, or `{word}`", hint=hint, word=word)
    raise FactError(tell("“{qualifier}” says nothing about this value", qualifier=qualifier), hint)


def _read_former(kind: type[F], words: str) -> F:
    if _FORMERLY in words:
        raise FactError(
            tell("it says twice what held formerly"), tell("state only what held just before")
        )
    return kind.parse(words)


def _with_qualifiers(form: str, fact: Fact) -> str:
    parts = [
        word for word, (name, value) in fact.QUALIFIERS.items() if getattr(fact, name) == value
    ]
    if fact.commitment is not None:
        parts.append(fact.commitment.value)
    if fact.since is not None:
        parts.append(f"from {fact.since.isoformat()}")
    if fact.until is not None:
        parts.append(f"until {fact.until.isoformat()}")
    if fact.formerly is not None:
        parts.append(f"{_FORMERLY}{fact.formerly}")
    return f"{form} ({', '.join(parts)})" if parts else form
