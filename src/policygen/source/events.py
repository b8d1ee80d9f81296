"""What is used of the parser's events.

yaml's own types leave open whether an event has a place; those of the C parser always have one.
"""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A place in the text: line and column, from 0; the column counts characters."""

    line: int
    column: int


class Event(Protocol):
    """Anything that stands somewhere."""

    start_mark: Mark
    end_mark: Mark


class DocumentStart(Event, Protocol):
    """The beginning of a document. tags: those that it declares."""

    tags: dict[str, str] | None


class Alias(Event, Protocol):
    """`*anchor`."""

    anchor: str


class Node(Event, Protocol):
    """A value, or the beginning of one. anchor, tag: None where there is none."""

    anchor: str | None
    tag: str | None


class Scalar(Node, Protocol):
    """A key or a text. style: its quotation mark, `|` or `>`, or "" when it has none of them."""

    value: str
    style: str


class Start(Node, Protocol):
    """The beginning of a mapping or list. flow_style: whether it is written with brackets."""

    flow_style: bool
