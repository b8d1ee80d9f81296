"""The schemas against the files that people write: what is right passes, what a schema can see of
a mistake is underlined."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from policygen.config import load_config
from policygen.load import policy_files
from policygen.schema import NAMES, schema, schema_files, schema_text
from tests.sample import copy_sample
from tests.schema.reading import ROOT, as_an_editor_reads, as_the_program_reads, errors

PROJECTS = sorted(
    path.parent
    for pattern in ("", "examples/*/", "tests/real/*/", "tests/projects/*/")
    for path in ROOT.glob(f"{pattern}policygen.yaml")
)


def files() -> list[tuple[str, Path]]:
    """Return every file of a project that people write, with the name of its schema."""
    found = []
    for root in PROJECTS:
        found += [("policygen", root / "policygen.yaml")]
        found += [("policy", path) for path, _ in policy_files(root)]
        for id_ in load_config(root).overlays:
            source = load_config(root, id_).overlay_source
            found += [("overlay", root / str(source))]
    return found


FILES = files()
every_file = pytest.mark.parametrize(
    ("name", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES]
)
SEEN = yaml.safe_load((Path(__file__).parent / "seen.yaml").read_text(encoding="utf-8"))
MISTAKES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "mistakes.yaml").read_text(encoding="utf-8")
)
OVERLAY_MISTAKES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "overlay_mistakes.yaml").read_text(encoding="utf-8")
)


# ------------------------------------------------------------------------- what is right


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    Draft7Validator.check_schema(schema(name))


def test_there_are_files_of_every_kind() -> None:
    assert {name for name, _ in FILES} == set(NAMES)
    assert len(PROJECTS) >= 8


@every_file
def test_what_the_program_reads_is_right(name: str, path: Path) -> None:
    assert errors(name, as_the_program_reads(path)) == []


@every_file
def test_what_an_editor_reads_is_right(name: str, path: Path) -> None:
    assert errors(name, as_an_editor_reads(path.read_text(encoding="utf-8"))) == []


PLAIN = """\
vision: 95
mission: true
objectives: [2027, 1.5, no]
channels:
  phone:
    kind: phone
    name: 24
    phone: +12025550142
    emergency: TRUE
    availability: 24/7
    reply: {value: 30 s, note: 7, from: 2027-01-01}
    target: {score: 4.5, out_of: 5, at_least: {amount: 3, unit: h}}
roles: {chief: {name: Chief, may_decide: [{what: 100, up_to: 100 EUR}]}}
control: {version: 2.1.0, status: draft, effective: 2026-10-01}
company: {name: 3, time_zone: UTC}
"""


def test_numbers_and_booleans_are_as_good_as_text() -> None:
    assert errors("policy", as_an_editor_reads(PLAIN)) == []


def test_a_file_need_not_say_everything() -> None:
    assert errors("policy", {}) == []
    assert errors("overlay", {}) == []
    assert errors("policygen", {"languages": ["en"]}) == [": required", ": required"]


# ------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m["name"] for m in MISTAKES])
def test_mistakes_are_underlined_where_a_schema_can_see_them(
    mistake: dict[str, Any], tmp_path: Path
) -> None:
    root = copy_sample(tmp_path, {mistake["file"]: ((mistake["old"], mistake["new"]),)})
    text = (root / mistake["file"]).read_text(encoding="utf-8")
    assert errors("policy", as_an_editor_reads(text)) == SEEN["policy"].get(mistake["name"], [])


def test_the_table_names_mistakes_that_exist() -> None:
    assert SEEN["policy"].keys() <= {mistake["name"] for mistake in MISTAKES}
    assert SEEN["overlay"].keys() <= {mistake["name"] for mistake in OVERLAY_MISTAKES}


@pytest.mark.parametrize("mistake", OVERLAY_MISTAKES, ids=[m["name"] for m in OVERLAY_MISTAKES])
def test_mistakes_in_overlays_are_underlined_where_a_schema_can_see_them(
    mistake: dict[str, Any],
) -> None:
    try:
        found = errors("overlay", as_an_editor_reads(mistake["overlay"]))
    except yaml.YAMLError:  # an editor sees that without a schema
        return
    assert found == SEEN["overlay"].get(mistake["name"], [])


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("source_language: en_GB", "source_language: pattern"),
        ("formats: [pfd]", "formats.0: enum"),
        ("theme: {brand: red}", "theme.brand: pattern"),
        ("theme: {cover: round}", "theme.cover: enum"),
        ("theme: {colour: red}", "theme: additionalProperties"),
        ("documents: {a: {title: A, template: b, audience: all}}", "documents.a.audience: enum"),
        ("documents: {a b: {title: A, template: b, audience: staff}}", "documents: pattern"),
        ("checks: {rules: {RED: maybe}}", "checks.rules.RED: enum"),
    ],
)
def test_mistakes_in_settings_are_underlined(settings: str, found: str) -> None:
    assert found in errors("policygen", as_an_editor_reads(settings))


# ------------------------------------------------------------------------- the files


def test_schemas_are_the_same_wherever_they_are_made() -> None:
    script = "import sys; from policygen.schema import *\nfor n in NAMES: print(schema_text(n))"
    made = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


def test_files_are_json_with_a_version_and_a_name_of_their_own() -> None:
    for path, data in schema_files().items():
        read = json.loads(data)
        assert read["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert read["$id"] == f"urn:policygen:schema:{path.split('/')[1].split('.')[0]}"
        assert data.endswith(b"}\n")


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema in a schema."""
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            yield from parts(value) if key != "examples" else ()
    elif isinstance(schema, list):
        for value in schema:
            yield from parts(value)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_judges_stands_beside_a_reference(name: str) -> None:
    """In draft-07, it would be ignored."""
    for part in parts(schema(name)):
        if "$ref" in part:
            assert part.keys() <= {"$ref", "title", "description", "examples"}


@pytest.mark.parametrize("name", NAMES)
def test_patterns_mean_the_same_in_javascript(name: str) -> None:
    patterns = {
        part["pattern"] for part in parts(schema(name)) if isinstance(part.get("pattern"), str)
    }
    assert patterns
    for pattern in patterns:
        assert set(re.findall(r"\\(.)", pattern)) <= set("s.(+trn")
        assert set(re.findall(r"\(\?(.)", pattern)) <= set(":!")


def test_ids_say_what_they_name() -> None:
    steps = schema("policy")["definitions"]["EscalationStep"]["properties"]
    assert steps["to"]["type"] == "string"
    assert "under levels or roles" in steps["to"]["description"]
    assert steps["notify"]["items"]["type"] == "string"
    assert "under levels or roles" in steps["notify"]["description"]


def test_parts_for_staff_say_so() -> None:
    parts = schema("policy")["properties"]
    assert "For staff" in parts["conduct"]["description"]
    assert "For staff" not in parts["promises"]["description"]


def test_groups_take_no_field_that_does_not_exist() -> None:
    for name in NAMES:
        definitions = json.loads(schema_text(name))["definitions"]
        groups = [part for part in definitions.values() if "properties" in part]
        assert groups or name == "policygen"
        assert [part for part in groups if part["additionalProperties"] is not False] == []
