"""Text of strangers on a terminal: harmless, and as wide as it looks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from policygen.cli.language import here

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_TAB: Final = "    "
_JOINERS: Final = "\u200c\u200d"
"""Needed inside some scripts and picture characters, and harmless."""
_ELLIPSIS: Final = "…"
_LEAD: Final = 3
"""Windows begin at least so many times narrower than they are before the caret."""


def visible(text: str) -> str:
    r"""Return the text, in the user's language, with every character shown that a terminal would
    obey or hide.

    Escape sequences, line feeds, reversed writing and lone surrogates come out as `\x1b`,
    `\u202e` and the like.
    """
    return "".join(_shown(character) for character in here(text))


def width(text: str) -> int:
    """Return how many columns of a terminal a visible text takes."""
    from rich.cells import cell_len  # noqa: PLC0415 - only where there is a problem to print

    return cell_len(text)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file and the caret line below it. before: columns before the caret.
    length: columns that the caret underlines."""

    line: str
    before: int
    length: int


def excerpt(line: str, column: int, length: int, columns: int) -> Excerpt:
    """Return the part of a line around a stretch of it, in so many columns of a terminal.

    line: of a file, without its line feed. column, length: of the stretch, in characters, from 1.
    """
    cells = [_shown(character) if character != "\t" else _TAB for character in line]
    start = min(max(column - 1, 0), len(cells))
    end = min(start + max(length, 1), len(cells))
    first, last = _window(cells, start, columns)
    head = _ELLIPSIS if first else ""
    tail = _ELLIPSIS if last < len(cells) else ""
    underlined = width("".join(cells[start : min(end, last)]))
    return Excerpt(
        line=head + "".join(cells[first:last]) + tail,
        before=len(head) + width("".join(cells[first:start])),
        length=max(underlined, 1),
    )


def _window(cells: list[str], start: int, columns: int) -> tuple[int, int]:
    """Return which cells to show so that the one at `start` is in sight, with some before it."""
    if width("".join(cells)) <= columns:
        return 0, len(cells)
    room = max(columns - 2 * len(_ELLIPSIS), 1)
    first, used = start, 0
    while first > 0 and used + width(cells[first - 1]) <= room // _LEAD:
        first -= 1
        used += width(cells[first])
    last = first
    used = 0
    while last < len(cells) and used + width(cells[last]) <= room:
        used += width(cells[last])
        last += 1
    return first, max(last, min(start + 1, len(cells)))


def _shown(character: str) -> str:
    if character in _JOINERS or unicodedata.category(character) not in _INVISIBLE:
        return character
    return character.encode("unicode_escape").decode("ascii")
