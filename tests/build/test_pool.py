from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from policygen.build.limits import Cause, Failure, Limits
from policygen.build.pool import local_pool, outcomes
from tests.build.pool_tasks import act, process

REPOSITORY = Path(__file__).parents[2]
SHORT = Limits(seconds=1)


def causes(tasks: list[str], workers: int) -> dict[str, str | Cause]:
    return {
        task: outcome.cause if isinstance(outcome, Failure) else outcome
        for task, outcome in outcomes(act, tasks, workers, SHORT)
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_fails_leaves_the_others_alone(workers: int) -> None:
    tasks = ["work 1", "raise 2", "sleep 3", "swallow 4", "leave 5", "work 6"]
    assert causes(tasks, workers) == {
        "work 1": "work 1",
        "raise 2": Cause.FAULT,
        "sleep 3": Cause.TIME,
        "swallow 4": Cause.TIME,
        "leave 5": Cause.FAULT,
        "work 6": "work 6",
    }


def test_a_worker_that_dies_takes_only_its_own_task_down() -> None:
    tasks = ["work 1", "die 2", "work 3", "work 4", "work 5", "die 6", "work 7"]
    assert causes(tasks, 2) == {
        task: Cause.DIED if task.startswith("die") else task for task in tasks
    }


def test_a_worker_has_no_more_memory_than_the_limit() -> None:
    assert causes(["eat 1", "work 2"], 2) == {"eat 1": Cause.MEMORY, "work 2": "work 2"}


def test_a_fault_keeps_its_traceback() -> None:
    ((_, outcome),) = outcomes(act, ["raise me"], 1, SHORT)
    assert isinstance(outcome, Failure)
    assert outcome.detail.endswith("ValueError: raise me\n")


def test_one_task_needs_no_other_process() -> None:
    assert list(outcomes(process, ["only"], 8, SHORT)) == [("only", os.getpid())]


def test_workers_are_gone_when_the_work_is_given_up() -> None:
    worker = 0
    with suppress(KeyboardInterrupt), local_pool(1, Limits()) as pool:
        worker = pool.submit(process, "").result()
        pool.submit(act, "sleep")
        raise KeyboardInterrupt
    assert is_gone(worker)


def test_workers_do_not_outlive_a_killed_build() -> None:
    script = (
        "from policygen.build.limits import Limits\n"
        "from policygen.build.pool import local_pool\n"
        "from tests.build.pool_tasks import act, process\n"
        "with local_pool(1, Limits()) as pool:\n"
        "    print(pool.submit(process, '').result(), flush=True)\n"
        "    pool.submit(act, 'sleep').result()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    ) as build:
        assert build.stdout is not None
        worker = int(build.stdout.readline())
        build.kill()
    assert is_gone(worker)


def is_gone(process_id: int) -> bool:
    """Wait, with patience for a busy machine, until a process has ended."""
    for _ in range(300):
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
