"""What is wrong with a project, its base and its overlays, without making anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygen.build.compose import compose
from policygen.build.select import matrix
from policygen.checks import CheckRequest, check
from policygen.config import load_config
from policygen.errors import PolicygenError, Problem, SettingsError, ordered
from policygen.load import load_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygen.config import Config


def inspection(root: Path, overlay: str, request: CheckRequest) -> list[Problem]:
    """Return every problem of the project in `root`, as `policygen.build.inspect` does."""
    if overlay:
        return ordered(_problems(root, overlay, request))
    problems = list(_problems(root, "", request))
    in_base = set(problems)
    for name in load_config(root).overlays:
        config = load_config(root, name)
        only = [p for p in _problems(root, name, request) if p not in in_base]
        problems += [_placed(problem, config) for problem in only]
    return ordered(problems)


def _problems(root: Path, overlay: str, request: CheckRequest) -> Iterator[Problem]:
    try:
        project = load_project(root, overlay)
        yield from project.problems
        yield from check(project, request)
        yield from compose(project, matrix(project.config), draft=False).problems
    except SettingsError:
        raise
    except PolicygenError as error:
        yield from error.problems


def _placed(problem: Problem, config: Config) -> Problem:
    """Return a problem that the base does not have, with a place that belongs to the overlay."""
    places = [problem.span, *(span for span, _ in problem.related)]
    if config.overlay_source in {span.file for span in places if span}:
        return problem
    here = (config.span(f"overlays.{config.overlay}"), "only with this overlay")
    return replace(problem, related=(*problem.related, here))
