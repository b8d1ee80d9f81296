"""The styles of reference.docx as data: what `make_reference_docx.py` writes.

Lengths are in points unless said otherwise; colours are `RRGGBB` or `ACCENT`, the brand colour.
The rules are those of the PDF: body 10.5 on 15 points, three sizes of heading, two greys.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

FONT: Final = "Source Sans 3"
FALLBACK_FONT: Final = "Calibri"

ACCENT: Final = "accent1"
DEFAULT_ACCENT: Final = "1A4F8B"
INK: Final = "1C2126"
GREY: Final = "5B6470"
RULE: Final = "D5DAE0"
TINT: Final = "F1F4F7"
FAINT: Final = "F6F7F9"
PAPER: Final = "FFFFFF"
WARNING: Final = "9B1C1C"
AFFIRMATION: Final = "1C6B3A"

TEXT_WIDTH: Final = 8788
"""Twips: A4 without 30 mm on the left and 25 mm on the right."""

COVER_INDENT: Final = 2608
"""Twips: 46 mm for the label of a fact on the cover."""

PROSE_INDENT: Final = 1304
"""Twips on the right of prose, so that its lines are 132 mm long; tables use the whole column."""


@dataclass(frozen=True, slots=True)
class Font:
    """Character formatting; what is None or False is inherited. spacing: between letters.
    heading: in the theme's font of headings."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    underline: str | None = None
    shade: str | None = None
    spacing: float | None = None
    capitals: bool = False
    heading: bool = False


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

_CARD_RULE: Final = (("top", Border(18, ACCENT, 6)),)


def _box(ground: str, bar: str) -> tuple[tuple[str, Border], ...]:
    """Return the frame of a call-out: a bar on the left, elsewhere space of its ground."""
    return (
        ("top", Border(4, ground, 6)),
        ("left", Border(27, bar, 10)),
        ("bottom", Border(4, ground, 7)),
        ("right", Border(4, ground, 10)),
    )


_BAND: Final = (
    ("top", Border(48, ACCENT, 31)),
    ("left", Border(48, ACCENT, 14)),
    ("bottom", Border(48, ACCENT, 31)),
    ("right", Border(48, ACCENT, 14)),
)
"""The frame of a title on a ground of the brand colour."""


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
    font = replace(font, heading=True)
    return Style(f"heading {level}", base="Normal", follower="BodyText", layout=layout, font=font)


def _list(name: str, numbering: int, before: float = 2.5) -> Style:
    return Style(name, base="BodyText", layout=Layout(before=before, numbering=(numbering, 0)))


def _character(name: str, font: Font) -> Style:
    return Style(name, kind="character", font=font)


_FRAME: Final = tuple((side, Border(4, GREY, 4)) for side in ("top", "left", "bottom", "right"))
"""Around what is filled in."""

BODY: Final = (
    Style("Normal", layout=Layout(line=15), font=Font(size=10.5, colour=INK)),
    Style(
        "Body Text", base="Normal", layout=Layout(before=7.5, right=PROSE_INDENT, keep_lines=True)
    ),
    Style(
        "Policy Lead",
        base="BodyText",
        follower="BodyText",
        layout=Layout(before=9, right=0, line=20),
        font=Font(size=14),
    ),
    Style(
        "Policy Note",
        base="BodyText",
        layout=Layout(before=6, line=12.5),
        font=Font(size=8.5, colour=GREY),
    ),
    _heading(1, 30, 2.5, 25, Font(size=20, bold=True, colour=ACCENT)),
    _heading(2, 20, 0, 17.5, Font(size=14, bold=True)),
    _heading(3, 15, 0, 15, Font(size=11.5, bold=True)),
    _heading(4, 12.5, 0, 15, Font(size=10.5, bold=True)),
    _heading(5, 12.5, 0, 15, Font(size=10.5, bold=True, colour=GREY)),
    _heading(6, 12.5, 0, 15, Font(size=10.5, italic=True, colour=GREY)),
    Style(
        "Picture",
        base="Normal",
        follower="PictureCaption",
        layout=Layout(before=12.5, keep_next=True),
    ),
    Style(
        "Field Label",
        base="Normal",
        follower="FormField",
        layout=Layout(before=7.5, after=2.5, keep_next=True),
        font=Font(bold=True),
    ),
    Style(
        "Form Field",
        base="Normal",
        follower="FieldLabel",
        layout=Layout(before=2.5, after=5, left=80, right=1384, borders=_FRAME),
    ),
    Style(
        "Form Tick",
        base="Normal",
        follower="FormTick",
        layout=Layout(after=2.5, left=340, hanging=340),
    ),
    Style(
        "Picture Caption",
        base="Normal",
        follower="BodyText",
        layout=Layout(before=2.5, line=12.5),
        font=Font(size=8.5, colour=GREY),
    ),
)

