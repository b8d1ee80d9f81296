"""Locales: where one looks next for the words that it lacks."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel.core import Locale, get_global, parse_locale

_SCRIPT_LENGTH: Final = 4


@cache
def fallbacks(tag: str) -> tuple[str, ...]:
    """Return a locale's tag and those of its parents in CLDR, nearest first.

    `es-CO` gives `es-CO`, `es-419`, `es`. Only parents in the same language and its main script
    count: words in another one would be no help to the reader.
    """
    locale = Locale.parse(tag, sep="-")
    names = []
    name = str(locale)
    while name and name.split("_", maxsplit=1)[0] == locale.language:
        names.append(name.replace("_", "-"))
        name = _parent(name)
    return tuple(dict.fromkeys((tag, *names)))


def _parent(name: str) -> str:
    """Return the name of a locale's parent as Babel inherits data, "" where there is none."""
    if exception := get_global("parent_exceptions").get(name):
        return str(exception)
    parent, _, last = name.rpartition("_")
    is_script = len(last) == _SCRIPT_LENGTH and last.isalpha()
    return "" if is_script and last != _main_script(parent) else parent


def _main_script(language: str) -> str:
    likely = get_global("likely_subtags").get(language, language)
    return parse_locale(likely)[2] or ""


def same_language(one: str, other: str) -> bool:
    """Whether readers of one locale can read the other: en-GB and en-US, not zh and zh-Hant."""
    return fallbacks(one)[-1] == fallbacks(other)[-1]
