"""What a build is asked for and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from policygen.errors import ExitCode, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Mode(Enum):
    """How finished the documents claim to be."""

    NORMAL = "normal"
    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Request:
    """What to build.

    root: the project's folder. overlay: id of the brand or site to build, "" for the base.
    documents, languages, formats: what to build, () for all. output: folder to write to, "" for
    the one that policygen.yaml names; relative to `root`; an overlay has a folder of its own in it.
    strict: warnings and missing translations stop the build. verify: compare the PDF's text too.
    jobs: worker processes, 0 for one a core.
    """

    root: Path
    overlay: str = ""
    documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str = ""
    strict: bool = False
    mode: Mode = Mode.NORMAL
    verify: bool = False
    jobs: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything that policygen.yaml names is asked for."""
        return not (self.documents or self.languages or self.formats)

    def selects(self, document: str, language: str, format_: str) -> bool:
        """Whether this document is asked for in this language and format."""
        return (
            (not self.documents or document in self.documents)
            and (not self.languages or language in self.languages)
            and (not self.formats or format_ in self.formats)
        )

    def key(self) -> list[object]:
        """Return what decides the result, as JSON can hold it: all but the folder and `jobs`."""
        selection = [sorted(self.documents), sorted(self.languages), sorted(self.formats)]
        return [self.overlay, *selection, self.output, self.strict, self.mode.value, self.verify]


class Stamp(NamedTuple):
    """What `stat` says about a file: enough to see that it was touched.

    The change time is there for files that are put in place with their old modification time.
    """

    bytes: int
    modified_ns: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Output:
    """One document in one language and format, as it lies in the output folder.

    path: relative to the output folder, with `/`. key: what it was made from. stamp: the file
    after writing. pages: 0 where the format has none. verified: its text was read back and
    compared with the tree.
    """

    path: str
    document: str
    language: str
    format: str
    version: str
    title: str
    audience: str
    draft: bool
    pages: int
    bytes: int
    sha256: str
    key: str
    verified: bool
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Result:
    """How a build went.

    output: the folder that was written to, as the user would type it. outputs: every file of the
    request that is in place. written: paths of those that this build changed.
    removed: files of documents that are no longer configured. problems: errors and warnings.
    untranslated: language -> clauses shown in the source language. fresh: nothing had to be done.
    """

    output: str
    outputs: tuple[Output, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    untranslated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exit_code: ExitCode = ExitCode.DONE
    fresh: bool = False
