"""Mending: what has exactly one right answer is put right in the project's own files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen.build.atomic import replace_files
from policygen.build.inspection import inspection
from policygen.errors import PolicygenError, Problem, Severity, Span, tell
from policygen.source.fix import mended

if TYPE_CHECKING:
    from policygen.checks.request import CheckRequest

_OVERLAY: Final = "OVL"
"""What the codes of problems begin with that are between an overlay and its base."""

_ROUNDS: Final = 20
"""A mistake can hide others, which come to light when it is mended; never so many times."""


@dataclass(frozen=True, slots=True)
class Change:
    """What mending makes of a file."""

    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Mending:
    """What can be mended in a project.

    changes: file -> its change. count: how many problems that mends. problems: why other files
    stay as they are.
    """

    changes: Mapping[str, Change]
    count: int
    problems: tuple[Problem, ...] = ()


def mending(root: Path, overlay: str, request: CheckRequest) -> Mending:
    """Return what can be mended in the project in `root`; nothing is written.

    Each round reads the project as the rounds before have left it, until nothing is left.
    """
    unsaved: dict[str, bytes] = {}
    count = 0
    refused: dict[str, Problem] = {}
    for _ in range(_ROUNDS):
        problems = _mendable(_problems(root, overlay, request, unsaved))
        changed = 0
        for file in sorted({problem.fix[0].span.file for problem in problems} - refused.keys()):
            if not _is_own(root, file):
                refused[file] = _elsewhere(file)
                continue
            data = unsaved[file] if file in unsaved else (root / file).read_bytes()
            result = mended(data, file, problems)
            if result.data != data:
                unsaved[file] = result.data
                changed += result.number
        count += changed
        if not changed:
            break
    changes = {file: Change((root / file).read_bytes(), data) for file, data in unsaved.items()}
    return Mending(changes, count, tuple(refused.values()))


def save(root: Path, changes: Mapping[str, Change]) -> None:
    """Write changed files, all of them or none; RenderError when the disk does not take them."""
    folder = root.resolve()
    replace_files(
        folder,
        {
            (root / file).resolve().relative_to(folder).as_posix(): change.after
            for file, change in changes.items()
        },
    )


def _mendable(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that can be mended now.

    An overlay may be right where what it changes is misspelt, so its turn comes last.
    """
    found = list(problems)
    others = [p for p in found if not p.code.startswith(_OVERLAY)]
    wrong = any(p.severity is Severity.ERROR for p in others)
    return [problem for problem in (others if wrong else found) if problem.fix]


def _problems(
    root: Path, overlay: str, request: CheckRequest, unsaved: Mapping[str, bytes]
) -> Iterable[Problem]:
    try:
        return inspection(root, overlay, request, unsaved)
    except PolicygenError as error:
        return error.problems


def _is_own(root: Path, file: str) -> bool:
    """Whether a file is in the project's folder, also when a link leads to it."""
    try:
        path = (root / file).resolve(strict=True)
        return path.is_file() and path.is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a link to itself
        return False


def _elsewhere(file: str) -> Problem:
    return Problem(
        "FIX101",
        tell("“{file}” is not in the project's folder, so it was not changed", file=file),
        Span(file),
        tell("mend it by hand where it is, or put a copy into the project"),
        Severity.WARNING,
    )
