"""The program itself as an input: its files, and the versions of the libraries that it calls."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from policygen.build.request import Stamp
from policygen.build.snapshot import snapshot, stamp
from policygen.resources import shipped

PACKAGE: Final = Path(__file__).resolve().parent.parent

LIBRARIES: Final = (
    "weasyprint",
    "docx",
    "lxml",
    "fontTools",
    "pikepdf",
    "babel",
    "jinja2",
    "markdown_it",
    "pydantic",
    "yaml",
    "rendercv_fonts",
)
"""The packages whose change may change what a build makes."""


def program_stamps() -> dict[str, Stamp]:
    """Return the stamps of the program's files and of the installed libraries' records.

    Nothing is imported. Every installation of a package, whatever its tool, renews the package's
    `.dist-info` folder, so its stamp stands for the hundreds of files of the package.
    """
    names = (PACKAGE, shipped() / "templates", shipped() / "locales")
    stamps = snapshot(PACKAGE, map(str, names))
    for folder in sorted(_library_folders()):
        stamps |= _records(folder)
    return stamps


def _library_folders() -> set[str]:
    folders = set()
    for name in LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            folders.add(os.path.dirname(os.path.dirname(spec.origin)))  # noqa: PTH120 - speed
    return folders


def _records(folder: str) -> dict[str, Stamp]:
    records = {}
    for entry in os.scandir(folder):
        if entry.name.endswith(".dist-info") and (found := stamp(entry.path)) is not None:
            records[entry.path] = found
    return records
