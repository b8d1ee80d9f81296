from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policygen.build.atomic import problem_of, remove_litter, replace_files
from policygen.errors import RenderError

REPOSITORY = Path(__file__).parents[2]


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_files_replace_what_was_there(tmp_path: Path) -> None:
    replace_files(tmp_path, {"en/a.pdf": b"old", "de/a.pdf": b"alt"})
    replace_files(tmp_path, {"en/a.pdf": b"new"})
    assert files(tmp_path) == {"en/a.pdf": b"new", "de/a.pdf": b"alt"}


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "private.txt"
    elsewhere.write_bytes(b"mine")
    (tmp_path / "a.pdf").symlink_to(elsewhere)
    replace_files(tmp_path, {"a.pdf": b"new"})
    assert elsewhere.read_bytes() == b"mine"
    assert not (tmp_path / "a.pdf").is_symlink()


def test_files_have_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    replace_files(tmp_path, {"a.pdf": b"new"})
    (tmp_path / "plain").touch()
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize(
    ("obstacle", "code"),
    [("en/b.pdf/inside", "OUT106"), ("en", "OUT106")],
    ids=["a folder in place of the file", "a file in place of the folder"],
)
def test_an_obstacle_leaves_every_file_as_it_was(tmp_path: Path, obstacle: str, code: str) -> None:
    replace_files(tmp_path, {"de/a.pdf": b"old", obstacle: b"in the way"})
    before = files(tmp_path)
    with pytest.raises(RenderError) as caught:
        replace_files(tmp_path, {"de/a.pdf": b"new", "en/b.pdf": b"new"})
    (problem,) = caught.value.problems
    assert (problem.code, "en/b.pdf" in problem.message) == (code, True)
    assert problem.hint
    assert files(tmp_path) == before


def test_a_file_larger_than_the_disk_takes_leaves_the_old_one(tmp_path: Path) -> None:
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from policygen.build.atomic import replace_files\n"
        "from policygen.errors import RenderError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    replace_files(Path(sys.argv[1]), {'a.pdf': b'new', 'b.pdf': b'x' * 2000})\n"
        "except RenderError as error:\n"
        "    print(error)\n"
    )
    (tmp_path / "a.pdf").write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("OUT104 “b.pdf” cannot be written")
    assert files(tmp_path) == {"a.pdf": b"old"}


def test_a_killed_write_leaves_whole_files_and_litter_that_can_be_removed(tmp_path: Path) -> None:
    old, new = b"old" * 1000, b"new" * 1000
    names = [f"en/{number}.pdf" for number in range(40)]
    replace_files(tmp_path, dict.fromkeys(names, old))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from policygen.build.atomic import replace_files\n"
        "names = [f'en/{number}.pdf' for number in range(40)]\n"
        "contents = (b'new' * 1000, b'old' * 1000)\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for content in contents:\n"
        "        replace_files(Path(sys.argv[1]), dict.fromkeys(names, content))\n"
    )
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
        assert all((tmp_path / name).read_bytes() in {old, new} for name in names)
    (tmp_path / "en" / ".policygen-1-x.pdf.tmp").write_bytes(b"half")
    remove_litter(tmp_path)
    assert sorted(files(tmp_path)) == sorted(names)
    assert not list(tmp_path.rglob(".policygen-*"))


def test_litter_of_others_is_left_alone(tmp_path: Path) -> None:
    mine = [tmp_path / "note.tmp", tmp_path / ".policygen-notes", tmp_path / "a" / "b" / "x.tmp"]
    mine[2].parent.mkdir(parents=True)
    for path in mine:
        path.touch()
    remove_litter(tmp_path)
    assert all(path.exists() for path in mine)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "OUT104"),
        (errno.EDQUOT, "OUT104"),
        (errno.EROFS, "OUT105"),
        (errno.EACCES, "OUT103"),
        (errno.EPERM, "OUT103"),
        (errno.EISDIR, "OUT106"),
        (errno.ENAMETOOLONG, "OUT107"),
        (errno.EIO, "OUT107"),
    ],
)
def test_every_refusal_of_the_system_says_how_to_mend_it(number: int, code: str) -> None:
    problem = problem_of(OSError(number, os.strerror(number)), "en/a.pdf")
    assert problem.code == code
    assert "“en/a.pdf”" in problem.message
    assert problem.hint
