from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policygen.cli.main import main
from tests.build.projects import TINY, copy_of, replace_text

PROGRAM = [
    sys.executable,
    "-c",
    "import sys; from policygen.cli.main import main; sys.exit(main())",
]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path / "tiny")


def policygen(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def no_traceback(text: str) -> bool:
    return "Traceback" not in text and 'File "' not in text


# ------------------------------------------------------------------- exit codes


def works(_: Path) -> None:
    pass


def typo_in_a_key(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "purpose:", "porpose:")


def broken_template(tiny: Path) -> None:
    replace_text(tiny / "templates/documents/note.xml", "{{ policy.purpose }}", "{{ nothing }}")


def broken_catalog(tiny: Path) -> None:
    replace_text(tiny / "locales/de/LC_MESSAGES/policy.po", 'msgctxt "purpose"', "mein Text")


def no_settings(tiny: Path) -> None:
    (tiny / "policygen.yaml").unlink()


def output_among_sources(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "theme:", "output: policy/out\ntheme:")


def output_is_a_file(tiny: Path) -> None:
    (tiny / "output").write_text("in the way")


def output_file_is_a_folder(tiny: Path) -> None:
    (tiny / "output/de/note.html").mkdir(parents=True)


def unknown_character(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "what we do", "what ก does")


@pytest.mark.parametrize(
    ("prepare", "words", "code", "says"),
    [
        (works, ["--format", "html"], 0, "4 written"),
        (works, ["--final"], 1, "CTL101"),
        (works, ["--strict"], 1, "TRN101"),
        (typo_in_a_key, [], 1, "did you mean `purpose`?"),
        (broken_template, [], 1, "templates/documents/note.xml:4"),
        (broken_catalog, [], 1, "CAT101"),
        (no_settings, [], 2, "SET101"),
        (works, ["--document", "nota"], 2, "did you mean `note`?"),
        (works, ["--format", "odt"], 2, "SEL103"),
        (works, ["--output", "."], 2, "OUT101"),
        (works, ["--draft", "--final"], 2, "exclude each other"),
        (works, ["--jobs", "many"], 2, "--jobs"),
        (works, ["--nonsense"], 2, "--nonsense"),
        (output_among_sources, [], 2, "policygen.yaml:3:9 OUT101"),
        (output_is_a_file, [], 2, "OUT106"),
        (output_file_is_a_folder, ["--format", "html"], 3, "OUT106 “de/note.html”"),
        (unknown_character, ["--format", "pdf", "--jobs", "2"], 3, "ก"),
    ],
)
def test_the_exit_code_says_how_a_build_went(  # noqa: PLR0913, PLR0917 - a table
    tiny: Path, capsys: pytest.CaptureFixture[str], prepare: object, words: list[str], code: int,
    says: str,
) -> None:  # fmt: skip
    assert callable(prepare)
    prepare(tiny)
    assert main(["build", str(tiny), "--jobs", "1", *words]) == code
    printed = "".join(capsys.readouterr())
    assert says in printed
    assert no_traceback(printed)


@pytest.mark.parametrize(
    ("prepare", "code", "says"),
    [(works, 0, "No problems."), (typo_in_a_key, 1, "porpose"), (no_settings, 2, "SET101")],
)
def test_check_reads_and_makes_nothing(
    tiny: Path, capsys: pytest.CaptureFixture[str], prepare: object, code: int, says: str
) -> None:
    assert callable(prepare)
    prepare(tiny)
    before = sorted(tiny.rglob("*"))
    for _ in range(2):
        assert main(["check", str(tiny)]) == code
        assert says in "".join(capsys.readouterr())
    memory = tiny / ".policygen"
    assert [p for p in sorted(tiny.rglob("*")) if memory not in (p, *p.parents)] == before


def test_doctor_finds_this_machine_fit(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tiny)]) == 0
    printed = capsys.readouterr().out
    assert "ok       Pango" in printed
    assert "Catalog de, policy: 2 of 2 translated" in printed


# -------------------------------------------------------------------------- JSON


