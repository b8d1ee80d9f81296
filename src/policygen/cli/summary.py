"""What a build says at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen.cli.console import say
from policygen.cli.counts import files_of, pages_of, warnings_of
from policygen.errors import Severity, Words, tell, tell_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.build.request import Output, Result

_SHOWN: Final = 20
"""Clauses without translation that are listed a language; all are in the JSON."""


def print_summary(result: Result, seconds: float) -> None:
    """Print files, pages, warnings and time, and what lacks translation."""
    for line in summary(result, seconds):
        say(line)


def summary(result: Result, seconds: float) -> Iterator[str]:
    """Yield the lines of the summary."""
    warnings = sum(problem.severity is Severity.WARNING for problem in result.problems)
    if result.fresh:
        yield tell("Up to date: {files} in {folder}.", files=_files(result), folder=result.output)
    else:
        written = len(result.written)
        kept = len(result.outputs) - written
        yield tell(
            "{folder}: {files}, {written} written, {kept} unchanged; {warnings}; {seconds:.1f} s.",
            folder=result.output,
            files=_files(result),
            written=written,
            kept=kept,
            warnings=warnings_of(warnings),
            seconds=seconds,
        )
    if result.exit_code:
        yield tell("Documents with problems were not written; their old files are still in place.")
    if warnings:
        yield tell("`policygen check` lists the warnings, with what to do about each.")
    if result.removed:
        yield tell(
            "Removed, because no longer configured: {files}", files=", ".join(result.removed)
        )
    yield from _untranslated(result)


def result_data(result: Result) -> dict[str, Any]:
    """Return a result as JSON can hold it, without its problems."""
    return {
        "output": result.output,
        "up_to_date": result.fresh,
        "files": [_file_data(output, result) for output in result.outputs],
        "removed": list(result.removed),
        "untranslated": {name: list(items) for name, items in result.untranslated.items()},
    }


def _files(result: Result) -> Words:
    pages = sum(output.pages for output in result.outputs)
    return tell("{files} ({pages})", files=files_of(len(result.outputs)), pages=pages_of(pages))


def _file_data(output: Output, result: Result) -> dict[str, Any]:
    return {
        "path": output.path,
        "document": output.document,
        "language": output.language,
        "format": output.format,
        "version": output.version,
        "pages": output.pages,
        "bytes": output.bytes,
        "sha256": output.sha256,
        "written": output.path in result.written,
    }


def _untranslated(result: Result) -> Iterator[str]:
    for language, clauses in result.untranslated.items():
        yield tell_number(
            "{number} text not translated into “{language}”:",
            "{number} texts not translated into “{language}”:",
            number=len(clauses),
            language=language,
        )
        yield from (f"  {clause}" for clause in clauses[:_SHOWN])
        if len(clauses) > _SHOWN:
            more = len(clauses) - _SHOWN
            yield tell("  and {number} more (all of them with --json)", number=more)
