"""Typography: punctuation marks and quotation marks as each language sets them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.addresses import without_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

_TARGET: Final = re.compile(r"\]\([^)\s]{0,2000}\)|&\w{1,10};|\{\w{0,40}\}")
_WORD: Final = r"[^\s\xa0\u202f]{0,30}"
# The mark may stand behind the end of stress or of a link.
_JOINED: Final = rf"{_WORD}[^\s\xa0\u202f\0?!;:(\[/][\]*_)]*"
_COLON: Final = r":(?![\w/\\)(])"
_SPACED: Final = rf"{_WORD} (?:[?!;](?![\w(])|:(?=\s|$))"
_FRENCH: Final = {
    "space": rf"{_JOINED}(?:[?!;](?!\w)|{_COLON})|{_WORD} [?!;:](?![)(\w])",
    "guillemets": rf"«(?![\xa0\u202f]) ?{_WORD}|{_WORD}(?<![\xa0\u202f])»",
    "quotes": r"\"[^\"\n]{1,500}\"|„[^\n]{0,500}|“[^“”\n]{0,500}”",
}
_RULES: Final = {
    "fr": _FRENCH,
    # In Canada only the colon and guillemets have a space.
    "fr-CA": {**_FRENCH, "space": rf"{_JOINED}{_COLON}|{_WORD} :(?![)(\w])"},
    "es": {"spaced": _SPACED, "quotes": r"„[^\n]{0,500}"},
    "de": {
        "spaced": _SPACED,
        "quotes": r"\"[^\"\n]{1,500}\"|“[^“”„\n]{1,500}”|„[^“”„\"\n]{1,500}[”\"]",
    },
    "en": {"spaced": _SPACED, "quotes": r"[„«][^\n]{0,500}"},
}
_QUICK: Final = {
    "fr": re.compile(r"[^\xa0\u202f][?!;:»]|[«“\"„]"),
    "es": re.compile(r"\s[;:]|[?!„]"),
    "de": re.compile(r"\s[?!;:]|[\"“”]"),
    "en": re.compile(r"\s[?!;:]|[„«]"),
}
_GUILLEMETS: Final = re.compile(r"«[^«»\n]{1,500}»")
_MARKS: Final = re.compile(r"[?!]+")


@cache
def _patterns(locale: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    language = locale.partition("-")[0]
    rules = _RULES.get(locale) or _RULES[language]
    return tuple((kind, re.compile(pattern)) for kind, pattern in rules.items())


def punctuation_mistakes(text: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield what is not set as a language sets it, the first of each kind: the words, and what
    about them: `space`, `guillemets`, `spaced`, `quotes` or `opening`. Nothing for languages that
    are not known."""
    language = locale.partition("-")[0]
    if language not in _QUICK or not _QUICK[language].search(text):
        return
    text = _TARGET.sub(_blank, without_addresses(text))
    # Within other quotation marks, inner ones may be of another kind.
    outside = _GUILLEMETS.sub(_blank, text) if language == "fr" else text
    for kind, pattern in _patterns(locale):
        if match := pattern.search(outside if kind == "quotes" else text):
            yield match[0].replace("\0", ""), kind
    if language == "es":
        yield from _not_opened(text)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _not_opened(text: str) -> Iterator[tuple[str, str]]:
    """Yield the last words of a Spanish text with more ends of questions and exclamations than
    beginnings; a question may end as an exclamation."""
    closed = [match for match in _MARKS.finditer(text) if not text.startswith(")", match.end())]
    opened = text.count("¿") + text.count("¡")
    if len(closed) > opened:
        last = closed[0]
        start = text.rfind(" ", 0, max(last.start() - 20, 0)) + 1
        yield text[start : last.end()], "opening"
