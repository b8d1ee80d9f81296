"""A source file's bytes -> text."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Final, NamedTuple

from policygen.errors import Problem, Span, Words, tell
from policygen.source import codes

MAX_BYTES: Final = 8_000_000

_BOM: Final = "\ufeff"
_STRAY: Final = re.compile("[\udc80-\udcff]")
_SAVE_AS: Final = tell("save it again as UTF-8: in most editors, “Save as” and then “Encoding”")
_ZEROS_OF_UTF16: Final = 0.4
"""European text in UTF-16 has a zero byte in nearly every pair."""


class Text(NamedTuple):
    """The text of a file, with line feeds as its only line ends, and what is wrong with it.

    text: best guess where the encoding is wrong, so that the rest can be checked as well; ""
    where there is no text to be had.
    """

    text: str
    problem: Problem | None = None


def read_text(path: Path, name: str) -> Text:
    """Return the text of the file at `path`, which the user calls `name`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Text("", _unreadable(name, tell("this is a folder or a device, not a file")))
        if status.st_size > MAX_BYTES:
            return Text("", _too_large(name, status.st_size))
        data = path.read_bytes()
    except OSError as error:
        return Text("", _unreadable(name, _refusal(error)))
    return decode(data, name)


def decode(data: bytes, name: str) -> Text:
    """Return the text of a file's bytes, which must be UTF-8, with or without a signature (BOM)."""
    if utf16 := _utf16(data):
        problem = Problem(
            codes.NOT_UTF8,
            tell("the file is saved as UTF-16, not as UTF-8"),
            Span(name, 1, 1),
            _SAVE_AS,
        )
        return Text(_tidy(data.decode(utf16, "replace")), problem)
    text = _tidy(data.decode("utf-8", "surrogateescape"))
    first = _STRAY.search(text)
    if first is None:
        return Text(text)
    if "\0" in text:
        return Text("", _not_text(name))
    return Text(_STRAY.sub(_windows_character, text), _not_utf8(name, text, first))


def _tidy(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _utf16(data: bytes) -> str:
    """Return the name of the UTF-16 flavour that the bytes seem to be in, "" when in none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:1000]
    enough = len(sample) / 2 * _ZEROS_OF_UTF16
    if sample[1::2].count(0) > enough and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > enough and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _windows_character(stray: re.Match[str]) -> str:
    """Return what a byte that is no UTF-8 means in cp1252, which it mostly comes from."""
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace")


def _not_utf8(name: str, text: str, first: re.Match[str]) -> Problem:
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - text.rfind("\n", 0, first.start())
    byte = ord(first[0]) - 0xDC00
    character = _windows_character(first)
    message = tell(
        "the file is not saved as UTF-8: the byte {byte:02X} here is not UTF-8", byte=byte
    )
    if character.isprintable():
        message = tell(
            "the file is not saved as UTF-8: the byte {byte:02X} here, probably “{character}”, is "
            "not UTF-8",
            byte=byte,
            character=character,
        )
    return Problem(codes.NOT_UTF8, message, Span(name, line, column), _SAVE_AS)


def _not_text(name: str) -> Problem:
    return Problem(
        codes.NOT_TEXT,
        tell("this is not a text file"),
        Span(name),
        tell(
            "it may be a picture or an office document with the wrong name; the source is a text "
            "file saved as UTF-8"
        ),
    )


def _too_large(name: str, size: int) -> Problem:
    return Problem(
        codes.TOO_LARGE,
        tell(
            "the file has {size:.1f} MB, and {limit} MB is the most that is read",
            size=size / 1_000_000,
            limit=MAX_BYTES // 1_000_000,
        ),
        Span(name),
        tell("check that it is the right file, or split it into several"),
    )


def _refusal(error: OSError) -> Words:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return tell("the file does not exist")
        case PermissionError():
            return tell("the file may not be read")
        case _:
            return tell("the file cannot be read ({why})", why=error.strerror)


def _unreadable(name: str, message: Words) -> Problem:
    return Problem(
        codes.UNREADABLE,
        message,
        Span(name),
        tell("check its name, its folder and who may read it"),
    )
