"""The parser's events -> values and their places.

Works on the event stream with a stack of its own: nesting costs no recursion, and an alias is
never followed, so that a short file cannot stand for a huge one.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, Final

import yaml

from policygen.errors import Span
from policygen.source import refuse
from policygen.source.events import Alias, DocumentStart, Event, Mark, Node, Start
from policygen.source.events import Scalar as ScalarEvent
from policygen.source.frame import Frame
from policygen.source.page import Page
from policygen.source.values import Mapping, Scalar, Sequence, Value

MAX_DEPTH: Final = 64
MAX_NODES: Final = 500_000


class Reader:
    """Reads the events of one page.

    value, spans, key_spans: the result. stack and last (the last scalar's event) tell how far the
    reader had come when the parser gave up. replaced, removed: lines (from 0) that were put aside
    to get past a mistake; the values of the former do not count.
    """

    def __init__(self, page: Page, replaced: AbstractSet[int], removed: AbstractSet[int]) -> None:
        self.page = page
        self.value = Mapping("")
        self.spans: dict[str, Span] = {}
        self.key_spans: dict[str, Span] = {}
        self.stack: list[Frame] = []
        self.last: ScalarEvent | None = None
        self._replaced = replaced
        self._removed = removed
        self._keys: dict[str, Span] = {}
        self._nodes = 0
        self._documents = 0
        self._stopped = False

    def read(self, text: str) -> None:
        """Read a whole text; MarkedYAMLError where it is not YAML."""
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            handle = _HANDLERS.get(type(event))
            if handle is not None:
                handle(self, event)
            if self._stopped or self.page.full:
                return
        if not self._documents and not (self._replaced or self._removed):
            refuse.empty_file(self.page)

    def start_document(self, event: DocumentStart) -> None:
        """Refuse a second document; its entries are checked as if they belonged to the first."""
        self._documents += 1
        if self._documents > 1:
            self.page.note(refuse.second_document(self.page, event.start_mark.line))
        if event.tags:
            refuse.tag(self.page, self.page.rest(event.start_mark.line, 0))

    def start_mapping(self, event: Start) -> None:
        """Open a mapping."""
        if self.stack:
            self._start(event, Mapping)
        elif self._admit(event):
            self.stack.append(
                Frame(self.value, "", event.start_mark, event.flow_style, keys=self._keys)
            )

    def start_sequence(self, event: Start) -> None:
        """Open a list."""
        if self.stack:
            self._start(event, Sequence)
        elif self._admit(event):
            self._refuse_top(event)
            self.stack.append(Frame(Sequence(""), None, event.start_mark, event.flow_style))

    def end(self, event: Event) -> None:
        """Close the innermost mapping or list."""
        frame = self.stack.pop()
        if frame.is_key:
            self.stack[-1].refuse_key()
        elif frame.flow and frame.clause:
            self.spans[frame.clause] = self._span(frame.start, event.end_mark)
            if isinstance(self.stack[-1].value, Sequence):
                self.key_spans[frame.clause] = self.spans[frame.clause]

    def alias(self, event: Alias) -> None:
        """Leave out the copy of another value."""
        if not self._has_room(event):
            return
        if not self.stack:
            self._refuse_top(event)
            return
        frame = self.stack[-1]
        if not (frame.quiet or frame.key == refuse.MERGE):
            refuse.alias(self.page, event)
        if frame.awaits_key:
            frame.refuse_key()
        else:
            frame.skip()

    def scalar(self, event: ScalarEvent) -> None:
        """Take a key or a text."""
        self.last = event
        if not self._admit(event):
            return
        if not self.stack:
            self._refuse_top(event)
        elif self.stack[-1].awaits_key:
            self._key(self.stack[-1], event)
        else:
            self._text(self.stack[-1], event)

    def _refuse_top(self, event: Event) -> None:
        """Refuse a file that is no mapping, unless something worse was said about it already."""
        if self._documents == 1 and not (self._replaced or self._removed):
            refuse.top(self.page, event)

    def _key(self, frame: Frame, event: ScalarEvent) -> None:
        key = event.value
        span = self._span(event.start_mark, event.end_mark)
        first = frame.keys.setdefault(key, span)
        if refuse.key(self.page, event, span, first):
            frame.refuse_key(key)
            return
        frame.key = key
        clause = frame.child()
        if clause is not None:
            self.key_spans[clause] = span

    def _text(self, frame: Frame, event: ScalarEvent) -> None:
        start = event.start_mark
        if start.line in self._replaced or refuse.text(self.page, event, frame, self._removed):
            frame.skip()
            return
        clause = frame.child()
        text = Scalar(event.value, clause or "")
        self._put(frame, clause, text, self._span(start, event.end_mark))

    def _start(self, event: Start, kind: type[Mapping | Sequence]) -> None:
        """Open a mapping or list below another one."""
        if not self._admit(event):
            return
        frame = self.stack[-1]
        quiet = frame.quiet or frame.awaits_key or frame.key == refuse.MERGE
        if frame.awaits_key:
            if not frame.quiet:
                refuse.complex_key(self.page, event)
            value, clause, is_key = kind(""), None, True
        else:
            clause, is_key = frame.child(), False
            value = kind(clause or "")
            start = event.start_mark
            self._put(frame, clause, value, self.page.rest(start.line, start.column))
        self.stack.append(
            Frame(value, clause, event.start_mark, event.flow_style, is_key=is_key, quiet=quiet)
        )

    def _put(self, frame: Frame, clause: str | None, value: Value, span: Span) -> None:
        """Give a value its place in the mapping or list that it belongs to."""
        if clause is not None:
            self.spans[clause] = span
        if isinstance(frame.value, Sequence):
            frame.value.append(value)
            if clause is not None:
                self.key_spans[clause] = span
            return
        if frame.kept and frame.key is not None:
            frame.value[frame.key] = value
        frame.skip()

    def _admit(self, event: Node) -> bool:
        """Return whether there is room for one more value; refuse what decorates it."""
        if self._has_room(event):
            refuse.decoration(self.page, event)
        return not self._stopped

    def _has_room(self, event: Event) -> bool:
        """Return whether the limits allow for one more value."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            refuse.too_many_entries(self.page, event, MAX_NODES)
            self._stopped = True
        elif len(self.stack) > MAX_DEPTH:
            refuse.too_deep(self.page, event, MAX_DEPTH)
            self._stopped = True
        return not self._stopped

    def _span(self, start: Mark, end: Mark) -> Span:
        """Return the place of a node, or of its first line."""
        if start.line == end.line:
            return self.page.span(start.line, start.column, end.column - start.column)
        return self.page.rest(start.line, start.column)


_HANDLERS: Final[MappingProxyType[type[yaml.Event], Callable[[Reader, Any], None]]] = (
    MappingProxyType(
        {
            yaml.DocumentStartEvent: Reader.start_document,
            yaml.MappingStartEvent: Reader.start_mapping,
            yaml.MappingEndEvent: Reader.end,
            yaml.SequenceStartEvent: Reader.start_sequence,
            yaml.SequenceEndEvent: Reader.end,
            yaml.ScalarEvent: Reader.scalar,
            yaml.AliasEvent: Reader.alias,
        }
    )
)
