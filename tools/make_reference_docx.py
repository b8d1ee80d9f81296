"""Make templates/skin/reference.docx from the styles in reference_styles.py.

Run it from the repository: `python tools/make_reference_docx.py`. The same styles give the same
bytes. The file shows each style once, under its own name, so that a company can open it in Word,
change the looks there and save it in its project.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree
from tools.reference_styles import (
    ACCENT,
    BODY,
    CHARACTERS,
    DEFAULT_ACCENT,
    FALLBACK_FONT,
    FONT,
    GREY,
    INK,
    NUMBERINGS,
    RULE,
    STYLES,
    TABLE_STYLES,
    TEXT_WIDTH,
    Border,
    Font,
    Layout,
    NumberLevel,
    Style,
    TableStyle,
)

from policygen.write.ooxml.markup import R, q, w
from policygen.write.ooxml.package import stable_zip
from policygen.write.ooxml.picture import A
from policygen.write.ooxml.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET: Final = Path(__file__).parent.parent / "templates" / "skin" / "reference.docx"
LANGUAGE: Final = "en-US"

_POINT: Final = 20
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_PAGE: Final = {"w": 11906, "h": 16838}
_MARGINS: Final = {
    "top": 1361,
    "right": 1417,
    "bottom": 1361,
    "left": 1701,
    "header": 680,
    "footer": 680,
    "gutter": 0,
}


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


def _given(tag: str, attributes: dict[str, int | None] | dict[str, int | str | None]
           ) -> list[etree._Element]:
    given = {name: value for name, value in attributes.items() if value is not None}
    return [w(tag, **given)] if given else []


def _filled(tag: str, children: Iterable[etree._Element]) -> etree._Element | None:
    found = list(children)
    return w(tag, *found) if found else None


# ------------------------------------------------------------------- styles


def defaults() -> etree._Element:
    """Return what holds for all text: the theme's font, the language, no lone lines."""
    fonts = w("rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi",
              eastAsiaTheme="minorEastAsia", cstheme="minorBidi")
    language = w("lang", val=LANGUAGE, eastAsia="en-US", bidi="ar-SA")
    run = w("rPrDefault", w("rPr", fonts, w("sz", val=21), w("szCs", val=21), language))
    return w("docDefaults", run, w("pPrDefault", w("pPr", w("widowControl"))))


def hidden() -> etree._Element:
    """Return that Word hides the built-in styles that this file does not define."""
    return w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
             defUnhideWhenUsed=1, defQFormat=0, count=376)


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
    header = w("tblStylePr", w("tcPr", w("tcBorders", border("bottom", one.rule)),
                               w("vAlign", val="bottom")), type="firstRow")
    return w("style", w("name", val=one.name), w("basedOn", val="TableNormal"),
             w("uiPriority", val=59), w("qFormat"), table, header,
             type="table", customStyle=1, styleId=one.id)


def fixed_styles() -> list[etree._Element]:
    """Return the default styles that every Word file has."""
    cells = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in
                              (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))))
    return [
        w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1),
          w("semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
          w("tblPr", w("tblInd", w=0, type="dxa"), cells),
          type="table", default=1, styleId="TableNormal"),
        w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"),
          type="numbering", default=1, styleId="NoList"),
    ]


def styles_part() -> etree._Element:
    """Return the styles."""
    numbered = [style(one, priority) for priority, one in enumerate(STYLES, start=1)]
    tables = [table_style(one) for one in TABLE_STYLES]
    return w("styles", defaults(), hidden(), *numbered, *fixed_styles(), *tables)


# ---------------------------------------------------------------- other parts


def numbering_part() -> etree._Element:
    """Return the numberings, one layout each."""
    layouts = [
        w("abstractNum", w("nsid", val=f"5A0C00{number:02X}"),
          w("multiLevelType", val="multilevel"), w("tmpl", val=f"5A0D00{number:02X}"),
          *(number_level(index, level) for index, level in enumerate(levels)),
          abstractNumId=number)
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
        w("pPr", w("tabs", w("tab", val="num", pos=level.left)),
          w("ind", left=level.left, hanging=level.hanging)),
        _filled("rPr", run_properties(level.font)),
        ilvl=index,
    )


def settings_part() -> etree._Element:
    """Return the settings: today's Word, colours from the theme."""
    mode = w("compatSetting", name="compatibilityMode",
             uri="http://schemas.microsoft.com/office/word", val=15)
    accents = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    colours = w("clrSchemeMapping", bg1="light1", t1="dark1", bg2="light2", t2="dark2", **accents,
                hyperlink="hyperlink", followedHyperlink="followedHyperlink")
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=567),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val=LANGUAGE),
        colours,
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def font_table_part() -> etree._Element:
    """Return the fonts: what to show instead where the text family is not installed."""
    signature = {"usb0": "E00002FF", "usb1": "00002003", "usb2": "00000000", "usb3": "00000000",
                 "csb0": "2000019F", "csb1": "00000000"}
    return w(
        "fonts",
        w("font", w("altName", val=FALLBACK_FONT), w("panose1", val="020B0503030403020204"),
          w("charset", val="00"), w("family", val="swiss"), w("pitch", val="variable"),
          w("sig", **signature), name=FONT),
        w("font", w("panose1", val="020F0502020204030204"), w("charset", val="00"),
          w("family", val="swiss"), w("pitch", val="variable"), name=FALLBACK_FONT),
    )


