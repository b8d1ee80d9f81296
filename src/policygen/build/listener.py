"""What a build tells while it runs."""

from __future__ import annotations

from typing import Protocol


class Listener(Protocol):
    """Somebody who follows a build: a progress bar, a log, or nobody."""

    def step(self, name: str) -> None:
        """Hear that a step begins; its name is the one that the documentation uses."""

    def planned(self, files: int) -> None:
        """Hear how many files will be rendered."""

    def rendered(self, path: str) -> None:
        """Hear that a file has been rendered, or has failed."""

    def fault(self, path: str, detail: str) -> None:
        """Hear that a file gave no result; `detail` is the traceback of a fault, or ""."""

    def waiting(self) -> None:
        """Hear that another build of the same project is running; this one waits for it."""


class Silence:
    """A listener who does not care."""

    def step(self, name: str) -> None:
        """Say nothing."""

    def planned(self, files: int) -> None:
        """Say nothing."""

    def rendered(self, path: str) -> None:
        """Say nothing."""

    def fault(self, path: str, detail: str) -> None:
        """Say nothing."""

    def waiting(self) -> None:
        """Say nothing."""
