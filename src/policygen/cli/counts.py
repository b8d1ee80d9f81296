"""Numbers of things, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.errors import tell_number

if TYPE_CHECKING:
    from policygen.errors import Words


def problems_of(number: int) -> Words:
    """Return a number of problems."""
    return tell_number("{number} problem", "{number} problems", number=number)


def warnings_of(number: int) -> Words:
    """Return a number of warnings."""
    return tell_number("{number} warning", "{number} warnings", number=number)


def documents_of(number: int) -> Words:
    """Return a number of documents."""
    return tell_number("{number} document", "{number} documents", number=number)


def files_of(number: int) -> Words:
    """Return a number of files."""
    return tell_number("{number} file", "{number} files", number=number)


def pages_of(number: int) -> Words:
    """Return a number of pages of PDF files."""
    return tell_number("{number} PDF page", "{number} PDF pages", number=number)
