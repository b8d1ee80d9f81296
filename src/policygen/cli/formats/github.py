"""Format `github`: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.cli.formats.rules import file_from_here
from policygen.cli.language import here
from policygen.cli.visible import visible
from policygen.errors import ExitCode, Problem, Severity, Span, ordered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_COMMANDS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning"}
)
_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES: Final = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
)


def github(problems: Sequence[Problem], root: Path, _exit_code: ExitCode) -> str:
    """Return one workflow command a line for the problems, sorted by place."""
    return "\n".join(_command(problem, root) for problem in ordered(problems))


def _command(problem: Problem, root: Path) -> str:
    properties = {**_place(problem.span, root), "title": problem.code}
    listed = ",".join(
        f"{key}={visible(value).translate(_IN_PROPERTIES)}" for key, value in properties.items()
    )
    lines = [here(problem.message), *here(problem.hint).splitlines()]
    lines += [f"{span}: {here(why)}" for span, why in problem.related]
    data = "\n".join(visible(line) for line in lines).translate(_IN_DATA)
    return f"::{_COMMANDS[problem.severity]} {listed}::{data}"


def _place(span: Span | None, root: Path) -> dict[str, str]:
    if span is None:
        return {}
    place = {"file": file_from_here(span.file, root)}
    if span.line:
        place |= {"line": str(span.line), "col": str(span.column)}
        place |= {"endColumn": str(span.column + span.length)}
    return place
