"""A policy that fills every field of the model: each document shows what its readers need of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from babel.dates import format_date

from policygen.config import load_config
from policygen.doc import tree
from policygen.doc.clauses import clause_texts, inline_text, normalise, sections
from policygen.load import load_project
from policygen.model.audiences import Audiences
from policygen.model.clause import Audience, Blank, Clause, Prose, Ref, Text, _is_single
from policygen.model.facts import Fact
from policygen.model.policy import Policy
from policygen.model.walk import walk
from policygen.project import Project
from policygen.templating.compose import Composer

FULL = Path(__file__).parent / "full"
DOCUMENTS = tuple(load_config(FULL).documents)

NOT_IN_POLICY: Final[Mapping[str, str]] = {
    "Company.name": "stands on the cover; the text gives the legal name",
    "Channel.kind": "a channel with a name of its own is called by it",
    "FormField.kind": "the complaint form is filled in that way",
}
"""Fields that the complete policy does not print, with the reason."""

NOT_IN_CHARTER: Final[Mapping[str, str]] = {
    "company.business": "customers know what they buy",
    "purpose": "says what the policy is for, not what customers can expect",
    "vision": "the charter has the mission; the short policy has both",
    "values.*": "the charter has promises instead",
    "objectives.*": "goals of the company",
    "culture": "speaks to staff",
    "scope.*": "says to whom the policy applies",
    "definitions.*": "the charter needs no terms",
    "segments.*": "customers are shown the name of their group where it matters",
    "roles.*": "customers are shown the name of a role where it matters",
    "partners.*.duties.*": "what partners owe the company",
    "channels.*.automatic_acknowledgement.*": "customers receive it",
    "channels.*.overflow.*": "tells staff what to do",
    "feedback.staff_suggestions": "for staff",
    "complaints.form.*": "stands on the complaint form",
    "complaints.letters.*": "tells staff what to write",
    "complaints.reviews.*.every": "internal routine; what is published is there",
    "complaints.reviews.*.note": "internal routine; what is published is there",
}
"""Fields that customers may read and that the charter does not print, with the reason."""


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(FULL)


@pytest.fixture(scope="module")
def documents(project: Project) -> Mapping[str, tree.Document]:
    composer = Composer(project, draft=False)
    return {name: composer.compose(name, "en").document for name in DOCUMENTS}


# ------------------------------------------------------------- texts, facts and names


def owners(value: Any) -> Iterator[str]:
    """Yield the clause of every node."""
    if isinstance(value, tuple):
        for part in value:
            yield from owners(part)
    elif is_dataclass(value):
        yield getattr(value, "clause", "")
        for field in fields(value):
            yield from owners(getattr(value, field.name))


def words(document: tree.Document) -> str:
    """Return all words of a document but its cover's."""
    texts = clause_texts(document)
    texts.pop("cover")
    return "".join(texts.values()).casefold()


def comparable(value: str) -> str:
    """Return words as a document shows them: without Markdown's stars and a final full stop."""
    return normalise(value.replace("*", "").removeprefix("https://").rstrip(".")).casefold()


def lost(project: Project, document: tree.Document, reader: Audience) -> set[str]:
    """Return the paths of the texts, facts and dates that a reader may have and is not given."""
    shown, text = set(owners(document.children)), words(document)

    def is_shown(path: str, value: Any) -> bool:
        match value:
            case Prose():
                return comparable(value) in text
            case Text() | Fact():
                return path in shown
            case date():
                return comparable(format_date(value, "long", "en")) in text
            case _:
                return True

    return {
        path
        for path, value in walk(project.policy)
        if project.audiences.may_read(path, reader)
        and not path.endswith(_OTHER_WORDING[reader])
        and not is_shown(path, value)
    }


_OTHER_WORDING = {Audience.STAFF: ".next_step.customers", Audience.CUSTOMERS: ".next_step.staff"}


def is_excepted(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in NOT_IN_CHARTER)


