"""The rules behind problems, and where their files stand for somebody in this folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygen.checks.rules import Rule
    from policygen.errors import Problem


def rules_of(problems: Iterable[Problem]) -> dict[str, Rule]:
    """Return code -> rule for the problems that a rule found, in the order of the codes."""
    from policygen.checks.families import RULES  # noqa: PLC0415 - so that --help is quick

    codes = {problem.code for problem in problems}
    found = {rule.code: rule for rule in RULES if rule.code in codes}
    return {code: found[code] for code in sorted(found)}


def file_from_here(file: str, root: Path) -> str:
    """Return a file of the project as seen from the folder the program was started in, with `/`.

    Where the project is not below that folder, the file is as seen from the project: code
    scanners and GitHub know no places outside the folder they work in.
    """
    try:
        return (root.resolve() / file).relative_to(Path.cwd().resolve()).as_posix()
    except (OSError, ValueError):
        return file
