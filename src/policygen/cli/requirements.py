"""`policygen requirements`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from policygen.cli.console import say
from policygen.cli.language import command, option, spoken
from policygen.cli.report import print_problems
from policygen.errors import ExitCode, PolicygenError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.packs import Pack

_FORMATS: Final = ("text", "json", "csv", "html")
"""As in `policygen.cli.requirement_tables`, which --help need not load."""
_MORE: Final = """\b
A pack is a list of what a standard, a law or a public body asks for, with
its sources and the day on which somebody compared them. Select packs for
good in policygen.yaml:

\b
  checks:
    packs: [uk-financial]

It is no legal advice: only a lawyer can say whether your policy complies.
"""


@command(epilog=_MORE)
@click.argument("project", default=".", type=click.Path(path_type=Path))
@option("--pack", "packs", multiple=True, metavar="ID", help=tell("Only this pack."))
@option("--list", "only_list", is_flag=True, help=tell("List the packs there are."))
@option("--overlay", default="", help=tell("The policy of this brand or site."))
@option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=tell("The day on which requirements are to be met; today when left out."),
)
@option(
    "--output-format",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=tell("How to print it."),
)
def requirements(  # noqa: PLR0913 - one argument an option
    project: Path,
    *,
    packs: tuple[str, ...],
    only_list: bool,
    overlay: str,
    today: datetime | None,
    output_format: str,
) -> ExitCode:
    """Show which requirements the policy meets, and by which clauses.

    PROJECT is the folder that holds policygen.yaml; this folder when left out. The table goes to
    the standard output: `policygen requirements --output-format html > table.html` keeps it.
    """
    from policygen.build.requirements import packs as known  # noqa: PLC0415 - quick --help
    from policygen.build.requirements import report  # noqa: PLC0415 - as above
    from policygen.cli.requirement_tables import TABLES  # noqa: PLC0415 - as above

    day = today.date() if today else date.today()  # noqa: DTZ011 - the user's own day
    try:
        if only_list:
            for line in _listed(*known(project)):
                say(line)
        else:
            found = report(project, overlay, packs, day)
            say(TABLES[output_format](found).removesuffix("\n"))
    except PolicygenError as error:
        print_problems(error.problems, project)
        return error.exit_code
    return ExitCode.DONE


def _listed(packs: Mapping[str, Pack], selected: tuple[str, ...]) -> Iterator[str]:
    from policygen.packs.model import in_language  # noqa: PLC0415 - as above

    for id_, pack in packs.items():
        mark = "*" if id_ in selected else " "
        yield f"{mark} {id_:<24} {in_language(pack.title, spoken())}"
    if selected:
        yield ""
        yield tell("* selected in policygen.yaml")
