"""Catalogs: .po files, read with Babel, checked, and ready to look words up in.

Two domains: `policygen` is the fixed wording (message ids are English), `policy` the company's
text (message ids are in the source language, the clause path is the context). A locale has the
catalogs of its parents behind its own, message by message.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from babel.messages.pofile import PoFileError
from babel.support import Translations

from policygen.errors import Problem, Span, Words, tell
from policygen.i18n.locales import fallbacks, same_language
from policygen.i18n.pofile import compiled, parsed

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

WORDING: Final = "policygen"
POLICY: Final = "policy"
WORDING_LANGUAGE: Final = "en"
"""The language of the message ids of the fixed wording."""
_HIDDEN: Final = "\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069"
_LINE: Final = (
    r"(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)[^\S\n]+)?"
    rf'"(?:\\[^{_HIDDEN}\n]|[^"\\{_HIDDEN}\n])*"'
)
_FAULTY: Final = re.compile(rf"^(?![^\S\n]*(?:$|#|{_LINE}[^\S\n]*$))", re.MULTILINE)
"""The beginning of a line that is neither empty nor a comment nor words of an entry."""
_PAGES: Final = "%(pages)s"
PLACEHOLDER: Final = re.compile(r"%(?:\((\w+)\)s|%|)")


class UntranslatedError(LookupError):
    """There is no usable translation of a message. `message` is its id."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class _NoTranslation(gettext.NullTranslations):
    """The end of a look-up: says that a translation is missing instead of repeating the id."""

    def gettext(self, message: str) -> str:
        raise UntranslatedError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        raise UntranslatedError(msgid1)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        raise UntranslatedError(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        raise UntranslatedError(msgid1)


def catalog_tags(language: str, source_language: str) -> tuple[str, ...]:
    """Return the locales whose catalogs are looked into for one, the nearest first.

    Beyond the source's own locale there are none: its words are the message ids.
    """
    return tuple(takewhile(lambda tag: tag != source_language, fallbacks(language)))


class Catalogs:
    """The catalogs of one project, each read once.

    find: language and domain -> the catalog's file, which need not exist, and how to call it in
    problems. source_language: of the company's text. problems: what is wrong with the catalogs
    that were read.
    """

    def __init__(self, find: Callable[[str, str], tuple[Path, str]], source_language: str) -> None:
        self._find = find
        self._source_languages = {WORDING: WORDING_LANGUAGE, POLICY: source_language}
        self._read: dict[tuple[str, str], gettext.NullTranslations] = {}
        self.problems: list[Problem] = []

    def translations(self, language: str, domain: str) -> gettext.NullTranslations:
        """Return the words of a locale and, behind them, those of its parents.

        A message that none of them has is shown as it is written in a locale of the source's
        own language; in another one, looking it up raises `UntranslatedError`.
        """
        source_language = self._source_languages[domain]
        own = same_language(language, source_language)
        words = gettext.NullTranslations() if own else _NoTranslation()
        for tag in reversed(catalog_tags(language, source_language)):
            words = self._catalog(tag, domain, words)
        return words

    def _catalog(
        self, tag: str, domain: str, parent: gettext.NullTranslations
    ) -> gettext.NullTranslations:
        if (tag, domain) not in self._read:
            path, name = self._find(tag, domain)
            self._read[tag, domain], problems = load_catalog(path, name, tag, domain, parent)
            self.problems += problems
        return self._read[tag, domain]


def load_catalog(
    path: Path,
    name: str,
    language: str,
    domain: str,
    parent: gettext.NullTranslations | None = None,
) -> tuple[gettext.NullTranslations, list[Problem]]:
    """Read a catalog.

    path, name: the file, and how to call it in problems. parent: where to look up what it lacks,
    None to raise `UntranslatedError` then. Entries that are fuzzy, empty or unsound are left out;
    the unsound ones are problems. A catalog that does not exist is empty.
    """
    parent = parent or _NoTranslation()
    catalog, problems = read_catalog(path, name, language, domain)
    return (parent if catalog is None else _compiled(catalog, parent)), problems


def read_catalog(
    path: Path, name: str, language: str, domain: str
) -> tuple[Catalog | None, list[Problem]]:
    """Return a catalog without the entries that are unsound, and its problems; None for one that
    does not exist or cannot be read. The arguments are those of `load_catalog`."""
    if not path.is_file():
        return None, []
    try:
        catalog, problems = _parsed(path.read_text(encoding="utf-8"), name, language, domain)
    except PoFileError as error:
        return None, [_unreadable(name, error.lineno + 1)]
    except (OSError, ValueError, LookupError, ArithmeticError):
        return None, [_unreadable(name, 0)]
    return catalog, list(problems)


@lru_cache(maxsize=32)
def _parsed(
    text: str, name: str, language: str, domain: str
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    if faulty := _faulty_line(text):
        return None, (_unreadable(name, faulty),)
    catalog = parsed(text, language, domain)
    problems = tuple(problem for message in catalog for problem in _unsound(message, name))
    _leave_out_unusable(catalog, problems)
    return catalog, problems


def _faulty_line(text: str) -> int:
    """Return the number of the first line that is no line of a catalog, 0 for none.

    The parser takes a lost quotation mark for a part of the text and cuts off a letter.
    """
    faulty = _FAULTY.search(text)
    return text.count("\n", 0, faulty.start()) + 1 if faulty else 0


def _unreadable(name: str, line: int) -> Problem:
    """Return the problem of a catalog. line: of the faulty entry, 0 where that is not known."""
    return Problem(
        "CAT101",
        tell("this catalog of translations cannot be read"),
        Span(name, line, 1) if line else Span(name),
        tell(
            "each text must stand between quotation marks, without control characters; open the "
            "catalog in a translation program, which shows the faulty entry, and save it as UTF-8"
        ),
    )


def _leave_out_unusable(catalog: Catalog, problems: Iterable[Problem]) -> None:
    lines = {problem.span.line for problem in problems if problem.span}
    for message in list(catalog):
        incomplete = isinstance(message.string, tuple) and not all(message.string)
        if message.id and (incomplete or message.lineno in lines):
            catalog.delete(message.id, message.context)


def _compiled(catalog: Catalog, parent: gettext.NullTranslations) -> Translations:
    translations = Translations(compiled(catalog), domain=catalog.domain)
    translations.add_fallback(parent)
    return translations


def placeholders(text: str) -> set[str]:
    """Return the names of the `%(name)s` placeholders of a message; "" for a stray `%`."""
    return {match[1] or "" for match in PLACEHOLDER.finditer(text) if match[0] != "%%"}


def _forms(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (value or "",)


def _to_keep(names: set[str], *, in_order: bool) -> Words:
    listed = ", ".join(f"%({name})s" for name in sorted(names))
    if in_order:
        return tell("keep each of these once, in this order: {names}", names=listed)
    return tell("keep each of these once: {names}", names=listed)


def _unsound(message: Message, name: str) -> Iterator[Problem]:
    """Yield a problem for placeholders that a translation lost, added or broke (CAT102)."""
    if not message.id or message.fuzzy or not message.python_format:
        return
    ids, strings = _forms(message.id), _forms(message.string)
    allowed = set().union(*map(placeholders, ids))
    needed = set.intersection(*map(placeholders, ids))
    for string in strings:
        found = placeholders(string)
        twice = len(PLACEHOLDER.findall(string)) > len(found) and "%%" not in string
        swapped = _PAGES in string and string.find(_PAGES) < string.find("%(page)s")
        if string and (twice or swapped or not needed <= found <= allowed):
            yield Problem(
                "CAT102",
                tell(
                    "the translation of “{text}” does not have the same placeholders", text=ids[0]
                ),
                Span(name, message.lineno or 0, 1),
                _to_keep(needed, in_order=_PAGES in string),
            )
            return
