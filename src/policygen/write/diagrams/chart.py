"""Who reports to whom: a tree from the top where it fits the width, else one set in step by step.

A second superior (in a matrix) is shown by a dashed arrow beside the boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygen.write.diagrams.cards import PADDING, Setting, Studio, fits, setting
from policygen.write.diagrams.lanes import Trip, lanes, spacing
from policygen.write.diagrams.shapes import WIDTH, Drawing, Line, Rect, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygen.doc import tree

_EDGE: Final = 1.0
_ACROSS: Final = 14.0
_DOWN: Final = 34.0
_WIDEST: Final = 180.0
_NARROWEST: Final = 104.0
_STEP: Final = 24.0
"""How far a box is set in below its superior's."""

_BELOW: Final = 10.0
_TRUNK: Final = 12.0
"""From the left edge of a box to the line of those who report to it."""

_LONGEST: Final = 300.0
_SHORTEST: Final = 120.0
"""Width of a box and of words in it, at most and at least."""

_BESIDE: Final = 12.0
"""Between the boxes and the first lane."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A part with those who report to it, and how many levels of boxes stand above it."""

    part: tree.Part
    children: tuple[_Node, ...]
    depth: int

    def leaves(self) -> int:
        """Return how many boxes stand side by side at its foot."""
        return sum(child.leaves() for child in self.children) or 1

    def below(self) -> Iterator[_Node]:
        """Yield this node and all below it, from the top."""
        yield self
        for child in self.children:
            yield from child.below()


def draw(diagram: tree.Diagram, studio: Studio) -> Drawing:
    """Return the drawing of an organisation chart."""
    parts = [_with_labels(part) for part in diagram.parts]
    roots, extra = _forest(parts)
    leaves = sum(root.leaves() for root in roots)
    width = min(_WIDEST, (WIDTH - 2 * _EDGE - _ACROSS * (leaves - 1)) / leaves)
    if not extra and width >= _NARROWEST and fits(studio, parts, width - 2 * PADDING):
        return _tidy(roots, replace(setting(studio, parts, width - 2 * PADDING), align=0.5))
    return _indented(roots, extra, studio)


def _with_labels(part: tree.Part) -> tree.Part:
    """Return a part with the words of its arrows among its details: lines merge, words cannot."""
    labels = (arrow.label for arrow in part.arrows if arrow.label)
    return replace(part, details=(*part.details, *labels))


def _forest(parts: Sequence[tree.Part]) -> tuple[list[_Node], list[tuple[str, str]]]:
    """Return the trees of parts by their first superiors, and the arrows left over."""
    superior: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for part in parts:
        for target in dict.fromkeys(arrow.target for arrow in part.arrows):
            if part.id in superior or _leads_to(superior, target, part.id):
                extra.append((part.id, target))
            else:
                superior[part.id] = target
    roots = [_node(part, parts, superior, 0) for part in parts if part.id not in superior]
    return roots, extra


def _leads_to(superior: Mapping[str, str], start: str, end: str) -> bool:
    """Return whether `end` is `start` or a superior of it."""
    while start != end and start in superior:
        start = superior[start]
    return start == end


def _node(
    part: tree.Part, parts: Sequence[tree.Part], superior: Mapping[str, str], depth: int
) -> _Node:
    under = (each for each in parts if superior.get(each.id) == part.id)
    children = tuple(_node(each, parts, superior, depth + 1) for each in under)
    return _Node(part, children, depth)


# ------------------------------------------------------------ from the top


