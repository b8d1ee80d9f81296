"""`policygen doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from policygen.cli.console import say
from policygen.cli.language import command, here
from policygen.cli.visible import visible
from policygen.errors import ExitCode, tell

_OK: Final = tell("ok")
_PARTLY: Final = tell("partly")
_MISSING: Final = tell("missing")


@command()
@click.argument("project", default=".", type=click.Path(path_type=Path))
def doctor(project: Path) -> ExitCode:
    """Look whether this machine and the project have all they need.

    PROJECT is the folder that holds policygen.yaml; this folder when left out.
    """
    from policygen.build.health import examine  # noqa: PLC0415 - so that --help is quick

    findings = list(examine(project))
    width = max(len(here(mark)) for mark in (_OK, _MISSING, _PARTLY))
    for finding in findings:
        mark = _OK if not finding.remedy else _MISSING if finding.needed else _PARTLY
        say(f"{here(mark):{width}}  {here(finding.name)}: {visible(finding.state)}")
    remedies = dict.fromkeys(finding.remedy for finding in findings if finding.remedy)
    if remedies:
        say("")
        say(tell("To mend it:"))
        for remedy in remedies:
            say(f"  {visible(remedy)}")
    ill = any(finding.remedy and finding.needed for finding in findings)
    return ExitCode.FINDINGS if ill else ExitCode.DONE
