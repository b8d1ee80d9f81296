"""Markup: the marks of Markdown in a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

_ANY: Final = re.compile(r"[*_\[\n]|^ *(?:[-+]|\d+[.)]) ")
_LINK: Final = re.compile(r"\[[^\]\n]{0,500}\]\(([^)\s]{0,2000})\)")
_ESCAPED: Final = re.compile(r"\\[^\w\s]")
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)[^\n]{1,2000}?(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*])([*_])(?![\s*_])[^*\n]{1,2000}?(?<=\S)\1(?![\w*])")
_BULLET: Final = re.compile(r"^ *[-*+] ", re.MULTILINE)
_NUMBERED: Final = re.compile(r"^ *\d{1,3}[.)] ", re.MULTILINE)
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*(?! *(?:[-*+]|\d{1,3}[.)]) )")


@dataclass(frozen=True, slots=True)
class Markup:
    """How many marks of each kind a text has, and where its links lead."""

    links: tuple[str, ...] = ()
    strong: int = 0
    emphasis: int = 0
    bullets: int = 0
    numbered: int = 0
    paragraphs: int = 1


_PLAIN: Final = Markup()


def markup(text: str) -> Markup:
    """Return the marks of Markdown in a text."""
    if not _ANY.search(text):
        return _PLAIN
    text = _ESCAPED.sub("", text)
    links = tuple(sorted(match[1] for match in _LINK.finditer(text)))
    bullets = len(_BULLET.findall(text))
    text = _BULLET.sub("", _LINK.sub("", text))
    without_strong = _STRONG.sub("", text)
    return Markup(
        links=links,
        strong=len(_STRONG.findall(text)),
        emphasis=len(_EMPHASIS.findall(without_strong)),
        bullets=bullets,
        numbered=len(_NUMBERED.findall(text)),
        paragraphs=1 + len(_PARAGRAPH.findall(text.strip())),
    )


def missing_links(source: Markup, translation: Markup) -> list[str]:
    """Return where links of the source lead and none of the translation does."""
    return sorted((Counter(source.links) - Counter(translation.links)).elements())
