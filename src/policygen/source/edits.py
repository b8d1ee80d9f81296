"""What mends a mistake that has exactly one right answer, as edits of the source's own text.

Nothing here rewrites a character that is right: quotation marks and spaces are inserted, a word
is exchanged only where it stands in the source as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from policygen.errors import Edit, Span
from policygen.source.lines import entry_of, indentation

if TYPE_CHECKING:
    from policygen.source.loader import Source
    from policygen.source.page import Page

NO_FIX: Final[tuple[Edit, ...]] = ()

_BETWEEN_WORDS: Final = re.compile(r"[-_ ]+")
_COMMA: Final = re.compile(r"[ \t]*,[ \t]*$")
_DASH: Final = re.compile(r" *-[ \t]+")
_COMMENT: Final = re.compile(r"[ \t]+#.*")
_CLEAR_COMMENT: Final = re.compile(r"[ \t]+#+(?:[ \t]+(?!\d+[.!?]?[ \t]*$).*)?")
"""A comment that nobody takes for a part of the value before it."""
_UNSURE: Final = re.compile(r"(?:^|[,;{\[])[ \t]*[a-z][a-z0-9_-]*:[ \t]|\ufffd")
"""What may be an entry that stands on the wrong line, and not words with a colon; or a character
that may have ended the line."""


def respelling(word: str, known: Iterable[str]) -> str:
    """Return the one known word that a word is but for capitals and what joins its parts
    (`-`, `_` or a space); "" where there is none, or more than one."""
    wanted = _BETWEEN_WORDS.sub("-", word.strip().casefold())
    same = [other for other in known if _BETWEEN_WORDS.sub("-", other.casefold()) == wanted]
    return same[0] if len(same) == 1 else ""


def exchanged(source: Source, span: Span | None, old: str, new: str) -> tuple[Edit, ...]:
    """Return the edit that writes `new` for the value or key `old` at a place, in whatever
    quotation marks it has; none where it is not written there letter by letter."""
    if span is None or not new or new == old or span.file not in source.files:
        return NO_FIX
    line = source.files[span.file].split("\n")[span.line - 1]
    stands = line[span.column - 1 :][: span.length].rstrip(" \t")
    for mark in ("", '"', "'"):
        if stands == f"{mark}{old}{mark}":
            place = Span(span.file, span.line, span.column + len(mark), len(old))
            return (Edit(place, new),)
    return NO_FIX


def respelled_key(source: Source, path: str, known: Iterable[str]) -> tuple[Edit, ...]:
    """Return the edit that spells the key at a path as the one it is meant to be (`respelling`),
    unless that one is there too."""
    parent, _, key = path.rpartition(".")
    right = respelling(key, known)
    if f"{parent}.{right}".lstrip(".") in source.key_spans:
        return NO_FIX
    return exchanged(source, source.key_spans.get(path), key, right)


def without_item(source: Source, path: str) -> tuple[Edit, ...]:
    """Return the edit that takes away the item of a list at a path, which is not the first and
    has its line for itself or follows a comma; none where it stands otherwise."""
    span = source.spans.get(path)
    if span is None or span.file not in source.files:
        return NO_FIX
    lines = source.files[span.file].split("\n")
    line, start = lines[span.line - 1], span.column - 1
    if comma := _COMMA.search(line[:start]):
        place = Span(span.file, span.line, comma.start() + 1, start + span.length - comma.start())
        return (Edit(place, ""),)
    if not _DASH.fullmatch(line[:start]) or line[start + span.length :].strip():
        return NO_FIX
    return (Edit(Span(span.file, span.line, 1, len(line) + 1), ""),) if lines[span.line :] else ()


def in_quotation_marks(page: Page, number: int, start: int) -> tuple[Edit, ...]:
    """Return the edits that put the value of a line into quotation marks.

    start: where it begins, from 0. None where it may be something else than one text on one line:
    another entry in its midst, a comment that may belong to it, more text on the next line.
    """
    line = page.line(number)
    entry = entry_of(line)
    if entry.start("value") != start or not (entry["key"] or "-" in entry["lead"]):
        return NO_FIX
    comment = _COMMENT.search(line, start)
    value = line[start : comment.start() if comment else len(line)].rstrip()
    if comment and not _CLEAR_COMMENT.fullmatch(comment[0]):
        return NO_FIX
    if not value or _UNSURE.search(value) or _goes_on(page, number, entry.end("lead")):
        return NO_FIX
    mark = "'" if '"' in value or "\\" in value else '"'
    inside = [i for i, character in enumerate(value) if character == mark]
    return tuple(
        page.insertion(number, start + column, mark) for column in (0, *inside, len(value))
    )


def _goes_on(page: Page, number: int, column: int) -> bool:
    """Whether the text of a line may go on below it."""
    for below in page.lines[number + 1 :]:
        if below.strip():
            return indentation(below) > column and not below.lstrip().startswith("#")
    return False
