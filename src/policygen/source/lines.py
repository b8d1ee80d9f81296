"""How a line of a source file is built, for finding what went wrong in it."""

from __future__ import annotations

import re
from typing import Final

from policygen.errors import Problem
from policygen.source import codes
from policygen.source.keys import shown
from policygen.source.page import Page

_ENTRY: Final = re.compile(
    r"""(?P<lead>[ ]*(?:-[ ]+)*)                       # indentation and list dashes
        (?:(?P<key>[^\s"'\[{:][^:]*|"[^"]*"|'[^']*'):(?:[ \t]+|$))?
        (?P<value>.*)""",
    re.VERBOSE,
)

_NO_SPACE: Final = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<key>[A-Za-z][\w-]*):(?!//)(?P<value>[^ \t].*)"
)
_NO_SPACE_AFTER_DASH: Final = re.compile(r"(?P<lead> *(?:- +)*)-(?P<value>[^ \t-].*)")


def entry_of(line: str) -> re.Match[str]:
    """Return the parts of a line: lead (indentation and dashes), key (or None) and value."""
    return next(_ENTRY.finditer(line))  # there is always one: every part may be empty


def indentation(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def missing_space(page: Page, number: int) -> Problem | None:
    """Return the problem when a line has a key or a dash with no space after it."""
    line = page.line(number)
    if match := _NO_SPACE.fullmatch(line):
        key, value = match["key"], match["value"]
        problem = f"there is no space after the colon of `{key}`"
        if value[0].isspace():
            problem = f"there is a special space (U+{ord(value[0]):04X}) after the colon of `{key}`"
        return Problem(
            codes.NO_SPACE,
            problem,
            page.span(number, match.start("key"), len(key) + 1),
            f"write `{key}: {shown(value)}`",
        )
    if match := _NO_SPACE_AFTER_DASH.fullmatch(line):
        return Problem(
            codes.NO_SPACE,
            "there is no space after the dash of this list item",
            page.span(number, match.start("value") - 1),
            f"write `- {shown(match['value'])}`",
        )
    return None


def quoted(text: str) -> str:
    """Return a value as it would stand in quotation marks, shortened for a message."""
    words = shown(text.strip())
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
