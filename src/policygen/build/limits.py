"""Time and memory limits for one task, and for a worker process that must not outlive its build."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import multiprocessing
import multiprocessing.connection
import os
import resource
import signal
import threading
import traceback
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use. seconds: of real time. memory: bytes of a worker's address space."""

    seconds: int = 120
    memory: int = 2 * 1024**3


class Cause(Enum):
    """Why a task gave no result."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that gave no result. detail: the traceback of a fault, else ""."""

    cause: Cause
    detail: str = ""


class TimeIsUpError(BaseException):
    """Not an `Exception`, so that no library's `except Exception` can swallow it."""


_GRACE: Final = 10
"""Seconds after which a worker that does not even notice the time limit is ended."""


def call(function: Callable[[Task], Done], task: Task, limits: Limits) -> Done | Failure:
    """Return what the function makes of the task, or why it could not; it never raises.

    Only an interrupt by the user goes through.
    """
    try:
        with _time_limit(limits.seconds):
            return function(task)
    except KeyboardInterrupt:
        raise
    except TimeIsUpError:
        return Failure(Cause.TIME)
    except MemoryError:
        return Failure(Cause.MEMORY)
    except BaseException:  # noqa: BLE001 - WeasyPrint has errors that are no Exception
        return Failure(Cause.FAULT, traceback.format_exc())


def call_in_worker(function: Callable[[Task], Done], task: Task, limits: Limits) -> Done | Failure:
    """Do as `call`, and end the process when the task hangs where Python cannot interrupt it."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(limits.seconds + _GRACE, exit=True, file=nowhere)
        try:
            return call(function, task, limits)
        finally:
            faulthandler.cancel_dump_traceback_later()
            gc.collect()  # a layout is full of circles; what is left of it would pile up


def enter_worker(limits: Limits) -> None:
    """Prepare a worker process: memory limit, ending with its parent."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    # macOS knows the limit but refuses to set it; the time limit still holds there.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, most))
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    gc.freeze()  # what has been imported stays, so the collector need not look at it


@contextlib.contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeIsUpError in the block after so many seconds.

    Signals reach the main thread only, so in any other thread there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGALRM, _time_is_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def _time_is_up(*_: object) -> NoReturn:
    raise TimeIsUpError


def _leave_with_parent() -> None:
    """Wait for the end of the parent process and follow it: also when it was killed."""
    if (parent := multiprocessing.parent_process()) is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
