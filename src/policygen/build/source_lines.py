"""The lines of the files that problems name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygen.resources import find

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def source_lines(root: Path) -> Callable[[str], list[str] | None]:
    """Return a function that gives a file's lines by its name in a span, or None without it.

    The name is relative to the project in `root`; a template that the project does not have is
    the one that ships. Bytes that are no UTF-8 appear as replacement characters.
    """

    @cache
    def lines(name: str) -> list[str] | None:
        try:
            text = find(root, name).read_text("utf-8-sig", "replace")
        except OSError:
            return None
        # As YAML counts lines: other separators of `str.splitlines` are part of a line.
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines
