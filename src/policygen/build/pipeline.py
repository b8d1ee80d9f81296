"""The pipeline, from YAML text to the manifest, with the step names of the documentation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygen.build.atomic import remove_litter
from policygen.build.compose import compose, untranslated_problems
from policygen.build.deliver import deliver
from policygen.build.folder import Stale, output_folder, remove_stale
from policygen.build.inputs import Inputs
from policygen.build.listing import write_listing
from policygen.build.lock import locked
from policygen.build.memory import FOLDER, Memory, known_outputs, remember
from policygen.build.plan import plan, unchanged
from policygen.build.request import Mode, Request, Result
from policygen.build.select import matrix, select
from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.errors import ExitCode, PolicygenError, Problem, Severity, ordered, tell
from policygen.load import load_project
from policygen.resources import load_skin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from policygen.build.listener import Listener
    from policygen.config import Config
    from policygen.project import Project


def build(request: Request, listener: Listener) -> Result:
    """Load, check, compose, plan, render, verify, write, and list in the manifest.

    Raises as `policygen.build.run` does.
    """
    with locked(request.root / FOLDER, listener.waiting):
        return _build(request, listener)


def _build(request: Request, listener: Listener) -> Result:
    inputs = Inputs(request.root)

    listener.step(tell("load"))
    project = load_project(request.root, request.overlay)
    inputs.add(project)
    targets = matrix(project.config)
    selected = select(targets, request)
    output, folder = _output(request, project.config)

    listener.step(tell("check"))
    checking = CheckRequest(final=request.mode is Mode.FINAL)
    problems = [*project.problems, *check(project, checking)]
    _stop_at_errors(problems, strict=request.strict)

    listener.step(tell("compose"))
    composition = compose(project, selected, draft=request.mode is Mode.DRAFT)
    problems += composition.problems
    if request.strict:
        problems += untranslated_problems(project, composition)
    _stop_at_errors(problems, strict=request.strict)

    listener.step(tell("plan"))
    skin = load_skin(request.root, project.config.theme)
    known = known_outputs(request.root, request.overlay, output)
    jobs = plan(selected, composition.documents, skin, verify=request.verify)
    to_do = [job for job in jobs if not unchanged(job, known)]
    listener.planned(len(to_do))

    # A worker renders a file and verifies it; a document is written as soon as all its files are
    # proven, while others are still being rendered.
    listener.step(tell("render, verify, write"))
    remove_litter(folder)
    delivery = deliver(to_do, folder, request.jobs, listener)

    listener.step(tell("manifest"))
    outputs = known | delivery.outputs
    stale = Stale()
    if request.whole:
        wanted = {target.path for target in targets}
        stale = remove_stale(folder, wanted)
        outputs = {path: output for path, output in outputs.items() if path in wanted}
    listing = write_listing(folder, outputs.values(), project, skin)
    problems += [*_placed(delivery.problems, project), *stale.problems, *listing.problems]
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    memory = Memory(
        request=None if failed or inputs.touched() else request.key(),
        watched=inputs.watched,
        inputs=inputs.digest,
        program=inputs.program,
        output=output,
        outputs=tuple(outputs[path] for path in sorted(outputs)),
        extras=listing.stamps,
        problems=tuple(ordered(problems)),
        untranslated=composition.untranslated,
    )
    return Result(
        output=output,
        outputs=memory.selected(request),
        written=tuple(sorted(delivery.written)),
        removed=stale.removed,
        problems=tuple(ordered([*problems, *remember(request.root, request.overlay, memory)])),
        untranslated=composition.untranslated,
        exit_code=ExitCode.RENDERING if failed else ExitCode.DONE,
    )


def _output(request: Request, config: Config) -> tuple[str, Path]:
    """Return what the user calls the folder for what is made, and where it is: an overlay has one
    of its own inside the project's."""
    output = request.output or config.output
    named_at = None if request.output else config.span("output")
    folder = output_folder(request.root, output, named_at)
    if not request.overlay:
        return output, folder
    output = f"{output}/{request.overlay}"
    return output, output_folder(request.root, output, named_at)


def _placed(problems: Iterable[Problem], project: Project) -> list[Problem]:
    """Return the problems of documents with the places of the clauses at fault."""
    return [
        replace(problem, span=problem.span or project.place(problem.clause)) for problem in problems
    ]


def _stop_at_errors(problems: Iterable[Problem], *, strict: bool) -> None:
    """Raise PolicygenError with all the problems when one of them stops the build."""
    found = ordered(problems)
    if any(strict or problem.severity is Severity.ERROR for problem in found):
        raise PolicygenError(found)
