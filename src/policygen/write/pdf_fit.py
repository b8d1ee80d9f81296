"""Which way of setting a document makes it end well: a full last page, or a sheet that fits."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from policygen.doc import tree
from policygen.doc.clauses import inline_text
from policygen.errors import Problem, RenderError, Words, listed, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import weasyprint

_FEW_LINES: Final = 100
"""Height in CSS pixels (75 pt, five lines of text) that does not make a page."""

_PIXELS_A_MM: Final = 96 / 25.4
_PIXELS_A_POINT: Final = 96 / 72
_LINE: Final = 1.35
"""Height of a line on a sheet, relative to its type."""

_NAMED: Final = 3
"""Of so many long clauses a problem gives the names."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set a document. kind: a class of the body, "" for none. size: of the type in
    points, 0 for the style sheet's own."""

    kind: str = ""
    size: float = 0


AS_IS: Final = Fit()

_FITS: Final = (AS_IS, Fit("tight"), Fit("apart"))
"""What to try until the last page holds more than a few lines: as it is, set a little tighter,
with the last section on a page of its own. The style sheet says how."""


_SNUG: Final = Fit("snug")
"""What to try first for a short document that goes on to one more page a little way."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document that may not be longer than so many pages. sizes: of type to choose from, in
    points, the smallest first. easy: the least that is easy to read. limit: says of a title and
    a language that there is no more room."""

    pages: int
    sizes: tuple[float, ...]
    easy: float
    limit: Callable[[str, str], Words]

    @property
    def line(self) -> float:
        """The height of a line of the smallest type, in CSS pixels."""
        return self.sizes[0] * _LINE * _PIXELS_A_POINT


def _sizes(least: float, most: float, step: float) -> tuple[float, ...]:
    return tuple(least + step * count for count in range(round((most - least) / step) + 1))


def _one_page(title: str, language: str) -> Words:
    return tell(
        "the poster “{title}” ({language}) must fit on one page", title=title, language=language
    )


def _two_sides(title: str, language: str) -> Words:
    return tell(
        "the card “{title}” ({language}) must fit on two sides", title=title, language=language
    )


SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType(
    {
        "poster": Sheet(1, _sizes(12, 24, 0.5), easy=12, limit=_one_page),
        "card": Sheet(2, _sizes(7.5, 12, 0.5), easy=9, limit=_two_sides),
    }
)
"""By layout of the cover."""


def fitted(
    document: tree.Document, lay_out: Callable[[Fit], weasyprint.Document]
) -> weasyprint.Document:
    """Return the document laid out so that it ends well.

    A sheet is set as large as it fits; of another document the last page is not nearly empty, if
    that can be. Raises RenderError when a sheet does not fit even in its smallest type.
    """
    layout = document.cover.layout
    sheet = SHEETS.get(layout)
    if sheet is not None:
        return _sheet(sheet, document, lay_out)
    return _ending_well(lay_out, short=layout == "masthead")


def _ending_well(
    lay_out: Callable[[Fit], weasyprint.Document], *, short: bool
) -> weasyprint.Document:
    plain = laid_out = lay_out(_FITS[0])
    if short and _spills(plain):
        snug = lay_out(_SNUG)
        if len(snug.pages) < len(plain.pages):
            return snug
    for fit in _FITS[1:]:
        if not _nearly_empty(laid_out):
            return laid_out
        laid_out = lay_out(fit)
    return plain if _nearly_empty(laid_out) else laid_out


def _spills(laid_out: weasyprint.Document) -> bool:
    """Return whether the last of several pages is less than half full."""
    last = laid_out.pages[-1]
    return len(laid_out.pages) > 1 and last.text_height() < last.room / 2


def _nearly_empty(laid_out: weasyprint.Document) -> bool:
    """Return whether the last of several pages holds only a few lines."""
    return len(laid_out.pages) > 1 and laid_out.pages[-1].text_height() <= _FEW_LINES


def _sheet(
    sheet: Sheet, document: tree.Document, lay_out: Callable[[Fit], weasyprint.Document]
) -> weasyprint.Document:
    """Return a sheet in the largest type in which it fits; RenderError when it fits in none.

    One whose last side would be rather empty leaves that side out, if its type stays easy to read.
    """
    laid_out = _largest(sheet, sheet.sizes, lay_out)
    if excess := _excess(sheet, laid_out):
        raise RenderError(_too_long(sheet, document, excess))
    first, last = laid_out.pages[0], laid_out.pages[-1]
    if 2 * last.line_count() < first.line_count():
        smaller = replace(sheet, pages=sheet.pages - 1)
        easy = tuple(size for size in sheet.sizes if size >= sheet.easy)
        shorter = _largest(smaller, easy, lay_out)
        return laid_out if _excess(smaller, shorter) else shorter
    return laid_out


def _largest(
    sheet: Sheet, sizes: Sequence[float], lay_out: Callable[[Fit], weasyprint.Document]
) -> weasyprint.Document:
    """Return the sheet in the largest of the sizes in which it fits, or else in the smallest."""
    chosen = None
    low, high = 0, len(sizes)
    while low < high:
        middle = (low + high) // 2
        laid_out = lay_out(Fit(size=sizes[middle]))
        if _excess(sheet, laid_out):
            high = middle
        else:
            chosen, low = laid_out, middle + 1
    return chosen or laid_out


def _excess(sheet: Sheet, laid_out: weasyprint.Document) -> float:
    """Return by how many CSS pixels a sheet is longer than its pages, 0 when it fits.

    What cannot be split leaves room empty or runs over the edge of its page: both count.
    """
    pages = laid_out.pages
    heights: list[float] = [page.text_height() for page in pages]
    if len(pages) <= sheet.pages:
        return max(
            0.0, *(height - float(page.room) for height, page in zip(heights, pages, strict=True))
        )
    return max(sum(heights) - sheet.pages * float(pages[0].room), sheet.line)


def _too_long(sheet: Sheet, document: tree.Document, excess: float) -> Problem:
    """Return the problem of a sheet that is too long by so many CSS pixels."""
    lengths: Counter[str] = Counter()
    for clause, length in _owned(document.children):
        lengths[clause] += length
    longest = lengths.most_common(_NAMED)
    named = listed(
        tell("`{clause}` ({length} characters)", clause=clause, length=length)
        for clause, length in longest
    )
    return Problem(
        "RND311",
        tell(
            "{limit}, but is about {millimetres} mm ({lines} lines) longer, even in the smallest "
            "type that can be read well",
            limit=sheet.limit(document.cover.title, document.lang),
            millimetres=math.ceil(excess / _PIXELS_A_MM),
            lines=math.ceil(excess / sheet.line),
        ),
        hint=tell(
            "shorten what takes most room, here or in its translation: {named}. Or leave a part "
            "out of the template of “{id}”",
            named=named,
            id=document.id,
        ),
        clause=longest[0][0] if longest else "",
    )


def _owned(node: Any) -> Iterator[tuple[str, int]]:
    """Yield the owner and the length of each stretch of text that has an owner in the policy."""
    if isinstance(node, tuple):
        for part in node:
            yield from _owned(part)
    elif isinstance(node, tree.Span) and node.clause:
        yield node.clause, len(inline_text(node.children))
    elif is_dataclass(node):
        for field in fields(node):
            yield from _owned(getattr(node, field.name))
