"""An overview of a project: its documents, what each still lacks, and the templates there are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.build.request import Request
from policygen.build.select import matrix, select
from policygen.doc.tree import Span as Stretch
from policygen.errors import PolicygenError, Problem, Span, ordered
from policygen.load import load_project
from policygen.model.clause import Blank
from policygen.model.policy import Policy
from policygen.model.walk import walk
from policygen.resources import shipped
from policygen.templating.compose import Composed, Composer
from policygen.validation import annotation_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from policygen.project import Project

_FOLDER: Final = "templates/documents"
_COMMENT: Final = re.compile(r"\{#-?(.*?)-?#\}", re.DOTALL)
_SENTENCE: Final = re.compile(r"(.+?[.!?])(?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gap:
    """A section that a document leaves out, because the source says nothing for it.

    key: the field of the policy that fills it, "" where it has no field of its own.
    """

    title: str
    key: str


@dataclass(frozen=True, slots=True)
class DocumentOverview:
    """One document of the settings.

    gaps: sections that are left out. blanks: places of what
    is shown as yet to be filled in. untranslated: language -> number of texts that are shown in
    another language.
    """

    id: str
    title: str
    template: str
    audience: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    gaps: tuple[Gap, ...]
    blanks: tuple[Span, ...]
    untranslated: Mapping[str, int]

    @property
    def files(self) -> int:
        """How many files a build makes of this document."""
        return len(self.languages) * len(self.formats)


@dataclass(frozen=True, slots=True)
class Overview:
    """The documents of a project, and template -> what it is, of those that none of them uses.

    What a template is, is "" where it does not say so.
    """

    documents: tuple[DocumentOverview, ...]
    templates: Mapping[str, str]


def overview(root: Path, overlay: str, documents: tuple[str, ...]) -> Overview:
    """Return the overview of the project in `root`, for one of its overlays or ("") the base.

    documents: which to look at, () for all. Raises SettingsError when the settings cannot be used
    or name no such document, and PolicygenError, with all problems, when the source or a template
    cannot.
    """
    project = load_project(root, overlay)
    request = Request(root, overlay, documents)
    wanted = {target.document for target in select(matrix(project.config), request)}
    composer = Composer(project, draft=False)
    found: list[DocumentOverview] = []
    problems: list[Problem] = []
    for document in project.config.documents:
        if document in wanted:
            try:
                found.append(_document(project, composer, document))
            except PolicygenError as error:
                problems += error.problems
    if problems:
        raise PolicygenError(ordered([*composer.problems, *problems]))
    used = {spec.template for spec in project.config.documents.values()}
    unused = {name: about for name, about in _templates(root).items() if name not in used}
    return Overview(tuple(found), unused)


def _document(project: Project, composer: Composer, document: str) -> DocumentOverview:
    config = project.config
    languages = config.document_languages(document)
    composed = {language: composer.compose(document, language) for language in languages}
    written_in = config.source_language
    first = composed.get(written_in) or composed[languages[0]]
    spec = config.documents[document]
    return DocumentOverview(
        id=document,
        title=first.document.cover.title,
        template=spec.template,
        audience=spec.audience.value,
        languages=languages,
        formats=config.document_formats(document),
        gaps=tuple(_gaps(project, first)),
        blanks=tuple(_blanks(project, first)),
        untranslated=Counter(
            {tag: len(found.untranslated) for tag, found in composed.items() if found.untranslated}
        ),
    )


def _gaps(project: Project, composed: Composed) -> Iterator[Gap]:
    """Yield the sections that are left out for want of data; their ids are, by custom, paths of
    the source. Of what is there, a section may have nothing to show: that is no gap."""
    filled = {path for path, value in walk(project.policy) if value}
    for id_, title in composed.lacking.items():
        if id_ not in filled:
            yield Gap(title, id_ if annotation_at(Policy, id_) is not None else "")


def _blanks(project: Project, composed: Composed) -> Iterator[Span]:
    """Yield the places of the blanks that a document shows, each once."""
    shown = set(_clauses(composed.document.children))
    for _, value in walk(project.policy):
        if isinstance(value, Blank) and value.clause in shown:
            yield project.place(value.clause) or Span("policy")


def _clauses(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _clauses(part)
    elif isinstance(value, Stretch) and value.role == "blank":
        yield value.clause
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _clauses(getattr(value, name))


def _templates(root: Path) -> dict[str, str]:
    """Return template -> the first sentence of its first comment, the project's own included."""
    files = {path.stem: path for path in sorted((shipped() / _FOLDER).glob("*.xml"))}
    files |= {path.stem: path for path in sorted((root / _FOLDER).glob("*.xml"))}
    return {name: _about(files[name]) for name in sorted(files)}


def _about(path: Path) -> str:
    try:
        return purpose(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:  # whoever chooses this template is told
        return ""


def purpose(template: str) -> str:
    """Return the first sentence of a template's first comment: what it is for, "" if unsaid."""
    comment = _COMMENT.search(template)
    words = " ".join(comment[1].split()) if comment else ""
    sentence = _SENTENCE.match(words)
    return sentence[1] if sentence else words
