"""What stands before the first clause: a cover page, or a masthead above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.doc import clauses
from policygen.write.ooxml import styles

if TYPE_CHECKING:
    from policygen.doc import tree
    from policygen.write.docx_story import Story

_LOGO_WIDTH: Final = 2_160_000
_LOGO_HEIGHT: Final = 504_000
"""In EMU: 60 and 14 mm, as in the PDF."""

_NO_BREAK: Final = "\u00a0"
_WIDE: Final = "\u2003"


def write(story: Story) -> None:
    """Write the cover, enclosed in a bookmark like a clause; a cover page ends its page."""
    cover = story.document.cover
    if cover.logo:
        logo = story.picture(cover.logo, cover.logo_alt, _LOGO_WIDTH, _LOGO_HEIGHT)
        story.paragraph(styles.COVER_LOGO, [logo])
    start, end = story.clause(clauses.COVER)
    story.blocks.append(start)
    _LAYOUTS[cover.layout](story, cover)
    story.blocks.append(end)


def _page(story: Story, cover: tree.Cover) -> None:
    story.line(styles.COVER_COMPANY, cover.company)
    story.line(styles.COVER_TITLE, cover.title)
    story.line(styles.COVER_AUDIENCE, cover.audience)
    words = story.inlines.words
    label, value = story.styled(styles.FACT_LABEL), story.styled(styles.FACT)
    for line in cover.lines:
        tab = story.inlines.tab(story.look)
        story.paragraph(
            styles.COVER_LINE, [words(line.label, label), tab, words(line.value, value)]
        )
    story.new_page = True


def _masthead(story: Story, cover: tree.Cover) -> None:
    story.line(styles.MASTHEAD_COMPANY, cover.company)
    story.line(styles.MASTHEAD_TITLE, cover.title)
    story.line(styles.MASTHEAD_AUDIENCE, cover.audience)
    _lines(story, cover)


def _lines(story: Story, cover: tree.Cover) -> None:
    words = story.inlines.words
    label, value = story.styled(styles.FACT_LABEL), story.styled(styles.FACT)
    runs = []
    for line in cover.lines:
        fact = line.value.replace(" ", _NO_BREAK)
        runs += [words(line.label + _NO_BREAK, label), words(f"{fact}{_WIDE} ", value)]
    story.paragraph(styles.MASTHEAD_LINES, runs)


def _poster(story: Story, cover: tree.Cover) -> None:
    story.line(styles.MASTHEAD_COMPANY, cover.company)
    story.line(styles.COVER_TITLE, cover.title)
    story.line(styles.COVER_AUDIENCE, cover.audience)
    _lines(story, cover)
    story.end_section()


def _card(story: Story, cover: tree.Cover) -> None:
    _masthead(story, cover)
    story.end_section()


def _letterhead(story: Story, cover: tree.Cover) -> None:
    story.line(styles.MASTHEAD_COMPANY, cover.company)
    _lines(story, cover)


_LAYOUTS: Final = {
    "page": _page,
    "masthead": _masthead,
    "poster": _poster,
    "card": _card,
    "letter": _letterhead,
}
