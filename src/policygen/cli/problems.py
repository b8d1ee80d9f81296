"""Problems on paper: place, code, message, the line with a caret, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from policygen.cli.counts import problems_of, warnings_of
from policygen.cli.language import here
from policygen.cli.visible import excerpt, visible
from policygen.errors import Problem, Severity, ordered, tell, tell_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policygen.errors import Span

    Lines = Callable[[str], list[str] | None]
    """Gives the lines of a file that a span names, or None when it cannot be read."""

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_INDENT: Final = "      "
_HINT: Final = tell("hint:")
_FIX: Final = tell("fix:")
_WARNING: Final = tell("warning:")
_MENDS: Final = tell("`policygen check --fix` mends this")


def formatted(problems: Iterable[Problem], lines: Lines, columns: int) -> Iterator[str]:
    """Yield the lines to print for problems: sorted, each once, with an empty line after each.

    columns: width of the terminal. The lines carry colours, which `click.echo` takes away again
    where they are not wanted.
    """
    for problem in ordered(problems):
        yield _headline(problem)
        yield from _source(problem.span, lines, columns, _COLOURS[problem.severity])
        label = f"{here(_HINT)} "
        for hint in here(problem.hint).splitlines():
            yield _INDENT + click.style(label, fg="cyan") + visible(hint)
            label = " " * len(label)
        if problem.fix:
            yield _INDENT + click.style(f"{here(_FIX)} ", fg="cyan") + here(_MENDS)
        for span, why in problem.related:
            see = here(tell("see {place}", place=visible(str(span))))
            yield _INDENT + click.style(f"{see} ", bold=True) + visible(why)
            yield from _source(span, lines, columns, "blue")
        yield ""


def counted(problems: Iterable[Problem]) -> str:
    """Return how many problems there are: “3 problems, 1 warning”, or "" for none; and how many of
    them can be mended: “[2 can be mended with --fix]”."""
    found = ordered(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    counts = [(errors, problems_of), (len(found) - errors, warnings_of)]
    total = ", ".join(here(noun(number)) for number, noun in counts if number)
    mendable = sum(bool(problem.fix) for problem in found)
    fixes = tell_number(
        "{number} can be mended with --fix",
        "{number} can be mended with --fix",
        number=mendable,
    )
    return f"{total} [{here(fixes)}]" if mendable else total


def _headline(problem: Problem) -> str:
    place = [click.style(visible(str(problem.span)), bold=True)] if problem.span else []
    colour = _COLOURS[problem.severity]
    kind = [here(_WARNING)] if problem.severity is Severity.WARNING else []
    code = click.style(" ".join([problem.code, *kind]), fg=colour, bold=True)
    return " ".join([*place, code, visible(problem.message)])


def _source(span: Span | None, lines: Lines, columns: int, colour: str) -> Iterator[str]:
    """Yield the line of a span and a caret line, when the span has a line that can be read."""
    if span is None or span.line < 1:
        return
    text = lines(span.file)
    if text is None or span.line > len(text):
        return
    margin = f"{span.line:>5} | "
    room = max(columns - len(margin), 20)
    shown = excerpt(text[span.line - 1], span.column, span.length, room)
    yield click.style(margin, dim=True) + shown.line
    caret = click.style("^" * shown.length, fg=colour, bold=True)
    yield " " * (len(margin) - 2) + click.style("| ", dim=True) + " " * shown.before + caret
