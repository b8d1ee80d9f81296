"""Audiences: what every document shows, and what it names, must be for its readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, tell
from policygen.model.audiences import Audiences
from policygen.model.clause import READABLE, Audience, Clause
from policygen.model.organisation import Level
from policygen.model.quality import Measure
from policygen.model.service import Channel

if TYPE_CHECKING:
    from policygen.checks.subject import Subject


def shown_by_all(subject: Subject) -> Iterator[Finding]:
    """Each document names the company and states its own version. Marked for fewer readers than the
    documents have, these parts would keep the documents from being made."""
    audiences = subject.project.audiences
    readers = {spec.audience for spec in subject.config.documents.values()}
    for part, usual in (("company", Audience.EVERYONE), ("control", Audience.STAFF)):
        marked = audiences.of(part)
        kept_out = {reader for reader in readers if marked not in READABLE[reader]}
        if marked is not usual and any(usual in READABLE[reader] for reader in kept_out):
            yield Finding(
                part,
                tell(
                    "`{part}` is marked for “{audience}”, but documents for others show it",
                    part=part,
                    audience=marked.value,
                ),
                tell("delete `audience:` there, and mark single fields instead"),
            )


def named_but_hidden(subject: Subject) -> Iterator[Finding]:
    """A figure needs the name of what it measures, and a task the name of its tool. Where readers
    may not know the name, the document cannot be made without giving it away."""
    audiences = subject.project.audiences
    for path, clause in subject.all_of(Clause):
        for name, collection in _named(clause):
            target = f"{collection}.{name}"
            if _reads_less(audiences, path, target):
                yield Finding(
                    path,
                    tell(
                        "this names `{target}`, which is only for “{audience}”",
                        target=target,
                        audience=audiences.of(target).value,
                    ),
                    tell("mark both with the same `audience:`"),
                    related=((target, tell("marked here")),),
                )


def _named(clause: Clause) -> Iterator[tuple[str, str]]:
    match clause:
        case Measure():
            yield clause.metric, "metrics"
        case Channel():
            yield from ((name, "metrics") for name in clause.metrics)
        case Level():
            yield from ((name, "tools") for name in clause.tools)


def _reads_less(audiences: Audiences, path: str, target: str) -> bool:
    """Whether somebody who may read one part may not read another one, which is marked."""
    shown, hidden = audiences.of(path), audiences.of(target)
    if path.startswith("channels."):
        shown = Audience.STAFF if shown is not Audience.CONFIDENTIAL else shown
    return any(shown in READABLE[reader] and hidden not in READABLE[reader] for reader in Audience)


RULES: Final = (
    Rule("AUD102", tell("Marked for fewer than its readers"), shown_by_all, Severity.ERROR),
    Rule("AUD103", tell("Names what its readers may not know"), named_but_hidden, Severity.ERROR),
)
