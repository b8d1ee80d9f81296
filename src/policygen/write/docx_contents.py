"""The contents list: a field that Word can update, already filled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygen.write.ooxml import block, styles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from policygen.doc import tree
    from policygen.write.docx_story import Story


ONE_PAGE: Final = 36
"""A contents list with more lines goes on to a second page, which the text then fills."""


def write(story: Story, contents: tree.Contents, headings: Mapping[str, str]) -> None:
    """Write the contents list. headings: section id -> bookmark of its heading.

    The page numbers are fields too, and empty: only Word knows on which page a clause falls, and
    a number from elsewhere could be wrong. Word fills them when it updates the list; asking it to
    do so on opening would greet every reader with a question about updating fields.
    """
    if not contents.entries:
        return
    before = len(story.blocks)
    story.line(styles.CONTENTS_TITLE, story.document.labels.contents)
    first, last = contents.entries[0], contents.entries[-1]
    depth = max(entry.level for entry in contents.entries)
    for entry in contents.entries:
        runs = [_line(story, entry, headings[entry.target])]
        if entry is first:
            runs[:0] = story.inlines.field_start(f'TOC \\o "1-{depth}" \\h \\z \\u', story.look)
        if entry is last:
            runs.append(story.inlines.field_end(story.look))
        deepest = len(styles.CONTENTS_LINES)
        story.paragraph(styles.CONTENTS_LINES[min(entry.level, deepest) - 1], runs)
    story.blocks[before:] = [block.contents_frame(story.blocks[before:])]
    fits = len(contents.entries) <= ONE_PAGE
    story.new_page = fits and story.document.cover.layout == "page"


def _line(story: Story, entry: tree.ContentsEntry, heading: str) -> etree._Element:
    inlines = story.inlines
    look = replace(story.look, linked=True)
    number = [inlines.words(entry.number, look), inlines.tab(look)] if entry.number else []
    page = inlines.field(f"PAGEREF {heading} \\h", look, shown="")
    title = inlines.runs(entry.title, look, bold=True)
    return block.internal_link(heading, [*number, *title, inlines.tab(look), *page])
