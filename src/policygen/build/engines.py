"""The versions of everything whose change may change the bytes of a file."""

from __future__ import annotations

import ctypes
import platform
import zlib
from importlib.metadata import PackageNotFoundError, version
from typing import Final

DISTRIBUTIONS: Final = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
    "pyphen",
    "pillow",
    "fonttools",
    "uharfbuzz",
    "brotli",
    "pikepdf",
    "python-docx",
    "lxml",
    "resvg-py",
    "babel",
)
"""Libraries that write or shape text, by their names in the package index."""

_PANGO: Final = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0.0.dylib")
_SUBSETTER: Final = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib")


def versions() -> dict[str, str]:
    """Return name -> version of every engine; "" for one that is not there."""
    return {
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "pango": pango_version(),
        **{name: library_version(name) for name in DISTRIBUTIONS},
    }


def library_version(name: str) -> str:
    """Return the version of an installed package, or "" when it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def pango_version() -> str:
    """Return the version of Pango, the text engine of the PDF writer, or "" without it."""
    library = _shared_library(_PANGO)
    if library is None:
        return ""
    library.pango_version_string.restype = ctypes.c_char_p
    return str(library.pango_version_string().decode())


def has_subsetter() -> bool:
    """Return whether HarfBuzz's font subsetter is there."""
    return _shared_library(_SUBSETTER) is not None


def _shared_library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None
