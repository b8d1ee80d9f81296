"""Completeness packs: what standards and public bodies ask for, where the settings select them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, WordedIn, tell

if TYPE_CHECKING:
    from policygen.checks.judging import Judgement
    from policygen.checks.subject import Subject
    from policygen.errors import Problem, Words
    from policygen.packs import Pack, Requirement

_A_YEAR: Final = timedelta(days=366)
_SETTING: Final = "checks.packs"


def not_met(subject: Subject) -> Iterator[Finding]:
    """A standard or a public body asks for this, and the policy does not have it. It is a hint
    where to look, and no legal advice: only a lawyer can say whether a policy complies."""
    if not subject.config.checks.packs:
        return
    from policygen.checks.judging import Status, judgements  # noqa: PLC0415 - seldom needed

    for index, pack in _selected(subject):
        for judgement in judgements(subject, pack):
            if judgement.status is Status.NOT_MET:
                yield _finding(judgement, f"{_SETTING}.{index}")


def _finding(judgement: Judgement, setting: str) -> Finding:
    requirement = judgement.requirement
    first, *others = (clause for clause in judgement.clauses or ("",))
    return Finding(
        first or setting,
        tell(
            "a pack that you selected asks for more ({reference}): {says}",
            reference=requirement.reference,
            says=WordedIn.told(requirement.says),
        ),
        _hint(judgement),
        related=tuple((clause, tell("this belongs to it")) for clause in others),
        span=judgement.span,
    )


def _hint(judgement: Judgement) -> Words:
    return tell(
        "{why}; {where}. This is no legal advice: ask a lawyer whether it applies to you",
        why=judgement.why,
        where=_where(judgement.requirement),
    )


def _where(requirement: Requirement) -> Words:
    if requirement.forbids:
        return tell("delete it, or put it in another way")
    paths = ", ".join(f"`{path}`" for path in requirement.paths())
    return tell("look at {paths}", paths=paths)


def out_of_date(subject: Subject) -> Iterator[Finding]:
    """Laws and codes change. A pack that nobody has compared with its sources for a year may ask
    for what no longer holds, and may miss what does."""
    for index, pack in _selected(subject) if subject.today else ():
        if subject.today and pack.checked + _A_YEAR < subject.today:
            yield Finding(
                f"{_SETTING}.{index}",
                tell(
                    "the pack “{pack}” was last compared with its sources on {day}",
                    pack=subject.config.checks.packs[index],
                    day=pack.checked.isoformat(),
                ),
                tell(
                    "have it looked at; then write what is different, and the new day as "
                    "`checked:`, into `packs/{pack}.yaml`",
                    pack=subject.config.checks.packs[index],
                ),
            )


def unreadable(subject: Subject) -> Iterator[Finding]:
    """A pack that is not there, or cannot be read, checks nothing. Whoever selected it believes
    that the policy has been compared with it."""
    for index, id_ in enumerate(subject.config.checks.packs):
        for problem in _load(subject, id_)[1]:
            clause = f"{_SETTING}.{index}"
            yield Finding(
                clause, tell("{problem}", problem=problem.message), problem.hint, span=problem.span
            )


def _selected(subject: Subject) -> Iterator[tuple[int, Pack]]:
    """Yield the packs that the settings select and that can be read, each with its place."""
    for index, id_ in enumerate(subject.config.checks.packs):
        pack, _ = _load(subject, id_)
        if pack is not None:
            yield index, pack


def _load(subject: Subject, id_: str) -> tuple[Pack | None, list[Problem]]:
    from policygen.packs import load_pack  # noqa: PLC0415 - where no pack is selected, not needed

    return load_pack(subject.project.root, id_)


RULES: Final = (
    Rule("PCK101", tell("A pack asks for more"), not_met, needs_all=True),
    Rule("PCK102", tell("A pack is out of date"), out_of_date),
    Rule("PCK103", tell("A pack that cannot be read"), unreadable, Severity.ERROR),
)
