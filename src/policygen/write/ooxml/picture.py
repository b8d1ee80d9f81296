"""Pictures: inline drawings, and the bitmap that stands in for an SVG in older programs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import resvg_py
from lxml import etree

from policygen.errors import Problem, RenderError, tell
from policygen.write.ooxml.markup import R, clean, w

if TYPE_CHECKING:
    from policygen.doc import tree

EMU_A_PIXEL: Final = 9525
EMU_A_TWIP: Final = 635
_PIXELS_A_CSS_PIXEL: Final = 4
"""Sharp in print: 384 dots an inch."""

WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_NAMES: Final = {"wp": WP, "a": A, "pic": _PIC, "r": R}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text.

    number: unique in the document. bitmap, vector: relationship ids of the PNG or JPEG and, or
    "", of the SVG. width, height: in EMU (1/914400 inch).
    """

    number: int
    alt: str
    bitmap: str
    vector: str
    width: int
    height: int


def fitted(asset: tree.Asset, width: int, height: int) -> tuple[int, int]:
    """Return the size of an asset in EMU, made smaller to fit into the given size in EMU."""
    own = (asset.width * EMU_A_PIXEL, asset.height * EMU_A_PIXEL)
    scale = min(1.0, width / own[0], height / own[1])
    return max(1, int(own[0] * scale)), max(1, int(own[1] * scale))


def drawing(picture: Picture) -> etree._Element:
    """Return the drawing of a picture, with its alternative text, for a run."""
    size = {"cx": str(picture.width), "cy": str(picture.height)}
    name = {"id": str(picture.number), "name": f"Picture {picture.number}"}
    described = {**name, "descr": clean(picture.alt)}
    graphic = _e(A, "graphic", _e(A, "graphicData", _pic(picture, described, size), uri=_PIC))
    inline = _e(
        WP,
        "inline",
        _e(WP, "extent", **size),
        _e(WP, "docPr", **described),
        _e(WP, "cNvGraphicFramePr", _e(A, "graphicFrameLocks", noChangeAspect="1")),
        graphic,
        **dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
    )
    return w("drawing", inline)


def _pic(picture: Picture, described: dict[str, str], size: dict[str, str]) -> etree._Element:
    fill = _e(
        _PIC,
        "blipFill",
        _blip(picture),
        _e(A, "stretch", _e(A, "fillRect")),
    )
    frame = _e(A, "xfrm", _e(A, "off", x="0", y="0"), _e(A, "ext", **size))
    shape = _e(_PIC, "spPr", frame, _e(A, "prstGeom", _e(A, "avLst"), prst="rect"))
    names = _e(_PIC, "nvPicPr", _e(_PIC, "cNvPr", **described), _e(_PIC, "cNvPicPr"))
    return _e(_PIC, "pic", names, fill, shape)


def _blip(picture: Picture) -> etree._Element:
    blip = _e(A, "blip")
    blip.set(f"{{{R}}}embed", picture.bitmap)
    if picture.vector:
        vector = etree.Element(f"{{{_SVG}}}svgBlip", nsmap={"asvg": _SVG, "r": R})
        vector.set(f"{{{R}}}embed", picture.vector)
        blip.append(_e(A, "extLst", _e(A, "ext", vector, uri=_SVG_EXTENSION)))
    return blip


def _e(
    namespace: str, name: str, /, *children: etree._Element, **attributes: str
) -> etree._Element:
    element = etree.Element(f"{{{namespace}}}{name}", attributes, _NAMES)
    element.extend(children)
    return element


@lru_cache(maxsize=8)
def rasterised(svg: bytes, width: int, name: str) -> bytes:
    """Return an SVG as a PNG, sharp at a width in CSS pixels; fonts of the machine are not used.

    Raises RenderError when the picture cannot be drawn.
    """
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg.decode("utf-8-sig"),
                width=width * _PIXELS_A_CSS_PIXEL,
                skip_system_fonts=True,
            )
        )
    except ValueError as error:  # also what a text that is not UTF-8 raises
        raise RenderError(
            Problem(
                "RND406",
                tell("the picture “{name}” cannot be drawn for Word", name=name),
                hint=tell(
                    "open it in the program it was drawn with and save it again as plain SVG"
                ),
            )
        ) from error
