"""Builds as whole processes: killed, at the same time, and in different surroundings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.projects import REPOSITORY, TINY, contents, copy_of, replace_text

HEAVY = ("babel", "docx", "jinja2", "lxml", "pikepdf", "pydantic", "weasyprint", "yaml")
PROGRAM = "import sys; from policygen.cli.main import main; sys.exit(main())"


def policygen(*words: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def test_a_killed_build_leaves_whole_files_and_the_next_one_finishes(tmp_path: Path) -> None:
    clean = copy_of(TINY, tmp_path / "clean")
    assert policygen("build", str(clean)).wait() == 0
    whole = contents(clean / "output")

    project = copy_of(TINY, tmp_path / "killed")
    for patience in (0.0, 0.2, 0.4):
        with policygen("build", str(project), "--jobs", "2") as build:
            while build.poll() is None and not list(project.glob("output/*/*")):
                time.sleep(0.01)
            time.sleep(patience)
            build.send_signal(signal.SIGKILL)
        for name, data in contents(project / "output").items():
            if not name.endswith((".tmp", "index.html", "manifest.json")):
                assert data == whole[name]
    assert policygen("build", str(project)).wait() == 0
    assert contents(project / "output") == whole


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    project = copy_of(TINY, tmp_path / "project")
    builds = [policygen("build", str(project), "--format", "html", "--json") for _ in range(2)]
    results = [json.loads(build.communicate()[0]) for build in builds]
    assert [build.returncode for build in builds] == [0, 0]
    assert sorted(any(file["written"] for file in r["files"]) for r in results) == [False, True]
    assert results[0]["output"] == results[1]["output"] == "output"


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
    assert policygen("build", str(here)).wait() == 0
    assert policygen("build", str(there), "--jobs", "1", **environment).wait() == 0
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


def test_one_reply_time_rebuilds_only_the_documents_that_show_it(tmp_path: Path) -> None:
    """The sample company's voicemail time is in these documents and no others."""
    project = copy_of(REPOSITORY, tmp_path / "project")
    words = ("build", str(project), "--format", "html", "--language", "en", "--json")
    assert policygen(*words).wait() == 0
    replace_text(
        project / "policy/channels.yaml", "reply: within 2 h of receipt", "reply: within 3 h"
    )
    result = json.loads(policygen(*words).communicate()[0])
    written = {file["document"] for file in result["files"] if file["written"]}
    assert written == {"long-policy", "agent-handbook", "customer-charter"}
