"""What the program says to its user, in the user's language.

The sentences are made in English, as `Words`, wherever something is to be said; here they are
translated, at the last moment before they are shown. Their catalogs (domain `messages`) ship with
the program. What a catalog lacks is said in English.
"""

from __future__ import annotations

import gettext
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from policygen.errors import WordedIn, Words, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, "es", "fr", "de")
"""Those that the program can speak."""

DOMAIN: Final = "messages"

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the system says which language its user reads; the first that is set counts."""


_NAMES: Final = {
    "en": tell("English"),
    "es": tell("Spanish"),
    "fr": tell("French"),
    "de": tell("German"),
}


def language_name(tag: str) -> str:
    """Return what people call the language of a BCP 47 tag, the tag itself where nobody has said.

    A region follows in brackets: “German (AT)”.
    """
    language, _, region = tag.partition("-")
    name = _NAMES.get(language)
    if name is None or not region:
        return name or tag
    return tell("{language} ({region})", language=name, region=region)


def ui_language(option: str, environment: Mapping[str, str]) -> str:
    """Return the language to speak: the one asked for or ("") that of the user's system.

    environment: as `os.environ`. A language that the program does not speak is English.
    """
    named = option or next(filter(None, map(environment.get, _VARIABLES)), "")
    language = re.split(r"[-_.@]", named, maxsplit=1)[0].lower()
    return language if language in LANGUAGES else ENGLISH


def said(text: str, language: str) -> str:
    """Return a sentence in a language; what is no `Words`, or not translated, as it is."""
    if language == ENGLISH or not isinstance(text, Words) or not text:
        return text
    if isinstance(text, WordedIn):
        return text.languages.get(language, text)
    fields = {name: _said_field(value, language) for name, value in text.fields.items()}
    catalog = _catalog(language)
    if text.plural:
        template = catalog.ngettext(text.template, text.plural, text.fields["number"])
    else:
        template = catalog.gettext(text.template)
    try:
        return template.format_map(fields)
    except (LookupError, ValueError, AttributeError):  # a translator's slip silences nothing
        return str(text)


def said_text(text: str, language: str) -> str:
    """Return a text that is no `Words`, such as a docstring, in a language.

    text: in paragraphs, each of which is a message of its own. Their lines are joined, but for
    those below Click's mark for it, which are kept as they are.
    """
    if language == ENGLISH:
        return text
    catalog = _catalog(language)
    return "\n\n".join(
        f"{mark}{catalog.gettext(message)}" for mark, message in paragraphs(text) if message
    )


def paragraphs(text: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a text as messages, each with the mark that stands before it."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip(" \n")):
        kept = paragraph.removeprefix(_KEEP_LINES)
        message = kept if kept != paragraph else " ".join(paragraph.split())
        found.append((_KEEP_LINES if kept != paragraph else "", message))
    return found


_KEEP_LINES: Final = "\b\n"
"""Click's mark before a paragraph whose lines must not be joined."""


def _said_field(value: Any, language: str) -> Any:
    if isinstance(value, Words):
        return said(value, language)
    return _Figure(value, language) if isinstance(value, int | float) else value


class _Figure:
    """A number in a sentence, with the decimal mark and the separators of a language."""

    def __init__(self, number: float, language: str) -> None:
        self._number, self._marks = number, _MARKS[language]

    def __format__(self, shape: str) -> str:
        return format(self._number, shape).translate(self._marks)


_MARKS: Final = {
    "es": str.maketrans(".,", ",."),
    "fr": str.maketrans(".,", ",\u202f"),
    "de": str.maketrans(".,", ",."),
}
"""Language -> what it writes for the marks of English figures (CLDR)."""


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    """Read the catalog of a language; one that is not there has no translations."""
    # Who reads English needs none of it.
    from policygen.i18n.pofile import compiled, parsed  # noqa: PLC0415
    from policygen.resources import shipped  # noqa: PLC0415

    path = shipped() / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    catalog = parsed(path.read_text(encoding="utf-8"), language, DOMAIN)
    return gettext.GNUTranslations(compiled(catalog))
