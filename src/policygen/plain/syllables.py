"""Syllables of a word, counted by how it is spelled.

The patterns for hyphenation that word processors use are no help: they leave out syllables of one
letter (“area” has none to divide), and reading the German ones takes longer than a whole check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

# ------------------------------------------------------------------- English

_EN_VOWELS: Final = re.compile(r"[aeiouy]+")
_EN_SILENT: Final = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
    r"|(?<=[^aeiouysxzcghl])es$|(?<=[^s]h)es$|(?<=[aeiouy]l)es$"
    r"|(?<=[^aeiouytdl])ed$|(?<=[aeioul]l)ed$"
    r"|(?<=[^aeiouyl])e(?=(?:ment|ful|less|ly|ness)s?$)"
)
_EN_APART: Final = re.compile(
    r"(?<![cstgaeou])i(?=[ao])|(?<![ct])ie(?=nts?$|nces?$|t[ys]?$|ties$)|(?<![qg])u(?=[ao](?!y))"
    r"|e(?=o(?!u|ple|n$))|(?<=[aeiou][^aeiou])e(?=as?$)|(?<=cr)e(?=at)|[aeouy](?=ing)"
    r"|(?<=sci|oci)e(?=[nt])|(?<!g)e(?=ous)"
)


def _english(word: str) -> int:
    count = len(_EN_VOWELS.findall(word)) + len(_EN_APART.findall(word))
    return count - len(_EN_SILENT.findall(word))


# ------------------------------------------------------------------- Spanish

_ES_MUTE: Final = re.compile(r"(?<=q)u|(?<=g)u(?=[eéií])")
# A weak vowel (i, u) goes with its neighbour; with an accent it stands by itself.
_ES_VOWELS: Final = re.compile(
    r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú])|y\b)?|[íú]|[iuü]+y?|(?<![a-záéíóúü])y"
)


def _spanish(word: str) -> int:
    return len(_ES_VOWELS.findall(_ES_MUTE.sub("", word)))


# -------------------------------------------------------------------- French

_FR_MUTE: Final = re.compile(r"(?<=q)u|(?<=g)u(?=[eéèêiy])")
_FR_SILENT: Final = re.compile(r"(?<=[^aeiouyéèê\W])es?$")
_FR_VOWELS: Final = re.compile(
    r"(?<=[bcdfgptv][lr])i(?=[aeoé])|[iou]?[éèêëï](?:es?$)?"
    r"|[aeiouàâäîôöùûüœæ]+|y(?![aeiouéèêàâ])"
)


def _french(word: str) -> int:
    return len(_FR_VOWELS.findall(_FR_SILENT.sub("", _FR_MUTE.sub("", word))))


# -------------------------------------------------------------------- German

_DE_VOWELS: Final = re.compile(
    r"ice(?=s?$|[^aeiou])|aa|ee|oo|ie|[aeo][iy]|[aeä]u|(?<=q)u[aeiouäöü]|[aeiouyäöüéèà]"
)


def _german(word: str) -> int:
    return len(_DE_VOWELS.findall(word))


_COUNTS: Final[Mapping[str, Callable[[str], int]]] = {
    "en": _english,
    "es": _spanish,
    "fr": _french,
    "de": _german,
}


@lru_cache(maxsize=16384)
def syllables(word: str, language: str) -> int:
    """Return how many syllables a word of a language has, at least one."""
    return max(_COUNTS[language](word.lower().replace("’", "'")), 1)
