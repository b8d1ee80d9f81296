"""Windows: from when and until when something is possible."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from policygen.errors import tell
from policygen.model.facts.base import Fact, FactError, Fields, read_part
from policygen.model.facts.comparator import Comparator
from policygen.model.facts.conditions import Relation, Timing
from policygen.model.facts.deadline import Deadline
from policygen.model.facts.duration import Duration, length

_HINT: Final = tell(
    "write for example `from 2 months of complaint to 1 year of complaint`, `after 8 weeks of "
    "receipt` or `within 6 months of final reply`"
)
_BOTH: Final = re.compile(
    r"(?:from\s+)?(?P<opens>[0-9].*?)\s+(?:to|until)\s+(?P<closes>[0-9].*)", re.IGNORECASE
)
_BACK: Final = re.compile(r"\sbefore\s", re.IGNORECASE)
_LATE: Final = frozenset({Comparator.AFTER, Comparator.AT_LEAST, Comparator.MORE_THAN})
_EARLY: Final = frozenset({Comparator.WITHIN, Comparator.LESS_THAN})
_NO_LIMIT: Final = frozenset({Timing.CONTINUOUSLY, Timing.BY_PRIORITY, Timing.BY_COMPLEXITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Fact):
    """From when and until when something is possible.

    opens: the time before which it is not yet, closes: the time after which it is no more
    possible; at least one is set. Where both are, they are AFTER and WITHIN a time after an event.
    """

    opens: Deadline | None = None
    closes: Deadline | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """Read `from 2 months of complaint to 1 year of complaint`, `2 months to 1 year after
        complaint`, `after 8 weeks of receipt or deadlock`, `within 6 months of final reply`,
        `2-12 months after complaint`."""
        if match := _BOTH.fullmatch(words):
            if _BACK.search(words):
                raise _counts_back(words)
            opens, closes = _opening(match["opens"]), _closing(match["closes"])
            if opens.event is None:
                opens = replace(opens, event=closes.event)
            window = cls(opens=opens, closes=closes)
        else:
            window = cls._one_sided(Deadline.read(words), words)
        _check(window, words)
        return window

    @classmethod
    def _one_sided(cls, deadline: Deadline, words: str) -> Self:
        if deadline.comparator is Comparator.BETWEEN and deadline.relation is Relation.AFTER:
            opens, closes = _both_ends(deadline)
            return cls(opens=opens, closes=closes)
        if _opens(deadline):
            return cls(opens=deadline)
        if _closes(deadline):
            return cls(closes=deadline)
        raise FactError(tell("“{words}” does not say from when or until when", words=words), _HINT)

    def form(self) -> str:
        """Return the canonical short form, which `read` reads back."""
        opens = self.opens.form() if self.opens else ""
        closes = self.closes.form() if self.closes else ""
        if not (opens and closes):
            return opens or closes
        return f"from {opens.removeprefix('after ')} to {closes.removeprefix('within ')}"

    @classmethod
    def compose(cls, fields: Fields) -> Self:
        """Return the window of a full form: `opens`, `closes`; each a deadline, where a bare
        length of time means after or within it."""
        window = cls(opens=fields.get("opens", _opening), closes=fields.get("closes", _closing))
        if window.opens is None and window.closes is None:
            raise FactError(tell("this does not say from when or until when"), _HINT)
        _check(window, window.form())
        return window


def _opening(value: Any) -> Deadline:
    deadline = _end(value, Comparator.AFTER)
    if not _opens(deadline):
        raise FactError(
            tell("“{deadline}” does not say from when", deadline=deadline.form()),
            tell("write for example `after 8 weeks of receipt`"),
        )
    return deadline


def _closing(value: Any) -> Deadline:
    deadline = _end(value, Comparator.WITHIN)
    if not _closes(deadline):
        raise FactError(
            tell("“{deadline}” does not say until when", deadline=deadline.form()),
            tell("write for example `within 6 months of final reply`"),
        )
    return deadline


def _end(value: Any, meant: Comparator) -> Deadline:
    """Return the deadline of a short or full form; a bare length of time has the comparator that
    is meant."""
    if isinstance(value, Mapping):
        return read_part(Deadline, value)
    words = " ".join(str(value).split())
    return Deadline.read(f"{meant.value} {words}" if words[:1].isdigit() else words)


def _opens(deadline: Deadline) -> bool:
    """Whether a deadline says before when something is not possible."""
    if deadline.duration is None:
        return False
    side = _LATE if deadline.relation is Relation.AFTER else _EARLY
    return deadline.comparator in side


def _closes(deadline: Deadline) -> bool:
    """Whether a deadline says after when something is no more possible."""
    if deadline.duration is None:
        return deadline.timing not in _NO_LIMIT
    side = _EARLY if deadline.relation is Relation.AFTER else _LATE
    return deadline.comparator in side


def _both_ends(deadline: Deadline) -> tuple[Deadline, Deadline]:
    duration = deadline.duration
    if duration is None or duration.high is None:
        raise FactError(tell("“{deadline}” has only one end", deadline=deadline.form()), _HINT)
    opens, closes = replace(duration, high=None), replace(duration, low=duration.high, high=None)
    return (
        replace(deadline, duration=opens, comparator=Comparator.AFTER, unless=None, by=None),
        replace(deadline, duration=closes, comparator=Comparator.WITHIN),
    )


def _check(window: Window, words: str) -> None:
    """Raise FactError for a window whose ends do not go together."""
    opens, closes = window.opens, window.closes
    if opens is None or closes is None:
        return
    ends = (opens.comparator, closes.comparator)
    if Relation.BEFORE in (opens.relation, closes.relation):
        raise _counts_back(words)
    if closes.duration is None or ends != (Comparator.AFTER, Comparator.WITHIN):
        raise FactError(
            tell("“{words}” has two ends that are not lengths of time after an event", words=words),
            _HINT,
        )
    if opens.event is closes.event and _not_before(opens.duration, closes.duration):
        raise FactError(
            tell("“{words}” closes before it opens", words=words),
            tell("write the shorter time first, the longer second"),
        )


def _counts_back(words: str) -> FactError:
    return FactError(
        tell("“{words}” has two ends and counts back from an event", words=words),
        tell("state one end, such as `at least 10 days before expiry`, and the other in a `note`"),
    )


def _not_before(opens: Duration | None, closes: Duration | None) -> bool:
    if opens is None or closes is None:
        return False
    (scale, start), (other_scale, end) = length(opens), length(closes)
    return scale == other_scale and start >= end