def test_the_policy_for_staff_leaves_nothing_out(
    project: Project, documents: Mapping[str, tree.Document]
) -> None:
    assert lost(project, documents["long-policy"], Audience.STAFF) == set()


def test_the_charter_leaves_out_only_what_is_not_for_customers(
    project: Project, documents: Mapping[str, tree.Document]
) -> None:
    paths = lost(project, documents["customer-charter"], Audience.CUSTOMERS)
    assert {path for path in paths if not is_excepted(path)} == set()


@pytest.mark.parametrize("pattern", sorted(NOT_IN_CHARTER))
def test_each_exception_is_needed(
    pattern: str, project: Project, documents: Mapping[str, tree.Document]
) -> None:
    paths = lost(project, documents["customer-charter"], Audience.CUSTOMERS)
    assert any(fnmatchcase(path, pattern) for path in paths)


def test_one_text_is_worded_for_its_readers(
    project: Project, documents: Mapping[str, tree.Document]
) -> None:
    to_customers, to_staff = comparable("Write to the board"), comparable("Tell the passenger")
    for name, document in documents.items():
        if "complaints.stages" in {section.id for section in sections(document.children)}:
            for_customers = project.config.documents[name].audience is Audience.CUSTOMERS
            assert (to_customers in words(document)) is for_customers
            assert (to_staff in words(document)) is not for_customers


def test_headings_of_one_sentence_have_no_full_stop(
    documents: Mapping[str, tree.Document],
) -> None:
    titles = [
        inline_text(section.title)
        for document in documents.values()
        for section in sections(document.children)
    ]
    assert [title for title in titles if title.endswith(".") and ". " not in title] == []


def test_a_telephone_extension_is_part_of_the_link(
    documents: Mapping[str, tree.Document],
) -> None:
    assert "tel:+12025550130;ext=7" in links(documents["long-policy"].children)


def links(value: Any) -> Iterator[str]:
    """Yield the address of every link."""
    if isinstance(value, tuple):
        for part in value:
            yield from links(part)
    elif is_dataclass(value):
        if isinstance(value, tree.Link):
            yield value.href
        for field in fields(value):
            yield from links(getattr(value, field.name))


# -------------------------------------------------- choices, yes and no, names, references


