"""Sentences and words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from policygen.plain.wordlist import Wordlist, wordlist

_SAME_LENGTH: Final = (("’", "'"), ("\xa0", " "), ("\u202f", " "), ("‑", "-"), ("\u2010", "-"))
_MARKED: Final = re.compile(r"[*_`#<>\[\]\\]|://|@|\n")
# Lengths are bounded, so that no text, however odd, takes long.
_LINK: Final = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\s]{0,2000}\)")
_ADDRESS: Final = re.compile(
    r"<?(?:https?://|www\.)[^\s<>]{0,2000}[^\s<>.,;:!?)]>?"
    r"|<?(?<![^\s(<])[^\s@<>]{1,64}@[^\s@<>]{1,250}\w>?"
)
_BLOCK: Final = re.compile(r"\n\s*(?:[-*+>]|\d{1,3}[.)]|#+) +|\n\s*\n")
_OPENING: Final = re.compile(r"^\s*(?:[-*+>]|\d{1,3}[.)]|#+) +")
_MARK: Final = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")

_QUOTED: Final = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")

_END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[)\]”“»’\"']*(?:\s»)?(\s++)(?=[(\[“«„¿¡\"']*\s?[^\W_a-zß-öø-ÿ])"
)
_CLOSED: Final = re.compile(r"[.!?…][)\]”“»’\"'\s]*$")
_INITIAL: Final = re.compile(r"(?:^|[(.])[^\W\d_]\.$")
_ORDINAL: Final = re.compile(r"\d{1,2}\.")
_LOOKED_AT: Final = 40
"""How many characters before a full stop tell whether it ends a sentence."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‑\u2010-][^\W\d_]+)*")


def plain(text: str) -> str:
    """Return a text without the marks of Markdown and without addresses of the web and of e-mail;
    each of its blocks on a line."""
    if not _MARKED.search(text):
        return text
    text = _ADDRESS.sub("", _LINK.sub(r"\1", text))
    blocks = _BLOCK.split(_OPENING.sub("", text))
    return "\n".join(" ".join(_MARK.sub("", block).split()) for block in blocks)


def levelled(text: str) -> str:
    """Return a text with one kind of apostrophe, hyphen and space, character for character."""
    if not text.isascii():
        for odd, usual in _SAME_LENGTH:
            text = text.replace(odd, usual)
    return text


def unquoted(text: str) -> str:
    """Return a text with blanks in place of what it quotes: those are somebody else's words."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def words_in(text: str) -> list[str]:
    """Return the words of a text, numbers left out. “e-mail” and “l’eau” are one word each."""
    return _WORD.findall(text)


@lru_cache(maxsize=8192)
def sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a plain text, and what stands on a line without being one."""
    known = wordlist(language)
    return tuple(
        sentence
        for line in text.split("\n")
        for sentence in _split(line.strip(), known)
        if sentence
    )


def is_whole(sentence: str) -> bool:
    """Whether a piece of text ends as a sentence does, and is no heading or item of a list."""
    return _CLOSED.search(sentence) is not None


def _split(line: str, known: Wordlist) -> Iterator[str]:
    start = 0
    for match in _END.finditer(line):
        end = match.start(1)
        if not _goes_on(line[max(start, end - _LOOKED_AT) : end], known):
            yield line[start:end]
            start = match.end()
    yield line[start:]


def _goes_on(end: str, known: Wordlist) -> bool:
    """Whether a full stop at the end belongs to an abbreviation or an ordinal number."""
    *_, before, last = ["", *levelled(end).lower().split(" ")]
    if last.lstrip("([“«„¿¡\"'") in known.abbreviations or _INITIAL.search(last):
        return True
    return before in known.ordinals and _ORDINAL.fullmatch(last) is not None
