"""The families of a theme as web fonts: only the faces and characters that a document needs."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Final

import uharfbuzz
from fontTools.ttLib import TTFont

from policygen.errors import Problem, RenderError, tell
from policygen.write.page import data_uri
from policygen.write.skin import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygen.doc import tree
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


def web_font_rules(faces: Iterable[FontFace], theme: tree.Theme, text: str) -> str:
    """Return `@font-face` rules that carry the faces as WOFF2, cut down to what `text` needs.

    Of a family that only lends symbols there is what the others have not.
    """
    families = _by_family(faces)
    own = (theme.text_font, theme.heading_font)
    wanted = dict.fromkeys(families, ALWAYS | frozenset(text) - _INVISIBLE)
    if SYMBOLS not in own:
        wanted[SYMBOLS] -= frozenset.intersection(*(_shared(families[name]) for name in own))
    return "\n".join(
        _rule(face, data_uri("font/woff2", _woff2(face.path, wanted[name])))
        for name, members in families.items()
        for face in members
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
def _woff2(path: str, characters: frozenset[str]) -> bytes:
    """Return the face at `path` as WOFF2 with those of the characters that it has.

    HarfBuzz cuts a face in a millisecond where fontTools takes a sixth of a second; fontTools
    then packs it.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set(set(map(ord, characters)))
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


def _by_family(faces: Iterable[FontFace]) -> dict[str, list[FontFace]]:
    families: dict[str, list[FontFace]] = {}
    for face in faces:
        families.setdefault(face.family, []).append(face)
    return families


def _shared(faces: Iterable[FontFace]) -> frozenset[str]:
    return frozenset.intersection(*(_characters(face.path) for face in faces))


def check_characters(faces: Iterable[FontFace], theme: tree.Theme, passages: Sequence[str]) -> None:
    """Raise RenderError when a character of the passages has no glyph in a family, nor in the one
    that lends symbols.

    Such a character would come from whatever font a machine happens to have, or as an empty box.
    """
    families = _by_family(faces)
    own = (_shared(families[name]) for name in (theme.text_font, theme.heading_font))
    known = frozenset.intersection(*own) | _shared(families[SYMBOLS]) | _INVISIBLE
    problems = [
        Problem(
            "RND303",
            tell(
                "the font has no character “{char}” (U+{code:04X}), used in “{near}”",
                char=char,
                code=ord(char),
                near=near,
            ),
            hint=tell("write it with other characters: a PDF embeds every character that it shows"),
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
