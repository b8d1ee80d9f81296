"""XML text into plain elements that remember the template line they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from policygen.errors import PolicygenError, Problem, Span, tell

PLACE: Final = "place"
"""Target of the processing instruction that says where in a template the next element stands:
`<?place parts/scope.xml 12 5?>`."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, content and place in a template."""

    tag: str
    attributes: dict[str, str]
    span: Span
    content: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Yield the child elements."""
        return (child for child in self.content if isinstance(child, Element))

    def has_text(self) -> bool:
        """Whether there are characters other than white space directly inside."""
        return any(isinstance(child, str) and child.strip() for child in self.content)


class _Builder:
    def __init__(self, name: str) -> None:
        self.span = Span(name, 1, 1)
        self.root: Element | None = None
        self.stack: list[Element] = []

    def place(self, target: str, data: str) -> None:
        if target == PLACE:
            file, line, column = data.rsplit(" ", 2)
            self.span = Span(file, int(line), int(column))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, self.span)
        if self.stack:
            self.stack[-1].content.append(element)
        else:
            self.root = element
        self.stack.append(element)

    def end(self, _tag: str) -> None:
        self.stack.pop()

    def text(self, data: str) -> None:
        self.stack[-1].content.append(data)


def parse(text: str, name: str) -> Element:
    """Return the root element of XML text.

    name: the template, for problems before the first place is known. Raises PolicygenError with
    a place when the text is not well-formed.
    """
    builder = _Builder(name)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.ProcessingInstructionHandler = builder.place
    try:
        parser.Parse(text, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        raise PolicygenError(_malformed(builder, error)) from error
    if builder.root is None:
        raise PolicygenError(
            Problem("TPL101", tell("the template makes no document"), builder.span)
        )
    return builder.root


_UNDEFINED_ENTITY: Final = 11
_MISMATCHED_TAG: Final = 7


def _malformed(builder: _Builder, error: expat.ExpatError) -> Problem:
    if error.code == _MISMATCHED_TAG:
        tag = builder.stack[-1].tag if builder.stack else ""
        span = builder.stack[-1].span if builder.stack else builder.span
        return Problem(
            "TPL102",
            tell("the tag <{tag}> that is opened here is not closed where it should be", tag=tag),
            span,
            tell("write </{tag}> after its content, inside the same parent", tag=tag),
        )
    if error.code == _UNDEFINED_ENTITY:
        return Problem(
            "TPL103",
            tell("there is a named character such as &nbsp; near here"),
            builder.span,
            tell("write the character itself; only &amp; &lt; &gt; and &quot; have names"),
        )
    return Problem(
        "TPL104",
        tell("the markup near here is not well-formed"),
        builder.span,
        tell(
            "check that every tag is closed and every attribute is in quotes; write & as &amp; and "
            "< as &lt;"
        ),
    )