COVER: Final = (
    Style(
        "Cover Logo",
        base="Normal",
        follower="CoverCompany",
        layout=Layout(after=10, keep_next=True),
    ),
    Style(
        "Cover Company",
        base="Normal",
        follower="Title",
        layout=Layout(after=150, hyphenate=False),
        font=Font(bold=True),
    ),
    Style(
        "Title",
        base="Normal",
        follower="Subtitle",
        layout=Layout(
            line=39,
            left=400,
            right=400,
            keep_next=True,
            hyphenate=False,
            borders=_BAND,
            shade=ACCENT,
        ),
        font=Font(size=34, bold=True, colour=PAPER, heading=True),
    ),
    Style(
        "Subtitle",
        base="Normal",
        follower="CoverLine",
        layout=Layout(
            before=12,
            after=30,
            line=20,
            left=400,
            right=400,
            hyphenate=False,
            borders=_BAND,
            shade=ACCENT,
        ),
        font=Font(size=14, colour=PAPER),
    ),
    Style(
        "Cover Line",
        base="Normal",
        layout=Layout(
            before=5,
            left=COVER_INDENT,
            hanging=COVER_INDENT,
            tabs=(("left", COVER_INDENT),),
            hyphenate=False,
        ),
    ),
    Style(
        "Masthead Company",
        base="Normal",
        follower="MastheadTitle",
        layout=Layout(after=12.5, hyphenate=False),
        font=Font(bold=True),
    ),
    Style(
        "Masthead Title",
        base="Normal",
        follower="MastheadAudience",
        layout=Layout(
            line=27.5, keep_next=True, hyphenate=False, borders=(("top", Border(54, ACCENT, 12)),)
        ),
        font=Font(size=24, bold=True, colour=ACCENT, heading=True),
    ),
    Style(
        "Masthead Audience",
        base="Normal",
        follower="MastheadLines",
        layout=Layout(before=2.5, hyphenate=False),
        font=Font(colour=GREY),
    ),
    Style(
        "Masthead Lines",
        base="Normal",
        follower="BodyText",
        layout=Layout(before=10, after=5, line=12.5, borders=(("bottom", Border(5, RULE, 10)),)),
        font=Font(size=8.5),
    ),
)

LISTS: Final = (
    _list("List Bullet", BULLETS),
    _list("List Number", NUMBERS),
    _list("List Always", ALWAYS),
    _list("List Never", NEVER),
    _list("List Steps", STEPS, before=8),
    Style("List Continue", base="BodyText", layout=Layout(before=2.5, left=340)),
    Style(
        "Definition Term",
        base="BodyText",
        follower="Definition",
        layout=Layout(before=10, keep_next=True),
        font=Font(bold=True),
    ),
    Style("Definition", base="BodyText", layout=Layout(before=0)),
    Style(
        "Fact Line",
        base="BodyText",
        layout=Layout(before=4, left=2620, hanging=2620),
    ),
)


def _callout(name: str, ground: str, bar: str, label: str) -> tuple[Style, Style]:
    """Return the styles of a call-out's label and of its text."""
    layout = Layout(
        before=0, left=300, right=230, keep_lines=True, borders=_box(ground, bar), shade=ground
    )
    return (
        Style(
            f"{name} Label",
            base="BodyText",
            follower=name.replace(" ", ""),
            layout=replace(layout, before=20, keep_next=True),
            font=Font(size=9.5, bold=True, colour=label),
        ),
        Style(name, base="BodyText", layout=layout),
    )


BLOCKS: Final = (
    Style(
        "Card Title",
        base="BodyText",
        follower="FactLine",
        layout=Layout(before=22, right=0, keep_next=True, borders=_CARD_RULE, hyphenate=False),
        font=Font(size=11.5, bold=True, heading=True),
    ),
    *_callout("Callout Important", TINT, ACCENT, ACCENT),
    *_callout("Callout Note", FAINT, GREY, INK),
)


