"""Edits as offsets of a text: applying them, and where they move what they leave alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from policygen.errors import Edit, Span

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, whatever ends them."""

    def __init__(self, text: str) -> None:
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def start(self, span: Span) -> int:
        """Return the offset of the first character of a place."""
        return self._starts[span.line - 1] + span.column - 1

    def end(self, span: Span) -> int:
        """Return the offset behind the last character of a place; a line end is one character."""
        end = self.start(span) + span.length
        return end if end <= self._ends[span.line - 1] else self._starts[span.line]


class Change(NamedTuple):
    """An edit with offsets: `text` takes the place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


class Changes:
    """Edits of one text, none of which touches another."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        lines = Lines(text)
        self._text = text
        self._all = sorted(Change(lines.start(e.span), lines.end(e.span), e.text) for e in edits)
        self._starts = [change.start for change in self._all]
        grown = (len(change.text) - (change.end - change.start) for change in self._all)
        self._shifts = [0, *accumulate(grown)]

    def result(self) -> str:
        """Return the text with all edits applied."""
        parts: list[str] = []
        position = 0
        for change in self._all:
            parts += [self._text[position : change.start], change.text]
            position = change.end
        return "".join([*parts, self._text[position:]])

    def moved(self, offset: int) -> int | None:
        """Return where a character stands afterwards, None if it is gone.

        What begins where an edit begins, begins there afterwards too.
        """
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        change = self._all[number]
        if offset == change.start:
            return offset + self._shifts[number]
        return offset + self._shifts[number + 1] if offset >= change.end else None

    def reach(self, start: int, end: int) -> bool:
        """Whether edits change something from one offset to another, or right beside it."""
        number = bisect_right(self._starts, end) - 1
        return number >= 0 and self._all[number].end >= start
