"""Files put in place whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, RenderError, Words, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PREFIX: Final = ".policygen-"
SUFFIX: Final = ".tmp"

_CAUSES: Final[Mapping[int, tuple[str, str, Words]]] = {
    errno.ENOSPC: ("OUT104", tell("the disk is full"), tell("make room and build again")),
    errno.EDQUOT: (
        "OUT104",
        tell("your share of the disk is used up"),
        tell("make room and build again"),
    ),
    errno.EFBIG: (
        "OUT104",
        tell("the disk does not take a file of this size"),
        tell("choose another disk"),
    ),
    errno.EROFS: (
        "OUT105",
        tell("the disk can only be read"),
        tell("choose another folder with --output"),
    ),
    errno.EISDIR: ("OUT106", tell("a folder of that name is in the way"), tell("move it away")),
    errno.ENOTDIR: ("OUT106", tell("a file is in the way of a folder"), tell("move it away")),
    errno.EEXIST: ("OUT106", tell("something of that name is in the way"), tell("move it away")),
    errno.ENOTEMPTY: ("OUT106", tell("a folder of that name is in the way"), tell("move it away")),
    errno.ENAMETOOLONG: (
        "OUT107",
        tell("the name is too long for this disk"),
        tell("give it a shorter id"),
    ),
}
_REFUSED: Final[tuple[str, str, Words]] = (
    "OUT103",
    tell("it is open in another program, or you may not write there"),
    tell(
        "close it there (Word, a PDF viewer) and build again, or choose another folder with "
        "--output"
    ),
)


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder, each replacing what was there; none is ever seen half written.

    files: path relative to `folder` -> content. All are written under temporary names first, so
    that a full disk or a forbidden folder leaves every old file as it was. Raises RenderError
    with the path and how to mend it.
    """
    ready: dict[str, Path] = {}
    try:
        for name, data in files.items():
            with _mended(name):
                ready[name] = _written_aside(folder / name, data)
        for name, temporary in ready.items():
            with _mended(name):
                temporary.replace(folder / name)
        for parent in {(folder / name).parent for name in files}:
            _settle(parent)
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)


def remove_litter(folder: Path) -> None:
    """Remove temporary files that a killed build left in the folder and those just below it."""
    for pattern in (f"{PREFIX}*{SUFFIX}", f"*/{PREFIX}*{SUFFIX}"):
        for path in folder.glob(pattern):
            with contextlib.suppress(OSError):
                path.unlink()


def problem_of(error: OSError, path: str, *, removal: bool = False) -> Problem:
    """Return what the system's refusal to write (or, as a `removal`, to remove) `path` means."""
    if isinstance(error, PermissionError):
        code, cause, hint = _REFUSED
    else:
        other = (
            "OUT107",
            error.strerror or tell("the system refused"),
            tell("choose another with --output"),
        )
        code, cause, hint = _CAUSES.get(error.errno or 0, other)
    return Problem(
        code,
        tell("“{path}” cannot be removed: {cause}", path=path, cause=cause)
        if removal
        else tell("“{path}” cannot be written: {cause}", path=path, cause=cause),
        hint=hint,
    )


@contextlib.contextmanager
def _mended(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RenderError(problem_of(error, path)) from error


def _written_aside(target: Path, data: bytes) -> Path:
    """Write the data beside the target, safely on the disk, and return where."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{PREFIX}{os.getpid()}-{target.name}{SUFFIX}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):  # whoever may read a file may read its successor
            shutil.copymode(target, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _settle(folder: Path) -> None:
    """Make the new names in a folder survive a power cut; not every file system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
