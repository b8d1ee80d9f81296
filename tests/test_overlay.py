"""Overlays: what a brand or a site changes, and where problems of it are found."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygen.errors import PolicygenError, Problem, SettingsError, Span
from policygen.load import load_project
from policygen.project import Project
from tests.build.projects import REPOSITORY, replace_text

BRANDS = REPOSITORY / "tests" / "projects" / "brands"
NORTH = "policy/overlays/north.yaml"
MISTAKES: list[dict[str, Any]] = yaml.safe_load(
    (REPOSITORY / "tests" / "overlay_mistakes.yaml").read_text(encoding="utf-8")
)


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    return shutil.copytree(BRANDS, tmp_path / "project")


def north(root: Path, overlay: str) -> Project:
    """Load the overlay `north` with another file."""
    (root / NORTH).write_text(overlay, encoding="utf-8")
    return load_project(root, "north")


def at(root: Path, span: Span) -> str:
    line = (root / span.file).read_text(encoding="utf-8").split("\n")[span.line - 1]
    return line[span.column - 1 :]


def problems_of(root: Path, overlay: str) -> tuple[Problem, ...]:
    with pytest.raises(PolicygenError) as caught:
        load_project(root, overlay)
    return caught.value.problems


# ------------------------------------------------------------------- what it says


def test_an_overlay_changes_only_what_it_names(brands: Path) -> None:
    base, north = load_project(brands).policy, load_project(brands, "north").policy
    assert (base.company.name, north.company.name) == ("Base", "North")
    assert north.company.time_zone == base.company.time_zone
    assert north.channels["phone"].levels == ("first",)
    assert north.channels["phone"].reply == base.channels["phone"].reply
    assert str(north.channels["email"].reply) != str(base.channels["email"].reply)
    assert list(north.channels) == ["phone", "email", "Kiosk"]
    assert list(north.levels) == ["first"]
    assert north.conduct == base.conduct


def test_an_exchanged_entry_keeps_its_place_and_nothing_else(brands: Path) -> None:
    policy = north(
        brands,
        "remove: [channels.phone]\nadd:\n  channels:\n    phone:\n      kind: voicemail",
    ).policy
    assert list(policy.channels) == ["phone", "email"]
    assert policy.channels["phone"].kind.value == "voicemail"
    assert policy.channels["phone"].levels == ()


def test_a_short_form_can_become_a_full_one_and_back(brands: Path) -> None:
    policy = north(
        brands,
        "replace:\n  channels:\n    phone:\n      availability: 24/7\n"
        "    email:\n      reply: {value: within 2 h, note: Often sooner.}",
    ).policy
    assert str(policy.channels["phone"].availability) == str(
        north(brands, "replace:\n  channels:\n    phone:\n      availability: 24/7")
        .policy.channels["phone"]
        .availability
    )
    assert policy.channels["email"].reply is not None
    assert policy.channels["email"].reply.note == "Often sooner."


def test_a_group_with_nothing_left_in_it_goes(brands: Path) -> None:
    assert north(brands, "remove: [conduct.always]").policy.conduct is None


@pytest.mark.parametrize(
    ("path", "file", "text"),
    [
        ("company.name", NORTH, "North"),
        ("company.time_zone", "policy/policy.yaml", "Europe/Madrid"),
        ("channels.phone.levels.0", NORTH, "first]"),
        ("channels.phone.reply", "policy/policy.yaml", "< 30 s"),
        ("channels.email.reply", NORTH, "within 3 h"),
        ("channels.Kiosk.purpose", NORTH, "for a chat in person"),
    ],
)
def test_every_place_is_in_the_file_that_says_it(
    brands: Path, path: str, file: str, text: str
) -> None:
    span = load_project(brands, "north").place(path)
    assert span is not None
    assert (span.file, at(brands, span)) == (file, text)


def test_texts_belong_to_the_clauses_of_the_merged_policy(brands: Path) -> None:
    purpose = load_project(brands, "north").policy.channels["Kiosk"].purpose
    assert purpose is not None
    assert purpose.clause == "channels.Kiosk.purpose"


def test_what_the_log_tells_of_may_be_gone(brands: Path) -> None:
    assert list(north(brands, "remove: [channels.email]").policy.channels) == ["phone"]


def test_its_settings_come_from_the_overlay_where_it_has_them(brands: Path) -> None:
    base, north, south = (load_project(brands, name).config for name in ("", "north", "south"))
    assert [c.languages for c in (base, north, south)] == [("en", "de"), ("en-GB",), ("en", "de")]
    assert [c.theme.brand for c in (base, north, south)] == ["#1a4f8b", "#7a2e6d", "#1a4f8b"]
    assert north.document_languages("note") == ("en-GB",)
    assert at(brands, north.span("theme.brand")) == '"#7a2e6d"'
    assert at(brands, south.span("theme.brand")) == '"#1a4f8b"'


# ------------------------------------------------------------------- mistakes


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m["name"] for m in MISTAKES])
def test_a_mistake_is_found_at_its_place_with_advice(mistake: dict[str, Any], brands: Path) -> None:
    (brands / NORTH).write_text(mistake["overlay"], encoding="utf-8")
    (problem,) = problems_of(brands, "north")
    assert problem.code.startswith(mistake["code"])
    assert problem.span is not None
    assert problem.span.file == mistake.get("file", NORTH)
    assert at(brands, problem.span).startswith(mistake["at"])
    assert mistake["hint"] in problem.hint
    assert [at(brands, span).startswith(mistake["related"]) for span, _ in problem.related] == (
        [True] if "related" in mistake else []
    )


def test_mistakes_of_both_files_are_reported_together(brands: Path) -> None:
    replace_text(brands / "policy/policy.yaml", "kind: email", "kind: emial")
    (brands / NORTH).write_text("remove: [levels.third]\nreplace:\n  company:\n    nam: X\n")
    found = problems_of(brands, "north")
    assert [problem.code for problem in found] == ["OVL103", "OVL102", "MOD103"]


def test_what_could_not_be_read_of_the_base_is_not_said_to_be_missing(brands: Path) -> None:
    replace_text(brands / "policy/policy.yaml", "channels:", "channels: {")
    found = problems_of(brands, "north")
    assert {problem.span.file for problem in found if problem.span} == {"policy/policy.yaml"}


BAD_SETTINGS = [
    (("", ""), "nort", "SEL105", "did you mean `north`?"),
    (("brands/south.yaml", "brands/sooth.yaml"), "south", "SET107", "make it"),
    (("brands/south.yaml", "../brands/south.yaml"), "south", "SET107", "project's folder"),
    (("  south:\n", "  North:\n"), "", "SET106", "another id"),
    (("  south:\n", "  DE:\n"), "", "SET106", "another id"),
    (("languages: [en-GB]", "languages: [en-GB, en-GB]"), "", "SET105", "delete"),
    (("languages: [en-GB]", "languages: [en-UK]"), "", "MOD", ""),
    (("    source:", "    sorce:"), "", "MOD101", "`source`"),
    (("    source:", "    documents: [tims]\n    source:"), "", "SET108", "`times`"),
]


@pytest.mark.parametrize(("edit", "overlay", "code", "hint"), BAD_SETTINGS)
def test_bad_settings_are_refused(
    brands: Path, edit: tuple[str, str], overlay: str, code: str, hint: str
) -> None:
    replace_text(brands / "policygen.yaml", *edit)
    shutil.copytree(brands / "brands", brands.parent / "brands")
    with pytest.raises(SettingsError) as caught:
        load_project(brands, overlay)
    (problem,) = caught.value.problems
    assert problem.code.startswith(code)
    assert hint in problem.hint


def test_a_project_without_overlays_says_where_to_name_them(brands: Path) -> None:
    text = (brands / "policygen.yaml").read_text()
    (brands / "policygen.yaml").write_text(text[: text.index("overlays:")])
    (problem,) = problems_of(brands, "north")
    assert "`overlays:`" in problem.hint


KEYS = st.sampled_from(
    ["company", "name", "channels", "phone", "Phone", "reply", "availability", "gold", "levels",
     "first", "conduct", "always", "segments", "kiosk"]
)  # fmt: skip
TREES = st.recursive(
    st.sampled_from(["24/7", "within 2 h", "kind"]) | st.lists(KEYS, max_size=2),
    lambda below: st.dictionaries(KEYS, below, max_size=3),
    max_leaves=6,
)
OVERLAYS = st.fixed_dictionaries(
    {},
    optional={
        "add": TREES,
        "replace": TREES,
        "remove": st.lists(st.lists(KEYS, min_size=1, max_size=3).map(".".join), max_size=3),
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(overlay=OVERLAYS)
def test_any_overlay_gives_a_policy_or_problems_with_places(
    brands: Path, overlay: dict[str, Any]
) -> None:
    found: tuple[Problem, ...] = ()
    try:
        north(brands, yaml.safe_dump(overlay, sort_keys=False))
    except PolicygenError as error:
        found = error.problems
    assert all(problem.span is not None for problem in found)


def test_an_overlay_can_have_some_of_the_documents(brands: Path) -> None:
    replace_text(brands / "policygen.yaml", "    source:", "    documents: [note]\n    source:")
    base, south = (load_project(brands, overlay).config for overlay in ("", "south"))
    assert list(base.documents) == ["times", "note"]
    assert list(south.documents) == ["note"]
