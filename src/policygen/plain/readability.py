"""Readability: a score for how easy a text is, one formula a language.

All four are children of Flesch's: 100 is very easy, 0 very hard, and they count the same things.
Their scores still cannot be compared across languages, so each has a limit of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from policygen.plain.syllables import syllables


@dataclass(frozen=True, slots=True)
class Formula:
    """base − per_length · words in a sentence − per_syllable · syllables in a word.

    name: as the field calls it. limit: below which score a text for the public is hard to read.
    """

    name: str
    base: float
    per_length: float
    per_syllable: float
    limit: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in a text."""

    sentences: int
    words: int
    syllables: int

    @property
    def length(self) -> float:
        """How many words a sentence has on average."""
        return self.words / self.sentences


FLESCH: Final = Formula("Flesch Reading Ease", 206.835, 1.015, 84.6, 55)
"""English. R. Flesch, “A new readability yardstick”, 1948; 60 to 70 is plain English."""

INFLESZ: Final = Formula("INFLESZ", 206.835, 1.0, 62.3, 55)
"""Spanish. F. Szigriszt-Pazos, 1993, with the INFLESZ scale of I. Barrio-Cantalejo, 2008: 55 to 65
is normal, 40 to 55 somewhat hard."""

KANDEL_MOLES: Final = Formula("Kandel-Moles", 207.0, 1.015, 73.6, 50)
"""French. L. Kandel and A. Moles, 1958: Flesch's formula for French words."""

AMSTAD: Final = Formula("Amstad", 180.0, 1.0, 58.5, 50)
"""German. T. Amstad, “Wie verständlich sind unsere Zeitungen?”, 1978: 50 to 60 is medium-hard,
30 to 50 hard."""

FORMULAS: Final[Mapping[str, Formula]] = {
    "en": FLESCH,
    "es": INFLESZ,
    "fr": KANDEL_MOLES,
    "de": AMSTAD,
}


LONGEST: Final[Mapping[str, int]] = {"en": 30, "es": 35, "fr": 35, "de": 30}
"""How many words a sentence may have. Guides to plain language ask for 20 to 25 at most; here a
few more pass, as Spanish and French need more words than English for the same."""


def counts(sentences: Sequence[Sequence[str]], language: str) -> Counts:
    """Return how much there is of a text, from the words of its sentences."""
    return Counts(
        len(sentences),
        sum(map(len, sentences)),
        sum(syllables(word, language) for words in sentences for word in words),
    )


def score(counted: Counts, formula: Formula) -> float:
    """Return the score of a text of at least one word."""
    per_word = counted.syllables / counted.words
    return formula.base - formula.per_length * counted.length - formula.per_syllable * per_word
