"""What the commands print: problems for people, or one JSON object for programs."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any, Final

from policygen.cli.console import say
from policygen.cli.language import here
from policygen.errors import ExitCode, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_PAPER: Final = 100
"""Columns where there is no terminal."""


def print_problems(problems: Iterable[Problem], root: Path) -> None:
    """Print problems with their places to the standard error."""
    from policygen.build.source_lines import source_lines  # noqa: PLC0415 - seldom needed
    from policygen.cli.problems import counted, formatted  # noqa: PLC0415

    found = tuple(problems)
    columns = shutil.get_terminal_size((_PAPER, 0)).columns if sys.stderr.isatty() else _PAPER
    for line in formatted(found, source_lines(root), columns):
        say(line, err=True)
    if found:
        say(counted(found), err=True)


def print_json(
    exit_code: ExitCode, problems: Iterable[Problem], more: Mapping[str, Any] | None = None
) -> None:
    """Print one JSON object to the standard output: exit code, problems, and what else there is."""
    from policygen.build.memory import problem_data  # noqa: PLC0415 - seldom needed
    from policygen.errors import ordered  # noqa: PLC0415

    data = {
        "exit_code": int(exit_code),
        **(more or {}),
        "problems": [problem_data(problem, here) for problem in ordered(problems)],
    }
    say(json.dumps(data, ensure_ascii=False, indent=2))
