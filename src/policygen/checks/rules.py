"""Rules: what a careful colleague would object to, each with a code, a reason and its words."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygen.errors import Severity, Words

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.errors import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule objects to.

    clause: dotted path of the part of the policy at fault; of what it lacks, the part that should
    have it. message: what is wrong and why it matters, a sentence without a final full stop.
    hint: how to mend it. excerpt: the very words of the clause at fault, "" for all of it.
    related: other parts of the policy that the finding is about, each with a word on why.
    span: the place, where it is not in the policy (a catalog, the settings).
    """

    clause: str
    message: Words
    hint: Words
    excerpt: str = ""
    related: tuple[tuple[str, Words], ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for.

    code: stable, a family's three letters and a number. title: what it finds, in a few words.
    find: yields what it finds; its docstring says why that matters. severity: None for a rule
    that is off unless the settings turn it on. final: its severity in a final build, None for the
    same. needs_all: whether it looks for what is not there, and so needs the whole policy.
    """

    code: str
    title: Words
    find: Callable[[Subject], Iterable[Finding]]
    severity: Severity | None = Severity.WARNING
    final: Severity | None = None
    needs_all: bool = False

    @property
    def why(self) -> str:
        """Why the rule is there: the docstring of its function, its lines joined."""
        return " ".join((inspect.getdoc(self.find) or "").split())
