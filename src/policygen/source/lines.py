"""How a line of a source file is built, for finding what went wrong in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from policygen.errors import Edit, Problem, tell
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
        problem = tell("there is no space after the colon of `{key}`", key=key)
        if value[0].isspace():
            problem = tell(
                "there is a special space (U+{code:04X}) after the colon of `{key}`",
                code=ord(value[0]),
                key=key,
            )
        return Problem(
            codes.NO_SPACE,
            problem,
            page.span(number, match.start("key"), len(key) + 1),
            tell("write `{key}: {shown}`", key=key, shown=shown(value)),
            fix=_space(page, number, match.start("value")),
        )
    if match := _NO_SPACE_AFTER_DASH.fullmatch(line):
        digit = match["value"][0].isdigit()
        return Problem(
            codes.NO_SPACE,
            tell("there is no space after the dash of this list item"),
            page.span(number, match.start("value") - 1),
            tell("write `- {shown}`", shown=shown(match["value"])),
            # what begins with a digit may be a number below zero
            fix=() if digit else _space(page, number, match.start("value")),
        )
    return None


def _space(page: Page, number: int, column: int) -> tuple[Edit, ...]:
    """Return the edit that puts an ordinary space before a character, or in place of a special
    one; none where something invisible stands there."""
    character = page.line(number)[column]
    if unicodedata.category(character) == "Zs":
        return (Edit(page.span(number, column), " "),)
    return (page.insertion(number, column, " "),) if character.isprintable() else ()


def quoted(text: str) -> str:
    """Return a value as it would stand in quotation marks, shortened for a message."""
    words = shown(text.strip())
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
