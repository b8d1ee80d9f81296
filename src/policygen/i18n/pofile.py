"""Catalogs from text (PO) and to what gettext looks messages up in (MO)."""

from __future__ import annotations

import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final

from babel.core import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_REMARK: Final = re.compile(r"^#[^,~\n].*", re.MULTILINE)
"""A line for translators: neither flags nor an entry that is no longer used."""


def parsed(text: str, language: str, domain: str) -> Catalog:
    """Return the catalog that a text is, without the remarks for translators; PoFileError where it
    is none.

    language: BCP 47 tag of the translations. domain: as gettext calls it.
    """
    locale = Locale.parse(language, sep="-")
    text = _REMARK.sub("", text)  # most of a catalog, and slow to parse
    return read_po(StringIO(text), locale=locale, domain=domain, abort_invalid=True)


def compiled(catalog: Catalog) -> BytesIO:
    """Return the file that gettext reads, with the translations that are not fuzzy."""
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return file
