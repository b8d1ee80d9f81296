"""Content controls: what somebody fills in, in Word (ECMA-376 part 1, 17.5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from policygen.write.ooxml.markup import q, w

if TYPE_CHECKING:
    from collections.abc import Sequence

W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
GAP: Final = "gap"
"""Tag of a control that stands in a line of text, whose words are part of it."""
_EMPTY_BOX, _TICKED_BOX = "\u2610", "\u2612"
_BOX_FONT: Final = "MS Gothic"
_DATES: Final = {"en-US": "MMMM d, yyyy", "de": "d. MMMM yyyy", "es": "d 'de' MMMM 'de' yyyy"}
_DATE: Final = "d MMMM yyyy"


@dataclass(frozen=True, slots=True)
class Control:
    """What a control is. number: unique in the document. name, title: for programs and for
    people."""

    number: int
    name: str
    title: str

    def text(self, kind: str, shown: Sequence[etree._Element], lang: str) -> etree._Element:
        """Return a control that shows runs until it is filled in.

        kind: "line", "lines" or "date". lang: Word's language tag, for the form of dates.
        """
        return self._sdt([w("showingPlcHdr"), _kind(kind, lang)], shown)

    def tick(self, lang: str) -> etree._Element:
        """Return a check box that is not ticked. lang: Word's language tag."""
        states = etree.Element(f"{{{W14}}}checkbox", nsmap={"w14": W14})
        for tag, values in (
            ("checked", {"val": "0"}),
            ("checkedState", {"val": f"{ord(_TICKED_BOX):04X}", "font": _BOX_FONT}),
            ("uncheckedState", {"val": f"{ord(_EMPTY_BOX):04X}", "font": _BOX_FONT}),
        ):
            state = etree.SubElement(states, f"{{{W14}}}{tag}")
            for key, value in values.items():
                state.set(f"{{{W14}}}{key}", value)
        return self._sdt([states], [_empty_box(lang)])

    def _sdt(
        self, kind: Sequence[etree._Element], shown: Sequence[etree._Element]
    ) -> etree._Element:
        named = (w("alias", val=self.title), w("tag", val=self.name), w("id", val=self.number))
        return w("sdt", w("sdtPr", *named, *kind), w("sdtContent", *shown))


def is_read(element: etree._Element) -> bool:
    """Whether what a control shows belongs to the text of its clause."""
    tag = element.find(f"{q('sdtPr')}/{q('tag')}")
    return tag is not None and tag.get(q("val")) == GAP


def _empty_box(lang: str) -> etree._Element:
    """Return the run of a box that is not ticked."""
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _BOX_FONT)
    sign = w("t")
    sign.text = _EMPTY_BOX
    return w("r", w("rPr", w("rFonts", **fonts, hint="eastAsia"), w("lang", val=lang)), sign)


def _kind(kind: str, lang: str) -> etree._Element:
    if kind == "lines":
        return w("text", multiLine=1)
    if kind == "date":
        return w(
            "date",
            w("dateFormat", val=_DATES.get(lang) or _DATES.get(lang.partition("-")[0], _DATE)),
            w("lid", val=lang),
            w("storeMappedDataAs", val="dateTime"),
            w("calendar", val="gregorian"),
        )
    return w("text")
