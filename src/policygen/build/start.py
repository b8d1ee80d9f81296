"""Starting a project: an example's files in a folder of their own, all of them or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen.build.atomic import PREFIX, SUFFIX, problem_of
from policygen.config import SETTINGS_FILE
from policygen.errors import Problem, RenderError, SettingsError, Words, tell
from policygen.new import NewProject, new_project

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NewProject", "start"]

_INVISIBLE: Final = "C"
"""The first letter of the Unicode categories of what nobody can see or type on purpose."""


def start(folder: str, example: str, language: str) -> NewProject:
    """Put a project like an example into a folder that is new or empty; return what was put there.

    folder: as the user typed it. Raises SettingsError when the folder, the example or the
    language cannot be used, and RenderError when the disk does not take the files. Then nothing
    has changed.
    """
    place = _place(folder)
    project = new_project(example, language)
    try:
        _put(place, project.files)
    except OSError as error:
        problem = problem_of(error, folder)
        hint = tell("nothing was made; mend this, or choose another folder")
        raise RenderError(replace(problem, hint=hint)) from error
    return project


def _place(folder: str) -> Path:
    """Return the folder's path, all links above it resolved; SettingsError unless it is usable."""
    if not folder or any(unicodedata.category(c).startswith(_INVISIBLE) for c in folder):
        raise _unusable(
            "NEW111", tell("the name of the folder is empty or has invisible characters")
        )
    path = Path(folder)
    try:
        if path.is_symlink():
            raise _unusable("NEW112", tell("“{folder}” is a link to another place", folder=folder))
        if path.exists() and not path.is_dir():
            raise _unusable("NEW113", tell("“{folder}” is a file", folder=folder))
        if path.exists() and any(path.iterdir()):
            raise _unusable(
                "NEW114", tell("there are files in the folder “{folder}” already", folder=folder)
            )
        return path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link above it to itself
        raise _unusable(
            "NEW115", tell("the folder “{folder}” cannot be used", folder=folder)
        ) from error


def _unusable(code: str, message: Words) -> SettingsError:
    hint = tell(
        "name a folder that does not exist yet, or an empty one; nothing is ever overwritten"
    )
    return SettingsError(Problem(code, message, hint=hint))


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files under a temporary name, then let them take their place."""
    exists = folder.exists()
    aside = (folder if exists else folder.parent) / f"{PREFIX}{os.getpid()}{SUFFIX}"
    above = [parent for parent in folder.parents if not parent.exists()]
    try:
        for name, data in files.items():
            target = aside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if exists:
            _move_out(aside)
        else:
            aside.rename(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        for parent in above:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


def _move_out(aside: Path) -> None:
    """Move everything one folder up, into somebody's empty folder, which itself must stay.

    It may be a working folder or a disk of its own. The settings come last: without them it is
    no project yet.
    """
    parts = sorted(aside.iterdir(), key=lambda part: (part.name == SETTINGS_FILE, part))
    try:
        for part in parts:
            part.rename(aside.parent / part.name)
        aside.rmdir()
    except BaseException:
        for part in parts:
            if not part.exists():
                (aside.parent / part.name).rename(part)
        raise
