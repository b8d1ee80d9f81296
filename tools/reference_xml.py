"""The styles of reference_styles.py as WordprocessingML: the parts styles.xml and numbering.xml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.write.ooxml.markup import q, w
from tools.reference_styles import (
    ACCENT,
    BODY,
    DEFAULT_ACCENT,
    INK,
    NUMBERINGS,
    RULE,
    STYLES,
    TABLE_STYLES,
    Border,
    Font,
    Layout,
    NumberLevel,
    Style,
    TableStyle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

LANGUAGE: Final = "en-US"

_POINT: Final = 20


# ---------------------------------------------------------------- properties


def twips(points: float) -> int:
    """Return points in twips."""
    return round(points * _POINT)


def colour(tag: str, value: str) -> etree._Element:
    """Return a colour: that of the theme for ACCENT and the ink, which follow a change there."""
    themed = {ACCENT: (DEFAULT_ACCENT, ACCENT), INK: (INK, "text1")}
    if value not in themed:
        return w(tag, val=value)
    shown, theme = themed[value]
    return w(tag, val=shown, themeColor=theme)


def run_properties(font: Font) -> list[etree._Element]:
    """Return what a font says, in the order of the schema."""
    size = None if font.size is None else round(font.size * 2)
    return [
        *([w("rFonts", asciiTheme="majorHAnsi", hAnsiTheme="majorHAnsi")] if font.heading else []),
        *([w("b")] if font.bold else []),
        *([w("bCs")] if font.bold else []),
        *([w("i")] if font.italic else []),
        *([w("iCs")] if font.italic else []),
        *([w("caps")] if font.capitals else []),
        *([colour("color", font.colour)] if font.colour else []),
        *([w("spacing", val=twips(font.spacing))] if font.spacing else []),
        *([w("sz", val=size), w("szCs", val=size)] if size else []),
        *([w("u", val=font.underline)] if font.underline else []),
        *([ground(font.shade)] if font.shade else []),
    ]


def border(side: str, line: Border) -> etree._Element:
    """Return one line of a frame."""
    element = w(side, val="single", sz=line.width, space=line.space)
    shown = DEFAULT_ACCENT if line.colour == ACCENT else line.colour
    element.set(q("color"), shown)
    if line.colour == ACCENT:
        element.set(q("themeColor"), ACCENT)
    return element


def ground(value: str) -> etree._Element:
    """Return a ground of the given colour."""
    if value == ACCENT:
        return w("shd", val="clear", color="auto", fill=DEFAULT_ACCENT, themeFill=ACCENT)
    return w("shd", val="clear", color="auto", fill=value)


def paragraph_properties(layout: Layout) -> list[etree._Element]:
    """Return what a layout says, in the order of the schema."""
    number = layout.numbering
    spacing = {
        "before": None if layout.before is None else twips(layout.before),
        "after": None if layout.after is None else twips(layout.after),
        "line": None if layout.line is None else twips(layout.line),
        "lineRule": None if layout.line is None else "atLeast",
    }
    indent = {"left": layout.left, "right": layout.right, "hanging": layout.hanging}
    tabs = [w("tab", val=kind, pos=position) for kind, position in layout.tabs]
    borders = [border(side, line) for side, line in layout.borders]
    return [
        *([w("keepNext")] if layout.keep_next else []),
        *([w("keepLines")] if layout.keep_lines else []),
        *([_numbering(*number)] if number else []),
        *([w("pBdr", *borders)] if borders else []),
        *([ground(layout.shade)] if layout.shade else []),
        *([w("tabs", *tabs)] if tabs else []),
        *([] if layout.hyphenate else [w("suppressAutoHyphens")]),
        *_given("spacing", spacing),
        *_given("ind", indent),
        *([w("outlineLvl", val=layout.outline)] if layout.outline is not None else []),
    ]


def _numbering(number: int, level: int) -> etree._Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _given(tag: str, attributes: Mapping[str, int | str | None]) -> list[etree._Element]:
    given = {name: value for name, value in attributes.items() if value is not None}
    return [w(tag, **given)] if given else []


def _filled(tag: str, children: Iterable[etree._Element]) -> etree._Element | None:
    found = list(children)
    return w(tag, *found) if found else None


# ------------------------------------------------------------------- styles


def defaults() -> etree._Element:
    """Return what holds for all text: the theme's font, the language, no lone lines."""
    fonts = w(
        "rFonts",
        asciiTheme="minorHAnsi",
        hAnsiTheme="minorHAnsi",
        eastAsiaTheme="minorEastAsia",
        cstheme="minorBidi",
    )
    language = w("lang", val=LANGUAGE, eastAsia="en-US", bidi="ar-SA")
    run = w("rPrDefault", w("rPr", fonts, w("sz", val=21), w("szCs", val=21), language))
    return w("docDefaults", run, w("pPrDefault", w("pPr", w("widowControl"))))


