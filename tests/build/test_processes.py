"""Builds as whole processes: killed, at the same time, and in different surroundings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.build.projects import REPOSITORY, TINY, contents, copy_of, replace_text

HEAVY = ("babel", "docx", "jinja2", "lxml", "pikepdf", "pydantic", "weasyprint", "yaml")
PROGRAM = "import sys; from policygen.cli.main import main; sys.exit(main())"


def command(*words: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, *words]


def policygen(*words: str, **environment: str) -> str:
    """Run the program to its good end and return what it prints."""
    return subprocess.run(
        command(*words), capture_output=True, text=True, check=True, env=os.environ | environment
    ).stdout


def test_a_killed_build_leaves_whole_files_and_the_next_one_finishes(tmp_path: Path) -> None:
    clean = copy_of(TINY, tmp_path / "clean")
    policygen("build", str(clean))
    whole = contents(clean / "output")

    project = copy_of(TINY, tmp_path / "killed")
    for patience in (0.0, 0.2, 0.4):
        with subprocess.Popen(command("build", str(project)), stderr=subprocess.DEVNULL) as build:
            while build.poll() is None and not list(project.glob("output/*/*")):
                time.sleep(0.01)
            time.sleep(patience)
            build.send_signal(signal.SIGKILL)
        for name, data in contents(project / "output").items():
            if not name.endswith((".tmp", "index.html", "manifest.json")):
                assert data == whole[name]
    policygen("build", str(project))
    assert contents(project / "output") == whole


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    project = copy_of(TINY, tmp_path / "project")
    words = ("build", str(project), "--format", "html", "--json")
    with ThreadPoolExecutor() as threads:
        results = list(threads.map(lambda _: json.loads(policygen(*words)), range(2)))
    assert [result["problems"] for result in results] == [[], []]
    assert sorted(any(file["written"] for file in r["files"]) for r in results) == [False, True]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "SOURCE_DATE_EPOCH": "1"},
    ],
)
def test_the_same_input_gives_the_same_bytes_everywhere(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    here = copy_of(TINY, tmp_path / "here")
    there = copy_of(TINY, tmp_path / "a place" / "with a longer name")
    policygen("build", str(here))
    policygen("build", str(there), "--jobs", "1", **environment)
    assert contents(here / "output") == contents(there / "output")


def test_a_build_with_nothing_to_do_loads_nothing_heavy(tmp_path: Path) -> None:
    project = copy_of(TINY, tmp_path / "project")
    script = (
        "import sys\n"
        "from policygen.cli.main import main\n"
        "code = main(['build', sys.argv[1], '--format', 'html'])\n"
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)))\n"
        "sys.exit(code)\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script, str(project)], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert "yaml" in outputs[0].partition("loaded:")[2]
    assert outputs[1].startswith("Up to date: 4 files")
    assert outputs[1].endswith("loaded:\n")


def test_without_pango_one_problem_names_the_cure(tmp_path: Path) -> None:
    project = copy_of(TINY, tmp_path / "project")
    script = (
        "import sys, cffi, ctypes\n"
        "def missing(*arguments): raise OSError('cannot open shared object file')\n"
        "cffi.FFI.dlopen = missing\n"
        "ctypes.CDLL = missing\n"
        "from policygen.cli.main import main\n"
        "sys.exit(main(['build', sys.argv[1], '--jobs', '1', '--json']))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(project)], capture_output=True, text=True, check=False
    )
    data = json.loads(run.stdout)
    assert (run.returncode, run.stderr) == (3, "")
    (problem,) = data["problems"]
    assert problem["code"] == "RND101"
    assert "policygen doctor" in problem["hint"]


WITH_STAFF_RULES = {"agent-handbook", "long-policy", "playbook", "policy-manual"}
WITH_TERMS = {*WITH_STAFF_RULES, "customer-charter"}
WITH_TIMES = {
    *WITH_TERMS,
    "policy-formal",
    "policy-practice",
    "policy-welcome",
    "quick-reference-card",
    "service-protocol",
    "short-policy",
}


def test_one_changed_field_rebuilds_only_the_documents_that_show_it(tmp_path: Path) -> None:
    """The fields are the sample company's; each stands in the documents named and no others."""
    project = copy_of(REPOSITORY, tmp_path / "project")
    words = ("build", str(project), "--format", "html", "--language", "en", "--json")
    policygen(*words)
    for old, new, documents in (
        ("reply: within 2 h of receipt", "reply: within 3 h of receipt", WITH_TIMES),
        ("checked_every: 30 min", "checked_every: 20 min", WITH_TERMS),
        ("after: within 1 min", "after: within 2 min", WITH_STAFF_RULES),
        ("- Sum up what was agreed", "- Repeat what was agreed", WITH_STAFF_RULES),
    ):
        replace_text(project / "policy/channels.yaml", old, new)
        result = json.loads(policygen(*words))
        written = {file["document"] for file in result["files"] if file["written"]}
        assert written == documents, new
