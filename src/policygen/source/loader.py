"""Source files -> one tree of values with the place of each, and every problem in them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from policygen.errors import Problem, Span, Words, ordered, tell
from policygen.source import codes
from policygen.source.characters import clean
from policygen.source.decode import Text, decode, read_text
from policygen.source.mend import read_page
from policygen.source.page import Page
from policygen.source.values import Mapping


@dataclass(frozen=True)
class Source:
    """What one or several source files say.

    value: the entries of all files. spans: dotted clause path -> place of the value (its first
    line, when it has several). key_spans: dotted clause path -> place of the key, or of the item
    in a list. files: file as the user calls it -> its text, with line feeds as its only line ends.
    problems: errors and warnings in the order of their places; what they are about is left out
    of `value`, so a missing entry says nothing where there are errors. removed: dotted clause
    path -> where an overlay takes the entry away that stood there.
    """

    value: Mapping
    spans: MappingProxyType[str, Span]
    key_spans: MappingProxyType[str, Span]
    files: dict[str, str]
    problems: tuple[Problem, ...]
    removed: MappingProxyType[str, Span] = field(default_factory=lambda: MappingProxyType({}))

    def removal(self, clause: str) -> tuple[tuple[Span, Words], ...]:
        """Return where an overlay takes away a clause, or what it belonged to, as the related
        place of a problem; nothing where none does."""
        while clause:
            if (span := self.removed.get(clause)) is not None:
                return ((span, tell("here the overlay removes it")),)
            clause = clause.rpartition(".")[0]
        return ()


Unsaved: TypeAlias = Map[str, bytes]
"""File, as the user calls it -> what it will have in it; the disk has something else still."""

NOTHING_UNSAVED: Final[Unsaved] = MappingProxyType({})


def load_file(path: Path, name: str, unsaved: Unsaved = NOTHING_UNSAVED) -> Source:
    """Read the file at `path`, which the user calls `name`; problems are collected, not raised."""
    if name in unsaved:
        return load_data(unsaved[name], name)
    return _read(name, read_text(path, name))


def load_data(data: bytes, name: str) -> Source:
    """Read the bytes of a file, which the user calls `name`."""
    return _read(name, decode(data, name))


@lru_cache(maxsize=32)
def _read(name: str, content: Text) -> Source:
    """Read a text, once for the base and every overlay: nobody changes what a source says."""
    text, problem = content
    page = Page(name, text.split("\n"))
    if problem is not None:
        page.note(problem)
    if problem is not None and not text:
        return _source(Mapping(""), {}, {}, {name: text}, page.problems)
    reader = read_page(page, clean(page, text))
    return _source(reader.value, reader.spans, reader.key_spans, {name: text}, page.problems)


def load_files(paths: Iterable[tuple[Path, str]], unsaved: Unsaved = NOTHING_UNSAVED) -> Source:
    """Read several files, each with the name the user calls it, as one source.

    The files are merged by top-level key. A key of an earlier file is an error in a later one,
    which names both places; the first one stays.
    """
    value = Mapping("")
    spans: dict[str, Span] = {}
    key_spans: dict[str, Span] = {}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path, name in paths:
        source = load_file(path, name, unsaved)
        twice = source.value.keys() & value.keys()
        problems += source.problems
        problems += [_in_two_files(key, source, key_spans[key]) for key in twice]
        value.update({key: part for key, part in source.value.items() if key not in twice})
        spans |= {c: s for c, s in source.spans.items() if _top(c) not in twice}
        key_spans |= {c: s for c, s in source.key_spans.items() if _top(c) not in twice}
        files |= source.files
    return _source(value, spans, key_spans, files, problems)


def _source(
    value: Mapping,
    spans: dict[str, Span],
    key_spans: dict[str, Span],
    files: dict[str, str],
    problems: list[Problem],
) -> Source:
    return Source(
        value,
        MappingProxyType(spans),
        MappingProxyType(key_spans),
        files,
        tuple(ordered(problems)),
    )


def _top(clause: str) -> str:
    return clause.partition(".")[0]


def _in_two_files(key: str, source: Source, first: Span) -> Problem:
    return Problem(
        codes.TWO_FILES,
        tell("the key `{key}` is already in the file {file}", key=key, file=first.file),
        source.key_spans[key],
        tell("keep everything that belongs to it in one of the two files"),
        related=((first, tell("the first one")),),
    )
