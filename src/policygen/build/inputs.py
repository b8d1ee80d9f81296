"""What a build reads, as it was before the build read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.build.environment import program_stamps
from policygen.build.snapshot import digest, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from policygen.project import Project

SOURCES: Final = ("policygen.yaml", "policy", "templates", "locales", "packs")
"""What a project is made of; a build reads all of it and writes none."""


class Inputs:
    """Stamps of everything that a build reads.

    They are taken first thing, so that a file saved while the build runs does not pass for read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamps = snapshot(root, SOURCES)
        self.watched: tuple[str, ...] = SOURCES
        self.program = digest(program_stamps())

    def add(self, project: Project) -> None:
        """Watch also the files that the settings name."""
        named = tuple(filter(None, (project.config.logo, project.config.overlay_source)))
        self._stamps |= snapshot(self._root, named)
        self.watched = (*SOURCES, *named)

    @property
    def digest(self) -> str:
        """One SHA-256 of all stamps."""
        return digest(self._stamps)

    def touched(self) -> bool:
        """Whether a file has changed since its stamp was taken."""
        return digest(snapshot(self._root, self.watched)) != self.digest
