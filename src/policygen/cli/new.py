"""`policygen new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policygen.cli.console import say
from policygen.cli.language import command, option
from policygen.cli.report import print_problems
from policygen.cli.visible import visible
from policygen.errors import ExitCode, PolicygenError, listed, tell
from policygen.i18n.messages import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.build.start import NewProject


@command()
@click.argument("folder")
@option("--from", "example", default="shop", show_default=True, help=tell("Example to start from."))
@option(
    "--language", "-l", default="en", show_default=True, help=tell("Language that you write in.")
)
def new(folder: str, example: str, language: str) -> ExitCode:
    """Start a project from an example.

    FOLDER is made; if it is there already, it must be empty. The examples are shop (the fewest
    lines), utility (a regulated company, several countries, two brands) and playbook (an internal
    manual), each in en, es, fr and de.
    """
    from policygen.build.start import start  # noqa: PLC0415 - so that --help is quick

    try:
        project = start(folder, example, language)
    except PolicygenError as error:
        print_problems(error.problems, Path())
        return error.exit_code
    for line in _report(folder, project):
        say(visible(line))
    return ExitCode.DONE


def _report(folder: str, project: NewProject) -> Iterator[str]:
    """Yield what was made and what to do next."""
    place = shlex.quote(folder)
    languages = listed(map(language_name, project.languages))
    yield tell(
        "Made {place} from the example “{example}”: you write in {language}, and documents are "
        "made in {languages}.",
        place=place,
        example=project.example,
        language=language_name(project.language),
        languages=languages,
    )
    policy = shlex.quote(str(Path(folder) / "policy"))
    yield tell("Edit the files in {policy}; the lines with # say how.", policy=policy)
    yield tell("Then run: policygen build {place}", place=place)
