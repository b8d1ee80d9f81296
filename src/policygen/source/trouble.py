"""Where the parser gave up, and in what state: all that is known when its trouble is explained."""

from __future__ import annotations

from dataclasses import dataclass

from policygen.source.events import Scalar
from policygen.source.frame import Frame
from policygen.source.page import Page


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where and in what state the parser gave up.

    page: the lines it was given. line, column: the place, from 0.
    context: the beginning of the word or quotation that it could not finish, or None.
    stack: what was open. last: the text or key that came last. words: what the parser says.
    """

    page: Page
    line: int
    column: int
    context: tuple[int, int] | None
    stack: list[Frame]
    last: Scalar | None
    words: str

    @property
    def here(self) -> str:
        """The character where the parser gave up, "" at the end of a line."""
        return self.page.line(self.line)[self.column : self.column + 1]

    @property
    def opener(self) -> str:
        """The character that began what could not be finished, or ""."""
        if self.context is None:
            return ""
        line, column = self.context
        return self.page.line(line)[column : column + 1]
