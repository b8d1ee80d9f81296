"""Steps “render”, “verify” and “write”: each document is put in place whole when it is proven."""

from __future__ import annotations

import hashlib
import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policygen.build.atomic import replace_files
from policygen.build.engines import pango_version
from policygen.build.formats import FORMATS
from policygen.build.limits import Cause, Failure, Limits
from policygen.build.pool import outcomes
from policygen.build.request import Output
from policygen.build.snapshot import sha256_of, stamp
from policygen.build.worker import Job, Rendered, render
from policygen.errors import Problem, RenderError, Words, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from policygen.build.listener import Listener

_REASONS: Final[Mapping[Cause, tuple[str, Callable[..., Words], Words]]] = {
    Cause.TIME: (
        "RND102",
        lambda **how: tell("“{path}” takes longer than {seconds} seconds and was stopped", **how),
        tell("look for a very long table or list in it, and build it alone with --document"),
    ),
    Cause.MEMORY: (
        "RND103",
        lambda **how: tell("“{path}” needs more memory than a document may use", **how),
        tell("look for a very long table or a very large picture in it"),
    ),
    Cause.DIED: (
        "RND104",
        lambda **how: tell(
            "“{path}” could not be made: the process that made it stopped without an answer", **how
        ),
        tell("build it alone with --document; when it happens again, run `policygen doctor`"),
    ),
    Cause.FAULT: (
        "RND105",
        lambda **how: tell("“{path}” could not be made because of a fault in policygen", **how),
        tell("run `policygen --debug build` and report what it prints"),
    ),
}


@dataclass(slots=True)
class Delivery:
    """What came of the jobs. outputs: path -> file in place. written: paths that changed."""

    outputs: dict[str, Output] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def deliver(jobs: Sequence[Job], folder: Path, workers: int, listener: Listener) -> Delivery:
    """Render the jobs on so many processes, 0 for one a core, and write what was proven.

    The files of one document are replaced together, or none of them when one fails.
    """
    delivery = Delivery()
    limits = Limits()
    open_jobs = Counter(job.target.document for job in jobs)
    results: defaultdict[str, list[tuple[Job, Rendered]]] = defaultdict(list)
    preload = _preload({job.target.format for job in jobs})
    for job, outcome in outcomes(render, jobs, workers or cores(), limits, preload):
        document = job.target.document
        results[document].append((job, _rendered(job, outcome, listener, limits)))
        open_jobs[document] -= 1
        if not open_jobs[document]:
            _write(results.pop(document), folder, delivery)
    return delivery


def _rendered(
    job: Job, outcome: Rendered | Failure, listener: Listener, limits: Limits
) -> Rendered:
    """Tell the listener how a job ended, and put a failure into words."""
    listener.rendered(job.target.path)
    if isinstance(outcome, Rendered):
        return outcome
    listener.fault(job.target.path, outcome.detail)
    code, message, hint = _REASONS[outcome.cause]
    text = message(path=job.target.path, seconds=limits.seconds)
    return Rendered(problems=(Problem(code, text, hint=hint),))


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _write(results: Sequence[tuple[Job, Rendered]], folder: Path, delivery: Delivery) -> None:
    """Put the files of one document in place, unless one of them has a problem."""
    problems = [problem for _, rendered in results for problem in rendered.problems]
    hashes = {job.target.path: hashlib.sha256(made.data).hexdigest() for job, made in results}
    changed = {
        job.target.path: made.data
        for job, made in results
        if sha256_of(folder / job.target.path) != hashes[job.target.path]
    }
    if not problems:
        try:
            replace_files(folder, changed)
        except RenderError as error:
            problems = list(error.problems)
    if problems:
        delivery.problems += problems
        return
    delivery.written += changed
    for job, made in results:
        delivery.outputs[job.target.path] = _output(job, made, folder, hashes[job.target.path])


def _output(job: Job, made: Rendered, folder: Path, sha256: str) -> Output:
    target, document = job.target, job.document
    if (written := stamp(folder / target.path)) is None:
        raise RenderError(
            Problem("OUT112", tell("“{path}” was removed while it was written", path=target.path))
        )
    return Output(
        path=target.path,
        document=target.document,
        language=target.language,
        format=target.format,
        version=document.metadata.version,
        title=document.cover.title,
        audience=document.cover.audience,
        draft=document.draft,
        pages=made.pages,
        bytes=len(made.data),
        sha256=sha256,
        key=job.key,
        verified=made.verified,
        stamp=written,
    )


def _preload(formats: set[str]) -> list[str]:
    """Return the modules that workers need, without those that cannot be imported here.

    Without Pango the PDF writer's import fails, and would take the workers' server down with it;
    each PDF then says so itself.
    """
    usable = formats if pango_version() else formats - {"pdf"}
    return [module for name in sorted(usable) for module in FORMATS[name].modules]
