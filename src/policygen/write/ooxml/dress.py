"""A theme on a reference: the brand's colour, the fonts, the cover and how close text is set.

What the styles take from the reference's own theme part (the first accent, the fonts of text and
headings) changes there; a style with a colour or font of its own keeps it. Programs that know no
themes read what stands beside the reference to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from policygen.write import colour
from policygen.write.ooxml import picture, styles
from policygen.write.ooxml.markup import q, safe_parser, w
from policygen.write.skin import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from docx.document import Document

    from policygen.doc import tree

_ACCENT: Final = "accent1"
_CLASSES: Final = {"serif": "roman", "sans-serif": "swiss"}
"""Kind of family, as the list of fonts calls it."""

_TYPE: Final = 0.905
_LINE: Final = 0.87
_SPACE: Final = 0.65
"""Sizes of type, of lines and of the space between paragraphs in close setting."""
_MARGIN: Final = 1021
"""Twips: 18 mm above and below text in close setting."""

_STRIP: Final = 96
_HAIRLINE: Final = 5
"""The thickest line that Word draws and a thin one, in eighths of a point."""
_FARTHEST: Final = 31
"""The largest distance of a line from its text, in points."""

_PANEL: Final = frozenset({styles.COVER_TITLE.lower(), styles.COVER_AUDIENCE.lower()})
_COVER: Final = _PANEL | {
    styles.COVER_LOGO.lower(),
    styles.COVER_COMPANY.lower(),
    styles.COVER_LINE.lower(),
    styles.MASTHEAD_COMPANY.lower(),
    styles.MASTHEAD_TITLE.lower(),
    styles.MASTHEAD_AUDIENCE.lower(),
}
_COMPANY_AFTER: Final = 900
_AUDIENCE_AFTER: Final = 4_600
"""Twips on a cover page without a panel: the title stands high, the lines below it stand low."""


def dress(document: Document, theme: tree.Theme, layout: str) -> None:
    """Give a document the looks of a theme. layout: of its cover."""
    _set_brand(document, colour.readable(theme.brand, colour.WHITE).removeprefix("#").upper())
    _set_fonts(document, theme)
    by_name = {
        name.get(q("val"), "").lower(): style
        for style in document.styles.element.iterchildren(q("style"))
        for name in style.iterchildren(q("name"))
    }
    if theme.cover != "panel":
        _clear_panel(by_name, layout, strip=theme.cover == "band")
    if theme.density == "compact" and layout in {"page", "masthead"}:
        _set_close(document, by_name)


# ------------------------------------------------------------- colour and fonts


def _set_brand(document: Document, value: str) -> None:
    """Make an `RRGGBB` colour the first accent, which the styles refer to."""
    for root in (document.styles.element, document.part.numbering_part.element):
        for element in root.iter(etree.Element):
            if element.get(q("themeFill")) == _ACCENT:
                element.set(q("fill"), value)
            if element.get(q("themeColor")) == _ACCENT:
                element.set(q("val" if element.tag == q("color") else "color"), value)
    _rewrite(document, RELATIONSHIP_TYPE.THEME, lambda root: _recolour(root, value))


def _recolour(root: etree._Element, value: str) -> None:
    for accent in root.iter(f"{{{picture.A}}}{_ACCENT}"):
        for old in list(accent):
            accent.remove(old)
        etree.SubElement(accent, f"{{{picture.A}}}srgbClr", val=value)


def _set_fonts(document: Document, theme: tree.Theme) -> None:
    """Make the theme's families those of text and headings, which the styles refer to."""
    families = {"minor": theme.text_font, "major": theme.heading_font}
    for element in document.styles.element.iter(q("rFonts")):
        for side in ("ascii", "hAnsi"):
            kind = element.get(q(f"{side}Theme"), "")[: len("minor")]
            if kind in families:
                element.set(q(side), families[kind])
    _rewrite(document, RELATIONSHIP_TYPE.THEME, lambda root: _refont(root, families))
    _rewrite(document, RELATIONSHIP_TYPE.FONT_TABLE, lambda root: _list(root, families.values()))