def _tidy(roots: Sequence[_Node], set_: Setting) -> Drawing:
    tree_ = _Tree.of([node for root in roots for node in root.below()], set_)
    leaves = sum(root.leaves() for root in roots)
    left = (WIDTH - leaves * tree_.column + _ACROSS) / 2
    shapes: list[Shape] = []
    for root in roots:
        shapes.extend(tree_.shapes(root, left))
        left += root.leaves() * tree_.column
    return Drawing(tree_.tops[-1] + tree_.heights[-1] + _EDGE, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Tree:
    """A tree from the top. tops, heights: of the boxes, for each depth."""

    set_: Setting
    tops: tuple[float, ...]
    heights: tuple[float, ...]

    @classmethod
    def of(cls, nodes: Sequence[_Node], set_: Setting) -> _Tree:
        """Return a tree with room for the words of all nodes."""
        depths = range(max(node.depth for node in nodes) + 1)
        heights = tuple(
            max(set_.box_height(node.part) for node in nodes if node.depth == depth)
            for depth in depths
        )
        return cls(set_, tuple(_EDGE + sum(heights[:d]) + d * _DOWN for d in depths), heights)

    @property
    def column(self) -> float:
        """Width of a box and the space beside it."""
        return self.set_.width + 2 * PADDING + _ACROSS

    def middle(self, node: _Node, left: float) -> float:
        """Return the middle of a node's box: above those of its first and its last child."""
        if not node.children:
            return left + (self.column - _ACROSS) / 2
        *others, last = node.children
        before = sum(child.leaves() for child in others) * self.column
        return (self.middle(node.children[0], left) + self.middle(last, left + before)) / 2

    def shapes(self, node: _Node, left: float) -> Iterator[Shape]:
        """Yield a node and all below it, of which the first one starts at `left`."""
        x, width = self.middle(node, left), self.column - _ACROSS
        top, height = self.tops[node.depth], self.heights[node.depth]
        yield from self.set_.box(node.part, Rect(x - width / 2, top, width, height))
        bottom = top + height
        for child in node.children:
            start = self.middle(child, left)
            turns = ((start, bottom + _DOWN / 2), (x, bottom + _DOWN / 2)) if start != x else ()
            way = ((start, bottom + _DOWN), *turns, (x, bottom + 3))
            yield Line(way, self.set_.studio.palette.line, head=True)
            yield from self.shapes(child, left)
            left += child.leaves() * self.column


# ------------------------------------------------------------ set in step by step


def _indented(roots: Sequence[_Node], extra: Sequence[tuple[str, str]], studio: Studio) -> Drawing:
    nodes = [node for root in roots for node in root.below()]
    places = {node.part.id: place for place, node in enumerate(nodes)}
    trips = [Trip(places[start], places[end]) for start, end in extra]
    chosen = lanes(trips)
    rects, set_ = _steps(nodes, max(chosen, default=-1) + 1, studio)
    shapes: list[Shape] = []
    for node, rect in zip(nodes, rects, strict=True):
        shapes.extend(set_.box(node.part, rect))
        trunk = rect.x + _TRUNK
        for child in node.children:
            below = rects[places[child.part.id]]
            y = below.y + below.height / 2
            way = ((below.x, y), (trunk, y), (trunk, rect.bottom + 3))
            shapes.append(Line(way, studio.palette.line, head=True))
    shapes.extend(_dashed(trips, chosen, rects, studio.palette.line))
    return Drawing(rects[-1].bottom + _EDGE, tuple(shapes))


def _steps(nodes: Sequence[_Node], count: int, studio: Studio) -> tuple[list[Rect], Setting]:
    """Return the boxes, each set in below its superior's, and how their words are set.

    count: of lanes, for which room is left beside the boxes.
    """
    deepest = max(node.depth for node in nodes) * _STEP
    room = WIDTH - 2 * _EDGE - spacing(count) * count - _BESIDE - deepest
    room = min(_LONGEST, room) - 2 * PADDING
    parts = [node.part for node in nodes]
    set_ = setting(studio, parts, room)
    widest = max(max(map(set_.natural_width, parts)) + 1, _SHORTEST)
    set_ = replace(set_, width=min(widest, room))
    rects: list[Rect] = []
    top = _EDGE
    for node in nodes:
        left = _EDGE + node.depth * _STEP
        height = set_.box_height(node.part)
        rects.append(Rect(left, top, set_.width + 2 * PADDING, height))
        top += height + _BELOW
    return rects, set_


def _dashed(
    trips: Sequence[Trip], chosen: Sequence[int], rects: Sequence[Rect], colour: str
) -> Iterator[Line]:
    """Yield the arrows that take lanes; each has its own height at both of its boxes."""
    ends = [box for trip in trips for box in (trip.end, trip.start)]
    met = dict.fromkeys(ends, 0)

    def height(box: int) -> float:
        met[box] += 1
        return rects[box].y + rects[box].height * met[box] / (ends.count(box) + 1)

    gap = spacing(max(chosen, default=-1) + 1)
    beside = max(rect.right for rect in rects) + _BESIDE
    for trip, lane in zip(trips, chosen, strict=True):
        start, end = rects[trip.start].right, rects[trip.end].right
        x, out, back = beside + (lane + 0.5) * gap, height(trip.start), height(trip.end)
        way = ((start, out), (x, out), (x, back), (end + 3, back))
        yield Line(way, colour, head=True, dashed=True)
