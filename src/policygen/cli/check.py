"""`policygen check`."""

from __future__ import annotations

import gc
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import click

from policygen.cli.console import say
from policygen.cli.language import command, option
from policygen.errors import ExitCode, PolicygenError, Severity, tell

_FORMATS: Final = ("text", "json", "sarif", "github")
_MORE: Final = """\b
Rules have a code such as CON104; `policygen explain CON104` says what it
looks for and why. --select and --ignore take codes and their beginnings
(CON: all contradictions) and can be given several times. For good, write
them into policygen.yaml:

\b
  checks:
    rules: {CON105: off, DAT: error}
"""


@command(epilog=_MORE)
@click.argument("project", default=".", type=click.Path(path_type=Path))
@option(
    "--overlay",
    default="",
    help=tell("Check only this brand or site, not the base and all of them."),
)
@option("--select", multiple=True, metavar="CODE", help=tell("Only these rules."))
@option("--ignore", multiple=True, metavar="CODE", help=tell("All rules but these."))
@option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=tell("The day on which reviews are due or overdue; today when left out."),
)
@option("--final", is_flag=True, help=tell("Check what a final document needs as well."))
@option("--strict", is_flag=True, help=tell("Return 1 at warnings, too."))
@option("--fix", is_flag=True, help=tell("Mend what has one right answer only, then check."))
@option("--diff", is_flag=True, help=tell("Show what --fix would change; change nothing."))
@option(
    "--output-format",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=tell("For people, programs, code scanners (SARIF) or GitHub."),
)
def check(project: Path, *, overlay: str, output_format: str, **options: Any) -> ExitCode:
    """Read the policy and check it; make nothing.

    PROJECT is the folder that holds policygen.yaml; this folder when left out.
    """
    gc.disable()  # a short run, in which collecting costs more than it frees
    from policygen.build import inspect  # noqa: PLC0415 - so that --help is quick
    from policygen.checks.request import CheckRequest  # noqa: PLC0415
    from policygen.cli.formats import printed  # noqa: PLC0415
    from policygen.cli.mend import mend, show_diff  # noqa: PLC0415

    strict, fix, diff = (options.pop(name) for name in ("strict", "fix", "diff"))
    request = CheckRequest(**_request(**options))
    try:
        if diff:
            return show_diff(project, overlay, request)
        unmended = mend(project, overlay, request) if fix else ()
        problems = [*unmended, *inspect(project, overlay, request)]
        worst = {problem.severity for problem in problems}
        failed = Severity.ERROR in worst or (strict and worst)
        exit_code = ExitCode.FINDINGS if failed else ExitCode.DONE
    except PolicygenError as error:
        problems, exit_code = list(error.problems), error.exit_code
    if text := printed(problems, project, exit_code, output_format):
        say(text, err=exit_code is ExitCode.USAGE and output_format == _FORMATS[0])
    return exit_code


def _request(
    *, final: bool, today: datetime | None, select: tuple[str, ...], ignore: tuple[str, ...]
) -> dict[str, Any]:
    """Return what a CheckRequest is made of."""
    day = today.date() if today else date.today()  # noqa: DTZ011 - the user's own day
    return {"final": final, "today": day, "select": select, "ignore": ignore}
