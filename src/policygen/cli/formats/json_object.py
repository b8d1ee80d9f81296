"""Format `json`: one object with the exit code and every problem, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policygen.cli.formats.rules import rules_of
from policygen.cli.language import here
from policygen.errors import ExitCode, Problem, ordered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def json_object(problems: Sequence[Problem], _root: Path, exit_code: ExitCode) -> str:
    """Return `exit_code` and `problems`, sorted by place; each of a rule has the rule's title."""
    from policygen.build.memory import problem_data  # noqa: PLC0415 - so that --help is quick

    rules = rules_of(problems)
    found = [
        {
            "code": problem.code,
            "title": here(rules[problem.code].title) if problem.code in rules else "",
            **problem_data(problem, here),
        }
        for problem in ordered(problems)
    ]
    data = {"exit_code": int(exit_code), "problems": found}
    return json.dumps(data, ensure_ascii=False, indent=2)
