"""A source file with other words in the same layout: texts and comments replaced in place.

Order, indentation, facts and empty lines stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import yaml

from policygen.errors import Span
from policygen.source.events import Scalar
from policygen.source.scalars import WIDTH, Slot, read_soundly, wrapped, written

_INDENT: Final = 2
_GAP: Final = 2
"""Spaces before a comment that shares its line with a value, at least."""
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_BEHIND: Final = re.compile(r"(?P<code>[^#]*?)(?P<gap> +)(?P<comment>#.*)")
_COMMENT: Final = re.compile(r"(?P<indent> *)#(?P<lead> *)(?P<words>.*)")


class _Text(NamedTuple):
    """A key or value as it stands in the source.

    start, end: offsets. lines: those it covers, from 0. edge: line and column behind which a
    comment may stand; for a text with lines of its own, that is the end of its header.
    """

    value: str
    is_key: bool
    start: int
    end: int
    lines: range
    edge: tuple[int, int]
    slot: Slot

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the first character, from 0."""
        return self.lines.start, self.slot.column


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun. key: column of the key whose value comes next."""

    mapping: bool
    flow: bool
    column: int
    key: int | None = None

    @property
    def indent(self) -> int:
        """Columns before the lines of a text below this."""
        return (self.column if self.key is None else self.key) + _INDENT


# ----------------------------------------------------------------------- values


def replace_values(source: str, values: Mapping[Span, str]) -> str:
    """Return a source text in which the texts at some places say something else.

    values: place, as `Source.spans` has it -> the new text. Raises ValueError when there is no
    text at a place, or when the source language cannot hold a text.
    """
    wanted = {(span.line - 1, span.column - 1): value for span, value in values.items()}
    texts = list(_texts(source))
    changed = [text for text in texts if not text.is_key and text.place in wanted]
    if len(changed) < len(wanted):
        raise ValueError("there is no text at one of the places")
    result = source
    for text in reversed(changed):
        new, end = _replacement(source, text, wanted[text.place])
        result = result[: text.start] + new + result[end:]
    expected = [wanted.get(text.place, text.value) for text in texts]
    if read_soundly(result) is None or [text.value for text in _texts(result)] != expected:
        raise ValueError("the new text does not read back")
    return result


def _replacement(source: str, text: _Text, value: str) -> tuple[str, int]:
    """Return what to put in the place of a text, and where in the source that place ends.

    A comment behind a text comes along: it must stand before the lines below it.
    """
    new = written(value, text.slot)
    if text.slot.flow:
        return new, text.end
    line = source.split("\n", text.edge[0] + 1)[text.edge[0]]
    behind = _BEHIND.fullmatch(line, text.edge[1])
    if behind is None:
        return new, text.end
    head, line_feed, below = new.partition("\n")
    longer = text.slot.column + len(head) - text.edge[1]
    gap = " " * max(len(behind["gap"]) - longer, _GAP)
    end = text.end if text.slot.block else text.end + len(line) - text.edge[1]
    return f"{head}{gap}{behind['comment']}{line_feed}{below}", end


# --------------------------------------------------------------------- comments


def replace_comments(source: str, say: Callable[[str], str]) -> str:
    """Return a source text with other comments.

    say: gives the new words for those of a comment. Lines of a comment that follow each other are
    one text, and are broken anew; a line with more than one space behind its `#` is an example,
    which has a text of its own and stays on its line.
    """
    return "\n".join(_commented(source, lambda _, words: say(words)))


def comments(source: str) -> list[tuple[int, str]]:
    """Return the words of every comment of a source text, each with its line, from 1."""
    found: list[tuple[int, str]] = []

    def note(line: int, words: str) -> str:
        found.append((line, words))
        return words

    for _ in _commented(source, note):
        pass
    return found


def _commented(source: str, say: Callable[[int, str], str]) -> Iterator[str]:
    def spoken(line: int, words: str) -> str:
        return _one_line(say(line + 1, words)) if any(map(str.isalpha, words)) else words

    lines = source.split("\n")
    edges = _edges(source)
    number = 0
    while number < len(lines):
        line = lines[number]
        if number not in edges and (first := _COMMENT.fullmatch(line)):
            paragraph = _paragraph(lines, number, first)
            yield from _full_lines(first, spoken(number, " ".join(paragraph)))
            number += len(paragraph)
            continue
        behind = _BEHIND.fullmatch(line, edges.get(number, 0))
        if behind is None:
            yield line
        else:
            code = line[: behind.end("code")]
            yield from _behind(code, behind["gap"], spoken(number, _words(behind["comment"])))
        number += 1


def _edges(source: str) -> dict[int, int]:
    """Return line -> the column behind which a comment may stand, for each line with a text."""
    lines = source.split("\n")
    edges: dict[int, int] = {}
    for text in _texts(source):
        edges |= {line: len(lines[line]) for line in text.lines}
        edges[text.edge[0]] = text.edge[1]
    return edges


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


def _words(comment: str) -> str:
    return comment.lstrip("#").strip()


def _paragraph(lines: list[str], number: int, first: re.Match[str]) -> list[str]:
    """Return the words of the comment lines that belong together, from the first one on."""
    words = [first["words"].rstrip()]
    while _runs_on(first) and number + len(words) < len(lines):
        following = _COMMENT.fullmatch(lines[number + len(words)])
        if not following or not _runs_on(following) or following["indent"] != first["indent"]:
            break
        words.append(following["words"].rstrip())
    return words


def _runs_on(line: re.Match[str]) -> bool:
    """Return whether a comment line is running text: no example, no empty line."""
    return len(line["lead"]) <= 1 and bool(line["words"])


def _full_lines(first: re.Match[str], words: str) -> Iterator[str]:
    margin = f"{first['indent']}#{first['lead']}"
    if not _runs_on(first):
        yield (margin + words).rstrip()
        return
    yield from (margin + line for line in wrapped(words, WIDTH - len(margin)))


def _behind(code: str, gap: str, words: str) -> Iterator[str]:
    """Yield a line with its comment, which goes above it when there is not enough room."""
    line = f"{code}{gap}# {words}"
    if len(line) <= WIDTH:
        yield line
        return
    margin = " " * (len(code) - len(code.lstrip(" "))) + "# "
    yield from (margin + part for part in wrapped(words, WIDTH - len(margin)))
    yield code


# ---------------------------------------------------------------------- reading


def _texts(source: str) -> Iterator[_Text]:
    """Yield every key and value of a source text in order."""
    offsets = [0]
    for line in source.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    stack: list[_Open] = []
    event: Any  # the types of yaml's events leave open whether they have a place
    for event in yaml.parse(source, Loader=yaml.CSafeLoader):
        kind = type(event)
        if issubclass(kind, yaml.CollectionEndEvent):
            stack.pop()
        elif kind is yaml.ScalarEvent:
            yield _text(source, offsets, stack[-1], event)
            _advance(stack[-1], event.start_mark.column)
        elif issubclass(kind, yaml.CollectionStartEvent):
            column = event.start_mark.column
            if stack:
                _advance(stack[-1], column)
            stack.append(_Open(kind is yaml.MappingStartEvent, event.flow_style, column))


def _advance(parent: _Open, column: int) -> None:
    """Note that a key or a value of a mapping was read."""
    if parent.mapping:
        parent.key = column if parent.key is None else None


def _text(source: str, offsets: list[int], parent: _Open, event: Scalar) -> _Text:
    first, last = event.start_mark, event.end_mark
    start = offsets[first.line] + first.column
    header = _BLOCK_HEADER.match(source, start) if event.style in {"|", ">"} else None
    end = start + len(source[start : offsets[last.line] + last.column].rstrip())
    final = last.line if last.column else last.line - 1
    edge = (first.line, header.end() - offsets[first.line]) if header else (last.line, last.column)
    slot = Slot(first.column, parent.indent, parent.flow, header is not None)
    is_key = parent.mapping and parent.key is None
    return _Text(event.value, is_key, start, end, range(first.line, final + 1), edge, slot)
