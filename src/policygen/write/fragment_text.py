"""The text of a fragment, clause by clause, read back from its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.write import html_text

if TYPE_CHECKING:
    from policygen.doc import tree


def clause_texts(data: bytes, document: tree.Document) -> dict[str, str]:
    """Return the normalised text of the cover and of each section by id, in reading order.

    data: a file that `write.fragment` wrote. document: what it was written from, which gives it
    its name.
    """
    prefix = f"{document.id}-"
    found = html_text.clause_texts(data)
    return {id_.removeprefix(prefix): words for id_, words in found.items()}
