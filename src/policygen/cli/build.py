"""`policygen build`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from policygen.cli.language import command, option
from policygen.cli.report import print_json, print_problems
from policygen.cli.summary import print_summary, result_data
from policygen.errors import PolicygenError, Severity, tell

if TYPE_CHECKING:
    from policygen.build.request import Request, Result
    from policygen.errors import ExitCode, Problem

_FEW: Final = 5
"""Warnings that are printed one by one; `policygen check` prints any number."""


@command()
@click.argument("project", default=".", type=click.Path(path_type=Path))
@option("--overlay", default="", help=tell("Build this brand or site instead of the base."))
@option("--document", "-d", "documents", multiple=True, help=tell("Build only this document."))
@option("--language", "-l", "languages", multiple=True, help=tell("Build only this language."))
@option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    help=tell("Build only html, pdf, docx, text or fragment."),
)
@option("--output", "-o", default="", help=tell("Write to this folder of the project."))
@option("--strict", is_flag=True, help=tell("Stop at warnings and at missing translations."))
@option("--draft", is_flag=True, help=tell("Mark every page as draft."))
@option("--final", is_flag=True, help=tell("Build nothing when document control is incomplete."))
@option("--verify", is_flag=True, help=tell("Compare the text of the PDF files too (slower)."))
@option("--jobs", "-j", default=0, type=click.IntRange(0), help=tell("Processes; 0: one a core."))
@option("--json", "as_json", is_flag=True, help=tell("Print the result as JSON."))
@click.pass_obj
def build(debug: bool, /, project: Path, *, as_json: bool, **options: Any) -> ExitCode:  # noqa: FBT001 - as click passes it
    """Make the documents.

    PROJECT is the folder that holds policygen.yaml; this folder when left out. Options that name
    a document, language or format can be given several times.
    """
    from policygen.build import run  # noqa: PLC0415 - so that --help is quick
    from policygen.cli.progress import progress  # noqa: PLC0415

    started = time.perf_counter()
    request = _request(project, **options)
    try:
        with progress(debug=debug, quiet=as_json) as listener:
            result = run(request, listener)
    except PolicygenError as error:
        if as_json:
            print_json(error.exit_code, error.problems)
        else:
            print_problems(error.problems, project)
        return error.exit_code
    if as_json:
        print_json(result.exit_code, result.problems, result_data(result))
    else:
        print_problems(_told(result), project)
        print_summary(result, seconds=time.perf_counter() - started)
    return result.exit_code


def _told(result: Result) -> list[Problem]:
    """Return the problems to print: many warnings would hide the errors, and how the build went."""
    warnings = [p for p in result.problems if p.severity is Severity.WARNING]
    if len(warnings) <= _FEW:
        return list(result.problems)
    return [problem for problem in result.problems if problem.severity is Severity.ERROR]


def _request(  # noqa: PLR0913 - one for each option
    project: Path,
    *,
    overlay: str,
    documents: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: str,
    strict: bool,
    draft: bool,
    final: bool,
    verify: bool,
    jobs: int,
) -> Request:
    from policygen.build.request import Mode, Request  # noqa: PLC0415

    if draft and final:
        raise click.UsageError(tell("--draft and --final exclude each other: choose one."))
    mode = Mode.DRAFT if draft else Mode.FINAL if final else Mode.NORMAL
    return Request(
        root=project,
        overlay=overlay,
        documents=documents,
        languages=languages,
        formats=formats,
        output=output,
        strict=strict,
        mode=mode,
        verify=verify,
        jobs=jobs,
    )