def _refont(root: etree._Element, families: dict[str, str]) -> None:
    for kind, family in families.items():
        for latin in root.iterfind(f".//{{{picture.A}}}{kind}Font/{{{picture.A}}}latin"):
            latin.attrib.clear()
            latin.set("typeface", family)


def _list(root: etree._Element, families: Iterable[str]) -> None:
    """Put families into the list of fonts, with what to show where they are not installed."""
    for family in dict.fromkeys(families):
        for old in root.findall(f"{q('font')}[@{q('name')}='{family}']"):
            root.remove(old)
        font = w(
            "font",
            w("altName", val=FAMILIES[family].instead[0]),
            w("charset", val="00"),
            w("family", val=_CLASSES[FAMILIES[family].kind]),
            w("pitch", val="variable"),
            name=family,
        )
        root.append(font)


def _rewrite(document: Document, kind: str, change: Callable[[etree._Element], None]) -> None:
    """Replace a part, if there is one, by the same after a change."""
    main = document.part
    for key, relationship in list(main.rels.items()):
        if relationship.reltype == kind:
            old = relationship.target_part
            root = etree.fromstring(old.blob, safe_parser())
            change(root)
            data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            del main.rels[key]
            main.relate_to(Part(old.partname, old.content_type, data, main.package), kind)


# ---------------------------------------------------------------------- cover


def _clear_panel(by_name: Mapping[str, etree._Element], layout: str, *, strip: bool) -> None:
    """Take the coloured field from the title; draw a strip above it instead, or nothing.

    A reference whose title has no field keeps its own.
    """
    for name in _PANEL:
        _remove(by_name[name], "pPr", "shd")
        _remove(by_name[name], "pPr", "ind")
        for frame in by_name[name].findall(f"{q('pPr')}/{q('pBdr')}"):
            for line in list(frame):
                if strip and name == styles.COVER_TITLE.lower() and line.tag == q("top"):
                    line.set(q("sz"), str(_STRIP))
                    line.set(q("space"), str(_FARTHEST))
                else:
                    frame.remove(line)
    accent = by_name[styles.MASTHEAD_TITLE.lower()].find(f"{q('rPr')}/{q('color')}")
    for ink in by_name[styles.COVER_TITLE.lower()].iterfind(f"{q('rPr')}/{q('color')}"):
        ink.attrib.update(accent.attrib if accent is not None else {})
    _remove(by_name[styles.COVER_AUDIENCE.lower()], "rPr", "color")
    if layout == "page":
        _space(by_name[styles.COVER_COMPANY.lower()], _COMPANY_AFTER)
        _space(by_name[styles.COVER_AUDIENCE.lower()], _AUDIENCE_AFTER)
    if not strip:
        for line in by_name[styles.MASTHEAD_TITLE.lower()].iter(q("top")):
            line.set(q("sz"), str(_HAIRLINE))


def _remove(style: etree._Element, properties: str, tag: str) -> None:
    for owner in style.iterchildren(q(properties)):
        for old in owner.findall(q(tag)):
            owner.remove(old)


def _space(style: etree._Element, after: int) -> None:
    for spacing in style.iterfind(f"{q('pPr')}/{q('spacing')}"):
        spacing.set(q("after"), str(after))


# -------------------------------------------------------------- close setting


def _set_close(document: Document, by_name: Mapping[str, etree._Element]) -> None:
    """Set text smaller and closer, on pages with narrower margins above and below."""
    margins = document.element.body.sectPr.find(q("pgMar"))
    for side in ("top", "bottom"):
        margins.set(q(side), str(min(_MARGIN, int(margins.get(q(side), "0")))))
    for style in (value for name, value in by_name.items() if name not in _COVER):
        for tag in ("sz", "szCs"):
            _scale(style, tag, "val", _TYPE)
        _scale(style, "spacing", "line", _LINE)
        for side in ("before", "after"):
            _scale(style, "spacing", side, _SPACE)


def _scale(style: etree._Element, tag: str, name: str, factor: float) -> None:
    for element in style.iter(q(tag)):
        if (value := element.get(q(name))) is not None:
            element.set(q(name), str(max(1, round(int(value) * factor))))
