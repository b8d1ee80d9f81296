"""Overriding: a copy of a template that ships, put into the project, which uses it from then on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from policygen.build.atomic import replace_files
from policygen.config import settings_file
from policygen.errors import Problem, SettingsError, Span, nearest, tell
from policygen.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "templates"


def override(root: Path, name: str) -> str:
    """Copy a template, part or skin file into the project; return its path below the project.

    name: as in `parts/closing.xml`, with or without `templates/` in front. Raises SettingsError
    when there is no project or no such file, or when the project has its own already, and
    RenderError when the disk does not take the file.
    """
    settings_file(root, tell("go to your project's folder, or name it behind the template"))
    known = templates()
    relative = name.removeprefix(f"{FOLDER}/")
    if relative not in known:
        raise SettingsError(
            Problem(
                "OVR101",
                tell("no template “{name}” ships", name=name),
                hint=nearest(relative, known),
            )
        )
    path = f"{FOLDER}/{relative}"
    if os.path.lexists(root / path):
        raise SettingsError(
            Problem(
                "OVR102",
                tell("your project has this file already"),
                Span(path),
                tell("edit it; to start again from the one that ships, delete it first"),
            )
        )
    replace_files(root, {path: (shipped() / path).read_bytes()})
    return path


def templates() -> frozenset[str]:
    """Return the names of all files below `templates` that ship."""
    folder = shipped() / FOLDER
    return frozenset(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
