"""The text family as web fonts: only the faces and characters that a document needs."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Final

import uharfbuzz
from fontTools.ttLib import TTFont

from policygen.errors import Problem, RenderError
from policygen.write.page import data_uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygen.write.skin import FontFace

_MARKS: Final = "‐‑‒–—‘’‚“”„†‡•…‰‹›€™−×≈≤≥→✓✗\u2009\u202f"
ALWAYS: Final = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x180)), *_MARKS},
)
"""Characters of every web font: Latin with its accents and the typographic marks. A fixed set,
so that one subset serves all documents of a process; a document's other characters are added."""

_NEAR: Final = 20
"""Characters shown on either side of one that a font does not have."""

_INVISIBLE: Final = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


def web_font_rules(faces: Iterable[FontFace], text: str) -> str:
    """Return `@font-face` rules that carry the faces as WOFF2, cut down to what `text` needs."""
    extra = frozenset(text) - ALWAYS - _INVISIBLE
    return "\n".join(
        _rule(face, data_uri("font/woff2", _woff2(face.path, extra))) for face in faces
    )


def file_rules(faces: Iterable[FontFace], scheme: str) -> str:
    """Return `@font-face` rules that name the faces by their paths below a private scheme."""
    return "\n".join(_rule(face, f"{scheme}{number}") for number, face in enumerate(faces))


def _rule(face: FontFace, url: str) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; '
        f'font-weight: {face.weight}; src: url("{url}"); }}'
    )


@cache
def _woff2(path: str, extra: frozenset[str]) -> bytes:
    """Return the face at `path` as WOFF2 with the characters always needed and `extra`.

    HarfBuzz cuts a face in a millisecond where fontTools takes a sixth of a second; fontTools
    then packs it.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set({ord(char) for char in ALWAYS | extra})
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    face = uharfbuzz.subset(_face(path), wanted)
    font = TTFont(io.BytesIO(face.blob.data), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed, reorderTables=None)
    return packed.getvalue()


@cache
def _face(path: str) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))


@cache
def _characters(path: str) -> frozenset[str]:
    return frozenset(map(chr, _face(path).unicodes))


def check_characters(faces: Iterable[FontFace], passages: Sequence[str]) -> None:
    """Raise RenderError when a character of the passages has no glyph in one of the faces.

    Such a character would come from whatever font a machine happens to have, or as an empty box.
    """
    known = frozenset.intersection(*(_characters(face.path) for face in faces)) | _INVISIBLE
    problems = [
        Problem(
            "RND303",
            f"the text font has no character “{char}” (U+{ord(char):04X}), used in “{near}”",
            hint="write it with other characters: a PDF embeds every character that it shows",
        )
        for char, near in _unknown(known, passages).items()
    ]
    if problems:
        raise RenderError(problems)


def _unknown(known: frozenset[str], passages: Sequence[str]) -> dict[str, str]:
    """Return the characters that are not known, each with the words around its first place."""
    found: dict[str, str] = {}
    for passage in passages:
        for char in sorted(frozenset(passage) - known - found.keys()):
            place = passage.index(char)
            found[char] = passage[max(0, place - _NEAR) : place + _NEAR].strip()
    return found
