"""Reading YAML for the tests of the schemas: as the program does, and as an editor does."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel

from policygen.model.facts import Fact
from policygen.schema import schema
from policygen.schema.definitions import Definitions
from policygen.schema.groups import Groups
from policygen.source import load_file

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """Gives plain scalars the types of YAML 1.2, as editors do: `no` is text, `95` a number."""


EditorLoader.yaml_implicit_resolvers = {}
for kind, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), first
    )


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - it is a SafeLoader


def as_the_program_reads(path: Path) -> Any:
    return load_file(path, path.name).value


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name))


@cache
def validator_of(kind: type[BaseModel | Fact]) -> Draft7Validator:
    """Return what judges the values of one model or fact."""
    definitions = Definitions()
    groups = Groups(definitions)
    part = groups.group(kind) if issubclass(kind, BaseModel) else groups.value(kind)
    return Draft7Validator({**part, "definitions": definitions.made()})


def errors(name: str, value: Any) -> list[str]:
    """Return what a schema says against a value: where, and which of its keywords."""
    found = validator(name).iter_errors(value)
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.validator}" for e in found]
