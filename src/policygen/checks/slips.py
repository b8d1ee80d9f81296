"""Slips: words and sentences twice, spaces too many, letters in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.leftovers import finding_in, with_match
from policygen.checks.rules import Finding, Rule
from policygen.errors import Words, tell

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_TWICE: Final = re.compile(r"\b(\w{2,})[ \n]+\1\b", re.IGNORECASE)
_MAY_REPEAT: Final = frozenset(
    "bye das der die ha had ihr ja muy no nous que sehr sie so that très very vous".split()  # noqa: SIM905 - easier to read
)
_SPACED: Final = re.compile(r"\w ([,.;:!?])(?=\s|$)|[^\s.]  +\S")
_MOJIBAKE: Final = re.compile(
    r"Ã[\u0080-\u00bf]|Ã(?= |\w)|â€[\u0080-\u2122]|ðŸ|Â[\u00a0-\u00bf]|\ufffd"
)


def word_twice(subject: Subject) -> Iterator[Finding]:
    """A word that stands twice is a slip that every reader sees and its writer does not."""
    for one in with_match(subject, _TWICE):
        for match in _TWICE.finditer(one.words):
            if match[1].casefold() not in _MAY_REPEAT and not match[1].isdigit():
                yield finding_in(
                    one,
                    match[0],
                    tell("“{word}” stands here twice", word=match[1]),
                    tell("delete one of the two"),
                )


def spacing(subject: Subject) -> Iterator[Finding]:
    """A space before a comma or two spaces in a row come from moving text about. In print they look
    careless."""
    for one in with_match(subject, _SPACED):
        if one.language.startswith("fr") or (match := _SPACED.search(one.words)) is None:
            continue
        yield finding_in(
            one,
            match[0].strip(),
            tell("there is a space too many in “{found}”", found=match[0]),
            tell("delete the space"),
        )


def said_twice(subject: Subject) -> Iterator[Finding]:
    """The same sentence twice in one list is left over from a revision. Readers look for the
    difference, and there is none."""
    first: dict[tuple[str, str], str] = {}
    for text in subject.texts:
        parent, _, index = text.clause.rpartition(".")
        other = first.setdefault((parent, text.casefold()), text.clause)
        if index.isdigit() and other != text.clause:
            yield Finding(
                text.clause,
                tell("this list says “{text}” twice", text=text),
                tell("delete one of the two, or write what was meant"),
                related=((other, tell("here it stands first")),),
            )


def mojibake(subject: Subject) -> Iterator[Finding]:
    """Letters that were saved in one encoding and read in another come out as “GuÃ­a”. In a search,
    on a screen reader and in print the word is lost."""
    for one in with_match(subject, _MOJIBAKE):
        if (match := _MOJIBAKE.search(one.words)) is not None:
            yield finding_in(
                one,
                match[0],
                tell("“{found}” is a letter that was read in the wrong encoding", found=match[0]),
                _mended(one.words),
            )


def _mended(text: str) -> Words:
    try:
        right = text.encode("cp1252").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        # A lone Ã is an í whose second half, a soft hyphen, was lost on the way.
        right = re.sub(r"Ã(?=\w| |$)", "í", text)
    if right == text:
        return tell("type the word anew, and save the file as UTF-8")
    return tell("write “{right}”, and save the file as UTF-8", right=right)


RULES: Final = (
    Rule("LFT109", tell("A word twice"), word_twice),
    Rule("LFT110", tell("A space too many"), spacing),
    Rule("LFT111", tell("The same sentence twice in a list"), said_twice),
    Rule("LFT112", tell("Letters in the wrong encoding"), mojibake),
)
