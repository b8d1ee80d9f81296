"""The passive: sentences that do not say who acts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from policygen.plain.wordlist import wordlist

_BETWEEN: Final[Mapping[str, str]] = {
    "en": r"not|also|always|never|only|then|first|\w+ly",
    "es": r"no|ya|siempre|nunca|también|\w+mente",
    "fr": r"pas|plus|toujours|jamais|aussi|déjà|ensuite|\w+ment",
}
"""What can stand between a form of “to be” and its participle."""
_ENDINGS: Final[Mapping[str, str]] = {
    "en": r"\w+ed",
    "es": r"\w+[ai]d[oa]s?",
    "fr": r"\w+ée?s?",
}
"""How a regular participle ends."""

_GERMAN_PARTICIPLE: Final = re.compile(
    r"(?:[a-zäöüß]{0,6}ge[a-zäöüß]{2,}(?:t|en)|(?:be|er|ver|zer|ent|emp|miss)[a-zäöüß]{2,}t"
    r"|[a-zäöüß]+iert)"
)
_GERMAN_CLAUSE: Final = re.compile(r"[,;:.!?–]\s")
_SMALL_WORD: Final = re.compile(r"(?<!\w)[a-zäöüß]+")


def passives(text: str, language: str) -> int:
    """Return how often a text uses the passive. Forms that can be something else do not count."""
    if language == "de":
        return sum(_is_passive(clause) for clause in _GERMAN_CLAUSE.split(text))
    form = _form(language)
    if form is None:
        return 0
    known = wordlist(language)
    return sum(
        word in known.participles or bool(regular and word not in known.active)
        for word, regular in form.findall(text.lower())
    )


@cache
def _form(language: str) -> re.Pattern[str] | None:
    """Return a pattern for a form of “to be” and the word that it goes with."""
    if language not in _ENDINGS:
        return None
    be = "|".join(sorted(wordlist(language).auxiliaries))
    between = rf"(?: (?:{_BETWEEN[language]})(?!\w))?"
    return re.compile(rf"(?<!\w)(?:{be}){between} (?=(\w+))(?=({_ENDINGS[language]}(?!\w))?)")


def _is_passive(clause: str) -> bool:
    """Whether a clause in German has a form of “werden” and a participle."""
    known = wordlist("de")
    found = frozenset(_SMALL_WORD.findall(clause)) - known.active
    return not found.isdisjoint(known.auxiliaries) and (
        not found.isdisjoint(known.participles) or any(map(_GERMAN_PARTICIPLE.fullmatch, found))
    )
