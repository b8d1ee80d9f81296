"""What the source language leaves out of YAML: each refusal with its place and a fix."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from policygen.errors import Edit, Problem, Span, tell
from policygen.source import codes
from policygen.source.characters import FORBIDDEN, describe
from policygen.source.events import Alias, Event, Mark, Node, Scalar
from policygen.source.frame import Frame
from policygen.source.keys import KEY, key_hint, shown
from policygen.source.lines import missing_space
from policygen.source.page import Page

MERGE: Final = "<<"

_NOTHING: Final = frozenset({"", "~", "null"})
"""What YAML reads as "nothing" where it stands without quotation marks."""

_CUT: Final = re.compile(r"[ \t]+(#(?:[^\s#]|[ \t]+\d+[.!?]?[ \t]*$).*)")
"""A comment right after a value that looks like a part of it.

Comments are written `# like this`, so one is suspect when text follows `#` at once (`#5`,
`#urgent`) or when it is just a number (`# 5`). A decorative `##` is a comment.
"""

_COLOUR: Final = re.compile(
    r"[ \t]*(?P<colour>#(?=[a-fA-F]*\d)[0-9a-fA-F]{6})(?:[ \t]*$|[ \t]+#[ \t])"
)
"""A colour, and none of the few words that could be one (`#facade`)."""

_PROPERTY: Final = re.compile(r"[&!][^\s,\[\]{}]*")

_QUOTE_TEXT: Final = tell("if this is text, put quotation marks around all of it")

# ------------------------------------------------------------------------ files


def empty_file(page: Page) -> None:
    """Refuse a file without any entry."""
    page.add(
        codes.EMPTY,
        tell("the file is empty"),
        Span(page.name),
        tell("write at least one entry such as `company:`, or delete the file"),
    )


def top(page: Page, event: Event) -> None:
    """Refuse a file that is a list or a text as a whole, naming the cause where it is seen."""
    start = event.start_mark
    if not page.line(start.line)[start.column :]:
        empty_file(page)
    elif problem := missing_space(page, start.line):
        page.note(problem)
    else:
        page.add(
            codes.NOT_A_MAPPING,
            tell("the file does not consist of `key: value` entries"),
            page.rest(start.line, start.column),
            tell("begin the first line with a key, such as `company:`"),
        )


def second_document(page: Page, line: int) -> Problem:
    """Return the refusal of `---` or `...` in the middle of a file."""
    return Problem(
        codes.SECOND_DOCUMENT,
        tell("a second YAML document begins here"),
        page.rest(line, 0),
        tell("delete the line `---` or `...`, or move what follows into a file of its own"),
    )


def too_deep(page: Page, event: Event, limit: int) -> None:
    """Refuse nesting that no policy needs and that would exhaust what comes after."""
    page.add(
        codes.TOO_DEEP,
        tell(
            "entries are nested more than {limit} levels deep here; the rest was not read",
            limit=limit,
        ),
        page.span(event.start_mark.line, event.start_mark.column),
        tell("use fewer levels; {quote_text}", quote_text=_QUOTE_TEXT),
    )


def too_many_entries(page: Page, event: Event, limit: int) -> None:
    """Refuse a file that would keep the program busy for minutes."""
    page.add(
        codes.TOO_MANY_ENTRIES,
        tell("the file has more than {limit:,} entries; the rest was not read", limit=limit),
        page.span(event.start_mark.line, event.start_mark.column),
        tell("check that it is the right file"),
    )


# ------------------------------------------------------- anchors, aliases, tags


def decoration(page: Page, event: Node) -> None:
    """Refuse `&name` and `!name` before a value."""
    if event.anchor is not None:
        page.add(
            codes.ANCHOR,
            tell(
                "`&{shown}` is a YAML anchor, and the source has no anchors",
                shown=shown(event.anchor),
            ),
            _property(page, event.start_mark, "&"),
            tell("delete it; {quote_text}", quote_text=_QUOTE_TEXT),
        )
    if event.tag is not None:
        tag(page, _property(page, event.start_mark, "!"))


def alias(page: Page, event: Alias) -> None:
    """Refuse `*name`."""
    start = event.start_mark
    page.add(
        codes.ALIAS,
        tell(
            "`*{shown}` is a YAML alias, and the source has no aliases", shown=shown(event.anchor)
        ),
        page.span(start.line, start.column, len(event.anchor) + 1),
        tell("write out what it stands for; {quote_text}", quote_text=_QUOTE_TEXT),
    )


def tag(page: Page, span: Span) -> None:
    """Refuse `!name`, or `%TAG`, which declares such names."""
    word = page.line(span.line - 1)[span.column - 1 :][: span.length]
    page.add(
        codes.TAG,
        tell("`{shown}` is a YAML tag, and the source has no tags", shown=shown(word)),
        span,
        tell("delete it; {quote_text}", quote_text=_QUOTE_TEXT),
    )


def _property(page: Page, start: Mark, sign: str) -> Span:
    """Return the place of the anchor or tag of a value; one may stand before the other."""
    for match in islice(_PROPERTY.finditer(page.line(start.line), start.column), 2):
        if match[0].startswith(sign):
            return page.span(start.line, match.start(), len(match[0]))
    return page.span(start.line, start.column)


# ------------------------------------------------------------------------- keys


def key(page: Page, event: Scalar, span: Span, first: Span) -> bool:
    """Return whether a key is refused. first: where the mapping has this key first."""
    text = event.value
    if text == MERGE and not event.style:
        page.add(
            codes.MERGE_KEY,
            tell("`<<` is a YAML merge key, and the source has no merge keys"),
            span,
            tell("write out the entries that it stands for"),
        )
    elif not KEY.fullmatch(text):
        page.add(
            codes.BAD_KEY,
            tell("“{shown}” cannot be a key", shown=shown(text)),
            span,
            key_hint(text),
            _space_after_colon(page, event),
        )
    elif first is not span:
        problem = Problem(
            codes.DUPLICATE_KEY,
            tell(
                "the key `{shown}` stands here again; it is already on line {line}",
                shown=shown(text),
                line=first.line,
            ),
            span,
            tell("delete one of them, or give it another name"),
            related=((first, tell("the first one")),),
        )
        page.note(problem)
    else:
        return False
    return True


def _space_after_colon(page: Page, event: Scalar) -> tuple[Edit, ...]:
    """Return the edit that makes key and value of what has a colon but no space behind it."""
    start, text = event.start_mark, event.value
    name, colon, value = text.partition(":")
    stands = page.line(start.line).startswith(text, start.column)
    if not (stands and colon and value and KEY.fullmatch(name)) or value.startswith("//"):
        return ()
    return (page.insertion(start.line, start.column + len(name) + 1, " "),)


def complex_key(page: Page, event: Event) -> None:
    """Refuse a list or a mapping where a key should be."""
    start = event.start_mark
    page.add(
        codes.COMPLEX_KEY,
        tell("something in brackets or of several lines stands where a key should be"),
        page.rest(start.line, start.column),
        tell("write one word and a colon; {quote_text}", quote_text=_QUOTE_TEXT),
    )


# ----------------------------------------------------------------------- values


def text(page: Page, event: Scalar, frame: Frame, removed: AbstractSet[int]) -> bool:
    """Return whether a text is refused. removed: lines whose mistakes were named already."""
    if not event.style:
        if event.value in _NOTHING:
            if frame.kept and not frame.quiet and event.start_mark.line + 1 not in removed:
                no_value(page, event, frame)
            return True
        _warn_when_cut(page, event)
    elif event.style == '"' and (match := FORBIDDEN.search(event.value)):
        code, _, _ = describe(match[0])
        start = event.start_mark
        page.add(
            code,
            tell(
                "a backslash in this text stands for an invisible character (U+{code:04X})",
                code=ord(match[0]),
            ),
            page.rest(start.line, start.column),
            tell("delete the backslash and the letters or digits that belong to it"),
        )
        return True
    return False


def no_value(page: Page, event: Scalar, frame: Frame) -> None:
    """Refuse a key or a list item with nothing after it."""
    start = event.start_mark
    rest = page.line(start.line)[start.column :]
    fix: tuple[Edit, ...] = ()
    if frame.key is None:
        span = page.span(start.line, max(start.column - 1, 0))
        message, hint = (
            tell("this list item is empty"),
            tell("write what it should say, or delete the line"),
        )
    else:
        span = frame.keys[frame.key]
        message = tell("`{key}` has no value", key=shown(frame.key))
        hint = tell("write one, or delete the line")
    if event.value:
        message = tell(
            "{message}: `{value}` stands for nothing", message=message, value=event.value
        )
        hint = tell("{hint}; if it is text, put it in quotation marks", hint=hint)
    elif re.match(r"[ \t]*#[^\s#]", rest):
        hint = tell(
            '`#` begins a comment; if it is part of the value, write "{shown}"',
            shown=shown(rest.strip()),
        )
        fix = _quoted_colour(page, start)
    elif frame.flow:
        hint = tell(
            "{hint}; {quote_text}, also around the brackets", hint=hint, quote_text=_QUOTE_TEXT
        )
    page.add(codes.NO_VALUE, message, span, hint, fix)


def _quoted_colour(page: Page, start: Mark) -> tuple[Edit, ...]:
    """Return the edits that put a colour, which YAML takes for a comment, in quotation marks."""
    colour = _COLOUR.match(page.line(start.line), start.column)
    if colour is None:
        return ()
    return tuple(page.insertion(start.line, place, '"') for place in colour.span("colour"))


def _warn_when_cut(page: Page, event: Scalar) -> None:
    end = event.end_mark
    match = _CUT.match(page.line(end.line), end.column)
    if match is None:
        return
    lost = match[1].rstrip()
    page.warn(
        codes.CUT_SHORT,
        tell(
            "“{shown}” was taken for a comment, so it is not a part of the value", shown=shown(lost)
        ),
        page.span(end.line, match.start(1), len(lost)),
        tell(
            'if it belongs to the value, put the value in quotation marks: "{value} {lost}"; if it '
            "is a comment, put a space after `#`",
            value=shown(event.value),
            lost=shown(lost),
        ),
    )
