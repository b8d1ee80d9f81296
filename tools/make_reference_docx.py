"""Make templates/skin/reference.docx from the styles in reference_styles.py.

Run it from the repository: `python -m tools.make_reference_docx`. The same styles give the same
bytes. The file shows each style once, under its own name, so that a company can open it in Word,
change the looks there and save it in its project.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.write.ooxml.markup import R, w
from policygen.write.ooxml.package import stable_zip
from policygen.write.ooxml.picture import A
from policygen.write.ooxml.text import text
from tools.reference_styles import (
    CHARACTERS,
    DEFAULT_ACCENT,
    FALLBACK_FONT,
    FONT,
    GREY,
    INK,
    PAPER,
    STYLES,
    TABLE_STYLES,
    TEXT_WIDTH,
    TINT,
    TableStyle,
)
from tools.reference_xml import LANGUAGE, numbering_part, styles_part

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET: Final = Path(__file__).parent.parent / "templates" / "skin" / "reference.docx"

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
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


def settings_part() -> etree._Element:
    """Return the settings: today's Word, colours from the theme."""
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    accents = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    colours = w(
        "clrSchemeMapping",
        bg1="light1",
        t1="dark1",
        bg2="light2",
        t2="dark2",
        **accents,
        hyperlink="hyperlink",
        followedHyperlink="followedHyperlink",
    )
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
    signature = {
        "usb0": "E00002FF",
        "usb1": "00002003",
        "usb2": "00000000",
        "usb3": "00000000",
        "csb0": "2000019F",
        "csb1": "00000000",
    }
    return w(
        "fonts",
        w(
            "font",
            w("altName", val=FALLBACK_FONT),
            w("panose1", val="020B0503030403020204"),
            w("charset", val="00"),
            w("family", val="swiss"),
            w("pitch", val="variable"),
            w("sig", **signature),
            name=FONT,
        ),
        w(
            "font",
            w("panose1", val="020F0502020204030204"),
            w("charset", val="00"),
            w("family", val="swiss"),
            w("pitch", val="variable"),
            name=FALLBACK_FONT,
        ),
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
            w(
                "tc",
                w("tcPr", w("tcW", w=width, type="dxa")),
                w("p", w("pPr", w("pStyle", val=f"{quiet}{kind}")), w("r", text(one.name))),
            )
            for _ in range(2)
        ]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None), *cells)

    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=one.id),
            w("tblW", w=width * 2, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=1, noHBand=1, noVBand=1),
            w("tblCaption", val=one.name),
        ),
        w("tblGrid", w("gridCol", w=width), w("gridCol", w=width)),
        row("TableHeader", header=True),
        row("TableText", header=False),
    )


def theme_part() -> etree._Element:
    """Return the theme: the colours and the font that the styles refer to."""
    colours = {
        "dk1": INK,
        "lt1": PAPER,
        "dk2": GREY,
        "lt2": TINT,
        "accent1": DEFAULT_ACCENT,
        "accent2": GREY,
        "accent3": "2E7D5B",
        "accent4": "B26A00",
        "accent5": "7A4E9A",
        "accent6": "9B1C1C",
        "hlink": DEFAULT_ACCENT,
        "folHlink": GREY,
    }
    scheme = [_a(name, _a("srgbClr", val=value)) for name, value in colours.items()]
    fonts = [
        _a(
            kind,
            _a("latin", typeface=FONT, panose="020B0503030403020204"),
            _a("ea", typeface=""),
            _a("cs", typeface=""),
        )
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


def content_types(parts: Iterable[tuple[str, str]]) -> bytes:
    """Return the list of what each part is; parts are pairs of name and content type."""
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    ).encode()


def relationships(targets: Iterable[tuple[str, str]]) -> bytes:
    """Return relationships; targets are pairs of kind and target."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    root = f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>'
    return f"{_DECLARATION}{root}".encode()


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
        **{name: serialised(root) for name, (_, root) in parts.items()},
    }
    return stable_zip(files)


def serialised(root: etree._Element) -> bytes:
    """Return an element as the bytes of an XML file."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


if __name__ == "__main__":
    TARGET.write_bytes(package())
    print(f"{TARGET.relative_to(TARGET.parents[2])}: {TARGET.stat().st_size} bytes")
