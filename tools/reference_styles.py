"""The styles of reference.docx as data: what `make_reference_docx.py` writes.

Lengths are in points unless said otherwise; colours are `RRGGBB` or `ACCENT`, the brand colour.
The rules are those of the PDF: body 10.5 on 15 points, three sizes of heading, two greys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

FONT: Final = "Source Sans 3"
FALLBACK_FONT: Final = "Calibri"

ACCENT: Final = "accent1"
DEFAULT_ACCENT: Final = "1A4F8B"
INK: Final = "1C2126"
GREY: Final = "5B6470"
RULE: Final = "D5DAE0"
TINT: Final = "F3F5F7"

TEXT_WIDTH: Final = 8788
"""Twips: A4 without 30 mm on the left and 25 mm on the right."""

FACT_INDENT: Final = 2608
"""Twips: 46 mm for the label of a fact."""


@dataclass(frozen=True, slots=True)
class Font:
    """Character formatting; what is None is inherited."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    underline: str | None = None
    shade: str | None = None
    spacing: float | None = None
    capitals: bool | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """One line of a paragraph's frame. width in eighths of a point, space in points."""

    width: int
    colour: str
    space: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Paragraph formatting; what is None is inherited. left, right, hanging, tabs in twips.

    line: least height of a line. tabs: pairs of alignment and position. numbering: `numId` and
    level. outline: level in the navigation pane, from 0.
    """

    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    hyphenate: bool = True
    tabs: tuple[tuple[str, int], ...] = ()
    borders: tuple[tuple[str, Border], ...] = ()
    shade: str | None = None
    numbering: tuple[int, int] | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style. name: as Word shows it; its id is the name without spaces.

    kind: "paragraph" or "character". base, follower: ids. listed: shown in the styles gallery.
    """

    name: str
    kind: str = "paragraph"
    base: str = ""
    follower: str = ""
    listed: bool = True
    layout: Layout = field(default_factory=Layout)
    font: Font = field(default_factory=Font)

    @property
    def id(self) -> str:
        """The style's id, as Word makes it: each word with a capital, no spaces."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


CLAUSES, BULLETS, NUMBERS, ALWAYS, NEVER, STEPS = range(1, 7)
"""The numberings (`numId`) that styles are linked to."""

DEEPEST_HEADING: Final = 6

_TOP_RULE: Final = (("top", Border(4, RULE, 6)),)
_BOX: Final = (
    ("top", Border(4, TINT, 6)),
    ("left", Border(24, ACCENT, 8)),
    ("bottom", Border(4, TINT, 7)),
    ("right", Border(4, TINT, 6)),
    ("between", Border(4, TINT, 3)),
)


def _heading(level: int, before: float, after: float, line: float, font: Font) -> Style:
    layout = Layout(
        before=before,
        after=after,
        line=line,
        numbering=(CLAUSES, level - 1),
        outline=level - 1,
        keep_next=True,
        keep_lines=True,
        hyphenate=False,
    )
    return Style(f"heading {level}", base="Normal", follower="BodyText", layout=layout, font=font)


def _list(name: str, numbering: int, before: float = 3) -> Style:
    return Style(name, base="BodyText", layout=Layout(before=before, numbering=(numbering, 0)))


def _character(name: str, font: Font) -> Style:
    return Style(name, kind="character", font=font)


BODY: Final = (
    Style("Normal", layout=Layout(line=15), font=Font(size=10.5, colour=INK)),
    Style("Body Text", base="Normal", layout=Layout(before=7.5)),
    Style(
        "Policy Lead",
        base="BodyText",
        follower="BodyText",
        layout=Layout(before=9, line=19),
        font=Font(size=13),
    ),
    Style(
        "Policy Note",
        base="BodyText",
        layout=Layout(before=6, line=13),
        font=Font(size=9, colour=GREY),
    ),
    _heading(1, 30, 3, 25, Font(size=20, bold=True, colour=ACCENT)),
    _heading(2, 21, 0, 19, Font(size=14, bold=True)),
    _heading(3, 15, 0, 15, Font(size=11.5, bold=True)),
    _heading(4, 12, 0, 15, Font(size=10.5, bold=True)),
    _heading(5, 12, 0, 15, Font(size=10.5, bold=True, colour=GREY)),
    _heading(6, 12, 0, 15, Font(size=10.5, italic=True, colour=GREY)),
    Style("caption", base="Normal", follower="BodyText",
          layout=Layout(before=15, after=3, line=13, keep_next=True, keep_lines=True),
          font=Font(size=9.5, bold=True, colour=GREY)),
    Style("Picture", base="Normal", follower="BodyText",
          layout=Layout(before=12, after=3, keep_next=True)),
)

COVER: Final = (
    Style("Cover Logo", base="Normal", follower="CoverCompany", layout=Layout(after=18)),
    Style("Cover Company", base="Normal", follower="Title",
          layout=Layout(after=170, hyphenate=False), font=Font(size=13, bold=True)),
    Style("Title", base="Normal", follower="Subtitle",
          layout=Layout(after=9, line=39, hyphenate=False, keep_next=True),
          font=Font(size=34, bold=True, colour=ACCENT)),
    Style("Subtitle", base="Normal", follower="CoverLine",
          layout=Layout(after=48, line=21, hyphenate=False), font=Font(size=15, colour=GREY)),
    Style("Cover Line", base="Normal",
          layout=Layout(before=4, left=FACT_INDENT, hanging=FACT_INDENT,
                        tabs=(("left", FACT_INDENT),), hyphenate=False)),
    Style("Masthead Company", base="Normal", follower="MastheadTitle",
          layout=Layout(hyphenate=False), font=Font(size=10.5, bold=True)),
    Style("Masthead Title", base="Title", follower="MastheadAudience",
          layout=Layout(before=6, after=3, line=33), font=Font(size=28)),
    Style("Masthead Audience", base="Subtitle", follower="MastheadLines",
          layout=Layout(after=9, line=18), font=Font(size=13)),
    Style("Masthead Lines", base="Normal", follower="BodyText",
          layout=Layout(after=12, line=13, borders=(("bottom", Border(8, ACCENT, 8)),)),
          font=Font(size=9)),
)

LISTS: Final = (
    _list("List Bullet", BULLETS),
    _list("List Number", NUMBERS),
    _list("List Always", ALWAYS),
    _list("List Never", NEVER),
    _list("List Steps", STEPS, before=8),
    Style("List Continue", base="BodyText", layout=Layout(before=3, left=397)),
    Style("Definition Term", base="BodyText", follower="Definition",
          layout=Layout(before=9, keep_next=True), font=Font(bold=True)),
    Style("Definition", base="BodyText", layout=Layout(before=1, left=397)),
    Style("Fact Line", base="BodyText",
          layout=Layout(before=3, left=FACT_INDENT, hanging=FACT_INDENT,
                        tabs=(("left", FACT_INDENT),))),
)

BLOCKS: Final = (
    Style("Card Title", base="BodyText", follower="FactLine",
          layout=Layout(before=20, keep_next=True, borders=_TOP_RULE, hyphenate=False),
          font=Font(size=11.5, bold=True, colour=ACCENT)),
    Style("Callout Label", base="BodyText", follower="Callout",
          layout=Layout(before=15, left=227, right=170, keep_next=True, borders=_BOX, shade=TINT),
          font=Font(bold=True, colour=ACCENT)),
    Style("Callout", base="BodyText",
          layout=Layout(before=0, left=227, right=170, keep_lines=True, borders=_BOX, shade=TINT)),
)


def _cell(name: str, size: float, line: float, font: Font, *, keep_next: bool = False) -> Style:
    layout = Layout(before=0, after=0, line=line, keep_next=keep_next)
    return Style(name, base="Normal", layout=layout,
                 font=Font(size=size, bold=font.bold, colour=font.colour))


TABLES: Final = (
    _cell("Table Text", 9.5, 13, Font()),
    _cell("Table Header", 9.5, 13, Font(bold=True), keep_next=True),
    _cell("Table Row Header", 9.5, 13, Font(bold=True)),
    _cell("Quiet Table Text", 8.5, 12, Font(colour=GREY)),
    _cell("Quiet Table Header", 8.5, 12, Font(bold=True, colour=GREY), keep_next=True),
    _cell("Quiet Table Row Header", 8.5, 12, Font(bold=True, colour=GREY)),
    Style("Table End", base="Normal", listed=False, layout=Layout(line=1), font=Font(size=1)),
)

FURNITURE: Final = (
    Style("TOC Heading", base="Normal", follower="BodyText",
          layout=Layout(after=6, line=25, keep_next=True), font=Font(20, bold=True, colour=ACCENT)),
    Style("toc 1", base="Normal", follower="Normal", listed=False,
          layout=Layout(before=6, left=567, right=567, hanging=567,
                        tabs=(("left", 567), ("right", TEXT_WIDTH))),
          font=Font(bold=True)),
    Style("toc 2", base="Normal", follower="Normal", listed=False,
          layout=Layout(left=1191, right=567, hanging=624,
                        tabs=(("left", 1191), ("right", TEXT_WIDTH)))),
    Style("header", base="Normal", listed=False,
          layout=Layout(line=12, tabs=(("right", TEXT_WIDTH),)), font=Font(8.5, colour=GREY)),
    Style("footer", base="Normal", listed=False,
          layout=Layout(line=12, tabs=(("right", TEXT_WIDTH),)), font=Font(8.5, colour=GREY)),
)

CHARACTERS: Final = (
    _character("Strong", Font(bold=True)),
    _character("Emphasis", Font(italic=True)),
    _character("Hyperlink", Font(colour=ACCENT, underline="single")),
    _character("Cross Reference", Font(colour=ACCENT)),
    _character("Fact", Font(bold=True)),
    _character("Label", Font(bold=True, colour=GREY)),
    _character("Muted", Font(colour=GREY)),
    _character("Untranslated", Font(underline="dotted", shade="FFF4D6")),
    _character("Untranslated Mark", Font(size=8.5, italic=True, colour=GREY)),
    _character("Draft Mark", Font(bold=True, colour="9B1C1C")),
)

STYLES: Final = (*BODY, *COVER, *LISTS, *BLOCKS, *TABLES, *FURNITURE, *CHARACTERS)
"""Every paragraph and character style, in the order of the specimen page."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style. rule: width of the header's line in eighths of a point; lines in colour."""

    name: str
    rule: int
    rule_colour: str
    padding: float

    @property
    def id(self) -> str:
        """The style's id: its name without spaces."""
        return self.name.replace(" ", "")


