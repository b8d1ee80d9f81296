"""One source file while it is read: its lines, and the problems found in it so far."""

from __future__ import annotations

from typing import Final

from policygen.errors import Edit, Problem, Severity, Span, Words, tell
from policygen.source import codes

MAX_PROBLEMS: Final = 200
"""More than anybody mends in one go; a file that is no YAML at all would fill the screen."""


class Page:
    """A file's text and its problems.

    name: the file as the user calls it. lines: its text, line by line; white space at
    their ends is dropped, because no place points to it.
    Lines and columns count from 0 here, as in the parser's marks; a `Span` counts from 1.
    """

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = [line.rstrip(" \t") for line in lines]
        self.problems: list[Problem] = []

    def fresh(self) -> Page:
        """Return the same page without its problems, for one more attempt at reading it."""
        return Page(self.name, self.lines)

    @property
    def full(self) -> bool:
        """Whether so many problems were found that reading on is of no use."""
        return len(self.problems) > MAX_PROBLEMS

    def line(self, number: int) -> str:
        """Return a line, or "" below the last one."""
        return self.lines[number] if number < len(self.lines) else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the place of `length` characters of a line."""
        return Span(self.name, line + 1, column + 1, max(length, 1))

    def rest(self, line: int, column: int) -> Span:
        """Return the place of everything from a column to the end of its line."""
        return self.span(line, column, len(self.line(line)) - column)

    def insertion(self, line: int, column: int, text: str) -> Edit:
        """Return the edit that inserts a text before the character at a place."""
        return Edit(Span(self.name, line + 1, column + 1, 0), text)

    def add(
        self, code: str, message: Words, span: Span, hint: Words, fix: tuple[Edit, ...] = ()
    ) -> None:
        """Note an error."""
        self.note(Problem(code, message, span, hint, fix=fix))

    def warn(self, code: str, message: Words, span: Span, hint: Words) -> None:
        """Note a warning."""
        self.note(Problem(code, message, span, hint, Severity.WARNING))

    def note(self, problem: Problem) -> None:
        """Note a problem, or, once there are too many, that there are more."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)
        elif not self.full:
            self.problems.append(
                Problem(
                    codes.TOO_MANY_PROBLEMS,
                    tell(
                        "there are more than {number} problems in this file",
                        number=MAX_PROBLEMS,
                    ),
                    Span(self.name),
                    tell("mend the ones listed first, then check again"),
                )
            )
