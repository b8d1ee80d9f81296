"""The formats: what writes each, what compares it with the tree, what of the skin it shows.

The writers are imported where they are called, so that a worker that makes HTML does not load
the PDF engine.
"""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.doc.clauses import clause_texts
from policygen.errors import Problem, RenderError, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygen.doc import tree
    from policygen.write.skin import Skin


@dataclass(frozen=True, slots=True)
class Format:
    """One output format.

    extension: how the names of its files end. write: tree and skin to bytes. differing: the ids of
    the clauses whose text is missing or different in the bytes. skin: the fields of `Skin` that it
    shows. modules: what a worker imports for it. weight: cost of writing it, relative to HTML.
    costly: comparing takes so long that it is done on request only. pages: counts the pages of the
    bytes, where there are pages.
    """

    extension: str
    write: Callable[[tree.Document, Skin], bytes]
    differing: Callable[[bytes, tree.Document], list[str]]
    skin: tuple[str, ...]
    modules: tuple[str, ...]
    weight: int
    costly: bool = False
    pages: Callable[[bytes], int] | None = None


def differing_clauses(document: tree.Document, found: Mapping[str, str]) -> list[str]:
    """Return the ids of clauses that the tree and a file do not have with the same text.

    found: clause id -> normalised text, as a file was read back.
    """
    expected = clause_texts(document)
    ids = [*expected, *(id_ for id_ in found if id_ not in expected)]
    return [id_ for id_ in ids if expected.get(id_) != found.get(id_)]


def _drawn(document: tree.Document, skin: Skin) -> tree.Document:
    """Return the document with its diagrams drawn, if it has any."""
    from policygen.write.diagrams import drawn  # noqa: PLC0415

    return drawn(document, skin.fonts)


def _write_html(document: tree.Document, skin: Skin) -> bytes:
    from policygen.write import html  # noqa: PLC0415

    return html.write(_drawn(document, skin), skin)


def _differing_in_html(data: bytes, document: tree.Document) -> list[str]:
    from policygen.write import html_text  # noqa: PLC0415

    return differing_clauses(document, html_text.clause_texts(data))


def _write_docx(document: tree.Document, skin: Skin) -> bytes:
    from policygen.write import docx  # noqa: PLC0415

    return docx.write(_drawn(document, skin), skin)


def _differing_in_docx(data: bytes, document: tree.Document) -> list[str]:
    from policygen.write import docx_text  # noqa: PLC0415

    return differing_clauses(document, docx_text.clause_texts(data))


def _write_pdf(document: tree.Document, skin: Skin) -> bytes:
    try:
        # WeasyPrint loads system libraries when it is imported, and prints when it cannot.
        with contextlib.redirect_stdout(io.StringIO()):
            from policygen.write import pdf  # noqa: PLC0415
    except OSError as error:
        raise RenderError(
            Problem(
                "RND101",
                tell("PDF files cannot be made: the text library Pango is missing or incomplete"),
                hint=tell("run `policygen doctor`; it names the one command that installs it"),
            )
        ) from error
    return pdf.write(_drawn(document, skin), skin)


def _differing_in_pdf(data: bytes, document: tree.Document) -> list[str]:
    from policygen.write import pdf_text  # noqa: PLC0415

    return pdf_text.differences(data, document)


def _write_text(document: tree.Document, _skin: Skin) -> bytes:
    from policygen.write import text  # noqa: PLC0415

    return text.write(document)


def _differing_in_text(data: bytes, document: tree.Document) -> list[str]:
    from policygen.write import text_text  # noqa: PLC0415

    return text_text.differences(data, document)


def _write_fragment(document: tree.Document, skin: Skin) -> bytes:
    from policygen.write import fragment  # noqa: PLC0415

    return fragment.write(_drawn(document, skin))


def _differing_in_fragment(data: bytes, document: tree.Document) -> list[str]:
    from policygen.write import fragment_text  # noqa: PLC0415

    return differing_clauses(document, fragment_text.clause_texts(data, document))


def _pdf_pages(data: bytes) -> int:
    from policygen.write import pdf_text  # noqa: PLC0415

    return pdf_text.page_count(data)


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "html": Format(
            ".html",
            _write_html,
            _differing_in_html,
            skin=("screen_css", "page", "fonts"),
            modules=("policygen.write.html", "policygen.write.html_text"),
            weight=1,
        ),
        "pdf": Format(
            ".pdf",
            _write_pdf,
            _differing_in_pdf,
            skin=("print_css", "page", "fonts"),
            modules=("policygen.write.pdf",),
            weight=20,
            costly=True,
            pages=_pdf_pages,
        ),
        "docx": Format(
            ".docx",
            _write_docx,
            _differing_in_docx,
            skin=("reference", "fonts"),
            modules=("policygen.write.docx", "policygen.write.docx_text"),
            weight=2,
        ),
        "text": Format(
            ".txt",
            _write_text,
            _differing_in_text,
            skin=(),
            modules=("policygen.write.text", "policygen.write.text_text"),
            weight=1,
        ),
        "fragment": Format(
            ".fragment.html",
            _write_fragment,
            _differing_in_fragment,
            skin=("fonts",),
            modules=("policygen.write.fragment", "policygen.write.fragment_text"),
            weight=1,
        ),
    }
)
