"""Passages: the company's words in every language, as the rules on plain language read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding
from policygen.model.audiences import Audiences
from policygen.model.clause import Audience
from policygen.plain.segment import levelled, plain, unquoted
from policygen.plain.wordlist import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.checks.subject import Subject
    from policygen.errors import Span, Words
    from policygen.model.clause import Text

_NAMES: Final = frozenset(
    {"address", "encloses", "holidays", "key", "label", "legal_basis", "name", "prefix"}
    | {"register", "staffed_by", "system", "term", "title", "unit"}
)
"""Fields that hold a name, a heading or an address and no sentence."""
_NAMED: Final = frozenset({"company", "control", "exceptions", "partners", "review_log", "tools"})
"""Parts that name people, firms, documents and products, or tell what was."""
_TO_CUSTOMERS: Final = re.compile(r"scripts\..*\.say|.*\.automatic_acknowledgement\.message")
"""Texts in the staff's parts that customers hear or read."""
_WORDINGS: Final = frozenset({Audience.CUSTOMERS.value, Audience.STAFF.value})
"""What stands behind the name of a field that the source words for each reader."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in one language.

    words: the text without marks. own: the same, character for character, with one kind of
    apostrophe and space, and blanks in place of what it quotes. path: names from the top of the
    policy to the field, without numbers. staff: whether customers never read it. span: the place of
    a translation, None for the source. title: whether it is a name or a heading.
    """

    words: str
    own: str
    clause: str
    path: tuple[str, ...]
    staff: bool
    span: Span | None
    title: bool

    @property
    def entry(self) -> str:
        """Path of the clause whose field the text is; "" for a field of the policy itself."""
        return self.clause.rpartition(f".{self.path[-1]}")[0]

    def finding(self, message: Words, hint: Words, start: int = 0, end: int = 0) -> Finding:
        """Return a finding at this text, or at a stretch of it."""
        return Finding(self.clause, message, hint, self.words[start:end], span=self.span)


class Reading:
    """All texts in one language.

    tag: its BCP 47 tag; language: the first part of it, which is what the words depend on.
    """

    def __init__(self, tag: str, passages: tuple[Passage, ...]) -> None:
        self.tag = tag
        self.language = tag.partition("-")[0]
        self.everything = passages
        self.passages = tuple(passage for passage in passages if not passage.title)

    @cached_property
    def corpus(self) -> str:
        """Every text that is no name or heading, each on a line."""
        return "\n".join(passage.own for passage in self.passages)

    @cached_property
    def lowered(self) -> str:
        """The corpus in small letters."""
        return self.corpus.lower()


@lru_cache(maxsize=1)
def readings(subject: Subject) -> tuple[Reading, ...]:
    """Return the policy as it reads in its source language and in each other one, where there are
    words for the language."""
    audiences = Audiences(subject.policy)
    source = subject.config.source_language
    found: dict[str, list[Passage]] = {source: []}
    for text in subject.texts:
        found[source].append(_passage(text, audiences))
    originals = {passage.clause: passage for passage in found[source]}
    for translation in subject.translations():
        original = originals[translation.text.clause]
        words = plain(translation.entry.translation)
        found.setdefault(translation.language, []).append(
            Passage(
                words,
                levelled(unquoted(words)),
                original.clause,
                original.path,
                original.staff,
                translation.entry.span,
                original.title,
            )
        )
    return tuple(
        Reading(tag, tuple(passages))
        for tag, passages in found.items()
        if tag.partition("-")[0] in LANGUAGES
    )


def _passage(text: Text, audiences: Audiences) -> Passage:
    words = plain(text)
    path = tuple(part for part in text.clause.split(".") if not part.isdecimal())
    wording = path[-1] if path[-1] in _WORDINGS else ""
    path = path[:-1] if wording else path
    readable = wording != Audience.STAFF.value and audiences.may_read(
        text.clause, Audience.CUSTOMERS
    )
    return Passage(
        words,
        levelled(unquoted(words)),
        text.clause,
        path,
        not readable and _TO_CUSTOMERS.fullmatch(text.clause) is None,
        None,
        path[0] in _NAMED or path[-1] in _NAMES,
    )


def sections(reading: Reading) -> Iterator[tuple[str, bool, list[Passage]]]:
    """Yield each section of the policy for each kind of reader: its path, whether it is for staff,
    and its texts. A section is a top-level part, or a section of the company's own."""
    found: dict[tuple[str, bool], list[Passage]] = {}
    for passage in reading.passages:
        path = ".".join(passage.path[: 2 if passage.path[0] == "extra" else 1])
        found.setdefault((path, passage.staff), []).append(passage)
    for (path, staff), passages in found.items():
        yield path, staff, passages
