"""`policygen override`."""

from __future__ import annotations

from pathlib import Path

import click

from policygen.cli.console import say
from policygen.cli.language import command
from policygen.cli.report import print_problems
from policygen.cli.visible import visible
from policygen.errors import ExitCode, PolicygenError, tell


@command()
@click.argument("name")
@click.argument("project", default=".", type=click.Path(path_type=Path))
def override(name: str, project: Path) -> ExitCode:
    """Copy a template that ships into your project, to change it there.

    NAME is a file such as parts/closing.xml or documents/customer-charter.xml. From then on, your
    copy is used instead of the one that ships.
    """
    from policygen.build.override import override as copy  # noqa: PLC0415 - so that --help is quick

    try:
        path = copy(project, name)
    except PolicygenError as error:
        print_problems(error.problems, project)
        return error.exit_code
    say(visible(tell("{path} is now your own copy. Edit it, then run: policygen build", path=path)))
    return ExitCode.DONE
