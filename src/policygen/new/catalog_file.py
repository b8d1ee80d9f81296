"""A catalog of the company's text -> the bytes of its .po file."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final, NamedTuple

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from policygen.new.languages import Message

_HEADER: Final = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
MARKDOWN: Final = "Markdown; keep paragraphs and links"
"""What extraction tells translators about a text with markup."""


class Entry(NamedTuple):
    """An entry of a catalog. file: where the message stands, relative to the project."""

    message: Message
    text: str
    file: str
    is_markdown: bool


def catalog_file(locale: str, entries: Iterable[Entry]) -> bytes:
    """Return the .po file of a locale, without dates, in the order of the entries."""
    catalog = Catalog(locale=Locale.parse(locale, sep="-"))
    for entry in entries:
        catalog.add(
            entry.message.text,
            entry.text,
            context=entry.message.context,
            locations=[(entry.file, 0)],
            auto_comments=[MARKDOWN] if entry.is_markdown else [],
        )
    header = _HEADER.format(language=locale.replace("-", "_"), plural_forms=catalog.plural_forms)
    file = BytesIO(header.encode())
    file.seek(0, 2)
    write_po(file, catalog, width=0, omit_header=True, include_lineno=False)
    return file.getvalue()
