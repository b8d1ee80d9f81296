"""Bring the catalog of a variant, such as es-CO, up to date, and leave it as sparse as it is.

    python -m tools.update_variant CATALOG TEMPLATE

CATALOG: the .po file. TEMPLATE: the .pot file. In the catalog of a language, a message without
words is work for a translator. In a variant it says that the words of its parent will do, so it is
left out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


def update(catalog: Catalog, template: Catalog) -> None:
    """Take over what changed in the template, as fuzzy with the previous text, and nothing else.

    A guess from a message that the template still has is dropped: that message did not change,
    the guess is for another one that is merely like it.
    """
    catalog.update(template)
    known = {_forms(message.id) for message in template}
    for message in list(catalog):
        guessed = message.fuzzy and _forms(message.previous_id) in known
        if message.id and (guessed or not all(_forms(message.string))):
            catalog.delete(message.id, message.context)


def _forms(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value or "",) if isinstance(value, str | None) else tuple(value)


def _read(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def main(path: Path, template: Path) -> None:
    """Update the catalog at a path such as `locales/es_CO/LC_MESSAGES/policy.po`."""
    catalog = _read(path, path.parent.parent.name)
    update(catalog, _read(template))
    with path.open("wb") as file:
        write_po(file, catalog, width=0, include_previous=True, ignore_obsolete=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
