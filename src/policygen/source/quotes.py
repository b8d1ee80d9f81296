"""What goes wrong with quotation marks: the rules of `syntax` that are about them."""

from __future__ import annotations

import re
from typing import Final

from policygen.errors import Problem, tell
from policygen.source import codes
from policygen.source.events import Scalar
from policygen.source.trouble import Trouble

_MARKS: Final = frozenset("\"'")
_QUOTED: Final = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""")
_ESCAPE: Final = re.compile(r"\\(?:[xuU][0-9A-Za-z]{0,8}|.)?")


def bad_escape(trouble: Trouble) -> Problem | None:
    """Return the problem when a backslash between double quotation marks means nothing."""
    if trouble.opener != '"':
        return None
    line = trouble.page.line(trouble.line)
    for column in (trouble.column, trouble.column - 2):
        if column >= 0 and (match := _ESCAPE.match(line, column)):
            return Problem(
                codes.BAD_ESCAPE,
                tell(
                    "`{match}` stands for no character between double quotation marks",
                    match=match[0],
                ),
                trouble.page.span(trouble.line, column, len(match[0])),
                tell(
                    "write two backslashes for one, or put single quotation marks around the value"
                ),
            )
    return None


def open_quote(trouble: Trouble) -> Problem | None:
    """Return the problem when a quotation mark is never closed, or only by the next one's."""
    place = trouble.context if trouble.opener in _MARKS else None
    if place and _QUOTED.match(trouble.page.line(place[0]), place[1]):
        return None
    last = trouble.last
    if place is None and last and last.style in _MARKS and _ends_here(trouble, last):
        start = last.start_mark
        place = (start.line, start.column) if start.line < trouble.line else None
    if place is None:
        return None
    return Problem(
        codes.OPEN_QUOTE,
        tell("the quotation mark that opens here is not closed on this line"),
        trouble.page.span(*place),
        tell(
            "close it at the end of the value; an apostrophe needs double quotation marks "
            'around the value: "it\'s"'
        ),
    )


def after_quote(trouble: Trouble) -> Problem | None:
    """Return the problem when a line goes on after its closing quotation mark."""
    last = trouble.last
    if not (last and last.style in _MARKS and _ends_here(trouble, last)):
        return None
    page, start = trouble.page, last.start_mark
    if trouble.here == ":" and not page.line(start.line)[: start.column].strip(" -"):
        return Problem(
            codes.NO_SPACE,
            tell("there is no space after the colon"),
            page.span(trouble.line, trouble.column),
            tell("put a space after the colon"),
            fix=(page.insertion(trouble.line, trouble.column + 1, " "),),
        )
    if trouble.stack and trouble.stack[-1].flow:
        hint = tell("put a comma between the items of a list in brackets")
    elif last.style == "'":
        hint = tell(
            'an apostrophe inside a value needs double quotation marks around it: "it\'s here"'
        )
    else:
        hint = tell(
            "quotation marks inside a value need single ones around it: 'say \"hello\" first'"
        )
    return Problem(
        codes.AFTER_QUOTE,
        tell("there is more text after the closing quotation mark"),
        page.rest(trouble.line, trouble.column),
        hint,
    )


def _ends_here(trouble: Trouble, last: Scalar) -> bool:
    """Return whether the last text ends on the line, and before the place, of the trouble."""
    end = last.end_mark
    return end.line == trouble.line and end.column <= trouble.column
