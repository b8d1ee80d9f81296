"""`policygen check --fix` and `--diff`: what can be mended, in the files or as a diff."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING, Final

import click

from policygen.cli.console import say
from policygen.cli.counts import problems_of
from policygen.cli.visible import visible
from policygen.errors import ExitCode, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygen.build.mending import Change
    from policygen.checks.request import CheckRequest
    from policygen.errors import Problem

_COLOURS: Final = {"-": "red", "+": "green", "@": "cyan"}


def mend(root: Path, overlay: str, request: CheckRequest) -> tuple[Problem, ...]:
    """Mend what can be mended in the project's files, say what was done, and return why some
    files could not be changed. RenderError when they cannot be written."""
    from policygen.build.mending import mending, save  # noqa: PLC0415 - so that --help is quick

    found = mending(root, overlay, request)
    save(root, found.changes)
    if found.count:
        files = ", ".join(visible(file) for file in found.changes)
        count = problems_of(found.count)
        say(tell("Mended {count} in {files}.", count=count, files=files), err=True)
    return found.problems


def show_diff(root: Path, overlay: str, request: CheckRequest) -> ExitCode:
    """Print what `mend` would change as a unified diff, and change nothing.

    The exit code says, as that of `diff` does, whether there is a difference.
    """
    from policygen.build.mending import mending  # noqa: PLC0415 - so that --help is quick

    found = mending(root, overlay, request)
    if not found.changes:
        say(tell("There is nothing that --fix can mend."), err=True)
    for file, change in found.changes.items():
        for line in _diff(file, change):
            shown = visible(line) if sys.stdout.isatty() else line
            say(click.style(shown, fg=_COLOURS.get(line[:1])))
    return ExitCode.FINDINGS if found.changes else ExitCode.DONE


def _diff(file: str, change: Change) -> Iterator[str]:
    """Yield the lines of a unified diff, as `git apply` and `patch` read it."""
    before, after = (_lines(data) for data in (change.before, change.after))
    for line in difflib.unified_diff(before, after, f"a/{file}", f"b/{file}"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8")
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
