"""The Word file: the tree written with the styles of `reference.docx`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.write import docx_cover, docx_sheet
from policygen.write.docx_blocks import BlockWriter, Place
from policygen.write.docx_story import Story
from policygen.write.ooxml.furniture import Furniture
from policygen.write.ooxml.package import Package

if TYPE_CHECKING:
    from policygen.doc import tree
    from policygen.write.skin import Skin


def write(document: tree.Document, skin: Skin) -> bytes:
    """Return the document as a Word file.

    Raises RenderError when the skin's reference is no Word file or lacks a style, when a picture
    cannot be drawn, and when Word would count the clauses otherwise than the tree.
    """
    package = Package(skin.reference)
    if page := docx_sheet.setup(document):
        package.reference.arrange(page)
    package.dress(document.theme, document.cover.layout)
    story = Story(document, package)
    docx_cover.write(story)
    BlockWriter(story).blocks(document.children, Place())
    package.fill(story.finished())
    furniture = Furniture(document, story.inlines, story.look, package.reference.style_id)
    package.furnish(
        header=furniture.header(),
        footer=furniture.footer(),
        first_header=furniture.first_header(),
        first_footer=furniture.first_footer(),
    )
    package.name_clauses(story.clause_ids)
    package.set_language(story.look.lang)
    package.describe(document.metadata, story.look.lang)
    return package.to_bytes()
