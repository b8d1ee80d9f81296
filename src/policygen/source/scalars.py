"""Text -> the YAML that reads back as exactly that text, in a style that people would choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from policygen.source.characters import clean
from policygen.source.mend import read_page
from policygen.source.page import Page
from policygen.source.values import Mapping

WIDTH: Final = 100
"""Columns of a line that was broken because it was too long."""

_BREAK: Final = re.compile(r"(?<=[^ ]) (?=[^ ])")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


class Slot(NamedTuple):
    """Where a text will stand.

    column: of its first character, from 0. indent: columns before its lines when it has lines of
    its own. flow: whether it stands in brackets, which leaves no room for such lines. block:
    whether it has had such lines so far.
    """

    column: int
    indent: int
    flow: bool
    block: bool


def written(text: str, slot: Slot) -> str:
    """Return the YAML of a text for a place: its first line, and lines indented below it.

    Texts that had lines of their own keep them; others get them when they are too long for one.
    Raises ValueError when the source language has no way to write the text.
    """
    for candidate in _candidates(text, slot):
        if _reads_back(candidate, text, flow=slot.flow):
            return candidate
    raise ValueError(f"a source file cannot hold this text: {text!r}")


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many columns, broken only at single spaces."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def read_soundly(text: str) -> Mapping | None:
    """Return what a source text says, or None when there is a problem or a warning in it."""
    page = Page("", text.split("\n"))
    reader = read_page(page, clean(page, text))
    return None if page.problems else reader.value


def _candidates(text: str, slot: Slot) -> Iterator[str]:
    """Yield spellings, the most readable first; not all of them mean the text."""
    one_line = [text, _quoted(text), _escaped(text)]
    if slot.flow:
        yield from one_line
        return
    if not slot.block:
        yield from (line for line in one_line if slot.column + len(line) <= WIDTH)
    literal, folded = _literal(text, slot.indent), _folded(text, slot.indent)
    fits = all(len(line) <= WIDTH for line in literal.split("\n"))
    yield from (literal, folded) if "\n" in text and fits else (folded, literal)
    yield from one_line


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _literal(text: str, indent: int) -> str:
    return _indented("|-", text.split("\n"), indent)


def _folded(text: str, indent: int) -> str:
    """Return the folded style, in which a line feed is written as an empty line."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        lines += [""] * (number > 0)
        lines += wrapped(paragraph, WIDTH - indent) if paragraph else []
    return _indented(">-", lines, indent)


def _indented(header: str, lines: list[str], indent: int) -> str:
    return "\n".join([header, *(" " * indent + line if line else "" for line in lines)])


def _reads_back(candidate: str, text: str, *, flow: bool) -> bool:
    if flow:
        return read_soundly(f"k: {{v: {candidate}}}") == {"k": {"v": text}}
    return read_soundly(f"k: {candidate}\n") == {"k": text}
