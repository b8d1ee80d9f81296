"""Lists of words, one file a language: what is vague, jargon, passive, formal and familiar.

A file consists of sections: `[name]` begins one, `#` a remark. Entries are separated by commas or
stand on lines of their own. Those of `officialese` and `jargon` are `word, another form = what to
say instead`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "es", "fr", "de")
_FOLDER: Final = Path(__file__).parent / "wordlists"


@dataclass(frozen=True, slots=True)
class Wordlist:
    """The words of a language, in small letters unless capitals matter.

    abbreviations: with their full stop. ordinals: words before a number that its full stop makes
    an ordinal. acronyms: those that everybody knows. vague: phrases for a time that is left open.
    units: of time. officialese: phrase -> plain words; jargon: the same, of words that staff know.
    auxiliaries, participles, active: what `passives` looks for. we, you: words that an item of a
    list begins with. formal, familiar: words that address the reader; those with a capital count
    only with it and only within a sentence. no_address: phrases in which such words do not.
    """

    abbreviations: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    officialese: Mapping[str, str] = field(default_factory=dict)
    jargon: Mapping[str, str] = field(default_factory=dict)
    auxiliaries: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    active: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    you: frozenset[str] = frozenset()
    formal: frozenset[str] = frozenset()
    familiar: frozenset[str] = frozenset()
    no_address: frozenset[str] = frozenset()


@cache
def wordlist(language: str) -> Wordlist:
    """Return the words of a language; empty lists for one that is not known."""
    if language not in LANGUAGES:
        return Wordlist()
    sections = _sections((_FOLDER / f"{language}.txt").read_text(encoding="utf-8"))
    officialese = dict(_alternatives(sections.pop("officialese")))
    jargon = dict(_alternatives(sections.pop("jargon")))
    entries = {
        name: frozenset(entry.strip() for line in lines for entry in line.split(","))
        for name, lines in sections.items()
    }
    return Wordlist(officialese=officialese, jargon=jargon, **entries)


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]").replace(" ", "_"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def _alternatives(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each form of a word with what to say instead."""
    for line in lines:
        forms, _, instead = line.partition(" = ")
        for form in forms.split(","):
            yield form.strip(), instead
