"""Tasks that behave badly, in a module that worker processes can import."""

from __future__ import annotations

import contextlib
import os
import signal
import time


def act(task: str) -> str:
    """Do what the task says and return it."""
    match task.partition(" ")[0]:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "sleep":
            time.sleep(60)
        case "swallow":
            _swallow()
        case "eat":
            return str(len(bytearray(4 * 1024**3)))
        case "raise":
            raise ValueError(task)
        case "leave":
            raise SystemExit(task)
    return task


def process(_: str) -> int:
    """Return the id of the process that does the task."""
    return os.getpid()


def _swallow() -> None:
    while True:
        with contextlib.suppress(Exception):  # as careless libraries do
            time.sleep(60)
