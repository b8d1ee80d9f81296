"""Headers and footers: company, title, version, page, and the mark of a draft.

The mark is a word in the header and no watermark: one would be a picture without alternative text
in other programs, or words that a screen reader meets in the middle of each page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygen.write.ooxml import styles
from policygen.write.ooxml.block import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from policygen.doc import tree
    from policygen.write.ooxml.text import Inlines, Look

UNKNOWN: Final = "–"
"""What a page number shows in a program that does not compute it: no number, not a wrong one."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Writes the header and footer paragraphs of one document."""

    document: tree.Document
    inlines: Inlines
    look: Look
    style_id: Callable[[str], str]

    def header(self) -> etree._Element:
        """Return the header: the company, and the word for a draft."""
        return self._header(self.document.cover.company)

    def first_header(self) -> etree._Element:
        """Return the header of the first page, which names the company itself."""
        return self._header("")

    def _header(self, company: str) -> etree._Element:
        content = [self._words(company), self.inlines.tab(self.look)]
        if self.document.draft:
            marked = replace(self.look, style=self.style_id(styles.DRAFT))
            content.append(self.inlines.words(self.document.labels.draft, marked))
        return paragraph(self.style_id(styles.HEADER), content)

    def footer(self) -> etree._Element:
        """Return the footer: the title, and "Version 2.1.0 · Page 3 of 12"."""
        labels = self.document.labels
        before, between, after = labels.page_of
        version = f"{labels.version} {self.document.metadata.version}"
        field, words = self.inlines.field, self._words
        content = [
            words(self.document.metadata.title),
            self.inlines.tab(self.look),
            words(f"{version} · {before}"),
            *field("PAGE", self.look, UNKNOWN),
            words(between),
            *field("NUMPAGES", self.look, UNKNOWN),
            words(after),
        ]
        return paragraph(self.style_id(styles.FOOTER), content)

    def first_footer(self) -> etree._Element:
        """Return the footer of the first page; that of a cover page, poster or letter is empty."""
        if self.document.cover.layout in {"page", "poster", "letter"}:
            return paragraph(self.style_id(styles.FOOTER), [])
        return self.footer()

    def _words(self, value: str) -> etree._Element:
        return self.inlines.words(value, self.look)
