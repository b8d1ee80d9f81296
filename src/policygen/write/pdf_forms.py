"""The PDF's form: one interactive field at each empty box that the layout left for it.

ISO 32000-1, 12.7 (interactive forms); ISO 14289-1, 7.18.4 (each widget belongs to a `Form` in the
structure and has an alternate name); ISO 19005-2, 6.4.1 (each widget has its appearance).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pydyf

if TYPE_CHECKING:
    from collections.abc import Mapping

_POINTS: Final = 0.75
"""PDF points in a CSS pixel."""
_PRINTED: Final = 4
"""Flag of an annotation that is printed."""
_MULTILINE: Final = 1 << 12
_RADIO: Final = (1 << 15) | (1 << 14)
"""Flags of a group of buttons of which one is chosen, and stays so."""
_LOOK: Final = "/Helv 10 Tf 0 g"
"""Type of what is filled in: the one that every reader has."""
_OFF: Final = "/Off"
_ON: Final = "Yes"

KINDS: Final = frozenset({"line", "lines", "date", "checkbox", "radio"})


@dataclass(slots=True)
class Form:
    """Collects the fields of a PDF that is being written.

    groups: id of a choice -> its field, whose kids are the options.
    """

    pdf: pydyf.PDF
    fields: pydyf.Array = field(default_factory=pydyf.Array)
    groups: dict[str, pydyf.Dictionary] = field(default_factory=dict)

    def widget(self, data: Mapping[str, str], place: tuple[float, ...], page: bytes) -> Any:
        """Add the widget of a box and return it.

        data: the box's attributes. place: left, bottom, right and top on the page, in CSS pixels.
        page: the reference of the page.
        """
        corners = [round(value * _POINTS, 2) for value in place]
        widget = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Widget",
                "Rect": pydyf.Array(corners),
                "F": _PRINTED,
                "P": page,
                "TU": pydyf.String(data["data-name"]),
            }
        )
        self.pdf.add_object(widget)
        size = (corners[2] - corners[0], corners[3] - corners[1])
        if data["data-kind"] in {"checkbox", "radio"}:
            self._button(widget, data, size)
        else:
            self._text(widget, data, size)
        return widget

    def finish(self) -> None:
        """Name the form in the file's catalog, if there is one."""
        if self.fields:
            font = pydyf.Dictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type1",
                    "BaseFont": "/Helvetica",
                    "Encoding": "/WinAnsiEncoding",
                }
            )
            self.pdf.add_object(font)
            fonts = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": font.reference})})
            self.pdf.catalog["AcroForm"] = pydyf.Dictionary(
                {"Fields": self.fields, "DR": fonts, "DA": pydyf.String(_LOOK)}
            )

    def _text(
        self, widget: pydyf.Dictionary, data: Mapping[str, str], size: tuple[float, float]
    ) -> None:
        flags = _MULTILINE if data["data-kind"] == "lines" else 0
        widget.update(
            {
                "FT": "/Tx",
                "T": pydyf.String(name_of(data["data-field"])),
                "Ff": flags,
                "V": pydyf.String(""),
                "DA": pydyf.String(_LOOK),
                "AP": pydyf.Dictionary({"N": self._appearance(size, ["/Tx BMC", "EMC"])}),
            }
        )
        self.fields.append(widget.reference)

    def _button(
        self, widget: pydyf.Dictionary, data: Mapping[str, str], size: tuple[float, float]
    ) -> None:
        box = data["data-kind"] == "checkbox"
        state, drawing = (_ON, _cross) if box else (name_of(data["data-field"]), _dot)
        states = pydyf.Dictionary(
            {state: self._appearance(size, drawing(size)), "Off": self._appearance(size, [])}
        )
        widget.update({"AS": _OFF, "AP": pydyf.Dictionary({"N": states})})
        if box:
            name = pydyf.String(name_of(data["data-field"]))
            widget.update({"FT": "/Btn", "T": name, "V": _OFF})
            self.fields.append(widget.reference)
            return
        group = self._group(data["data-group"], data["data-question"])
        widget["Parent"] = group.reference
        group["Kids"].append(widget.reference)

    def _group(self, name: str, question: str) -> pydyf.Dictionary:
        """Return the field of a choice, made when its first option comes."""
        if name not in self.groups:
            group = pydyf.Dictionary(
                {
                    "FT": "/Btn",
                    "Ff": _RADIO,
                    "T": pydyf.String(name_of(name)),
                    "TU": pydyf.String(question),
                    "V": _OFF,
                    "Kids": pydyf.Array(),
                }
            )
            self.pdf.add_object(group)
            self.fields.append(group.reference)
            self.groups[name] = group
        return self.groups[name]

    def _appearance(self, size: tuple[float, float], drawing: list[str]) -> bytes:
        """Add what a field looks like and return the reference. size: in points."""
        box = pydyf.Array([0, 0, round(size[0], 2), round(size[1], 2)])
        stream = pydyf.Stream(
            drawing,
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": box,
                "Resources": pydyf.Dictionary(),
            },
        )
        self.pdf.add_object(stream)
        return bytes(stream.reference)


def name_of(id_: str) -> str:
    """Return the name of a field in a PDF, where a full stop would separate groups."""
    return id_.replace(".", "-")


def _cross(size: tuple[float, float]) -> list[str]:
    """Return the drawing of a cross, for what is ticked."""
    width, height = size
    near, right, top = 2.4, width - 2.4, height - 2.4
    return [
        "q 1.3 w 1 J",
        f"{near:.2f} {near:.2f} m {right:.2f} {top:.2f} l S",
        f"{near:.2f} {top:.2f} m {right:.2f} {near:.2f} l S",
        "Q",
    ]


def _dot(size: tuple[float, float]) -> list[str]:
    """Return the drawing of a dot, for what is chosen: a round-ended line without length."""
    width, height = size
    middle = f"{width / 2:.2f} {height / 2:.2f}"
    return [f"q {width / 2:.2f} w 1 J", f"{middle} m {middle} l S", "Q"]
