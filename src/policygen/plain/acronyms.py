"""Acronyms: words in capitals that stand for others."""

from __future__ import annotations

import re
from typing import Final

from policygen.plain.wordlist import wordlist

# What has a number beside it is a currency, a standard or a law.
_ACRONYM: Final = re.compile(r"(?<![\w.@/&-])(?<!\d )([A-ZÀ-ÖØ-Þ]{2,6})s?(?![\w@/&]|\.\w| \d)")
_SHOUTED: Final = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]{2,}+(?:[,;:]? [A-ZÀ-ÖØ-Þ]{2,}+){2,}")


def acronyms(text: str) -> list[str]:
    """Return the acronyms in a text, in its order; words in a row that are all in capitals are a
    cry and none."""
    return _ACRONYM.findall(_SHOUTED.sub(" ", text))


def unexplained(text: str, language: str) -> set[str]:
    """Return the acronyms in a text that are neither known to everybody nor spelled out in it:
    “average handling time (AHT)” or “AHT (average handling time)”."""
    known = wordlist(language).acronyms
    return {
        acronym
        for acronym in acronyms(text)
        if acronym not in known and not _is_spelled_out(acronym, text)
    }


def _is_spelled_out(acronym: str, text: str) -> bool:
    return bool(
        re.search(rf"\w\w ?\((?:[^()\n]*\W)?{acronym}s?(?:\W[^()\n]*)?\)", text)
        or re.search(rf"(?<!\w){acronym}s? ?\([^()\n]*\w\w[^()\n]*\)", text)
    )
