"""White space in a line of text, as HTML treats it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from policygen.doc import tree

_SPACE: Final = re.compile(r"[ \t\r\n]+")


def tidied(nodes: list[tree.Inline]) -> list[tree.Inline]:
    """Collapse white space as HTML does, across nodes, and trim both ends of the line."""
    collapsed, _ = _collapse(nodes, after_space=True)
    return _trim_end(collapsed)


def _collapse(nodes: list[tree.Inline], *, after_space: bool) -> tuple[list[tree.Inline], bool]:
    tidy: list[tree.Inline] = []
    for node in nodes:
        if isinstance(node, tree.Text):
            text = _SPACE.sub(" ", node.value)
            text = text.removeprefix(" ") if after_space else text
            if text:
                tidy.append(tree.Text(text))
                after_space = text.endswith(" ")
        elif isinstance(node, tree.LineBreak):
            tidy = [*_trim_end(tidy), node]
            after_space = True
        else:
            children, after_space = _collapse(list(node.children), after_space=after_space)
            tidy.append(_with_children(node, children))
    return tidy, after_space


def _trim_end(nodes: list[tree.Inline]) -> list[tree.Inline]:
    if not nodes:
        return nodes
    last = nodes[-1]
    if isinstance(last, tree.Text):
        text = last.value.removesuffix(" ")
        return [*nodes[:-1], tree.Text(text)] if text else nodes[:-1]
    if isinstance(last, tree.LineBreak):
        return nodes
    return [*nodes[:-1], _with_children(last, _trim_end(list(last.children)))]


def _with_children(
    node: tree.Strong | tree.Emphasis | tree.Span | tree.Link | tree.Reference,
    children: list[tree.Inline],
) -> tree.Inline:
    return replace(node, children=tuple(children))
