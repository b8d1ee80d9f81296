"""Opening hours over a week: a row for each channel, a bar for each run of like days."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, RenderError, tell
from policygen.write.diagrams.cards import Setting, Studio, setting
from policygen.write.diagrams.lettering import LEADING, Passage, Style
from policygen.write.diagrams.shapes import WIDTH, Box, Drawing, Line, Rect, Shape, placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygen.doc import tree

_DAY: Final = 24 * 60
_TICKS: Final = (0, 6, 12, 18, 24)
_DAYS: Final = 7
_NAMES: Final = 176.0
"""Width of the column of names."""

_WIDEST_LABEL: Final = 110.0
_SPACE: Final = 14.0
_EDGE: Final = 9.0
"""Room for the half of the last tick's number that is beyond its line."""

_BAR: Final = 12.0
_LINE: Final = 19.0
"""From one bar to the next below it."""

_MARGIN: Final = 9.0
_LABEL: Final = 11.0


@dataclass(frozen=True, slots=True)
class _Days:
    """Days with the same hours: their label, and the hours as minutes since midnight."""

    label: str
    hours: tuple[tuple[int, int], ...]


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of opening hours; RenderError without the names of the seven days."""
    if len(diagram.legend) != _DAYS:
        raise RenderError(
            Problem(
                "RND321",
                tell("a figure of opening hours has no names for the days of the week"),
                hint=tell("give the figure a list of the seven short names, Monday first"),
            )
        )
    style = studio.text(_LABEL)
    rows = [_days(part, diagram.legend) for part in diagram.parts]
    labels = [
        [studio.set(days.label, style, _WIDEST_LABEL) for days in row if days.label] for row in rows
    ]
    widest = max((label.width for row in labels for label in row), default=0.0)
    left = _NAMES + _SPACE + (widest + 1 + _SPACE if widest else 0.0)
    axis = Rect(left, _LABEL * LEADING + 5, WIDTH - _EDGE - left, 0)
    return _table(diagram.parts, rows, axis, setting(studio, diagram.parts, _NAMES))


def _table(
    parts: Sequence[tree.Part], rows: Sequence[Sequence[_Days]], axis: Rect, set_: Setting
) -> Drawing:
    studio = set_.studio
    style = studio.text(_LABEL)
    shapes: list[Shape] = []
    top = axis.y
    for part, row in zip(parts, rows, strict=True):
        shapes.append(Line(((1, top), (WIDTH - 1, top)), studio.palette.rule, thickness=1))
        labels = [studio.set(days.label, style, axis.x - _SPACE - _NAMES - _SPACE) for days in row]
        lines = [max(_LINE, label.height + 4) for label in labels]
        height = max(set_.height(part), sum(lines)) + 2 * _MARGIN
        names = Rect(0, top + (height - set_.height(part)) / 2, _NAMES, set_.height(part))
        shapes.extend(set_.words(part, names))
        middle = top + (height - sum(lines)) / 2
        for days, label, line in zip(row, labels, lines, strict=True):
            shapes.extend(_bars(days, label, Rect(axis.x, middle, axis.width, line), studio))
            middle += line
        top += height
    grid = _grid(Rect(axis.x, axis.y, axis.width, top - axis.y), style, studio)
    return Drawing(top + 1, (*grid, *shapes))


def _bars(days: _Days, label: Passage, line: Rect, studio: Studio) -> Iterator[Shape]:
    """Yield the hours of some days on a track that stands for the whole day."""
    palette = studio.palette
    left = _NAMES + _SPACE
    room = Rect(
        left, line.y + (line.height - label.height) / 2, line.x - _SPACE - left, label.height
    )
    yield from placed([label], room, 0)
    track = line.y + (line.height - _BAR) / 2
    yield Box(Rect(line.x, track, line.width, _BAR), palette.tint, radius=3)
    for start, end in days.hours:
        x = line.x + line.width * start / _DAY
        width = max(2.0, line.width * (end - start) / _DAY)
        yield Box(Rect(x, track, width, _BAR), palette.line, radius=3)


def _grid(area: Rect, style: Style, studio: Studio) -> Iterator[Shape]:
    """Yield the lines of the hours, with their numbers above them."""
    for hour in _TICKS:
        x = area.x + area.width * hour / _TICKS[-1]
        yield Line(((x, area.y), (x, area.bottom)), studio.palette.rule, thickness=1)
        number = studio.set(str(hour), style, 2 * _EDGE)
        room = Rect(x - _EDGE, 0, 2 * _EDGE, _LABEL * LEADING)
        yield from placed([number], room, 0, align=0.5)


def _days(part: tree.Part, names: Sequence[str]) -> list[_Days]:
    """Return the days on which a part is open, those with the same hours together.

    The label is left out when all days have the same hours. A part that is never open has one
    empty line.
    """
    hours = [_hours(part, day) for day in range(_DAYS)]
    alike = [hour for number, hour in enumerate(hours) if hour and hour not in hours[:number]]
    if not alike or (len(alike) == 1 and all(hours)):
        return [_Days("", hours[0] if alike else ())]
    return [_Days(_label([hour == each for hour in hours], names), each) for each in alike]


def _hours(part: tree.Part, day: int) -> tuple[tuple[int, int], ...]:
    bars = ((bar.start, min(bar.end, _DAY)) for bar in part.bars if bar.day == day)
    return tuple(sorted((start, end) for start, end in bars if start < end))


def _label(chosen: Sequence[bool], names: Sequence[str]) -> str:
    """Return the names of the chosen days, runs of them by their first and last: "Mon–Wed, Fri"."""
    runs: list[str] = []
    for wanted, group in groupby(range(_DAYS), key=lambda day: chosen[day]):
        days = list(group)
        if wanted:
            runs.append("–".join(dict.fromkeys((names[days[0]], names[days[-1]]))))
    return ", ".join(runs)
