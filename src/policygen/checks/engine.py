"""Running rules: which ones count, where their findings stand, and what is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.accepted import Accepted
from policygen.checks.subject import Subject, place
from policygen.errors import Problem, Severity, Span, nearest, ordered, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.checks.request import CheckRequest
    from policygen.checks.rules import Finding, Rule
    from policygen.project import Project

_SETTINGS: Final[Mapping[str, Severity | None]] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "off": None,
}
_LINES: Final = 40
"""How far below its first line a text is searched for the words at fault."""


def run(project: Project, request: CheckRequest, rules: Iterable[Rule]) -> list[Problem]:
    """Return what rules find in a project, sorted by place."""
    catalogue = {rule.code: rule for rule in rules}
    subject = Subject(project, today=request.today, own_words=request.own_words)
    accepted = Accepted(subject, catalogue)
    problems: list[Problem] = [*_unknown_rules(project, catalogue), *accepted.problems]
    for rule in catalogue.values():
        severity = _severity(rule, project, request)
        if severity is None:
            continue
        problems += [
            _problem(rule, severity, finding, subject)
            for finding in rule.find(subject)
            if not accepted.covers(rule, finding)
        ]
    if request.whole and not request.select and not request.ignore:
        problems += accepted.needless()
    return ordered(problems)


def _severity(rule: Rule, project: Project, request: CheckRequest) -> Severity | None:
    """Return how much a rule's findings matter, None where they are not wanted."""
    if request.select and not rule.code.startswith(request.select):
        return None
    if rule.needs_all and not request.whole:
        return None
    if rule.code.startswith(request.ignore):
        return None
    settings = project.config.checks.rules
    for length in range(len(rule.code), 0, -1):
        if (setting := settings.get(rule.code[:length])) is not None:
            return _SETTINGS[setting.value]
    severity = rule.final if request.final and rule.final else rule.severity
    # Whoever asks for a rule by its whole code wants it, also where it is usually off.
    return severity or (Severity.WARNING if rule.code in request.select else None)


def _problem(rule: Rule, severity: Severity, finding: Finding, subject: Subject) -> Problem:
    project = subject.project
    span = finding.span or place(finding.clause, subject)
    if span is not None and finding.excerpt:
        span = _narrowed(span, finding.excerpt, project)
    related = tuple(
        (where, why)
        for clause, why in finding.related
        if (where := place(clause, subject)) is not None
    )
    return Problem(rule.code, finding.message, span, finding.hint, severity, related)


def _narrowed(span: Span, excerpt: str, project: Project) -> Span:
    """Return the place of some words within the text that begins at a place."""
    lines = project.files.get(span.file, "").split("\n")
    for wanted in (excerpt, *excerpt.split()[:1]):
        for number in range(span.line, min(span.line + _LINES, len(lines) + 1)):
            start = span.column - 1 if number == span.line else 0
            column = lines[number - 1].find(wanted, start)
            if column >= 0:
                return Span(span.file, number, column + 1, len(wanted))
    return span


def _unknown_rules(project: Project, catalogue: Mapping[str, Rule]) -> Iterator[Problem]:
    """Yield a problem for each entry of the settings that is no rule or family of rules."""
    for code in project.config.checks.rules:
        if not any(known.startswith(code) for known in catalogue):
            yield Problem(
                "SET118",
                tell("“{code}” is not the code of a rule", code=code),
                project.config.source.key_spans.get(f"checks.rules.{code}"),
                nearest(code, catalogue)
                or tell("`policygen explain` lists the rules and their codes"),
            )
