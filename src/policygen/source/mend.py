"""Reads past mistakes: one that stops the parser must not hide those that come after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from policygen.source.characters import Cleaned
from policygen.source.events import Mark
from policygen.source.lines import entry_of, indentation
from policygen.source.page import Page
from policygen.source.reader import Reader
from policygen.source.syntax import diagnose
from policygen.source.trouble import Trouble

_KEPT: Final = re.compile(r" *(?:- +)*[A-Za-z][\w-]*:| *-(?= )(?: +-(?= ))*")
"""What stays of a line that is put aside: its dashes and its key."""

_PLACEHOLDER: Final = "x"
_MAX_ATTEMPTS: Final = 60
_MAX_CHARACTERS: Final = 20_000_000
"""How much text all attempts together may read: about ten seconds of work."""


def read_page(page: Page, cleaned: Cleaned) -> Reader:
    """Read a page and return the reader that came furthest; the page notes every problem.

    When the parser gives up, the line at fault is noted, put aside together with what is
    indented below it, and the page is read again.
    """
    lines = cleaned.text.split("\n")
    attempts = max(2, min(_MAX_ATTEMPTS, _MAX_CHARACTERS // (len(cleaned.text) + 1)))
    aside = _Aside(lines)
    for _ in range(attempts):
        reader = Reader(page.fresh(), aside.replaced, aside.removed)
        try:
            reader.read("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            problem = diagnose(_trouble(page.name, lines, reader, error))
        else:
            break
        number = problem.span.line - 1 if problem.span else 0
        if number not in aside and not _follows(number, lines, cleaned.misindented):
            page.note(problem)
        if not aside.put(number):
            break
    for problem in reader.page.problems:
        page.note(problem)
    return reader


def _trouble(name: str, lines: list[str], reader: Reader, error: yaml.MarkedYAMLError) -> Trouble:
    # the context of any other error is just the mapping or list that is open
    context = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    line, column = _place(error.problem_mark, lines)
    return Trouble(
        page=Page(name, lines),
        line=line,
        column=column,
        context=_place(context, lines) if context else None,
        stack=reader.stack,
        last=reader.last,
        words=error.problem or "",
    )


def _place(mark: Mark | None, lines: list[str]) -> tuple[int, int]:
    """Return the line and column of a mark; the parser's end of the text may lie below it."""
    if mark is None or mark.line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return mark.line, mark.column


class _Aside:
    """Takes lines of a text out of the parser's way, in place.

    replaced: lines that have their dashes and key still, with something for a value.
    removed: lines that are empty now.
    """

    def __init__(self, lines: list[str]) -> None:
        self.replaced: set[int] = set()
        self.removed: set[int] = set()
        self._lines = lines

    def __contains__(self, number: int) -> bool:
        return number in self.replaced or number in self.removed

    def put(self, number: int) -> bool:
        """Put a line aside with all that is indented below it; the second time, its key too.

        Returns False when nothing is left of it, so that the trouble must lie elsewhere.
        """
        if number in self.removed or number >= len(self._lines):
            return False
        line = self._lines[number]
        kept = _KEPT.match(line)
        if kept is None or number in self.replaced:
            self._remove(number)
        else:
            self._lines[number] = f"{kept[0]} {_PLACEHOLDER}"
            self.replaced.add(number)
        for below in self._below(number, entry_of(line).end("lead")):
            self._remove(below)
        return True

    def _below(self, number: int, column: int) -> Iterator[int]:
        """Yield the lines after one that are indented deeper than a column."""
        for below in range(number + 1, len(self._lines)):
            line = self._lines[below]
            if line.strip() and indentation(line) <= column:
                return
            if line.strip():
                yield below

    def _remove(self, number: int) -> None:
        self._lines[number] = ""
        self.replaced.discard(number)
        self.removed.add(number)


def _follows(number: int, lines: list[str], misindented: frozenset[int]) -> bool:
    """Return whether wrong white space above it, under the same top-level key, explains it."""
    for line in range(number, -1, -1):
        if line in misindented:
            return True
        if lines[line] and not lines[line].startswith((" ", "#")):
            return False
    return False
