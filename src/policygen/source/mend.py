"""Reads past mistakes: one that stops the parser must not hide those that come after it."""

from __future__ import annotations

import re
from typing import Final

import yaml

from policygen.source.characters import Cleaned
from policygen.source.lines import entry_of, indentation
from policygen.source.page import Page
from policygen.source.reader import Reader
from policygen.source.syntax import Trouble, diagnose

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
    skipped: set[int] = set()
    for _ in range(attempts):
        reader = Reader(page.fresh(), frozenset(skipped))
        try:
            reader.read("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            problem = diagnose(_trouble(page.name, lines, reader, error))
        else:
            break
        number = problem.span.line - 1 if problem.span else 0
        if number not in skipped and not _follows(number, lines, cleaned.misindented):
            page.note(problem)
        if not _put_aside(number, lines, skipped):
            break
    for problem in reader.page.problems:
        page.note(problem)
    return reader


def _trouble(name: str, lines: list[str], reader: Reader, error: yaml.MarkedYAMLError) -> Trouble:
    mark = error.problem_mark
    # the context of any other error is just the mapping or list that is open
    context = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    return Trouble(
        page=Page(name, list(lines)),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context=(context.line, context.column) if context else None,
        stack=reader.stack,
        last=reader.last,
        words=error.problem or "",
    )


def _put_aside(number: int, lines: list[str], skipped: set[int]) -> bool:
    """Take a line out of the way, keeping its key; the second time, the whole line.

    Returns False when nothing is left of it, so that the trouble must lie elsewhere.
    """
    if number >= len(lines) or (number in skipped and not lines[number]):
        return False
    entry = entry_of(lines[number])
    if number in skipped:
        lines[number] = ""
        return True
    kept = _KEPT.match(lines[number])
    lines[number] = f"{kept[0]} {_PLACEHOLDER}" if kept else ""
    skipped.add(number)
    for below in range(number + 1, len(lines)):
        if not lines[below].strip():
            continue
        if indentation(lines[below]) <= entry.end("lead"):
            break
        lines[below] = ""
        skipped.add(below)
    return True


def _follows(number: int, lines: list[str], misindented: frozenset[int]) -> bool:
    """Return whether wrong white space above it, under the same top-level key, explains it."""
    for line in range(number, -1, -1):
        if line in misindented:
            return True
        if lines[line] and not lines[line].startswith((" ", "#")):
            return False
    return False
