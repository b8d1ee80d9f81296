"""Characters that a source file may not have, and lines that begin with the wrong white space.

Both are invisible in most editors, so each is named. They are then replaced one for one, which
keeps every column, so that the rest of the file can be read and checked too.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final, NamedTuple

from policygen.errors import Words, tell
from policygen.source import codes
from policygen.source.page import Page

_CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_DIRECTION: Final = "\u202a-\u202e\u2066-\u2069"
_WRONG: Final = "\t\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"

FORBIDDEN: Final = re.compile(f"[{_CONTROL}{_DIRECTION}]")

_TURNS_TEXT: Final = re.compile(f"[{_DIRECTION}]")
_REPLACEMENT: Final = "\ufffd"
INDENT: Final = re.compile(
    rf"^(?P<good>(?: |-(?=[ {_WRONG}]))*+)(?P<bad>[{_WRONG}][ {_WRONG}]*+)",
    re.MULTILINE,
)
"""White space at the beginning of a line, or after a list dash, that is not all plain spaces."""


class Cleaned(NamedTuple):
    """The text as the parser may have it, and the lines (from 0) whose indentation is wrong."""

    text: str
    misindented: frozenset[int]


def clean(page: Page, text: str) -> Cleaned:
    """Return the text of a page without forbidden characters; the page notes where they were."""
    text, misindented = _clean_indentation(page, text)
    if FORBIDDEN.search(text) is None:
        return Cleaned(text, misindented)
    for number, line in enumerate(page.lines):
        if page.full:
            break
        for match in FORBIDDEN.finditer(line):
            _forbidden(page, number, match)
    return Cleaned(FORBIDDEN.sub(_REPLACEMENT, text), misindented)


def describe(character: str) -> tuple[str, Words, Words]:
    """Return the code, the message and the hint for a forbidden character."""
    code = f"U+{ord(character):04X}"
    if _TURNS_TEXT.match(character):
        return (
            codes.TEXT_DIRECTION,
            tell(
                "an invisible character ({code}) hides the true order of the letters here",
                code=code,
            ),
            tell("delete it: put the cursor after it and press Backspace, or type the line anew"),
        )
    return (
        codes.CONTROL_CHARACTER,
        tell("there is an invisible control character ({code}) here", code=code),
        tell("delete it: put the cursor after it and press Backspace, or type the line anew"),
    )


def _forbidden(page: Page, number: int, match: re.Match[str]) -> None:
    code, message, hint = describe(match[0])
    page.add(code, message, page.span(number, match.start()), hint)


def _clean_indentation(page: Page, text: str) -> tuple[str, frozenset[int]]:
    """Replace wrong white space by spaces; white space alone on its line means nothing."""
    if INDENT.search(text) is None:
        return text, frozenset()
    lines = text.split("\n")
    wrong: dict[int, re.Match[str]] = {}
    for number, line in enumerate(lines):
        if match := INDENT.match(line):
            lines[number] = match["good"] + " " * len(match["bad"]) + line[match.end() :]
            if match.end() < len(line):
                wrong[number] = match
    _wrong_indentation(page, wrong, text)
    return "\n".join(lines), frozenset(wrong)


def _wrong_indentation(page: Page, wrong: dict[int, re.Match[str]], text: str) -> None:
    """Note each run of lines with the same fault once: a file full of tabs is one mistake."""
    # What it needs reads whole files, which begins here.
    from policygen.source.widths import straightened  # noqa: PLC0415

    edits = straightened(page, text, wrong) if wrong else {}
    faults = [(number, _fault(match)) for number, match in wrong.items()]
    runs = groupby(enumerate(faults), key=lambda item: (item[1][0] - item[0], item[1][1]))
    for (_, fault), run in runs:
        numbers = [number for _, (number, _) in run]
        first, last = numbers[0], numbers[-1]
        lines = tell("this line")
        if last > first:
            lines = tell("lines {first} to {last}", first=first + 1, last=last + 1)
        match = wrong[first]
        page.add(
            codes.TAB_INDENT if fault == "a tab" else codes.SPACE_INDENT,
            tell("{fault} stands before the text of {lines}", fault=fault, lines=lines),
            page.span(first, match.start("bad"), len(match["bad"])),
            tell("indent with ordinary spaces, two for each level"),
            tuple(edits[number] for number in numbers if number in edits),
        )


def _fault(match: re.Match[str]) -> str:
    character = match["bad"][0]
    if character == "\t":
        return tell("a tab")
    if character == "\u00a0":
        return tell("a no-break space (U+00A0)")
    return tell("a special space (U+{code:04X})", code=ord(character))
