"""Setting text in a given width: breaking lines by measure, hyphenating what is too long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import pyphen

from policygen.write.diagrams import face
from policygen.write.skin import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygen.write.skin import FontFace

LEADING: Final = 1.25
"""Height of a line, as a multiple of the type's size."""

ASCENT: Final = 0.95
"""From the top of a line to the line that letters stand on, as a multiple of the size."""

TITLE_SIZES: Final = (13.0, 12.5, 12.0, 11.5, 11.0)
TEXT_SIZES: Final = (11.5, 11.0, 10.5, 10.0)
"""Type sizes in CSS pixels, the one aimed at first; 10 pixels are 7.5 points."""

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PIECE: Final = re.compile(r".+?(?:(?<=\w{3})[-‐–/](?=\w{2})|$)")
"""What stays together: a line may also break after the hyphen of a long compound."""

_HYPHEN: Final = "-"
_BALANCED: Final = 4
"""Up to so many lines are made about equally long."""

_STOPS: Final = ".,;:)"
_CUT: Final = 0.2
"""How bad it is to part a number from its word: as bad as so much free space, a share squared."""


@dataclass(frozen=True, slots=True)
class Style:
    """A typeface, a size in CSS pixels and a colour."""

    paths: face.Paths
    size: float
    colour: str

    @property
    def leading(self) -> float:
        """Height of a line in CSS pixels."""
        return self.size * LEADING

    def width(self, text: str) -> float:
        """Return how long a line of text is, in CSS pixels."""
        return face.width(self.paths, text, self.size)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in one style, broken into lines."""

    lines: tuple[str, ...]
    style: Style

    @property
    def width(self) -> float:
        """Length of the longest line in CSS pixels."""
        return max(map(self.style.width, self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines in CSS pixels."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True, slots=True)
class Lettering:
    """The faces of a document's diagrams, and its language (BCP 47) for hyphenation."""

    regular: face.Paths
    bold: face.Paths
    lang: str

    def passage(self, text: str, style: Style, width: float) -> Passage:
        """Return text set in as few lines of at most `width` CSS pixels as can be."""
        lines = _lines(text, style, width, self.lang)
        if 1 < len(lines) <= _BALANCED and widest_word([text], style.paths) * style.size <= width:
            lines = _balanced(text, style, width, len(lines))
        return Passage(tuple(lines), style)

    def size(
        self, texts: Iterable[str], paths: face.Paths, sizes: tuple[float, ...], width: float
    ) -> float:
        """Return the first size at which no word is wider than `width`, else the third of them.

        A word that is too long at any size is hyphenated; the others need not suffer for it.
        """
        widest = widest_word(texts, paths)
        return next((size for size in sizes if widest * size <= width), sizes[2])


def lettering(faces: Iterable[FontFace], family: str, lang: str) -> Lettering:
    """Return the upright faces of a family, with those that lend it symbols.

    Raises LookupError when one is not among `faces`.
    """
    found = {(each.family, each.weight): each.path for each in faces if each.style == "normal"}
    families = dict.fromkeys((family, SYMBOLS))
    regular, bold = (tuple(found[name, weight] for name in families) for weight in (400, 700))
    return Lettering(regular, bold, lang)


def plain(text: str) -> str:
    """Return text with single spaces and without characters that nobody sees."""
    return _SPACE.sub(" ", text.translate(_UNSEEN)).strip(" ")


def widest_word(texts: Iterable[str], paths: face.Paths) -> float:
    """Return the width of the longest stretch that stays together, as a multiple of the size."""
    pieces = (piece for text in texts for word in _words(text) for piece in word)
    return max((face.width(paths, piece, 1) for piece in pieces), default=0.0)


def _words(text: str) -> Iterator[list[str]]:
    """Yield the words of a text, each in the pieces between which a line may break."""
    for word in plain(text).split(" "):
        if word:
            yield _PIECE.findall(word)


def _lines(text: str, style: Style, width: float, lang: str) -> list[str]:
    """Return text in lines, each filled before the next is begun."""
    lines = [""]
    for word in _words(text):
        joint = " " if lines[-1] else ""
        for piece in word:
            if style.width(lines[-1] + joint + piece) <= width:
                lines[-1] += joint + piece
            else:
                lines.extend(hyphenated(piece, style, width, lang))
            joint = ""
    return [line for line in lines if line]


def _balanced(text: str, style: Style, width: float, count: int) -> list[str]:
    """Return text in `count` lines about equally long, numbers with what they count.

    Of all ways to break it, the one with the least sum of squares of what is free in the lines.
    """
    pieces = [
        (piece, " " if not number and first else "")
        for first, word in enumerate(_words(text))
        for number, piece in enumerate(word)
    ]
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    for start in range(len(pieces)):
        reached = [(used, best[start, used]) for used in range(count) if (start, used) in best]
        line = ""
        for end in range(start, len(pieces)):
            piece, joint = pieces[end]
            line += (joint if line else "") + piece
            free = 1 - style.width(line) / width
            if free < 0:
                break
            cost = free**2 + _cut(pieces, end)
            for used, (spent, lines) in reached:
                place = (end + 1, used + 1)
                if place not in best or spent + cost < best[place][0]:
                    best[place] = spent + cost, (*lines, line)
    return list(best[len(pieces), count][1])


def _cut(pieces: Sequence[tuple[str, str]], end: int) -> float:
    """Return how bad a line break after a piece is: a number stays with what it belongs to,
    "Level | 2," or "2 | days"."""
    piece, after = pieces[end][0], [piece for piece, _ in pieces[end + 1 : end + 3]]
    if not after:
        return 0.0
    ends_with_number = len(after) == 1 or not after[0].isdigit()
    belongs = after[0].rstrip(_STOPS).isdigit() and ends_with_number
    return _CUT if piece.isdigit() or belongs else 0.0


def hyphenated(piece: str, style: Style, width: float, lang: str) -> Iterator[str]:
    """Yield the lines of a stretch without spaces: whole where it fits, else divided.

    It is divided at a syllable of the language `lang`, and where none fits, at any character.
    """
    start = 0
    points = _syllables(piece, lang) if style.width(piece) > width else ()
    while style.width(piece[start:]) > width:
        fitting = (
            p for p in points if p > start and style.width(piece[start:p] + _HYPHEN) <= width
        )
        point = max(fitting, default=0)
        if point:
            yield piece[start:point] + _HYPHEN
        else:
            point = _longest(piece, start, style, width)
            yield piece[start:point]
        start = point
    if start < len(piece):
        yield piece[start:]


def _longest(piece: str, start: int, style: Style, width: float) -> int:
    """Return the end of the longest stretch from `start` that fits; at least one character."""
    end = start + 1
    while end < len(piece) and style.width(piece[start : end + 1]) <= width:
        end += 1
    return end


def _syllables(word: str, lang: str) -> tuple[int, ...]:
    dictionary = _dictionary(lang)
    return tuple(dictionary.positions(word)) if dictionary else ()


@cache
def _dictionary(lang: str) -> pyphen.Pyphen | None:
    """Return the hyphenation patterns of a language (BCP 47), None where there are none."""
    known = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
