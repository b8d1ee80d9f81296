"""Format `sarif`: what code scanners exchange, the Static Analysis Results Interchange Format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from policygen import __version__
from policygen.cli.formats.rules import file_from_here, rules_of
from policygen.cli.language import here, here_text
from policygen.errors import Edit, ExitCode, Problem, Severity, Span, ordered, tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from policygen.checks.rules import Rule

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"
_ROOT_IS: Final = tell("The folder that was checked.")
_LEVELS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning"}
)


def sarif(problems: Sequence[Problem], root: Path, exit_code: ExitCode) -> str:
    """Return a SARIF 2.1.0 log with one run: the rules that found something, and the problems."""
    rules = rules_of(problems)
    driver = {
        "name": "policygen",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules.values()],
    }
    places = {code: index for index, code in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "exitCode": int(exit_code)}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": here(tell("The folder that was checked."))}}
        },
        "results": [_result(problem, places, root) for problem in ordered(problems)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    severity = rule.severity or Severity.WARNING
    return {
        "id": rule.code,
        "shortDescription": {"text": here(rule.title)},
        "fullDescription": {"text": here_text(rule.why)},
        "defaultConfiguration": {
            "enabled": rule.severity is not None,
            "level": _LEVELS[severity],
        },
    }


def _result(problem: Problem, places: Mapping[str, int], root: Path) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": problem.code}
    if problem.code in places:
        result["ruleIndex"] = places[problem.code]
    result["level"] = _LEVELS[problem.severity]
    result["message"] = {
        "text": "\n".join(filter(None, [here(problem.message), here(problem.hint)]))
    }
    if problem.span:
        result["locations"] = [_location(problem.span, root)]
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, **_location(span, root), "message": {"text": here(why)}}
            for number, (span, why) in enumerate(problem.related)
        ]
    if problem.fix:
        result["fixes"] = [_fix(problem.fix, root)]
    return result


def _location(span: Span, root: Path) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(span.file, root)}
    if span.line:
        physical["region"] = _region(span)
    return {"physicalLocation": physical}


def _artifact(file: str, root: Path) -> dict[str, str]:
    return {"uri": quote(file_from_here(file, root), errors="replace"), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    start = max(span.column, 1)
    return {"startLine": span.line, "startColumn": start, "endColumn": start + span.length}


def _fix(edits: Sequence[Edit], root: Path) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.span.file, []).append(replacement)
    return {
        "artifactChanges": [
            {"artifactLocation": _artifact(file, root), "replacements": replacements}
            for file, replacements in changes.items()
        ]
    }
