from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from policygen.build.lock import locked
from policygen.errors import RenderError

HOLDER = (
    "import sys\n"
    "from pathlib import Path\n"
    "from policygen.build.lock import locked\n"
    "with locked(Path(sys.argv[1]), lambda: None):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


def held(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_build_waits_until_the_first_has_ended(tmp_path: Path) -> None:
    told = []
    with held(tmp_path) as first:

        def waiting() -> None:
            told.append("waiting")
            assert first.stdin is not None
            first.stdin.close()

        with locked(tmp_path, waiting):
            assert first.wait() == 0
    assert told == ["waiting"]


def test_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    with held(tmp_path) as first:
        first.kill()
    with locked(tmp_path, lambda: pytest.fail("nobody holds the lock")):
        pass


def test_patience_has_an_end(tmp_path: Path) -> None:
    with held(tmp_path) as first:
        with (
            pytest.raises(RenderError, match="OUT109 another build"),
            locked(tmp_path, lambda: None, patience=0),
        ):
            pytest.fail("the lock is held")
        first.kill()


def test_a_project_that_can_only_be_read_needs_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with locked(tmp_path / "file", lambda: pytest.fail("nobody holds the lock")):
        pass
