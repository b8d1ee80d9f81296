"""How `policygen check` says what it found: for people, programs, code scanners and GitHub.

Each format is one function from the problems, the project's folder and the exit code to text.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.cli.formats.github import github
from policygen.cli.formats.json_object import json_object
from policygen.cli.formats.sarif import sarif
from policygen.cli.formats.terminal import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from policygen.errors import ExitCode, Problem

    Format = Callable[[Sequence[Problem], Path, ExitCode], str]

TEXT: Final = "text"

FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        TEXT: terminal,
        "json": json_object,
        "sarif": sarif,
        "github": github,
    }
)
"""Name, as `--output-format` has it -> the function that writes it."""


def printed(
    problems: Sequence[Problem], root: Path, exit_code: ExitCode, output_format: str
) -> str:
    """Return what to print about the problems of the project in `root`, "" for nothing.

    output_format: a key of FORMATS. The text has no line feed at its end.
    """
    return FORMATS[output_format](problems, root, exit_code)
