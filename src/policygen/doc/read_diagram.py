"""Diagrams of the XHTML subset: the data of a figure that the program draws.

    <figure class="path">
    <figcaption>The way up</figcaption>
    <p>Alternative text</p>
    <ol>
    <li id="level-1"><p>Level 1</p><p>service agents</p>
    <ul><li><a href="#level-2">within 15 minutes</a></li></ul></li>
    </ol>
    </figure>

A part is an item: its first paragraph is the title, further ones are details, the list inside it
holds the arrows to other parts. Opening hours stand in `data-hours="0:540-1020 1:540-1020"`
(weekday from 0 for Monday, minutes since midnight); a `<ul>` of the figure holds its legend.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from policygen.doc import tree
from policygen.doc.clauses import inline_text
from policygen.errors import NO_WORDS, Words, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.doc.elements import Element

_BAR: Final = re.compile(r"([0-6]):([0-9]{1,4})-([0-9]{1,4})")


class Reader(Protocol):
    """What reads the lines of a diagram and collects what is wrong."""

    def only(self, element: Element, *tags: str) -> Iterator[Element]:
        """Yield the child elements, which must have one of the tags."""

    def line(self, element: Element) -> tuple[tree.Inline, ...]:
        """Return the content of a line."""

    def report(self, code: str, message: Words, element: Element, hint: Words = NO_WORDS) -> None:
        """Collect a problem."""


def diagram(reader: Reader, element: Element) -> tree.Diagram:
    """Return the diagram that a <figure> describes; what is wrong with it is reported."""
    children = {child.tag: child for child in reader.only(element, "figcaption", "p", "ol", "ul")}
    if missing := {"figcaption", "p", "ol"} - children.keys():
        reader.report(
            "TPL126",
            tell(
                "this figure lacks {parts}",
                parts=", ".join(f"<{tag}>" for tag in sorted(missing)),
            ),
            element,
            tell(
                "a figure needs a caption, a paragraph with its alternative text and a list of "
                "parts"
            ),
        )
        return tree.Diagram("", (), "", ())
    parts = tuple(_part(reader, item) for item in reader.only(children["ol"], "li"))
    _check_arrows(reader, element, parts)
    legend = reader.only(children["ul"], "li") if "ul" in children else ()
    return tree.Diagram(
        kind=element.attributes.get("class", ""),
        caption=reader.line(children["figcaption"]),
        alt=inline_text(reader.line(children["p"])),
        parts=parts,
        legend=tuple(inline_text(reader.line(item)) for item in legend),
    )


def _part(reader: Reader, item: Element) -> tree.Part:
    lines: list[str] = []
    arrows: list[tree.Arrow] = []
    for child in reader.only(item, "p", "ul"):
        if child.tag == "p":
            lines.append(inline_text(reader.line(child)))
        else:
            arrows.extend(_arrows(reader, child))
    title, *details = (line for line in lines if line) if any(lines) else [""]
    return tree.Part(
        id=item.attributes.get("id", ""),
        title=title,
        details=tuple(details),
        arrows=tuple(arrows),
        outside=item.attributes.get("class") == "outside",
        bars=tuple(_bars(reader, item)),
    )


def _arrows(reader: Reader, element: Element) -> Iterator[tree.Arrow]:
    for item in reader.only(element, "li"):
        for node in reader.line(item):
            if isinstance(node, tree.Reference):
                yield tree.Arrow(node.target, inline_text(node.children))


def _bars(reader: Reader, item: Element) -> Iterator[tree.Bar]:
    for word in item.attributes.get("data-hours", "").split():
        if match := _BAR.fullmatch(word):
            yield tree.Bar(*map(int, match.groups()))
        else:
            reader.report(
                "TPL127",
                tell("“{word}” is not a stretch of opening hours", word=word),
                item,
                tell(
                    "write weekday:start-end in minutes, such as 0:540-1020 for Monday 9:00-17:00"
                ),
            )


def _check_arrows(reader: Reader, element: Element, parts: tuple[tree.Part, ...]) -> None:
    known = {part.id for part in parts}
    for part in parts:
        for arrow in part.arrows:
            if arrow.target not in known:
                reader.report(
                    "TPL128",
                    tell(
                        "an arrow leads to “{target}”, which is no part of this figure",
                        target=arrow.target,
                    ),
                    element,
                    tell("give the part that it leads to this id"),
                )
