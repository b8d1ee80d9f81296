"""The output folder: where it may be, and what in it is ours to remove."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.build.atomic import problem_of
from policygen.build.inputs import SOURCES
from policygen.build.manifest import INDEX, listed
from policygen.build.memory import FOLDER
from policygen.build.snapshot import sha256_of
from policygen.errors import Problem, SettingsError, Severity, tell
from policygen.write.page import GENERATOR

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from policygen.errors import Span


_OUR_MARK: Final = f'<meta name="generator" content="{GENERATOR}">'.encode()


def output_folder(root: Path, name: str, span: Span | None) -> Path:
    """Return the output folder, made when it is not there.

    name: relative to `root`. span: where policygen.yaml names it, if it does. Raises
    SettingsError when it holds or is part of the project's sources, is somebody else's web site,
    or cannot be made.
    """
    folder = root / name
    _refuse_sources(root, folder, name, span)
    if not _may_replace(folder / INDEX):
        raise SettingsError(
            Problem(
                "OUT108",
                tell(
                    "“{name}” already has an {index} that policygen did not write",
                    name=name,
                    index=INDEX,
                ),
                span,
                tell("choose another folder with --output, or move that file away"),
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(problem_of(error, name)) from error
    _refuse_links(folder, name, span)
    return folder


def _refuse_links(folder: Path, name: str, span: Span | None) -> None:
    for child in folder.iterdir():
        if child.is_symlink():
            raise SettingsError(
                Problem(
                    "OUT112",
                    tell(
                        "“{name}” in the output folder “{folder}” is a link to another place",
                        name=child.name,
                        folder=name,
                    ),
                    span,
                    tell("delete the link: documents are written into the output folder only"),
                )
            )


@dataclass(frozen=True, slots=True)
class Stale:
    """Files of documents that are no longer configured.

    removed: those that are gone now. problems: why others are still there.
    """

    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def remove_stale(folder: Path, wanted: Collection[str]) -> Stale:
    """Remove the files that our last manifest lists and that are wanted no more.

    One that somebody has changed since stays, with a warning. wanted: paths relative to `folder`.
    """
    removed: list[str] = []
    problems: list[Problem] = []
    for path, sha256 in sorted((listed(folder) or {}).items()):
        file = folder / path
        if path in wanted or not file.is_file() or file.resolve() != folder.resolve() / path:
            continue  # wanted, gone already, or a link that leads elsewhere
        if sha256_of(file) != sha256:
            problems.append(_changed(path))
            continue
        try:
            file.unlink()
        except OSError as error:
            problems.append(problem_of(error, path, removal=True))
        else:
            removed.append(path)
            _remove_if_empty(file.parent)
    return Stale(tuple(removed), tuple(problems))


def _refuse_sources(root: Path, folder: Path, name: str, span: Span | None) -> None:
    try:
        place = folder.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself
        raise SettingsError(
            Problem(
                "OUT111",
                tell("the output folder “{name}” is a link that leads nowhere", name=name),
                span,
                tell("delete the link, or choose another folder"),
            )
        ) from error
    for source in (*SOURCES, FOLDER):
        kept = (root / source).resolve()
        if place == kept or place in kept.parents or kept in place.parents:
            raise SettingsError(
                Problem(
                    "OUT101",
                    tell(
                        "the output folder “{name}” would mix with your sources ({source})",
                        name=name,
                        source=source,
                    ),
                    span,
                    tell("choose a folder of its own, such as `output`"),
                )
            )


def _may_replace(index: Path) -> bool:
    """Return whether a landing page is ours, or there is none."""
    try:
        return _OUR_MARK in index.read_bytes()
    except OSError:
        return True  # none; or it says why when it is written


def _changed(path: str) -> Problem:
    return Problem(
        "OUT110",
        tell("“{path}” is no longer needed, but was changed by hand, so it stays", path=path),
        hint=tell("remove it yourself: policygen.yaml does not name this document any more"),
        severity=Severity.WARNING,
    )


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()  # refuses when there is anything in it
