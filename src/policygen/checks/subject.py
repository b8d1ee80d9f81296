"""What rules look at: a project, with what several of them need worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeVar

from policygen.i18n.catalogs import POLICY
from policygen.i18n.entries import Entry, entries
from policygen.model.clause import Blank, Clause, Text
from policygen.model.facts import Fact
from policygen.model.facts.week import DayRange
from policygen.model.reckoning import Assumptions, WorkCalendar
from policygen.model.walk import walk
from policygen.resources import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.config import Config
    from policygen.errors import Span
    from policygen.model.policy import Policy
    from policygen.project import Project

K = TypeVar("K")
_BETWEEN: Final = "\0"
"""Stands between two texts; no text has it, and no pattern matches across it."""
_SOME_YEAR: Final = 2026
"""Stands for a year that is yet to be filled in."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text of the policy in another language. text: as the source has it, with its clause.
    entry: what the catalog says."""

    text: Text
    language: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the policy in one of its languages. span: the place of a translation, None where
    it is the source's own."""

    text: Text
    words: str
    language: str
    span: Span | None = None


class Subject:
    """A project under examination. today: the day on which it is checked, None for no day in
    particular, so that nothing is overdue. own_words: of an overlay, whether only the texts of its
    own file are read."""

    def __init__(self, project: Project, *, today: date | None, own_words: bool = False) -> None:
        self.project = project
        self.today = today
        self._own_file = project.config.overlay_source if own_words else None
        self._entries: dict[str, Mapping[tuple[str, str], Entry]] = {}

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.project.policy

    @property
    def config(self) -> Config:
        """The settings."""
        return self.project.config

    @cached_property
    def values(self) -> tuple[tuple[str, Any], ...]:
        """Every part of the policy, group, text (in every wording), fact and plain value, with its
        dotted path, in source order."""
        return tuple(walk(self.policy))

    @cached_property
    def value_at(self) -> Mapping[str, Any]:
        """Path -> part of the policy; of a text, its last wording."""
        return dict(self.values)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text in the company's words that is to be read, blanks left out; each knows its
        clause."""
        return tuple(
            value
            for _, value in self.values
            if isinstance(value, Text) and not isinstance(value, Blank) and self._is_read(value)
        )

    def _is_read(self, text: Text) -> bool:
        if self._own_file is None:
            return True
        span = self.project.place(text.clause)
        return span is not None and span.file == self._own_file

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text in every language: those of the source, the titles of documents, and all
        translations that are usable."""
        own = self.config.source_language
        titles = (spec.title for spec in self.config.documents.values())
        return (
            *(Said(text, str(text), own) for text in self.texts),
            *(Said(title, title.replace("{company}", "Company"), own) for title in titles),
            *(
                Said(one.text, one.entry.translation, one.language, one.entry.span)
                for one in self.translations()
            ),
        )

    @cached_property
    def corpus(self) -> str:
        """All that is said, in one piece: what is not found here need not be looked for."""
        return _BETWEEN.join(one.words for one in self.said)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the policy; each knows its clause."""
        return tuple(value for _, value in self.values if isinstance(value, Fact))

    def mentions(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is anywhere in what is said.

        A pattern that ignores case has to be written in small letters. It is looked for in small
        letters, which takes a third of the time.
        """
        if pattern.flags & re.IGNORECASE:
            return _heeding_case(pattern).search(self._small_letters) is not None
        return pattern.search(self.corpus) is not None

    @cached_property
    def _small_letters(self) -> str:
        return self.corpus.lower()

    def all_of(self, kind: type[K]) -> Iterator[tuple[str, K]]:
        """Yield every part of the policy of one type, with its path, in source order."""
        places = [at for type_, at in self._places.items() if issubclass(type_, kind)]
        for place in sorted(chain.from_iterable(places)):
            yield self.values[place]

    @cached_property
    def _places(self) -> Mapping[type, list[int]]:
        """Type -> the indices of its values."""
        places: dict[type, list[int]] = {}
        for place, (_, value) in enumerate(self.values):
            places.setdefault(type(value), []).append(place)
        return places

    @cached_property
    def groups(self) -> frozenset[str]:
        """Paths of the parts that consist of other parts."""
        return frozenset(
            path for path, value in self.values if isinstance(value, Clause | dict | tuple)
        )

    @cached_property
    def assumptions(self) -> Assumptions:
        """Under which circumstances two times are compared: the company's working week and public
        holidays, in the year in which the version takes effect, around the clock."""
        company = self.policy.company
        region = company.region or ""
        calendar = WorkCalendar(region=region)
        if company.working_week is not None:
            calendar = WorkCalendar(DayRange(*company.working_week), region)
        return Assumptions(calendar, getattr(self.policy.dated, "year", _SOME_YEAR))

    @property
    def some_monday(self) -> date:
        """A Monday of an ordinary week, in the year in which the version takes effect."""
        day = date(self.assumptions.year, 3, 1)
        return day - timedelta(days=day.weekday())

    def entries(self, language: str) -> Mapping[tuple[str, str], Entry]:
        """Return (context, text) -> translation of the company's text in one language; nothing for
        a language without a catalog."""
        if language not in self._entries:
            path, name = catalog(self.project.root, language, POLICY)
            self._entries[language] = entries(path, name, language)
        return self._entries[language]

    def translations(self) -> Iterator[Translation]:
        """Yield every text of the policy in every other language that has a usable translation."""
        for language in self.config.languages:
            if language != self.config.source_language:
                found = self.entries(language)
                for text in self.texts:
                    entry = found.get((text.context, str(text)))
                    if entry is not None:
                        yield Translation(text, language, entry)


@cache
def _heeding_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)


def place(clause: str, subject: Subject) -> Span | None:
    """Return where a part of the policy stands: a value itself, of a group its name."""
    path = clause
    while path:
        keys = subject.project.key_spans
        if path in subject.groups or path != clause:
            if path in keys:
                return keys[path]
        elif path in subject.project.spans:
            return subject.project.spans[path]
        path = path.rpartition(".")[0]
    return subject.project.config.source.spans.get(clause)
