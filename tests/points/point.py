"""One point of the checklist: a case in YAML, the values it parses to, what documents say of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from policygen.doc import tree
from policygen.doc.clauses import block_texts, inline_text
from policygen.i18n.acts import Act, sentence_of
from policygen.i18n.catalogs import POLICY, WORDING, Catalogs
from policygen.i18n.facts import FactWords
from policygen.i18n.voice import Voice
from policygen.load import load_project
from policygen.model import facts
from policygen.model.clause import Text
from policygen.model.facts import Fact
from policygen.model.walk import walk
from policygen.project import Project
from policygen.resources import catalog
from policygen.templating.compose import Composer
from tests.sample import ROOT

HERE = Path(__file__).parent
LANGUAGES = ("en", "es", "fr", "de")
FRIDAY = 4
SETTINGS = """\
source_language: en
languages: [en, es, fr, de]
theme: {brand: "#0b5d5e"}
documents:
  long-policy: {title: Policy, template: policy-complete, audience: staff}
  agent-handbook: {title: Handbook, template: agent-handbook, audience: staff}
  customer-charter: {title: Charter, template: customer-charter, audience: customers}
"""


def read_yaml(path: Path) -> Any:
    """Return what a fixture file says, every value as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


class Point:
    """A case file of tests/points/cases."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.data = read_yaml(path)
        self._folder = folder
        catalogs = Catalogs(lambda *a: catalog(ROOT, *a), "en")
        self._words = {
            language: FactWords(
                Voice(language, catalogs.translations(language, WORDING), None),
                "Europe/Madrid",
                FRIDAY,
            )
            for language in LANGUAGES
        }

    def record(self) -> Iterator[str]:
        """Yield the lines of the case: each value, and its sentence in four languages."""
        yield self.data["point"]
        for entry in self.data.get("facts", ()):
            yield from self._fact(*next(iter(entry.items())))
        for entry in self.data.get("acts", ()):
            yield from self._act(*next(iter(entry.items())))
        if "policy" in self.data:
            yield from self._policy()

    def _fact(self, kind: str, typed: str) -> Iterator[str]:
        fact = getattr(facts, kind).parse(typed)
        yield ""
        yield f"{kind}: {typed}"
        yield f"  = {parts(fact)}"
        yield from (f"  {name} {self._words[name].say(fact)}" for name in LANGUAGES)

    def _act(self, act: str, typed: str) -> Iterator[str]:
        kind = facts.Interval if typed.startswith("every") else facts.Deadline
        fact = kind.parse(typed)
        for reader in ("customers", "staff"):
            yield ""
            yield f"{act}, to {reader}: {typed}"
            for name in LANGUAGES:
                message = sentence_of(Act(act), staff=reader == "staff")
                words = self._words[name]
                said = words.voice.say(message) % {"when": words.say(fact)}
                yield f"  {name} {said}"

    def _policy(self) -> Iterator[str]:
        project = self._project()
        stated = self._stated_paths()
        yield ""
        for path, value in walk(project.policy):
            if isinstance(value, Fact) and path.startswith(stated):
                yield f"{path} = {parts(value)}"
        composer = Composer(project, draft=False)
        for entry in self.data.get("shows", ()):
            for language in LANGUAGES:
                document = composer.compose(entry["document"], language).document
                yield ""
                yield f"{entry['clause']} in {entry['document']}, {language}"
                yield from (f"  {line}" for line in shown(document, entry["clause"]))
        for entry in self.data.get("hides", ()):
            document = composer.compose(entry["document"], "en").document
            assert not list(shown(document, entry["clause"]))

    def _stated_paths(self) -> tuple[str, ...]:
        return tuple(self.data["policy"])

    def _project(self) -> Project:
        policy = self._folder / "policy"
        policy.mkdir()
        merged = _merged(read_yaml(HERE / "base.yaml"), self.data["policy"])
        text = yaml.safe_dump(merged, allow_unicode=True, sort_keys=False, width=10_000)
        (policy / "policy.yaml").write_text(text, encoding="utf-8")
        (self._folder / "policygen.yaml").write_text(SETTINGS, encoding="utf-8")
        shutil.copytree(ROOT / "templates", self._folder / "templates")
        project = load_project(self._folder)
        for language in LANGUAGES[1:]:
            self._translate(project, language)
        return project

    def _translate(self, project: Project, language: str) -> None:
        """Write the catalog of the case from the words that all cases share."""
        words = read_yaml(HERE / f"words.{language}.yaml")
        entries = Catalog(locale=language, domain=POLICY)
        texts = [value for _, value in walk(project.policy) if isinstance(value, Text)]
        for text in [*texts, *(spec.title for spec in project.config.documents.values())]:
            entries.add(str(text), words[str(text)], context=text.context)
        path = self._folder / "locales" / language / "LC_MESSAGES" / f"{POLICY}.po"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_po(file, entries)


def parts(value: Any) -> str:
    """Return a value with the fields that it sets: what was parsed, seen from inside."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return f"[{', '.join(map(parts, value))}]"
    if isinstance(value, Enum):
        return value.name
    if not is_dataclass(value):
        return str(value)
    stated = (f for f in fields(value) if f.name not in {"clause", "note"})
    texts = [f"{f.name} {parts(v)}" for f in stated if _is_set(f, v := getattr(value, f.name))]
    return f"{type(value).__name__}({', '.join(texts)})"


def _is_set(field: Field[Any], value: Any) -> bool:
    return value != field.default and value not in (None, "", ())


def _merged(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in top.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def shown(document: tree.Document, clause: str) -> Iterator[str]:
    """Yield the text of the part of a document that has a clause's id, line by line."""
    for node in _nodes(document.children):
        if getattr(node, "id", "") == clause:
            yield from _texts(node)
            return


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, tree.Section):
        yield inline_text(node.title)
        yield from _lines(block_texts(node.children))
        for child in node.children:
            if isinstance(child, tree.Section):
                yield from _texts(child)
        return
    if title := getattr(node, "title", ()):
        yield inline_text(title)
    if cells := getattr(node, "cells", ()):
        yield " | ".join(inline_text(cell.children) for cell in cells)
    yield from _lines(block_texts(getattr(node, "children", ())))


def _lines(texts: Iterator[str]) -> Iterator[str]:
    yield from (line for text in texts for line in text.split("\n") if line.strip())


def _nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for child in value:
            yield from _nodes(child)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from _nodes(getattr(value, field.name))
