"""The project's source: policy/*.yaml as a typed `Policy`, with every problem collected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen.config import Config, load_config
from policygen.errors import PolicygenError, Problem, SettingsError, Severity, Span, tell
from policygen.model.audiences import Audiences
from policygen.model.policy import Policy
from policygen.overlay import ADD, REMOVE, REPLACE, overlaid
from policygen.project import Project
from policygen.references import references
from policygen.salvage import salvaged
from policygen.source import NOTHING_UNSAVED, Unsaved, load_file, load_files
from policygen.validation import validate, value_span

if TYPE_CHECKING:
    from policygen.source import Source

POLICY_FOLDER: Final = "policy"


def policy_files(root: Path) -> list[tuple[Path, str]]:
    """Return the source files of a project, each with its name relative to the folder."""
    folder = root / POLICY_FOLDER
    files = sorted(p for p in folder.glob("*.y*ml") if p.suffix in {".yaml", ".yml"})
    return [(path, path.relative_to(root).as_posix()) for path in files]


def load_project(root: Path, overlay: str = "", unsaved: Unsaved = NOTHING_UNSAVED) -> Project:
    """Read the project in `root`, with one of its overlays or ("") as the base says it.

    unsaved: file -> bytes, of those that are to be read as if they were saved like this.

    Raises SettingsError when policygen.yaml cannot be used or names no such overlay, and
    UnreadableError, with all problems at once, when the policy cannot be used.
    """
    config = load_config(root, overlay, unsaved)
    source = _read(config, unsaved)
    policy, problems = _policy(source)
    if policy is None:
        rest = salvaged(source, problems)
        readable = None if rest is None else _project(config, source, rest, ())
        raise UnreadableError([*config.problems, *problems], readable)
    return _project(config, source, policy, (*config.problems, *problems))


def policy_problems(root: Path, unsaved: Unsaved = NOTHING_UNSAVED) -> list[Problem]:
    """Return what is wrong with the policy itself, whatever the settings are; nothing where there
    is none. unsaved: as for `load_project`."""
    files = policy_files(root)
    return _policy(load_files(files, unsaved))[1] if files else []


class UnreadableError(PolicygenError):
    """A policy has mistakes. readable: the project without the parts at fault, None when too
    little is left of it."""

    def __init__(self, problems: Iterable[Problem], readable: Project | None) -> None:
        super().__init__(problems)
        self.readable = readable


def _project(
    config: Config, source: Source, policy: Policy, problems: tuple[Problem, ...]
) -> Project:
    return Project(
        config=config,
        policy=policy,
        audiences=Audiences(policy),
        spans=source.spans,
        key_spans=source.key_spans,
        files=source.files,
        problems=problems,
    )


def _read(config: Config, unsaved: Unsaved) -> Source:
    files = policy_files(config.root)
    if not files:
        raise PolicygenError(
            Problem(
                "SRC001",
                tell(
                    "there is no YAML file in the folder {folder}",
                    folder=POLICY_FOLDER,
                ),
                Span(POLICY_FOLDER),
                tell("put the policy into {folder}/policy.yaml", folder=POLICY_FOLDER),
            )
        )
    base = load_files(files, unsaved)
    if config.overlay_source is None:
        return base
    return overlaid(base, _overlay_source(config, unsaved))


def _overlay_source(config: Config, unsaved: Unsaved) -> Source:
    """Read the file of the overlay; SettingsError when it is not in the project's folder."""
    name = config.overlay_source or ""
    path = config.root / name
    try:
        if path.resolve().is_relative_to(config.root.resolve()) and path.is_file():
            return load_file(path, name, unsaved)
    except (OSError, ValueError, RuntimeError):
        pass
    raise SettingsError(
        Problem(
            "SET107",
            tell("the overlay “{overlay}” has no file {name}", overlay=config.overlay, name=name),
            value_span(config.source, f"overlays.{config.overlay}.source"),
            tell(
                "make it in the project's folder, with `{add}:`, `{replace}:` or `{remove}:`, or "
                "name another one after `source:`",
                add=ADD,
                replace=REPLACE,
                remove=REMOVE,
            ),
        )
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
