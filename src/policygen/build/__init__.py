"""The pipeline: load → check → compose → plan → render → verify → write → manifest.

The only package that writes to the output folder. `run` answers from the memory of the last build
when nothing has changed since, without reading a line of YAML; otherwise it runs the pipeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.build.listener import Listener
    from policygen.build.request import Request, Result
    from policygen.checks.request import CheckRequest
    from policygen.errors import Problem


def run(request: Request, listener: Listener) -> Result:
    """Build what is asked for and return how it went.

    Raises SettingsError when the settings, the selection or the output folder cannot be used, and
    PolicygenError, with all problems at once, when the source or a template cannot. Problems of
    single documents are in the result: the others are built.
    """
    from policygen.build.memory import recall  # noqa: PLC0415 - `inspect` needs none of it

    if (remembered := recall(request)) is not None:
        return remembered
    # What follows imports YAML, pydantic and Jinja: not needed for a build with nothing to do.
    from policygen.build.pipeline import build  # noqa: PLC0415

    return build(request, listener)


def inspect(root: Path, overlay: str, request: CheckRequest) -> list[Problem]:
    """Return every problem of the project in `root`, having made no document.

    overlay: the only one to look at; "" for the base and all overlays. request: what is asked of
    the checks. Composing finds what only shows in a document: a mistake in a template, a catalog
    or the logo, a clause that its readers may not see. What was found is remembered in the folder
    `.policygen`, for as long as nothing is touched. Raises SettingsError when the settings cannot
    be used.
    """
    from policygen.build.check_memory import CheckMemory  # noqa: PLC0415 - as above

    memory = CheckMemory(root, overlay, request)
    if (remembered := memory.recall()) is not None:
        return remembered
    from policygen.build.inspection import inspection, named_files  # noqa: PLC0415 - as above

    problems = inspection(root, overlay, request)
    memory.remember(named_files(root), problems)
    return problems
