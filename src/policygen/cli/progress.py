"""A build's progress on a terminal; in a pipe only what matters."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from policygen.build.listener import Silence
from policygen.cli.console import is_terminal, say
from policygen.cli.language import here
from policygen.errors import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

    from policygen.build.listener import Listener


class Notes(Silence):
    """Tells what a user must know in any case. debug: also tracebacks of failed files."""

    def __init__(self, *, debug: bool) -> None:
        self._debug = debug

    def fault(self, path: str, detail: str) -> None:
        """Print the traceback when it was asked for."""
        if self._debug and detail:
            say(f"{path}:\n{detail}", err=True)

    def waiting(self) -> None:
        """Say what the user is waiting for."""
        say(tell("Another build of this project is running; waiting for it to end."), err=True)


class Bar(Notes):
    """Draws a progress bar as well."""

    def __init__(self, progress: Progress, *, debug: bool) -> None:
        super().__init__(debug=debug)
        self._progress = progress
        self._task: TaskID = progress.add_task("start", total=None)

    def step(self, name: str) -> None:
        """Show the step."""
        self._progress.update(self._task, description=here(name))

    def planned(self, files: int) -> None:
        """Show how much there is to do."""
        self._progress.update(self._task, total=files)

    def rendered(self, path: str) -> None:
        """Move on by one file."""
        self._progress.update(self._task, advance=1, description=path)


@contextlib.contextmanager
def progress(*, debug: bool, quiet: bool) -> Iterator[Listener]:
    """Give a listener that draws a bar on the standard error when that is a terminal.

    The bar is gone when the block ends. quiet: draw none in any case.
    """
    if quiet or not is_terminal(sys.stderr):
        yield Notes(debug=debug)
        return
    from rich import progress as bars  # noqa: PLC0415 - only where it is drawn
    from rich.console import Console  # noqa: PLC0415

    columns = (
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.description}", markup=False),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        yield Bar(drawn, debug=debug)
