"""A file's own bytes with mistakes mended, and proof that nothing else in it is changed.

Comments, quotation marks, empty lines, line ends and the signature (BOM) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from policygen.errors import Edit, Problem, Span, ordered
from policygen.source.loader import Source, load_data
from policygen.source.offsets import Changes, Lines
from policygen.source.values import Mapping, Scalar, Value

_BOM: Final = "\ufeff"


class Mended(NamedTuple):
    """The bytes of a file, and how many problems were mended in it."""

    data: bytes
    number: int


def mended(data: bytes, name: str, problems: Iterable[Problem]) -> Mended:
    """Return the bytes of a file with as many of the problems' fixes as are safe together.

    name: the file as the user calls it. Of fixes that overlap, the first is applied. A fix after
    which something else in the file would read differently, or its own problem would still be
    there, is left out.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Mended(data, 0)
    before = load_data(data, name)
    safe = _safe(before, name, _apart(p for p in ordered(problems) if _concerns(p, name)), [])
    result = Changes(text.removeprefix(_BOM), _edits(safe)).result()
    return Mended((_BOM * text.startswith(_BOM) + result).encode(), len(safe))


def _concerns(problem: Problem, name: str) -> bool:
    return bool(problem.fix) and all(edit.span.file == name for edit in problem.fix)


def _edits(problems: Iterable[Problem]) -> list[Edit]:
    return [edit for problem in problems for edit in problem.fix]


def _apart(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems whose fixes touch none of those before them."""
    taken: list[Span] = []
    chosen: list[Problem] = []
    for problem in problems:
        places = [edit.span for edit in problem.fix]
        if not any(_touch(place, other) for place in places for other in taken):
            taken += places
            chosen.append(problem)
    return chosen


def _touch(one: Span, other: Span) -> bool:
    if one.line != other.line:
        return False
    return one.column <= other.column + other.length and other.column <= one.column + one.length


# ------------------------------------------------------------------------ proof


def _safe(
    before: Source, name: str, wanted: Sequence[Problem], accepted: list[Problem]
) -> list[Problem]:
    """Return the problems that can be mended together, beginning with those accepted."""
    if not wanted or _is_sound(before, name, [*accepted, *wanted]):
        return [*accepted, *wanted]
    if len(wanted) == 1:
        return accepted
    half = len(wanted) // 2
    return _safe(before, name, wanted[half:], _safe(before, name, wanted[:half], accepted))


def _is_sound(before: Source, name: str, problems: Sequence[Problem]) -> bool:
    """Whether fixes mend their problems and leave all else in the file as it reads now."""
    text = before.files[name]
    changes = Changes(text, _edits(problems))
    result = changes.result()
    after = load_data(result.encode("utf-8", "replace"), name)
    if after.problems and not before.problems:
        return False
    places, result_places = Lines(text), Lines(result)
    left = {(p.code, result_places.start(p.span)) for p in after.problems if p.span and p.span.line}
    for problem in problems:
        if problem.span and (problem.code, changes.moved(places.start(problem.span))) in left:
            return False
    said: dict[tuple[int | None, ...], str] = {
        chain: value for chain, value, _ in _said(after, result_places)
    }
    for chain, value, (start, end) in _said(before, places):
        moved = tuple(changes.moved(offset) for offset in chain)
        if not changes.reach(start, end) and said.get(moved) != value:
            return False
    return True


def _said(source: Source, places: Lines) -> Iterator[tuple[tuple[int, ...], str, tuple[int, int]]]:
    """Yield every text of a file: the offsets of the keys that lead to it, what it says, and from
    where to where (on its first line) it stands."""
    open_: list[tuple[tuple[int, ...], Value]] = [((), source.value)]
    while open_:
        chain, value = open_.pop()
        if isinstance(value, Scalar):
            span = source.spans[value.clause]
            yield chain, str(value), (places.start(span), places.end(span))
            continue
        for child in value.values() if isinstance(value, Mapping) else value:
            key = places.start(source.key_spans[child.clause])
            open_.append(((*chain, key), child))