def _cell(name: str, size: float, font: Font, *, keep_next: bool = False) -> Style:
    layout = Layout(line=12.5, keep_next=keep_next)
    return Style(name, base="Normal", layout=layout, font=replace(font, size=size))


TABLES: Final = (
    Style(
        "caption",
        base="Normal",
        follower="BodyText",
        layout=Layout(before=15, after=2.5, line=12.5, keep_next=True, keep_lines=True),
        font=Font(size=9.5, bold=True),
    ),
    _cell("Table Text", 9.5, Font()),
    _cell("Table Header", 9.5, Font(bold=True, colour=ACCENT), keep_next=True),
    _cell("Table Row Header", 9.5, Font(bold=True)),
    _cell("Quiet Table Text", 8.5, Font(colour=GREY)),
    _cell("Quiet Table Header", 8.5, Font(bold=True, colour=GREY), keep_next=True),
    _cell("Quiet Table Row Header", 8.5, Font(bold=True, colour=GREY)),
    Style("Table End", base="Normal", listed=False, layout=Layout(line=1), font=Font(size=1)),
)


def _contents_line(level: int, left: int, hanging: int, before: float, font: Font) -> Style:
    layout = Layout(
        before=before,
        left=left,
        right=567,
        hanging=hanging,
        tabs=(("left", left), ("right", TEXT_WIDTH)),
    )
    return Style(
        f"toc {level}", base="Normal", follower="Normal", listed=False, layout=layout, font=font
    )


_FURNITURE: Final = Layout(line=12, tabs=(("right", TEXT_WIDTH),))

FURNITURE: Final = (
    Style(
        "TOC Heading",
        base="Normal",
        follower="BodyText",
        layout=Layout(before=20, after=7.5, line=25, keep_next=True, hyphenate=False),
        font=Font(size=20, bold=True, colour=ACCENT, heading=True),
    ),
    _contents_line(1, 624, 624, 7.5, Font(bold=True)),
    _contents_line(2, 1248, 624, 0, Font()),
    Style(
        "header", base="Normal", listed=False, layout=_FURNITURE, font=Font(size=8.5, colour=GREY)
    ),
    Style(
        "footer", base="Normal", listed=False, layout=_FURNITURE, font=Font(size=8.5, colour=GREY)
    ),
)

CHARACTERS: Final = (
    _character("Strong", Font(bold=True)),
    _character("Emphasis", Font(italic=True)),
    _character("Hyperlink", Font(colour=ACCENT, underline="single")),
    _character("Cross Reference", Font(colour=ACCENT)),
    _character("Fact", Font(bold=True)),
    _character("Fact Label", Font(colour=GREY)),
    _character("Label", Font(colour=GREY)),
    _character("Muted", Font(colour=GREY)),
    _character("Blank", Font(shade="FFE08A")),
    _character("Untranslated", Font(underline="dotted", shade="FFF4D6")),
    _character("Untranslated Mark", Font(size=8.5, italic=True, colour=GREY)),
    _character("Draft Mark", Font(bold=True, capitals=True, spacing=1, colour=WARNING)),
)

STYLES: Final = (*BODY, *COVER, *LISTS, *BLOCKS, *TABLES, *FURNITURE, *CHARACTERS)
"""Every paragraph and character style, in the order of the specimen page."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style. rule: the line under the header row. padding: above and below, in points."""

    name: str
    rule: Border
    padding: float

    @property
    def id(self) -> str:
        """The style's id: its name without spaces."""
        return self.name.replace(" ", "")


TABLE_STYLES: Final = (
    TableStyle("Policy Table", Border(10, ACCENT), 3.75),
    TableStyle("Quiet Table", Border(5, GREY), 2.5),
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
            hanging=907,
            font=Font(colour=ACCENT),
            decimal=True,
        )
        for level in range(1, 10)
    )


def _levels(text: str, step: int, font: Font, *, decimal: bool = False) -> tuple[NumberLevel, ...]:
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
    BULLETS: _levels("\u2022", 340, Font(bold=True, colour=ACCENT)),
    NUMBERS: _levels("%1.", 340, Font(bold=True, colour=ACCENT), decimal=True),
    ALWAYS: _levels("\u2713", 340, Font(bold=True, colour=AFFIRMATION)),
    NEVER: _levels("\u2717", 340, Font(bold=True, colour=WARNING)),
    STEPS: _levels("%1", 567, Font(size=14, bold=True, colour=ACCENT), decimal=True),
}
"""The levels of each numbering, by its `numId`."""
