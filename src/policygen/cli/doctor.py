"""`policygen doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from policygen.cli.console import say
from policygen.cli.visible import visible
from policygen.errors import ExitCode


@click.command()
@click.argument("project", default=".", type=click.Path(path_type=Path))
def doctor(project: Path) -> ExitCode:
    """Look whether this machine and the project have all they need.

    PROJECT is the folder that holds policygen.yaml; this folder when left out.
    """
    from policygen.build.health import examine  # noqa: PLC0415 - so that --help is quick

    findings = list(examine(project))
    for finding in findings:
        mark = "ok     " if not finding.remedy else "missing" if finding.needed else "partly "
        say(f"{mark}  {finding.name}: {visible(finding.state)}")
    remedies = dict.fromkeys(finding.remedy for finding in findings if finding.remedy)
    if remedies:
        say("\nTo mend it:")
        for remedy in remedies:
            say(f"  {visible(remedy)}")
    ill = any(finding.remedy and finding.needed for finding in findings)
    return ExitCode.FINDINGS if ill else ExitCode.DONE
