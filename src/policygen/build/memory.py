"""What a project remembers of its last build: `.policygen/state.json`.

Each overlay has a memory of its own, so that building one does not make the others do it all again.

It only ever saves work. A memory that is missing, damaged or of another program version is no
memory, and the next build does everything.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, fields, replace
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from policygen.build.atomic import replace_files
from policygen.build.environment import program_stamps
from policygen.build.request import Output, Result, Stamp
from policygen.build.snapshot import digest, sha256_of, snapshot, stamp
from policygen.errors import Edit, Problem, RenderError, Severity, Span, WordedIn, Words, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from policygen.build.request import Request

FOLDER: Final = ".policygen"
_SHAPE: Final = re.compile(r"(?:,|\.[0-9]f|0[0-9]X)?")
"""How the program's sentences have numbers written."""
_IGNORE: Final = ".gitignore"
"""Keeps all of the folder out of version control, as the caches of other programs are."""
LAYOUT: Final = 4
"""Raised whenever the shape of the file changes."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The last build.

    request: its `Request.key()`, or None when it did not end well and must be run again.
    watched: what it read, for `snapshot`. inputs, program: digests of what it read and of the
    program. outputs: every file it knows in the output folder. extras: stamps of the index and
    the manifest. problems, untranslated: as in `Result`.
    """

    request: list[object] | None
    watched: tuple[str, ...]
    inputs: str
    program: str
    output: str
    outputs: tuple[Output, ...]
    extras: Mapping[str, Stamp]
    problems: tuple[Problem, ...]
    untranslated: Mapping[str, tuple[str, ...]]

    def selected(self, request: Request) -> tuple[Output, ...]:
        """Return the outputs that a request asks for."""
        return tuple(
            output
            for output in self.outputs
            if request.selects(output.document, output.language, output.format)
        )


def recall(request: Request) -> Result | None:
    """Return the result of the last build when it still holds for this request, else None.

    It holds when the same was asked for and no input, no file of the program and no output was
    touched since.
    """
    memory = read(request.root, request.overlay)
    if memory is None or memory.request != request.key():
        return None
    if memory.inputs != digest(snapshot(request.root, memory.watched)):
        return None
    if memory.program != digest(program_stamps()):
        return None
    folder = os.path.join(request.root, memory.output)  # noqa: PTH118 - in the quick path
    expected = {**memory.extras, **{output.path: output.stamp for output in memory.outputs}}
    if any(stamp(f"{folder}/{path}") != was for path, was in expected.items()):
        return None
    return Result(
        memory.output,
        outputs=memory.selected(request),
        problems=memory.problems,
        untranslated=memory.untranslated,
        fresh=True,
    )


def _file(overlay: str) -> str:
    return f"state-{overlay}.json" if overlay else "state.json"


def read(root: Path, overlay: str) -> Memory | None:
    """Return what the project in `root` remembers of an overlay or ("") the base, or None when
    that is nothing usable."""
    try:
        data = json.loads((root / FOLDER / _file(overlay)).read_bytes())
        return _memory(data) if data["layout"] == LAYOUT else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def remember(root: Path, overlay: str, memory: Memory) -> list[Problem]:
    """Write the memory down; return a warning when the project's folder does not allow it."""
    try:
        save(root, _file(overlay), _text(memory).encode())
    except RenderError as error:
        (cause,) = error.problems
        return [
            Problem(
                "OUT111",
                tell(
                    "the next build will have to do everything again: {message}",
                    message=cause.message,
                ),
                hint=tell("nothing to do, unless the project's folder should be writable"),
                severity=Severity.WARNING,
            )
        ]
    return []


def save(root: Path, name: str, data: bytes) -> None:
    """Write a file of the memory; RenderError where the project's folder does not allow it."""
    folder = root / FOLDER
    files = {name: data}
    if not (folder / _IGNORE).is_file():
        files[_IGNORE] = b"*\n"
    replace_files(folder, files)


