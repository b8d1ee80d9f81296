"""Why a text is not YAML, in words of the one who typed it.

The parser says where it gave up, not why. The cause is read from the lines around that place and
from how far the reader had come, never from the parser's English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from policygen.errors import Edit, Problem, Words, either, tell
from policygen.source import codes
from policygen.source.edits import in_quotation_marks
from policygen.source.lines import entry_of, indentation, missing_space, quoted
from policygen.source.quotes import after_quote, bad_escape, open_quote
from policygen.source.refuse import second_document
from policygen.source.trouble import Trouble
from policygen.source.values import Sequence

_BRACKETS: Final = MappingProxyType({"[": "]", "{": "}"})
_SPECIAL: Final = "@`%{}[]*&!|>?,-"
"""What a value without quotation marks cannot begin with, or not on one line."""

_TEXT: Final = re.compile(
    r"[@`%]|\*+[^\s*]|&\s|>=?\s*\d|\[[^\[\]]*\]\([^()]*\)|\{[a-z_]+\}[ \t]+\S"
)
"""The beginning of a value that is text and nothing else, though YAML reads a sign of its own."""

_OPENING: Final = "{[*&!"
"""Those that begin something after which the parser may stop as well."""


def diagnose(trouble: Trouble) -> Problem:
    """Return the most likely cause, with the line to mend as its place."""
    for rule in _RULES:
        if problem := rule(trouble):
            return problem
    return Problem(
        codes.SYNTAX,
        tell("this line cannot be read as YAML ({words})", words=trouble.words),
        trouble.page.rest(trouble.line, trouble.column),
        tell(
            "compare it with the lines around it; text with unusual signs belongs in quotation "
            "marks"
        ),
    )


def _no_space(trouble: Trouble) -> Problem | None:
    last = trouble.last
    if trouble.context and trouble.opener:
        line, column = trouble.context
        if column == entry_of(trouble.page.line(line)).end("lead"):
            return missing_space(trouble.page, line)
    if last is None or last.style:
        return None
    start = last.start_mark
    if trouble.here == ":":
        return missing_space(trouble.page, start.line)
    # Behind a comment the parser gives up on the next entry only.
    alone = start.column == entry_of(trouble.page.line(start.line)).end("lead")
    below = start.line < trouble.line and entry_of(trouble.page.line(trouble.line))["key"]
    return missing_space(trouble.page, start.line) if alone and below else None


def _colon(trouble: Trouble) -> Problem | None:
    last = trouble.last
    if trouble.here != ":" or last is None or last.start_mark.line != trouble.line:
        return None
    value = trouble.page.line(trouble.line)[last.start_mark.column :]
    return Problem(
        codes.COLON,
        tell("a colon followed by a space cannot stand inside a value without quotation marks"),
        trouble.page.span(trouble.line, trouble.column),
        tell("put the value in quotation marks: {quoted}", quoted=quoted(value)),
        fix=_quotation_marks(trouble, trouble.line, last.start_mark.column),
    )


def _open_bracket(trouble: Trouble) -> Problem | None:
    for frame in reversed(trouble.stack if trouble.stack and trouble.stack[-1].flow else []):
        start = frame.start
        value = trouble.page.line(start.line)[start.column :]
        if closing := _BRACKETS.get(value[:1]):
            return Problem(
                codes.OPEN_BRACKET,
                tell(
                    "what begins here with `{value}` does not end with a matching `{closing}`",
                    value=value[0],
                    closing=closing,
                ),
                trouble.page.span(start.line, start.column),
                tell(
                    "put commas between the items and `{closing}` at the end; if it is text, put "
                    "it in quotation marks: {quoted}",
                    closing=closing,
                    quoted=quoted(value),
                ),
            )
    return None


def _special_start(trouble: Trouble) -> Problem | None:
    here = (trouble.line, trouble.column)
    for line, column in (trouble.context or here, here):
        text = trouble.page.line(line)
        start = _sign_of_yaml(text, column)
        if start is None:
            continue
        hint = tell("put the value in quotation marks: {quoted}", quoted=quoted(text[start:]))
        if text[start] == "-":
            hint = tell(
                "begin the list on the next line, each item with `- `; or {hint}", hint=hint
            )
        return Problem(
            codes.SPECIAL_START,
            tell(
                "a value cannot begin with “{text}” like this: YAML keeps it for itself",
                text=text[start],
            ),
            trouble.page.rest(line, start),
            hint,
            fix=_quotation_marks(trouble, line, start) if _TEXT.match(text, start) else (),
        )
    return None


def _quotation_marks(trouble: Trouble, line: int, start: int) -> tuple[Edit, ...]:
    if any(frame.flow for frame in trouble.stack):
        return ()
    return in_quotation_marks(trouble.page, line, start)


def _sign_of_yaml(text: str, column: int) -> int | None:
    """Return where the sign of YAML stands that a line's value, or the line itself, begins with.

    column: where the parser stopped: at the sign, or after what the sign began.
    """
    entry = entry_of(text)
    for start in (entry.start("value"), entry.end("lead")):
        sign = text[start : start + 1]
        if sign and (
            (start == column and sign in _SPECIAL) or (start < column and sign in _OPENING)
        ):
            return start
    return None


def _not_an_entry(trouble: Trouble) -> Problem | None:
    line, column = trouble.context or (trouble.line, trouble.column)
    if trouble.line == line and trouble.here != ":":
        return None
    if column != entry_of(trouble.page.line(line)).end("lead"):
        return None
    return Problem(
        codes.NOT_AN_ENTRY,
        tell("this line is neither `key: value` nor a list item"),
        trouble.page.rest(line, column),
        tell(
            "put a key and a colon before it, or `- ` in a list; if it goes on with the text "
            "above, indent it deeper than the key of that text"
        ),
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
    message, hint = (
        tell("this line does not line up with the lines around it"),
        _neighbours(trouble),
    )
    frame = trouble.stack[-1] if trouble.stack else None
    if frame and column == frame.start.column:
        if isinstance(frame.value, Sequence):
            message = tell("this line stands in a list but does not begin with `- `")
            hint = tell("put `- ` before it, or indent it like the key that it belongs to")
        elif text.startswith("-", column):
            message = tell("this list item stands among `key: value` entries")
            hint = tell("indent it deeper than the key of its list, or delete the `- `")
    return Problem(codes.INDENTATION, message, trouble.page.rest(trouble.line, column), hint)


def _neighbours(trouble: Trouble) -> Words:
    """Return what the line may be indented by: as far as what is open, or as the line above."""
    columns = {frame.start.column for frame in trouble.stack if not frame.flow}
    above = [line for line in trouble.page.lines[: trouble.line] if line.strip()]
    columns |= {indentation(above[-1])} if above else set()
    if not any(columns):
        return tell("begin it at the left edge, without spaces before it")
    widths = either(str(column) for column in sorted(columns))
    return tell(
        "indent it like the entry that it belongs with, so by {widths} spaces", widths=widths
    )


_RULES: Final[tuple[Callable[[Trouble], Problem | None], ...]] = (
    bad_escape,
    open_quote,
    after_quote,
    _no_space,
    _colon,
    _open_bracket,
    _special_start,
    _not_an_entry,
    _document_end,
    _indentation,
)
"""Tried in this order: what leaves a clear trace comes first."""
