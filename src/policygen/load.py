"""The project's source: policy/*.yaml as a typed `Policy`, with every problem collected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.config import load_config
from policygen.errors import PolicygenError, Problem, Severity, Span
from policygen.model.audiences import Audiences
from policygen.model.policy import Policy
from policygen.project import Project
from policygen.references import references
from policygen.source import load_files
from policygen.validation import validate

if TYPE_CHECKING:
    from policygen.source import Source

POLICY_FOLDER: Final = "policy"


def policy_files(root: Path) -> list[tuple[Path, str]]:
    """Return the source files of a project, each with its name relative to the folder."""
    folder = root / POLICY_FOLDER
    files = sorted(p for p in folder.glob("*.y*ml") if p.suffix in {".yaml", ".yml"})
    return [(path, path.relative_to(root).as_posix()) for path in files]


def load_project(root: Path) -> Project:
    """Read the project in `root`.

    Raises SettingsError when policygen.yaml cannot be used and PolicygenError, with all problems
    at once, when the policy cannot.
    """
    config = load_config(root)
    files = policy_files(root)
    if not files:
        raise PolicygenError(
            Problem(
                "SRC001",
                f"there is no YAML file in the folder {POLICY_FOLDER}",
                Span(POLICY_FOLDER),
                f"put the policy into {POLICY_FOLDER}/policy.yaml",
            )
        )
    source = load_files(files)
    policy, problems = _policy(source)
    if policy is None:
        raise PolicygenError([*config.problems, *problems])
    return Project(
        config=config,
        policy=policy,
        audiences=Audiences(policy),
        spans=MappingProxyType(dict(source.spans)),
        problems=(*config.problems, *problems),
    )


def _policy(source: Source) -> tuple[Policy | None, list[Problem]]:
    policy, mismatches = validate(Policy, source, source.value)
    problems = [
        *source.problems,
        *_not_said_twice(source.problems, [*mismatches, *references(source)]),
    ]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return policy, problems


def _not_said_twice(read: tuple[Problem, ...], mismatches: list[Problem]) -> Iterator[Problem]:
    """Leave out mismatches that only follow from what could not be read.

    A file that does not parse lacks fields, so "needs" (MOD102) says nothing new; and two
    problems at one place are the same mistake.
    """
    broken = {p.span for p in read if p.severity is Severity.ERROR}
    for problem in mismatches:
        if not (broken and problem.code == "MOD102") and problem.span not in broken:
            yield problem
