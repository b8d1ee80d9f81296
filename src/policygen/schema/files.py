"""The schema files of a project, and the line by which a YAML file names its schema."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from policygen.config import OVERLAY_FOLDER, SETTINGS_FILE, Settings
from policygen.load import POLICY_FOLDER
from policygen.model.policy import Policy
from policygen.overlay import ADD, REMOVE, REPLACE
from policygen.schema.definitions import Definitions
from policygen.schema.groups import Groups
from policygen.schema.values import ID, explained
from policygen.schema.words import everything

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.schema.definitions import Schema

FOLDER: Final = "schemas"
POLICY: Final = "policy"
OVERLAY: Final = "overlay"
SETTINGS: Final = "policygen"
NAMES: Final = (POLICY, OVERLAY, SETTINGS)

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The version that editors' YAML support knows best."""
_TITLES: Final = {
    POLICY: "A file of policy/: what the company does for its customers",
    OVERLAY: "An overlay: what a brand or a site says differently",
    SETTINGS: "policygen.yaml: languages, documents and looks of the project",
}
_MODELINE: Final = "# yaml-language-server: $schema="
FILES: Final = {
    f"{POLICY_FOLDER}/*.yaml": POLICY,
    f"{OVERLAY_FOLDER}/*.yaml": OVERLAY,
    SETTINGS_FILE: SETTINGS,
}
"""The files of a project, as patterns, and the name of the schema of each."""


def schema(name: str) -> Schema:
    """Return one of the schemas, by its name."""
    definitions = Definitions()
    top = _TOPS[name](definitions)
    head = {"$schema": _DRAFT, "$id": f"urn:policygen:schema:{name}", "title": _TITLES[name]}
    return {**head, **top, "definitions": definitions.made()}


def schema_text(name: str) -> str:
    """Return one of the schemas as JSON, the same text whenever and wherever it is made."""
    return json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"


def schema_files() -> Mapping[str, bytes]:
    """Return the path below the project and the content of every schema."""
    return {_path(name): schema_text(name).encode() for name in NAMES}


def schema_of(path: str) -> str | None:
    """Return the name of the schema of a project's file, None where it has none.

    path: relative to the project, with `/`.
    """
    folder, name = PurePosixPath(path).parent.as_posix(), PurePosixPath(path).name
    if path == SETTINGS_FILE:
        return SETTINGS
    if PurePosixPath(name).suffix not in {".yaml", ".yml"}:
        return None
    return {POLICY_FOLDER: POLICY, OVERLAY_FOLDER: OVERLAY}.get(folder)


def modeline(path: str, name: str) -> str:
    """Return the line by which a file of the project names one of the schemas."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"{_MODELINE}{up}{_path(name)}"


def modelined(path: str, text: str) -> str:
    """Return the text of a project's file with the line that names its schema, if it has one."""
    name = schema_of(path)
    return text if name is None else f"{modeline(path, name)}\n{text}"


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.schema.json"


# ------------------------------------------------------------------------- the top of each


def _policy(definitions: Definitions) -> Schema:
    # What one file leaves out may stand in another.
    return Groups(definitions).group(Policy, whole=False)


def _settings(definitions: Definitions) -> Schema:
    return Groups(definitions).group(Settings)


def _overlay(definitions: Definitions) -> Schema:
    change = Groups(definitions, partial=True).reference(Policy)
    path = f"{ID.removesuffix('$')}(?:\\.{ID.removeprefix('^').removesuffix('$')})*$"
    removal = {
        "type": "array",
        "items": {
            "type": "string",
            "pattern": path,
            "patternErrorMessage": "Write the path of an entry, such as channels.video.",
        },
    }
    parts = {REMOVE: removal, REPLACE: change, ADD: change}
    said = everything()["Overlay"]
    return {
        "type": "object",
        "properties": {name: explained(said[name], part) for name, part in parts.items()},
        "additionalProperties": False,
    }


_TOPS: Final = {POLICY: _policy, OVERLAY: _overlay, SETTINGS: _settings}
