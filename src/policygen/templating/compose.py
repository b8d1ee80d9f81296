"""Compose: a policy, a template and a language become a document tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from policygen.assets import load_logo
from policygen.doc import tree
from policygen.doc.clauses import inline_text
from policygen.doc.read import read
from policygen.doc.transforms import empty_sections, map_inlines, transform
from policygen.errors import PolicygenError, Problem, Span
from policygen.i18n.catalogs import POLICY, WORDING, Catalogs
from policygen.i18n.facts import FactWords
from policygen.i18n.marks import mark
from policygen.i18n.voice import Voice, english
from policygen.model.clause import Audience, Blank
from policygen.model.control import Status
from policygen.resources import catalog
from policygen.templating.environment import Templates
from policygen.templating.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.model.company import Company
    from policygen.project import Project

_FRIDAY: Final = 4
_UNDATED: Final = "1970-01-01"
"""In the metadata of a document whose date is yet to be filled in."""
_PAGE_NUMBER: Final = re.compile(r"%\(pages?\)s")
_STATUSES: Final = {
    Status.DRAFT: mark("Draft"),
    Status.IN_REVIEW: mark("In review"),
    Status.APPROVED: mark("Approved"),
}
_CLASSIFICATIONS: Final = {
    Audience.EVERYONE: mark("Public"),
    Audience.CUSTOMERS: mark("Public"),
    Audience.STAFF: mark("Internal"),
    Audience.CONFIDENTIAL: mark("Confidential"),
}
_READERS: Final = {
    Audience.EVERYONE: mark("For customers and staff"),
    Audience.CUSTOMERS: mark("For our customers"),
    Audience.STAFF: mark("For all staff"),
    Audience.CONFIDENTIAL: mark("For named readers only"),
}


@dataclass(frozen=True, slots=True)
class Composed:
    """A document in one language.

    untranslated: clause paths and messages that are shown in the source language for want of a
    translation, each once. lacking: id -> title of the sections that the template has and the
    source has nothing for.
    """

    document: tree.Document
    untranslated: tuple[str, ...]
    lacking: Mapping[str, str]


class Composer:
    """Composes the documents of one project.

    draft: whether every page is to be marked as a draft. problems: what is wrong with the
    catalogs; broken entries count as untranslated.
    """

    def __init__(self, project: Project, *, draft: bool) -> None:
        self._project = project
        self._draft = draft
        self._templates = Templates(project.root)
        self._assets = load_logo(project.config)
        self._english = self._words(english())
        catalogs = Catalogs(partial(catalog, project.root), project.config.source_language)
        self._voices = {
            language: Voice(
                language,
                catalogs.translations(language, WORDING),
                catalogs.translations(language, POLICY),
            )
            for language in project.config.languages
        }
        self.problems: list[Problem] = catalogs.problems

    def compose(self, document: str, language: str) -> Composed:
        """Return a document type of the settings in one language.

        Raises PolicygenError when the template, the text or the markup is at fault.
        """
        spec = self._project.config.documents[document]
        rendering = Rendering(
            self._project, spec.audience, self._words(self._voices[language]), self._english
        )
        policy = self._project.policy
        markup = self._templates.render(
            spec.template,
            rendering,
            {"policy": policy, "audience": spec.audience.value, "version": policy.control.version},
        )
        layout, blocks = read(markup, f"templates/documents/{spec.template}.xml")
        lacking = {section.id: inline_text(section.title) for section in empty_sections(blocks)}
        blocks = _transformed(blocks, spec.template)
        note = rendering.label("not yet translated")
        composed = tree.Document(
            id=document,
            lang=language,
            metadata=self._metadata(document, rendering),
            cover=self._cover(document, layout, rendering),
            labels=_labels(rendering),
            children=map_inlines(blocks, lambda node: _marked(node, note)),
            assets=self._assets,
            theme=self._project.config.theme,
            draft=self._draft,
        )
        return Composed(composed, tuple(dict.fromkeys(rendering.untranslated)), lacking)

    # ---------------------------------------------------------------------- parts

    def _words(self, voice: Voice) -> FactWords:
        company = self._project.policy.company
        _, last_working_day = company.working_week or (0, _FRIDAY)
        return FactWords(voice, company.time_zone or "", last_working_day)

    def _title(self, document: str, rendering: Rendering) -> str:
        pattern = rendering.plain(self._project.config.documents[document].title)
        return pattern.replace("{company}", rendering.plain(self._project.policy.company.name))

    def _metadata(self, document: str, rendering: Rendering) -> tree.Metadata:
        policy = self._project.policy
        readers = rendering.label(_READERS[rendering.reader])
        company = rendering.plain(policy.company.name)
        return tree.Metadata(
            title=self._title(document, rendering),
            author=rendering.plain(policy.company.legal_name or policy.company.name),
            subject=readers,
            keywords=(rendering.label("customer service"), company),
            created=_UNDATED if isinstance(policy.dated, Blank) else policy.dated.isoformat(),
            version=rendering.plain(policy.control.version),
        )

    def _cover(self, document: str, layout: str, rendering: Rendering) -> tree.Cover:
        policy = self._project.policy
        control = policy.control
        label = rendering.label
        company = rendering.plain(policy.company.name)
        status = Status.DRAFT if self._draft else control.status
        lines = [
            tree.CoverLine(label("Version"), rendering.plain(control.version)),
            tree.CoverLine(label("Date"), rendering.plain(policy.dated)),
            tree.CoverLine(label("Status"), label(_STATUSES[status])),
            tree.CoverLine(label("Classification"), label(_CLASSIFICATIONS[rendering.reader])),
        ]
        if layout == "letter":
            lines = _sender(policy.company, rendering)
        logo = self._assets[0].name if self._assets else ""
        return tree.Cover(
            layout=layout,
            company=company,
            title=self._title(document, rendering),
            audience=label(_READERS[rendering.reader]),
            lines=tuple(lines),
            logo=logo,
            logo_alt=label("Logo of %(company)s") % {"company": company} if logo else "",
        )


def _sender(company: Company, rendering: Rendering) -> list[tree.CoverLine]:
    """Return what a letterhead says of the company besides its name."""
    said = {"Address": company.address, "Website": company.website}
    return [
        tree.CoverLine(rendering.label(name), rendering.plain(value))
        for name, value in said.items()
        if value
    ]


def _transformed(blocks: tuple[tree.Block, ...], template: str) -> tuple[tree.Block, ...]:
    """Transform the blocks; a problem that has no place of its own gets the template's."""
    try:
        return transform(blocks)
    except PolicygenError as error:
        span = Span(f"templates/documents/{template}.xml")
        raise PolicygenError(replace(p, span=p.span or span) for p in error.problems) from error


def _labels(rendering: Rendering) -> tree.Labels:
    label = rendering.label
    before, after_page, after_pages = _PAGE_NUMBER.split(label("Page %(page)s of %(pages)s"))
    return tree.Labels(
        contents=label("Contents"),
        page_of=(before, after_page, after_pages),
        version=label("Version"),
        draft=label("Draft"),
        skip_to_content=label("Skip to content"),
        important=label("Important"),
        note=label("Note"),
        fill_in=label("Click here to fill in"),
    )


def _marked(node: tree.Inline, note: str) -> tree.Inline:
    """Put a visible note behind a stretch that is shown in the source language."""
    if isinstance(node, tree.Span) and node.role == "untranslated":
        mark_ = tree.Span((tree.Text(f" [{note}]"),), role="mark")
        return tree.Span((node, mark_), clause=node.clause)
    return node
