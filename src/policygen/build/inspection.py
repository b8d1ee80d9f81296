"""What is wrong with a project, its base and its overlays, without making anything.

The rules look at the model and the catalogs. Documents are composed only where the project has a
template of its own: a shipped template can be made of every policy that loads, which tests prove,
and composing takes many times as long as everything else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygen.assets import load_logo
from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.config import load_config
from policygen.errors import PolicygenError, Problem, SettingsError, ordered, tell
from policygen.i18n.catalogs import POLICY, WORDING, read_catalog
from policygen.load import UnreadableError, load_project, policy_problems
from policygen.resources import catalog, has_own_templates, is_shipped
from policygen.source import NOTHING_UNSAVED, Unsaved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygen.config import Config
    from policygen.project import Project


def inspection(
    root: Path, overlay: str, request: CheckRequest, unsaved: Unsaved = NOTHING_UNSAVED
) -> list[Problem]:
    """Return every problem of the project in `root`, as `policygen.build.inspect` does.

    unsaved: as for `load_project`.
    """
    try:
        return ordered(_everywhere(root, overlay, request, unsaved))
    except SettingsError as error:
        # Mistakes in the settings must not hide those in the policy.
        problems = [*error.problems, *policy_problems(root, unsaved)]
        raise SettingsError(ordered(problems)) from error


def named_files(root: Path) -> tuple[str, ...]:
    """Return the files that the settings name, those of overlays too, relative to `root`."""
    base = load_config(root)
    configs = [base, *(load_config(root, name) for name in base.overlays)]
    named = (file for config in configs for file in (config.logo, config.overlay_source))
    return tuple(dict.fromkeys(filter(None, named)))


def _everywhere(root: Path, overlay: str, request: CheckRequest, unsaved: Unsaved) -> list[Problem]:
    if overlay:
        return list(_problems(root, overlay, request, unsaved))
    problems = list(_problems(root, "", request, unsaved))
    in_base = set(problems)
    for name in load_config(root, unsaved=unsaved).overlays:
        config = load_config(root, name, unsaved)
        further = replace(request, own_words=True)
        only = [p for p in _problems(root, name, further, unsaved) if p not in in_base]
        problems += [_placed(problem, config) for problem in only]
    return problems


def _problems(
    root: Path, overlay: str, request: CheckRequest, unsaved: Unsaved
) -> Iterator[Problem]:
    try:
        project = load_project(root, overlay, unsaved)
        yield from project.problems
        yield from check(project, request)
        yield from _catalogs(project)
        load_logo(project.config)
        if has_own_templates(root):
            yield from _composed(project)
    except SettingsError:
        raise
    except UnreadableError as error:
        yield from error.problems
        if error.readable is not None:
            yield from check(error.readable, replace(request, whole=False))
            yield from _catalogs(error.readable)
    except PolicygenError as error:
        yield from error.problems


def _catalogs(project: Project) -> Iterator[Problem]:
    """Yield what is wrong with the project's own catalogs."""
    for language in project.config.languages:
        for domain in (POLICY, WORDING):
            path, name = catalog(project.root, language, domain)
            if not is_shipped(path):
                yield from read_catalog(path, name, language, domain)[1]


def _composed(project: Project) -> Iterator[Problem]:
    # Imports Jinja and the document tree, which most checks do without.
    from policygen.build.compose import compose  # noqa: PLC0415
    from policygen.build.select import matrix  # noqa: PLC0415

    yield from compose(project, matrix(project.config), draft=False).problems


def _placed(problem: Problem, config: Config) -> Problem:
    """Return a problem that the base does not have, with a place that belongs to the overlay."""
    places = [problem.span, *(span for span, _ in problem.related)]
    if config.overlay_source in {span.file for span in places if span}:
        return problem
    here = (config.span(f"overlays.{config.overlay}"), tell("only with this overlay"))
    return replace(problem, related=(*problem.related, here))
