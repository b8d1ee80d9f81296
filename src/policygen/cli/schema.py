"""`policygen schema`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from policygen.cli.console import say
from policygen.cli.language import command, option
from policygen.cli.report import print_problems
from policygen.cli.visible import visible
from policygen.errors import ExitCode, PolicygenError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final = ("policy", "overlay", "policygen")
"""As in `policygen.schema`, which --help need not load."""


@command()
@click.argument("project", default=".", type=click.Path(path_type=Path))
@option("--print", "name", type=click.Choice(_NAMES), help=tell("Only print this one."))
def schema(project: Path, *, name: str | None) -> ExitCode:
    """Write the schemas by which an editor completes and checks what you type.

    PROJECT is the folder that holds policygen.yaml; this folder when left out. The schemas go into
    its folder schemas. Write them again after an update of policygen.
    """
    from policygen.build.schemas import write_schemas  # noqa: PLC0415 - so that --help is quick
    from policygen.schema import schema_text  # noqa: PLC0415 - as above

    if name is not None:
        say(schema_text(name).removesuffix("\n"))
        return ExitCode.DONE
    try:
        paths = write_schemas(project)
    except PolicygenError as error:
        print_problems(error.problems, project)
        return error.exit_code
    for line in _report(paths):
        say(visible(line))
    return ExitCode.DONE


def _report(paths: list[str]) -> Iterator[str]:
    """Yield what was written and what makes editors use it."""
    from policygen.schema import FILES, modeline  # noqa: PLC0415 - as above

    for path in paths:
        yield tell("Wrote {path}", path=path)
    yield ""
    yield tell("Editors that know YAML schemas use them where the first line of a file is:")
    for file, name in FILES.items():
        yield f"  {file}: {modeline(file, name)}"
