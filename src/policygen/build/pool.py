"""Tasks on all cores: one that hangs, dies or eats the memory takes nothing else down."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING

from policygen.build.limits import Cause, Done, Failure, Limits, Task, call, call_in_worker
from policygen.build.limits import enter_worker as _enter_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence


def outcomes(
    function: Callable[[Task], Done],
    tasks: Sequence[Task],
    workers: int,
    limits: Limits,
    preload: Sequence[str] = (),
) -> Iterator[tuple[Task, Done | Failure]]:
    """Yield each task with what the function made of it, in the order they end.

    function: of a module, so that a worker can import it. workers: processes at most; with one,
    or one task, everything happens in this process, without a memory limit. preload: modules
    that the function needs, imported once for all workers.
    """
    if min(workers, len(tasks)) <= 1:
        yield from ((task, call(function, task, limits)) for task in tasks)
        return
    with local_pool(min(workers, len(tasks)), limits, preload) as pool:
        unfinished = yield from _outcomes_on(pool, function, tasks, limits)
    # The pool broke. Alone, each task finds out whether it was the guilty one.
    for task in unfinished:
        with local_pool(1, limits, preload) as pool:
            guilty = yield from _outcomes_on(pool, function, [task], limits)
        if guilty:
            yield task, Failure(Cause.DIED)


@contextlib.contextmanager
def local_pool(workers: int, limits: Limits, preload: Sequence[str] = ()) -> Iterator[Executor]:
    """Give worker processes of this machine; when the block is left early, they are killed.

    They are forked from a server process that has imported `preload` and has no threads, which
    is as quick as forking this one and safe on every system.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *preload])
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(workers, context, _enter_worker, (limits,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        raise
    pool.shutdown()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Start processes with Ctrl-C blocked, in them for good and here until the block ends.

    A worker that is interrupted while it imports would print a traceback; one whose build is
    interrupted while it starts would look for a build that is gone.
    """
    resource_tracker.ensure_running()  # now, because it unblocks Ctrl-C when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcomes_on(
    executor: Executor, function: Callable[[Task], Done], tasks: Sequence[Task], limits: Limits
) -> Generator[tuple[Task, Done | Failure], None, list[Task]]:
    """Yield outcomes as `outcomes` does, from any executor; return the tasks it broke down on."""
    futures: dict[Future[Done | Failure], Task] = {}
    unfinished: list[Task] = []
    with _deaf():
        for task in tasks:
            try:
                futures[executor.submit(call_in_worker, function, task, limits)] = task
            except BrokenExecutor:
                unfinished.append(task)
    for future in as_completed(futures):
        try:
            yield futures[future], future.result()
        except BrokenExecutor:
            unfinished.append(futures[future])
    return unfinished
