"""What a project remembers of its last check: `.policygen/check.json`.

Like that of a build, this memory only ever saves work: it answers when nothing was touched since
that a check reads, and the same is asked on the same day. Editors and hooks ask often.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, Final

from policygen.build.environment import program_stamps
from policygen.build.inputs import SOURCES
from policygen.build.memory import FOLDER, problem_from, save, stored_problem
from policygen.build.snapshot import digest, snapshot
from policygen.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from policygen.checks.request import CheckRequest
    from policygen.errors import Problem

_FILE: Final = "check.json"
_LAYOUT: Final = 1
"""Raised whenever the shape of the file changes."""


class CheckMemory:
    """The last check of the project in `root`, and the stamps of what the next one would read.

    The stamps are taken before anything is read, so that a file saved meanwhile does not pass for
    checked. overlay, request: as for `policygen.build.inspect`.
    """

    def __init__(self, root: Path, overlay: str, request: CheckRequest) -> None:
        self._path = root / FOLDER / _FILE
        self._root = root
        self._key = {"layout": _LAYOUT, "overlay": overlay, "request": repr(request)}
        self._last = _read(self._path)
        self._named = tuple(self._last.get("named", ()))
        self._stamps = self._inputs()

    def recall(self) -> list[Problem] | None:
        """Return the problems of the last check where they still hold, else None."""
        expected = {**self._key, "inputs": self._stamps}
        if any(self._last.get(name) != value for name, value in expected.items()):
            return None
        try:
            return [problem_from(item) for item in self._last["problems"]]
        except (KeyError, TypeError, ValueError):
            return None

    def remember(self, named: Iterable[str], problems: Iterable[Problem]) -> None:
        """Write down what a check found; a project that may not be written to has no memory.

        named: the files that the settings name, relative to the project. Where they are others
        than last time, they have no stamps yet, and the next check does everything once more.
        """
        named = tuple(named)
        data = {
            **self._key,
            "inputs": self._stamps if named == self._named else "",
            "named": named,
            "problems": [stored_problem(problem) for problem in problems],
        }
        with contextlib.suppress(RenderError):
            text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
            save(self._root, _FILE, text.encode())

    def _inputs(self) -> str:
        stamps = snapshot(self._root, (*SOURCES, *self._named))
        return digest(stamps | program_stamps())


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