TABLE_STYLES: Final = (
    TableStyle("Policy Table", 8, INK, 3.5),
    TableStyle("Quiet Table", 4, GREY, 2),
)


@dataclass(frozen=True, slots=True)
class NumberLevel:
    """One level of a numbering. text: `%1` stands for the count. left, hanging: in twips."""

    style: str
    text: str
    left: int
    hanging: int
    font: Font = field(default_factory=Font)
    decimal: bool = False


def _clause_levels() -> tuple[NumberLevel, ...]:
    """Return the levels of the clause numbers, which hang in the margin."""
    return tuple(
        NumberLevel(
            style=f"Heading{level}" if level <= DEEPEST_HEADING else "",
            text=".".join(f"%{part}" for part in range(1, level + 1)),
            left=0,
            hanging=850,
            decimal=True,
        )
        for level in range(1, 10)
    )


def _levels(
    text: str, step: int, font: Font, *, decimal: bool = False
) -> tuple[NumberLevel, ...]:
    """Return nine levels of a list, each a step further in."""
    return tuple(
        NumberLevel(
            style="",
            text=text.replace("%1", f"%{level}"),
            left=step * level,
            hanging=step,
            font=font,
            decimal=decimal,
        )
        for level in range(1, 10)
    )


NUMBERINGS: Final = {
    CLAUSES: _clause_levels(),
    BULLETS: _levels("\u2022", 397, Font(colour=ACCENT)),
    NUMBERS: _levels("%1.", 397, Font(), decimal=True),
    ALWAYS: _levels("\u2713", 397, Font(bold=True, colour=ACCENT)),
    NEVER: _levels("\u2717", 397, Font(bold=True, colour="9B1C1C")),
    STEPS: _levels("%1", 567, Font(size=14, bold=True, colour=ACCENT), decimal=True),
}