def document_part() -> etree._Element:
    """Return a page that shows each style under its name, and the page's size and margins."""
    specimens = []
    for one in STYLES:
        properties = w("pPr", w("pStyle", val=one.id))
        look = None
        if one in CHARACTERS:
            properties = w("pPr", w("pStyle", val="BodyText"))
            look = w("rPr", w("rStyle", val=one.id))
        specimens.append(w("p", properties, w("r", look, text(one.name))))
    for table in TABLE_STYLES:
        specimens += [_specimen_table(table), w("p", w("pPr", w("pStyle", val="TableEnd")))]
    page = w("sectPr", w("pgSz", **_PAGE), w("pgMar", **_MARGINS))
    return w("document", w("body", *specimens, page))


def _specimen_table(one: TableStyle) -> etree._Element:
    quiet = "Quiet" if one.name.startswith("Quiet") else ""
    width = TEXT_WIDTH // 2

    def row(kind: str, *, header: bool) -> etree._Element:
        cells = [
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")),
              w("p", w("pPr", w("pStyle", val=f"{quiet}{kind}")), w("r", text(one.name))))
            for _ in range(2)
        ]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None), *cells)

    return w(
        "tbl",
        w("tblPr", w("tblStyle", val=one.id), w("tblW", w=width * 2, type="dxa"),
          w("tblLayout", type="fixed"), w("tblLook", firstRow=1, noHBand=1, noVBand=1),
          w("tblCaption", val=one.name)),
        w("tblGrid", w("gridCol", w=width), w("gridCol", w=width)),
        row("TableHeader", header=True),
        row("TableText", header=False),
    )


def theme_part() -> etree._Element:
    """Return the theme: the colours and the font that the styles refer to."""
    colours = {
        "dk1": INK, "lt1": "FFFFFF", "dk2": GREY, "lt2": "F3F5F7", "accent1": DEFAULT_ACCENT,
        "accent2": GREY, "accent3": "2E7D5B", "accent4": "B26A00", "accent5": "7A4E9A",
        "accent6": "9B1C1C", "hlink": DEFAULT_ACCENT, "folHlink": GREY,
    }
    scheme = [_a(name, _a("srgbClr", val=value)) for name, value in colours.items()]
    fonts = [
        _a(kind, _a("latin", typeface=FONT, panose="020B0503030403020204"),
           _a("ea", typeface=""), _a("cs", typeface=""))
        for kind in ("majorFont", "minorFont")
    ]
    return _a(
        "theme",
        _a(
            "themeElements",
            _a("clrScheme", *scheme, name="policygen"),
            _a("fontScheme", *fonts, name="policygen"),
            _plain_formats(),
        ),
        name="policygen",
    )


def _plain_formats() -> etree._Element:
    """Return the formats of shapes, which a theme must have and no document here uses."""

    def fill() -> etree._Element:
        return _a("solidFill", _a("schemeClr", val="phClr"))

    lines = [_a("ln", fill(), w=width) for width in ("6350", "12700", "19050")]
    return _a(
        "fmtScheme",
        _a("fillStyleLst", fill(), fill(), fill()),
        _a("lnStyleLst", *lines),
        _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
        _a("bgFillStyleLst", fill(), fill(), fill()),
        name="policygen",
    )


def _a(tag: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{A}}}{tag}", attributes, {"a": A})
    element.extend(children)
    return element


# ------------------------------------------------------------------- package


def content_types(parts: Iterable[tuple[str, str]]) -> etree._Element:
    """Return the list of what each part is."""
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap=_default(_TYPES))
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name, kind in parts:
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return root


def relationships(targets: Iterable[tuple[str, str]]) -> etree._Element:
    """Return relationships of the given kinds to the given targets."""
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap=_default(_RELATIONSHIPS))
    for number, (kind, target) in enumerate(targets, start=1):
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=f"rId{number}",
                         Type=f"{R}/{kind}", Target=target)
    return root


def package() -> bytes:
    """Return the bytes of reference.docx."""
    words = f"{_OFFICE}.wordprocessingml"
    parts = {
        "word/document.xml": (f"{words}.document.main+xml", document_part()),
        "word/styles.xml": (f"{words}.styles+xml", styles_part()),
        "word/numbering.xml": (f"{words}.numbering+xml", numbering_part()),
        "word/settings.xml": (f"{words}.settings+xml", settings_part()),
        "word/fontTable.xml": (f"{words}.fontTable+xml", font_table_part()),
        "word/theme/theme1.xml": (f"{_OFFICE}.theme+xml", theme_part()),
    }
    kinds = ("styles", "numbering", "settings", "fontTable", "theme")
    targets = [name.removeprefix("word/") for name in parts if name != "word/document.xml"]
    files = {
        "[Content_Types].xml": content_types((name, kind) for name, (kind, _) in parts.items()),
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relationships(zip(kinds, targets, strict=True)),
        **{name: root for name, (_, root) in parts.items()},
    }
    return stable_zip({name: serialised(root) for name, root in files.items()})


def serialised(root: etree._Element) -> bytes:
    """Return an element as the bytes of an XML file."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


if __name__ == "__main__":
    TARGET.write_bytes(package())
    print(f"{TARGET.relative_to(TARGET.parents[2])}: {TARGET.stat().st_size} bytes")
