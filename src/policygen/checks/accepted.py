"""Exceptions: findings that the policy accepts, each at one clause and for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from policygen.checks.subject import place
from policygen.errors import Problem, Severity, Words, nearest, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.checks.rules import Finding, Rule
    from policygen.checks.subject import Subject
    from policygen.model.control import RuleException


class Accepted:
    """The findings that a policy accepts, each with a reason. problems: what is wrong with these
    exceptions."""

    def __init__(self, subject: Subject, catalogue: Mapping[str, Rule]) -> None:
        self._subject = subject
        self._used: set[str] = set()
        self._valid: dict[str, RuleException] = {}
        self.problems: list[Problem] = []
        known = subject.project.spans.keys() | subject.project.config.source.spans.keys()
        for id_, exception in subject.policy.exceptions.items():
            path = f"exceptions.{id_}"
            if exception.rule not in catalogue:
                self.problems.append(self._no_rule(path, exception, catalogue))
            elif exception.clause_ not in known:
                self.problems.append(self._no_clause(path, exception))
            elif self._over(exception):
                self.problems.append(self._expired(path, exception))
            else:
                self._valid[id_] = exception

    def covers(self, rule: Rule, finding: Finding) -> bool:
        """Whether a finding is accepted, at its clause or at one that it belongs to."""
        for id_, exception in self._valid.items():
            at = exception.clause_
            if exception.rule == rule.code and f"{finding.clause}.".startswith(f"{at}."):
                self._used.add(id_)
                return True
        return False

    def needless(self) -> Iterator[Problem]:
        """Yield a warning for each exception that accepts nothing."""
        for id_, exception in self._valid.items():
            if id_ not in self._used:
                yield replace(
                    self._at(
                        f"exceptions.{id_}",
                        "EXC103",
                        tell(
                            "nothing at `{clause}` needs this exception to {rule}",
                            clause=exception.clause_,
                            rule=exception.rule,
                        ),
                        tell("delete it, so that it does not hide a mistake later"),
                    ),
                    severity=Severity.WARNING,
                )

    def _over(self, exception: RuleException) -> bool:
        today = self._subject.today
        return bool(today and exception.until and exception.until < today)

    def _no_rule(
        self, path: str, exception: RuleException, catalogue: Mapping[str, Rule]
    ) -> Problem:
        return self._at(
            f"{path}.rule",
            "EXC101",
            tell("“{code}” is not the code of a rule", code=exception.rule),
            nearest(exception.rule, catalogue)
            or tell("`policygen explain` lists the rules and their codes"),
        )

    def _no_clause(self, path: str, exception: RuleException) -> Problem:
        return self._at(
            f"{path}.clause",
            "EXC102",
            tell("“{clause}” is not a part of the policy", clause=exception.clause_),
            nearest(exception.clause_, self._subject.project.spans)
            or tell("write the path of a field, such as `channels.phone.reply`"),
        )

    def _expired(self, path: str, exception: RuleException) -> Problem:
        return replace(
            self._at(
                f"{path}.until",
                "EXC104",
                tell("this exception ended on {day}", day=exception.until),
                tell("mend what it accepted and delete it, or agree on a later day"),
            ),
            severity=Severity.WARNING,
        )

    def _at(self, path: str, code: str, message: Words, hint: Words) -> Problem:
        return Problem(code, message, place(path, self._subject), hint)
