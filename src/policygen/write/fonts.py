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
    from collections.abc import Iterable

    from policygen.write.skin import FontFace

_MARKS: Final = "‐‑‒–—‘’‚“”„†‡•…‰‹›€™−×≈≤≥→✓✗\u2009\u202f"
ALWAYS: Final = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x180)), *_MARKS},
)
"""Characters of every web font: Latin with its accents and the typographic marks. A fixed set,
so that one subset serves all documents of a process; a document's other characters are added."""

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


def check_characters(faces: Iterable[FontFace], text: str) -> None:
    """Raise RenderError when a character of `text` has no glyph in one of the faces.

    Such a character would come from whatever font a machine happens to have, or as an empty box.
    """
    needed = frozenset(text) - _INVISIBLE
    for face in faces:
        for char in sorted(needed - _characters(face.path)):
            where = text[max(0, text.index(char) - 20) : text.index(char) + 20].strip()
            raise RenderError(
                Problem(
                    "RND303",
                    f"the text font has no character “{char}” (U+{ord(char):04X}), "
                    f"which stands in “{where}”",
                    hint="write it with other characters: PDF files embed every character they "
                    "show",
                )
            )
