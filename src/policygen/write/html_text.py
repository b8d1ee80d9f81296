"""The text of an HTML file, clause by clause, read back from its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import html

from policygen.doc.clauses import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ADDED: Final = frozenset({"number", "permalink", "contents", "sign"})
"""Classes of what a writer adds to the text: clause numbers, links to clauses, contents lists, the
signs of what to do and what not to."""


def clause_texts(data: bytes) -> dict[str, str]:
    """Return the normalised text of the cover and of each section by id, in reading order.

    data: a file that `write.html` wrote. The result is that of `doc.clauses.clause_texts` for the
    document that it was written from.
    """
    page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    clauses = (element for element in page.iter("header", "section") if element.get("id"))
    return {
        clause.get("id", ""): normalise("".join(_own_text(clause, clause))) for clause in clauses
    }


def _own_text(element: HtmlElement, clause: HtmlElement) -> Iterator[str]:
    """Yield the characters inside an element, without nested clauses and what writers add."""
    if element is not clause and (element.tag == "section" or _is_added(element)):
        return
    yield element.text or ""
    for child in element:
        yield from _own_text(child, clause)
        yield child.tail or ""


def _is_added(element: HtmlElement) -> bool:
    return not _ADDED.isdisjoint(element.get("class", "").split())
