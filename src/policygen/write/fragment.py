"""The fragment: a document as one HTML element to put into a page of a web site.

It has the elements and the class names of the screen file, and nothing that would quarrel with
the page around it: no style, no script, no address from which anything is loaded.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from policygen.doc import tree
from policygen.write import page
from policygen.write.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGNS: Final[Mapping[str, str]] = MappingProxyType({"always": "✓ ", "never": "✗ "})
"""What begins an item of such a list: without a style, nothing else would tell them apart."""


def write(document: tree.Document) -> bytes:
    """Return the document as one UTF-8 `article` element.

    Headings begin with h2, below the page's own h1. Ids begin with the document's, so that
    several fragments can stand on one page. The logo and the contents list are left out: the page
    has its own.
    """
    children = _adapted(
        tuple(node for node in document.children if not isinstance(node, tree.Contents)),
        f"{document.id}-",
    )
    without_logo = replace(document, cover=replace(document.cover, logo=""))
    markup = Markup(without_logo, _picture, screen=True, embedded=True)
    draft = f'<p class="draft-mark">{escape(document.labels.draft)}</p>\n' if document.draft else ""
    return (
        f'<article class="policygen {page.kind(document)}" lang="{escape(document.lang)}">\n'
        f"{draft}{markup.cover()}\n{markup.blocks(children)}\n</article>\n"
    ).encode()


def _picture(asset: tree.Asset) -> str:
    return page.data_uri(asset.media_type, asset.data)


def _adapted(node: Any, prefix: str) -> Any:
    """Return a part of the tree with prefixed ids and references, and with the signs of lists."""
    if isinstance(node, tuple):
        return tuple(_adapted(child, prefix) for child in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    changed: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        is_id = field.name in {"id", "target"} and value
        changed[field.name] = f"{prefix}{value}" if is_id else _adapted(value, prefix)
    if isinstance(node, tree.ItemList) and node.kind in SIGNS:
        changed["items"] = tuple(_signed(item, SIGNS[node.kind]) for item in changed["items"])
    return replace(node, **changed)


def _signed(item: tree.Item, sign: str) -> tree.Item:
    match item.children:
        case (tree.Paragraph() as first, *others):
            mark = tree.Span((tree.Text(sign),), role="sign")
            signed = replace(first, children=(mark, *first.children))
            return replace(item, children=(signed, *others))
        case _:
            return item
