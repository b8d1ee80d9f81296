"""Entries of a catalog, with their places: what checks of translations read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.errors import Span
from policygen.i18n.catalogs import POLICY, read_catalog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from babel.messages.catalog import Catalog

_STRING: Final = "msgstr "


@dataclass(frozen=True, slots=True)
class Entry:
    """A usable translation. translation: its words. span: where they stand; of a text over several
    lines, the first one."""

    translation: str
    span: Span


def entries(path: Path, name: str, language: str) -> Mapping[tuple[str, str], Entry]:
    """Return (context, message) -> translation of a catalog of the company's text; nothing where
    it cannot be read, which `load_catalog` reports.

    path, name: the file, and how the user calls it. Fuzzy, empty and unsound entries are left out.
    """
    catalog, _ = read_catalog(path, name, language, POLICY)
    if catalog is None:
        return {}
    try:
        return _entries(catalog, path.read_text(encoding="utf-8").split("\n"), name)
    except OSError:
        return {}


def _entries(catalog: Catalog, lines: list[str], name: str) -> dict[tuple[str, str], Entry]:
    return {
        (message.context or "", message.id): Entry(
            message.string, _place(lines, message.lineno or 1, name)
        )
        for message in catalog
        if isinstance(message.id, str) and message.id
        if isinstance(message.string, str) and message.string and not message.fuzzy
    }


def _place(lines: list[str], start: int, name: str) -> Span:
    """Return where the translation of the entry stands that begins at a line, from 1."""
    for number in range(start, min(start + 200, len(lines) + 1)):
        line = lines[number - 1]
        if line.startswith(_STRING):
            words = line.removeprefix(_STRING).strip('"')
            if not words and number < len(lines):
                return Span(name, number + 1, 2, max(len(lines[number].strip('"')), 1))
            return Span(name, number, len(_STRING) + 2, max(len(words), 1))
    return Span(name, start)
