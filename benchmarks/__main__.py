"""What building the sample company costs: `make benchmark`.

Everything is measured in one run on one machine, because only ratios can be compared between
machines. CPU is user and system time of all processes; the medians of several runs where a run
is short.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

REPOSITORY = Path(__file__).resolve().parent.parent
POLICYGEN = Path(sys.executable).parent / "policygen"
BARE = Path(__file__).with_name("bare_weasyprint.py")
LARGE = Path(__file__).with_name("large_policy.py")
SOURCES = ("policygen.yaml", "policy", "templates", "locales")

SHORT_RUNS = 7
EDIT = ("checked_every: 30 min", "checked_every: 20 min")
"""A field that five of the documents show."""

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""An installed program is compiled once, not in every run."""

_SET_CHILD_SUBREAPER = 36
"""From `linux/prctl.h`: processes whose parent ends become ours, so that their cost is counted."""


@dataclass(frozen=True)
class Cost:
    """What a program cost. wall, cpu: seconds. memory: MB of its largest process."""

    wall: float
    cpu: float
    memory: float
    printed: str


def main() -> None:
    """Measure and print a table."""
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory() as folder:
        project = copied(Path(folder))
        bare = measured(sys.executable, str(BARE), str(project))
        cold = measured(str(POLICYGEN), "build", str(project))
        large = measured(sys.executable, str(LARGE), str(project), folder)
        nothing = median(str(POLICYGEN), "build", str(project))
        channels = project / "policy" / "channels.yaml"
        channels.write_text(channels.read_text().replace(*EDIT))
        edited = measured(str(POLICYGEN), "build", str(project))
        check = median(str(POLICYGEN), "check", str(project), touch=channels)
        again = median(str(POLICYGEN), "check", str(project))
    help_ = median(str(POLICYGEN), "--help")
    bare_cpu = float(bare.printed)
    row("bare WeasyPrint on the same pages", bare.wall, bare_cpu)
    row("cold build", cold.wall, cold.cpu, f"{cold.cpu / bare_cpu:.2f} × bare (aim 1.1)")
    row("nothing to do", nothing.wall, nothing.cpu, "aim 0.1 s")
    row("one edited field", edited.wall, edited.cpu, edited.printed.splitlines()[0])
    row("check, one edited field", check.wall, check.cpu, "aim 0.5 s")
    row("check, nothing edited", again.wall, again.cpu, "aim 0.5 s")
    row("--help", help_.wall, help_.cpu, "aim 0.15 s")
    read, validated, checked = (float(number) for number in large.printed.split())
    print(f"6,000 lines of policy: read {read:.3f} s, validated {validated:.3f} s (aim 0.050)")
    print(f"6,000 lines of policy: checked {checked:.3f} s (aim well under 1 s)")
    print(f"peak memory of a worker: {cold.memory:.0f} MB (aim 150)")


def copied(folder: Path) -> Path:
    """Copy the sample project, without what was built from it."""
    for name in SOURCES:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def measured(*command: str) -> Cost:
    """Run a program and everything that it starts to the end."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        program = subprocess.Popen(command, stdout=output, env=ENVIRONMENT)
        _, status, usage = os.wait4(program.pid, 0)
        wall = time.perf_counter() - started
        program.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if program.returncode:
        sys.exit(f"{' '.join(command)} failed")
    usages = [usage, *orphans()]
    return Cost(
        wall=wall,
        cpu=sum(one.ru_utime + one.ru_stime for one in usages),
        memory=max(one.ru_maxrss for one in usages) / 1024,
        printed=printed,
    )


def orphans() -> list[struct_rusage]:
    """Wait for processes that a program left to end by themselves, and return their usage."""
    usages = []
    while True:
        try:
            usages.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            return usages


def median(*command: str, touch: Path | None = None) -> Cost:
    """Return the median cost of several runs, before each of which a file is saved again."""
    runs = []
    for _ in range(SHORT_RUNS):
        if touch is not None:
            touch.touch()
        runs.append(measured(*command))
    return Cost(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        memory=max(run.memory for run in runs),
        printed=runs[0].printed,
    )


def row(name: str, wall: float, cpu: float, note: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:36} {wall:7.2f} s {cpu:7.2f} s CPU  {note}")


if __name__ == "__main__":
    main()
