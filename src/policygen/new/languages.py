"""What a project says in each of its languages, seen from one of them or turned to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.pofile import read_po

from policygen.i18n.locales import fallbacks, same_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog


class Message(NamedTuple):
    """A text in the source language. context: its clause, as catalogs know it, or ""."""

    context: str
    text: str


@dataclass(frozen=True, slots=True)
class Languages:
    """What a project says. catalogs: locale -> message in the source language -> its text there."""

    source: str
    catalogs: Mapping[str, Mapping[Message, str]]

    def text(self, locale: str, message: Message) -> str | None:
        """Return what a message says in a locale, or None when it has no translation."""
        for tag in takewhile(lambda tag: tag != self.source, fallbacks(locale)):
            if found := self.catalogs.get(tag, {}).get(message):
                return found
        return message.text if same_language(locale, self.source) else None

    def turned(self, source: str, messages: Iterable[Message]) -> Languages:
        """Return the same words with another source language; messages: all of the project's.

        Every locale says the same as before. A language's own catalog comes to hold all of its
        texts, and the catalog of a region only what differs from those. Raises LookupError when
        a message has no text in the new source language, and ValueError when two messages of one
        clause would have the same.
        """
        keys = {old: Message(old.context, self.said(source, old)) for old in messages}
        for one, count in Counter(keys.values()).items():
            if count > 1:
                raise ValueError(f"two texts have the same translation and cannot turn back: {one}")
        catalogs: dict[str, dict[Message, str]] = {}
        result = Languages(source, catalogs)
        tags = {*self.catalogs, self.source, fallbacks(self.source)[-1]} - {source}
        for tag in sorted(tags, key=lambda tag: (len(fallbacks(tag)), tag)):
            said = {key: self.text(tag, message) for message, key in keys.items()}
            catalogs[tag] = {
                key: text for key, text in said.items() if text and text != result.text(tag, key)
            }
        return Languages(source, {tag: texts for tag, texts in catalogs.items() if texts})

    def said(self, locale: str, message: Message) -> str:
        """Return what a message says in a locale; LookupError when it has no translation."""
        text = self.text(locale, message)
        if text is None:
            raise LookupError(message)
        return text


def read_languages(folder: Path, source: str, domain: str) -> Languages:
    """Read the catalogs of a domain below a `locales` folder; source: of their message ids."""
    catalogs = {}
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po")):
        with path.open("rb") as file:
            catalogs[path.parts[-3].replace("_", "-")] = dict(_entries(read_po(file)))
    return Languages(source, catalogs)


def _entries(catalog: Catalog) -> Iterator[tuple[Message, str]]:
    for entry in catalog:
        if entry.id and entry.string and not entry.fuzzy:
            yield Message(entry.context or "", str(entry.id)), str(entry.string)
