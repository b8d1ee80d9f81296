"""Indentation with ordinary spaces in place of tabs and special spaces, where it is certain.

How deep a line with a tab stands depends on how wide its author's editor shows a tab. Where the
file reads the same for every width that leaves the fewest mistakes, there is one right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from policygen.errors import Edit, Span
from policygen.source.characters import INDENT, clean
from policygen.source.mend import read_page
from policygen.source.page import Page
from policygen.source.values import Mapping

_WIDTHS: Final = (2, 4, 8, 1)
"""Columns that an editor may show a tab as, the usual indentation of a policy first."""

_PLAIN: Final = str.maketrans("\u00a0\u202f", "  ", "\u200b\u200c\u200d\u2060")
"""Special spaces that are as wide as a space in an editor, or have no width at all."""
_ORDINARY: Final = re.compile(r"[ \t-]*")


class _Reading(NamedTuple):
    """What a file says with its indentation replaced: number of mistakes, values, edits."""

    mistakes: int
    value: Mapping
    edits: dict[int, Edit]


def straightened(page: Page, text: str, wrong: Iterable[int]) -> dict[int, Edit]:
    """Return line -> the edit that gives it ordinary indentation, for the lines `wrong` of a
    text, all from 0; nothing where the lines could mean more than one thing."""
    lines = text.split("\n")
    numbers = tuple(wrong)
    widths = _WIDTHS if any("\t" in lines[number] for number in numbers) else (1,)
    readings = [_reading(page.name, lines, numbers, width) for width in widths]
    possible = [reading for reading in readings if reading is not None]
    if not possible:
        return {}
    fewest = min(reading.mistakes for reading in possible)
    likely = [reading for reading in possible if reading.mistakes == fewest]
    return likely[0].edits if all(r.value == likely[0].value for r in likely) else {}


def _reading(name: str, lines: list[str], wrong: Iterable[int], width: int) -> _Reading | None:
    changed, edits = list(lines), {}
    for number in wrong:
        straight = _straight(lines[number], width)
        if straight is None:
            return None
        lead, rest = straight
        changed[number] = lead + rest
        edits[number] = _edit(name, number, lines[number], lead, rest)
    page = Page(name, changed)
    reader = read_page(page, clean(page, "\n".join(changed)))
    return _Reading(len(page.problems), reader.value, edits)


def _straight(line: str, width: int) -> tuple[str, str] | None:
    """Return a line's new indentation, and dashes, and the rest of it; None for special spaces
    of a width that is not known."""
    lead, rest = "", line
    while match := INDENT.match(lead + rest):
        plain = match[0].translate(_PLAIN)
        if not _ORDINARY.fullmatch(plain):
            return None
        lead, rest = plain.expandtabs(width), (lead + rest)[match.end() :]
    return lead, rest


def _edit(name: str, number: int, line: str, lead: str, rest: str) -> Edit:
    """Return the edit of a line's indentation, from the first character that changes."""
    old = line[: len(line) - len(rest)]
    right = INDENT.match(line)
    column = right.end("good") if right else 0
    return Edit(Span(name, number + 1, column + 1, len(old) - column), lead[column:])
