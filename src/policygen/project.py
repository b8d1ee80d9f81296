"""A project that has been read: what checks and templates work on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policygen.config import Config
from policygen.errors import Problem, Span
from policygen.model.audiences import Audiences
from policygen.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Project:
    """A project that has been read: settings, policy, and where everything stands.

    problems: warnings that loading gave. spans, key_spans: dotted path -> place in the source of
    the value, and of its key or list item. files: name -> text of the source's files.
    """

    config: Config
    policy: Policy
    audiences: Audiences
    spans: Mapping[str, Span]
    key_spans: Mapping[str, Span]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.config.root

    @property
    def overlay(self) -> str:
        """The id of the brand or site that was read, "" for the base."""
        return self.config.overlay

    def place(self, path: str) -> Span | None:
        """Return where the part of the policy at a dotted path stands, or its nearest ancestor."""
        while path:
            if (span := self.spans.get(path)) is not None:
                return span
            path = path.rpartition(".")[0]
        return None
