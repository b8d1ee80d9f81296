"""The text of a PDF, clause by clause, read back along its tags by poppler."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import pikepdf

from policygen.doc.clauses import clause_texts, normalise
from policygen.errors import Problem, RenderError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.doc import tree

_READER: Final = ("pdfinfo", "-struct-text", "-enc", "UTF-8", "-")
_NUMBERING: Final = "/ListNumbering"


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def differences(data: bytes, document: tree.Document) -> list[str]:
    """Return the ids of clauses whose text is missing from a PDF or different in it.

    data: a file that `write.pdf` wrote from `document`. What its tags call page furniture is left
    out by definition. Raises RenderError when poppler is missing or cannot read the file.
    """
    expected = clause_texts(document)
    found = _clause_texts(_structure(data))
    ids = chain(expected, (id_ for id_ in found if id_ not in expected))
    return [id_ for id_ in ids if expected.get(id_) != found.get(id_)]


def _structure(data: bytes) -> str:
    """Return poppler's listing of the tags and the text inside them."""
    try:
        done = subprocess.run(_READER, input=data, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise RenderError(
            Problem(
                "RND307",
                tell("PDF files cannot be verified: the program pdfinfo is not installed"),
                hint=tell(
                    "install poppler-utils (macOS: brew install poppler), or build without --verify"
                ),
            )
        ) from error
    if done.returncode:
        raise RenderError(
            Problem(
                "RND308",
                tell(
                    "the PDF cannot be read back: {reason}",
                    reason=done.stderr.decode("utf-8", "replace").strip(),
                ),
                hint=tell("build it again; when it stays so, report it"),
            )
        )
    return done.stdout.decode("utf-8")


@dataclass(slots=True)
class _Element:
    """An open element of the listing.

    depth: its indentation. clause: id of the section it is in, "" for none. labels_added: whether
    labels directly inside were added by the writer. skipped: whether its text is not the
    document's.
    """

    depth: int
    clause: str = ""
    labels_added: bool = False
    skipped: bool = False


def _clause_texts(listing: str) -> dict[str, str]:
    """Return the normalised text of each section of a listing by its id."""
    pieces: dict[str, list[str]] = {}
    for clause, piece in _pieces(listing):
        pieces.setdefault(clause, []).append(piece)
    pieces.pop("", None)
    return {clause: normalise("".join(parts)) for clause, parts in pieces.items()}


def _pieces(listing: str) -> Iterator[tuple[str, str]]:
    """Yield the id of a section and a piece of its text, in reading order."""
    stack = [_Element(depth=-1)]
    for line in listing.splitlines():
        content = line.lstrip(" ")
        depth = len(line) - len(content)
        if content.startswith("/"):  # an attribute of the element above
            stack[-1].labels_added |= content.startswith(_NUMBERING)
            continue
        while stack[-1].depth >= depth:
            stack.pop()
        if content.startswith('"'):
            if not stack[-1].skipped:
                yield stack[-1].clause, content[1:-1]
        else:
            stack.append(_opened(content, depth, stack[-1]))
            yield stack[-1].clause, ""


def _opened(name: str, depth: int, parent: _Element) -> _Element:
    """Return the element that a line of the listing opens inside `parent`."""
    element = _Element(depth, parent.clause, skipped=parent.skipped)
    match name.partition(" ")[0].rstrip(":"):
        case "Sect":
            element.clause = name.partition("<")[2].partition(">")[0]
        case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
            element.labels_added = True
        case "LI":
            element.labels_added = parent.labels_added
        case "Lbl":
            element.skipped = parent.skipped or parent.labels_added
        case "TOC" | "Figure":
            element.skipped = True
    return element
