"""Text files: characters and lines that every program shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import category, name

from tools.validate.manifest import Entry, Finding

LONGEST_LINE: Final = 80
UNSEEN: Final = "\u00ad\u200b\ufeff"


def judge(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield what is wrong with the characters and lines of the files."""
    for entry in entries:
        for message in shortcomings(entry.path.read_bytes()):
            yield Finding(entry.name, "text", message)


def shortcomings(data: bytes) -> Iterator[str]:
    """Yield what is wrong with the bytes of one file."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        yield f"is not UTF-8: {error}"
        return
    if not text.strip():
        yield "is empty"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield "does not end in one line feed"
    for number, line in enumerate(text.split("\n"), start=1):
        for character in sorted(set(line)):
            if category(character) == "Cc" or character in UNSEEN:
                what = name(character, f"control character {ord(character):#x}")
                yield f"line {number}: has a {what.lower()}"
        if len(line) > LONGEST_LINE and " " in line.strip():
            yield f"line {number}: has {len(line)} characters"
        if line != line.rstrip(" "):
            yield f"line {number}: ends in a space"
