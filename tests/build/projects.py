"""Projects to build in tests, and a short way to build them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from policygen.build import run
from policygen.build.listener import Listener, Silence
from policygen.build.request import Request, Result

REPOSITORY = Path(__file__).parents[2]
TINY = REPOSITORY / "tests" / "projects" / "tiny"
"""Two documents, `note` (with the e-mail's time) and `times` (with all times), in two languages."""
PAGES = ("de/note.html", "de/times.html", "en/note.html", "en/times.html")
"""All of its HTML files."""


def copy_of(project: Path, place: Path) -> Path:
    """Copy the sources of a project to a folder and return it."""
    for name in ("policygen.yaml", "policy", "templates", "locales"):
        source = project / name
        if source.is_dir():
            shutil.copytree(source, place / name)
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place / name)
    return place


def built(project: Path, listener: Listener | None = None, **options: Any) -> Result:
    """Build a project in this process, HTML only unless `formats` says otherwise."""
    options = {"formats": ("html",), "jobs": 1, **options}
    return run(Request(project, **options), listener or Silence())


def replace_text(path: Path, old: str, new: str) -> None:
    """Change a file as an editor would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return relative path -> bytes of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
