"""Assets: the logo, read from the project's own folder and checked before anything shows it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final
from xml.parsers import expat

from policygen.config import Config
from policygen.doc.look import Asset
from policygen.errors import PolicygenError, Problem, tell

MAX_BYTES: Final = 2_000_000
MAX_PIXELS: Final = 16_000_000
_LOGO_SIZE: Final = 240
_RASTER: Final = {"PNG": "image/png", "JPEG": "image/jpeg"}
_SVG_ELEMENTS: Final = frozenset(
    {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "symbol"}
    | {"title", "desc", "metadata"}
)
_REMOTE: Final = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_LENGTH: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm|cm|in)?\s*")


class _UnfitError(ValueError):
    """A picture that a document must not embed; the text says why."""


def load_logo(config: Config) -> tuple[Asset, ...]:
    """Return the logo of the theme as the only asset, or none.

    Raises PolicygenError when the file is missing, outside the project (also through a link), too
    large, no SVG, PNG or JPEG, or an SVG that could run or fetch something.
    """
    name = config.logo
    if name is None:
        return ()
    try:
        data = _read(config.root, name)
        media_type, width, height = _examined(data)
    except _UnfitError as error:
        raise PolicygenError(
            Problem(
                "AST101",
                tell("the logo “{name}” {error}", name=name, error=error.args[0]),
                config.span("theme.logo"),
                tell("name an SVG, PNG or JPEG file inside the project's folder"),
            )
        ) from error
    return (Asset("logo", media_type, data, width, height),)


def _read(root: Path, name: str) -> bytes:
    if "://" in name:
        raise _UnfitError(tell("is an address on the web; documents are made without the network"))
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root.resolve()):
            raise _UnfitError(tell("lies outside the project's folder"))
        if path.stat().st_size > MAX_BYTES:
            raise _UnfitError(tell("is larger than 2 MB"))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, _UnfitError):
            raise
        raise _UnfitError(tell("does not exist or cannot be read")) from error


def _examined(data: bytes) -> tuple[str, int, int]:
    """Return media type, width and height; _UnfitError for what is no harmless picture."""
    if data.lstrip()[:1] == b"<" or data.startswith(b"\xef\xbb\xbf<"):
        return "image/svg+xml", *_svg_size(data)
    from PIL import Image  # noqa: PLC0415 - most logos are SVG, and need no imaging library

    try:
        with Image.open(io.BytesIO(data), formats=list(_RASTER)) as image:
            kind, (width, height), mode = image.format or "", image.size, image.mode
            if width * height > MAX_PIXELS:
                raise _UnfitError(tell("has more than 16 million pixels"))
            image.load()
    except (OSError, ValueError, Image.DecompressionBombError, SyntaxError) as error:
        if isinstance(error, _UnfitError):
            raise
        raise _UnfitError(tell("is not a picture that can be read")) from error
    if mode == "CMYK":
        raise _UnfitError(tell("has printing colours (CMYK); save it as RGB"))
    return _RASTER[kind], width, height


def _svg_size(data: bytes) -> tuple[int, int]:
    """Check an SVG element by element and return its size in CSS pixels."""
    sizes: list[tuple[float, float]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not sizes:
            if tag != "svg":
                raise _UnfitError(tell("is not an SVG file"))
            sizes.append(_declared_size(attributes))
        _check_element(tag, attributes)

    def doctype(*_: object) -> None:
        raise _UnfitError(tell("contains a document type declaration; export it as plain SVG"))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        raise _UnfitError(tell("is a damaged SVG file")) from error
    width, height = sizes[0]
    scale = _LOGO_SIZE / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _check_element(tag: str, attributes: dict[str, str]) -> None:
    # Editors add elements of their own, which have a prefix and draw nothing.
    if tag not in _SVG_ELEMENTS and ":" not in tag:
        raise _UnfitError(
            tell("contains <{tag}>; export it as plain SVG with text converted to paths", tag=tag)
        )
    for name, value in attributes.items():
        local = name.rpartition(":")[2].lower()
        if local.startswith("on"):
            raise _UnfitError(tell("contains a script; export it as plain SVG"))
        if (local in {"href", "src"} and not value.startswith("#")) or _REMOTE.search(value):
            raise _UnfitError(tell("refers to another file; export it as one plain SVG"))


def _declared_size(attributes: dict[str, str]) -> tuple[float, float]:
    try:
        box = re.split(r"[\s,]+", attributes["viewBox"].strip())
        _, _, width, height = map(float, box)
    except (KeyError, ValueError):
        lengths = [_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
        if not all(lengths):
            raise _UnfitError(tell("states no size; export it with a viewBox")) from None
        width, height = (float(m[1]) for m in lengths if m)
    if not (0 < width < MAX_PIXELS and 0 < height < MAX_PIXELS):
        raise _UnfitError(tell("states an impossible size"))
    return width, height
