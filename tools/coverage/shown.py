"""Which documents show a field: found by looking, and, for what carries no mark, by changing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from policygen.doc import tree
from policygen.doc.clauses import inline_text, sections
from policygen.load import load_project
from policygen.model.clause import Clause, Text
from policygen.templating.compose import Composer


class Shown:
    """The documents of a project, and what they show of its policy."""

    def __init__(self, folder: Path) -> None:
        self._project = load_project(folder)
        self._language = self._project.config.source_language
        self._documents = self._composed(self._project)
        self._clauses = {name: set(_clauses(found)) for name, found in self._documents.items()}

    def documents(self, paths: list[str]) -> list[str]:
        """Return the documents that show a field at one of several paths (`*` stands for any id).

        Texts and facts carry the name of their clause. A choice, a date or a reference does not:
        it is shown where the document changes with it.
        """
        patterns = [re.compile(re.escape(p).replace(r"\*", r"[^.]+") + r"(\.|$)") for p in paths]
        marked = [
            name
            for name, clauses in self._clauses.items()
            if any(pattern.match(clause) for pattern in patterns for clause in clauses)
        ]
        return marked or sorted({name for path in paths for name in self._changed_by(path)})

    def document_of(self, template: str) -> str:
        """Return the id of the document that is made from a template."""
        documents = self._project.config.documents.items()
        return next(id_ for id_, spec in documents if spec.template == template)

    def fills(self, name: str, section: str, path: str) -> bool:
        """Whether a section of a document changes with a field of the policy."""
        policy = _changed(self._project.policy, path.split("."))
        composer = Composer(replace(self._project, policy=policy), draft=False)
        changed = composer.compose(name, self._language).document
        return _section(changed, section) != _section(self._documents[name], section)

    def title(self, name: str, section: str) -> str | None:
        """Return the words of a section's heading, None where the document has no such section."""
        found = _section(self._documents[name], section)
        return None if found is None else inline_text(found.title)

    def _changed_by(self, path: str) -> list[str]:
        policy = _changed(self._project.policy, path.split("."))
        documents = self._composed(replace(self._project, policy=policy))
        return [name for name, found in documents.items() if found != self._documents[name]]

    def _composed(self, project: Any) -> dict[str, tree.Document]:
        composer = Composer(project, draft=False)
        return {
            name: composer.compose(name, self._language).document
            for name in project.config.documents
        }


def _section(document: tree.Document, id_: str) -> tree.Section | None:
    return next((found for found in sections(document.children) if found.id == id_), None)


def _clauses(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for child in value:
            yield from _clauses(child)
    elif is_dataclass(value) and not isinstance(value, type):
        if clause := getattr(value, "clause", "") or getattr(value, "id", ""):
            yield clause
        for field in fields(value):
            yield from _clauses(getattr(value, field.name))


def _changed(value: Any, parts: list[str]) -> Any:
    """Return a part of a policy without the field at a path below it, or, where it must be there,
    with another value."""
    if not parts:
        return value
    if isinstance(value, Clause):
        kinds = type(value).model_fields
        name = next(name for name, kind in kinds.items() if parts[0] == (kind.alias or name))
        child = getattr(value, name)
        if len(parts) == 1:
            child = _other(child) if kinds[name].is_required() else kinds[name].get_default()
        return value.model_copy(update={name: _changed(child, parts[1:])})
    if isinstance(value, Mapping):
        return {key: _changed(child, parts[1:]) for key, child in value.items()}
    return value


def _other(value: Any) -> Any:
    match value:
        case Enum():
            return next(member for member in type(value) if member is not value)
        case Text():
            return type(value).of(f"{value} else", value.clause)
        case str():
            return f"{value} else"
        case _:
            return value
