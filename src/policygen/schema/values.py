"""Schemas of single values: texts, dates, addresses, choices, references, blanks.

A YAML parser takes `95` for a number and `true` for a boolean where the program reads text, so
both are as good as text wherever text is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, get_args, get_type_hints

from policygen.model.clause import (
    TO_FILL,
    Audience,
    Blank,
    Boolean,
    Email,
    LanguageTag,
    Phone,
    Ref,
    Text,
    Url,
)
from policygen.model.company import Company, Region, WorkingWeek
from policygen.model.control import Date, Version
from policygen.model.locales import LocaleTag
from policygen.schema import patterns
from policygen.schema.definitions import Definitions, Schema
from policygen.schema.words import Said, everything
from policygen.source.keys import KEY
from policygen.theme import Colour

_AUDIENCES: Final = (Audience.CUSTOMERS.value, Audience.STAFF.value)
ID: Final = f"^{KEY.pattern}$"
_ID_HINT: Final = "Use letters, digits, - and _, starting with a letter."


def scalar(**limits: Any) -> Schema:
    """Return the schema of anything that is typed as one value."""
    return {"type": ["string", "number", "boolean"], **limits}


def matching(pattern: str, hint: str) -> Schema:
    """Return the schema of a text that matches a pattern. hint: what to write otherwise."""
    return {"type": "string", "pattern": pattern, "errorMessage": hint}


def _phone() -> Schema:
    schema = matching(patterns.PHONE, "Start with + and the country code, as in +1 202 555 0142.")
    return {**schema, "type": ["string", "number"]}  # without spaces, YAML takes it for a number


def _boolean() -> Schema:
    # A pattern rather than a choice, because YES is as good; editors offer yes and no all the same.
    offers = [{"label": word, "body": word} for word in ("yes", "no")]
    schema = matching(patterns.BOOLEAN, "Write yes or no.")
    return {**schema, "type": ["string", "boolean"], "defaultSnippets": offers}


_ZONE: Final = get_args(get_type_hints(Company, include_extras=True)["time_zone"])[0]
KINDS: Final[Mapping[Any, Schema]] = MappingProxyType(
    {
        Boolean: _boolean(),
        Colour: matching(
            patterns.COLOUR, 'Write # and six digits or letters a to f, in quotes, as in "#0b5d5e".'
        ),
        Date: matching(patterns.DATE, "Write year-month-day, as in 2026-03-01."),
        Email: matching(patterns.EMAIL, "Write an address such as help@example.com."),
        LanguageTag: matching(
            patterns.LANGUAGE, "Use the code of a language, such as en, es, fr or de."
        ),
        LocaleTag: matching(
            patterns.LOCALE,
            "Use the code of a language, or of a language and its region, such as de or en-GB.",
        ),
        Phone: _phone(),
        Region: matching(patterns.REGION, "Use a code such as ES, ES-CT or US."),
        Url: matching(patterns.URL, "Start with https://"),
        Version: matching(patterns.VERSION, "Write three numbers with dots, as in 2.1.0."),
        WorkingWeek: {"type": "string"},
        _ZONE: matching(patterns.ZONE, "Write continent and city, as in Europe/Madrid, or UTC."),
    }
)
"""Types of single values with rules of their own, and the schema of each."""


def entry_ids() -> Schema:
    """Return the schema of the keys of a collection."""
    return {"pattern": ID, "patternErrorMessage": _ID_HINT}


def reference(ref: Ref) -> tuple[Schema, str]:
    """Return the schema of an id that names an entry elsewhere, and a sentence that says where."""
    where = " or ".join(ref.collections)
    return matching(ID, _ID_HINT), f"The id of an entry under {where}."


def choice(kind: type[Enum]) -> Schema:
    """Return the schema of one of several words."""
    return {"enum": [member.value for member in kind]}


# ------------------------------------------------------------------- texts and blanks
#
# Where one value and a group are both possible, they are not two schemas to choose from: each
# keyword is about one of the two only, and editors then know which one was meant. The fields of
# the group stand apart, or editors would offer the group first.


def or_blank(definitions: Definitions, schema: Schema) -> Schema:
    """Return a schema of one value that also takes `{to_fill: …}`."""
    only = closed({TO_FILL: to_fill(definitions)}, required=[TO_FILL])
    return or_group(schema, definitions.use("blank", lambda: only))


def or_group(schema: Schema, group: Schema) -> Schema:
    """Return a schema of one value that also takes a group of fields."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "object"], "allOf": [group]}


def closed(properties: Schema, **more: Any) -> Schema:
    """Return what a schema says of a group that has these fields only."""
    return {"properties": properties, **more, "additionalProperties": False}


def to_fill(definitions: Definitions) -> Schema:
    """Return the schema of what stands behind `to_fill:`."""
    said = everything()[Blank.__name__][TO_FILL]
    return definitions.use(TO_FILL, lambda: explained(said, scalar(pattern=patterns.WORDS)))


def alone(**otherwise: Any) -> Schema:
    """Return the keywords by which `to_fill` stands alone. otherwise: those for other groups."""
    more = {"else": otherwise} if otherwise else {}
    return {"if": {"required": [TO_FILL]}, "then": {"maxProperties": 1}, **more}


def text(definitions: Definitions, *, partial: bool) -> Schema:
    """Return the schema of a text, of one for each audience, or of a blank.

    partial: whether one of the two can be left out, as in an overlay.
    """
    said = everything()[Text.__name__]
    words = scalar(pattern=patterns.WORDS)
    fields = {word: explained(said[word], or_blank(definitions, words)) for word in _AUDIENCES}
    needed = {} if partial else {"required": list(_AUDIENCES)}
    group = closed({**fields, TO_FILL: to_fill(definitions)}, **alone(**needed))
    name = "text.partial" if partial else "text"
    return definitions.use(name, lambda: or_group(words, group))


def explained(said: Said, schema: Schema) -> Schema:
    """Return the schema of a field with what is said about it."""
    head = {"title": said.title, "description": said.description}
    # Where there are snippets, examples would be offered on top of them.
    examples = {} if "defaultSnippets" in schema else {"examples": list(said.examples)}
    return {**head, **schema, **examples}
