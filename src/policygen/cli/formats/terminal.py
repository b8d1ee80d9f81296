"""Format `text`: places, excerpts, hints and a count, for people."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

from policygen.cli.language import here
from policygen.errors import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from policygen.errors import ExitCode, Problem

_PAPER: Final = 100
"""Columns where there is no terminal."""


def terminal(problems: Sequence[Problem], root: Path, _exit_code: ExitCode) -> str:
    """Return the problems as wide as the terminal behind the standard error, and their count.

    The lines carry colours, which `click.echo` takes away again where they are not wanted.
    """
    from policygen.build.source_lines import source_lines  # noqa: PLC0415 - seldom needed
    from policygen.cli.problems import counted, formatted  # noqa: PLC0415

    if not problems:
        return here(tell("No problems."))
    columns = shutil.get_terminal_size((_PAPER, 0)).columns if sys.stderr.isatty() else _PAPER
    return "\n".join([*formatted(problems, source_lines(root), columns), counted(problems)])
