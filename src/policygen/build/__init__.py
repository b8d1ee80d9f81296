"""The pipeline: load → check → compose → plan → render → verify → write → manifest.

The only package that writes to the output folder. `run` answers from the memory of the last build
when nothing has changed since, without reading a line of YAML; otherwise it runs the pipeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.build.memory import recall

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.build.listener import Listener
    from policygen.build.request import Request, Result
    from policygen.errors import Problem


def run(request: Request, listener: Listener) -> Result:
    """Build what is asked for and return how it went.

    Raises SettingsError when the settings, the selection or the output folder cannot be used, and
    PolicygenError, with all problems at once, when the source or a template cannot. Problems of
    single documents are in the result: the others are built.
    """
    if (remembered := recall(request)) is not None:
        return remembered
    # What follows imports YAML, pydantic and Jinja: not needed for a build with nothing to do.
    from policygen.build.pipeline import build  # noqa: PLC0415

    return build(request, listener)


def inspect(root: Path) -> list[Problem]:
    """Load, check and compose the project in `root`, make nothing, and return every problem.

    Composing finds what only shows in a document: a mistake in a template, a catalog or the logo,
    a clause that its readers may not see. Raises as `run` does when the project cannot be read.
    """
    from policygen.build.compose import compose  # noqa: PLC0415 - as above
    from policygen.build.select import matrix  # noqa: PLC0415
    from policygen.checks import check  # noqa: PLC0415
    from policygen.errors import PolicygenError, ordered  # noqa: PLC0415
    from policygen.load import load_project  # noqa: PLC0415

    project = load_project(root)
    problems = [*project.problems, *check(project)]
    try:
        problems += compose(project, matrix(project.config), draft=False).problems
    except PolicygenError as error:
        problems += error.problems
    return ordered(problems)
