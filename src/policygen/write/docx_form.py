"""The fields of a form as Word paragraphs with content controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.doc.clauses import inline_text
from policygen.write.ooxml import block, controls, styles

if TYPE_CHECKING:
    from policygen.doc import tree
    from policygen.write.docx_story import Story

_MORE_LINES: Final = 3
"""Empty lines below the first where several are to be written: room for a pen."""


def field(story: Story, node: tree.Field) -> None:
    """Write a label, its help and below them what is filled in; a box to tick stands before."""
    if node.kind == "tick":
        _tick(story, node)
        return
    first = len(story.blocks)
    story.paragraph(styles.FIELD_LABEL, story.runs(node.label, styles.FIELD_LABEL))
    if node.help:
        story.paragraph(styles.NOTE, story.runs(node.help, styles.NOTE))
    shown = [story.inlines.words(story.document.labels.fill_in, story.styled("Muted"))]
    control = _control(story, node).text(node.kind, shown, story.look.lang)
    room = _MORE_LINES if node.kind == "lines" else 0
    breaks = [story.inlines.line_break(story.look) for _ in range(room)]
    story.paragraph(styles.FIELD, [control, *breaks])
    block.keep_together(story.blocks[first:])


def choice(story: Story, node: tree.Choice) -> None:
    """Write a question and below it the boxes to tick."""
    first = len(story.blocks)
    story.paragraph(styles.FIELD_LABEL, story.runs(node.label, styles.FIELD_LABEL))
    for option in node.options:
        _tick(story, option)
    block.keep_together(story.blocks[first:])


def _control(story: Story, node: tree.Field) -> controls.Control:
    return controls.Control(story.number(), node.id, inline_text(node.label))


def _tick(story: Story, node: tree.Field) -> None:
    gap = story.inlines.tab(story.look)
    runs = story.runs(node.label, styles.TICK)
    more = [
        story.inlines.words(" ", story.look),
        *story.inlines.runs(node.help, story.styled("Muted")),
    ]
    story.paragraph(
        styles.TICK,
        [_control(story, node).tick(story.look.lang), gap, *runs, *(more if node.help else [])],
    )
