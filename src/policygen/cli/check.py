"""`policygen check`."""

from __future__ import annotations

from pathlib import Path

import click

from policygen.cli.console import say
from policygen.cli.report import print_json, print_problems
from policygen.errors import ExitCode, PolicygenError, Severity


@click.command()
@click.argument("project", default=".", type=click.Path(path_type=Path))
@click.option(
    "--overlay", default="", help="Check only this brand or site, not the base and all of them."
)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def check(project: Path, *, overlay: str, as_json: bool) -> ExitCode:
    """Read the policy and check it; make nothing.

    PROJECT is the folder that holds policygen.yaml; this folder when left out.
    """
    from policygen.build import inspect  # noqa: PLC0415 - so that --help is quick
    from policygen.checks import CheckRequest  # noqa: PLC0415

    try:
        problems = tuple(inspect(project, overlay, CheckRequest()))
        errors = any(problem.severity is Severity.ERROR for problem in problems)
        exit_code = ExitCode.FINDINGS if errors else ExitCode.DONE
    except PolicygenError as error:
        problems, exit_code = error.problems, error.exit_code
    if as_json:
        print_json(exit_code, problems)
    else:
        print_problems(problems, project)
        if not problems:
            say("No problems.")
    return exit_code