def hidden() -> etree._Element:
    """Return that Word hides the built-in styles that this file does not define."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def style(one: Style, priority: int) -> etree._Element:
    """Return the definition of a paragraph or character style."""
    is_paragraph = one.kind == "paragraph"
    base = one.base or ("" if is_paragraph else "DefaultParagraphFont")
    element = w(
        "style",
        w("name", val=one.name),
        w("basedOn", val=base) if base else None,
        w("next", val=one.follower) if one.follower else None,
        w("uiPriority", val=priority),
        w("qFormat") if one.listed else None,
        _filled("pPr", paragraph_properties(one.layout)) if is_paragraph else None,
        _filled("rPr", run_properties(one.font)),
        type=one.kind,
        styleId=one.id,
    )
    if one.name == "Normal":
        element.set(q("default"), "1")
    elif one.name not in BUILT_IN:
        element.set(q("customStyle"), "1")
    return element


BUILT_IN: Final = frozenset(
    {"Body Text", "Title", "Subtitle", "caption", "header", "footer", "TOC Heading", "toc 1"}
    | {"toc 2", "List Bullet", "List Number", "List Continue", "Strong", "Emphasis", "Hyperlink"}
    | {one.name for one in BODY if one.name.startswith("heading ")}
)
"""Styles that Word knows by these names and translates in its menus."""


def table_style(one: TableStyle) -> etree._Element:
    """Return a table style: a strong line under the header, light ones under the rows."""
    light = Border(5, RULE)
    padding = twips(one.padding)
    table = w(
        "tblPr",
        w("tblBorders", border("bottom", light), border("insideH", light)),
        w(
            "tblCellMar",
            w("top", w=padding, type="dxa"),
            w("left", w=0, type="dxa"),
            w("bottom", w=padding, type="dxa"),
            w("right", w=170, type="dxa"),
        ),
    )
    header = w(
        "tblStylePr",
        w("tcPr", w("tcBorders", border("bottom", one.rule)), w("vAlign", val="bottom")),
        type="firstRow",
    )
    return w(
        "style",
        w("name", val=one.name),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=59),
        w("qFormat"),
        table,
        header,
        type="table",
        customStyle=1,
        styleId=one.id,
    )


def fixed_styles() -> list[etree._Element]:
    """Return the default styles that every Word file has."""
    cells = w(
        "tblCellMar",
        *(
            w(side, w=width, type="dxa")
            for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
        ),
    )
    return [
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w(
            "style",
            w("name", val="Normal Table"),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("tblPr", w("tblInd", w=0, type="dxa"), cells),
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        w(
            "style",
            w("name", val="No List"),
            w("uiPriority", val=99),
            w("semiHidden"),
            type="numbering",
            default=1,
            styleId="NoList",
        ),
    ]


def styles_part() -> etree._Element:
    """Return the styles."""
    numbered = [style(one, priority) for priority, one in enumerate(STYLES, start=1)]
    tables = [table_style(one) for one in TABLE_STYLES]
    return w("styles", defaults(), hidden(), *numbered, *fixed_styles(), *tables)


def numbering_part() -> etree._Element:
    """Return the numberings, one layout each."""
    layouts = [
        w(
            "abstractNum",
            w("nsid", val=f"5A0C00{number:02X}"),
            w("multiLevelType", val="multilevel"),
            w("tmpl", val=f"5A0D00{number:02X}"),
            *(number_level(index, level) for index, level in enumerate(levels)),
            abstractNumId=number,
        )
        for number, levels in NUMBERINGS.items()
    ]
    links = [w("num", w("abstractNumId", val=number), numId=number) for number in NUMBERINGS]
    return w("numbering", *layouts, *links)


def number_level(index: int, level: NumberLevel) -> etree._Element:
    """Return one level of a numbering."""
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if level.decimal else "bullet"),
        w("pStyle", val=level.style) if level.style else None,
        w("suff", val="tab"),
        w("lvlText", val=level.text),
        w("lvlJc", val="left"),
        w(
            "pPr",
            w("tabs", w("tab", val="num", pos=level.left)),
            w("ind", left=level.left, hanging=level.hanging),
        ),
        _filled("rPr", run_properties(level.font)),
        ilvl=index,
    )
