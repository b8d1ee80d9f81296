"""Address: whether a text speaks to its reader formally (usted, vous, Sie) or familiarly."""

from __future__ import annotations

import re
from typing import Final

from policygen.plain.phrases import pattern
from policygen.plain.wordlist import wordlist

_WITHIN: Final = r"(?<=[\w,;–)] )"
"""Stands before a word that does not begin a sentence: German writes every first word, and so
“they” as well as “you”, with a capital."""


class Address:
    """How texts of one language address their reader.

    corpus: all of these texts. Only forms that can mean nothing else are looked at: not `su`, which
    is “his” as well.
    """

    def __init__(self, language: str, corpus: str) -> None:
        known = wordlist(language)
        self._familiar = _forms(known.familiar, corpus)
        # Most companies never use the familiar form, and then there is nothing to compare.
        self._formal = _forms(known.formal, corpus) if self._familiar else ()
        self._exempt = pattern(known.no_address, corpus.lower())

    @property
    def can_differ(self) -> bool:
        """Whether there may be both forms at all."""
        return bool(self._formal and self._familiar)

    def formal(self, text: str) -> re.Match[str] | None:
        """Return where the first formal word of a text is, None where there is none."""
        return self._first(self._formal, text)

    def familiar(self, text: str) -> re.Match[str] | None:
        """Return where the first familiar word of a text is, None where there is none."""
        return self._first(self._familiar, text)

    def _first(self, forms: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
        if self._exempt is not None:
            for exempt in self._exempt.finditer(text.lower()):
                text = f"{text[: exempt.start()]}{' ' * len(exempt[0])}{text[exempt.end() :]}"
        found = [match for form in forms if (match := form.search(text)) is not None]
        return min(found, key=re.Match.start, default=None)


def _forms(forms: frozenset[str], corpus: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for those forms that a corpus has."""
    capital = pattern((form for form in forms if form[:1].isupper()), corpus)
    small = pattern((form for form in forms if form[:1].islower()), corpus.lower())
    patterns = []
    if capital is not None:
        patterns.append(re.compile(_WITHIN + capital.pattern))
    if small is not None:
        patterns.append(re.compile(small.pattern, re.IGNORECASE))
    return tuple(patterns)