def changes(policy: Policy, value: Any, refs: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield each value below (or at) a value that is no text, fact or date: the field that holds
    it, and the whole with another in its place."""
    match value:
        case Clause():
            for name, field in type(value).model_fields.items():
                if name == "audience":
                    continue
                below = collections(field.annotation, tuple(field.metadata))
                for owner, changed in changes(policy, getattr(value, name), below):
                    whole = value.model_copy(update={name: changed})
                    yield owner or f"{type(value).__name__}.{name}", whole
        case Mapping():
            for key, item in value.items():
                for owner, changed in changes(policy, item, refs):
                    yield owner, {**value, key: changed}
        case tuple():
            for index, item in enumerate(value):
                for owner, changed in changes(policy, item, refs):
                    yield owner, (*value[:index], changed, *value[index + 1 :])
        case bool():
            yield "", not value
        case Enum():
            members = list(type(value))
            yield "", members[members.index(value) - 1]
        case str() if not isinstance(value, Text):
            yield "", another(policy, value, refs)


def collections(annotation: Any, metadata: tuple[Any, ...]) -> tuple[str, ...]:
    """Return of which collections the ids in a field are; none when they are no ids."""
    found = [item.collections for item in metadata if isinstance(item, Ref)]
    found += [
        collections(inner, getattr(inner, "__metadata__", ())) for inner in get_args(annotation)
    ]
    return max(found, key=len, default=())


def another(policy: Policy, value: str, refs: tuple[str, ...]) -> str:
    """Return another id of the same collections, or another name, number or address."""
    for collection in refs:
        entries: Any = functools.reduce(getattr, collection.split("."), policy)
        for key in entries:
            if key != value:
                return str(key)
    return _OTHERS.get(value, f"{value}x")


_OTHERS: Final = {"en": "fr", "es": "fr", "Europe/Madrid": "Europe/Lisbon"}


def test_every_choice_and_name_is_visible_to_staff(project: Project) -> None:
    composer = Composer(project, draft=False)
    before = composer.compose("long-policy", "en").document.children
    fields_seen: dict[str, bool] = {}
    for field, policy in changes(project.policy, project.policy):
        if field not in fields_seen:
            # The compiled templates are kept; only what they are to show changes.
            composer._project = replace(project, policy=policy)
            after = composer.compose("long-policy", "en").document.children
            fields_seen[field] = after != before
    assert {field for field, seen in fields_seen.items() if not seen} == set(NOT_IN_POLICY)


# ------------------------------------------------------------- blanks and audiences


def blanked(value: Any, path: str = "", *, single: bool = False) -> Any:
    """Return a value with a blank in place of everything that can be yet to be filled.

    single: whether the field can hold a blank in place of a name, number or address.
    """
    match value:
        case Clause():
            below = {
                name: blanked(
                    getattr(value, name),
                    f"{path}.{field.alias or name}".lstrip("."),
                    single=_is_single(field) and not collections(field.annotation, ()),
                )
                for name, field in type(value).model_fields.items()
            }
            return value.model_copy(update=below)
        case Mapping():
            return {key: blanked(item, f"{path}.{key}") for key, item in value.items()}
        case tuple() if all(isinstance(item, Clause | Text | Fact) for item in value):
            return tuple(blanked(item, f"{path}.{i}") for i, item in enumerate(value))
        case Text() | Fact() | date():
            return Blank.of(f"blank {path}", path)
        case str() if single:
            return Blank.of(f"blank {path}", path)
        case _:
            return value


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_can_be_yet_to_be_filled(project: Project, name: str) -> None:
    # The version and the date are on every cover, although the rest of document control is not
    # for customers.
    control = {"version": "3.0.0", "effective": project.policy.control.effective}
    policy = blanked(project.policy)
    policy = policy.model_copy(update={"control": policy.control.model_copy(update=control)})
    document = Composer(replace(project, policy=policy), draft=False).compose(name, "en").document
    if name == "long-policy":
        blanks = {path for path, value in walk(policy) if isinstance(value, Blank)}
        assert blanks - set(owners(document.children)) == {"company.name"}


def test_what_is_marked_for_staff_leaves_the_charter(project: Project) -> None:
    composer = Composer(project, draft=False)
    for path, value in walk(project.policy):
        if isinstance(value, Clause) and path.count(".") in {1, 2}:
            audiences = Audiences(project.policy)
            audiences._marked[path] = Audience.STAFF
            composer._project = replace(project, audiences=audiences)
            document = composer.compose("customer-charter", "en").document
            shown = set(owners(document.children))
            assert not any(f"{owner}.".startswith(f"{path}.") for owner in shown)


# ------------------------------------------------------------------- the fixture itself


def models(annotation: Any) -> Iterator[type[Clause]]:
    """Yield every kind of clause that a field can hold."""
    for inner in get_args(annotation):
        yield from models(inner)
    if isinstance(annotation, type) and issubclass(annotation, Clause):
        yield annotation


def all_models(model: type[Clause], seen: set[type[Clause]]) -> set[type[Clause]]:
    """Return a kind of clause and every kind below it."""
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in models(field.annotation):
                all_models(inner, seen)
    return seen


def test_the_sample_fills_every_field(project: Project) -> None:
    filled = {
        (type(value), name)
        for _, value in walk(project.policy)
        if isinstance(value, Clause)
        for name, field in type(value).model_fields.items()
        if getattr(value, name) != field.default
    }
    missing = {
        f"{model.__name__}.{name}"
        for model in all_models(Policy, set())
        for name in model.model_fields
        if name not in {"audience", "note", "extra"} and (model, name) not in filled
    }
    assert missing == set()


def test_the_sample_has_a_note_on_every_kind_of_clause(project: Project) -> None:
    noted = {type(value) for _, value in walk(project.policy) if getattr(value, "note", None)}
    assert all_models(Policy, set()) - noted == set()