def known_outputs(root: Path, overlay: str, folder: str) -> dict[str, Output]:
    """Return path -> output for files of earlier builds that still have their bytes.

    folder: the output folder of the overlay or the base, relative to `root`.
    """
    memory = read(root, overlay)
    if memory is None or memory.output != folder:
        return {}
    known = {}
    for output in memory.outputs:
        path = root / folder / output.path
        now = stamp(path)
        if now and (now == output.stamp or sha256_of(path) == output.sha256):
            known[output.path] = replace(output, stamp=now)
    return known


def _text(memory: Memory) -> str:
    data = {field.name: getattr(memory, field.name) for field in fields(memory)}
    data["layout"] = LAYOUT
    data["outputs"] = [_plain(output) for output in memory.outputs]
    data["problems"] = [stored_problem(problem) for problem in memory.problems]
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"), default=dict)


def problem_data(problem: Problem, write: Callable[[str], Any]) -> dict[str, Any]:
    """Return a problem as JSON can hold it: also what `--json` prints.

    write: what to put in the place of a sentence.
    """
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": write(problem.message),
        "hint": write(problem.hint),
        "place": _plain(problem.span) if problem.span else None,
        "related": [{"place": _plain(span), "why": write(why)} for span, why in problem.related],
        "fix": [{"place": _plain(edit.span), "text": edit.text} for edit in problem.fix],
    }


def stored_problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON can hold it, so that it can be said in another language later."""
    return problem_data(problem, _parts)


def problem_from(data: dict[str, Any]) -> Problem:
    """Return the problem that `stored_problem` took apart; KeyError, TypeError or ValueError where
    the data are damaged."""
    return Problem(
        code=data["code"],
        message=_sentence(data["message"]),
        span=Span(**data["place"]) if data["place"] else None,
        hint=_sentence(data["hint"]),
        severity=Severity(data["severity"]),
        related=tuple((Span(**item["place"]), _sentence(item["why"])) for item in data["related"]),
        fix=tuple(Edit(Span(**item["place"]), item["text"]) for item in data["fix"]),
    )


def _parts(sentence: str) -> str | dict[str, Any]:
    """Return what a sentence is made of."""
    if isinstance(sentence, WordedIn):
        return {"languages": dict(sentence.languages)}
    if not isinstance(sentence, Words):
        return str(sentence)
    fields = {name: _part(value) for name, value in sentence.fields.items()}
    return {"template": sentence.template, "plural": sentence.plural, "fields": fields}


def _part(value: Any) -> Any:
    if isinstance(value, str):
        return _parts(value)
    return value if isinstance(value, int | float) else str(value)


def _sentence(data: Any) -> Any:
    """Return what `_parts` took apart; a field that is a number is one again."""
    if not isinstance(data, dict):
        return data
    if "languages" in data:
        return WordedIn.told(data["languages"])
    fields = {name: _sentence(value) for name, value in data["fields"].items()}
    return Words.made(_harmless(data["template"]), _harmless(data["plural"]), fields)


def _harmless(template: str) -> str:
    """Return a template that only names fields. A file that somebody else may have written could
    also ask for attributes, or for a billion spaces."""
    for _, name, shape, conversion in Formatter().parse(template):
        if name is not None and (
            not name.isidentifier() or not _SHAPE.fullmatch(shape or "") or conversion
        ):
            raise ValueError(name)
    return template


def _plain(record: Output | Span) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _memory(data: dict[str, Any]) -> Memory:
    return Memory(
        request=data["request"],
        watched=tuple(data["watched"]),
        inputs=data["inputs"],
        program=data["program"],
        output=data["output"],
        outputs=tuple(_output(item) for item in data["outputs"]),
        extras={name: Stamp(*item) for name, item in data["extras"].items()},
        problems=tuple(problem_from(item) for item in data["problems"]),
        untranslated={name: tuple(items) for name, items in data["untranslated"].items()},
    )


def _output(data: dict[str, Any]) -> Output:
    return Output(**{**data, "stamp": Stamp(*data["stamp"])})
