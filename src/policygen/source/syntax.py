"""Why a text is not YAML, in words of the one who typed it.

The parser says where it gave up, not why. The cause is read from the lines around that place and
from how far the reader had come, never from the parser's English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from policygen.errors import Problem
from policygen.source import codes
from policygen.source.events import Scalar
from policygen.source.frame import Frame
from policygen.source.lines import entry_of, indentation, missing_space, quoted
from policygen.source.page import Page
from policygen.source.refuse import second_document
from policygen.source.values import Sequence

_QUOTED: Final = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_ESCAPE: Final = re.compile(r"\\(?:[xuU][0-9A-Za-z]{0,8}|.)?")
_BRACKETS: Final = MappingProxyType({"[": "]", "{": "}"})
_SPECIAL: Final = "@`%{}[]*&!|>?,-"
"""What a value without quotation marks cannot begin with, or not on one line."""


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


def diagnose(trouble: Trouble) -> Problem:
    """Return the most likely cause, with the line to mend as its place."""
    for rule in _RULES:
        if problem := rule(trouble):
            return problem
    return Problem(
        codes.SYNTAX,
        f"this line cannot be read as YAML ({trouble.words})",
        trouble.page.rest(trouble.line, trouble.column),
        "compare it with the lines around it; text with unusual signs belongs in quotation marks",
    )


def _bad_escape(trouble: Trouble) -> Problem | None:
    if trouble.opener != '"':
        return None
    line = trouble.page.line(trouble.line)
    for column in (trouble.column, trouble.column - 2):
        if column >= 0 and (match := _ESCAPE.match(line, column)):
            return Problem(
                codes.BAD_ESCAPE,
                f"`{match[0]}` stands for no character between double quotation marks",
                trouble.page.span(trouble.line, column, len(match[0])),
                "write two backslashes for one, or put single quotation marks around the value",
            )
    return None


def _open_quote(trouble: Trouble) -> Problem | None:
    place = trouble.context if trouble.opener in {'"', "'"} else None
    if place and _QUOTED.match(trouble.page.line(place[0]), place[1]):
        return None
    last = trouble.last
    if place is None and last and last.style in {'"', "'"} and _ends_here(trouble, last):
        start = last.start_mark
        place = (start.line, start.column) if start.line < trouble.line else None
    if place is None:
        return None
    return Problem(
        codes.OPEN_QUOTE,
        "the quotation mark that opens here is not closed on this line",
        trouble.page.span(*place),
        "close it at the end of the value; an apostrophe needs double quotation marks around"
        ' the value: "it\'s"',
    )


def _after_quote(trouble: Trouble) -> Problem | None:
    last = trouble.last
    if not (last and last.style in {'"', "'"} and _ends_here(trouble, last)):
        return None
    page, start = trouble.page, last.start_mark
    if trouble.here == ":" and not page.line(start.line)[: start.column].strip(" -"):
        return Problem(
            codes.NO_SPACE,
            "there is no space after the colon",
            page.span(trouble.line, trouble.column),
            "put a space after the colon",
        )
    if trouble.stack and trouble.stack[-1].flow:
        hint = "put a comma between the items of a list in brackets"
    elif last.style == "'":
        hint = 'an apostrophe inside a value needs double quotation marks around it: "it\'s here"'
    else:
        hint = "quotation marks inside a value need single ones around it: 'say \"hello\" first'"
    return Problem(
        codes.AFTER_QUOTE,
        "there is more text after the closing quotation mark",
        page.rest(trouble.line, trouble.column),
        hint,
    )


def _ends_here(trouble: Trouble, last: Scalar) -> bool:
    """Return whether the last text ends on the line, and before the place, of the trouble."""
    end = last.end_mark
    return end.line == trouble.line and end.column <= trouble.column


def _no_space(trouble: Trouble) -> Problem | None:
    last = trouble.last
    if trouble.context and trouble.opener:
        line, column = trouble.context
        if column == entry_of(trouble.page.line(line)).end("lead"):
            return missing_space(trouble.page, line)
    if trouble.here == ":" and last and not last.style:
        return missing_space(trouble.page, last.start_mark.line)
    return None


def _colon(trouble: Trouble) -> Problem | None:
    last = trouble.last
    if trouble.here != ":" or last is None or last.start_mark.line != trouble.line:
        return None
    value = trouble.page.line(trouble.line)[last.start_mark.column :]
    return Problem(
        codes.COLON,
        "a colon followed by a space cannot stand inside a value without quotation marks",
        trouble.page.span(trouble.line, trouble.column),
        f"put the value in quotation marks: {quoted(value)}",
    )


def _open_bracket(trouble: Trouble) -> Problem | None:
    for frame in reversed(trouble.stack if trouble.stack and trouble.stack[-1].flow else []):
        start = frame.start
        value = trouble.page.line(start.line)[start.column :]
        if closing := _BRACKETS.get(value[:1]):
            return Problem(
                codes.OPEN_BRACKET,
                f"what begins here with `{value[0]}` does not end with a matching `{closing}`",
                trouble.page.span(start.line, start.column),
                f"put commas between the items and `{closing}` at the end;"
                f" if it is text, put it in quotation marks: {quoted(value)}",
            )
    return None


def _special_start(trouble: Trouble) -> Problem | None:
    place = trouble.context or (trouble.line, trouble.column)
    if not _begins_specially(trouble.page, *place):
        place = (trouble.line, trouble.column)
        if not _begins_specially(trouble.page, *place):
            return None
    entry = entry_of(trouble.page.line(place[0]))
    value = entry["value"]
    hint = f"put the value in quotation marks: {quoted(value)}"
    if value[0] == "-":
        hint = "begin the list on the next line, each item with `- `; or " + hint
    return Problem(
        codes.SPECIAL_START,
        f"a value cannot begin with “{value[0]}” like this: YAML keeps it for itself",
        trouble.page.rest(place[0], entry.start("value")),
        hint,
    )


def _begins_specially(page: Page, line: int, column: int) -> bool:
    """Return whether the value that the place belongs to begins with a sign of YAML.

    The parser stops at such a sign, or after the bracket that it opened.
    """
    entry = entry_of(page.line(line))
    sign, start = entry["value"][:1], entry.start("value")
    if sign in _BRACKETS:
        return column >= start
    return column == start and sign != "" and sign in _SPECIAL


def _not_an_entry(trouble: Trouble) -> Problem | None:
    line, column = trouble.context or (trouble.line, trouble.column)
    if trouble.line == line and trouble.here != ":":
        return None
    if column != entry_of(trouble.page.line(line)).end("lead"):
        return None
    return Problem(
        codes.NOT_AN_ENTRY,
        "this line is neither `key: value` nor a list item",
        trouble.page.rest(line, column),
        "put a key and a colon before it, or `- ` in a list; if it goes on with the text above,"
        " indent it deeper than the key of that text",
    )


def _document_end(trouble: Trouble) -> Problem | None:
    above = trouble.page.line(trouble.line - 1) if trouble.line else ""
    if trouble.column or not above.startswith("..."):
        return None
    return second_document(trouble.page, trouble.line - 1)


def _indentation(trouble: Trouble) -> Problem | None:
    text = trouble.page.line(trouble.line)
    column = indentation(text)
    goes_on = trouble.last is not None and trouble.last.start_mark.line < trouble.line
    if trouble.column != column and not (trouble.here == ":" and goes_on):
        return None
    message, hint = "this line does not line up with the lines around it", _neighbours(trouble)
    frame = trouble.stack[-1] if trouble.stack else None
    if frame and column == frame.start.column:
        if isinstance(frame.value, Sequence):
            message = "this line stands in a list but does not begin with `- `"
            hint = "put `- ` before it, or indent it like the key that it belongs to"
        elif text.startswith("- ", column):
            message = "this list item stands among `key: value` entries"
            hint = "indent it deeper than the key of its list, or delete the `- `"
    return Problem(codes.INDENTATION, message, trouble.page.rest(trouble.line, column), hint)


def _neighbours(trouble: Trouble) -> str:
    """Return what the line may be indented by: as far as what is open, or as the line above."""
    columns = {frame.start.column for frame in trouble.stack if not frame.flow}
    above = [line for line in trouble.page.lines[: trouble.line] if line.strip()]
    columns |= {indentation(above[-1])} if above else set()
    if not any(columns):
        return "begin it at the left edge, without spaces before it"
    widths = " or ".join(str(column) for column in sorted(columns))
    return f"indent it like the entry that it belongs with, so by {widths} spaces"


_RULES: Final[tuple[Callable[[Trouble], Problem | None], ...]] = (
    _bad_escape,
    _open_quote,
    _after_quote,
    _no_space,
    _colon,
    _open_bracket,
    _special_start,
    _not_an_entry,
    _document_end,
    _indentation,
)
"""Tried in this order: what leaves a clear trace comes first."""
