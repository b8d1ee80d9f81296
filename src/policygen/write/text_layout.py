"""What a text file is made of: words from the tree, wrapped, set in, marked and underlined."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final

from policygen.doc import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH: Final = 72
"""Characters a line; only a longer word makes a longer line."""

_UNDERLINES: Final = ("=", "-")
_SHORTEST_UNDERLINE: Final = 3
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b"))
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def address(href: str) -> str:
    """Return the target of a link as a reader types it: a web address, an e-mail, a number."""
    scheme, _, rest = href.partition(":")
    return href if scheme == "https" else rest.partition("?")[0]


def inline_text(nodes: Iterable[tree.Inline]) -> str:
    """Return what inline nodes say, each link with its address, a line feed for a forced break."""
    lines = "".join(map(_inline, nodes)).split("\n")
    return "\n".join(map(plain, lines))


def plain(words: str) -> str:
    """Return words with single spaces and without characters that nobody sees."""
    seen = words.translate(_UNSEEN)
    return _SPACE.sub(" ", seen).strip(" ") if seen.strip() else ""


def _inline(node: tree.Inline) -> str:
    match node:
        case tree.Text(value):
            return _SPACE.sub(" ", value)
        case tree.LineBreak():
            return "\n"
        case tree.Link(href, children):
            words = "".join(map(_inline, children))
            target = address(href)
            return words if _says(words, target) else f"{words} <{target}>"
        case _:
            return "".join(map(_inline, node.children))


def _says(words: str, target: str) -> bool:
    """Return whether the words of a link are its address, however it is written."""
    if target.startswith("+"):
        return re.sub(r"\D", "", words) == target[1:]
    return _bare(words) == _bare(target)


def _bare(text: str) -> str:
    return plain(text).removeprefix("https://").removesuffix("/").lower()


def wrapped(words: str, first: str, rest: str) -> str:
    """Return words in lines of `WIDTH`, the first one after `first` and others after `rest`."""
    lines: list[str] = []
    for line in filter(None, words.split("\n")):
        lines += textwrap.wrap(
            line,
            WIDTH,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(line.rstrip(" ") for line in lines)


def fits(words: str, lead: str) -> bool:
    """Return whether each of some words has room in a line that begins with `lead`."""
    return max(map(len, words.split()), default=0) <= WIDTH - len(lead)


def marked(mark: str, text: str, indent: str) -> str:
    """Return text that is set in by the length of `mark`, with the mark before it; "" for none."""
    lead = indent + mark
    return lead + text[len(lead) :] if text else ""


def numbered(number: str, title: Iterable[tree.Inline], indent: str) -> str:
    """Return the title of a clause with its number before it, if it has one."""
    lead = f"{indent}{number}  " if number else indent
    return wrapped(inline_text(title), lead, " " * len(lead))


def heading(number: str, title: Iterable[tree.Inline], level: int) -> str:
    """Return the underlined heading of a clause; level: 1 for a top-level one."""
    words = numbered(number, title, "")
    return f"{words}\n{underline(words, _UNDERLINES[level > 1])}"


def underline(words: str, character: str) -> str:
    """Return a line as long as the longest of some words."""
    longest = max(map(len, words.split("\n")))
    return character * max(longest, _SHORTEST_UNDERLINE)


def without_colon(words: str) -> str:
    """Return a label without a colon of its own: the layout gives it one."""
    return words.rstrip(": \u00a0\u202f")
