"""What a build says at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygen.cli.console import say
from policygen.errors import Severity

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
        yield f"Up to date: {_files(result)} in {result.output}."
    else:
        written = len(result.written)
        kept = len(result.outputs) - written
        yield (
            f"{result.output}: {_files(result)}, {written} written, {kept} unchanged; "
            f"{_count(warnings, 'warning')}; {seconds:.1f} s."
        )
    if result.exit_code:
        yield "Documents with problems were not written; their old files are still in place."
    if result.removed:
        yield "Removed, because no longer configured: " + ", ".join(result.removed)
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


def _files(result: Result) -> str:
    pages = sum(output.pages for output in result.outputs)
    return f"{_count(len(result.outputs), 'file')} ({_count(pages, 'PDF page')})"


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
        yield f"{_count(len(clauses), 'text')} not translated into “{language}”:"
        yield from (f"  {clause}" for clause in clauses[:_SHOWN])
        if len(clauses) > _SHOWN:
            yield f"  and {len(clauses) - _SHOWN} more (all of them with --json)"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
