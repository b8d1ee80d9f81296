"""Stamps of files: whether anything that a build reads was touched, without reading it."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from policygen.build.request import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_LEFT_OUT = ("__pycache__",)


def stamp(path: str | Path) -> Stamp | None:
    """Return the stamp of a file, or None when there is none or it cannot be looked at."""
    try:
        status = os.stat(path)  # noqa: PTH116 - called for hundreds of files; a Path costs more
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def snapshot(root: Path, names: Iterable[str]) -> dict[str, Stamp]:
    """Return the stamp of every file that `names` hold: files, and folders with all below them.

    names: relative to `root`, or absolute. A name that is not there contributes nothing, so a
    later snapshot differs as soon as it appears; a new file in a folder likewise.
    """
    stamps: dict[str, Stamp] = {}
    for name in names:
        top = os.path.join(root, name)  # noqa: PTH118 - as above
        for path, below in _files(top, name):
            if (found := stamp(path)) is not None:
                stamps[below] = found
    return stamps


def digest(stamps: Mapping[str, Stamp]) -> str:
    """Return one SHA-256 (hexadecimal) for a whole snapshot."""
    lines = "".join(f"{name}\0{tuple(stamps[name])}\n" for name in sorted(stamps))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 (hexadecimal) of a file's bytes, or "" when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _files(path: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield path and name of the file, or of every file below the folder.

    Links to folders are not followed: they could lead round in a circle.
    """
    try:
        entries = list(os.scandir(path))
    except NotADirectoryError:
        yield path, name
        return
    except OSError:
        return
    for entry in entries:
        if entry.name in _LEFT_OUT:
            continue
        below = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, below)
        else:
            yield entry.path, below