def test_json_is_all_there_is_on_the_standard_output(tiny: Path) -> None:
    run = policygen("build", str(tiny), "--format", "html", "--json")
    data = json.loads(run.stdout)
    assert (run.returncode, data["exit_code"], data["up_to_date"]) == (0, 0, False)
    assert [file["path"] for file in data["files"]] == [
        "de/note.html", "de/times.html", "en/note.html", "en/times.html",
    ]  # fmt: skip
    assert all(file["written"] and len(file["sha256"]) == 64 for file in data["files"])
    assert data["problems"] == []
    assert "documents.times.title" in data["untranslated"]["de"]
    assert run.stderr == ""
    again = json.loads(policygen("build", str(tiny), "--format", "html", "--json").stdout)
    assert again["up_to_date"]
    assert again["untranslated"] == data["untranslated"]


@pytest.mark.parametrize("words", [("build", "--json"), ("check", "--output-format", "json")])
def test_json_tells_problems_with_their_place(tiny: Path, words: tuple[str, ...]) -> None:
    typo_in_a_key(tiny)
    run = policygen(*words, str(tiny))
    data = json.loads(run.stdout)
    assert (run.returncode, data["exit_code"]) == (1, 1)
    problem = data["problems"][0]
    assert problem["place"] == {
        "file": "policy/policy.yaml", "line": 9, "column": 1, "length": 7,
    }  # fmt: skip
    assert problem["severity"] == "error"
    assert problem["hint"]


# ------------------------------------------------------------------------ surroundings


def on_a_terminal(*words: str, **environment: str) -> str:
    """Run the program with a terminal for all its streams and return what it shows."""
    shown, terminal = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *words],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm", **environment},
    ):
        os.close(terminal)
        parts = []
        while True:
            try:
                parts.append(os.read(shown, 65536))
            except OSError:
                break
    os.close(shown)
    return b"".join(parts).decode()


def test_colour_is_for_terminals_that_want_it(tiny: Path) -> None:
    typo_in_a_key(tiny)
    assert "\x1b[" in on_a_terminal("build", str(tiny))
    assert "\x1b[" not in on_a_terminal("check", str(tiny), NO_COLOR="1")
    assert "\x1b[" not in policygen("build", str(tiny), FORCE_COLOR="1").stderr


def test_progress_shows_on_a_terminal_and_leaves_nothing_in_a_pipe(tiny: Path) -> None:
    assert "0/4" in on_a_terminal("build", str(tiny), "--format", "html")
    piped = policygen("build", str(tiny), "--format", "html", "--draft")
    assert piped.stderr == ""
    assert piped.stdout.startswith("output: 4 files")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_no_character_stops_the_output(tiny: Path, encoding: str) -> None:
    replace_text(tiny / "policy/policy.yaml", "what we do", "日本語 {{")
    replace_text(tiny / "policy/policy.yaml", "purpose:", "日本語:")
    run = policygen("build", str(tiny), PYTHONIOENCODING=encoding)
    assert run.returncode == 1
    assert "1 problem" in run.stderr
    assert no_traceback(run.stderr)


def test_a_reader_who_leaves_early_is_no_error(tiny: Path) -> None:
    words = ["build", str(tiny), "--format", "html", "--json"]
    with subprocess.Popen(
        [*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == ""
    assert run.returncode == 0


@pytest.mark.parametrize("patience", [0.3, 0.6, 0.9, 1.2])
def test_ctrl_c_ends_a_build_in_one_line_and_leaves_no_litter(tiny: Path, patience: float) -> None:
    with subprocess.Popen(
        [*PROGRAM, "build", str(tiny), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        while run.poll() is None and not list(tiny.glob(".policygen/lock")):
            time.sleep(0.01)
        time.sleep(patience)
        os.killpg(run.pid, signal.SIGINT)
        output, errors = run.communicate()
    # It may have been quicker: done, or done and on its way out when the signal came.
    if run.returncode and not output.startswith("output:"):
        assert run.returncode == 130
        assert errors.strip() == "Stopped. Files that were already written are whole."
    assert not list(tiny.rglob("*.tmp"))


def test_a_fault_of_the_program_is_one_line_unless_asked_for_more(tiny: Path) -> None:
    break_it = (
        "import sys\n"
        "from policygen.cli.main import main\n"
        "from policygen.build import pipeline\n"
        "pipeline.check = lambda project, final: 1 / 0\n"
        "sys.exit(main())\n"
    )
    for words, expected in (([], False), (["--debug"], True)):
        run = subprocess.run(
            [sys.executable, "-c", break_it, *words, "build", str(tiny)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 3
        assert ("ZeroDivisionError: division by zero" in run.stderr) is expected
        assert ("internal error: ZeroDivisionError" in run.stderr) is not expected
