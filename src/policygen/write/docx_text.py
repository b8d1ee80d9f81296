"""Reads a Word file back: the text of each clause, to compare with the tree's."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from policygen.doc.clauses import normalise
from policygen.write.ooxml.controls import is_read
from policygen.write.ooxml.markup import q, safe_parser

if TYPE_CHECKING:
    from collections.abc import Iterator


def clause_texts(data: bytes) -> dict[str, str]:
    """Return what `policygen.doc.clauses.clause_texts` returns for the tree the file is made of.

    The document variables say which bookmark is which clause; a clause's own text is what stands
    in its bookmark and in none within it.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        settings = etree.fromstring(archive.read("word/settings.xml"), safe_parser())
        body = etree.fromstring(archive.read("word/document.xml"), safe_parser())
    names = {
        variable.get(q("name"), ""): variable.get(q("val"), "")
        for variable in settings.iter(q("docVar"))
    }
    pieces: dict[str, list[str]] = {}
    open_clauses: dict[str, str] = {}
    for element in _in_order(body):
        if element.tag == q("bookmarkStart") and element.get(q("name")) in names:
            clause = names[element.get(q("name"), "")]
            open_clauses[element.get(q("id"), "")] = clause
            pieces[clause] = []
        elif element.tag == q("bookmarkEnd"):
            open_clauses.pop(element.get(q("id"), ""), None)
        elif element.tag == q("t") and open_clauses:
            innermost = next(reversed(open_clauses.values()))
            pieces[innermost].append(element.text or "")
    return {clause: normalise("".join(texts)) for clause, texts in pieces.items()}


def _in_order(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements below one in reading order, without the contents list and without what a
    control of a form shows until it is filled in."""
    walk = etree.iterwalk(element, events=("start",))
    for _, node in walk:
        if node.tag == q("sdt") and not is_read(node):
            walk.skip_subtree()
        else:
            yield node
