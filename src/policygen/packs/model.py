"""What a pack says: its sources, and what each of them asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from policygen.model.clause import Boolean, matching
from policygen.model.control import Date
from policygen.model.facts import Deadline

OR: Final = " | "
"""Between paths of which one is enough."""
EVERY: Final = "+"
"""In a path: every entry, where `*` is any of them."""
ANY: Final = "*"
ANY_LANGUAGE: Final = "any"
NTH: Final = "#"
"""In a path, before a number: the entry at that place, as in `#1`."""
LAST: Final = "last"
"""In a path, behind `#`: the entry at the end."""
FALLBACK: Final = "en"
"""The language that every text of a pack has."""


def _worded(value: Any) -> Any:
    """Return language -> words of a text that may stand alone, in English."""
    return value if isinstance(value, Mapping) else {FALLBACK: value}


Worded = Annotated[dict[str, str], BeforeValidator(_worded)]
"""Language -> words; the English ones must be there."""
Link = Annotated[str, BeforeValidator(matching(r"https?://[^\s<>\"]+", "url"))]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceStatus(Enum):
    """Whether the text itself was seen, or what somebody else says about it."""

    SEEN = "seen"
    SECOND_HAND = "second-hand"


class PackSource(_Part):
    """Where a requirement comes from. note: which version was seen, or what was not."""

    title: str
    url: Link
    status: SourceStatus
    note: Worded | None = None


class Requirement(_Part):
    """One thing that is asked for.

    says: it, in the pack's own words, a sentence without a full stop. reference: the article or
    section; source: which of the pack's sources. needs: paths of the policy that must say
    something, with `*` for any entry, `+` for every, `#1` for the first, and ` | ` between paths
    of which one is enough. A requirement that needs nothing is one that data cannot decide.

    Of what is there: at_most, at_least: the time that it may or must last; together: all of the
    times one after the other. value: one of the words that it may be; count: how many there are.
    mentions: language -> words of which its text must have one; forbids: language, or `any`, ->
    words that must not stand anywhere below `below`.
    when: a path without which the requirement does not apply. valid_from, valid_until: the days
    on which it holds.
    """

    says: Worded
    reference: str
    source: str
    needs: tuple[str, ...] = ()
    at_most: Deadline | None = None
    at_least: Deadline | None = None
    together: Boolean = False
    value: tuple[str, ...] = ()
    count: str | None = None
    mentions: dict[str, tuple[str, ...]] = {}
    forbids: dict[str, tuple[str, ...]] = {}
    below: str = ""
    when: str | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether the requirement holds on a day; without one, whether it holds at all."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def paths(self) -> tuple[str, ...]:
        """Return every path that the requirement looks at."""
        groups = (*self.needs, *([self.when] if self.when else []))
        return tuple(path for group in groups for path in group.split(OR))


class Pack(_Part):
    """Requirements that belong together.

    jurisdiction: ISO 3166 code of the country, `EU`, or `international`. checked: the day on
    which they were last compared with their sources.
    """

    title: Worded
    jurisdiction: str
    sector: Worded
    applies_to: Worded
    checked: Date
    sources: dict[str, PackSource]
    requirements: dict[str, Requirement]


def in_language(worded: Mapping[str, str], language: str) -> str:
    """Return the words in a language such as `es` or `es-MX`, in English where there are none."""
    base = language.replace("_", "-").partition("-")[0]
    return worded.get(language) or worded.get(base) or worded[FALLBACK]
