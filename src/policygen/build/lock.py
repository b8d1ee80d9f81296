"""One build of a project at a time."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from typing import IO, TYPE_CHECKING, Final

from policygen.errors import Problem, RenderError, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCK: Final = "lock"
PATIENCE: Final = 600.0
"""Seconds to wait for another build."""
_PAUSE: Final = 0.1


@contextlib.contextmanager
def locked(folder: Path, waiting: Callable[[], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock in a folder; the system releases it also when the process is killed.

    waiting: called once when another build holds it. patience: seconds to wait then; after that a
    RenderError says so. A folder that cannot be written to cannot be locked, and need not be:
    what follows is about to fail or writes elsewhere.
    """
    try:
        folder.mkdir(exist_ok=True)
        # Never through a link, and without emptying what is there: it might be somebody's file.
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        file = os.fdopen(os.open(folder / LOCK, flags, 0o644), "rb+")
    except OSError:
        yield
        return
    with file:
        if not _taken(file):
            waiting()
            _wait(file, patience)
        yield


def _taken(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(file: IO[bytes], patience: float) -> None:
    deadline = time.monotonic() + patience
    while not _taken(file):
        if time.monotonic() > deadline:
            raise RenderError(
                Problem(
                    "OUT109",
                    tell("another build of this project is still running"),
                    hint=tell("wait until it ends, or stop it, and build again"),
                )
            )
        time.sleep(_PAUSE)
